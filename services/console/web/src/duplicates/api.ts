import { fetched, request } from '../api/client';
import type { Merge, Pair, SideBySide } from './wire';

const root = '/api/customer-profile';
const part = encodeURIComponent;

/** @param cursor where to go on, as the page before says; a page may hold nothing and still not be the last */
export const pairs = (minScore: number, cursor: string | undefined) =>
  fetched<{ items: Pair[]; next?: string }>('GET', `${root}/duplicates?minScore=${minScore}&limit=50${cursor === undefined ? '' : `&cursor=${part(cursor)}`}`);

export const compare = (id: string, other: string) => fetched<SideBySide>('GET', `${root}/duplicates/${part(id)}/${part(other)}`);

export const deny = (id: string, other: string) => request('PUT', `${root}/duplicates/${part(id)}/${part(other)}/denied`);

/** Both as they were looked at. */
export const merge = (survivor: { id: string; version: number }, merged: { id: string; version: number }) =>
  fetched<Merge>('POST', `${root}/merges`, { survivor: survivor.id, survivorVersion: survivor.version, merged: merged.id, mergedVersion: merged.version });

export const undo = (id: string) => fetched<Merge>('POST', `${root}/merges/${part(id)}/undo`, {});
