import { Alert, Button, TextArea, TextInput } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused, Unreachable } from '../api/client';
import { Key } from '../app/Key';
import { businessNow, moment, ownZone } from '../app/time';
import { dayText } from '../counter/words';
import { Pick } from '../desk/Fields';
import { localOf } from '../desk/zone';
import { Elements } from './Elements';
import * as api from './reactionApi';
import './reaction.css';
import { begun, isTouched, isValid, keepReaction, restoreReaction, toggled, toReaction, type ReactionChange, type ReactionDraft } from './reactionDraft';
import { Toggles } from './Toggles';
import { criteria, harms, reporters, results, type Harm, type Reporter } from './wire';

interface Props {
  me: string;
  callId: string;
  /** Who tells of it, as far as the call says. */
  reporter?: Reporter | undefined;
  /** What was heard in the script already. */
  heard?: readonly Harm[];
  onRecorded: (description: string) => void;
  onClose: () => void;
}

const day = 86_400_000;

/** A suspicion, told in a minute. What is entered is kept in the tab until it is recorded. */
export function ReactionForm({ me, callId, reporter, heard = [], onRecorded, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState<ReactionDraft>(
    () => restoreReaction(sessionStorage, me, callId) ?? { ...begun(), events: [...heard], ...(reporter === undefined ? {} : { reporter }) },
  );
  const form = useRef<HTMLFormElement>(null);
  const change = (part: ReactionChange) =>
    setDraft((before) => Object.fromEntries(Object.entries({ ...before, ...part }).filter(([, value]) => value !== undefined)) as unknown as ReactionDraft);
  useEffect(() => {
    if (isTouched(draft) || draft.dueAt !== undefined) keepReaction(sessionStorage, me, callId, draft);
  }, [draft, me, callId]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true }), []);

  const sold = useQuery({ queryKey: ['suspects', callId], queryFn: () => api.suspects(callId), staleTime: 60_000 });
  const save = useMutation({
    mutationFn: () => api.record(toReaction(draft, callId)),
    onSuccess: ({ dueAt }) => {
      change({ dueAt });
      onRecorded(draft.description.trim());
    },
  });

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (isValid(draft) && !save.isPending) save.mutate();
  }

  function onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    else if (event.key === 'Escape') onClose();
    else return;
    event.stopPropagation();
  }

  if (draft.dueAt !== undefined) {
    const when = moment(draft.dueAt, i18n.language, { tomorrow: t('app.tomorrow'), yesterday: t('app.yesterday') });
    return <Alert component="p" variant="success" isInline title={t('reaction.recorded')} role="status" data-reaction="recorded">{t('reaction.recordedText', { when })}</Alert>;
  }

  const named = (code: { system: string; code: string }) => `${code.system} ${code.code}`;
  const today = localOf(businessNow(), ownZone()).slice(0, 10);
  const yesterday = new Date(Date.parse(`${today}T00:00:00Z`) - day).toISOString().slice(0, 10);
  return (
    <form ref={form} className="ac-card ac-form ac-reaction" noValidate onSubmit={submit} onKeyDown={onKey} data-reaction="form" aria-labelledby="reaction">
      <div className="ac-reaction-head">
        <h2 id="reaction">{t('reaction.title')}</h2>
        <Button variant="secondary" size="sm" onClick={onClose}>
          {t('app.close')} <Key>Esc</Key>
        </Button>
      </div>
      <Elements draft={draft} />
      <Pick label={t('reaction.who')} name="reporter" options={reporters.map((value) => ({ value, text: t(`reaction.reporter.${value}`) }))} value={draft.reporter} onPick={(chosen) => change({ reporter: chosen })} />
      {(sold.data ?? []).length > 0 && (
        <Toggles
          legend={t('reaction.medicine')}
          name="suspects"
          options={(sold.data ?? []).map(({ medicine, lastSold, highAlert }) => ({
            value: named(medicine),
            text: medicine.name ?? medicine.code,
            more: [t('reaction.sold', { day: dayText(lastSold, i18n.language) }), ...(highAlert ? [t('counter.line.highAlert')] : [])].join(' · '),
          }))}
          chosen={draft.suspects.map(named)}
          onToggle={(value) => {
            const chosen = (sold.data ?? []).find(({ medicine }) => named(medicine) === value)?.medicine;
            if (chosen === undefined) return;
            const others = draft.suspects.filter((one) => named(one) !== value);
            change({ suspects: others.length < draft.suspects.length ? others : [...others, { system: chosen.system, code: chosen.code }] });
          }}
        />
      )}
      <div className="ac-field">
        <label htmlFor="other-medicine" className="ac-label">
          {t((sold.data ?? []).length > 0 ? 'reaction.otherMedicine' : 'reaction.medicine')}
        </label>
        <TextInput id="other-medicine" value={draft.otherMedicine} maxLength={100} autoComplete="off" onChange={(_event, otherMedicine) => change({ otherMedicine })} />
      </div>
      <Toggles
        legend={t('reaction.what')}
        name="events"
        options={harms.map((value) => ({ value, text: t(`reaction.event.${value}`) }))}
        chosen={draft.events}
        onToggle={(value) => change({ events: toggled(draft.events, value) })}
      />
      <div className="ac-field">
        <label htmlFor="reaction-words" className="ac-label">
          {t('reaction.words')} <span className="ac-hint">{t('reaction.wordsHint')}</span>
        </label>
        <TextArea id="reaction-words" rows={3} resizeOrientation="vertical" maxLength={3800} autoComplete="off" value={draft.description} onChange={(_event, description) => change({ description })} />
      </div>
      <div className="ac-field">
        <label htmlFor="reaction-onset" className="ac-label">
          {t('reaction.onset')} <span className="ac-hint">{t('field.noteOptional')}</span>
        </label>
        <div className="ac-row">
          {([['today', today], ['yesterday', yesterday]] as const).map(([name, date]) => (
            <button key={name} type="button" className="ac-quick" aria-pressed={draft.onset === date} onClick={() => change({ onset: draft.onset === date ? '' : date })}>
              {t(`reaction.${name}`)}
            </button>
          ))}
          <TextInput id="reaction-onset" type="date" className="ac-reaction-date" value={draft.onset} onChange={(_event, onset) => change({ onset })} />
        </div>
      </div>
      <Pick label={t('reaction.now')} name="result" options={results.map((value) => ({ value, text: t(`reaction.result.${value}`) }))} value={draft.result} onPick={(result) => change({ result })} />
      <Toggles
        legend={t('reaction.serious')}
        hint={t(draft.criteria.length > 0 ? 'reaction.isSerious' : 'reaction.notSerious')}
        name="criteria"
        options={criteria.map((value) => ({ value, text: t(`reaction.criterion.${value}`) }))}
        chosen={draft.criteria}
        onToggle={(value) => change({ criteria: toggled(draft.criteria, value) })}
      />
      {save.error !== null && (
        <Alert component="p" variant="danger" isInline title={t('reaction.notRecorded')} role="alert">
          {save.error instanceof Unreachable ? t('outcome.failedOffline') : t('outcome.failedText', { detail: detailOf(save.error) })}
        </Alert>
      )}
      <Button type="submit" isBlock className="ac-save" isLoading={save.isPending} aria-disabled={save.isPending || !isValid(draft)}>
        {t('reaction.record')} <Key>Ctrl ↵</Key>
      </Button>
    </form>
  );
}

const detailOf = (failure: Error) =>
  failure instanceof Refused ? (failure.problem.violations?.map(({ message }) => message).join('; ') ?? failure.message) : failure.message;
