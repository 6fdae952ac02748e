/** Threads that wait: for what, who lets them go on, what is a deadlock, and that a thread of the loop's blocks it. */
import { describe, expect, it } from 'vitest';
import { FUTURE_MADE_KIND as FUTURE, OBJECT_MADE_KIND as KIND } from '../../../web/src/engine/events.generated';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { foldRange } from '../../../web/src/model/fold';
import { waitGraph } from '../../../web/src/model/graph';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE } from '../../../web/src/model/state';
import type { LoopState } from '../../../web/src/model/state';
import { story } from '../../../web/src/model/story';
import { threadWaitPhrase, workerPhrase } from '../../../web/src/model/words';
import { objectPhrase } from '../../../web/src/model/words_objects';

type WithoutTime<E> = E extends EngineEvent ? Omit<E, 'time'> : never;
type Event = WithoutTime<EngineEvent>;

const MAIN = 0;
const [ANN, BOB, TASK, OTHER] = [2, 3, 4, 5];
const [LEFT, RIGHT] = [10, 11];

const BEGIN: Event[] = [
  { kind: 'RUN_BEGINS', clock: 1, file: 'threads.py' },
  { kind: 'WORKER_BEGINS', worker: ANN, workerKind: 0, name: 'Ann', job: 'eat' },
  { kind: 'WORKER_BEGINS', worker: BOB, workerKind: 0, name: 'Bob', job: 'eat' },
];
const LOOP: Event[] = [
  { kind: 'LOOP_MADE', loop: 1 },
  { kind: 'TASK_MADE', task: TASK, by: 0, line: 9, name: 'Task-1', coroutine: 'main' },
  { kind: 'TASK_MADE', task: OTHER, by: TASK, line: 9, name: 'Task-2', coroutine: 'other' },
];

const made = (object: number, objectKind: number, name: string, part = 0): Event => ({ kind: 'OBJECT_MADE', object, objectKind, part, size: 0, by: 0, line: 1, name });
const takes = (by: number, object: number): Event => ({ kind: 'LOCK_TAKEN', object, by });
const waits = (by: number, future: number, futureKind: number, object = 0, label = ''): Event[] => [
  { kind: 'FUTURE_MADE', future, futureKind, owner: by, label },
  ...(object === 0 ? [] : [{ kind: 'OBJECT_AWAITED', future, object } as const]),
  { kind: 'THREAD_WAITS', future, by },
];
const parks = (worker: number, deadline = Infinity): Event => ({ kind: 'WORKER_PARKS', worker, deadline });
const begins = (task: number): Event[] => [
  { kind: 'HANDLE_BEGINS', handle: 90 },
  { kind: 'TASK_STEP_BEGINS', task, line: 3 },
];

function recordingOf(events: readonly Event[]): Recording {
  const recording = new Recording();
  recording.append([...BEGIN, ...events].map((event) => ({ ...event, time: 0 })));
  return recording;
}

function play(events: readonly Event[]): { state: LoopState; said: string } {
  const all = [...BEGIN, ...events].map((event) => ({ ...event, time: 0 }));
  const state = foldRange(EMPTY_STATE, all, 0, all.length);
  return { state, said: story(recordingOf(events).log, state) };
}

function phraseOf(state: LoopState, id: number): string {
  const worker = state.workers.get(id);
  return worker ? workerPhrase(state, worker) : '';
}

