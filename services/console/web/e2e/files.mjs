// Files of customers as a care manager, a pharmacist and the privacy officer meet them, in a real browser: the page and its gatekeeper's
// rules come from the console, what is on file from a scripted customer-profile.
//
//   CONSOLE_URL=http://localhost:8080 node e2e/files.mjs
//
// Needs a console whose log-in lets in whoever comes. Optional: SCREENSHOT_DIR, CHROMIUM, E2E_TIMEOUT (ms).
import assert from 'node:assert/strict';
import { care, duplicates, segments } from './caring.mjs';
import { browser, complaints, desktop, name, phone, say, shot, step } from './console.mjs';
import { atPage, cora, customerFile, fits, ids, json, pam, part, pia } from './scripted.mjs';

name('files');

async function aLateAnswerOpensNobody() {
  const { answers } = customerFile();
  let arrives;
  const late = new Promise((arrive) => {
    arrives = arrive;
  });
  const slow = answers.map(([way, answer]) => [
    way,
    async (question) => {
      if (question.body?.phone?.endsWith('0101')) await late;
      return answer(question);
    },
  ]);
  const { page } = await atPage(desktop, cora, slow);
  say('an answer to what is not looked for any more opens nobody');
  const answered = page.waitForResponse('**/customers/search');
  await page.locator('[data-find]').fill('+1 617 555 0101');
  await page.keyboard.press('Enter');
  await page.locator('[data-find]').fill('+1 617 555 0199');
  arrives();
  await answered;
  await page.keyboard.press('Enter');
  await page.locator('.ac-finder-nobody').waitFor();
  assert.equal(await page.locator('[data-customer]').count(), 0);
  await page.context().close();
}

async function findsAndCorrects() {
  const { file, changed, answers } = customerFile();
  const { page, asked } = await atPage(desktop, cora, answers);
  say('a number that several share is asked about');
  await shot(page, 'find');
  await page.keyboard.type('617 555 0103');
  await page.keyboard.press('Enter');
  await page.locator('[data-found]').nth(1).waitFor();
  assert.equal(asked.find(({ path }) => path.endsWith('/search')).body.country, 'US');
  await shot(page, 'several');
  await page.keyboard.press('Enter');
  await page.locator('[data-customer]').waitFor();
  await page.getByText('Penicillin').waitFor();
  await page.locator('.ac-timeline > li').first().waitFor();
  await part(page, 'medication').getByText('83 %').waitFor();
  await shot(page, 'file', true);

  say('the timeline goes on');
  assert.equal(await page.locator('.ac-timeline > li').count(), 30);
  await part(page, 'timeline').getByRole('button', { name: 'Show more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.ac-timeline > li').length === 42);

  say('a wrong field is named beside the field');
  await page.locator('[data-edit="identity"]').click();
  const form = page.locator('[data-form="identity"]');
  await form.locator('[data-path="phones[0].number"]').fill('12');
  await form.locator('[data-path="preferredName"]').fill('Adaline');
  await page.keyboard.press('Control+Enter');
  const wrong = form.locator('[data-path="phones[0].number"]');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-path') === 'phones[0].number');
  assert.match(await form.locator('.ac-form-fault').innerText(), /must be a phone number/);
  await shot(page, 'wrong-field', true);

  say('what is typed outlives a reload');
  await page.reload();
  await form.waitFor();
  assert.equal(await form.locator('[data-path="preferredName"]').inputValue(), 'Adaline');
  await wrong.fill('+1 617 555 0177');

  say('a change of somebody else is shown, and nothing is lost');
  changed({ preferredName: 'Mrs Okafor', loyaltyTier: 'platinum' });
  await form.getByRole('button', { name: /Save/ }).click();
  const clash = form.locator('[data-clashing="preferredName"]');
  await clash.waitFor();
  assert.match(await clash.innerText(), /Mrs Okafor[\s\S]*Adaline/);
  assert.equal(await form.locator('[data-path="loyaltyTier"]').inputValue(), 'platinum');
  assert.equal(await wrong.inputValue(), '+1 617 555 0177');
  await shot(page, 'clash', true);
  say('what both changed is decided before anything is sent, after a reload as well');
  const sent = asked.filter(({ method }) => method === 'PUT').length;
  await page.keyboard.press('Control+Enter');
  await page.reload();
  await clash.waitFor();
  await form.getByRole('button', { name: /Save/ }).press('Control+Enter');
  assert.equal(asked.filter(({ method }) => method === 'PUT').length, sent);
  assert.equal(file.preferredName, 'Mrs Okafor');
  await clash.getByRole('button', { name: 'Take this' }).click();
  await form.getByRole('button', { name: /Save/ }).click();
  await page.locator('[data-saved="1"]').waitFor();
  assert.equal(file.preferredName, 'Mrs Okafor');
  assert.equal(file.phones[0].number, '+1 617 555 0177');
  assert.equal(file.loyaltyTier, 'platinum');
  await page.getByRole('heading', { level: 1, name: 'Mrs Okafor' }).waitFor();

  say('an answer is recorded and stands at once, with its history');
  await page.locator('[data-consent="marketing/sms"] button').click();
  const answer = page.locator('[data-form="answer"]');
  await answer.locator('[data-path="proof.reference"]').fill('form 4711');
  await shot(page, 'answer', true);
  await answer.getByRole('button', { name: /Record answer/ }).click();
  await page.locator('[data-consent="marketing/sms"][data-state="given"]').waitFor();
  assert.match(await page.locator('[data-history="consents"] li').first().innerText(), /Marketing[\s\S]*form 4711/);
  await page.context().close();
}

