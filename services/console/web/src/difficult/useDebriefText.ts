import { useState } from 'react';
import type { Part } from './wire';

/** What a user types for a part of a debrief outlives a reload and a window that closes; the log-out takes it away with all drafts. */
export function useDebriefText(user: string, incident: string, part: Part): [string, (typed: string) => void] {
  const key = `aftercare.draft.${user}.debrief.${incident}.${part}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  return [
    text,
    (typed) => {
      if (typed === '') sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, typed);
      setText(typed);
    },
  ];
}
