/** How numbers, names and times are written on the pages of supervision. */

export const whole = (value: number, language: string) => value.toLocaleString(language, { maximumFractionDigits: 0 });

export const decimal = (value: number, language: string) => value.toLocaleString(language, { maximumFractionDigits: 1 });

export const percent = (share: number, language: string) => share.toLocaleString(language, { style: 'percent', maximumFractionDigits: 0 });

/** "New York" for "America/New_York". */
export const cityOf = (zone: string) => (zone.split('/').pop() ?? zone).replaceAll('_', ' ');

/** 9 → "09:00"; 24 is the end of the day. */
export const hourText = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** Seconds of an ISO 8601 duration without days, such as PT5M30S; 0 for what is none. */
export function secondsOf(duration: string): number {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/.exec(duration);
  if (found === null) return 0;
  const [, hours = '0', minutes = '0', seconds = '0'] = found;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** A calendar date, and so many days later. */
export function dayAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export const dateText = (date: string, language: string) =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
