import { CheckCircleIcon } from '@patternfly/react-icons';
import { useTranslation } from 'react-i18next';
import { clockText } from '../desk/lease';
import { Since } from './Since';
import type { TransferView } from './wire';
import { isWaiting, way } from './way';

/** Who was asked and when, who took over, and what came of it: as it happens. */
export function Way({ transfer, me }: { transfer: TransferView; me: string }) {
  const { t } = useTranslation();
  const after = (at: string) => clockText(Date.parse(at) - Date.parse(transfer.waitingSince));
  return (
    <div className="ac-way" data-transfer={transfer.state}>
      <ol className="ac-way-stops">
        {way(transfer).map(({ who, at }) => (
          <li key={who} className={at === undefined ? undefined : 'ac-way-asked'} data-asked={at === undefined ? undefined : who}>
            <span>{t(at === undefined ? `transfer.next.${who}` : `transfer.asked.${who}`)}</span>
            {at !== undefined && who !== 'pharmacist' && <span className="ac-way-at">{t('transfer.after', { time: after(at) })}</span>}
          </li>
        ))}
      </ol>
      <p className="ac-way-state" role="status">
        {isWaiting(transfer) ? (
          <>
            {t('transfer.state.waiting')} <Since at={transfer.waitingSince} />
          </>
        ) : (
          <>
            {transfer.state === 'taken' && <CheckCircleIcon aria-hidden />}{' '}
            {t(transfer.takenBy === me && transfer.state === 'taken' ? 'transfer.state.mine' : `transfer.state.${transfer.state}`)}{' '}
            {transfer.takenAt !== undefined && transfer.state === 'taken' && t('transfer.after', { time: after(transfer.takenAt) })}
            {transfer.ending !== undefined && <strong>{t(`transfer.ending.${transfer.ending}`)}</strong>}
          </>
        )}
      </p>
    </div>
  );
}
