import type { Moves, Replanned } from './wire';

export const nothing: Replanned = { looked: 0, programmes: {} };

/** What several answers say together. */
export function plus(sum: Replanned, more: Replanned): Replanned {
  const programmes = { ...sum.programmes };
  for (const [key, moves] of Object.entries(more.programmes)) {
    const before = programmes[key];
    programmes[key] = before === undefined ? moves : add(before, moves);
  }
  return { looked: sum.looked + more.looked, programmes, ...(more.next === undefined ? {} : { next: more.next }) };
}

export const moved = ({ programmes }: Replanned) =>
  Object.values(programmes).reduce((sum, { earlier, later, cancelled, rerouted }) => sum + earlier + later + cancelled + rerouted, 0);

const add = (a: Moves, b: Moves): Moves => ({
  kept: a.kept + b.kept,
  earlier: a.earlier + b.earlier,
  later: a.later + b.later,
  cancelled: a.cancelled + b.cancelled,
  rerouted: a.rerouted + b.rerouted,
});
