/**
 * What a first visit costs: the bytes of everything the page asks for up to the end of a run, gzipped as a server would send
 * them, and the time until the page can be used and until a program has run. `node tests/web/measure.mjs`
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const dist = process.env.LOOPSCOPE_DIST ?? resolve(import.meta.dirname, '../../dist');
const VISITS = 5;

async function visit(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const files = new Set();
  page.on('response', (response) => response.url().startsWith(address) && files.add(new URL(response.url()).pathname.slice(1) || 'index.html'));
  const begin = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => {
    const player = document.querySelector('loop-scope');
    return player?.shadowRoot?.querySelector('.cm-content') && player.program?.trim();
  }, null, { polling: 5 });
  const usable = performance.now() - begin;
  const ran = await page.evaluate(async () => {
    const player = document.querySelector('loop-scope');
    player.speed = Infinity;
    await player.updateComplete;
    const pressed = performance.now();
    const ended = new Promise((done) => player.addEventListener('loopscope-phase', (event) => event.detail.phase === 'ended' && done()));
    player.run();
    await ended;
    return performance.now() - pressed;
  });
  await context.close();
  return { files: [...files], usable, ran };
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const browser = await launch();
const server = await serve(dist);
const visits = [];
for (let n = 0; n < VISITS; n++) visits.push(await visit(browser, server.address));
await browser.close();
await server.close();

let total = 0;
for (const file of visits[0].files) {
  const raw = readFileSync(join(dist, file));
  const size = gzipSync(raw, { level: 9 }).length;
  total += size;
  console.log(`${(size / 1000).toFixed(1).padStart(8)} KB gzipped ${(raw.length / 1000).toFixed(1).padStart(8)} KB  ${basename(file)}`);
}
console.log(`${(total / 1000).toFixed(1).padStart(8)} KB gzipped in all, first visit with a run`);
console.log(`${middle(visits.map((each) => each.usable)).toFixed(0).padStart(8)} ms until the page can be used (middle of ${VISITS})`);
console.log(`${middle(visits.map((each) => each.ran)).toFixed(0).padStart(8)} ms from Run to the end of a lesson at full speed, with loading the engine`);
