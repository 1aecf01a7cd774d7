import { Alert } from '@patternfly/react-core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { Answered, CallView, ScriptQuestion, ScriptView } from '../api/types';
import { toggled } from './answers';
import './questions.css';

interface Props {
  call: CallView;
  /** The customer's, once it is known; else the page's. */
  language: string;
  onRedFlag: () => void;
  onLost: (failure: unknown) => void;
}

/** The questions of the call. Each answer is saved as it is given, and is there again after whatever goes wrong. */
export function Questions({ call, language, onRedFlag, onLost }: Props) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const key = ['answers', call.id, call.epoch, language];
  const script = useQuery({ queryKey: key, queryFn: () => calls.script(call, language), staleTime: Infinity });
  const save = useMutation({
    mutationFn: (answers: Record<string, Answered>) => calls.answer(call, language, answers),
    // One after the other: what is saved last is what stands.
    scope: { id: `answers-${call.id}` },
    onSuccess: (saved) => {
      cache.setQueryData<ScriptView>(key, saved);
      if (saved.redFlags.length > 0) onRedFlag();
    },
    onError: onLost,
  });
  if (script.data === undefined) return null;

  const { questions, answers, next, difficult } = script.data;
  const given = { ...answers, ...(save.isPending || save.isError ? save.variables : {}) };
  return (
    <div className="ac-questions" data-questions={script.data.language} lang={script.data.language}>
      {questions
        .filter((question) => question.watch || question.asked)
        .map((question) => (
          <Question
            key={question.id}
            question={question}
            given={given[question.id]}
            now={question.id === next}
            onAnswer={(value) => save.mutate({ [question.id]: value })}
          />
        ))}
      {save.isError && <Alert component="p" variant="warning" isInline isPlain title={t('script.notSaved')} role="alert" />}
      <details className="ac-difficult">
        <summary>{t('script.difficult')}</summary>
        <ul>
          {difficult.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface QuestionProps {
  question: ScriptQuestion;
  given: Answered | undefined;
  now: boolean;
  onAnswer: (value: Answered) => void;
}

function Question({ question, given, now, onAnswer }: QuestionProps) {
  const { id, kind, text, options, watch, min, max } = question;
  return (
    <fieldset className={`ac-question${watch ? ' ac-question-watch' : ''}`} data-question={id} data-now={now || undefined}>
      <legend>{text}</legend>
      {kind === 'number' ? (
        <input
          type="number"
          min={min}
          max={max}
          aria-label={text}
          defaultValue={typeof given === 'number' ? given : ''}
          onBlur={(event) => {
            if (event.target.value !== '' && event.target.validity.valid) onAnswer(event.target.valueAsNumber);
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
            {option.text}
          </label>
        ))
      )}
    </fieldset>
  );
}
