/** The page in a real browser, from a plain file server under a path of its own, under its content security policy. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DESKTOP, PHONE, atFullSpeed, box, button, engineFiles, fits, open, page, phase, printed, recorded, runningLine, settled, slowly, stepUntil, toEditor, type, useBrowser } from './browser.mjs';

useBrowser();

describe('the playground', () => {
  it('lists the lessons and opens one by its address', async () => {
    await open('#example=02_two_tasks');
    assert.equal(await page.locator('h1').textContent(), 'Two tasks: B ends first');
    assert.ok((await page.locator('#lessons a').count()) > 20);
    await page.locator('#lessons a', { hasText: 'Blocking: time.sleep' }).click();
    await page.waitForFunction(() => document.querySelector('loop-scope').program.includes('time.sleep'));
  });

  it('runs a lesson to its end, in order', async () => {
    await open('#example=02_two_tasks');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const lines = await printed();
    assert.ok(lines.indexOf('B: end') < lines.indexOf('A: end'), lines.join('|'));
    assert.ok((await page.locator('loop-scope .ending').textContent()).includes('exit status 0'));
  });

  it('plays a wait with its real length, and shows who waits for what', async () => {
    await open('#example=02_two_tasks');
    const begin = Date.now();
    await button('Run').click();
    await phase('ended');
    assert.ok(Date.now() - begin > 900, 'a second of the program is a second of the reader');
    await button('Reset').click();
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.box-timers').textContent.includes('Task-3'));
    await box('Waiting').getByText('sleeps until 1.00 s').waitFor();
    assert.ok((await page.locator('loop-scope .wait-chip').count()) >= 2);
  });

  it('pauses and goes on', async () => {
    await open('#example=02_two_tasks');
    await slowly();
    await button('Run').click();
    await phase('playing');
    await button('Pause').click();
    const slider = page.getByRole('slider', { name: 'Moment of the run' });
    const at = await slider.inputValue();
    await page.waitForTimeout(300);
    assert.equal(await slider.inputValue(), at);
    await atFullSpeed();
    await button('Continue').click();
    await phase('ended');
  });

  it('steps forward and back', async () => {
    await open('#example=02_two_tasks');
    await button('Step').click();
    await phase('paused');
    await page.locator('loop-scope .run-line').waitFor();
    const first = await runningLine();
    await button('Step').click();
    await page.waitForFunction(
      (text) => document.querySelector('loop-scope').shadowRoot.querySelector('.run-line')?.textContent !== text,
      first[0],
    );
    await button('Back').click();
    await page.waitForFunction(
      (text) => document.querySelector('loop-scope').shadowRoot.querySelector('.run-line')?.textContent === text,
      first[0],
    );
  });

  it('walks a whole program by steps', async () => {
    await open('#example=02_two_tasks');
    await button('Step').click();
    await recorded();
    for (let n = 0; n < 200 && (await page.evaluate(() => document.querySelector('loop-scope').phase)) === 'paused'; n++) {
      await button('Step').click();
    }
    await phase('ended');
    assert.ok((await printed()).includes('A: end'));
  });

  it('goes to the moment of a line of output', async () => {
    await open('#example=02_two_tasks');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    await page.locator('loop-scope .print .line').first().click();
    await phase('paused');
    assert.equal((await printed()).length, 1);
  });

  it('moves through the run by the slider and by keys', async () => {
    await open('#example=02_two_tasks');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const slider = page.getByRole('slider', { name: 'Moment of the run' });
    const end = await slider.inputValue();
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await phase('paused');
    assert.ok(Number(await slider.inputValue()) < Number(end));
    await slowly();
    await page.keyboard.press(' ');
    await phase('playing');
    await page.keyboard.press(' ');
    await phase('paused');
  });

  it('stops and resets', async () => {
    await open('#example=02_two_tasks');
    await slowly();
    await button('Run').click();
    await phase('playing');
    await button('Stop').click();
    await phase('ended');
    await button('Reset').click();
    await phase('idle');
    assert.deepEqual(await printed(), []);
  });

  it('moves nothing that is there already while it loads', async () => {
    for (const viewport of [DESKTOP, PHONE]) {
      for (const [path, wanted] of [['#example=02_two_tasks', ''], ['compare.html', 'loop-compare .axis-end i']]) {
        await open(path, viewport, {}, wanted);
        await page.addInitScript(() => {
          globalThis.moved = 0;
          new globalThis.PerformanceObserver((list) => list.getEntries().forEach((entry) => (globalThis.moved += entry.value))).observe({ type: 'layout-shift', buffered: true });
        });
        await page.reload();
        await (wanted ? page.locator(wanted).first().waitFor() : page.locator('loop-scope .listing .code').first().waitFor());
        await settled();
        const moved = await page.evaluate(() => globalThis.moved);
        assert.ok(moved < 0.06, `${path} at ${viewport.width}: ${moved}`);
        await page.close();
      }
    }
    await open('#example=02_two_tasks');
  });

  it('has no scroll bar across on a phone, and its main button in reach', async () => {
    await open('#example=02_two_tasks', PHONE);
    assert.ok(await fits());
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    assert.ok(await fits());
  });

  it('keeps the chosen theme', async () => {
    await open('#example=02_two_tasks');
    await page.getByLabel('Theme').selectOption('dark');
    await page.reload();
    await toEditor();
    const dark = await page.evaluate(() => getComputedStyle(document.querySelector('loop-scope')).colorScheme);
    assert.equal(dark, 'dark');
  });

  it('can be used by keyboard alone, and Tab leaves the editor after Escape', async () => {
    await open('#example=02_two_tasks');
    await atFullSpeed();
    await page.locator('loop-scope .cm-content').focus();
    await page.keyboard.press('Control+Enter');
    await phase('ended');
    await page.keyboard.press('Escape');
    // Whose hand is slow has his time.
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 3_600_000;
    });
    await page.keyboard.press('Tab');
    const inEditor = await page.evaluate(() =>
      document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('cm-content'),
    );
    assert.notEqual(inEditor, true);
  });

  it('does not take the focus or scroll by itself', async () => {
    await open('#example=02_two_tasks');
    await settled();
    assert.deepEqual(await page.evaluate(() => [document.activeElement?.tagName, scrollY]), ['BODY', 0]);
  });
});

describe('programs of the learner', () => {
  it('runs an edited program', async () => {
    await open('#example=02_two_tasks');
    await type('import asyncio\nasync def main():\n    print("mine", 6 * 7)\nasyncio.run(main())\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    assert.deepEqual(await printed(), ['mine 42']);
  });

  it('shows an error with its traceback and marks its line', async () => {
    await open('#example=02_two_tasks');
    await type('import asyncio\nasync def main():\n    await asyncio.sleep(0)\n    raise ValueError("no luck")\nasyncio.run(main())\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    const lines = await printed();
    assert.equal(lines[0], 'Traceback (most recent call last):');
    assert.equal(lines.at(-1), 'ValueError: no luck');
    assert.ok((await page.locator('loop-scope .error-line').textContent()).includes('raise ValueError'));
  });

  it('shows a syntax error', async () => {
    await open('#example=02_two_tasks');
    await type('import asyncio\nasync def main(:\n    pass\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    assert.ok((await printed()).some((line) => line.startsWith('SyntaxError')));
    assert.ok((await page.locator('loop-scope .error-line').textContent()).includes('def main(:'));
    assert.match(await page.locator('loop-scope .story').textContent(), /SyntaxError: invalid syntax \(line 2\)/);
  });

  it('survives an endless loop', async () => {
    await open('#example=02_two_tasks');
    await type('while True:\n    pass\n');
    await button('Run').click();
    await phase('playing');
    await page.waitForTimeout(500);
    await button('Stop').click();
    await phase('ended');
    await type('print("alive")\n');
    await button('Run again').click();
    await phase('ended');
    assert.deepEqual(await printed(), ['alive']);
  });

  it('waits for real on the real clock, and pausing stops its time', async () => {
    await open('#example=02_two_tasks');
    await page.getByLabel('Clock').selectOption('real');
    await slowly();
    const time = () => page.locator('loop-scope .loop-clock b').textContent();
    await button('Run').click();
    await page.locator('loop-scope .box-waiting').getByText('Task-3').waitFor();
    await button('Pause').click();
    await phase('paused');
    const at = await time();
    assert.ok(parseFloat(at) < 0.5, at);
    await page.waitForTimeout(700);
    assert.equal(await time(), at);
    await page.evaluate(() => (document.querySelector('loop-scope').speed = 1));
    const begin = Date.now();
    await button('Continue').click();
    await phase('ended');
    assert.ok(Date.now() - begin > 450, 'half a second at least is left');
    assert.ok(parseFloat(await time()) >= 1, await time());
  });

  it('asks for input', async () => {
    await open('#example=02_two_tasks');
    await type('name = input("who? ")\nprint("hello", name)\n');
    await atFullSpeed();
    await button('Run').click();
    await page.locator('loop-scope .ask input:focus').waitFor();
    await page.keyboard.type('ada');
    await page.keyboard.press('Enter');
    await phase('ended');
    assert.deepEqual(await printed(), ['who? ada', 'hello ada']);
  });

  it('plays a program that asks for input on the real clock, whichever was chosen', async () => {
    await open('#example=02_two_tasks');
    await type('import asyncio\nasync def tick():\n    await asyncio.sleep(30)\nasync def main():\n    asyncio.create_task(tick())\n    await asyncio.sleep(0)\n    print("hello", input("who? "))\nasyncio.run(main())\n');
    await button('Run').click();
    await page.locator('loop-scope .ask input:focus').waitFor();
    assert.equal(await page.getByLabel('Clock').inputValue(), 'real');
    await page.keyboard.type('bob');
    await page.keyboard.press('Enter');
    await phase('ended');
    assert.deepEqual(await printed(), ['who? bob', 'hello bob']);
    await button('Reset').click();
    assert.equal(await page.getByLabel('Clock').inputValue(), 'virtual');
  });

  it('stops a program that handles Ctrl-C by it, so that it winds up, and at once when asked again', async () => {
    await open('#example=own');
    const program = (after) => `import asyncio\nasync def main():\n    try:\n        await asyncio.sleep(600)\n    finally:\n        ${after}\ntry:\n    asyncio.run(main())\nexcept KeyboardInterrupt:\n    print("bye")\n`;
    await type(program('print("winds up")'));
    await button('Run').click();
    await page.locator('loop-scope .box-waiting').getByText('Task-1').waitFor();
    await button('Stop').click();
    await phase('ended');
    assert.deepEqual(await printed(), ['winds up', 'bye']);
    await type(program('await asyncio.sleep(600)'));
    await button('Run again').click();
    await page.locator('loop-scope .box-waiting').getByText('Task-1').waitFor();
    await button('Stop').click();
    await page.getByText('Stop again ends it at once').waitFor();
    await button('Stop').click();
    await phase('ended');
    assert.deepEqual(await printed(), []);
  });

  it('prints text, never markup', async () => {
    await open('#example=02_two_tasks');
    await type('print("<img src=x onerror=alert(1)><b>bold</b>")\n');
    await atFullSpeed();
    await button('Run').click();
    await phase('ended');
    assert.deepEqual(await printed(), ['<img src=x onerror=alert(1)><b>bold</b>']);
  });
});

describe('a reader who does things in between', () => {
  it('finds his own version of a lesson again, until he resets it', async () => {
    await open('#example=02_two_tasks');
    const program = () => page.evaluate(() => document.querySelector('loop-scope').program);
    const original = await program();
    await type('print("mine")\n');
    await page.locator('#next').click();
    await page.waitForFunction(() => document.querySelector('loop-scope').program.includes('brew'));
    await page.reload();
    await page.goBack();
    await page.waitForFunction(() => document.querySelector('loop-scope')?.program === 'print("mine")\n');
    await toEditor();
    await button('Reset').click();
    assert.equal(await program(), original);
    await page.reload();
    await page.waitForFunction((text) => document.querySelector('loop-scope')?.program === text, original);
  });

  it('goes back from a moment that a link led to', async () => {
    await open('#example=02_two_tasks');
    await page.evaluate(() => (location.hash = '#example=02_two_tasks&at=12'));
    await phase('paused');
    await page.goBack();
    await phase('idle');
    assert.equal(await page.locator('h1').textContent(), 'Two tasks: B ends first');
    await page.goForward();
    await phase('paused');
  });

  it('changes the lesson during a run, and nothing is left of it', async () => {
    await open('#example=02_two_tasks');
    await slowly();
    await button('Run').click();
    await page.locator('loop-scope .print .line').first().waitFor();
    await page.locator('#next').click();
    await phase('idle');
    assert.deepEqual(await printed(), []);
    await page.locator('loop-scope .cm-content').focus();
    await page.waitForFunction(() => document.querySelector('loop-scope').program.includes('brew'));
    await page.keyboard.press('ControlOrMeta+z');
    assert.ok((await page.evaluate(() => document.querySelector('loop-scope').program)).includes('brew'), 'undo stays within the lesson');
  });

  describe('presses Run before the program has come', () => {
    let letGo;
    const holdTheNext = async () => {
      const held = new Promise((resolve) => { letGo = resolve; });
      await open('#example=02_two_tasks');
      await atFullSpeed();
      await page.route('**/examples/*.py', async (route) => {
        await held;
        await route.continue();
      });
      await page.locator('#next').click();
      await page.waitForFunction(() => location.hash !== '#example=02_two_tasks');
    };

    it('and that is what runs, when it is there', async () => {
      await holdTheNext();
      await button('Run').click();
      await page.locator('loop-scope .told', { hasText: 'Loading the program' }).waitFor();
      assert.equal(await page.evaluate(() => document.querySelector('loop-scope').phase), 'idle');
      letGo();
      await phase('ended');
      assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /brew/);
      assert.doesNotMatch((await printed()).join(), /A: start/);
      assert.notDeepEqual(await printed(), []);
    });

    it('and chooses another one meanwhile: that one stays, and nothing runs', async () => {
      await holdTheNext();
      await button('Run').click();
      await page.evaluate(() => (location.hash = '#example=own'));
      await page.waitForFunction(() => document.querySelector('loop-scope').program.includes('hello'));
      const came = page.waitForResponse('**/examples/*.py');
      letGo();
      await came;
      await page.evaluate(() => document.querySelector('loop-scope').loaded);
      await settled();
      assert.deepEqual(await page.evaluate(() => [document.querySelector('loop-scope').program.includes('hello'), document.querySelector('loop-scope').phase]), [true, 'idle']);
    });
  });

  it('runs many times in a row', async () => {
    await open('#example=02_two_tasks');
    await page.evaluate(() => {
      const player = document.querySelector('loop-scope');
      player.speed = Infinity;
      for (let n = 0; n < 5; n++) player.run();
    });
    await phase('ended');
    assert.deepEqual(await printed(), ['A: start', 'B: start', 'B: end', 'A: end']);
  });

  it('presses Step before the engine is there', async () => {
    await open('#example=02_two_tasks');
    await page.evaluate(() => {
      for (let n = 0; n < 3; n++) document.querySelector('loop-scope').step();
    });
    await page.locator('loop-scope .run-line').waitFor();
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').phase), 'paused');
  });

  it('steps on the real clock from the first line on', async () => {
    await open('#example=02_two_tasks');
    await page.getByLabel('Clock').selectOption('real');
    await button('Step').click();
    await page.locator('loop-scope .run-line', { hasText: 'import asyncio' }).waitFor();
    await button('Step').click();
    await page.locator('loop-scope .run-line', { hasText: 'def task_a' }).waitFor();
  });

  it('stops a program that would wait for ever, and then sees no more of it', async () => {
    await open('#example=02_two_tasks');
    await type('import asyncio\nasync def main():\n    while True:\n        print("tick")\n        await asyncio.sleep(1)\nasyncio.run(main())\n');
    await button('Run').click();
    await page.locator('loop-scope .print .line').first().waitFor();
    await button('Stop').click();
    await phase('ended');
    assert.equal(await page.locator('loop-scope .ending').textContent(), 'stopped');
    assert.equal(await button('Step').isDisabled(), true);
    await button('Back').click();
    await button('Step').click();
    await phase('ended');
  });

  it('sends Ctrl-C on the real clock', async () => {
    await open('#example=17_graceful_shutdown');
    await page.getByLabel('Clock').selectOption('real');
    await page.getByLabel('Speed').selectOption('0.25×');
    await button('Run').click();
    await page.locator('loop-scope .box-waiting').getByText('Task-1').waitFor();
    await button('Ctrl-C').click();
    await page.locator('loop-scope .print').getByText('shutting down ...').waitFor();
  });
});

describe('the picture', () => {
  /** Where the parts of the player are; they are to stay there. */
  const places = () =>
    page.evaluate(() =>
      ['.source', '.loop', '.box-ready', '.box-running', '.box-timers', '.box-waiting', '.box-timeline', '.box-output'].map((part) => {
        const { top, left, width, height } = document.querySelector('loop-scope').shadowRoot.querySelector(part).getBoundingClientRect();
        return [part, ...[top + scrollY, left, width, height].map(Math.round)].join(' ');
      }),
    );

  for (const [name, viewport, parts] of [
    ['desktop', undefined, 8],
    ['phone', PHONE, 6],
  ]) {
    it(`keeps its parts in their places while a program runs, ${name}`, async () => {
      await open('#example=18_queue', viewport);
      await settled();
      const before = await places();
      await button('Step').click();
      await recorded();
      for (let n = 0; n < 60; n++) {
        await page.evaluate(() => document.querySelector('loop-scope').step());
        if (n % 6 !== 0) continue;
        await settled();
        // On a phone the timeline grows with its lanes, and what is below it goes down.
        assert.deepEqual((await places()).slice(0, parts), before.slice(0, parts), `step ${n}`);
      }
    });
  }

  it('marks where a worker blocks', async () => {
    await open('#example=11_to_thread');
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.box-workers')?.textContent.includes('blocks'));
    assert.ok(await box('Workers').getByText('blocks').isVisible());
    await page.locator('loop-scope .cm-line', { hasText: 'time.sleep' }).locator('.wait-chip', { hasText: 'blocks until 0.50 s' }).waitFor();
  });

  it('tells of awaits that went straight through', async () => {
    await open('#example=09_await_that_does_not_wait');
    await button('Step').click();
    await recorded();
    const told = await page.evaluate(async () => {
      const player = document.querySelector('loop-scope');
      const sentences = [];
      while (player.phase !== 'ended') {
        player.step();
        await player.updateComplete;
        sentences.push(player.shadowRoot.querySelector('.told').textContent.trim());
      }
      return sentences;
    });
    assert.equal(told.filter((sentence) => sentence.includes('did not give up control')).length, 3);
    assert.ok(told.includes('Task-1 lets the others run and joins the end of the ready queue.'));
  });
});

