import { expect, it } from 'vitest';
import { band, daysLeft, open, score } from './naranjo';

const items = [
  { number: 1, text: 'a', yes: 1, no: 0 },
  { number: 2, text: 'b', yes: 2, no: -1 },
  { number: 5, text: 'c', yes: -1, no: 2 },
];

it('adds up what was answered so far', () => {
  expect(score(items, {})).toBe(0);
  expect(score(items, { 1: 'yes', 2: 'yes', 5: 'no' })).toBe(5);
  expect(score(items, { 1: 'unknown', 2: 'no', 5: 'yes' })).toBe(-2);
  expect(open(items, { 1: 'unknown' })).toBe(2);
});

it('says how likely that makes it', () => {
  expect([9, 8, 5, 4, 1, 0, -4].map(band)).toEqual(['definite', 'probable', 'probable', 'possible', 'possible', 'doubtful', 'doubtful']);
});

it('counts whole days', () => {
  const now = Date.parse('2026-11-23T12:00:00Z');
  expect(daysLeft('2026-11-25T13:00:00Z', now)).toBe(2);
  expect(daysLeft('2026-11-24T11:00:00Z', now)).toBe(0);
  expect(daysLeft('2026-11-23T11:00:00Z', now)).toBe(-1);
});
