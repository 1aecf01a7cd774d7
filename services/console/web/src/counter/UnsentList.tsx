import { Button, Label } from '@patternfly/react-core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { moment } from '../app/time';
import { formOf, toCustomer, type Form } from './draft';
import { Problem } from './Fault';
import { money } from './money';
import { idOf, type Entry } from './queue';
import { Register } from './Register';
import type { Unsent } from './useQueue';
import type { NewSale, Store } from './wire';

interface Props {
  unsent: Unsent;
  store: Store;
  /** A sale is on the counter: it comes first. */
  busy: boolean;
  onMend: (sale: NewSale) => void;
}

/** What this device has not brought home yet; what was refused can be mended. */
export function UnsentList({ unsent, store, busy, onMend }: Props) {
  const { t } = useTranslation();
  const [dropping, setDropping] = useState<Entry>();
  if (unsent.entries.length === 0) return <p className="ac-empty">{t('counter.unsent.none')}</p>;
  return (
    <>
      <ul className="ac-unsent">
        {unsent.entries.map((entry) => (
          <li key={entry.key} data-unsent-entry={idOf(entry)} data-state={entry.problem ? 'refused' : 'waiting'}>
            <One entry={entry} unsent={unsent} store={store} busy={busy} onMend={onMend} onDrop={() => setDropping(entry)} />
          </li>
        ))}
      </ul>
      {dropping !== undefined && (
        <Ask
          title={t('counter.unsent.dropTitle')}
          text={t('counter.unsent.dropText')}
          yes={t('counter.unsent.dropDo')}
          danger
          onYes={() => {
            unsent.remove(dropping.key);
            setDropping(undefined);
          }}
          onNo={() => setDropping(undefined)}
        />
      )}
    </>
  );
}

function One({ entry, unsent, store, busy, onMend, onDrop }: Props & { entry: Entry; onDrop: () => void }) {
  const { t, i18n } = useTranslation();
  const words = { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') };
  const [form, setForm] = useState<Form>();
  const total = entry.kind === 'sale' ? entry.body.lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0) : 0;
  return (
    <>
      <div className="ac-unsent-head">
        <span>
          <strong>
            {entry.kind === 'sale'
              ? t('counter.unsent.sale', { total: money(total, entry.body.currency, i18n.language), when: moment(entry.body.occurredAt, i18n.language, words, store.zone) })
              : t('counter.unsent.customer', { name: entry.body.givenName })}
          </strong>
          {entry.kind === 'sale' && <span className="ac-hint"> {entry.body.lines.map((line) => line.product.name).join(', ')}</span>}
        </span>
        <Label color={entry.problem ? 'red' : 'orange'}>{t(entry.problem ? 'counter.unsent.isRefused' : 'counter.unsent.isWaiting')}</Label>
      </div>
      {entry.problem !== undefined && (
        <>
          <Problem title={t('counter.unsent.why')} problem={entry.problem} />
          {form !== undefined && entry.kind === 'customer' ? (
            <Register
              form={form}
              store={store}
              busy={false}
              save={t('counter.unsent.again')}
              onChange={setForm}
              onSave={() => {
                unsent.add({ kind: 'customer', body: toCustomer(form, store.country, store.zone) });
                unsent.remove(entry.key);
                unsent.send();
              }}
              onCancel={() => setForm(undefined)}
            />
          ) : (
            <div className="ac-row">
              <Button
                variant="secondary"
                isDisabled={entry.kind === 'sale' && busy}
                onClick={() => (entry.kind === 'sale' ? onMend(entry.body) : setForm(formOf(entry.body)))}
              >
                {t('counter.unsent.mend')}
              </Button>
              <Button variant="link" isDanger onClick={onDrop}>
                {t('counter.unsent.drop')}
              </Button>
              {entry.kind === 'sale' && busy && <span className="ac-hint">{t('counter.unsent.busy')}</span>}
            </div>
          )}
        </>
      )}
    </>
  );
}
