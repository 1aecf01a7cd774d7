import { describe, expect, it } from 'vitest';
import words from '../locales/calls/en.json';
import { flagsOf, isOver, isWaiting, newFlags, way } from './way';
import { endings, redFlags, type TransferView } from './wire';

const asked: TransferView = {
  id: '1',
  callId: '2',
  customerId: '3',
  storeId: 'boston-1',
  redFlags: ['breathing'],
  placeConfirmed: false,
  state: 'waiting',
  waitingSince: '2026-11-23T15:00:00Z',
};

describe('the way of a transfer', () => {
  it('leads from the pharmacists to the store and the supervisor', () => {
    expect(way(asked)).toEqual([{ who: 'pharmacist', at: '2026-11-23T15:00:00Z' }, { who: 'store' }, { who: 'supervisor' }]);
    expect(way({ ...asked, state: 'store', storeAt: '2026-11-23T15:00:30Z' })[1]).toEqual({ who: 'store', at: '2026-11-23T15:00:30Z' });
  });

  it('waits until somebody has it', () => {
    expect((['waiting', 'store', 'supervisor'] as const).every((state) => isWaiting({ state }))).toBe(true);
    expect(isWaiting({ state: 'taken' })).toBe(false);
    expect(isOver({ state: 'taken' })).toBe(false);
    expect(isOver({ state: 'withdrawn' })).toBe(true);
  });
});

describe('red flags', () => {
  it('are those with a name, else something that frightens', () => {
    expect(flagsOf(['chest-pain', 'breathing'])).toEqual(['breathing', 'chest-pain']);
    expect(flagsOf([])).toEqual(['other']);
    expect(flagsOf(['of-the-programme'])).toEqual(['other']);
  });

  it('alarm once', () => {
    expect(newFlags(['breathing'], [])).toEqual(['breathing']);
    expect(newFlags(['breathing'], ['breathing'])).toEqual([]);
  });

  it('have words, and so has what comes of them', () => {
    for (const flag of redFlags) expect(words.transfer.flag[flag], flag).toBeTruthy();
    for (const ending of endings) expect(words.transfer.ending[ending], ending).toBeTruthy();
  });
});
