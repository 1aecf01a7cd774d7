/** What the privacy officer's page speaks of with customer-profile. */

export interface Look {
  at: string;
  who: string;
  storeId?: string;
  what: string;
  reason: string;
}

export interface Glass {
  id: string;
  customerId: string;
  person: string;
  storeId?: string;
  reason: string;
  at: string;
  until: string;
}

export interface Erasure {
  customers: string[];
  /** Suspected adverse reactions that keep something back. */
  heldFor: string[];
  /** What is kept for them, by the name of its table. */
  held: string[];
}

export interface Verification {
  intact: boolean;
  records: number;
  broken?: { place: number; id?: number; wrong: 'changed' | 'missing' | 'backdated' };
}
