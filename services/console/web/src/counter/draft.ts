import { uuid } from './ids';
import { priceOf } from './money';
import type { Asked, Buyer, Card, NewCustomer, NewLine, NewSale, Product, SaleView, Scan, Told, Warning } from './wire';

/** Sale and customer as they come into being at the counter; kept in the tab, so that a reload loses nothing. */
export interface Line {
  /** The page's own, for as long as the line is in the basket. */
  key: string;
  system: string;
  code: string;
  name: string;
  strength: string;
  form: string;
  quantity: number;
  /** As typed. */
  price: string;
  prescription: boolean;
  brandSwitch: boolean;
  batch: string;
  expiry: string;
  directions: string;
  daysSupply: string;
  /** Not in the catalogue: its name is typed. */
  uncatalogued: boolean;
}

export type Who =
  | { kind: 'open' }
  | { kind: 'anonymous' }
  | { kind: 'known'; id: string; name: string; languages: string[]; heldBy?: string }
  | { kind: 'new'; id: string; name: string; languages: string[] };

export interface Form {
  /** The customer's id, made here, so that registering twice is registering once. */
  id: string;
  name: string;
  phone: string;
  birthDate: string;
  language: string;
  /** Empty while nobody has asked. */
  consent: '' | 'given' | 'declined';
  /** When they answered, with offset. */
  consentAt: string;
}

export interface Acknowledged {
  key: string;
  allergy: string;
}

export interface Draft {
  /** The clientSaleId. */
  id: string;
  phone: string;
  form: Form | undefined;
  who: Who;
  search: string;
  lines: Line[];
  buyer: Buyer;
  missedDose: boolean;
  asked: Asked[];
  told: Told[];
  declined: boolean;
  acknowledged: Acknowledged[];
  /** Of the counselling points and the receipt; empty follows the customer. */
  language: string;
  /** Written down for sending; what is on the page can no longer be changed. */
  finished: boolean;
  sale: SaleView | undefined;
}

export type Change = Partial<Draft>;

export const emptyForm = (phone = '', language = ''): Form => ({ id: uuid(), name: '', phone, birthDate: '', language, consent: '', consentAt: '' });

export const emptyDraft = (): Draft => ({
  id: `counter-${uuid()}`,
  phone: '',
  form: undefined,
  who: { kind: 'open' },
  search: '',
  lines: [],
  buyer: 'self',
  missedDose: false,
  asked: [],
  told: [],
  declined: false,
  acknowledged: [],
  language: '',
  finished: false,
  sale: undefined,
});

export const isUntouched = (draft: Draft) =>
  draft.lines.length === 0 && draft.who.kind === 'open' && draft.phone === '' && draft.form === undefined && draft.search === '';

export const hasCustomer = (who: Who) => who.kind === 'known' || who.kind === 'new';

export const customerOf = (card: Card): Who => ({
  kind: 'known',
  id: card.id,
  name: card.preferredName,
  languages: card.languages ?? [],
  ...(card.heldBy ? { heldBy: card.heldBy.name } : {}),
});

export function lineOf(product: Product, price: string, scan?: Partial<Scan>, uncatalogued = false): Line {
  return {
    key: uuid(),
    system: product.system,
    code: product.code,
    name: product.name,
    strength: product.strength ?? '',
    form: product.form ?? '',
    quantity: 1,
    price,
    prescription: product.prescription ?? false,
    brandSwitch: false,
    batch: scan?.batch ?? '',
    expiry: scan?.expiry ?? '',
    directions: '',
    daysSupply: product.daysSupply === undefined ? '' : String(product.daysSupply),
    uncatalogued,
  };
}

/** The same pack of the same batch again is one more of it. */
export function added(lines: readonly Line[], line: Line): Line[] {
  const same = lines.find(
    (known) => known.system === line.system && known.code === line.code && known.batch === line.batch && known.expiry === line.expiry && line.code !== '',
  );
  if (same === undefined) return [...lines, line];
  return lines.map((known) => (known === same ? { ...known, quantity: Math.min(10_000, known.quantity + 1) } : known));
}

/** What must still be done before the sale can be finished, first things first. */
export type Missing =
  | { what: 'customer' | 'basket' }
  | { what: 'name' | 'price' | 'days' | 'warning'; key: string };

export const daysOf = (typed: string) => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : undefined);

const areDaysWrong = (line: Line) => {
  const days = daysOf(line.daysSupply);
  return line.daysSupply.trim() !== '' && (days === undefined || days < 1 || days > 1_000);
};

export const isAcknowledged = (draft: Draft, key: string, allergy: string) =>
  draft.acknowledged.some((known) => known.key === key && known.allergy === allergy);

