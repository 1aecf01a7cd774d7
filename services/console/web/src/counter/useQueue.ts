import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useConnection } from '../app/connection';
import * as api from './counterApi';
import { Queue, type Entry, type Fate, type Letter } from './queue';

const every = 5_000;

export interface Unsent {
  entries: Entry[];
  /** Those that go by themselves. */
  waiting: number;
  refused: number;
  /** @throws when the browser cannot keep it */
  add: (letter: Letter) => void;
  remove: (key: string) => void;
  find: (id: string) => Entry | undefined;
  send: () => void;
}

/** The queue of this user and store, sent as soon as there is a way. */
export function useQueue(user: string, store: string, onFate: (fate: Fate) => void): Unsent {
  const { lost, silent, loggedOut } = useConnection();
  const queue = useMemo(() => new Queue(localStorage, user, store), [user, store]);
  const [entries, setEntries] = useState(() => queue.entries());
  const look = useCallback(() => setEntries(queue.entries()), [queue]);
  const told = useRef(onFate);
  useEffect(() => {
    told.current = onFate;
  });

  const send = useCallback(() => {
    const round = () =>
      queue.send({ customer: api.register, sale: api.sell }, (fate) => {
        look();
        told.current(fate);
      });
    // One tab at a time, where the browser can tell.
    const done = 'locks' in navigator ? navigator.locks.request(`aftercare.counter.${user}.${store}`, round) : round();
    done.then(look).catch((failure: unknown) => console.warn('unsent entries stay', failure));
  }, [queue, look, user, store]);

  const waiting = entries.filter((entry) => entry.problem === undefined).length;
  useEffect(() => {
    if (!lost && !loggedOut) send();
  }, [lost, silent, loggedOut, send]);
  useEffect(() => {
    if (waiting === 0) return undefined;
    const timer = setInterval(send, every);
    return () => clearInterval(timer);
  }, [waiting, send]);
  useEffect(() => {
    window.addEventListener('storage', look);
    window.addEventListener('online', send);
    return () => {
      window.removeEventListener('storage', look);
      window.removeEventListener('online', send);
    };
  }, [look, send]);

  return {
    entries,
    waiting,
    refused: entries.length - waiting,
    add: (letter) => {
      queue.add(letter);
      look();
    },
    remove: (key) => {
      queue.remove(key);
      look();
    },
    find: (id) => queue.find(id),
    send,
  };
}
