/** The ways to a moment, the views of it, and what teaches: in the built page. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { PHONE, atFullSpeed, box, button, course, fits, open, page, phase, printed, processorTime, recorded, runToEnd, runningLine, settled, stepUntil, toEditor, type, useBrowser } from './browser.mjs';

useBrowser();

const tab = (name) => page.getByRole('tab', { name, exact: true });
const story = () => page.locator('loop-scope .told').textContent();
const slider = () => page.getByRole('slider', { name: 'Moment of the run' });
const position = () => slider().inputValue().then(Number);
const steps = (count, direction = 1) =>
  page.evaluate(
    async ([n, way]) => {
      const player = document.querySelector('loop-scope');
      for (let i = 0; i < n; i++) {
        player.step(way);
        await player.updateComplete;
      }
    },
    [count, direction],
  );

async function begin(lesson, viewport) {
  await open(`#example=${lesson}`, viewport);
  await button('Step').click();
  await recorded();
}

async function ran(lesson) {
  await open(`#example=${lesson}`);
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
}

describe('ways to a moment', () => {
  it('steps by each unit, forward and back to the same place', async () => {
    await begin('18_queue');
    await steps(20);
    for (const unit of ['by line', 'by task switch', 'by loop turn', 'by event']) {
      await page.getByLabel('Step by').selectOption({ label: unit });
      await button('Step').click();
      const at = await position();
      await button('Step').click();
      await button('Back').click();
      assert.equal(await position(), at, unit);
    }
  });

  it('pauses at a breakpoint when playing, and goes on to the next', async () => {
    await open('#example=18_queue');
    await page.locator('loop-scope .cm-line', { hasText: 'print("made"' }).click();
    await page.keyboard.press('F9');
    await page.locator('loop-scope .breakpoint.set').waitFor();
    await atFullSpeed();
    await button('Run').click();
    await phase('paused');
    assert.match((await runningLine()).join(), /print\("made"/);
    const first = await position();
    await button('Continue').click();
    await phase('paused');
    assert.ok((await position()) > first);
    await page.locator('loop-scope .cm-breakpoints .cm-gutterElement:has(.set)').click();
    await button('Continue').click();
    await phase('ended');
  });

  it('goes to where a chosen task runs next, and ran last', async () => {
    await begin('18_queue');
    await steps(25);
    await page.locator('loop-scope .names').getByRole('button', { name: 'Task-2' }).click();
    assert.equal(await tab('Tasks').getAttribute('aria-selected'), 'true');
    await button('Next run').click();
    assert.match(await story(), /^Task-2 runs/);
    const at = await position();
    await button('Next run').click();
    assert.ok((await position()) > at);
    await button('Last run').click();
    assert.equal(await position(), at);
  });

  it('follows keys while nothing else has the focus', async () => {
    await open('#example=02_two_tasks');
    await page.keyboard.press('ArrowRight');
    await recorded();
    const at = await position();
    await page.keyboard.press('ArrowRight');
    await page.waitForFunction((before) => Number(document.querySelector('loop-scope').shadowRoot.querySelector('.scrub').value) > before, at);
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction((before) => Number(document.querySelector('loop-scope').shadowRoot.querySelector('.scrub').value) === before, at);
    await page.keyboard.press('End');
    await phase('ended');
    await page.keyboard.press('Home');
    await phase('paused');
    assert.match(await story(), /^This is the beginning/);
    await page.keyboard.press('v');
    await page.waitForFunction(() => document.querySelector('loop-scope').view === 'simple');
    await page.keyboard.press('?');
    await page.getByRole('region', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'detached' });
  });

  it('links to a moment: program with every kind of letter, cursor, view and breakpoints', async () => {
    await open('#example=own');
    const program = '# grüße 🐍 + &%#=\nimport asyncio\nasync def main():\n    print("größer")\n    await asyncio.sleep(1)\n    print("später")\nasyncio.run(main())\n';
    await page.evaluate((text) => (document.querySelector('loop-scope').program = text), program);
    await button('Step').click();
    await recorded();
    await steps(6);
    await tab('Graph').click();
    const told = await story();
    const link = await page.evaluate(() => document.querySelector('loop-scope').link());
    assert.ok(link.length < 400, link);
    const at = new URLSearchParams(link).get('at');
    await page.close();
    await open(`#${link}`);
    await phase('paused');
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), program);
    await page.waitForFunction((words) => document.querySelector('loop-scope').shadowRoot.querySelector('.told').textContent === words, told);
    assert.equal(await tab('Graph').getAttribute('aria-selected'), 'true');
    assert.equal(new URLSearchParams(await page.evaluate(() => document.querySelector('loop-scope').link())).get('at'), at);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
  });

  const DRAWERS = {
    quiz: async () => {
      await button('Step').click();
      await recorded();
      await steps(6);
      await button('Predict').click();
    },
    hints: async () => {
      await atFullSpeed();
      await button('Run').click();
      await button('1 hint').click();
    },
    help: () => page.keyboard.press('?'),
  };
  for (const [name, show] of Object.entries(DRAWERS)) {
    it(`links to what is open over the boxes: ${name}`, async () => {
      await open('#example=own');
      await page.evaluate((text) => (document.querySelector('loop-scope').program = text), 'import asyncio\nasync def main():\n    asyncio.sleep(1)\n    print("done")\nasyncio.run(main())\n');
      await show();
      const heading = () => page.locator('loop-scope .drawer h2').textContent();
      const before = await heading();
      const link = await page.evaluate(() => document.querySelector('loop-scope').link());
      await page.close();
      await open(`#${link}`);
      assert.equal(await heading(), before);
      assert.equal(await page.evaluate(() => document.activeElement.tagName), 'BODY');
    });
  }

  it('says so when a link is damaged', async () => {
    await open('#example=own');
    await page.evaluate(() => (location.hash = 'code=!!!'));
    await page.getByText('The link is damaged').waitFor();
  });
});

describe('the views of a moment', () => {
  it('marks each await after the fact: suspended here, or went straight through', async () => {
    await ran('09_await_that_does_not_wait');
    assert.ok((await page.locator('loop-scope .await-straight').count()) >= 1);
    assert.ok((await page.locator('loop-scope .await-suspended').count()) >= 1);
    assert.match(await page.locator('loop-scope .await-straight').first().getAttribute('title'), /kept control/);
  });

  it('says in the ready queue why each task is there', async () => {
    await begin('02_two_tasks');
    await stepUntil(() => /sleep over/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.box-ready').textContent));
    assert.match(await page.locator('loop-scope .queue').textContent(), /Task-3\s*sleep over/);
  });

  it('draws who waits for whom, and a deadlock as a circle', async () => {
    await open('#example=own');
    await type(
      'import asyncio\nasync def both(a, b):\n    async with a:\n        await asyncio.sleep(0.1)\n        async with b:\n            pass\nasync def main():\n    a, b = asyncio.Lock(), asyncio.Lock()\n    await asyncio.gather(both(a, b), both(b, a))\nasyncio.run(main())\n',
    );
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    await button('1 hint').click();
    await button('Show the moment').click();
    await button('Close').click();
    await tab('Graph').click();
    assert.match(await page.locator('loop-scope .deadlock').textContent(), /Deadlock: Task-\d → Task-\d → Task-\d/);
    assert.ok((await page.locator('loop-scope .edge.stuck').count()) >= 4);
  });

  it('shows what tasks share', async () => {
    await begin('18_queue');
    await tab('Objects').click();
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.thing-queue .item'));
    assert.match(await page.locator('loop-scope .thing-queue').textContent(), /queue/);
  });

  it('keeps totals of every task', async () => {
    await ran('02_two_tasks');
    await tab('Tasks').click();
    const rows = await page.locator('loop-scope .tasks tbody tr').allTextContents();
    assert.equal(rows.length, 3);
    assert.match(rows[1].replace(/\s+/g, ' '), /Task-2 done 0\.00 s 0\.00 s 1\.00 s/);
  });

  it('explains each box by its title, also by keyboard', async () => {
    await open('#example=02_two_tasks');
    const title = page.getByRole('button', { name: 'Ready queue', exact: true });
    await title.focus();
    const help = page.locator('loop-scope #explain-ready');
    await help.waitFor({ state: 'visible' });
    assert.equal(await help.locator('p').count(), 3);
    assert.equal(await help.locator('svg').count(), 1);
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
  });

  it('has a simple view of four boxes and the source', async () => {
    await open('#example=02_two_tasks');
    await page.getByLabel('View').selectOption('simple');
    for (const name of ['Ready queue', 'Running', 'Waiting', 'Output']) assert.ok(await box(name).first().isVisible(), name);
    assert.equal(await page.locator('loop-scope .box-timeline').count(), 0);
    await page.reload();
    await toEditor();
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').view), 'simple');
  });

  it('folds error output behind what went wrong and the own line', async () => {
    await open('#example=own');
    await type('import asyncio\nasync def main():\n    raise ValueError("no luck")\nasyncio.run(main())\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const summary = page.locator('loop-scope .trouble-group summary');
    assert.match((await summary.textContent()).replace(/\s+/g, ' '), /ValueError: no luck ?line 3/);
    assert.equal(await page.locator('loop-scope .trouble-group .line').first().isVisible(), false);
    await summary.click();
    assert.ok(await page.locator('loop-scope .trouble-group .line').first().isVisible());
  });

  it('zooms and moves the timeline, and shows the whole run again', async () => {
    await ran('18_queue');
    const whole = Number(await slider().getAttribute('max'));
    await button('Zoom in').click();
    await button('Zoom in').click();
    const [from, to] = [Number(await slider().getAttribute('min')), Number(await slider().getAttribute('max'))];
    assert.ok(Math.abs((to - from) / whole - 0.25) < 0.01);
    await button('Earlier').click();
    assert.ok(Number(await slider().getAttribute('min')) < from);
    await button('Show the whole run').click();
    assert.equal(Number(await slider().getAttribute('max')), whole);
  });

  it('stays quick with a thousand lanes', async () => {
    await open('#example=own');
    await type('import asyncio\nasync def work(n):\n    for i in range(20):\n        await asyncio.sleep(n % 7 / 10)\nasync def main():\n    await asyncio.gather(*(work(n) for n in range(1000)))\nasyncio.run(main())\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const names = await page.locator('loop-scope .lane-name').count();
    assert.ok(names > 3 && names < 60, `only the rows in sight are there: ${names}`);
    const work = await processorTime();
    await page.evaluate(async () => {
      const player = document.querySelector('loop-scope');
      const frame = player.shadowRoot.querySelector('.lanes');
      for (let n = 0; n < 12; n++) {
        frame.scrollTop = n * 1500;
        player.requestUpdate();
        await player.updateComplete;
      }
    });
    const each = (await work()) / 12;
    assert.ok(each < 120, `a picture takes ${each} ms of the processor`);
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.names').textContent.includes('Task-7'));
  });
});

describe('predict first', () => {
  it('asks for the order of the output, by keyboard; wrong twice shows it', async () => {
    await open('#example=02_two_tasks');
    await button('Predict').click();
    const lines = page.locator('loop-scope .order .text');
    await lines.first().waitFor();
    const guess = await lines.allTextContents();
    assert.match(await story(), /Press Continue/, 'which is what the button says');
    assert.ok(await button('Continue').isVisible());
    await lines.first().focus();
    await page.keyboard.press('ArrowDown');
    assert.deepEqual((await lines.allTextContents()).slice(0, 2), [guess[1], guess[0]]);
    await page.keyboard.press('ArrowUp');
    await button('Check').click();
    assert.match(await page.locator('loop-scope .verdict').textContent(), /of 4 lines/);
    await button('Check').click();
    assert.deepEqual(await lines.allTextContents(), ['A: start', 'B: start', 'B: end', 'A: end']);
    assert.deepEqual(await printed(), [], 'nothing is given away before');
    await button('when “B: end” is printed').click();
    await page.locator('loop-scope .print').getByText('B: end').waitFor();
  });

  it('knows the right order when it is given', async () => {
    await open('#example=02_two_tasks');
    await button('Predict').click();
    const lines = page.locator('loop-scope .order .text');
    await lines.first().waitFor();
    const wanted = ['A: start', 'B: start', 'B: end', 'A: end'];
    for (const [place, text] of wanted.entries()) {
      for (let n = 0; n < 4 && (await lines.nth(place).textContent()) !== text; n++) await button(`Move up: ${text}`).click();
    }
    await button('Check').click();
    await page.getByText('Right. That is the order.').waitFor();
    await atFullSpeed();
    await button('Watch it run').click();
    await phase('ended');
    assert.deepEqual(await printed(), wanted);
  });

  it('asks who runs next and what is ready at a moment', async () => {
    await begin('02_two_tasks');
    await stepUntil(() => /Task-2.*Task-3/s.test(document.querySelector('loop-scope').shadowRoot.querySelector('.box-ready').textContent));
    await button('Predict').click();
    const ready = page.getByRole('group', { name: 'What is in the ready queue now?' });
    await ready.getByLabel('Task-2').check();
    await ready.getByLabel('Task-3').check();
    await ready.getByRole('button', { name: 'Check' }).click();
    assert.match(await ready.locator('.verdict').textContent(), /^Right\. It is Task-2, Task-3/);
    const next = page.getByRole('group', { name: 'Who runs next?' });
    await next.getByRole('button', { name: 'Nobody' }).click();
    assert.match(await next.locator('.verdict').textContent(), /^No\./);
    await next.getByRole('button', { name: 'Nobody' }).click();
    assert.match(await next.locator('.verdict').textContent(), /^It is/);
    await next.getByRole('button', { name: 'Show it' }).click();
    assert.match(await story(), /runs|waits/);
  });

  it('must come before the first run where the page wants it', async () => {
    await open('embed.html#example=02_two_tasks&predict=required&speed=max');
    await button('Run').click();
    await page.locator('loop-scope .order').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').phase), 'paused');
    await button('Check').click();
    await button('Check').click();
    await button('Watch it run').click();
    await phase('ended');
  });
});

describe('hints', () => {
  it('have room on a phone, however long their lines', async () => {
    const program = 'import asyncio, time\nasync def tick():\n    await asyncio.sleep(0.1)\nasync def main():\n    task = asyncio.create_task(tick())\n    await asyncio.sleep(0)\n    a_name_of_some_length_for_what_comes_back = time.sleep(0.5)\n    await task\nasyncio.run(main())\n';
    await course(`<loop-scope><script type="text/x-python">\n${program}</script></loop-scope>`, '', {}, PHONE);
    await runToEnd();
    await page.locator('loop-scope .hint-button').click();
    await page.locator('loop-scope .mistake .diff').first().waitFor();
    const [card, room, diff] = await page.evaluate(() => {
      const right = (place) => document.querySelector('loop-scope').shadowRoot.querySelector(place).getBoundingClientRect().right;
      const { scrollWidth, clientWidth } = document.querySelector('loop-scope').shadowRoot.querySelector('.mistake .diff');
      return [right('.mistake'), right('.drawer-content'), scrollWidth - clientWidth];
    });
    assert.ok(card < room, `the card ends at ${card}, its room at ${room}`);
    assert.equal(diff, 0);
  });

  it('show what the run proves, and mend it', async () => {
    await ran('10_blocking_the_loop');
    await button('1 hint').click();
    const card = page.locator('loop-scope .mistake');
    assert.match(await card.textContent(), /The loop was blocked/);
    assert.match(await card.textContent(), /await asyncio\.sleep\(0\.5\)/);
    await button('Apply this change').click();
    assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /await asyncio\.sleep\(0\.5\)/);
    await button('Run again').click();
    await phase('ended');
    await settled();
    assert.equal(await page.locator('loop-scope .hint-button').count(), 0);
    await page.locator('loop-scope .cm-content').focus();
    await page.keyboard.press('ControlOrMeta+z');
    assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /\n {4}time\.sleep\(0\.5\)/);
  });
});

describe('the menu', () => {
  const choose = async (name) => {
    await page.locator('loop-scope .menu summary').click();
    await button(name).click();
  };
  const download = async (name) => {
    const [file] = await Promise.all([page.waitForEvent('download'), choose(name)]);
    return [file.suggestedFilename(), readFileSync(await file.path())];
  };

  it('saves and opens a file', async () => {
    await open('#example=02_two_tasks');
    const [name, text] = await download('Save as a file');
    assert.equal(name, '02_two_tasks.py');
    assert.equal(text.toString(), await page.evaluate(() => document.querySelector('loop-scope').program));
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose('Open a file …')]);
    await chooser.setFiles({ name: 'mine.py', mimeType: 'text/x-python', buffer: Buffer.from('print("größe")\r\n') });
    await page.waitForFunction(() => document.querySelector('loop-scope').program === 'print("größe")\n');
  });

  it('exports the trace and the timeline', async () => {
    await ran('02_two_tasks');
    const [, trace] = await download('Export the trace (Perfetto)');
    const { traceEvents } = JSON.parse(trace.toString());
    const names = traceEvents.filter((event) => event.ph === 'M' && event.name === 'thread_name').map((event) => event.args.name);
    assert.ok(['Task-1', 'Task-2', 'Task-3'].every((name) => names.includes(name)));
    const waits = traceEvents.filter((event) => event.ph === 'X' && event.name === 'waiting').map((event) => event.dur);
    assert.ok(waits.includes(500_000) && waits.includes(1_000_000), waits.join());
    const [, svg] = await download('Export the timeline (SVG)');
    assert.match(svg.toString(), /^<svg xmlns[\s\S]*Task-3[\s\S]*<\/svg>$/);
    const [, png] = await download('Export the timeline (PNG)');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
  });

  it('says that there is nothing to export before a run', async () => {
    await open('#example=02_two_tasks');
    await choose('Export the timeline (SVG)');
    await page.locator('loop-scope .told', { hasText: 'Run the program first.' }).waitFor();
  });

  it('closes with Escape and gives the focus back', async () => {
    await open('#example=02_two_tasks');
    await page.locator('loop-scope .menu summary').click();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('loop-scope .menu[open]').count(), 0);
  });
});

describe('editing', () => {
  it("completes asyncio's names with a line about each", async () => {
    await open('#example=own');
    await type('import asyncio\nasyncio.ga');
    await page.locator('loop-scope .cm-content').press('ControlOrMeta+Space');
    await page.locator('loop-scope .cm-tooltip-autocomplete').getByText('gather').waitFor();
    await page.locator('loop-scope .cm-completionInfo').getByText('Waits for several at once').waitFor();
    // A list that has just opened takes no key yet.
    await page.waitForTimeout(200);
    await page.keyboard.press('Enter');
    assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /asyncio\.gather$/);
  });

  it('completes what was asked for before the completions were there', async () => {
    let letGo;
    const held = new Promise((resolve) => { letGo = resolve; });
    await open('#example=own');
    await page.route(/typing-[^/]*\.js$/, async (route) => {
      await held;
      await route.continue();
    });
    await type('import asyncio\nasyncio.ga');
    await page.locator('loop-scope .cm-content').press('Control+Space');
    letGo();
    await page.locator('loop-scope .cm-tooltip-autocomplete').getByText('gather').waitFor();
  });

  it('underlines what cannot be understood, while typing', async () => {
    await open('#example=own');
    await type('def f(:\n    pass\n');
    await page.locator('loop-scope .problem').waitFor();
  });

  it('indents the next line as Python wants it', async () => {
    await open('#example=own');
    // How far to indent is known of what has been parsed, which is coloured.
    const parsed = (word) => page.locator('loop-scope .cm-line span', { hasText: word }).first().waitFor();
    await type('async def f():');
    await parsed('def');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('return 1');
    await parsed('return');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('x = 2');
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), 'async def f():\n    return 1\nx = 2');
  });
});

describe('two programs side by side', () => {
  it('run on one time axis, and the page says which ends first', async () => {
    await open('compare.html', undefined, {}, 'loop-compare textarea');
    await page.getByText(/The left one takes 3\.00 s, the right one 1\.00 s|the right one ends/).waitFor();
    const outputs = await page.locator('loop-compare .print').allTextContents();
    assert.ok(outputs.every((text) => text.trim() !== ''));
    await page.getByRole('slider').evaluate((input) => {
      input.value = '0';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    assert.ok((await page.locator('loop-compare .print').first().textContent()).length < outputs[0].length);
    await page.getByLabel('Right: which program').selectOption('04_one_after_another');
    await page.getByText('no difference').waitFor();
  });
});

describe('small screens and other directions', () => {
  it('fits 320 pixels, with everything open', async () => {
    await begin('18_queue', { width: 320, height: 640 });
    await steps(20);
    for (const name of ['Graph', 'Objects', 'Tasks', 'Waiting']) {
      await tab(name).click();
      await settled();
      assert.ok(await fits(), name);
    }
    await button('Predict').click();
    await page.locator('loop-scope .question').first().waitFor();
    assert.ok(await fits(), 'predict');
    await page.close();
    await open('compare.html', { width: 320, height: 640 }, {}, 'loop-compare textarea');
    assert.ok(await fits(), 'compare');
  });

  it('fits where one reads from right to left', async () => {
    await begin('18_queue', PHONE);
    await page.evaluate(() => (document.documentElement.dir = 'rtl'));
    await steps(5);
    assert.ok(await fits());
    const directions = () =>
      page.evaluate(() => {
        const { shadowRoot } = document.querySelector('loop-scope');
        return ['.told', '.code-window', '.scrub', '.loop-clock b'].map((place) => getComputedStyle(shadowRoot.querySelector(place)).direction);
      });
    // The words are English ones, in whatever page they stand.
    assert.deepEqual(await directions(), ['ltr', 'ltr', 'ltr', 'ltr']);
    // With others in the catalogue the boxes change sides; code, clock and timeline do not.
    await page.evaluate(() => (document.querySelector('loop-scope').shadowRoot.querySelector('.player').dir = 'rtl'));
    await steps(5);
    assert.deepEqual(await directions(), ['rtl', 'ltr', 'ltr', 'ltr']);
    assert.ok(await fits());
  });

  it('moves nothing by itself where the reader wants no motion', async () => {
    await open('#example=02_two_tasks', undefined, { reducedMotion: 'reduce' });
    await button('Step').click();
    await page.locator('loop-scope .run-line').waitFor();
    const moving = await page.evaluate(() => document.getAnimations().length + document.querySelector('loop-scope').shadowRoot.getAnimations().length);
    assert.equal(moving, 0);
  });
});
