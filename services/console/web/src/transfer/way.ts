import { redFlags, type RedFlag, type TransferState, type TransferView } from './wire';

/** Who is asked, one after the other, until somebody takes over. */
export interface Stop {
  who: 'pharmacist' | 'store' | 'supervisor';
  /** When they were asked; absent while they are not. */
  at?: string;
}

export function way({ waitingSince, storeAt, supervisorAt }: TransferView): Stop[] {
  return [
    { who: 'pharmacist', at: waitingSince },
    { who: 'store', ...(storeAt === undefined ? {} : { at: storeAt }) },
    { who: 'supervisor', ...(supervisorAt === undefined ? {} : { at: supervisorAt }) },
  ];
}

export const isWaiting = ({ state }: { state: TransferState }) => state === 'waiting' || state === 'store' || state === 'supervisor';

export const isOver = ({ state }: { state: TransferState }) => state === 'ended' || state === 'withdrawn';

/** What the house knows by a name; whatever else frightens the agent is "other". */
export function flagsOf(ticked: readonly string[]): RedFlag[] {
  const known = redFlags.filter((flag) => ticked.includes(flag));
  return known.length > 0 ? known : ['other'];
}

/** Those that were not among the ones seen before: what was looked at once does not alarm again. */
export const newFlags = (ticked: readonly string[], seen: readonly string[]) => ticked.filter((flag) => !seen.includes(flag));
