/** The main journeys in Firefox and in WebKitGTK, as far as they are installed and start here. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { serve } from './serve.mjs';
import { DRIVERS } from './webdriver.mjs';

const dist = resolve(process.env.LOOPSCOPE_DIST ?? resolve(import.meta.dirname, '../../dist'));
let server;

before(async () => {
  server = await serve(dist, '/courses/loop/');
});
after(() => server?.close());

/** What follows runs in the browser. */
const ready = async () => {
  for (let n = 0; n < 600; n++) {
    const player = document.querySelector('loop-scope');
    if (player?.program?.trim() && player.shadowRoot.querySelector('.listing')) return true;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('the player did not come');
};
const runToEnd = async () => {
  const player = document.querySelector('loop-scope');
  player.speed = Infinity;
  await player.updateComplete;
  const ended = new Promise((done) => player.addEventListener('loopscope-phase', (event) => event.detail.phase === 'ended' && done()));
  player.shadowRoot.querySelector('.button.main').click();
  await ended;
  await player.updateComplete;
  return [...player.shadowRoot.querySelectorAll('.print .text')].map((line) => line.textContent);
};
const stepThrough = async () => {
  const player = document.querySelector('loop-scope');
  player.reset();
  player.step();
  const told = () => player.shadowRoot.querySelector('.told').textContent;
  for (let n = 0; n < 200 && !player.shadowRoot.querySelector('.run-line'); n++) await new Promise((next) => setTimeout(next, 50));
  const forward = [];
  for (let n = 0; n < 15; n++) {
    player.step();
    await player.updateComplete;
    forward.push(told());
  }
  const back = [];
  for (let n = 0; n < 15; n++) {
    back.unshift(told());
    player.step(-1);
    await player.updateComplete;
  }
  return [forward, back];
};
const linkBack = async () => {
  const player = document.querySelector('loop-scope');
  player.program = 'print("größer 🐍")\n';
  const link = await player.link();
  player.program = 'print(1)\n';
  location.hash = link;
  for (let n = 0; n < 100 && !player.program.includes('🐍'); n++) await new Promise((next) => setTimeout(next, 50));
  return player.program;
};
const realClock = async () => {
  const player = document.querySelector('loop-scope');
  player.reset();
  player.program = 'import asyncio, time\nasync def main():\n    begin = time.monotonic()\n    await asyncio.sleep(0.3)\n    print(time.monotonic() - begin > 0.29)\nasyncio.run(main())\n';
  player.clock = 'real';
  player.speed = 1;
  await player.updateComplete;
  const ended = new Promise((done) => player.addEventListener('loopscope-phase', (event) => event.detail.phase === 'ended' && done()));
  player.run();
  await ended;
  await player.updateComplete;
  return [...player.shadowRoot.querySelectorAll('.print .text')].map((line) => line.textContent);
};

for (const [name, start] of Object.entries(DRIVERS)) {
  describe(name, () => {
    let driver = null;
    let reason = '';
    before(async () => {
      try {
        driver = await start();
        await driver.open(`${server.address}#example=02_two_tasks`);
        assert.equal(await driver.ask(ready), true);
      } catch (error) {
        reason = String(error);
      }
    });
    after(() => driver?.close());

    const journey = (what, act) =>
      it(what, async (test) => {
        if (reason || !driver) test.skip(`${name} does not start here: ${reason}`);
        else await act();
      });

    journey('runs a lesson to its end, in order', async () => {
      assert.deepEqual(await driver.ask(runToEnd), ['A: start', 'B: start', 'B: end', 'A: end']);
    });
    journey('steps forward, and back to the same moments', async () => {
      const [forward, back] = await driver.ask(stepThrough);
      assert.equal(forward.length, 15);
      assert.deepEqual(back, forward);
    });
    journey('follows a link with every kind of letter', async () => {
      assert.equal(await driver.ask(linkBack), 'print("größer 🐍")\n');
    });
    journey('waits for real on the real clock', async () => {
      assert.deepEqual(await driver.ask(realClock), ['True']);
    });
  });
}
