/** How days and moments are written where they are read, not reckoned with: always with the year. */
export function dayText(date: string | undefined, language: string): string {
  if (date === undefined || date === '') return '–';
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? date : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }).format(at);
}

export const momentText = (instant: string, language: string) =>
  new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', calendar: 'gregory' }).format(new Date(instant));

/** Full years on this day, by the calendar. */
export function yearsOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5, 10) < birthDate.slice(5, 10) ? years - 1 : years;
}

/** People are subjects of their tokens here; the beginning tells one from another. */
export const shortId = (subject: string) => (/^[0-9a-f]{8}-/i.test(subject) ? subject.slice(0, 8) : subject);

/** Customers' ids begin with the time they were made: among those of one day the end tells one from another. */
export const endOf = (id: string) => id.slice(-8);

export function languageText(tag: string, display: string): string {
  try {
    return new Intl.DisplayNames([display], { type: 'language' }).of(tag) ?? tag;
  } catch (notATag) {
    console.warn('not a language tag', notATag);
    return tag;
  }
}
