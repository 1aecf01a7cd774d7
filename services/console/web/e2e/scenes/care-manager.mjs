// A care manager's day: a programme from its first draft to its publication, an experiment, messages.
import assert from 'node:assert/strict';
import { phone, say, shot } from '../console.mjs';
import { asked, meddle } from './follow-up.mjs';
import { as, base, dialog, everywhere, play, scene, to } from './oversight.mjs';

const lastAsked = () => asked().at(-1);

async function writesAProgramme(page) {
  say('writes a draft; what is wrong is named at its line');
  await page.goto(`${base}/programmes`);
  await page.getByRole('button', { name: 'Antibiotic check' }).click();
  await page.getByText('A medicine of ATC class J01').waitFor();
  await shot(page, 'programme', true);
  await page.keyboard.press('e');
  const text = page.getByLabel('The programme as text');
  const written = await text.inputValue();
  const save = () => text.press('Control+Enter');
  await text.fill(written.replace('"steps": [', '"steps": '));
  await save();
  await page.locator('[data-part="flaws"]').getByText(/^Line \d+$/).waitFor();
  const wrong = written.replace('"J01"', '"J01",\n      "penicillin"').replace('"day": 3', '"day": 400');
  await text.fill(wrong);
  await save();
  const flaws = page.locator('[data-part="flaws"]').getByRole('listitem');
  await flaws.filter({ hasText: 'steps[0].after.day must be from 0 to 365' }).waitFor();
  await shot(page, 'flaws', true);
  const lineOf = (part) => wrong.slice(0, wrong.indexOf(part)).split('\n').length;
  assert.match(await flaws.nth(0).innerText(), new RegExp(`Line ${lineOf('"penicillin"')} trigger.atc\\[1\\]`));
  assert.match(await flaws.nth(1).innerText(), new RegExp(`Line ${lineOf('"day"')} `));
  await flaws.nth(1).getByRole('button').click();
  assert.equal(await text.evaluate((field) => field.selectionStart), wrong.indexOf('"day"'), 'the cursor stands there');

  say('finds what was typed after the page was gone');
  await page.reload();
  await page.getByText('This is what you had typed and not saved').waitFor();
  assert.equal(await text.inputValue(), wrong);
  const right = written.replace('"J01"', '"J01",\n      "J02"').replace('"day": 3', '"day": 4');
  await text.fill(right);
  await page.getByText('A medicine of one of the ATC classes J01, J02').waitFor();
  await save();
  await page.getByText('Saved as revision 1').waitFor();

  say('does not overwrite what somebody else saved, unless told to');
  meddle('antibiotic');
  await text.fill(right.replace('"day": 4', '"day": 5'));
  await save();
  await page.getByText('Somebody else has changed the draft meanwhile').waitFor();
  await page.getByText('What stands there now').click();
  await page.getByText('"name": "Saved by somebody else"').waitFor();
  await page.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByText('Saved as revision 3').waitFor();
  await page.getByRole('button', { name: 'Close' }).click();

  say('tries it out, then puts it in force');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByText('Would have made 1,204 calls, 37 pharmacist hours').waitFor();
  await page.getByText('Birthdays are not counted.').waitFor();
  await shot(page, 'simulation', true);
  await page.getByRole('button', { name: 'Publish' }).click();
  await dialog(page).getByRole('button', { name: 'Publish' }).click();
  await page.locator('[data-part="standing"]').getByText('Version 3 in force').waitFor();
  assert.deepEqual(lastAsked().body, { revision: 3 });

  say('begins a programme that nobody has written yet');
  await page.getByRole('button', { name: 'All programmes' }).click();
  await page.getByLabel('New, or another by its key').fill('winter-check');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Write it' }).click();
  await page.getByText('It is on prescription').waitFor();
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await page.locator('[data-part="flaws"]').getByText('must be a text of 1 to 80 characters').waitFor();
}

async function answersForAnExperiment(page) {
  say('answers for an experiment');
  await page.goto(`${base}/programmes?section=experiments`);
  const one = page.locator('[data-experiment="relationship"]');
  await one.getByText('Takes part: Wellbeing call').waitFor();
  await one.getByText('Everybody is called').waitFor();
  await one.getByLabel('Share in percent').fill('60');
  assert.ok(await one.getByRole('button', { name: 'Approve' }).isDisabled());
  await one.getByLabel('Share in percent').fill('5');
  await one.getByRole('button', { name: 'Approve' }).click();
  await dialog(page).getByRole('button', { name: 'I answer for it' }).click();
  await one.getByText('5 % are not called').waitFor();
  await shot(page, 'experiments');
  await one.getByRole('button', { name: 'Call everybody again' }).click();
  await dialog(page).getByRole('button', { name: 'End it' }).click();
  await one.getByText('Everybody is called').waitFor();
}

async function theMessages(page) {
  say('sees why a message waits or failed');
  await to(page, 'Messages', 'messages');
  await page.getByText('No channel is set up').waitFor();
  assert.match(await page.locator('[data-tile="queued"]').innerText(), /41/);
  await page.getByLabel('State').selectOption('failed');
  await page.getByText('Nobody knows whether it went').waitFor();
  await shot(page, 'messages');
}

await play('care-manager', async () => {
  const page = await as('care-manager');
  await page.goto(`${base}/programmes`);
  await scene(page, 'programmes').waitFor();
  assert.equal(await page.getByRole('link', { name: 'The queue' }).count(), 0, 'the queue is not a care manager’s');
  await writesAProgramme(page);
  await answersForAnExperiment(page);
  await theMessages(page);

  say('the same on a phone, in Thai');
  await everywhere('care-manager', { ...phone, locale: 'th-TH' }, 'phone-th', [
    ['/programmes', 'programmes'],
    ['/programmes?programme=winter-check', 'programme'],
    ['/programmes?section=experiments', 'programmes'],
  ]);
});
