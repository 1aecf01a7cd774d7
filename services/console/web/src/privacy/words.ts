import { learn } from '../parts/words';
import en from '../locales/privacy/en.json';
import th from '../locales/privacy/th.json';
import zh from '../locales/privacy/zh.json';

learn({ en, th, zh });
