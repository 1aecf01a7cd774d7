export const kinds = ['shouting', 'insult', 'threat', 'discrimination', 'sexual', 'distress', 'other'] as const;
export type Kind = (typeof kinds)[number];

export const helpful = ['let-them-finish', 'speak-slowly', 'apology', 'clear-offer', 'other-language', 'pharmacist', 'caregiver', 'another-time'] as const;
export type Helpful = (typeof helpful)[number];

export const parts = ['happened', 'helped', 'colleague', 'supervisor', 'change'] as const;
export type Part = (typeof parts)[number];

/** What only the one it happened to can tell. */
export const ownParts = ['happened', 'helped'] as const satisfies readonly Part[];

export interface Incident {
  id: string;
  callId: string;
  /** The subject of the one it happened to. */
  agent: string;
  kinds: string[];
  helped: string[];
  happenedAt: string;
  state: 'open' | 'closed';
  /** The parts that were written; their words are sealed in the customer's file. */
  debrief: { part: string; at: string }[];
  missing: string[];
}
