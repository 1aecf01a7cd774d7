import { expect, it } from 'vitest';
import { wordsOf } from './useScript';

it('finds the words of a question and its options by their ids', () => {
  const script = {
    language: 'th',
    questions: [
      { id: 'effect', kind: 'one' as const, text: 'วันนี้เป็นอย่างไร', asked: true, watch: false, options: [{ value: 'better', text: 'ดีขึ้น', redFlag: false }] },
    ],
    answers: {},
    redFlags: [],
    difficult: [],
  };
  expect(wordsOf(script)['effect']).toEqual({ text: 'วันนี้เป็นอย่างไร', options: { better: 'ดีขึ้น' } });
});
