import { beforeEach, describe, expect, it } from 'vitest';
import { storage } from '../counter/storage.testing';
import { drop, dropAll, keep, restore } from './drafts';
import { emptyDraft } from './outcome';
import { count, tallyOf } from './tally';

let kept: Storage;
beforeEach(() => {
  kept = storage();
});

describe('a draft', () => {
  const draft = { ...emptyDraft('Europe/Berlin'), disposition: 'complaint' as const, category: 'price' as const, satisfaction: 2, note: 'Too dear.', redFlagAt: 17, redFlags: ['breathing'], rang: true as const, warned: true as const, language: 'th' };

  it('comes back as it was, to its user and call only', () => {
    keep(kept, 'ann', 'call-1', draft);
    expect(restore(kept, 'ann', 'call-1')).toEqual(draft);
    expect(restore(kept, 'bob', 'call-1')).toBeUndefined();
    expect(restore(kept, 'ann', 'call-2')).toBeUndefined();
  });

  it('is gone when it was saved, and all are gone after the log-out', () => {
    keep(kept, 'ann', 'call-1', draft);
    keep(kept, 'ann', 'call-2', draft);
    drop(kept, 'ann', 'call-1');
    expect(restore(kept, 'ann', 'call-1')).toBeUndefined();
    dropAll(kept);
    expect(Object.keys(kept)).toEqual([]);
  });

  it('is not trusted: what is no draft is dropped, what is unknown is left out', () => {
    kept.setItem('aftercare.draft.ann.call-1', '{"disposition":"exploded","satisfaction":9,"note":5,"number":"+1617"}');
    expect(restore(kept, 'ann', 'call-1')).toEqual(emptyDraft(''));
    kept.setItem('aftercare.draft.ann.call-2', 'not json');
    expect(restore(kept, 'ann', 'call-2')).toBeUndefined();
  });
});

describe('the tally', () => {
  it('counts the day and starts anew on the next', () => {
    count(kept, 'ann', '2026-11-23', true);
    expect(count(kept, 'ann', '2026-11-23', false)).toEqual({ day: '2026-11-23', finished: 2, reached: 1 });
    expect(tallyOf(kept, 'ann', '2026-11-24')).toEqual({ day: '2026-11-24', finished: 0, reached: 0 });
    expect(tallyOf(kept, 'bob', '2026-11-23').finished).toBe(0);
  });
});
