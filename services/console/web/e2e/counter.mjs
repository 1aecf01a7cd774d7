// The page as a dispenser meets it, in a real browser against the running house:
// log in, greet, scan, counsel, finish, receipt; the same with the network cut, refused and mended, and on a phone.
//
//   CONSOLE_URL=http://localhost:8080 DISPENSER_USER=… DISPENSER_PASSWORD=… node e2e/counter.mjs
//
// Optional: SCREENSHOT_DIR, CHROMIUM, E2E_TIMEOUT (ms). The last line of the output names the sales it made, as JSON.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { browser, complaints, console_, desktop, fits, logIn, name, need, open, phone, say, shot, shots, step } from './console.mjs';

name('counter');
const dispenser = { user: need('DISPENSER_USER'), password: need('DISPENSER_PASSWORD') };

/** A pack that no catalogue knows, with a right check digit. */
const code = '(01)04012345678901(17)291231(10)E2E-1';

const sold = [];

/** How often each sale arrived, whatever the page believes. */
function countArrivals(page) {
  const arrived = new Map();
  page.on('response', (response) => {
    const request = response.request();
    if (request.method() !== 'POST' || !/\/api\/sales\/sales$/.test(request.url()) || response.status() >= 300) return;
    const { clientSaleId } = request.postDataJSON();
    arrived.set(clientSaleId, (arrived.get(clientSaleId) ?? 0) + 1);
  });
  return arrived;
}

const counter = (page) => page.locator('[data-scene="counter"]');
const search = (page) => page.locator('#counter-search');
const unsent = (page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('aftercare.counter.unsent.')).length);
const digits = (count) => Array.from({ length: count }, () => Math.floor(Math.random() * 10)).join('');
const newPhone = () => `617 ${2 + Math.floor(Math.random() * 8)}${digits(2)} ${digits(4)}`;

/** Registers somebody whom nobody knows yet. @param act clicks or taps */
async function registers(page, name, act) {
  await page.locator('#counter-phone').fill(newPhone());
  await page.keyboard.press('Enter');
  await act(page.getByRole('button', { name: 'New customer' }));
  await page.getByLabel('Name to greet with').fill(name);
  await page.locator('[data-form="register"] input[value="given"]').check({ force: true });
  await act(page.getByRole('button', { name: 'Register', exact: true }));
  await page.locator('[data-customer="new"]').waitFor();
  assert.ok((await page.locator('.ac-greet-name').innerText()).includes(name), 'greeted by name');
}

/** Sells by its name what the catalogue may not know. */
async function adds(page, name, price) {
  await search(page).fill(name);
  await page.locator('[data-product="other"]').click();
  const line = page.locator('[data-line]').last();
  await line.locator('[data-field="price"]').fill(price);
  return line;
}

async function acknowledges(page) {
  await page.locator('[data-check]:not([data-check="checking"])').waitFor();
  for (const tick of await page.locator('[data-tick="acknowledge"]').all()) await tick.check();
}

async function ends(page, state) {
  const done = page.locator(`[data-done="${state}"]`);
  await done.waitFor();
  const id = await done.getAttribute('data-client-sale');
  assert.match(id, /^[A-Za-z0-9._-]{1,64}$/);
  return id;
}

