// The services behind the console, as far as a scene needs them: they answer from memory and remember what they were told.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { need } from '../console.mjs';

export const me = '5f0c1f5e-0000-4000-8000-000000000001';
const id = (n) => `0190f3a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
export const ids = { call: id(1), customer: id(2), rang: id(3), ringer: id(4), transfer: id(5), incident: id(6), reaction: id(7), contact: id(8), note: id(9), handed: id(10) };

/** Everything that a scene may look at or set. */
export const house = {
  presence: { state: 'available' },
  held: undefined,
  calls: [],
  answers: {},
  transfer: undefined,
  reaction: undefined,
  incident: undefined,
  inPerson: [],
  sold: [],
  numbers: [],
  outcomes: [],
  warned: false,
};

const now = () => new Date().toISOString();
const ago = (seconds) => new Date(Date.now() - seconds * 1000).toISOString();
const ahead = (seconds) => ago(-seconds);

export const call = (more = {}) => ({
  id: ids.call,
  epoch: 1,
  state: 'held',
  leaseUntil: ahead(180),
  saleId: id(20),
  customerId: ids.customer,
  storeId: 'bangkok-1',
  programme: 'wellbeing',
  programmeName: 'Wellbeing call',
  step: 1,
  priority: 3,
  reason: 'Bought another brand of Warfarin than usual, late yesterday evening.',
  dueAt: ago(600),
  closesAt: ahead(36_000),
  dueExplained: 'sale 23:50 + 8 h, window 09:00–12:00',
  attempts: 0,
  script: { title: 'How are you today?', lines: ['Say who you are and why you call.', 'Ask how they are.', 'Trouble breathing, bleeding: stop and hand over.'] },
  permitted: false,
  ...more,
});

export const waiting = (seconds) => ({
  id: ids.transfer,
  callId: ids.call,
  customerId: ids.customer,
  storeId: 'bangkok-1',
  agent: id(30),
  priority: 0,
  redFlags: ['breathing', 'face-swelling'],
  placeConfirmed: true,
  state: 'store',
  waitingSince: ago(seconds),
  storeAt: ago(seconds - 30),
});

const scripts = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../follow-up/src/main/resources/scripts.json'), 'utf8'));
const asked = ['warning-signs', 'effect', 'started', 'missed-doses', 'side-effects', 'side-effect-kinds'];

function holds(when) {
  if (!when) return true;
  const given = [house.answers[when.question]].flat();
  return when.in ? given.some((value) => when.in.includes(value)) : given[0] >= when['at-least'];
}

function script(language) {
  const spoken = ['en', 'zh', 'th'].includes(language) ? language : 'en';
  const questions = asked.map((name) => scripts.questions.find((question) => question.id === name));
  const redFlags = house.answers['warning-signs'] ?? [];
  const next = questions.find(({ id: name, watch, when }) => !watch && holds(when) && house.answers[name] === undefined);
  return {
    interview: 'general',
    version: 1,
    language: spoken,
    questions: questions.map(({ id: name, kind, text, watch, when, options, min, max }) => ({
      id: name,
      kind,
      text: text[spoken],
      watch: watch === true,
      asked: !watch && holds(when),
      options: (options ?? []).map((option) => ({ value: option.value, text: option.text[spoken], redFlag: option['red-flag'] === true })),
      min,
      max,
    })),
    answers: house.answers,
    ...(next ? { next: next.id } : {}),
    redFlags,
    ...(redFlags.length > 0 ? { emergency: scripts.emergency[spoken] } : {}),
    difficult: scripts.difficult[spoken],
    refused: [],
  };
}

const no = (status, name, detail) => ({ status, body: { type: `urn:aftercare:problem:${name}`, title: name, status, detail } });
const items = (list) => ({ items: list });

const naranjo = [
  [1, 0],
  [2, -1],
  [1, 0],
  [2, -1],
  [-1, 2],
  [-1, 1],
  [1, 0],
  [1, 0],
  [1, 0],
  [1, 0],
].map(([yes, no_], place) => ({ number: place + 1, text: `Item ${place + 1}`, yes, no: no_ }));

export const reaction = (more = {}) => ({
  id: ids.reaction,
  version: 1,
  state: 'open',
  customerId: ids.customer,
  callId: ids.call,
  storeId: 'bangkok-1',
  reporter: 'patient',
  events: ['rash', 'dizziness'],
  onset: '2026-11-22',
  result: 'recovering',
  serious: true,
  criteria: ['hospitalisation'],
  suspects: [{ system: 'gtin', code: '04012345678901', name: 'Warfarin 3 mg', atc: 'B01AA03' }],
  noteId: ids.note,
  recordedAt: ago(86_400),
  dueAt: ahead(3.5 * 86_400),
  escalatedAt: ago(60),
  ...more,
});

/** Asked again and again, a transfer that nobody takes goes on to the store and the supervisor; here within seconds. */
function moved() {
  const { transfer } = house;
  if (!transfer || !['waiting', 'store'].includes(transfer.state)) return transfer;
  const since = Date.now() - Date.parse(transfer.waitingSince);
  if (house.quick && since > 2_000 && !transfer.storeAt) Object.assign(transfer, { state: 'store', storeAt: now() });
  return transfer;
}

const routes = [
  ['GET', /^\/stores\/[^/]+$/, () => ({ id: 'bangkok-1', name: 'Sukhumvit', zone: 'Asia/Bangkok', country: 'TH', currency: 'THB', languages: ['th', 'en'] })],
  ['GET', /^\/agents\/me\/state$/, () => house.presence],
  ['PUT', /^\/agents\/me\/state$/, (_, said) => (house.presence = { ...said, since: now() })],
  ['GET', /^\/calls\/current$/, () => house.held],
  [
    'POST',
    /^\/calls\/claim$/,
    () => {
      if (house.held) return house.held;
      if (house.transfer && house.refusesForTransfer) return no(409, 'transfer-waiting', 'Somebody with a red flag waits for a pharmacist.');
      if (house.presence.state === 'break') return no(409, 'on-break', 'You are on a break.');
      return (house.held = house.calls.shift());
    },
  ],
  ['POST', /^\/calls\/incoming$/, () => (house.held = call({ id: ids.rang, customerId: ids.ringer, programme: 'incoming', programmeName: 'incoming', reason: 'The customer rang us', permitted: true }))],
  ['POST', /^\/calls\/[^/]+\/heartbeat$/, () => (house.held ? Object.assign(house.held, { leaseUntil: ahead(180) }) : no(404, 'not-found', 'No such call.'))],
  [
    'POST',
    /^\/calls\/[^/]+\/permit$/,
    () => {
      house.held.permitted = true;
      return {
        number: '+66812345678',
        callee: { name: 'Somchai', relation: 'self', language: 'th', disclose: 'everything', takeCare: { note: 'Hears badly', whatHelps: 'Speak slowly', difficult: { at: ago(86_400 * 12), kinds: ['shouting'], helped: ['let-them-finish'] } } },
        expiresAt: ahead(300),
        topics: [{ callId: id(40), programme: 'refill', programmeName: 'Refill reminder', reason: 'Metformin lasts until Friday.', script: { title: '', lines: [] } }],
      };
    },
  ],
  ['GET', /^\/calls\/[^/]+\/answers$/, (query) => script(query.get('language'))],
  [
    'PUT',
    /^\/calls\/[^/]+\/answers$/,
    (query, { answers }) => {
      Object.assign(house.answers, answers);
      return script(query.get('language'));
    },
  ],
  [
    'POST',
    /^\/calls\/[^/]+\/transfer$/,
    (_, { redFlags, placeConfirmed }) => {
      const before = house.transfer;
      if (!before || before.state === 'withdrawn') {
        house.transfer = { ...waiting(0), redFlags, placeConfirmed, state: 'waiting' };
        delete house.transfer.storeAt;
      } else Object.assign(before, { redFlags: [...new Set([...before.redFlags, ...redFlags])], placeConfirmed: before.placeConfirmed || placeConfirmed });
      return moved();
    },
  ],
  ['POST', /^\/calls\/[^/]+\/warning$/, () => ((house.warned = true), { warnedAt: now() })],
  ['GET', /^\/calls\/[^/]+\/suspects$/, () => items([{ medicine: { system: 'gtin', code: '04012345678901', name: 'Warfarin 3 mg', atc: 'B01AA03' }, lastSold: '2026-11-22', highAlert: true }, { medicine: { system: 'gtin', code: '04012345678902', name: 'Metformin 500 mg' }, lastSold: '2026-10-30', highAlert: false }])],
  [
    'POST',
    /^\/calls\/[^/]+\/outcome$/,
    (_, said) => {
      if (said.disposition === 'ended-for-abuse' && !house.warned) return no(409, 'no-warning', 'Record the warning first.');
      const done = { ...house.held, state: 'done', disposition: said.disposition };
      house.outcomes.push(said);
      house.held = undefined;
      return done;
    },
  ],
  ['GET', /^\/transfers$/, () => items(house.transfer && !['ended', 'withdrawn'].includes(house.transfer.state) ? [moved()] : [])],
  ['POST', /^\/transfers\/[^/]+\/take$/, () => Object.assign(house.transfer, { state: 'taken', takenBy: me, takenAt: now() })],
  ['POST', /^\/transfers\/[^/]+\/end$/, (_, { ending }) => Object.assign(house.transfer, { state: 'ended', ending, endedAt: now() })],
  ['POST', /^\/transfers\/[^/]+\/withdraw$/, () => (house.transfer.state === 'taken' ? no(409, 'transfer-moved-on', 'It has been taken.') : Object.assign(house.transfer, { state: 'withdrawn', endedAt: now() }))],
  ['GET', /^\/reactions\/causality-items$/, () => items(naranjo)],
  ['GET', /^\/reactions$/, (query) => items(house.reaction?.state === query.get('state') ? [house.reaction] : [])],
  ['POST', /^\/reactions$/, (_, said) => ((house.reaction = reaction({ ...said, state: 'open', serious: said.criteria.length > 0, dueAt: ahead(15 * 86_400) })), { status: 201, body: house.reaction })],
  ['GET', /^\/reactions\/[^/]+$/, () => house.reaction],
  ['GET', /^\/reactions\/[^/]+\/export$/, () => ({ 'C.1.1': house.reaction.id, 'C.1.3': '1' })],
  [
    'PUT',
    /^\/reactions\/[^/]+\/assessment$/,
    (_, { answers, criteria }) => {
      const score = naranjo.reduce((sum, item) => sum + (answers[item.number] === 'yes' ? item.yes : answers[item.number] === 'no' ? item.no : 0), 0);
      return Object.assign(house.reaction, { state: 'assessed', answers, criteria, score, causality: score >= 9 ? 'definite' : score >= 5 ? 'probable' : score >= 1 ? 'possible' : 'doubtful', assessedAt: now() });
    },
  ],
  ['POST', /^\/reactions\/[^/]+\/report$/, (_, { reference }) => Object.assign(house.reaction, { state: 'reported', reference, reportedAt: now() })],
  ['POST', /^\/reactions\/[^/]+\/withdraw$/, () => Object.assign(house.reaction, { state: 'withdrawn' })],
  ['GET', /^\/incidents$/, () => items(house.incident ? [house.incident] : [])],
  ['POST', /^\/incidents$/, (_, { callId, kinds, helped }) => (house.incident = { id: ids.incident, callId, customerId: ids.customer, agent: me, kinds, helped, happenedAt: now(), state: 'open', debrief: [], missing: ['happened', 'helped', 'colleague', 'supervisor', 'change'] })],
  [
    'PUT',
    /^\/incidents\/[^/]+\/debrief\/[a-z]+$/,
    (_query, { text }, path) => {
      if (path.includes(ids.handed)) return (house.handed = { path, text });
      house.written = text;
      house.incident.debrief.push({ part: path.split('/').pop(), by: me, at: now() });
      return house.incident;
    },
  ],
  ['POST', /^\/customers\/search$/, () => ({ customers: house.people ?? [] })],
  ['GET', /^\/customers\/[^/]+\/card$/, () => ({ id: ids.customer, preferredName: 'Somchai', status: 'active', languages: ['th'], allergies: [{ name: 'Penicillin' }], today: ['ask-for-number'], dueRefills: [] })],
  ['GET', /^\/customers\/[^/]+\/notes$/, () => items([{ id: ids.note, callId: ids.call, author: me, writtenAt: now(), text: 'Red spots on both arms since Sunday.' }])],
  ['GET', /^\/in-person$/, () => items(house.inPerson)],
  [
    'POST',
    /^\/in-person\/[^/]+\/done$/,
    () => {
      const [said] = house.inPerson.splice(0, 1);
      return { ...said, state: 'done' };
    },
  ],
  ['GET', /^\/number-requests$/, () => items(house.numbers)],
  [
    'POST',
    /^\/number-requests\/[^/]+\/close$/,
    () => {
      house.numbers = [];
      return undefined;
    },
  ],
  ['GET', /^\/sales$/, (query) => items(house.sold.filter((sale) => query.get('customerId') === null || sale.customerId === query.get('customerId')))],
  [
    'POST',
    /^\/sales\/[^/]+\/return$/,
    (_, { lines, reason }, path) => {
      const sale = house.sold.find(({ id: own }) => path.includes(own));
      const back = lines ?? sale.lines.map(({ line, quantity, returned }) => ({ line, quantity: quantity - returned }));
      if (house.soldOut) return no(409, 'already-returned', 'Of line 1 only 0 are left to return.');
      for (const { line, quantity } of back) sale.lines[line - 1].returned += quantity;
      return Object.assign(sale, { status: 'returned', reason });
    },
  ],
  ['POST', /^\/sales\/[^/]+\/void$/, (_, { reason }, path) => Object.assign(house.sold.find(({ id: own }) => path.includes(own)), { status: 'voided', reason })],
  ['GET', /^\/reports\/day$/, () => ({ date: '2026-11-23', sales: 12, recognised: 8, counselled: 10, totals: [], refused: house.refused ?? [], unacknowledged: house.unacknowledged ?? [] })],
  ['GET', /^\/service-requests$/, () => items([])],
];

export const unknown = [];

const server = createServer((request, response) => {
  let text = '';
  request.on('data', (part) => (text += part));
  request.on('end', () => {
    const { pathname, searchParams } = new URL(request.url, 'http://house');
    const route = routes.find(([method, path]) => method === request.method && path.test(pathname));
    if (!route) unknown.push(`${request.method} ${pathname}`);
    const answer = route ? route[2](searchParams, text ? JSON.parse(text) : {}, pathname) : no(404, 'not-found', 'No such thing.');
    const told = answer !== undefined && typeof answer.status === 'number' && 'body' in answer ? answer : { status: answer === undefined ? 204 : 200, body: answer };
    response.writeHead(told.status, { 'Content-Type': told.status < 400 ? 'application/json' : 'application/problem+json' });
    response.end(told.body === undefined ? undefined : JSON.stringify(told.body));
  });
});

export const opens = () => new Promise((ready) => server.listen(Number(need('HOUSE_PORT')), '127.0.0.1', ready));
export const closes = () => server.close();
