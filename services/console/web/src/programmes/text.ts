import type { ProblemDocument } from '../api/types';
import type { Programme } from './wire';

/** A draft as text, and where in it something is wrong. */

export interface Flaw {
  /** As the service names it, such as steps[0].after.day; empty for the text as a whole. */
  path: string;
  message: string;
  /** From 1. */
  line: number;
  /** Where the cursor goes. */
  offset: number;
}

/** What is written by hand: all but key and version, which the address gives. */
export function textOf({ key: _key, version: _version, ...written }: Programme): string {
  return JSON.stringify(written, null, 2);
}

/** What was typed, or where it stops being JSON. */
export function read(text: string): { written: unknown } | { flaw: Flaw } {
  try {
    return { written: JSON.parse(text) };
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const told = /position (\d+)/.exec(message);
    const offset = told === null ? text.length : Number(told[1]);
    return { flaw: { path: '', message: message.replace(/ (in JSON )?at position.*$/, ''), line: lineAt(text, offset), offset } };
  }
}

/** The fields that a refusal names, each at its place in the text. */
export function flawsOf({ violations = [], detail, title }: ProblemDocument, text: string): Flaw[] {
  const known = places(text);
  const named = violations.map(({ field = '', message = '' }) => ({ path: field, message, offset: nearest(known, field) }));
  const all = named.length > 0 ? named : [{ path: '', message: detail ?? title ?? '', offset: 0 }];
  return all.map((flaw) => ({ ...flaw, line: lineAt(text, flaw.offset) })).sort((a, b) => a.offset - b.offset);
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** What is missing has no place of its own; it belongs to what it is missing in. */
function nearest(known: Map<string, number>, path: string): number {
  for (let rest = path; rest !== ''; rest = rest.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
    const at = known.get(rest);
    if (at !== undefined) return at;
    if (!/[.[]/.test(rest)) break;
  }
  return 0;
}

/** Where each field of a JSON text begins, by its path; as far as it can be read. */
export function places(text: string): Map<string, number> {
  const found = new Map<string, number>();
  let at = 0;
  const skip = (what: RegExp) => {
    while (at < text.length && what.test(text.charAt(at))) at += 1;
  };
  const word = () => {
    const start = at;
    at += 1;
    while (at < text.length && text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
    at += 1;
    return text.slice(start + 1, at - 1);
  };
  const value = (path: string) => {
    skip(/\s/);
    if (!found.has(path)) found.set(path, at);
    const opening = text.charAt(at);
    if (opening === '"') return void word();
    if (opening !== '{' && opening !== '[') return skip(/[^\s,\]}]/);
    at += 1;
    for (let index = 0; at < text.length; index += 1) {
      skip(/[\s,]/);
      if (at >= text.length || /[\]}]/.test(text.charAt(at))) break;
      if (opening === '[') {
        value(`${path}[${index}]`);
      } else if (text.charAt(at) === '"') {
        const begins = at;
        const name = word();
        skip(/[\s:]/);
        const inner = path === '' ? name : `${path}.${name}`;
        found.set(inner, begins);
        value(inner);
      } else {
        break;
      }
    }
    at += 1;
  };
  value('');
  return found;
}
