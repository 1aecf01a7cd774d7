import { describe, expect, it } from 'vitest';
import { isGtin, looksLikeCode, readCode } from './code';

const separator = '\u001d';

describe('what is a code', () => {
  it.each(['4012345678901', '96385074', '036000291452', '04012345678901', '(01)04012345678901(17)271231(10)A12', ']d20104012345678901', `0104012345678901172712311${separator}`, '01040123456789011727123110A12', ' 4012345678901 '])(
    '%j is',
    (text) => expect(looksLikeCode(text)).toBe(true),
  );

  it.each(['amoxicillin', 'vitamin b12', '500', '1234567', '0093-3109-01', '阿莫西林', 'ยาแก้ไอ', '(new) syrup', ''])('%j is searched for', (text) =>
    expect(looksLikeCode(text)).toBe(false),
  );
});

it('checks the check digit', () => {
  expect(isGtin('4012345678901')).toBe(true);
  expect(isGtin('96385074')).toBe(true);
  expect(isGtin('4012345678902')).toBe(false);
  expect(isGtin('40123456789')).toBe(false);
});

describe('what is read while nobody can be asked', () => {
  it('has product, batch and expiry, in brackets or in a row', () => {
    const read = { gtin: '04012345678901', batch: 'A12-7', expiry: '2027-12-31' };
    expect(readCode('(01)04012345678901(17)271231(10)A12-7')).toEqual(read);
    expect(readCode(`]d2010401234567890110A12-7${separator}17271231`)).toEqual(read);
    expect(readCode('01040123456789011727123110A12-7')).toEqual(read);
  });

  it('takes day 00 for the end of the month, and no day that there is not', () => {
    expect(readCode('(01)04012345678901(17)280200').expiry).toBe('2028-02-29');
    expect(readCode('(01)04012345678901(17)270230').expiry).toBeUndefined();
  });

  it('is a plain number with fourteen digits', () => {
    expect(readCode('4012345678901')).toEqual({ gtin: '04012345678901' });
    expect(readCode('4012345678902')).toEqual({});
  });
});
