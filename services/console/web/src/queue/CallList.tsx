import { Alert, Button, EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { Table, Tbody, Th, Thead, Tr } from '@patternfly/react-table';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallState, CallView } from '../api/types';
import { Ask } from '../app/Ask';
import { usePlace } from '../app/view';
import { programmes } from '../programmes/programmesApi';
import { Choice } from '../supervision/Choice';
import { Notice } from '../supervision/Notice';
import { CallRow } from './CallRow';
import { GiveCall } from './GiveCall';
import * as api from './queueApi';

/** What can be asked for; what asks for a decision comes first. */
export const listed: readonly CallState[] = ['supervisor', 'held', 'planned', 'paused', 'not-reached', 'too-late', 'cancelled', 'held-out', 'done'];

/** Calls in one state, with what a supervisor can do about each. */
export function CallList({ state, onState }: { state: CallState; onState: (state: string) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [programme, setProgramme] = usePlace('programme');
  const [asked, setAsked] = useState<CallView>();
  const [giving, setGiving] = useState<CallView>();
  const [done, setDone] = useState<string>();
  const known = useQuery({ queryKey: ['programmes'], queryFn: programmes });
  const list = useInfiniteQuery({
    queryKey: ['calls', state, programme ?? ''],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.list({ state, programme }, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 10_000,
  });

  function changed(what: string) {
    setDone(what);
    setAsked(undefined);
    setGiving(undefined);
    void queries.invalidateQueries({ queryKey: ['calls'] });
    void queries.invalidateQueries({ queryKey: ['summary'] });
  }

  const release = useMutation({
    mutationFn: (call: CallView) => api.release(call.id),
    onSuccess: (_answer, call) => changed(t('queue.released', { call: call.programmeName })),
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = state === 'supervisor' || state === 'held' ? state : 'other';
  return (
    <section className="ac-card ac-lists" aria-labelledby="calls" data-part="calls">
      <div className="ac-lists-head">
        <h2 id="calls">{t('queue.calls')}</h2>
        <div className="ac-choices">
          <Choice label={t('queue.filter.state')} value={state} options={listed.map((one) => [one, t(`queue.state.${one}`)])} onChange={onState} />
          <Choice
            label={t('queue.filter.programme')}
            value={programme ?? ''}
            options={[['', t('queue.filter.all')], ...(known.data ?? []).map(({ programme: one }) => [one.key, one.name] as const)]}
            onChange={(key) => setProgramme(key === '' ? undefined : key)}
          />
        </div>
      </div>
      {done !== undefined && <Alert component="p" variant="success" isInline isPlain title={done} role="status" className="ac-inset" />}
      {list.isError && <Notice title={t('queue.failed')} failure={list.error} stale={items.length > 0} onAgain={() => void list.refetch()} />}
      {list.isPending && <Spinner aria-label={t('app.loading')} className="ac-inset" />}
      {list.isSuccess && items.length === 0 && (
        <EmptyState titleText={t(`queue.empty.${empty}`)} headingLevel="h3" icon={CheckCircleIcon} variant="sm">
          <EmptyStateBody>{t(`queue.emptyText.${empty}`)}</EmptyStateBody>
        </EmptyState>
      )}
      {items.length > 0 && (
        <Table variant="compact" aria-labelledby="calls">
          <Thead>
            <Tr>
              <Th width={40}>{t('queue.column.call')}</Th>
              <Th>{t('queue.column.store')}</Th>
              <Th>{t('queue.column.due')}</Th>
              <Th>{t('queue.column.attempts')}</Th>
              <Th>{t('queue.column.stand')}</Th>
              <Th screenReaderText={t('queue.column.action')} />
            </Tr>
          </Thead>
          <Tbody>
            {items.map((call) => (
              <CallRow key={call.id} call={call} onRelease={setAsked} onGive={setGiving} />
            ))}
          </Tbody>
        </Table>
      )}
      {list.hasNextPage && (
        <Button variant="link" isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()} className="ac-inset">
          {t('queue.more')}
        </Button>
      )}
      {asked !== undefined && (
        <Ask
          title={t('queue.releaseTitle')}
          text={t(asked.state === 'held' ? 'queue.releaseHeld' : 'queue.releaseSupervisor')}
          yes={t('queue.releaseDo')}
          danger={asked.state === 'held'}
          busy={release.isPending}
          failure={release.error?.message}
          onYes={() => release.mutate(asked)}
          onNo={() => {
            release.reset();
            setAsked(undefined);
          }}
        />
      )}
      {giving !== undefined && <GiveCall call={giving} onGiven={(agent) => changed(t('give.given', { call: giving.programmeName, agent }))} onClose={() => setGiving(undefined)} />}
    </section>
  );
}
