import { expect, it } from 'vitest';
import { spaced } from './number';

it('spaces a number so that it can be read out', () => {
  expect(spaced('+16175550123')).toBe('+1 617 555 0123');
  expect(spaced('+66812345678')).toBe('+66 81 234 5678');
  expect(spaced('+4915123456789')).toBe('+49 1512 345 6789');
  expect(spaced('+35312345678')).toBe('+353 1234 5678');
  expect(spaced('+8613812345678')).toBe('+86 1381 234 5678');
});

it('never loses a digit, and leaves alone what it does not know', () => {
  for (const number of ['+16175550123', '+442071234567', '+99312345678', '+12345678']) {
    expect(spaced(number).replaceAll(' ', '')).toBe(number);
  }
  expect(spaced('617-555')).toBe('617-555');
});
