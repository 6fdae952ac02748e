import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { fold, foldRange } from '../../../web/src/model/fold';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE, nameOf } from '../../../web/src/model/state';
import type { LoopState } from '../../../web/src/model/state';
import { SCENARIOS } from '../scenarios';

function record(events: readonly EngineEvent[]): Recording {
  const recording = new Recording();
  recording.append(events);
  return recording;
}

/** The state just after the n-th event that fits. */
function stateAfter(events: readonly EngineEvent[], fits: (event: EngineEvent) => boolean, nth = 1): LoopState {
  let left = nth;
  const index = events.findIndex((event) => fits(event) && --left === 0);
  if (index < 0) throw new Error('the log has no such event');
  return foldRange(EMPTY_STATE, events, 0, index + 1);
}

/** The ready queue in order: whose handle, and in which turn it will run. */
function queueOf(state: LoopState): string[][] {
  return [...state.ready.values()].map(({ about, place }) => [nameOf(state, about), place < state.batchEnd ? 'this turn' : 'next turn']);
}

describe('two tasks under gather', () => {
  const events = SCENARIOS.twoTasks.events();

  it('waits with both timers set and all three tasks suspended', () => {
    const state = stateAfter(events, (event) => event.kind === 'WAIT_BEGINS');
    expect(state.loop).toMatchObject({ phase: 'wait', deadline: 0.5 });
    expect([...state.timers.values()].map((timer) => timer.deadline).sort()).toEqual([0.5, 1]);
    expect([...state.tasks.values()].map((task) => [task.name, task.phase, task.line])).toEqual([
      ['Task-1', 'waiting', 15],
      ['Task-2', 'waiting', 10],
      ['Task-3', 'waiting', 10],
    ]);
    expect(state.tasks.get([...state.alive.keys()][1] ?? 0)?.waits).toMatchObject({ futureKind: 1, deadline: 1 });
    expect(queueOf(state)).toEqual([]);
  });

  it('has a new task in the ready queue, for the next turn', () => {
    const state = stateAfter(events, (event) => event.kind === 'TASK_MADE', 3);
    const queued = foldRange(state, events, state.position, state.position + 1);
    expect(queueOf(queued)).toEqual([
      ['Task-2', 'next turn'],
      ['Task-3', 'next turn'],
    ]);
    expect([...queued.tasks.values()].map((task) => task.phase)).toEqual(['running', 'ready', 'ready']);
  });

  it('puts what is queued into the batch when the next one begins', () => {
    const state = stateAfter(events, (event) => event.kind === 'BATCH_BEGINS', 2);
    expect(queueOf(state)).toEqual([
      ['Task-2', 'this turn'],
      ['Task-3', 'this turn'],
    ]);
  });

  it('shows one task running at a time, at its line', () => {
    const state = stateAfter(events, (event) => event.kind === 'LINE' && event.line === 11);
    expect(state.tasks.get(state.currentTask)?.name).toBe('Task-3');
    expect(state.line).toBe(11);
  });

  it('ends with everything done', () => {
    const { end } = record(events);
    expect(end.phase).toBe('ended');
    expect(end.status).toBe(0);
    expect(end.alive.size).toBe(0);
    expect([...end.tasks.values()].map((task) => task.phase)).toEqual(['done', 'done', 'done']);
    expect(end.timers.size).toBe(0);
    expect(end.running).toBeNull();
  });
});

