/** The append-only log of a run: its events in order, and the places that readers look for. */
import type { EngineEvent } from '../engine/events.generated';

/** What one step of the cursor may be. */
export type StepUnit = 'line' | 'task' | 'iteration' | 'event';

/**
 * Which events a step stops behind. A step by line also stops where something happens that no line tells: a task
 * suspends or ends, the loop waits, timers fire.
 */
const STOPS: Readonly<Record<Exclude<StepUnit, 'event'>, ReadonlySet<EngineEvent['kind']>>> = {
  line: new Set([
    'LINE',
    'TASK_STEP_ENDS',
    'WAIT_BEGINS',
    'TIMERS_FIRE',
    'LOOP_BLOCKED',
    'WORKER_BEGINS',
    'WORKER_ENDS',
    'EXCEPTION',
    'RUN_ENDS',
  ]),
  task: new Set(['TASK_STEP_BEGINS', 'TASK_STEP_ENDS', 'RUN_ENDS']),
  iteration: new Set(['BATCH_BEGINS', 'WAIT_BEGINS', 'RUN_ENDS']),
};

export class EventLog {
  private readonly records: EngineEvent[] = [];
  private readonly outputPlaces: number[] = [];

  get length(): number {
    return this.records.length;
  }

  /** All events so far; grows, never changes. */
  get events(): readonly EngineEvent[] {
    return this.records;
  }

  /** Where the OUTPUT events are, in order. */
  get outputs(): readonly number[] {
    return this.outputPlaces;
  }

  append(batch: readonly EngineEvent[]): void {
    for (const event of batch) {
      if (event.kind === 'OUTPUT') this.outputPlaces.push(this.records.length);
      this.records.push(event);
    }
  }

  at(index: number): EngineEvent | undefined {
    return this.records[index];
  }

  /** The cursor behind the next event that the unit stops at; null when the log has none yet. */
  next(position: number, unit: StepUnit): number | null {
    for (let i = position; i < this.records.length; i++) if (this.stopsAt(i, unit)) return i + 1;
    return null;
  }

  /** The cursor behind the stop before this one; 0 is the beginning. */
  previous(position: number, unit: StepUnit): number {
    for (let i = position - 2; i >= 0; i--) if (this.stopsAt(i, unit)) return i + 1;
    return 0;
  }

  private stopsAt(index: number, unit: StepUnit): boolean {
    const kind = this.records[index]?.kind;
    return kind !== undefined && (unit === 'event' || STOPS[unit].has(kind));
  }
}

/** The number of items in a sorted array that are below (or, with `orEqual`, not above) a value. */
export function countBelow(sorted: ArrayLike<number>, length: number, value: number, orEqual: boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = sorted[middle] ?? Infinity;
    if (item < value || (orEqual && item === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
