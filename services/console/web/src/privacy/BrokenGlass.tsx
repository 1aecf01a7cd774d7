import { Button, Spinner } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { businessNow } from '../app/time';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import { momentText, shortId } from '../parts/say';
import * as api from './api';

interface Props {
  /** Everybody's when absent. */
  customer?: string;
  onCustomer?: (id: string) => void;
}

/** Whoever went past their reach because a person could not wait, and why. */
export function BrokenGlass({ customer, onCustomer }: Props) {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['broken-glass', customer],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.glasses(customer, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const glasses = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section name="broken-glass" title={t('privacy.glass.title')}>
      {list.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && glasses.length === 0 && <p className="ac-hint">{t('privacy.glass.none')}</p>}
      <ol className="ac-file-rows">
        {glasses.map((glass) => (
          <li key={glass.id} data-glass={glass.id}>
            <strong title={glass.person}>{shortId(glass.person)}</strong>
            {glass.storeId !== undefined && <span>{glass.storeId}</span>}
            {Date.parse(glass.until) > businessNow() && <span className="ac-file-mark ac-file-mark-warn">{t('privacy.glass.open', { until: momentText(glass.until, i18n.language) })}</span>}
            <span className="ac-hint ac-file-end">{momentText(glass.at, i18n.language)}</span>
            <q className="ac-file-line">{glass.reason}</q>
            {onCustomer !== undefined && (
              <Button variant="link" isInline onClick={() => onCustomer(glass.customerId)}>
                {t('privacy.glass.whose', { id: shortId(glass.customerId) })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {list.hasNextPage && (
        <Button variant="link" isInline isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('parts.more')}
        </Button>
      )}
    </Section>
  );
}
