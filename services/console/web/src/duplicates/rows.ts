import type { CustomerFile } from '../customers/wire';

/** A line of the comparison: what each file says of one thing, as lines of text. */
export interface Row {
  field: string;
  one: string[];
  other: string[];
  differs: boolean;
}

const texts: Record<string, (file: CustomerFile) => (string | undefined)[]> = {
  givenName: (file) => [file.givenName],
  familyName: (file) => [file.familyName],
  preferredName: (file) => [file.preferredName],
  pronunciation: (file) => [file.pronunciation],
  birthDate: (file) => [file.birthDate],
  sex: (file) => [file.sex],
  phones: (file) => file.phones.map(({ number }) => number),
  email: (file) => [file.email],
  wechat: (file) => [file.wechat],
  addresses: (file) => file.addresses.map(({ lines, postalCode, city, country }) => [...lines, [postalCode, city].filter(Boolean).join(' '), country].join(', ')),
  caregivers: (file) => file.caregivers.map(({ name, relation, phone }) => `${name} (${relation}) ${phone}`),
  allergies: (file) => file.allergies.map(({ atc, name }) => `${name} (${atc})`),
  conditions: (file) => file.conditions.map(({ icd10, name }) => `${name} (${icd10})`),
  medicines: (file) => file.medicines.map(({ name }) => name),
  languages: (file) => [file.languages.join(', ')],
  zone: (file) => [file.zone],
  country: (file) => [file.country],
  loyaltyTier: (file) => [file.loyaltyTier],
  storeId: (file) => [file.storeId],
};

/** Differences first; what neither says is left out. */
export function rowsOf(one: CustomerFile, other: CustomerFile): Row[] {
  const rows = Object.entries(texts).map(([field, say]): Row => {
    const [first, second] = [one, other].map((file) => say(file).filter((text): text is string => text !== undefined && text !== ''));
    return { field, one: first ?? [], other: second ?? [], differs: JSON.stringify(first) !== JSON.stringify(second) };
  });
  const said = rows.filter((row) => row.one.length > 0 || row.other.length > 0);
  return [...said.filter(({ differs }) => differs), ...said.filter(({ differs }) => !differs)];
}
