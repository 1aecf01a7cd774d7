import { expect, it } from 'vitest';
import { everybody, whomOf } from './wire';

it('asks for nothing that was left empty', () => {
  expect(whomOf(everybody)).toEqual({});
  expect(whomOf({ ...everybody, ageFrom: '0', segment: 'chronic' })).toEqual({ ageFrom: 0, segment: 'chronic' });
});
