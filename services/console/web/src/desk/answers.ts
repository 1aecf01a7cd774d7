import type { Answered } from '../api/types';

/** Several values, with this one taken in or out. "none" and any other value shut each other out. */
export function toggled(given: Answered | undefined, value: string): string[] {
  const before = Array.isArray(given) ? given : [];
  if (before.includes(value)) return before.filter((other) => other !== value);
  return value === 'none' ? ['none'] : [...before.filter((other) => other !== 'none'), value];
}
