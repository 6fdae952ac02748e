/** Every lesson program in the page: what it prints, and a walk through it and back. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { atFullSpeed, button, open, page, phase, useBrowser } from './browser.mjs';

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

describe('the lessons', () => {
  for (const lesson of lessons) {
    it(`${lesson} prints in the page what CPython prints`, async () => {
      await open(`#example=${lesson}`);
      await page.waitForFunction((name) => document.querySelector('loop-scope').example === name, lesson);
      await atFullSpeed();
      await button('Run').click();
      await phase('ended');
      const wanted = linesOf(join(examples, `${lesson}.out`)).filter((line) => line !== '');
      assert.deepEqual((await shown(false)).filter((line) => line !== ''), wanted);
      const errors = await shown(true);
      const wantedErrors = linesOf(join(examples, `${lesson}.err`)).filter((line) => line !== '');
      // The last line names the error; the ones before hold file names, which differ from place to place.
      if (wantedErrors.length > 0) assert.equal(errors.filter((line) => line !== '').at(-1), wantedErrors.at(-1));
    });
  }

  it('shows the same picture after a step forward and back, all along a program', async () => {
    await open('#example=15_cancellation');
    await button('Step').click();
    await phase('paused');
    await page.locator('loop-scope .run-line').waitFor();
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
