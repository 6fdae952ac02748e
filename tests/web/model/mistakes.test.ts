/**
 * Mistake cards on runs of the engine itself: each mistake is told, with its line, and programs without mistakes get none.
 * Needs the built engine (build/wasm).
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { loadEngine } from '../../../web/src/engine/node';
import { findMistakes } from '../../../web/src/model/later/mistakes';
import type { Mistake } from '../../../web/src/model/later/mistakes';
import { TITLES } from '../../../web/src/model/later/text';
import { Recording } from '../../../web/src/model/recording';

const root = resolve(import.meta.dirname, '../../..');
const engine = await loadEngine(new URL(`file://${join(root, 'build/wasm')}/`));

/** What a thread waits for may never come: the log that ends with that goes no further. */
const standsStill = (recording: Recording): boolean => recording.end.last?.kind === 'THREAD_WAITS';

/** `isOver`: when a program that never ends has come to where it stays. */
async function mistakesOf(program: string, isOver: (recording: Recording) => boolean = (): boolean => false): Promise<readonly Mistake[]> {
  const recording = new Recording();
  const stop = (): void => run.stop();
  const events = (batch: readonly EngineEvent[]): void => {
    recording.append(batch);
    if (isOver(recording)) setTimeout(stop);
  };
  const run = engine.run(program, { clock: 'virtual', lines: true, events });
  const late = setTimeout(stop, 20_000);
  run.feed(null);
  await run.finished;
  clearTimeout(late);
  return findMistakes(recording, program);
}

const main = (body: string, before = ''): string => `import asyncio\nimport time\n\n${before}\nasync def main():\n${body.replace(/^/gm, '    ')}\n\nasyncio.run(main())\n`;

/** The program after the card's change. */
function mended(program: string, { fix }: Mistake): string {
  if (!fix) return program;
  const lines = program.split('\n');
  expect(lines.slice(fix.line - 1, fix.line - 1 + fix.remove.length)).toEqual(fix.remove);
  lines.splice(fix.line - 1, fix.remove.length, ...fix.insert);
  return lines.join('\n');
}

/** Programs that do on purpose what a card is about. */
const ON_PURPOSE: ReadonlySet<string> = new Set(['lost_tasks_collected.py', 'collected_tasks_that_survived_once.py', 'cancel_twice.py', '04_one_after_another.py', '26_nested_run.py', 'lock_order.py', 'fetch_urls_with_httpx_and_requests.py', 'failed_functions_keep_their_arguments.py', 'what_those_that_await_handle_is_not_seen_after_a_throw.py']);

const WORK = 'async def work(n):\n    await asyncio.sleep(n)\n    return n\n';