describe('other events', () => {
  it('keeps an exception that nobody caught', () => {
    const { end } = record(SCENARIOS.failure.events());
    expect(end.problem).toMatchObject({ type: 'ValueError', text: 'no luck' });
    expect([...end.tasks.values()].map((task) => task.phase)).toEqual(['failed', 'failed']);
    expect(end.status).toBe(1);
  });

  it('notes who blocked the loop and for how long', () => {
    const events = SCENARIOS.many.events();
    const state = stateAfter(events, (event) => event.kind === 'LOOP_BLOCKED');
    expect(state.blocked).toMatchObject({ seconds: 0.4, line: 29 });
    expect(state.tasks.get(state.blocked?.task ?? 0)?.name).toBe('Task-1');
    expect(state.blocked?.holds).toBe(true);
    expect(foldRange(state, events, state.position, state.position + 1).blocked?.holds).toBe(false);
  });

  it('shows a worker while it blocks and when it is done', () => {
    const events = SCENARIOS.many.events();
    const parked = stateAfter(events, (event) => event.kind === 'WORKER_PARKS');
    expect([...parked.workers.values()][0]).toMatchObject({ phase: 'parked', job: 'time.sleep' });
    const done = stateAfter(events, (event) => event.kind === 'WORKER_ENDS');
    expect([...done.workers.values()][0]?.phase).toBe('done');
  });

  it('drops cancelled handles at the end of their batch', () => {
    const made: EngineEvent[] = [
      { kind: 'HANDLE_QUEUED', time: 0, handle: 1, handleKind: 0, subject: 0, by: 0, label: 'f' },
      { kind: 'HANDLE_QUEUED', time: 0, handle: 2, handleKind: 0, subject: 0, by: 0, label: 'g' },
      { kind: 'BATCH_BEGINS', time: 0, loop: 9, iteration: 1, ready: 2 },
      { kind: 'HANDLE_BEGINS', time: 0, handle: 1 },
      { kind: 'HANDLE_CANCELLED', time: 0, handle: 2 },
      { kind: 'HANDLE_ENDS', time: 0, handle: 1, seconds: 0 },
    ];
    const before = foldRange(EMPTY_STATE, made, 0, made.length);
    expect([...before.ready.values()].map((handle) => handle.cancelled)).toEqual([true]);
    expect(fold(before, { kind: 'BATCH_ENDS', time: 0, loop: 9 }).ready.size).toBe(0);
  });

  it('survives events about things it has never heard of', () => {
    const strange: EngineEvent[] = [
      { kind: 'HANDLE_BEGINS', time: 1, handle: 7 },
      { kind: 'TASK_STEP_BEGINS', time: 1, task: 8, line: 3 },
      { kind: 'TASK_STEP_ENDS', time: 1, task: 8, reason: 0, future: 9, line: 3 },
      { kind: 'FUTURE_RESOLVED', time: 1, future: 10, outcome: 1, by: 0 },
      { kind: 'TIMER_FIRED', time: 1, handle: 11 },
      { kind: 'WORKER_ENDS', time: 2, worker: 12, outcome: 1 },
    ];
    expect(foldRange(EMPTY_STATE, strange, 0, strange.length)).toMatchObject({ time: 2, position: 6 });
  });
});

/** All of a state, for keeping. */
function plain(state: LoopState): unknown {
  const tables = [state.ready, state.places, state.timers, state.tasks, state.futures, state.workers, state.alive].map((table) => [...table]);
  return structuredClone([tables, state.loop, state.running, state.line, state.blocked, state.problem, state.position]);
}

describe('the fold', () => {
  it('never changes a state that it was given', () => {
    const events = SCENARIOS.many.events();
    const middle = foldRange(EMPTY_STATE, events, 0, 120);
    const copy = plain(middle);
    foldRange(middle, events, 120, events.length);
    expect(plain(middle)).toEqual(copy);
  });

  it('gives the same state from any earlier state as from the start', () => {
    for (const scenario of Object.values(SCENARIOS)) {
      const events = scenario.events();
      for (let from = 0; from < events.length; from += 7) {
        const start = foldRange(EMPTY_STATE, events, 0, from);
        expect(foldRange(start, events, from, events.length)).toEqual(foldRange(EMPTY_STATE, events, 0, events.length));
      }
    }
  });
});

describe('a timer that is cancelled', () => {
  const set = (handle: number, deadline: number, time = 0): EngineEvent => ({ kind: 'TIMER_SET', time, handle, deadline, owner: 0, label: 'late' });
  const begin: EngineEvent[] = [
    { kind: 'RUN_BEGINS', time: 0, clock: 1, file: 'x.py' },
    { kind: 'LOOP_MADE', time: 0, loop: 1 },
    set(5, 4),
    set(6, 1),
    { kind: 'TIMER_CANCELLED', time: 0, handle: 5 },
  ];
  const after = (...more: EngineEvent[]): LoopState => foldRange(EMPTY_STATE, [...begin, ...more], 0, begin.length + more.length);

  it('is kept apart, for as long as the loop would still come to it', () => {
    expect(after().timers.has(5)).toBe(false);
    expect(after().struck).toMatchObject([{ id: 5, deadline: 4, cancelled: true }]);
    expect(after({ kind: 'WAIT_BEGINS', time: 0, loop: 1, deadline: 1 }).struck).toHaveLength(1);
    expect(after(set(7, 9), { kind: 'WAIT_BEGINS', time: 4.5, loop: 1, deadline: 9 }).struck).toEqual([]);
  });

  it('is forgotten when no other timer is left', () => {
    expect(after({ kind: 'TIMER_FIRED', time: 1, handle: 6 }, { kind: 'BATCH_BEGINS', time: 1, loop: 1, iteration: 2, ready: 1 }).struck).toEqual([]);
  });
});
