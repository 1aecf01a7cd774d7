export const redFlags = ['breathing', 'chest-pain', 'face-swelling', 'bleeding', 'fainting', 'confusion', 'self-harm', 'other'] as const;
export type RedFlag = (typeof redFlags)[number];

export const endings = ['emergency-services', 'sent-to-doctor', 'advised', 'no-emergency', 'line-lost'] as const;
export type Ending = (typeof endings)[number];

export type TransferState = 'waiting' | 'store' | 'supervisor' | 'taken' | 'ended' | 'withdrawn';

/** Instants are ISO 8601 with offset, by the business clock. */
export interface TransferView {
  id: string;
  callId: string;
  customerId: string;
  storeId: string;
  redFlags: string[];
  /** The agent knows where the person is. */
  placeConfirmed: boolean;
  state: TransferState;
  waitingSince: string;
  /** When the store's own people were asked as well. */
  storeAt?: string;
  /** When the supervisor was asked as well. */
  supervisorAt?: string;
  /** The subject of who took over. */
  takenBy?: string;
  takenAt?: string;
  ending?: Ending;
  endedAt?: string;
}
