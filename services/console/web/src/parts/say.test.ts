import { expect, it } from 'vitest';
import { dayText, endOf, shortId, yearsOn } from './say';

it('counts a year on the birthday itself', () => {
  expect(yearsOn('1950-11-25', '2026-11-24')).toBe(75);
  expect(yearsOn('1950-11-25', '2026-11-25')).toBe(76);
});

it('writes a day as it stands, wherever it is read', () => {
  expect(dayText('2026-03-01', 'en')).toBe('Mar 1, 2026');
  expect(dayText(undefined, 'en')).toBe('–');
});

it('shortens ids alone', () => {
  expect(shortId('0190f3a0-0000-7000-8000-000000000001')).toBe('0190f3a0');
  expect(shortId('service-account-seeder')).toBe('service-account-seeder');
});

it('tells customers of one day apart', () => {
  expect(endOf('0190f3a0-0000-7000-8000-0000000000a1')).not.toBe(endOf('0190f3a0-0000-7000-8000-0000000000a2'));
});
