import { Button, Spinner } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { usePlace } from '../app/view';
import { programmes } from '../programmes/programmesApi';
import { Choice } from '../supervision/Choice';
import { Notice } from '../supervision/Notice';
import * as api from './messagesApi';

/** Messages in one state; what they say and to whom is nowhere here. */
export function MessageList({ state, onState }: { state: api.MessageState; onState: (state: string) => void }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [programme, setProgramme] = usePlace('programme');
  const known = useQuery({ queryKey: ['programmes'], queryFn: programmes });
  const list = useInfiniteQuery({
    queryKey: ['messages', state, programme ?? ''],
    queryFn: ({ pageParam }: { pageParam: string | undefined }) => api.list(state, programme, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 15_000,
  });
  const name = (key: string) => known.data?.find(({ programme: one }) => one.key === key)?.programme.name ?? key;
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section className="ac-card ac-lists" aria-labelledby="messages" data-part="messages">
      <div className="ac-lists-head">
        <h2 id="messages">{t('messages.list')}</h2>
        <div className="ac-choices">
          <Choice label={t('queue.filter.state')} value={state} options={api.states.map((one) => [one, t(`messages.state.${one}`)])} onChange={onState} />
          <Choice
            label={t('queue.filter.programme')}
            value={programme ?? ''}
            options={[['', t('queue.filter.all')], ...(known.data ?? []).map(({ programme: one }) => [one.key, one.name] as const)]}
            onChange={(key) => setProgramme(key === '' ? undefined : key)}
          />
        </div>
      </div>
      {list.isPending && <Spinner aria-label={t('app.loading')} className="ac-inset" />}
      {list.isError && <Notice title={t('messages.failed')} failure={list.error} stale={items.length > 0} onAgain={() => void list.refetch()} />}
      {list.isSuccess && items.length === 0 && <p className="ac-hint ac-inset">{t('messages.none')}</p>}
      {items.length > 0 && (
        <Table variant="compact" aria-labelledby="messages">
          <Thead>
            <Tr>
              <Th width={30}>{t('messages.column.what')}</Th>
              <Th>{t('messages.column.channel')}</Th>
              <Th>{t('messages.column.due')}</Th>
              <Th>{t('queue.column.attempts')}</Th>
              <Th width={30}>{t('messages.column.why')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {items.map((message) => (
              <Tr key={message.id} data-message={message.id}>
                <Td dataLabel={t('messages.column.what')}>
                  <span>
                    <strong>{name(message.programme)}</strong>
                    <span className="ac-cell-why">{message.template}</span>
                  </span>
                </Td>
                <Td dataLabel={t('messages.column.channel')}>{message.channel === undefined ? t('messages.undecided') : t(`messages.channel.${message.channel}`, message.channel)}</Td>
                <Td dataLabel={t('messages.column.due')}>{moment(message.sentAt ?? message.dueAt, i18n.language, words)}</Td>
                <Td dataLabel={t('queue.column.attempts')}>{message.attempts}</Td>
                <Td dataLabel={t('messages.column.why')}>
                  <span>
                    {message.reason !== undefined && <strong>{t(`messages.reason.${message.reason}`, message.reason)}</strong>}
                    <span className="ac-cell-why">{message.explained}</span>
                  </span>
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
    </section>
  );
}
