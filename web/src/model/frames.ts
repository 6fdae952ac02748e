/**
 * What the program's own frames held at every moment: a log of its own beside the log of events, so that neither positions
 * nor playback know of it, and nobody folds it who does not look. Packed in columns, with a checkpoint every few thousand
 * entries.
 */
import { TASK_STEP_ENDS_REASON } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import { IdMap } from './id_map';
import { countBelow } from './log';
import { grown } from './packed';

/** A local and its value in few characters. */
export interface Local {
  readonly name: string;
  readonly value: string;
}

/** A frame as views show it. */
export interface FrameLook {
  /** As the program names it: `fetch`, `Worker.run`, `<module>`. */
  readonly function: string;
  readonly line: number;
  readonly locals: readonly Local[];
}

/** A frame at one moment; it is never changed. */
interface Frame {
  readonly depth: number;
  /** The entry that began it: its name is there. */
  readonly entry: number;
  readonly line: number;
  /** By slot: one more than the entry that told of the value, 0: has none. */
  readonly values: readonly number[];
  readonly outer: Frame | null;
}

/** The innermost frame of each task and worker; under 0 that of the main program. */
type Frames = IdMap<Frame>;

interface Moment {
  /** Entries that are folded in. */
  readonly entries: number;
  readonly frames: Frames;
  /** The values of the program's own names, as a frame's. */
  readonly globals: readonly number[];
}

const enum What {
  Line,
  Begins,
  Ends,
  Value,
}

const CHECKPOINT_EVERY = 4096;
const FIRST_ROOM = 1024;
/** More is not kept: about 60 MB, and 32 MB of names and values. */
const MOST_ENTRIES = 3_000_000;
const MOST_LETTERS = 16 << 20;

const FINAL: ReadonlySet<number> = new Set([TASK_STEP_ENDS_REASON.DONE, TASK_STEP_ENDS_REASON.RAISED, TASK_STEP_ENDS_REASON.CANCELLED]);
const START: Moment = { entries: 0, frames: IdMap.empty(), globals: [] };

export class FrameLog {
  private whats = new Uint8Array(FIRST_ROOM);
  /** How many events have happened when it is so. */
  private positions = new Uint32Array(FIRST_ROOM);
  private whose = new Uint32Array(FIRST_ROOM);
  private depths = new Uint16Array(FIRST_ROOM);
  /** A line or a slot. */
  private numbers = new Uint32Array(FIRST_ROOM);
  /** Where the text ends among the letters; the one before it ends where it begins. */
  private ends = new Uint32Array(FIRST_ROOM);
  private letters = new Uint16Array(FIRST_ROOM * 8);
  private count = 0;
  private used = 0;
  /** From this moment on nothing is known: the log is full. */
  private knownTo = Infinity;
  private readonly checkpoints: Moment[] = [START];
  private newest = START;
  private near = START;
  /** How many frames the main program has now, and had when the handle that runs began. */
  private mainDepth = 0;
  private depthBefore = 0;

  /** Whether frames of this moment are known: after very many no more are kept. */
  knows(position: number): boolean {
    return position <= this.knownTo;
  }

  /** Takes what the event says of frames; `position`: how many events have happened then. True: it is about them alone. */
  take(event: EngineEvent, position: number): boolean {
    switch (event.kind) {
      case 'FRAME_BEGINS':
        if (event.by === 0) this.mainDepth = event.depth;
        this.push(What.Begins, position, event.by, event.depth, event.line, event.function);
        return true;
      case 'FRAME_ENDS':
        this.end(position, event.by, event.depth);
        return true;
      case 'VALUE_CHANGED':
        this.push(What.Value, position, event.by, event.depth, event.slot, event.text);
        return true;
      default:
        if (this.count > 0) this.follow(event, position);
        return false;
    }
  }

  /** The frames of a task or worker, the innermost first; 0: of the main program. */
  framesOf(by: number, position: number): FrameLook[] {
    const looks: FrameLook[] = [];
    if (!this.knows(position)) return looks;
    for (let frame = this.at(position).frames.get(by) ?? null; frame; frame = frame.outer) looks.push(this.look(frame));
    return looks;
  }

  /** All who have frames then: tasks, workers, 0 for the main program. */
  whoHasFrames(position: number): number[] {
    return this.knows(position) ? [...this.at(position).frames.keys()] : [];
  }

  /** The program's own names, which all its functions see. */
  globals(position: number): Local[] {
    return this.knows(position) ? this.localsOf(this.at(position).globals) : [];
  }

  /** Forgets what is later. */
  truncate(position: number): void {
    this.count = countBelow(this.positions, this.count, position, true);
    this.used = this.ends[this.count - 1] ?? 0;
    this.checkpoints.length = Math.min(this.checkpoints.length, Math.floor(this.count / CHECKPOINT_EVERY) + 1);
    this.near = this.newest = this.checkpoints.at(-1) ?? START;
  }

