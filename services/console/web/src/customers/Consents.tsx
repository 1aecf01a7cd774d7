import { Button, Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import { dayText, momentText, shortId } from '../parts/say';
import { AnswerForm } from './AnswerForm';
import * as api from './api';
import './consents.css';
import { may } from './rights';
import { channels, purposes, type Channel, type ConsentFile, type CustomerFile, type Purpose, type Roles } from './wire';

const marks = { given: '', declined: 'ac-file-mark-bad', withdrawn: 'ac-file-mark-bad', 'not-asked': 'ac-file-mark-plain' } as const;

/** Where each question stands, purpose by channel, and how it came to that. A cell is where an answer is written down. */
export function Consents({ roles, file, onSaved }: { roles: Roles; file: CustomerFile; onSaved: () => void }) {
  const { t, i18n } = useTranslation();
  const [asked, setAsked] = useState<{ purpose: Purpose; channel: Channel }>();
  const consents = useQuery({ queryKey: ['customer', file.id, 'consents'], queryFn: () => api.consents(file.id) });
  const editable = may(roles, 'consent') && file.status === 'active';
  const standing = (purpose: Purpose, channel: Channel) => consents.data?.standing.find((each) => each.purpose === purpose && each.channel === channel);
  return (
    <Section name="consents" title={t('file.consents.title')}>
      {consents.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {consents.isError && <Fault title={t('parts.loadFailed')} failure={consents.error} onAgain={() => void consents.refetch()} />}
      {consents.data?.doNotCall && <p className="ac-file-mark ac-file-mark-bad">{t('file.doNotCall')}</p>}
      {consents.data !== undefined && (
        <table className="ac-consents">
          <caption className="pf-v6-screen-reader">{t('file.consents.title')}</caption>
          <thead>
            <tr>
              <td />
              {channels.map((channel) => (
                <th key={channel} scope="col">
                  {t(`file.channels.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {purposes.map((purpose) => (
              <tr key={purpose}>
                <th scope="row">{t(`file.purposes.${purpose}`)}</th>
                {channels.map((channel) => {
                  const { state = 'not-asked', since } = standing(purpose, channel) ?? {};
                  const said = t(`file.answers.${state}`);
                  const label = `${t(`file.purposes.${purpose}`)}, ${t(`file.channels.${channel}`)}: ${said}`;
                  const title = since === undefined ? said : t('file.consents.since', { state: said, when: dayText(since, i18n.language) });
                  return (
                    <td key={channel} data-consent={`${purpose}/${channel}`} data-state={state} data-channel={t(`file.channels.${channel}`)}>
                      {editable ? (
                        <button type="button" className={`ac-file-mark ${marks[state]}`} title={title} aria-label={label} aria-pressed={asked?.purpose === purpose && asked.channel === channel} onClick={() => setAsked({ purpose, channel })}>
                          {said}
                        </button>
                      ) : (
                        <span className={`ac-file-mark ${marks[state]}`} title={title}>
                          {said}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {asked !== undefined && (
        <AnswerForm
          key={`${asked.purpose} ${asked.channel}`}
          customer={file.id}
          {...asked}
          standing={standing(asked.purpose, asked.channel)?.state ?? 'not-asked'}
          onDone={(saved) => {
            setAsked(undefined);
            if (saved) onSaved();
          }}
        />
      )}
      {consents.data !== undefined && consents.data.answers.length > 0 && <History answers={consents.data.answers} />}
    </Section>
  );
}

function History({ answers }: { answers: ConsentFile['answers'] }) {
  const { t, i18n } = useTranslation();
  const [all, setAll] = useState(false);
  const shown = all ? answers : answers.slice(0, 4);
  return (
    <div>
      <h3>{t('file.consents.history')}</h3>
      <ol className="ac-file-rows" data-history="consents">
        {shown.map((answer, place) => (
          <li key={place}>
            <span className={`ac-file-mark ${marks[answer.state]}`}>{t(`file.answers.${answer.state}`)}</span>
            <span>
              {t(`file.purposes.${answer.purpose}`)} · {t(`file.channels.${answer.channel}`)}
            </span>
            <span className="ac-hint ac-file-end">{momentText(answer.at, i18n.language)}</span>
            <span className="ac-hint ac-file-line">
              {[
                ...(answer.source ? [t(`file.sources.${answer.source}`, answer.source)] : []),
                t('file.consents.wordingIs', { wording: answer.wording }),
                t('file.consents.by', { who: shortId(answer.recordedBy) }),
                ...(answer.proof ? [t('file.consents.proofIs', { proof: [answer.proof.reference, answer.proof.text].filter(Boolean).join(' – ') })] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
      {answers.length > shown.length && (
        <Button variant="link" isInline onClick={() => setAll(true)}>
          {t('file.consents.all', { count: answers.length })}
        </Button>
      )}
    </div>
  );
}
