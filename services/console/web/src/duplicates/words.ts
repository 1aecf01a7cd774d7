import '../customers/words';
import en from '../locales/duplicates/en.json';
import th from '../locales/duplicates/th.json';
import zh from '../locales/duplicates/zh.json';
import { learn } from '../parts/words';

learn({ en, th, zh });
