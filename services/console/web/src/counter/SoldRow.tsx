import { Button, Label } from '@patternfly/react-core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moment } from '../app/time';
import { money } from './money';
import { leftOf } from './takenBack';
import { TakeBack } from './TakeBack';
import type { Sold, Store } from './wire';

interface Props {
  sale: Sold;
  store: Store;
  onChanged: () => void;
}

/** One sale: what it was, what became of it, and the way to change that. */
export function SoldRow({ sale, store, onChanged }: Props) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const left = leftOf(sale).length > 0;
  return (
    <li data-sold={sale.clientSaleId} data-status={sale.status}>
      <span className="ac-request-what">
        <strong>
          {money(sale.total, sale.currency, i18n.language)} · {moment(sale.occurredAt, i18n.language, words, store.zone)}
        </strong>
        <span className="ac-hint">
          {sale.lines.map(({ product, quantity }) => (quantity > 1 ? `${quantity} × ${product.name}` : product.name)).join(', ')}
        </span>
        <span className="ac-request-labels">
          {sale.marks?.unacknowledgedWarning === true && <Label color="red">{t('counter.sold.unacknowledged')}</Label>}
          {sale.status !== 'completed' && (
            <Label color="grey">{t(sale.status === 'voided' ? 'counter.sold.voided' : left ? 'counter.sold.partly' : 'counter.sold.returned')}</Label>
          )}
        </span>
      </span>
      {sale.status !== 'voided' && (
        <Button ref={toggle} variant="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('counter.sold.change')}
        </Button>
      )}
      {open && sale.status !== 'voided' && (
        <TakeBack
          sale={sale}
          onDone={() => {
            setOpen(false);
            toggle.current?.focus();
            onChanged();
          }}
        />
      )}
    </li>
  );
}
