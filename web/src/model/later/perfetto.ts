/** A recording as Chrome's trace-event JSON, which Perfetto opens: a track per lane, a slice per phase, arrows between. */
import { nameOf } from '../state';
import { TEXT } from '../text';
import type { Recording } from '../recording';
import type { LanePhase } from '../draft';

const PROCESS = 1;
/** What ends a lane is no slice. */
const ENDS: ReadonlySet<LanePhase> = new Set<LanePhase>(['done', 'failed', 'cancelled', 'lost', 'idle']);

export function traceOf(recording: Recording): string {
  const events: object[] = [];
  const micro = (position: number): number => Math.round(recording.timeAt(position) * 1e9) / 1e3;
  for (const lane of recording.timeline.lanes) {
    const name = lane.kind === 'loop' ? TEXT.timeline.loop : nameOf(recording.end, lane.id);
    events.push({ ph: 'M', pid: PROCESS, tid: lane.id, name: 'thread_name', args: { name } }, { ph: 'M', pid: PROCESS, tid: lane.id, name: 'thread_sort_index', args: { sort_index: lane.id } });
    for (let n = 0; n < lane.length; n++) {
      const phase = lane.phase(n);
      if (ENDS.has(phase)) continue;
      const ts = micro(lane.from(n));
      events.push({ ph: 'X', pid: PROCESS, tid: lane.id, ts, dur: Math.max(0, micro(Math.min(lane.to(n), recording.length)) - ts), name: phase });
    }
  }
  recording.timeline.links(0, recording.length, Infinity, () => true).forEach(({ position, from, to, kind }, id) => {
    const at = { pid: PROCESS, ts: micro(position), cat: kind, name: kind, id };
    events.push({ ...at, ph: 's', tid: from }, { ...at, ph: 'f', bp: 'e', tid: to });
  });
  for (const place of recording.log.outputs) {
    const event = recording.log.at(place);
    if (event?.kind === 'OUTPUT') events.push({ ph: 'i', pid: PROCESS, tid: event.by, ts: micro(place + 1), s: 't', name: 'output', args: { text: event.text } });
  }
  return `{"displayTimeUnit":"ms","traceEvents":[\n${events.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}
