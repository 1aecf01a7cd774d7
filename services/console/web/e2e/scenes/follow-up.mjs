// The follow-up service as the pages of supervision meet it, without its database: it answers from a small story in memory,
// names wrong fields as the real one does, and remembers what it was asked.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

const minutes = (n) => new Date(Date.now() + n * 60_000).toISOString();
const days = (n) => minutes(n * 24 * 60);
const id = (n) => `0190f3a0-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n) => `${String(n).repeat(8)}-0000-4000-8000-000000000001`;

const hours = { opens: '09:00:00', dueUntil: '20:00:00', closes: '20:00:00' };
const step = (number, after, more = {}) => ({ number, after, hours, channel: 'call', skill: 'agent', priority: 4, ...more });
const script = {
  title: 'How are you this morning?',
  lines: ['Say who you are and which store you call for.', 'Ask how the patient is today.', 'Thank them.'],
  'red-flag': 'Trouble breathing or chest pain: stay on the line and bring in a pharmacist now.',
};
const programme = (key, version, name, trigger, steps, more = {}) => ({ key, version, name, trigger, care: true, 'last-resort': false, steps, script, ...more });

function story() {
  const inForce = [
    programme('antibiotic', 2, 'Antibiotic check', { atc: ['J01'] }, [step(1, { day: 3 })], { because: 'Antibiotic course under way' }),
    programme('high-alert', 1, 'High-alert medicine', { any: [{ atc: ['B01A', 'A10A', 'N02A'] }, { line: 'high-alert' }] }, [
      step(1, { day: 3 }, { skill: 'pharmacist', priority: 2 }),
      step(2, { day: 10 }, { skill: 'pharmacist', priority: 2 }),
    ]),
    programme('refill', 2, 'Refill reminder', { 'days-supply': { from: 8 } }, [step(1, { 'days-from-refill-due': -7 })], { care: false }),
    programme('wellbeing', 2, 'Wellbeing call', { any: [{ sale: 'first-purchase' }, { line: 'brand-switch' }, { sale: 'late-evening' }] }, [
      step(1, { 'hours-before-next-morning': 8 }, { priority: 3, hours: { ...hours, dueUntil: '12:00:00' } }),
    ], { care: false, experiment: 'relationship' }),
  ];
  const call = (n, of, state, more = {}) => {
    const made = inForce.find(({ key }) => key === of);
    return {
      id: id(n), epoch: 3, state, saleId: id(900 + n), customerId: id(800 + n), storeId: n % 2 ? 'boston-1' : 'bangkok-1', programme: of, programmeName: made.name,
      step: 1, priority: made.steps[0].priority, reason: made.because ?? 'Late in the evening, first purchase', dueAt: minutes(-40 - n), closesAt: minutes(400),
      dueExplained: 'sale 23:50 + 8 h, window 09:00–12:00 → 09:00', attempts: n % 3, permitted: false, ...more,
    };
  };
  return {
    inForce,
    lives: Object.fromEntries(inForce.map((made) => [made.key, {
      key: made.key,
      versions: [{ state: 'published', revision: 1, programme: made, publishedAt: days(-30) }],
      actions: [{ version: made.version, action: 'published', who: person(6), at: days(-30) }],
    }])),
    calls: [
      call(1, 'wellbeing', 'supervisor', { attempts: 1, disposition: 'no-answer' }),
      call(2, 'high-alert', 'held', { holder: person(3), leaseUntil: minutes(4), permitted: true }),
      call(3, 'antibiotic', 'held', { holder: person(4), leaseUntil: minutes(2) }),
      ...Array.from({ length: 6 }, (_none, n) => call(10 + n, n % 2 ? 'refill' : 'wellbeing', 'planned')),
    ],
    transfers: [{
      id: id(500), callId: id(2), customerId: id(802), storeId: 'boston-1', agent: person(3), priority: 0, redFlags: ['chest-pain', 'breathing'], placeConfirmed: true,
      state: 'supervisor', waitingSince: minutes(-1.5), storeAt: minutes(-1), supervisorAt: minutes(-0.5),
    }],
    agents: [
      { agent: person(3), presence: { state: 'available', since: minutes(-90) }, languages: ['en', 'zh'], stores: ['boston-1'], regions: [] },
      { agent: person(4), presence: { state: 'break', reason: 'recover', since: minutes(-8) }, languages: ['th', 'en'], stores: ['bangkok-1'], regions: ['siam'] },
      { agent: person(5), presence: { state: 'wrap-up', since: minutes(-1) }, languages: [], stores: [], regions: [] },
    ],
    incidents: [{
      id: id(600), callId: id(3), customerId: id(803), agent: person(4), kinds: ['shouting', 'threat'], helped: ['let-them-finish'], happenedAt: minutes(-200), state: 'open',
      debrief: ['happened', 'helped'].map((part, n) => ({ part, by: person(4), at: minutes(-100 + n) })), missing: ['colleague', 'supervisor', 'change'],
    }],
    messages: [
      { id: id(700), customerId: id(801), causeId: id(901), programme: 'refill', programmeVersion: 2, step: 1, purpose: 'reminders', template: 'refill', state: 'queued', dueAt: minutes(30), closesAt: minutes(600), explained: 'supply ends 1 Dec, 7 days before → 24 Nov 09:00', attempts: 1, reason: 'no-channel' },
      { id: id(701), customerId: id(802), causeId: id(902), programme: 'wellbeing', programmeVersion: 2, step: 1, purpose: 'marketing', template: 'greeting', channel: 'email', state: 'failed', dueAt: minutes(-300), closesAt: minutes(100), explained: 'birthday, 09:00', attempts: 3, reason: 'unconfirmed' },
    ],
    experiments: [],
    asked: [],
  };
}

const world = story();

class No extends Error {
  constructor(status, name, detail, more = {}) {
    super(detail);
    this.status = status;
    this.problem = { type: `urn:aftercare:problem:${name}`, title: name, status, detail, ...more };
  }
}

const found = (list, wanted) => {
  const one = list.find((each) => each.id === wanted);
  if (!one) throw new No(404, 'not-found', `There is no ${wanted}.`);
  return one;
};

function write(incident, part, by) {
  incident.missing = incident.missing.filter((one) => one !== part);
  incident.debrief = [...incident.debrief.filter((one) => one.part !== part), { part, by, at: minutes(0) }];
  return incident;
}

function wrong(written) {
  const flaws = [];
  const flaw = (field, message) => flaws.push({ field, in: 'body', message });
  if (!written.name?.trim()) flaw('name', 'must be a text of 1 to 80 characters');
  (written.trigger?.atc ?? []).forEach((atc, n) => /^[A-Z]([0-9]{2}([A-Z].*)?)?$/.test(atc) || flaw(`trigger.atc[${n}]`, 'must be an ATC class, such as J01 or B01AA03'));
  (written.steps ?? []).forEach((one, n) => one.after?.day > 365 && flaw(`steps[${n}].after.day`, 'must be from 0 to 365'));
  return flaws;
}

const sum = (lines, what) => lines.reduce((all, line) => all + line[what], 0);

function summary() {
  const line = (priority, skill, planned, ages, zones) => {
    const [under15Minutes, underAnHour, under4Hours, longer] = ages;
    const waiting = under15Minutes + underAnHour + under4Hours + longer;
    const since = longer ? -300 : under4Hours ? -100 : underAnHour ? -40 : -5;
    return { priority, skill, planned, waiting, ages: { under15Minutes, underAnHour, under4Hours, longer }, ...(waiting ? { oldestDueAt: minutes(since) } : {}), zones };
  };
  const queues = [
    line(1, 'agent', 4, [1, 0, 0, 0], [{ zone: 'America/New_York', planned: 4, waiting: 1, oldestDueAt: minutes(-5) }]),
    line(2, 'pharmacist', 31, [4, 3, 0, 0], [{ zone: 'America/New_York', planned: 20, waiting: 7, oldestDueAt: minutes(-40) }, { zone: 'Asia/Bangkok', planned: 11, waiting: 0 }]),
    line(3, 'agent', 1204, [60, 31, 12, 2], [{ zone: 'Asia/Bangkok', planned: 400, waiting: 15, oldestDueAt: minutes(-300) }, { zone: 'America/New_York', planned: 804, waiting: 90, oldestDueAt: minutes(-55) }]),
    line(4, 'agent', 388, [12, 0, 0, 0], [{ zone: 'America/New_York', planned: 388, waiting: 12, oldestDueAt: minutes(-12) }]),
  ];
  const ages = Object.fromEntries(['under15Minutes', 'underAnHour', 'under4Hours', 'longer'].map((age) => [age, sum(queues.map((one) => one.ages), age)]));
  const states = { planned: sum(queues, 'planned') };
  for (const { state } of world.calls) if (state !== 'planned') states[state] = (states[state] ?? 0) + 1;
  return { at: minutes(0), until: days(1), states, waiting: sum(queues, 'waiting'), ages, oldestDueAt: minutes(-300), queues };
}

function forecast(date) {
  const day = date ?? new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  const hour = (n, planned, arriving, agents) => ({ hour: n, planned, arriving, agents, answered: 0.86, occupancy: 0.78 });
  const agent = [[9, 310, 20.5, 34], [10, 240, 31, 29], [11, 180, 25, 22], [12, 90, 20, 13], [13, 40, 14, 7], [14, 30, 12, 6], [16, 25, 10, 5], [17, 60, 12, 9], [18, 44, 9, 7], [19, 12, 3, 3]];
  const skill = (name, handling, measured, list) => ({ skill: name, handling, measured, hours: list.map((one) => hour(...one)) });
  return {
    date: day, zone: 'America/New_York', serviceLevel: 0.8, target: 'PT20S', occupancy: 0.85,
    skills: [skill('agent', 'PT5M30S', true, agent), skill('pharmacist', 'PT8M', false, [[9, 14, 2, 4], [10, 9, 1, 3], [11, 3, 0, 2]])],
  };
}

function rates() {
  const segment = (name, list, proposals) => ({ segment: name, proposals, hours: list.map((rate, n) => ({ hour: 9 + n, dialled: 200, answered: Math.round(200 * rate), rate })) });
  return {
    since: days(-90),
    segments: [
      segment('elderly', [0.71, 0.74, 0.7, 0.5, 0.44, 0.47, 0.42, 0.4, 0.41, 0.38, 0.3], [{ from: 9, to: 12, rate: 0.72, otherwise: 0.42 }]),
      segment('young', [0.18, 0.2, 0.22, 0.31, 0.24, 0.2, 0.25, 0.3, 0.46, 0.52, 0.5], [{ from: 17, to: 20, rate: 0.49, otherwise: 0.24 }]),
      segment('adult', [0.4, 0.41, 0.39, 0.42, 0.4, 0.38, 0.41, 0.4, 0.42, 0.4, 0.39], []),
    ],
  };
}

const life = (key) => {
  const one = world.lives[key];
  if (!one) throw new No(404, 'not-found', `There is no programme ${key}.`);
  return one;
};
const draftOf = (key) => world.lives[key]?.versions.find(({ state }) => state === 'draft');
const done = (key, action, version) => life(key).actions.unshift({ ...(version ? { version } : {}), action, who: person(6), at: minutes(0) });
const stop = { kept: 0, earlier: 0, later: 0, cancelled: 0, rerouted: 0 };
let replanned = false;

const routes = [
  ['GET', /^\/calls\/summary$/, summary],
  ['GET', /^\/calls$/, ({ query }) => ({ items: world.calls.filter((call) => call.state === (query.get('state') ?? call.state) && call.programme === (query.get('programme') ?? call.programme)) })],
  ['POST', /^\/calls\/([^/]+)\/release$/, ({ path: [wanted] }) => Object.assign(found(world.calls, wanted), { state: 'planned', epoch: 4, holder: undefined, leaseUntil: undefined })],
  ['POST', /^\/calls\/([^/]+)\/reassign$/, ({ path: [wanted], body }) => {
    const call = found(world.calls, wanted);
    if (body.epoch !== call.epoch) throw new No(409, 'stale-epoch', 'The call has moved on.');
    if (call.permitted && body.to !== person(3)) throw new No(409, 'agent-busy', 'They hold another call; it must come to an end first.');
    return Object.assign(call, { state: 'held', epoch: call.epoch + 1, leaseUntil: minutes(4), holder: body.to, permitted: false });
  }],
  ['GET', /^\/transfers$/, () => ({ items: world.transfers.filter(({ state }) => state !== 'ended') })],
  ['POST', /^\/transfers\/([^/]+)\/take$/, ({ path: [wanted], who }) => Object.assign(found(world.transfers, wanted), { state: 'taken', takenBy: who, takenAt: minutes(0) })],
  ['POST', /^\/transfers\/([^/]+)\/end$/, ({ path: [wanted], body }) => Object.assign(found(world.transfers, wanted), { state: 'ended', ending: body.ending })],
  ['GET', /^\/agents$/, () => ({ items: world.agents })],
  ['PUT', /^\/agents\/([^/]+)\/profile$/, ({ path: [wanted], body }) => {
    const odd = body.languages.findIndex((language) => !/^[a-z]{2,3}$/.test(language));
    if (odd >= 0) throw new No(400, 'invalid', 'Some fields are wrong.', { violations: [{ field: `languages[${odd}]`, in: 'body', message: 'must be a language such as en, zh or th' }] });
    Object.assign(world.agents.find(({ agent }) => agent === wanted), body);
    return body;
  }],
  ['GET', /^\/incidents$/, ({ query }) => ({ items: world.incidents.filter(({ state }) => state === (query.get('state') ?? state)) })],
  ['PUT', /^\/incidents\/([^/]+)\/debrief\/([a-z]+)$/, ({ path: [wanted, part], who }) => {
    if (!['supervisor', 'change'].includes(part)) throw new No(404, 'not-found', 'There is no part of yours.');
    return write(found(world.incidents, wanted), part, who);
  }],
  ['POST', /^\/incidents\/([^/]+)\/close$/, ({ path: [wanted] }) => {
    const incident = found(world.incidents, wanted);
    if (incident.missing.length > 0) throw new No(409, 'debrief-open', 'Parts of the debrief are missing.', { missing: incident.missing });
    return Object.assign(incident, { state: 'closed', closedAt: minutes(0) });
  }],
  ['GET', /^\/programmes$/, () => ({ items: world.inForce.map((made) => ({ programme: made, publishedAt: days(-30), ...(world.lives[made.key].pausedSince ? { pausedSince: world.lives[made.key].pausedSince } : {}) })) })],
  ['GET', /^\/programmes\/([^/]+)$/, ({ path: [key] }) => life(key)],
  ['PUT', /^\/programmes\/([^/]+)\/draft$/, ({ path: [key], body, seen }) => {
    const draft = draftOf(key);
    if (seen !== undefined && draft?.revision !== seen) throw new No(412, 'draft-changed', 'Somebody changed the draft since you read it; read it again.');
    const violations = wrong(body);
    if (violations.length > 0) throw new No(400, 'invalid', 'Some fields are wrong.', { violations });
    world.lives[key] ??= { key, versions: [], actions: [] };
    const version = draft?.programme.version ?? (world.lives[key].versions.at(-1)?.programme.version ?? 0) + 1;
    const edition = { state: 'draft', revision: (draft?.revision ?? 0) + 1, programme: { key, version, ...body } };
    world.lives[key].versions = [...world.lives[key].versions.filter(({ state }) => state !== 'draft'), edition];
    done(key, 'drafted', version);
    return edition;
  }],
  ['DELETE', /^\/programmes\/([^/]+)\/draft$/, ({ path: [key] }) => void (life(key).versions = life(key).versions.filter(({ state }) => state !== 'draft'))],
  ['POST', /^\/programmes\/([^/]+)\/simulate$/, () => ({
    from: days(-30), to: minutes(0), sales: 31_400, events: 0, offers: 0, notCounted: ['Birthdays are not counted.'], complete: true, calls: 1204, messages: 0, said: 'On 31,400 sales this would have made 1,204 calls, 37.0 pharmacist hours.',
    skills: [{ skill: 'agent', calls: 927, hours: 77.3 }, { skill: 'pharmacist', calls: 277, hours: 37 }],
    days: Array.from({ length: 28 }, (_none, n) => ({ date: days(n - 28).slice(0, 10), skill: 'agent', contacts: 20 + ((n * 7) % 31) })),
  })],
  ['POST', /^\/programmes\/([^/]+)\/publish$/, ({ path: [key], body }) => {
    const draft = draftOf(key);
    if (draft?.revision !== body.revision) throw new No(412, 'draft-changed', 'Somebody changed the draft since you read it; read it again.');
    Object.assign(draft, { state: 'published', publishedAt: minutes(0) });
    world.inForce = [...world.inForce.filter((made) => made.key !== key), draft.programme].sort((a, b) => a.key.localeCompare(b.key));
    done(key, 'published', draft.programme.version);
    return draft;
  }],
  ['POST', /^\/programmes\/([^/]+)\/pause$/, ({ path: [key] }) => void (done(key, 'paused'), (life(key).pausedSince = minutes(0)))],
  ['POST', /^\/programmes\/([^/]+)\/resume$/, ({ path: [key] }) => void (done(key, 'resumed'), delete life(key).pausedSince)],
  ['POST', /^\/programmes\/([^/]+)\/retire$/, ({ path: [key] }) => void (done(key, 'retired'), (world.inForce = world.inForce.filter((made) => made.key !== key)))],
  ['POST', /^\/replans$/, ({ body }) => {
    // Two answers, as of a house with more calls than one looks at.
    const moves = replanned ? { kept: 120 } : { kept: 102, earlier: 3, later: 14, cancelled: 1 };
    const of = body.programme ?? (body.after ? 'wellbeing' : 'refill');
    if (!body.preview && body.after) replanned = true;
    return { looked: 120, programmes: { [of]: { ...stop, ...moves } }, ...(body.after ? {} : { next: id(999) }) };
  }],
  ['GET', /^\/supervision\/forecast$/, ({ query }) => forecast(query.get('date') ?? undefined)],
  ['GET', /^\/supervision\/answer-rates$/, rates],
  ['GET', /^\/experiments$/, () => ({ items: world.experiments })],
  ['PUT', /^\/experiments\/([^/]+)\/approval$/, ({ path: [name], body, who }) => {
    const stands = { name, runs: true, sharePercent: body.sharePercent, approvedBy: who, approvedAt: minutes(0) };
    world.experiments = [...world.experiments.filter((one) => one.name !== name), stands];
    return stands;
  }],
  ['DELETE', /^\/experiments\/([^/]+)\/approval$/, ({ path: [name], who }) => Object.assign(world.experiments.find((one) => one.name === name), { runs: false, endedBy: who, endedAt: minutes(0) })],
  ['GET', /^\/messages\/summary$/, () => ({ at: minutes(0), until: days(1), channels: ['email'], states: [{ state: 'queued', due: 3, messages: 41, oldest: minutes(-20) }, { state: 'waiting', due: 5, messages: 5 }, { state: 'sending', due: 0, messages: 0 }] })],
  ['GET', /^\/messages$/, ({ query }) => ({ items: world.messages.filter((message) => message.state === query.get('state')) })],
];

/** What the page asked to be changed so far. */
export const asked = () => world.asked;

/** Somebody else at a desk follows the link to this incident. */
export const speaksAsColleague = (wanted) => write(found(world.incidents, wanted), 'colleague', person(5));

/** Another care manager saves the draft meanwhile. */
export const meddle = (key) => {
  const draft = draftOf(key);
  draft.revision += 1;
  draft.programme = { ...draft.programme, name: 'Saved by somebody else' };
};

const subjectOf = (authorization) => (authorization ? JSON.parse(Buffer.from(authorization.split('.')[1], 'base64url')).sub : '5f0c1f5e-0000-4000-8000-000000000001');

async function answer(request, response) {
  const address = new URL(request.url, 'http://house');
  let text = '';
  for await (const part of request) text += part;
  const say = (status, body, type = 'application/json') => {
    response.writeHead(status, { 'Content-Type': type, Date: new Date().toUTCString() });
    response.end(body === undefined ? '' : JSON.stringify(body));
  };
  for (const [method, form, act] of routes) {
    const path = form.exec(address.pathname);
    if (method !== request.method || path === null) continue;
    const body = text === '' ? undefined : JSON.parse(text);
    if (method !== 'GET') world.asked.push({ method, path: address.pathname, body });
    const seen = request.headers['if-match'];
    try {
      const result = act({ path: path.slice(1).map(decodeURIComponent), query: address.searchParams, body, who: subjectOf(request.headers.authorization), ...(seen ? { seen: Number(seen.replaceAll('"', '')) } : {}) });
      return say(result === undefined ? 204 : 200, result);
    } catch (no) {
      if (!(no instanceof No)) throw no;
      return say(no.status, no.problem, 'application/problem+json');
    }
  }
  return say(404, { type: 'urn:aftercare:problem:not-found', status: 404, detail: `Nothing is scripted for ${request.method} ${address.pathname}.` }, 'application/problem+json');
}

/** Listens where the console looks for its services. */
export const listen = (port) => new Promise((ready) => createServer(answer).listen(port, 'localhost', ready));

// As in the console's application.properties: what breaks this policy breaks there.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** The page without the console's back end, for a quick look: whoever comes is the one whom the header names. */
export const serve = (folder) =>
  new Promise((ready) => {
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url, 'http://house');
      if (pathname === '/api/me') {
        const roles = (request.headers['x-comes-as'] ?? 'supervisor').split(' ');
        response.writeHead(200, { 'Content-Type': 'application/json' });
        return response.end(JSON.stringify({ id: subjectOf(undefined), name: 'Sam', roles, time: new Date().toISOString() }));
      }
      if (pathname.startsWith('/api/follow-up/')) {
        request.url = request.url.slice('/api/follow-up'.length);
        return answer(request, response);
      }
      const name = extname(pathname) === '' ? '/index.html' : pathname;
      const content = await readFile(join(folder, name)).catch(() => undefined);
      response.writeHead(content === undefined ? 404 : 200, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', 'Content-Security-Policy': policy });
      return response.end(content);
    });
    server.listen(0, 'localhost', () => ready(`http://localhost:${server.address().port}`));
  });
