import type { Causality, NaranjoAnswer, NaranjoItem } from './wire';

export type Answers = Partial<Record<string, NaranjoAnswer>>;

/** Unknown, or not answered yet, has no points. */
export const points = ({ yes, no }: NaranjoItem, answer: NaranjoAnswer | undefined) => (answer === 'yes' ? yes : answer === 'no' ? no : 0);

export const score = (items: readonly NaranjoItem[], answers: Answers) => items.reduce((sum, item) => sum + points(item, answers[item.number]), 0);

/** The band of a score: 9 and more, 5 to 8, 1 to 4, 0 and less. */
export const band = (reached: number): Causality => (reached >= 9 ? 'definite' : reached >= 5 ? 'probable' : reached >= 1 ? 'possible' : 'doubtful');

export const open = (items: readonly NaranjoItem[], answers: Answers) => items.filter(({ number }) => answers[number] === undefined).length;

/** Whole days until then; less than one is 0, what is past is negative. */
export const daysLeft = (dueAt: string, now: number) => Math.floor((Date.parse(dueAt) - now) / 86_400_000);
