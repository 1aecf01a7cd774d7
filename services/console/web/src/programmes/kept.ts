/** What was typed and not saved yet stays on this device, whatever happens to the page. */

export interface Kept {
  text: string;
  /** The revision it started from; absent where there was no draft. */
  seen?: number;
}

const place = (key: string) => `aftercare.programme.${key}`;

export const keep = (storage: Storage, key: string, kept: Kept) => storage.setItem(place(key), JSON.stringify(kept));

export const drop = (storage: Storage, key: string) => storage.removeItem(place(key));

export function kept(storage: Storage, key: string): Kept | undefined {
  const found = storage.getItem(place(key));
  return found === null ? undefined : (JSON.parse(found) as Kept);
}
