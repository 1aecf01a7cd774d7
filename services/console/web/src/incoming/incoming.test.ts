import { expect, it } from 'vitest';
import { Refused } from '../api/client';
import words from '../locales/calls/en.json';
import { storage } from '../counter/storage.testing';
import { countryOf, keepCountry, rangBy, whyNot } from './incoming';

it('greets whose phone it is', () => {
  expect(rangBy({ id: '1', preferredName: 'Somchai', languages: ['th', 'en'] })).toEqual({ name: 'Somchai', language: 'th' });
  expect(rangBy({ id: '1', preferredName: 'Somchai', heldBy: { name: 'Malee', relation: 'daughter' } })).toEqual({ name: 'Malee' });
});

it('takes the region of the browser until another is chosen', () => {
  const kept = storage();
  expect(countryOf(kept, 'th')).toBe('TH');
  expect(countryOf(kept, 'en-GB')).toBe('GB');
  keepCountry(kept, 'CN');
  expect(countryOf(kept, 'th')).toBe('CN');
});

it('has words for each reason why nobody can be taken', () => {
  const no = (status: number, name: string) => whyNot(new Refused(status, { type: `urn:aftercare:problem:${name}` }));
  const reasons = [no(404, 'not-found'), no(400, 'invalid'), no(409, 'customer-in-call'), no(409, 'agent-busy')];
  expect(reasons).toEqual(['not-known', 'no-sale', 'customer-in-call', 'agent-busy']);
  for (const reason of reasons) expect(words.incoming.why[reason ?? 'no-sale']).toBeTruthy();
  expect(no(503, 'service-unavailable')).toBeUndefined();
});
