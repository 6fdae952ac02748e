/** Where error output points. */
import { describe, expect, it } from 'vitest';
import { outputAt } from '../../../web/src/model/output';
import { errorPlaces, isAmong, lineSign, lineWords, placeIn, toldPlace } from '../../../web/src/model/places';
import { pointersOf } from '../../../web/src/model/marks';
import { Recording } from '../../../web/src/model/recording';
import { LINE_BITS } from '../../../web/src/engine/events.generated';

function placesOf(type: string, ...texts: readonly string[]): (readonly [string, number])[] | null {
  const recording = new Recording();
  recording.append(texts.map((text) => ({ kind: 'OUTPUT', time: 0, stream: 2, by: 0, line: 0, text })));
  const places = errorPlaces(outputAt(recording.log, recording.length).lines, type);
  return places && [...places];
}

const frame = (path: string, line: number): string => `  File "${path}", line ${line.toString()}, in f\n    f()\n`;
const HEAD = 'Traceback (most recent call last):\n';

describe('the places that error output names', () => {
  it('are files by their paths beside the program, which has none', () => {
    const found = (text: string): unknown => {
      const place = placeIn(text);
      return place && [place.file, place.line, text.slice(place.from, place.to)];
    };
    expect(found('  File "main.py", line 12, in main')).toEqual(['', 12, 'File "main.py", line 12']);
    expect(found('  |   File "/home/loopscope/shop/prices.py", line 3')).toEqual(['shop/prices.py', 3, 'File "/home/loopscope/shop/prices.py", line 3']);
    expect(found('/home/loopscope/util.py:3: UserWarning: old')).toEqual(['util.py', 3, '/home/loopscope/util.py:3:']);
    expect(found('util.py:3: a line of a linter')).toBeNull();
    expect(found('ValueError: no')).toBeNull();
  });

  it('tell where an error came from: the innermost line of each file', () => {
    const text = HEAD + frame('main.py', 9) + frame('main.py', 4) + frame('/home/loopscope/util.py', 7) + frame('/home/loopscope/util.py', 2) + 'ValueError: no\n';
    expect(placesOf('ValueError', text)).toEqual([['util.py', 2], ['', 4]]);
  });

  it('of the error that is asked for, whatever was printed behind it', () => {
    const caught = `${HEAD}${frame('main.py', 1)}KeyError: 1\n\nDuring handling of the above exception, another exception occurred:\n\n`;
    const text = `${caught}${HEAD}${frame('main.py', 3)}shop.NoMoney: none\n`;
    expect(placesOf('NoMoney', text, "main.py:8: RuntimeWarning: coroutine 'f' was never awaited\n")).toEqual([['', 3]]);
    expect(placesOf('KeyError', text)).toEqual([['', 1]]);
    expect(placesOf('OSError', text)).toBeNull();
  });

  it('of an exception group, where the group was raised', () => {
    const text = `  + Exception Group Traceback (most recent call last):\n  |   File "main.py", line 10, in <module>\n  |     run()\n  | ExceptionGroup: two (1 sub-exception)\n  +-+---------------- 1 ----------------\n    | Traceback (most recent call last):\n    |   File "main.py", line 4, in boom\n    | ValueError: 1\n    +------------------------------------\n`;
    expect(placesOf('ExceptionGroup', text)).toEqual([['', 10]]);
  });
});

describe('the lines of the log', () => {
  const files = ['util.py', 'shop/prices.py'];
  const told = (file: number, line: number): number => file * 2 ** LINE_BITS + line;

  it('are places in the program or in a file that was told of', () => {
    expect(toldPlace({ files }, 12)).toEqual({ file: '', line: 12 });
    expect(toldPlace({ files }, told(2, 3))).toEqual({ file: 'shop/prices.py', line: 3 });
    expect(toldPlace({ files: [] }, told(1, 3))).toEqual({ file: '?', line: 3 });
    expect(toldPlace({ files: [] }, told(2047, 1)).line).toBe(1);
  });

  it('are said with the file that is not the program', () => {
    expect([lineWords({ files }, 7), lineWords({ files }, told(1, 7)), lineWords({ files }, 0)]).toEqual(['line 7', 'util.py, line 7', '']);
    expect([lineSign({ files }, 7), lineSign({ files }, told(2, 7))]).toEqual(['L7', 'shop/prices.py:7']);
  });

  it('are where a breakpoint is only in its own file', () => {
    const stops = new Map([['util.py', new Set([3])]]);
    expect([told(1, 3), told(2, 3), 3, told(1, 4), told(9, 3)].map((line) => isAmong({ files }, line, stops))).toEqual([true, false, false, false, false]);
  });

  it('point into the file that is looked at', () => {
    const recording = new Recording();
    const line = (by: number, at: number): { kind: 'LINE'; time: number; by: number; line: number } => ({ kind: 'LINE', time: 0, by, line: at });
    recording.append([{ kind: 'RUN_BEGINS', time: 0, clock: 1, file: 'main.py' }, line(0, 2), { kind: 'FILE_TOLD', time: 0, number: 1, path: 'util.py' }, line(0, told(1, 5))]);
    const state = recording.stateAt(recording.length);
    expect(recording.end.files).toEqual(['util.py']);
    expect(pointersOf(state, null, 'util.py').running?.line).toBe(5);
    expect(pointersOf(state).running).toBeNull();
  });
});
