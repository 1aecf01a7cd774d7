import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import { Bullseye, Spinner } from '@patternfly/react-core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Refused } from '../api/client';
import * as calls from '../api/calls';
import type { CallView, Disposition, Me } from '../api/types';
import { useConnection } from '../app/connection';
import { noteHeld } from '../app/held';
import { useShortcuts } from '../app/shortcuts';
import { allowSound, chime } from '../app/sound';
import { Incoming } from '../incoming/Incoming';
import type { Rang } from '../incoming/incoming';
import { CallScene } from './CallScene';
import { ClaimRefused } from './ClaimRefused';
import { drop, keep, restore } from './drafts';
import { Idle } from './Idle';
import { Lost } from './Lost';
import { emptyDraft, isReached } from './outcome';
import { Saved } from './Saved';
import { count, tallyOf } from './tally';
import { Waiting } from './Waiting';

type Scene =
  | { at: 'opening' }
  | { at: 'idle'; handedBack?: boolean }
  | { at: 'waiting'; nextDue: string | undefined }
  | { at: 'incoming' }
  | { at: 'call'; call: CallView; restored: boolean; rang?: Rang }
  | { at: 'saved'; call: CallView; disposition: Disposition }
  | { at: 'lost'; call: CallView; why: string; note: string };

const today = () => new Date().toLocaleDateString('en-CA');

/** The agent's place: no call, waiting for one, on one, just done with one, or surprised by its loss. */
export function Desk({ me, shown }: { me: Me; shown: boolean }) {
  const { t } = useTranslation();
  const { lost } = useConnection();
  const [scene, go] = useReducer((_before: Scene, next: Scene) => next, { at: 'opening' });
  const [tally, setTally] = useState(() => tallyOf(sessionStorage, me.id, today()));
  const waiting = useRef(false);
  waiting.current = scene.at === 'waiting';

  const take = useMutation({
    mutationFn: calls.claim,
    onSuccess: ({ call, nextDue }) => {
      if (call === undefined) return go({ at: 'waiting', nextDue });
      if (waiting.current) chime();
      go({ at: 'call', call, restored: restore(sessionStorage, me.id, call.id) !== undefined });
    },
    // A no is told where there is one thing to do; without an answer it goes on waiting.
    onError: (failure) => waiting.current && failure instanceof Refused && failure.status === 409 && go({ at: 'idle' }),
  });

  const open = useMutation({
    mutationFn: calls.current,
    onSuccess: (call) =>
      go(call === undefined ? { at: 'idle' } : { at: 'call', call, restored: restore(sessionStorage, me.id, call.id) !== undefined }),
  });
  // A call that is still held is found again after a reload, a new log-in, or a broken connection.
  const { mutate: reopen, isPending: opening } = open;
  useEffect(() => {
    if (scene.at !== 'opening' || opening) return undefined;
    const timer = setTimeout(reopen, open.isError ? 3_000 : 0);
    return () => clearTimeout(timer);
  }, [scene.at, opening, open.isError, reopen]);

  const onCall = scene.at === 'call';
  useEffect(() => {
    noteHeld(onCall);
    document.title = t(onCall ? (document.hidden ? 'app.titleFound' : 'app.titleCall') : 'app.title');
    const seen = () => {
      if (!document.hidden) document.title = t(onCall ? 'app.titleCall' : 'app.title');
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [onCall, t]);

  const next = useCallback(() => {
    allowSound();
    take.mutate();
  }, [take]);
  const canTake = (scene.at === 'idle' || scene.at === 'saved') && !take.isPending;
  const canPickUp = canTake || scene.at === 'waiting';
  const pickUp = () => {
    take.reset();
    go({ at: 'incoming' });
  };
  useShortcuts({ n: () => shown && canTake && next(), i: () => shown && canPickUp && pickUp() });

  const failure = take.error === null ? undefined : <ClaimRefused failure={take.error} onTake={next} />;

  switch (scene.at) {
    case 'opening':
      return (
        <Bullseye className="ac-alone" data-scene="opening">
          <div className="ac-opening" role="status">
            <Spinner aria-label={t('app.loading')} />
            {open.isError && <p className="ac-hero-text">{t('idle.opening')}</p>}
          </div>
        </Bullseye>
      );
    case 'idle':
      return (
        <Idle
          name={me.name}
          tally={tally}
          taking={take.isPending}
          failure={failure}
          notice={scene.handedBack ? t('call.handedBack') : undefined}
          onTake={next}
          onRings={pickUp}
        />
      );
    case 'waiting':
      return (
        <Waiting nextDue={scene.nextDue} looking={take.isPending} lost={lost} onLook={next} onRings={pickUp} onStop={() => go({ at: 'idle' })} />
      );
    case 'incoming':
      return (
        <Incoming
          shown={shown}
          onBack={() => go({ at: 'idle' })}
          onTaken={(call, rang) => {
            const kept = restore(sessionStorage, me.id, call.id);
            keep(sessionStorage, me.id, call.id, {
              ...(kept ?? emptyDraft('')),
              rang: true,
              ...(rang.language === undefined ? {} : { language: rang.language }),
            });
            go({ at: 'call', call, restored: kept !== undefined, rang });
          }}
        />
      );
    case 'call':
      return (
        <CallScene
          // The same call, taken again, is begun anew.
          key={`${scene.call.id}.${scene.call.epoch}`}
          me={me}
          call={scene.call}
          restored={scene.restored}
          rang={scene.rang}
          shown={shown}
          onRenewed={(call) => go({ ...scene, call })}
          onSaved={(call, disposition) => {
            drop(sessionStorage, me.id, scene.call.id);
            setTally(count(sessionStorage, me.id, today(), isReached(disposition)));
            take.reset();
            go({ at: 'saved', call, disposition });
          }}
          onHandedBack={() => {
            drop(sessionStorage, me.id, scene.call.id);
            take.reset();
            go({ at: 'idle', handedBack: true });
          }}
          onClosed={() => {
            drop(sessionStorage, me.id, scene.call.id);
            next();
          }}
          onLost={(why, note) => {
            take.reset();
            go({ at: 'lost', call: scene.call, why, note });
          }}
        />
      );
    case 'saved':
      return (
        <Saved
          me={me.id}
          call={scene.call}
          disposition={scene.disposition}
          tally={tally}
          taking={take.isPending}
          failure={failure}
          onTake={next}
          onRings={pickUp}
          onPause={() => {
            take.reset();
            go({ at: 'idle' });
          }}
        />
      );
    case 'lost':
      return (
        <Lost
          why={scene.why}
          note={scene.note}
          onBack={() => {
            drop(sessionStorage, me.id, scene.call.id);
            go({ at: 'opening' });
          }}
        />
      );
  }
}
