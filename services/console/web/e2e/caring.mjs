// Scenes of a care manager beside the files themselves: people known twice, segments, talks and campaigns.
import assert from 'node:assert/strict';
import { console_, desktop, phone, say, shot } from './console.mjs';
import { atPage, cora, customerFile, fits, ids, json, problem } from './scripted.mjs';

export async function duplicates() {
  const { file, answers } = customerFile();
  const twin = { ...file, id: ids.adah, version: 3, givenName: 'Adah', storeId: 'boston-2', email: undefined, phones: [file.phones[0]], caregivers: [], medicines: [] };
  const pair = { score: 88, reasons: ['same-phone', 'same-birth-date', 'like-name'], one: file, other: twin };
  const merge = { id: 'm1', survivor: twin.id, merged: file.id, mergedAt: '2026-11-25T12:00:00Z', undoUntil: '2099-12-25T12:00:00Z' };
  let merged;
  const all = [
    ['GET /customer-profile/duplicates', ({ query }) => json(query.get('cursor') === null ? { items: [], next: ids.adah } : { items: merged ? [] : [pair] })],
    [`GET /customer-profile/duplicates/${ids.ada}/${ids.adah}`, () => json({ ...pair, differing: ['givenName', 'email'] })],
    ['POST /customer-profile/merges', ({ body }) => json((merged = body) && merge, 201)],
    ['POST /customer-profile/merges/m1/undo', () => json({ ...merge, undoneAt: ((merged = undefined), '2026-11-25T12:01:00Z') })],
    ...answers,
  ];
  const { page } = await atPage(desktop, cora, all, '/duplicates');
  say('a page without a pair is gone past; two files stand side by side');
  await page.locator('[data-pair]').click();
  await page.locator('[data-row="givenName"][data-differs="true"]').waitFor();
  await page.locator('[data-stay="other"]').check();
  await shot(page, 'compare', true);
  await page.getByRole('button', { name: 'Make them one' }).click();
  assert.match(await page.getByRole('dialog').innerText(), /Adah Okafor[\s\S]*stays/);
  await page.getByRole('dialog').getByRole('button', { name: 'Make them one' }).click();
  await page.locator('[data-said="merged"]').waitFor();
  assert.deepEqual(merged, { survivor: ids.adah, survivorVersion: 3, merged: ids.ada, mergedVersion: 7 });
  await shot(page, 'merged');
  say('and are two again');
  await page.locator('[data-merge="m1"]').getByRole('button', { name: 'Undo' }).click();
  await page.locator('[data-said="undone"]').waitFor();
  await page.locator('[data-pair]').waitFor();
  assert.equal(await page.locator('[data-merge]').count(), 0);
  await page.context().close();

  const { page: small } = await atPage({ ...phone, locale: 'th-TH' }, cora, all, `/duplicates?pair=${ids.ada}~${ids.adah}`);
  await small.locator('[data-row="givenName"]').waitFor();
  await fits(small);
  await shot(small, 'compare-phone-th', true);
  await small.context().close();
}

