import { Alert, Button, Spinner } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Unreachable } from '../api/client';
import { band, open, score, type Answers } from './naranjo';
import * as api from './reactionApi';
import { toggled } from './reactionDraft';
import { Toggles } from './Toggles';
import { criteria, naranjoAnswers, type Criterion, type NaranjoAnswer, type ReactionView } from './wire';

interface Props {
  reaction: ReactionView;
  me: string;
  judges: boolean;
  onChanged: (now: ReactionView) => void;
}

/** How likely the medicine is the cause: ten items, and the score as it grows. */
export function Assessment({ reaction, me, judges, onChanged }: Props) {
  const { t } = useTranslation();
  const key = `aftercare.draft.${me}.assessment.${reaction.id}`;
  const [answers, setAnswers] = useState<Answers>(() => kept(key) ?? reaction.answers ?? {});
  const [why, setWhy] = useState<Criterion[]>(reaction.criteria);
  useEffect(() => {
    if (judges) sessionStorage.setItem(key, JSON.stringify(answers));
  }, [key, answers, judges]);
  const items = useQuery({ queryKey: ['causality-items'], queryFn: api.items, staleTime: Infinity });
  const save = useMutation({
    mutationFn: () => api.assess(reaction.id, answers as Record<string, NaranjoAnswer>, why),
    onSuccess: (now) => {
      sessionStorage.removeItem(key);
      onChanged(now);
    },
  });
  if (items.data === undefined) return <Spinner aria-label={t('app.loading')} />;
  const missing = open(items.data, answers);
  const reached = score(items.data, answers);

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
                    <input type="radio" name={`item-${item.number}`} value={answer} checked={answers[item.number] === answer} onChange={() => setAnswers({ ...answers, [item.number]: answer })} />
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
            onToggle={(value) => setWhy(toggled(why, value))}
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

function kept(key: string): Answers | undefined {
  try {
    const found = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Answers | null;
    if (found === null) return undefined;
    return Object.fromEntries(Object.entries(found).filter(([, answer]) => naranjoAnswers.some((known) => known === answer)));
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}
