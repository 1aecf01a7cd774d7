import { Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { Bars } from '../supervision/Bars';
import { Choice } from '../supervision/Choice';
import { dateText, decimal, whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import * as api from './programmesApi';
import { byDate } from './days';
import type { Edition, Simulation } from './wire';

interface Props {
  programme: string;
  draft: Edition;
  writes: boolean;
  onDone: () => void;
}

const spans = ['7', '30', '90'] as const;

/** What the saved draft would have made of past sales; then it is put in force, or thrown away. */
export function Trial({ programme: key, draft, writes, onDone }: Props) {
  const { t } = useTranslation();
  const [days, setDays] = useState('30');
  const [asked, setAsked] = useState<'publish' | 'discard'>();
  const simulate = useMutation({ mutationFn: () => api.simulate(key, Number(days)) });
  const act = useMutation({
    mutationFn: async (what: 'publish' | 'discard') => {
      await (what === 'publish' ? api.publish(key, draft.revision) : api.discard(key));
    },
    onSuccess: () => {
      setAsked(undefined);
      onDone();
    },
  });
  return (
    <section className="ac-card ac-stack" aria-labelledby="trial" data-part="trial">
      <div className="ac-page-head">
        <h2 id="trial">{t('trial.title', { version: draft.programme.version, revision: draft.revision })}</h2>
        {writes && (
          <span className="ac-row">
            <Button onClick={() => setAsked('publish')}>{t('trial.publish.do')}</Button>
            <Button variant="link" isDanger onClick={() => setAsked('discard')}>
              {t('trial.discard.do')}
            </Button>
          </span>
        )}
      </div>
      <p className="ac-hint">{t('trial.hint')}</p>
      <div className="ac-choices">
        <Choice label={t('trial.days')} value={days} options={spans.map((span) => [span, t('trial.span', { count: Number(span) })])} onChange={setDays} />
        <Button variant="secondary" isLoading={simulate.isPending} isDisabled={simulate.isPending} onClick={() => simulate.mutate()}>
          {t('trial.simulate')}
        </Button>
      </div>
      {simulate.isError && <Notice title={t('trial.failed')} failure={simulate.error} />}
      {simulate.data !== undefined && <Outcome simulation={simulate.data} />}
      {asked !== undefined && (
        <Ask
          title={t(`trial.${asked}.title`, { version: draft.programme.version })}
          text={t(`trial.${asked}.text`)}
          yes={t(`trial.${asked}.do`)}
          danger={asked === 'discard'}
          busy={act.isPending}
          failure={act.error?.message}
          onYes={() => act.mutate(asked)}
          onNo={() => {
            act.reset();
            setAsked(undefined);
          }}
        />
      )}
    </section>
  );
}

function Outcome({ simulation }: { simulation: Simulation }) {
  const { t, i18n } = useTranslation();
  const dates = byDate(simulation.days);
  return (
    <div className="ac-stack" role="status" data-part="simulation">
      <p className="ac-said">
        {t('trial.said', {
          calls: whole(simulation.calls, i18n.language),
          hours: decimal(simulation.skills.find(({ skill }) => skill === 'pharmacist')?.hours ?? 0, i18n.language),
          messages: whole(simulation.messages, i18n.language),
          sales: whole(simulation.sales, i18n.language),
        })}
      </p>
      {simulation.notCounted.length > 0 && (
        <ul className="ac-plain ac-hint">
          {simulation.notCounted.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {!simulation.complete && <p className="ac-slip">{t('trial.notComplete')}</p>}
      <dl className="ac-tiles">
        {simulation.skills.map(({ skill, calls, hours }) => (
          <div key={skill} className="ac-card ac-tile">
            <dt>{t('trial.hours', { skill: t(`role.${skill}`, skill), calls: whole(calls, i18n.language) })}</dt>
            <dd>{decimal(hours, i18n.language)}</dd>
          </div>
        ))}
      </dl>
      {dates.length > 0 && (
        <Bars
          label={t('trial.perDay')}
          names={[t('trial.contacts')]}
          columns={dates.map(({ date, contacts }) => ({
            key: date,
            label: date.slice(8),
            parts: [contacts],
            hint: `${dateText(date, i18n.language)}: ${whole(contacts, i18n.language)}`,
          }))}
          head={[t('trial.date'), t('trial.contacts')]}
          rows={dates.map(({ date, contacts }) => [dateText(date, i18n.language), whole(contacts, i18n.language)])}
        />
      )}
    </div>
  );
}
