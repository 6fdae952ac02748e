/**
 * The numbers of the page: the bytes of everything a first visit asks for up to the end of a run, gzipped as a server would
 * send them; the time until it can be used, at full speed and with the processor slowed down four times; from Run to the
 * first picture; a frame of the player with a hundred tasks; memory, and the way to any moment, of a log of a million
 * events. `node tests/web/measure.mjs`
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const dist = process.env.LOOPSCOPE_DIST ?? resolve(import.meta.dirname, '../../dist');
const VISITS = 5;

/**
 * Notes, in the page, the moments at which it can be used: Run can be pressed, the program is there to be read. A page that is asked
 * from outside what it shows spends a good part of its time answering.
 */
function watch() {
  const moments = (globalThis.moments = {});
  const look = () => {
    const player = document.querySelector('loop-scope');
    if (player?.shadowRoot?.querySelector('.button.main') && player.program?.trim()) moments.pressable ??= performance.now();
    if (player?.shadowRoot?.querySelector('.listing .code')) moments.usable ??= performance.now();
    if (!moments.pressable || !moments.usable) setTimeout(look, 5);
  };
  look();
}

/** What `watch` noted, once all is there. Playwright's own way to wait brings 300 KB of script into the page, on its time. */
async function noted(inspector) {
  for (;;) {
    await new Promise((done) => setTimeout(done, 200));
    const { result } = await inspector.send('Runtime.evaluate', { expression: 'moments', returnByValue: true });
    if (result.value?.usable) return result.value;
  }
}

/** The page's own clock counts from the moment that somebody asked for it. */
async function visit(browser, address, slower = 1) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const inspector = await context.newCDPSession(page);
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const files = new Set();
  page.on('response', (response) => response.url().startsWith(address) && files.add(new URL(response.url()).pathname.slice(1) || 'index.html'));
  await page.addInitScript(watch);
  await page.goto(address, { waitUntil: 'commit' });
  const { pressable, usable } = await noted(inspector);
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
  return { files: [...files], pressable, usable, ran };
}

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const HUNDRED = `import asyncio
async def work(n):
    for i in range(30):
        await asyncio.sleep(0.01 * (n % 9 + 1))
async def main():
    await asyncio.gather(*(work(n) for n in range(100)))
asyncio.run(main())
`;
/** More events than a log takes, of a thousand lanes. */
const MILLION = `import asyncio
async def work(n):
    for i in range(1000):
        await asyncio.sleep(0.001 * (n % 7))
async def main():
    await asyncio.gather(*(work(n) for n in range(1000)))
asyncio.run(main())
`;

async function openPlayer(browser, address, example = 'own') {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${address}#example=${example}`);
  await page.locator('loop-scope .listing').waitFor();
  await page.evaluate(() => {
    const { player, program } = document.querySelector('loop-scope');
    return player.foresee(program);
  });
  return page;
}

/** Milliseconds from Run to the first picture of the run, drawn, by somebody who has pointed at the player before. */
async function firstPicture(browser, address, example) {
  const page = await openPlayer(browser, address, example);
  const took = await page.evaluate(async () => {
    const player = document.querySelector('loop-scope');
    await new Promise((done) => setTimeout(done, 200));
    const pictured = new Promise((done) => {
      const update = player.performUpdate.bind(player);
      player.performUpdate = () => {
        update();
        if (player.player.cursor.position > 0) done();
      };
    });
    const begin = performance.now();
    player.run();
    await pictured;
    // A turn that is asked for within a frame comes when that frame has been drawn; this one before the engine's next.
    await new Promise((done) => requestAnimationFrame(() => void globalThis.scheduler.postTask(done, { priority: 'user-blocking' })));
    const shown = performance.now() - begin;
    player.stop();
    return shown;
  });
  await page.close();
  return took;
}

/**
 * Milliseconds of script that a frame takes while the player plays for some seconds: the middle one, one that one in twenty takes
 * longer than; and how many frames a second there were.
 */
async function playing(page, begin) {
  const seconds = 5;
  const { times, pictures } = await page.evaluate(
    async ([seconds, begin]) => {
      const player = document.querySelector('loop-scope');
      const times = [];
      const update = player.performUpdate.bind(player);
      player.performUpdate = () => {
        const begin = performance.now();
        update();
        times.push(performance.now() - begin);
      };
      let pictures = 0;
      const count = () => {
        pictures++;
        requestAnimationFrame(count);
      };
      if (begin === 'run') player.run();
      else player.resume();
      requestAnimationFrame(count);
      await new Promise((done) => setTimeout(done, seconds * 1000));
      player.stop();
      return { times: times.sort((a, b) => a - b), pictures };
    },
    [seconds, begin],
  );
  return { middle: times[Math.floor(times.length / 2)], long: times[Math.floor(times.length * 0.95)], rate: pictures / seconds };
}

