import { Spinner } from '@patternfly/react-core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../parts/Fault';
import { Section } from '../parts/Section';
import { dayText } from '../parts/say';
import * as api from './api';
import type { Adherence, CustomerFile } from './wire';

const periods = ['180', '365', 'all'] as const;

/** What was bought, how long it lasts, and how much of the time it covered. */
export function Medicines({ file }: { file: CustomerFile }) {
  const { t, i18n } = useTranslation();
  const [days, setDays] = useState<string>('180');
  const record = useQuery({ queryKey: ['customer', file.id, 'medication', days], queryFn: () => api.medication(file.id, days) });
  const { overall, purchases, medicines = [] } = record.data ?? {};
  return (
    <Section
      name="medication"
      title={t('file.medication.title')}
      aside={
        <select className="ac-form-input ac-file-period" aria-label={t('file.medication.period')} value={days} onChange={(event) => setDays(event.target.value)}>
          {periods.map((period) => (
            <option key={period} value={period}>
              {t(`file.medication.days.${period}`)}
            </option>
          ))}
        </select>
      }
    >
      {record.isPending && <Spinner size="md" aria-label={t('app.loading')} />}
      {record.isError && <Fault title={t('parts.loadFailed')} failure={record.error} onAgain={() => void record.refetch()} />}
      {record.data !== undefined && (
        <>
          <p className="ac-row">
            {overall !== undefined && <Covered of={overall} large />}
            {purchases !== undefined && (
              <span className="ac-hint">
                {t('file.medication.visits', { count: purchases.visits })}
                {purchases.lastOn !== undefined && ` · ${t('file.medication.last', { when: dayText(purchases.lastOn, i18n.language) })}`}
                {purchases.regular && ` · ${t('file.medication.regular')}`}
              </span>
            )}
          </p>
          {medicines.length === 0 && <p className="ac-hint">{t('file.medication.none')}</p>}
          <ul className="ac-file-rows">
            {medicines.map((medicine) => (
              <li key={`${medicine.atc} ${medicine.name}`}>
                <strong>{medicine.name}</strong>
                {medicine.atc !== undefined && <span className="ac-hint">{medicine.atc}</span>}
                {medicine.adherence !== undefined && (
                  <span className="ac-file-end">
                    <Covered of={medicine.adherence} />
                  </span>
                )}
                <span className="ac-hint ac-file-line">
                  {[
                    t('file.medication.packs', { count: medicine.packs }),
                    ...(medicine.runsOutOn ? [t('file.medication.runsOut', { when: dayText(medicine.runsOutOn, i18n.language) })] : []),
                    ...(medicine.lateRefills > 0 ? [t('file.medication.late', { count: medicine.lateRefills })] : []),
                    ...(medicine.earlyRefills > 0 ? [t('file.medication.early', { count: medicine.earlyRefills })] : []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

/** The share of days covered, as a bar that also says it. */
function Covered({ of, large = false }: { of: Adherence; large?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className={`ac-covered${of.adherent ? '' : ' ac-covered-low'}${large ? ' ac-covered-large' : ''}`} title={t('file.medication.coveredDays', { covered: of.daysCovered, days: of.daysInPeriod })}>
      <meter min={0} max={100} low={50} high={80} optimum={100} value={of.pdc} aria-label={t('file.medication.covered')} />
      <span className="ac-file-number">{t('file.medication.pdc', { pdc: of.pdc })}</span>
    </span>
  );
}
