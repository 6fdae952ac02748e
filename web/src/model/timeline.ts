/** The lanes of the timeline: for the loop, every task and every worker, which phase it was in from which event on. */
import type { LanePhase } from './draft';
import type { Id } from './state';

export interface Span {
  /** The span begins when this many events have happened. */
  readonly from: number;
  /** It ends then; Infinity while it goes on. */
  to: number;
  readonly phase: LanePhase;
}

export interface Lane {
  readonly id: Id;
  readonly kind: 'loop' | 'task' | 'worker';
  readonly spans: readonly Span[];
}

interface GrowingLane extends Lane {
  readonly spans: Span[];
}

const LOOP_LANE: Id = 0;

export class Timeline {
  private readonly byId = new Map<Id, GrowingLane>();
  private readonly order: GrowingLane[] = [];

  /** Lanes in the order in which they appeared; the loop's own is first. */
  get lanes(): readonly Lane[] {
    return this.order;
  }

  /** Notes that a lane is in another phase from this event on. */
  note(id: Id, phase: LanePhase, position: number, kind: 'task' | 'worker'): void {
    const lane = this.lane(id, kind);
    const last = lane.spans[lane.spans.length - 1];
    if (last) last.to = position;
    lane.spans.push({ from: position, to: Infinity, phase });
  }

  private lane(id: Id, kind: 'task' | 'worker'): GrowingLane {
    let lane = this.byId.get(id);
    if (!lane) {
      lane = { id, kind: id === LOOP_LANE ? 'loop' : kind, spans: [] };
      this.byId.set(id, lane);
      this.order.push(lane);
    }
    return lane;
  }
}
