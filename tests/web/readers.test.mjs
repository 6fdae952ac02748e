/** The page as its readers meet it: without its scripts, on paper, in forced colours, on a narrow phone, asked for a line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DESKTOP, PHONE, addressOf, atFullSpeed, button, fits, newPage, open, page, phase, stepUntil, toEditor, type, useBrowser } from './browser.mjs';

useBrowser();

const NARROWEST = { width: 320, height: 700 };
const TABLET = { width: 768, height: 900 };
const PAPER = { width: 720, height: 1000 };

/** Runs a function in the page with the player's own tree. */
const inside = (act, argument) =>
  page.evaluate(([text, given]) => new Function('root', 'given', `return (${text})(root, given)`)(document.querySelector('loop-scope').shadowRoot, given), [act.toString(), argument]);
const told = () => page.locator('loop-scope .told').textContent();
const placeOf = (part) => page.locator(`loop-scope ${part}`).boundingBox();

async function ran(lesson, viewport = DESKTOP, options = {}) {
  await open(`#example=${lesson}`, viewport, options);
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
}

async function lookAt(share) {
  await page.getByRole('slider', { name: 'Moment of the run' }).evaluate((input, at) => {
    input.value = String(Math.round(Number(input.max) * at));
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return document.querySelector('loop-scope').updateComplete;
  }, share);
}

/** A program of the learner's own, run until it asks for a line. */
async function asked(program, viewport = DESKTOP) {
  await open('#example=own', viewport);
  await type(program);
  await button('Run').click();
  await page.locator('loop-scope .ask input').waitFor();
}

const answer = async (line) => {
  await page.locator('loop-scope .ask input').fill(line);
  await page.keyboard.press('Enter');
};

describe('a player that does not come', () => {
  for (const path of ['', 'embed.html', 'compare.html']) {
    it(`says what it needs where scripts do not run: ${path || 'the site'}`, async () => {
      await newPage(DESKTOP, { javaScriptEnabled: false });
      await page.goto(addressOf(path));
      await page.getByText('The player needs JavaScript and WebAssembly.').waitFor({ timeout: 2000 });
    });
  }

  it('is not announced as long as it may still come', async () => {
    await newPage();
    await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(addressOf(''));
    const note = page.locator('.late');
    assert.equal(await note.isVisible(), false);
    await note.waitFor({ state: 'visible', timeout: 10000 });
  });

  it('is not spoken of beside one that has come', async () => {
    await open('');
    assert.equal(await page.locator('.late').isVisible(), false);
  });

  it('can be asked again for an engine that was not to be had', async () => {
    await newPage();
    await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'no engine' }));
    await page.goto(addressOf(''));
    await button('Run').click();
    await page.locator('loop-scope .story.trouble').waitFor();
    assert.match(await told(), /^The engine could not be loaded \(.*\)\. Press Run to try again\.$/s);
    await page.unroute('**/*.wasm');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
  });
});

describe('a program that asks', () => {
  it('has its field in sight on a phone, wherever its output stands', async () => {
    await asked('name = input("Your name? ")\nprint("Hello", name)\n', PHONE);
    const { y, height } = await placeOf('.ask');
    assert.ok(y > 0 && y + height <= PHONE.height, `the field is at ${y}`);
    await answer('Ann');
    await phase('ended');
    assert.deepEqual(await page.locator('loop-scope .print .text').allTextContents(), ['Your name? Ann', 'Hello Ann']);
  });

  it('says what the debugger understands, and asks for a plain line again behind it', async () => {
    await asked('def count(total):\n    breakpoint()\n    total += 1\n    return total\n\ncount(41)\ninput("More? ")\n');
    assert.equal(await told(), 'The debugger waits: n runs the next line, p NAME shows a value, c goes on.');
    await answer('n');
    await answer('n');
    await answer('p total');
    await page.locator('loop-scope .print').getByText('42', { exact: true }).waitFor();
    await answer('c');
    await page.locator('loop-scope .print').getByText('More?').waitFor();
    await page.locator('loop-scope .told', { hasText: 'The program waits for a line of input.' }).waitFor();
  });

  it('moves nothing when it can be sent Ctrl-C', async () => {
    await open('#example=own');
    const before = await placeOf('.source');
    await type('input()\n');
    await button('Run').click();
    await button('Ctrl-C').waitFor();
    assert.deepEqual(await placeOf('.source'), before);
  });
});

it('says of a recording that is full what may have filled it, and that nothing was printed', async () => {
  await open('#example=own');
  await type('while True:\n    pass\n');
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
  assert.match(await told(), /recording is full.*Does a loop of the program never end\?/);
  assert.equal(await page.locator('loop-scope .print .empty').textContent(), 'Nothing was printed');
});

