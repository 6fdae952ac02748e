/**
 * The fold from events to state: the one place that knows what each kind of event means for the picture. It is pure
 * (same state and events, same result) and forgiving: an event about something unknown changes only the clock.
 */
import {
  FUTURE_MADE_KIND,
  FUTURE_RESOLVED_OUTCOME,
  HANDLE_QUEUED_KIND,
  LOOP_BLOCKED_HOW,
  TASK_STEP_ENDS_REASON,
  WORKER_ENDS_OUTCOME,
} from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import { Draft } from './draft';
import { changeNetwork } from './fold_network';
import { changeObjects, wakeInLine } from './fold_objects';
import { MAIN_THREAD, hold, noteLoop, noteTask, noteThread, threadNow, threadOf } from './fold_threads';
import type { PhaseListener } from './draft';
import type { EventSource } from './packed';
import { PLAIN_FUTURE, SLEEP } from './state';
import type { AwaitCount, Id, LoopState, TaskPhase, WaitReason, WorkerPhase } from './state';

type Of<K extends EngineEvent['kind']> = Extract<EngineEvent, { kind: K }>;

/** The state after one more event. */
export function fold(state: LoopState, event: EngineEvent): LoopState {
  return foldRange(state, [event], 0, 1);
}

/** The state after events[from] to events[to - 1]. The listener is told of every change of a lane's phase. */
export function foldRange(
  state: LoopState,
  events: EventSource,
  from: number,
  to: number,
  listener: PhaseListener | null = null,
): LoopState {
  if (from >= to) return state;
  const draft = new Draft(state, listener);
  for (let i = from; i < to; i++) {
    const event = events.at(i);
    if (event) apply(draft, event);
  }
  return draft.done();
}

function apply(draft: Draft, event: EngineEvent): void {
  draft.now.time = event.time;
  draft.now.last = event;
  noteThread(draft, event);
  change(draft, event);
  draft.now.position++;
}

