import { Alert, Button, TextArea } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import * as api from './incidentApi';
import { useDebriefText } from './useDebriefText';
import type { Part } from './wire';

interface Props {
  me: string;
  incident: string;
  part: Part;
  written: boolean;
  onWritten: () => void;
}

/** A part that is mine to write. Once saved its words are sealed; it can be written anew. */
export function DebriefPart({ me, incident, part, written, onWritten }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useDebriefText(me, incident, part);
  const write = useMutation({
    mutationFn: () => api.write(incident, part, text.trim()),
    onSuccess: () => {
      setText('');
      onWritten();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() !== '' && !write.isPending) write.mutate();
  }

  const id = `${incident}-${part}`;
  return (
    <form className="ac-field" onSubmit={submit} data-part={part} data-written={written}>
      <label htmlFor={id} className="ac-label">
        {t(`debrief.ask.${part}`)}
      </label>
      <TextArea
        id={id}
        rows={2}
        resizeOrientation="vertical"
        maxLength={4000}
        autoComplete="off"
        value={text}
        placeholder={t(written ? 'debrief.isWritten' : 'debrief.placeholder')}
        onChange={(_event, value) => setText(value)}
      />
      {write.error !== null && (
        <Alert component="p" variant="danger" isInline title={t('reaction.notSaved')} role="alert">
          {write.error instanceof Unreachable ? t('outcome.failedOffline') : write.error.message}
        </Alert>
      )}
      {text.trim() !== '' && (
        <div>
          <Button type="submit" variant="secondary" isLoading={write.isPending}>
            {t('debrief.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
