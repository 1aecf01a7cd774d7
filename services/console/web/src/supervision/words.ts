import i18n from '../app/i18n';
import en from '../locales/supervision/en.json';
import th from '../locales/supervision/th.json';
import zh from '../locales/supervision/zh.json';

// These words come with the pages that say them, so that desk and counter do not carry them.
for (const [language, words] of Object.entries({ en, th, zh })) i18n.addResourceBundle(language, 'translation', words, true, true);
