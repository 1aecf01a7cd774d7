import { expect, it } from 'vitest';
import { fileViews, may } from './rights';

it('offers each role what the service lets it do', () => {
  expect(may(['pharmacist'], 'health')).toBe(true);
  expect(may(['pharmacist'], 'correct')).toBe(false);
  expect(may(['privacy-officer'], 'consent')).toBe(true);
  expect(may(['privacy-officer'], 'health')).toBe(false);
  expect(may(['care-manager'], 'protect')).toBe(false);
  expect(fileViews(['agent'])).toEqual([]);
  expect(fileViews(['privacy-officer'])).toEqual(['customers', 'privacy']);
});
