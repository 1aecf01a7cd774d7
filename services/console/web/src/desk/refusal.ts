import { Refused } from '../api/client';
import { refusalReasons, type RefusalReason } from '../api/types';

/** What becomes of the call: it is closed for good, comes back another time, or comes back in a moment. */
export type After = 'closed' | 'later' | 'soon';

const after: Record<RefusalReason, After> = {
  'do-not-call': 'closed',
  'consent-withdrawn': 'closed',
  'consent-not-given': 'closed',
  deceased: 'closed',
  erased: 'closed',
  merged: 'soon',
  'no-number': 'closed',
  'child-without-caregiver': 'closed',
  'customer-unknown': 'later',
  'sale-voided': 'closed',
  'outside-hours': 'later',
  'daily-cap': 'later',
  'weekly-cap': 'later',
  'profile-unavailable': 'soon',
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

const gone = ['stale-epoch', 'not-your-call', 'outcome-differs'];

/** Whether the failure means that this call is no longer this agent's. */
export const isLost = (failure: unknown): failure is Refused =>
  failure instanceof Refused && (failure.status === 404 || gone.includes(failure.name));
