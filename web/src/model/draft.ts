/**
 * A state in the making. Tables are copied on the first write, so that folding one event costs little and folding a
 * thousand costs one copy. A draft never leaves `fold`.
 */
import { EMPTY_STATE } from './state';
import type { Future, Handle, Id, LoopState, Task, TaskPhase, Timer, Worker } from './state';

class DraftMap<V> {
  private own: Map<Id, V> | null = null;
  constructor(private readonly base: ReadonlyMap<Id, V>) {}

  get(id: Id): V | undefined {
    return (this.own ?? this.base).get(id);
  }
  has(id: Id): boolean {
    return (this.own ?? this.base).has(id);
  }
  set(id: Id, value: V): void {
    this.write().set(id, value);
  }
  delete(id: Id): void {
    if (this.has(id)) this.write().delete(id);
  }
  get size(): number {
    return (this.own ?? this.base).size;
  }
  done(): ReadonlyMap<Id, V> {
    return this.own ?? this.base;
  }
  private write(): Map<Id, V> {
    return (this.own ??= new Map(this.base));
  }
}

class DraftSet {
  private own: Set<Id> | null = null;
  constructor(private readonly base: ReadonlySet<Id>) {}

  add(id: Id): void {
    this.write().add(id);
  }
  delete(id: Id): void {
    if ((this.own ?? this.base).has(id)) this.write().delete(id);
  }
  done(): ReadonlySet<Id> {
    return this.own ?? this.base;
  }
  private write(): Set<Id> {
    return (this.own ??= new Set(this.base));
  }
}

/** Told whenever a task, worker or the loop changes its phase; the timeline listens. */
export type PhaseListener = (lane: Id, phase: LanePhase, position: number) => void;
export type LanePhase = TaskPhase | 'parked' | 'blocked' | 'idle';

type Simple = Omit<LoopState, 'ready' | 'timers' | 'tasks' | 'futures' | 'workers' | 'alive'>;

export class Draft {
  readonly timers: DraftMap<Timer>;
  readonly tasks: DraftMap<Task>;
  readonly futures: DraftMap<Future>;
  readonly workers: DraftMap<Worker>;
  readonly alive: DraftSet;
  /** All fields that are not tables. */
  readonly now: { -readonly [K in keyof Simple]: Simple[K] };
  private queue: Handle[];
  private head = 0;
  private queueChanged = false;

  constructor(
    private readonly base: LoopState,
    private readonly listener: PhaseListener | null,
  ) {
    this.timers = new DraftMap(base.timers);
    this.tasks = new DraftMap(base.tasks);
    this.futures = new DraftMap(base.futures);
    this.workers = new DraftMap(base.workers);
    this.alive = new DraftSet(base.alive);
    this.now = { ...base };
    this.queue = base.ready.slice();
  }

  tell(lane: Id, phase: LanePhase): void {
    this.listener?.(lane, phase, this.now.position);
  }

  setPhase(task: Task, phase: TaskPhase, changes: Partial<Task> = {}): void {
    if (task.phase !== phase) this.tell(task.id, phase);
    this.tasks.set(task.id, { ...task, ...changes, phase, since: this.now.time });
    if (phase !== 'ready' && phase !== 'running' && phase !== 'waiting') this.alive.delete(task.id);
  }

  queued(id: Id): Handle | undefined {
    for (let i = this.head; i < this.queue.length; i++) if (this.queue[i]?.id === id) return this.queue[i];
    return undefined;
  }

  push(handle: Handle): void {
    this.queueChanged = true;
    this.queue.push(handle);
  }

  /** Takes the handle out of the queue; nearly always it is the first one. */
  take(id: Id): Handle | undefined {
    for (let i = this.head; i < this.queue.length; i++) {
      const handle = this.queue[i];
      if (handle?.id !== id) continue;
      this.queueChanged = true;
      if (i === this.head) this.head++;
      else this.queue.splice(i, 1);
      return handle;
    }
    return undefined;
  }

  /** Rewrites every queued handle; `change` returns null to drop one. */
  rewrite(change: (handle: Handle) => Handle | null): void {
    this.queueChanged = true;
    const kept: Handle[] = [];
    for (let i = this.head; i < this.queue.length; i++) {
      const handle = this.queue[i];
      const next = handle ? change(handle) : null;
      if (next) kept.push(next);
    }
    this.queue = kept;
    this.head = 0;
  }

  done(): LoopState {
    return {
      ...EMPTY_STATE,
      ...this.now,
      ready: this.queueChanged ? this.queue.slice(this.head) : this.base.ready,
      timers: this.timers.done(),
      tasks: this.tasks.done(),
      futures: this.futures.done(),
      workers: this.workers.done(),
      alive: this.alive.done(),
    };
  }
}
