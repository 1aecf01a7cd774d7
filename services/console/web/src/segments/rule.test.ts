import { describe, expect, it } from 'vitest';
import { isName, isWhole, parsed, rowsOf, ruleOf, segmentsOf, type Edition, type Rule } from './rule';

const rule: Rule = {
  all: [
    { fact: 'age', from: 66 },
    { fact: 'not', that: { fact: 'last-visit', withinDays: 60 } },
    { fact: 'store', anyOf: ['boston-1', 'boston-2'] },
    { fact: 'consent', purpose: 'marketing', channel: 'sms', state: 'given' },
  ],
};

describe('a rule in a form', () => {
  it('comes back as it was', () => {
    expect(ruleOf(rowsOf(rule) ?? [])).toEqual(rule);
  });

  it('stays JSON where rows cannot say it', () => {
    expect(rowsOf({ all: [{ fact: 'not', that: { fact: 'not', that: { fact: 'age', from: 1 } } }] })).toBeUndefined();
    expect(rowsOf({ all: [{ fact: 'shoe-size' }] })).toBeUndefined();
  });

  it('is whole when every question is asked', () => {
    expect(isWhole([])).toBe(false);
    expect(isWhole([{ fact: 'age', denied: false, fields: {} }])).toBe(false);
    expect(isWhole([{ fact: 'age', denied: false, fields: { below: '18' } }])).toBe(true);
    expect(isWhole([{ fact: 'spend-in-year', denied: false, fields: { from: '500' } }])).toBe(true);
    expect(isWhole([{ fact: 'medicine', denied: true, fields: { atc: 'C09' } }])).toBe(false);
  });

  it('is read from JSON, or told why not', () => {
    expect(parsed(JSON.stringify(rule))).toEqual(rule);
    expect(parsed('{"any":[]}')).toBe('all');
    expect(typeof parsed('{')).toBe('string');
  });
});

it('takes the names that the service takes', () => {
  for (const name of ['elderly', 'at-risk-of-leaving', '65-plus', 'a'.repeat(60)]) expect(isName(name), name).toBe(true);
  for (const name of ['', '-', 'at--risk', 'at-risk-', 'Elderly', 'at risk', 'a'.repeat(61)]) expect(isName(name), name).toBe(false);
});

it('tells a draft from what is published', () => {
  const edition = (version: number, published: boolean): Edition => ({
    name: 'elderly',
    version,
    title: 'Elderly',
    rule,
    draftedBy: 'cora',
    draftedAt: '2026-11-01T00:00:00Z',
    ...(published ? { publishedBy: 'cora', publishedAt: '2026-11-01T00:00:00Z' } : {}),
  });
  const [segment] = segmentsOf([edition(1, true), edition(3, false), edition(2, true)]);
  expect([segment?.current?.version, segment?.draft?.version]).toEqual([2, 3]);
  expect(segment?.editions.map(({ version }) => version)).toEqual([3, 2, 1]);
});
