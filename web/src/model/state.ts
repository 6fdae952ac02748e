/**
 * What a run looks like at one moment. A state is never changed: folding events into it makes another one that shares
 * what stayed the same.
 */
import type { EngineEvent } from '../engine/events.generated';
import { IdMap } from './id_map';
import type { CancelCause, SharedObject } from './objects';

export type { CancelCause, SharedObject } from './objects';

/** Names a loop, task, future, handle or worker of one run; 0 is "none". */
export type Id = number;

/** `ready` is woken but not yet run; `waiting` is suspended at an await. */
export type TaskPhase = 'ready' | 'running' | 'waiting' | 'done' | 'failed' | 'cancelled' | 'lost';

/** What a thread blocks at, and the line that it came from. */
export interface ThreadWait extends WaitReason {
  readonly line: number;
}

/** What a suspended task or a thread waits for. */
export interface WaitReason {
  readonly future: Id;
  /** A FUTURE_MADE kind, or -1 when the future is another task. */
  readonly futureKind: number;
  readonly label: string;
  /** The timer that ends a sleep, 0 when there is none. */
  readonly timer: Id;
  /** That timer's deadline in seconds, NaN when there is none. */
  readonly deadline: number;
  /** The lock, queue, group or other thing in whose line it stands, 0 for none. */
  readonly object: Id;
}

export interface Task {
  readonly id: Id;
  /** Tasks are counted in the order they were made; the count chooses colour and shape. */
  readonly ordinal: number;
  readonly name: string;
  readonly coroutine: string;
  readonly by: Id;
  readonly madeAt: number;
  readonly phase: TaskPhase;
  /** Since when it is in this phase, in seconds. */
  readonly since: number;
  /** It has run; its line may still be unknown, when its coroutine is not the program's own. */
  readonly started: boolean;
  /** Where it runs, waits or will go on; 0 when not known. */
  readonly line: number;
  readonly waits: WaitReason | null;
  readonly cancelAsked: boolean;
  /** Why it was asked to end the last time; null while nobody did. */
  readonly cancel: CancelCause | null;
  /** The last timer it asked for during its current step. */
  readonly timer: Id;
}

export interface Future {
  readonly id: Id;
  readonly kind: number;
  readonly owner: Id;
  readonly label: string;
  readonly waiters: readonly Id[];
  /** The thing in whose line it stands, 0 for none. */
  readonly object: Id;
  /** Tasks and futures by whose end it ends (gather, wait, shield). */
  readonly needs: IdMap<true>;
}

export const PLAIN_FUTURE: Omit<Future, 'id'> = { kind: -1, owner: 0, label: '', waiters: [], object: 0, needs: IdMap.empty() };

/** The label of the timer with which asyncio.sleep ends. */
export const SLEEP = 'sleep';

export interface Handle {
  readonly id: Id;
  readonly kind: number;
  readonly subject: Id;
  /** The task that it makes go on, directly or by the end of its sleep; 0 for none. */
  readonly about: Id;
  readonly by: Id;
  readonly label: string;
  /** Its place in line: whoever has the smaller number goes first. */
  readonly place: number;
  readonly cancelled: boolean;
}

export interface Timer {
  readonly id: Id;
  readonly deadline: number;
  readonly set: number;
  readonly owner: Id;
  readonly label: string;
  readonly cancelled: boolean;
}

export type WorkerPhase = 'running' | 'parked' | 'done' | 'failed';

export interface Worker {
  readonly id: Id;
  readonly ordinal: number;
  readonly kind: number;
  readonly name: string;
  readonly job: string;
  readonly phase: WorkerPhase;
  /** Somebody has let it go on, and it has not run yet. */
  readonly woken: boolean;
  readonly since: number;
  readonly deadline: number;
  readonly line: number;
}

/** One end of a connection, or a listener. */
export interface Socket {
  readonly id: Id;
  /** Of the listener, for both ends of its connections; empty for what nobody has told about. */
  readonly address: string;
  readonly phase: 'listening' | 'open' | 'ended';
  /** It asked for the connection. */
  readonly asked: boolean;
  /** The other end, 0 when there is none. */
  readonly peer: Id;
  /** Bytes that are on their way to it or wait to be read. */
  readonly underWay: number;
  /** Those of them that have arrived. */
  readonly arrived: number;
}

/** `between` is the moment after a batch, when the loop decides how long to wait. */
export type LoopPhase = 'none' | 'batch' | 'between' | 'wait' | 'timers' | 'closed';

export interface Loop {
  readonly id: Id;
  readonly phase: LoopPhase;
  readonly iteration: number;
  /** End of the wait that goes on, infinity: until woken. */
  readonly deadline: number;
  readonly waitBegan: number;
}

/** The handle that the loop runs now. */
export interface Running {
  readonly handle: Handle;
  readonly since: number;
  /** The worker whose loop it is, 0: the main thread's. */
  readonly thread: Id;
}

