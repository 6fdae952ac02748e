// The engine as JavaScript sees it (web/src/engine): load once, run many.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { loadEngine } from '../../build/wasm/node.mjs';

const folder = new URL('../../build/wasm/', import.meta.url);
let engine;
before(async () => {
  engine = await loadEngine(folder);
});

/** Runs a program to its end and collects what it wrote. */
function start(source, options = {}) {
  const seen = { out: '', err: '' };
  const run = engine.run(source, {
    output: (stream, text) => {
      if (stream === 1) seen.out += text;
      else seen.err += text;
    },
    ...options,
  });
  return { run, seen };
}
async function finish(source, options) {
  const { run, seen } = start(source, options);
  return { ...(await run.finished), ...seen };
}
const soon = (ms = 30) => new Promise((resolve) => setTimeout(resolve, ms));
/** Waits until something is so, however slow the machine. */
async function until(isSo) {
  while (!isSo()) await soon(5);
}
/** The first of several tries that took less than this, or all. A busy machine makes any of them longer; a mistake makes all of them longer. */
async function quickest(measure, limit) {
  const took = [];
  while (took.length < 20 && !(took.at(-1) < limit)) took.push(await measure());
  assert.ok(took.at(-1) < limit, took.join(' '));
  return took.at(-1);
}

const TWO_TASKS = `
import asyncio
async def a():
    print("A: start"); await asyncio.sleep(1); print("A: end")
async def b():
    print("B: start"); await asyncio.sleep(0.5); print("B: end")
async def main():
    await asyncio.gather(a(), b())
asyncio.run(main())
`;

test('a program runs on the virtual clock at once and in order', async () => {
  const { status, out, err } = await finish(TWO_TASKS);
  assert.equal(err, '');
  assert.equal(out, 'A: start\nB: start\nB: end\nA: end\n');
  assert.equal(status, 0);
  // Who waited for that would never be seen again.
  assert.equal((await finish('import asyncio\nasyncio.run(asyncio.sleep(10_000_000))\nprint("already")\n')).out, 'already\n');
});

test('the real clock waits as long as asked, and not much longer', async () => {
  const source = 'import asyncio, time\nasync def main():\n    t = time.monotonic()\n    await asyncio.sleep(0.2)\n    print(time.monotonic() - t)\nasyncio.run(main())\n';
  const waited = await quickest(async () => Number((await finish(source, { clock: 'real' })).out), 0.3);
  assert.ok(waited >= 0.2, `waited ${waited}`);
});

test('short sleeps on the real clock are not clamped to 4 ms each', async () => {
  const source = 'import asyncio, time\nasync def main():\n    gaps = []\n    for _ in range(100):\n        t = time.monotonic()\n        await asyncio.sleep(0.001)\n        gaps.append(time.monotonic() - t)\n    gaps.sort()\n    print(gaps[0], gaps[20])\nasyncio.run(main())\n';
  // The clamp would leave the first few alone; a busy machine leaves many.
  await quickest(async () => {
    const [least, fifth] = (await finish(source, { clock: 'real' })).out.split(' ').map(Number);
    assert.ok(least >= 0.001, `slept ${least}`);
    return fifth;
  }, 0.004);
});

test('speed makes the real clock run faster', async () => {
  const took = await quickest(async () => {
    const begin = performance.now();
    const { out } = await finish(TWO_TASKS, { clock: 'real', speed: 10 });
    assert.equal(out, 'A: start\nB: start\nB: end\nA: end\n');
    return performance.now() - begin;
  }, 800);
  assert.ok(took >= 95, `took ${took} ms`);
});

test('the exit status is that of Python', async () => {
  assert.equal((await finish('import sys\nsys.exit(7)\n')).status, 7);
  const failed = await finish('1 / 0\n');
  assert.equal(failed.status, 1);
  assert.match(failed.err, /^Traceback \(most recent call last\):\n {2}File "main.py", line 1, in <module>\n {4}1 \/ 0\n {4}~~\^~~\nZeroDivisionError: division by zero\n$/);
});

test('stop ends a program that waits', async () => {
  const { run, seen } = start('import asyncio\nasync def main():\n    print("waits")\n    await asyncio.sleep(3600)\n    print("never")\nasyncio.run(main())\n', { clock: 'real' });
  await until(() => seen.out !== '');
  run.stop();
  const { status, stopped } = await run.finished;
  assert.deepEqual({ status, stopped }, { status: 130, stopped: true });
  await soon();
  assert.equal(seen.out, 'waits\n');
});

test('stop ends an endless loop, and the host stays alive meanwhile', async () => {
  const { run } = start('while True:\n    pass\n');
  let turns = 0;
  const timer = setInterval(() => turns++, 5);
  await until(() => turns >= 5);
  run.stop();
  assert.equal((await run.finished).stopped, true);
  clearInterval(timer);
});

test('a second run is refused while one goes on, and allowed afterwards', async () => {
  const { run } = start('import time\ntime.sleep(3600)\n', { clock: 'real' });
  assert.throws(() => engine.run('print(1)'), /running already/);
  run.stop();
  await run.finished;
  assert.equal((await finish('print(1)')).out, '1\n');
});

