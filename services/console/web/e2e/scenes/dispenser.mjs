// A dispenser: what waits to be said to the customer at the counter, whom no number reaches, and what comes back.
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

const sale = (n, more = {}) => ({
  id: `0190f3a0-0000-7000-8000-0000000009${n}`,
  clientSaleId: `till-${n}`,
  status: 'completed',
  occurredAt: new Date(Date.now() - n * 60_000).toISOString(),
  customerId: ids.customer,
  lines: [
    { line: 1, product: { name: 'Soothing cream' }, quantity: 3, returned: 0 },
    { line: 2, product: { name: 'Cough drops' }, quantity: 1, returned: 0 },
  ],
  currency: 'THB',
  total: 240,
  marks: { unacknowledgedWarning: false },
  ...more,
});

const change = 'Take back or cancel';
const dialog = (page) => page.getByRole('dialog');

async function takesBack(page) {
  say('takes back one pack of three, and must say which and why');
  await page.getByRole('button', { name: 'Show what was sold' }).click();
  const row = page.locator('[data-sold="till-10"]');
  await row.getByText('Warning not acknowledged').waitFor();
  await row.getByRole('button', { name: change }).click();
  await row.locator('input[value="lines"]').check({ force: true });
  await row.getByRole('button', { name: 'Take back', exact: true }).click();
  await row.getByText('Choose at least one pack').waitFor();
  await row.getByText('Say why').waitFor();
  await row.locator('[data-back-line="1"]').getByRole('button', { name: 'One pack more' }).click();
  await row.locator('[data-field="reason"]').fill('Unopened');
  await narrow(page);
  await shot(page, 'take-back', true);
  await row.locator('[data-field="reason"]').press('Enter');
  await dialog(page).getByText('1 × Soothing cream').waitFor();
  await shot(page, 'take-back-sure');
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await row.getByText('Partly taken back').waitFor();
  assert.equal(house.sold[0].lines[0].returned, 1);
  assert.equal(house.sold[0].lines[1].returned, 0);
  assert.equal(house.sold[0].reason, 'Unopened');

  say('is told why it was refused, and the sale stays as it was');
  house.soldOut = true;
  await row.getByRole('button', { name: change }).click();
  await row.locator('input[value="whole"]').check({ force: true });
  await row.locator('[data-field="reason"]').fill('The rest, too');
  await row.getByRole('button', { name: 'Take back', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await row.getByText('only 0 are left').waitFor();
  house.soldOut = false;
}

async function cancels(page) {
  say('cancels a sale by keyboard alone, after thinking better of it once');
  const row = page.locator('[data-sold="till-20"]');
  await row.getByRole('button', { name: change }).focus();
  await page.keyboard.press('Enter');
  await row.locator('input[value="whole"]').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rung up twice');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  // The harmless answer has the focus.
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  assert.equal(house.sold[1].status, 'completed');
  await row.locator('[data-field="reason"]').press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator('[data-sold="till-20"][data-status="voided"]').waitFor();
  assert.equal(house.sold[1].reason, 'Rung up twice');
  await shot(page, 'sold', true);
}

await play('dispenser', async () => {
  house.sold = [sale(10, { marks: { unacknowledgedWarning: true } }), sale(20), sale(30, { customerId: ids.ringer })];
  house.unacknowledged = [{ saleId: house.sold[0].id, clientSaleId: 'till-10', occurredAt: house.sold[0].occurredAt }];
  house.refused = [{ line: 7, at: new Date().toISOString(), problem: { status: 400, violations: [{ field: 'line', message: 'is not valid JSON from column 12 on' }] } }];
  house.people = [{ id: ids.customer, preferredName: 'Somchai', languages: ['th'], status: 'active' }];
  house.inPerson = [contact()];
  house.numbers = [{ customerId: ids.customer, callId: ids.call, askedAt: '2026-11-22T10:00:00Z' }];
  const page = await open(desktop);
  await page.goto(`${console_}/`);
  await greets(page);
  await looksAtTheDay(page);
  await page.getByText('Line 7 of an upload').waitFor();
  await page.getByText('is not valid JSON from column 12 on').waitFor();
  await page.locator('[data-tile="unacknowledged"]').waitFor();
  await takesBack(page);
  await cancels(page);
  await page.locator('[data-tick="sold-to"]').check();
  await page.locator('[data-sold="till-30"]').waitFor({ state: 'detached' });

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

  say('takes everything back by thumb, in Thai');
  await small.getByRole('link', { name: 'วันนี้' }).tap();
  await small.getByRole('button', { name: 'แสดงสิ่งที่ขายไป' }).tap();
  const row = small.locator('[data-sold="till-30"]');
  await row.getByRole('button', { name: 'คืนสินค้าหรือยกเลิก' }).tap();
  await row.locator('input[value="whole"]').check({ force: true });
  await row.locator('[data-field="reason"]').fill('ยังไม่ได้เปิด');
  await narrow(small);
  await shot(small, 'phone-take-back', true);
  await row.getByRole('button', { name: 'รับคืน', exact: true }).tap();
  await dialog(small).getByRole('button', { name: 'รับคืน', exact: true }).tap();
  await row.getByText('คืนแล้ว').waitFor();
  assert.deepEqual(house.sold[2].lines.map(({ returned }) => returned), [3, 1]);
});
