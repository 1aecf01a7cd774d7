import { Alert, Button, EmptyState, EmptyStateBody, Label, Spinner, Switch } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { businessNow } from '../app/time';
import { daysLeft } from './naranjo';
import { Reaction } from './Reaction';
import * as api from './reactionApi';
import './reaction.css';
import './reactions.css';
import { reactionStates, type ReactionState, type ReactionView } from './wire';

/** Suspicions that wait for a pharmacist's judgement or for the authority, each with its clock. */
export function Reactions({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [state, setState] = useState<ReactionState>('open');
  const [escalated, setEscalated] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const list = useInfiniteQuery({
    queryKey: ['reactions', state, escalated],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.list(state, escalated, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 30_000,
  });
  // What ends first comes first, whenever it was recorded.
  const items = (list.data?.pages.flatMap((page) => page.items) ?? []).toSorted((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
  return (
    <div className="ac-reactions" data-scene="reactions">
      <div className="ac-queue-head">
        <h1>{t('reaction.list')}</h1>
        <Switch label={t('reaction.escalatedOnly')} isChecked={escalated} onChange={(_event, only) => setEscalated(only)} />
      </div>
      <div className="ac-pick-row" role="group" aria-label={t('reaction.list')}>
        {reactionStates.map((one) => (
          <button key={one} type="button" className="ac-quick" aria-pressed={state === one} data-state={one} onClick={() => setState(one)}>
            {t(`reaction.state.${one}`)}
          </button>
        ))}
      </div>
      <div className={`ac-reactions-columns${chosen === undefined ? '' : ' ac-reactions-open'}`}>
        <div className="ac-reactions-list">
          {list.isPending && <Spinner aria-label={t('app.loading')} />}
          {list.isError && (
            <Alert component="p" variant="danger" isInline title={t('reaction.listFailed')} role="alert">
              {list.error.message}
            </Alert>
          )}
          {list.data !== undefined && items.length === 0 && (
            <EmptyState titleText={t('reaction.none')} headingLevel="h2" icon={CheckCircleIcon} variant="sm">
              <EmptyStateBody>{t('reaction.noneText')}</EmptyStateBody>
            </EmptyState>
          )}
          <ul>
            {items.map((one) => (
              <li key={one.id}>
                <Row reaction={one} current={one.id === chosen} onChoose={() => setChosen(one.id)} />
              </li>
            ))}
          </ul>
          {list.hasNextPage && (
            <Button variant="link" isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t('queue.more')}
            </Button>
          )}
        </div>
        {chosen !== undefined && <Reaction key={chosen} id={chosen} me={me} onClose={() => setChosen(undefined)} />}
      </div>
    </div>
  );
}

function Row({ reaction, current, onChoose }: { reaction: ReactionView; current: boolean; onChoose: () => void }) {
  const { t } = useTranslation();
  const left = daysLeft(reaction.dueAt, businessNow());
  const runs = reaction.state === 'open' || reaction.state === 'assessed';
  return (
    <button type="button" className="ac-choice ac-reaction-row" aria-pressed={current} onClick={onChoose} data-reaction-id={reaction.id}>
      <span className="ac-choice-name">
        {reaction.events.length === 0 ? t('reaction.inWords') : reaction.events.map((event) => t(`reaction.event.${event}`, event)).join(', ')}
      </span>
      <span className="ac-choice-then">{reaction.suspects.map(({ name, code }) => name ?? code).join(', ')}</span>
      <span className="ac-reaction-labels">
        {reaction.serious && <Label color="red">{t('reaction.seriousOne')}</Label>}
        {reaction.escalatedAt !== undefined && runs && <Label color="orange">{t('reaction.escalated')}</Label>}
        {reaction.causality !== undefined && <Label color="purple">{t(`reaction.causality.${reaction.causality}`)}</Label>}
        {runs && <Label color={left < 0 ? 'red' : left < 5 ? 'orange' : 'grey'}>{left < 0 ? t('reaction.overdue') : t('reaction.left', { count: left })}</Label>}
        {reaction.reference !== undefined && <Label color="green">{reaction.reference}</Label>}
      </span>
    </button>
  );
}
