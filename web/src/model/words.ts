/** Short descriptions of the things of the loop, shared by the views and by the story. */
import { FUTURE_MADE_KIND as FUTURE, HANDLE_QUEUED_KIND as HANDLE } from '../engine/events.generated';
import { SLEEP, nameOf } from './state';
import type { Handle, Id, LoopState, Task, Timer, WaitReason, Worker } from './state';
import { TEXT, seconds } from './text';
import { objectWait } from './words_objects';

const WAITS_FOR: Readonly<Record<number, string>> = {
  [FUTURE.PLAIN]: 'a future',
  [FUTURE.SLEEP]: 'a sleep',
  [FUTURE.GATHER]: 'gather',
  [FUTURE.EXECUTOR_CALL]: 'a worker',
  [FUTURE.LOCK_WAITER]: 'a lock',
  [FUTURE.EVENT_WAITER]: 'an event',
  [FUTURE.QUEUE_GETTER]: 'an item (queue empty)',
  [FUTURE.QUEUE_PUTTER]: 'room (queue full)',
  [FUTURE.QUEUE_JOIN]: 'an empty queue',
  [FUTURE.WAIT]: 'a group of tasks',
  [FUTURE.SHIELD]: 'a shielded task',
  [FUTURE.CONDITION_WAITER]: 'a condition',
  [FUTURE.SEMAPHORE_WAITER]: 'a semaphore',
  [FUTURE.BARRIER_WAITER]: 'others at a barrier',
  [FUTURE.STREAM]: 'a connection',
};

/** What threads wait for that is no thing with a line. */
const THREADS_WAIT_FOR: Readonly<Record<number, (name: string) => string>> = {
  [FUTURE.EXECUTOR_CALL]: TEXT.workers.result,
  [FUTURE.THREAD_END]: TEXT.workers.end,
};

/** What a suspended task or a thread waits for, to stand behind "waits for". */
export function waitsFor(state: LoopState, reason: WaitReason): string {
  if (reason.futureKind < 0) return nameOf(state, reason.future) || 'a task';
  if (reason.futureKind === FUTURE.SLEEP && Number.isFinite(reason.deadline)) return seconds(reason.deadline);
  const shared = objectWait(state, reason);
  if (shared) return shared;
  if (reason.label) return THREADS_WAIT_FOR[reason.futureKind]?.(reason.label) ?? reason.label;
  return WAITS_FOR[reason.futureKind] ?? 'a future';
}

/** The same as a phrase of its own: `sleeps until 1.00 s`, `waits for Task-2`. */
export function waitPhrase(state: LoopState, reason: WaitReason): string {
  if (reason.futureKind === FUTURE.SLEEP) {
    return Number.isFinite(reason.deadline) ? `sleeps until ${seconds(reason.deadline)}` : 'sleeps';
  }
  return `waits for ${waitsFor(state, reason)}`;
}

/** What a queued handle will do, to stand behind the name of the task it is about. */
export function handleWords(state: LoopState, handle: Handle): string {
  switch (handle.kind) {
    case HANDLE.TASK_STEP: {
      const task = state.tasks.get(handle.subject);
      return task?.phase === 'ready' && !task.started ? 'start' : 'go on';
    }
    case HANDLE.TIMER:
      return handle.label === SLEEP ? 'wake up' : callbackWords(handle.label) || 'timer callback';
    case HANDLE.DONE_CALLBACK:
      return state.tasks.has(handle.subject) ? 'tell who waits' : callbackWords(handle.label) || 'done callback';
    default:
      return callbackWords(handle.label) || 'callback';
  }
}

/** How a wait ends, by what was waited for, in as few words as fit behind a name. */
const OVER: Readonly<Record<number, string>> = {
  [FUTURE.SLEEP]: 'sleep over',
  [FUTURE.GATHER]: 'gather done',
  [FUTURE.EXECUTOR_CALL]: 'worker done',
  [FUTURE.LOCK_WAITER]: 'got the lock',
  [FUTURE.EVENT_WAITER]: 'event set',
  [FUTURE.QUEUE_GETTER]: 'item there',
  [FUTURE.QUEUE_PUTTER]: 'room there',
  [FUTURE.QUEUE_JOIN]: 'queue done',
  [FUTURE.CONDITION_WAITER]: 'notified',
  [FUTURE.SEMAPHORE_WAITER]: 'place free',
  [FUTURE.BARRIER_WAITER]: 'all there',
  [FUTURE.STREAM]: 'socket ready',
};

