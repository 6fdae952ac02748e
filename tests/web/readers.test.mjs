/** The page as its readers meet it: without its scripts, on paper, in forced colours, on a narrow phone, asked for a line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DESKTOP, PHONE, addressOf, atFullSpeed, button, fits, newPage, open, page, phase, settled, slowly, stepUntil, toEditor, type, useBrowser } from './browser.mjs';

useBrowser();

const NARROWEST = { width: 320, height: 700 };
const TABLET = { width: 768, height: 900 };
const PAPER = { width: 720, height: 1000 };
const WIDE_PAPER = { width: 1100, height: 760 };

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
  }, share);
  await settled();
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
      assert.ok(await page.getByText('The player needs JavaScript and WebAssembly.').isVisible());
      assert.equal(await page.locator('.late').evaluate((note) => getComputedStyle(note).animationName), 'none', 'and does not wait with it');
    });
  }

  it('is not announced as long as it may still come', async () => {
    await newPage();
    await page.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(addressOf(''));
    const note = page.locator('.late');
    const seenAfter = (time) => note.evaluate((element, at) => {
      const [waits] = element.getAnimations();
      waits.pause();
      waits.currentTime = at;
      return getComputedStyle(element).visibility === 'visible';
    }, time);
    assert.deepEqual([await seenAfter(0), await seenAfter(2000), await seenAfter(10000)], [false, false, true]);
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

  it('leaves the focus in the player when the last line was answered', async () => {
    await asked('print("Hello", input("Your name? "))\n');
    await answer('Ann');
    await phase('ended');
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('print'));
    await page.keyboard.press('ArrowLeft');
    await phase('paused');
  });

  it('moves nothing when it can be sent Ctrl-C', async () => {
    await open('#example=own');
    await settled();
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

describe('the output of a phone', () => {
  const lines = (count, pause) => `import asyncio\n\nasync def main():\n    for n in range(${count}):\n        print("line", n)\n        await asyncio.sleep(${pause})\n\nasyncio.run(main())\n`;
  const output = () => inside((root) => {
    const print = root.querySelector('.print');
    const last = [...print.querySelectorAll('.line')].at(-1)?.getBoundingClientRect();
    return { height: print.clientHeight, top: print.scrollTop, count: print.querySelectorAll('.line').length, seen: last ? last.bottom <= print.getBoundingClientRect().bottom + 1 : true };
  });

  it('grows with what is printed, up to where it scrolls by itself, and keeps the last line in sight', async () => {
    await open('#example=own', PHONE);
    const before = await output();
    await type(lines(8, 0));
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const few = await output();
    assert.ok(few.height >= before.height && few.seen && few.top === 0, JSON.stringify(few));
    await type(lines(300, 0));
    await button('Run again').click();
    await phase('ended');
    const many = await output();
    assert.ok(many.height > few.height && many.height <= 340 && many.seen, JSON.stringify(many));
    const { height } = await placeOf('.player');
    await lookAt(0.4);
    assert.equal((await placeOf('.player')).height, height, 'what is below stays where it is');
    assert.ok((await output()).seen);
  });

  it('stays where its reader scrolls to, until he comes back to its end', async () => {
    await open('#example=own', PHONE);
    await type(lines(300, 0.02));
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    await lookAt(0.3);
    /** What a scroll means is known when the page has told of it. */
    const scrollTo = (place) =>
      page.locator('loop-scope .print').evaluate((print, to) => {
        const told = new Promise((done) => print.addEventListener('scroll', done, { once: true }));
        print.scrollTop = to < 0 ? print.scrollHeight : to;
        return told.then(() => undefined);
      }, place);
    await scrollTo(40);
    await lookAt(0.5);
    assert.equal((await output()).top, 40);
    await scrollTo(-1);
    await lookAt(0.7);
    assert.ok((await output()).seen);
  });
});

describe('a graph of many columns', () => {
  const CHAIN = `import asyncio

async def level(n):
    if n == 0:
        await asyncio.sleep(1)
    else:
        await asyncio.create_task(level(n - 1), name=f"level-{n}")

asyncio.run(level(7))
`;

  for (const viewport of [NARROWEST, PHONE, TABLET, DESKTOP]) {
    it(`has room: one node below the other, ${viewport.width} wide`, async () => {
      await open('#example=own', viewport);
      await type(CHAIN);
      await atFullSpeed();
      await button('Run').click();
      await phase('ended');
      await page.getByRole('tab', { name: 'Graph', exact: true }).click();
      await lookAt(0.5);
      const { natural, drawn, room, places } = await inside((root) => {
        const picture = root.querySelector('.graph svg');
        return {
          natural: Number(picture.getAttribute('width')),
          drawn: picture.getBoundingClientRect().width,
          room: picture.parentElement.clientWidth,
          places: [...picture.querySelectorAll('.node')].map((node) => /translate\(([\d.]+) ([\d.]+)\)/.exec(node.getAttribute('transform')).slice(1).map(Number)),
        };
      });
      assert.ok(drawn <= room + 1 || drawn <= natural * 0.85 + 1, `${drawn} of ${natural} in ${room}`);
      assert.ok(drawn <= room * 1.3, `${drawn} in ${room}`);
      assert.ok(places.length > 6);
      assert.deepEqual(places, [...places].sort((a, b) => a[1] - b[1]), 'each below the last');
    });
  }
});

