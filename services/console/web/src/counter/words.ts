import type { TFunction } from 'i18next';

/** The languages in which the house counsels and prints, by their own names. */
export const spoken = [
  { value: 'en', text: 'English' },
  { value: 'zh', text: '中文' },
  { value: 'th', text: 'ไทย' },
] as const;

export const baseOf = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';

/** The first of these that the house speaks. */
export function firstSpoken(...tags: (string | undefined)[]): string {
  return tags.map((tag) => baseOf(tag ?? '')).find((tag) => spoken.some(({ value }) => value === tag)) ?? 'en';
}

export function languageName(tag: string, display: string): string {
  try {
    return new Intl.DisplayNames([display], { type: 'language' }).of(tag) ?? tag;
  } catch (notATag) {
    console.warn('not a language tag', notATag);
    return tag;
  }
}

export function dayText(date: string, language: string): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(at.getTime())
    ? date
    : new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC', calendar: 'gregory' }).format(at);
}

const named: Record<string, string> = {
  unitPrice: 'price',
  quantity: 'quantity',
  daysSupply: 'days',
  directions: 'directions',
  batch: 'batch',
  expiry: 'expiry',
  name: 'name',
  givenName: 'greeting',
  birthDate: 'birthDate',
  number: 'phone',
};

/** "lines[1].unitPrice" as "Line 2, price"; what has no words here stays as the service calls it. */
export function fieldText(field: string, t: TFunction): string {
  const line = /lines\[(\d+)\]/.exec(field)?.[1];
  const last = field.split('.').pop()?.replace(/\[\d+\]$/, '') ?? field;
  const word = named[last] === undefined ? last : t(`counter.field.${named[last]}`);
  return line === undefined ? word : t('counter.field.ofLine', { line: Number(line) + 1, field: word });
}

export const lineOfField = (field: string | undefined) => {
  const line = /lines\[(\d+)\]/.exec(field ?? '')?.[1];
  return line === undefined ? undefined : Number(line);
};
