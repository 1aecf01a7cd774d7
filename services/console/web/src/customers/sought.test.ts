import { expect, it } from 'vitest';
import { soughtIn } from './sought';

it('tells a number, an address and an id apart', () => {
  expect(soughtIn(' (212) 555-0100 ', 'US')).toEqual({ phone: '(212) 555-0100', country: 'US' });
  expect(soughtIn('ada@example.org', 'US')).toEqual({ email: 'ada@example.org' });
  expect(soughtIn('0190F3A0-0000-7000-8000-000000000001', 'US')).toEqual({ id: '0190f3a0-0000-7000-8000-000000000001' });
  expect(soughtIn('Ada', 'US')).toBeUndefined();
  expect(soughtIn('', 'US')).toBeUndefined();
});
