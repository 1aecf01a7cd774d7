import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import * as api from './api';
import type { Rule } from './rule';

/** Long enough for a number to be typed, short enough to feel live. In milliseconds. */
const rest = 350;

/** How many customers the rule takes in, asked when its writer pauses. */
export function useCount(rule: Rule | undefined) {
  const wanted = rule === undefined ? undefined : JSON.stringify(rule);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), rest);
    return () => clearTimeout(timer);
  }, [wanted]);
  const count = useQuery({
    queryKey: ['segment-count', asked],
    queryFn: () => api.count(JSON.parse(asked ?? '') as Rule),
    enabled: asked !== undefined,
    staleTime: 30_000,
  });
  return { ...count, isOld: asked !== wanted || count.isFetching };
}
