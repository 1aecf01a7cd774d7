/**
 * What travels between the page and the services. Written by hand after the services' contracts, in one file, so that types
 * generated from contracts/openapi can take its place.
 */

export const dispositions = [
  'no-answer',
  'busy',
  'voicemail-left',
  'line-failed',
  'wrong-number',
  'wrong-person',
  'call-back',
  'done-well',
  'done-problem',
  'handed-to-pharmacist',
  'suspected-adverse-reaction',
  'complaint',
  'declined-today',
  'do-not-call',
  'ended-for-abuse',
  'deceased',
] as const;
export type Disposition = (typeof dispositions)[number];

export const complaintCategories = ['effect', 'price', 'attitude', 'quality', 'wait', 'other'] as const;
export type ComplaintCategory = (typeof complaintCategories)[number];

export const refusalReasons = [
  'do-not-call',
  'consent-withdrawn',
  'consent-not-given',
  'deceased',
  'erased',
  'merged',
  'no-number',
  'child-without-caregiver',
  'customer-unknown',
  'outside-hours',
  'daily-cap',
  'weekly-cap',
  'profile-unavailable',
  'sale-voided',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export type CallState = 'planned' | 'paused' | 'held' | 'done' | 'cancelled' | 'too-late' | 'not-reached' | 'supervisor' | 'held-out';

export type Disclosure = 'nothing' | 'care-calls' | 'everything';

/** Instants are ISO 8601 with offset. */
export interface CallView {
  id: string;
  epoch: number;
  state: CallState;
  /** The subject of who holds it. */
  holder?: string;
  leaseUntil?: string;
  saleId: string;
  customerId: string;
  storeId: string;
  programme: string;
  programmeName: string;
  step: number;
  priority: number;
  reason: string;
  dueAt: string;
  closesAt: string;
  dueExplained?: string;
  attempts: number;
  /** The last line says when to stop the talk and hand over at once. */
  script?: { title: string; lines: string[] };
  /** The language its step is held in; absent where the customer's own counts. */
  language?: string;
  /** What the last attempt found. */
  disposition?: Disposition;
  /** Why it will not be made. */
  cancelReason?: string;
  permitted: boolean;
}

/** What those who met a customer before leave to those who do now. */
export interface TakeCareView {
  note?: string;
  whatHelps?: string;
  /** The last talk that was difficult, in codes. */
  difficult?: { at: string; kinds: string[]; helped: string[] };
}

export interface PermitView {
  number: string;
  callee: {
    name: string;
    /** "self", or how the caregiver is related. */
    relation: string;
    /** BCP 47. */
    language?: string;
    disclose: Disclosure;
    /** What those who met the customer before leave to those who do now. */
    takeCare?: TakeCareView;
  };
  expiresAt: string;
  /** What else to speak of with the customer in the same conversation. */
  topics?: { callId: string; programmeName: string; reason: string }[];
}

/** A value, several values, or a number. */
export type Answered = string | string[] | number;

export interface ScriptQuestion {
  id: string;
  kind: 'one' | 'many' | 'number';
  text: string;
  /** Belongs to the talk as far as it has come. */
  asked: boolean;
  /** Ticked whenever it comes up. */
  watch: boolean;
  options: { value: string; text: string; redFlag: boolean }[];
  min?: number;
  max?: number;
}

export interface ScriptView {
  language: string;
  questions: ScriptQuestion[];
  answers: Record<string, Answered>;
  next?: string;
  redFlags: string[];
  /** What to do now; only with a red flag. */
  emergency?: string[];
  difficult: string[];
}

export interface OutcomeRequest {
  epoch: number;
  disposition: Disposition;
  callBackAt?: string;
  satisfaction?: number;
  complaintCategory?: ComplaintCategory;
  note?: string;
}

export interface Me {
  id: string;
  name: string;
  roles: string[];
  store?: string;
  /** Business time of the answer; a demonstration may run ahead of the wall clock. */
  time: string;
}

export interface StoreView {
  id: string;
  name: string;
  zone: string;
  phone?: string;
}

export interface Page<T> {
  items: T[];
  /** Address of the next page, when there is one. */
  next?: string;
}

/** RFC 9457, with the members the services add. */
export interface ProblemDocument {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  reason?: string;
  service?: string;
  violations?: { field?: string; message?: string }[];
}