async function sellsAtADesk(page, arrived) {
  say('lands on the counter and registers a customer');
  await counter(page).waitFor();
  await page.locator('#counter-phone').waitFor();
  await shot(page, 'start');
  await registers(page, 'Ida', (button) => button.click());
  await shot(page, 'greeting');

  say('scans and searches by keyboard alone');
  await search(page).focus();
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.locator('[data-line]').first().waitFor();
  await page.getByText('Batch E2E-1').waitFor();
  const called = page.locator('[data-line] [data-field="name"]');
  if ((await called.count()) > 0 && (await called.first().inputValue()) === '') {
    await called.first().focus();
    await page.keyboard.type('Soothing cream');
    await page.keyboard.press('Enter');
  } else await page.locator('[data-field="price"]').first().focus();
  await page.keyboard.type('7,90');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement?.id === 'counter-search');
  await page.keyboard.type('Amoxicillin');
  await page.locator('[role="option"]').first().waitFor();
  await shot(page, 'search');
  await page.keyboard.press('Enter');
  await page.locator('[data-line]').nth(1).waitFor();
  await page.locator('[data-line]').nth(1).locator('[data-field="price"]').focus();

  say('is led to what is missing');
  await page.keyboard.press('Control+Enter');
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-field') === 'price');
  await page.keyboard.type('12.50');

  say('reloads, and nothing typed is lost');
  await page.reload();
  await page.locator('[data-customer="new"]').waitFor();
  assert.equal(await page.locator('[data-line]').count(), 2);
  assert.equal(await page.locator('[data-field="price"]').nth(1).inputValue(), '12.50');

  say('counsels and finishes');
  for (const tick of ['allergies', 'other-medicines', 'dose', 'time-of-day']) await page.locator(`[data-tick="${tick}"]`).check();
  await acknowledges(page);
  await shot(page, 'ready', true);
  await fits(page);
  await page.keyboard.press('Control+Enter');
  const id = await ends(page, 'sent');
  assert.equal(arrived.get(id), 1, 'it arrived once');
  assert.equal(await unsent(page), 0, 'nothing of it is kept');

  say('makes the receipt and promises a delivery');
  await page.getByRole('button', { name: 'Make the receipt' }).click();
  const receipt = page.locator('[data-receipt]');
  await receipt.waitFor();
  for (const link of await receipt.locator('a').all()) {
    assert.match(await link.getAttribute('href'), /^https?:/);
    assert.match(await link.getAttribute('rel'), /noopener/);
  }
  const shown = await page.request.get(await receipt.getAttribute('data-receipt')).then((answer) => answer.status(), () => 0);
  console.log(`  the receipt's page answers ${shown}`);
  await page.locator('[data-form="request"] input[value="delivery"]').check({ force: true });
  await page.locator('[data-form="request"] .ac-quick').last().click();
  await page.getByRole('button', { name: 'Promise it' }).click();
  await page.getByText(/Delivery, promised for/).waitFor();
  await shot(page, 'receipt', true);
  sold.push({ clientSaleId: id, saleId: await page.locator('[data-sale]').getAttribute('data-sale') });
  await page.getByRole('button', { name: /^Next customer/ }).click();
}

