import { Alert } from '@patternfly/react-core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as calls from '../api/calls';
import type { CallView, Disposition, Me, PermitView } from '../api/types';
import { Ask } from '../app/Ask';
import { useConnection } from '../app/connection';
import { useShortcuts } from '../app/shortcuts';
import { useWallClock } from '../app/ticks';
import { ownZone } from '../app/time';
import type { Rang } from '../incoming/incoming';
import { ReactionForm } from '../reaction/ReactionForm';
import { useHeardHarms } from '../reaction/useHeardHarms';
import { newFlags } from '../transfer/way';
import { Difficult } from '../difficult/Difficult';
import { Dial } from './Dial';
import { keep, restore } from './drafts';
import { Facts } from './Facts';
import { clockText, remaining } from './lease';
import { changed, emptyDraft, longestNote, type Change, type Draft } from './outcome';
import { Outcome } from './Outcome';
import { Questions } from './Questions';
import { RedFlag, RedStrip } from './RedFlag';
import { isLost, refusalOf, type Refusal } from './refusal';
import { Script } from './Script';
import { Tools, type Tool } from './Tools';
import { useHold } from './useHold';
import { Why } from './Why';

interface Props {
  me: Me;
  call: CallView;
  /** Whether something entered earlier came back with it. */
  restored: boolean;
  /** The customer rang us, and was found by their number. */
  rang: Rang | undefined;
  /** False while its user looks at another view. */
  shown: boolean;
  onRenewed: (call: CallView) => void;
  onSaved: (call: CallView, disposition: Disposition) => void;
  onHandedBack: () => void;
  /** The call was closed by a refusal; the next one may be taken. */
  onClosed: () => void;
  onLost: (why: string, note: string) => void;
}

