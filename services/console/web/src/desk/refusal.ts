import { Refused } from '../api/client';
import { refusalReasons, type RefusalReason } from '../api/types';

/** What a refused permit means for the agent: nothing more to do, try again soon, or give the call back until later. */
export type After = 'closed' | 'again' | 'later';

const after: Record<RefusalReason, After> = {
  'do-not-call': 'closed',
  'consent-withdrawn': 'closed',
  deceased: 'closed',
  erased: 'closed',
  merged: 'closed',
  'no-number': 'closed',
  'child-without-caregiver': 'closed',
  'customer-unknown': 'closed',
  'sale-voided': 'closed',
  'outside-hours': 'later',
  'daily-cap': 'later',
  'weekly-cap': 'later',
  'profile-unavailable': 'again',
};

export interface Refusal {
  /** Undefined for a reason this page does not know yet; then the service's own words serve. */
  reason: RefusalReason | undefined;
  after: After;
  detail: string;
}

/** Undefined when the failure is not a refusal of the permit. */
export function refusalOf(failure: unknown): Refusal | undefined {
  if (!(failure instanceof Refused) || failure.name !== 'permit-refused') return undefined;
  const reason = refusalReasons.find((known) => known === failure.problem.reason);
  return { reason, after: reason ? after[reason] : 'closed', detail: failure.message };
}

/** Whether the failure means that this call is no longer this agent's. */
export const isLost = (failure: unknown): failure is Refused =>
  failure instanceof Refused &&
  (failure.name === 'stale-epoch' || failure.name === 'not-your-call' || failure.status === 404);
