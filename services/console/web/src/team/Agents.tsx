import { Button, Spinner } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { shortId } from '../parts/say';
import { Notice } from '../supervision/Notice';
import { Profile } from './Profile';
import * as api from './teamApi';
import { serves } from './serves';

/** Who is there, and which calls they are given. */
export function Agents() {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [edited, setEdited] = useState<api.Agent>();
  const list = useQuery({ queryKey: ['agents'], queryFn: api.agents, refetchInterval: 15_000 });
  return (
    <section className="ac-card ac-lists" aria-label={t('agents.title')} data-part="agents">
      <p className="ac-lead ac-inset">{t('agents.text')}</p>
      {list.isPending && <Spinner aria-label={t('app.loading')} className="ac-inset" />}
      {list.isError && <Notice title={t('agents.failed')} failure={list.error} stale={list.data !== undefined} onAgain={() => void list.refetch()} />}
      {list.data?.length === 0 && <p className="ac-hint ac-inset">{t('agents.none')}</p>}
      {list.data !== undefined && list.data.length > 0 && (
        <Table variant="compact" aria-label={t('agents.title')}>
          <Thead>
            <Tr>
              <Th>{t('agents.column.agent')}</Th>
              <Th>{t('agents.column.presence')}</Th>
              <Th>{t('agents.column.languages')}</Th>
              <Th width={35}>{t('agents.column.stores')}</Th>
              <Th screenReaderText={t('queue.column.action')} />
            </Tr>
          </Thead>
          <Tbody>
            {list.data.map((agent) => (
              <Tr key={agent.agent} data-agent={agent.agent}>
                <Td dataLabel={t('agents.column.agent')}>
                  <strong title={agent.agent}>{shortId(agent.agent)}</strong>
                </Td>
                <Td dataLabel={t('agents.column.presence')}>
                  <span>
                    <span className={`ac-chip ${agent.presence.state === 'available' ? 'ac-chip-good' : 'ac-chip-wait'}`}>{t(`agents.presence.${agent.presence.state}`)}</span>
                    <span className="ac-cell-why">
                      {[
                        ...(agent.presence.reason === undefined ? [] : [t(`agents.reason.${agent.presence.reason}`, agent.presence.reason)]),
                        ...(agent.presence.since === undefined ? [] : [t('agents.since', { when: moment(agent.presence.since, i18n.language, words) })]),
                      ].join(' · ')}
                    </span>
                  </span>
                </Td>
                <Td dataLabel={t('agents.column.languages')}>{agent.languages.length > 0 ? agent.languages.join(', ') : t('agents.anyLanguage')}</Td>
                <Td dataLabel={t('agents.column.stores')}>{serves(agent).length > 0 ? serves(agent).join(', ') : t('agents.allStores')}</Td>
                <Td isActionCell>
                  <Button variant="secondary" size="sm" onClick={() => setEdited(agent)} aria-label={t('agents.editOf', { agent: shortId(agent.agent) })}>
                    {t('agents.edit')}
                  </Button>
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {edited !== undefined && <Profile agent={edited} onClose={() => setEdited(undefined)} />}
    </section>
  );
}
