import type { Address, Caregiver, CustomerFile, Phone } from './wire';

/** Particulars as they stand in a form: every field has a text, lists have rows. */
export interface Particulars {
  givenName: string;
  familyName: string;
  preferredName: string;
  pronunciation: string;
  birthDate: string;
  sex: string;
  country: string;
  zone: string;
  /** Tags, best first, with commas between. */
  languages: string;
  windowFrom: string;
  windowTo: string;
  preferredChannel: string;
  loyaltyTier: string;
  email: string;
  wechat: string;
  phones: Phone[];
  addresses: Address[];
  caregivers: Caregiver[];
}

const hour = (time: string | undefined) => time?.slice(0, 5) ?? '';

export function particularsOf(file: CustomerFile): Particulars {
  return {
    givenName: file.givenName,
    familyName: file.familyName ?? '',
    preferredName: file.preferredName ?? '',
    pronunciation: file.pronunciation ?? '',
    birthDate: file.birthDate ?? '',
    sex: file.sex ?? '',
    country: file.country,
    zone: file.zone,
    languages: file.languages.join(', '),
    windowFrom: hour(file.window?.from),
    windowTo: hour(file.window?.to),
    preferredChannel: file.preferredChannel ?? '',
    loyaltyTier: file.loyaltyTier ?? '',
    email: file.email ?? '',
    wechat: file.wechat ?? '',
    // Whether a number is wrong is not the editor's to say.
    phones: file.phones.map(({ wrong: _wrong, ...phone }) => phone),
    addresses: file.addresses,
    caregivers: file.caregivers.map(({ wrong: _wrong, ...caregiver }) => caregiver),
  };
}

/** What is empty is left out: the service takes an empty text for a wrong one. */
export function filled<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== '' && each !== undefined)) as Partial<T>;
}

export function toWire(draft: Particulars): Record<string, unknown> {
  const { windowFrom, windowTo, languages, phones, addresses, caregivers, ...plain } = draft;
  return {
    ...filled(plain),
    languages: languages.split(/[,;\s]+/).filter((tag) => tag !== ''),
    ...(windowFrom === '' && windowTo === '' ? {} : { window: filled({ from: windowFrom, to: windowTo }) }),
    phones: phones.map(filled),
    addresses: addresses.map((address) => ({ ...filled(address), lines: address.lines.filter((line) => line.trim() !== '') })),
    caregivers: caregivers.map(filled),
  };
}
