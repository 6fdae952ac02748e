/** A mistake of its own: what the loop runs waits as a thread does, at a lock, queue or thread, and keeps the loop's thread. */
import { FUTURE_MADE_KIND as FUTURE, OBJECT_MADE_KIND } from '../../engine/events.generated';
import type { EngineEvent } from '../../engine/events.generated';
import { nameOf } from '../state';
import type { Id, LoopState, ThreadWait } from '../state';
import { seconds } from '../text';
import { isBusy, waitsFor } from '../words';
import { insideThread, wrapped } from './fixes';
import { BLOCKS, all } from './look';
import type { Look } from './look';
import type { Fix, Mistake } from './mistakes';
import { INSTEAD, WORDS } from './text';

interface Hold {
  readonly line: number;
  readonly position: number;
  readonly who: string;
  /** What it waited for, the first time. */
  readonly what: string;
  readonly remedy: Remedy;
  time: number;
  /** Nobody is left who could end the wait. */
  ever: boolean;
  readonly names: Set<string>;
}

interface Remedy {
  /** What the program should say, as a sentence. */
  readonly instead: string;
  readonly fix: Fix | null;
}

/** One for each line that kept others waiting, or will for ever. */
export function threadWaits(look: Look): Mistake[] {
  const holds = new Map<number, Hold>();
  for (const [event, position] of all(look, 'THREAD_WAITS')) note(look, holds, event, position);
  return [...holds.values()].map(({ line, position, who, what, remedy, time, ever, names }): Mistake => {
    const why = `${WORDS.threadWait(who, what, ever ? '' : seconds(time), [...names])} ${remedy.instead}`;
    return { kind: 'threadWait', line, position, why, fix: remedy.fix };
  });
}

function note(look: Look, holds: Map<number, Hold>, event: Extract<EngineEvent, { kind: 'THREAD_WAITS' }>, position: number): void {
  const { recording, length } = look;
  const begin = recording.stateAt(position);
  const reason = begin.threadWaits.get(event.by);
  const { blocked } = begin;
  // A worker's wait, or the main program's own, holds no loop.
  if (!reason || !blocked?.holds || blocked.task !== event.by || blocked.at !== event.time) return;
  const over = recording.log.nextOf('FUTURE_RESOLVED', (id) => id === event.future, position, length);
  const end = recording.stateAt(over === null ? length : over - 1);
  const ever = over === null && !canAnybodyRun(end);
  const kept = ever ? allKept(end, event.by) : keptWaiting(end, event.by, event.time);
  if (ever ? end.ready.size + end.timers.size === 0 : kept.length === 0) return;
  const { line } = blocked;
  const hold = holds.get(line) ?? {
    line,
    position,
    who: nameOf(begin, event.by) || WORDS.callback,
    what: waitsFor(begin, reason),
    remedy: remedyFor(look, begin, reason, line),
    time: 0,
    ever: false,
    names: new Set<string>(),
  };
  hold.time += end.time - event.time;
  hold.ever ||= ever;
  for (const name of kept) hold.names.add(name);
  holds.set(line, hold);
}

/** A worker is at work, or will be when its time has come. */
function canAnybodyRun({ workers }: LoopState): boolean {
  for (const worker of workers.values()) if (isBusy(worker) && (worker.phase === 'running' || worker.woken || Number.isFinite(worker.deadline))) return true;
  return false;
}

/** Those whom a loop that has stood still since a time has kept from running for long enough. */
function keptWaiting(state: LoopState, by: Id, begin: number): string[] {
  const kept = (task: Id, since: number): string[] => (task !== by && state.time - Math.max(begin, since) >= BLOCKS ? [nameOf(state, task)] : []);
  const ready = [...state.ready.values()].flatMap(({ about }) => kept(about, state.tasks.get(about)?.since ?? begin));
  const due = [...state.timers.values()].flatMap(({ owner, deadline }) => kept(owner, deadline));
  return [...ready, ...due].filter((name) => name !== '');
}

/** Those who would run if the loop ever did. */
function allKept(state: LoopState, by: Id): string[] {
  const ids = [...[...state.ready.values()].map(({ about }) => about), ...[...state.timers.values()].map(({ owner }) => owner)];
  return ids.filter((id) => id !== by).flatMap((id) => nameOf(state, id) || []);
}

/** The method that waits, by the kind of its future. */
const METHODS: Readonly<Record<number, string>> = {
  [FUTURE.LOCK_WAITER]: 'lock.acquire',
  [FUTURE.SEMAPHORE_WAITER]: 'semaphore.acquire',
  [FUTURE.EVENT_WAITER]: 'event.wait',
  [FUTURE.BARRIER_WAITER]: 'barrier.wait',
  [FUTURE.QUEUE_GETTER]: 'queue.get',
  [FUTURE.QUEUE_PUTTER]: 'queue.put',
  [FUTURE.QUEUE_JOIN]: 'queue.join',
  [FUTURE.THREAD_END]: 'thread.join',
};

function remedyFor(look: Look, state: LoopState, reason: ThreadWait, line: number): Remedy {
  const { source } = look;
  const inCoroutine = source.asyncDefOf(line) > 0;
  if (reason.futureKind === FUTURE.EXECUTOR_CALL || reason.futureKind === FUTURE.WAIT) return { instead: INSTEAD.wrap, fix: inCoroutine ? wrapped(source, line) : null };
  const ofAsyncio = INSTEAD.classes[state.objects.get(reason.object)?.what ?? ''];
  if (ofAsyncio !== undefined && !usedByThreads(look, reason.object)) return { instead: INSTEAD.ofAsyncio(ofAsyncio), fix: null };
  const method = METHODS[reason.futureKind];
  const call = method?.replace(/^.*\./, '');
  if (method === undefined || call === undefined || isOwned(look, reason.object) || !new RegExp(`\\.${call}\\(`).test(source.at(line))) {
    return { instead: reason.futureKind === FUTURE.THREAD_END ? INSTEAD.pool : INSTEAD.function, fix: null };
  }
  return { instead: INSTEAD.method(method), fix: inCoroutine ? insideThread(source, line, call) : null };
}

/** A thread that waits for it gets it for itself alone. */
function isOwned({ recording: { log } }: Look, object: Id): boolean {
  const made = log.nextOf('OBJECT_MADE', (id) => id === object, 0);
  const event = made === null ? undefined : log.at(made - 1);
  return event?.kind === 'OBJECT_MADE' && event.objectKind === OBJECT_MADE_KIND.REENTRANT_LOCK;
}

/** A worker does something with it, or stands in its line. */
function usedByThreads({ recording: { log, end }, length }: Look, object: Id): boolean {
  for (let i = 1; i < length; i++) {
    const event = log.at(i);
    if (!event || !('object' in event) || event.object !== object) continue;
    const before = event.kind === 'OBJECT_AWAITED' ? log.at(i - 1) : undefined;
    const by = 'by' in event ? event.by : before?.kind === 'FUTURE_MADE' ? before.owner : 0;
    if (end.workers.has(by)) return true;
  }
  return false;
}