describe('a narrow page', () => {
  for (const viewport of [NARROWEST, PHONE]) {
    it(`cuts no choice and no sentence off, ${viewport.width} wide`, async () => {
      await open('', viewport);
      const cut = await inside((root) =>
        [...root.querySelectorAll('.choices select')]
          .filter((select) => {
            const whole = select.cloneNode(true);
            whole.style.cssText = 'position: absolute; width: max-content; flex: none';
            select.parentNode.append(whole);
            const { offsetWidth } = whole;
            whole.remove();
            return offsetWidth > select.offsetWidth;
          })
          .map((select) => select.value),
      );
      assert.deepEqual(cut, []);
      const [story, sentence] = [await placeOf('.story'), await placeOf('.told')];
      assert.ok(sentence.height <= story.height, `${sentence.height} of ${story.height}`);
      assert.ok(await fits());
    });
  }

  it('says a long error to its end on a phone', async () => {
    await open('#example=own', NARROWEST);
    await type('import asyncio\n\nasyncio.this_name_is_longer_than_any_that_was_ever_there_before(1)\n');
    await button('Run').click();
    await page.locator('loop-scope .story.trouble').waitFor();
    const [story, sentence] = [await placeOf('.story'), await placeOf('.told')];
    assert.ok(sentence.height <= story.height, `${sentence.height} of ${story.height}`);
  });

  it('names the task of each timer', async () => {
    await ran('02_two_tasks', TABLET);
    await lookAt(0.5);
    const names = await inside((root) => [...root.querySelectorAll('.timer .badge b')].map((name) => [name.textContent, name.scrollWidth <= name.clientWidth]));
    assert.ok(names.length > 0);
    for (const [name, whole] of names) assert.ok(whole, name);
  });

  it('draws a graph a little smaller rather than cutting it off', async () => {
    await ran('05_tasks_overlap');
    await page.getByRole('tab', { name: 'Graph', exact: true }).click();
    let shrunk = 0;
    for (let share = 0.1; share < 1; share += 0.05) {
      await lookAt(share);
      const sizes = await inside((root) => {
        const picture = root.querySelector('.graph svg');
        return picture && { natural: Number(picture.getAttribute('width')), drawn: picture.getBoundingClientRect().width, room: picture.parentElement.clientWidth };
      });
      if (!sizes) continue;
      const { natural, drawn, room } = sizes;
      assert.ok(drawn <= room + 1 || drawn <= natural * 0.85 + 1, `${drawn} of ${natural} in ${room}`);
      if (natural > room + 1 && drawn <= room + 1) shrunk++;
    }
    assert.ok(shrunk > 0);
  });
});

it('shows the code of two lessons that are compared, not what they say about it', async () => {
  await open('compare.html', DESKTOP, {}, 'loop-compare .lane-group');
  await page.getByText('the right one ends').waitFor();
  const first = await page.locator('loop-compare textarea').evaluateAll((fields) =>
    fields.map((field) => field.value.split('\n')[Math.round(field.scrollTop / parseFloat(getComputedStyle(field).lineHeight))]),
  );
  assert.deepEqual(first, ['import asyncio', 'import asyncio']);
});

it('shows in forced colours what is chosen, what runs, and what the lanes mean', async () => {
  await ran('18_queue', DESKTOP, { forcedColors: 'active' });
  await lookAt(0.2);
  await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.run-line') !== null && document.querySelector('loop-scope').shadowRoot.querySelector('.cycle li.lit') !== null);
  const looks = await inside((root) => {
    const look = (selector, of) => getComputedStyle(root.querySelector(selector), of);
    return {
      tabs: [look('.tab[aria-selected=true]').backgroundColor, look('.tab[aria-selected=false]').backgroundColor],
      phases: [look('.cycle li.lit').backgroundColor, look('.cycle li:not(.lit)').backgroundColor],
      line: look('.run-line').outlineStyle,
      keys: ['running', 'blocked', 'waiting'].map((key) => look(`.key-${key}`, '::before')).map((key) => key.forcedColorAdjust),
    };
  });
  assert.notEqual(...looks.tabs);
  assert.notEqual(...looks.phases);
  assert.equal(looks.line, 'solid');
  assert.deepEqual(looks.keys, ['none', 'none', 'none']);
  const link = await page.locator('#lessons a[aria-current]').evaluate((element) => getComputedStyle(element).outlineStyle);
  assert.equal(link, 'solid');
});

describe('on paper', () => {
  for (const [name, comeNear] of [
    ['the listing', () => undefined],
    ['the editor', toEditor],
  ]) {
    it(`stands the whole program, in the colours of paper, and nothing to press: ${name}`, async () => {
      await newPage(PAPER, { colorScheme: 'dark' });
      await page.goto(addressOf('#example=18_queue'));
      await page.waitForFunction(() => document.querySelector('loop-scope')?.program.includes('asyncio.run'));
      await page.evaluate(() => (document.querySelector('loop-scope').theme = 'dark'));
      await comeNear();
      await page.emulateMedia({ media: 'print' });
      const last = page.locator('loop-scope .code-window').getByText('asyncio.run(main())').last();
      await last.waitFor();
      const [code, program, boxes] = [await last.boundingBox(), await placeOf('.source'), await placeOf('.boxes')];
      assert.ok(code.y + code.height <= program.y + program.height && program.y + program.height <= boxes.y + 1);
      assert.equal(await button('Run').isVisible(), false);
      assert.equal(await page.locator('#lessons').isVisible(), false);
      assert.equal(await inside((root) => getComputedStyle(root.querySelector('.player')).backgroundColor), 'rgb(255, 255, 255)');
      const wide = await inside((root) => Math.max(...[...root.querySelectorAll('.listing .code, .cm-line')].map((line) => line.getBoundingClientRect().right)));
      assert.ok(wide <= PAPER.width, `code up to ${wide}`);
    });
  }
});
