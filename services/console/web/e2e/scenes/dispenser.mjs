// A dispenser: what waits to be said to the customer at the counter, and whom no number reaches.
import assert from 'node:assert/strict';
import { console_, desktop, open, phone, say, shot } from '../console.mjs';
import { house, ids } from './house.mjs';
import { narrow, play } from './scene.mjs';

const contact = () => ({ id: ids.contact, customerId: ids.customer, programme: 'technique', template: 'technique', title: 'How to use the inhaler', lines: ['Ask to be shown how they use it.', 'Show once more where it is needed.'], until: '2026-12-01T00:00:00Z', state: 'waiting' });

async function greets(page) {
  say('greets, says what waits, and asks for a number');
  await page.locator('#counter-phone').fill('0812345678');
  await page.keyboard.press('Enter');
  await page.locator(`[data-found="${ids.customer}"]`).click();
  const words = page.locator('[data-in-person="1"]');
  await words.getByText('Ask to be shown how they use it.').waitFor();
  await page.locator('[data-number="asked"]').waitFor();
  await narrow(page);
  await shot(page, 'greet');
  await words.getByRole('button', { name: 'Said' }).click();
  await words.waitFor({ state: 'detached' });
  assert.deepEqual(house.inPerson, []);
  await page.locator('[data-number="asked"]').getByRole('button', { name: 'Asked' }).click();
  await page.locator('[data-number="closed"]').waitFor();
  assert.deepEqual(house.numbers, []);
}

async function looksAtTheDay(page) {
  say('finds on the day’s page whom no number reaches, and asks who it is');
  house.numbers = [{ customerId: ids.ringer, callId: ids.call, askedAt: '2026-11-22T10:00:00Z' }];
  await page.getByRole('link', { name: 'Today' }).click();
  const row = page.locator(`[data-number-request="${ids.ringer}"]`);
  await row.getByRole('button', { name: 'Who is it for?' }).click();
  await row.getByText('Somchai').waitFor();
  await shot(page, 'day');
  await row.getByRole('button', { name: 'Asked' }).click();
  await page.getByText('Everybody can be reached.').waitFor();
}

await play('dispenser', async () => {
  house.people = [{ id: ids.customer, preferredName: 'Somchai', languages: ['th'], status: 'active' }];
  house.inPerson = [contact()];
  house.numbers = [{ customerId: ids.customer, callId: ids.call, askedAt: '2026-11-22T10:00:00Z' }];
  const page = await open(desktop);
  await page.goto(`${console_}/`);
  await greets(page);
  await looksAtTheDay(page);

  say('greets on a phone, in Thai');
  house.inPerson = [contact()];
  house.numbers = [{ customerId: ids.customer, callId: ids.call, askedAt: '2026-11-22T10:00:00Z' }];
  const small = await open({ ...phone, locale: 'th-TH', storageState: await page.context().storageState() });
  await small.goto(`${console_}/counter`);
  await small.locator('#counter-phone').fill('0812345678');
  await small.keyboard.press('Enter');
  await small.locator(`[data-found="${ids.customer}"]`).click();
  await small.locator('[data-in-person="1"]').waitFor();
  await narrow(small);
  await shot(small, 'phone-greet');
});
