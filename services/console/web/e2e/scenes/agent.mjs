// An agent's day: a break, a call with a red flag, a side effect and hard words, somebody who rings, and the debrief.
import assert from 'node:assert/strict';
import { console_, desktop, open, phone, say, shot } from '../console.mjs';
import { call, house, ids } from './house.mjs';
import { narrow, play } from './scene.mjs';

const scene = (page, name) => page.locator(`[data-scene="${name}"]`);
const english = (page, text) => page.getByText(text, { exact: true }).first();

async function breakFirst(page) {
  say('is on a break, asks for a call all the same, and comes back');
  await scene(page, 'idle').waitFor();
  await page.keyboard.press('s');
  await page.locator('[data-say="meal"]').waitFor();
  await shot(page, 'presence');
  await page.locator('[data-say="meal"]').click();
  await page.locator('[data-presence="break"]').waitFor();
  await page.getByRole('button', { name: /^Take next call/ }).click();
  await page.locator('[data-claim="on-break"]').waitFor();
  await shot(page, 'on-break');
  await page.getByRole('button', { name: /I am back/ }).click();
  await page.locator(`[data-call="${ids.call}"]`).waitFor();
  await page.locator('[data-presence="available"]').waitFor();
}

async function number(page) {
  say('sees before dialling that the last talk was difficult, and the questions in Thai with their meaning');
  await page.keyboard.press('p');
  await page.locator('a[href^="tel:"]').waitFor();
  const before = await page.locator('[data-difficult-before]').innerText();
  assert.match(before, /Shouting/);
  assert.match(before, /Let them finish/);
  assert.match(await page.locator('[data-topics]').innerText(), /Metformin/);
  const question = page.locator('[data-questions="th"] [data-question="effect"] legend');
  await question.getByText('How are you today compared with before the medicine?').waitFor();
  assert.match(await question.innerText(), /วันนี้อาการเป็นอย่างไร/);
  await shot(page, 'number', true);
}

async function answersBranch(page) {
  say('answers, and the questions branch');
  assert.equal(await page.locator('[data-question="side-effect-kinds"]').count(), 0);
  await page.locator('[data-question="side-effects"] input[value="troubling"]').check();
  await page.locator('[data-question="side-effect-kinds"] input[value="rash"]').check();
  await page.waitForFunction(() => document.querySelector('[data-question="side-effect-kinds"] input[value="rash"]')?.checked);
  await page.reload();
  await page.locator(`[data-call="${ids.call}"]`).waitFor();
  await page.locator('[data-questions="th"] [data-question="side-effect-kinds"] input[value="rash"]').waitFor();
  assert.ok(await page.locator('[data-question="side-effect-kinds"] input[value="rash"]').isChecked(), 'the talk goes on where it was');
  await page.keyboard.press('p');
  await page.locator('a[href^="tel:"]').waitFor();
}

async function redFlag(page) {
  say('ticks a warning sign: pharmacists are asked, then the store, then it is withdrawn');
  house.quick = true;
  await page.locator('[data-question="warning-signs"] input[value="breathing"]').check();
  const panel = page.locator('[data-red-flag]');
  await panel.waitFor();
  await panel.locator('[data-transfer="waiting"]').waitFor();
  await english(panel, 'Pharmacists asked').waitFor();
  await panel.locator('[data-transfer="store"] [data-asked="store"]').waitFor();
  await shot(page, 'red-flag');
  assert.deepEqual(house.transfer.redFlags, ['breathing'], 'the sign that was ticked is handed over');
  await panel.getByRole('button', { name: 'I know where they are' }).click();
  await page.waitForFunction(() => document.querySelector('[data-red-flag]')?.textContent?.includes('I know where they are') === false);
  await panel.getByRole('button', { name: /withdraw/ }).click();
  await panel.waitFor({ state: 'detached' });
  assert.equal(house.transfer.state, 'withdrawn');
  assert.equal(house.transfer.placeConfirmed, true);

  say('ticks another one, and somebody takes over');
  await page.locator('[data-question="warning-signs"] input[value="face-swelling"]').check();
  await panel.locator('[data-transfer="waiting"]').waitFor();
  Object.assign(house.transfer, { state: 'taken', takenBy: 'pia', takenAt: new Date().toISOString() });
  await panel.getByText(/Somebody has taken over/).waitFor();
  await shot(page, 'taken-over');
  await panel.getByRole('button', { name: 'All clear, back to the call' }).click();
  await panel.waitFor({ state: 'detached' });
}