describe('threads that wait', () => {
  it('say for what, and until when', () => {
    const { state, said } = play([made(LEFT, KIND.LOCK, 'fork'), takes(MAIN, LEFT), ...waits(ANN, 20, FUTURE.LOCK_WAITER, LEFT), parks(ANN, 2)]);
    expect(phraseOf(state, ANN)).toBe('waits for fork, held by the main program, until 2.00 s');
    expect(said).toBe('Ann blocks: it waits for fork, held by the main program, until 2.00 s.');
    expect(threadWaitPhrase(play(waits(MAIN, 20, FUTURE.THREAD_END, 0, 'Ann')).state, MAIN)).toBe('waits for the end of Ann');
    expect(play(waits(MAIN, 20, FUTURE.EXECUTOR_CALL, 0, 'fetch')).said).toBe('The main program blocks: it waits for the result of fetch.');
    expect(threadWaitPhrase(play(waits(BOB, 20, FUTURE.WAIT, 0, 'one of 3 futures')).state, BOB)).toBe('waits for one of 3 futures');
  });

  it('stay at their line while others run theirs', () => {
    const line = (at: number, by: number): Event => ({ kind: 'LINE', line: at, by });
    const { state } = play([line(27, MAIN), ...waits(MAIN, 20, FUTURE.THREAD_END, 0, 'Ann'), ...LOOP, ...begins(TASK), line(14, TASK)]);
    expect([state.line, state.threadWaits.get(MAIN)?.line]).toEqual([14, 27]);
  });

  it('are woken by who lets them go on, and run when it is their turn', () => {
    const before = [made(LEFT, KIND.REENTRANT_LOCK, 'fork'), takes(BOB, LEFT), ...waits(ANN, 20, FUTURE.LOCK_WAITER, LEFT), parks(ANN)];
    const freed = [...before, { kind: 'LOCK_FREED', object: LEFT, by: BOB } as const];
    expect(play(freed).said).toBe("Bob releases fork: it is Ann's turn.");
    const { state } = play([...freed, { kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: BOB }]);
    expect(phraseOf(state, ANN)).toBe('woken');
    expect(state.threadWaits.size).toBe(0);
    const fork = state.objects.get(LEFT);
    expect(fork && objectPhrase(state, fork)).toBe('free, goes to Ann');
    const after = play([...freed, { kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: BOB }, { kind: 'WORKER_RESUMES', worker: ANN }, { kind: 'OBJECT_LEFT', future: 20, object: LEFT }, takes(ANN, LEFT)]);
    expect(phraseOf(after.state, ANN)).toBe('works');
    expect(after.said).toBe('Ann takes fork.');
  });

  it('name the reentrant lock of a condition by that', () => {
    const { state } = play([made(LEFT, KIND.REENTRANT_LOCK, ''), made(RIGHT, KIND.CONDITION, 'ready', LEFT), made(12, KIND.REENTRANT_LOCK, '')]);
    expect([...state.objects.values()].map(({ name }) => name)).toEqual(['lock of ready', 'ready', 'RLock 2']);
  });

  it('are a deadlock when each has what the other waits for', () => {
    const locks = [made(LEFT, KIND.LOCK, 'left'), made(RIGHT, KIND.LOCK, 'right'), takes(ANN, LEFT), takes(BOB, RIGHT), ...waits(ANN, 20, FUTURE.LOCK_WAITER, RIGHT)];
    const joins = [...waits(MAIN, 22, FUTURE.THREAD_END, 0, 'Ann').slice(0, 1), { kind: 'FUTURE_NEEDS', future: 22, child: ANN } as const, { kind: 'THREAD_WAITS', future: 22, by: MAIN } as const];
    expect(waitGraph(play(locks).state).deadlock).toEqual([]);
    const graph = waitGraph(play([...locks, ...joins, ...waits(BOB, 21, FUTURE.LOCK_WAITER, LEFT)]).state);
    expect([...graph.deadlock].sort()).toEqual([ANN, BOB]);
    expect(graph.nodes.map(({ words, kind }) => [words, kind])).toEqual(
      expect.arrayContaining([
        ['Main program', 'task'],
        ['the end of Ann', 'thing'],
        ['Ann', 'task'],
        ['right', 'thing'],
      ]),
    );
    expect(graph.edges).toContainEqual({ from: 22, to: ANN, stuck: false });
    expect(graph.edges).toContainEqual({ from: LEFT, to: ANN, stuck: true });
  });

  it('are a deadlock when the only worker waits for what it is to do next', () => {
    const graph = waitGraph(play([...waits(ANN, 20, FUTURE.EXECUTOR_CALL, 0, 'inner').slice(0, 1), { kind: 'FUTURE_NEEDS', future: 20, child: ANN }, { kind: 'THREAD_WAITS', future: 20, by: ANN }]).state);
    expect(graph.deadlock).toEqual([ANN]);
  });

  it("block the loop when they are its own, until they go on, whatever others do meanwhile", () => {
    const held = [...LOOP, made(LEFT, KIND.LOCK, 'fork'), takes(ANN, LEFT), ...begins(TASK), ...waits(TASK, 20, FUTURE.LOCK_WAITER, LEFT)];
    const { state, said } = play(held);
    expect(state.blocked).toMatchObject({ task: TASK, holds: true });
    expect(said).toBe('Task-1 blocks the loop: it waits for fork, held by Ann, and nobody else can run.');
    const others = [...held, made(RIGHT, KIND.LOCK, 'knife'), ...waits(BOB, 21, FUTURE.LOCK_WAITER, LEFT), { kind: 'LOCK_FREED', object: LEFT, by: ANN } as const];
    expect(play([...held, ...waits(BOB, 21, FUTURE.LOCK_WAITER, LEFT)]).state.blocked?.holds).toBe(true);
    const left = [{ kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: ANN } as const, { kind: 'OBJECT_LEFT', future: 20, object: LEFT } as const];
    expect(play([...others, ...left]).state.blocked?.holds).toBe(false);
    expect(play([...others, ...left]).state.threadWaits.has(TASK)).toBe(false);
  });

  it('run loops of their own: the main thread waits for them all the while, and is not their loop', () => {
    const line = (at: number, by: number): Event => ({ kind: 'LINE', line: at, by });
    const join: Event[] = [line(27, MAIN), ...waits(MAIN, 20, FUTURE.THREAD_END, 0, 'Ann')];
    const sleeps: Event[] = [
      { kind: 'HANDLE_ENDS', handle: 90, seconds: 0 },
      { kind: 'BATCH_ENDS', loop: 1 },
      { kind: 'WAIT_BEGINS', loop: 1, deadline: 1 },
      parks(ANN, 1),
    ];
    const goesOn: Event[] = [
      { kind: 'WORKER_RESUMES', worker: ANN },
      { kind: 'WAIT_ENDS', loop: 1, waited: 1 },
      { kind: 'BATCH_BEGINS', loop: 1, iteration: 2, ready: 1 },
      ...begins(TASK),
      line(15, TASK),
    ];
    const { timeline } = recordingOf([...LOOP, line(19, ANN), { kind: 'BATCH_BEGINS', loop: 1, iteration: 1, ready: 1 }, ...begins(TASK), ...sleeps, ...join, ...goesOn, { kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: ANN }, line(28, MAIN)]);
    expect(timeline.lane(MAIN)?.spans.map(({ phase }) => phase)).toEqual(['running', 'waiting', 'running']);
    expect(timeline.lane(ANN)?.spans.map(({ phase }) => phase)).toEqual(['running', 'parked', 'running']);
  });

  it('hold up the loop of their own alone, and the main thread waits on when that goes on', () => {
    const inAnn: Event[] = [...LOOP, { kind: 'LINE', line: 19, by: ANN }, { kind: 'BATCH_BEGINS', loop: 1, iteration: 1, ready: 1 }, ...begins(TASK)];
    const held: Event[] = [{ kind: 'LOOP_BLOCKED', task: TASK, seconds: 1, line: 4, how: 0 }, parks(ANN, 1), { kind: 'LINE', line: 27, by: MAIN }];
    expect(play([...inAnn, ...held]).state.blocked).toMatchObject({ task: TASK, thread: ANN, holds: true });
    const lanes = recordingOf([...inAnn, ...held, ...waits(MAIN, 20, FUTURE.THREAD_END, 0, 'Ann'), { kind: 'WORKER_RESUMES', worker: ANN }, { kind: 'LINE', line: 5, by: TASK }]).timeline;
    expect(lanes.lane(MAIN)?.spans.map(({ phase }) => phase)).toEqual(['running', 'waiting']);
    expect(lanes.lane(TASK)?.spans.map(({ phase }) => phase)).toEqual(['ready', 'running', 'blocked', 'running']);
  });

  it('that run a loop do not free the one that waits for them', () => {
    const line = (at: number, by: number): Event => ({ kind: 'LINE', line: at, by });
    const held: Event[] = [...LOOP, { kind: 'BATCH_BEGINS', loop: 1, iteration: 1, ready: 1 }, ...begins(TASK), ...waits(TASK, 20, FUTURE.THREAD_END, 0, 'Ann')];
    const other: Event[] = [
      line(19, ANN),
      { kind: 'LOOP_MADE', loop: 40 },
      { kind: 'TASK_MADE', task: 41, by: ANN, line: 9, name: 'Task-3', coroutine: 'work' },
      { kind: 'BATCH_BEGINS', loop: 40, iteration: 1, ready: 1 },
      ...begins(41),
      line(14, 41),
    ];
    const { state } = play([...held, ...other]);
    expect(state.blocked).toMatchObject({ task: TASK, thread: MAIN, holds: true });
    expect(play([...held, ...other, line(20, TASK)]).state.blocked?.holds).toBe(false);
    expect(recordingOf([...held, ...other, { kind: 'WORKER_ENDS', worker: ANN, outcome: 1 }, { kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: ANN }, line(20, TASK)]).timeline.lane(MAIN)?.spans.map(({ phase }) => phase)).toEqual(['running', 'blocked', 'running']);
  });

  it('are a deadlock with a task of the loop that they block and that has the lock', () => {
    const suspended: Event[] = [
      ...begins(OTHER),
      takes(OTHER, LEFT),
      { kind: 'FUTURE_MADE', future: 30, futureKind: FUTURE.SLEEP, owner: OTHER, label: '' },
      { kind: 'FUTURE_AWAITED', future: 30, task: OTHER },
      { kind: 'TASK_STEP_ENDS', task: OTHER, reason: 0, future: 30, line: 4 },
      { kind: 'HANDLE_ENDS', handle: 90, seconds: 0 },
    ];
    const graph = waitGraph(play([...LOOP, made(LEFT, KIND.LOCK, 'fork'), ...suspended, ...begins(TASK), ...waits(TASK, 20, FUTURE.LOCK_WAITER, LEFT)]).state);
    expect([...graph.deadlock].sort()).toEqual([TASK, OTHER]);
  });

  it('are told once by a step: what they wait for, and not that they block as well', () => {
    const { log } = recordingOf([made(LEFT, KIND.LOCK, 'fork'), ...waits(ANN, 20, FUTURE.LOCK_WAITER, LEFT), parks(ANN), { kind: 'LINE', line: 7, by: BOB }]);
    const stops: (string | undefined)[] = [];
    for (let at = log.next(3, 'line'); at !== null; at = log.next(at, 'line')) stops.push(log.at(at - 1)?.kind);
    expect(stops).toEqual(['THREAD_WAITS', 'LINE']);
  });
});
