import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { businessNow, moment, noteBusinessClock, noteWallClock, wallNow } from './time';

const words = { tomorrow: 'tomorrow', yesterday: 'yesterday' };
const zone = 'America/New_York';
const now = Date.parse('2026-11-23T15:00:00Z');

describe('a moment', () => {
  const said = (instant: string, where = zone) => moment(instant, 'en', words, where, now);

  it('is as short as it can be', () => {
    expect(said('2026-11-23T14:05:00Z')).toBe('09:05');
    expect(said('2026-11-24T14:00:00Z')).toBe('tomorrow 09:00');
    expect(said('2026-11-22T14:00:00Z')).toBe('yesterday 09:00');
    expect(said('2026-12-01T14:00:00Z')).toMatch(/Tue.*Dec.*09:00/);
  });

  it('counts days on the clock it is told on', () => {
    expect(said('2026-11-23T23:30:00Z')).toBe('18:30');
    expect(said('2026-11-23T23:30:00Z', 'Asia/Bangkok')).toBe('tomorrow 06:30');
  });
});

describe('the clocks', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now });
  });
  afterEach(() => {
    noteWallClock(new Date(Date.now() - 500).toUTCString());
    vi.useRealTimers();
  });

  it('follow the server where the browser is wrong', () => {
    noteWallClock(new Date(now + 120_000).toUTCString());
    expect(wallNow()).toBe(now + 120_500);
    noteWallClock(null);
    expect(wallNow()).toBe(now + 120_500);
  });

  it('keep business time apart when it is shifted', () => {
    noteWallClock(new Date(now).toUTCString());
    noteBusinessClock(new Date(now + 9 * 3_600_000).toISOString());
    expect(businessNow()).toBe(now + 9 * 3_600_000);
    noteBusinessClock(new Date(now + 1_000).toISOString());
    expect(businessNow()).toBe(wallNow());
  });
});
