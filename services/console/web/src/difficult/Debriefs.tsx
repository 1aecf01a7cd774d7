import { Alert, EmptyState, EmptyStateBody, Label, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { moment } from '../app/time';
import { DebriefPart } from './DebriefPart';
import './difficult.css';
import * as api from './incidentApi';
import { ownParts, parts, type Incident } from './wire';

/** Conversations of mine that were difficult: my own part of their debriefs, and how far the others are. */
export function Debriefs({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['incidents'], queryFn: api.open });
  return (
    <div className="ac-debriefs" data-scene="debriefs">
      <h1>{t('debrief.title')}</h1>
      <p className="ac-hint">{t('debrief.text')}</p>
      {list.isPending && <Spinner aria-label={t('app.loading')} />}
      {list.isError && (
        <Alert component="p" variant="danger" isInline title={t('debrief.failed')} role="alert">
          {list.error.message}
        </Alert>
      )}
      {list.data?.length === 0 && (
        <EmptyState titleText={t('debrief.none')} headingLevel="h2" icon={CheckCircleIcon} variant="sm">
          <EmptyStateBody>{t('debrief.noneText')}</EmptyStateBody>
        </EmptyState>
      )}
      {(list.data ?? []).map((incident) => (
        <Card key={incident.id} me={me.id} incident={incident} onWritten={() => void queries.invalidateQueries({ queryKey: ['incidents'] })} />
      ))}
    </div>
  );
}

function Card({ me, incident, onWritten }: { me: string; incident: Incident; onWritten: () => void }) {
  const { t, i18n } = useTranslation();
  const when = moment(incident.happenedAt, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') });
  const isWritten = (part: string) => incident.debrief.some((written) => written.part === part);
  return (
    <article className="ac-card ac-debrief" data-incident-id={incident.id}>
      <h2>
        {when} <span className="ac-hint">{incident.kinds.map((kind) => t(`difficult.kind.${kind}`, kind)).join(', ')}</span>
      </h2>
      <ul className="ac-debrief-parts">
        {parts.map((part) => (
          <li key={part}>
            <Label color={isWritten(part) ? 'green' : 'grey'} {...(isWritten(part) ? { icon: <CheckCircleIcon /> } : {})}>
              {t(`debrief.part.${part}`)}
            </Label>
          </li>
        ))}
      </ul>
      {ownParts.map((part) => (
        <DebriefPart key={part} me={me} incident={incident.id} part={part} written={isWritten(part)} onWritten={onWritten} />
      ))}
    </article>
  );
}
