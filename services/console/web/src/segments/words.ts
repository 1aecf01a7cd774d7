import '../customers/words';
import en from '../locales/segments/en.json';
import th from '../locales/segments/th.json';
import zh from '../locales/segments/zh.json';
import { learn } from '../parts/words';

learn({ en, th, zh });
