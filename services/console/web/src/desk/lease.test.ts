import { describe, expect, it } from 'vitest';
import { beatIn, clockText, holdOf, remaining } from './lease';

describe('the hold on a call', () => {
  const now = Date.parse('2026-11-23T15:00:00Z');

  it('runs from the lease to nothing, never below', () => {
    expect(remaining('2026-11-23T15:05:00Z', now)).toBe(300_000);
    expect(remaining('2026-11-23T14:59:00Z', now)).toBe(0);
    expect(remaining(undefined, now)).toBe(0);
  });

  it('is told in three states', () => {
    expect(holdOf(300_000)).toBe('steady');
    expect(holdOf(29_999)).toBe('short');
    expect(holdOf(0)).toBe('lapsed');
  });

  it('is renewed so early that two heartbeats may be lost', () => {
    for (const lease of [15_000, 60_000, 120_000, 300_000]) expect(3 * beatIn(lease)).toBeLessThanOrEqual(lease);
    expect(beatIn(600_000)).toBe(30_000);
    expect(beatIn(0)).toBe(2_000);
  });

  it('reads as a clock', () => {
    expect(clockText(0)).toBe('0:00');
    expect(clockText(-1)).toBe('0:00');
    expect(clockText(1)).toBe('0:01');
    expect(clockText(65_000)).toBe('1:05');
    expect(clockText(3_845_000)).toBe('1:04:05');
  });
});
