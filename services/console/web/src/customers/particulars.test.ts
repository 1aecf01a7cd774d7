import { describe, expect, it } from 'vitest';
import { particularsOf, toWire } from './particulars';
import type { CustomerFile } from './wire';

const file: CustomerFile = {
  id: 'c1',
  version: 3,
  status: 'active',
  country: 'US',
  givenName: 'Ada',
  languages: ['en-US', 'th'],
  zone: 'America/New_York',
  window: { from: '09:30:00', to: '12:00' },
  allergies: [],
  conditions: [],
  medicines: [],
  addresses: [],
  phones: [{ number: '+12125550100', type: 'mobile', wrong: true }],
  caregivers: [],
  doNotCall: false,
};

describe('particulars', () => {
  it('come back as they were read, without what is not the editor’s to say', () => {
    expect(toWire(particularsOf(file))).toEqual({
      country: 'US',
      givenName: 'Ada',
      zone: 'America/New_York',
      languages: ['en-US', 'th'],
      window: { from: '09:30', to: '12:00' },
      phones: [{ number: '+12125550100', type: 'mobile' }],
      addresses: [],
      caregivers: [],
    });
  });

  it('leave out what was emptied', () => {
    const draft = { ...particularsOf(file), windowFrom: '', windowTo: '', phones: [{ number: '2125550199', validTo: '' }] };
    expect(toWire(draft)).toMatchObject({ phones: [{ number: '2125550199' }] });
    expect(toWire(draft)).not.toHaveProperty('window');
    expect(toWire(draft)).not.toHaveProperty('email');
  });

  it('send half a window as it is, so that the service says what is missing', () => {
    expect(toWire({ ...particularsOf(file), windowTo: '' })).toMatchObject({ window: { from: '09:30' } });
  });
});