async function pharmacistCaresForHealth() {
  const { file, answers } = customerFile();
  file.takeCare = { difficult: { at: '2026-11-20T13:00:00Z', kinds: ['shouting'], helped: ['speak-slowly'] } };
  const { page } = await atPage(desktop, pia, answers, `/customers?customer=${ids.ada}`);
  say('a difficult talk is told, though nobody wrote a note');
  await part(page, 'take-care').locator('[data-difficult-before]').waitFor();
  say('a pharmacist edits health and nothing else');
  await page.locator('[data-edit="allergies"]').click();
  assert.equal(await page.locator('[data-edit="identity"]').count(), 0);
  assert.equal(await page.locator('[data-consent] button').count(), 0);
  const form = page.locator('[data-form="allergies"]');
  await form.getByRole('button', { name: 'Add an allergy' }).click();
  await page.keyboard.type('n02ba');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Aspirin');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-saved="1"]').waitFor();
  assert.deepEqual(file.allergies, [{ atc: 'J01C', name: 'Penicillin' }, { atc: 'N02BA', name: 'Aspirin' }]);

  say('giving up saves nothing and does not say so; what was typed is asked about first');
  await page.locator('[data-edit="allergies"]').click();
  await form.waitFor();
  await page.keyboard.press('Escape');
  await form.waitFor({ state: 'detached' });
  await page.locator('[data-edit="allergies"]').click();
  const name = form.locator('[data-path="allergies[0].name"]');
  await name.fill('Pollen');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on editing' }).click();
  assert.equal(await name.inputValue(), 'Pollen');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
  await form.waitFor({ state: 'detached' });
  assert.equal(file.allergies[0].name, 'Penicillin');
  assert.equal(await page.locator('[data-saved]').getAttribute('data-saved'), '1');
  await page.context().close();
}

async function onAPhone(locale, title) {
  const { answers } = customerFile();
  say(`on a phone, ${locale}`);
  const { page } = await atPage({ ...phone, locale }, cora, answers, `/customers?customer=${ids.ada}`);
  await part(page, 'consents').getByRole('heading', { name: title }).waitFor();
  await page.locator('.ac-timeline > li').first().waitFor();
  await fits(page);
  await shot(page, `phone-${locale}`, true);
  await page.locator('[data-edit="identity"]').click();
  await fits(page);
  await shot(page, `phone-edit-${locale}`, true);
  await page.context().close();
}

async function inTheDark() {
  const { answers } = customerFile();
  say('in the dark');
  const { page } = await atPage({ ...desktop, colorScheme: 'dark', locale: 'zh-CN' }, cora, answers, `/customers?customer=${ids.ada}`);
  await page.locator('.ac-timeline > li').first().waitFor();
  await shot(page, 'dark-zh', true);
  await page.context().close();
}

