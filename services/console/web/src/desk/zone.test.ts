import { describe, expect, it } from 'vitest';
import { instantOf, isLocal, localOf, offsetAt, quickPicks, withOffset } from './zone';

const iso = (local: string, zone: string) => withOffset(instantOf(local, zone), zone);

describe('a local time', () => {
  it('gets the offset that holds on that day', () => {
    expect(iso('2026-01-15T09:00', 'Europe/Berlin')).toBe('2026-01-15T09:00:00+01:00');
    expect(iso('2026-07-15T09:00', 'Europe/Berlin')).toBe('2026-07-15T09:00:00+02:00');
    expect(iso('2026-07-15T09:00', 'Asia/Kathmandu')).toBe('2026-07-15T09:00:00+05:45');
    expect(iso('2026-07-15T09:00', 'America/St_Johns')).toBe('2026-07-15T09:00:00-02:30');
  });

  it('moves forward where the clock skips it', () => {
    expect(iso('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T03:30:00+02:00');
    expect(iso('2026-03-08T02:15', 'America/New_York')).toBe('2026-03-08T03:15:00-04:00');
    expect(iso('2026-10-04T02:10', 'Australia/Lord_Howe')).toBe('2026-10-04T02:40:00+11:00');
  });

  it('is the first of two where the clock shows it twice', () => {
    expect(iso('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00+02:00');
    expect(iso('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T01:30:00-04:00');
  });

  it('survives the way there and back, in zones all over the world and hours all over the year', () => {
    for (const zone of Intl.supportedValuesOf('timeZone').filter((_zone, index) => index % 29 === 0)) {
      for (let instant = Date.UTC(2026, 0, 1); instant < Date.UTC(2027, 0, 1); instant += 61 * 3_600_000) {
        const told = withOffset(instant, zone);
        expect(Date.parse(told), `${zone} ${told}`).toBe(instant);
      }
    }
  });

  it('is one only when it looks like one', () => {
    expect(isLocal('2026-11-24T09:00')).toBe(true);
    expect(isLocal('2026-13-24T09:00')).toBe(false);
    expect(isLocal('tomorrow')).toBe(false);
  });
});

describe('offsets', () => {
  it('are those of the instant', () => {
    expect(offsetAt(Date.parse('2026-11-01T05:59:59Z'), 'America/New_York')).toBe(-240);
    expect(offsetAt(Date.parse('2026-11-01T06:00:00Z'), 'America/New_York')).toBe(-300);
  });
});

describe('quick picks', () => {
  it('offer only what is still to come, on the clock they are said on', () => {
    const now = Date.parse('2026-11-23T21:02:30Z');
    const picks = quickPicks(now, 'America/New_York');
    expect(picks.map(({ pick }) => pick)).toEqual(['hour', 'evening', 'tomorrow']);
    expect(picks[0]?.local).toBe('2026-11-23T17:05');
    expect(picks[2]?.local).toBe('2026-11-24T09:00');
    expect(quickPicks(now, 'Asia/Bangkok').at(-1)?.local).toBe('2026-11-25T09:00');
    expect(localOf(now, 'Asia/Bangkok')).toBe('2026-11-24T04:02');
  });
});
