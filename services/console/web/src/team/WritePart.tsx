import { Button, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDebriefText } from '../difficult/useDebriefText';
import { Notice } from '../supervision/Notice';
import * as api from './teamApi';

const longest = 4_000;

/** One part of a debrief. Its words go into the customer's file, sealed, and are not shown here again. */
export function WritePart({ me, incident, part, onClose }: { me: string; incident: api.Incident; part: api.Part; onClose: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const queries = useQueryClient();
  const [text, setText] = useDebriefText(me, incident.id, part);
  const save = useMutation({
    mutationFn: () => api.write(incident.id, part, text),
    onSuccess: () => {
      setText('');
      void queries.invalidateQueries({ queryKey: ['incidents'] });
      onClose();
    },
  });
  return (
    <Modal isOpen variant="small" onClose={onClose} aria-labelledby={`${id}-title`}>
      <ModalHeader title={t(`incidents.part.${part}`)} labelId={`${id}-title`} description={t(`incidents.ask.${part}`)} />
      <ModalBody>
        <div className="ac-stack">
          <textarea id={id} className="ac-entry" rows={6} maxLength={longest} autoFocus value={text} aria-label={t(`incidents.part.${part}`)} aria-describedby={`${id}-hint`} onChange={(event) => setText(event.target.value)} />
          <p className="ac-hint" id={`${id}-hint`}>
            {t('incidents.sealed')}
          </p>
          {save.isError && <Notice title={t('incidents.notSaved')} failure={save.error} />}
        </div>
      </ModalBody>
      <ModalFooter>
        <Button isLoading={save.isPending} isDisabled={text.trim() === '' || save.isPending} onClick={() => save.mutate()}>
          {t('incidents.save')}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