const WRONG: Readonly<Record<string, { readonly kind: string; readonly program: string; readonly blames: string }>> = {
  'a coroutine that was never awaited': { kind: 'neverAwaited', program: main('work(1)\nawait asyncio.sleep(0)', WORK), blames: 'work(1)' },
  'time.sleep while others could run': {
    kind: 'blocking',
    program: main('task = asyncio.create_task(work(0.1))\nawait asyncio.sleep(0)\ntime.sleep(1)\nawait task', WORK),
    blames: 'time.sleep(1)',
  },
  'waits one after another': { kind: 'oneByOne', program: main('a = await work(1)\nb = await work(2)\nprint(a + b)', WORK), blames: 'a = await work(1)' },
  'a nested run': { kind: 'nestedRun', program: main('asyncio.run(work(1))', WORK), blames: 'asyncio.run(work(1))' },
  'a deadlock': {
    kind: 'deadlock',
    program: main('a, b = asyncio.Lock(), asyncio.Lock()\nawait asyncio.gather(both(a, b), both(b, a))', 'async def both(a, b):\n    async with a:\n        await asyncio.sleep(0.1)\n        async with b:\n            print("both")\n'),
    blames: 'async with b:',
  },
  'an exception that nobody retrieved': {
    kind: 'neverRetrieved',
    program: main('task = asyncio.create_task(fail())\nawait asyncio.sleep(1)\ndel task', 'async def fail():\n    raise ValueError("no")\n'),
    blames: 'task = asyncio.create_task(fail())',
  },
  'a swallowed cancellation': {
    kind: 'swallowedCancel',
    program: main(
      'task = asyncio.create_task(stubborn())\nawait asyncio.sleep(0.1)\ntask.cancel()\nawait asyncio.sleep(1.5)\ntask.cancel()\nawait asyncio.sleep(0.1)',
      'async def stubborn():\n    for _ in range(3):\n        try:\n            await asyncio.sleep(1)\n        except asyncio.CancelledError:\n            print("no")\n',
    ),
    blames: 'except asyncio.CancelledError:',
  },
  'tasks that nobody keeps': {
    kind: 'fireAndForget',
    program: main('for n in range(80):\n    asyncio.create_task(work(1))\nawait asyncio.sleep(2)', WORK),
    blames: 'asyncio.create_task(work(1))',
  },
  'a task that nobody kept': {
    kind: 'lostTask',
    program: main(
      'asyncio.create_task(forever())\nawait asyncio.sleep(0.1)\ngc.collect()\nawait asyncio.sleep(0.1)',
      'import gc\n\nasync def forever():\n    await asyncio.get_running_loop().create_future()\n',
    ),
    blames: 'asyncio.create_task(forever())',
  },
  'a gather that was expected to cancel the others': {
    kind: 'gatherGoesOn',
    program: main(
      'try:\n    await asyncio.gather(fail(), work(1), tick())\nexcept ValueError as error:\n    print(error)\nawait asyncio.sleep(2)',
      `${WORK}\nasync def tick():\n    for _ in range(20):\n        await asyncio.sleep(0.5)\n\nasync def fail():\n    await asyncio.sleep(0.1)\n    raise ValueError("no")\n`,
    ),
    blames: 'await asyncio.gather(fail(), work(1), tick())',
  },
  'a lock held across a slow await': {
    kind: 'lockHeld',
    program: main(
      'lock = asyncio.Lock()\nawait asyncio.gather(*(one(lock, n) for n in range(5)))',
      'done = []\n\nasync def one(lock, n):\n    async with lock:\n        await asyncio.sleep(1)\n        done.append(n)\n',
    ),
    blames: 'await asyncio.sleep(1)',
  },
  "a thread's wait in a coroutine": {
    kind: 'threadWait',
    program: main('task = asyncio.create_task(work(0.1))\nthread = threading.Thread(target=time.sleep, args=(1,))\nthread.start()\nawait asyncio.sleep(0)\nthread.join()\nawait task', `import threading\n\n${WORK}`),
    blames: 'thread.join()',
  },
};

/** A task ticks, and the other one waits as a thread does for what a thread does after a second. */
const aside = (lines: string, before: string): string =>
  main(`task = asyncio.create_task(tick())\nawait asyncio.sleep(0)\n${lines}\nawait task`, `import concurrent.futures, queue, threading\n\nasync def tick():\n    for _ in range(3):\n        await asyncio.sleep(0.1)\n\n${before}\n`);
const later = (act: string): string => `def later():\n    time.sleep(1)\n    ${act}\n\n`;