export interface Blocked {
  readonly task: Id;
  /** The worker whose loop it holds, 0: the main thread's. */
  readonly thread: Id;
  /** Infinity: until another thread lets it go on. */
  readonly seconds: number;
  readonly line: number;
  readonly at: number;
  /** It still goes on. */
  readonly holds: boolean;
  /** It computed, which the log knows only afterwards; else it slept. */
  readonly computed: boolean;
}

export interface Problem {
  readonly by: Id;
  readonly line: number;
  readonly type: string;
  readonly text: string;
}

/** What the awaits of a line have done so far. */
export interface AwaitCount {
  /** How often the task gave up control there. */
  readonly suspended: number;
  /** How often it went on at once. */
  readonly straight: number;
}

export interface LoopState {
  /** How many events have been folded in. */
  readonly position: number;
  readonly time: number;
  readonly phase: 'before' | 'running' | 'ended';
  readonly clock: number;
  readonly status: number;
  readonly loop: Loop;
  /** The ready queue by places, which count up over the whole run. */
  readonly ready: IdMap<Handle>;
  /** The place of each queued handle. */
  readonly places: IdMap<number>;
  readonly nextPlace: number;
  /** Queued handles before this place belong to the batch that runs now; the others wait for the next iteration. */
  readonly batchEnd: number;
  readonly running: Running | null;
  /** The task whose coroutine runs now, 0 for none. */
  readonly currentTask: Id;
  readonly timers: IdMap<Timer>;
  /** The last timers that were cancelled before they were due, while the loop would still come to them. */
  readonly struck: readonly Timer[];
  readonly tasks: IdMap<Task>;
  readonly futures: IdMap<Future>;
  readonly workers: IdMap<Worker>;
  /** What threads block at: by worker, by the task that holds the loop's thread with it, 0 for the main program. */
  readonly threadWaits: IdMap<ThreadWait>;
  /** The worker that runs a loop or a task; tasks of the main thread are not among them. */
  readonly threads: IdMap<Id>;
  /** The worker that runs now, 0: the main thread; -1: the log has not said yet. */
  readonly thread: Id;
  readonly sockets: IdMap<Socket>;
  /** What tasks share: locks, events, semaphores, conditions, barriers, queues, task groups, time limits. */
  readonly objects: IdMap<SharedObject>;
  /** Those of them that are not over yet. */
  readonly objectsAlive: IdMap<true>;
  /** How many objects have had each name. */
  readonly objectNames: ReadonlyMap<string, number>;
  /** Tasks that are not finished, so that views need not look at the dead. */
  readonly alive: IdMap<true>;
  /** By line. */
  readonly awaits: IdMap<AwaitCount>;
  /** The files beside the program whose lines are told; `toldPlace` says what a line of the log is. */
  readonly files: readonly string[];
  /** The line that runs now and who runs it. */
  readonly line: number;
  readonly lineBy: Id;
  /** The last time the loop's thread was held up; null before the first time. */
  readonly blocked: Blocked | null;
  /** The last exception that nobody caught. */
  readonly problem: Problem | null;
  readonly last: EngineEvent | null;
}

export const EMPTY_STATE: LoopState = {
  position: 0,
  time: 0,
  phase: 'before',
  clock: 1,
  status: 0,
  loop: { id: 0, phase: 'none', iteration: 0, deadline: 0, waitBegan: 0 },
  ready: IdMap.empty(),
  places: IdMap.empty(),
  nextPlace: 1,
  batchEnd: 0,
  running: null,
  currentTask: 0,
  timers: IdMap.empty(),
  struck: [],
  tasks: IdMap.empty(),
  futures: IdMap.empty(),
  workers: IdMap.empty(),
  threadWaits: IdMap.empty(),
  threads: IdMap.empty(),
  thread: 0,
  sockets: IdMap.empty(),
  objects: IdMap.empty(),
  objectsAlive: IdMap.empty(),
  objectNames: new Map(),
  alive: IdMap.empty(),
  awaits: IdMap.empty(),
  files: [],
  line: 0,
  lineBy: 0,
  blocked: null,
  problem: null,
  last: null,
};

export const COLOURS = 8;

/** Colour and shape number of a task, worker or of the main program (-1). */
export function colourOf(state: LoopState, id: Id): number {
  const task = state.tasks.get(id);
  if (task) return task.ordinal % COLOURS;
  const worker = state.workers.get(id);
  // Workers count from the other end, so that the first worker and the first task look different.
  return worker ? COLOURS - 1 - (worker.ordinal % COLOURS) : -1;
}

/** The name a learner knows: the task's or worker's own; empty for the main program. */
export function nameOf(state: LoopState, id: Id): string {
  return state.tasks.get(id)?.name ?? state.workers.get(id)?.name ?? '';
}

/** Small enumerations of the log that views need too. */
export { HANDLE_QUEUED_KIND, WORKER_BEGINS_KIND } from '../engine/events.generated';
