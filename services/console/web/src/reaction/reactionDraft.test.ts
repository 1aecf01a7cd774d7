import { describe, expect, it } from 'vitest';
import { storage } from '../counter/storage.testing';
import { dropAll } from '../desk/drafts';
import words from '../locales/calls/en.json';
import { begun, dropReaction, isTouched, isValid, keepReaction, met, restoreReaction, toggled, toReaction, type ReactionDraft } from './reactionDraft';
import { criteria, harms, reporters, results } from './wire';

const whole: ReactionDraft = {
  ...begun(),
  reporter: 'caregiver',
  suspects: [{ system: 'gtin', code: '04012345678901' }],
  events: ['rash'],
  onset: '2026-11-22',
  criteria: ['hospitalisation'],
  description: 'Red spots on both arms.',
};

describe('the four elements', () => {
  it('are named as they are met or missing', () => {
    expect(met(begun())).toEqual({ patient: true, reporter: false, product: false, event: false });
    expect(met(whole)).toEqual({ patient: true, reporter: true, product: true, event: true });
    expect(isValid(begun())).toBe(false);
    expect(isValid(whole)).toBe(true);
  });

  it('may be told in words alone', () => {
    const told: ReactionDraft = { ...begun(), reporter: 'patient', otherMedicine: 'ยาสมุนไพร', description: 'It itches.' };
    expect(isValid(told)).toBe(true);
    expect(toReaction(told, 'call-1')).toMatchObject({ suspects: [{ system: 'unlisted', code: 'unnamed' }], description: '[ยาสมุนไพร] It itches.' });
  });
});

describe('what is sent', () => {
  it('is what was entered, and nothing that was not', () => {
    expect(toReaction(whole, 'call-1')).toEqual({
      id: whole.id,
      callId: 'call-1',
      reporter: 'caregiver',
      events: ['rash'],
      onset: '2026-11-22',
      criteria: ['hospitalisation'],
      suspects: [{ system: 'gtin', code: '04012345678901' }],
      description: 'Red spots on both arms.',
    });
    expect(toReaction({ ...begun(), otherMedicine: 'St John’s wort' }, 'call-1').suspects).toEqual([{ system: 'unlisted', code: 'St-John-s-wort' }]);
  });
});

describe('a draft', () => {
  it('comes back as it was, until it is recorded or its user leaves', () => {
    const kept = storage();
    keepReaction(kept, 'ann', 'call-1', whole);
    expect(restoreReaction(kept, 'ann', 'call-1')).toEqual(whole);
    expect(restoreReaction(kept, 'bob', 'call-1')).toBeUndefined();
    dropReaction(kept, 'ann', 'call-1');
    expect(restoreReaction(kept, 'ann', 'call-1')).toBeUndefined();
    keepReaction(kept, 'ann', 'call-2', whole);
    dropAll(kept);
    expect(Object.keys(kept)).toEqual([]);
  });

  it('is not trusted', () => {
    const kept = storage();
    kept.setItem('aftercare.draft.ann.call-1.reaction', '{"id":"1","reporter":"nobody","events":["rash","boom"],"suspects":[{"system":1}],"onset":5}');
    expect(restoreReaction(kept, 'ann', 'call-1')).toEqual({ ...begun(), id: '1', events: ['rash'] });
    kept.setItem('aftercare.draft.ann.call-1.reaction', 'not json');
    expect(restoreReaction(kept, 'ann', 'call-1')).toBeUndefined();
  });

  it('is touched by what was entered, not by who tells it', () => {
    expect(isTouched({ ...begun(), reporter: 'patient' })).toBe(false);
    expect(isTouched({ ...begun(), description: 'x' })).toBe(true);
  });
});

it('takes in and out', () => {
  expect(toggled(['a'], 'b')).toEqual(['a', 'b']);
  expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
});

it('has words for every code', () => {
  for (const code of reporters) expect(words.reaction.reporter[code], code).toBeTruthy();
  for (const code of harms) expect(words.reaction.event[code], code).toBeTruthy();
  for (const code of results) expect(words.reaction.result[code], code).toBeTruthy();
  for (const code of criteria) expect(words.reaction.criterion[code], code).toBeTruthy();
});
