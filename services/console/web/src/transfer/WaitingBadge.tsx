import { useTranslation } from 'react-i18next';
import { useOpenTransfers } from './useOpenTransfers';
import { isWaiting } from './way';

/** How many wait, beside the word that leads to them. */
export function WaitingBadge() {
  const { t } = useTranslation();
  const waiting = useOpenTransfers().data?.filter(isWaiting).length ?? 0;
  return waiting === 0 ? null : (
    <span className="ac-badge" data-waiting={waiting} aria-label={t('transfer.waiting', { count: waiting })}>
      {waiting}
    </span>
  );
}
