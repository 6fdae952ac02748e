/** <loop-scope> in pages of others: several, taken out and put in again, in the middle of a long page, under hostile styles. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { course, page, phaseOf as phase, printedBy as printed, recorded, runToEnd as run, takeOutAndIn, useBrowser } from './browser.mjs';

useBrowser();

const PROGRAM = 'import asyncio\nasync def main():\n    print("one")\n    await asyncio.sleep(1)\n    print("two")\nasyncio.run(main())\n';
const player = (attributes, program = PROGRAM) => `<loop-scope ${attributes}><script type="text/x-python">\n${program}</script></loop-scope>`;

describe('the attributes', () => {
  it('name a program by its address, and say what can be done with it', async () => {
    await course('<loop-scope src="examples/01_hello_world.py" readonly theme="dark" speed="max" view="simple"></loop-scope>');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await phase('ended');
    assert.ok((await printed()).length > 0);
    assert.equal(await page.locator('loop-scope .box-timeline').count(), 0);
    assert.equal(await page.locator('loop-scope').evaluate((each) => getComputedStyle(each).colorScheme), 'dark');
    const before = await page.evaluate(() => document.querySelector('loop-scope').program);
    await page.locator('loop-scope .code-window').dispatchEvent('pointerenter');
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.type('x');
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), before);
  });

  it('offer, want or leave out a prediction', async () => {
    await course(['off', 'optional', 'required'].map((predict) => player(`predict="${predict}"`, 'print(1)\nprint(2)\nprint(3)\n')).join(''));
    const offers = await page.locator('loop-scope').evaluateAll((all) => all.map((each) => [...each.shadowRoot.querySelectorAll('.story-tools button')].length));
    assert.deepEqual(offers, [0, 1, 1]);
    await page.getByRole('button', { name: 'Run', exact: true }).nth(2).click();
    await page.locator('loop-scope').nth(2).locator('.order').waitFor();
    assert.deepEqual(await printed(2), []);
    await run(0);
    assert.deepEqual(await printed(0), ['1', '2', '3']);
  });

  it('begin at a moment, with what was open there', async () => {
    await course(player(''));
    await page.evaluate(() => document.querySelector('loop-scope').step());
    await recorded();
    for (let n = 0; n < 8; n++) await page.evaluate(() => document.querySelector('loop-scope').step());
    await page.getByRole('tab', { name: 'Tasks' }).click();
    const told = await page.locator('loop-scope .told').textContent();
    const link = await page.evaluate(() => document.querySelector('loop-scope').link());
    const moment = new URLSearchParams(link);
    moment.delete('code');
    await page.close();
    for (const [attribute, program] of [[moment.toString(), PROGRAM], [link, 'print("another")\n']]) {
      await course(`<p style="height:900px">A long page.</p>${player(`moment="${attribute.replaceAll('&', '&amp;')}"`, program)}`);
      await phase('paused');
      await page.waitForFunction((words) => document.querySelector('loop-scope').shadowRoot.querySelector('.told').textContent === words, told);
      assert.equal(await page.getByRole('tab', { name: 'Tasks' }).getAttribute('aria-selected'), 'true');
      assert.deepEqual(await page.evaluate(() => [document.activeElement.tagName, scrollY]), ['BODY', 0]);
      assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), PROGRAM);
      if (program === PROGRAM) await page.close();
    }
  });

  it('leave the player as it is when the moment is damaged', async () => {
    await course(player('moment="code=!!!"'));
    await run();
    assert.deepEqual(await printed(), ['one', 'two']);
  });
});

describe('a player that is taken out and put in again', () => {
  it('has its program, its breakpoints and its keys, and runs', async () => {
    await course(`<div id="here">${player('')}</div><div id="there"></div>`);
    await run();
    await page.locator('loop-scope .code-window').dispatchEvent('pointerenter');
    await page.locator('loop-scope .cm-line', { hasText: 'print("two")' }).click();
    await page.keyboard.press('F9');
    await page.locator('loop-scope .breakpoint.set').waitFor();
    await page.evaluate(() => {
      const each = document.querySelector('loop-scope');
      each.remove();
      document.querySelector('#there').append(each);
    });
    await page.locator('loop-scope .code-window').getByText('print').first().waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), PROGRAM);
    assert.deepEqual(await printed(), []);
    await page.evaluate(() => document.querySelector('loop-scope').run());
    await phase('paused');
    assert.match(await page.locator('loop-scope .run-line').textContent(), /print\("two"\)/);
    await page.locator('loop-scope .code-window').dispatchEvent('pointerenter');
    await page.locator('loop-scope .cm-content').waitFor();
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 1);
    await page.getByRole('button', { name: 'Continue' }).focus();
    await recorded();
    await page.keyboard.press('End');
    await phase('ended');
    assert.deepEqual(await printed(), ['one', 'two']);
  });

  it('keeps what its reader wrote', async () => {
    await course(player(''));
    await page.locator('loop-scope .code-window').dispatchEvent('pointerenter');
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('print("mine")\n');
    await takeOutAndIn();
    await run();
    assert.deepEqual(await printed(), ['mine']);
  });

  it('made by a script, with its program set later', async () => {
    await course('<p>Nothing yet.</p>');
    await page.evaluate((text) => {
      const each = document.createElement('loop-scope');
      each.program = text;
      document.body.append(each);
    }, PROGRAM);
    await page.locator('loop-scope .code-window').getByText('print').first().waitFor();
    await run();
    assert.deepEqual(await printed(), ['one', 'two']);
  });

  it('takes a program that was set before its module came', async () => {
    await course('<script>const early = document.createElement("loop-scope"); early.program = "print(7)"; document.currentScript.replaceWith(early)</script>');
    await run();
    assert.deepEqual(await printed(), ['7']);
  });
});

describe('in a long page', () => {
  it('the page scrolls under the wheel, and stays where it is while the player steps and runs', async () => {
    await course(`<p style="height:400px">Above.</p>${player('')}<p style="height:2000px">Below.</p>`);
    await page.mouse.move(500, 550);
    await page.evaluate(() => {
      globalThis.scrolled = new Promise((done) => globalThis.addEventListener('scrollend', done, { once: true }));
    });
    await page.mouse.wheel(0, 300);
    await page.evaluate(() => globalThis.scrolled.then(() => undefined));
    assert.ok((await page.evaluate(() => scrollY)) > 200);
    const at = await page.evaluate(() => scrollY);
    await page.evaluate(() => document.querySelector('loop-scope').step());
    await recorded();
    for (let n = 0; n < 12; n++) await page.evaluate(() => document.querySelector('loop-scope').step());
    await run();
    assert.equal(await page.evaluate(() => scrollY), at);
  });

  it('keys that the player does not have the focus for are the page\'s', async () => {
    await course(`<input id="name">${player('')}<p style="height:2000px">Below.</p>`);
    await page.locator('#name').focus();
    await page.keyboard.type(' nb?v');
    assert.equal(await page.locator('#name').inputValue(), ' nb?v');
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').phase), 'idle');
  });
});

describe('a dark course page with hostile styles', () => {
  const HOSTILE = `
    :root { color-scheme: dark; background: #101010; --ink: red; --surface: lime; --line: red; }
    body { font: 26px/3 "Comic Sans MS", serif; letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase; text-align: center;
      white-space: pre; text-indent: 4em; text-shadow: 2px 2px red; color: #eee; }
    * { margin: 20px; padding: 9px; color: red; line-height: 4; box-sizing: content-box; list-style: square; letter-spacing: 4px; text-transform: uppercase; }
    button, select, h2, p, ol, li, table, svg { display: none !important; border: 9px solid red; }`;
  const LOOK = ['color', 'fontSize', 'lineHeight', 'letterSpacing', 'wordSpacing', 'textTransform', 'textAlign', 'whiteSpace', 'textIndent', 'textShadow', 'fontFamily', 'display', 'backgroundColor'];
  const look = () =>
    page.evaluate((names) => {
      const { shadowRoot } = document.querySelector('loop-scope');
      return ['.player', '.button.main', '.told', '.box-ready h2', '.listing', '.line-row', '.print', '.legend', 'select'].map((place) => {
        const style = getComputedStyle(shadowRoot.querySelector(place));
        return [place, ...names.map((name) => `${name}: ${style[name]}`)];
      });
    }, LOOK);

  it('looks inside as it does in a plain one', async () => {
    await course(player('theme="dark"'), 'loop-scope { margin: 20px; padding: 9px }');
    const plain = await look();
    await page.close();
    await course(player('theme="dark"'), HOSTILE);
    assert.deepEqual(await look(), plain);
    await run();
    assert.deepEqual(await printed(), ['one', 'two']);
  });

  it('follows its own theme beside a player of the other one', async () => {
    await course(player('theme="dark"') + player('theme="light"') + player(''), ':root { color-scheme: dark }', { colorScheme: 'dark' });
    const schemes = await page.locator('loop-scope').evaluateAll((all) => all.map((each) => getComputedStyle(each.shadowRoot.querySelector('.player')).colorScheme));
    assert.deepEqual(schemes, ['dark', 'light', 'dark']);
  });

  it('is hidden with what it stands in', async () => {
    await course(`<div style="visibility:hidden">${player('')}</div>`);
    assert.equal(await page.locator('loop-scope .button.main').isVisible(), false);
  });
});
