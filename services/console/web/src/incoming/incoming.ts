import { fetched, Refused } from '../api/client';
import type { CallView } from '../api/types';

/** Somebody who rang us, as far as one needs to know to greet them. Lives as long as the page: it is kept nowhere. */
export interface Rang {
  name: string;
  /** BCP 47. */
  language?: string;
}

/** What an agent is shown of somebody found by their number. */
export interface Found {
  id: string;
  status?: string;
  preferredName: string;
  languages?: string[];
  heldBy?: { name: string; relation: string };
}

export const find = async (phone: string, country: string) =>
  (await fetched<{ customers: Found[] }>('POST', '/api/customer-profile/customers/search', { phone, country })).customers.filter(
    ({ status }) => status !== 'erased' && status !== 'merged',
  );

/** Their open call, else a new one; held by me. Again, it is the same. Of somebody who never bought, the store they speak of is needed. */
export const take = (customerId: string, storeId?: string) =>
  fetched<CallView>('POST', '/api/follow-up/calls/incoming', storeId === undefined ? { customerId } : { customerId, storeId });

/** Who is on the line: whose phone it is, where that is another. */
export const rangBy = ({ preferredName, languages, heldBy }: Found): Rang => ({
  name: heldBy?.name ?? preferredName,
  ...(languages?.[0] === undefined ? {} : { language: languages[0] }),
});

export const countries = ['TH', 'CN', 'US', 'GB', 'HK', 'SG', 'DE'] as const;

const settings = 'aftercare.incoming.country';

/** Where numbers without a country code belong: as chosen last, else as the browser's region says. */
export function countryOf(storage: Storage, language: string): string {
  const kept = storage.getItem(settings);
  if (kept !== null && /^[A-Z]{2}$/.test(kept)) return kept;
  try {
    return new Intl.Locale(language).maximize().region ?? 'US';
  } catch {
    return 'US';
  }
}

export const keepCountry = (storage: Storage, country: string) => storage.setItem(settings, country);

/** Why the call cannot be taken, by a name that there are words for. */
export function whyNot(failure: Error): 'not-known' | 'no-sale' | 'customer-in-call' | 'agent-busy' | undefined {
  if (!(failure instanceof Refused)) return undefined;
  if (failure.status === 404) return 'not-known';
  if (failure.status === 400) return 'no-sale';
  return (['customer-in-call', 'agent-busy'] as const).find((name) => name === failure.name);
}
