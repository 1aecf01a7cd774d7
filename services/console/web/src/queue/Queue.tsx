import { Alert, Button, Spinner, Tab, TabTitleText, Tabs, Title } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import { moment } from '../app/time';
import { Held } from './Held';
import { Lines } from './Lines';
import { tiles } from './summary';

export const every = 10_000;

/** The supervisor's look at the queue: how much of what, who holds it, and what waits for a decision. */
export function Queue() {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [tab, setTab] = useState<'held' | 'supervisor'>('supervisor');
  const summary = useQuery({ queryKey: ['summary'], queryFn: calls.summary, refetchInterval: every });
  return (
    <div className="ac-queue" data-scene="queue">
      <div className="ac-queue-head">
        <Title headingLevel="h1">{t('queue.title')}</Title>
        {summary.dataUpdatedAt > 0 && (
          <span className="ac-hint">
            {t('queue.updated', {
              time: new Date(summary.dataUpdatedAt).toLocaleTimeString(i18n.language, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
            })}
          </span>
        )}
      </div>
      {summary.isError && (
        <Alert
          component="p"
          variant={summary.data === undefined ? 'danger' : 'warning'}
          isInline
          title={t(summary.data === undefined ? 'queue.failed' : 'queue.stale')}
          role="alert"
          actionLinks={
            <Button variant="link" isInline onClick={() => void summary.refetch()}>
              {t('app.tryAgain')}
            </Button>
          }
        >
          {summary.error.message}
        </Alert>
      )}
      {summary.isPending && <Spinner aria-label={t('app.loading')} />}
      {summary.data !== undefined && (
        <dl className="ac-tiles">
          {tiles(summary.data).map(({ name, value, kind }) => (
            <div key={name} className={`ac-card ac-tile ac-tile-${name}`}>
              <dt>{t(`queue.count.${name}`)}</dt>
              <dd className={`ac-tile-${kind}`}>
                {kind === 'instant' ? moment(value, i18n.language, words) : Number(value).toLocaleString(i18n.language)}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="ac-card ac-lists">
        <Tabs activeKey={tab} onSelect={(_event, key) => setTab(key as 'held' | 'supervisor')} aria-label={t('queue.title')}>
          {(['supervisor', 'held'] as const).map((state) => (
            <Tab key={state} eventKey={state} title={<TabTitleText>{t(`queue.${state}`)}</TabTitleText>}>
              {tab === state && <Held state={state} />}
            </Tab>
          ))}
        </Tabs>
      </div>
      {summary.data !== undefined && summary.data.queues.length > 0 && <Lines summary={summary.data} />}
    </div>
  );
}
