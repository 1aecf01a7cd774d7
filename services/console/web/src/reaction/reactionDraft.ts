import { uuid } from '../counter/ids';
import { criteria, harms, reporters, results, type Criterion, type Harm, type NewReaction, type Reporter, type Result } from './wire';

/** What is known of a suspicion so far. It is kept in the tab, beside the call's other draft, until it is recorded. */
export interface ReactionDraft {
  /** Brought along, so that a second try records it once. */
  id: string;
  reporter?: Reporter;
  suspects: { system: string; code: string }[];
  /** A medicine that we did not sell, as they call it. */
  otherMedicine: string;
  events: Harm[];
  onset: string;
  result?: Result;
  criteria: Criterion[];
  description: string;
  /** Once it is recorded: until when the authority must be told. */
  dueAt?: string;
}

export type ReactionChange = { [K in keyof ReactionDraft]?: ReactionDraft[K] | undefined };

export const begun = (): ReactionDraft => ({ id: uuid(), suspects: [], otherMedicine: '', events: [], onset: '', criteria: [], description: '' });

export const isTouched = ({ suspects, otherMedicine, events, onset, criteria: why, description }: ReactionDraft) =>
  suspects.length > 0 || events.length > 0 || why.length > 0 || [otherMedicine, onset, description].some((text) => text.trim() !== '');

export const elements = ['patient', 'reporter', 'product', 'event'] as const;
export type Element = (typeof elements)[number];

/** The four elements without which a suspicion is not valid, and whether each is there. The call says who the patient is. */
export const met = ({ reporter, suspects, otherMedicine, events, description }: ReactionDraft): Record<Element, boolean> => ({
  patient: true,
  reporter: reporter !== undefined,
  product: suspects.length > 0 || otherMedicine.trim() !== '',
  event: events.length > 0 || description.trim() !== '',
});

export const isValid = (draft: ReactionDraft) => Object.values(met(draft)).every(Boolean);

/** In or out. */
export const toggled = <T>(chosen: readonly T[], value: T): T[] => (chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);

/** What has no code with us is named by letters a code may have; the name itself goes with the description. */
const coded = (name: string) =>
  name
    .trim()
    .replace(/[^\x21-\x7e]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64) || 'unnamed';

export function toReaction(draft: ReactionDraft, callId: string): NewReaction {
  const other = draft.otherMedicine.trim();
  const description = [...(other === '' ? [] : [`[${other}]`]), draft.description.trim()].join(' ').trim();
  return {
    id: draft.id,
    callId,
    ...(draft.reporter === undefined ? {} : { reporter: draft.reporter }),
    events: draft.events,
    ...(draft.onset === '' ? {} : { onset: draft.onset }),
    ...(draft.result === undefined ? {} : { result: draft.result }),
    criteria: draft.criteria,
    suspects: [...draft.suspects.map(({ system, code }) => ({ system, code })), ...(other === '' ? [] : [{ system: 'unlisted', code: coded(other) }])],
    ...(description === '' ? {} : { description }),
  };
}

const keyOf = (user: string, call: string) => `aftercare.draft.${user}.${call}.reaction`;

export function keepReaction(storage: Storage, user: string, call: string, draft: ReactionDraft): void {
  try {
    storage.setItem(keyOf(user, call), JSON.stringify(draft));
  } catch (full) {
    // The text is still on the page.
    console.warn('draft not kept', full);
  }
}

export const dropReaction = (storage: Storage, user: string, call: string) => storage.removeItem(keyOf(user, call));

/** Undefined when there is none, or when it is not one. */
export function restoreReaction(storage: Storage, user: string, call: string): ReactionDraft | undefined {
  try {
    const raw = JSON.parse(storage.getItem(keyOf(user, call)) ?? 'null') as Partial<ReactionDraft> | null;
    return raw === null || typeof raw.id !== 'string' ? undefined : read(raw, raw.id);
  } catch (unreadable) {
    console.warn('draft dropped', unreadable);
    return undefined;
  }
}

function read(raw: Partial<ReactionDraft>, id: string): ReactionDraft {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const among = <T extends string>(known: readonly T[], value: unknown): T[] => known.filter((one) => Array.isArray(value) && value.includes(one));
  const reporter = reporters.find((known) => known === raw.reporter);
  const result = results.find((known) => known === raw.result);
  return {
    id,
    suspects: (Array.isArray(raw.suspects) ? raw.suspects : []).filter((one) => typeof one?.system === 'string' && typeof one.code === 'string'),
    otherMedicine: text(raw.otherMedicine),
    events: among(harms, raw.events),
    onset: text(raw.onset),
    criteria: among(criteria, raw.criteria),
    description: text(raw.description),
    ...(reporter ? { reporter } : {}),
    ...(result ? { result } : {}),
    ...(typeof raw.dueAt === 'string' ? { dueAt: raw.dueAt } : {}),
  };
}
