import { noteWallClock } from '../app/time';
import type { Page, ProblemDocument } from './types';

/** A service, or the console's back end, said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDocument,
    /** Seconds after which it is worth asking again. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`);
  }

  /** The last part of the problem's type, e.g. "stale-epoch". */
  get name(): string {
    return this.problem.type?.split(':').pop() ?? '';
  }
}

/** No answer came: whether a change was made is unknown until it is asked again. */
export class Unreachable extends Error {}

export interface Answer<T> {
  status: number;
  /** Undefined for 204. */
  body: T | undefined;
  headers: Headers;
}

/** What the rest of the page wants to hear about every exchange, whoever started it. */
export interface Listener {
  answered(area: string): void;
  unreachable(): void;
  silent(service: string): void;
  loggedOut(): void;
}

let listener: Listener | undefined;

export function listen(to: Listener): void {
  listener = to;
}

/** Longer than the gate's own patience, so that it can still say which service is silent. */
const patience = 15_000;
const longPatience = 130_000;

/** As in the gate: where so much is read for one answer that it takes its time. */
const long = /\/(programmes\/[^/]+\/simulate|customers\/[^/]+\/export|access-log\/verification)$/;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** @param seen the revision that the change starts from, where the service asks for it */
export async function request<T>(method: Method, path: string, body?: unknown, seen?: number): Promise<Answer<T>> {
  const response = await accepted(path, await send(method, path, body, seen));
  const text = await textOf(response);
  return { status: response.status, body: text ? (JSON.parse(text) as T) : undefined, headers: response.headers };
}

/** An answer that is a file to keep. */
export async function download(path: string, type: string): Promise<Blob> {
  const response = await accepted(path, await send('GET', path, undefined, undefined, type));
  return whole(() => response.blob());
}

async function accepted(path: string, response: Response): Promise<Response> {
  noteWallClock(response.headers.get('Date'));
  if (response.status === 401) {
    listener?.loggedOut();
    throw new Refused(401, await problemOf(response));
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.service) listener?.silent(problem.service);
    throw new Refused(response.status, problem, Number(response.headers.get('Retry-After')) || undefined);
  }
  listener?.answered(path.split('/')[2] ?? '');
  return response;
}

/** For those answers that always have content. */
export async function fetched<T>(method: Method, path: string, body?: unknown, seen?: number): Promise<T> {
  const answer = await request<T>(method, path, body, seen);
  if (answer.body === undefined) throw new Error('an answer without content');
  return answer.body;
}

/** A page of a list, and the address of the next one. */
export async function page<T>(address: string): Promise<Page<T>> {
  const answer = await request<{ items: T[] }>('GET', address);
  const following = nextOf(answer.headers.get('Link'));
  return { items: answer.body?.items ?? [], ...(following ? { next: following } : {}) };
}

async function send(method: string, path: string, body: unknown, seen?: number, accept = 'application/json'): Promise<Response> {
  const headers: Record<string, string> = { Accept: accept, 'X-Aftercare': '1' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (seen !== undefined) headers['If-Match'] = `"${seen}"`;
  try {
    return await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(long.test(path) ? longPatience : patience),
    });
  } catch (cause) {
    listener?.unreachable();
    throw new Unreachable('no answer', { cause });
  }
}

const textOf = (response: Response) => whole(() => response.text());

async function whole<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    listener?.unreachable();
    throw new Unreachable('the answer broke off', { cause });
  }
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const text = await textOf(response);
  const isJson = response.headers.get('Content-Type')?.includes('json');
  return isJson && text ? (JSON.parse(text) as ProblemDocument) : { title: response.statusText };
}

/** The target of rel="next" in a Link header (RFC 8288). */
export function nextOf(link: string | null): string | undefined {
  for (const part of (link ?? '').split(/,\s*(?=<)/)) {
    const found = /^<([^>]*)>.*;\s*rel="?next"?/.exec(part);
    if (found) return found[1];
  }
  return undefined;
}
