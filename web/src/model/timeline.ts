/**
 * The lanes of the timeline: for the loop, every task and every worker, which phase it was in from which event on; and who
 * made, woke and cancelled whom.
 */
import { countBelow } from './log';
import type { LanePhase } from './draft';
import type { Id } from './state';

export interface Span {
  /** The span begins when this many events have happened. */
  readonly from: number;
  /** It ends then; Infinity while it goes on. */
  readonly to: number;
  readonly phase: LanePhase;
}

/** The clock's seconds that a lane has spent. */
export interface Totals {
  readonly running: number;
  readonly ready: number;
  readonly waiting: number;
}

const PHASES: readonly LanePhase[] = ['ready', 'running', 'waiting', 'done', 'failed', 'cancelled', 'lost', 'parked', 'blocked', 'idle'];
/** A change of phase is kept as one number: its moment, and in the lowest bits the phase. */
const PHASE_BITS = 16;

/** What a phase counts as. */
const COUNTS: Readonly<Partial<Record<LanePhase, keyof Totals>>> = {
  running: 'running',
  blocked: 'running',
  ready: 'ready',
  waiting: 'waiting',
  parked: 'waiting',
};
/** So many spans have one sum, so that the totals at any moment are a short addition away. */
const SUM_EVERY = 64;
const NOTHING: Totals = { running: 0, ready: 0, waiting: 0 };

/** One row of the timeline. A span ends where the next one begins. */
export class Lane {
  private readonly changes: number[] = [];
  private readonly sums: Totals[] = [];
  /** The sum so far and the time up to which it goes. */
  private sum: Totals = NOTHING;
  private summedTo = 0;

  constructor(
    readonly id: Id,
    readonly kind: 'loop' | 'task' | 'worker',
  ) {}

  /** How many spans there are. */
  get length(): number {
    return this.changes.length;
  }

  /** All spans as objects. For a long lane `from`, `to` and `phase` cost less. */
  get spans(): Span[] {
    return this.changes.map((_, n) => ({ from: this.from(n), to: this.to(n), phase: this.phase(n) }));
  }

  from(n: number): number {
    return n < this.changes.length ? Math.floor((this.changes[n] ?? 0) / PHASE_BITS) : Infinity;
  }

  to(n: number): number {
    return this.from(n + 1);
  }

  phase(n: number): LanePhase {
    return PHASES[(this.changes[n] ?? 0) % PHASE_BITS] ?? 'idle';
  }

  /** The number of the first span that ends behind a position. */
  firstBehind(position: number): number {
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.to(middle) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** What the lane has spent up to a moment; `timeAt` gives the clock at a position, `now` is the clock at this one. */
  totals(position: number, now: number, timeAt: (position: number) => number): Totals {
    const last = this.firstBehind(position);
    const first = Math.floor(Math.min(last, this.changes.length - 1) / SUM_EVERY);
    let sum = this.sums[first] ?? NOTHING;
    for (let n = Math.max(0, first * SUM_EVERY); n <= last && n < this.changes.length; n++) {
      if (this.from(n) > position) break;
      const end = n === last || this.to(n) > position ? now : timeAt(this.to(n));
      sum = plus(sum, this.phase(n), end - timeAt(this.from(n)));
    }
    return sum;
  }

  /** Only the timeline itself makes lanes longer. */
  note(position: number, phase: LanePhase, time: number): void {
    const { length } = this.changes;
    if (length > 0) this.sum = plus(this.sum, this.phase(length - 1), time - this.summedTo);
    this.summedTo = time;
    if (length % SUM_EVERY === 0) this.sums.push(this.sum);
    this.changes.push(position * PHASE_BITS + PHASES.indexOf(phase));
  }
}

function plus(sum: Totals, phase: LanePhase, seconds: number): Totals {
  const what = COUNTS[phase];
  return what ? { ...sum, [what]: sum[what] + Math.max(0, seconds) } : sum;
}

export type LinkKind = 'made' | 'woke' | 'cancelled';
const LINK_KINDS: readonly LinkKind[] = ['made', 'woke', 'cancelled'];

/** Somebody did something to somebody when this many events had happened. */
export interface Link {
  readonly position: number;
  readonly from: Id;
  readonly to: Id;
  readonly kind: LinkKind;
}

const LOOP_LANE: Id = 0;
/** What is noted of a link: position, from, to, kind. */
const LINK_SIZE = 4;

export class Timeline {
  private readonly byId = new Map<Id, Lane>();
  private readonly order: Lane[] = [];
  private readonly rows = new Map<Id, number>();
  private readonly rowLanes: Lane[] = [];
  private readonly begins: number[] = [];
  private readonly noted: number[] = [];

  /** Lanes in the order in which they appeared; the loop's own is first. */
  get lanes(): readonly Lane[] {
    return this.order;
  }

  /** How many rows there are to see when this many events have happened: all lanes but asyncio's own. */
  rowsAt(position: number): number {
    return countBelow(this.begins, this.begins.length, position, true);
  }

  /** The lane that stands in a row. */
  inRow(row: number): Lane | undefined {
    return this.rowLanes[row];
  }

  /** The row of a lane, undefined for what has none. */
  rowOf(id: Id): number | undefined {
    return this.rows.get(id);
  }

  lane(id: Id): Lane | undefined {
    return this.byId.get(id);
  }

  /** Notes that a lane is in another phase from this event on. A lane that is `hidden` at its beginning has no row. */
  note(id: Id, phase: LanePhase, position: number, kind: 'task' | 'worker', time: number, hidden = false): void {
    let lane = this.byId.get(id);
    if (!lane) {
      lane = new Lane(id, id === LOOP_LANE ? 'loop' : kind);
      this.byId.set(id, lane);
      this.order.push(lane);
      if (!hidden) this.addRow(lane, position);
    }
    lane.note(position, phase, time);
  }

  link(kind: LinkKind, from: Id, to: Id, position: number): void {
    this.noted.push(position, from, to, LINK_KINDS.indexOf(kind));
  }

  /** The links between two moments, both included; at most `most` of those that are wanted. */
  links(from: number, to: number, most: number, wanted: (link: Link) => boolean): Link[] {
    const found: Link[] = [];
    for (let n = this.firstLink(from); n < this.noted.length / LINK_SIZE && found.length < most; n++) {
      const link = this.linkAt(n);
      if (link.position > to) break;
      if (wanted(link)) found.push(link);
    }
    return found;
  }

  private addRow(lane: Lane, position: number): void {
    this.rows.set(lane.id, this.rowLanes.length);
    this.rowLanes.push(lane);
    this.begins.push(position);
  }

  private linkAt(n: number): Link {
    const [position = 0, from = 0, to = 0, kind = 0] = this.noted.slice(n * LINK_SIZE, (n + 1) * LINK_SIZE);
    return { position, from, to, kind: LINK_KINDS[kind] ?? 'woke' };
  }

  /** The number of the first link at a position or behind it. */
  private firstLink(position: number): number {
    let low = 0;
    let high = this.noted.length / LINK_SIZE;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.noted[middle * LINK_SIZE] ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
