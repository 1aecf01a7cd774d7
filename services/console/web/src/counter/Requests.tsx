import { Spinner } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWallClock } from '../app/ticks';
import { businessNow } from '../app/time';
import * as api from './counterApi';
import { Fault } from './Fault';
import { RequestRow } from './RequestRow';
import type { ServiceRequest, Store } from './wire';

/** What the store has promised and not done yet, earliest promise first. */
export function Requests({ store }: { store: Store }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reread = () => void queries.invalidateQueries({ queryKey: ['service-requests'] });
  useWallClock(15_000);
  const list = useQuery({ queryKey: ['service-requests'], queryFn: api.requests, refetchInterval: 15_000 });
  const move = useMutation({
    mutationFn: ({ id, step }: { id: string; step: 'start' | 'finish' }) => api.move(id, step),
    // Refused or not, what is shown may be old.
    onSettled: reread,
  });
  const isLate = (one: ServiceRequest) => one.overdue ?? Date.parse(one.promisedAt) < businessNow();
  return (
    <>
      {move.error !== null && <Fault title={t('app.failed')} failure={move.error} />}
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.isError && <Fault title={t('counter.day.requestsFailed')} failure={list.error} />}
      {list.data?.length === 0 && <p className="ac-empty">{t('counter.day.noRequests')}</p>}
      <ul className="ac-requests">
        {(list.data ?? []).map((one) => (
          <RequestRow
            key={one.id}
            request={one}
            store={store}
            late={isLate(one)}
            busy={move.isPending}
            onMove={(step) => move.mutate({ id: one.id, step })}
            onChanged={reread}
          />
        ))}
      </ul>
    </>
  );
}
