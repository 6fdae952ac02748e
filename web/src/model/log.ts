/** The append-only log of a run: its events in order, and the places that readers look for. */
import { HANDLE_QUEUED_KIND, TASK_STEP_ENDS_REASON } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import { PackedEvents } from './packed';
import type { EventSource, Kind } from './packed';
import { isHousekeeping, isLibrary } from './words';

/** What one step of the cursor may be. */
export type StepUnit = 'line' | 'task' | 'iteration' | 'event';

/** Which events a step by task switch or by iteration stops behind. */
const STOPS: Readonly<Record<'task' | 'iteration', ReadonlySet<Kind>>> = {
  task: new Set<Kind>(['TASK_STEP_BEGINS', 'TASK_STEP_ENDS', 'RUN_ENDS']),
  iteration: new Set<Kind>(['BATCH_BEGINS', 'WAIT_BEGINS', 'RUN_ENDS']),
};

/**
 * A step by line also stops where something happens that no line tells: the loop is made, a task suspends or ends, joins the
 * ready queue or is cancelled, an await goes straight through, the loop waits.
 */
const ALWAYS_TOLD: ReadonlySet<Kind> = new Set<Kind>([
  'LINE',
  'LOOP_MADE',
  'LOOP_BLOCKED',
  'TASK_CANCEL_ASKED',
  'TASK_LOST',
  'AWAIT_STRAIGHT',
  'WORKER_BEGINS',
  'WORKER_ENDS',
  'THREAD_WAITS',
  'LISTENER_OPENED',
  'LISTENER_CLOSED',
  'CONNECTION_MADE',
  'CONNECTION_ENDED',
  'BYTES_SENT',
  'BYTES_ARRIVED',
  'ERROR_PASSED',
  'LOCK_TAKEN',
  'EVENT_CHANGED',
  'SEMAPHORE_CHANGED',
  'CONDITION_NOTIFIED',
  'BARRIER_CHANGED',
  'QUEUE_PUT',
  'QUEUE_GOT',
  'QUEUE_SHUT_DOWN',
  'GROUP_CANCELS',
  'LIMIT_EXPIRED',
  'WARNING',
  'EXCEPTION',
  'SIGNAL',
  'RUN_ENDS',
]);
const TOLD_BEFORE_WINDING_UP: ReadonlySet<Kind> = new Set<Kind>(['TASK_STEP_ENDS', 'WAIT_BEGINS', 'HANDLE_QUEUED', 'HANDLE_BEGINS', 'LOOP_CLOSED']);

export class EventLog implements EventSource {
  private readonly records = new PackedEvents();
  private readonly outputPlaces: number[] = [];
  /** Where asyncio.run begins and ends to wind up: it makes tasks of its own, which are nobody's lesson. */
  private readonly windUps: number[] = [];

  get length(): number {
    return this.records.length;
  }

  /** Where the OUTPUT events are, in order. */
  get outputs(): readonly number[] {
    return this.outputPlaces;
  }

  append(batch: readonly EngineEvent[]): void {
    for (const event of batch) {
      if (event.kind === 'OUTPUT') this.outputPlaces.push(this.records.length);
      else if (this.windsUp !== isWindUp(event, this.windsUp)) this.windUps.push(this.records.length);
      this.records.push(event);
    }
  }

  /** The log's end is in the winding up of asyncio.run. */
  private get windsUp(): boolean {
    return this.windUps.length % 2 === 1;
  }

  at(index: number): EngineEvent | undefined {
    return this.records.at(index);
  }

  /** Which kind the event is of; quicker than `at`. */
  kindAt(index: number): Kind | undefined {
    return this.records.kindAt(index);
  }

  /** The clock's seconds at the event. */
  timeAt(index: number): number {
    return this.records.timeAt(index);
  }

  /** The events from one place up to another. */
  slice(from: number, to: number): EngineEvent[] {
    const events: EngineEvent[] = [];
    for (let i = Math.max(0, from); i < to; i++) {
      const event = this.at(i);
      if (event) events.push(event);
    }
    return events;
  }

  /** The cursor behind the next event of a kind whose first field is wanted, before `end`; null when there is none. */
  nextOf(kind: Kind, wanted: (first: number) => boolean, from: number, end = this.length): number | null {
    for (let i = from; i < end; i++) if (this.kindAt(i) === kind && wanted(this.records.firstAt(i))) return i + 1;
    return null;
  }

