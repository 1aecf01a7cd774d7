import { describe, expect, it } from 'vitest';
import { toggled } from './answers';

describe('several answers', () => {
  it('are taken in and out one by one', () => {
    expect(toggled(undefined, 'rash')).toEqual(['rash']);
    expect(toggled(['rash'], 'nausea')).toEqual(['rash', 'nausea']);
    expect(toggled(['rash', 'nausea'], 'rash')).toEqual(['nausea']);
  });

  it('are none, or some', () => {
    expect(toggled(['harm', 'cost'], 'none')).toEqual(['none']);
    expect(toggled(['none'], 'cost')).toEqual(['cost']);
  });
});
