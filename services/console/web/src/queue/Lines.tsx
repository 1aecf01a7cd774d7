import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { Choice } from '../supervision/Choice';
import { cityOf, whole } from '../supervision/format';
import { linesOf, zonesOf } from './summary';
import type { Ages, QueueSummary } from './wire';

const spans: readonly (keyof Ages)[] = ['under15Minutes', 'underAnHour', 'under4Hours', 'longer'];

/** The queue by urgency, by who may take it, by how long it waits, and by the clock of those who are called. */
export function Lines({ summary }: { summary: QueueSummary }) {
  const { t, i18n } = useTranslation();
  const [skill, setSkill] = useState('');
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const since = (at: string | undefined, zone?: string) => (at === undefined ? '–' : moment(at, i18n.language, words, zone));
  const number = (value: number) => whole(value, i18n.language);
  const lines = linesOf(summary.queues, skill);
  return (
    <>
      <section className="ac-card ac-lists" aria-labelledby="lines" data-part="lines">
        <div className="ac-lists-head">
          <h2 id="lines">{t('queue.lines')}</h2>
          <Choice
            label={t('queue.line.skill')}
            value={skill}
            options={[['', t('queue.line.anybody')], ...(['agent', 'pharmacist'] as const).map((one) => [one, t(`role.${one}`)] as const)]}
            onChange={setSkill}
          />
        </div>
        <Table variant="compact" aria-labelledby="lines">
          <Thead>
            <Tr>
              <Th>{t('queue.line.priority')}</Th>
              <Th>{t('queue.line.skill')}</Th>
              <Th>{t('queue.count.waiting')}</Th>
              {spans.map((span) => (
                <Th key={span}>{t(`queue.age.${span}`)}</Th>
              ))}
              <Th>{t('queue.count.oldestDueAt')}</Th>
              <Th>{t('queue.line.planned')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {lines.map((line) => (
              <Tr key={`${line.priority} ${line.skill}`}>
                <Td dataLabel={t('queue.line.priority')}>
                  <strong>{t(`queue.priority.${line.priority}`, String(line.priority))}</strong>
                </Td>
                <Td dataLabel={t('queue.line.skill')}>{t(`role.${line.skill}`, line.skill)}</Td>
                <Td dataLabel={t('queue.count.waiting')}>{number(line.waiting)}</Td>
                {spans.map((span) => (
                  <Td key={span} dataLabel={t(`queue.age.${span}`)} className={span !== 'longer' ? 'ac-roomy' : line.ages.longer > 0 ? 'ac-long-wait' : ''}>
                    {number(line.ages[span])}
                  </Td>
                ))}
                <Td dataLabel={t('queue.count.oldestDueAt')}>{since(line.oldestDueAt)}</Td>
                <Td dataLabel={t('queue.line.planned')}>{number(line.planned)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </section>
      <section className="ac-card ac-lists" aria-labelledby="zones" data-part="zones">
        <div className="ac-lists-head">
          <h2 id="zones">{t('queue.zones')}</h2>
        </div>
        <Table variant="compact" aria-labelledby="zones">
          <Thead>
            <Tr>
              <Th width={25}>{t('queue.zone.name')}</Th>
              <Th>{t('queue.zone.now')}</Th>
              <Th>{t('queue.count.waiting')}</Th>
              <Th>{t('queue.count.oldestDueAt')}</Th>
              <Th>{t('queue.line.planned')}</Th>
            </Tr>
          </Thead>
          <Tbody>
            {zonesOf(lines).map((zone) => (
              <Tr key={zone.zone}>
                <Td dataLabel={t('queue.zone.name')}>
                  <strong title={zone.zone}>{cityOf(zone.zone)}</strong>
                </Td>
                <Td dataLabel={t('queue.zone.now')}>{since(summary.at, zone.zone).slice(-5)}</Td>
                <Td dataLabel={t('queue.count.waiting')}>{number(zone.waiting)}</Td>
                <Td dataLabel={t('queue.count.oldestDueAt')}>{since(zone.oldestDueAt)}</Td>
                <Td dataLabel={t('queue.line.planned')}>{number(zone.planned)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      </section>
    </>
  );
}
