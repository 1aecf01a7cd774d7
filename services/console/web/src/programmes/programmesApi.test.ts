import { afterEach, expect, it, vi } from 'vitest';
import { Refused } from '../api/client';
import { draft } from './programmesApi';

afterEach(() => vi.unstubAllGlobals());

/** The service, with one answer for a programme that is read and one for a draft that is written. */
function service(status: number, read: unknown) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (_path: string, { method = '' }: RequestInit) => {
    asked.push(method);
    return method === 'GET' ? new Response(JSON.stringify(read), { status }) : new Response('{"state":"draft","revision":1}');
  });
  return asked;
}

it('does not write a first draft over one that somebody else began meanwhile', async () => {
  const asked = service(200, { versions: [{ state: 'published' }, { state: 'draft', revision: 1 }] });
  const failure = await draft('refill', {}, undefined).catch((no: unknown) => no);
  expect(failure).toBeInstanceOf(Refused);
  expect((failure as Refused).status).toBe(412);
  expect(asked).toEqual(['GET']);
});

it('begins a draft where there is none, of a programme that is known or not', async () => {
  service(200, { versions: [{ state: 'published' }] });
  expect(await draft('refill', {}, undefined)).toMatchObject({ revision: 1 });
  const asked = service(404, { title: 'Not Found' });
  expect(await draft('winter-check', {}, undefined)).toMatchObject({ revision: 1 });
  expect(asked).toEqual(['GET', 'PUT']);
});

it('leaves a draft that was read to the service to compare', async () => {
  const asked = service(200, {});
  await draft('refill', {}, 3);
  expect(asked).toEqual(['PUT']);
});
