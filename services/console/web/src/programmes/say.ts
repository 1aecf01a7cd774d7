import type { TFunction } from 'i18next';
import type { Offset, Step, Trigger, Written } from './wire';

/** A rule in words; one of several parts says first how they belong together. */
export type Said = string | { how: string; of: Said[] };

export function sayTrigger(trigger: Trigger, t: TFunction): Said {
  if ('all' in trigger) return several('all', trigger.all, t);
  if ('any' in trigger) return several('any', trigger.any, t);
  if ('sale' in trigger) return t(`rule.sale.${trigger.sale}`, trigger.sale);
  if ('line' in trigger) return t(`rule.line.${trigger.line}`, trigger.line);
  if ('atc' in trigger) return t('rule.atc', { count: trigger.atc.length, classes: trigger.atc.join(', ') });
  if ('days-supply' in trigger) return range('rule.supply', trigger['days-supply'], t);
  if ('age' in trigger) return range('rule.age', trigger.age, t);
  if ('segment' in trigger) return t('rule.segment', { segment: trigger.segment });
  if ('event' in trigger) return t(`rule.event.${trigger.event}`, trigger.event);
  return t(`rule.calendar.${trigger.calendar}`, trigger.calendar);
}

function several(how: 'all' | 'any', of: Trigger[], t: TFunction): Said {
  const [only] = of;
  return only !== undefined && of.length === 1 ? sayTrigger(only, t) : { how: t(`rule.${how}`), of: of.map((one) => sayTrigger(one, t)) };
}

/** Says those ends that are there: "from", "to", "below", "over", or two of them. */
function range(words: string, ends: Record<string, number | undefined>, t: TFunction): string {
  const there = Object.keys(ends).filter((end) => ends[end] !== undefined);
  return t(`${words}.${there.sort().join('-')}`, ends);
}

export function sayAfter(after: Offset, t: TFunction): string {
  if ('hours-before-next-morning' in after) return t('after.morning', { count: after['hours-before-next-morning'] });
  if ('day' in after) return after.day === 0 ? t('after.sameDay') : t('after.day', { day: after.day });
  if ('days-from-supply-end' in after) {
    const days = after['days-from-supply-end'];
    // The service counts from the first day without medicine: its 0 is the day after the last dose.
    return days >= 0 ? t('after.supplyEnd', { count: days + 1 }) : t('after.beforeSupplyEnd', { count: -days });
  }
  const days = after['days-from-refill-due'];
  return days === 0 ? t('after.refillDay') : t('after.refill', { count: -days });
}

export const sayStep = (step: Step, t: TFunction) =>
  t(`step.${step.channel}`, {
    after: sayAfter(step.after, t),
    skill: t(`step.by.${step.skill}`, step.skill),
    opens: step.hours.opens.slice(0, 5),
    dueUntil: step.hours.dueUntil.slice(0, 5),
    closes: step.hours.closes.slice(0, 5),
  });

/** What differs from all other programmes. */
export function sayRules({ retry, cap, care, experiment, ...written }: Written, t: TFunction): string[] {
  const minutes = Object.entries(retry?.minutes ?? {}).map(([disposition, count]) => t('rules.minutes', { what: t(`outcome.name.${disposition}`, disposition), count }));
  return [
    ...(care ? [t('rules.care')] : []),
    ...(written['last-resort'] ? [t('rules.lastResort')] : []),
    ...(retry?.attempts === undefined ? [] : [t('rules.attempts', { count: retry.attempts })]),
    ...minutes,
    ...(cap === undefined ? [] : [t('rules.cap', cap)]),
    ...(written['expires-after-days'] === undefined ? [] : [t('rules.expires', { count: written['expires-after-days'] })]),
    ...(experiment === undefined ? [] : [t('rules.experiment', { experiment })]),
  ];
}
