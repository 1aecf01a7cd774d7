import { Button } from '@patternfly/react-core';
import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask } from '../app/Ask';
import { Key } from '../app/Key';
import { Fault } from './Fault';
import { Faults, faultsOf } from './faults';

interface Props {
  name: string;
  save: string;
  failed: string;
  failure?: Error | null | undefined;
  busy: boolean;
  /** Whether there is anything to save yet. */
  ready?: boolean;
  /** Whether giving up would lose what somebody typed, and is asked about first. */
  touched?: boolean;
  danger?: boolean;
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/**
 * Fields with their faults beside them, at rest while they are sent. Ctrl+Enter saves, Escape gives up. The first field, and later the
 * first wrong one, has the focus.
 */
export function Form({ name, save, failed, failure, busy, ready = true, touched = false, danger, onSave, onCancel, children }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const left = useRef<Element>(null);
  const [leaving, setLeaving] = useState(false);
  const faults = useMemo(() => faultsOf(failure), [failure]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  // Fields at rest lose the focus: whoever typed goes on where they were.
  useEffect(() => {
    if (!busy && document.activeElement === document.body && left.current instanceof HTMLElement) left.current.focus();
  }, [busy]);
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || !ready) return;
    left.current = document.activeElement;
    onSave();
  }

  const giveUp = () => (touched ? setLeaving(true) : onCancel());

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (!busy) giveUp();
    }
  }

  return (
    <Faults.Provider value={faults}>
      <form ref={form} className="ac-form" noValidate onSubmit={submit} onKeyDown={onKey} data-form={name}>
        <fieldset className="ac-form" disabled={busy}>
          {children}
        </fieldset>
        {failure != null && <Fault title={failed} failure={failure} />}
        <div className="ac-row">
          <Button type="submit" variant={danger ? 'danger' : 'primary'} isLoading={busy} aria-disabled={busy || !ready}>
            {save} <Key>Ctrl Enter</Key>
          </Button>
          <Button variant="link" isDisabled={busy} onClick={giveUp}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
      {leaving && <Ask title={t('parts.giveUpTitle')} text={t('parts.giveUpText')} yes={t('parts.giveUp')} no={t('parts.goOn')} danger onYes={onCancel} onNo={() => setLeaving(false)} />}
    </Faults.Provider>
  );
}