describe('what is said to the reader', () => {
  const trouble = () => page.locator('loop-scope .story.trouble').count();

  it('is no trouble when his wish is done, and over when he goes on', async () => {
    await ran('18_queue');
    await lookAt(0.5);
    const before = await told();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.locator('loop-scope .menu summary').click();
    await page.getByText('Copy a link to this moment').click();
    await page.locator('loop-scope .told', { hasText: 'The link is on the clipboard.' }).waitFor();
    assert.equal(await trouble(), 0);
    await button('Step').click();
    assert.doesNotMatch(await told(), /clipboard/);
    await button('Back').click();
    assert.equal(await told(), before);
  });

  it('of a log that ends too soon is said at its end alone', async () => {
    await open('#example=own');
    await type('while True:\n    pass\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    assert.equal(await trouble(), 1);
    await button('Back').click();
    assert.match(await told(), /^The main program runs line/);
    assert.equal(await trouble(), 0);
  });

  it('of Ctrl-C is over when the program has wound up', async () => {
    await open('#example=own');
    await type('import signal, time\n\nrunning = True\n\ndef wind_up(*_):\n    global running\n    running = False\n\nsignal.signal(signal.SIGINT, wind_up)\nwhile running:\n    time.sleep(0.5)\nprint("wound up")\n');
    // Half a second of the program is long enough to be met in.
    await slowly();
    await button('Run').click();
    await button('Ctrl-C').waitFor();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.run-line')?.textContent.includes('sleep'));
    await button('Stop').click();
    await page.locator('loop-scope .told', { hasText: 'so that it can wind up' }).waitFor();
    assert.equal(await trouble(), 0);
    await page.evaluate(() => (document.querySelector('loop-scope').speed = 8));
    await phase('ended');
    assert.equal(await told(), 'The program has ended.');
  });
});

it('covers no line of the program with what it says about it', async () => {
  await open('#example=18_queue');
  await button('Step').click();
  await page.locator('loop-scope .run-line').waitFor();
  await page.locator('loop-scope .cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('x = 1');
  await page.locator('loop-scope .stale').waitFor();
  await settled();
  const [note, code] = [await placeOf('.stale'), await page.locator('loop-scope .cm-line', { hasText: 'x = 1' }).boundingBox()];
  assert.ok(code.y + code.height <= note.y, `${code.y + code.height} of ${note.y}`);
});

it('shows each log record as a line of its own', async () => {
  await open('#example=own');
  await type('import logging\n\nlogging.basicConfig(level=logging.INFO)\nfor n in range(4):\n    logging.info("record %d", n)\n');
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
  assert.deepEqual(await page.locator('loop-scope .print .line .text').allTextContents(), [0, 1, 2, 3].map((n) => `INFO:root:record ${n}`));
  assert.equal(await page.locator('loop-scope .trouble-group').count(), 0);
});

it('runs what the reader has made of a program, not what it was, once he has edited it', async () => {
  await open('#example=own');
  await button('Step').click();
  await page.locator('loop-scope .run-line').waitFor();
  assert.equal(await button('Continue').count(), 1);
  await type('print("mine")\n');
  assert.equal(await button('Continue').count(), 0);
  await page.getByText('Run starts it as it is now').waitFor();
  await button('Run').click();
  await phase('ended');
  assert.deepEqual(await page.locator('loop-scope .print .text').allTextContents(), ['mine']);
});

describe('a part that is loaded when it is opened', () => {
  it('says so when it cannot be had, and comes when it can', async () => {
    await open('#example=02_two_tasks');
    await page.route('**/assets/help-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("half of it")' }));
    await page.locator('loop-scope .menu summary').click();
    await page.getByText('Keys and help').click();
    await page.locator('loop-scope .told', { hasText: 'could not be loaded' }).waitFor();
    await button('Predict').click();
    await page.locator('loop-scope .drawer').waitFor();
    assert.doesNotMatch(await told(), /could not be loaded/);
  });
});

it('keeps nothing in sight that would fill a low window, as that of a page that is magnified four times', async () => {
  await open('#example=18_queue', { width: 320, height: 256 });
  assert.ok(await fits());
  const low = await inside((root) => [...root.querySelectorAll('.buttons, .story')].map((part) => getComputedStyle(part).position));
  assert.deepEqual(low, ['static', 'static']);
});

