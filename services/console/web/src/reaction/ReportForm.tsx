import { Alert, Button, TextInput } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import * as api from './reactionApi';
import type { ReactionView } from './wire';

/** The authority was told, and gave it a number. */
export function ReportForm({ id, onChanged }: { id: string; onChanged: (now: ReactionView) => void }) {
  const { t } = useTranslation();
  const [reference, setReference] = useState('');
  const sound = /^[\x21-\x7e]{1,64}$/.test(reference.trim());
  const report = useMutation({ mutationFn: () => api.report(id, reference.trim()), onSuccess: onChanged });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (sound && !report.isPending) report.mutate();
  }

  return (
    <form className="ac-report" onSubmit={submit}>
      <label htmlFor="reference" className="ac-label">
        {t('reaction.reference')}
      </label>
      <TextInput id="reference" value={reference} maxLength={64} autoComplete="off" onChange={(_event, value) => setReference(value)} />
      <Button type="submit" variant="secondary" isLoading={report.isPending} aria-disabled={!sound}>
        {t('reaction.report')}
      </Button>
      {reference.trim() !== '' && !sound && <p className="ac-fault">{t('reaction.referenceFault')}</p>}
      {report.error !== null && (
        <Alert component="p" variant="danger" isInline title={t('reaction.notSaved')} role="alert">
          {report.error instanceof Unreachable ? t('idle.offline') : report.error.message}
        </Alert>
      )}
    </form>
  );
}
