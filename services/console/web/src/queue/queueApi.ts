import { fetched, page, request } from '../api/client';
import type { CallState, CallView } from '../api/types';
import type { QueueSummary } from './wire';

const root = '/api/follow-up';

export const summary = () => fetched<QueueSummary>('GET', `${root}/calls/summary`);

export interface Wanted {
  state: CallState;
  programme: string | undefined;
}

export function list({ state, programme }: Wanted, next?: string) {
  const query = new URLSearchParams({ state, limit: '50', ...(programme === undefined ? {} : { programme }) });
  return page<CallView>(next ?? `${root}/calls?${query}`);
}

/** A supervisor takes a call from whoever holds it. */
export const release = (id: string) => request<CallView>('POST', `${root}/calls/${id}/release`, {});

/** A call goes to this agent, whoever holds it; not when it has moved on since it was read. */
export const give = (call: CallView, to: string) => request<CallView>('POST', `${root}/calls/${call.id}/reassign`, { to, epoch: call.epoch });
