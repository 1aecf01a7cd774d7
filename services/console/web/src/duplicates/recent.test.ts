import { expect, it } from 'vitest';
import { storage as storageOf } from '../counter/storage.testing';
import { recent, remember } from './recent';

const now = Date.parse('2026-11-25T12:00:00Z');
const merge = { id: 'm1', survivor: 'a', merged: 'b', mergedAt: '2026-11-25T11:00:00Z', undoUntil: '2026-12-25T11:00:00Z' };

it('offers what can still be undone, the newest first', () => {
  const storage = storageOf();
  remember(storage, merge, now);
  remember(storage, { ...merge, id: 'm2' }, now);
  expect(recent(storage, now).map(({ id }) => id)).toEqual(['m2', 'm1']);
  expect(recent(storage, Date.parse('2026-12-25T11:00:00Z'))).toEqual([]);
});

it('forgets what was undone', () => {
  const storage = storageOf();
  remember(storage, merge, now);
  expect(remember(storage, { ...merge, undoneAt: '2026-11-25T12:00:00Z' }, now)).toEqual([]);
});
