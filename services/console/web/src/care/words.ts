import '../customers/words';
import en from '../locales/care/en.json';
import th from '../locales/care/th.json';
import zh from '../locales/care/zh.json';
import { learn } from '../parts/words';

learn({ en, th, zh });
