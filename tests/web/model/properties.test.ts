/** What must hold for every log: random runs of the simulated loop, cut anywhere. */
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../../../web/src/engine/events.generated';
import { Cursor } from '../../../web/src/model/cursor';
import { foldRange } from '../../../web/src/model/fold';
import { Recording } from '../../../web/src/model/recording';
import { EMPTY_STATE } from '../../../web/src/model/state';
import { Simulator } from '../simulator';
import type { Body, SimTask } from '../simulator';

function numbers(seed: number): (below: number) => number {
  let now = seed * 7919 + 1;
  return (below) => {
    now = (now * 48_271) % 2_147_483_647;
    return now % below;
  };
}

/** A program that nobody wrote: tasks that sleep, let others run, print, block and make more tasks. */
function randomLog(seed: number): EngineEvent[] {
  const pick = numbers(seed);
  const body = (depth: number) =>
    function* (sim: Simulator, self: SimTask): Body {
      for (let n = pick(6) + 1; n > 0; n--) {
        sim.line(10 + pick(20));
        self.line = 10 + n;
        const what = pick(6);
        if (what === 0) yield null;
        else if (what === 1) yield sim.sleep(pick(20) / 10);
        else if (what === 2) sim.print(`line ${n.toString()}`);
        else if (what === 3) sim.block(pick(3) / 10);
        else if (depth < 3) {
          const made = Array.from({ length: pick(3) + 1 }, () => sim.spawn('worker', body(depth + 1)));
          if (what === 4) yield sim.gather(made);
        }
      }
    };
  return new Simulator().run('main', body(0));
}

function recordingOf(events: readonly EngineEvent[]): Recording {
  const recording = new Recording();
  recording.append(events);
  return recording;
}

const SEEDS = Array.from({ length: 12 }, (_, n) => n + 1);

describe('for every log', () => {
  it('a state is the same from a checkpoint, from any state before it, and from the beginning', () => {
    for (const seed of SEEDS) {
      const events = randomLog(seed);
      const recording = recordingOf(events);
      const pick = numbers(seed);
      for (let n = 0; n < 12; n++) {
        const at = pick(events.length + 1);
        const near = recording.stateAt(pick(events.length + 1));
        const whole = foldRange(EMPTY_STATE, events, 0, at);
        expect(recording.stateAt(at)).toEqual(whole);
        expect(recording.stateAt(at, near)).toEqual(whole);
      }
    }
  });

  it('a step back after a step forward leads back, by every unit', () => {
    for (const seed of SEEDS) {
      const cursor = new Cursor(recordingOf(randomLog(seed)));
      for (const unit of ['line', 'task', 'iteration', 'event'] as const) {
        cursor.moveTo(0);
        for (let n = 0; n < 60 && cursor.forward(unit); n++) {
          const { position, state } = cursor;
          if (!cursor.forward(unit)) break;
          expect(cursor.position).toBeGreaterThan(position);
          cursor.back(unit);
          expect([cursor.position, cursor.state]).toEqual([position, state]);
        }
      }
    }
  });

  it('the totals of a lane are the sum of its spans, at every moment', () => {
    for (const seed of SEEDS.slice(0, 6)) {
      const recording = recordingOf(randomLog(seed));
      const pick = numbers(seed);
      for (const lane of recording.timeline.lanes.slice(1)) {
        const at = pick(recording.length + 1);
        const sum = { running: 0, ready: 0, waiting: 0 };
        for (const { from, to, phase } of lane.spans) {
          if (from > at || !(phase === 'running' || phase === 'blocked' || phase === 'ready' || phase === 'waiting')) continue;
          sum[phase === 'blocked' ? 'running' : phase] += recording.timeAt(Math.min(to, at)) - recording.timeAt(from);
        }
        const totals = recording.totals(lane.id, at, recording.timeAt(at));
        expect(totals?.running).toBeCloseTo(sum.running, 9);
        expect(totals?.ready).toBeCloseTo(sum.ready, 9);
        expect(totals?.waiting).toBeCloseTo(sum.waiting, 9);
      }
    }
  });

  it('a row of the timeline belongs to one lane, in the order in which they begin', () => {
    for (const seed of SEEDS) {
      const { timeline, length } = recordingOf(randomLog(seed));
      const rows = timeline.rowsAt(length);
      let before = -1;
      for (let row = 0; row < rows; row++) {
        const lane = timeline.inRow(row);
        expect(timeline.rowOf(lane?.id ?? -1)).toBe(row);
        expect(lane?.from(0)).toBeGreaterThanOrEqual(before);
        before = lane?.from(0) ?? 0;
        expect(timeline.rowsAt(before)).toBeGreaterThan(row);
      }
    }
  });

  it('a link stands between two lanes that had begun', () => {
    let all = 0;
    for (const seed of SEEDS) {
      const { timeline, length } = recordingOf(randomLog(seed));
      const links = timeline.links(0, length, Infinity, () => true);
      all += links.length;
      for (const { position, from, to } of links) {
        for (const id of [from, to]) expect(timeline.lane(id)?.from(0) ?? Infinity).toBeLessThanOrEqual(position);
      }
      expect(timeline.links(0, length, 2, () => true)).toHaveLength(Math.min(2, links.length));
    }
    expect(all).toBeGreaterThan(20);
  });
});