  /** What the ordinary events say of frames. */
  private follow(event: EngineEvent, position: number): void {
    switch (event.kind) {
      case 'LINE':
        this.push(What.Line, position, event.by, 0, event.line, '');
        return;
      case 'TASK_STEP_ENDS':
        if (FINAL.has(event.reason)) this.push(What.Ends, position, event.task, 1, 0, '');
        return;
      case 'WORKER_ENDS':
        this.push(What.Ends, position, event.worker, 1, 0, '');
        return;
      case 'HANDLE_BEGINS':
        this.depthBefore = this.mainDepth;
        return;
      case 'HANDLE_ENDS':
        // The frames of a callback are the main program's: nobody else's line tells that they are over.
        if (this.mainDepth > this.depthBefore) this.end(position, 0, this.depthBefore + 1);
        return;
      case 'RUN_ENDS':
        this.end(position, 0, 1);
        return;
      default:
    }
  }

  private end(position: number, by: number, depth: number): void {
    if (by === 0) this.mainDepth = depth - 1;
    this.push(What.Ends, position, by, depth, 0, '');
  }

  private push(what: What, position: number, by: number, depth: number, number: number, text: string): void {
    if (this.count >= MOST_ENTRIES || this.used >= MOST_LETTERS) this.knownTo = Math.min(this.knownTo, position - 1);
    if (this.knownTo < Infinity) return;
    if (this.count === this.whats.length) this.grow();
    const at = this.count++;
    this.whats[at] = what;
    this.positions[at] = position;
    this.whose[at] = by;
    this.depths[at] = depth;
    this.numbers[at] = number;
    if (text !== '') this.keep(text);
    this.ends[at] = this.used;
    if (this.count % CHECKPOINT_EVERY === 0) {
      this.newest = this.foldOn(this.newest, this.count);
      this.checkpoints.push(this.newest);
    }
  }

  private keep(text: string): void {
    if (this.used + text.length > this.letters.length) this.letters = grown(this.letters, new Uint16Array(this.letters.length * 2));
    for (let n = 0; n < text.length; n++) this.letters[this.used++] = text.charCodeAt(n);
  }

  private textOf(entry: number): string {
    return String.fromCharCode(...this.letters.subarray(entry === 0 ? 0 : this.ends[entry - 1], this.ends[entry]));
  }

  private look(frame: Frame): FrameLook {
    return { function: this.textOf(frame.entry), line: frame.line, locals: this.localsOf(frame.values) };
  }

  private localsOf(values: readonly number[]): Local[] {
    const locals: Local[] = [];
    for (const entry of values) {
      const text = entry ? this.textOf(entry - 1) : '';
      const sign = text.indexOf(' = ');
      if (sign > 0) locals.push({ name: text.slice(0, sign), value: text.slice(sign + 3) });
    }
    return locals;
  }

  private at(position: number): Moment {
    const entries = countBelow(this.positions, this.count, position, true);
    const checkpoint = this.checkpoints[Math.floor(entries / CHECKPOINT_EVERY)] ?? START;
    const from = this.near.entries <= entries && this.near.entries > checkpoint.entries ? this.near : checkpoint;
    this.near = this.foldOn(from, entries);
    return this.near;
  }

  private foldOn(from: Moment, to: number): Moment {
    if (from.entries === to) return from;
    const frames = from.frames.edit();
    let { globals } = from;
    for (let at = from.entries; at < to; at++) {
      const by = this.whose[at] ?? 0;
      if (this.whats[at] === What.Value && this.depths[at] === 0) {
        globals = withSlot(globals, this.numbers[at] ?? 0, at + 1);
        continue;
      }
      const before = frames.get(by) ?? null;
      const after = this.change(before, at);
      if (after === before) continue;
      if (after) frames.set(by, after);
      else frames.delete(by);
    }
    return { entries: to, frames: frames.done(), globals };
  }

  private change(top: Frame | null, at: number): Frame | null {
    const depth = this.depths[at] ?? 0;
    const number = this.numbers[at] ?? 0;
    switch (this.whats[at]) {
      case What.Line:
        return top && top.line !== number ? { ...top, line: number } : top;
      case What.Begins:
        return { depth, entry: at, line: number, values: [], outer: outside(top, depth) };
      case What.Ends:
        return outside(top, depth);
      default:
        return top && withValue(top, depth, number, at + 1);
    }
  }

  private grow(): void {
    const room = this.count * 2;
    this.whats = grown(this.whats, new Uint8Array(room));
    this.positions = grown(this.positions, new Uint32Array(room));
    this.whose = grown(this.whose, new Uint32Array(room));
    this.depths = grown(this.depths, new Uint16Array(room));
    this.numbers = grown(this.numbers, new Uint32Array(room));
    this.ends = grown(this.ends, new Uint32Array(room));
  }
}

/** The frames that are further out than this depth. */
function outside(top: Frame | null, depth: number): Frame | null {
  let frame = top;
  while (frame && frame.depth >= depth) frame = frame.outer;
  return frame;
}

function withValue(top: Frame, depth: number, slot: number, value: number): Frame {
  if (top.depth > depth) return top.outer ? { ...top, outer: withValue(top.outer, depth, slot, value) } : top;
  if (top.depth < depth) return top;
  return { ...top, values: withSlot(top.values, slot, value) };
}

function withSlot(before: readonly number[], slot: number, value: number): number[] {
  const values = before.slice();
  while (values.length < slot) values.push(0);
  values[slot] = value;
  return values;
}
