import { describe, expect, it } from 'vitest';
import { complaintCategories, dispositions } from '../api/types';
import en from '../locales/en.json';
import { byKey, changed, emptyDraft, faults, fieldOf, groups, isReached, kinds, longestNote, toRequest } from './outcome';

const zone = 'America/New_York';
const now = Date.parse('2026-11-23T15:00:00Z');
const draft = emptyDraft(zone);

describe('the outcomes', () => {
  it('stand in exactly one group each', () => {
    expect(groups.flatMap((group) => group.dispositions).sort()).toEqual([...dispositions].sort());
  });

  it('have a name and say what follows', () => {
    for (const disposition of dispositions) {
      expect(en.outcome.name[disposition], disposition).toBeTruthy();
      expect(en.outcome.then[disposition], disposition).toBeTruthy();
    }
  });

  it('are asked once more where they end something, and then have no key', () => {
    const asked = dispositions.filter((disposition) => kinds[disposition].confirm);
    expect(asked).toEqual(['do-not-call', 'ended-for-abuse', 'deceased']);
    for (const disposition of asked) {
      expect(kinds[disposition].key).toBeUndefined();
      expect(en.outcome.confirm[disposition as keyof typeof en.outcome.confirm]).toBeTruthy();
    }
  });

  it('have keys of their own, free of the keys of the desk', () => {
    const keys = dispositions.flatMap((disposition) => kinds[disposition].key ?? []);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => ['n', 'p', 'd', '!', '?'].includes(key))).toEqual([]);
    expect(byKey('H')).toBe('handed-to-pharmacist');
    expect(byKey('z')).toBeUndefined();
  });

  it('count as reached where someone answered', () => {
    expect(isReached('voicemail-left')).toBe(false);
    expect(isReached('wrong-number')).toBe(false);
    expect(isReached('declined-today')).toBe(true);
  });

  it('have a name for every category of complaint', () => {
    for (const category of complaintCategories) expect(en.field.categories[category]).toBeTruthy();
  });
});

describe('the request', () => {
  it('carries the epoch and only what belongs to the outcome', () => {
    const full = { ...draft, satisfaction: 4, category: 'price' as const, callBackLocal: '2026-11-24T09:00', note: '  fine ' };
    expect(toRequest({ ...full, disposition: 'no-answer' }, 7)).toEqual({ epoch: 7, disposition: 'no-answer', note: 'fine' });
    expect(toRequest({ ...full, disposition: 'done-well' }, 7)).toEqual({
      epoch: 7,
      disposition: 'done-well',
      satisfaction: 4,
      note: 'fine',
    });
    expect(toRequest({ ...full, disposition: 'complaint' }, 7)).toMatchObject({ complaintCategory: 'price', satisfaction: 4 });
  });

  it('says a callback with the offset of the clock it was said on', () => {
    const said = { ...draft, disposition: 'call-back' as const, callBackLocal: '2026-11-24T09:00' };
    expect(toRequest(said, 1).callBackAt).toBe('2026-11-24T09:00:00-05:00');
    expect(toRequest({ ...said, callBackZone: 'Asia/Bangkok' }, 1).callBackAt).toBe('2026-11-24T09:00:00+07:00');
  });

  it('leaves out an empty note', () => {
    expect(toRequest({ ...draft, disposition: 'busy', note: '   ' }, 1)).toEqual({ epoch: 1, disposition: 'busy' });
  });
});

describe('the form', () => {
  it('asks for nothing where nothing is needed', () => {
    expect(faults({ ...draft, disposition: 'done-well' }, now)).toEqual({});
    expect(faults(draft, now)).toEqual({});
  });

  it('asks for category and words of a complaint', () => {
    expect(faults({ ...draft, disposition: 'complaint' }, now)).toEqual({ category: 'missing', note: 'missing' });
  });

  it('asks for a time to come', () => {
    const callBack = { ...draft, disposition: 'call-back' as const };
    expect(faults(callBack, now)).toEqual({ callBack: 'missing' });
    expect(faults({ ...callBack, callBackLocal: 'soon' }, now)).toEqual({ callBack: 'not-a-time' });
    expect(faults({ ...callBack, callBackLocal: '2026-11-23T09:59' }, now)).toEqual({ callBack: 'past' });
    expect(faults({ ...callBack, callBackLocal: '2026-11-23T10:01' }, now)).toEqual({});
  });

  it('bounds the note', () => {
    const note = 'x'.repeat(longestNote + 1);
    expect(faults({ ...draft, disposition: 'busy', note }, now)).toEqual({ note: 'too-long' });
  });

  it('finds the field a service speaks of', () => {
    expect(fieldOf('outcome.callBackAt')).toBe('callBack');
    expect(fieldOf('complaintCategory')).toBe('category');
    expect(fieldOf('epoch')).toBeUndefined();
  });

  it('takes back what is changed to nothing', () => {
    const chosen = changed(draft, { disposition: 'busy' });
    expect(changed(chosen, { disposition: undefined })).toEqual(draft);
  });
});