export async function segments() {
  const { answers } = customerFile();
  const editions = [
    { name: 'elderly', version: 1, title: 'Elderly', rule: { all: [{ fact: 'age', from: 66 }] }, draftedBy: 'cora', draftedAt: '2026-10-01T08:00:00Z', publishedBy: 'cora', publishedAt: '2026-10-01T08:00:00Z' },
    { name: 'at-risk-of-leaving', version: 2, title: 'At risk of leaving', rule: { all: [{ fact: 'visits', from: 2 }, { fact: 'not', that: { fact: 'last-visit', withinDays: 90 } }] }, draftedBy: 'cora', draftedAt: '2026-10-01T08:00:00Z', publishedBy: 'cora', publishedAt: '2026-10-02T08:00:00Z' },
  ];
  const counted = [];
  const all = [
    ['GET /customer-profile/segments', () => json({ items: editions })],
    ['POST /customer-profile/segments/preview', ({ body }) => json({ customers: (counted.push(body.rule), body.rule.all.length > 1 ? 12431 : 40200) })],
    [
      'PUT /customer-profile/segments/elderly/draft',
      ({ body }) => {
        if (body.title === '') return problem(400, 'invalid', 'Something is not right.', { violations: [{ field: 'title', message: 'must not be blank' }] });
        const draft = { ...body, name: 'elderly', version: 2, draftedBy: 'cora', draftedAt: '2026-11-25T08:00:00Z' };
        editions.unshift(draft);
        return json(draft);
      },
    ],
    ['POST /customer-profile/segments/elderly/publish', ({ body }) => json(Object.assign(editions.find(({ name, version }) => name === 'elderly' && version === body.version), { publishedBy: 'cora', publishedAt: '2026-11-25T08:05:00Z' }))],
    ...answers,
  ];
  const { page } = await atPage(desktop, cora, all, '/segments');
  say('a rule says how many it takes in while it is written');
  await page.locator('[data-segment="at-risk-of-leaving"]').getByText('not Last visit').waitFor();
  await shot(page, 'segments');
  say('a new one has a name of its own');
  await page.getByRole('button', { name: 'New segment' }).click();
  const save = page.locator('[data-form="segment"] button[type="submit"]');
  await page.locator('[data-path="name"]').fill('elderly');
  await page.getByText('This name is taken').waitFor();
  assert.equal(await save.getAttribute('aria-disabled'), 'true');
  await page.locator('[data-path="name"]').fill('very-old');
  await page.getByText('Words in lower case').waitFor();
  assert.notEqual(await save.getAttribute('aria-disabled'), 'true');
  await page.keyboard.press('Escape');
  await page.locator('[data-edit="elderly"]').click();
  await page.locator('[data-count="40200"]').waitFor();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  const second = page.locator('[data-rows="conditions"] .ac-form-one').nth(1);
  await second.locator('[data-path$=".fact"]').selectOption('consent');
  await page.locator('[data-count="12431"]').waitFor();
  assert.match(await page.locator('.ac-count').innerText(), /Takes in 12,431 customers/);
  assert.deepEqual(counted.at(-1), { all: [{ fact: 'age', from: 66 }, { fact: 'consent', purpose: 'marketing', channel: 'sms', state: 'given' }] });
  await shot(page, 'segment-form', true);
  await page.getByRole('button', { name: 'Write it as JSON' }).click();
  await page.locator('[data-path="rule"]').waitFor();
  await page.getByRole('button', { name: 'Back to the form' }).click();
  say('drafted and published');
  await page.getByRole('button', { name: /Save as draft/ }).click();
  await page.locator('[data-draft="2"]').waitFor();
  await page.locator('[data-draft="2"]').getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await page.locator('[data-segment="elderly"][data-version="2"]').waitFor();
  await page.context().close();

  const { page: small } = await atPage({ ...phone, locale: 'th-TH' }, cora, all, '/segments?segment=elderly');
  await small.locator('[data-count="12431"]').waitFor();
  await fits(small);
  await shot(small, 'segment-phone-th', true);
  await small.context().close();
}

