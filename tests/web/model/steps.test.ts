/** Where a step by line stops, and what is told there. */
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { Cursor } from '../../../web/src/model/cursor';
import { pointersOf } from '../../../web/src/model/marks';
import { Recording } from '../../../web/src/model/recording';
import { story } from '../../../web/src/model/story';
import { SCENARIOS } from '../scenarios';

function cursorOn(events: readonly EngineEvent[]): Cursor {
  const recording = new Recording();
  recording.append(events);
  return new Cursor(recording);
}

/** Kind of the event behind which each step stops, and the sentence there. */
function walk(cursor: Cursor): [string, string][] {
  const stops: [string, string][] = [];
  while (cursor.forward('line')) stops.push([cursor.state.last?.kind ?? '', story(cursor.recording.log, cursor.state)]);
  return stops;
}

const run: readonly EngineEvent[] = [
  { kind: 'RUN_BEGINS', time: 0, clock: 1, file: 'main.py' },
  { kind: 'LOOP_MADE', time: 0, loop: 1 },
  { kind: 'TASK_MADE', time: 0, task: 2, by: 0, line: 9, name: 'Task-1', coroutine: 'main' },
  { kind: 'HANDLE_QUEUED', time: 0, handle: 3, handleKind: 1, subject: 2, by: 0, label: 'Task-1' },
  { kind: 'BATCH_BEGINS', time: 0, loop: 1, iteration: 1, ready: 1 },
  { kind: 'HANDLE_BEGINS', time: 0, handle: 3 },
  { kind: 'TASK_STEP_BEGINS', time: 0, task: 2, line: 0 },
];

describe('a step by line', () => {
  it('stops once where several tasks are made together', () => {
    const stops = walk(cursorOn(SCENARIOS.twoTasks.events()));
    const made = stops.filter(([, sentence]) => sentence.includes('made'));
    expect(made.map(([, sentence]) => sentence)).toEqual([
      'An event loop is made; nothing has been given to it yet.',
      'Task-1 is made for main() and joins the ready queue; it has not run yet.',
      'Task-2 and Task-3 are made and join the ready queue; none has run yet.',
    ]);
  });

  it('stops where a task wakes, with the task in the ready queue', () => {
    const cursor = cursorOn(SCENARIOS.twoTasks.events());
    while (!story(cursor.recording.log, cursor.state).includes('sleep is over')) expect(cursor.forward('line')).toBe(true);
    expect(cursor.state.ready.size).toBe(1);
  });

  it('stops at the place in the queue that sleep(0) leads to, not before', () => {
    const stops = walk(
      cursorOn([
        ...run,
        { kind: 'LINE', time: 0, line: 7, by: 2 },
        { kind: 'TASK_STEP_ENDS', time: 0, task: 2, reason: 4, future: 0, line: 7 },
        { kind: 'HANDLE_QUEUED', time: 0, handle: 5, handleKind: 1, subject: 2, by: 2, label: 'Task-1' },
      ]),
    );
    expect(stops.slice(2)).toEqual([
      ['LINE', 'Task-1 runs line 7.'],
      ['HANDLE_QUEUED', 'Task-1 lets the others run and joins the end of the ready queue.'],
    ]);
  });

  it("passes over what asyncio does for itself: winding up, its callbacks, a pool's thread between two jobs", () => {
    const stops = walk(
      cursorOn([
        ...run,
        { kind: 'WORKER_BEGINS', time: 0, worker: 8, workerKind: 0, name: 'asyncio_0', job: 'f' },
        { kind: 'WORKER_PARKS', time: 0, worker: 8, deadline: 1 },
        { kind: 'WORKER_ENDS', time: 1, worker: 8, outcome: 1 },
        { kind: 'HANDLE_QUEUED', time: 1, handle: 6, handleKind: 0, subject: 0, by: 8, label: '_chain_future.<locals>._set_state' },
        { kind: 'WORKER_PARKS', time: 1, worker: 8, deadline: Infinity },
        { kind: 'TASK_STEP_ENDS', time: 1, task: 2, reason: 1, future: 0, line: 0 },
        { kind: 'HANDLE_QUEUED', time: 1, handle: 7, handleKind: 3, subject: 2, by: 2, label: 'done callback' },
        { kind: 'HANDLE_BEGINS', time: 1, handle: 7 },
        { kind: 'TASK_MADE', time: 1, task: 9, by: 0, line: 0, name: 'Task-2', coroutine: 'loop.shutdown_asyncgens' },
        { kind: 'HANDLE_QUEUED', time: 1, handle: 10, handleKind: 1, subject: 9, by: 0, label: 'Task-2' },
        { kind: 'TASK_STEP_ENDS', time: 1, task: 9, reason: 1, future: 0, line: 0 },
        { kind: 'LOOP_CLOSED', time: 1, loop: 1 },
        { kind: 'RUN_ENDS', time: 1, status: 0 },
      ]),
    );
    expect(stops.slice(2).map(([kind]) => kind)).toEqual(['WORKER_BEGINS', 'WORKER_PARKS', 'WORKER_ENDS', 'TASK_STEP_ENDS', 'LOOP_CLOSED', 'RUN_ENDS']);
  });

  it("stops at the learner's own callbacks, and says whose line runs there", () => {
    const stops = walk(
      cursorOn([
        ...run.slice(0, 2),
        { kind: 'HANDLE_QUEUED', time: 0, handle: 4, handleKind: 0, subject: 0, by: 0, label: 'shout' },
        { kind: 'BATCH_BEGINS', time: 0, loop: 1, iteration: 1, ready: 1 },
        { kind: 'HANDLE_BEGINS', time: 0, handle: 4 },
        { kind: 'LINE', time: 0, line: 3, by: 0 },
        { kind: 'HANDLE_ENDS', time: 0, handle: 4, seconds: 0 },
        { kind: 'TIMER_SET', time: 0, handle: 5, deadline: 2, owner: 0, label: 'Timeout._on_timeout' },
        { kind: 'WAIT_BEGINS', time: 0, loop: 1, deadline: 2 },
      ]),
    );
    expect(stops.slice(1).map(([, sentence]) => sentence)).toEqual([
      'The callback shout joins the ready queue.',
      'The loop runs shout.',
      'The callback shout runs line 3.',
      'Nothing is ready: the loop waits until 2.00 s, for the time limit.',
    ]);
  });
});

