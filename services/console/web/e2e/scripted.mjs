// A customer-profile of a script's own, between the page and the gate: it remembers what it is told, and knows versions.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { complaints, console_, open } from './console.mjs';

const json = (body, status = 200, headers = {}) => ({ status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) });

export const problem = (status, name, detail, more = {}) =>
  json({ type: `urn:aftercare:problem:${name}`, title: detail, status, detail, ...more }, status, { 'Content-Type': 'application/problem+json' });

const nothing = { status: 204, body: '' };

/** Answers what the page asks of these addresses; what it asks besides is a complaint. */
export async function script(page, me, answers, complaints) {
  const asked = [];
  await page.route('**/api/**', async (route) => {
    const request = route.request();
    const url = new URL(request.url());
    const method = request.method();
    const path = url.pathname.replace(/^\/api/, '');
    const body = request.postData() ? request.postDataJSON() : undefined;
    asked.push({ method, path, query: url.searchParams, body, headers: request.headers() });
    if (path === '/me') return route.fulfill(json({ ...me, time: new Date().toISOString() }));
    for (const [way, answer] of answers) {
      const [by, ...rest] = way.split(' ');
      const found = by === method && new RegExp(`^${rest.join(' ')}$`).exec(path);
      if (found) return route.fulfill((await answer({ body, match: found, query: url.searchParams, seen: request.headers()['if-match'] })) ?? nothing);
    }
    // What the desk asks besides is none of this script's concern.
    if (!path.startsWith('/customer-profile/')) return route.fulfill(nothing);
    complaints.push(`nobody answers ${method} ${path}`);
    return route.fulfill(problem(404, 'not-found', `There is nothing at ${path}.`));
  });
  return asked;
}

export const ids = {
  ada: '0190f3a0-0000-7000-8000-0000000000a1',
  adah: '0190f3a0-0000-7000-8000-0000000000a2',
  reaction: '0190f3a0-0000-7000-8000-0000000000e1',
};

export const stores = ['GET /sales/stores', () => json({
    items: [
      { id: 'boston-1', name: 'Boston Tremont', country: 'US', zone: 'America/New_York' },
      { id: 'bangkok-1', name: 'Bangkok Silom', country: 'TH', zone: 'Asia/Bangkok' },
      { id: 'boston-2', name: 'Boston Harbor', country: 'US', zone: 'America/New_York' },
    ],
  })];

export function someone() {
  return {
    id: ids.ada,
    version: 7,
    status: 'active',
    storeId: 'boston-1',
    country: 'US',
    givenName: 'Adaline',
    familyName: 'Okafor',
    preferredName: 'Ada',
    pronunciation: 'AY-da',
    birthDate: '1951-03-02',
    sex: 'female',
    allergies: [{ atc: 'J01C', name: 'Penicillin' }],
    conditions: [{ icd10: 'E11.9', name: 'Type 2 diabetes', since: '2014-05-01' }],
    medicines: [{ atc: 'A10BA02', name: 'Metformin 500 mg', taking: 'one, morning and evening', since: '2014-05-01' }],
    takeCare: { note: 'Hears badly on the left.', whatHelps: 'Speak slowly, ask her to repeat the dose.' },
    languages: ['en-US', 'ig'],
    zone: 'America/New_York',
    window: { from: '10:00:00', to: '12:00:00' },
    preferredChannel: 'call',
    loyaltyTier: 'gold',
    email: 'ada@example.org',
    addresses: [{ use: 'home', lines: ['12 Elm Street', 'Apt 4'], city: 'Boston', region: 'MA', postalCode: '02118', country: 'US' }],
    phones: [
      { number: '+16175550101', type: 'mobile', wrong: false },
      { number: '+16175550102', type: 'home', validTo: '2026-12-31', wrong: true },
    ],
    caregivers: [{ name: 'Ngozi Okafor', relation: 'daughter', phone: '+16175550103', disclose: 'care-calls', wrong: false }],
    consents: [],
    doNotCall: false,
    restricted: false,
  };
}

const isShort = ({ number }) => number.replace(/\D/g, '').length < 7;

const purposes = ['care-calls', 'reminders', 'marketing', 'research', 'sharing'];
const channels = ['call', 'sms', 'email', 'wechat', 'post'];

export const cora = { id: 'cora', name: 'Cora', roles: ['care-manager'] };
export const pia = { id: 'pia', name: 'Pia', roles: ['pharmacist'] };
export const pam = { id: 'pam', name: 'Pam', roles: ['privacy-officer'] };

export const part = (page, which) => page.locator(`[data-part="${which}"]`);

export async function atPage(options, me, answers, path = '/customers') {
  const page = await open(options);
  const asked = await script(page, me, answers, complaints);
  await page.goto(console_ + path);
  await page.locator('.ac-file-page').waitFor();
  return { page, asked };
}

export async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
}

