import type { Written } from './wire';

/** Whether a text says enough to be said in words. Whether it may be published is the service's to say. */
export function isWhole(written: unknown): written is Written {
  return (
    has(written, 'trigger') &&
    isTrigger(written.trigger) &&
    has(written, 'steps') &&
    Array.isArray(written.steps) &&
    written.steps.every(isStep) &&
    has(written, 'script') &&
    isScript(written.script) &&
    isTextOrNone(written, 'because')
  );
}

const has = <K extends string>(value: unknown, name: K): value is Record<K, unknown> => typeof value === 'object' && value !== null && name in value;

const isText = (value: unknown) => typeof value === 'string';

const isTextOrNone = (value: object, name: string) => !has(value, name) || isText(value[name]);

const isScript = (script: unknown) =>
  has(script, 'title') &&
  isText(script.title) &&
  has(script, 'lines') &&
  Array.isArray(script.lines) &&
  script.lines.every(isText) &&
  has(script, 'red-flag') &&
  isText(script['red-flag']);

function isTrigger(rule: unknown): boolean {
  for (const several of ['all', 'any'] as const) {
    if (has(rule, several)) return Array.isArray(rule[several]) && rule[several].every(isTrigger);
  }
  if (has(rule, 'atc')) return Array.isArray(rule.atc) && rule.atc.every(isText);
  for (const range of ['days-supply', 'age'] as const) {
    if (has(rule, range)) return typeof rule[range] === 'object' && rule[range] !== null;
  }
  return (['sale', 'line', 'segment', 'event', 'calendar'] as const).some((mark) => has(rule, mark) && isText(rule[mark]));
}

const offsets = ['hours-before-next-morning', 'day', 'days-from-supply-end', 'days-from-refill-due'] as const;

const isStep = (step: unknown) =>
  has(step, 'after') &&
  offsets.some((offset) => has(step.after, offset) && typeof step.after[offset] === 'number') &&
  has(step, 'hours') &&
  (['opens', 'dueUntil', 'closes'] as const).every((hour) => has(step.hours, hour) && isText(step.hours[hour])) &&
  (['channel', 'skill'] as const).every((name) => has(step, name) && isText(step[name])) &&
  isTextOrNone(step, 'language');
