import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flaw } from './text';

interface Props {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  flaws: Flaw[];
  onType: (text: string) => void;
  onSave: () => void;
}

/** A text with its lines numbered, the wrong ones marked. Ctrl and Enter save it. */
export function NumberedText({ field, text, flaws, onType, onSave }: Props) {
  const { t } = useTranslation();
  const lines = text.split('\n').length;
  const wrong = new Set(flaws.map(({ line }) => line));
  return (
    <div className="ac-text">
      <ol className="ac-text-lines" aria-hidden>
        {Array.from({ length: lines }, (_none, index) => (
          <li key={index} className={wrong.has(index + 1) ? 'ac-text-wrong' : undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={field}
        value={text}
        rows={lines}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        aria-label={t('editor.text')}
        aria-invalid={flaws.length > 0}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          onSave();
        }}
      />
    </div>
  );
}
