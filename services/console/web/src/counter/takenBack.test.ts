import { expect, it } from 'vitest';
import { broughtOf, leftOf, toReturn } from './takenBack';
import type { Sold } from './wire';

const sale: Sold = {
  id: 's',
  clientSaleId: 'c',
  status: 'returned',
  occurredAt: '2026-03-03T10:00:00+07:00',
  lines: [
    { line: 1, product: { name: 'Tea' }, quantity: 3, returned: 1 },
    { line: 2, product: { name: 'Balm' }, quantity: 1, returned: 1 },
    { line: 3, product: { name: 'Drops' }, quantity: 1, returned: 0 },
  ],
  currency: 'THB',
  total: 10,
};

it('offers only what is still with the customer', () => {
  expect(leftOf(sale)).toEqual([
    { line: 1, name: 'Tea', left: 2 },
    { line: 3, name: 'Drops', left: 1 },
  ]);
});

it('takes back no more than there is', () => {
  expect(broughtOf(sale, 'lines', { 1: 9, 2: 1, 3: 0 })).toEqual([{ line: 1, name: 'Tea', quantity: 2 }]);
});

it('names the lines only where some of it comes back', () => {
  expect(toReturn(sale, 'lines', { 3: 1 }, 'r', ' unopened ')).toEqual({ clientReturnId: 'r', lines: [{ line: 3, quantity: 1 }], reason: 'unopened' });
  expect(toReturn(sale, 'whole', {}, 'r', 'unopened')).toEqual({ clientReturnId: 'r', reason: 'unopened' });
});
