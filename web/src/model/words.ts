/** Short descriptions of the things of the loop, shared by the views and by the story. */
import { FUTURE_MADE_KIND as FUTURE, HANDLE_QUEUED_KIND as HANDLE } from '../engine/events.generated';
import { nameOf } from './state';
import type { Handle, Id, LoopState, Task, Timer, WaitReason } from './state';
import { seconds } from './text';

const WAITS_FOR: Readonly<Record<number, string>> = {
  [FUTURE.PLAIN]: 'a future',
  [FUTURE.SLEEP]: 'a sleep',
  [FUTURE.GATHER]: 'its gather',
  [FUTURE.EXECUTOR_CALL]: 'a worker',
  [FUTURE.LOCK_WAITER]: 'a lock',
  [FUTURE.EVENT_WAITER]: 'an event to be set',
  [FUTURE.QUEUE_GETTER]: 'an item: the queue is empty',
  [FUTURE.QUEUE_PUTTER]: 'room: the queue is full',
  [FUTURE.QUEUE_JOIN]: 'the queue to be worked off',
  [FUTURE.WAIT]: 'a group of tasks',
  [FUTURE.SHIELD]: 'a shielded task',
  [FUTURE.CONDITION_WAITER]: 'a condition to be notified',
  [FUTURE.SEMAPHORE_WAITER]: 'a free place of a semaphore',
  [FUTURE.BARRIER_WAITER]: 'the others at a barrier',
  [FUTURE.STREAM]: 'a connection',
};

/** What a suspended task waits for, to stand behind "waits for". */
export function waitsFor(state: LoopState, reason: WaitReason): string {
  if (reason.futureKind < 0) return nameOf(state, reason.future) || 'a task';
  if (reason.futureKind === FUTURE.SLEEP && Number.isFinite(reason.deadline)) return seconds(reason.deadline);
  if (reason.label) return reason.label;
  return WAITS_FOR[reason.futureKind] ?? 'a future';
}

/** The same as a phrase of its own: `sleeps until 1.00 s`, `waits for Task-2`. */
export function waitPhrase(state: LoopState, reason: WaitReason): string {
  if (reason.futureKind === FUTURE.SLEEP) {
    return Number.isFinite(reason.deadline) ? `sleeps until ${seconds(reason.deadline)}` : 'sleeps';
  }
  return `waits for ${waitsFor(state, reason)}`;
}

/** What a queued handle will do. */
export function handleWords(state: LoopState, handle: Handle): string {
  switch (handle.kind) {
    case HANDLE.TASK_STEP: {
      const task = state.tasks.get(handle.subject);
      return task?.phase === 'ready' && task.line === 0 ? 'start' : 'go on';
    }
    case HANDLE.TIMER:
      return callbackWords(handle.label) || 'timer callback';
    case HANDLE.DONE_CALLBACK:
      return callbackWords(handle.label) || 'done callback';
    default:
      return callbackWords(handle.label) || 'callback';
  }
}

/** A callback as the learner wrote it: the name behind the last dot. The library's own have names that say nothing to him. */
export function callbackWords(label: string): string {
  if (label.startsWith('_')) return 'a step of asyncio';
  return label.split('.').pop() ?? '';
}

/** The task a handle is about, 0 when it is about none. */
export function handleTask(state: LoopState, handle: Handle): Id {
  if (state.tasks.has(handle.subject)) return handle.subject;
  return handle.kind === HANDLE.TASK_STEP ? handle.subject : 0;
}

/** What a timer will do; nothing to say when it ends its owner's sleep. */
export function timerWords(state: LoopState, timer: Timer): string {
  const owner = state.tasks.get(timer.owner);
  if (owner?.waits?.timer === timer.id) return '';
  return callbackWords(timer.label) || 'callback';
}

/** Asyncio itself made the task: asyncio.run has two, with which it winds up. */
export function isHousekeeping(task: Task): boolean {
  return task.madeAt === 0 && /(^|\.)shutdown_(asyncgens|default_executor)$/.test(task.coroutine);
}

/** The coroutine as a learner wrote it: `fetch()`. */
export function coroutineWords(task: Task): string {
  const name = task.coroutine.split('.').pop() ?? '';
  return name === '' || name.endsWith(')') ? name : `${name}()`;
}
