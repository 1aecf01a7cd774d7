import { Alert, Button, EmptyState, EmptyStateBody, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { CallView } from '../api/types';
import { Ask } from '../app/Ask';
import { useWallClock } from '../app/ticks';
import { moment } from '../app/time';
import { clockText, remaining } from '../desk/lease';

/** Calls in one state, with the one thing a supervisor can do about each. */
export function Held({ state }: { state: 'held' | 'supervisor' }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const now = useWallClock();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<CallView>();
  const [released, setReleased] = useState<string>();
  const list = useInfiniteQuery({
    queryKey: ['calls', state],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => calls.list(state, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 10_000,
  });
  const release = useMutation({
    mutationFn: (call: CallView) => calls.releaseAsSupervisor(call.id),
    onSuccess: (_answer, call) => {
      setReleased(call.programmeName);
      setAsked(undefined);
      void queries.invalidateQueries({ queryKey: ['calls'] });
      void queries.invalidateQueries({ queryKey: ['summary'] });
    },
  });

  if (list.isPending) return <Spinner aria-label={t('app.loading')} className="ac-inset" />;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const suffix = state === 'held' ? 'Held' : 'Supervisor';
  return (
    <>
      {released !== undefined && (
        <Alert component="p" variant="success" isInline isPlain title={t('queue.released', { call: released })} role="status" className="ac-inset" />
      )}
      {list.isError && (
        <Alert component="p" variant="danger" isInline title={t('queue.failed')} role="alert" className="ac-inset">
          {list.error.message}
        </Alert>
      )}
      {items.length === 0 && !list.isError ? (
        <EmptyState titleText={t(`queue.empty${suffix}`)} headingLevel="h2" icon={CheckCircleIcon} variant="sm">
          <EmptyStateBody>{t(`queue.empty${suffix}Text`)}</EmptyStateBody>
        </EmptyState>
      ) : (
        <Table variant="compact" aria-label={t(`queue.${state}`)}>
          <Thead>
            <Tr>
              <Th width={40}>{t('queue.column.call')}</Th>
              <Th>{t('queue.column.store')}</Th>
              <Th>{t('queue.column.due')}</Th>
              <Th>{t('queue.column.attempts')}</Th>
              {state === 'held' && <Th>{t('queue.column.lease')}</Th>}
              <Th screenReaderText={t('queue.column.action')} />
            </Tr>
          </Thead>
          <Tbody>
            {items.map((call) => (
              <Tr key={call.id}>
                <Td dataLabel={t('queue.column.call')}>
                  <strong>{call.programmeName}</strong>
                  <span className="ac-cell-why">{call.reason}</span>
                </Td>
                <Td dataLabel={t('queue.column.store')}>{call.storeId}</Td>
                <Td dataLabel={t('queue.column.due')}>{moment(call.dueAt, i18n.language, words)}</Td>
                <Td dataLabel={t('queue.column.attempts')}>{call.attempts}</Td>
                {state === 'held' && <Td dataLabel={t('queue.column.lease')}>{clockText(remaining(call.leaseUntil, now))}</Td>}
                <Td isActionCell>
                  <Button variant="secondary" size="sm" onClick={() => setAsked(call)}>
                    {t('queue.release')}
                  </Button>
                </Td>
              </Tr>
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
          text={t(`queue.release${suffix}`)}
          yes={t('queue.releaseDo')}
          danger={state === 'held'}
          busy={release.isPending}
          failure={release.error?.message}
          onYes={() => release.mutate(asked)}
          onNo={() => {
            release.reset();
            setAsked(undefined);
          }}
        />
      )}
    </>
  );
}
