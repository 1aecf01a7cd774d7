// What the scenes of supervision share: the way in, the pages' links, and how a scene is played.
//
//   node e2e/scenes/supervisor.mjs                                   the page as it was built last, without its back end
//   CONSOLE_URL=… HOUSE_PORT=… node e2e/scenes/supervisor.mjs        through a console that looks for its services at that port
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { browser, complaints, desktop, name, open, shot, shots, step } from '../console.mjs';
import { listen, serve } from './follow-up.mjs';

const page_ = join(import.meta.dirname, '..', '..', '..', 'target', 'classes', 'META-INF', 'resources');
if (process.env.HOUSE_PORT) await listen(Number(process.env.HOUSE_PORT));
export const base = process.env.CONSOLE_URL?.replace(/\/$/, '') ?? (await serve(page_));

/** Whoever comes without a console is of this role; with one, the log-in says who comes. */
export const as = (role, options = {}) => open({ ...desktop, ...options, extraHTTPHeaders: { 'X-Comes-As': role } });
export const dialog = (page) => page.getByRole('dialog');
export const scene = (page, which) => page.locator(`[data-scene="${which}"]`);

export async function to(page, link, which) {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: link, exact: true }).click();
  await scene(page, which).waitFor();
}

/** Each of these places at once, in one language and size: nothing is wider than the screen, and a picture is taken. */
export async function everywhere(role, options, title, places) {
  const page = await as(role, options);
  for (const [place, which] of places) {
    await page.goto(base + place);
    await scene(page, which).waitFor();
    await page.locator('.pf-v6-c-spinner').first().waitFor({ state: 'detached' });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(wide <= 0, `${place} ${title} is ${wide} px wider than the screen`);
    await shot(page, `${title}-${which}${place.includes('section=') ? `-${place.split('section=')[1]}` : ''}`, true);
  }
  await page.context().close();
}

export async function play(title, acts) {
  name(`scene-${title}`);
  try {
    await acts();
    assert.deepEqual(complaints, [], 'the page ran without errors');
  } catch (failure) {
    console.error(`Failed while: ${step}\n`, failure);
    for (const complaint of complaints) console.error('page:', complaint);
    for (const context of browser.contexts()) {
      for (const left of context.pages()) await left.screenshot({ path: join(shots, `scene-${title}-failed.png`) }).catch(() => undefined);
    }
    process.exitCode = 1;
  } finally {
    await browser.close();
  }
  process.exit();
}