test('pause in the middle of a slice holds the program at its end', async () => {
  for (const clock of ['virtual', 'real']) {
    let batches = 0;
    const run = engine.run('while True:\n    pass\n', { clock, records: () => { if (++batches === 1) run.pause(); } });
    await until(() => batches > 0);
    await soon(100);
    const held = batches;
    assert.ok(run.paused);
    await soon(100);
    assert.equal(batches, held);
    run.stop();
    assert.equal((await run.finished).stopped, true);
  }
});

test("threads that compute take turns of CPython's five milliseconds on the real clock", async () => {
  const { out } = await finish(`
import threading, time
seen = []
begin = time.perf_counter()
def work(n):
    while len(seen) < 20:
        if not seen or seen[-1] != n:
            seen.append(n)
threads = [threading.Thread(target=work, args=(n,)) for n in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(time.perf_counter() - begin)
`, { clock: 'real' });
  // The first one may find that its turn is nearly over, and the last one is not taken to its end.
  assert.ok(Number(out) > 18 * 0.005, `20 turns in ${out} s`);
});

test('pause holds the program and its clock, resume goes on', async () => {
  const begin = performance.now();
  const { run, seen } = start('import asyncio, time\nasync def main():\n    t = time.monotonic()\n    print("waits")\n    await asyncio.sleep(0.5)\n    print(time.monotonic() - t)\nasyncio.run(main())\n', {
    clock: 'real',
    events: (batch) => {
      if (batch.some(({ kind }) => kind === 'OUTPUT')) run.pause();
    },
  });
  await until(() => seen.out !== '');
  assert.equal(run.paused, true);
  const pause = performance.now();
  await soon(1000);
  assert.equal(seen.out, 'waits\n');
  const paused = performance.now() - pause;
  run.resume();
  await run.finished;
  const waited = Number(seen.out.split('\n')[1]);
  assert.ok(waited >= 0.5 && 1000 * waited <= performance.now() - begin - paused + 1, `waited ${waited}, paused for ${paused} ms of ${performance.now() - begin}`);
});

test('a program that only waits on the virtual clock gives others their turn', async () => {
  let beats = 0;
  const { run } = start('import asyncio\nasync def main():\n    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n', {
    events: (batch) => (beats += batch.length),
  });
  await until(() => beats > 0);
  run.pause();
  await soon(50);
  const held = beats;
  await soon(100);
  assert.equal(beats, held);
  run.stop();
  assert.equal((await run.finished).stopped, true);
});

test('step runs one line at a time', async () => {
  const lines = [];
  const { run } = start('a = 1\nb = 2\nc = 3\nprint(a + b + c)\n', {
    events: (batch) => lines.push(...batch.filter((event) => event.kind === 'LINE').map((event) => event.line)),
  });
  run.pause();
  const seen = [];
  for (let i = 0; i < 4; i++) {
    run.step('line');
    await until(() => lines.length > i);
    await soon(40);
    seen.push(lines.at(-1));
  }
  run.resume();
  await run.finished;
  assert.deepEqual(lines, [1, 2, 3, 4]);
  assert.deepEqual(seen, [1, 2, 3, 4]);
});

test('a step that is asked for before the program has begun is taken', async () => {
  const lines = [];
  const { run } = start('a = 1\nb = 2\n', {
    events: (batch) => lines.push(...batch.filter((event) => event.kind === 'LINE').map((event) => event.line)),
  });
  run.pause();
  run.step('line');
  await until(() => lines.length > 0);
  await soon(100);
  assert.deepEqual([lines, run.paused], [[1], true]);
  run.resume();
  await run.finished;
});

test('a syntax error says its line in the log', async () => {
  const problems = [];
  await finish('x = 1\ny = (\n', { events: (batch) => problems.push(...batch.filter((event) => event.kind === 'EXCEPTION')) });
  assert.deepEqual(problems.map(({ type, line }) => [type, line]), [['SyntaxError', 2]]);
});

test('SIGINT raises KeyboardInterrupt and ends with status 130', async () => {
  const { run, seen } = start('import time\ntry:\n    print("sleeps")\n    time.sleep(3600)\nfinally:\n    print("cleaned up")\n', { clock: 'real' });
  await until(() => seen.out !== '');
  run.signal(2);
  const { status } = await run.finished;
  assert.equal(seen.out, 'sleeps\ncleaned up\n');
  assert.match(seen.err, /KeyboardInterrupt\n$/);
  assert.equal(status, 130);
});

test('input() asks and gets lines, and EOFError at the end', async () => {
  const { run, seen } = start('name = input("name? ")\nprint("hello", name)\ntry:\n    input()\nexcept EOFError:\n    print("the end")\n', {
    clock: 'real',
    needInput: () => setTimeout(() => run.feed(asked++ === 0 ? 'Ada' : null), 10),
  });
  let asked = 0;
  await run.finished;
  assert.equal(seen.out, 'name? hello Ada\nthe end\n');
});

