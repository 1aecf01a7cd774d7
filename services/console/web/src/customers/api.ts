import { fetched, page, request } from '../api/client';
import type { ConsentFile, CustomerFile, Entry, Found, Kind, Medication, NewAnswer } from './wire';
import type { Sought } from './sought';

const customers = '/api/customer-profile/customers';
const at = (id: string) => `${customers}/${encodeURIComponent(id)}`;

/** Families share numbers: there may be several. */
export const find = async (sought: Exclude<Sought, { id: string }>) =>
  (await fetched<{ customers: Found[] }>('POST', `${customers}/search`, sought)).customers;

export const file = (id: string) => fetched<CustomerFile>('GET', at(id));

/** @param seen the version that was edited; 412 when it is not the present one any more */
export const correct = (id: string, particulars: unknown, seen: number) => request('PUT', at(id), particulars, seen);

/** @param part allergies, conditions or medicines, replaced whole */
export const replace = (id: string, part: string, body: unknown, seen: number) => request('PUT', `${at(id)}/${part}`, body, seen);

export const takeCare = (id: string, said: { note: string; whatHelps?: string }) => request('PUT', `${at(id)}/take-care`, said);

export const liftTakeCare = (id: string) => request('DELETE', `${at(id)}/take-care`);

export const consents = (id: string) => fetched<ConsentFile>('GET', `${at(id)}/consents`);

export const answer = (id: string, said: NewAnswer) => request('PUT', `${at(id)}/consents`, said);

/** @param days of the period of adherence, or "all" */
export const medication = (id: string, days: string) => fetched<Medication>('GET', `${at(id)}/medication?days=${days}`);

export const timeline = (id: string, kind: Kind | undefined, next: string | undefined) =>
  page<Entry>(next ?? `${at(id)}/timeline?limit=30${kind === undefined ? '' : `&kind=${kind}`}`);

/** Those the chain has stores in, the most stores first. */
export async function countries(): Promise<string[]> {
  const { items } = await fetched<{ items: { country: string }[] }>('GET', '/api/sales/stores');
  const counted = new Map<string, number>();
  for (const { country } of items) counted.set(country, (counted.get(country) ?? 0) + 1);
  return [...counted].sort(([, one], [, other]) => other - one).map(([country]) => country);
}
