import { download, fetched, page, request } from '../api/client';
import type { Erasure, Glass, Look, Verification } from './wire';

const root = '/api/customer-profile';
const at = (id: string) => `${root}/customers/${encodeURIComponent(id)}`;

/** Who saw this customer's data, newest first. */
export const looks = (id: string, next?: string) => page<Look>(next ?? `${root}/access-log?customer=${encodeURIComponent(id)}&limit=50`);

/** Whether the records of reading still hang together. */
export const verification = () => fetched<Verification>('GET', `${root}/access-log/verification`);

export const glasses = (customer: string | undefined, next?: string) =>
  page<Glass>(next ?? `${root}/broken-glass?limit=50${customer === undefined ? '' : `&customerId=${encodeURIComponent(customer)}`}`);

/** Everything, as an archive; the browser keeps it as a file. */
export const bundle = (id: string) => download(`${at(id)}/export`, 'application/zip');

export const restrict = (id: string, restricted: boolean) => request('PUT', `${at(id)}/restriction`, { restricted });

export const erase = (id: string) => fetched<Erasure>('DELETE', at(id));

export const release = (id: string, reaction: string) => request('DELETE', `${at(id)}/legal-holds/${encodeURIComponent(reaction)}`);
