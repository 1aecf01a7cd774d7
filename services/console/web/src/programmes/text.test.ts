import { expect, it } from 'vitest';
import { flawsOf, places, read, textOf } from './text';
import type { Programme } from './wire';

const programme: Programme = {
  key: 'antibiotic',
  version: 2,
  name: 'Antibiotic check',
  trigger: { all: [{ atc: ['J01', 'wrong'] }, { age: { below: 12 } }] },
  steps: [
    {
      number: 1,
      after: { day: 400 },
      hours: { opens: '09:00', dueUntil: '20:00', closes: '20:00' },
      channel: 'call',
      skill: 'agent',
      priority: 4,
    },
  ],
  script: { title: 'Three "days" in', lines: ['Say who you are.'], 'red-flag': 'Stay on the line.' },
};
const text = textOf(programme);
const lineOf = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

it('leaves out what the address gives', () => {
  expect(JSON.parse(text)).not.toHaveProperty('key');
  expect(JSON.parse(text)).not.toHaveProperty('version');
});

it('finds every field, strings with quotes in them included', () => {
  const known = places(text);
  expect(text.slice(known.get('trigger.all[0].atc[1]'))).toMatch(/^"wrong"/);
  expect(text.slice(known.get('steps[0].after.day'))).toMatch(/^"day": 400/);
  expect(text.slice(known.get('script.red-flag'))).toMatch(/^"red-flag"/);
});

it('puts a flaw where its field stands, in the order of the text', () => {
  const violations = [
    { field: 'steps[0].after.day', message: 'must be from 0 to 365' },
    { field: 'trigger.all[0].atc[1]', message: 'must be an ATC class' },
  ];
  expect(flawsOf({ violations }, text).map(({ path, line }) => [path, line])).toEqual([
    ['trigger.all[0].atc[1]', lineOf('"wrong"')],
    ['steps[0].after.day', lineOf('"day"')],
  ]);
});

it('puts what is missing where it is missing', () => {
  const violations = [
    { field: 'steps[0].hours.lunch', message: 'must be given' },
    { field: 'because', message: 'must be a text' },
  ];
  expect(flawsOf({ violations }, text).map(({ path, line }) => [path, line])).toEqual([
    ['because', 1],
    ['steps[0].hours.lunch', lineOf('"hours"')],
  ]);
});

it('says a refusal without fields as a whole', () => {
  expect(flawsOf({ detail: 'Not now.' }, text)).toEqual([{ path: '', message: 'Not now.', line: 1, offset: 0 }]);
});

it('says in which line a text stops being JSON', () => {
  const typed = read('{\n  "name": "x",\n  "steps": [1 2]\n}');
  expect('flaw' in typed && typed.flaw.line).toBe(3);
  expect(read(text)).toHaveProperty('written');
});

it('ends with a text that breaks off anywhere', () => {
  for (let end = 0; end < text.length; end += 1) places(text.slice(0, end));
});