test('the memory limit is a MemoryError, and the run ends cleanly', async () => {
  const { status, err } = await finish('x = []\nwhile True:\n    x.append("abc" * 100000)\n', { maxMemory: 32 });
  assert.match(err, /MemoryError/);
  assert.equal(status, 1);
});

test('200 runs do not make memory grow', async () => {
  const source = 'import asyncio\nasync def main():\n    await asyncio.gather(*(asyncio.sleep(0.01, n) for n in range(50)))\nasyncio.run(main())\n';
  const measure = async () => {
    for (let i = 0; i < 50; i++) assert.equal((await finish(source)).status, 0);
    globalThis.gc?.();
    await soon(50);
    return process.memoryUsage().rss;
  };
  const first = await measure();
  await measure();
  await measure();
  const last = await measure();
  assert.ok(last - first < 150e6, `grew by ${((last - first) / 1e6).toFixed(0)} MB`);
});

test('events tell the story of two tasks', async () => {
  const events = [];
  await finish(TWO_TASKS, { events: (batch) => events.push(...batch) });
  const kinds = new Set(events.map((event) => event.kind));
  for (const kind of ['RUN_BEGINS', 'LOOP_MADE', 'TASK_MADE', 'TASK_STEP_BEGINS', 'TASK_STEP_ENDS', 'TIMER_SET', 'TIMER_FIRED', 'BATCH_BEGINS', 'WAIT_BEGINS', 'OUTPUT', 'LINE', 'RUN_ENDS']) {
    assert.ok(kinds.has(kind), `no ${kind} in the log`);
  }
  const made = events.filter((event) => event.kind === 'TASK_MADE');
  // Two more are the loop's own shutdown, as in CPython.
  assert.deepEqual(made.slice(0, 3).map((event) => event.name), ['Task-1', 'Task-2', 'Task-3']);
  const outputs = events.filter((event) => event.kind === 'OUTPUT');
  assert.deepEqual(outputs.map((event) => [event.text, event.by, event.time]), [
    ['A: start\n', made[1].task, 0], ['B: start\n', made[2].task, 0], ['B: end\n', made[2].task, 0.5], ['A: end\n', made[1].task, 1],
  ]);
});

test('check finds a syntax error without running', async () => {
  assert.equal(await engine.check('print(1)\n'), null);
  const problem = await engine.check('def f(:\n    pass\n');
  assert.equal(problem.line, 1);
  assert.equal(problem.message, 'invalid syntax');
});

test('files that a run is given are modules and data beside the program', async () => {
  const files = {
    'prices.py': 'import asyncio\nfrom data.rates import RATE\nasync def price(n):\n    await asyncio.sleep(1)\n    return n * RATE\n',
    'data/rates.py': 'RATE = 3\n',
    'data/names.txt': 'Ada\nGr\u00e4fin\n',
    'bytes.bin': new Uint8Array([0, 255, 10]),
    'random.py': 'def random():\n    return "the one beside the program"\n',
  };
  const program = `
import asyncio, os, random
from prices import price
print(asyncio.run(price(2)), random.random(), sorted(os.listdir()))
print(open('data/names.txt').read().split(), open('bytes.bin', 'rb').read(), open('prices.py').readline())
`;
  const { out, err, status } = await finish(program, { files, filename: 'shop.py' });
  assert.equal(err, '');
  assert.equal(out, "6 the one beside the program ['bytes.bin', 'data', 'prices.py', 'random.py', 'shop.py']\n['Ada', 'Gr\u00e4fin'] b'\\x00\\xff\\n' import asyncio\n\n");
  assert.equal(status, 0);
  const without = await finish('import prices');
  assert.match(without.err, /ModuleNotFoundError: No module named 'prices'\n$/);
});

test('modules that nobody gave are asked for when they are imported', async () => {
  const asked = [];
  const module = (path) => {
    asked.push(path);
    return path === 'late.py' ? new TextEncoder().encode('WORD = "late"\n') : null;
  };
  const { out } = await finish('import json\nprint("begins")\nimport late, late\nprint(late.WORD, json.dumps(1))\ntry:\n    import never\nexcept ImportError as error:\n    print(error)', { module });
  assert.equal(out, "begins\nlate 1\nNo module named 'never'\n");
  assert.ok(asked.includes('json.py') && asked.includes('never.py'), asked.join(' '));
});

// CPython 3.14 says this of modules in the program's own folder (Objects/moduleobject.c, Python/ceval.c).
test('errors of modules beside the program tell that they may hide others', async () => {
  const files = { 'string.py': 'import late\n', 'late.py': 'import string\nstring.ascii_letters\n', 'a.py': 'from b import B\n', 'b.py': 'from a import A\n' };
  const said = async (program) => (await finish(program, { files })).err.trimEnd().split('\n').at(-1);
  assert.equal(
    await said('import string'),
    "AttributeError: module 'string' has no attribute 'ascii_letters' (consider renaming '/home/loopscope/string.py' since it has the same name as the standard library module named 'string' and prevents importing that standard library module)",
  );
  assert.equal(
    await said('import a'),
    "ImportError: cannot import name 'A' from 'a' (consider renaming '/home/loopscope/a.py' if it has the same name as a library you intended to import)",
  );
});