async function sellsWithoutNetwork(page, arrived) {
  say('sells with the network cut');
  const context = page.context();
  await context.setOffline(true);
  await registers(page, 'Otto', (button) => button.click());
  const line = await adds(page, 'Cough drops', '4.25');
  assert.equal(await line.locator('[data-field="quantity"]').inputValue(), '1');
  await page.locator('[data-check="offline"]').waitFor();
  await page.locator('[data-offline]').waitFor();
  await shot(page, 'offline', true);
  await page.getByRole('button', { name: /^Finish sale/ }).click();
  const id = await ends(page, 'pending');
  assert.equal(await unsent(page), 2, 'the customer and the sale wait');
  await shot(page, 'pending');

  say('reloads while the services are away, and it still waits');
  const away = (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{"service":"sales"}' });
  await context.route(/\/api\/(sales|customer-profile)\//, away);
  await context.setOffline(false);
  await page.reload();
  await ends(page, 'pending');
  assert.equal(await unsent(page), 2);
  assert.equal(arrived.get(id), undefined);

  say('sends it once when they are back');
  await context.unroute(/\/api\/(sales|customer-profile)\//, away);
  await ends(page, 'sent');
  assert.equal(arrived.get(id), 1, 'it arrived once');
  assert.equal(await unsent(page), 0, 'nothing of it is kept');
  await page.getByRole('button', { name: 'Make the receipt' }).waitFor();
  await shot(page, 'sent-later');
  sold.push({ clientSaleId: id, saleId: await page.locator('[data-sale]').getAttribute('data-sale') });
  await page.getByRole('button', { name: /^Next customer/ }).click();
}

async function mendsARefusal(page, arrived) {
  say('is refused while serving the next customer, and mends it');
  const context = page.context();
  const only = /\/api\/sales\/sales$/;
  await context.route(only, (route) => route.abort());
  await page.getByRole('button', { name: 'Go on without a name' }).click();
  await adds(page, 'Plasters', '3');
  await page.getByRole('button', { name: /^Finish sale/ }).click();
  const id = await ends(page, 'pending');
  await page.getByRole('button', { name: /^Next customer/ }).click();
  await context.unroute(only);
  const problem = { title: 'Bad Request', status: 400, violations: [{ field: 'lines[0].unitPrice', message: 'is not the price of this product' }] };
  await context.route(only, (route) => route.fulfill({ status: 400, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await page.locator('[data-refused="1"]').click();
  const entry = page.locator(`[data-unsent-entry="${id}"][data-state="refused"]`);
  await entry.getByText('is not the price of this product').waitFor();
  await shot(page, 'refused', true);
  await context.unroute(only);
  await entry.getByRole('button', { name: 'Mend' }).click();
  await page.locator('[data-line] [data-field="price"]').fill('2.95');
  await acknowledges(page);
  await shot(page, 'mending');
  await page.getByRole('button', { name: /^Finish sale/ }).click();
  assert.equal(await ends(page, 'sent'), id, 'it keeps its number');
  assert.equal(arrived.get(id), 1, 'it arrived once');
  assert.equal(await unsent(page), 0);
  sold.push({ clientSaleId: id, saleId: await page.locator('[data-sale]').getAttribute('data-sale') });
  await page.getByRole('button', { name: /^Next customer/ }).click();
}

async function looksAtTheDay(page) {
  say('looks at the day and does what was promised');
  await page.getByRole('link', { name: 'Today' }).click();
  await page.locator('[data-tile="sales"]').waitFor();
  // Yesterday's look is shown until the new figures are there.
  await page.waitForFunction(() => Number(document.querySelector('[data-tile="sales"] dd')?.textContent?.replace(/\D/g, '')) >= 3);
  assert.equal(await page.locator('[data-tile="unsent"] dd').innerText(), '0');
  const promised = page.locator('[data-request][data-state="open"]').first();
  await promised.waitFor();
  await shot(page, 'day', true);
  const id = await promised.getAttribute('data-request');
  const own = page.locator(`[data-request="${id}"]`);
  await own.getByRole('button', { name: 'Who is it for?' }).click();
  await own.locator('[data-for]', { hasText: 'For Ida' }).waitFor();
  await own.getByRole('button', { name: 'Change' }).click();
  await own.getByRole('button', { name: 'Promise this time' }).click();
  await own.getByText('Say why').waitFor();
  await own.locator('[data-field="why"]').fill('The courier comes later');
  // Three days after what was promised: the house may live by another date than this machine.
  const promisedFor = await own.locator('[data-field="when"]').inputValue();
  const later = new Date(Date.parse(`${promisedFor.slice(0, 10)}T12:00Z`) + 3 * 24 * 3_600_000).toISOString().slice(0, 16);
  await own.locator('[data-field="when"]').fill(later);
  await shot(page, 'promise-anew', true);
  await own.getByRole('button', { name: 'Promise this time' }).click();
  await own.locator('[data-form="change-request"]').waitFor({ state: 'detached' });
  await own.getByRole('button', { name: 'Start' }).click();
  await page.locator(`[data-request="${id}"][data-state="under-way"]`).waitFor();
  await own.getByRole('button', { name: 'Done' }).click();
  await own.waitFor({ state: 'detached' });
}

const change = 'Take back or cancel';
const dialog = (page) => page.getByRole('dialog');

/** The row of a sale, found however much the store sold since. */
async function soldRow(page, clientSaleId) {
  const row = page.locator(`[data-sold="${clientSaleId}"]`);
  await page.locator('[data-sold]').first().waitFor();
  for (let pages = 0; pages < 20 && (await row.count()) === 0; pages++) {
    const before = await page.locator('[data-sold]').count();
    await page.getByRole('button', { name: 'Show earlier ones' }).click();
    await page.waitForFunction((known) => document.querySelectorAll('[data-sold]').length > known, before);
  }
  return row;
}

async function takesBackAndCancels(page) {
  say('takes back one pack, by line and with a reason');
  const [ida, otto] = sold;
  await page.getByRole('button', { name: 'Show what was sold' }).click();
  const first = await soldRow(page, ida.clientSaleId);
  await first.getByRole('button', { name: change }).click();
  await first.locator('input[value="lines"]').check({ force: true });
  await first.getByRole('button', { name: 'Take back', exact: true }).click();
  await first.getByText('Say why').waitFor();
  await first.getByText('Choose at least one pack').waitFor();
  await first.locator('[data-back-line="1"]').getByRole('button', { name: 'One pack more' }).click();
  await first.locator('[data-field="reason"]').fill('Unopened, brought back');
  await shot(page, 'take-back', true);
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  await shot(page, 'take-back-sure');
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await page.locator(`[data-sold="${ida.clientSaleId}"][data-status="returned"]`).getByText('Partly taken back').waitFor();

  say('is told when another had it already, and the sale stays as it was');
  const only = /\/api\/sales\/sales\/[^/]+\/return$/;
  const problem = { title: 'Conflict', status: 409, detail: 'Of line 2 only 0 are left to return.' };
  await page.context().route(only, (route) => route.fulfill({ status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem) }));
  await first.getByRole('button', { name: change }).click();
  await first.locator('input[value="whole"]').check({ force: true });
  await first.locator('[data-field="reason"]').fill('The rest, too');
  await first.getByRole('button', { name: 'Take back', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await first.getByText('only 0 are left').waitFor();
  await page.context().unroute(only);

  say('cancels a sale by keyboard alone, after thinking better of it once');
  const second = await soldRow(page, otto.clientSaleId);
  await second.getByRole('button', { name: change }).focus();
  await page.keyboard.press('Enter');
  await second.locator('input[value="whole"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rung up twice');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
  // The harmless answer has the focus.
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await second.locator('[data-field="reason"]').press('Enter');
  await dialog(page).waitFor();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.locator(`[data-sold="${otto.clientSaleId}"][data-status="voided"]`).waitFor();
  await page.locator('[data-tile="voided"]').waitFor();
  await fits(page);
  await shot(page, 'sold', true);
}

async function sellsOnAPhone(context) {
  say('sells on a phone, by thumb alone');
  const page = await open({ ...phone, storageState: await context.storageState() });
  const arrived = countArrivals(page);
  await page.goto(`${console_}/counter`);
  await counter(page).waitFor();
  await shot(page, 'phone-start');
  await registers(page, 'Nan', (button) => button.tap());
  await search(page).fill('Herbal tea');
  await page.locator('[data-product="other"]').tap();
  await page.locator('[data-field="price"]').fill('5');
  await page.getByRole('button', { name: 'One pack more' }).tap();
  await page.locator('[data-tick="declined"]').tap();
  await acknowledges(page);
  await fits(page);
  await shot(page, 'phone-basket');
  await shot(page, 'phone-whole', true);
  await page.getByRole('button', { name: /^Finish sale/ }).tap();
  const id = await ends(page, 'sent');
  assert.equal(arrived.get(id), 1);
  await page.getByRole('button', { name: 'Make the receipt' }).tap();
  await page.locator('[data-receipt]').waitFor();
  await fits(page);
  await shot(page, 'phone-receipt');
  sold.push({ clientSaleId: id, saleId: await page.locator('[data-sale]').getAttribute('data-sale') });
  await page.getByRole('button', { name: /^Next customer/ }).tap();

  say('sells on a phone with the network cut');
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Go on without a name' }).tap();
  await adds(page, 'Lip balm', '2');
  await page.getByRole('button', { name: /^Finish sale/ }).tap();
  const later = await ends(page, 'pending');
  await shot(page, 'phone-pending');
  await page.context().setOffline(false);
  await ends(page, 'sent');
  assert.equal(arrived.get(later), 1);
  await page.getByRole('link', { name: 'Today' }).tap();
  await page.locator('[data-tile="sales"]').waitFor();
  await shot(page, 'phone-day', true);

  say('takes it back on a phone, by thumb');
  await page.getByRole('button', { name: 'Show what was sold' }).tap();
  const row = await soldRow(page, later);
  await row.getByRole('button', { name: change }).tap();
  await row.locator('input[value="whole"]').check({ force: true });
  await row.locator('[data-field="reason"]').fill('Unopened');
  await fits(page);
  await shot(page, 'phone-take-back', true);
  await row.getByRole('button', { name: 'Take back', exact: true }).tap();
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).tap();
  await page.locator(`[data-sold="${later}"][data-status="returned"]`).waitFor();
  sold.push({ clientSaleId: later });
  await page.context().close();
}

async function logsOut(page) {
  say('leaves nothing behind');
  await page.getByRole('link', { name: 'Counter' }).click();
  await page.locator('#counter-phone').fill('617 555 0100');
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('button', { name: 'Log out anyway' }).click();
  await page.locator('#username').waitFor();
  await page.goto(`${console_}/`);
  await page.locator('#username').waitFor();
}

let page;
try {
  page = await open(desktop);
  const arrived = countArrivals(page);
  say('logs in');
  await logIn(page, dispenser);
  await sellsAtADesk(page, arrived);
  await sellsWithoutNetwork(page, arrived);
  await mendsARefusal(page, arrived);
  await looksAtTheDay(page);
  await takesBackAndCancels(page);
  await sellsOnAPhone(page.context());
  await logsOut(page);
  assert.deepEqual(complaints, [], 'the page ran without errors');
  console.log(JSON.stringify({ sales: sold, screenshots: shots }));
} catch (failure) {
  console.error(`Failed while: ${step}\n`, failure);
  for (const complaint of complaints) console.error('page:', complaint);
  for (const context of browser.contexts()) {
    for (const left of context.pages()) await left.screenshot({ path: join(shots, 'counter-failed.png') }).catch(() => undefined);
  }
  process.exitCode = 1;
} finally {
  await browser.close();
}
