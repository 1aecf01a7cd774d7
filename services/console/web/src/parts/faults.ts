import { createContext, useContext } from 'react';
import { Refused } from '../api/client';

/** What a refusal says, by the path of the field it says it of. */
export function faultsOf(failure: unknown): ReadonlyMap<string, string> {
  const faults = new Map<string, string>();
  if (!(failure instanceof Refused)) return faults;
  for (const { field, message } of failure.problem.violations ?? []) {
    if (field !== undefined && message !== undefined && !faults.has(field)) faults.set(field, message);
  }
  return faults;
}

export const Faults = createContext<ReadonlyMap<string, string>>(new Map());

export const useFault = (path: string) => useContext(Faults).get(path);
