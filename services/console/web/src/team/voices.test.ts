import { expect, it } from 'vitest';
import type { Me } from '../api/types';
import type { Incident } from './teamApi';
import { voices } from './voices';

const incident = { agent: 'ann' } as Incident;
const who = (id: string, ...roles: string[]) => ({ id, roles }) as Me;

it('gives everybody the part that is theirs to write', () => {
  expect(voices(incident, who('sam', 'supervisor'))).toEqual(['supervisor', 'change']);
  expect(voices(incident, who('ann', 'agent'))).toEqual(['happened', 'helped']);
  expect(voices(incident, who('ben', 'agent'))).toEqual(['colleague']);
  expect(voices(incident, who('ann', 'agent', 'supervisor'))).toEqual(['happened', 'helped', 'supervisor', 'change']);
});
