import type { OpenState, QueueLine, QueueSummary, ZoneLine } from './wire';

export type TileName = 'waiting' | 'oldestDueAt' | OpenState;

/** One number of the queue, or since when. */
export type Tile = { name: TileName; kind: 'number'; value: number } | { name: TileName; kind: 'instant'; value: string };

const shown: readonly OpenState[] = ['held', 'supervisor', 'planned'];

/** What a supervisor looks for first comes first; a state without calls is a zero, not a gap. */
export function tiles({ states, waiting, oldestDueAt }: QueueSummary): Tile[] {
  const oldest: Tile[] = oldestDueAt === undefined ? [] : [{ name: 'oldestDueAt', kind: 'instant', value: oldestDueAt }];
  return [
    { name: 'waiting', kind: 'number', value: waiting },
    ...oldest,
    ...shown.map((name): Tile => ({ name, kind: 'number', value: states[name] ?? 0 })),
  ];
}

/** The lines that this skill may take; all of them where none is named. */
export const linesOf = (queues: readonly QueueLine[], skill: string) => queues.filter((line) => skill === '' || line.skill === skill);

/** The same calls by the clock of those who are called: the zone that waits longest first. */
export function zonesOf(queues: readonly QueueLine[]): ZoneLine[] {
  const zones = new Map<string, ZoneLine>();
  for (const { zone, planned, waiting, oldestDueAt } of queues.flatMap((line) => line.zones)) {
    const sum = zones.get(zone);
    const oldest = [sum?.oldestDueAt, oldestDueAt].filter((at) => at !== undefined).sort((a, b) => Date.parse(a) - Date.parse(b))[0];
    zones.set(zone, {
      zone,
      planned: planned + (sum?.planned ?? 0),
      waiting: waiting + (sum?.waiting ?? 0),
      ...(oldest === undefined ? {} : { oldestDueAt: oldest }),
    });
  }
  const since = ({ oldestDueAt }: ZoneLine) => (oldestDueAt === undefined ? Number.POSITIVE_INFINITY : Date.parse(oldestDueAt));
  return [...zones.values()].sort((a, b) => since(a) - since(b) || b.planned - a.planned);
}