/** One customer's file with all its parts. @returns what is on file, and the answers for `script` */
export function customerFile() {
  const file = someone();
  const answers = [
    { purpose: 'care-calls', channel: 'call', state: 'given', wording: 'counter-1', at: '2026-02-11T15:04:00Z', source: 'counter', recordedAt: '2026-02-11T15:04:10Z', recordedBy: 'dan' },
    { purpose: 'marketing', channel: 'sms', state: 'declined', wording: 'counter-1', at: '2026-02-11T15:04:00Z', source: 'counter', recordedAt: '2026-02-11T15:04:10Z', recordedBy: 'dan' },
  ];
  const standing = () =>
    purposes.flatMap((purpose) =>
      channels.map((channel) => {
        const last = answers.find((each) => each.purpose === purpose && each.channel === channel);
        return { purpose, channel, state: last?.state ?? 'not-asked', ...(last ? { since: last.at } : {}) };
      }),
    );
  const care = { customerId: file.id, delivery: 'home', offers: [{ id: 'o1', version: 1, state: 'offered', kind: 'talk', gatheringId: 'g1', messageKey: 'talk.living-with-diabetes', storeId: 'boston-1', startsAt: '2026-12-10T22:00:00Z' }] };
  const changed = (part) => Object.assign(file, part, { version: file.version + 1 });
  const guarded = (seen, act) => (seen === `"${file.version}"` ? act() : problem(412, 'changed-meanwhile', 'The customer was changed meanwhile; read it again and repeat the edit.'));
  const one = `/customer-profile/customers/${ids.ada}`;
  const entries = (from) =>
    Array.from({ length: 30 }, (_none, place) => ({
      at: new Date(Date.parse('2026-11-20T13:00:00Z') - (from + place) * 86_400_000).toISOString(),
      kind: ['sale', 'contact', 'outcome', 'complaint'][place % 4],
      sourceId: randomUUID(),
      storeId: 'boston-1',
      state: ['completed', 'done', 'no-answer', 'open'][place % 4],
      detail: [{ lines: '2', atc: 'A10BA02' }, { programme: 'late-evening', step: '1' }, { programme: 'late-evening', attempts: '1' }, { category: 'wait' }][place % 4],
    }));
  return {
    file,
    changed,
    answers: [
      stores,
      ['POST /customer-profile/customers/search', ({ body }) => json({ customers: body.phone?.endsWith('0199') ? [] : body.phone?.endsWith('0103') ? [card(file, { name: 'Ngozi Okafor', relation: 'daughter' }), { ...card(file), id: ids.adah, preferredName: 'Chidi' }] : [card(file)] })],
      [`GET ${one}`, () => json(file, 200, { ETag: `"${file.version}"` })],
      [
        `PUT ${one}`,
        ({ body, seen }) =>
          body.phones.some(isShort)
            ? problem(400, 'invalid', 'Something is not right.', { violations: [{ field: `phones[${body.phones.findIndex(isShort)}].number`, message: 'must be a phone number, such as +12125550100' }] })
            : guarded(seen, () => {
                changed(body);
                return json(file);
              }),
      ],
      [`PUT ${one}/(allergies|conditions|medicines)`, ({ body, seen }) => guarded(seen, () => json(changed(body)))],
      [`PUT ${one}/take-care`, ({ body }) => void changed({ takeCare: body })],
      [`DELETE ${one}/take-care`, () => void changed({ takeCare: undefined })],
      [`GET ${one}/consents`, () => json({ customerId: file.id, version: file.version, doNotCall: file.doNotCall, standing: standing(), answers })],
      [
        `PUT ${one}/consents`,
        ({ body }) => {
          answers.unshift({ ...body, at: '2026-11-25T09:00:00Z', recordedAt: '2026-11-25T09:00:00Z', recordedBy: 'cora' });
          changed({});
          return json({ customerId: file.id, version: file.version, consents: [] });
        },
      ],
      [
        `GET ${one}/medication`,
        () =>
          json({
            customerId: file.id,
            asOf: '2026-11-25',
            from: '2026-05-30',
            purchases: { visits: 14, firstOn: '2024-01-09', lastOn: '2026-11-18', within30: true, regular: true },
            overall: { daysCovered: 151, daysInPeriod: 180, pdc: 83, adherent: true },
            medicines: [
              { name: 'Metformin 500 mg', atc: 'A10BA02', longTerm: true, packs: 6, fills: 6, lastOn: '2026-11-18', runsOutOn: '2026-12-18', earlyRefills: 1, lateRefills: 0, adherence: { daysCovered: 170, daysInPeriod: 180, pdc: 94, adherent: true } },
              { name: 'Simvastatin 20 mg', atc: 'C10AA01', longTerm: true, packs: 4, fills: 4, lastOn: '2026-09-02', runsOutOn: '2026-10-02', earlyRefills: 0, lateRefills: 2, adherence: { daysCovered: 120, daysInPeriod: 180, pdc: 66, adherent: false } },
            ],
          }),
      ],
      [`GET ${one}/care`, () => json(care)],
      [`PUT ${one}/adviser`, ({ body }) => void Object.assign(care, { adviser: body.subject })],
      [`DELETE ${one}/adviser`, () => void Object.assign(care, { adviser: undefined })],
      [`PUT ${one}/delivery`, ({ body }) => void Object.assign(care, body)],
      [`POST /customer-profile/care-offers/o1/(accept|decline|attend)`, ({ match }) => json(Object.assign(care.offers[0], { state: { accept: 'accepted', decline: 'declined', attend: 'attended' }[match[1]] }))],
      [
        `GET ${one}/timeline`,
        ({ query }) =>
          query.get('cursor') === null
            ? json({ items: entries(0) }, 200, { Link: `</api${one}/timeline?cursor=b&limit=30>; rel="next"` })
            : json({ items: entries(30).slice(0, 12) }),
      ],
    ],
  };
}

const card = (file, heldBy) => ({ id: file.id, status: file.status, preferredName: file.preferredName, languages: file.languages, allergies: file.allergies, doNotCall: false, ...(heldBy ? { heldBy } : {}) });

export { json };
