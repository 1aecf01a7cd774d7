import { learn } from '../parts/words';
import en from '../locales/customers/en.json';
import th from '../locales/customers/th.json';
import zh from '../locales/customers/zh.json';

learn({ en, th, zh });