async function sideEffect(page) {
  say('records a side effect; what was typed outlives a reload');
  await page.keyboard.press('e');
  const form = page.locator('[data-reaction="form"]');
  await form.waitFor();
  assert.equal(await form.locator('[data-element="product"]').getAttribute('data-met'), 'false');
  assert.equal(await form.locator('[data-element="reporter"]').getAttribute('data-met'), 'true', 'the patient is on the line');
  assert.ok(await form.locator('input[name="events"][value="rash"]').isChecked(), 'what was answered is not asked again');
  await form.getByLabel('In their words').fill('Red spots on both arms.');
  await page.reload();
  await page.locator(`[data-call="${ids.call}"]`).waitFor();
  await page.keyboard.press('e');
  await form.waitFor();
  assert.equal(await form.getByLabel('In their words').inputValue(), 'Red spots on both arms.');
  await form.locator('input[name="suspects"]').first().check({ force: true });
  await form.locator('input[name="criteria"][value="hospitalisation"]').check({ force: true });
  await form.getByText(/within 15 days/).waitFor();
  assert.equal(await form.locator('[data-element][data-met="false"]').count(), 0, 'all four elements are there');
  await shot(page, 'reaction', true);
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-reaction="recorded"]').waitFor();
  assert.deepEqual(house.reaction.criteria, ['hospitalisation']);
  assert.equal(house.reaction.description, 'Red spots on both arms.');
  await page.locator('[data-form="suspected-adverse-reaction"]').waitFor();
  assert.equal(await page.getByLabel('What did they say?').inputValue(), 'Red spots on both arms.');
}

async function hardWords(page) {
  say('is insulted: warns, records it, and ends the call only then');
  await page.locator('[data-tool="difficult"]').click();
  const panel = page.locator('[data-difficult]');
  await panel.getByText('Let them finish; listen for what is behind the anger.').waitFor();
  assert.ok(await panel.locator('[data-end-for-abuse]').isDisabled(), 'nobody is cut off unwarned');
  await panel.locator('[data-warn]').click();
  await panel.locator('[data-warned]').waitFor();
  await panel.locator('summary').click();
  await panel.locator('input[name="kinds"][value="insult"]').check({ force: true });
  await panel.locator('input[name="helped"][value="speak-slowly"]').check({ force: true });
  await shot(page, 'difficult', true);
  await panel.getByRole('button', { name: 'Record it' }).click();
  await panel.getByText('It is on record').waitFor();
  assert.deepEqual([house.incident.kinds, house.incident.helped], [['insult'], ['speak-slowly']]);
  await panel.locator('[data-end-for-abuse]').click();
  await page.locator('[data-form="ended-for-abuse"] [data-warned]').waitFor();
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await page.getByRole('button', { name: /^Yes, save/ }).click();
  await scene(page, 'saved').waitFor();
  assert.equal(house.outcomes.at(-1).disposition, 'ended-for-abuse');
  await page.locator('[data-recover]').click();
  await page.locator('[data-presence="break"]').waitFor();
  await shot(page, 'saved');
}