describe('embedding', () => {
  it('shows one player alone', async () => {
    await open('embed.html#example=02_two_tasks&speed=max');
    const { height } = await page.locator('loop-scope').boundingBox();
    assert.ok(height > 760, `it fills its frame: ${height}`);
    await button('Run').click();
    await phase('ended');
    assert.ok((await printed()).includes('A: end'));
  });

  it('fits a phone, alone and in a course page', async () => {
    await open('embed.html#example=18_queue&speed=max', PHONE);
    await button('Run').click();
    await phase('ended');
    assert.ok(await fits());
    await page.close();
    await open('examples/embed/index.html', PHONE);
    assert.ok(await fits());
  });

  it('runs two players of a page side by side, each its own program, from one engine', async () => {
    await open('examples/embed/index.html');
    await page.locator('loop-scope').nth(1).locator('.code-window').getByText('time.sleep').first().waitFor();
    await page.evaluate(() => {
      for (const player of document.querySelectorAll('loop-scope')) {
        player.speed = 8;
        player.run();
      }
    });
    await page.waitForFunction(() => [...document.querySelectorAll('loop-scope')].every((player) => player.phase === 'ended'));
    const lines = await page.locator('loop-scope').evaluateAll((players) =>
      players.map((player) => [...player.shadowRoot.querySelectorAll('.print .text')].map((line) => line.textContent)),
    );
    assert.deepEqual(lines[0].slice(-2), ['coffee: ready', 'tea: ready']);
    assert.ok(lines[1].some((line) => line.includes('done blocking')), lines[1].join('|'));
    assert.deepEqual((await engineFiles()).sort(), ['loopscope', 'rest'], 'each file once');
  });

  it('works in a course page, inline, by name and in a frame', async () => {
    await open('examples/embed/index.html');
    const players = page.locator('loop-scope');
    assert.equal(await players.count(), 2);
    assert.ok((await players.nth(0).evaluate((player) => player.program)).startsWith('import asyncio\n'));
    await players.nth(1).evaluate((player) => player.scrollIntoView());
    await players.nth(1).locator('.code-window').getByText('time.sleep').first().waitFor();
    await page.locator('iframe').evaluate((frame) => frame.scrollIntoView());
    await page.frameLocator('iframe').locator('loop-scope .listing').getByText('task_a').first().waitFor();
  });

  it('stops its program when it leaves the page', async () => {
    await open('#example=02_two_tasks');
    await slowly();
    await button('Run').click();
    await phase('playing');
    const ended = await page.evaluate(() => {
      const player = document.querySelector('loop-scope');
      player.remove();
      return player.phase;
    });
    assert.equal(ended, 'idle');
  });
});
