export interface Reconciled<T> {
  /** What was typed, with what others changed elsewhere. */
  merged: T;
  /** Changed by both, each in another way: a person decides. */
  clashes: (keyof T)[];
  /** Changed by others alone. */
  taken: (keyof T)[];
}

export const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Brings together two edits of one thing, field by field, so that neither is lost unseen.
 *
 * @param base what both began with
 */
export function reconcile<T extends object>(base: T, mine: T, theirs: T): Reconciled<T> {
  const merged = { ...mine };
  const clashes: (keyof T)[] = [];
  const taken: (keyof T)[] = [];
  for (const field of Object.keys(theirs) as (keyof T)[]) {
    if (same(theirs[field], base[field]) || same(theirs[field], mine[field])) continue;
    if (same(mine[field], base[field])) {
      merged[field] = theirs[field];
      taken.push(field);
    } else {
      clashes.push(field);
    }
  }
  return { merged, clashes, taken };
}
