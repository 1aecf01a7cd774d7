import { fetched, Refused, request } from '../api/client';
import type { Edition, Experiment, InForce, Life, Replanned, Simulation } from './wire';

const root = '/api/follow-up';
const of = (key: string) => `${root}/programmes/${encodeURIComponent(key)}`;

/** Those in force, by key. */
export const programmes = async () => (await fetched<{ items: InForce[] }>('GET', `${root}/programmes`)).items;

export const life = (key: string) => fetched<Life>('GET', of(key));

/**
 * A draft that has moved on since it was read is not overwritten (412), and neither is one that somebody else began meanwhile.
 *
 * @param seen the revision that was read; undefined where there was no draft
 */
export async function draft(key: string, written: unknown, seen: number | undefined): Promise<Edition> {
  // No header says that there is none yet.
  if (seen === undefined && (await hasDraft(key))) throw new Refused(412, { type: 'urn:aftercare:problem:draft-changed', title: 'Somebody began a draft meanwhile.' });
  return fetched<Edition>('PUT', `${of(key)}/draft`, written, seen);
}

async function hasDraft(key: string): Promise<boolean> {
  try {
    return (await life(key)).versions.some(({ state }) => state === 'draft');
  } catch (failure) {
    if (failure instanceof Refused && failure.status === 404) return false;
    throw failure;
  }
}

export const discard = (key: string) => request('DELETE', `${of(key)}/draft`);

export const simulate = (key: string, days: number) => fetched<Simulation>('POST', `${of(key)}/simulate`, { days });

export const publish = (key: string, revision: number) => fetched<Edition>('POST', `${of(key)}/publish`, { revision });

export type Turn = 'pause' | 'resume' | 'retire';

export const turn = (key: string, what: Turn) => request('POST', `${of(key)}/${what}`);

/** So many calls at a time, so that no answer is waited for too long. */
const batch = 2_000;

export const replan = (preview: boolean, programme: string | undefined, after: string | undefined) =>
  fetched<Replanned>('POST', `${root}/replans`, {
      preview,
      limit: batch,
      ...(programme === undefined ? {} : { programme }),
      ...(after === undefined ? {} : { after }),
    });

export const experiments = async () => (await fetched<{ items: Experiment[] }>('GET', `${root}/experiments`)).items;

export const approve = (name: string, sharePercent: number) =>
  fetched<Experiment>('PUT', `${root}/experiments/${encodeURIComponent(name)}/approval`, { sharePercent });

export const end = (name: string) => fetched<Experiment>('DELETE', `${root}/experiments/${encodeURIComponent(name)}/approval`);
