import { expect, it } from 'vitest';
import type { CustomerFile } from '../customers/wire';
import { rowsOf } from './rows';

const ada: CustomerFile = {
  id: 'a',
  version: 1,
  status: 'active',
  country: 'US',
  givenName: 'Ada',
  languages: ['en'],
  zone: 'America/New_York',
  allergies: [],
  conditions: [],
  medicines: [],
  addresses: [],
  phones: [{ number: '+12125550100' }],
  caregivers: [],
  doNotCall: false,
};

it('shows what differs first, and leaves out what neither says', () => {
  const rows = rowsOf(ada, { ...ada, givenName: 'Adah', email: 'ada@example.org' });
  expect(rows.slice(0, 2)).toEqual([
    { field: 'givenName', one: ['Ada'], other: ['Adah'], differs: true },
    { field: 'email', one: [], other: ['ada@example.org'], differs: true },
  ]);
  expect(rows.map(({ field }) => field)).toContain('phones');
  expect(rows.map(({ field }) => field)).not.toContain('allergies');
});
