/** What the event log says of waits, workers and deadlines: it must be true on either clock. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LINE_BITS, loadEngine } from '../../build/wasm/node.mjs';

const engine = await loadEngine(new URL('../../build/wasm/', import.meta.url));

async function eventsOf(source, clock = 'virtual', options = {}) {
  const events = [];
  await engine.run(source, { clock, ...options, events: (batch) => events.push(...batch) }).finished;
  return events;
}

const only = (events, kind) => events.filter((event) => event.kind === kind);

describe('the event log', () => {
  it('says that an await went straight through only when it did', async () => {
    const events = await eventsOf(
      'import asyncio\nasync def quick(): pass\nasync def slow(): await asyncio.sleep(1)\n' +
        'async def main():\n    await quick()\n    await asyncio.sleep(1)\n    await slow()\n    await asyncio.sleep(0)\nasyncio.run(main())\n',
    );
    assert.deepEqual(only(events, 'AWAIT_STRAIGHT').map((event) => event.line), [5]);
  });

  describe('of files beside the program', () => {
    const util = `import asyncio\n${'\n'.repeat(40)}async def pause(n):\n    await asyncio.sleep(n)\n    if n > 1: raise ValueError(n)\n`;
    const main = 'import asyncio\nfrom util import pause\nasync def main():\n    await pause(1)\n    await asyncio.create_task(pause(1))\n    await pause(2)\nasyncio.run(main())\n';
    /** The line, with its file where that is not the program. */
    const placeIn = (events) => (line) => {
      const files = only(events, 'FILE_TOLD').map(({ path }) => path);
      return line >>> LINE_BITS === 0 ? line : `${files[(line >>> LINE_BITS) - 1]}:${line & ((1 << LINE_BITS) - 1)}`;
    };

    it('tells which file a line is in, where a task waits and where an error was raised', async () => {
      const events = await eventsOf(main, 'virtual', { files: { 'util.py': util } });
      const place = placeIn(events);
      assert.deepEqual(only(events, 'FILE_TOLD').map(({ number, path }) => [number, path]), [[1, 'util.py']]);
      const lines = [...new Set(only(events, 'LINE').map(({ line }) => place(line)))];
      assert.deepEqual(lines, [1, 2, 'util.py:1', 'util.py:42', 3, 7, 4, 'util.py:43', 'util.py:44', 5, 6]);
      const ends = (name) => {
        const { task } = only(events, 'TASK_MADE').find((event) => event.coroutine === name);
        return only(events, 'TASK_STEP_ENDS').filter((event) => event.task === task).map((event) => place(event.line));
      };
      assert.deepEqual(ends('main'), ['util.py:43', 5, 'util.py:43', 0]);
      assert.deepEqual(ends('pause'), ['util.py:43', 0]);
      assert.equal(place(only(events, 'EXCEPTION').at(-1).line), 'util.py:44');
    });

    it('gives files their numbers in the order in which they are compiled, those in folders too', async () => {
      const files = { 'a.py': 'import pack.b\nX = 1\n', 'pack/__init__.py': '', 'pack/b.py': 'Y = 2\n', 'never.py': '' };
      const events = await eventsOf('import a\nexec("Z = 3")\n', 'virtual', { files });
      assert.deepEqual(only(events, 'FILE_TOLD').map(({ number, path }) => [number, path]), [[1, 'a.py'], [2, 'pack/__init__.py'], [3, 'pack/b.py']]);
      assert.deepEqual(only(events, 'LINE').map(({ line }) => placeIn(events)(line)), [1, 'a.py:1', 'pack/b.py:1', 'a.py:2', 2]);
    });

    it('tells no lines of modules that the program writes itself, and none at all when lines are not wanted', async () => {
      const written = 'open("made.py", "w").write("X = 1\\nY = 2\\n")\nimport made\nprint(made.Y)\n';
      const events = await eventsOf(written);
      assert.deepEqual(only(events, 'FILE_TOLD'), []);
      assert.deepEqual(only(events, 'LINE').map(({ line }) => line), [1, 2, 3]);
      const quiet = await eventsOf('import a\n', 'virtual', { files: { 'a.py': 'X = 1\n' }, lines: false });
      assert.deepEqual([only(quiet, 'FILE_TOLD'), only(quiet, 'LINE')], [[], []]);
    });

    it('blames a file that cannot be understood, not the program', async () => {
      const events = await eventsOf('x = 1\nimport broken\n', 'virtual', { files: { 'broken.py': 'a = 1\nb = = 2\n' } });
      assert.equal(placeIn(events)(only(events, 'EXCEPTION').at(-1).line), 'broken.py:2');
    });
  });

  it('tells deadlines in the same seconds as its own times', async () => {
    const events = await eventsOf('import asyncio\nasync def main(): await asyncio.sleep(0.05)\nasyncio.run(main())\n', 'real');
    const [timer] = only(events, 'TIMER_SET');
    // Between the two the machine may do something else.
    assert.ok(timer.deadline >= 0.05 && timer.deadline - timer.time <= 0.05, `${timer.time} ${timer.deadline}`);
    const [wait] = only(events, 'WAIT_BEGINS');
    assert.equal(wait.deadline, timer.deadline);
  });

  it('names what a worker does and keeps its doings apart from the tasks', async () => {
    const events = await eventsOf(
      'import asyncio, time\ndef job():\n    time.sleep(0.3)\n    return 1\nasync def main():\n    t = asyncio.create_task(asyncio.sleep(0.1))\n' +
        '    await asyncio.to_thread(job)\n    await t\nasyncio.run(main())\n',
    );
    const [begins] = only(events, 'WORKER_BEGINS');
    assert.equal(begins.job, 'job');
    const lines = only(events, 'LINE').filter((event) => event.line === 3 || event.line === 4);
    assert.deepEqual(lines.map((event) => event.by), [begins.worker, begins.worker]);
    const fired = only(events, 'TIMER_FIRED')[0];
    assert.equal(only(events, 'HANDLE_QUEUED').find((event) => event.handle === fired.handle).by, 0);
  });

  it('says what kind of thing a task waits for', async () => {
    const events = await eventsOf(
      'import asyncio\nasync def main():\n    queue, event, lock = asyncio.Queue(1), asyncio.Event(), asyncio.Lock()\n    await lock.acquire()\n    queue.put_nowait(1)\n' +
        '    await asyncio.gather(*[asyncio.wait_for(each, 1) for each in (lock.acquire(), event.wait(), asyncio.Queue().get(), queue.put(2), queue.join())],\n' +
        '                         return_exceptions=True)\nasyncio.run(main())\n',
    );
    const kinds = only(events, 'FUTURE_MADE').map((event) => event.futureKind);
    for (const kind of [2, 4, 5, 6, 7, 8]) assert.ok(kinds.includes(kind), `${kind} in ${kinds}`);
  });

  it('says when time.sleep begins to hold the loop', async () => {
    const events = await eventsOf('import asyncio, time\nasync def main():\n    time.sleep(0.4)\nasyncio.run(main())\n');
    const at = events.findIndex((event) => event.kind === 'LOOP_BLOCKED');
    assert.deepEqual([events[at].seconds, events[at].line], [0.4, 3]);
    assert.ok(events[at + 1].time - events[at].time >= 0.4);
  });

  it('says on either clock who computed for long, and where', async () => {
    const source =
      'import asyncio\nasync def quick(): await asyncio.sleep(0)\nasync def heavy():\n    total = 0\n    for i in range(20_000_000):\n        total += i * i\n' +
      'async def main():\n    await asyncio.gather(quick(), heavy(), quick())\nasyncio.run(main())\n';
    for (const clock of ['virtual', 'real']) {
      const events = [];
      await engine.run(source, { clock, lines: false, events: (batch) => events.push(...batch) }).finished;
      const heavy = only(events, 'TASK_MADE').find((event) => event.coroutine === 'heavy');
      const held = only(events, 'LOOP_BLOCKED');
      // On a busy machine others may seem to compute for long.
      const longest = held.toSorted((a, b) => b.seconds - a.seconds)[0];
      assert.deepEqual([longest.task, longest.how, longest.seconds >= 0.1], [heavy.task, 1, true]);
      assert.ok([5, 6].includes(longest.line), `line ${longest.line}`);
    }
  });
});
