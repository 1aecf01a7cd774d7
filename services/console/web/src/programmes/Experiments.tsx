import { Button, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { moment } from '../app/time';
import { shortId } from '../parts/say';
import { Notice } from '../supervision/Notice';
import * as api from './programmesApi';
import { type Named, named } from './named';

const usual = 5;

/** Who is not called, so that it can be seen whether calls help: nobody, until somebody answers for it here. */
export function Experiments({ approves }: { approves: boolean }) {
  const { t } = useTranslation();
  const approved = useQuery({ queryKey: ['experiments'], queryFn: api.experiments });
  const known = useQuery({ queryKey: ['programmes'], queryFn: api.programmes });
  const failure = approved.error ?? known.error;
  const all = approved.data !== undefined && known.data !== undefined ? named(approved.data, known.data) : undefined;
  return (
    <section className="ac-card ac-stack" aria-label={t('experiments.title')} data-part="experiments">
      <p className="ac-lead">{t('experiments.text')}</p>
      {failure !== null && <Notice title={t('experiments.failed')} failure={failure} onAgain={() => void Promise.all([approved.refetch(), known.refetch()])} />}
      {failure === null && all === undefined && <Spinner aria-label={t('app.loading')} />}
      {all?.length === 0 && <p className="ac-hint">{t('experiments.none')}</p>}
      <ul className="ac-plain ac-experiments">
        {all?.map((experiment) => (
          <One key={experiment.name} experiment={experiment} approves={approves} />
        ))}
      </ul>
    </section>
  );
}

function One({ experiment: { name, programmes, stands }, approves }: { experiment: Named; approves: boolean }) {
  const { t, i18n } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [share, setShare] = useState(String(stands?.sharePercent ?? usual));
  const [asked, setAsked] = useState<'approve' | 'end'>();
  const sound = /^\d{1,2}$/.test(share) && Number(share) >= 1 && Number(share) <= 50;
  const act = useMutation({
    mutationFn: (what: 'approve' | 'end') => (what === 'approve' ? api.approve(name, Number(share)) : api.end(name)),
    onSuccess: () => {
      setAsked(undefined);
      void queries.invalidateQueries({ queryKey: ['experiments'] });
    },
  });
  const runs = stands?.runs === true;
  return (
    <li data-experiment={name}>
      <div className="ac-page-head">
        <h2>{name}</h2>
        <span className={`ac-chip ${runs ? 'ac-chip-wait' : ''}`}>{runs ? t('experiments.runs', { share: stands.sharePercent }) : t('experiments.rests')}</span>
      </div>
      <p className="ac-hint">
        {programmes.length > 0 ? t('experiments.of', { programmes: programmes.join(', ') }) : t('experiments.ofNone')}
        {stands !== undefined &&
          ` · ${t(stands.endedAt === undefined ? 'experiments.approved' : 'experiments.ended', {
            who: shortId(stands.endedBy ?? stands.approvedBy),
            when: moment(stands.endedAt ?? stands.approvedAt, i18n.language, words),
          })}`}
      </p>
      {approves && (
        <div className="ac-choices">
          <span className="ac-select">
            <label htmlFor={id}>{t('experiments.share')}</label>
            <input id={id} className="ac-entry" inputMode="numeric" value={share} aria-invalid={!sound} aria-describedby={`${id}-fault`} onChange={(event) => setShare(event.target.value)} />
          </span>
          <Button variant="secondary" isDisabled={!sound} onClick={() => setAsked('approve')}>
            {t(runs ? 'experiments.change' : 'experiments.approve')}
          </Button>
          {runs && (
            <Button variant="secondary" onClick={() => setAsked('end')}>
              {t('experiments.end')}
            </Button>
          )}
          <span id={`${id}-fault`} className="ac-slip">
            {sound ? '' : t('experiments.shareFault')}
          </span>
        </div>
      )}
      {asked !== undefined && (
        <Ask
          title={t(`experiments.ask.${asked}.title`, { name, share })}
          text={t(`experiments.ask.${asked}.text`)}
          yes={t(`experiments.ask.${asked}.do`)}
          busy={act.isPending}
          failure={act.error?.message}
          onYes={() => act.mutate(asked)}
          onNo={() => {
            act.reset();
            setAsked(undefined);
          }}
        />
      )}
    </li>
  );
}
