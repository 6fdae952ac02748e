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
  for (let n = 0; n < 1000; n++) {
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
  for (let n = 0; n < 1000 && (player.player.running || player.player.onItsWay); n++) await new Promise((next) => setTimeout(next, 50));
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
  for (let n = 0; n < 1000 && !player.program.includes('🐍'); n++) await new Promise((next) => setTimeout(next, 50));
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

/** What the journeys below share, as text: they run in the browser, each by itself. */
const TOOLS = `
  const player = document.querySelector('loop-scope');
  const root = player.shadowRoot;
  const until = async (isSo) => {
    for (let n = 0; n < 1000; n++) {
      const found = isSo();
      if (found) return found;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error('it never came: ' + isSo);
  };
  const ended = () => until(() => player.phase === 'ended');
  const press = async (words) => (await until(() => [...root.querySelectorAll('button')].find((each) => each.textContent.trim() === words && !each.disabled))).click();
  const lesson = async (name) => {
    player.reset();
    player.clock = 'virtual';
    player.speed = Infinity;
    player.example = name;
    await player.updateComplete;
    await player.loaded;
    await player.updateComplete;
  };
`;
/** Such a journey: the tools, then its own steps. */
const journeyOf = (steps) => new Function(`return (async () => {${TOOLS} ${steps}})()`);

const predict = journeyOf(`
  await lesson('02_two_tasks');
  await press('Predict');
  await until(() => root.querySelector('.order'));
  const wanted = ['A: start', 'B: start', 'B: end', 'A: end'];
  const lines = () => [...root.querySelectorAll('.order .text')];
  for (const [place, text] of wanted.entries()) {
    for (let n = lines().findIndex((line) => line.textContent === text); n > place; n--) {
      lines()[n].focus();
      lines()[n].dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', bubbles: true, composed: true, cancelable: true }));
      await player.updateComplete;
    }
  }
  await press('Check');
  const verdict = await until(() => root.querySelector('.verdict').textContent.trim());
  await press('Watch it run');
  await ended();
  return verdict;
`);
const cards = journeyOf(`
  await lesson('10_blocking_the_loop');
  player.run();
  await ended();
  await press('1 hint');
  const card = await until(() => root.querySelector('.mistake'));
  const words = card.textContent;
  await press('Apply this change');
  player.run();
  await ended();
  return [/The loop was blocked/.test(words), /await asyncio\\.sleep\\(0\\.5\\)/.test(player.program), root.querySelectorAll('.hint-button').length];
`);
const frames = journeyOf(`
  await lesson('18_queue');
  player.step();
  await until(() => root.querySelector('.run-line'));
  [...root.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.trim() === 'Frames').click();
  for (let n = 0; n < 80 && !/consumer[^]*name 'ann'/.test(root.querySelector('.frames')?.innerText.replace(/\\s+/g, ' ') ?? ''); n++) {
    player.step();
    await player.updateComplete;
    await new Promise((next) => setTimeout(next));
  }
  return root.querySelector('.frames').innerText.replace(/\\s+/g, ' ');
`);
const toMoment = journeyOf(`
  const told = root.querySelector('.told').textContent;
  const link = await player.link();
  player.reset();
  [...root.querySelectorAll('[role=tab]')].find((tab) => tab.textContent.trim() === 'Waiting').click();
  location.hash = link;
  await until(() => player.phase === 'paused' && root.querySelector('.told').textContent === told);
  return root.querySelector('[role=tab][aria-selected=true]').textContent.trim();
`);
const sideBySide = async () => {
  for (let n = 0; n < 1000; n++) {
    const story = document.querySelector('loop-compare')?.shadowRoot?.querySelector('.story')?.textContent ?? '';
    if (/the right one ends/.test(story)) return story;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('the two were not compared');
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
    journey('takes a prediction by keyboard, and shows the run', async () => {
      assert.match(await driver.ask(predict), /^Right\./);
    });
    journey('shows a mistake, and mends it', async () => {
      assert.deepEqual(await driver.ask(cards), [true, true, 0]);
    });
    journey('shows the frames of whoever runs', async () => {
      assert.match(await driver.ask(frames), /consumer L\d+ .*name 'ann'/);
    });
    journey('follows a link to a moment, with what was open there', async () => {
      assert.equal(await driver.ask(toMoment), 'Frames');
    });
    journey('compares two programs', async () => {
      await driver.open(`${server.address}compare.html`);
      assert.match(await driver.ask(sideBySide), /The left one takes 0\.70 s, the right one 0\.40 s/);
    });
  });
}
