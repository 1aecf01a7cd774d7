import { Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Bars } from '../supervision/Bars';
import { dateText, hourText, percent, whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import { withoutGaps } from './hours';
import * as api from './staffingApi';

const none = (hour: number): api.Rate => ({ hour, dialled: 0, answered: 0, rate: 0 });

/** When people answer, by segment; and where other hours would be better than chance explains. */
export function Answers() {
  const { t, i18n } = useTranslation();
  const rates = useQuery({ queryKey: ['answer-rates'], queryFn: api.answerRates });
  return (
    <>
      {rates.isPending && <Spinner aria-label={t('app.loading')} />}
      {rates.isError && <Notice title={t('answers.failed')} failure={rates.error} onAgain={() => void rates.refetch()} />}
      {rates.data !== undefined && (
        <p className="ac-lead">{t('answers.text', { since: dateText(rates.data.since.slice(0, 10), i18n.language) })}</p>
      )}
      {rates.data?.segments.length === 0 && <p className="ac-card ac-hint">{t('answers.nothing')}</p>}
      <div className="ac-segments">
        {rates.data?.segments.map((segment) => (
          <One key={segment.segment} segment={segment} />
        ))}
      </div>
    </>
  );
}

function One({ segment: { segment, hours, proposals } }: { segment: api.Segment }) {
  const { t, i18n } = useTranslation();
  const share = (rate: number) => percent(rate, i18n.language);
  const name = t(`answers.segment.${segment}`, segment);
  const lit = ({ hour }: api.Rate) => proposals.some(({ from, to }) => hour >= from && hour < to);
  return (
    <section className="ac-card ac-stack" aria-label={name} data-segment={segment}>
      <h2>{name}</h2>
      {proposals.length === 0 ? (
        <p className="ac-hint">{t('answers.noProposal')}</p>
      ) : (
        proposals.map(({ from, to, rate, otherwise }) => (
          <p key={from} className="ac-proposal">
            {t('answers.proposal', { from: hourText(from), to: hourText(to), rate: share(rate), otherwise: share(otherwise) })}
          </p>
        ))
      )}
      <Bars
        label={t('answers.chart')}
        names={[t('answers.rate')]}
        whole={1}
        columns={withoutGaps(hours, none).map((hour) => ({
          key: String(hour.hour),
          label: String(hour.hour).padStart(2, '0'),
          parts: [hour.rate],
          top: hour.dialled > 0 ? share(hour.rate) : '',
          lit: lit(hour),
          hint: t('answers.hint', { from: hourText(hour.hour), rate: share(hour.rate), answered: whole(hour.answered, i18n.language), dialled: whole(hour.dialled, i18n.language) }),
        }))}
        head={[t('tomorrow.hour'), t('answers.dialled'), t('answers.answered'), t('answers.rate')]}
        rows={hours.map((hour) => [
          `${hourText(hour.hour)}–${hourText(hour.hour + 1)}`,
          whole(hour.dialled, i18n.language),
          whole(hour.answered, i18n.language),
          share(hour.rate),
        ])}
      />
    </section>
  );
}