describe('the end', () => {
  it('names what nobody caught, and where', () => {
    const end = (status: number, problem: readonly EngineEvent[]): string =>
      walk(cursorOn([...run.slice(0, 1), ...problem, { kind: 'RUN_ENDS', time: 0, status }])).at(-1)?.[1] ?? '';
    expect(end(0, [])).toBe('The program has ended.');
    expect(end(3, [{ kind: 'EXCEPTION', time: 0, by: 0, line: 4, type: 'SystemExit', text: '3' }])).toBe('The program has ended with status 3.');
    expect(end(1, [{ kind: 'EXCEPTION', time: 0, by: 0, line: 4, type: 'ValueError', text: 'no luck' }])).toBe(
      'The program has ended: nobody caught ValueError: no luck (line 4).',
    );
    expect(end(1, [{ kind: 'EXCEPTION', time: 0, by: 0, line: 2, type: 'SyntaxError', text: 'invalid syntax (main.py, line 2)' }])).toBe(
      'The program has ended: nobody caught SyntaxError: invalid syntax (line 2).',
    );
    expect(end(1, [{ kind: 'EXCEPTION', time: 0, by: 0, line: 9, type: 'RuntimeError', text: 'nothing ready and no timer set' }])).toBe(
      'The program would wait for ever, so it was ended: nothing ready and no timer set.',
    );
  });
});

describe('workers in the source', () => {
  it('are marked at the line where they block, as long as they have a job', () => {
    const events: EngineEvent[] = [
      ...run,
      { kind: 'WORKER_BEGINS', time: 0, worker: 8, workerKind: 0, name: 'asyncio_0', job: 'f' },
      { kind: 'LINE', time: 0, line: 12, by: 8 },
      { kind: 'WORKER_PARKS', time: 0, worker: 8, deadline: 0.5 },
      { kind: 'WORKER_ENDS', time: 0.5, worker: 8, outcome: 1 },
    ];
    const cursor = cursorOn(events);
    cursor.moveTo(events.length - 1);
    expect(pointersOf(cursor.state).waits).toEqual([{ line: 12, colour: 7, name: 'asyncio_0', phrase: 'blocks until 0.50 s' }]);
    cursor.moveTo(events.length);
    expect(pointersOf(cursor.state).waits).toEqual([]);
  });
});
