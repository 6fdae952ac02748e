import { describe, expect, it } from 'vitest';
import { Cursor } from '../../../web/src/model/cursor';
import { pointersOf } from '../../../web/src/model/marks';
import { traceOf } from '../../../web/src/model/later/perfetto';
import { outputAt } from '../../../web/src/model/output';
import { Recording } from '../../../web/src/model/recording';
import { colourOf, nameOf } from '../../../web/src/model/state';
import { story } from '../../../web/src/model/story';
import { seconds } from '../../../web/src/model/text';
import { SCENARIOS } from '../scenarios';
import type { Scenario } from '../scenarios';

function recordingOf(scenario: Scenario): Recording {
  const recording = new Recording();
  recording.append(scenario.events());
  return recording;
}

function sentencesOf(scenario: Scenario): string[] {
  const recording = recordingOf(scenario);
  const cursor = new Cursor(recording);
  const sentences: string[] = [];
  while (cursor.forward('event')) {
    const sentence = story(recording.log, cursor.state);
    if (sentences[sentences.length - 1] !== sentence) sentences.push(sentence);
  }
  return sentences;
}

describe('the story', () => {
  it('tells why B ends first', () => {
    const sentences = sentencesOf(SCENARIOS.twoTasks);
    const wanted = [
      'Task-2 sleeps until 1.00 s and gives control back to the loop, at line 10.',
      'Task-3 sleeps until 0.50 s and gives control back to the loop, at line 10.',
      "Nothing is ready: the loop waits until 0.50 s, when Task-3's timer is due.",
      'One timer is due.',
      "Task-3's sleep is over: it joins the ready queue.",
      'Task-3 prints “B: end”.',
      'Task-3 is done.',
    ];
    let at = -1;
    for (const sentence of wanted) {
      const next = sentences.indexOf(sentence, at + 1);
      expect(next, sentence).toBeGreaterThan(at);
      at = next;
    }
  });

  it('has a sentence at every moment', () => {
    for (const scenario of Object.values(SCENARIOS)) for (const sentence of sentencesOf(scenario)) expect(sentence).not.toBe('');
  });

  it('names the one who blocked the loop', () => {
    expect(sentencesOf(SCENARIOS.many)).toContain('Task-1 holds the loop for 0.40 s: nobody else can run.');
  });
});

describe('output', () => {
  it('shows what was printed so far, by whom', () => {
    const { log, end } = recordingOf(SCENARIOS.twoTasks);
    const { lines } = outputAt(log, log.length);
    expect(lines.map((line) => [nameOf(end, line.by), line.text, line.time])).toEqual([
      ['Task-2', 'A: start', 0],
      ['Task-3', 'B: start', 0],
      ['Task-3', 'B: end', 0.5],
      ['Task-2', 'A: end', 1],
    ]);
    expect(outputAt(log, lines[1]?.position ?? 0).lines).toHaveLength(2);
    expect(outputAt(log, 0).lines).toHaveLength(0);
  });

  it('joins writes that do not end a line, and keeps empty lines', () => {
    const recording = new Recording();
    const write = (text: string, stream = 1): void =>
      recording.append([{ kind: 'OUTPUT', time: 0, stream, by: 0, line: 1, text }]);
    write('a');
    write('b\n');
    write('\n');
    write('c');
    write('oops\n', 2);
    expect(outputAt(recording.log, recording.length).lines.map((line) => [line.text, line.error])).toEqual([
      ['ab', false],
      ['', false],
      ['c', false],
      ['oops', true],
    ]);
  });

  it('keeps a long output short and says so', () => {
    const recording = new Recording();
    for (let n = 0; n < 1000; n++) recording.append([{ kind: 'OUTPUT', time: 0, stream: 1, by: 0, line: 1, text: `${n}\n` }]);
    const { lines, hidden } = outputAt(recording.log, 1000, 100);
    expect([lines.length, hidden, lines[99]?.text]).toEqual([100, 900, '999']);
  });
});

describe('marks in the source', () => {
  it('shows the running line and where the others wait', () => {
    const recording = recordingOf(SCENARIOS.twoTasks);
    const cursor = new Cursor(recording);
    while (cursor.state.line !== 11) cursor.forward('line');
    const pointers = pointersOf(cursor.state);
    expect(pointers.running).toEqual({ line: 11, colour: 2 });
    expect(pointers.waits.map((wait) => [wait.line, wait.name, wait.phrase])).toEqual([
      [15, 'Task-1', 'waits for gather'],
      [10, 'Task-2', 'sleeps until 1.00 s'],
    ]);
  });
});

