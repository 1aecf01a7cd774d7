/** What travels between the counter page and the services. What a service may not know yet is optional here. */

import type { TakeCareView } from '../api/types';

export interface Store {
  id: string;
  name: string;
  zone: string;
  /** ISO 3166-1 alpha-2: whose numbering plan a phone without a country code follows. */
  country: string;
  currency: string;
  phone?: string;
  languages?: string[];
}

export interface Card {
  id: string;
  status?: 'active' | 'merged' | 'erased' | 'deceased';
  preferredName: string;
  /** How the name is said. */
  pronunciation?: string;
  /** BCP 47, best first. */
  languages?: string[];
  doNotCall?: boolean;
  /** The caregiver by whose phone the customer was found. */
  heldBy?: { name: string; relation: string };
  allergies?: { atc?: string; name?: string }[];
  dueRefills?: { name?: string; product?: { name?: string }; dueOn?: string; dueAt?: string }[];
  /** The store's date of the last purchase that counts. */
  lastVisit?: string;
  /** The subject of the customer's own adviser among the staff. */
  adviser?: string;
  /** What those who met the customer before leave to those who do now. */
  takeCare?: TakeCareView;
  /** Days until the birthday, 0 today; absent where it is not near. */
  birthdayIn?: number;
  /** What matters today, the weightiest first. */
  today?: string[];
  openComplaint?: boolean | { category?: string; openedAt?: string };
}

export interface Product {
  system: string;
  code: string;
  name: string;
  strength?: string;
  form?: string;
  atc?: string;
  prescription?: boolean;
  daysSupply?: number;
  highAlert?: boolean;
}

export interface Scan {
  /** Absent where the code holds a national number alone. */
  gtin?: string;
  codes?: { system: string; code: string }[];
  batch?: string;
  expiry?: string;
  serial?: string;
  product?: Product;
}

export const asks = ['symptoms', 'allergies', 'other-medicines'] as const;
export type Asked = (typeof asks)[number];

export const tells = ['dose', 'time-of-day', 'side-effects', 'food'] as const;
export type Told = (typeof tells)[number];

export const buyers = ['self', 'caregiver', 'other'] as const;
export type Buyer = (typeof buyers)[number];

export interface NewLine {
  product: { system: string; code: string; name: string; form?: string; strength?: string };
  quantity: number;
  unitPrice: number;
  daysSupply?: number;
  prescription: boolean;
  brandSwitch?: boolean;
  batch?: string;
  expiry?: string;
  directions?: string;
}

export interface NewSale {
  clientSaleId: string;
  /** With the offset of the store's clock. */
  occurredAt: string;
  customerId?: string;
  buyer: Buyer;
  lines: NewLine[];
  currency: string;
  counselling?: { asked: Asked[]; told: Told[]; by?: string; declined?: boolean };
  flags?: 'missed-dose-risk'[];
  /** All that were shown, acknowledged or not. */
  warnings?: { line: number; allergy: string }[];
  acknowledgedWarnings?: { line: number; allergy: string; by: string }[];
}

export interface SaleView {
  id: string;
  clientSaleId: string;
  total?: number;
  currency?: string;
}

/** A sale as the store looks back at it. */
export interface Sold {
  id: string;
  clientSaleId: string;
  status: 'completed' | 'returned' | 'voided';
  /** With the offset of the store's clock. */
  occurredAt: string;
  lines: SoldLine[];
  currency: string;
  total: number;
  marks?: { unacknowledgedWarning?: boolean };
}

export interface SoldLine {
  /** From 1. */
  line: number;
  product: { name: string; strength?: string };
  /** Packs sold, and how many of them came back. */
  quantity: number;
  returned: number;
}

export interface NewReturn {
  /** The same again is the same return. */
  clientReturnId: string;
  /** All that is left where absent. */
  lines?: { line: number; quantity: number }[];
  reason: string;
}

export interface NewCustomer {
  id: string;
  country: string;
  givenName: string;
  birthDate?: string;
  languages?: string[];
  zone: string;
  phones: { number: string; type: 'mobile' }[];
  consents: { purpose: 'care-calls'; channel: 'call'; state: 'given' | 'declined'; wording: string; at: string; source?: 'counter' }[];
}

export interface NewPreview {
  customerId?: string;
  occurredAt: string;
  buyer: Buyer;
  lines: NewLine[];
  allergies?: { atc: string; name?: string }[];
}

export interface Warning {
  /** From 1. */
  line: number;
  /** The ATC class that the customer does not bear. */
  allergy: string;
  product?: string;
  text: string;
}

export const marks = ['firstPurchase', 'lateEvening', 'missedDoseRisk', 'brandSwitch', 'buyerIsNotPatient'] as const;

export interface Preview {
  marks?: Partial<Record<(typeof marks)[number], boolean>>;
  checklist?: { ask?: Asked[]; tell?: { topic: Told; lines?: number[]; text?: string }[] };
  points?: { line: number; text: string }[];
  warnings?: Warning[];
}

export interface Receipt {
  url: string;
  pdfUrl: string;
  language?: string;
  expiresAt: string;
}

export const requestKinds = ['delivery', 'decoction', 'priority-dispensing', 'online-consultation'] as const;
export type RequestKind = (typeof requestKinds)[number];

export interface ServiceRequest {
  id: string;
  kind: RequestKind;
  state: 'open' | 'under-way' | 'done' | 'cancelled';
  saleId?: string;
  customerId?: string;
  promisedAt: string;
  overdue?: boolean;
}

export interface NewRequest {
  /** The same again is the same request. */
  clientRequestId: string;
  kind: RequestKind;
  /** The customer is the sale's. */
  saleId: string;
  promisedAt: string;
}

export interface Violation {
  field?: string;
  message?: string;
}

export interface DayReport {
  date: string;
  zone?: string;
  sales: number;
  returned?: number;
  voided?: number;
  totals?: { currency: string; total: number }[];
  recognised: number;
  anonymous?: number;
  counselled: number;
  counsellingDeclined?: number;
  /** Between 0 and 1. */
  counsellingRate?: number;
  /** Sales at which a warning was shown and not acknowledged. */
  unacknowledged?: { saleId: string; clientSaleId: string; occurredAt: string }[];
  /** Known by its number, or by its place in what was uploaded where none could be read. */
  refused?: { clientSaleId?: string; line?: number; at: string; problem: { title?: string; detail?: string; violations?: Violation[] } }[];
}
