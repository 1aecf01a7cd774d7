import { describe, expect, it } from 'vitest';
import { Refused, Unreachable } from '../api/client';
import { refusalReasons } from '../api/types';
import en from '../locales/en.json';
import { isLost, refusalOf } from './refusal';

const problem = (name: string, more = {}) =>
  new Refused(409, { type: `urn:aftercare:problem:${name}`, status: 409, detail: 'Said by the service.', ...more });

describe('a refused permit', () => {
  it('is explained in plain words, whatever the reason', () => {
    for (const reason of refusalReasons) {
      expect(refusalOf(problem('permit-refused', { reason }))?.reason).toBe(reason);
      expect(en.refusal.reason[reason], reason).toMatch(/\.$/);
    }
  });

  it('keeps the words of the service for a reason not known here', () => {
    expect(refusalOf(problem('permit-refused', { reason: 'full-moon' }))).toEqual({
      reason: undefined,
      after: 'closed',
      detail: 'Said by the service.',
    });
  });

  it('closes the call only for what the customer said or became, not for the hour or a busy house', () => {
    const back = refusalReasons.filter((reason) => refusalOf(problem('permit-refused', { reason }))?.after !== 'closed');
    expect(back).toEqual(['merged', 'customer-unknown', 'outside-hours', 'daily-cap', 'weekly-cap', 'profile-unavailable']);
  });

  it('is not confused with other failures', () => {
    expect(refusalOf(problem('stale-epoch'))).toBeUndefined();
    expect(refusalOf(new Unreachable())).toBeUndefined();
  });
});

describe('a lost call', () => {
  it('is told by the epoch or the holder', () => {
    expect(isLost(problem('stale-epoch'))).toBe(true);
    expect(isLost(problem('not-your-call'))).toBe(true);
    expect(isLost(problem('outcome-differs'))).toBe(true);
    expect(isLost(problem('permit-refused'))).toBe(false);
    expect(isLost(new Unreachable())).toBe(false);
  });
});
