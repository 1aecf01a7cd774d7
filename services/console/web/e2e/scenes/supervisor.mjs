// A supervisor's day: who waits on the line, the queue, tomorrow, the team, a programme that rests, a re-plan.
import assert from 'node:assert/strict';
import { phone, say, shot } from '../console.mjs';
import { asked, speaksAsColleague } from './follow-up.mjs';
import { as, base, dialog, everywhere, play, scene, to } from './oversight.mjs';

const lastAsked = () => asked().at(-1);

const places = [
  ['/queue?state=held', 'queue'],
  ['/programmes', 'programmes'],
  ['/programmes?programme=high-alert', 'programme'],
  ['/programmes?section=replan', 'programmes'],
  ['/staffing', 'staffing'],
  ['/staffing?section=answers', 'staffing'],
  ['/team', 'team'],
  ['/team?section=incidents', 'team'],
  ['/messages?state=failed', 'messages'],
];

async function whoWaitsOnTheLine(page) {
  say('sees first who waits on the line, and takes over');
  const first = page.locator('[data-transfer-id]');
  await first.waitFor();
  assert.match(await first.innerText(), /\d:\d\d[\s\S]*Pain in the chest[\s\S]*Severe trouble breathing[\s\S]*Place is known/);
  assert.equal(await page.locator('[data-notice="transfer-waiting"]').count(), 0, 'it is not said twice');
  await page.locator('.ac-tiles').waitFor();
  const above = await page.evaluate(() => {
    const top = (of) => document.querySelector(of).getBoundingClientRect().top;
    return top('[data-transfer-id]') < top('.ac-tiles');
  });
  assert.ok(above, 'it stands above the numbers');
  await shot(page, 'queue', true);
  await page.keyboard.press('t');
  await first.locator('[data-ending="advised"]').click();
  await first.waitFor({ state: 'detached' });
  assert.deepEqual(lastAsked().body, { ending: 'advised' });
}

async function theQueue(page) {
  say('looks at the queue by age, zone and skill');
  const lines = page.locator('[data-part="lines"]');
  assert.match(await lines.getByRole('row', { name: /Wellbeing/ }).innerText(), /105[\s\S]*60[\s\S]*31[\s\S]*12[\s\S]*2[\s\S]*1,204/);
  const zones = page.locator('[data-part="zones"]').getByRole('row');
  assert.match(await zones.nth(1).innerText(), /^Bangkok/, 'the zone that waits longest is first');
  await lines.getByLabel('For').selectOption('pharmacist');
  assert.match(await zones.nth(1).innerText(), /New York[\s\S]*7[\s\S]*20/, 'only what pharmacists may take');

  say('gives a held call to somebody else');
  await page.locator('[data-tile="held"]').getByRole('button').click();
  const held = page.locator('[data-part="calls"] tbody tr');
  await held.first().waitFor();
  assert.equal(await held.count(), 2);
  await held.filter({ hasText: 'High-alert' }).getByText('Number shown').waitFor();
  assert.match(await held.filter({ hasText: 'Antibiotic' }).innerText(), /44444444/, 'who holds it');
  await held.filter({ hasText: 'High-alert' }).getByRole('button', { name: 'Give to…' }).click();
  assert.match(await dialog(page).getByRole('group').innerText(), /^33333333[\s\S]*Available · en, zh · boston-1/, 'who is there comes first');
  await dialog(page).getByText('They lose it at once').waitFor();
  await dialog(page).getByRole('radio').last().check();
  await dialog(page).getByRole('button', { name: 'Give to…' }).click();
  await dialog(page).getByText('They hold another call').waitFor();
  await dialog(page).getByRole('radio').first().check();
  await shot(page, 'give');
  await dialog(page).getByRole('button', { name: 'Give to…' }).click();
  await page.getByText('High-alert medicine goes to 33333333').waitFor();
  assert.equal(lastAsked().body.epoch, 3, 'only as it was seen');

  say('releases what waits for a supervisor, and finds calls of a programme');
  await page.getByLabel('State').selectOption('supervisor');
  await page.locator('[data-part="calls"]').getByRole('button', { name: 'Release' }).click();
  await dialog(page).getByRole('button', { name: 'Release' }).click();
  await page.getByText('Released: Wellbeing call').waitFor();
  await page.getByText('Nothing waits for you').waitFor();
  await page.getByLabel('State').selectOption('planned');
  await page.getByLabel('Programme').selectOption('refill');
  await page.locator('[data-part="calls"] tbody tr').filter({ hasText: 'Refill' }).first().waitFor();
  assert.equal(await page.locator('[data-part="calls"] tbody tr').filter({ hasText: 'Wellbeing' }).count(), 0);
  assert.match(page.url(), /state=planned&programme=refill/, 'the address leads back here');
}