function change(draft: Draft, event: EngineEvent): void {
  switch (event.kind) {
    case 'RUN_BEGINS':
      draft.now.phase = 'running';
      draft.now.clock = event.clock;
      draft.tell(0, 'running');
      return;
    case 'RUN_ENDS':
      return endRun(draft, event);
    case 'LOOP_MADE':
      draft.now.loop = { id: event.loop, phase: 'between', iteration: 0, deadline: 0, waitBegan: 0 };
      return;
    case 'LOOP_CLOSED':
      if (draft.now.loop.id === event.loop) draft.now.loop = { ...draft.now.loop, phase: 'closed' };
      return;
    case 'BATCH_BEGINS':
      noteLoop(draft, event.loop);
      draft.now.loop = { ...draft.now.loop, id: event.loop, phase: 'batch', iteration: event.iteration };
      forgetStruck(draft);
      draft.now.batchEnd = draft.now.nextPlace;
      return;
    case 'BATCH_ENDS':
      draft.now.loop = { ...draft.now.loop, phase: 'between' };
      // What the batch left behind are the cancelled handles that the loop skipped.
      draft.endBatch();
      return;
    case 'WAIT_BEGINS':
      noteLoop(draft, event.loop);
      draft.now.loop = { ...draft.now.loop, phase: 'wait', deadline: event.deadline, waitBegan: event.time };
      forgetStruck(draft);
      draft.now.line = 0;
      draft.now.lineBy = 0;
      if (threadOf(draft, event.loop) === MAIN_THREAD) draft.tell(MAIN_THREAD, 'waiting');
      return;
    case 'WAIT_ENDS':
      draft.now.loop = { ...draft.now.loop, phase: 'between' };
      if (threadOf(draft, event.loop) === MAIN_THREAD) draft.tell(MAIN_THREAD, 'running');
      return;
    case 'TIMERS_FIRE':
      draft.now.loop = { ...draft.now.loop, phase: 'timers' };
      return;
    case 'IO_READY':
      return;
    case 'LOOP_BLOCKED':
      return hold(draft, { task: event.task, seconds: event.seconds, line: event.line, computed: event.how === LOOP_BLOCKED_HOW.COMPUTING_UNTIL_NOW });
    case 'HANDLE_QUEUED':
      return queueHandle(draft, event);
    case 'HANDLE_BEGINS':
      return beginHandle(draft, event.handle);
    case 'HANDLE_ENDS':
      draft.now.running = null;
      draft.now.line = 0;
      draft.now.lineBy = 0;
      return;
    case 'HANDLE_CANCELLED': {
      const handle = draft.queued(event.handle);
      if (handle) draft.queue({ ...handle, cancelled: true });
      return;
    }
    case 'TIMER_SET':
      return setTimer(draft, event);
    case 'TIMER_CANCELLED':
      return strikeTimer(draft, event.handle);
    case 'TIMER_FIRED':
      return fireTimer(draft, event);
    case 'FUTURE_MADE':
      draft.futures.set(event.future, { ...PLAIN_FUTURE, id: event.future, kind: event.futureKind, owner: event.owner, label: event.label });
      return;
    case 'FUTURE_NEEDS':
      return needFuture(draft, event);
    case 'FUTURE_RESOLVED':
      return resolveFuture(draft, event);
    case 'FUTURE_AWAITED':
      return awaitFuture(draft, event);
    case 'TASK_MADE':
      return makeTask(draft, event);
    case 'TASK_RENAMED':
      return renameTask(draft, event);
    case 'TASK_STEP_BEGINS':
      return beginStep(draft, event);
    case 'TASK_STEP_ENDS':
      return endStep(draft, event);
    case 'TASK_CANCEL_ASKED': {
      const task = draft.tasks.get(event.task);
      const { why, by, source, message } = event;
      if (task) draft.tasks.set(task.id, { ...task, cancelAsked: true, cancel: { why, by, source, message } });
      return;
    }
    case 'TASK_LOST': {
      const task = draft.tasks.get(event.task);
      if (task) draft.setPhase(task, 'lost', { waits: null });
      return;
    }
    case 'ERROR_PASSED':
      return;
    case 'AWAIT_STRAIGHT':
      return countAwait(draft, event.line, 'straight');
    case 'WORKER_BEGINS':
      return beginWorker(draft, event);
    case 'WORKER_PARKS': {
      const worker = draft.workers.get(event.worker);
      if (!worker || !isBusy(worker.phase)) return;
      draft.workers.set(worker.id, { ...worker, phase: 'parked', woken: false, since: event.time, deadline: event.deadline });
      draft.tell(worker.id, 'parked');
      return;
    }
    case 'WORKER_RESUMES': {
      const worker = draft.workers.get(event.worker);
      if (!worker || !isBusy(worker.phase)) return;
      draft.workers.set(worker.id, { ...worker, phase: 'running', woken: false, since: event.time });
      draft.tell(worker.id, 'running');
      return;
    }
    case 'WORKER_ENDS':
      return endWorker(draft, event);
    case 'THREAD_WAITS':
      return blockThread(draft, event);
    case 'LISTENER_OPENED':
    case 'LISTENER_CLOSED':
    case 'CONNECTION_MADE':
    case 'CONNECTION_ENDED':
    case 'BYTES_SENT':
    case 'BYTES_ARRIVED':
    case 'BYTES_RECEIVED':
    case 'STREAM_AWAITED':
      return changeNetwork(draft, event);
    case 'OBJECT_MADE':
    case 'OBJECT_ENDED':
    case 'OBJECT_AWAITED':
    case 'OBJECT_LEFT':
    case 'LOCK_TAKEN':
    case 'LOCK_FREED':
    case 'EVENT_CHANGED':
    case 'SEMAPHORE_CHANGED':
    case 'CONDITION_NOTIFIED':
    case 'BARRIER_CHANGED':
    case 'QUEUE_PUT':
    case 'QUEUE_GOT':
    case 'QUEUE_TASK_DONE':
    case 'QUEUE_SHUT_DOWN':
    case 'GROUP_TASK':
    case 'GROUP_CANCELS':
    case 'LIMIT_SET':
    case 'LIMIT_EXPIRED':
      return changeObjects(draft, event);
    case 'LINE':
      return runLine(draft, event);
    case 'FILE_TOLD':
      draft.now.files = [...draft.now.files, event.path];
      return;
    case 'OUTPUT':
    case 'WARNING':
    case 'SIGNAL':
      return;
    case 'FRAME_BEGINS':
    case 'FRAME_ENDS':
    case 'VALUE_CHANGED':
      // `frames.ts` keeps them.
      return;
    case 'EXCEPTION':
      draft.now.problem = { by: event.by, line: event.line, type: event.type, text: event.text };
      return;
  }
}

