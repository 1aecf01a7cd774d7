import { Alert, Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import { toggled } from '../reaction/reactionDraft';
import { Toggles } from '../reaction/Toggles';
import * as api from './incidentApi';
import { helpful, kinds, type Helpful, type Kind } from './wire';

/** What made it difficult and what helped, in codes and without blame. The next one who calls there is told. */
export function IncidentForm({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const [what, setWhat] = useState<Kind[]>([]);
  const [helped, setHelped] = useState<Helpful[]>([]);
  const record = useMutation({ mutationFn: () => api.record(callId, what, helped) });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (what.length > 0 && !record.isPending) record.mutate();
  }

  return (
    <form className="ac-incident" onSubmit={submit} data-incident={record.isSuccess ? 'recorded' : 'form'}>
      <Toggles legend={t('difficult.what')} name="kinds" options={kinds.map((value) => ({ value, text: t(`difficult.kind.${value}`) }))} chosen={what} onToggle={(value) => setWhat(toggled(what, value))} />
      <Toggles legend={t('difficult.helped')} name="helped" options={helpful.map((value) => ({ value, text: t(`difficult.help.${value}`) }))} chosen={helped} onToggle={(value) => setHelped(toggled(helped, value))} />
      {record.error !== null && (
        <Alert component="p" variant="warning" isInline title={t('app.failed')} role="alert">
          {record.error instanceof Unreachable ? t('idle.offline') : record.error.message}
        </Alert>
      )}
      {record.isSuccess && (
        <Alert component="p" variant="success" isInline title={t('difficult.recorded')} role="status">
          {t('difficult.recordedText')}
        </Alert>
      )}
      <Button type="submit" variant="secondary" isLoading={record.isPending} aria-disabled={what.length === 0}>
        {t(record.isSuccess ? 'difficult.saveMore' : 'difficult.save')}
      </Button>
    </form>
  );
}
