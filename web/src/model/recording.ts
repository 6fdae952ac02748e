/**
 * All that is known of one run: its log, the timeline and pace read from it, and checkpoints, so that the state at any
 * moment is at most a short fold away.
 */
import { HANDLE_QUEUED_KIND } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import { foldRange } from './fold';
import { FrameLog } from './frames';
import { EventLog } from './log';
import { NO_OUTPUT, outputAt, writesBefore } from './output';
import type { OutputWindow } from './output';
import type { EventSource } from './packed';
import { Pace } from './pace';
import { EMPTY_STATE } from './state';
import type { Id, LoopState } from './state';
import { Timeline } from './timeline';
import type { Totals } from './timeline';
import { isHousekeeping } from './words';

/** Folding this many events takes a few milliseconds. */
const CHECKPOINT_EVERY = 2048;

export class Recording {
  readonly log = new EventLog();
  readonly pace = new Pace();
  readonly timeline = new Timeline();
  /** What frames held. */
  readonly frames: FrameLog;
  private readonly checkpoints: LoopState[] = [EMPTY_STATE];
  private newest: LoopState = EMPTY_STATE;
  /** The task that was made last. */
  private justMade: Id = 0;
  private printed: OutputWindow = NO_OUTPUT;

  constructor(frames = new FrameLog()) {
    this.frames = frames;
  }

  get length(): number {
    return this.log.length;
  }

  /** The state at the end of the log. */
  get end(): LoopState {
    return this.newest;
  }

  /** The events up to a moment alone, for good: this recording must not be used any more. */
  cutAt(position: number): Recording {
    this.frames.truncate(position);
    const kept = new Recording(this.frames);
    kept.appendAll(this.log.slice(0, position));
    return kept;
  }

  append(events: readonly EngineEvent[]): void {
    let position = this.log.length + 1;
    this.appendAll(
      events.filter((event) => {
        const ofFrames = this.frames.take(event, position);
        if (!ofFrames) position++;
        return !ofFrames;
      }),
    );
  }

  private appendAll(batch: readonly EngineEvent[]): void {
    const first = this.log.length;
    this.log.append(batch);
    batch.forEach((event, n) => {
      this.pace.append(event);
      this.noteLink(event, first + n);
    });
    for (let from = first; from < this.log.length; from = this.newest.position) {
      const to = Math.min(this.log.length, from + CHECKPOINT_EVERY - (from % CHECKPOINT_EVERY));
      this.newest = this.foldOn(this.newest, { at: (index) => batch[index - first] }, to);
      if (to % CHECKPOINT_EVERY === 0) this.checkpoints.push(this.newest);
    }
  }

  /** The state when `position` events have happened. `near` may be any state of this recording, to start from. */
  stateAt(position: number, near: LoopState = EMPTY_STATE): LoopState {
    const target = Math.max(0, Math.min(position, this.log.length));
    if (target === this.newest.position) return this.newest;
    const checkpoint = this.checkpoints[Math.floor(target / CHECKPOINT_EVERY)] ?? EMPTY_STATE;
    const start = near.position <= target && near.position > checkpoint.position ? near : checkpoint;
    return foldRange(start, this.log, start.position, target);
  }

  /** The clock's seconds when this many events have happened. */
  timeAt(position: number): number {
    return position <= 0 ? 0 : this.log.timeAt(Math.min(position, this.length) - 1);
  }

  /** What the lane of a task or worker has spent up to a moment. */
  totals(id: Id, position: number, now: number): Totals | undefined {
    return this.timeline.lane(id)?.totals(position, now, (at) => this.timeAt(at));
  }

  /** What was printed up to a moment; the same object as long as nothing more was. */
  output(position: number): OutputWindow {
    if (writesBefore(this.log, position) !== this.printed.count) this.printed = outputAt(this.log, position);
    return this.printed;
  }

  private foldOn(state: LoopState, events: EventSource, to: number): LoopState {
    return foldRange(state, events, state.position, to, (lane, phase, index) => {
      const event = events.at(index);
      const kind = event?.kind.startsWith('WORKER_') ? 'worker' : 'task';
      const hidden = event?.kind === 'TASK_MADE' && isHousekeeping({ madeAt: event.line, coroutine: event.coroutine });
      // The event at `index` has happened once the cursor stands behind it.
      this.timeline.note(lane, phase, index + 1, kind, event?.time ?? 0, hidden);
    });
  }

  /** Who made, woke or cancelled whom. */
  private noteLink(event: EngineEvent, index: number): void {
    if (event.kind === 'TASK_MADE') {
      if (event.by !== 0) this.timeline.link('made', event.by, event.task, index + 1);
      this.justMade = event.task;
    } else if (event.kind === 'TASK_CANCEL_ASKED') {
      if (event.by !== 0 && event.by !== event.task) this.timeline.link('cancelled', event.by, event.task, index + 1);
    } else if (event.kind === 'HANDLE_QUEUED' && event.handleKind === HANDLE_QUEUED_KIND.TASK_STEP && event.by !== 0) {
      // A new task's first step is queued by its maker, and that of sleep(0) by the task itself.
      if (event.by !== event.subject && event.subject !== this.justMade) this.timeline.link('woke', event.by, event.subject, index + 1);
    }
  }
}
