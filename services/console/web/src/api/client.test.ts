import { afterEach, expect, it, vi } from 'vitest';
import { download, listen, nextOf, Refused, request, Unreachable, type Listener } from './client';

const heard: string[] = [];
const listener: Listener = {
  answered: (area) => void heard.push(`answered ${area}`),
  unreachable: () => void heard.push('unreachable'),
  silent: (service) => void heard.push(`silent ${service}`),
  loggedOut: () => void heard.push('logged out'),
};

function answering(status: number, body: string | null, headers: Record<string, string> = {}) {
  heard.length = 0;
  listen(listener);
  const fetched = vi.fn(async () => new Response(body, { status, headers: { 'Content-Type': 'application/problem+json', ...headers } }));
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

it('sends the header that only the page sends, and the body as JSON', async () => {
  const fetched = answering(200, '{"id":"1"}');
  const { body } = await request('POST', '/api/follow-up/calls/claim', {});
  expect(body).toEqual({ id: '1' });
  const [, init] = fetched.mock.calls[0] as unknown as [string, RequestInit];
  expect(init.headers).toMatchObject({ 'X-Aftercare': '1', 'Content-Type': 'application/json' });
  expect(init.body).toBe('{}');
  expect(heard).toEqual(['answered follow-up']);
});

it('has no body where there is none', async () => {
  answering(204, null);
  expect((await request('GET', '/api/follow-up/calls/current')).body).toBeUndefined();
});

it('tells the reason of a no', async () => {
  answering(409, '{"type":"urn:aftercare:problem:stale-epoch","detail":"Too late."}', { 'Retry-After': '3' });
  const failure = await request('POST', '/api/x', {}).catch((no: unknown) => no);
  expect(failure).toBeInstanceOf(Refused);
  expect(failure).toMatchObject({ name: 'stale-epoch', status: 409, message: 'Too late.', retryAfter: 3 });
});

it('hears when the session has ended, and when a service is silent', async () => {
  answering(401, '{"type":"urn:aftercare:problem:logged-out"}');
  await expect(request('GET', '/api/me')).rejects.toBeInstanceOf(Refused);
  expect(heard).toEqual(['logged out']);

  answering(503, '{"service":"follow-up"}');
  await expect(request('GET', '/api/follow-up/calls')).rejects.toBeInstanceOf(Refused);
  expect(heard).toEqual(['silent follow-up']);
});

it('keeps silence apart from a no', async () => {
  answering(200, '');
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('failed')));
  await expect(request('GET', '/api/me')).rejects.toBeInstanceOf(Unreachable);
  expect(heard).toEqual(['unreachable']);
});

it('waits longer where so much is read that an answer takes its time', async () => {
  answering(200, '{}');
  const patience = vi.spyOn(AbortSignal, 'timeout');
  await request('GET', '/api/customer-profile/access-log?customer=c');
  await request('GET', '/api/customer-profile/access-log/verification');
  await request('POST', '/api/follow-up/programmes/refill/simulate', { days: 90 });
  await download('/api/customer-profile/customers/c/export', 'application/zip');
  const [usual = 0, ...long] = patience.mock.calls.map(([wait]) => wait);
  patience.mockRestore();
  expect(long.length).toBe(3);
  expect(Math.min(...long)).toBeGreaterThan(usual);
});

it('finds the next page', () => {
  expect(nextOf('</api/follow-up/calls?cursor=b>; rel="next"')).toBe('/api/follow-up/calls?cursor=b');
  expect(nextOf('</a?x=1,2>; rel="first", </b>; rel=next')).toBe('/b');
  expect(nextOf('</a>; rel="prev"')).toBeUndefined();
  expect(nextOf(null)).toBeUndefined();
});

it('hands out a file as it came, and asks for its type', async () => {
  const fetched = answering(200, 'PK', { 'Content-Type': 'application/zip' });
  expect(await (await download('/api/customer-profile/customers/c/export', 'application/zip')).text()).toBe('PK');
  expect((fetched.mock.calls[0] as unknown as [string, RequestInit])[1].headers).toMatchObject({ Accept: 'application/zip' });
});

it('says which version a change starts from', async () => {
  const fetched = answering(412, '{"type":"urn:aftercare:problem:changed-meanwhile","status":412}');
  await expect(request('PUT', '/api/customer-profile/customers/c', {}, 7)).rejects.toMatchObject({ name: 'changed-meanwhile', status: 412 });
  expect((fetched.mock.calls[0] as unknown as [string, RequestInit])[1].headers).toMatchObject({ 'If-Match': '"7"' });
});
