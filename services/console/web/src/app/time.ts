/**
 * Two clocks of the house, seen from a browser whose own clock may be wrong: the wall clock, on which leases run, and the
 * business clock, on which calls are due and which a demonstration may shift.
 */
let wallSkew = 0;
let businessSkew = 0;

/** @param date the Date header of an answer; it tells whole seconds, so half of one is added */
export function noteWallClock(date: string | null): void {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(told)) wallSkew = told + 500 - Date.now();
}

export function noteBusinessClock(time: string): void {
  businessSkew = Date.parse(time) - Date.now();
}

export const wallNow = () => Date.now() + wallSkew;

/** Within a few seconds it is the wall clock, and following it avoids odd minutes. */
export const businessNow = () => Date.now() + (Math.abs(businessSkew - wallSkew) < 5_000 ? wallSkew : businessSkew);

export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "14:20", "tomorrow 09:00", "Tue 24 Nov 09:00": as short as it can be without being mistaken. */
export function moment(instant: string | number, language: string, words: { tomorrow: string; yesterday: string }, zone = ownZone(), now = businessNow()): string {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at);
  const days = dayNumber(at.getTime(), zone) - dayNumber(now, zone);
  if (days === 0) return time;
  if (days === 1) return `${words.tomorrow} ${time}`;
  if (days === -1) return `${words.yesterday} ${time}`;
  const day = new Intl.DateTimeFormat(language, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone }).format(at);
  return `${day} ${time}`;
}

function dayNumber(instant: number, zone: string): number {
  const [y, m, d] = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .format(instant)
    .split('-')
    .map(Number);
  return Date.UTC(y ?? 0, (m ?? 1) - 1, d ?? 1) / 86_400_000;
}
