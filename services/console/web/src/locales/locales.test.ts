import { expect, it } from 'vitest';
import callsEn from './calls/en.json';
import callsTh from './calls/th.json';
import callsZh from './calls/zh.json';
import en from './en.json';
import th from './th.json';
import zh from './zh.json';

function* paths(words: object, before = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [before + name, value];
    else yield* paths(value as object, `${before}${name}.`);
  }
}

const said = new Map([...paths(en), ...paths(callsEn)]);
const translations = { th: new Map([...paths(th), ...paths(callsTh)]), zh: new Map([...paths(zh), ...paths(callsZh)]) };

it('translates only what is said in English, with the same placeholders', () => {
  const placeholders = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(String).sort();
  for (const words of Object.values(translations)) {
    for (const [path, text] of words) {
      expect(said.has(path), path).toBe(true);
      expect(placeholders(text), path).toEqual(placeholders(said.get(path) ?? ''));
    }
  }
});

it('says everything of calls, the desk and the counter in each language; Thai and Chinese know one form for any number', () => {
  const asked = [...paths(callsEn)].map(([path]) => path).filter((path) => !/_(one|zero)$/.test(path));
  const desk = [...said.keys()].filter((path) => /^(idle|waiting|call|script|dial|refusal|outcome|field|red|saved|lost|counter)\./.test(path) && !/_(one|zero)$/.test(path));
  for (const [language, words] of Object.entries(translations)) {
    for (const path of [...asked, ...desk]) expect(words.has(path), `${language} ${path}`).toBe(true);
  }
});
