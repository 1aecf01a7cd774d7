import { useQuery } from '@tanstack/react-query';
import * as calls from '../api/calls';
import type { CallView, ScriptView } from '../api/types';

export const scriptKey = (call: CallView, language: string) => ['answers', call.id, call.epoch, language];

/** Words of a question and of its options, by their ids. */
export interface Words {
  text: string;
  options: Record<string, string>;
}

export const wordsOf = ({ questions }: ScriptView): Record<string, Words> =>
  Object.fromEntries(
    questions.map(({ id, text, options }) => [id, { text, options: Object.fromEntries(options.map((option) => [option.value, option.text])) }]),
  );

/** The script in the language it is read out in, and in the reader's own where that is another one. */
export function useScript(call: CallView, language: string, own: string) {
  const script = useQuery({ queryKey: scriptKey(call, language), queryFn: () => calls.script(call, language), staleTime: Infinity });
  const spoken = script.data?.language;
  const read = useQuery({
    queryKey: scriptKey(call, own),
    queryFn: () => calls.script(call, own),
    staleTime: Infinity,
    enabled: spoken !== undefined && spoken !== own,
  });
  const translated = read.data !== undefined && read.data.language !== spoken ? read.data : undefined;
  return { script: script.data, own: translated === undefined ? undefined : wordsOf(translated), difficult: (translated ?? script.data)?.difficult ?? [] };
}
