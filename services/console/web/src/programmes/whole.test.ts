import { expect, it } from 'vitest';
import { template } from './template';
import { isWhole } from './whole';

const written = JSON.parse(template) as Record<string, unknown>;

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
  ]) {
    expect(isWhole({ ...written, ...change }), JSON.stringify(change)).toBe(false);
  }
  for (const other of [null, 7, 'text', []]) expect(isWhole(other)).toBe(false);
});
