/**
 * All that is known of one run: its log, the timeline and pace read from it, and checkpoints, so that the state at any
 * moment is at most a short fold away.
 */
import type { EngineEvent } from '../engine/events.generated';
import { foldRange } from './fold';
import { EventLog } from './log';
import { NO_OUTPUT, outputAt, writesBefore } from './output';
import type { OutputWindow } from './output';
import { Pace } from './pace';
import { EMPTY_STATE } from './state';
import type { LoopState } from './state';
import { Timeline } from './timeline';

/** Folding this many events takes a few milliseconds. */
const CHECKPOINT_EVERY = 4096;

export class Recording {
  readonly log = new EventLog();
  readonly pace = new Pace();
  readonly timeline = new Timeline();
  private readonly checkpoints: LoopState[] = [EMPTY_STATE];
  private newest: LoopState = EMPTY_STATE;
  private printed: OutputWindow = NO_OUTPUT;

  get length(): number {
    return this.log.length;
  }

  /** The state at the end of the log. */
  get end(): LoopState {
    return this.newest;
  }

  append(batch: readonly EngineEvent[]): void {
    const first = this.log.length;
    this.log.append(batch);
    for (const event of batch) this.pace.append(event);
    for (let from = first; from < this.log.length; from = this.newest.position) {
      const to = Math.min(this.log.length, from + CHECKPOINT_EVERY - (from % CHECKPOINT_EVERY));
      this.newest = this.foldOn(this.newest, to);
      if (to % CHECKPOINT_EVERY === 0) this.checkpoints.push(this.newest);
    }
  }

  /** The state when `position` events have happened. `near` may be any state of this recording, to start from. */
  stateAt(position: number, near: LoopState = EMPTY_STATE): LoopState {
    const target = Math.max(0, Math.min(position, this.log.length));
    if (target === this.newest.position) return this.newest;
    const checkpoint = this.checkpoints[Math.floor(target / CHECKPOINT_EVERY)] ?? EMPTY_STATE;
    const start = near.position <= target && near.position > checkpoint.position ? near : checkpoint;
    return foldRange(start, this.log.events, start.position, target);
  }

  /** What was printed up to a moment; the same object as long as nothing more was. */
  output(position: number): OutputWindow {
    if (writesBefore(this.log, position) !== this.printed.count) this.printed = outputAt(this.log, position);
    return this.printed;
  }

  private foldOn(state: LoopState, to: number): LoopState {
    return foldRange(state, this.log.events, state.position, to, (lane, phase, index) => {
      const kind = this.log.at(index)?.kind.startsWith('WORKER_') ? 'worker' : 'task';
      // The event at `index` has happened once the cursor stands behind it.
      this.timeline.note(lane, phase, index + 1, kind);
    });
  }
}
