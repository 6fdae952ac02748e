/** Error output that is folded: what stands in front of it. */
import { describe, expect, it } from 'vitest';
import { outputAt } from '../../../web/src/model/output';
import { grouped } from '../../../web/src/model/output_groups';
import { Recording } from '../../../web/src/model/recording';

function groupsOf(...writes: readonly (readonly [stream: number, text: string])[]): readonly (readonly [string, number, number])[] {
  const recording = new Recording();
  recording.append(writes.map(([stream, text]) => ({ kind: 'OUTPUT', time: 0, stream, by: 0, line: 0, text })));
  return grouped(outputAt(recording.log, recording.length).lines, (file) => file === '').map(({ summary, own, lines }) => [summary, own?.line ?? 0, lines.length]);
}

const TRACEBACK = 'Traceback (most recent call last):\n  File "main.py", line 9, in <module>\n    main()\n  File "main.py", line 4, in main\n    1 / 0\n  File "lib.py", line 2, in other\nZeroDivisionError: division by zero\n';

describe('grouped output', () => {
  it('leaves what the program prints, and a line or two of errors, as they are', () => {
    expect(groupsOf([1, 'a\nb\n'], [2, 'oops\n'], [1, 'c\n'])).toEqual([
      ['', 0, 1],
      ['', 0, 1],
      ['', 0, 1],
      ['', 0, 1],
    ]);
  });

  it("stands a traceback's last line and the own line in front", () => {
    expect(groupsOf([1, 'a\n'], [2, TRACEBACK])).toEqual([
      ['', 0, 1],
      ['ZeroDivisionError: division by zero', 4, 7],
    ]);
  });

  it('keeps a report with its traceback, and two tracebacks apart', () => {
    const report = `Task exception was never retrieved\nfuture: <Task finished>\n${TRACEBACK}`;
    expect(groupsOf([2, report], [2, TRACEBACK])).toEqual([
      ['ZeroDivisionError: division by zero', 4, 9],
      ['ZeroDivisionError: division by zero', 4, 7],
    ]);
  });

  it('folds no log records, and nothing that the program writes to standard error itself', () => {
    const records = 'DEBUG:asyncio:Using selector\nINFO:app:started 1\nWARNING:app:careful\nERROR:app:bad\n';
    expect(groupsOf([2, records], [2, 'a\nb\nc\n'])).toEqual(Array.from({ length: 7 }, () => ['', 0, 1]));
    expect(groupsOf([2, `ERROR:app:failed\n${TRACEBACK}INFO:app:goes on\n12:30:01 later\n`])).toEqual([
      ['', 0, 1],
      ['ZeroDivisionError: division by zero', 4, 7],
      ['', 0, 1],
      ['', 0, 1],
    ]);
  });

  it('says of a warning what Python warns of, and not how to be told more', () => {
    const warning = "main.py:15: RuntimeWarning: coroutine 'save' was never awaited\n  save()\nRuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
    const elsewhere = warning.replace('main.py', '/lib/later.py');
    expect(groupsOf([2, warning])).toEqual([["RuntimeWarning: coroutine 'save' was never awaited", 15, 3]]);
    expect(groupsOf([2, elsewhere])).toEqual([["RuntimeWarning: coroutine 'save' was never awaited", 0, 3]]);
    expect(groupsOf([2, TRACEBACK], [2, warning]).map(([summary]) => summary)).toEqual(['ZeroDivisionError: division by zero', "RuntimeWarning: coroutine 'save' was never awaited"]);
  });

  it('says of an exception group which errors are in it', () => {
    const of = (count: number): string =>
      `  + Exception Group Traceback (most recent call last):\n  |   File "main.py", line 10, in <module>\n  |     asyncio.run(main())\n  | ExceptionGroup: unhandled errors in a TaskGroup (${count.toString()} sub-exceptions)\n${Array.from(
        { length: count },
        (_, n) => `  +-+---------------- ${(n + 1).toString()} ----------------\n    | Traceback (most recent call last):\n    |   File "main.py", line 4, in boom\n    |     raise ValueError(n)\n    | ValueError: ${n.toString()}\n`,
      ).join('')}    +------------------------------------\n`;
    expect(groupsOf([2, of(1)])[0]?.slice(0, 2)).toEqual(['ValueError: 0 (ExceptionGroup)', 4]);
    expect(groupsOf([2, of(3)])[0]?.slice(0, 2)).toEqual(['ValueError: 0, ValueError: 1, +1 (ExceptionGroup)', 4]);
  });
});
