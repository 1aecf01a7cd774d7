import type { Answered, ScriptQuestion } from '../api/types';
import { toggled } from './answers';
import type { Words } from './useScript';

interface Props {
  question: ScriptQuestion;
  /** The one it is read out in. */
  language: string;
  /** The same in the reader's own language, where that is another one. */
  own: Words | undefined;
  ownLanguage: string;
  given: Answered | undefined;
  now: boolean;
  onAnswer: (value: Answered) => void;
}

/** One question, as it is read out, and below it what it means. */
export function Question({ question, language, own, ownLanguage, given, now, onAnswer }: Props) {
  const { id, kind, text, options, watch, min, max } = question;
  return (
    <fieldset className={`ac-question${watch ? ' ac-question-watch' : ''}`} data-question={id} data-now={now || undefined}>
      <legend>
        <span lang={language}>{text}</span>
        {own !== undefined && (
          <span className="ac-own" lang={ownLanguage}>
            {own.text}
          </span>
        )}
      </legend>
      {kind === 'number' ? (
        <input
          type="number"
          className="ac-number-answer"
          min={min}
          max={max}
          aria-label={text}
          defaultValue={typeof given === 'number' ? given : ''}
          onBlur={(event) => {
            if (event.target.value !== '' && event.target.validity.valid && event.target.valueAsNumber !== given) onAnswer(event.target.valueAsNumber);
          }}
        />
      ) : (
        options.map((option) => (
          <label key={option.value} className={option.redFlag ? 'ac-option ac-option-red' : 'ac-option'}>
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={id}
              value={option.value}
              checked={Array.isArray(given) ? given.includes(option.value) : given === option.value}
              onChange={() => onAnswer(kind === 'one' ? option.value : toggled(given, option.value))}
            />
            <span>
              <span lang={language}>{option.text}</span>
              {own !== undefined && (
                <span className="ac-own" lang={ownLanguage}>
                  {own.options[option.value]}
                </span>
              )}
            </span>
          </label>
        ))
      )}
    </fieldset>
  );
}
