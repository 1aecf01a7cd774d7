import { useEffect, useRef, useState } from 'react';
import { nothing, plus } from './moves';
import { replan } from './programmesApi';
import type { Replanned } from './wire';

type Kind = 'preview' | 'move';

export interface Stand {
  /** What is under way. */
  doing?: Kind;
  /** What was begun last, whether or not it came to its end. */
  last?: Kind;
  /** What came to its end. */
  done?: Kind;
  /** So far. */
  sums?: Replanned;
  failure?: Error;
}

/** Goes through all planned calls a batch at a time, until it is stopped or its user leaves. What was moved by then stays moved. */
export function useReplan() {
  const [stand, setStand] = useState<Stand>({});
  const turn = useRef(0);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  async function run(preview: boolean, programme: string | undefined) {
    const mine = (turn.current += 1);
    const kind: Kind = preview ? 'preview' : 'move';
    let sums = nothing;
    try {
      do {
        setStand({ doing: kind, last: kind, sums });
        sums = plus(sums, await replan(preview, programme, sums.next));
        if (turn.current !== mine) return;
      } while (sums.next !== undefined);
      setStand({ done: kind, last: kind, sums });
    } catch (failure) {
      if (turn.current !== mine) return;
      setStand({ last: kind, sums, failure: failure instanceof Error ? failure : new Error(String(failure)) });
    }
  }

  function stop() {
    turn.current += 1;
    setStand(({ sums, last }) => (last === 'move' && sums !== undefined ? { last, sums } : {}));
  }

  return { stand, run, stop };
}
