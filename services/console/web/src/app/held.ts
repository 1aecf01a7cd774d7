import { useSyncExternalStore } from 'react';

/** Whether the desk holds a call, for those outside the desk who must ask before leaving it. */
let held = false;
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
