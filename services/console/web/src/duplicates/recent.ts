import type { Merge } from './wire';

/** What was merged here lately, so that it can be undone: ids and days, nothing of a person. */
const key = 'aftercare.merges';
const most = 20;

export function recent(storage: Storage, now: number): Merge[] {
  try {
    const kept = JSON.parse(storage.getItem(key) ?? '[]') as Merge[];
    return kept.filter(({ undoUntil }) => Date.parse(undoUntil) > now);
  } catch (unreadable) {
    console.warn('merges dropped', unreadable);
    return [];
  }
}

export function remember(storage: Storage, merge: Merge, now: number): Merge[] {
  const all = [merge, ...recent(storage, now).filter(({ id }) => id !== merge.id)].filter(({ undoneAt }) => undoneAt === undefined).slice(0, most);
  storage.setItem(key, JSON.stringify(all));
  return all;
}
