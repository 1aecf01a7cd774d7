import { dayAfter } from '../supervision/format';
import type { Simulation } from './wire';

/** Contacts of each date, all skills together; dates between that have none are there too. */
export function byDate(days: Simulation['days']): { date: string; contacts: number }[] {
  const sums = new Map<string, number>();
  for (const { date, contacts } of days) sums.set(date, (sums.get(date) ?? 0) + contacts);
  const known = [...sums.keys()].sort();
  const [first] = known;
  const last = known.at(-1);
  const dates: { date: string; contacts: number }[] = [];
  if (first === undefined || last === undefined) return dates;
  for (let date = first; date <= last; date = dayAfter(date, 1)) dates.push({ date, contacts: sums.get(date) ?? 0 });
  return dates;
}
