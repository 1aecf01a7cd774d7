import { fetched, page } from '../api/client';
import type { Page } from '../api/types';
import type { Helpful, Incident, Kind, Part } from './wire';

const incidents = '/api/follow-up/incidents';

/** One for each call and agent: said again, it says more. */
export const record = (callId: string, kinds: Kind[], helped: Helpful[]) => fetched<Incident>('POST', incidents, { callId, kinds, helped });

/** Those that happened to me, and whose debrief has not come to its end; whoever also supervises is told of everybody's. */
export async function open(me: string): Promise<Incident[]> {
  const mine: Incident[] = [];
  let address: string | undefined = `${incidents}?state=open&limit=200`;
  while (address !== undefined) {
    const { items, next }: Page<Incident> = await page<Incident>(address);
    mine.push(...items.filter(({ agent }) => agent === me));
    address = next;
  }
  return mine;
}

export const write = (id: string, part: Part, text: string) =>
  fetched<Incident>('PUT', `${incidents}/${encodeURIComponent(id)}/debrief/${part}`, { text });
