import type { QueueSummary } from '../api/types';

export interface Tile {
  /** The service's own name of the number, e.g. "held" or "oldestDueAt". */
  name: string;
  value: number | string;
  kind: 'number' | 'instant';
}

const order = ['due', 'held', 'supervisor', 'planned', 'nextDueAt', 'oldestDueAt', 'done', 'not-reached', 'too-late', 'cancelled'];

const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** The numbers and instants of a summary, wherever in it they stand, the important ones first. */
export function tiles(summary: QueueSummary): Tile[] {
  const found: Tile[] = [];
  const walk = (object: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(object)) {
      if (typeof value === 'number') found.push({ name, value, kind: 'number' });
      else if (isInstant(value)) found.push({ name, value, kind: 'instant' });
      else if (typeof value === 'object' && value !== null && !Array.isArray(value)) walk(value as Record<string, unknown>);
    }
  };
  walk(summary);
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return found.sort((one, other) => rank(one.name) - rank(other.name));
}

export function nextDue(summary: QueueSummary | undefined): string | undefined {
  const tile = summary && tiles(summary).find(({ name }) => name === 'nextDueAt');
  return tile === undefined ? undefined : String(tile.value);
}