/** A thread blocks until its future is done. The loop's own blocks everybody in it. */
function blockThread(draft: Draft, event: Of<'THREAD_WAITS'>): void {
  const future = draft.futures.get(event.future) ?? { ...PLAIN_FUTURE, id: event.future };
  draft.futures.set(future.id, { ...future, waiters: [event.by] });
  draft.threadWaits.set(event.by, { ...reasonFor(draft, event.future, 0), line: draft.now.line });
  if (draft.workers.has(event.by)) return;
  if (draft.now.running?.thread !== threadNow(draft)) return draft.tell(event.by, 'waiting');
  hold(draft, { task: event.by, seconds: Infinity, line: draft.tasks.get(event.by)?.line ?? draft.now.line, computed: false });
}

/** Who let it go on, or its time, has ended the wait; the thread itself runs on when it is its turn. */
function endThreadWait(draft: Draft, by: Id, future: Id): void {
  if (draft.threadWaits.get(by)?.future !== future) return;
  draft.threadWaits.delete(by);
  const worker = draft.workers.get(by);
  if (worker) draft.workers.set(by, { ...worker, woken: worker.phase === 'parked' });
  else if (!draft.now.blocked?.holds) draft.tell(by, 'running');
}

function endRun(draft: Draft, event: Of<'RUN_ENDS'>): void {
  draft.now.phase = 'ended';
  draft.now.status = event.status;
  draft.now.running = null;
  draft.now.currentTask = 0;
  draft.now.line = 0;
  draft.now.lineBy = 0;
  draft.tell(0, 'done');
}

/** A new handle, or more about one that a timer has already put into the queue. */
function queueHandle(draft: Draft, event: Of<'HANDLE_QUEUED'>): void {
  wake(draft, event.handleKind, event.subject);
  draft.queue({
    id: event.handle,
    kind: event.handleKind,
    subject: event.subject,
    about: taskOf(draft, event.subject, event.label),
    by: event.by,
    label: event.label,
    place: 0,
    cancelled: false,
  });
}

/** The task that a handle is about: its subject, or the one whose sleep it ends. */
function taskOf(draft: Draft, subject: Id, label: string): Id {
  if (draft.tasks.has(subject)) return subject;
  const owner = label === SLEEP ? (draft.futures.get(subject)?.owner ?? 0) : 0;
  return draft.tasks.has(owner) ? owner : 0;
}

/** A task whose step is queued is no longer waiting, whatever it waited for. */
function wake(draft: Draft, kind: number, subject: Id): void {
  if (kind !== HANDLE_QUEUED_KIND.TASK_STEP) return;
  const task = draft.tasks.get(subject);
  if (task?.phase === 'waiting') draft.setPhase(task, 'ready');
}

function beginHandle(draft: Draft, id: Id): void {
  const handle = draft.take(id) ?? {
    id,
    kind: HANDLE_QUEUED_KIND.CALLBACK,
    subject: 0,
    about: 0,
    by: 0,
    label: '',
    place: 0,
    cancelled: false,
  };
  draft.now.running = { handle, since: draft.now.time, thread: threadNow(draft) };
}

function setTimer(draft: Draft, event: Of<'TIMER_SET'>): void {
  draft.timers.set(event.handle, {
    id: event.handle,
    deadline: event.deadline,
    set: event.time,
    owner: event.owner,
    label: event.label,
    cancelled: false,
  });
  const owner = draft.tasks.get(event.owner);
  if (owner) draft.tasks.set(owner.id, { ...owner, timer: event.handle });
}

/** More cancelled timers than these say no more. */
const MOST_STRUCK = 6;

