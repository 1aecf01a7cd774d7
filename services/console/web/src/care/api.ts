import { fetched, request } from '../api/client';
import type { Campaign, CareFile, Delivery, Gathering, Offer, Whom } from './wire';

const root = '/api/customer-profile';
const part = encodeURIComponent;
const at = (id: string) => `${root}/customers/${part(id)}`;

export const campaigns = async () => (await fetched<{ items: Campaign[] }>('GET', `${root}/campaigns`)).items;
export const openCampaign = (asked: unknown) => fetched<Campaign>('POST', `${root}/campaigns`, asked);
export const stopCampaign = (id: string) => fetched<Campaign>('POST', `${root}/campaigns/${part(id)}/stop`, {});

/** What lies ahead, the next first. */
export const gatherings = async () => (await fetched<{ items: Gathering[] }>('GET', `${root}/gatherings`)).items;
export const announce = (asked: unknown) => fetched<Gathering>('POST', `${root}/gatherings`, asked);
export const cancelGathering = (id: string) => fetched<Gathering>('POST', `${root}/gatherings/${part(id)}/cancel`, {});

/** How many were asked that had not been before. */
export const invite = async (id: string, whom: Whom) => (await fetched<{ asked: number }>('POST', `${root}/gatherings/${part(id)}/offers`, whom)).asked;
export const signUp = (id: string, customerId: string) => fetched<Offer>('POST', `${root}/gatherings/${part(id)}/sign-ups`, { customerId });

export const care = (customer: string) => fetched<CareFile>('GET', `${at(customer)}/care`);
export const nameAdviser = (customer: string, subject: string) => request('PUT', `${at(customer)}/adviser`, { subject });
export const dismissAdviser = (customer: string) => request('DELETE', `${at(customer)}/adviser`);
export const noteDelivery = (customer: string, delivery: Delivery) => request('PUT', `${at(customer)}/delivery`, { delivery });
export const answerOffer = (id: string, answer: 'accept' | 'decline' | 'attend') => fetched<Offer>('POST', `${root}/care-offers/${part(id)}/${answer}`, {});

/** Names of published segments, for those who may choose one. */
export const segmentNames = async () => {
  const { items } = await fetched<{ items: { name: string; publishedAt?: string }[] }>('GET', `${root}/segments`);
  return [...new Set(items.filter(({ publishedAt }) => publishedAt !== undefined).map(({ name }) => name))];
};

export const stores = async () => (await fetched<{ items: { id: string; name: string; zone: string }[] }>('GET', '/api/sales/stores')).items;
