/** What its user is typing about a file outlives a reload and a new log-in in this tab; the log-out takes it away with all drafts. */
const keyOf = (user: string, id: string, part: string) => `aftercare.draft.${user}.file.${id}.${part}`;

export interface Kept<T> {
  base: T;
  draft: T;
  seen: number;
  /** What somebody else wrote meanwhile, while it is looked at. */
  theirs?: T;
  /** Changed by both, and not decided yet. */
  clashes: (keyof T)[];
  /** Changed by others alone. */
  taken: (keyof T)[];
}

export function keep<T>(user: string, id: string, part: string, kept: Kept<T>): void {
  try {
    sessionStorage.setItem(keyOf(user, id, part), JSON.stringify(kept));
  } catch (full) {
    console.warn('draft not kept', full);
  }
}

export function kept<T>(user: string, id: string, part: string): Kept<T> | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(user, id, part)) ?? 'null') as Kept<T> | null) ?? undefined;
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}

export const drop = (user: string, id: string, part: string) => sessionStorage.removeItem(keyOf(user, id, part));
