import { expect, it } from 'vitest';
import { moved, nothing, plus } from './moves';

const refill = { kept: 5, earlier: 1, later: 2, cancelled: 0, rerouted: 0 };

it('sums answers, and leads on only as the last one does', () => {
  const first = plus(nothing, { looked: 8, programmes: { refill }, next: 'there' });
  expect(first).toEqual({ looked: 8, programmes: { refill }, next: 'there' });
  const both = plus(first, { looked: 3, programmes: { refill: { kept: 1, earlier: 0, later: 0, cancelled: 1, rerouted: 2 }, recall: { kept: 1, earlier: 0, later: 0, cancelled: 0, rerouted: 0 } } });
  expect(both).toEqual({
    looked: 11,
    programmes: { refill: { kept: 6, earlier: 1, later: 2, cancelled: 1, rerouted: 2 }, recall: { kept: 1, earlier: 0, later: 0, cancelled: 0, rerouted: 0 } },
  });
  expect(moved(both)).toBe(6);
});
