import { Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CallState, Me } from '../api/types';
import { moment } from '../app/time';
import { usePlace } from '../app/view';
import { useTitle } from '../parts/useTitle';
import { whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import '../supervision/supervision.css';
import '../supervision/words';
import { TransferList } from '../transfer/TransferList';
import { CallList, listed } from './CallList';
import { Lines } from './Lines';
import './queue.css';
import * as api from './queueApi';
import { tiles } from './summary';

const every = 10_000;

/** The supervisor's look at the queue: who waits on the line, how much of what, who holds it, and what waits for a decision. */
export function Queue({ me }: { me: Me }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [place, setPlace] = usePlace('state');
  const state = listed.find((one) => one === place) ?? 'supervisor';
  const summary = useQuery({ queryKey: ['summary'], queryFn: api.summary, refetchInterval: every });
  useTitle(t('app.queue'));
  return (
    <div className="ac-page" data-scene="queue">
      <div className="ac-page-head">
        <h1>{t('queue.title')}</h1>
        {summary.dataUpdatedAt > 0 && (
          <span className="ac-hint">
            {t('queue.updated', {
              time: new Date(summary.dataUpdatedAt).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
            })}
          </span>
        )}
      </div>
      <TransferList me={me} />
      {summary.isError && (
        <Notice
          title={t(summary.data === undefined ? 'queue.failed' : 'queue.stale')}
          failure={summary.error}
          stale={summary.data !== undefined}
          onAgain={() => void summary.refetch()}
        />
      )}
      {summary.isPending && <Spinner aria-label={t('app.loading')} />}
      {summary.data !== undefined && (
        <dl className="ac-tiles">
          {tiles(summary.data).map(({ name, value, kind }) => (
            <div key={name} className={`ac-card ac-tile ac-tile-${name}`} data-tile={name}>
              <dt>{t(`queue.count.${name}`)}</dt>
              <dd className={`ac-tile-${kind}`}>
                <Listable name={name} label={t(`queue.count.${name}`)} onList={setPlace}>
                  {kind === 'instant' ? moment(value, i18n.language, words) : whole(value, i18n.language)}
                </Listable>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <CallList state={state} onState={setPlace} />
      {summary.data !== undefined && summary.data.queues.length > 0 && <Lines summary={summary.data} />}
    </div>
  );
}

/** A number that leads to the calls it counts, where there is a list of them. */
function Listable({ name, label, onList, children }: { name: string; label: string; onList: (state: string) => void; children: string }) {
  if (!listed.includes(name as CallState)) return children;
  return (
    <button type="button" className="ac-tile-list" aria-label={`${label}: ${children}`} onClick={() => onList(name)}>
      {children}
    </button>
  );
}
