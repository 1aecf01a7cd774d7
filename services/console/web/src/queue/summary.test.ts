import { expect, it } from 'vitest';
import { nextDue, tiles } from './summary';

it('shows every number and instant, the important ones first', () => {
  const summary = { programmes: { wellbeing: 3 }, done: 9, due: 5, nextDueAt: '2026-11-23T15:00:00Z', note: 'x' };
  expect(tiles(summary).map(({ name }) => name)).toEqual(['due', 'nextDueAt', 'done', 'wellbeing']);
  expect(nextDue(summary)).toBe('2026-11-23T15:00:00Z');
  expect(nextDue({ due: 0 })).toBeUndefined();
  expect(nextDue(undefined)).toBeUndefined();
});
