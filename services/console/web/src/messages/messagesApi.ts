import { fetched, page } from '../api/client';

const root = '/api/follow-up';

export const states = ['queued', 'waiting', 'sending', 'failed', 'sent', 'delivered', 'done', 'opted-out', 'expired', 'cancelled'] as const;
export type MessageState = (typeof states)[number];

export interface Message {
  id: string;
  storeId?: string;
  programme: string;
  programmeVersion: number;
  step: number;
  purpose: string;
  template: string;
  /** Absent while it is not decided. */
  channel?: string;
  state: MessageState;
  dueAt: string;
  closesAt: string;
  /** How its time was found, in plain words. */
  explained: string;
  attempts: number;
  sentAt?: string;
  /** Why the last attempt came to nothing, or why there will be none. */
  reason?: string;
}

export interface MessageSummary {
  at: string;
  until: string;
  /** Those that are set up; none: messages are kept and wait. */
  channels: string[];
  states: { state: MessageState; due: number; messages: number; oldest?: string }[];
}

export const summary = () => fetched<MessageSummary>('GET', `${root}/messages/summary`);

export function list(state: MessageState, programme: string | undefined, next?: string) {
  const query = new URLSearchParams({ state, limit: '50', ...(programme === undefined ? {} : { programme }) });
  return page<Message>(next ?? `${root}/messages?${query}`);
}
