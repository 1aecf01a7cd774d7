import type { ComplaintCategory, Disposition, OutcomeRequest } from '../api/types';
import { instantOf, isLocal, withOffset } from './zone';

/** What the agent has entered so far. Kept through a reload; it never holds a name or a number. */
export interface Draft {
  disposition?: Disposition;
  satisfaction?: number;
  category?: ComplaintCategory;
  callBackLocal: string;
  callBackZone: string;
  note: string;
  /** When the red flag was raised, by the browser's clock. */
  redFlagAt?: number;
  /** The warning signs that were ticked, by their codes. */
  redFlags?: string[];
  /** The customer rang us: there is nothing to dial. */
  rang?: true;
  /** What the one on the line speaks, BCP 47. */
  language?: string;
  /** They were told that the call may be ended. */
  warned?: true;
}

/** What is entered anew, or taken back where it is undefined. */
export type Change = { [K in keyof Draft]?: Draft[K] | undefined };

export const changed = (draft: Draft, change: Change): Draft =>
  Object.fromEntries(Object.entries({ ...draft, ...change }).filter(([, value]) => value !== undefined)) as unknown as Draft;

export type Field = 'satisfaction' | 'category' | 'callBack' | 'note';

interface Kind {
  fields: readonly Field[];
  required: readonly Field[];
  /** One key that chooses it. Those that end a relation have none, on purpose. */
  key?: string;
  /** Asked once more before it is saved. */
  confirm?: true;
}

const plain: Kind = { fields: ['note'], required: [] };

export const kinds: Record<Disposition, Kind> = {
  'no-answer': { ...plain, key: '1' },
  busy: { ...plain, key: '2' },
  'voicemail-left': { ...plain, key: '3' },
  'line-failed': { ...plain, key: '4' },
  'wrong-number': { ...plain, key: '5' },
  'done-well': { fields: ['satisfaction', 'note'], required: [], key: '6' },
  'done-problem': { fields: ['satisfaction', 'note'], required: ['note'], key: '7' },
  'call-back': { fields: ['callBack', 'note'], required: ['callBack'], key: '8' },
  'declined-today': { ...plain, key: '9' },
  'wrong-person': { ...plain, key: '0' },
  'handed-to-pharmacist': { ...plain, key: 'h' },
  'suspected-adverse-reaction': { fields: ['note'], required: ['note'], key: 'a' },
  complaint: { fields: ['category', 'satisfaction', 'note'], required: ['category', 'note'], key: 'c' },
  'do-not-call': { ...plain, confirm: true },
  'ended-for-abuse': { ...plain, confirm: true },
  deceased: { ...plain, confirm: true },
};

export type Group = 'not-reached' | 'talked' | 'colleague' | 'end';

export const groups: readonly { group: Group; dispositions: readonly Disposition[] }[] = [
  { group: 'not-reached', dispositions: ['no-answer', 'busy', 'voicemail-left', 'line-failed', 'wrong-number'] },
  { group: 'talked', dispositions: ['done-well', 'done-problem', 'call-back', 'declined-today', 'wrong-person'] },
  { group: 'colleague', dispositions: ['handed-to-pharmacist', 'suspected-adverse-reaction', 'complaint'] },
  { group: 'end', dispositions: ['do-not-call', 'ended-for-abuse', 'deceased'] },
];

export const isReached = (disposition: Disposition) =>
  !groups.some(({ group, dispositions }) => group === 'not-reached' && dispositions.includes(disposition));

export const byKey = (key: string): Disposition | undefined =>
  (Object.keys(kinds) as Disposition[]).find((disposition) => kinds[disposition].key === key.toLowerCase());

export const emptyDraft = (zone: string): Draft => ({ callBackLocal: '', callBackZone: zone, note: '' });

export const longestNote = 2000;

export type Fault = 'missing' | 'not-a-time' | 'past' | 'too-long';

/** What is still wrong, by field. */
export function faults(draft: Draft, now: number): Partial<Record<Field, Fault>> {
  if (draft.disposition === undefined) return {};
  const { fields, required } = kinds[draft.disposition];
  const found: Partial<Record<Field, Fault>> = {};
  if (required.includes('note') && draft.note.trim() === '') found.note = 'missing';
  if (draft.note.trim().length > longestNote) found.note = 'too-long';
  if (required.includes('category') && draft.category === undefined) found.category = 'missing';
  if (fields.includes('callBack')) {
    if (draft.callBackLocal === '') found.callBack = 'missing';
    else if (!isLocal(draft.callBackLocal)) found.callBack = 'not-a-time';
    else if (instantOf(draft.callBackLocal, draft.callBackZone) <= now) found.callBack = 'past';
  }
  return found;
}

/** Only what belongs to the chosen outcome travels; what was typed for another one stays behind. */
export function toRequest(draft: Draft, epoch: number): OutcomeRequest {
  const { disposition } = draft;
  if (disposition === undefined) throw new Error('no outcome chosen');
  const { fields } = kinds[disposition];
  const note = draft.note.trim();
  return {
    epoch,
    disposition,
    ...(fields.includes('callBack')
      ? { callBackAt: withOffset(instantOf(draft.callBackLocal, draft.callBackZone), draft.callBackZone) }
      : {}),
    ...(fields.includes('satisfaction') && draft.satisfaction !== undefined ? { satisfaction: draft.satisfaction } : {}),
    ...(fields.includes('category') && draft.category !== undefined ? { complaintCategory: draft.category } : {}),
    ...(note === '' ? {} : { note }),
  };
}

const fieldNames: Record<string, Field> = {
  callBackAt: 'callBack',
  satisfaction: 'satisfaction',
  complaintCategory: 'category',
  note: 'note',
};

/** The field of the form that a service's violation speaks of. */
export const fieldOf = (name: string | undefined): Field | undefined => fieldNames[name?.split('.').pop() ?? ''];
