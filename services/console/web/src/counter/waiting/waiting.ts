import { fetched, request } from '../../api/client';

/** Something to say at the counter. */
export interface Contact {
  id: string;
  title: string;
  lines: string[];
  /** Last instant at which it is still worth saying. */
  until: string;
}

/** A customer whom no number reaches. */
export interface NumberRequest {
  customerId: string;
  askedAt: string;
}

const house = '/api/follow-up';

export const inPerson = async (customer: string) =>
  (await fetched<{ items: Contact[] }>('GET', `${house}/in-person?customerId=${encodeURIComponent(customer)}`)).items;

export const said = (id: string) => fetched<Contact>('POST', `${house}/in-person/${id}/done`, {});

export const numberRequests = async () => (await fetched<{ items: NumberRequest[] }>('GET', `${house}/number-requests`)).items;

export const closeNumberRequest = (customer: string) => request('POST', `${house}/number-requests/${customer}/close`, {});
