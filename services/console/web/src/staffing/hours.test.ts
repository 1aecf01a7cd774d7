import { expect, it } from 'vitest';
import { agentHours, mostAgents, withoutGaps } from './hours';

const none = (hour: number) => ({ hour, agents: 0 });

it('shows hours without calls between those with calls, and none around them', () => {
  expect(withoutGaps([{ hour: 12, agents: 4 }, { hour: 9, agents: 2 }], none).map(({ hour, agents }) => [hour, agents])).toEqual([
    [9, 2],
    [10, 0],
    [11, 0],
    [12, 4],
  ]);
  expect(withoutGaps([], none)).toEqual([]);
});

it('sums up a day', () => {
  expect(agentHours([{ agents: 2 }, { agents: 4 }])).toBe(6);
  expect(mostAgents([{ agents: 2 }, { agents: 4 }])).toBe(4);
  expect(mostAgents([])).toBe(0);
});