export async function care() {
  const { answers } = customerFile();
  const gathering = { id: 'g1', kind: 'talk', messageKey: 'talk.living-with-diabetes', storeId: 'boston-1', place: 'The room behind the counter', startsAt: '2026-12-10T22:00:00Z', capacity: 12, taken: 11 };
  const campaigns = [{ id: 'c1', kind: 'seasonal', messageKey: 'season.influenza', segment: 'elderly', startsOn: '2020-01-01', endsOn: '2099-01-01', openedAt: '2026-10-01T08:00:00Z' }];
  let invited;
  const all = [
    ['GET /customer-profile/gatherings', () => json({ items: [gathering] })],
    ['POST /customer-profile/gatherings/g1/offers', ({ body }) => json({ asked: ((invited = body), 214) })],
    ['POST /customer-profile/gatherings/g1/sign-ups', ({ body }) => (gathering.taken += 1) && json({ id: 'o2', version: 1, state: 'accepted', kind: 'talk', customerId: body.customerId })],
    ['GET /customer-profile/campaigns', () => json({ items: campaigns })],
    [
      'POST /customer-profile/campaigns',
      ({ body }) => {
        if (!/^[a-z0-9.-]+$/.test(body.messageKey)) return problem(400, 'invalid', 'Something is not right.', { violations: [{ field: 'messageKey', message: 'must be a key, such as season.influenza' }] });
        campaigns.unshift({ ...body, id: 'c2', openedAt: '2026-11-25T08:00:00Z' });
        return json(campaigns[0], 201);
      },
    ],
    ['POST /customer-profile/campaigns/c1/stop', () => json(Object.assign(campaigns.find(({ id }) => id === 'c1'), { stoppedAt: '2026-11-25T08:00:00Z' }))],
    ['GET /customer-profile/segments', () => json({ items: [{ name: 'elderly', version: 1, title: 'Elderly', publishedAt: '2026-10-01T08:00:00Z', rule: { all: [] } }] })],
    ...answers,
  ];
  const { page, asked } = await atPage(desktop, cora, all, '/care');
  say('customers are asked to a talk, and one who asks takes the last seat');
  const talk = page.locator('[data-gathering="g1"]');
  await talk.getByRole('button', { name: 'Ask customers' }).click();
  await talk.locator('[data-path="segment"]').selectOption('elderly');
  await page.keyboard.press('Control+Enter');
  await talk.getByText('214 customers asked.').waitFor();
  assert.deepEqual(invited, { storeId: 'boston-1', segment: 'elderly' });
  await talk.getByRole('button', { name: 'Sign somebody up' }).click();
  await talk.locator('[data-find]').fill('+1 617 555 0101');
  await page.keyboard.press('Enter');
  await page.locator('[data-gathering="g1"][data-left="0"]').waitFor();
  say('a campaign is opened, another stopped');
  await page.getByRole('button', { name: 'Open a campaign' }).click();
  await page.locator('[data-form="campaign"] [data-path="messageKey"]').fill('Wrong key');
  await page.locator('[data-form="campaign"] [data-path="endsOn"]').fill('2099-12-31');
  await page.keyboard.press('Control+Enter');
  await page.locator('.ac-form-fault').waitFor();
  await shot(page, 'care', true);
  await page.locator('[data-form="campaign"] [data-path="messageKey"]').fill('season.hay-fever');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-campaign="c2"]').waitFor();
  await page.locator('[data-campaign="c1"]').getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await page.locator('[data-campaign="c1"][data-state="stopped"]').waitFor();
  say('an adviser is named, an offer answered');
  await page.goto(`${console_}/customers?customer=${ids.ada}`);
  await page.locator('[data-fact="adviser"]').getByRole('button', { name: 'Name one' }).click();
  await page.keyboard.type('pia');
  await page.keyboard.press('Enter');
  await page.locator('[data-fact="adviser"]').getByText('pia').waitFor();
  await page.locator('[data-offer="o1"]').getByRole('button', { name: 'Accepts' }).click();
  await page.locator('[data-offer="o1"][data-state="accepted"]').waitFor();
  say('a delivery is noted once it is saved');
  const delivery = page.locator('[data-fact="delivery"]');
  const noted = () => asked.filter(({ path }) => path.endsWith('/delivery')).map(({ body }) => body.delivery);
  await delivery.locator('select').selectOption('pick-up');
  await delivery.locator('select').selectOption('locker');
  await delivery.getByRole('button', { name: 'Save' }).waitFor();
  assert.deepEqual(noted(), []);
  await delivery.getByRole('button', { name: 'Save' }).click();
  await delivery.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
  assert.deepEqual(noted(), ['locker']);
  await page.context().close();

  const { page: small } = await atPage({ ...phone, locale: 'th-TH' }, cora, all, '/care');
  await small.locator('[data-gathering="g1"]').waitFor();
  await fits(small);
  await shot(small, 'care-phone-th', true);
  await small.context().close();
}