async function tomorrow(page) {
  say('sees how many people tomorrow needs');
  await to(page, 'Staffing', 'staffing');
  const agents = page.locator('[data-skill="agent"]');
  await agents.getByText('At most 34 at a time').waitFor();
  assert.equal(await agents.locator('.ac-bar').count(), 11, 'an hour without calls leaves no gap');
  assert.equal(await agents.locator('.ac-bar-top').first().innerText(), '34');
  await shot(page, 'tomorrow', true);
  await agents.getByText('As a table').click();
  assert.match(await agents.getByRole('row').nth(1).innerText(), /09:00–10:00[\s\S]*310[\s\S]*20\.5[\s\S]*34[\s\S]*86%[\s\S]*78%/);
  const shown = await page.getByLabel('Day', { exact: true }).inputValue();
  await page.getByRole('button', { name: 'The day after' }).click();
  await page.waitForURL(/date=/);
  assert.notEqual(await page.getByLabel('Day', { exact: true }).inputValue(), shown);
  await page.goBack();
  await page.waitForFunction((day) => document.querySelector('input[type="date"]').value === day, shown);

  say('sees when people answer');
  await page.keyboard.press('2');
  await page.locator('[data-segment="elderly"]').getByText('Better from 09:00 to 12:00: 72% answer, 42% otherwise.').waitFor();
  await page.locator('[data-segment="adult"]').getByText('No hours are better beyond chance.').waitFor();
  assert.equal(await page.locator('[data-segment="elderly"] .ac-bar-lit').count(), 3);
  await shot(page, 'answers', true);
}

async function theTeam(page) {
  say('says what somebody speaks; a slip is named');
  await to(page, 'Team', 'team');
  await page.getByText('After a hard call').waitFor();
  await shot(page, 'agents');
  await page.getByRole('button', { name: 'Which calls 44444444 is given' }).click();
  await dialog(page).getByLabel('Languages').fill('th, english');
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await dialog(page).getByText('languages[1]').waitFor();
  await dialog(page).getByLabel('Languages').fill('th, en, zh');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('tr', { hasText: '44444444' }).getByText('th, en, zh').waitFor();
  assert.deepEqual(lastAsked().body, { languages: ['th', 'en', 'zh'], stores: ['bangkok-1'], regions: ['siam'] }, 'the rest stays');

  say('brings a debrief to its end');
  await page.keyboard.press('2');
  const incident = page.locator('[data-incident]');
  await incident.getByText('Shouting · Threat').waitFor();
  assert.ok(await incident.getByRole('button', { name: 'Close the debrief' }).isDisabled(), 'not while parts are missing');
  await shot(page, 'incidents');
  for (const part of ['supervisor', 'change']) {
    const write = incident.locator(`[data-part="${part}"]`).getByRole('button', { name: 'Write' });
    await write.click();
    await dialog(page).getByRole('textbox').fill('We call back in pairs.');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await write.click();
    assert.equal(await dialog(page).getByRole('textbox').inputValue(), 'We call back in pairs.', 'what was typed is still there');
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await dialog(page).waitFor({ state: 'detached' });
  }
  const link = new URL(await incident.locator('[data-part="colleague"]').getByRole('textbox').inputValue());
  assert.deepEqual([link.origin, link.pathname], [new URL(page.url()).origin, '/debriefs'], 'a colleague can be asked');
  speaksAsColleague(link.searchParams.get('incident'));
  await page.reload();
  await incident.getByRole('button', { name: 'Close the debrief' }).click();
  await page.getByText('No such incidents').waitFor();
}

async function restsAndReplans(page) {
  say('lets a programme rest and go on');
  await to(page, 'Programmes', 'programmes');
  await page.getByRole('button', { name: 'Refill reminder' }).click();
  await scene(page, 'programme').getByText('It lasts 8 days or more').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Edit as a draft' }).count(), 0, 'a supervisor writes no programme');
  await page.getByRole('button', { name: 'Pause' }).click();
  await dialog(page).getByRole('button', { name: 'Pause' }).click();
  await page.locator('[data-part="standing"]').getByText('Resting since').waitFor();
  await page.getByRole('button', { name: 'Resume' }).click();
  await dialog(page).getByRole('button', { name: 'Resume' }).click();
  await page.locator('[data-part="standing"]').getByText('Resting since').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'All programmes' }).click();

  say('sees what a re-plan would move before it moves it');
  await page.keyboard.press('2');
  const before = asked().length;
  await page.getByRole('button', { name: 'See what would move' }).click();
  await page.getByText('36 of 240 planned calls would move.').waitFor();
  assert.ok(asked().slice(before).every(({ body }) => body.preview), 'looking moves nothing');
  await shot(page, 'replan');
  await page.getByRole('button', { name: 'Move 36 calls' }).click();
  await dialog(page).getByRole('button', { name: 'Move them' }).click();
  await page.getByText('All planned calls are in line with the rules.').waitFor();
  assert.deepEqual(asked().slice(-2).map(({ body }) => [body.preview, body.after !== undefined]), [[false, false], [false, true]]);
}

await play('supervisor', async () => {
  say('phone and desktop, English, Thai, Chinese, light and dark');
  await everywhere('supervisor', phone, 'phone', places);
  await everywhere('supervisor', { ...phone, locale: 'th-TH' }, 'phone-th', places);
  await everywhere('supervisor', { locale: 'zh-CN', colorScheme: 'dark' }, 'zh-dark', places);

  const page = await as('supervisor');
  await page.goto(`${base}/queue`);
  await whoWaitsOnTheLine(page);
  await theQueue(page);
  await tomorrow(page);
  await theTeam(page);
  await restsAndReplans(page);
});
