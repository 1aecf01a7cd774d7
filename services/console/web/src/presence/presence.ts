import { fetched } from '../api/client';

export const breaks = ['rest', 'meal', 'recover', 'training', 'meeting', 'technical', 'other'] as const;
export type BreakReason = (typeof breaks)[number];

export type PresenceState = 'available' | 'break' | 'wrap-up';

export interface Presence {
  state: PresenceState;
  /** With a break and only then. */
  reason?: BreakReason;
  /** By the business clock; absent while nothing was said. */
  since?: string;
}

const mine = '/api/follow-up/agents/me/state';

export const current = () => fetched<Presence>('GET', mine);

export const say = ({ state, reason }: Presence) => fetched<Presence>('PUT', mine, { state, ...(reason === undefined ? {} : { reason }) });
