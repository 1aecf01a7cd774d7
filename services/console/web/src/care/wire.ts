import type { Channel } from '../customers/wire';

export const campaignKinds = ['seasonal', 'birthday', 'delivery'] as const;
export const gatheringKinds = ['talk', 'group'] as const;
export const deliveries = ['home', 'pick-up', 'locker'] as const;
export type Delivery = (typeof deliveries)[number];

/** Whom an offer concerns; what is absent asks for nothing. */
export interface Whom {
  storeId?: string;
  ageFrom?: number;
  ageBelow?: number;
  segment?: string;
  channel?: Channel;
}

export interface Campaign extends Whom {
  id: string;
  kind: (typeof campaignKinds)[number];
  messageKey: string;
  startsOn: string;
  endsOn: string;
  openedAt: string;
  stoppedAt?: string;
}

export interface Gathering {
  id: string;
  kind: (typeof gatheringKinds)[number];
  messageKey: string;
  storeId: string;
  place: string;
  startsAt: string;
  capacity: number;
  taken: number;
  cancelledAt?: string;
}

export interface Offer {
  id: string;
  state: 'offered' | 'accepted' | 'declined' | 'attended' | 'withdrawn';
  kind: string;
  messageKey?: string;
  gatheringId?: string;
  storeId?: string;
  onDate?: string;
  startsAt?: string;
  expiresOn?: string;
}

export interface CareFile {
  adviser?: string;
  delivery?: Delivery;
  offers: Offer[];
}

/** An audience as it stands in a form. */
export interface WhomDraft {
  storeId: string;
  ageFrom: string;
  ageBelow: string;
  segment: string;
  channel: string;
}

export const everybody: WhomDraft = { storeId: '', ageFrom: '', ageBelow: '', segment: '', channel: '' };

export function whomOf({ ageFrom, ageBelow, ...texts }: WhomDraft): Whom {
  const said = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
  return { ...said, ...(ageFrom === '' ? {} : { ageFrom: Number(ageFrom) }), ...(ageBelow === '' ? {} : { ageBelow: Number(ageBelow) }) };
}
