import { expect, it } from 'vitest';
import { storage } from '../counter/storage.testing';
import { dropAssessment, keepAssessment, restoreAssessment, type AssessmentDraft } from './assessmentDraft';

const draft: AssessmentDraft = { version: 3, answers: { 1: 'yes', 2: 'unknown' }, why: ['hospitalisation'] };

it('comes back whole to whom it belongs, until it is saved', () => {
  const kept = storage();
  keepAssessment(kept, 'pia', 'r1', draft);
  expect(restoreAssessment(kept, 'pia', 'r1', 3)).toEqual(draft);
  expect(restoreAssessment(kept, 'dao', 'r1', 3)).toBeUndefined();
  dropAssessment(kept, 'pia', 'r1');
  expect(restoreAssessment(kept, 'pia', 'r1', 3)).toBeUndefined();
});

it('is dropped once the suspicion is another version', () => {
  const kept = storage();
  keepAssessment(kept, 'pia', 'r1', draft);
  expect(restoreAssessment(kept, 'pia', 'r1', 4)).toBeUndefined();
  expect(Object.keys(kept)).toEqual([]);
});

it('is not trusted', () => {
  const kept = storage();
  kept.setItem('aftercare.draft.pia.assessment.r1', '{"version":3,"answers":{"1":"perhaps","2":"no"},"why":["boredom","death"]}');
  expect(restoreAssessment(kept, 'pia', 'r1', 3)).toEqual({ version: 3, answers: { 2: 'no' }, why: ['death'] });
  kept.setItem('aftercare.draft.pia.assessment.r1', 'not json');
  expect(restoreAssessment(kept, 'pia', 'r1', 3)).toBeUndefined();
});
