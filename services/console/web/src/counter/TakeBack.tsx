import { Button, TextInput } from '@patternfly/react-core';
import { MinusIcon, PlusIcon } from '@patternfly/react-icons';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { Choose } from './Chips';
import * as api from './counterApi';
import { Fault } from './Fault';
import { uuid } from './ids';
import { broughtOf, leftOf, toReturn, type How, type Packs } from './takenBack';
import type { Sold } from './wire';

/** Packs that came back, or a sale that should not have been rung up; asked once more before it is done. */
export function TakeBack({ sale, onDone }: { sale: Sold; onDone: () => void }) {
  const { t } = useTranslation();
  const left = leftOf(sale);
  const ways: How[] = left.length === 0 ? ['void'] : left.length === 1 && left[0]?.left === 1 ? ['whole', 'void'] : ['whole', 'lines', 'void'];
  const [how, setHow] = useState<How | undefined>(ways.length === 1 ? 'void' : undefined);
  const [packs, setPacks] = useState<Packs>({});
  const [reason, setReason] = useState('');
  const [id] = useState(() => `counter-${uuid()}`);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (what: How) => (what === 'void' ? api.undo(sale.id, reason.trim()) : api.takeBack(sale.id, toReturn(sale, what, packs, id, reason))),
    onSuccess: onDone,
    onError: () => setAsking(false),
  });
  const brought = how === undefined ? [] : broughtOf(sale, how, packs);
  const sound = how !== undefined && reason.trim() !== '' && (how !== 'lines' || brought.length > 0);
  const doing = how === 'void' ? 'void' : 'take';

  function attempt(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (sound) setAsking(true);
  }

  const put = (line: number, quantity: number) => setPacks((before) => ({ ...before, [line]: quantity }));
  return (
    <form className="ac-request-change" data-form="take-back" noValidate onSubmit={attempt}>
      <Choose label={t('counter.sold.how')} options={ways.map((value) => ({ value, text: t(`counter.sold.ways.${value}`) }))} value={how} onChoose={setHow} />
      {tried && how === undefined && (
        <p className="ac-fault" role="alert">
          {t('counter.sold.howMissing')}
        </p>
      )}
      {how === 'lines' &&
        left.map(({ line, name, left: most }) => {
          const now = Math.min(most, packs[line] ?? 0);
          return (
            <div key={line} className="ac-back-line">
              <span>
                {name} <span className="ac-hint">{t('counter.sold.left', { count: most })}</span>
              </span>
              <div className="ac-stepper" role="group" aria-label={t('counter.sold.packsOf', { name })} data-back-line={line}>
                <Button variant="control" icon={<MinusIcon />} aria-label={t('counter.line.fewer')} isDisabled={now === 0} onClick={() => put(line, now - 1)} />
                <output className="ac-input">{now}</output>
                <Button variant="control" icon={<PlusIcon />} aria-label={t('counter.line.more')} isDisabled={now === most} onClick={() => put(line, now + 1)} />
              </div>
            </div>
          );
        })}
      {tried && how === 'lines' && brought.length === 0 && (
        <p className="ac-fault" role="alert">
          {t('counter.sold.nothing')}
        </p>
      )}
      <div className="ac-field">
        <label htmlFor={`back-${sale.id}`} className="ac-label">
          {t('counter.day.why')}
        </label>
        <TextInput id={`back-${sale.id}`} data-field="reason" maxLength={200} value={reason} onChange={(_event, value) => setReason(value)} />
        {tried && reason.trim() === '' && (
          <p className="ac-fault" role="alert">
            {t('counter.day.whyMissing')}
          </p>
        )}
      </div>
      {change.error !== null && <Fault title={t('counter.sold.unchanged')} failure={change.error} offline={t('counter.sold.offline')} />}
      <div className="ac-row">
        <Button type="submit" variant={doing === 'void' ? 'danger' : 'secondary'} isDisabled={change.isPending}>
          {t(`counter.sold.do.${doing}`)}
        </Button>
      </div>
      {asking && (
        <Ask
          title={t(`counter.sold.sure.${doing}`)}
          text={[brought.map(({ name, quantity }) => `${quantity} × ${name}`).join(', '), t(`counter.sold.sureText.${doing}`)].filter(Boolean).join(' · ')}
          yes={t(`counter.sold.do.${doing}`)}
          danger
          busy={change.isPending}
          onYes={() => how !== undefined && !change.isPending && change.mutate(how)}
          onNo={() => setAsking(false)}
        />
      )}
    </form>
  );
}
