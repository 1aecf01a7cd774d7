/** What is being typed about a file outlives a reload and a new log-in in this tab; the log-out takes it away with all drafts. */
const keyOf = (id: string, part: string) => `aftercare.draft.file.${id}.${part}`;

export interface Kept<T> {
  base: T;
  draft: T;
  seen: number;
}

export function keep<T>(id: string, part: string, kept: Kept<T>): void {
  try {
    sessionStorage.setItem(keyOf(id, part), JSON.stringify(kept));
  } catch (full) {
    console.warn('draft not kept', full);
  }
}

export function kept<T>(id: string, part: string): Kept<T> | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(keyOf(id, part)) ?? 'null') as Kept<T> | null) ?? undefined;
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}

export const drop = (id: string, part: string) => sessionStorage.removeItem(keyOf(id, part));
