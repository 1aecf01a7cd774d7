// A pharmacist: told that somebody waits, takes over, says what came of it; and judges a side effect.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { console_, desktop, open, phone, say, shot } from '../console.mjs';
import { house, ids, reaction, waiting } from './house.mjs';
import { narrow, play } from './scene.mjs';

async function takesOver(page) {
  say('hears on the desk that somebody waits');
  await page.locator('[data-notice="transfer-waiting"]').waitFor();
  await page.locator('[data-waiting="1"]').waitFor();
  await page.getByRole('button', { name: /^Take next call/ }).click();
  await page.locator('[data-claim="transfer-waiting"]').waitFor();
  await shot(page, 'told');

  say('takes over by a key, reads what was said, and says what came of it');
  await page.locator('[data-claim="transfer-waiting"]').getByRole('button').click();
  await page.locator('[data-scene="transfers"]').waitFor();
  await page.getByText('Severe trouble breathing').waitFor();
  await shot(page, 'transfers');
  for (const width of [1190, 800]) {
    await page.setViewportSize({ width, height: 900 });
    await narrow(page);
  }
  await shot(page, 'transfers-tablet');
  await page.setViewportSize(desktop.viewport);
  await page.keyboard.press('t');
  await page.locator('[data-transfer="taken"]').waitFor();
  await page.getByText('You have taken over').waitFor();
  await page.getByText('Somchai').waitFor();
  await page.getByText(/Penicillin/).waitFor();
  await page.getByText('Worse', { exact: true }).waitFor();
  await shot(page, 'in-hand');
  await page.locator('[data-ending="sent-to-doctor"]').click();
  await page.getByText('Nobody waits').waitFor();
  assert.deepEqual([house.transfer.takenBy, house.transfer.ending], ['5f0c1f5e-0000-4000-8000-000000000001', 'sent-to-doctor']);
}

async function judges(page) {
  say('opens a side effect that runs out of time, and reads its words');
  await page.getByRole('link', { name: 'Side effects' }).click();
  const row = page.locator(`[data-reaction-id="${ids.reaction}"]`);
  await row.getByText('3 days left').waitFor();
  await row.click();
  await page.getByRole('button', { name: /Read what was said/ }).click();
  await page.getByText('Red spots on both arms since Sunday.').waitFor();

  say('answers ten items, and sees the score grow');
  for (let item = 1; item <= 10; item += 1) {
    await page.locator(`[data-item="${item}"] input[value="${item === 5 ? 'no' : item <= 3 ? 'yes' : 'unknown'}"]`).check({ force: true });
    if (item === 2) await page.locator('[data-score="3"]').waitFor();
    if (item === 4) {
      await page.reload();
      await row.click();
      await page.locator('[data-score="4"]').waitFor();
    }
  }
  await page.locator('[data-score="6"]').waitFor();
  await page.locator('.ac-score').getByText('Probable').waitFor();
  await shot(page, 'judged', true);
  await page.getByRole('button', { name: 'Save the judgement' }).click();
  await page.locator('[data-reaction-open="assessed"]').waitFor();

  say('takes the data for the form, and notes the authority’s number');
  const [file] = await Promise.all([page.waitForEvent('download'), page.locator('[data-export]').click()]);
  assert.equal(JSON.parse(readFileSync(await file.path(), 'utf8'))['C.1.1'], ids.reaction);
  await page.getByLabel('The authority’s number').fill('TH-2026-0042');
  await page.getByRole('button', { name: 'It was reported' }).click();
  await page.locator('[data-reaction-open="reported"]').waitFor();
  assert.equal(house.reaction.reference, 'TH-2026-0042');
  await page.locator('[data-state="reported"]').click();
  await row.getByText('TH-2026-0042').waitFor();
  await shot(page, 'reported');
}

async function onAPhone(context) {
  say('sees both on a phone, in Thai');
  house.transfer = waiting(75);
  house.reaction = reaction();
  const page = await open({ ...phone, locale: 'th-TH', storageState: await context.storageState() });
  await page.goto(`${console_}/transfers`);
  await page.getByText('หายใจลำบากมาก').waitFor();
  await narrow(page);
  await shot(page, 'phone-transfers');
  house.transfer = undefined;
  await page.goto(`${console_}/reactions`);
  await page.locator(`[data-reaction-id="${ids.reaction}"]`).click();
  await page.locator('[data-item="10"]').waitFor();
  await narrow(page);
  await shot(page, 'phone-reaction', true);
  await page.context().close();
}

await play('pharmacist', async () => {
  house.transfer = waiting(42);
  house.refusesForTransfer = true;
  house.answers = { effect: 'worse', 'warning-signs': ['breathing'] };
  house.reaction = reaction();
  const page = await open(desktop);
  await page.goto(`${console_}/`);
  await takesOver(page);
  await judges(page);
  await onAPhone(page.context());
});
