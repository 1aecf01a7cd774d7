import type { TakeCareView } from '../api/types';

/** A customer's file as it travels between the page and customer-profile. Days are ISO dates, instants have an offset. */

export type Roles = readonly string[];

export const channels = ['call', 'sms', 'email', 'wechat', 'post'] as const;
export type Channel = (typeof channels)[number];

export const purposes = ['care-calls', 'reminders', 'marketing', 'research', 'sharing'] as const;
export type Purpose = (typeof purposes)[number];

export const answers = ['given', 'declined', 'withdrawn'] as const;
export type AnswerState = (typeof answers)[number];

export const sources = ['call', 'counter', 'web', 'paper', 'message'] as const;

export const phoneTypes = ['mobile', 'home', 'work', 'other'] as const;
export const sexes = ['female', 'male', 'other'] as const;
export const uses = ['home', 'work', 'delivery'] as const;
export const disclosures = ['nothing', 'care-calls', 'everything'] as const;

export interface Phone {
  number: string;
  type?: (typeof phoneTypes)[number];
  validFrom?: string;
  validTo?: string;
  /** Somebody else was reached there. */
  wrong?: boolean;
}

export interface Caregiver {
  name: string;
  relation: string;
  phone: string;
  disclose: (typeof disclosures)[number];
  validFrom?: string;
  validTo?: string;
  wrong?: boolean;
}

export interface Address {
  use: (typeof uses)[number];
  lines: string[];
  city: string;
  region?: string;
  postalCode?: string;
  country: string;
}

export interface Allergy {
  atc: string;
  name: string;
}

export interface Condition {
  icd10: string;
  name: string;
  since?: string;
}

export interface LongTermMedicine {
  atc?: string;
  name: string;
  taking?: string;
  since?: string;
}

export interface CustomerFile {
  id: string;
  /** The file's ETag. */
  version: number;
  status: 'active' | 'merged' | 'erased' | 'deceased';
  mergedInto?: string;
  storeId?: string;
  country: string;
  givenName: string;
  familyName?: string;
  preferredName?: string;
  pronunciation?: string;
  birthDate?: string;
  sex?: (typeof sexes)[number];
  allergies: Allergy[];
  conditions: Condition[];
  medicines: LongTermMedicine[];
  takeCare?: TakeCareView;
  languages: string[];
  zone: string;
  window?: { from: string; to: string };
  preferredChannel?: Channel;
  loyaltyTier?: string;
  email?: string;
  wechat?: string;
  addresses: Address[];
  phones: Phone[];
  caregivers: Caregiver[];
  /** It is kept, and not worked with. */
  restricted?: boolean;
  doNotCall: boolean;
}

/** Whom a number belongs to. */
export interface Found {
  id: string;
  status: CustomerFile['status'];
  preferredName: string;
  pronunciation?: string;
  languages: string[];
  doNotCall?: boolean;
  /** The caregiver by whose number the customer was found. */
  heldBy?: { name: string; relation: string };
}

export interface ConsentFile {
  doNotCall: boolean;
  standing: { purpose: Purpose; channel: Channel; state: AnswerState | 'not-asked'; since?: string }[];
  /** Newest first. */
  answers: {
    purpose: Purpose;
    channel: Channel;
    state: AnswerState;
    wording: string;
    at: string;
    source?: string;
    proof?: { reference?: string; text?: string };
    recordedAt: string;
    recordedBy: string;
  }[];
}

/** Said now, by the service's own clock. */
export interface NewAnswer {
  purpose: Purpose;
  channel: Channel;
  state: AnswerState;
  wording: string;
  source: string;
  proof?: { reference?: string; text?: string };
}

export interface Adherence {
  daysCovered: number;
  daysInPeriod: number;
  /** Percent. */
  pdc: number;
  adherent: boolean;
}

export interface Medication {
  asOf: string;
  purchases?: { visits: number; firstOn?: string; lastOn?: string; regular: boolean };
  overall?: Adherence;
  medicines: {
    name: string;
    atc?: string;
    longTerm: boolean;
    packs: number;
    lastOn?: string;
    runsOutOn?: string;
    earlyRefills: number;
    lateRefills: number;
    adherence?: Adherence;
  }[];
}

export const kinds = ['sale', 'contact', 'outcome', 'complaint', 'answer', 'consent'] as const;
export type Kind = (typeof kinds)[number];

export interface Entry {
  at: string;
  kind: Kind;
  sourceId: string;
  storeId?: string;
  state: string;
  detail?: Record<string, string>;
}
