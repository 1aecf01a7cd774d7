import { expect, it } from 'vitest';
import en from './en.json';
import th from './th.json';
import zh from './zh.json';

function* paths(words: object, before = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [before + name, value];
    else yield* paths(value as object, `${before}${name}.`);
  }
}

it('translates only what is said in English, with the same placeholders', () => {
  const said = new Map(paths(en));
  const placeholders = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(String).sort();
  for (const words of [th, zh]) {
    for (const [path, text] of paths(words)) {
      expect(said.has(path), path).toBe(true);
      expect(placeholders(text), path).toEqual(placeholders(said.get(path) ?? ''));
    }
  }
});
