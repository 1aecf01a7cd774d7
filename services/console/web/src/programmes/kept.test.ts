import { expect, it } from 'vitest';
import { storage as browserStorage } from '../counter/storage.testing';
import { drop, keep, kept } from './kept';

it('keeps what was typed for each programme until it is saved', () => {
  const storage = browserStorage();
  keep(storage, 'refill', { text: '{', seen: 3 });
  keep(storage, 'recall', { text: '[' });
  expect(kept(storage, 'refill')).toEqual({ text: '{', seen: 3 });
  drop(storage, 'refill');
  expect(kept(storage, 'refill')).toBeUndefined();
  expect(kept(storage, 'recall')).toEqual({ text: '[' });
});
