import { expect, it } from 'vitest';
import { money, priceOf, totalOf } from './money';

it.each([
  ['7.5', '7.5'],
  ['7,50', '7.50'],
  ['.5', '0.5'],
  ['12.', '12'],
  ['007', '7'],
  ['0', '0'],
  ['1,234.50', '1234.50'],
  ['1.234,50', '1234.50'],
  ['1 234,5', '1234.5'],
  ['1,234', '1234'],
  ['1,234,567', '1234567'],
  ['$12.90', '12.90'],
  ['฿๑๒.๕', '12.5'],
  ['１２．５', '12.5'],
  ['1.2345', '1.2345'],
])('reads %s', (typed, price) => {
  expect(priceOf(typed)).toBe(price);
});

it.each(['', '.', ',', 'free', '-5', '1.2.3', '1,2,3', '12,34.5', '1.23456', '123456789', '10000001', '7.5x'])('does not guess at %j', (typed) => {
  expect(priceOf(typed)).toBeUndefined();
});

it('adds without losing a cent', () => {
  const lines = Array.from({ length: 10 }, () => ({ price: '0.1', quantity: 1 }));
  expect(totalOf(lines)).toBe(1);
  expect(totalOf([{ price: '19.99', quantity: 3 }, { price: 'what?', quantity: 2 }])).toBe(59.97);
});

it('shows it as people write it', () => {
  expect(money(1234.5, 'USD', 'en')).toBe('$1,234.50');
  expect(money(80, 'THB', 'th')).toContain('80.00');
});
