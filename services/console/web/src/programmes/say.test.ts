import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import desk from '../locales/en.json';
import en from '../locales/supervision/en.json';
import { sayAfter, sayRules, sayStep, sayTrigger } from './say';
import type { Written } from './wire';

const i18n = i18next.createInstance();
beforeAll(() => i18n.init({ lng: 'en', resources: { en: { translation: { ...desk, ...en } } }, interpolation: { escapeValue: false } }));

it('says a rule and how its parts belong together', () => {
  const said = sayTrigger({ all: [{ line: 'prescription' }, { any: [{ age: { below: 12 } }, { age: { over: 65 } }] }] }, i18n.t);
  expect(said).toEqual({
    how: 'All of these',
    of: ['It is on prescription', { how: 'At least one of these', of: ['The customer is under 12', 'The customer is over 65'] }],
  });
});

it('says a rule of one part as that part', () => {
  expect(sayTrigger({ any: [{ atc: ['J01'] }] }, i18n.t)).toBe('A medicine of ATC class J01');
});

it('says only the ends of a range that are there', () => {
  expect(sayTrigger({ 'days-supply': { from: 8 } }, i18n.t)).toBe('It lasts 8 days or more');
  expect(sayTrigger({ 'days-supply': { from: 5, to: 21 } }, i18n.t)).toBe('It lasts 5 to 21 days');
  expect(sayTrigger({ 'days-supply': { to: 21 } }, i18n.t)).toBe('It lasts 21 days or less');
});

it('says when a step comes', () => {
  expect(sayAfter({ 'hours-before-next-morning': 8 }, i18n.t)).toBe('next morning, at least 8 hours later');
  expect(sayAfter({ 'days-from-supply-end': 0 }, i18n.t)).toBe('the day after the course ends');
  expect(sayAfter({ 'days-from-refill-due': -7 }, i18n.t)).toBe('7 days before the medicine runs out');
});

const written: Written = {
  name: 'x',
  trigger: { sale: 'first-purchase' },
  care: true,
  retry: { attempts: 2, minutes: { busy: 20 } },
  cap: { answered: 1, days: 30 },
  steps: [{ number: 1, after: { day: 3 }, hours: { opens: '09:00:00', dueUntil: '12:00:00', closes: '20:00:00' }, channel: 'call', skill: 'pharmacist', priority: 2 }],
  script: { title: 'x', lines: ['x'], 'red-flag': 'x' },
};

it('says a step in one sentence', () => {
  expect(written.steps.map((step) => sayStep(step, i18n.t))).toEqual(['A pharmacist calls on day 3; due from 09:00 to 12:00, callable until 20:00']);
});

it('says what differs from other programmes', () => {
  expect(sayRules(written, i18n.t)).toEqual([
    'Takes care of the lines that caused it',
    'Tried 2 times at most',
    'Busy: again after 20 minutes',
    'At most 1 answered in 30 days',
  ]);
});
