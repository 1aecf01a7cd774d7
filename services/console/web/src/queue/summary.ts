import type { CallState, QueueSummary } from '../api/types';

export type TileName = 'waiting' | 'oldestDueAt' | CallState;

/** One number of the queue, or since when. */
export type Tile = { name: TileName; kind: 'number'; value: number } | { name: TileName; kind: 'instant'; value: string };

const shown: readonly CallState[] = ['held', 'supervisor', 'planned', 'done', 'not-reached', 'cancelled', 'too-late'];

/** What a supervisor looks for first comes first; a state without calls is a zero, not a gap. */
export function tiles({ states, waiting, oldestDueAt }: QueueSummary): Tile[] {
  const oldest: Tile[] = oldestDueAt === undefined ? [] : [{ name: 'oldestDueAt', kind: 'instant', value: oldestDueAt }];
  return [
    { name: 'waiting', kind: 'number', value: waiting },
    ...oldest,
    ...shown.map((name): Tile => ({ name, kind: 'number', value: states[name] ?? 0 })),
  ];
}
