import { Alert, Button, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import { dropAssessment, keepAssessment, restoreAssessment, type AssessmentDraft } from './assessmentDraft';
import { band, open, score } from './naranjo';
import * as api from './reactionApi';
import { toggled } from './reactionDraft';
import { Toggles } from './Toggles';
import { criteria, naranjoAnswers, type NaranjoAnswer, type ReactionView } from './wire';

interface Props {
  reaction: ReactionView;
  me: string;
  judges: boolean;
  onChanged: (now: ReactionView) => void;
}

/** How likely the medicine is the cause: ten items, and the score as it grows. */
export function Assessment({ reaction, me, judges, onChanged }: Props) {
  const { t } = useTranslation();
  const { id } = reaction;
  const [draft, setDraft] = useState<AssessmentDraft>(
    () => restoreAssessment(sessionStorage, me, id, reaction.version) ?? { version: reaction.version, answers: reaction.answers ?? {}, why: reaction.criteria },
  );
  const { answers, why } = draft;
  const items = useQuery({ queryKey: ['causality-items'], queryFn: api.items, staleTime: Infinity });
  const save = useMutation({
    mutationFn: () => api.assess(id, answers as Record<string, NaranjoAnswer>, why),
    onSuccess: (now) => {
      dropAssessment(sessionStorage, me, id);
      setDraft((judged) => ({ ...judged, version: now.version }));
      onChanged(now);
    },
  });
  if (items.data === undefined) return <Spinner aria-label={t('app.loading')} />;
  const missing = open(items.data, answers);
  const reached = score(items.data, answers);

  function change(part: Partial<AssessmentDraft>) {
    const next = { ...draft, ...part };
    keepAssessment(sessionStorage, me, id, next);
    setDraft(next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (missing === 0 && !save.isPending) save.mutate();
  }

  return (
    <form className="ac-assessment" onSubmit={submit} data-assessment>
      <h3>{t('reaction.causalityTitle')}</h3>
      <ol>
        {items.data.map((item) => (
          <li key={item.number}>
            <fieldset className="ac-item" disabled={!judges} data-item={item.number}>
              <legend>{t(`reaction.item.${item.number}`, item.text)}</legend>
              <div className="ac-item-answers">
                {naranjoAnswers.map((answer) => (
                  <label key={answer} className="ac-pick-one">
                    <input type="radio" name={`item-${item.number}`} value={answer} checked={answers[item.number] === answer} onChange={() => change({ answers: { ...answers, [item.number]: answer } })} />
                    <span>{t(`reaction.answer.${answer}`)}</span>
                  </label>
                ))}
              </div>
            </fieldset>
          </li>
        ))}
      </ol>
      <p className="ac-score" role="status" data-score={reached}>
        {t('reaction.score', { score: reached })} <strong>{t(`reaction.causality.${band(reached)}`)}</strong>
        {missing > 0 && <span className="ac-hint">{t('reaction.itemsLeft', { count: missing })}</span>}
      </p>
      {judges && (
        <>
          <Toggles
            legend={t('reaction.serious')}
            hint={t(why.length > 0 ? 'reaction.isSerious' : 'reaction.notSerious')}
            name="assessed-criteria"
            options={criteria.map((value) => ({ value, text: t(`reaction.criterion.${value}`) }))}
            chosen={why}
            onToggle={(value) => change({ why: toggled(why, value) })}
          />
          {save.error !== null && (
            <Alert component="p" variant="danger" isInline title={t('reaction.notSaved')} role="alert">
              {save.error instanceof Unreachable ? t('outcome.failedOffline') : save.error.message}
            </Alert>
          )}
          <Button type="submit" isLoading={save.isPending} aria-disabled={missing > 0 || save.isPending}>
            {t(reaction.state === 'assessed' ? 'reaction.judgeAgain' : 'reaction.judge')}
          </Button>
        </>
      )}
    </form>
  );
}
