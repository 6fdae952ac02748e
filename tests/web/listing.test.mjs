/** The program as a listing, and the editor that takes its place when the reader comes near. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PHONE, button, open, page, phase, processorTime, slowly, stepUntil, toEditor, useBrowser } from './browser.mjs';

useBrowser();

const openListing = (hash, viewport) => open(hash, viewport, {}, 'loop-scope .listing .code');
const editorAsked = () => page.evaluate(() => performance.getEntriesByType('resource').some(({ name }) => /\/editor-[^/]*\.js$/.test(name)));

/** The first letter of each line that has one, and where it stands. */
const letters = () =>
  page.evaluate(() => {
    const lines = document.querySelector('loop-scope').shadowRoot.querySelectorAll('.listing .code, .cm-line');
    return [...lines].flatMap((line) => {
      const text = document.createTreeWalker(line, 4).nextNode();
      if (!text || !/\w|"/.test(text.data)) return [];
      const range = document.createRange();
      range.setStart(text, 0);
      range.setEnd(text, 1);
      const { x, y } = range.getBoundingClientRect();
      return [`${line.textContent.slice(0, 20)} ${x.toFixed(0)} ${y.toFixed(0)}`];
    });
  });

const aTaskWaits = () => document.querySelector('loop-scope').shadowRoot.querySelectorAll('.wait-chip').length > 1;

describe('the listing', () => {
  it('is all that a reader loads who runs and steps', async () => {
    await openListing('#example=02_two_tasks');
    await page.evaluate(() => document.querySelector('loop-scope').step());
    await stepUntil(aTaskWaits);
    await page.locator('loop-scope .listing .wait-marker').first().waitFor();
    assert.ok((await page.locator('loop-scope .listing .await-suspended').count()) > 0);
    await page.evaluate(() => {
      document.querySelector('loop-scope').speed = Infinity;
      document.querySelector('loop-scope').run();
    });
    await phase('ended');
    assert.equal(await editorAsked(), false);
  });

  for (const [name, viewport] of [['wide', undefined], ['narrow', PHONE]]) {
    it(`gives way to the editor without moving a letter (${name})`, async () => {
      await openListing('#example=02_two_tasks', viewport);
      await stepUntil(aTaskWaits);
      const before = await letters();
      const chips = await page.locator('loop-scope .wait-chip').allTextContents();
      assert.ok(before.length > 5, before.join('\n'));
      await toEditor();
      // The editor says what it has room for, as the listing did, once it has been measured.
      await page.waitForFunction((texts) => {
        const shown = [...document.querySelector('loop-scope').shadowRoot.querySelectorAll('.cm-line .wait-chip')];
        return JSON.stringify(shown.map((chip) => chip.textContent)) === JSON.stringify(texts);
      }, chips);
      const after = await letters();
      assert.deepEqual(after.filter((letter) => before.includes(letter)), after);
    });
  }

  for (const [what, show] of [['listing', openListing], ['editor', open]]) {
    it(`leaves the processor alone while nothing happens (${what})`, async () => {
      await show('#example=02_two_tasks');
      // What it makes ready for the first run comes first, sooner or later.
      const spent = [];
      do {
        const work = await processorTime();
        await page.waitForTimeout(1000);
        spent.push(await work());
      } while (spent.at(-1) >= 5 && spent.length < 30);
      assert.ok(spent.at(-1) < 5, `${spent.map((each) => each.toFixed(1)).join(', ')} ms of each second`);
    });
  }

  it('is written in where it is clicked', async () => {
    await openListing('#example=01_hello_world');
    const line = page.locator('loop-scope .listing .code', { hasText: 'print' }).first();
    const text = await line.textContent();
    // The pointer brings the editor: the press may find either.
    const { x, y } = await line.boundingBox();
    await page.mouse.click(x + 300, y + 8);
    await page.locator('loop-scope .cm-content').waitFor();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('cm-content'));
    await page.keyboard.type('  # mine');
    assert.ok((await page.evaluate(() => document.querySelector('loop-scope').program)).includes(`${text}  # mine\n`));
  });

  it('is reached by Tab, and the editor has the focus then', async () => {
    await openListing('#example=01_hello_world');
    await page.locator('loop-scope .listing').focus();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('cm-content'));
  });

  it('has breakpoints, which the editor keeps and a link brings back', async () => {
    await openListing('#example=02_two_tasks');
    await button('Step').click();
    await phase('paused');
    await page.locator('loop-scope .run-line').waitFor();
    await page.locator('loop-scope .listing .stop').nth(2).dispatchEvent('mousedown');
    await page.locator('loop-scope .listing .breakpoint.set').waitFor();
    const link = await page.evaluate(() => document.querySelector('loop-scope').link());
    await toEditor();
    await page.locator('loop-scope .cm-breakpoints .breakpoint.set').waitFor();
    await page.locator('loop-scope .listing').waitFor({ state: 'detached' });
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 1);
    await page.close();
    await openListing(`#${link.replace(/^#/, '')}`);
    await page.locator('loop-scope .listing .breakpoint.set').waitFor();
  });

  it('follows the line that runs', async () => {
    await openListing('#example=17_graceful_shutdown', PHONE);
    await slowly();
    await button('Step').click();
    await page.locator('loop-scope .run-line').waitFor();
    for (let n = 0; n < 40; n++) {
      await page.evaluate(() => {
        document.querySelector('loop-scope').step();
        return document.querySelector('loop-scope').updateComplete;
      });
      const seen = await page.evaluate(() => {
        const root = document.querySelector('loop-scope').shadowRoot;
        const line = root.querySelector('.run-line')?.getBoundingClientRect(), window = root.querySelector('.listing').getBoundingClientRect();
        return !line || (line.top >= window.top && line.bottom <= window.bottom);
      });
      assert.ok(seen, `step ${n}`);
    }
  });
});
