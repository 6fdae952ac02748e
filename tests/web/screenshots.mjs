/** Takes the pictures of the page: `node tests/web/screenshots.mjs [DIST] [LESSON...]` writes build/screenshots. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const root = resolve(import.meta.dirname, '../..');
const [dist = join(root, 'dist'), ...names] = process.argv.slice(2);
const lessons = names.length > 0 ? names : ['02_two_tasks', '17_queue', '10_blocking_the_loop'];
const target = process.env.SCREENSHOTS ?? join(root, 'build/screenshots');
const SIZES = [
  ['1280', { width: 1280, height: 800 }],
  ['390', { width: 390, height: 844 }],
];

/** Plays until the cursor is at this share of the recording, then stands still. */
async function lookAt(page, share) {
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('loop-scope').phase === 'playing');
  await page.waitForTimeout(900);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.evaluate((input, at) => {
    input.value = String(Number(input.max) * at);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, share);
  await page.waitForTimeout(250);
}

const browser = await launch();
const server = await serve(resolve(dist));
mkdirSync(target, { recursive: true });
for (const [width, viewport] of SIZES) {
  for (const colorScheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport, colorScheme, deviceScaleFactor: width === '390' ? 2 : 1 });
    page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
    page.on('pageerror', (error) => console.error(String(error)));
    for (const lesson of lessons) {
      await page.goto(`${server.address}#example=${lesson}`);
      await page.reload();
      await page.waitForSelector('loop-scope .cm-content');
      await page.waitForTimeout(200);
      await lookAt(page, 0.62);
      await page.screenshot({ path: join(target, `${lesson}-${width}-${colorScheme}.png`), fullPage: width === '390' });
    }
    await page.close();
  }
}
await browser.close();
await server.close();
console.log(target);
