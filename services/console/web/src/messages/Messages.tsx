import { Alert, Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { usePlace } from '../app/view';
import { useTitle } from '../parts/useTitle';
import { whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import '../supervision/supervision.css';
import '../supervision/words';
import { MessageList } from './MessageList';
import * as api from './messagesApi';

/** Contacts that are no calls: how many wait for what, and why one waits or failed. */
export function Messages() {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [place, setPlace] = usePlace('state');
  const state = api.states.find((one) => one === place) ?? 'queued';
  const summary = useQuery({ queryKey: ['messages', 'summary'], queryFn: api.summary, refetchInterval: 15_000 });
  useTitle(t('app.messages'));
  return (
    <div className="ac-page" data-scene="messages">
      <h1>{t('messages.title')}</h1>
      {summary.isPending && <Spinner aria-label={t('app.loading')} />}
      {summary.isError && <Notice title={t('messages.failed')} failure={summary.error} stale={summary.data !== undefined} onAgain={() => void summary.refetch()} />}
      {summary.data?.channels.length === 0 && (
        <Alert component="p" variant="warning" isInline title={t('messages.noChannel')}>
          {t('messages.noChannelText')}
        </Alert>
      )}
      {summary.data !== undefined && summary.data.channels.length > 0 && (
        <p className="ac-hint">{t('messages.channels', { channels: summary.data.channels.map((channel) => t(`messages.channel.${channel}`, channel)).join(', ') })}</p>
      )}
      {summary.data !== undefined && (
        <dl className="ac-tiles">
          {summary.data.states.map(({ state: one, messages, due, oldest }) => (
            <div key={one} className="ac-card ac-tile" data-tile={one}>
              <dt>
                {t(`messages.state.${one}`)}
                {one === 'queued' && <span className="ac-cell-why">{t('messages.due', { due: whole(due, i18n.language) })}</span>}
                {oldest !== undefined && one !== 'waiting' && <span className="ac-cell-why">{t('messages.oldest', { when: moment(oldest, i18n.language, words) })}</span>}
              </dt>
              <dd>{whole(messages, i18n.language)}</dd>
            </div>
          ))}
        </dl>
      )}
      <MessageList state={state} onState={setPlace} />
    </div>
  );
}
