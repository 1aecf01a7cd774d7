import { fetched, page } from '../api/client';

const root = '/api/follow-up';

/** Somebody at a desk. */
export interface Agent {
  /** The subject of their token. */
  agent: string;
  presence: { state: 'available' | 'break' | 'wrap-up'; reason?: string; since?: string };
  /** Primary subtags of BCP 47; none for any. */
  languages: string[];
  /** Whose customers they serve; with no regions either, all. */
  stores: string[];
  /** Calling regions whose stores they serve besides. */
  regions: string[];
}

export type Profile = Pick<Agent, 'languages' | 'stores' | 'regions'>;

export const parts = ['happened', 'helped', 'colleague', 'supervisor', 'change'] as const;
export type Part = (typeof parts)[number];

/** A conversation that was difficult. */
export interface Incident {
  id: string;
  callId: string;
  agent: string;
  kinds: string[];
  helped: string[];
  happenedAt: string;
  state: 'open' | 'closed';
  debrief: { part: Part; by: string; at: string }[];
  missing: Part[];
  closedAt?: string;
}

export const agents = async () => (await fetched<{ items: Agent[] }>('GET', `${root}/agents`)).items;

export const serve = (agent: string, profile: Profile) =>
  fetched<Profile>('PUT', `${root}/agents/${encodeURIComponent(agent)}/profile`, profile);

export const incidents = (state: Incident['state'], next?: string) => page<Incident>(next ?? `${root}/incidents?state=${state}&limit=50`);

/** The words are sealed in the customer's file; here they can be written, not read. */
export const write = (id: string, part: Part, text: string) =>
  fetched<Incident>('PUT', `${root}/incidents/${id}/debrief/${part}`, { text });

export const close = (id: string) => fetched<Incident>('POST', `${root}/incidents/${id}/close`, {});
