import { Button, Spinner } from '@patternfly/react-core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import { momentText, shortId } from '../parts/say';
import * as api from './api';

/** The answer to "who saw my data?". */
export function Looks({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const list = useInfiniteQuery({
    queryKey: ['looks', id],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.looks(id, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  });
  const looks = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section name="looks" title={t('privacy.looks.title')}>
      {list.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('parts.loadFailed')} failure={list.error} onAgain={() => void list.refetch()} />}
      {list.isSuccess && looks.length === 0 && <p className="ac-hint">{t('privacy.looks.none')}</p>}
      <ol className="ac-file-rows">
        {looks.map((look, place) => (
          <li key={place} data-look={look.reason}>
            <strong title={look.who}>{shortId(look.who)}</strong>
            <span className="ac-file-mark ac-file-mark-plain">{t(`privacy.reasons.${look.reason}`, look.reason)}</span>
            {look.storeId !== undefined && <span>{look.storeId}</span>}
            <span className="ac-hint ac-file-end">{momentText(look.at, i18n.language)}</span>
            <code className="ac-file-line ac-look-what">{look.what}</code>
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
