/** Letters of another size than usual, and spaced otherwise: the player follows its reader's choice, and nothing is cut off or covered. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DESKTOP, PHONE, atFullSpeed, button, course, fits, open, page, phase, settled, useBrowser } from './browser.mjs';

useBrowser();

const TABLET = { width: 768, height: 900 };
const PROGRAM = '<loop-scope><script type="text/x-python">\nimport asyncio\nasync def wait(n):\n    await asyncio.sleep(n)\nasync def main():\n    await asyncio.gather(wait(1), wait(2))\nasyncio.run(main())\n</script></loop-scope>';

/** The size of letters that a reader has set in his browser. */
async function readerWants(size) {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: Math.round((size * 13) / 16) } });
}

/** What a reader's own styles may do to any page: WCAG 1.4.12. */
async function spaced() {
  await page.evaluate(() => {
    const sheet = new globalThis.CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
    const { shadowRoot } = document.querySelector('loop-scope');
    shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
    document.adoptedStyleSheets = [sheet];
  });
}

const sizes = (...parts) =>
  page.evaluate((all) => all.map((part) => parseFloat(getComputedStyle(document.querySelector('loop-scope').shadowRoot.querySelector(part)).fontSize)), parts);

async function lookAt(share) {
  await page.getByRole('slider', { name: 'Moment of the run' }).evaluate((input, at) => {
    input.value = String(Number(input.max) * at);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, share);
  await settled();
}

/** Texts that something cuts off that neither scrolls nor says with dots that there is more; and texts that lie on each other. */
const troubles = () =>
  page.evaluate(() => {
    const player = document.querySelector('loop-scope').shadowRoot.querySelector('.player');
    const found = [];
    const texts = [];
    const outer = (from) => {
      const all = [];
      for (let each = from; each !== player; each = each.parentElement) all.push(each);
      return all;
    };
    const walker = document.createTreeWalker(player, globalThis.NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || element.closest('.editor, .listing, .unseen, .explain, option, title, .controls, .story') || !element.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const dotted = outer(element).find((each) => getComputedStyle(each).textOverflow === 'ellipsis')?.getBoundingClientRect();
      for (const { left, top, right, bottom } of range.getClientRects()) {
        // What a line has above and below its letters may be cut.
        const spare = (bottom - top - parseFloat(getComputedStyle(element).fontSize)) / 2;
        const place = { text: node.data.trim(), element, left, top: top + spare, right: Math.min(right, dotted?.right ?? right), bottom: bottom - spare };
        if (place.right - left > 1) texts.push(place);
      }
    }
    for (const place of texts) {
      for (const each of outer(place.element)) {
        const { overflowX, overflowY, textOverflow } = getComputedStyle(each);
        const frame = each.getBoundingClientRect();
        if (/hidden|clip/.test(overflowY) && (place.bottom > frame.bottom + 1 || place.top < frame.top - 1)) found.push(`${place.text} is cut off below or above`);
        else if (/hidden|clip/.test(overflowX) && textOverflow !== 'ellipsis' && place.right > frame.right + 2) found.push(`${place.text} is cut off at its end`);
        place.hidden ||= overflowY !== 'visible' && (place.top >= frame.bottom || place.bottom <= frame.top);
        if (/auto|scroll/.test(overflowX + overflowY)) break;
      }
    }
    const seen = texts.filter((place) => !place.hidden);
    for (const [n, a] of seen.entries()) {
      for (const b of seen.slice(n + 1)) {
        if (a.element.contains(b.element) || b.element.contains(a.element)) continue;
        if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2) found.push(`${a.text} lies on ${b.text}`);
      }
    }
    return found;
  });

async function ran(lesson, viewport) {
  await open(`#example=${lesson}`, viewport);
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
  await lookAt(0.5);
}

describe('letters twice as large as usual', () => {
  it('are the reader\'s choice: the player and the page follow it, lanes and all', async () => {
    await ran('18_queue', DESKTOP);
    const parts = ['.cm-scroller', '.told', '.print', '.box-ready h2', '.badge b', '.wait-chip'];
    const before = await sizes(...parts);
    const names = () => page.locator('loop-scope .lane-name').first().evaluate((each) => each.clientHeight);
    assert.equal(await names(), 22);
    await readerWants(32);
    await settled();
    assert.deepEqual(await sizes(...parts), before.map((size) => 2 * size));
    assert.equal(await names(), 44);
    assert.equal(await page.locator('h1').evaluate((each) => getComputedStyle(each).fontSize), '38px');
  });

  it('are no choice of the page that the player stands in', async () => {
    await course(PROGRAM, 'html { font-size: 62.5% } body { font-size: 30px }');
    assert.deepEqual(await sizes('.listing', '.told'), [13, 14.5]);
  });

  it('are met by the pointer where they are seen: a click on a lane chooses its task, and goes to its moment', async () => {
    await course(PROGRAM, '', {}, DESKTOP);
    await readerWants(32);
    await page.evaluate(() => {
      const each = document.querySelector('loop-scope');
      each.speed = Infinity;
      each.run();
    });
    await phase('ended');
    const canvas = page.locator('loop-scope .picture');
    await canvas.scrollIntoViewIfNeeded();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.picture').clientHeight >= 4 * 44);
    const { width } = await canvas.boundingBox();
    await canvas.click({ position: { x: width / 2, y: 2.5 * 44 } });
    assert.match(await page.locator('loop-scope .lane-name [aria-pressed=true]').textContent(), /Task-2/);
    const { shown, end } = await page.evaluate(() => {
      const { player } = document.querySelector('loop-scope');
      return { shown: player.shown, end: player.cursor.recording.pace.end };
    });
    assert.ok(Math.abs(shown / end - 0.5) < 0.02, `${shown} of ${end}`);
  });

  for (const viewport of [PHONE, TABLET, DESKTOP]) {
    for (const lesson of ['18_queue', '12_run_in_executor']) {
      it(`cut nothing off and cover nothing, ${viewport.width} wide: ${lesson}`, async () => {
        await ran(lesson, viewport);
        await readerWants(32);
        await settled();
        assert.deepEqual(await troubles(), []);
        assert.ok(await fits());
      });
    }
  }
});

describe('letters, words and lines that stand further apart', () => {
  for (const viewport of [PHONE, TABLET, DESKTOP]) {
    it(`cut nothing off and cover nothing, ${viewport.width} wide`, async () => {
      await ran('18_queue', viewport);
      await spaced();
      for (const side of ['Waiting', 'Graph', 'Objects', 'Tasks', 'Frames']) {
        await page.getByRole('tab', { name: side, exact: true }).click();
        await settled();
        assert.deepEqual(await troubles(), [], side);
      }
      assert.ok(await fits());
    });
  }
});
