import type { Answers } from './naranjo';
import { criteria, naranjoAnswers, type Criterion } from './wire';

/** A judgement as far as it has come. It is kept in the tab until it is saved. */
export interface AssessmentDraft {
  /** Of the suspicion that is judged. */
  version: number;
  answers: Answers;
  /** Why it is serious. */
  why: Criterion[];
}

const keyOf = (user: string, reaction: string) => `aftercare.draft.${user}.assessment.${reaction}`;

export function keepAssessment(storage: Storage, user: string, reaction: string, draft: AssessmentDraft): void {
  try {
    storage.setItem(keyOf(user, reaction), JSON.stringify(draft));
  } catch (full) {
    // The answers are still on the page.
    console.warn('draft not kept', full);
  }
}

export const dropAssessment = (storage: Storage, user: string, reaction: string) => storage.removeItem(keyOf(user, reaction));

/** Undefined when there is none, when it is not one, or when the suspicion has changed since. */
export function restoreAssessment(storage: Storage, user: string, reaction: string, version: number): AssessmentDraft | undefined {
  try {
    const raw = JSON.parse(storage.getItem(keyOf(user, reaction)) ?? 'null') as Partial<AssessmentDraft> | null;
    if (raw === null) return undefined;
    if (raw.version === version) return { version, answers: known(raw.answers ?? {}), why: criteria.filter((one) => Array.isArray(raw.why) && raw.why.includes(one)) };
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
  }
  dropAssessment(storage, user, reaction);
  return undefined;
}

const known = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([, answer]) => naranjoAnswers.some((one) => one === answer)));
