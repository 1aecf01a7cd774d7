export const reporters = ['patient', 'caregiver', 'pharmacist', 'physician', 'other-professional'] as const;
export type Reporter = (typeof reporters)[number];

export const harms = [
  'nausea',
  'diarrhoea',
  'stomach-pain',
  'rash',
  'dizziness',
  'headache',
  'tiredness',
  'cough',
  'bruising',
  'bleeding',
  'low-sugar',
  'breathing',
  'chest-pain',
  'face-swelling',
  'fainting',
  'confusion',
  'fall',
  'no-effect',
  'other',
] as const;
export type Harm = (typeof harms)[number];

export const results = ['recovered', 'recovering', 'not-recovered', 'recovered-with-consequences', 'fatal', 'unknown'] as const;
export type Result = (typeof results)[number];

export const criteria = ['death', 'life-threatening', 'hospitalisation', 'disability', 'birth-defect', 'other-important'] as const;
export type Criterion = (typeof criteria)[number];

export interface Suspect {
  system: string;
  code: string;
  name?: string;
  atc?: string;
}

/** A medicine that we sold to the customer. */
export interface Sold {
  medicine: Suspect;
  /** By the store's clock. */
  lastSold: string;
  highAlert: boolean;
}

export interface NewReaction {
  id: string;
  callId: string;
  reporter?: Reporter;
  events: Harm[];
  onset?: string;
  result?: Result;
  criteria: Criterion[];
  suspects: { system: string; code: string }[];
  description?: string;
}

export const reactionStates = ['open', 'assessed', 'reported', 'withdrawn'] as const;
export type ReactionState = (typeof reactionStates)[number];

export const naranjoAnswers = ['yes', 'no', 'unknown'] as const;
export type NaranjoAnswer = (typeof naranjoAnswers)[number];

export type Causality = 'definite' | 'probable' | 'possible' | 'doubtful';

export interface ReactionView {
  id: string;
  /** Grows with every change. */
  version: number;
  state: ReactionState;
  customerId: string;
  callId?: string;
  storeId?: string;
  reporter: Reporter;
  events: Harm[];
  onset?: string;
  result: Result;
  serious: boolean;
  criteria: Criterion[];
  suspects: Suspect[];
  /** The description, in the customer's file. */
  noteId?: string;
  recordedAt: string;
  /** Until when the authority must have been told. */
  dueAt: string;
  /** When it came to the supervisor's list. */
  escalatedAt?: string;
  answers?: Record<string, NaranjoAnswer>;
  score?: number;
  causality?: Causality;
  assessedAt?: string;
  /** The authority's number. */
  reference?: string;
  reportedAt?: string;
}

/** One item of the causality score, with its points. */
export interface NaranjoItem {
  number: number;
  text: string;
  yes: number;
  no: number;
}