describe('pace', () => {
  it('goes forward only, and lasts at least as long as the program', () => {
    const { pace, end } = recordingOf(SCENARIOS.many);
    let before = 0;
    for (let n = 1; n <= pace.length; n++) {
      expect(pace.shownAt(n)).toBeGreaterThanOrEqual(before);
      before = pace.shownAt(n);
    }
    expect(pace.end).toBeGreaterThan(end.time);
  });

  it('finds the moment again', () => {
    const { pace } = recordingOf(SCENARIOS.many);
    for (let shown = 0; shown < pace.end; shown += 0.05) {
      const position = pace.positionAt(shown);
      expect(pace.shownAt(position)).toBeLessThanOrEqual(shown + 1e-9);
      if (position < pace.length) expect(pace.shownAt(position + 1)).toBeGreaterThan(shown);
    }
  });

  it('lets the clock run during a wait', () => {
    const { pace } = recordingOf(SCENARIOS.twoTasks);
    expect(pace.timeAt(pace.shownOf(0.25))).toBeCloseTo(0.25, 6);
    expect(pace.timeAt(pace.end)).toBeCloseTo(1, 6);
  });
});

describe('the timeline', () => {
  it('has a lane for the loop, each task and each worker', () => {
    const recording = recordingOf(SCENARIOS.many);
    const lanes = recording.timeline.lanes.map((lane) => [lane.kind, nameOf(recording.end, lane.id)]);
    expect(lanes).toEqual([
      ['loop', ''],
      ['task', 'Task-1'],
      ['task', 'Task-2'],
      ['task', 'Task-3'],
      ['task', 'Task-4'],
      ['task', 'Task-5'],
      ['worker', 'asyncio_0'],
    ]);
  });

  it('leaves no gap between the spans of a lane', () => {
    for (const scenario of Object.values(SCENARIOS)) {
      for (const { spans } of recordingOf(scenario).timeline.lanes) {
        spans.slice(1).forEach((span, n) => {
          expect(span.from).toBe(spans[n]?.to);
        });
      }
    }
  });

  it('tells ready from waiting', () => {
    const { timeline } = recordingOf(SCENARIOS.twoTasks);
    expect(timeline.lanes[3]?.spans.map((span) => span.phase)).toEqual(['ready', 'running', 'waiting', 'ready', 'running', 'done']);
  });

  it('marks the time for which the loop was blocked', () => {
    const { timeline } = recordingOf(SCENARIOS.many);
    const { log, pace } = recordingOf(SCENARIOS.many);
    const began = (log.nextOf('LOOP_BLOCKED', () => true, 0) ?? 0);
    for (const lane of timeline.lanes.slice(0, 2)) {
      const span = lane.spans.find((each) => each.phase === 'blocked');
      expect(span).toMatchObject({ from: began, to: began + 1 });
    }
    expect(pace.shownAt(began + 1) - pace.shownAt(began)).toBeGreaterThanOrEqual(0.4);
  });
});

describe('colours and words', () => {
  it('gives the first tasks different colours, and the main program none', () => {
    const { end } = recordingOf(SCENARIOS.many);
    const colours = [...end.tasks.keys()].map((id) => colourOf(end, id));
    expect(colours).toEqual([0, 1, 2, 3, 4]);
    expect(colourOf(end, 0)).toBe(-1);
  });

  it('writes seconds as people read them', () => {
    expect([0, 0.5, 0.0123, 0.0012, 0.00005, 12, 150, 7200, Infinity].map(seconds)).toEqual([
      '0.00 s',
      '0.50 s',
      '0.01 s',
      '1.2 ms',
      '0.05 ms',
      '12.00 s',
      '150 s',
      '2.0 h',
      '∞',
    ]);
  });
});

interface TraceEvent {
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts?: number;
  readonly dur?: number;
  readonly name: string;
  readonly id?: number;
  readonly args?: Readonly<Record<string, unknown>>;
}

describe('the exported trace', () => {
  it.each(Object.keys(SCENARIOS) as (keyof typeof SCENARIOS)[])('has what the trace-event format asks of each kind of event: %s', (name) => {
    const { traceEvents } = JSON.parse(traceOf(recordingOf(SCENARIOS[name]))) as { traceEvents: TraceEvent[] };
    const named = new Set(traceEvents.filter((event) => event.name === 'thread_name').map(({ tid }) => tid));
    for (const event of traceEvents) {
      expect(['M', 'X', 's', 'f', 'i']).toContain(event.ph);
      expect([event.pid, Number.isInteger(event.tid), event.name !== '', named.has(event.tid)]).toEqual([1, true, true, true]);
      if (event.ph !== 'M') expect(event.ts).toBeGreaterThanOrEqual(0);
      if (event.ph === 'X') expect(event.dur).toBeGreaterThanOrEqual(0);
    }
    const ends = (ph: string): unknown[] => traceEvents.filter((event) => event.ph === ph).map(({ id, ts, name: kind }) => [id, ts, kind]);
    expect(ends('f')).toEqual(ends('s'));
    expect(new Set(ends('s').map((end) => (end as unknown[])[0])).size).toBe(ends('s').length);
  });

  it('has no two slices of a lane that overlap', () => {
    const { traceEvents } = JSON.parse(traceOf(recordingOf(SCENARIOS.many))) as { traceEvents: TraceEvent[] };
    const until = new Map<number, number>();
    for (const { ph, tid, ts = 0, dur = 0 } of traceEvents) {
      if (ph !== 'X') continue;
      expect(ts).toBeGreaterThanOrEqual((until.get(tid) ?? 0) - 0.001);
      until.set(tid, ts + dur);
    }
  });
});
