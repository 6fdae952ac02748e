/** What axe finds in the pages, in both themes: nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { PHONE, button, open, page, phase, useBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

useBrowser();

/** The rules that are broken, each with the places. */
async function violations() {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document));
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('\n  ')}`);
}

/** Everything is in the picture: a wait, timers, output, a worker. */
async function inTheMiddle() {
  await button('Run').click();
  await phase('playing');
  await page.waitForTimeout(1500);
  await button('Pause').click();
  await phase('paused');
}

// Without motion, so that nothing is looked at while it fades in.
describe('axe finds nothing', () => {
  for (const colorScheme of ['light', 'dark']) {
    it(`in the playground, in the middle of a run, ${colorScheme}`, async () => {
      await open('#example=11_to_thread', undefined, { colorScheme, reducedMotion: 'reduce' });
      await inTheMiddle();
      assert.deepEqual(await violations(), []);
    });

    it(`in the playground with an error, ${colorScheme}`, async () => {
      await open('#example=27_never_retrieved&speed=8', undefined, { colorScheme, reducedMotion: 'reduce' });
      await page.getByLabel('Speed').selectOption('max');
      await button('Run').click();
      await phase('ended');
      assert.deepEqual(await violations(), []);
    });

    it(`on a phone, ${colorScheme}`, async () => {
      await open('#example=18_queue', PHONE, { colorScheme, reducedMotion: 'reduce' });
      await inTheMiddle();
      assert.deepEqual(await violations(), []);
    });

    it(`in the embedded player and in the course page, ${colorScheme}`, async () => {
      await open('embed.html#example=02_two_tasks', undefined, { colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await violations(), []);
      await page.close();
      await open('examples/embed/index.html', undefined, { colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await violations(), []);
    });
  }
});
