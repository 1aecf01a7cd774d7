import { Alert, Button } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { usePlace } from '../app/view';
import { Choice } from '../supervision/Choice';
import { whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import { moved } from './moves';
import { programmes } from './programmesApi';
import { useReplan } from './useReplan';
import type { Replanned } from './wire';

/** After a rule, a holiday or a zone changed: what would move is shown first, and moved only then. */
export function Replan() {
  const { t, i18n } = useTranslation();
  const [programme, setProgramme] = usePlace('only');
  const [asked, setAsked] = useState(false);
  const known = useQuery({ queryKey: ['programmes'], queryFn: programmes });
  const { run, stand, stop } = useReplan();
  const sums = stand.sums;
  const name = (key: string) => known.data?.find(({ programme: one }) => one.key === key)?.programme.name ?? key;
  const count = (value: number) => whole(value, i18n.language);
  return (
    <section className="ac-card ac-stack" aria-label={t('replan.title')} data-part="replan">
      <p className="ac-lead">{t('replan.text')}</p>
      <div className="ac-choices">
        <Choice
          label={t('queue.filter.programme')}
          value={programme ?? ''}
          options={[['', t('queue.filter.all')], ...(known.data ?? []).map(({ programme: one }) => [one.key, one.name] as const)]}
          onChange={(key) => {
            stop();
            setProgramme(key === '' ? undefined : key);
          }}
        />
        <Button variant="secondary" isLoading={stand.doing === 'preview'} isDisabled={stand.doing !== undefined} onClick={() => void run(true, programme)}>
          {t('replan.preview')}
        </Button>
        {stand.doing !== undefined && (
          <Button variant="link" onClick={stop}>
            {t('replan.stop')}
          </Button>
        )}
      </div>
      {sums !== undefined && (
        <p role="status" className="ac-said" data-replan={stand.doing ?? (stand.done === 'preview' ? 'previewed' : 'moved')}>
          {t(stand.last === 'preview' ? 'replan.would' : 'replan.did', { count: moved(sums), moved: count(moved(sums)), looked: count(sums.looked) })}
        </p>
      )}
      {stand.failure !== undefined && <Notice title={t('replan.failed')} failure={stand.failure} />}
      {stand.done === 'move' && <Alert component="p" variant="success" isInline isPlain title={t('replan.finished')} />}
      {sums !== undefined && Object.keys(sums.programmes).length > 0 && <Sums sums={sums} name={name} count={count} />}
      {stand.done === 'preview' && sums !== undefined && moved(sums) > 0 && (
        <span>
          <Button onClick={() => setAsked(true)}>{t('replan.do', { count: moved(sums), moved: count(moved(sums)) })}</Button>
        </span>
      )}
      {asked && sums !== undefined && (
        <Ask
          title={t('replan.askTitle', { count: moved(sums), moved: count(moved(sums)) })}
          text={t('replan.askText')}
          yes={t('replan.askDo')}
          danger
          onYes={() => {
            setAsked(false);
            void run(false, programme);
          }}
          onNo={() => setAsked(false)}
        />
      )}
    </section>
  );
}

const ways = ['kept', 'earlier', 'later', 'cancelled', 'rerouted'] as const;

function Sums({ sums, name, count }: { sums: Replanned; name: (key: string) => string; count: (value: number) => string }) {
  const { t } = useTranslation();
  return (
    <Table variant="compact" aria-label={t('replan.title')}>
      <Thead>
        <Tr>
          <Th width={40}>{t('programmes.column.name')}</Th>
          {ways.map((way) => (
            <Th key={way}>{t(`replan.way.${way}`)}</Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {Object.entries(sums.programmes).map(([key, moves]) => (
          <Tr key={key}>
            <Td dataLabel={t('programmes.column.name')}>
              <strong>{name(key)}</strong>
            </Td>
            {ways.map((way) => (
              <Td key={way} dataLabel={t(`replan.way.${way}`)}>
                {count(moves[way])}
              </Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
