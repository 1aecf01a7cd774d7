import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { storage } from '../counter/storage.testing';
import { drop, keep, kept, type Kept } from './kept';

const name: Kept<{ name: string }> = { base: { name: 'Adah' }, draft: { name: 'Ada' }, seen: 8, theirs: { name: 'Adah' }, clashes: ['name'], taken: [] };

beforeEach(() => vi.stubGlobal('sessionStorage', storage()));
afterEach(() => vi.unstubAllGlobals());

it('brings back what was typed, with what is not decided yet, to whoever typed it', () => {
  keep('cora', 'c1', 'identity', name);
  expect(kept('cora', 'c1', 'identity')).toEqual(name);
  expect(kept('carl', 'c1', 'identity')).toBeUndefined();
  expect(kept('cora', 'c1', 'allergies')).toBeUndefined();
  drop('cora', 'c1', 'identity');
  expect(kept('cora', 'c1', 'identity')).toBeUndefined();
});
