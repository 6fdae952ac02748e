/** Every lesson program in the page: what it prints, and a walk through it and back. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { atFullSpeed, button, engineFiles, open, page, phase, recorded, useBrowser } from './browser.mjs';

const examples = resolve(import.meta.dirname, '../../examples');
const lessons = readdirSync(examples)
  .filter((file) => file.endsWith('.py'))
  .map((file) => file.slice(0, -3))
  .sort();

useBrowser();

/** The lines of a text file as the page shows them; none when there is no such file. */
function linesOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').replace(/\n$/, '').split('\n') : [];
}

/** The lines of the output box, of one stream. */
function shown(error) {
  const lines = error ? '.print .line.error .text' : '.print .line:not(.error) .text';
  return page.locator(`loop-scope ${lines}`).allTextContents();
}

/** What the picture of the moment consists of. */
function picture() {
  return page.evaluate(() => {
    const root = document.querySelector('loop-scope').shadowRoot;
    const words = ['.boxes', '.print', '.story', '.wait-chips'].map((part) => root.querySelector(part)?.textContent.replace(/\s+/g, ' '));
    const lines = [...root.querySelectorAll('.run-line')].map((line) => line.textContent);
    return JSON.stringify([words, lines]);
  });
}

/** Runs a lesson in the page that is open, as a reader does who goes from lesson to lesson. */
async function run(lesson) {
  const source = readFileSync(join(examples, `${lesson}.py`), 'utf8');
  await page.evaluate((name) => (location.hash = `example=${name}`), lesson);
  await page.waitForFunction((text) => document.querySelector('loop-scope').program === text, source);
  await phase('idle');
  await button('Run').click();
  await phase('ended');
}

const onRealClock = async () => (await page.getByLabel('Clock').inputValue()) === 'real';
const isAsInCPython = (lesson) => printsAsInCPython(lesson).then(() => true, () => false);

async function printsAsInCPython(lesson) {
  const wanted = linesOf(join(examples, `${lesson}.out`)).filter((line) => line !== '');
  assert.deepEqual((await shown(false)).filter((line) => line !== ''), wanted, lesson);
  const errors = await shown(true);
  const wantedErrors = linesOf(join(examples, `${lesson}.err`)).filter((line) => line !== '');
  // The last line names the error; the ones before hold file names, which differ from place to place.
  assert.equal(errors.filter((line) => line !== '').at(-1), wantedErrors.at(-1), lesson);
}

describe('the lessons', () => {
  it('print in the page what CPython prints, one after another', async () => {
    await open(`#example=${lessons[0]}`);
    await atFullSpeed();
    for (const lesson of lessons) {
      await run(lesson);
      // On the real clock a machine that does other things is late now and then.
      for (let n = 0; n < 2 && (await onRealClock()) && !(await isAsInCPython(lesson)); n++) await run(lesson);
      await printsAsInCPython(lesson);
    }
    // What the lessons run is all in the engine's first file.
    assert.deepEqual(await engineFiles(), ['loopscope']);
  });

  it('need but the first of the engine\'s files; a program that is no lesson has the rest before it begins', async () => {
    await open('#example=02_two_tasks');
    await atFullSpeed();
    await run('02_two_tasks');
    assert.deepEqual(await engineFiles(), ['loopscope']);
    await page.evaluate(() => (document.querySelector('loop-scope').program = "print('%-5s|' % 'ab')\n"));
    await button('Run').click();
    await phase('ended');
    assert.deepEqual(await shown(false), ['ab   |']);
    assert.deepEqual(await engineFiles(), ['loopscope', 'rest']);
  });

  it('who points at a program that is no lesson has all of the engine fetched before Run', async () => {
    await open('#example=own', undefined, {}, 'loop-scope .listing');
    assert.deepEqual(await engineFiles(), []);
    await page.locator('loop-scope .code-window').hover();
    await page.waitForFunction(() => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.wasm')).length === 2);
    assert.deepEqual((await engineFiles()).sort(), ['loopscope', 'rest']);
  });

  it('are all in the list, each once, in groups', async () => {
    await open('');
    const listed = await page.locator('#lessons nav a').evaluateAll((links) => links.map((link) => link.hash.replace('#example=', '')));
    assert.deepEqual([...listed].sort(), [...lessons, 'own'].sort());
    assert.deepEqual(listed.slice(0, -1), lessons, 'the list has the order of the files');
  });

  it('lead from one to the next', async () => {
    await open('#example=01_hello_world');
    assert.equal(await page.locator('#previous').isVisible(), false);
    await page.locator('#next').click();
    await page.waitForFunction(() => document.querySelector('loop-scope').example === '02_two_tasks');
    assert.equal(await page.locator('h1').textContent(), 'Two tasks: B ends first');
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('loop-scope').example === '01_hello_world');
  });

  it('shows the same picture after a step forward and back, all along a program', async () => {
    await open('#example=15_cancellation');
    await button('Step').click();
    await recorded();
    const before = [];
    while (await button('Step').isEnabled()) {
      before.push(await picture());
      await button('Step').click();
    }
    assert.ok(before.length > 20);
    for (let n = before.length - 1; n >= 0; n--) {
      await button('Back').click();
      assert.equal(await picture(), before[n], `step ${n}`);
    }
  });
});
