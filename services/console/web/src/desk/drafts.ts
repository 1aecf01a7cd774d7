import { complaintCategories, dispositions } from '../api/types';
import type { Draft } from './outcome';

/** What was entered, per user and call, for as long as the tab lives. */
const prefix = 'aftercare.draft.';

const keyOf = (user: string, call: string) => `${prefix}${user}.${call}`;

export function keep(storage: Storage, user: string, call: string, draft: Draft): void {
  try {
    storage.setItem(keyOf(user, call), JSON.stringify(draft));
  } catch (full) {
    // Full or forbidden storage must not stop the call; the text is still on the page.
    console.warn('draft not kept', full);
  }
}

/** Undefined when there is none, or when it is not one. */
export function restore(storage: Storage, user: string, call: string): Draft | undefined {
  const text = storage.getItem(keyOf(user, call));
  if (text === null) return undefined;
  try {
    return read(JSON.parse(text));
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}

export function drop(storage: Storage, user: string, call: string): void {
  storage.removeItem(keyOf(user, call));
}

/** At log-out, and when a call turns out to be another's: nothing of anyone stays in the tab. */
export function dropAll(storage: Storage): void {
  for (const key of Object.keys(storage).filter((name) => name.startsWith(prefix))) storage.removeItem(key);
}

function read(value: unknown): Draft | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const raw = value as Record<string, unknown>;
  const text = (name: string) => (typeof raw[name] === 'string' ? (raw[name] as string) : '');
  const disposition = dispositions.find((known) => known === raw['disposition']);
  const category = complaintCategories.find((known) => known === raw['category']);
  const satisfaction = [1, 2, 3, 4, 5].find((known) => known === raw['satisfaction']);
  return {
    callBackLocal: text('callBackLocal'),
    callBackZone: text('callBackZone'),
    note: text('note'),
    ...(disposition ? { disposition } : {}),
    ...(category ? { category } : {}),
    ...(satisfaction ? { satisfaction } : {}),
    ...(typeof raw['redFlagAt'] === 'number' ? { redFlagAt: raw['redFlagAt'] } : {}),
    ...(Array.isArray(raw['redFlags']) ? { redFlags: raw['redFlags'].filter((flag) => typeof flag === 'string') } : {}),
    ...(raw['rang'] === true ? { rang: true as const } : {}),
    ...(typeof raw['language'] === 'string' ? { language: raw['language'] } : {}),
    ...(raw['warned'] === true ? { warned: true as const } : {}),
  };
}