/** What is waited for, the program, the card's words, and the line after its change; none: the words alone tell what to write. */
const THREAD_WAITS: readonly (readonly [string, string, string, string?])[] = [
  [
    "a thread's event",
    aside('threading.Thread(target=later).start()\ndone.wait()', `done = threading.Event()\n\n${later('done.set()')}`),
    "Task-1 waited 1.00 s for done to be set, and kept the loop's thread: Task-2 could have run. Awaiting asyncio.to_thread(event.wait) leaves the loop free.",
    'await asyncio.to_thread(done.wait)',
  ],
  [
    "a thread's queue",
    aside('threading.Thread(target=later).start()\nprint(jobs.get(timeout=5))', `jobs = queue.Queue()\n\n${later('jobs.put(1)')}`),
    "Task-1 waited 1.00 s for an item (jobs is empty), and kept the loop's thread: Task-2 could have run. Awaiting asyncio.to_thread(queue.get) leaves the loop free.",
    'print(await asyncio.to_thread(jobs.get, timeout=5))',
  ],
  [
    'the result of a pool',
    aside('pool = concurrent.futures.ThreadPoolExecutor()\nresult = pool.submit(later).result()', later('return 7')),
    "Task-1 waited 1.00 s for the result of later, and kept the loop's thread: Task-2 could have run. Awaiting asyncio.wrap_future(future) leaves the loop free.",
    'result = await asyncio.wrap_future(pool.submit(later))',
  ],
  [
    'the end of a pool',
    aside('with concurrent.futures.ThreadPoolExecutor() as pool:\n    pool.submit(later)', later('return 7')),
    "Task-1 waited 1.00 s for the end of ThreadPoolExecutor-0_0, and kept the loop's thread: Task-2 could have run. Await what the pool does before its block ends.",
  ],
  [
    'a lock that a thread has',
    aside('threading.Thread(target=later).start()\nawait asyncio.sleep(0)\nwith lock:\n    pass', `lock = threading.Lock()\n\ndef later():\n    with lock:\n        time.sleep(1)\n`),
    "Task-1 waited 1.00 s for lock, held by Thread-1 (later), and kept the loop's thread: Task-2 could have run. Do what needs it in a thread: await asyncio.to_thread(function).",
  ],
  [
    'a lock that a task has, for ever',
    main('await asyncio.gather(one(), one())', 'import threading\nlock = threading.Lock()\n\nasync def one():\n    with lock:\n        await asyncio.sleep(0.1)\n'),
    "Task-3 waits for lock, held by Task-2, and keeps the loop's thread: Task-2 can never run. Among tasks, asyncio.Lock leaves the loop free.",
  ],
  [
    'what the loop itself has to do, for ever',
    main('future = asyncio.run_coroutine_threadsafe(work(1), asyncio.get_running_loop())\nprint(future.result(timeout=None))', WORK),
    "Task-1 waits for the result of work, and keeps the loop's thread: nothing else can ever run. Awaiting asyncio.wrap_future(future) leaves the loop free.",
    'print(await asyncio.wait_for(asyncio.wrap_future(future), None))',
  ],
];

/** The programs of a folder that print no errors and are not about a mistake. */
function cleanPrograms(folder: string): string[] {
  const files = readdirSync(join(root, folder));
  return files
    .filter((file) => file.endsWith('.py') && !files.includes(file.replace(/\.py$/, '.err')) && !ON_PURPOSE.has(file))
    .sort()
    .map((file) => `${folder}/${file}`);
}

