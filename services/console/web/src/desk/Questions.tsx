import { Alert } from '@patternfly/react-core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { Answered, CallView, ScriptView } from '../api/types';
import { Question } from './Question';
import './questions.css';
import { scriptKey, useScript } from './useScript';

interface Props {
  call: CallView;
  /** The customer's, once it is known; else the page's. */
  language: string;
  /** What is ticked among the warning signs, as often as it is heard of. */
  onRedFlags: (flags: string[]) => void;
  onLost: (failure: unknown) => void;
}

/** The questions of the call. Each answer is saved as it is given, and is there again after whatever goes wrong. */
export function Questions({ call, language, onRedFlags, onLost }: Props) {
  const { t, i18n } = useTranslation();
  const cache = useQueryClient();
  const { script, own } = useScript(call, language, i18n.language);
  const save = useMutation({
    mutationFn: (answers: Record<string, Answered>) => calls.answer(call, language, answers),
    // One after the other: what is saved last is what stands.
    scope: { id: `answers-${call.id}` },
    onSuccess: (saved) => cache.setQueryData<ScriptView>(scriptKey(call, language), saved),
    onError: onLost,
  });
  // Also what whoever had the call before has ticked.
  const flags = script?.redFlags.join(' ') ?? '';
  useEffect(() => {
    if (flags !== '') onRedFlags(flags.split(' '));
    // What matters is what is ticked; the rest is the same in every render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [flags]);
  if (script === undefined) return null;

  const { questions, answers, next } = script;
  const given = { ...answers, ...(save.isPending || save.isError ? save.variables : {}) };
  return (
    <div className="ac-questions" data-questions={script.language}>
      {questions
        .filter((question) => question.watch || question.asked)
        .map((question) => (
          <Question
            key={question.id}
            question={question}
            language={script.language}
            own={own?.[question.id]}
            ownLanguage={i18n.language}
            given={given[question.id]}
            now={question.id === next}
            onAnswer={(value) => save.mutate({ [question.id]: value })}
          />
        ))}
      {save.isError && <Alert component="p" variant="warning" isInline isPlain title={t('script.notSaved')} role="alert" />}
      {next === undefined && <p className="ac-hint" data-answered>{t('script.allAnswered')}</p>}
    </div>
  );
}
