import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { fold, foldRange } from '../../../web/src/model/fold';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE } from '../../../web/src/model/state';
import type { LoopState, SharedObject } from '../../../web/src/model/state';
import { story } from '../../../web/src/model/story';
import { waitsFor } from '../../../web/src/model/words';
import { objectPhrase } from '../../../web/src/model/words_objects';

type WithoutTime<E> = E extends EngineEvent ? Omit<E, 'time'> : never;

const MAIN = 2;
const OTHER = 3;
const LOCK = 10;

const BEGIN: WithoutTime<EngineEvent>[] = [
  { kind: 'RUN_BEGINS', clock: 1, file: 'shared.py' },
  { kind: 'LOOP_MADE', loop: 1 },
  { kind: 'TASK_MADE', task: MAIN, by: 0, line: 9, name: 'Task-1', coroutine: 'main' },
  { kind: 'TASK_MADE', task: OTHER, by: MAIN, line: 10, name: 'Task-2', coroutine: 'other' },
];

const made = (object: number, objectKind: number, name: string, size = 0, part = 0): WithoutTime<EngineEvent> => ({
  kind: 'OBJECT_MADE',
  object,
  objectKind,
  part,
  size,
  by: MAIN,
  line: 4,
  name,
});

const waits = (future: number, futureKind: number, object: number, task: number): WithoutTime<EngineEvent>[] => [
  { kind: 'FUTURE_MADE', future, futureKind, owner: task, label: '' },
  { kind: 'OBJECT_AWAITED', future, object },
  { kind: 'FUTURE_AWAITED', future, task },
];

function play(events: readonly WithoutTime<EngineEvent>[]): { state: LoopState; said: string } {
  const all = [...BEGIN, ...events].map((event) => ({ ...event, time: 0 }));
  const state = foldRange(EMPTY_STATE, all, 0, all.length);
  const recording = new Recording();
  recording.append(all);
  return { state, said: story(recording.log, state) };
}

function objectAfter(events: readonly WithoutTime<EngineEvent>[], id: number): SharedObject {
  const object = play(events).state.objects.get(id);
  if (!object) throw new Error('no such object');
  return object;
}

function waitOf(state: LoopState, task: number): string {
  const reason = state.tasks.get(task)?.waits;
  return reason ? waitsFor(state, reason) : '';
}

