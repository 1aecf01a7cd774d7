// The page as an agent meets it, in a real browser against the running house:
// log in, take a call, see why, get the number, reload, save, next by keyboard alone, and the same on a phone.
//
//   CONSOLE_URL=http://localhost:8080 AGENT_USER=… AGENT_PASSWORD=… node e2e/queue.mjs
//
// Optional: SUPERVISOR_USER and SUPERVISOR_PASSWORD (then the queue is looked at as well), SCREENSHOT_DIR, CHROMIUM, E2E_TIMEOUT (ms).
// Needs three calls that are due and may be made. The last line of the output names them with their outcomes, as JSON.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const need = (name) => {
  const value = process.env[name];
  if (!value) {
    console.error(`Set ${name}.`);
    process.exit(2);
  }
  return value;
};

const console_ = (process.env.CONSOLE_URL ?? 'http://localhost:8080').replace(/\/$/, '');
const agent = { user: need('AGENT_USER'), password: need('AGENT_PASSWORD') };
const supervisor = { user: process.env.SUPERVISOR_USER, password: process.env.SUPERVISOR_PASSWORD };
const shots = process.env.SCREENSHOT_DIR ?? join(import.meta.dirname, '..', '..', 'target', 'screenshots');
const patience = Number(process.env.E2E_TIMEOUT ?? 30_000);

const desktop = { viewport: { width: 1440, height: 900 } };
const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

const done = [];
const complaints = [];
let step = 'start';
let number = 0;

mkdirSync(shots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

function say(what) {
  step = what;
  console.log(`· ${what}`);
}

async function shot(page, name) {
  number += 1;
  await page.screenshot({ path: join(shots, `${String(number).padStart(2, '0')}-${name}.png`), animations: 'disabled' });
}

async function open(options) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return page;
}

async function logIn(page, { user, password }) {
  await page.goto(`${console_}/`);
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await shot(page, 'log-in');
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.origin === new URL(console_).origin);
}

const scene = (page, ...names) => page.locator(names.map((name) => `[data-scene="${name}"]`).join(', ')).first();

const sceneName = async (page) => scene(page, 'idle', 'waiting', 'call', 'saved', 'lost').getAttribute('data-scene');

/** Whatever state the desk is in, afterwards a call is on the page. @param by how "Take next call" is asked for */
async function take(page, by) {
  await scene(page, 'idle', 'call', 'saved').waitFor();
  if ((await sceneName(page)) !== 'call') await by();
  await scene(page, 'call').waitFor();
  const call = page.locator('[data-call]');
  assert.ok((await call.getByRole('heading', { level: 1 }).innerText()).trim().length > 10, 'the call says why');
  return call.getAttribute('data-call');
}

/** Asks for the permit; a refusal that closes the call leads to the next one, as it would for an agent. */
async function takeWithNumber(page, by, ask) {
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const id = await take(page, by);
    await ask();
    const link = page.locator('a[href^="tel:"]');
    const refused = page.locator('[data-refusal]');
    await link.or(refused).first().waitFor();
    if (await link.isVisible()) return { id, tel: (await link.getAttribute('href')).slice('tel:'.length) };
    const reason = await refused.getAttribute('data-refusal');
    console.log(`  refused: ${reason}`);
    await shot(page, `refused-${reason}`);
    const next = refused.getByRole('button', { name: 'Take next call' });
    const back = refused.getByRole('button', { name: 'Hand back' });
    await next.or(back).first().waitFor();
    await next.or(back).first().click();
    await page.waitForFunction((old) => document.querySelector(`[data-call="${old}"]`) === null, id);
  }
  throw new Error('four calls in a row were refused');
}

async function saved(page, id, disposition) {
  await scene(page, 'saved').waitFor();
  done.push({ id, disposition, state: await scene(page, 'saved').getAttribute('data-state') });
}

async function nothingKept(page, tel) {
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  assert.ok(!kept.includes(tel.slice(-7)), 'no number in the browser’s storage');
  assert.ok(!/eyJ[\w-]{10,}\./.test(kept), 'no token within reach of scripts');
}

