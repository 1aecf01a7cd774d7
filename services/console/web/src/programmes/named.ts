import type { Experiment, InForce } from './wire';

export interface Named {
  name: string;
  /** Names of the programmes in force that take part. */
  programmes: string[];
  /** Absent while nobody has ever answered for it. */
  stands?: Experiment;
}

/** Every experiment that was approved, and every one that a programme names. */
export function named(approved: readonly Experiment[], inForce: readonly InForce[]): Named[] {
  const names = new Set([...approved.map(({ name }) => name), ...inForce.flatMap(({ programme }) => programme.experiment ?? [])]);
  return [...names].sort().map((name) => {
    const stands = approved.find((one) => one.name === name);
    const programmes = inForce.filter(({ programme }) => programme.experiment === name).map(({ programme }) => programme.name);
    return { name, programmes, ...(stands === undefined ? {} : { stands }) };
  });
}
