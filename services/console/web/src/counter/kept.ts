import { emptyDraft, type Draft } from './draft';
import { asks, buyers, tells } from './wire';

/** Cleared with all other drafts at the log-out. */
const keyOf = (user: string, store: string) => `aftercare.draft.counter.${user}.${store}`;

export function keep(storage: Storage, user: string, store: string, draft: Draft): void {
  try {
    storage.setItem(keyOf(user, store), JSON.stringify(draft));
  } catch (full) {
    // Full or forbidden storage must not stop the sale; it is still on the page.
    console.warn('draft not kept', full);
  }
}

/** Undefined when there is none, or when it is not one. */
export function restore(storage: Storage, user: string, store: string): Draft | undefined {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(user, store)) ?? 'null') as Draft | null;
    return kept !== null && isDraft(kept) ? { ...emptyDraft(), ...kept } : undefined;
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}

function isDraft(kept: Draft): boolean {
  return (
    typeof kept.id === 'string' &&
    /^[A-Za-z0-9._-]{1,64}$/.test(kept.id) &&
    typeof kept.who?.kind === 'string' &&
    Array.isArray(kept.lines) &&
    kept.lines.every((line) => typeof line.key === 'string' && typeof line.name === 'string' && typeof line.price === 'string' && Number.isInteger(line.quantity)) &&
    buyers.includes(kept.buyer) &&
    Array.isArray(kept.asked) &&
    kept.asked.every((one) => asks.includes(one)) &&
    Array.isArray(kept.told) &&
    kept.told.every((one) => tells.includes(one)) &&
    Array.isArray(kept.acknowledged)
  );
}
