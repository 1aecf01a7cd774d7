/** Programmes as the follow-up service writes them; docs/programmes.md says what each part means. */

export type Trigger =
  | { all: Trigger[] }
  | { any: Trigger[] }
  | { sale: string }
  | { line: string }
  | { atc: string[] }
  | { 'days-supply': { from?: number; to?: number } }
  | { age: { below?: number; over?: number } }
  | { segment: string }
  | { event: string }
  | { calendar: string };

export type Offset =
  | { 'hours-before-next-morning': number }
  | { day: number }
  | { 'days-from-supply-end': number }
  | { 'days-from-refill-due': number };

export interface Step {
  number: number;
  after: Offset;
  hours: { opens: string; dueUntil: string; closes: string };
  /** "preferred" is what the customer likes best, of message and call. */
  channel: 'call' | 'message' | 'in-person' | 'preferred';
  skill: 'agent' | 'pharmacist';
  priority: number;
  /** It is held in this language, whatever the customer's own is. */
  language?: string;
}

/** All of a programme but its key and version: what a draft is written in. */
export interface Written {
  name: string;
  because?: string;
  trigger: Trigger;
  care?: boolean;
  'last-resort'?: boolean;
  retry?: { attempts?: number; minutes?: Record<string, number> };
  cap?: { answered: number; days: number };
  'expires-after-days'?: number;
  experiment?: string;
  steps: Step[];
  script: { title: string; lines: string[]; 'red-flag': string };
}

export interface Programme extends Written {
  key: string;
  version: number;
}

export interface InForce {
  programme: Programme;
  publishedAt: string;
  pausedSince?: string;
}

export interface Edition {
  state: 'draft' | 'published' | 'retired';
  /** Grows with every change of a draft. */
  revision: number;
  programme: Programme;
  publishedAt?: string;
  retiredAt?: string;
}

/** A programme with all its versions, oldest first, and what was done to it, newest first. */
export interface Life {
  key: string;
  pausedSince?: string;
  versions: Edition[];
  actions: { version?: number; action: string; who: string; at: string }[];
}

export interface Simulation {
  from: string;
  to: string;
  sales: number;
  complete: boolean;
  calls: number;
  messages: number;
  said: string;
  skills: { skill: string; calls: number; hours: number }[];
  days: { date: string; skill: string; contacts: number }[];
  /** What the past cannot tell, a sentence each. */
  notCounted: string[];
}

export interface Moves {
  kept: number;
  earlier: number;
  later: number;
  cancelled: number;
  /** Made as a message instead of a call, or the other way round. */
  rerouted: number;
}

export interface Replanned {
  looked: number;
  programmes: Record<string, Moves>;
  next?: string;
}

export interface Experiment {
  name: string;
  runs: boolean;
  sharePercent: number;
  approvedBy: string;
  approvedAt: string;
  endedBy?: string;
  endedAt?: string;
}
