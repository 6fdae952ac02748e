/** What the boxes show of moments that no lesson has: connections, cancelled timers, time limits, groups of errors. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PHONE, atFullSpeed, button, open, page, phase, printed, recorded, stepUntil, toEditor, type, useBrowser } from './browser.mjs';

useBrowser();

const give = (program) => page.evaluate((text) => (document.querySelector('loop-scope').program = text), program);
const tab = (name) => page.getByRole('tab', { name, exact: true });

async function own(program) {
  await open('#example=own');
  await give(program);
}

async function ran(program) {
  await own(program);
  await atFullSpeed();
  await button('Run').click();
  await phase('ended');
}

const CHAT = `import asyncio
async def serve(reader, writer):
    await asyncio.sleep(0.2)
    writer.write(await reader.readline())
    writer.close()
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    writer.write(b"hello\\n")
    print(await reader.readline())
    writer.close()
    server.close()
asyncio.run(main())
`;

describe('workers and I/O', () => {
  it('shows each connection once, with the bytes that are on their way', async () => {
    await own(CHAT);
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.way.busy'));
    const rows = await page.locator('loop-scope .socket').evaluateAll((all) => all.map((row) => row.innerText.replace(/\s+/g, ' ')));
    assert.equal(rows.length, 2, rows.join('|'));
    assert.match(rows[0], /127\.0\.0\.1:8888 → to the server: 6 B .*← to the client: 0 B open/);
    assert.match(rows[1], /127\.0\.0\.1:8888 listens/);
    await button('I/O').hover();
    await page.locator('loop-scope #explain-network').waitFor({ state: 'visible' });
  });
});

const PHILOSOPHERS = `import threading, time
left, right = threading.Lock(), threading.RLock()

def eat(first, second):
    with first:
        time.sleep(0.1)
        with second:
            print("never")

ann = threading.Thread(target=eat, args=(left, right), name="Ann", daemon=True)
bob = threading.Thread(target=eat, args=(right, left), name="Bob", daemon=True)
ann.start()
bob.start()
ann.join(2)
`;

const BLOCKING = `import asyncio, threading, time
lock = threading.Lock()

def hold():
    with lock:
        time.sleep(2)

async def main():
    holding = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.sleep(0.5)
    with lock:
        await holding

asyncio.run(main())
`;

const told = () => page.locator('loop-scope .story').innerText();
const textsOf = (selector) => page.locator(`loop-scope ${selector}`).evaluateAll((all) => all.map((each) => each.innerText.replace(/\s+/g, ' ').trim()));

describe('threads that wait', () => {
  it('say for what in their boxes, and that they are a deadlock', async () => {
    await own(PHILOSOPHERS);
    await stepUntil(() => /Bob blocks.*held by Ann/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.story').textContent));
    assert.match(await told(), /^Bob blocks: it waits for lock, held by Ann\./);
    assert.deepEqual(await textsOf('.box-workers .row'), ['Ann waits for RLock, held by Bob', 'Bob waits for lock, held by Ann']);
    assert.deepEqual(await textsOf('.box-waiting .row'), ['Main program waits for the end of Ann L14', 'Ann waits for RLock, held by Bob L7', 'Bob waits for lock, held by Ann L7']);
    assert.match((await textsOf('.box-running .now')).join(), /Main program.*waits for the end of Ann.*line 14/);
    await tab('Objects').click();
    assert.deepEqual(await textsOf('.thing'), ['lock held by Ann L2 in line Bob', 'RLock held by Bob L2 in line Ann']);
    await tab('Graph').click();
    assert.equal((await textsOf('.deadlock')).join(), 'Deadlock: Ann → Bob → Ann. Nobody here can go on.');
    assert.match(await page.locator('loop-scope .graph svg').getAttribute('aria-label'), /the end of Ann waits for Ann; Ann waits for RLock; RLock waits for Bob; Bob waits for lock; lock waits for Ann/);
    await tab('Waiting').click();
  });

  it('block the loop when they are its own', async () => {
    await own(BLOCKING);
    await stepUntil(() => /blocks the loop/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.story').textContent));
    assert.match(await told(), /^Task-1 blocks the loop: it waits for lock, held by asyncio_0, and nobody else can run\./);
    for (const size of [{ width: 1280, height: 900 }, PHONE]) {
      await page.setViewportSize(size);
      assert.equal((await textsOf('.box-running .blame')).join(), 'blocks the loop, line 11');
      const name = page.locator('loop-scope .box-running .badge b');
      assert.ok(await name.evaluate((each) => each.scrollWidth <= each.clientWidth + 1), 'the name is there in full');
      const ends = await page.locator('loop-scope :is(.now, .now > *)').evaluateAll((all) => all.map((each) => each.getBoundingClientRect().right));
      assert.ok(ends.slice(1).every((right) => right <= ends[0]), 'nothing stands out of the card');
    }
  });
});

describe('a list with little room', () => {
  it('scrolls, and cuts none of its rows off', async () => {
    await own(BLOCKING);
    await tab('Objects').click();
    await stepUntil(() => /in line/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.things')?.textContent ?? ''));
    // As low as a box can be in which a thing and those in its line have no room.
    await page.locator('loop-scope .things').evaluate((list) => (list.style.height = '30px'));
    const rows = await page.locator('loop-scope .things .row').evaluateAll((all) => all.map((row) => [row.clientHeight, row.scrollHeight]));
    assert.ok(rows.length > 0);
    for (const [height, inside] of rows) assert.ok(inside <= height, `${inside} in ${height}`);
  });
});

describe('the loop', () => {
  for (const path of ['', 'embed.html']) {
    it(`says its turn beside its clock on a phone: ${path || 'the site'}`, async () => {
      await open(`${path}#example=02_two_tasks`, PHONE);
      await stepUntil(() => /^turn 2/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.turn').textContent));
      const [shown, whole] = await page.locator('loop-scope .turn span').first().evaluate((words) => [words.clientWidth, words.scrollWidth]);
      assert.ok(whole <= shown, `${whole} in ${shown}`);
    });
  }

  it('says how long it waits and for whom, in full', async () => {
    await open('#example=02_two_tasks');
    await stepUntil(() => /for Task-3/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.turn').textContent));
    const words = page.locator('loop-scope .turn span');
    assert.deepEqual(await words.allTextContents(), ['turn 2 waits', '0.50 s for Task-3']);
    const boxes = await page.locator('loop-scope :is(.loop-clock h2, .loop-clock b, .turn)').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map(({ left, right }) => [left, right]));
    assert.ok(boxes.every(([left], n) => n === 0 || left >= boxes[n - 1][1]), 'nothing covers anything');
    assert.ok(await words.evaluateAll((all) => all.every((each) => each.scrollWidth <= each.clientWidth)), 'nothing is cut off');
    const cut = await page.locator('loop-scope .timer .badge b, loop-scope .timer .when b, loop-scope .lane-name .more').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
    assert.deepEqual(cut, []);
    assert.deepEqual(await page.locator('loop-scope .lane-name .more').allTextContents(), ['main', 'task_a', 'task_b']);
  });
});

describe('timers and limits', () => {
  it('strikes out a timer that was cancelled, where the loop would come to it', async () => {
    await own('import asyncio\nasync def main():\n    late = asyncio.create_task(asyncio.sleep(5))\n    await asyncio.sleep(0.5)\n    late.cancel()\n    await asyncio.sleep(0.5)\nasyncio.run(main())\n');
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.struck'));
    assert.match((await page.locator('loop-scope .struck').textContent()).replace(/\s+/g, ' '), /Task-2 ?cancelled ?at 5\.00 s/);
    assert.match(await page.locator('loop-scope .struck .badge b').evaluate((name) => getComputedStyle(name).textDecorationLine), /line-through/);
  });

  it('has a bar for a time limit that shrinks with what is left of it', async () => {
    await own('import asyncio\nasync def main():\n    async with asyncio.timeout(4):\n        await asyncio.sleep(1)\n        await asyncio.sleep(2)\nasyncio.run(main())\n');
    await tab('Objects').click();
    await stepUntil(() => /^1\.00/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.loop-clock b').textContent));
    const whole = page.locator('loop-scope .timer :is(.badge b, .when b)');
    assert.deepEqual(await whole.evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth || each.getBoundingClientRect().right > each.closest('.row').getBoundingClientRect().right).map((each) => each.textContent)), []);
    const share = await page.locator('loop-scope .thing-limit .bar i').evaluate((bar) => Number(bar.style.getPropertyValue('--share')));
    assert.equal(share, 0.75);
  });
});

describe('whoever holds the loop', () => {
  it('keeps its name on a phone beside the line to blame', async () => {
    await open('#example=10_blocking_the_loop', PHONE);
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.blame'));
    const name = page.locator('loop-scope .now .badge b');
    assert.equal(await name.textContent(), 'Task-3');
    assert.ok(await name.evaluate((each) => each.scrollWidth <= each.clientWidth), 'nothing is cut off');
  });

  it('is marked as blocking with the line to blame, when it is over a tenth of a second', async () => {
    const program = (pause) => `import asyncio, time\nasync def main():\n    time.sleep(${pause})\n    print("here")\nasyncio.run(main())\n`;
    await own(program(0.4));
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.blame'));
    assert.equal(await page.locator('loop-scope .blame').textContent(), 'blocks the loop for 0.40 s, line 3');
    await recorded();
    await button('Step').click();
    assert.equal(await page.locator('loop-scope .blame').textContent(), 'has held the loop for 0.40 s, line 3');
    await give(program(0.06));
    await stepUntil(() => document.querySelector('loop-scope').shadowRoot.querySelector('.held'));
    assert.equal(await page.locator('loop-scope .held').textContent(), 'for 0.06 s');
    assert.equal(await page.locator('loop-scope .blame').count(), 0);
  });
});

describe('output for a terminal', () => {
  it('is written over by a progress bar, and coloured as the program asks', async () => {
    await ran('for n in range(4):\n    print("\\r" + "#" * n + "." * (3 - n), end="", flush=True)\nprint()\nprint("\\x1b[1;31mstop\\x1b[0m go")\n');
    assert.deepEqual(await printed(), ['###', 'stop go']);
    assert.deepEqual(await page.locator('loop-scope .print .look').evaluateAll((all) => all.map((each) => [each.textContent, each.className])), [['stop', 'look bold red']]);
    assert.equal(await page.locator('loop-scope .look').evaluate((each) => getComputedStyle(each).color === getComputedStyle(each.parentElement).color), false);
  });
});

describe('output of errors', () => {
  it('folds an exception group behind the errors that are in it', async () => {
    await ran('import asyncio\nasync def boom():\n    raise ValueError("no luck")\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        group.create_task(boom())\nasyncio.run(main())\n');
    assert.match((await page.locator('loop-scope .trouble-group summary').textContent()).replace(/\s+/g, ' '), /ValueError: no luck \(ExceptionGroup\) ?line 3/);
    assert.match((await printed()).join('\n'), /Exception Group Traceback/);
  });
});

describe('tasks that run what asyncio brings', () => {
  it('are not called new when they are woken', async () => {
    await own('import asyncio\nasync def main():\n    await asyncio.gather(asyncio.create_task(asyncio.sleep(0.5)))\nasyncio.run(main())\n');
    await stepUntil(() => {
      const { shadowRoot } = document.querySelector('loop-scope');
      return /^0\.50/.test(shadowRoot.querySelector('.loop-clock b').textContent) && /Task-2/.test(shadowRoot.querySelector('.queue')?.textContent ?? '');
    });
    const told = [];
    await recorded();
    for (let n = 0; n < 3; n++) {
      told.push(await page.locator('loop-scope .told').textContent(), await page.locator('loop-scope .box-ready').textContent());
      await button('Step').click();
    }
    assert.ok(!/is made|made by|start/.test(told.join()), told.join('|'));
  });
});

describe('breakpoints', () => {
  it('that are given to an editor which has some are the ones that it has', async () => {
    await open('#example=02_two_tasks');
    const set = () => page.evaluate(async () => {
      const player = document.querySelector('loop-scope');
      return new URLSearchParams(await player.link()).get('stops');
    });
    const recall = (stops) => page.evaluate((lines) => document.querySelector('loop-scope').recall({ clock: 'virtual', at: 0, view: 'full', side: 'waiting', task: 0, stops: new Map([['', new Set(lines)]]) }), stops);
    await recall([11, 12]);
    assert.equal(await set(), '11.12');
    await recall([12, 13]);
    assert.equal(await set(), '12.13');
    await recall([12, 13]);
    assert.equal(await set(), '12.13');
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 2);
  });
});

describe('while typing', () => {
  it('says in words what cannot be understood, and on which line', async () => {
    await open('#example=own');
    await type('import asyncio\ndef f(:\n    pass\n');
    await page.locator('loop-scope .problem-note', { hasText: 'Line 2: invalid syntax' }).waitFor();
    await type('import asyncio\n');
    await page.locator('loop-scope .problem-note').waitFor({ state: 'detached' });
  });
});

describe('a question about the ready queue', () => {
  it('is not answered by the ready queue', async () => {
    await open('#example=02_two_tasks');
    await stepUntil(() => /Task-3/.test(document.querySelector('loop-scope').shadowRoot.querySelector('.box-ready').textContent));
    await button('Predict').click();
    const ready = page.getByRole('group', { name: 'What is in the ready queue now?' });
    await ready.waitFor();
    assert.match(await page.locator('loop-scope .box-ready').textContent(), /You are asked/);
    await ready.getByRole('button', { name: 'Check' }).click();
    await ready.getByRole('button', { name: 'Check' }).click();
    assert.match(await page.locator('loop-scope .box-ready').textContent(), /Task-3/);
  });
});

describe('comparing', () => {
  it('sets a lesson that was changed beside the lesson as it was, under one ruler', async () => {
    await open('#example=02_two_tasks');
    const changed = (await page.evaluate(() => document.querySelector('loop-scope').program)).replace('sleep(1)', 'sleep(0.2)');
    await toEditor();
    await type(changed);
    await page.locator('loop-scope .menu summary').click();
    await button('Compare with another program').click();
    await page.getByText('The left one takes 1.00 s, the right one 0.50 s: the right one ends 0.50 s earlier.').waitFor();
    assert.equal(await page.getByLabel('Left: which program').inputValue(), '02_two_tasks');
    assert.equal(await page.getByLabel('Right: Program').inputValue(), changed);
    const ends = await page.locator('loop-compare .axis-end i').evaluateAll((all) => all.map((end) => end.getBoundingClientRect().right));
    const [left, right] = await page.locator('loop-compare .ruler-row .axis-ticks').evaluate((ruler) => [ruler.getBoundingClientRect().left, ruler.getBoundingClientRect().right]);
    assert.ok(Math.abs(ends[0] - right) < 2 && Math.abs(ends[1] - (left + right) / 2) < 2, ends.join());
  });
});

describe('by mouse and by touch', () => {
  it('a line of a prediction is dragged to its place', async () => {
    await open('#example=02_two_tasks');
    await button('Predict').click();
    const lines = page.locator('loop-scope .order .guess');
    await lines.first().waitFor();
    const before = await lines.locator('.text').allTextContents();
    await lines.nth(0).dragTo(lines.nth(2));
    assert.deepEqual((await lines.locator('.text').allTextContents()).slice(0, 3), [before[1], before[2], before[0]]);
  });

  it('everything that is pressed, moved along and folded answers to a finger', async () => {
    await open('#example=02_two_tasks', { width: 390, height: 844 }, { hasTouch: true, isMobile: true }, 'loop-scope .listing .code');
    await page.getByLabel('Speed').selectOption('max');
    await button('Run').tap();
    await phase('ended');
    const clock = () => page.locator('loop-scope .loop-clock b').textContent();
    assert.equal(await clock(), '1.00 s');
    await page.locator('loop-scope .print .line').first().tap();
    await phase('paused');
    assert.equal(await clock(), '0.00 s');
    const lanes = page.locator('loop-scope .picture');
    await lanes.scrollIntoViewIfNeeded();
    const { width } = await lanes.boundingBox();
    await lanes.tap({ position: { x: width * 0.6, y: 30 } });
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.querySelector('.loop-clock b').textContent !== '0.00 s');
    await page.getByRole('tab', { name: 'Graph' }).tap();
    await page.locator('loop-scope .graph').waitFor();
    await page.locator('loop-scope .listing .stop, loop-scope .cm-breakpoints .cm-gutterElement').nth(4).tap();
    await page.locator('loop-scope .breakpoint.set').waitFor();
    await page.locator('loop-scope .menu summary').tap();
    await button('Keys and help').tap();
    await page.getByRole('region', { name: 'Keys' }).waitFor();
    await button('Close').tap();
    await button('Predict').tap();
    await page.locator('loop-scope .question').first().waitFor();
  });
});
