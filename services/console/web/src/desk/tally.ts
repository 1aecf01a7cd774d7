/** What this user finished today in this tab: a small satisfaction, and no one's data. */
export interface Tally {
  day: string;
  finished: number;
  reached: number;
}

const keyOf = (user: string) => `aftercare.tally.${user}`;

export function tallyOf(storage: Storage, user: string, day: string): Tally {
  const fresh = { day, finished: 0, reached: 0 };
  try {
    const kept = JSON.parse(storage.getItem(keyOf(user)) ?? 'null') as Partial<Tally> | null;
    return kept?.day === day && Number.isInteger(kept.finished) && Number.isInteger(kept.reached) ? (kept as Tally) : fresh;
  } catch (unreadable) {
    console.warn('tally dropped', unreadable);
    return fresh;
  }
}

export function count(storage: Storage, user: string, day: string, reached: boolean): Tally {
  const before = tallyOf(storage, user, day);
  const now = { day, finished: before.finished + 1, reached: before.reached + (reached ? 1 : 0) };
  try {
    storage.setItem(keyOf(user), JSON.stringify(now));
  } catch (full) {
    console.warn('tally not kept', full);
  }
  return now;
}