async function rings(page) {
  say('is rung by somebody whom nobody knows, and by somebody whose call is taken there and then');
  house.answers = {};
  house.transfer = undefined;
  house.people = [];
  await page.keyboard.press('i');
  await scene(page, 'incoming').waitFor();
  await page.locator('#incoming-phone').fill('0812345678');
  await page.keyboard.press('Enter');
  await page.locator('[data-nobody]').waitFor();
  house.people = [{ id: ids.ringer, preferredName: 'Malee', languages: ['th'], status: 'active' }];
  await page.keyboard.press('Enter');
  await page.locator(`[data-found="${ids.ringer}"]`).waitFor();
  await shot(page, 'incoming');
  await page.keyboard.press('Enter');
  await page.locator(`[data-call="${ids.rang}"]`).waitFor();
  assert.match(await page.locator('[data-rang]').innerText(), /Malee/);
  assert.equal(await page.locator('a[href^="tel:"]').count(), 0, 'nobody is dialled');
  await page.locator('[data-questions="th"]').waitFor();
  await shot(page, 'on-the-line');
  await page.keyboard.press('6');
  await page.locator('[data-form="done-well"]').waitFor();
  await page.getByRole('button', { name: /^Save outcome/ }).click();
  await scene(page, 'saved').waitFor();
}

async function debrief(page) {
  say('writes their part of the debrief');
  await page.getByRole('link', { name: 'Debriefs' }).click();
  await scene(page, 'debriefs').waitFor();
  const part = page.locator('[data-part="happened"]');
  await part.locator('textarea').fill('They had waited for an hour.');
  await part.getByRole('button', { name: 'Save' }).click();
  await page.locator('[data-part="happened"][data-written="true"]').waitFor();
  assert.equal(house.written, 'They had waited for an hour.');
  await shot(page, 'debrief');
}

async function asColleague(page) {
  say('is handed the link to a talk of a colleague, and gives their view');
  await page.goto(`${console_}/debriefs?incident=${ids.handed}`);
  const part = page.locator(`[data-handed="${ids.handed}"]`);
  await part.locator('textarea').fill('She stayed calm.');
  await part.getByRole('button', { name: 'Save' }).click();
  await part.locator('[data-written="true"]').waitFor();
  assert.deepEqual(house.handed, { path: `/incidents/${ids.handed}/debrief/colleague`, text: 'She stayed calm.' });
  await shot(page, 'as-colleague');

  say('of their own talk no colleague’s view is asked of them');
  await page.goto(`${console_}/debriefs?incident=${ids.incident}`);
  await page.locator(`[data-incident-id="${ids.incident}"]`).waitFor();
  assert.equal(await page.locator('[data-handed]').count(), 0);
}

async function elsewhere(context) {
  for (const [locale, title] of [
    ['th-TH', 'รับสายถัดไป'],
    ['zh-CN', '取下一通电话'],
  ]) {
    say(`works on a phone in ${locale}`);
    house.presence = { state: 'available' };
    house.calls.push(call({ epoch: 7 }));
    house.answers = {};
    const page = await open({ ...phone, locale, storageState: await context.storageState() });
    await page.goto(`${console_}/`);
    await page.getByRole('button', { name: title }).waitFor();
    await narrow(page);
    await shot(page, `phone-idle-${locale}`);
    await page.getByRole('button', { name: title }).click();
    await page.locator(`[data-call="${ids.call}"]`).waitFor();
    await page.locator('.ac-ask').click();
    await page.locator('a[href^="tel:"]').waitFor();
    await page.locator('[data-question="effect"]').waitFor();
    await narrow(page);
    await shot(page, `phone-call-${locale}`, true);
    await page.locator('[data-tool="reaction"]').click();
    await page.locator('[data-reaction="form"]').waitFor();
    await narrow(page);
    await shot(page, `phone-reaction-${locale}`, true);
    await page.locator('.ac-raise').click();
    await page.locator('[data-red-flag] [data-transfer="waiting"]').waitFor();
    await narrow(page);
    await shot(page, `phone-red-${locale}`);
    house.held = undefined;
    house.transfer = undefined;
    await page.context().close();
  }
}

await play('agent', async () => {
  house.calls = [call()];
  const page = await open(desktop);
  await page.goto(`${console_}/`);
  await breakFirst(page);
  await number(page);
  await answersBranch(page);
  await redFlag(page);
  await sideEffect(page);
  await hardWords(page);
  await rings(page);
  await debrief(page);
  await asColleague(page);
  await elsewhere(page.context());
});