describe('what stands still and stays whole', () => {
  it('keeps the tabs in one row, however many tasks wait', async () => {
    await open('#example=own');
    await settled();
    const { height } = await placeOf('.box-waiting .tabs');
    await type('import asyncio\n\nasync def main():\n    await asyncio.gather(*[asyncio.sleep(1) for _ in range(1000)])\n\nasyncio.run(main())\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    for (const share of [0.2, 0.4, 0.5, 0.6]) {
      await lookAt(share);
      assert.equal((await placeOf('.box-waiting .tabs')).height, height);
    }
  });

  it('gives the title of the lesson that is shown no more lines than the others', async () => {
    await open('');
    const links = await page.locator('#lessons nav a').evaluateAll((all) => all.map((link) => [link.hash, link.clientHeight]));
    for (const [hash, height] of links) {
      await page.evaluate((to) => (location.hash = to), hash);
      const shown = page.locator(`#lessons a[aria-current][href="${hash}"]`);
      await shown.waitFor();
      assert.equal(await shown.evaluate((link) => link.clientHeight), height, hash);
    }
  });

  it('names each worker, and what it works on where that has room', async () => {
    await ran('12_run_in_executor');
    await lookAt(0.6);
    const names = await inside((root) => [...root.querySelectorAll('.box-workers .badge b')].map((name) => [name.textContent, name.scrollWidth <= name.clientWidth]));
    assert.equal(names.length, 3);
    for (const [name, whole] of names) assert.ok(whole, name);
  });

  it('covers no code with a task that the gutter shows', async () => {
    await ran('08_sleep_zero');
    await lookAt(0.6);
    const chips = () => page.locator('loop-scope .cm-line', { hasText: 'asyncio.gather' }).locator('.wait-chip').count();
    assert.equal(await chips(), 0);
    assert.ok((await page.locator('loop-scope .wait-marker .shape').count()) > 0);
    await page.setViewportSize({ width: 1900, height: 900 });
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.wait-chip') !== null);
    assert.equal(await chips(), 1);
  });
});

for (const [name, comeNear] of [
  ['the listing', () => undefined],
  ['the editor', toEditor],
]) {
  it(`keeps code from left to right around a string that is not: ${name}`, async () => {
    await newPage();
    await page.goto(addressOf('#example=02_two_tasks'));
    await page.waitForFunction(() => document.querySelector('loop-scope')?.program.includes('asyncio.run'));
    await page.evaluate(() => (document.querySelector('loop-scope').program = 'print("\u05d0\u05d1\u05d2", 1, 2, 3)\n'));
    await comeNear();
    const row = page.locator('loop-scope').locator('.cm-line, .listing .code').filter({ hasText: 'print' });
    await row.waitFor();
    const from = await row.evaluate((line) => {
      const places = [];
      const walker = document.createTreeWalker(line, globalThis.NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let n = 0; n < node.data.length; n++) {
          const range = document.createRange();
          range.setStart(node, n);
          range.setEnd(node, n + 1);
          if (/[p123]/.test(node.data[n])) places.push([node.data[n], range.getBoundingClientRect().left]);
        }
      }
      return places;
    });
    assert.deepEqual(from.map(([letter]) => letter), ['p', '1', '2', '3']);
    assert.deepEqual([...from].sort((a, b) => a[1] - b[1]), from);
  });
}

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
  for (const [name, comeNear, paper] of [
    ['the listing', () => undefined, PAPER],
    ['the editor', toEditor, PAPER],
    ['the listing, wide', () => undefined, WIDE_PAPER],
    ['the editor, wide', toEditor, WIDE_PAPER],
  ]) {
    it(`stands the whole program, in the colours of paper, and nothing to press: ${name}`, async () => {
      await newPage(paper, { colorScheme: 'dark' });
      await page.goto(addressOf('#example=18_queue'));
      await page.waitForFunction(() => document.querySelector('loop-scope')?.program.includes('asyncio.run'));
      await page.evaluate(() => (document.querySelector('loop-scope').theme = 'dark'));
      await comeNear();
      await page.emulateMedia({ media: 'print' });
      const last = page.locator('loop-scope .code-window').getByText('asyncio.run(main())').last();
      await last.waitFor();
      await settled();
      const [code, program, boxes] = [await last.boundingBox(), await placeOf('.source'), await placeOf('.boxes')];
      assert.ok(code.y + code.height <= program.y + program.height && program.y + program.height <= boxes.y + 1);
      assert.equal(await button('Run').isVisible(), false);
      assert.equal(await page.locator('#lessons').isVisible(), false);
      assert.equal(await inside((root) => getComputedStyle(root.querySelector('.player')).backgroundColor), 'rgb(255, 255, 255)');
      const wide = await inside((root) => Math.max(...[...root.querySelectorAll('.listing .code, .cm-line')].map((line) => line.getBoundingClientRect().right)));
      assert.ok(wide <= paper.width, `code up to ${wide}`);
    });
  }
});
