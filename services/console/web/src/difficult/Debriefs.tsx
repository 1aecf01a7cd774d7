import { Alert, EmptyState, EmptyStateBody, Label, Spinner } from '@patternfly/react-core';
import { CheckCircleIcon } from '@patternfly/react-icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { moment } from '../app/time';
import { usePlace } from '../app/view';
import { DebriefPart } from './DebriefPart';
import './difficult.css';
import * as api from './incidentApi';
import { ownParts, parts, type Incident } from './wire';

/**
 * Conversations of mine that were difficult: my own part of their debriefs, and how far the others are. A link that a supervisor
 * handed on asks for my view of a colleague's.
 */
export function Debriefs({ me }: { me: Me }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: ['incidents', 'mine'], queryFn: () => api.open(me.id) });
  const [handed] = usePlace('incident');
  // Neither the one concerned nor a supervisor speaks as a colleague.
  const asked = handed !== undefined && !me.roles.includes('supervisor') && !list.data?.some(({ id }) => id === handed);
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
      {asked && !list.isPending && <Handed key={handed} me={me.id} incident={handed} />}
      {list.data?.length === 0 && !asked && (
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

/** Of a colleague's talk I am shown nothing: it is theirs to tell me of it. */
function Handed({ me, incident }: { me: string; incident: string }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(false);
  return (
    <article className="ac-card ac-debrief" data-handed={incident}>
      <h2>{t('debrief.part.colleague')}</h2>
      <p className="ac-hint">{t('debrief.handed')}</p>
      <DebriefPart me={me} incident={incident} part="colleague" written={written} onWritten={() => setWritten(true)} />
    </article>
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
