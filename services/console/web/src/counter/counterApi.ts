import { fetched, page, request } from '../api/client';
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

const customers = '/api/customer-profile/customers';
const sales = '/api/sales';
const part = encodeURIComponent;

export const store = (id: string) => fetched<Store>('GET', `${sales}/stores/${part(id)}`);

/** Families share phones: there may be several. */
export const findByPhone = async (phone: string, country: string) =>
  (await fetched<{ customers: Card[] }>('POST', `${customers}/search`, { phone, country })).customers;

export const card = (id: string) => fetched<Card>('GET', `${customers}/${part(id)}/card`);

/** The same again is the same customer. */
export const register = (customer: NewCustomer) => request('POST', customers, customer);

export const products = async (text: string, limit: number) =>
  (await fetched<{ items: Product[] }>('GET', `${sales}/products?q=${part(text.slice(0, 100))}&limit=${limit}`)).items;

export const scan = (code: string) => fetched<Scan>('POST', `${sales}/products/scan`, { code });

export const preview = (asked: NewPreview, language: string) =>
  fetched<Preview>('POST', `${sales}/sales/preview?language=${part(language)}`, asked);

/** The same again is the same sale. */
export const sell = (sale: NewSale) => fetched<SaleView>('POST', `${sales}/sales`, sale);

/** The store's own sales, newest first. @param next where the page before led to; absent for the first */
export const sold = (customer: string | undefined, next?: string) =>
  page<Sold>(next ?? `${sales}/sales?limit=10${customer === undefined ? '' : `&customerId=${part(customer)}`}`);

export const takeBack = (sale: string, what: NewReturn) => fetched<Sold>('POST', `${sales}/sales/${part(sale)}/return`, what);

/** The same again changes nothing. */
export const undo = (sale: string, reason: string) => fetched<Sold>('POST', `${sales}/sales/${part(sale)}/void`, { reason });

export const receipt = (sale: string, language: string) => fetched<Receipt>('POST', `${sales}/sales/${part(sale)}/receipt`, { language });

export const day = (date: string) => fetched<DayReport>('GET', `${sales}/reports/day?date=${part(date)}`);

export const ask = (wanted: NewRequest) => fetched<ServiceRequest>('POST', `${sales}/service-requests`, wanted);

export const requests = async () =>
  (await fetched<{ items: ServiceRequest[] }>('GET', `${sales}/service-requests?state=open,under-way`)).items;

export const move = (id: string, step: 'start' | 'finish') =>
  fetched<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/${step}`, {});

export const cancel = (id: string, reason: string) =>
  fetched<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/cancel`, { reason });

export const promiseAnew = (id: string, promisedAt: string, reason: string) =>
  fetched<ServiceRequest>('POST', `${sales}/service-requests/${part(id)}/promise`, { promisedAt, reason });
