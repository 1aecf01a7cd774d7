import { expect, it } from 'vitest';
import { storage as browserStorage } from '../counter/storage.testing';
import { drop, keep, kept } from './kept';

it('keeps what was typed for each user and programme until it is saved', () => {
  const storage = browserStorage();
  keep(storage, 'cora', 'refill', { text: '{', seen: 3 });
  keep(storage, 'cora', 'recall', { text: '[' });
  expect(kept(storage, 'cora', 'refill')).toEqual({ text: '{', seen: 3 });
  expect(kept(storage, 'carl', 'refill')).toBeUndefined();
  drop(storage, 'cora', 'refill');
  expect(kept(storage, 'cora', 'refill')).toBeUndefined();
  expect(kept(storage, 'cora', 'recall')).toEqual({ text: '[' });
});

it('is not trusted', () => {
  const storage = browserStorage();
  keep(storage, 'cora', 'refill', { text: '{' });
  const [place = ''] = Object.keys(storage);
  for (const other of ['not json', '7', 'null', '{"text":7}']) {
    storage.setItem(place, other);
    expect(kept(storage, 'cora', 'refill'), other).toBeUndefined();
  }
});
