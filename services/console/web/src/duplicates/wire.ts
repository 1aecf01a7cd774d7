import type { CustomerFile } from '../customers/wire';

/** What is told of a person to look at a pair: enough to tell whether it is worth comparing. */
export interface Brief {
  id: string;
  version: number;
  givenName: string;
  familyName?: string;
  birthDate?: string;
  storeId?: string;
}

export interface Pair {
  /** Percent. */
  score: number;
  reasons: string[];
  one: Brief;
  other: Brief;
}

export interface SideBySide {
  score: number;
  reasons: string[];
  /** Names of the fields in which the files say different things. */
  differing: string[];
  one: CustomerFile;
  other: CustomerFile;
}

export interface Merge {
  id: string;
  survivor: string;
  merged: string;
  mergedAt: string;
  undoUntil: string;
  undoneAt?: string;
}
