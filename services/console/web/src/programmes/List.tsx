import { Button, Spinner } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { Notice } from '../supervision/Notice';
import { programmes } from './programmesApi';
import { sayAfter } from './say';

interface Props {
  writes: boolean;
  onOpen: (key: string) => void;
}

/** What is in force; and the way to what is not, or not yet, by its key. */
export function List({ writes, onOpen }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const list = useQuery({ queryKey: ['programmes'], queryFn: programmes, refetchInterval: 30_000 });
  return (
    <section className="ac-card ac-lists" aria-label={t('programmes.list')}>
      {list.isPending && <Spinner aria-label={t('app.loading')} className="ac-inset" />}
      {list.isError && <Notice title={t('programmes.failed')} failure={list.error} stale={list.data !== undefined} onAgain={() => void list.refetch()} />}
      {list.data !== undefined && (
        <Table variant="compact" aria-label={t('programmes.list')}>
          <Thead>
            <Tr>
              <Th width={30}>{t('programmes.column.name')}</Th>
              <Th>{t('programmes.column.state')}</Th>
              <Th>{t('programmes.column.version')}</Th>
              <Th width={35}>{t('programmes.column.steps')}</Th>
              <Th>{t('programmes.column.since')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {list.data.map(({ programme, publishedAt, pausedSince }) => (
              <Tr key={programme.key} data-programme={programme.key}>
                <Td dataLabel={t('programmes.column.name')}>
                  <Button variant="link" isInline onClick={() => onOpen(programme.key)}>
                    {programme.name}
                  </Button>
                </Td>
                <Td dataLabel={t('programmes.column.state')}>
                  <span className={`ac-chip ${pausedSince === undefined ? 'ac-chip-good' : 'ac-chip-wait'}`}>
                    {pausedSince === undefined ? t('programmes.state.published') : t('programmes.state.paused')}
                  </span>
                </Td>
                <Td dataLabel={t('programmes.column.version')}>{programme.version}</Td>
                <Td dataLabel={t('programmes.column.steps')}>{programme.steps.map((step) => sayAfter(step.after, t)).join(' · ')}</Td>
                <Td dataLabel={t('programmes.column.since')}>{moment(publishedAt, i18n.language, words)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <ByKey writes={writes} onOpen={onOpen} />
    </section>
  );
}

function ByKey({ writes, onOpen }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const [key, setKey] = useState('');
  const sound = /^[a-z0-9-]{1,64}$/.test(key);
  return (
    <form
      className="ac-choices ac-inset"
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) onOpen(key);
      }}
    >
      <span className="ac-select">
        <label htmlFor={id}>{t(writes ? 'programmes.newOrOther' : 'programmes.other')}</label>
        <input id={id} className="ac-entry" value={key} onChange={(event) => setKey(event.target.value.trim())} placeholder="winter-check" aria-describedby={`${id}-hint`} />
      </span>
      <Button type="submit" variant="secondary" isDisabled={!sound}>
        {t('programmes.open')}
      </Button>
      <span className="ac-hint" id={`${id}-hint`}>
        {t('programmes.keyHint')}
      </span>
    </form>
  );
}
