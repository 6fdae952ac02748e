/**
 * In which thread what the log tells of happens, and what holds a thread up. The log names it now and then: by a worker, by a task
 * or loop that a worker runs; in between it is the one that was named last.
 */
import type { EngineEvent } from '../engine/events.generated';
import type { Draft } from './draft';
import type { Blocked, Id } from './state';

/** The main thread, where others are workers. */
export const MAIN_THREAD: Id = 0;
/** The log has not said yet who goes on. */
export const SOME_THREAD: Id = -1;

/** The thread that runs a task, a loop or a worker. */
export function threadOf(draft: Draft, id: Id): Id {
  return draft.workers.has(id) ? id : (draft.threads.get(id) ?? MAIN_THREAD);
}

/** The thread that runs now; the main one where the log does not say. */
export function threadNow(draft: Draft): Id {
  return Math.max(MAIN_THREAD, draft.now.thread);
}

/** Before an event is folded in: which thread goes on with it, and that whatever held it up is over. */
export function noteThread(draft: Draft, event: EngineEvent): void {
  if (draft.workers.size > 0) draft.now.thread = threadBehind(draft, event) ?? draft.now.thread;
  const { blocked, thread } = draft.now;
  // What is thrown away says nothing of who does it; a worker's own blocks are told behind their reason.
  if (!blocked?.holds || event.kind === 'OBJECT_ENDED' || event.kind.startsWith('WORKER_')) return;
  if (thread === blocked.thread || thread === SOME_THREAD) unblock(draft, blocked);
}

/** Who runs when this event has happened; undefined: whoever did before. */
function threadBehind(draft: Draft, event: EngineEvent): Id | undefined {
  switch (event.kind) {
    case 'WORKER_BEGINS':
    case 'OBJECT_ENDED':
    case 'TASK_LOST':
      return undefined;
    case 'WORKER_RESUMES':
      return event.worker;
    case 'WORKER_PARKS':
    case 'WORKER_ENDS':
      return SOME_THREAD;
    case 'BATCH_BEGINS':
    case 'BATCH_ENDS':
    case 'WAIT_BEGINS':
    case 'WAIT_ENDS':
    case 'TIMERS_FIRE':
    case 'IO_READY':
      return draft.threads.get(event.loop) ?? threadNow(draft);
    case 'TASK_STEP_ENDS':
      return threadOf(draft, event.task);
    case 'OBJECT_LEFT':
      return threadOf(draft, draft.objects.get(event.object)?.waiters.get(event.future)?.task ?? 0);
    default:
      break;
  }
  if ('by' in event) return threadOf(draft, event.by);
  if ('owner' in event) return threadOf(draft, event.owner);
  return undefined;
}

/** A loop belongs to the thread in which it runs its first batch, or waits for it. */
export function noteLoop(draft: Draft, loop: Id): void {
  if (!draft.threads.has(loop)) draft.threads.set(loop, threadNow(draft));
}

/** A task belongs to the thread in which it runs. */
export function noteTask(draft: Draft, task: Id): void {
  const thread = threadNow(draft);
  if (thread !== MAIN_THREAD && !draft.threads.has(task)) draft.threads.set(task, thread);
}

/** Something holds the loop of this thread, and everybody in it. What holds the main thread's is told first. */
export function hold(draft: Draft, reason: Omit<Blocked, 'thread' | 'at' | 'holds'>): void {
  const thread = threadNow(draft);
  if (draft.now.blocked?.holds && draft.now.blocked.thread === MAIN_THREAD && thread !== MAIN_THREAD) return;
  // A computation is over when it is told, and the lanes know only what begins.
  draft.now.blocked = { ...reason, thread, at: draft.now.time, holds: !reason.computed };
  if (!reason.computed) tellHeld(draft, draft.now.blocked, 'blocked');
}

/** The first thing that the loop's thread does again shows that it is free. */
function unblock(draft: Draft, blocked: Blocked): void {
  draft.now.blocked = { ...blocked, holds: false };
  tellHeld(draft, blocked, 'running');
}

/** A worker's lane says by itself that it blocks. */
function tellHeld(draft: Draft, { thread, task }: Blocked, phase: 'blocked' | 'running'): void {
  if (thread === MAIN_THREAD) draft.tell(MAIN_THREAD, phase);
  if (task) draft.tell(task, phase);
}
