import i18n from '../app/i18n';
import en from '../locales/parts/en.json';
import th from '../locales/parts/th.json';
import zh from '../locales/parts/zh.json';

/** Words that come with the page that says them, so that the desk does not carry them. */
export function learn(files: Record<string, object>): void {
  for (const [language, words] of Object.entries(files)) i18n.addResourceBundle(language, 'translation', words, true, true);
}

learn({ en, th, zh });
