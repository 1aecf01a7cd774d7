import { expect, it } from 'vitest';
import en from '../locales/en.json';
import { tiles } from './summary';

const summary = { at: '2026-11-23T15:00:00Z', states: { held: 2, planned: 40 }, waiting: 5, queues: [] };

it('shows what waits first, and a zero where there is nothing', () => {
  const shown = tiles({ ...summary, oldestDueAt: '2026-11-23T14:00:00Z' });
  expect(shown.slice(0, 4).map(({ name, value }) => [name, value])).toEqual([
    ['waiting', 5],
    ['oldestDueAt', '2026-11-23T14:00:00Z'],
    ['held', 2],
    ['supervisor', 0],
  ]);
});

it('leaves out since when, where nothing waits, and has a word for everything', () => {
  const names = tiles(summary).map(({ name }) => name);
  expect(names).not.toContain('oldestDueAt');
  for (const name of names) expect(en.queue.count[name], name).toBeTruthy();
});