async function hundred(browser, address) {
  const page = await openPlayer(browser, address);
  await page.evaluate((program) => {
    const player = document.querySelector('loop-scope');
    player.program = program;
    return player.updateComplete;
  }, HUNDRED);
  const found = await playing(page, 'run');
  await page.close();
  return found;
}

/** Megabytes that a log of a million events takes, milliseconds to its moments, and how it plays on from its middle. */
async function million(browser, address) {
  const page = await openPlayer(browser, address);
  const inspector = await page.context().newCDPSession(page);
  const used = async () => {
    await inspector.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = await inspector.send('Runtime.getHeapUsage');
    return (usedSize + backingStorageSize) / 1e6;
  };
  const before = await used();
  await page.evaluate(async (program) => {
    const player = document.querySelector('loop-scope');
    player.speed = Infinity;
    player.program = program;
    await player.updateComplete;
    const ended = new Promise((done) => player.addEventListener('loopscope-phase', (event) => event.detail.phase === 'ended' && done()));
    player.run();
    await ended;
  }, MILLION);
  const after = await used();
  const moments = await page.evaluate(() => {
    const { cursor } = document.querySelector('loop-scope').player;
    const times = [];
    for (let n = 0; n < 200; n++) {
      const begin = performance.now();
      cursor.moveTo(Math.floor(((n * 7919) % 200) / 200 * cursor.recording.length));
      times.push(performance.now() - begin);
    }
    return [times.sort((a, b) => a - b)[100], times[199], cursor.recording.length];
  });
  await page.evaluate(() => {
    const player = document.querySelector('loop-scope');
    player.speed = 1;
    player.player.goTo(Math.floor(player.player.cursor.recording.length / 2));
    return player.updateComplete;
  });
  const played = await playing(page, 'resume');
  await page.close();
  return { megabytes: after - before, moments, played };
}

const browser = await launch();
const server = await serve(dist);
const visits = [];
for (let n = 0; n < VISITS; n++) visits.push(await visit(browser, server.address));
const slow = [];
for (let n = 0; n < VISITS; n++) slow.push(await visit(browser, server.address, 4));
const pictures = { '02_two_tasks': [], own: [] };
for (const [example, times] of Object.entries(pictures)) {
  for (let n = 0; n < VISITS; n++) times.push(await firstPicture(browser, server.address, example));
}
const ofHundred = await hundred(browser, server.address);
const { megabytes, moments, played } = await million(browser, server.address);
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
console.log(`${middle(visits.map((each) => each.usable)).toFixed(0).padStart(8)} ms until the page can be used, with its program (middle of ${VISITS}); Run can be pressed after ${middle(visits.map((each) => each.pressable)).toFixed(0)} ms`);
console.log(`${middle(visits.map((each) => each.ran)).toFixed(0).padStart(8)} ms from Run to the end of a lesson at full speed, with loading the engine`);
console.log(`${middle(slow.map((each) => each.usable)).toFixed(0).padStart(8)} ms until the page can be used, processor slowed down four times; Run can be pressed after ${middle(slow.map((each) => each.pressable)).toFixed(0)} ms`);
console.log(`${middle(pictures['02_two_tasks']).toFixed(0).padStart(8)} ms from Run to the first picture of a lesson, pointed at before; ${middle(pictures.own).toFixed(0)} ms of a program of one's own`);
console.log(`${ofHundred.middle.toFixed(1).padStart(8)} ms of a frame with a hundred tasks; ${ofHundred.long.toFixed(1)} ms at the 95th percentile; ${ofHundred.rate.toFixed(0)} frames a second`);
console.log(`${megabytes.toFixed(0).padStart(8)} MB for a log of ${moments[2]} events; a moment of it takes ${moments[0].toFixed(1)} ms, at most ${moments[1].toFixed(1)} ms`);
console.log(`${played.middle.toFixed(1).padStart(8)} ms of a frame while that log plays, a thousand lanes; ${played.long.toFixed(1)} ms at the 95th percentile; ${played.rate.toFixed(0)} frames a second`);
