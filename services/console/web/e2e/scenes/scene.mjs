// How a scene is played: the house opens, the scene goes on until it ends or something is not as it must be seen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { browser, complaints, name, shots, step } from '../console.mjs';
import { closes, opens, unknown } from './house.mjs';

/** Nothing is wider than the screen. */
export async function narrow(page) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
}

export async function play(title, acts) {
  name(`scene-${title}`);
  try {
    await opens();
    await acts();
    assert.deepEqual(complaints, [], 'the page ran without errors');
    assert.deepEqual([...new Set(unknown)], [], 'nothing was asked for that the house does not know');
  } catch (failure) {
    console.error(`Failed while: ${step}\n`, failure);
    for (const complaint of complaints) console.error('page:', complaint);
    for (const context of browser.contexts()) {
      for (const left of context.pages()) await left.screenshot({ path: join(shots, `scene-${title}-failed.png`) }).catch(() => undefined);
    }
    process.exitCode = 1;
  } finally {
    await browser.close();
    closes();
  }
}