/** What put a task's step into the ready queue: `sleep over`, `Task-2 done`; empty when there is nothing to add. */
export function handleReason(state: LoopState, handle: Handle): string {
  const task = handle.kind === HANDLE.TASK_STEP ? state.tasks.get(handle.subject) : undefined;
  if (task?.phase !== 'ready') return '';
  if (task.cancelAsked) return 'to be cancelled';
  if (!task.started) return nameOf(state, task.by) ? `made by ${nameOf(state, task.by)}` : 'new';
  const { waits } = task;
  if (!waits) return 'let others run';
  if (waits.futureKind < 0) return `${nameOf(state, waits.future) || 'a task'} done`;
  return OVER[waits.futureKind] ?? 'future done';
}

/** What ends the loop's wait: `for Task-3`; empty when no timer does. */
export function waitOwner(state: LoopState): string {
  let next: Timer | undefined;
  for (const timer of state.timers.values()) if (timer.deadline < (next?.deadline ?? Infinity)) next = timer;
  return next ? nameOf(state, next.owner) : '';
}

/** The label of the callbacks by which a task's end reaches those who wait for it. */
const TASK_END = 'done callback';

/** The library's own callbacks have names that say nothing to a learner. */
const LIBRARY_CALLBACKS: Readonly<Record<string, string>> = {
  _on_timeout: 'time limit',
  _run_until_complete_cb: 'end the run',
  _accept_connection: 'a look for new connections',
  _read_ready: 'a read from a socket',
  _write_ready: 'a write to a socket',
  _sock_try: 'a socket to try again',
  _call_connection_lost: 'a connection that ends',
};

/** A callback as the learner wrote it: the name behind the last dot. */
export function callbackWords(label: string): string {
  const name = label.split('.').pop() ?? '';
  if (name === '<lambda>') return 'a lambda';
  if (isLibrary(label)) return LIBRARY_CALLBACKS[name] ?? 'a step of asyncio';
  return name;
}

/** The callback belongs to asyncio itself; one that the learner named like that is rare enough. */
export function isLibrary(label: string): boolean {
  return label === SLEEP || label === TASK_END || label.slice(label.lastIndexOf('.') + 1).startsWith('_');
}

/** The timer ends its owner's sleep: it is the owner's own, so to say. */
export function isSleep(state: LoopState, timer: Timer): boolean {
  return timer.label === SLEEP && state.tasks.has(timer.owner);
}

/** What a timer will do, in as few words as fit beside its countdown. */
export function timerWords(timer: Timer): string {
  if (timer.label.endsWith('_on_timeout')) return TEXT.timers.limit;
  return callbackWords(timer.label) || 'callback';
}

/** Asyncio itself made the task: asyncio.run has two, with which it winds up. */
export function isHousekeeping(task: Pick<Task, 'madeAt' | 'coroutine'>): boolean {
  return task.madeAt === 0 && /(^|\.)shutdown_(asyncgens|default_executor)$/.test(task.coroutine);
}

/** The callback that runs now, empty while a task does or nothing. */
export function runningCallback(state: LoopState): string {
  const handle = state.running?.handle;
  if (!handle || handle.kind === HANDLE.TASK_STEP || state.currentTask !== 0) return '';
  return callbackWords(handle.label);
}

export function isBusy(worker: Worker): boolean {
  return worker.phase === 'running' || worker.phase === 'parked';
}

/** What a thread waits for, as a phrase; empty when it does not, or for nothing that the log tells. */
export function threadWaitPhrase(state: LoopState, id: Id): string {
  const reason = state.threadWaits.get(id);
  if (!reason) return '';
  const { phase, deadline } = state.workers.get(id) ?? { phase: 'running', deadline: Number.NaN };
  const until = phase === 'parked' && Number.isFinite(deadline) ? `, ${TEXT.objects.states.until(seconds(deadline))}` : '';
  return `${waitPhrase(state, reason)}${until}`;
}

/** What a busy worker does: `works`, `blocks until 0.50 s`, `waits for lock, held by Thread-1`. */
export function workerPhrase(state: LoopState, worker: Worker): string {
  const waits = threadWaitPhrase(state, worker.id);
  if (waits) return waits;
  if (worker.phase === 'running') return TEXT.workers.phases.running;
  if (worker.woken) return TEXT.workers.phases.woken;
  return Number.isFinite(worker.deadline) ? `blocks until ${seconds(worker.deadline)}` : TEXT.workers.phases.parked;
}

/** A name that fits where there is little room; what tells workers of a pool apart stands at its end. */
export function shortName(full: string): string {
  const name = full.replace(/ \(.*\)$/, '');
  return name.length <= 12 ? name : `${name.slice(0, 5)}…${name.slice(-5)}`;
}

/** The coroutine as a learner wrote it: `fetch()`. */
export function coroutineWords(task: Task): string {
  const name = task.coroutine.split('.').pop() ?? '';
  if (name === 'async_generator_athrow') return TEXT.closesGenerator;
  return name === '' || name.endsWith(')') ? name : `${name}()`;
}
