/** A place in a recording and the state there. Live is the cursor at the end. */
import type { StepUnit } from './log';
import type { Recording } from './recording';
import { EMPTY_STATE } from './state';
import type { LoopState } from './state';

export class Cursor {
  private current: LoopState = EMPTY_STATE;
  private furthest = 0;

  constructor(readonly recording: Recording) {}

  get position(): number {
    return this.current.position;
  }

  get state(): LoopState {
    return this.current;
  }

  /** The furthest moment that was ever shown: what lies behind it is not given away. */
  get seen(): number {
    return this.furthest;
  }

  get atEnd(): boolean {
    return this.position >= this.recording.length;
  }

  /** Moves to a moment; true when that is another one. */
  moveTo(position: number): boolean {
    const before = this.position;
    this.current = this.recording.stateAt(position, this.current);
    this.furthest = Math.max(this.furthest, this.position);
    return this.position !== before;
  }

  /** Goes on by one unit; false when the log has no such moment yet. */
  forward(unit: StepUnit): boolean {
    const next = this.recording.log.next(this.position, unit);
    return next !== null && this.moveTo(next);
  }

  back(unit: StepUnit): boolean {
    return this.moveTo(this.recording.log.previous(this.position, unit));
  }
}
