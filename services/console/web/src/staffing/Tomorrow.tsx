import { Button, Spinner } from '@patternfly/react-core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlace } from '../app/view';
import { Bars } from '../supervision/Bars';
import { cityOf, dateText, dayAfter, decimal, hourText, percent, secondsOf, whole } from '../supervision/format';
import { Notice } from '../supervision/Notice';
import { agentHours, mostAgents, withoutGaps } from './hours';
import * as api from './staffingApi';

const none = (hour: number): api.Hour => ({ hour, planned: 0, arriving: 0, agents: 0, answered: 1, occupancy: 0 });

/** The calls of a day by the hour, and the agents they need. */
export function Tomorrow() {
  const { t, i18n } = useTranslation();
  const id = useId();
  const [date, setDate] = usePlace('date');
  const day = useQuery({ queryKey: ['forecast', date ?? ''], queryFn: () => api.forecast(date), placeholderData: keepPreviousData, refetchInterval: 60_000 });
  const shown = day.data?.date;
  return (
    <>
      <div className="ac-card ac-choices">
        <span className="ac-dates">
          <Button variant="secondary" isDisabled={shown === undefined} onClick={() => shown !== undefined && setDate(dayAfter(shown, -1))} aria-label={t('tomorrow.before')}>
            ←
          </Button>
          <span className="ac-select">
            <label htmlFor={id}>{t('tomorrow.date')}</label>
            <input id={id} type="date" className="ac-entry" value={date ?? shown ?? ''} onChange={(event) => setDate(event.target.value === '' ? undefined : event.target.value)} />
          </span>
          <Button variant="secondary" isDisabled={shown === undefined} onClick={() => shown !== undefined && setDate(dayAfter(shown, 1))} aria-label={t('tomorrow.after')}>
            →
          </Button>
        </span>
        {date !== undefined && (
          <Button variant="link" onClick={() => setDate(undefined)}>
            {t('tomorrow.back')}
          </Button>
        )}
        {day.data !== undefined && (
          <span className="ac-hint">
            {t('tomorrow.by', { date: dateText(day.data.date, i18n.language), zone: cityOf(day.data.zone) })}{' '}
            {t('tomorrow.aim', {
              share: percent(day.data.serviceLevel, i18n.language),
              seconds: secondsOf(day.data.target),
              occupancy: percent(day.data.occupancy, i18n.language),
            })}
          </span>
        )}
      </div>
      {day.isPending && <Spinner aria-label={t('app.loading')} />}
      {day.isError && <Notice title={t('tomorrow.failed')} failure={day.error} stale={day.data !== undefined} onAgain={() => void day.refetch()} />}
      {day.data?.skills.map(({ skill, handling, measured, hours }) => (
        <section key={skill} className="ac-card ac-stack" aria-labelledby={`${id}-${skill}`} data-skill={skill}>
          <div className="ac-page-head">
            <h2 id={`${id}-${skill}`}>{t(`tomorrow.skill.${skill}`, skill)}</h2>
            <span className="ac-hint">
              {t(measured ? 'tomorrow.measured' : 'tomorrow.assumed', { minutes: decimal(secondsOf(handling) / 60, i18n.language) })}
            </span>
          </div>
          {hours.length === 0 ? (
            <p className="ac-hint">{t('tomorrow.nothing')}</p>
          ) : (
            <>
              <p className="ac-need">
                {t('tomorrow.need', { count: mostAgents(hours), hours: whole(agentHours(hours), i18n.language) })}
              </p>
              <Bars
                label={t('tomorrow.chart')}
                names={[t('tomorrow.planned'), t('tomorrow.arriving')]}
                columns={withoutGaps(hours, none).map((hour) => ({
                  key: String(hour.hour),
                  label: String(hour.hour).padStart(2, '0'),
                  parts: [hour.planned, hour.arriving],
                  top: hour.agents > 0 ? whole(hour.agents, i18n.language) : '',
                  hint: t('tomorrow.hint', {
                    from: hourText(hour.hour),
                    calls: decimal(hour.planned + hour.arriving, i18n.language),
                    agents: whole(hour.agents, i18n.language),
                  }),
                }))}
                head={[t('tomorrow.hour'), t('tomorrow.planned'), t('tomorrow.arriving'), t('tomorrow.agents'), t('tomorrow.answered'), t('tomorrow.busy')]}
                rows={hours.map((hour) => [
                  `${hourText(hour.hour)}–${hourText(hour.hour + 1)}`,
                  whole(hour.planned, i18n.language),
                  decimal(hour.arriving, i18n.language),
                  whole(hour.agents, i18n.language),
                  percent(hour.answered, i18n.language),
                  percent(hour.occupancy, i18n.language),
                ])}
              />
            </>
          )}
        </section>
      ))}
    </>
  );
}
