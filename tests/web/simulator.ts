/**
 * A small event loop in TypeScript that emits the engine's events: enough to make truthful logs for the tests of the
 * model and of the page. Tasks are generators that yield the future they await, or null for sleep(0).
 */
import {
  FUTURE_MADE_KIND as FUTURE,
  FUTURE_RESOLVED_OUTCOME as OUTCOME,
  HANDLE_QUEUED_KIND as HANDLE,
  TASK_STEP_ENDS_REASON as REASON,
} from '../../web/src/engine/events.generated';
import type { EngineEvent } from '../../web/src/engine/events.generated';

export interface SimFuture {
  readonly id: number;
  done: boolean;
  error: string | null;
  readonly callbacks: (() => void)[];
}

export interface SimTask extends SimFuture {
  readonly name: string;
  line: number;
}

export type Body = Generator<SimFuture | null, void, void>;
type WithoutTime<E> = E extends EngineEvent ? Omit<E, 'time'> : never;

interface SimHandle {
  readonly id: number;
  readonly run: () => void;
  deadline: number;
  cancelled: boolean;
}

export class Simulator {
  readonly events: EngineEvent[] = [];
  private ids = 0;
  private now = 0;
  private ready: SimHandle[] = [];
  private timers: SimHandle[] = [];
  private current: SimTask | null = null;
  private tasks = 0;
  private iteration = 0;
  private failed = false;
  private readonly workers: { at: number; run: () => void }[] = [];
  private loop = 0;

  emit(event: WithoutTime<EngineEvent>): void {
    this.events.push({ ...event, time: this.now });
  }

  line(line: number): void {
    if (this.current) this.current.line = line;
    this.emit({ kind: 'LINE', line, by: this.current?.id ?? 0 });
  }

  print(text: string, stream = 1, by = this.current?.id ?? 0): void {
    this.emit({ kind: 'OUTPUT', stream, by, line: this.current?.line ?? 0, text: `${text}\n` });
  }

  future(kind: number, label = ''): SimFuture {
    const future: SimFuture = { id: ++this.ids, done: false, error: null, callbacks: [] };
    this.emit({ kind: 'FUTURE_MADE', future: future.id, futureKind: kind, owner: this.current?.id ?? 0, label });
    return future;
  }

  resolve(future: SimFuture, error: string | null = null): void {
    if (future.done) return;
    future.done = true;
    future.error = error;
    const outcome = error === null ? OUTCOME.RESULT : OUTCOME.EXCEPTION;
    this.emit({ kind: 'FUTURE_RESOLVED', future: future.id, outcome, by: this.current?.id ?? 0 });
    for (const callback of future.callbacks) callback();
  }

  sleep(delay: number): SimFuture {
    const future = this.future(FUTURE.SLEEP);
    this.callLater(delay, () => this.resolve(future), 'sleep');
    return future;
  }

  callLater(delay: number, run: () => void, label: string): SimHandle {
    const handle = { id: ++this.ids, run, deadline: this.now + delay, cancelled: false };
    this.timers.push(handle);
    this.timers.sort((a, b) => a.deadline - b.deadline);
    this.emit({ kind: 'TIMER_SET', handle: handle.id, deadline: handle.deadline, owner: this.current?.id ?? 0, label });
    return handle;
  }

  callSoon(run: () => void, kind: number, subject: number, label: string): void {
    const handle = { id: ++this.ids, run, deadline: 0, cancelled: false };
    this.ready.push(handle);
    this.emit({ kind: 'HANDLE_QUEUED', handle: handle.id, handleKind: kind, subject, by: this.current?.id ?? 0, label });
  }

  spawn(coroutine: string, body: (sim: Simulator, self: SimTask) => Body, name = ''): SimTask {
    const task: SimTask = {
      id: ++this.ids,
      name: name || `Task-${(++this.tasks).toString()}`,
      line: 0,
      done: false,
      error: null,
      callbacks: [],
    };
    const by = this.current;
    this.emit({ kind: 'TASK_MADE', task: task.id, by: by?.id ?? 0, line: by?.line ?? 0, name: task.name, coroutine });
    const running = body(this, task);
    this.callSoon(() => this.step(task, running), HANDLE.TASK_STEP, task.id, '');
    return task;
  }

  gather(tasks: readonly SimTask[]): SimFuture {
    const outer = this.future(FUTURE.GATHER);
    let left = tasks.length;
    for (const task of tasks) {
      task.callbacks.push(() => {
        const check = (): void => {
          if (task.error !== null) this.resolve(outer, task.error);
          else if (--left === 0) this.resolve(outer);
        };
        this.callSoon(check, HANDLE.DONE_CALLBACK, task.id, 'gather: one is done');
      });
    }
    return outer;
  }

