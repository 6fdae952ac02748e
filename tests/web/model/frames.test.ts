/** Frames and values at every moment: beside the log, whose positions know nothing of them. */
import { describe, expect, it } from 'vitest';
import { TASK_STEP_ENDS_REASON } from '../../../web/src/engine/events.generated';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { Cursor } from '../../../web/src/model/cursor';
import type { FrameLook } from '../../../web/src/model/frames';
import { Recording } from '../../../web/src/model/recording';
import { MODULE, valuesOf } from '../../../web/src/model/values';

const begins = (by: number, depth: number, name: string, line = 1): EngineEvent => ({ kind: 'FRAME_BEGINS', time: 0, by, depth, line, function: name });
const ends = (by: number, depth: number): EngineEvent => ({ kind: 'FRAME_ENDS', time: 0, by, depth });
const value = (by: number, depth: number, slot: number, text: string): EngineEvent => ({ kind: 'VALUE_CHANGED', time: 0, by, depth, slot, text });
const line = (by: number, number: number): EngineEvent => ({ kind: 'LINE', time: 0, line: number, by });
const stepEnds = (task: number, reason: number): EngineEvent => ({ kind: 'TASK_STEP_ENDS', time: 0, task, reason, future: 0, line: 0 });

function recordingOf(events: readonly EngineEvent[]): Recording {
  const recording = new Recording();
  recording.append(events);
  return recording;
}

const words = (frames: readonly FrameLook[]): string[] => frames.map(({ function: of, line: at, locals }) => `${of} ${at.toString()} ${locals.map((local) => `${local.name}=${local.value}`).join()}`.trim());

const STORY: readonly EngineEvent[] = [
  begins(0, 1, MODULE, 1),
  value(0, 0, 3, 'n = 1'),
  line(0, 1),
  begins(7, 1, 'work', 4),
  value(7, 1, 0, "name = 'a = b'"),
  line(7, 4),
  begins(7, 2, 'fetch', 9),
  value(7, 2, 0, 'x = [1]'),
  line(7, 9),
  value(7, 2, 0, 'x = [1, 2]'),
  line(7, 10),
  ends(7, 2),
  value(7, 1, 2, 'got = 2'),
  line(7, 5),
  value(7, 1, 2, 'got'),
  stepEnds(7, TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE),
  stepEnds(7, TASK_STEP_ENDS_REASON.DONE),
];

describe('frames', () => {
  it('are so from the line on before which they were told, and no event of their own', () => {
    const { frames, length } = recordingOf(STORY);
    expect(length).toBe(7);
    expect(words(frames.framesOf(7, 1))).toEqual([]);
    expect(words(frames.framesOf(7, 2))).toEqual(["work 4 name='a = b'"]);
    expect(words(frames.framesOf(7, 3))).toEqual(['fetch 9 x=[1]', "work 4 name='a = b'"]);
    expect(words(frames.framesOf(7, 4))).toEqual(['fetch 10 x=[1, 2]', "work 4 name='a = b'"]);
    expect(words(frames.framesOf(7, 5))).toEqual(["work 5 name='a = b',got=2"]);
    expect(words(frames.framesOf(7, 6))).toEqual(["work 5 name='a = b'"]);
    expect(words(frames.framesOf(7, 7))).toEqual([]);
    expect(words(frames.framesOf(0, 7))).toEqual([`${MODULE} 1`]);
    expect(frames.globals(7)).toEqual([{ name: 'n', value: '1' }]);
    expect(frames.whoHasFrames(4)).toEqual([0, 7]);
  });

  it('of a callback end with its handle, though no line tells so', () => {
    const handle = (kind: 'HANDLE_BEGINS' | 'HANDLE_ENDS'): EngineEvent =>
      kind === 'HANDLE_BEGINS' ? { kind, time: 0, handle: 3 } : { kind, time: 0, handle: 3, seconds: 0 };
    const { frames } = recordingOf([begins(0, 1, MODULE), line(0, 1), handle('HANDLE_BEGINS'), begins(0, 2, 'called', 5), line(0, 5), handle('HANDLE_ENDS')]);
    expect(words(frames.framesOf(0, 3))).toEqual(['called 5', `${MODULE} 1`]);
    expect(words(frames.framesOf(0, 4))).toEqual([`${MODULE} 1`]);
  });

  it('are the same at a moment wherever one comes from, and after the rest was cut away', () => {
    let seed = 1;
    const pick = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const depths = [0, 0, 0];
    const events: EngineEvent[] = [];
    for (let n = 0; n < 30_000; n++) {
      const by = pick(3);
      const depth = depths[by] ?? 0;
      const what = pick(5);
      if (what === 0 && depth < 6) events.push(begins(by, (depths[by] = depth + 1), `f${n.toString()}`, pick(50)));
      else if (what === 1 && depth > 0) events.push(ends(by, (depths[by] = pick(depth)) + 1));
      else if (what === 2 && depth > 0) events.push(value(by, 1 + pick(depth), pick(5), pick(4) === 0 ? 'v' : `v = ${n.toString()}`));
      else events.push(line(by, pick(50)));
    }
    const recording = recordingOf(events);
    const moments = Array.from({ length: 60 }, () => pick(recording.length));
    const forward = [...moments].sort((a, b) => a - b).map((at) => recording.frames.framesOf(1, at));
    const back = [...moments].sort((a, b) => b - a).map((at) => recording.frames.framesOf(1, at));
    expect(back.reverse()).toEqual(forward);
    const half = Math.floor(recording.length / 2);
    const kept = moments.filter((at) => at <= half);
    const before = kept.map((at) => recording.frames.framesOf(2, at));
    const cut = recording.cutAt(half);
    expect(cut.length).toBe(half);
    expect(kept.map((at) => cut.frames.framesOf(2, at))).toEqual(before);
  });
});

describe('the values of a name', () => {
  const events: readonly EngineEvent[] = [
    begins(0, 1, MODULE),
    value(0, 0, 0, 'n = 9'),
    line(0, 1),
    begins(1, 1, 'work', 4),
    value(1, 1, 0, 'n = 1'),
    line(1, 4),
    begins(2, 1, 'work', 4),
    value(2, 1, 0, 'n = 2'),
    line(2, 4),
  ];
  const cursor = new Cursor(recordingOf(events));
  cursor.moveTo(3);

  it('are those of everybody in the function, whoever runs first', () => {
    expect(valuesOf(cursor, 0, 'n', 'work', true)).toEqual([
      { of: 2, value: '2' },
      { of: 1, value: '1' },
    ]);
  });

  it('are those of the chosen task alone', () => {
    expect(valuesOf(cursor, 1, 'n', 'work', true)).toEqual([{ of: 1, value: '1' }]);
  });

  it('are the program’s where the function has none of its own', () => {
    expect(valuesOf(cursor, 0, 'n', 'other', false)).toEqual([{ of: 0, value: '9' }]);
    expect(valuesOf(cursor, 0, 'n', 'other', true)).toEqual([]);
    expect(valuesOf(cursor, 0, 'n', MODULE, false)).toEqual([{ of: 0, value: '9' }]);
  });
});
