import { fetched } from '../api/client';
import type { Helpful, Incident, Kind, Part } from './wire';

const incidents = '/api/follow-up/incidents';

/** One for each call and agent: said again, it says more. */
export const record = (callId: string, kinds: Kind[], helped: Helpful[]) => fetched<Incident>('POST', incidents, { callId, kinds, helped });

/** Those that happened to me, and whose debrief has not come to its end. */
export const open = async () => (await fetched<{ items: Incident[] }>('GET', `${incidents}?state=open&limit=50`)).items;

export const write = (id: string, part: Part, text: string) => fetched<Incident>('PUT', `${incidents}/${id}/debrief/${part}`, { text });
