/** A rule as customer-profile has it: conditions that all hold. */

export interface Condition {
  fact: string;
  from?: number;
  below?: number;
  atc?: string;
  withinDays?: number;
  moreThanDaysAgo?: number;
  currency?: string;
  anyOf?: string[];
  purpose?: string;
  channel?: string;
  state?: string;
  that?: Condition;
}

export interface Rule {
  all: Condition[];
}

export interface Edition {
  name: string;
  version: number;
  title: string;
  rule: Rule;
  draftedBy: string;
  draftedAt: string;
  publishedBy?: string;
  publishedAt?: string;
}

export type FieldName = 'from' | 'below' | 'atc' | 'withinDays' | 'moreThanDaysAgo' | 'currency' | 'anyOf' | 'purpose' | 'channel' | 'state';

/** What each fact asks for. */
export const facts: Record<string, readonly FieldName[]> = {
  age: ['from', 'below'],
  medicine: ['atc', 'withinDays'],
  'long-term-medicine': ['withinDays'],
  adherence: ['from', 'below'],
  'last-visit': ['withinDays', 'moreThanDaysAgo'],
  visits: ['from', 'below'],
  'visits-in-year': ['from', 'below'],
  'spend-in-year': ['from', 'below', 'currency'],
  return: ['withinDays'],
  store: ['anyOf'],
  language: ['anyOf'],
  consent: ['purpose', 'channel', 'state'],
};

export const numbers: ReadonlySet<FieldName> = new Set(['from', 'below', 'withinDays', 'moreThanDaysAgo']);

/** At most as many as the service takes. */
export const mostConditions = 10;

/** A condition as a row of a form: denied or not, every field a text. */
export interface Row {
  fact: string;
  denied: boolean;
  fields: Partial<Record<FieldName, string>>;
}

export function rowsOf(rule: Rule): Row[] | undefined {
  const rows = rule.all.map(rowOf);
  return rows.every((row) => row !== undefined) ? rows : undefined;
}

/** Undefined for what a row cannot say, such as a denial of a denial. */
function rowOf(condition: Condition): Row | undefined {
  const denied = condition.fact === 'not';
  const asked = denied ? condition.that : condition;
  const names = asked && facts[asked.fact];
  if (asked === undefined || names === undefined) return undefined;
  const fields: Row['fields'] = {};
  for (const name of names) {
    const value = asked[name];
    if (value !== undefined) fields[name] = Array.isArray(value) ? value.join(', ') : String(value);
  }
  return { fact: asked.fact, denied, fields };
}

export function ruleOf(rows: Row[]): Rule {
  return { all: rows.map(conditionOf) };
}

function conditionOf({ fact, denied, fields }: Row): Condition {
  const asked: Record<string, unknown> = { fact };
  for (const name of facts[fact] ?? []) {
    const text = fields[name]?.trim() ?? '';
    if (text === '') continue;
    asked[name] = name === 'anyOf' ? text.split(/[,\s]+/).filter((each) => each !== '') : numbers.has(name) ? Number(text) : text;
  }
  const condition = asked as unknown as Condition;
  return denied ? { fact: 'not', that: condition } : condition;
}

/** A rule that was written as JSON, or why it is none. */
export function parsed(text: string): Rule | string {
  try {
    const rule = JSON.parse(text) as unknown;
    if (typeof rule !== 'object' || rule === null || !Array.isArray((rule as Rule).all)) return 'all';
    return rule as Rule;
  } catch (unreadable) {
    return (unreadable as Error).message;
  }
}

/** Words in lower case joined by hyphens, as customer-profile takes them. */
export const isName = (name: string) => name.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

/** Whether there is enough to count: a service that is asked while somebody types refuses the rest. */
export const isWhole = (rows: Row[]) =>
  rows.length > 0 &&
  rows.every(({ fact, fields }) => {
    const has = (name: FieldName) => (fields[name]?.trim() ?? '') !== '';
    const asked = facts[fact] ?? [];
    if (asked.includes('below')) return has('from') || has('below');
    if (asked.includes('moreThanDaysAgo')) return has('withinDays') || has('moreThanDaysAgo');
    return asked.every((name) => name === 'currency' || has(name));
  });

/** By name: what is published now, the draft above it, and all editions, the newest first. */
export interface Segment {
  name: string;
  current?: Edition;
  draft?: Edition;
  editions: Edition[];
}

export function segmentsOf(editions: Edition[]): Segment[] {
  const byName = new Map<string, Edition[]>();
  for (const edition of editions) byName.set(edition.name, [...(byName.get(edition.name) ?? []), edition]);
  return [...byName].map(([name, all]) => {
    const newest = [...all].sort((one, other) => other.version - one.version);
    const current = newest.find(({ publishedAt }) => publishedAt !== undefined);
    const draft = newest.find(({ publishedAt, version }) => publishedAt === undefined && version > (current?.version ?? 0));
    return { name, ...(current ? { current } : {}), ...(draft ? { draft } : {}), editions: newest };
  });
}
