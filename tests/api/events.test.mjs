/** What the event log says of waits, workers and deadlines: it must be true on either clock. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadEngine } from '../../build/wasm/node.mjs';

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

  it('tells the lines of the program, where it waits or fails in another file too', async () => {
    const util = `import asyncio\n${'\n'.repeat(40)}async def pause(n):\n    await asyncio.sleep(n)\n    if n > 1: raise ValueError(n)\n`;
    const events = await eventsOf('import asyncio\nfrom util import pause\nasync def main():\n    await pause(1)\n    await asyncio.create_task(pause(1))\n    await pause(2)\nasyncio.run(main())\n',
      'virtual', { files: { 'util.py': util } });
    const ends = (name) => {
      const { task } = only(events, 'TASK_MADE').find((event) => event.coroutine === name);
      return only(events, 'TASK_STEP_ENDS').filter((event) => event.task === task).map((event) => event.line);
    };
    assert.deepEqual(ends('main'), [4, 5, 6, 0]);
    assert.deepEqual(ends('pause'), [0, 0]);
    assert.equal(only(events, 'EXCEPTION').at(-1).line, 6);
  });

  it('tells deadlines in the same seconds as its own times', async () => {
    const events = await eventsOf('import asyncio\nasync def main(): await asyncio.sleep(0.05)\nasyncio.run(main())\n', 'real');
    const [timer] = only(events, 'TIMER_SET');
    assert.ok(Math.abs(timer.deadline - timer.time - 0.05) < 0.04, `${timer.time} ${timer.deadline}`);
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
      assert.deepEqual(held.map((event) => [event.task, event.how, event.seconds >= 0.1]), [[heavy.task, 1, true]]);
      assert.ok([5, 6].includes(held[0].line), `line ${held[0].line}`);
    }
  });
});
