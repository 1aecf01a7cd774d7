import { beforeEach, describe, expect, it } from 'vitest';
import { dropAll } from '../desk/drafts';
import { added, draftOf, emptyDraft, emptyForm, formOf, isUntouched, lineOf, missing, toCustomer, toSale, type Draft } from './draft';
import { keep, restore } from './kept';
import { findOnShelf, priceOnShelf, shelve, shelved } from './shelf';
import { storage } from './storage.testing';

const amoxicillin = { system: 'gtin', code: '04012345678901', name: 'Amoxicillin', strength: '500 mg', form: 'capsule', prescription: true, daysSupply: 7 };
const line = lineOf(amoxicillin, '12,50', { batch: 'A12', expiry: '2027-12-31' });
const whole: Draft = {
  ...emptyDraft(),
  who: { kind: 'known', id: 'c-1', name: 'Mei-Ling', languages: ['zh'] },
  lines: [{ ...line, quantity: 2, directions: ' 1 capsule, 3 times a day ' }],
  buyer: 'caregiver',
  missedDose: true,
  asked: ['allergies'],
  told: ['dose'],
  acknowledged: [{ key: line.key, allergy: 'J01C' }],
};

let kept: Storage;
beforeEach(() => {
  kept = storage();
});

describe('a draft', () => {
  it('comes back after a reload as it was, to its user and store only', () => {
    keep(kept, 'dan', 'boston-1', whole);
    expect(restore(kept, 'dan', 'boston-1')).toEqual(whole);
    expect(restore(kept, 'dao', 'boston-1')).toBeUndefined();
    expect(restore(kept, 'dan', 'bangkok-1')).toBeUndefined();
    dropAll(kept);
    expect(restore(kept, 'dan', 'boston-1')).toBeUndefined();
  });

  it('is not trusted', () => {
    for (const bad of ['no json', '{"id":"a b"}', '{"id":"a","who":{"kind":"open"},"lines":[{}]}']) {
      kept.setItem('aftercare.draft.counter.dan.boston-1', bad);
      expect(restore(kept, 'dan', 'boston-1')).toBeUndefined();
    }
  });

  it('has a number that nobody guesses and the house takes', () => {
    const ids = new Set(Array.from({ length: 100 }, () => emptyDraft().id));
    expect(ids.size).toBe(100);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9._-]{30,64}$/);
    expect(isUntouched(emptyDraft())).toBe(true);
    expect(isUntouched(whole)).toBe(false);
  });
});

describe('a sale', () => {
  it('says what was entered, and nothing else', () => {
    expect(toSale(whole, 'USD', '2026-11-24T09:00:00-05:00', 'Dan')).toEqual({
      clientSaleId: whole.id,
      occurredAt: '2026-11-24T09:00:00-05:00',
      customerId: 'c-1',
      buyer: 'caregiver',
      lines: [
        {
          product: { system: 'gtin', code: '04012345678901', name: 'Amoxicillin', form: 'capsule', strength: '500 mg' },
          quantity: 2,
          unitPrice: 12.5,
          prescription: true,
          daysSupply: 7,
          batch: 'A12',
          expiry: '2027-12-31',
          directions: '1 capsule, 3 times a day',
        },
      ],
      currency: 'USD',
      counselling: { asked: ['allergies'], told: ['dose'], by: 'Dan' },
      flags: ['missed-dose-risk'],
      acknowledgedWarnings: [{ line: 1, allergy: 'J01C', by: 'Dan' }],
    });
    const plain = toSale({ ...emptyDraft(), who: { kind: 'anonymous' }, lines: [line] }, 'USD', '2026-11-24T09:00:00-05:00', 'Dan');
    expect(plain).not.toHaveProperty('counselling');
    expect(plain).not.toHaveProperty('customerId');
    expect(plain).not.toHaveProperty('flags');
  });

  it('comes back to be mended under the same number', () => {
    const sale = toSale(whole, 'USD', '2026-11-24T09:00:00-05:00', 'Dan');
    expect(toSale(draftOf(sale, ''), 'USD', sale.occurredAt, 'Dan')).toEqual(sale);
  });

  it('names what is missing, first things first', () => {
    expect(missing(emptyDraft(), []).map(({ what }) => what)).toEqual(['customer', 'basket']);
    const poor = { ...whole, lines: [{ ...line, name: ' ', price: 'dear', daysSupply: '2000' }] };
    expect(missing(poor, []).map(({ what }) => what)).toEqual(['name', 'price', 'days']);
  });

  it('waits until each warning was read', () => {
    const warning = { line: 1, allergy: 'J01C', text: 'Allergic to penicillins.' };
    expect(missing(whole, [warning])).toEqual([]);
    expect(missing({ ...whole, acknowledged: [] }, [warning])).toEqual([{ what: 'warning', key: line.key }]);
    expect(missing({ ...whole, acknowledged: [] }, [{ ...warning, line: 9 }])).toEqual([]);
  });

  it('drops an acknowledgement with its line, and follows a line that moves', () => {
    const other = lineOf({ system: 'local', code: 'y', name: 'Y' }, '1');
    const moved = toSale({ ...whole, lines: [other, ...whole.lines] }, 'USD', '', 'Dan');
    expect(moved.acknowledgedWarnings).toEqual([{ line: 2, allergy: 'J01C', by: 'Dan' }]);
    expect(toSale({ ...whole, lines: [other] }, 'USD', '', 'Dan')).not.toHaveProperty('acknowledgedWarnings');
  });
});

it('counts the same pack again, and keeps batches apart', () => {
  const again = added(added([line], lineOf(amoxicillin, '', { batch: 'A12', expiry: '2027-12-31' })), lineOf(amoxicillin, '', { batch: 'B' }));
  expect(again.map(({ quantity }) => quantity)).toEqual([2, 1]);
});

it('registers a customer with what was asked, and the same again', () => {
  const form = { ...emptyForm('617 555 0134'), name: ' Mei-Ling ', language: 'zh', consent: 'given' as const, consentAt: '2026-11-24T09:00:00-05:00' };
  const customer = toCustomer(form, 'US', 'America/New_York');
  expect(customer).toMatchObject({ givenName: 'Mei-Ling', languages: ['zh'], phones: [{ number: '617 555 0134' }], consents: [{ state: 'given', purpose: 'care-calls' }] });
  expect(customer).not.toHaveProperty('birthDate');
  expect(toCustomer(formOf(customer), 'US', 'America/New_York')).toEqual(customer);
  expect(toCustomer(emptyForm(), 'US', 'America/New_York').consents).toEqual([]);
});

it('remembers what was sold last, and for how much', () => {
  shelve(kept, 'boston-1', [{ product: amoxicillin, price: '12' }]);
  shelve(kept, 'boston-1', [{ product: amoxicillin, price: '12.5' }]);
  const shelf = shelved(kept, 'boston-1');
  expect(priceOnShelf(shelf, amoxicillin)).toBe('12.5');
  expect(findOnShelf(shelf, 'amox 500', 5)).toEqual([amoxicillin]);
  expect(findOnShelf(shelf, '', 5)).toEqual([]);
  expect(shelved(kept, 'bangkok-1')).toEqual([]);
});
