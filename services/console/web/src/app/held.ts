import { useSyncExternalStore } from 'react';

/** What would be left behind, for those outside who must ask before leaving it: a call on the desk, sales of the counter not sent yet. */
let held = false;
let pending = 0;
const watchers = new Set<() => void>();

export function noteHeld(now: boolean): void {
  held = now;
  watchers.forEach((tell) => tell());
}

export const useHeld = () =>
  useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => held,
  );

export function notePending(now: number): void {
  pending = now;
  watchers.forEach((tell) => tell());
}

export const usePending = () =>
  useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => pending,
  );
