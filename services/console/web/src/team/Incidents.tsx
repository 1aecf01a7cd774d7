import { Button, EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Choice } from '../supervision/Choice';
import { Notice } from '../supervision/Notice';
import { IncidentCard } from './IncidentCard';
import * as api from './teamApi';

/** Conversations that were difficult, each with its debrief, until that has come to its end. */
export function Incidents({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [state, setState] = useState<api.Incident['state']>('open');
  const list = useInfiniteQuery({
    queryKey: ['incidents', state],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.incidents(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 30_000,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="ac-stack" aria-label={t('incidents.title')} data-part="incidents">
      <div className="ac-page-head">
        <p className="ac-lead">{t('incidents.text')}</p>
        <Choice
          label={t('queue.filter.state')}
          value={state}
          options={(['open', 'closed'] as const).map((one) => [one, t(`incidents.state.${one}`)])}
          onChange={(value) => setState(value as api.Incident['state'])}
        />
      </div>
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.isError && <Notice title={t('incidents.failed')} failure={list.error} stale={items.length > 0} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState titleText={t('incidents.none')} headingLevel="h2" icon={CheckCircleIcon} variant="sm">
          <EmptyStateBody>{t('incidents.noneText')}</EmptyStateBody>
        </EmptyState>
      )}
      {items.map((incident) => (
        <IncidentCard key={incident.id} incident={incident} me={me} />
      ))}
      {list.hasNextPage && (
        <Button variant="link" isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('queue.more')}
        </Button>
      )}
    </section>
  );
}
