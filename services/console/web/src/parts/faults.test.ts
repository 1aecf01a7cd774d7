import { expect, it } from 'vitest';
import { Refused } from '../api/client';
import { faultsOf } from './faults';

it('puts what a refusal says to the field it names', () => {
  const refused = new Refused(400, {
    violations: [
      { field: 'phones[0].number', message: 'must be a phone number' },
      { field: 'phones[0].number', message: 'said twice' },
      { message: 'of no field' },
    ],
  });
  expect([...faultsOf(refused)]).toEqual([['phones[0].number', 'must be a phone number']]);
  expect(faultsOf(new Error('broken')).size).toBe(0);
});
