import { Button, Label } from '@patternfly/react-core';
import { useTranslation } from 'react-i18next';
import { Key } from '../app/Key';
import { Heard } from './Heard';
import { Since } from './Since';
import { Way } from './Way';
import { isWaiting } from './way';
import { endings, type Ending, type TransferView } from './wire';

interface Props {
  transfer: TransferView;
  me: string;
  busy: boolean;
  first?: boolean;
  /** Whether they may look into the customer's file. */
  canLook: boolean;
  onTake?: () => void;
  onEnd?: (ending: Ending) => void;
}

/** One person with a red flag: what was named, where they are known to be, who was asked. */
export function TransferCard({ transfer, me, busy, first = false, canLook, onTake, onEnd }: Props) {
  const { t } = useTranslation();
  return (
    <article className={`ac-card ac-transfer${isWaiting(transfer) ? ' ac-transfer-waiting' : ''}`} data-transfer-id={transfer.id}>
      <div className="ac-transfer-head">
        <Since at={transfer.waitingSince} label={t('transfer.longest')} />
        <ul className="ac-transfer-flags">
          {transfer.redFlags.map((flag) => (
            <li key={flag}>{t(`transfer.flag.${flag}`, t('transfer.flag.other'))}</li>
          ))}
        </ul>
        <div className="ac-transfer-facts">
          <Label color={transfer.placeConfirmed ? 'green' : 'orange'}>{t(transfer.placeConfirmed ? 'transfer.placeKnown' : 'transfer.placeUnknown')}</Label>
          <span className="ac-hint">{t('transfer.store', { store: transfer.storeId })}</span>
        </div>
        {onTake !== undefined && (
          <Button variant="danger" className="ac-transfer-take" isDisabled={busy} onClick={onTake}>
            {t('transfer.take')} {first && <Key>T</Key>}
          </Button>
        )}
      </div>
      <Way transfer={transfer} me={me} />
      {onEnd !== undefined && (
        <>
          {canLook && <Heard transfer={transfer} />}
          <fieldset className="ac-transfer-ends">
            <legend>{t('transfer.whatCame')}</legend>
            <div className="ac-pick-row">
              {endings.map((ending) => (
                <button key={ending} type="button" className="ac-quick" disabled={busy} data-ending={ending} onClick={() => onEnd(ending)}>
                  {t(`transfer.ending.${ending}`)}
                </button>
              ))}
            </div>
          </fieldset>
        </>
      )}
    </article>
  );
}