function strikeTimer(draft: Draft, id: Id): void {
  const timer = draft.timers.get(id);
  if (!timer) return;
  draft.timers.delete(id);
  draft.now.struck = [...draft.now.struck, { ...timer, cancelled: true }].slice(-MOST_STRUCK);
}

/** As BaseEventLoop does: what was cancelled is thrown away when the loop comes to it, at the latest when nothing else is left. */
function forgetStruck(draft: Draft): void {
  const { struck, time } = draft.now;
  if (struck.length > 0) draft.now.struck = draft.timers.size === 0 ? [] : struck.filter(({ deadline }) => deadline > time);
}

function fireTimer(draft: Draft, event: Of<'TIMER_FIRED'>): void {
  const timer = draft.timers.get(event.handle);
  draft.timers.delete(event.handle);
  if (draft.queued(event.handle)) return;
  draft.queue({
    id: event.handle,
    kind: HANDLE_QUEUED_KIND.TIMER,
    subject: timer?.owner ?? 0,
    about: timer?.label === SLEEP ? timer.owner : 0,
    by: 0,
    label: timer?.label ?? '',
    place: 0,
    cancelled: false,
  });
}

function resolveFuture(draft: Draft, event: Of<'FUTURE_RESOLVED'>): void {
  wakeWaiters(draft, event.future);
  const object = draft.futures.get(event.future)?.object ?? 0;
  if (object) wakeInLine(draft, object, event.future);
  const task = draft.tasks.get(event.future);
  if (task && draft.now.currentTask !== task.id) draft.setPhase(task, outcomePhase(event.outcome), { waits: null });
  draft.futures.delete(event.future);
}

function outcomePhase(outcome: number): TaskPhase {
  if (outcome === FUTURE_RESOLVED_OUTCOME.EXCEPTION) return 'failed';
  return outcome === FUTURE_RESOLVED_OUTCOME.CANCELLED ? 'cancelled' : 'done';
}

function wakeWaiters(draft: Draft, future: Id): void {
  const waiters = draft.futures.get(future)?.waiters ?? [];
  for (const id of waiters) {
    const task = draft.tasks.get(id);
    if (task?.phase === 'waiting' && task.waits?.future === future) draft.setPhase(task, 'ready');
    endThreadWait(draft, id, future);
  }
}

function awaitFuture(draft: Draft, event: Of<'FUTURE_AWAITED'>): void {
  const future = draft.futures.get(event.future) ?? { ...PLAIN_FUTURE, id: event.future };
  draft.futures.set(future.id, { ...future, waiters: [...future.waiters, event.task] });
  const task = draft.tasks.get(event.task);
  if (task) draft.tasks.set(task.id, { ...task, waits: reasonFor(draft, event.future, task.timer) });
}

function needFuture(draft: Draft, event: Of<'FUTURE_NEEDS'>): void {
  const future = draft.futures.get(event.future);
  if (!future) return;
  const needs = future.needs.edit();
  needs.set(event.child, true);
  draft.futures.set(future.id, { ...future, needs: needs.done() });
}

function reasonFor(draft: Draft, future: Id, timerId: Id): WaitReason {
  if (draft.tasks.has(future)) return { future, futureKind: -1, label: '', timer: 0, deadline: Number.NaN, object: 0 };
  const made = draft.futures.get(future);
  const kind = made && made.kind >= 0 ? made.kind : FUTURE_MADE_KIND.PLAIN;
  const timer = kind === FUTURE_MADE_KIND.SLEEP ? draft.timers.get(timerId) : undefined;
  return {
    future,
    futureKind: kind,
    label: made?.label ?? '',
    timer: timer?.id ?? 0,
    deadline: timer?.deadline ?? Number.NaN,
    object: made?.object ?? 0,
  };
}

function makeTask(draft: Draft, event: Of<'TASK_MADE'>): void {
  draft.addTask({
    id: event.task,
    ordinal: draft.tasks.size,
    name: event.name,
    coroutine: event.coroutine,
    by: event.by,
    madeAt: event.line,
    phase: 'ready',
    since: event.time,
    started: false,
    line: 0,
    waits: null,
    cancelAsked: false,
    cancel: null,
    timer: 0,
  });
}

