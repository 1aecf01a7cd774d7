import { expect, it } from 'vitest';
import { cityOf, dayAfter, hourText, secondsOf } from './format';

it('reads durations as the services write them', () => {
  expect(secondsOf('PT5M30S')).toBe(330);
  expect(secondsOf('PT20S')).toBe(20);
  expect(secondsOf('PT1H')).toBe(3600);
  expect(secondsOf('soon')).toBe(0);
});

it('names a zone by its city, an hour by its clock', () => {
  expect(cityOf('America/New_York')).toBe('New York');
  expect(cityOf('UTC')).toBe('UTC');
  expect([hourText(9), hourText(24)]).toEqual(['09:00', '24:00']);
});

it('counts days over the end of a month and a change of clocks', () => {
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01');
  expect(dayAfter('2026-11-01', -1)).toBe('2026-10-31');
});
