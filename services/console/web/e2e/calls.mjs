// What may happen in a call, as an agent and a pharmacist meet it, in two real browsers against the running house:
// a red flag is taken over, a side effect recorded and judged, and the customer rings back.
//
//   CONSOLE_URL=http://localhost:8080 AGENT_USER=… AGENT_PASSWORD=… PHARMACIST_USER=… PHARMACIST_PASSWORD=… node e2e/calls.mjs
//
// Optional: SCREENSHOT_DIR, CHROMIUM, E2E_TIMEOUT (ms). Needs one call that is due and may be made.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { browser, complaints, desktop, logIn, name, need, open, phone, say, shot, shots, step } from './console.mjs';

name('calls');
const agent = { user: need('AGENT_USER'), password: need('AGENT_PASSWORD') };
const pharmacist = { user: need('PHARMACIST_USER'), password: need('PHARMACIST_PASSWORD') };

const scene = (page, name) => page.locator(`[data-scene="${name}"]`);

async function takes(page) {
  say('an agent comes back from a break, takes a call and is shown the number');
  await scene(page, 'idle').waitFor();
  await page.keyboard.press('s');
  await page.locator('[data-say="rest"]').click();
  await page.locator('[data-presence="break"]').waitFor();
  await page.getByRole('button', { name: /^Take next call/ }).click();
  await page.locator('[data-claim="on-break"]').getByRole('button').click();
  await scene(page, 'call').waitFor();
  const link = page.locator('a[href^="tel:"]');
  const refused = page.locator('[data-refusal]');
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await page.keyboard.press('p');
    await link.or(refused).first().waitFor();
    if (await link.isVisible()) break;
    // A refusal takes the call off the desk; the next one may be made.
    const id = await page.locator('[data-call]').getAttribute('data-call');
    await refused.getByRole('button').click();
    await page.waitForFunction((old) => document.querySelector(`[data-call="${old}"] [data-refusal]`) === null, id);
    await scene(page, 'call').waitFor();
  }
  return { name: await page.locator('.ac-callee-name').innerText(), number: (await link.getAttribute('href')).slice('tel:'.length) };
}

async function isTakenOver(caller, adviser) {
  say('ticks a warning sign, and a pharmacist takes over');
  await caller.locator('[data-question="warning-signs"] input[value="breathing"]').check();
  const panel = caller.locator('[data-red-flag]');
  await panel.locator('[data-transfer="waiting"], [data-transfer="store"], [data-transfer="supervisor"]').waitFor();
  await shot(caller, 'red-flag');
  await adviser.locator('[data-notice="transfer-waiting"]').getByRole('button').click();
  await scene(adviser, 'transfers').waitFor();
  await adviser.locator('[data-transfer-id]').first().waitFor();
  await adviser.keyboard.press('t');
  await adviser.getByText('You have taken over').waitFor();
  await adviser.locator('.ac-heard').getByText('Severe trouble breathing').waitFor();
  await shot(adviser, 'in-hand');
  await panel.locator('[data-transfer="taken"]').waitFor();
  await adviser.locator('[data-ending="advised"]').click();
  await panel.locator('[data-transfer="ended"]').waitFor();
  await shot(caller, 'taken-care-of');
  await panel.getByRole('button', { name: 'All clear, back to the call' }).click();
  await panel.waitFor({ state: 'detached' });
}

async function records(page) {
  say('records a side effect of what was sold, and hard words');
  await page.keyboard.press('e');
  const form = page.locator('[data-reaction="form"]');
  await form.locator('input[name="suspects"]').first().check({ force: true });
  await form.locator('input[name="events"][value="rash"]').check({ force: true });
  await form.getByLabel('In their words').fill('Red spots on both arms.');
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-reaction="recorded"]').waitFor();
  await page.locator('[data-tool="difficult"]').click();
  const talk = page.locator('[data-difficult]');
  await talk.locator('[data-warn]').click();
  await talk.locator('[data-warned]').waitFor();
  await talk.locator('summary').click();
  await talk.locator('input[name="kinds"][value="distress"]').check({ force: true });
  await talk.locator('input[name="helped"][value="let-them-finish"]').check({ force: true });
  await talk.getByRole('button', { name: 'Record it' }).click();
  await talk.getByText('It is on record').waitFor();
  await shot(page, 'recorded', true);
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await scene(page, 'saved').waitFor();
}

async function judges(page) {
  say('the pharmacist judges and reports it');
  await page.getByRole('link', { name: 'Side effects' }).click();
  await page.locator('[data-reaction-id]').last().click();
  for (let item = 1; item <= 10; item += 1) await page.locator(`[data-item="${item}"] input[value="${item <= 2 ? 'yes' : 'unknown'}"]`).check({ force: true });
  await page.locator('[data-score="3"]').waitFor();
  await page.getByRole('button', { name: 'Save the judgement' }).click();
  await page.locator('[data-reaction-open="assessed"]').waitFor();
  await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
  await page.getByLabel('The authority’s number').fill('E2E-1');
  await page.getByRole('button', { name: 'It was reported' }).click();
  await page.locator('[data-reaction-open="reported"]').waitFor();
  await shot(page, 'reported', true);
}

async function ringsBack(page, { name, number }) {
  say('the customer rings back, and is found by the number');
  await page.keyboard.press('i');
  await page.locator('#incoming-phone').fill(number);
  await page.keyboard.press('Enter');
  await page.locator('[data-found]').filter({ hasText: name }).first().click();
  await page.locator('[data-rang]').waitFor();
  assert.equal(await page.locator('a[href^="tel:"]').count(), 0, 'nobody is dialled');
  await shot(page, 'rings-back');
  await page.locator('[data-outcome="done-well"]').click();
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await scene(page, 'saved').waitFor();
}

async function looksBack(page) {
  say('the agent writes their part of the debrief');
  await page.getByRole('link', { name: 'Debriefs' }).click();
  const part = page.locator('[data-part="happened"]').last();
  await part.locator('textarea').fill('They were afraid, and I could not hear them well.');
  await part.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-part="happened"][data-written="true"]').last().waitFor();
  await shot(page, 'debrief');
}

try {
  const caller = await open(desktop);
  const adviser = await open(desktop);
  await logIn(caller, agent);
  await logIn(adviser, pharmacist);
  const customer = await takes(caller);
  await isTakenOver(caller, adviser);
  await records(caller);
  await judges(adviser);
  await ringsBack(caller, customer);
  await looksBack(caller);
  const small = await open({ ...phone, storageState: await adviser.context().storageState() });
  await small.goto(`${new URL(adviser.url()).origin}/reactions`);
  await scene(small, 'reactions').waitFor();
  await shot(small, 'phone-reactions');
  assert.deepEqual(complaints, [], 'the page ran without errors');
} catch (failure) {
  console.error(`Failed while: ${step}\n`, failure);
  for (const complaint of complaints) console.error('page:', complaint);
  for (const [place, context] of browser.contexts().entries()) {
    for (const left of context.pages()) await left.screenshot({ path: join(shots, `calls-failed-${place}.png`) }).catch(() => undefined);
  }
  process.exitCode = 1;
} finally {
  await browser.close();
}
