import { Alert, Button } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';
import { Notice } from '../supervision/Notice';
import { Flaws } from './Flaws';
import { drop, keep, kept } from './kept';
import * as api from './programmesApi';
import { Reading } from './Reading';
import { template } from './template';
import { type Flaw, flawsOf, read } from './text';
import { NumberedText } from './NumberedText';
import { isWhole } from './whole';

interface Props {
  user: string;
  programme: string;
  /** What stands there now; undefined where there is nothing yet. */
  start: string | undefined;
  /** Of the draft that was read; undefined where there is none. */
  revision: number | undefined;
  /** What stands there is not what it was. */
  onChanged: () => void;
  onClose: () => void;
}

/** The draft as text, beside it what it says in words and what is wrong with it. What is typed stays on this device until it is saved. */
export function Editor({ user, programme: key, start, revision, onChanged, onClose }: Props) {
  const { t } = useTranslation();
  const [restored, setRestored] = useState(() => kept(localStorage, user, key));
  const [text, setText] = useState(restored?.text ?? start ?? template);
  const [seen, setSeen] = useState(restored === undefined ? revision : restored.seen);
  const [sound, setSound] = useState(() => read(text));
  const [flaws, setFlaws] = useState<Flaw[]>([]);
  const field = useRef<HTMLTextAreaElement>(null);

  function put(next: string) {
    const typed = read(next);
    setText(next);
    setFlaws([]);
    // While the text is not JSON, what it said before goes on being shown.
    if ('written' in typed) setSound(typed);
  }

  function type(next: string) {
    put(next);
    keep(localStorage, user, key, { text: next, ...(seen === undefined ? {} : { seen }) });
  }

  function startAnew() {
    drop(localStorage, user, key);
    setRestored(undefined);
    setSeen(revision);
    put(start ?? template);
  }

  function lead({ offset }: Flaw) {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
  }

  function point(found: Flaw[]) {
    setFlaws(found);
    if (found[0] !== undefined) lead(found[0]);
  }

  const save = useMutation({
    mutationFn: ({ written, over }: { sent: string; written: unknown; over: number | undefined }) => api.draft(key, written, over),
    onSuccess: (edition, { sent }) => {
      const typed = kept(localStorage, user, key);
      if (typed === undefined || typed.text === sent) drop(localStorage, user, key);
      // Typing went on meanwhile.
      else keep(localStorage, user, key, { text: typed.text, seen: edition.revision });
      setRestored(undefined);
      setSeen(edition.revision);
      onChanged();
    },
    onError: (failure) => {
      if (!(failure instanceof Refused)) return;
      if (failure.status === 400) point(flawsOf(failure.problem, text));
      if (failure.status === 412) onChanged();
    },
  });

  function send(over: number | undefined) {
    const typed = read(text);
    if ('flaw' in typed) point([typed.flaw]);
    else save.mutate({ sent: text, written: typed.written, over });
  }

  const status = save.error instanceof Refused ? save.error.status : undefined;
  return (
    <section className="ac-card ac-stack" aria-labelledby="editor" data-part="editor">
      <div className="ac-page-head">
        <h2 id="editor">{t('editor.title')}</h2>
        <span className="ac-row">
          <Button isLoading={save.isPending} isDisabled={save.isPending} onClick={() => send(seen)}>
            {t('editor.save')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('app.close')}
          </Button>
        </span>
      </div>
      <p className="ac-hint">{t('editor.hint')}</p>
      {restored !== undefined && (
        <Alert
          component="p"
          variant="info"
          isInline
          title={t('editor.restored')}
          actionLinks={
            <Button variant="link" isInline onClick={startAnew}>
              {t('editor.startAnew')}
            </Button>
          }
        />
      )}
      {status === 412 && (
        <Alert
          component="p"
          variant="warning"
          isInline
          title={t('editor.moved')}
          role="alert"
          actionLinks={
            <Button variant="link" isInline onClick={() => send(revision)}>
              {t('editor.saveOver')}
            </Button>
          }
        >
          {t('editor.movedText')}
          <details>
            <summary>{t('editor.theirs')}</summary>
            <pre className="ac-theirs">{start}</pre>
          </details>
        </Alert>
      )}
      {save.isError && status !== 400 && status !== 412 && <Notice title={t('editor.failed')} failure={save.error} />}
      {save.isSuccess && <Alert component="p" variant="success" isInline isPlain title={t('editor.saved', { revision: save.data.revision })} role="status" />}
      <div className="ac-editor">
        <NumberedText field={field} text={text} flaws={flaws} onType={type} onSave={() => send(seen)} />
        <div className="ac-stack">
          {flaws.length > 0 && <Flaws flaws={flaws} onLead={lead} />}
          {'written' in sound && isWhole(sound.written) ? <Reading written={sound.written} /> : <p className="ac-hint">{t('editor.notWhole')}</p>}
        </div>
      </div>
    </section>
  );
}
