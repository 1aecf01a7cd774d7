import { expect, it } from 'vitest';
import { reconcile } from './reconcile';

const base = { name: 'Ada', tier: '', phones: ['1'] };

it('keeps what was typed and takes what others changed elsewhere', () => {
  expect(reconcile(base, { ...base, name: 'Ada L.' }, { ...base, tier: 'gold' })).toEqual({
    merged: { name: 'Ada L.', tier: 'gold', phones: ['1'] },
    clashes: [],
    taken: ['tier'],
  });
});

it('leaves the decision to a person where both changed the same', () => {
  const mine = { ...base, phones: ['2', '1'] };
  expect(reconcile(base, mine, { ...base, phones: ['3'] })).toEqual({ merged: mine, clashes: ['phones'], taken: [] });
});

it('sees no clash where both say the same', () => {
  const both = { ...base, name: 'Adah' };
  expect(reconcile(base, both, both)).toEqual({ merged: both, clashes: [], taken: [] });
});
