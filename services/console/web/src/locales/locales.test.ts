import { expect, it } from 'vitest';

/** The whole page's words lie here, those of single pages in folders. */
const files = Object.entries(import.meta.glob<object>('./**/*.json', { eager: true, import: 'default' }));

function* paths(words: object, before = ''): Generator<[string, string]> {
  for (const [name, value] of Object.entries(words)) {
    if (typeof value === 'string') yield [before + name, value];
    else yield* paths(value as object, `${before}${name}.`);
  }
}

const saidIn = (language: string) => new Map(files.filter(([file]) => file.endsWith(`/${language}.json`)).flatMap(([, words]) => [...paths(words)]));
const said = saidIn('en');
const translations = { th: saidIn('th'), zh: saidIn('zh') };

it('translates only what is said in English, with the same placeholders', () => {
  const placeholders = (text: string) => [...text.matchAll(/{{\w+}}/g)].map(String).sort();
  for (const words of Object.values(translations)) {
    for (const [path, text] of words) {
      expect(said.has(path), path).toBe(true);
      expect(placeholders(text), path).toEqual(placeholders(said.get(path) ?? ''));
    }
  }
});

it('says everything of the desk, the counter and the pages with a folder in each language; Thai and Chinese know one form for any number', () => {
  const ofPages = files.filter(([file]) => /^\.\/.+\/en\.json$/.test(file)).flatMap(([, words]) => [...paths(words)].map(([path]) => path));
  const ofDesk = [...said.keys()].filter((path) => /^(idle|waiting|call|script|dial|refusal|outcome|field|red|saved|lost|counter)\./.test(path));
  for (const [language, words] of Object.entries(translations)) {
    for (const path of [...ofPages, ...ofDesk].filter((each) => !/_(one|zero)$/.test(each))) expect(words.has(path), `${language} ${path}`).toBe(true);
  }
});
