/**
 * When each event is shown. On the virtual clock running takes no time at all, and nobody could follow it; so an event
 * that is worth a look holds the picture for a moment, and waits last as long as they do in the program. The sum is
 * "shown time" in seconds at speed 1: playback moves through it evenly, and it is the timeline's axis.
 */
import type { EngineEvent } from '../engine/events.generated';
import { countBelow, isWindUp } from './log';

/** How long a look takes, in seconds. */
const LOOK: Readonly<Partial<Record<EngineEvent['kind'], number>>> = {
  LINE: 0.11,
  LOOP_MADE: 0.06,
  HANDLE_QUEUED: 0.08,
  TASK_STEP_BEGINS: 0.08,
  TASK_STEP_ENDS: 0.14,
  TASK_CANCEL_ASKED: 0.12,
  AWAIT_STRAIGHT: 0.1,
  TIMERS_FIRE: 0.06,
  WAIT_BEGINS: 0.08,
  WORKER_BEGINS: 0.12,
  WORKER_ENDS: 0.12,
  OUTPUT: 0.04,
  EXCEPTION: 0.2,
};
/** While asyncio.run winds up, only what the learner's own code still does is worth a look. */
const LOOK_AT_THE_END: ReadonlySet<EngineEvent['kind']> = new Set<EngineEvent['kind']>(['LINE', 'OUTPUT', 'EXCEPTION']);

/** Imports and definitions before there is a loop are soon read. */
const BEFORE_LOOP = 0.3;
/** After so many looks in one step, or in the whole run, each further one gets shorter, so that long programs end. */
const PATIENCE_IN_STEP = 12;
const PATIENCE = 400;
/** A longer wait is drawn shorter than it is, with its logarithm. */
const LONGEST_WAIT = 10;

export class Pace {
  private shown = new Float64Array(1024);
  private times = new Float64Array(1024);
  private count = 0;
  private looks = 0;
  private looksInStep = 0;
  private lastLook = 0;
  private hasLoop = false;
  private windsUp = false;

  get length(): number {
    return this.count;
  }

  append(event: EngineEvent): void {
    if (this.count === this.shown.length) this.grow();
    const before = this.count - 1;
    const from = before < 0 ? 0 : (this.shown[before] ?? 0) + this.lastLook;
    const waited = before < 0 ? event.time : event.time - (this.times[before] ?? 0);
    this.shown[this.count] = from + drawnWait(waited);
    this.times[this.count] = event.time;
    this.count++;
    this.windsUp = isWindUp(event, this.windsUp);
    this.lastLook = this.windsUp && !LOOK_AT_THE_END.has(event.kind) ? 0 : this.look(event.kind);
  }

  /** The shown time at which this many events have happened. */
  shownAt(position: number): number {
    return position <= 0 || this.count === 0 ? 0 : (this.shown[Math.min(position, this.count) - 1] ?? 0);
  }

  /** Shown time of the whole log so far, with the look at its last event. */
  get end(): number {
    return this.shownAt(this.count) + this.lastLook;
  }

  /** How many events have happened at this shown time. */
  positionAt(shown: number): number {
    return countBelow(this.shown, this.count, shown, true);
  }

  /** The clock's seconds at this shown time: stands still during a look and runs during a wait. */
  timeAt(shown: number): number {
    const position = this.positionAt(shown);
    if (position === 0) return 0;
    const time = this.times[position - 1] ?? 0;
    if (position >= this.count) return time;
    const wait = (this.times[position] ?? time) - time;
    const drawn = drawnWait(wait);
    if (drawn <= 0) return time;
    const left = (this.shown[position] ?? 0) - shown;
    return time + wait * Math.max(0, 1 - left / drawn);
  }

  /** Shown time at which the clock first shows these seconds. */
  shownOf(time: number): number {
    const position = countBelow(this.times, this.count, time, false);
    if (position >= this.count) return this.end;
    const after = this.times[position] ?? 0;
    const before = position === 0 ? 0 : (this.times[position - 1] ?? 0);
    const wait = after - before;
    const at = this.shown[position] ?? 0;
    return wait <= 0 ? at : at - drawnWait(wait) * ((after - time) / wait);
  }

  private look(kind: EngineEvent['kind']): number {
    const base = LOOK[kind];
    if (kind === 'TASK_STEP_BEGINS') this.looksInStep = 0;
    if (kind === 'LOOP_MADE') this.hasLoop = true;
    if (base === undefined) return 0;
    this.looks++;
    this.looksInStep++;
    return (this.hasLoop ? 1 : BEFORE_LOOP) * base * Math.min(1, PATIENCE_IN_STEP / this.looksInStep) * Math.min(1, PATIENCE / this.looks);
  }

  private grow(): void {
    const shown = new Float64Array(this.shown.length * 2);
    const times = new Float64Array(this.times.length * 2);
    shown.set(this.shown);
    times.set(this.times);
    this.shown = shown;
    this.times = times;
  }
}

function drawnWait(seconds: number): number {
  if (!(seconds > 0)) return 0;
  return seconds <= LONGEST_WAIT ? seconds : LONGEST_WAIT * (1 + Math.log(seconds / LONGEST_WAIT));
}
