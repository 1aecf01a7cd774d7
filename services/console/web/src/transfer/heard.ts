import type { ScriptView } from '../api/types';

/** What was answered, in words. */
export function answered({ questions, answers }: ScriptView): { question: string; answer: string }[] {
  return questions.flatMap(({ id, text, options }) => {
    const given = answers[id];
    if (given === undefined) return [];
    const words = [given].flat().map((value) => options.find((option) => option.value === value)?.text ?? String(value));
    return [{ question: text, answer: words.join(', ') }];
  });
}