/** One call, from why to outcome. */
export function CallScene({ me, call, restored, rang, shown, onRenewed, onSaved, onHandedBack, onClosed, onLost }: Props) {
  const { t, i18n } = useTranslation();
  const { lost, silent, loggedOut } = useConnection();
  const unanswered = lost || silent === 'follow-up';
  const [draft, setDraft] = useState<Draft>(() => restore(sessionStorage, me.id, call.id) ?? emptyDraft(''));
  const [permit, setPermit] = useState<PermitView>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [gone, setGone] = useState<boolean>();
  const [handingBack, setHandingBack] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const [tool, setTool] = useState<Tool>();
  const heardHarms = useHeardHarms();
  const closed = refusal !== undefined && gone !== false;

  useEffect(() => heading.current?.focus(), []);
  useEffect(() => keep(sessionStorage, me.id, call.id, draft), [me.id, call.id, draft]);
  const change = useCallback((part: Change) => setDraft((before) => changed(before, part)), []);
  const lose = (why: string) => onLost(why, draft.note);

  useHold(call, (renewed) => !closed && onRenewed(renewed), (why) => !closed && lose(why));

  // The store's name and clock make the call easier; without them it goes on.
  const store = useQuery({ queryKey: ['store', call.storeId], queryFn: () => calls.store(call.storeId), staleTime: Infinity });
  const storeZone = store.data?.zone;
  const zone = draft.callBackZone || storeZone || ownZone();

  const askPermit = useMutation({
    mutationFn: () => calls.permit(call),
    onMutate: () => setGone(undefined),
    onSuccess: (granted) => {
      setPermit(granted);
      change({ language: granted.callee.language });
      onRenewed({ ...call, permitted: true });
    },
    onError: async (failure) => {
      const refused = refusalOf(failure);
      if (refused === undefined) return isLost(failure) ? lose(failure.name) : undefined;
      setRefusal(refused);
      // A refusal takes the call off the desk; should it ever not, it can still be handed back.
      setGone(await calls.current().then((still) => still?.id !== call.id).catch(() => false));
      return undefined;
    },
  });

  const handBack = useMutation({
    mutationFn: () => calls.release(call),
    onSuccess: onHandedBack,
    onError: (failure) => isLost(failure) && lose(failure.name),
  });

  const open = permit !== undefined || call.permitted;
  const language = call.language ?? draft.language ?? i18n.language;
  const raise = () => change({ redFlagAt: Date.now() });
  const alarm = (flags: string[]) =>
    newFlags(flags, draft.redFlags ?? []).length > 0 && change({ redFlagAt: draft.redFlagAt ?? Date.now(), redFlags: flags });
  useShortcuts({
    n: () => shown && closed && gone && onClosed(),
    p: () => shown && permit === undefined && draft.rang === undefined && !askPermit.isPending && !closed && askPermit.mutate(),
    d: () => shown && permit !== undefined && document.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.click(),
    e: () => shown && open && setTool('reaction'),
    g: () => shown && open && setTool('difficult'),
    '!': () => shown && draft.redFlagAt === undefined && raise(),
  });

  return (
    <div className="ac-call" data-scene="call" data-call={call.id}>
      {draft.redFlagAt !== undefined && (
        <RedFlag
          me={me.id}
          call={call}
          since={draft.redFlagAt}
          flags={draft.redFlags ?? []}
          onHanded={() =>
            change({
              disposition: 'handed-to-pharmacist',
              note: draft.note.startsWith(t('red.note')) ? draft.note : t('red.note') + draft.note,
            })
          }
          onAllClear={() => change({ redFlagAt: undefined })}
        />
      )}
      {unanswered && !closed && <LostBanner leaseUntil={call.leaseUntil} title={t(lost ? 'call.lostTitle' : 'call.silentTitle')} />}
      {restored && draft.disposition !== undefined && permit === undefined && (
        <Alert component="p" variant="info" isInline isPlain title={t('call.restored')} role="status" />
      )}
      {!closed && <Facts call={call} store={store.data} lost={unanswered || loggedOut} onHandBack={() => setHandingBack(true)} />}
      <div className={closed ? 'ac-closed' : 'ac-columns'}>
        <Why ref={heading} call={call} />
        <Dial
          call={call}
          permit={permit}
          refusal={refusal}
          gone={gone}
          asking={askPermit.isPending}
          failure={askPermit.error !== null && refusal === undefined ? askPermit.error : undefined}
          rang={draft.rang === true}
          caller={rang}
          onAsk={() => askPermit.mutate()}
          onNext={onClosed}
          onHandBack={() => handBack.mutate()}
        />
        {!closed && (
          <>
            <Script call={call}>
              <Questions
                call={call}
                language={language}
                onRedFlags={alarm}
                onLost={(failure) => isLost(failure) && lose(failure.name)}
              />
            </Script>
            <div className="ac-doing">
              <Tools open={open} tool={tool} onChoose={setTool} />
              {tool === 'reaction' && (
                <ReactionForm
                  me={me.id}
                  callId={call.id}
                  reporter={permit === undefined ? undefined : permit.callee.relation === 'self' ? 'patient' : 'caregiver'}
                  heard={heardHarms(call, language)}
                  onRecorded={(words) => change({ disposition: 'suspected-adverse-reaction', ...(draft.note.trim() === '' ? { note: words.slice(0, longestNote) } : {}) })}
                  onClose={() => setTool(undefined)}
                />
              )}
              {tool === 'difficult' && (
                <Difficult
                  call={call}
                  language={language}
                  warned={draft.warned === true}
                  onWarned={() => change({ warned: true })}
                  onEnd={() => {
                    setTool(undefined);
                    change({ disposition: 'ended-for-abuse' });
                  }}
                  onClose={() => setTool(undefined)}
                />
              )}
            <Outcome
              call={call}
              draft={draft}
              zone={zone}
              storeZone={storeZone}
              open={open}
              shown={shown}
              onChange={change}
              onSaved={onSaved}
              onLost={lose}
            />
            </div>
          </>
        )}
      </div>
      {draft.redFlagAt === undefined && !closed && <RedStrip onRaise={raise} />}
      {handingBack && (
        <Ask
          title={t('call.handBackTitle')}
          text={t(call.permitted ? 'call.handBackPermitted' : 'call.handBackText')}
          yes={t('call.handBackDo')}
          busy={handBack.isPending}
          failure={handBack.error?.message}
          onYes={() => handBack.mutate()}
          onNo={() => {
            handBack.reset();
            setHandingBack(false);
          }}
        />
      )}
    </div>
  );
}

function LostBanner({ leaseUntil, title }: { leaseUntil: string | undefined; title: string }) {
  const { t } = useTranslation();
  const left = remaining(leaseUntil, useWallClock());
  return (
    <Alert component="p" variant="warning" isInline title={title} className="ac-banner ac-banner-call">
      {left > 0 ? t('call.lostText', { left: clockText(left) }) : t('call.lostLapsed')}
    </Alert>
  );
}
