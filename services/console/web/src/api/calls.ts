import { fetched, request } from './client';
import type {
  Answered,
  CallView,
  Me,
  OutcomeRequest,
  PermitView,
  ScriptView,
  StoreView,
} from './types';

const calls = '/api/follow-up/calls';

export const me = () => fetched<Me>('GET', '/api/me');

export interface Claimed {
  /** Undefined when none is due. */
  call: CallView | undefined;
  /** When the next one falls due, where the service says so. */
  nextDue: string | undefined;
}

/** Asked again while a call is held, it is that call. */
export async function claim(): Promise<Claimed> {
  const { body, headers } = await request<CallView>('POST', `${calls}/claim`, {});
  return { call: body, nextDue: headers.get('Aftercare-Next-Due') ?? undefined };
}

/** The call this user holds, if any. */
export const current = async () => (await request<CallView>('GET', `${calls}/current`)).body;

export const heartbeat = (call: CallView) =>
  fetched<CallView>('POST', `${calls}/${call.id}/heartbeat`, { epoch: call.epoch });

export const permit = (call: CallView) =>
  fetched<PermitView>('POST', `${calls}/${call.id}/permit`, { epoch: call.epoch });

export const outcome = (call: CallView, said: OutcomeRequest) =>
  fetched<CallView>('POST', `${calls}/${call.id}/outcome`, said);

/** The questions of a call, in this language, with what was answered so far. */
export const script = (call: CallView, language: string) =>
  fetched<ScriptView>('GET', `${calls}/${call.id}/answers?language=${encodeURIComponent(language)}`);

/** Saves answers as they are given. */
export const answer = (call: CallView, language: string, answers: Record<string, Answered>) =>
  fetched<ScriptView>('PUT', `${calls}/${call.id}/answers?language=${encodeURIComponent(language)}`, {
    epoch: call.epoch,
    answers,
  });

/** The customer was warned; only then can the call be ended for abuse. */
export const warn = (call: CallView) =>
  fetched<{ warnedAt: string }>('POST', `${calls}/${call.id}/warning`, { epoch: call.epoch });

/** Gives one's own call back to the queue. */
export const release = (call: CallView) => request<CallView>('POST', `${calls}/${call.id}/release`, { epoch: call.epoch });

export const store = (id: string) =>
  fetched<StoreView>('GET', `/api/sales/stores/${encodeURIComponent(id)}`);
