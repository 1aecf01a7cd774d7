import { useEffect, useRef } from 'react';
import * as calls from '../api/calls';
import type { CallView } from '../api/types';
import { wallNow } from '../app/time';
import { beatIn, remaining } from './lease';
import { isLost } from './refusal';

/** While an answer is awaited or none came, it is asked again this soon. */
const again = 5_000;

/** Renews the hold on a call for as long as the call is on the page, and tells when it is lost. */
export function useHold(call: CallView, onRenewed: (call: CallView) => void, onLost: (why: string) => void): void {
  const latest = useRef({ call, onRenewed, onLost });
  latest.current = { call, onRenewed, onLost };

  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout>;

    async function beat() {
      clearTimeout(timer);
      try {
        const renewed = await calls.heartbeat(latest.current.call);
        if (over) return;
        latest.current.onRenewed(renewed);
        wait(beatIn(remaining(renewed.leaseUntil, wallNow())));
      } catch (failure) {
        if (over) return;
        if (isLost(failure)) latest.current.onLost(failure.name);
        else wait(again);
      }
    }

    function wait(milliseconds: number) {
      timer = setTimeout(() => void beat(), milliseconds);
    }

    // A page that was in the background may have slept through its heartbeats.
    const seen = () => {
      if (!document.hidden) void beat();
    };
    wait(beatIn(remaining(latest.current.call.leaseUntil, wallNow())));
    document.addEventListener('visibilitychange', seen);
    return () => {
      over = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [call.id, call.epoch]);
}
