import { useSyncExternalStore } from 'react';
import { listen } from '../api/client';

/** How the page stands with its back end, learnt from every exchange. */
export interface Connection {
  /** No answer at all: the network, or the console itself. */
  lost: boolean;
  /** The console answers, but this service behind it does not. */
  silent: string | undefined;
  loggedOut: boolean;
}

let now: Connection = { lost: false, silent: undefined, loggedOut: false };
const watchers = new Set<() => void>();

function become(change: Partial<Connection>): void {
  const next = { ...now, ...change };
  if (next.lost === now.lost && next.silent === now.silent && next.loggedOut === now.loggedOut) return;
  now = next;
  watchers.forEach((tell) => tell());
}

listen({
  answered: (area) => become({ lost: false, loggedOut: false, ...(now.silent === area ? { silent: undefined } : {}) }),
  unreachable: () => become({ lost: true }),
  silent: (service) => become({ lost: false, silent: service }),
  loggedOut: () => become({ lost: false, loggedOut: true }),
});

export function useConnection(): Connection {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => now,
  );
}
