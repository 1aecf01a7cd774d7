import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import callsEn from '../locales/calls/en.json';
import callsTh from '../locales/calls/th.json';
import callsZh from '../locales/calls/zh.json';
import en from '../locales/en.json';
import th from '../locales/th.json';
import zh from '../locales/zh.json';

// A language is offered as soon as its file has words; what it lacks is said in English.
const files: Record<string, object> = { en, th, zh };
export const languages = Object.keys(files).filter((language) => Object.keys(files[language] ?? {}).length > 0);

void i18next.use(initReactI18next).init({
  resources: Object.fromEntries(Object.entries(files).map(([language, words]) => [language, { translation: words }])),
  lng: navigator.languages.map((tag) => tag.split('-')[0] ?? '').find((tag) => languages.includes(tag)) ?? 'en',
  fallbackLng: 'en',
  interpolation: { escapeValue: false },
  returnNull: false,
});

// What is said at the desk has files of its own.
for (const [language, words] of Object.entries({ en: callsEn, th: callsTh, zh: callsZh })) {
  i18next.addResourceBundle(language, 'translation', words, true, true);
}

document.documentElement.lang = i18next.language;

export default i18next;