  /** The cursor behind the last such event before a place; null when there is none. */
  previousOf(kind: Kind, wanted: (first: number) => boolean, before: number): number | null {
    for (let i = before - 1; i >= 0; i--) if (this.kindAt(i) === kind && wanted(this.records.firstAt(i))) return i + 1;
    return null;
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
    const kind = this.kindAt(index);
    if (kind === undefined) return false;
    if (unit === 'event') return true;
    return unit === 'line' ? this.isTold(kind, index) : STOPS[unit].has(kind);
  }

  private isTold(kind: Kind, index: number): boolean {
    if (ALWAYS_TOLD.has(kind)) return true;
    if (kind !== 'WORKER_PARKS' && !TOLD_BEFORE_WINDING_UP.has(kind)) return false;
    const event = this.at(index);
    if (!event) return false;
    if (event.kind === 'WORKER_PARKS') return this.kindAt(index - 1) !== 'THREAD_WAITS' && this.isAtWork(event.worker, index);
    if (event.kind === 'LOOP_CLOSED') return true;
    if (countBelow(this.windUps, this.windUps.length, index, true) % 2 === 1) return false;
    if (event.kind === 'HANDLE_QUEUED') return isTelling(event) && !this.queuesMore(index);
    if (event.kind === 'HANDLE_BEGINS') return this.isOwnCallback(event.handle, index);
    // sleep(0) ends with the task's place in the queue, which is told next.
    return event.kind !== 'TASK_STEP_ENDS' || event.reason !== TASK_STEP_ENDS_REASON.BARE_YIELD;
  }

  /** More of the same comes before anything else is told: one look is enough for all of it. */
  private queuesMore(index: number): boolean {
    for (let i = index + 1; i < this.records.length; i++) {
      const kind = this.kindAt(i);
      const event = kind === 'HANDLE_QUEUED' ? this.at(i) : undefined;
      if (event?.kind === 'HANDLE_QUEUED' && isTelling(event)) return true;
      if (kind && !SILENT.has(kind)) return false;
    }
    return false;
  }

  /** The handle is a callback of the learner's, not a task's step or a piece of asyncio. */
  private isOwnCallback(handle: number, index: number): boolean {
    const queued = this.queuedBefore(handle, index);
    return queued !== undefined && queued.handleKind !== HANDLE_QUEUED_KIND.TASK_STEP && queued.label !== '' && !isLibrary(queued.label);
  }

  /** The worker has a job: between two jobs it waits for the next one, which is nobody's lesson. */
  private isAtWork(worker: number, index: number): boolean {
    for (let i = index - 1; i >= Math.max(0, index - FAR_BACK); i--) {
      const kind = this.kindAt(i);
      if ((kind === 'WORKER_ENDS' || kind === 'WORKER_BEGINS') && this.records.firstAt(i) === worker) return kind === 'WORKER_BEGINS';
    }
    return true;
  }

  private queuedBefore(handle: number, index: number): Extract<EngineEvent, { kind: 'HANDLE_QUEUED' }> | undefined {
    for (let i = index - 1; i >= Math.max(0, index - FAR_BACK); i--) {
      if (this.kindAt(i) !== 'HANDLE_QUEUED' || this.records.firstAt(i) !== handle) continue;
      const event = this.at(i);
      return event?.kind === 'HANDLE_QUEUED' ? event : undefined;
    }
    return undefined;
  }
}

/** A handle that was queued longer ago than this many events is not looked for. */
const FAR_BACK = 2000;

/** What may lie between two handles that are queued for one reason. */
const SILENT: ReadonlySet<Kind> = new Set<Kind>(['TASK_MADE', 'HANDLE_QUEUED', 'FUTURE_RESOLVED', 'FUTURE_MADE', 'TIMER_FIRED']);

/** Callbacks of asyncio's own say nothing that the end of a task or of a worker's job did not say. */
function isTelling(event: Extract<EngineEvent, { kind: 'HANDLE_QUEUED' }>): boolean {
  return event.handleKind === HANDLE_QUEUED_KIND.TASK_STEP || event.handleKind === HANDLE_QUEUED_KIND.TIMER || !isLibrary(event.label);
}

/** Whether asyncio.run winds up after this event, given whether it did before. */
export function isWindUp(event: EngineEvent, before: boolean): boolean {
  if (event.kind === 'TASK_MADE') return before || isHousekeeping({ madeAt: event.line, coroutine: event.coroutine });
  return before && event.kind !== 'LOOP_CLOSED';
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
