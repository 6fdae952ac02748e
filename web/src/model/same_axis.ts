/** Two runs on one time axis: the seconds of their clocks. */
import type { LanePhase } from './draft';
import type { Recording } from './recording';
import type { Id } from './state';
import type { Lane } from './timeline';

export interface AxisSpan {
  readonly from: number;
  readonly to: number;
  readonly phase: LanePhase;
}

export interface AxisLane {
  readonly id: Id;
  readonly spans: readonly AxisSpan[];
}

/** More lanes and spans make no picture. */
const MOST_LANES = 24;
const MOST_SPANS = 400;

/** How many events have happened at this second of the clock. */
export function positionAtTime({ log }: Recording, time: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (log.timeAt(middle) <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The lanes of the tasks and workers, up to a second. */
export function lanesUpTo(recording: Recording, time: number): { readonly lanes: readonly AxisLane[]; readonly more: number } {
  const position = positionAtTime(recording, time);
  const { timeline } = recording;
  const rows = timeline.rowsAt(position);
  const lanes: AxisLane[] = [];
  for (let row = 0; row < rows && lanes.length < MOST_LANES; row++) {
    const lane = timeline.inRow(row);
    if (lane && lane.kind !== 'loop') lanes.push({ id: lane.id, spans: spansOf(recording, lane, time) });
  }
  return { lanes, more: Math.max(0, rows - 1 - lanes.length) };
}

function spansOf(recording: Recording, lane: Lane, time: number): AxisSpan[] {
  const spans: AxisSpan[] = [];
  for (let n = 0; n < lane.length && spans.length < MOST_SPANS; n++) {
    const from = recording.timeAt(lane.from(n));
    if (from > time) break;
    const to = Math.min(time, recording.timeAt(Math.min(lane.to(n), recording.length)));
    spans.push({ from, to, phase: lane.phase(n) });
  }
  return spans;
}