describe('mistake cards', () => {
  for (const [name, { kind, program, blames }] of Object.entries(WRONG)) {
    it(`tells of ${name}`, async () => {
      const found = await mistakesOf(program);
      const card = found.find((each) => each.kind === kind);
      expect(card, JSON.stringify(found)).toBeDefined();
      if (!card) return;
      expect(program.split('\n')[card.line - 1]?.trim()).toBe(blames);
      expect(card.why.length).toBeGreaterThan(20);
      expect(card.position).toBeGreaterThan(0);
      expect(card.fix).not.toBeNull();
      const better = mended(program, card);
      expect(await engine.check(better), better).toBeNull();
      expect(await mistakesOf(better), better).toEqual([]);
    });
  }

  for (const [name, program, why, better] of THREAD_WAITS) {
    it(`tells of a coroutine that waits as a thread does for ${name}`, async () => {
      const [card, ...others] = await mistakesOf(program, name.endsWith('for ever') ? standsStill : undefined);
      expect(card).toMatchObject({ kind: 'threadWait', why });
      expect(others).toEqual([]);
      expect(card?.fix?.insert.map((line) => line.trim())).toEqual(better && [better]);
      if (card && better) expect(await mistakesOf(mended(program, card))).toEqual([]);
    });
  }

  it('has a program for each kind of card', () => {
    expect(new Set(Object.values(WRONG).map(({ kind }) => kind))).toEqual(new Set(Object.keys(TITLES)));
  });

  it('says nothing where the program may mean it', async () => {
    const fine = [
      // Nobody else has anything to do while it sleeps.
      main('time.sleep(1)\nprint("done")'),
      // What is awaited second needs what came first.
      main('a = await work(1)\nb = await work(a)\nprint(b)', WORK),
      // Another task uses the waits.
      main('other = asyncio.create_task(work(3))\nawait work(1)\nawait work(1)\nawait other', WORK),
      // A time limit cancels, and the task goes on.
      main('for _ in range(2):\n    try:\n        async with asyncio.timeout(0.1):\n            await asyncio.sleep(1)\n    except TimeoutError:\n        pass'),
      // Many tasks at once, all of them kept.
      main('tasks = [asyncio.create_task(work(1)) for _ in range(80)]\nawait asyncio.gather(*tasks)', WORK),
      // The others of a gather that failed are awaited after all.
      main('tasks = [asyncio.create_task(each) for each in (fail(), work(1), work(2))]\ntry:\n    await asyncio.gather(*tasks)\nexcept ValueError:\n    await asyncio.wait(tasks)', `${WORK}\nasync def fail():\n    raise ValueError("no")\n`),
      // A lock held for long that one other waits for, and one held shortly that many wait for.
      main('lock = asyncio.Lock()\nawait asyncio.gather(one(lock), one(lock))', 'async def one(lock):\n    async with lock:\n        await asyncio.sleep(1)\n'),
      // A thread waits for another, and the loop does not; or does, and nobody else has anything to do.
      aside('await asyncio.to_thread(later)', 'def later():\n    thread = threading.Thread(target=time.sleep, args=(1,))\n    thread.start()\n    thread.join()\n'),
      main('thread = threading.Thread(target=time.sleep, args=(1,))\nthread.start()\nthread.join()', 'import threading'),
      main('lock = asyncio.Lock()\nawait asyncio.gather(*(one(lock) for _ in range(9)))', 'async def one(lock):\n    async with lock:\n        await asyncio.sleep(0.01)\n'),
    ];
    for (const program of fine) expect(await mistakesOf(program), program).toEqual([]);
  });

  it('tells the lessons that show a mistake from those that do not', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const file of readdirSync(join(root, 'examples')).filter((name) => name.endsWith('.py'))) {
      const kinds = [...new Set((await mistakesOf(readFileSync(join(root, 'examples', file), 'utf8'))).map(({ kind }) => kind))];
      if (kinds.length > 0) found[file.slice(0, 2)] = kinds;
    }
    expect(found).toEqual({
      '04': ['oneByOne'],
      '10': ['blocking'],
      '25': ['neverAwaited'],
      '26': ['nestedRun'],
      '27': ['neverRetrieved'],
    });
  });

  it('shows no card for a hundred correct programs', { timeout: 240_000 }, async () => {
    const wrong: string[] = [];
    let count = 0;
    for (const file of ['tests/programs/asyncio', 'tests/programs/network', 'examples'].flatMap(cleanPrograms)) {
      const text = readFileSync(join(root, file), 'utf8');
      // These show on purpose what goes wrong: also tasks that a loop leaves, or a collection takes.
      if (/never awaited|time\.sleep|was never retrieved|_log_destroy_pending|filterwarnings|sys\.stdin|_run_once|nobody holds|closed is let go/.test(text)) continue;
      count++;
      for (const { kind, line } of await mistakesOf(text)) wrong.push(`${file}:${line} ${kind}`);
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(100);
  });
});
