import { expect, it } from 'vitest';
import { listOf } from './listOf';

it('takes a list however it is typed', () => {
  expect(listOf(' en, zh;  en\nth')).toEqual(['en', 'zh', 'th']);
  expect(listOf('boston-1，bangkok-1、')).toEqual(['boston-1', 'bangkok-1']);
  expect(listOf('  ')).toEqual([]);
});
