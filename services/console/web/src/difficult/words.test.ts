import { expect, it } from 'vitest';
import words from '../locales/calls/en.json';
import { helpful, kinds, ownParts, parts } from './wire';

it('has words for every code', () => {
  for (const kind of kinds) expect(words.difficult.kind[kind], kind).toBeTruthy();
  for (const help of helpful) expect(words.difficult.help[help], help).toBeTruthy();
  for (const part of parts) expect(words.debrief.part[part], part).toBeTruthy();
  for (const part of [...ownParts, 'colleague'] as const) expect(words.debrief.ask[part], part).toBeTruthy();
});
