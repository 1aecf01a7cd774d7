import { Button } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Before } from '../difficult/Before';
import { Fault } from '../parts/Fault';
import { Area } from '../parts/Field';
import { Form } from '../parts/Form';
import { Section } from '../parts/Section';
import * as api from './api';
import { may } from './rights';
import type { CustomerFile, Roles } from './wire';

/** A word to whoever meets the customer next: without blame, and with what helps. */
export function TakeCare({ roles, file, onSaved }: { roles: Roles; file: CustomerFile; onSaved: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const editable = may(roles, 'takeCare') && file.status === 'active';
  const [draft, setDraft] = useState<{ note: string; whatHelps: string }>();
  const saved = async () => {
    await queries.invalidateQueries({ queryKey: ['customer', file.id] });
    setDraft(undefined);
    onSaved();
  };
  const save = useMutation({
    mutationFn: ({ note, whatHelps }: { note: string; whatHelps: string }) =>
      api.takeCare(file.id, { note: note.trim(), ...(whatHelps.trim() === '' ? {} : { whatHelps: whatHelps.trim() }) }),
    onSuccess: saved,
  });
  const lift = useMutation({ mutationFn: () => api.liftTakeCare(file.id), onSuccess: saved });
  if (!editable && file.takeCare === undefined) return null;
  return (
    <Section
      name="take-care"
      title={t('file.takeCare.title')}
      edit={
        editable && draft === undefined
          ? {
              label: t(file.takeCare?.note === undefined ? 'file.takeCare.write' : 'parts.edit'),
              start: () => setDraft({ note: file.takeCare?.note ?? '', whatHelps: file.takeCare?.whatHelps ?? '' }),
            }
          : undefined
      }
    >
      {draft !== undefined ? (
        <Form name="take-care" save={t('parts.save')} failed={t('parts.saveFailed')} failure={save.error} busy={save.isPending} onSave={() => save.mutate(draft)} onCancel={() => setDraft(undefined)}>
          <Area label={t('file.takeCare.note')} path="note" hint={t('file.takeCare.hint')} maxLength={500} value={draft.note} onChange={(note) => setDraft({ ...draft, note })} />
          <Area label={t('file.takeCare.helps')} path="whatHelps" maxLength={500} value={draft.whatHelps} onChange={(whatHelps) => setDraft({ ...draft, whatHelps })} />
        </Form>
      ) : file.takeCare === undefined ? (
        <p className="ac-hint">{t('file.takeCare.none')}</p>
      ) : (
        <div className="ac-file-care">
          {file.takeCare.difficult !== undefined && <Before difficult={file.takeCare.difficult} />}
          {file.takeCare.note !== undefined && <p>{file.takeCare.note}</p>}
          {file.takeCare.whatHelps !== undefined && (
            <p>
              <strong>{t('file.takeCare.helps')}:</strong> {file.takeCare.whatHelps}
            </p>
          )}
          {editable && (
            <Button variant="link" isInline isLoading={lift.isPending} onClick={() => lift.mutate()}>
              {t('file.takeCare.lift')}
            </Button>
          )}
        </div>
      )}
      {lift.isError && <Fault title={t('parts.saveFailed')} failure={lift.error} />}
    </Section>
  );
}
