import { nextOf, request } from '../api/client';
import type {
  Card,
  DayReport,
  NewCustomer,
  NewPreview,
  NewRequest,
  NewReturn,
  NewSale,
  Preview,
  Product,
  Receipt,
  SaleView,
  Scan,
  ServiceRequest,
  Sold,
  Store,
} from './wire';

async function needed<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const answer = await request<T>(method, path, body);
  if (answer.body === undefined) throw new Error('an answer without content');
  return answer.body;
}

const customers = '/api/customer-profile/customers';
const sales = '/api/sales';
const part = encodeURIComponent;

export const store = (id: string) => needed<Store>('GET', `${sales}/stores/${part(id)}`);

/** Families share phones: there may be several. */
export const findByPhone = async (phone: string, country: string) =>
  (await needed<{ customers: Card[] }>('POST', `${customers}/search`, { phone, country })).customers;

export const card = (id: string) => needed<Card>('GET', `${customers}/${part(id)}/card`);

/** The same again is the same customer. */
export const register = (customer: NewCustomer) => request('POST', customers, customer);

export const products = async (text: string, limit: number) =>
  (await needed<{ items: Product[] }>('GET', `${sales}/products?q=${part(text.slice(0, 100))}&limit=${limit}`)).items;

export const scan = (code: string) => needed<Scan>('POST', `${sales}/products/scan`, { code });

export const preview = (asked: NewPreview, language: string) =>
  needed<Preview>('POST', `${sales}/sales/preview?language=${part(language)}`, asked);

/** The same again is the same sale. */
export const sell = (sale: NewSale) => needed<SaleView>('POST', `${sales}/sales`, sale);

export interface SoldPage {
  items: Sold[];
  next: string | undefined;
}

/** The store's own sales, newest first. @param page where the page before led to; empty for the first */
export async function sold(customer: string | undefined, page: string): Promise<SoldPage> {
  const first = `${sales}/sales?limit=10${customer === undefined ? '' : `&customerId=${part(customer)}`}`;
  const answer = await request<{ items: Sold[] }>('GET', page || first);
  return { items: answer.body?.items ?? [], next: nextOf(answer.headers.get('Link')) };
}

export const takeBack = (sale: string, what: NewReturn) => needed<Sold>('POST', `${sales}/sales/${part(sale)}/return`, what);

/** The same again changes nothing. */
export const undo = (sale: string, reason: string) => needed<Sold>('POST', `${sales}/sales/${part(sale)}/void`, { reason });

export const receipt = (sale: string, language: string) => needed<Receipt>('POST', `${sales}/sales/${part(sale)}/receipt`, { language });

export const day = (date: string) => needed<DayReport>('GET', `${sales}/reports/day?date=${part(date)}`);

export const ask = (wanted: NewRequest) => needed<ServiceRequest>('POST', `${sales}/service-requests`, wanted);

export const requests = async () =>
  (await needed<{ items: ServiceRequest[] }>('GET', `${sales}/service-requests?state=open,under-way`)).items;

export const move = (id: string, step: 'start' | 'finish') =>
  needed<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/${step}`, {});

export const cancel = (id: string, reason: string) =>
  needed<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/cancel`, { reason });

export const promiseAnew = (id: string, promisedAt: string, reason: string) =>
  needed<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/promise`, { promisedAt, reason });