export function missing(draft: Draft, warnings: readonly Warning[]): Missing[] {
  const found: Missing[] = [];
  if (draft.who.kind === 'open') found.push({ what: 'customer' });
  if (draft.lines.length === 0) found.push({ what: 'basket' });
  for (const line of draft.lines) {
    if (line.name.trim() === '') found.push({ what: 'name', key: line.key });
    if (priceOf(line.price) === undefined) found.push({ what: 'price', key: line.key });
    if (areDaysWrong(line)) found.push({ what: 'days', key: line.key });
  }
  for (const warning of warnings) {
    const key = draft.lines[warning.line - 1]?.key;
    if (key !== undefined && !isAcknowledged(draft, key, warning.allergy)) found.push({ what: 'warning', key });
  }
  return found;
}

export function toLine(line: Line): NewLine {
  const days = daysOf(line.daysSupply);
  return {
    product: {
      system: line.system,
      code: line.code,
      name: line.name.trim(),
      ...(line.form ? { form: line.form } : {}),
      ...(line.strength ? { strength: line.strength } : {}),
    },
    quantity: line.quantity,
    unitPrice: Number(priceOf(line.price) ?? '0'),
    prescription: line.prescription,
    ...(days !== undefined && !areDaysWrong(line) ? { daysSupply: days } : {}),
    ...(line.brandSwitch ? { brandSwitch: true } : {}),
    ...(line.batch.trim() ? { batch: line.batch.trim() } : {}),
    ...(line.expiry ? { expiry: line.expiry } : {}),
    ...(line.directions.trim() ? { directions: line.directions.trim() } : {}),
  };
}

/**
 * @param by who stands at the counter
 * @param warnings all that were shown
 */
export function toSale(draft: Draft, currency: string, occurredAt: string, by: string, warnings: readonly Warning[] = []): NewSale {
  const counselled = draft.declined || draft.asked.length > 0 || draft.told.length > 0;
  const warned = draft.acknowledged.flatMap(({ key, allergy }) => {
    const place = draft.lines.findIndex((line) => line.key === key);
    return place < 0 ? [] : [{ line: place + 1, allergy, by }];
  });
  return {
    clientSaleId: draft.id,
    occurredAt,
    ...(draft.who.kind === 'known' || draft.who.kind === 'new' ? { customerId: draft.who.id } : {}),
    buyer: draft.buyer,
    lines: draft.lines.map(toLine),
    currency,
    ...(counselled
      ? { counselling: { asked: draft.asked, told: draft.told, by: by.slice(0, 100), ...(draft.declined ? { declined: true } : {}) } }
      : {}),
    ...(draft.missedDose ? { flags: ['missed-dose-risk' as const] } : {}),
    ...(warnings.length > 0 ? { warnings: warnings.map(({ line, allergy }) => ({ line, allergy })) } : {}),
    ...(warned.length > 0 ? { acknowledgedWarnings: warned } : {}),
  };
}

/** A refused sale, on the page again to be mended. It keeps its number. */
export function draftOf(sale: NewSale, nameless: string): Draft {
  const lines = sale.lines.map((line): Line => ({
    ...lineOf({ ...line.product, prescription: line.prescription }, String(line.unitPrice)),
    quantity: line.quantity,
    brandSwitch: line.brandSwitch ?? false,
    batch: line.batch ?? '',
    expiry: line.expiry ?? '',
    directions: line.directions ?? '',
    daysSupply: line.daysSupply === undefined ? '' : String(line.daysSupply),
  }));
  return {
    ...emptyDraft(),
    id: sale.clientSaleId,
    who: sale.customerId === undefined ? { kind: 'anonymous' } : { kind: 'known', id: sale.customerId, name: nameless, languages: [] },
    lines,
    buyer: sale.buyer,
    missedDose: sale.flags?.includes('missed-dose-risk') ?? false,
    asked: sale.counselling?.asked ?? [],
    told: sale.counselling?.told ?? [],
    declined: sale.counselling?.declined ?? false,
    acknowledged: (sale.acknowledgedWarnings ?? []).flatMap(({ line, allergy }) => {
      const key = lines[line - 1]?.key;
      return key === undefined ? [] : [{ key, allergy }];
    }),
  };
}

export function toCustomer(form: Form, country: string, zone: string): NewCustomer {
  return {
    id: form.id,
    country,
    givenName: form.name.trim(),
    ...(form.birthDate ? { birthDate: form.birthDate } : {}),
    ...(form.language ? { languages: [form.language] } : {}),
    zone,
    phones: form.phone.trim() ? [{ number: form.phone.trim(), type: 'mobile' }] : [],
    consents:
      form.consent === ''
        ? []
        : [{ purpose: 'care-calls', channel: 'call', state: form.consent, wording: 'counter-1', at: form.consentAt, source: 'counter' }],
  };
}

export const formOf = (customer: NewCustomer): Form => ({
  id: customer.id,
  name: customer.givenName,
  phone: customer.phones[0]?.number ?? '',
  birthDate: customer.birthDate ?? '',
  language: customer.languages?.[0] ?? '',
  consent: customer.consents[0]?.state ?? '',
  consentAt: customer.consents[0]?.at ?? '',
});
