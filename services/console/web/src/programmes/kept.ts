/** What somebody typed and did not save yet stays on this device, whatever happens to the page. */

export interface Kept {
  text: string;
  /** The revision it started from; absent where there was no draft. */
  seen?: number;
}

const place = (user: string, key: string) => `aftercare.programme.${user}.${key}`;

export function keep(storage: Storage, user: string, key: string, kept: Kept): void {
  try {
    storage.setItem(place(user, key), JSON.stringify(kept));
  } catch (full) {
    // The text is still on the page.
    console.warn('draft not kept', full);
  }
}

export const drop = (storage: Storage, user: string, key: string) => storage.removeItem(place(user, key));

/** Undefined when there is none, or when it is not one. */
export function kept(storage: Storage, user: string, key: string): Kept | undefined {
  try {
    const found = JSON.parse(storage.getItem(place(user, key)) ?? 'null') as Partial<Kept> | null;
    if (typeof found?.text !== 'string') return undefined;
    return { text: found.text, ...(typeof found.seen === 'number' ? { seen: found.seen } : {}) };
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}
