// What a script needs to look at the console as a person does: a browser, a log-in, pictures.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

export const need = (name) => {
  const value = process.env[name];
  if (!value) {
    console.error(`Set ${name}.`);
    process.exit(2);
  }
  return value;
};

export const console_ = (process.env.CONSOLE_URL ?? 'http://localhost:8080').replace(/\/$/, '');
export const shots = process.env.SCREENSHOT_DIR ?? join(import.meta.dirname, '..', '..', 'target', 'screenshots');
const patience = Number(process.env.E2E_TIMEOUT ?? 30_000);

export const desktop = { viewport: { width: 1440, height: 900 } };
export const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };

export const complaints = [];
export let step = 'start';
let number = 0;
let prefix = '';

/** Its pictures lie beside those of others. */
export function name(script) {
  prefix = `${script}-`;
}

mkdirSync(shots, { recursive: true });
export const browser = await chromium.launch({
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

export function say(what) {
  step = what;
  console.log(`· ${what}`);
}

export async function shot(page, name, whole = false) {
  number += 1;
  await page.screenshot({ path: join(shots, `${prefix}${String(number).padStart(2, '0')}-${name}.png`), animations: 'disabled', fullPage: whole });
}

export async function open(options) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  return page;
}

export async function logIn(page, { user, password }) {
  await page.goto(`${console_}/`);
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
  await page.waitForURL((url) => url.origin === new URL(console_).origin);
}

/** Nothing is wider than the screen, and nothing smaller than a thumb. */
export async function fits(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll('[data-scene="counter"] :is(button, a, select, .ac-input, .ac-tickbox, .ac-pick-one)')]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < 43.5)
      .map((one) => `${one.className} ${one.textContent}`),
  );
  assert.deepEqual(small, [], 'everything is large enough for a thumb');
}