async function privacy() {
  const { file, changed, answers } = customerFile();
  const looks = [
    { at: '2026-11-24T14:03:00Z', who: 'cora', what: 'GET /customers/{id}', reason: 'care' },
    { at: '2026-11-23T09:14:00Z', who: '5d1f0c9e-7b1a-4f0e-9c55-0a8d6f0b1c22', what: 'POST /customers/{id}/permit, call 0190f3a0', reason: 'call' },
    { at: '2026-11-20T18:40:00Z', who: 'dan', storeId: 'boston-1', what: 'GET /customers/{id}/card', reason: 'counter' },
  ];
  const glass = { id: 'g1', customerId: ids.ada, person: 'dao', storeId: 'bangkok-1', reason: 'Collapsed in the shop, allergies needed at once', at: '2026-11-21T03:12:00Z', until: '2026-11-21T04:12:00Z' };
  let erased = false;
  const one = `/customer-profile/customers/${ids.ada}`;
  const all = [
    ['GET /customer-profile/access-log', () => json({ items: looks })],
    ['GET /customer-profile/access-log/verification', () => json({ intact: true, records: 12431, end: 'x' })],
    ['GET /customer-profile/broken-glass', () => json({ items: [glass] })],
    [`PUT ${one}/restriction`, ({ body }) => void changed({ restricted: body.restricted })],
    [`GET ${one}/export`, () => ({ status: 200, headers: { 'Content-Type': 'application/zip' }, body: Buffer.from('PK\u0003\u0004') })],
    [`DELETE ${one}/legal-holds/${ids.reaction}`, () => undefined],
    [
      `DELETE ${one}`,
      () => {
        erased = true;
        return json({ customers: [ids.ada], heldFor: [ids.reaction], held: ['purchase', 'dispensing'] });
      },
    ],
    ...answers,
  ];
  const { page } = await atPage(desktop, pam, all, '/privacy');
  say('broken glass comes with its reason, and the seals can be checked');
  await page.getByText('Collapsed in the shop').waitFor();
  await page.getByRole('button', { name: 'Check the seals' }).click();
  await page.locator('[data-intact="true"]').waitFor();
  assert.match(await page.locator('[data-intact]').innerText(), /12,431/);
  await shot(page, 'privacy', true);

  say('who saw this data');
  await page.getByRole('button', { name: /Customer 0190f3a0/ }).click();
  await page.locator('[data-look="counter"]').waitFor();
  assert.equal(await page.locator('[data-look]').count(), 3);

  say('everything is handed out');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  assert.equal((await download).suggestedFilename(), `customer-${ids.ada}.zip`);

  say('restricted');
  await page.getByRole('button', { name: 'Restrict' }).click();
  await shot(page, 'restrict');
  await page.getByRole('dialog').getByRole('button', { name: 'Restrict' }).click();
  await page.locator('[data-restricted="true"]').waitFor();
  assert.equal(file.restricted, true);

  say('erased, only after the name was typed; what is kept is named and can be let go');
  await page.getByRole('button', { name: 'Erase this customer…' }).click();
  const form = page.locator('[data-form="erase"]');
  await form.getByText('suspected adverse reaction').waitFor();
  await page.keyboard.type('Adalin');
  await page.keyboard.press('Control+Enter');
  assert.equal(erased, false);
  await page.keyboard.type('e');
  await shot(page, 'erase', true);
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-erased]').waitFor();
  assert.match(await page.locator('[data-erased]').innerText(), /what was bought, what was dispensed/);
  await shot(page, 'erased');
  await page.getByRole('button', { name: 'Release the hold' }).click();
  await page.getByText('Released').waitFor();
  await page.context().close();

  say('privacy on a phone, Thai');
  erased = false;
  const { page: small } = await atPage({ ...phone, locale: 'th-TH' }, pam, all, `/privacy?customer=${ids.ada}`);
  await small.locator('[data-look="counter"]').waitFor();
  await fits(small);
  await shot(small, 'privacy-phone-th', true);
  await small.context().close();
}

const scenes = [
  aLateAnswerOpensNobody,
  findsAndCorrects,
  pharmacistCaresForHealth,
  () => onAPhone('en-US', 'What they allow'),
  () => onAPhone('th-TH', 'ความยินยอม'),
  inTheDark,
  privacy,
  duplicates,
  segments,
  care,
];
// One that fails does not hide what the others would say.
for (const scene of scenes) {
  try {
    await scene();
    assert.deepEqual(complaints.splice(0), []);
  } catch (failure) {
    console.error(`at "${step}":`, failure, complaints.splice(0));
    process.exitCode = 1;
    for (const context of browser.contexts()) {
      for (const page of context.pages()) await shot(page, 'failed', true);
      await context.close();
    }
  }
}
await browser.close();
if (process.exitCode === undefined) console.log('all well');
