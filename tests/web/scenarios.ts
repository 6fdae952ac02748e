/** Programs with the log that the engine makes of them, for tests and for looking at the page without the engine. */
import { FUTURE_MADE_KIND as FUTURE } from '../../web/src/engine/events.generated';
import type { EngineEvent } from '../../web/src/engine/events.generated';
import { Simulator } from './simulator';
import type { Body, SimFuture, SimTask } from './simulator';

export interface Scenario {
  readonly source: string;
  /** Programs with this text get this log. */
  readonly marker: string;
  readonly events: () => EngineEvent[];
}

const TWO_TASKS = `"""Two tasks

A sleeps longer than B: watch who ends first.
"""
import asyncio


async def worker(name, delay):
    print(f"{name}: start")
    await asyncio.sleep(delay)
    print(f"{name}: end")


async def main():
    await asyncio.gather(worker("A", 1), worker("B", 0.5))


asyncio.run(main())
`;

function* worker(sim: Simulator, name: string, delay: number): Body {
  sim.line(9);
  sim.print(`${name}: start`);
  sim.line(10);
  yield sim.sleep(delay);
  sim.line(11);
  sim.print(`${name}: end`);
}

function twoTasks(): EngineEvent[] {
  return new Simulator().run(
    'main',
    function* (sim) {
      sim.line(15);
      const a = sim.spawn('worker', (s) => worker(s, 'A', 1));
      const b = sim.spawn('worker', (s) => worker(s, 'B', 0.5));
      yield sim.gather([a, b]);
    },
    [1, 5, 8, 14, 18],
  );
}

const FAILURE = `"""An error in a task

The exception travels to whoever awaits the task.
"""
import asyncio


async def fails():
    await asyncio.sleep(0.2)
    raise ValueError("no luck")


async def main():
    task = asyncio.create_task(fails())
    await task


asyncio.run(main())
`;

function failure(): EngineEvent[] {
  return new Simulator().run(
    'main',
    function* (sim) {
      sim.line(14);
      const task = sim.spawn('fails', function* (s) {
        s.line(9);
        yield s.sleep(0.2);
        s.line(10);
        throw new Error('ValueError: no luck');
      });
      sim.line(15);
      yield task;
      if (task.error !== null) throw new Error(task.error);
    },
    [1, 5, 8, 13, 18],
  );
}

const MANY = `"""A queue, a thread and a blocking sleep

Three workers take items; a thread works beside the loop; time.sleep stops everybody.
"""
import asyncio
import time


async def worker(queue):
    while True:
        item = await queue.get()
        print("item", item)
        await asyncio.sleep(0.3 * item)
        queue.task_done()


async def report():
    await asyncio.to_thread(time.sleep, 0.8)
    print("report is ready")


async def main():
    queue = asyncio.Queue()
    workers = [asyncio.create_task(worker(queue)) for _ in range(3)]
    side = asyncio.create_task(report())
    for item in range(1, 6):
        await asyncio.sleep(0.1)
        queue.put_nowait(item)
    time.sleep(0.4)
    await queue.join()
    await side


asyncio.run(main())
`;

class SimQueue {
  private readonly items: number[] = [];
  private readonly getters: SimFuture[] = [];
  private open = 0;
  private joiner: SimFuture | null = null;
  constructor(private readonly sim: Simulator) {}

  put(item: number): void {
    this.open++;
    this.items.push(item);
    const getter = this.getters.shift();
    if (getter) this.sim.resolve(getter);
  }
  *get(): Generator<SimFuture, number, void> {
    while (this.items.length === 0) {
      const getter = this.sim.future(FUTURE.QUEUE_GETTER);
      this.getters.push(getter);
      yield getter;
    }
    return this.items.shift() ?? 0;
  }
  taskDone(): void {
    if (--this.open === 0 && this.joiner) this.sim.resolve(this.joiner);
  }
  join(): SimFuture {
    this.joiner = this.sim.future(FUTURE.QUEUE_JOIN);
    return this.joiner;
  }
}

function* takeItems(sim: Simulator, queue: SimQueue): Body {
  for (;;) {
    sim.line(11);
    const item = yield* queue.get();
    sim.line(12);
    sim.print(`item ${item.toString()}`);
    sim.line(13);
    yield sim.sleep(0.3 * item);
    sim.line(14);
    queue.taskDone();
  }
}

function* report(sim: Simulator): Body {
  sim.line(18);
  yield sim.toThread('time.sleep', 0.8);
  sim.line(19);
  sim.print('report is ready');
}

function many(): EngineEvent[] {
  return new Simulator().run(
    'main',
    function* (sim) {
      const queue = new SimQueue(sim);
      sim.line(23);
      sim.line(24);
      const tasks: SimTask[] = [];
      for (let i = 0; i < 3; i++) tasks.push(sim.spawn('worker', (s) => takeItems(s, queue)));
      sim.line(25);
      const side = sim.spawn('report', report);
      for (let item = 1; item < 6; item++) {
        sim.line(26);
        sim.line(27);
        yield sim.sleep(0.1);
        sim.line(28);
        queue.put(item);
      }
      sim.line(29);
      sim.block(0.4);
      sim.line(30);
      yield queue.join();
      sim.line(31);
      if (!side.done) yield side;
    },
    [1, 5, 6, 9, 17, 22, 34],
  );
}

export const SCENARIOS: Readonly<Record<'twoTasks' | 'failure' | 'many', Scenario>> = {
  twoTasks: { source: TWO_TASKS, marker: 'task_b', events: twoTasks },
  failure: { source: FAILURE, marker: 'ValueError', events: failure },
  many: { source: MANY, marker: 'Queue', events: many },
};
