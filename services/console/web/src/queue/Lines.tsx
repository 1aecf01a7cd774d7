import { Title } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useTranslation } from 'react-i18next';
import type { QueueSummary } from '../api/types';
import { moment } from '../app/time';

/** The queue by urgency and by who may take it. */
export function Lines({ summary }: { summary: QueueSummary }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const number = (value: number) => value.toLocaleString(i18n.language);
  return (
    <section className="ac-card ac-lists" aria-labelledby="lines">
      <Title headingLevel="h2" size="md" id="lines" className="ac-lists-title">
        {t('queue.lines')}
      </Title>
      <Table variant="compact" aria-labelledby="lines">
        <Thead>
          <Tr>
            <Th width={40}>{t('queue.line.priority')}</Th>
            <Th>{t('queue.line.skill')}</Th>
            <Th>{t('queue.count.waiting')}</Th>
            <Th>{t('queue.count.oldestDueAt')}</Th>
            <Th>{t('queue.count.planned')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {summary.queues.map((line) => (
            <Tr key={`${line.priority} ${line.skill}`}>
              <Td dataLabel={t('queue.line.priority')}>
                <strong>{t(`queue.priority.${line.priority}`, String(line.priority))}</strong>
              </Td>
              <Td dataLabel={t('queue.line.skill')}>{t(`role.${line.skill}`, line.skill)}</Td>
              <Td dataLabel={t('queue.count.waiting')}>{number(line.waiting)}</Td>
              <Td dataLabel={t('queue.count.oldestDueAt')}>
                {line.oldestDueAt === undefined ? '–' : moment(line.oldestDueAt, i18n.language, words)}
              </Td>
              <Td dataLabel={t('queue.count.planned')}>{number(line.planned)}</Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
    </section>
  );
}
