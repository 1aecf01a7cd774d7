import { expect, it } from 'vitest';
import { template } from './template';
import { isWhole } from './whole';

const written = JSON.parse(template) as { steps: object[]; script: object };
const [step] = written.steps;

it('takes what a new programme starts from', () => {
  expect(isWhole(written)).toBe(true);
});

it('waits with what is not whole, whatever was typed', () => {
  for (const change of [
    { trigger: undefined },
    { trigger: { all: [{}] } },
    { trigger: { atc: 'J01' } },
    { trigger: { age: null } },
    { steps: [{ number: 1 }] },
    { steps: {} },
    { script: { title: 'x' } },
    { because: {} },
    { script: { ...written.script, title: {} } },
    { script: { ...written.script, lines: ['x', {}] } },
    { script: { ...written.script, 'red-flag': {} } },
    { steps: [{ ...step, language: {} }] },
    { steps: [{ ...step, skill: {} }] },
    { steps: [{ ...step, after: { day: {} } }] },
    { trigger: { sale: {} } },
  ]) {
    expect(isWhole({ ...written, ...change }), JSON.stringify(change)).toBe(false);
  }
  for (const other of [null, 7, 'text', []]) expect(isWhole(other)).toBe(false);
});
