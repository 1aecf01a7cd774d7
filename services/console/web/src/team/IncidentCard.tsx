import { Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { moment } from '../app/time';
import { pathOf } from '../app/view';
import { shortId } from '../parts/say';
import { Notice } from '../supervision/Notice';
import * as api from './teamApi';
import { voices } from './voices';
import { WritePart } from './WritePart';

/** Leads whoever is asked for a colleague's view to where it is written. */
const linkFor = ({ id }: api.Incident) => `${location.origin}${pathOf('debriefs')}?incident=${id}`;

/** One incident: what made it difficult, what helped, and how far its debrief has come. */
export function IncidentCard({ incident, me }: { incident: api.Incident; me: Me }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const queries = useQueryClient();
  const [writing, setWriting] = useState<api.Part>();
  const close = useMutation({
    mutationFn: () => api.close(incident.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['incidents'] }),
  });
  const mine = voices(incident, me);
  return (
    <article className="ac-card ac-stack" data-incident={incident.id} aria-labelledby={`incident-${incident.id}`}>
      <div className="ac-page-head">
        <h2 id={`incident-${incident.id}`}>
          {incident.kinds.length > 0 ? incident.kinds.map((kind) => t(`incidents.kind.${kind}`, kind)).join(' · ') : t('incidents.unsaid')}
        </h2>
        <span className="ac-hint">
          {moment(incident.happenedAt, i18n.language, words)} · {t('incidents.with', { agent: shortId(incident.agent) })}
        </span>
      </div>
      {incident.helped.length > 0 && (
        <p>
          {t('incidents.helped')} {incident.helped.map((one) => t(`incidents.help.${one}`, one)).join(', ')}
        </p>
      )}
      <ol className="ac-plain ac-debriefing">
        {api.parts.map((part) => {
          const written = incident.debrief.find((one) => one.part === part);
          return (
            <li key={part} data-part={part} data-written={written !== undefined}>
              <span className="ac-debriefing-mark" aria-hidden>
                {written === undefined ? '○' : '✓'}
              </span>
              <span>
                <strong>{t(`incidents.part.${part}`)}</strong>
                <span className="ac-cell-why">
                  {written === undefined
                    ? t(`incidents.by.${part}`)
                    : t('incidents.written', { who: shortId(written.by), when: moment(written.at, i18n.language, words) })}
                </span>
              </span>
              {incident.state === 'open' && mine.includes(part) && (
                <Button variant="secondary" size="sm" onClick={() => setWriting(part)}>
                  {t(written === undefined ? 'incidents.write' : 'incidents.writeAnew')}
                </Button>
              )}
              {incident.state === 'open' && part === 'colleague' && written === undefined && (
                <label className="ac-debriefing-link">
                  <span className="ac-hint">{t('incidents.handOn')}</span>
                  <input className="ac-entry" readOnly value={linkFor(incident)} onFocus={(event) => event.target.select()} />
                </label>
              )}
            </li>
          );
        })}
      </ol>
      {incident.state === 'open' && (
        <span className="ac-row">
          <Button isDisabled={incident.missing.length > 0 || close.isPending} isLoading={close.isPending} onClick={() => close.mutate()}>
            {t('incidents.close')}
          </Button>
          {incident.missing.length > 0 && <span className="ac-hint">{t('incidents.missing', { count: incident.missing.length })}</span>}
        </span>
      )}
      {close.isError && <Notice title={t('app.failed')} failure={close.error} />}
      {writing !== undefined && <WritePart me={me.id} incident={incident} part={writing} onClose={() => setWriting(undefined)} />}
    </article>
  );
}