async function withTheMouse(page) {
  say('takes a call');
  await scene(page, 'idle', 'call').waitFor();
  await shot(page, 'idle');
  const click = () => page.getByRole('button', { name: /^Take next call/ }).click();
  await take(page, click);
  await shot(page, 'call');

  say('asks for the number');
  const { id, tel } = await takeWithNumber(page, click, () =>
    page.getByRole('button', { name: /^(Ask for permit|Show the number again)/ }).click(),
  );
  assert.match(tel, /^\+\d{7,15}$/, 'a number that can be dialled');
  await shot(page, 'number');

  say('types, reloads, and finds it again');
  await page.locator('[data-outcome="done-well"]').click();
  await page.getByLabel(/^Note/).fill('Feels better, takes it as agreed.');
  await page.getByRole('radio', { name: '4' }).check({ force: true });
  await nothingKept(page, tel);
  await page.reload();
  await page.locator(`[data-call="${id}"]`).waitFor();
  await page.locator('[data-form="done-well"]').waitFor();
  assert.equal(await page.getByLabel(/^Note/).inputValue(), 'Feels better, takes it as agreed.');
  assert.ok(await page.getByRole('radio', { name: '4' }).isChecked(), 'the satisfaction is still there');
  await shot(page, 'outcome');

  say('saves the outcome');
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await saved(page, id, 'done-well');
  assert.ok(!(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).includes('Feels better'), 'the draft is gone');
  await shot(page, 'saved');
}

async function byKeyboardAlone(page) {
  say('takes the next by keyboard alone');
  const { id } = await takeWithNumber(
    page,
    () => page.keyboard.press('n'),
    () => page.keyboard.press('p'),
  );
  await page.keyboard.press('1');
  await page.locator('[data-form="no-answer"]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('[data-outcome="busy"]').waitFor();
  await page.keyboard.press('2');
  await page.locator('[data-form="busy"]').waitFor();
  await shot(page, 'keyboard');
  await page.keyboard.press('Control+Enter');
  await saved(page, id, 'busy');
  await shot(page, 'keyboard-saved');
}

async function onAPhone(context) {
  say('works a call on a phone');
  const page = await open({ ...phone, storageState: await context.storageState() });
  await page.goto(`${console_}/`);
  await scene(page, 'idle', 'call').waitFor();
  await shot(page, 'phone-idle');
  const { id } = await takeWithNumber(
    page,
    () => page.getByRole('button', { name: /^Take next call/ }).click(),
    () => page.getByRole('button', { name: /^(Ask for permit|Show the number again)/ }).click(),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than a phone`);
  await shot(page, 'phone-number');
  await page.locator('[data-outcome="no-answer"]').click();
  await shot(page, 'phone-outcome');
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await saved(page, id, 'no-answer');
  await shot(page, 'phone-saved');
  await page.context().close();
}

async function logsOut(page) {
  say('logs out');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.locator('#username').waitFor();
  await page.goto(`${console_}/`);
  await page.locator('#username').waitFor();
}

async function asSupervisor() {
  if (!supervisor.user || !supervisor.password) return;
  say('looks at the queue as supervisor');
  const page = await open(desktop);
  await logIn(page, supervisor);
  await page.goto(`${console_}/queue`);
  await scene(page, 'queue').waitFor();
  await page.locator('.ac-tile').first().waitFor();
  await shot(page, 'queue');

  say('reads a programme, tomorrow, the team and the messages as supervisor');
  await page.getByRole('link', { name: 'Programmes' }).click();
  await page.getByRole('button', { name: 'Antibiotic check' }).click();
  await page.getByText('A medicine of ATC class J01').waitFor();
  await page.getByRole('link', { name: 'Staffing' }).click();
  await page.locator('[data-skill="agent"]').waitFor();
  await page.keyboard.press('2');
  await page.locator('[data-scene="staffing"] .ac-lead').waitFor();
  await page.getByRole('link', { name: 'Team' }).click();
  await page.locator('[data-part="agents"]').waitFor();
  await page.getByRole('link', { name: 'Messages' }).click();
  await page.locator('[data-tile="queued"]').waitFor();
  assert.equal(await page.locator('.pf-v6-c-alert.pf-m-danger:not([data-notice])').count(), 0, 'everything could be read');
  await shot(page, 'messages');
  await page.context().close();
}

let page;
try {
  page = await open(desktop);
  say('logs in');
  await logIn(page, agent);
  await withTheMouse(page);
  await byKeyboardAlone(page);
  await onAPhone(page.context());
  await logsOut(page);
  await asSupervisor();
  assert.deepEqual(complaints, [], 'the page ran without errors');
  console.log(JSON.stringify({ calls: done, screenshots: shots }));
} catch (failure) {
  console.error(`Failed while: ${step}\n`, failure);
  for (const complaint of complaints) console.error('page:', complaint);
  for (const context of browser.contexts()) {
    for (const left of context.pages()) await left.screenshot({ path: join(shots, 'failed.png') }).catch(() => undefined);
  }
  process.exitCode = 1;
} finally {
  await browser.close();
}
