import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { Cursor } from '../../../web/src/model/cursor';
import { foldRange } from '../../../web/src/model/fold';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE } from '../../../web/src/model/state';
import { SCENARIOS } from '../scenarios';

function cursorOn(events: readonly EngineEvent[]): Cursor {
  const recording = new Recording();
  recording.append(events);
  return new Cursor(recording);
}

/** A log long enough for several checkpoints: tasks that take turns. */
function longLog(turns: number): EngineEvent[] {
  const events: EngineEvent[] = [{ kind: 'TASK_MADE', time: 0, task: 1, by: 0, line: 1, name: 'Task-1', coroutine: 'f' }];
  for (let turn = 0; turn < turns; turn++) {
    const time = turn / 1000;
    events.push({ kind: 'HANDLE_QUEUED', time, handle: 10 + turn, handleKind: 1, subject: 1, by: 1, label: '' });
    events.push({ kind: 'BATCH_BEGINS', time, loop: 2, iteration: turn, ready: 1 });
    events.push({ kind: 'HANDLE_BEGINS', time, handle: 10 + turn });
    events.push({ kind: 'TASK_STEP_BEGINS', time, task: 1, line: 2 });
    events.push({ kind: 'LINE', time, line: 3, by: 1 });
    events.push({ kind: 'TASK_STEP_ENDS', time, task: 1, reason: 4, future: 0, line: 3 });
    events.push({ kind: 'HANDLE_ENDS', time, handle: 10 + turn, seconds: 0 });
    events.push({ kind: 'BATCH_ENDS', time, loop: 2 });
  }
  return events;
}

describe('the cursor', () => {
  it('comes back to where it was after a step forward and a step back', () => {
    const cursor = cursorOn(SCENARIOS.many.events());
    for (const unit of ['line', 'task', 'iteration', 'event'] as const) {
      cursor.moveTo(0);
      while (cursor.forward(unit)) {
        const { position, state } = cursor;
        if (!cursor.forward(unit)) break;
        cursor.back(unit);
        expect(cursor.position).toBe(position);
        expect(cursor.state).toEqual(state);
      }
    }
  });

  it('stops a step by line at the next line of anybody', () => {
    const cursor = cursorOn(SCENARIOS.twoTasks.events());
    const lines: number[] = [];
    while (cursor.forward('line')) if (cursor.state.last?.kind === 'LINE') lines.push(cursor.state.line);
    expect(lines).toEqual([1, 5, 8, 14, 18, 15, 9, 10, 9, 10, 11, 11]);
  });

  it('finds any moment of a long log from its checkpoints', () => {
    const events = longLog(4000);
    const cursor = cursorOn(events);
    for (const position of [31_999, 5, 20_000, 4096, 8191, 12_288, 0, events.length]) {
      cursor.moveTo(position);
      expect(cursor.state).toEqual(foldRange(EMPTY_STATE, events, 0, position));
    }
  });

  it('gives the same whether the log came at once or in pieces', () => {
    const events = longLog(1500);
    const whole = cursorOn(events).recording;
    const pieces = new Recording();
    for (let at = 0; at < events.length; at += 97) pieces.append(events.slice(at, at + 97));
    expect(pieces.end).toEqual(whole.end);
    expect(pieces.stateAt(5000)).toEqual(whole.stateAt(5000));
    expect(pieces.timeline.lanes).toEqual(whole.timeline.lanes);
    expect(pieces.pace.end).toBeCloseTo(whole.pace.end, 9);
  });

  it('remembers the furthest moment that was shown', () => {
    const cursor = cursorOn(SCENARIOS.twoTasks.events());
    cursor.moveTo(50);
    cursor.moveTo(10);
    expect(cursor.seen).toBe(50);
  });
});
