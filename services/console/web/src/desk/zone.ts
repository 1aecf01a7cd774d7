/** Local date and time, as people say it, to an instant with offset, as services store it. */

const minute = 60_000;
const day = 24 * 60 * minute;

/** Minutes east of UTC that the zone's clocks show at this instant. */
export function offsetAt(instant: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((p) => p.type === type)?.value);
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((shown - Math.floor(instant / 1000) * 1000) / minute);
}

/**
 * The instant at which the zone's clocks show this local time. Where they show it twice, the first; where they skip it, as much
 * later as they skip.
 *
 * @param local "2026-03-29T02:30"
 */
export function instantOf(local: string, zone: string): number {
  const shown = Date.parse(`${local}:00Z`);
  const before = offsetAt(shown - day, zone);
  const after = offsetAt(shown + day, zone);
  const fitting = [before, after]
    .map((offset) => ({ offset, instant: shown - offset * minute }))
    .filter(({ offset, instant }) => offsetAt(instant, zone) === offset)
    .map(({ instant }) => instant);
  return fitting.length > 0 ? Math.min(...fitting) : shown - before * minute;
}

/** "2026-03-29T03:30:00+02:00" */
export function withOffset(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  const size = Math.abs(offset);
  const two = (n: number) => String(n).padStart(2, '0');
  const local = new Date(instant + offset * minute).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** "2026-03-29T03:30", for a date-time field. */
export function localOf(instant: number, zone: string): string {
  return withOffset(instant, zone).slice(0, 16);
}

export const isLocal = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}:00Z`));

export type QuickPick = 'hour' | 'afternoon' | 'evening' | 'tomorrow';

/** Times people often say, those that are still to come, in the zone they are said in. */
export function quickPicks(now: number, zone: string): { pick: QuickPick; local: string }[] {
  const today = localOf(now, zone).slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + day).toISOString().slice(0, 10);
  const picks: { pick: QuickPick; local: string }[] = [
    { pick: 'hour', local: localOf(Math.ceil((now + 60 * minute) / (5 * minute)) * 5 * minute, zone) },
    { pick: 'afternoon', local: `${today}T15:00` },
    { pick: 'evening', local: `${today}T18:00` },
    { pick: 'tomorrow', local: `${tomorrow}T09:00` },
  ];
  return picks.filter(({ local }) => instantOf(local, zone) > now);
}