  /** A job beside the loop that blocks for so long. */
  toThread(job: string, seconds: number): SimFuture {
    const future = this.future(FUTURE.EXECUTOR_CALL);
    const worker = ++this.ids;
    this.emit({ kind: 'WORKER_BEGINS', worker, workerKind: 0, name: 'asyncio_0', job });
    this.emit({ kind: 'WORKER_PARKS', worker, deadline: this.now + seconds });
    const finish = (): void => {
      this.emit({ kind: 'WORKER_RESUMES', worker });
      this.print(`${job} is done`, 1, worker);
      this.emit({ kind: 'WORKER_ENDS', worker, outcome: 1 });
      this.resolve(future);
    };
    this.workers.push({ at: this.now + seconds, run: finish });
    return future;
  }

  /** time.sleep on the loop's own thread. */
  block(seconds: number): void {
    const task = this.current;
    this.emit({ kind: 'LOOP_BLOCKED', task: task?.id ?? 0, seconds, line: task?.line ?? 0, how: 0 });
    this.now += seconds;
  }

  /** asyncio.run of a main coroutine. */
  run(coroutine: string, body: (sim: Simulator, self: SimTask) => Body, lines: readonly number[] = [1]): EngineEvent[] {
    this.emit({ kind: 'RUN_BEGINS', clock: 1, file: 'main.py' });
    for (const line of lines) this.line(line);
    this.loop = ++this.ids;
    this.emit({ kind: 'LOOP_MADE', loop: this.loop });
    const main = this.spawn(coroutine, body);
    while (!main.done) this.iterate();
    this.emit({ kind: 'LOOP_CLOSED', loop: this.loop });
    if (main.error !== null) this.fail(main.error);
    this.emit({ kind: 'RUN_ENDS', status: this.failed ? 1 : 0 });
    return this.events;
  }

  private fail(error: string): void {
    this.failed = true;
    const [type = '', text = ''] = error.split(': ');
    this.emit({ kind: 'EXCEPTION', by: 0, line: 0, type, text });
    this.print(`Traceback (most recent call last):\n  File "main.py", line 9, in <module>\n    asyncio.run(main())\n${error}`, 2);
  }

  private iterate(): void {
    if (this.ready.length === 0) this.wait();
    this.fireTimers();
    const batch = this.ready.length;
    this.emit({ kind: 'BATCH_BEGINS', loop: this.loop, iteration: ++this.iteration, ready: batch });
    for (let i = 0; i < batch; i++) {
      const handle = this.ready.shift();
      if (!handle) break;
      this.emit({ kind: 'HANDLE_BEGINS', handle: handle.id });
      handle.run();
      this.emit({ kind: 'HANDLE_ENDS', handle: handle.id, seconds: 0 });
    }
    this.emit({ kind: 'BATCH_ENDS', loop: this.loop });
  }

  private wait(): void {
    const timer = this.timers[0]?.deadline ?? Infinity;
    this.workers.sort((a, b) => a.at - b.at);
    const worker = this.workers[0]?.at ?? Infinity;
    const until = Math.min(timer, worker);
    if (until === Infinity) throw new Error('the simulated program waits for ever');
    this.emit({ kind: 'WAIT_BEGINS', loop: this.loop, deadline: timer });
    const from = this.now;
    this.now = Math.max(this.now, until);
    if (worker <= timer) this.workers.shift()?.run();
    this.emit({ kind: 'WAIT_ENDS', loop: this.loop, waited: this.now - from });
  }

  private fireTimers(): void {
    const due = this.timers.filter((timer) => timer.deadline <= this.now);
    if (due.length === 0) return;
    this.timers = this.timers.filter((timer) => timer.deadline > this.now);
    this.emit({ kind: 'TIMERS_FIRE', loop: this.loop, count: due.length });
    for (const timer of due) {
      this.emit({ kind: 'TIMER_FIRED', handle: timer.id });
      this.ready.push(timer);
    }
  }

  private step(task: SimTask, body: Body): void {
    this.current = task;
    this.emit({ kind: 'TASK_STEP_BEGINS', task: task.id, line: task.line });
    const end = (reason: number, future: number): void => {
      this.emit({ kind: 'TASK_STEP_ENDS', task: task.id, reason, future, line: task.line });
    };
    let result: IteratorResult<SimFuture | null, void>;
    try {
      result = body.next();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      end(REASON.RAISED, 0);
      this.resolve(task, text);
      this.current = null;
      return;
    }
    if (result.done) {
      end(REASON.DONE, 0);
      this.resolve(task);
    } else if (result.value === null) {
      end(REASON.BARE_YIELD, 0);
      this.callSoon(() => this.step(task, body), HANDLE.TASK_STEP, task.id, '');
    } else this.suspend(task, body, result.value, end);
    this.current = null;
  }

  private suspend(task: SimTask, body: Body, future: SimFuture, end: (reason: number, future: number) => void): void {
    future.callbacks.push(() => this.callSoon(() => this.step(task, body), HANDLE.TASK_STEP, task.id, ''));
    this.emit({ kind: 'FUTURE_AWAITED', future: future.id, task: task.id });
    end(REASON.AWAITS_A_FUTURE, future.id);
  }
}
