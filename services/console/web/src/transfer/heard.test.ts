import { expect, it } from 'vitest';
import { answered } from './heard';

it('tells in words what was answered, in the order of the questions', () => {
  const option = (value: string, text: string) => ({ value, text, redFlag: false });
  const script = {
    language: 'en',
    questions: [
      { id: 'effect', kind: 'one' as const, text: 'How are you?', asked: true, watch: false, options: [option('worse', 'Worse')] },
      { id: 'doses', kind: 'number' as const, text: 'Missed?', asked: true, watch: false, options: [] },
      { id: 'kinds', kind: 'many' as const, text: 'What?', asked: true, watch: false, options: [option('rash', 'A rash'), option('cough', 'A cough')] },
      { id: 'later', kind: 'one' as const, text: 'Later?', asked: true, watch: false, options: [] },
    ],
    answers: { kinds: ['rash', 'cough'], doses: 2, effect: 'worse' },
    redFlags: [],
    difficult: [],
  };
  expect(answered(script)).toEqual([
    { question: 'How are you?', answer: 'Worse' },
    { question: 'Missed?', answer: '2' },
    { question: 'What?', answer: 'A rash, A cough' },
  ]);
});
