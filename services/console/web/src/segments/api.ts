import { fetched } from '../api/client';
import type { Edition, Rule } from './rule';

const segments = '/api/customer-profile/segments';
const part = encodeURIComponent;

/** Every edition of every segment. */
export const editions = async () => (await fetched<{ items: Edition[] }>('GET', segments)).items;

/** How many customers a rule takes in as things stand. */
export const count = async (rule: Rule) => (await fetched<{ customers: number }>('POST', `${segments}/preview`, { rule })).customers;

export const draft = (name: string, title: string, rule: Rule) => fetched<Edition>('PUT', `${segments}/${part(name)}/draft`, { title, rule });

/** @param version of the draft that was seen */
export const publish = (name: string, version: number) => fetched<Edition>('POST', `${segments}/${part(name)}/publish`, { version });