describe('what tasks share', () => {
  it('has the name that the program gives it, and no name twice', () => {
    const { state } = play([made(10, 0, 'fork'), made(11, 0, 'fork'), made(12, 0, ''), made(13, 0, ''), made(14, 3, 'door', 0, 13)]);
    expect([...state.objects.values()].map((object) => object.name)).toEqual(['fork', 'fork 2', 'lock', 'lock of door', 'door']);
  });

  it('says who holds a lock and who waits for it', () => {
    const before = [made(LOCK, 0, 'fork'), { kind: 'LOCK_TAKEN', object: LOCK, by: MAIN } as const, ...waits(20, 4, LOCK, OTHER)];
    const { state } = play(before);
    expect(waitOf(state, OTHER)).toBe('fork, held by Task-1');
    expect(objectAfter(before, LOCK)).toMatchObject({ held: true, holder: MAIN });
    const freed = [...before, { kind: 'LOCK_FREED', object: LOCK, by: MAIN } as const];
    expect(play(freed).said).toBe("Task-1 releases fork: it is Task-2's turn.");
    const woken = [...freed, { kind: 'FUTURE_RESOLVED', future: 20, outcome: 1, by: MAIN } as const];
    expect(objectPhrase(play(woken).state, objectAfter(woken, LOCK))).toBe('free, goes to Task-2');
    const taken = [...woken, { kind: 'OBJECT_LEFT', future: 20, object: LOCK } as const, { kind: 'LOCK_TAKEN', object: LOCK, by: OTHER } as const];
    expect(objectPhrase(play(taken).state, objectAfter(taken, LOCK))).toBe('held by Task-2');
    expect(objectAfter(taken, LOCK).waiters.size).toBe(0);
  });

  it('counts the permits of a semaphore by task', () => {
    const events = [
      made(LOCK, 2, 'pool', 2),
      { kind: 'SEMAPHORE_CHANGED', object: LOCK, change: 0, free: 1, by: MAIN } as const,
      { kind: 'SEMAPHORE_CHANGED', object: LOCK, change: 0, free: 0, by: MAIN } as const,
      ...waits(20, 12, LOCK, OTHER),
    ];
    const pool = objectAfter(events, LOCK);
    expect(pool.what === 'semaphore' && [...pool.holders]).toEqual([[MAIN, 2]]);
    expect(waitOf(play(events).state, OTHER)).toBe('a permit of pool (0 of 2 free)');
    const back = objectAfter([...events, { kind: 'SEMAPHORE_CHANGED', object: LOCK, change: 1, free: 1, by: MAIN } as const], LOCK);
    expect(back.what === 'semaphore' && [...back.holders]).toEqual([[MAIN, 1]]);
  });

  it('knows what is in a queue, by its order', () => {
    const put = (item: string, size: number): WithoutTime<EngineEvent> => ({ kind: 'QUEUE_PUT', object: LOCK, size, unfinished: size, by: MAIN, item });
    const got = (item: string, size: number): WithoutTime<EngineEvent> => ({ kind: 'QUEUE_GOT', object: LOCK, size, unfinished: 3, by: OTHER, item });
    const items = (kind: number, taken: string): readonly string[] => {
      const queue = objectAfter([made(LOCK, kind, 'jobs', 3), put('1', 1), put('2', 2), put('1', 3), got(taken, 2)], LOCK);
      return queue.what === 'queue' ? [...queue.items.values()] : [];
    };
    expect(items(5, '1')).toEqual(['2', '1']);
    expect(items(6, '1')).toEqual(['1', '2']);
    expect(items(7, '2')).toEqual(['1', '1']);
    const { state, said } = play([made(LOCK, 5, 'jobs', 1), put('7', 1), ...waits(20, 7, LOCK, MAIN), ...waits(21, 8, LOCK, OTHER)]);
    expect(waitOf(state, MAIN)).toBe('room in jobs (full: 1)');
    expect(waitOf(state, OTHER)).toBe('jobs to be worked off (1 left)');
    expect(said).toBe('Task-1 puts 7 into jobs: 1 in it.');
  });

  it('tells why a task was asked to end', () => {
    const ask = (why: number, source: number, message = ''): string =>
      play([made(LOCK, 8, 'group'), made(11, 9, 'limit'), { kind: 'TASK_CANCEL_ASKED', task: OTHER, by: MAIN, why, source, message }]).said;
    expect(ask(0, 0, 'enough')).toBe('Task-1 asks to cancel Task-2 (“enough”).');
    expect(ask(1, MAIN)).toBe('Task-2 is cancelled with Task-1, which waits for it.');
    expect(ask(2, LOCK)).toBe('group asks to cancel Task-2.');
    expect(ask(3, 11)).toBe('limit expired: Task-2 is asked to end.');
    expect(ask(4, 0)).toBe('The run ends: Task-2 is still there and is cancelled.');
  });

  it('tells of a group that cancels, and of an error that goes on', () => {
    const events = [
      made(LOCK, 8, 'group'),
      { kind: 'GROUP_TASK', object: LOCK, task: OTHER } as const,
      { kind: 'ERROR_PASSED', from: OTHER, to: LOCK, type: 'ValueError', text: 'no' } as const,
    ];
    expect(play(events).said).toBe('ValueError: no goes from Task-2 to group.');
    const cancels = [...events, { kind: 'GROUP_CANCELS', object: LOCK, why: 0, task: OTHER, count: 2 } as const];
    expect(play(cancels).said).toBe('Task-2 failed, so group cancels the 2 that are left.');
    expect(objectAfter(cancels, LOCK)).toMatchObject({ cancelling: true });
  });

  it('knows the deadline of a time limit until its block is left', () => {
    const events = [made(LOCK, 9, ''), { kind: 'LIMIT_SET', object: LOCK, task: MAIN, deadline: 2 } as const];
    const { state, said } = play(events);
    expect(said).toBe('Task-1 has until 2.00 s (time limit).');
    expect(state.objectsAlive.has(LOCK)).toBe(true);
    const after = fold(state, { kind: 'OBJECT_ENDED', time: 1, object: LOCK, how: 1 });
    expect(after.objectsAlive.has(LOCK)).toBe(false);
    expect(state.objectsAlive.has(LOCK)).toBe(true);
  });
});
