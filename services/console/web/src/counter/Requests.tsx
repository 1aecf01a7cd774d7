import { Button, Label, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useWallClock } from '../app/ticks';
import { businessNow, moment } from '../app/time';
import * as api from './counterApi';
import { Fault } from './Fault';
import type { ServiceRequest, Store } from './wire';

/** What the store has promised and not done yet, earliest promise first. */
export function Requests({ store }: { store: Store }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const queries = useQueryClient();
  useWallClock(15_000);
  const list = useQuery({ queryKey: ['service-requests'], queryFn: api.requests, refetchInterval: 15_000 });
  const move = useMutation({
    mutationFn: ({ id, step }: { id: string; step: 'start' | 'finish' }) => api.move(id, step),
    // Refused or not, what is shown may be old.
    onSettled: () => void queries.invalidateQueries({ queryKey: ['service-requests'] }),
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
          <li key={one.id} className={isLate(one) ? 'ac-late' : undefined} data-request={one.id} data-state={one.state}>
            <span className="ac-request-what">
              <strong>{t(`counter.request.kinds.${one.kind}`)}</strong>
              <span className="ac-hint">{t('counter.day.promised', { when: moment(one.promisedAt, i18n.language, words, store.zone) })}</span>
            </span>
            <span className="ac-request-labels">
              {isLate(one) && <Label color="red">{t('counter.day.overdue')}</Label>}
              {one.state === 'under-way' && <Label color="teal">{t('counter.day.underWay')}</Label>}
            </span>
            <Button
              variant={one.state === 'open' ? 'secondary' : 'primary'}
              isDisabled={move.isPending}
              onClick={() => move.mutate({ id: one.id, step: one.state === 'open' ? 'start' : 'finish' })}
            >
              {t(one.state === 'open' ? 'counter.day.start' : 'counter.day.finish')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
