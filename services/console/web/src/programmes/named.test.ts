import { expect, it } from 'vitest';
import { named } from './named';
import type { InForce } from './wire';

const inForce = (name: string, experiment?: string) => ({ programme: { name, ...(experiment === undefined ? {} : { experiment }) }, publishedAt: '' }) as InForce;
const old = { name: 'greetings', runs: false, sharePercent: 5, approvedBy: 'cora', approvedAt: '' };

it('lists what a programme names before anybody approved it, and what was approved before', () => {
  expect(named([old], [inForce('Wellbeing call', 'relationship'), inForce('Recall')])).toEqual([
    { name: 'greetings', programmes: [], stands: old },
    { name: 'relationship', programmes: ['Wellbeing call'] },
  ]);
});
