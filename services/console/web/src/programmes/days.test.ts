import { expect, it } from 'vitest';
import { byDate } from './days';

it('sums skills by date and leaves no gap', () => {
  expect(
    byDate([
      { date: '2026-03-01', skill: 'agent', contacts: 2 },
      { date: '2026-02-27', skill: 'agent', contacts: 4 },
      { date: '2026-02-27', skill: 'pharmacist', contacts: 1 },
    ]),
  ).toEqual([
    { date: '2026-02-27', contacts: 5 },
    { date: '2026-02-28', contacts: 0 },
    { date: '2026-03-01', contacts: 2 },
  ]);
  expect(byDate([])).toEqual([]);
});