function renameTask(draft: Draft, event: Of<'TASK_RENAMED'>): void {
  const task = draft.tasks.get(event.task);
  if (task) draft.tasks.set(task.id, { ...task, name: event.name });
}

function beginStep(draft: Draft, event: Of<'TASK_STEP_BEGINS'>): void {
  draft.now.currentTask = event.task;
  noteTask(draft, event.task);
  const task = draft.tasks.get(event.task);
  if (!task) return;
  draft.setPhase(task, 'running', { waits: null, timer: 0, started: true, line: event.line || task.line });
  if (event.line) {
    draft.now.line = event.line;
    draft.now.lineBy = event.task;
  }
}

const PHASE_AFTER_STEP: Readonly<Record<number, TaskPhase>> = {
  [TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE]: 'waiting',
  [TASK_STEP_ENDS_REASON.DONE]: 'done',
  [TASK_STEP_ENDS_REASON.RAISED]: 'failed',
  [TASK_STEP_ENDS_REASON.CANCELLED]: 'cancelled',
  [TASK_STEP_ENDS_REASON.BARE_YIELD]: 'ready',
};

function countAwait(draft: Draft, line: number, how: keyof AwaitCount): void {
  if (line === 0) return;
  const known = draft.awaits.get(line) ?? { suspended: 0, straight: 0 };
  draft.awaits.set(line, { ...known, [how]: known[how] + 1 });
}

function endStep(draft: Draft, event: Of<'TASK_STEP_ENDS'>): void {
  if (event.reason === TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE || event.reason === TASK_STEP_ENDS_REASON.BARE_YIELD) countAwait(draft, event.line, 'suspended');
  draft.now.currentTask = 0;
  draft.now.line = 0;
  draft.now.lineBy = 0;
  const task = draft.tasks.get(event.task);
  if (!task) return;
  const phase = PHASE_AFTER_STEP[event.reason] ?? 'waiting';
  const waits = phase === 'waiting' ? waitsAfterStep(draft, event, task.waits, task.timer) : null;
  draft.setPhase(task, phase, { waits, line: event.line || task.line });
  if (phase === 'done' || phase === 'failed' || phase === 'cancelled') wakeWaiters(draft, task.id);
}

function waitsAfterStep(draft: Draft, event: Of<'TASK_STEP_ENDS'>, known: WaitReason | null, timer: Id): WaitReason {
  return known?.future === event.future ? known : reasonFor(draft, event.future, timer);
}

function beginWorker(draft: Draft, event: Of<'WORKER_BEGINS'>): void {
  // A pool's thread that takes its next job keeps its place and colour.
  const known = draft.workers.get(event.worker);
  draft.workers.set(event.worker, {
    id: event.worker,
    ordinal: known?.ordinal ?? draft.workers.size,
    kind: event.workerKind,
    name: event.name,
    job: event.job,
    phase: 'running',
    woken: false,
    since: event.time,
    deadline: Number.NaN,
    line: 0,
  });
  draft.tell(event.worker, 'running');
}

/** Between two jobs a pool's thread waits for the next one, which is nobody's business. */
function isBusy(phase: WorkerPhase): boolean {
  return phase === 'running' || phase === 'parked';
}

function endWorker(draft: Draft, event: Of<'WORKER_ENDS'>): void {
  const worker = draft.workers.get(event.worker);
  if (!worker) return;
  const phase = event.outcome === WORKER_ENDS_OUTCOME.EXCEPTION ? 'failed' : 'done';
  draft.workers.set(worker.id, { ...worker, phase, since: event.time, line: 0 });
  draft.threadWaits.delete(worker.id);
  draft.tell(worker.id, phase);
}

function runLine(draft: Draft, event: Of<'LINE'>): void {
  const worker = draft.workers.get(event.by);
  if (worker) {
    draft.workers.set(worker.id, { ...worker, line: event.line });
    return;
  }
  draft.now.line = event.line;
  draft.now.lineBy = event.by;
  const task = draft.tasks.get(event.by);
  if (task) draft.tasks.set(task.id, { ...task, line: event.line });
}
