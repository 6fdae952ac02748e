/**
 * A state in the making. Its tables are edits of the base's, so that folding one event costs little and leaves the base
 * as it was. A draft never leaves `fold`.
 */
import { EMPTY_STATE } from './state';
import type { AwaitCount, Future, Handle, Id, LoopState, SharedObject, Socket, Task, TaskPhase, ThreadWait, Timer, Worker } from './state';
import type { IdMapEdit } from './id_map';

/** Told whenever a task, worker or the loop changes its phase; the timeline listens. */
export type PhaseListener = (lane: Id, phase: LanePhase, position: number) => void;
export type LanePhase = TaskPhase | 'parked' | 'blocked' | 'idle';

type Simple = Omit<LoopState, 'ready' | 'places' | 'timers' | 'tasks' | 'futures' | 'workers' | 'threadWaits' | 'threads' | 'sockets' | 'objects' | 'objectsAlive' | 'alive' | 'awaits'>;

export class Draft {
  readonly timers: IdMapEdit<Timer>;
  readonly tasks: IdMapEdit<Task>;
  readonly futures: IdMapEdit<Future>;
  readonly workers: IdMapEdit<Worker>;
  readonly threadWaits: IdMapEdit<ThreadWait>;
  readonly threads: IdMapEdit<Id>;
  readonly sockets: IdMapEdit<Socket>;
  readonly objects: IdMapEdit<SharedObject>;
  readonly objectsAlive: IdMapEdit<true>;
  readonly awaits: IdMapEdit<AwaitCount>;
  /** All fields that are not tables. */
  readonly now: { -readonly [K in keyof Simple]: Simple[K] };
  private readonly ready: IdMapEdit<Handle>;
  private readonly places: IdMapEdit<number>;
  private readonly alive: IdMapEdit<true>;

  constructor(
    base: LoopState,
    private readonly listener: PhaseListener | null,
  ) {
    this.timers = base.timers.edit();
    this.tasks = base.tasks.edit();
    this.futures = base.futures.edit();
    this.workers = base.workers.edit();
    this.threadWaits = base.threadWaits.edit();
    this.threads = base.threads.edit();
    this.sockets = base.sockets.edit();
    this.objects = base.objects.edit();
    this.objectsAlive = base.objectsAlive.edit();
    this.ready = base.ready.edit();
    this.places = base.places.edit();
    this.alive = base.alive.edit();
    this.awaits = base.awaits.edit();
    this.now = { ...base };
  }

  tell(lane: Id, phase: LanePhase): void {
    this.listener?.(lane, phase, this.now.position);
  }

  addTask(task: Task): void {
    this.tasks.set(task.id, task);
    this.alive.set(task.id, true);
    this.tell(task.id, task.phase);
  }

  setPhase(task: Task, phase: TaskPhase, changes: Partial<Task> = {}): void {
    if (task.phase !== phase) this.tell(task.id, phase);
    this.tasks.set(task.id, { ...task, ...changes, phase, since: this.now.time });
    if (phase !== 'ready' && phase !== 'running' && phase !== 'waiting') this.alive.delete(task.id);
  }

  /** The handle of this id in the ready queue. */
  queued(id: Id): Handle | undefined {
    return this.ready.get(this.places.get(id) ?? -1);
  }

  /** Puts a handle at the end of the ready queue, or another one in the place of the one that has its id. */
  queue(handle: Handle): void {
    const place = this.places.get(handle.id) ?? this.now.nextPlace++;
    this.places.set(handle.id, place);
    this.ready.set(place, { ...handle, place });
  }

  /** Takes the handle out of the ready queue. */
  take(id: Id): Handle | undefined {
    const handle = this.queued(id);
    if (!handle) return undefined;
    this.ready.delete(handle.place);
    this.places.delete(id);
    return handle;
  }

  /** Drops what the batch left behind. */
  endBatch(): void {
    for (let place = this.ready.first(); place >= 0 && place < this.now.batchEnd; place = this.ready.first()) {
      this.places.delete(this.ready.get(place)?.id ?? -1);
      this.ready.delete(place);
    }
    this.now.batchEnd = 0;
  }

  done(): LoopState {
    return {
      ...EMPTY_STATE,
      ...this.now,
      ready: this.ready.done(),
      places: this.places.done(),
      timers: this.timers.done(),
      tasks: this.tasks.done(),
      futures: this.futures.done(),
      workers: this.workers.done(),
      threadWaits: this.threadWaits.done(),
      threads: this.threads.done(),
      sockets: this.sockets.done(),
      objects: this.objects.done(),
      objectsAlive: this.objectsAlive.done(),
      alive: this.alive.done(),
      awaits: this.awaits.done(),
    };
  }
}
