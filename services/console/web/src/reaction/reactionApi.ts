import { fetched, page } from '../api/client';
import type { Criterion, NaranjoAnswer, NaranjoItem, NewReaction, ReactionState, ReactionView, Sold } from './wire';

const reactions = '/api/follow-up/reactions';

export const suspects = async (call: string) => (await fetched<{ items: Sold[] }>('GET', `/api/follow-up/calls/${call}/suspects`)).items;

/** The same again is the same suspicion. */
export const record = (said: NewReaction) => fetched<ReactionView>('POST', reactions, said);

export const list = (state: ReactionState, escalated: boolean, next?: string) =>
  page<ReactionView>(next ?? `${reactions}?state=${state}${escalated ? '&escalated=true' : ''}&limit=50`);

export const one = (id: string) => fetched<ReactionView>('GET', `${reactions}/${id}`);

export const items = async () => (await fetched<{ items: NaranjoItem[] }>('GET', `${reactions}/causality-items`)).items;

export const assess = (id: string, answers: Record<string, NaranjoAnswer>, criteria: Criterion[]) =>
  fetched<ReactionView>('PUT', `${reactions}/${id}/assessment`, { answers, criteria });

export const report = (id: string, reference: string) => fetched<ReactionView>('POST', `${reactions}/${id}/report`, { reference });

export const withdraw = (id: string) => fetched<ReactionView>('POST', `${reactions}/${id}/withdraw`, {});

export const exported = (id: string) => fetched<unknown>('GET', `${reactions}/${id}/export`);

export interface Note {
  id: string;
  writtenAt: string;
  text: string;
}

/** What was written of a customer in calls; who reads it is recorded. */
export const notes = async (customer: string) => (await fetched<{ items: Note[] }>('GET', `/api/customer-profile/customers/${customer}/notes`)).items;
