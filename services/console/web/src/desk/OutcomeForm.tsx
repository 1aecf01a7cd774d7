import { Alert, Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import { Refused, Unreachable } from '../api/client';
import type { Disposition } from '../api/types';
import { Ask } from '../app/Ask';
import { Key } from '../app/Key';
import { businessNow } from '../app/time';
import { WarnButton } from '../difficult/WarnButton';
import { CallBack, Category, Note, Satisfaction } from './Fields';
import { faults, fieldOf, kinds, toRequest, type Field } from './outcome';
import type { OutcomeProps } from './Outcome';
import { isLost } from './refusal';

/** The chosen outcome, what else it needs, and the one button that makes it so. */
export function OutcomeForm({ call, draft, zone, storeZone, disposition, onChange, onSaved, onLost }: OutcomeProps & { disposition: Disposition }) {
  const { t } = useTranslation();
  const { fields, required, confirm } = kinds[disposition];
  const whole = { ...draft, callBackZone: zone };
  const [tried, setTried] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const save = useMutation({
    mutationFn: () => calls.outcome(call, toRequest(whole, call.epoch)),
    onSuccess: (saved) => onSaved(saved, disposition),
    onError: (failure) => {
      setConfirming(false);
      if (isLost(failure)) onLost(failure.name);
    },
  });

  // The first thing to enter, or else the button: Enter then saves.
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[data-first], button[type="submit"]')?.focus();
  }, [disposition]);

  const missing = faults(whole, businessNow());
  const told = violationsOf(save.error);
  const messageOf = (field: Field) => {
    const fault = missing[field];
    return tried && fault !== undefined ? t(`field.fault.${fault}`) : told[field];
  };

  function submit(event?: FormEvent) {
    event?.preventDefault();
    setTried(true);
    if (save.isPending) return;
    if (Object.keys(missing).length > 0) {
      const first = fields.find((field) => missing[field] !== undefined);
      form.current?.querySelector<HTMLElement>(`[data-field="${first}"] :is(input, textarea, button)`)?.focus();
    } else if (confirm && !confirming) setConfirming(true);
    else save.mutate();
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    else if (event.key === 'Escape' && !confirming) back();
  }

  function back() {
    save.reset();
    setTried(false);
    onChange({ disposition: undefined });
  }

  const shared = { draft: whole, onChange };
  return (
    <form ref={form} className="ac-form" noValidate onSubmit={submit} onKeyDown={onKey} data-form={disposition}>
      <div className="ac-chosen">
        <div>
          <strong>{t(`outcome.name.${disposition}`)}</strong>
          <span>
            {t('outcome.next')}: {t(`outcome.then.${disposition}`)}
          </span>
        </div>
        <Button variant="secondary" size="sm" onClick={back}>
          {t('outcome.change')} <Key>Esc</Key>
        </Button>
      </div>
      {disposition === 'ended-for-abuse' && (
        <WarnButton call={call} warned={draft.warned === true} onWarned={() => onChange({ warned: true })} />
      )}
      {fields.includes('callBack') && <CallBack {...shared} storeZone={storeZone} fault={messageOf('callBack')} />}
      {fields.includes('category') && <Category {...shared} fault={messageOf('category')} />}
      {fields.includes('satisfaction') && <Satisfaction {...shared} fault={messageOf('satisfaction')} />}
      {fields.includes('note') && <Note {...shared} required={required.includes('note')} fault={messageOf('note')} />}
      {save.error !== null && !isLost(save.error) && (
        <Alert component="p" variant="danger" isInline title={t('outcome.failedTitle')} role="alert">
          {save.error instanceof Unreachable ? t('outcome.failedOffline') : t('outcome.failedText', { detail: save.error.message })}
        </Alert>
      )}
      <Button type="submit" isBlock isLoading={save.isPending} aria-disabled={save.isPending} className="ac-save">
        {t(save.isPending ? 'outcome.saving' : 'outcome.save')} {!save.isPending && <Key>Ctrl ↵</Key>}
      </Button>
      {confirming && (
        <Ask
          title={t('outcome.confirmTitle')}
          text={t(`outcome.confirm.${disposition}`)}
          yes={t('outcome.confirmDo', { outcome: t(`outcome.name.${disposition}`) })}
          danger
          busy={save.isPending}
          onYes={() => save.mutate()}
          onNo={() => setConfirming(false)}
        />
      )}
    </form>
  );
}

function violationsOf(failure: Error | null): Partial<Record<Field, string>> {
  const found: Partial<Record<Field, string>> = {};
  if (failure instanceof Refused) {
    for (const { field, message } of failure.problem.violations ?? []) {
      const own = fieldOf(field);
      if (own !== undefined && message !== undefined) found[own] = message;
    }
  }
  return found;
}
