import { expect, it } from 'vitest';
import en from '../locales/supervision/en.json';
import { linesOf, tiles, zonesOf } from './summary';
import type { QueueLine } from './wire';

const ages = { under15Minutes: 3, underAnHour: 1, under4Hours: 1, longer: 0 };
const summary = { at: '2026-11-23T15:00:00Z', until: '2026-11-24T15:00:00Z', states: { held: 2, planned: 40 }, waiting: 5, ages, queues: [] };

it('shows what waits first, and a zero where there is nothing', () => {
  const shown = tiles({ ...summary, oldestDueAt: '2026-11-23T14:00:00Z' });
  expect(shown.map(({ name, value }) => [name, value])).toEqual([
    ['waiting', 5],
    ['oldestDueAt', '2026-11-23T14:00:00Z'],
    ['held', 2],
    ['supervisor', 0],
    ['planned', 40],
  ]);
});

it('leaves out since when, where nothing waits, and has a word for everything', () => {
  const names = tiles(summary).map(({ name }) => name);
  expect(names).not.toContain('oldestDueAt');
  for (const name of names) expect(en.queue.count[name], name).toBeTruthy();
});

const line = (priority: number, skill: string, zones: QueueLine['zones']): QueueLine => ({ priority, skill, planned: 0, waiting: 0, ages, zones });

it('sums zones over all lines, the longest wait first', () => {
  const lines = [
    line(0, 'agent', [{ zone: 'Asia/Bangkok', planned: 4, waiting: 0 }]),
    line(3, 'agent', [
      { zone: 'Asia/Bangkok', planned: 1, waiting: 1, oldestDueAt: '2026-11-23T14:30:00Z' },
      { zone: 'America/New_York', planned: 9, waiting: 2, oldestDueAt: '2026-11-23T14:00:00Z' },
    ]),
    line(3, 'pharmacist', [{ zone: 'America/New_York', planned: 1, waiting: 1, oldestDueAt: '2026-11-23T13:59:00Z' }]),
  ];
  expect(zonesOf(lines)).toEqual([
    { zone: 'America/New_York', planned: 10, waiting: 3, oldestDueAt: '2026-11-23T13:59:00Z' },
    { zone: 'Asia/Bangkok', planned: 5, waiting: 1, oldestDueAt: '2026-11-23T14:30:00Z' },
  ]);
  expect(zonesOf(linesOf(lines, 'pharmacist')).map(({ zone }) => zone)).toEqual(['America/New_York']);
  expect(linesOf(lines, '')).toHaveLength(3);
});
