import { Button } from '@patternfly/react-core';
import { useEffect, useMemo, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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
  danger?: boolean;
  onSave: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Fields with their faults beside them. Ctrl+Enter saves, Escape gives up. The first field, and later the first wrong one, has the focus. */
export function Form({ name, save, failed, failure, busy, ready = true, danger, onSave, onCancel, children }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const faults = useMemo(() => faultsOf(failure), [failure]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  useEffect(() => {
    if (faults.size > 0) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [faults]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && ready) onSave();
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    if (event.key === 'Escape') {
      event.stopPropagation();
      onCancel();
    }
  }

  return (
    <Faults.Provider value={faults}>
      <form ref={form} className="ac-form" noValidate onSubmit={submit} onKeyDown={onKey} data-form={name}>
        {children}
        {failure != null && <Fault title={failed} failure={failure} />}
        <div className="ac-row">
          <Button type="submit" variant={danger ? 'danger' : 'primary'} isLoading={busy} aria-disabled={busy || !ready}>
            {save} <Key>Ctrl Enter</Key>
          </Button>
          <Button variant="link" onClick={onCancel}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Faults.Provider>
  );
}
