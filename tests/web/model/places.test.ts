/** Where error output points. */
import { describe, expect, it } from 'vitest';
import { outputAt } from '../../../web/src/model/output';
import { errorPlaces, placeIn } from '../../../web/src/model/places';
import { Recording } from '../../../web/src/model/recording';

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
