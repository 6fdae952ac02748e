/**
 * The player: starts runs, records them, and moves the cursor. It knows no DOM; the element shows what it says.
 *
 *            run                    end of the log of a finished run
 *   idle ───────────▶ playing ───────────────────────────────────▶ ended
 *    ▲ ▲               │   ▲                                        │  ▲
 *    │ │         pause │   │ resume                     step back,  │  │ step or scrub to
 *    │ │               ▼   │                            scrub back  ▼  │ the end
 *    │ └── reset ────  paused  ◀────────────────────────────────────────
 *    └── reset ─────────────────────────────────────────────────── ended
 *
 * On the virtual clock the engine runs ahead and the player plays its log back with real delays, so that pausing never
 * changes what the program does. On the real clock the cursor stays at the end of the log, and pausing pauses the engine.
 */
import { OUTPUT_STREAM } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { Clock, Engine, Run, RunOptions, RunResult } from '../engine/types';
import { Cursor } from '../model/cursor';
import type { Kind } from '../model/packed';
import { isAmong } from '../model/places';
import type { LinesByFile } from '../model/places';
import type { Id } from '../model/state';
import type { StepUnit } from '../model/log';
import { Recording } from '../model/recording';
import { handlesSignals, wantsRealClock } from '../model/outside';
import { TEXT } from '../model/text';

export type PlayerPhase = 'idle' | 'playing' | 'paused' | 'ended';

/** A program on the virtual clock may be so far ahead of the cursor before it is held back. */
const AHEAD_MOST = 60_000;
const AHEAD_LEAST = 20_000;
/** A recording of this many events uses about 150 MB; then the program is stopped. */
const RECORDING_MOST = 1_000_000;
/** The number of the signal that Ctrl-C sends. */
const SIGINT = 2;
/** A page that slept for a while goes on where it was, not where it would be. */
const LONGEST_FRAME = 0.1;

/** More events than this between two pictures are not followed by anybody's eyes. */
const RUSH = 20;

/** Nobody waits longer for a run that he does not see, in milliseconds. */
const LONG_RECORDING = 4000;

function ignore(): void {
  // How a run ended that nobody looks at any more.
}

export interface PlayerOptions {
  /** Starts the engine; called at the first run. */
  readonly load: () => Promise<Engine>;
  /** Something that is shown has changed. */
  readonly changed: () => void;
}

export class Player {
  phase: PlayerPhase = 'idle';
  /** What is wished for; a program that asks for input or handles signals runs on the real clock in any case. */
  clock: Clock = 'virtual';
  /** What lies beside the program of each run. */
  files: () => NonNullable<RunOptions['files']> = () => ({});
  unit: StepUnit = 'line';
  cursor = new Cursor(new Recording());
  /** Where playback stands, in shown time. */
  shown = 0;
  /** Trouble that is not the program's own: what the engine did not do, or why the log ends where it does. */
  notice = '';
  /** Where it was stopped; -1 when it was not. */
  stoppedAt = -1;
  wantsInput = false;
  loading = false;
  /** The last jump had nowhere to go. */
  notFound = false;
  /** The picture plays, and much changed since the last one. */
  rush = false;

  private runClock: Clock = 'virtual';
  /** Stopping is first asked for by the signal of Ctrl-C, once. */
  private mayInterrupt = false;
  private speedNow = 1;
  private engine: Promise<Engine> | null = null;
  /** What `engine` has brought. */
  private ready: Engine | null = null;
  private run: Run | null = null;
  private finished = true;
  private heldBack = false;
  private following = false;
  private frame = 0;
  private lastFrame = 0;
  private lastBatch = 0;
  private generation = 0;
  private previous: Promise<void> = Promise.resolve();
  /** A way on that was asked for and that the log does not have yet: true when it has been gone. */
  private wanted: (() => boolean) | null = null;
  /** Playing pauses where a line of these is reached. */
  private breakpoints: LinesByFile = new Map();

  constructor(private readonly options: PlayerOptions) {}

  get speed(): number {
    return this.speedNow;
  }

  set speed(speed: number) {
    this.speedNow = speed;
    if (this.runClock === 'real' && Number.isFinite(speed)) this.run?.setSpeed(speed);
    this.options.changed();
  }

  /** The clock's seconds now; between events of a wait they run on. */
  get time(): number {
    const { recording, state } = this.cursor;
    if (!this.following || !this.cursor.atEnd || this.finished) return recording.pace.timeAt(this.shown);
    if (this.phase !== 'playing') return state.time;
    const passed = ((performance.now() - this.lastBatch) / 1000) * this.realSpeed;
    const limit = state.loop.phase === 'wait' ? state.loop.deadline : Infinity;
    return Math.max(state.time, Math.min(limit, state.time + passed));
  }

  /** The clock of the run that is shown. */
  get ranOn(): Clock {
    return this.runClock;
  }

  get running(): boolean {
    return !this.finished;
  }

  /** A moment was asked for that is not there yet. */
  get onItsWay(): boolean {
    return this.loading || this.wanted !== null;
  }

  /** On the virtual clock a program is over before anybody could press a key. */
  get canInterrupt(): boolean {
    return this.phase === 'playing' && this.following && !this.finished;
  }

  /** The lines at which playing pauses. */
  setBreakpoints(lines: LinesByFile): void {
    this.breakpoints = lines;
  }

  get canStep(): boolean {
    return this.phase !== 'playing' && (this.phase !== 'ended' || !this.cursor.atEnd);
  }

  /** Loads the engine, ahead of the first run when that can be foreseen; a failed load is tried again. */
  prepare(): Promise<Engine> {
    this.engine ??= this.options.load().then(
      (engine) => (this.ready = engine),
      (error: unknown) => {
        this.engine = null;
        throw error;
      },
    );
    return this.engine;
  }

  /** A run of this program may be asked for soon: what it needs is made warm, from the engine to the state that the views show. */
  async foresee(source: string): Promise<void> {
    const engine = await this.prepare();
    const unseen = new Cursor(new Recording());
    await engine.warm((batch) => unseen.recording.append(batch), source);
    unseen.moveTo(unseen.recording.length);
    unseen.back('line');
  }

  /** Runs a program from its beginning; `paused` records it and stops at its first moment, or at a later one. */
  async start(source: string, paused = false, at: number | null = null): Promise<void> {
    this.clear();
    const { generation } = this;
    this.phase = paused ? 'paused' : 'playing';
    this.finished = false;
    // A moment to go to was counted on the clock that is wished for.
    const all = this.allOf(source);
    this.runClock = this.clock === 'real' || (at === null && wantsRealClock(all)) ? 'real' : 'virtual';
    this.mayInterrupt = handlesSignals(all);
    if (paused && at !== 0) this.wanted = at !== null ? (): boolean => this.reach(at) : (): boolean => this.cursor.forward(this.unit);
    const engine = this.ready ?? (await this.engineFor(generation));
    await this.previous;
    // Meanwhile it may have been paused, resumed, stopped or started anew.
    if (engine && generation === this.generation) this.begin(engine, source, generation);
  }

  /** Runs a program unseen: the cursor stays before its first moment. Resolves when it is over, or has taken long. */
  async record(source: string): Promise<void> {
    await this.start(source, true, 0);
    const { run } = this;
    const long = new Promise((resolve) => setTimeout(resolve, LONG_RECORDING));
    if (run) await Promise.race([run.finished.catch(ignore), long]);
  }

  pause(): void {
    if (this.phase !== 'playing') return;
    this.phase = 'paused';
    if (this.runClock === 'real') this.run?.pause();
    this.sleep();
    this.options.changed();
  }

  resume(): void {
    if (this.phase !== 'paused') return;
    this.phase = 'playing';
    this.wanted = null;
    this.following = this.runClock === 'real' && this.cursor.atEnd && !this.finished;
    if (this.following) this.run?.resume();
    this.wake();
    this.options.changed();
  }

  /** Moves by one unit. At the end of a log that still grows, the engine goes on for one unit. */
  step(direction: 1 | -1, unit: StepUnit = this.unit): void {
    if (this.phase === 'playing') this.pause();
    const on = (): boolean => this.cursor.forward(unit);
    if (direction < 0) this.cursor.back(unit);
    else if (!on()) this.askForMore(on, unit);
    this.arrive();
  }

  /** To the first moment, or to the last one there is. */
  goToEdge(edge: 'begin' | 'end'): void {
    this.goTo(edge === 'begin' ? 0 : this.cursor.recording.length);
  }

  /** Moves to where this task runs next, or last ran before. At the end of a finished log without such a moment it stays. */
  seekTask(task: Id, direction: 1 | -1): void {
    this.seek('TASK_STEP_BEGINS', (id) => id === task, direction);
  }

  /** Moves to where one of these lines is reached next, or was reached last. */
  seekLine(lines: LinesByFile, direction: 1 | -1): void {
    this.seek('LINE', (told) => isAmong(this.cursor.recording.end, told, lines), direction);
  }

  private seek(kind: Kind, fits: (first: number) => boolean, direction: 1 | -1): void {
    if (this.phase === 'playing') this.pause();
    const { cursor } = this;
    const { log } = cursor.recording;
    if (direction < 0) {
      const before = log.previousOf(kind, fits, cursor.position - 1);
      this.notFound = before === null;
      if (before !== null) cursor.moveTo(before);
    } else {
      let from = cursor.position;
      const on = (): boolean => {
        const next = log.nextOf(kind, fits, from);
        from = log.length;
        return next !== null && cursor.moveTo(next);
      };
      const found = on();
      this.notFound = !found && this.finished;
      if (!found && !this.finished) this.askForMore(on, null);
    }
    this.arrive();
  }


  /** Moves to a shown time, as the slider does. */
  scrub(shown: number): void {
    if (this.phase === 'playing') this.pause();
    this.cursor.moveTo(this.cursor.recording.pace.positionAt(shown));
    this.arrive(shown);
  }

  goTo(position: number): void {
    if (this.phase === 'playing') this.pause();
    this.cursor.moveTo(position);
    this.arrive();
  }

  /**
   * Ends the program where it was last seen; up to there it can still be looked at. False: one that handles Ctrl-C was only sent
   * that, so that it can wind up.
   */
  stop(): boolean {
    if (this.phase === 'idle') return true;
    if (this.mayInterrupt && this.canInterrupt) {
      this.mayInterrupt = false;
      this.interrupt();
      return false;
    }
    this.generation++;
    this.stopRun();
    this.forgetUnseen();
    if (this.cursor.recording.end.phase !== 'ended') this.stoppedAt = this.cursor.recording.length;
    this.sleep();
    this.phase = 'ended';
    this.options.changed();
    return true;
  }

  /** Forgets the run. */
  reset(): void {
    this.clear();
    this.phase = 'idle';
    this.options.changed();
  }

  /** A line for input(), or its end. As in a terminal, what was typed is seen among what was printed. */
  feed(line: string | null): void {
    const { recording } = this.cursor;
    const { time, lineBy } = recording.end;
    this.wantsInput = false;
    recording.append([{ kind: 'OUTPUT', time, stream: OUTPUT_STREAM.STANDARD_OUTPUT, by: lineBy, line: 0, text: `${line ?? ''}\n` }]);
    this.run?.feed(line);
    this.options.changed();
  }

  /** Sends the program the signal of Ctrl-C. */
  interrupt(): void {
    this.run?.signal(SIGINT);
  }

  /** Ends everything; the player may be used again. */
  dispose(): void {
    this.clear();
    this.phase = 'idle';
  }

  /** The program and the modules that lie beside it, as one text. */
  private allOf(source: string): string {
    const modules = Object.entries(this.files()).map(([path, content]) => (path.endsWith('.py') && typeof content === 'string' ? content : ''));
    return [source, ...modules].join('\n');
  }

  private get realSpeed(): number {
    return Number.isFinite(this.speedNow) ? this.speedNow : 1;
  }

  /** The engine for a start; null, with a notice, when there is none. */
  private async engineFor(generation: number): Promise<Engine | null> {
    this.loading = true;
    this.options.changed();
    try {
      return await this.prepare();
    } catch (error) {
      if (generation === this.generation) {
        this.notice = TEXT.player.engineFailed(error instanceof Error ? error.message : String(error));
        this.phase = 'idle';
        this.finished = true;
      }
      return null;
    } finally {
      this.loading = false;
      this.options.changed();
    }
  }

  private begin(engine: Engine, source: string, generation: number): void {
    const paused = this.phase === 'paused';
    this.following = this.runClock === 'real' && !paused;
    this.lastBatch = performance.now();
    const current = (): boolean => generation === this.generation;
    try {
      this.run = engine.run(source, {
        clock: this.runClock,
        speed: this.runClock === 'real' ? this.realSpeed : 0,
        lines: true,
        values: true,
        files: this.files(),
        events: (batch) => {
          if (current()) this.take(batch);
        },
        needInput: () => {
          if (!current()) return;
          this.wantsInput = true;
          this.options.changed();
        },
      });
    } catch (error) {
      this.fail(error);
      return;
    }
    this.run.finished.then(
      (result) => {
        if (current()) this.end(result);
      },
      (error: unknown) => {
        if (current()) this.fail(error);
      },
    );
    if (paused && this.runClock === 'real') this.run.pause();
    if (this.wanted) this.askForMore(this.wanted, this.unit);
    // What plays is shown first with its first moment: a picture without events costs a frame.
    if (paused) this.options.changed();
    else this.wake();
  }

  private take(batch: readonly EngineEvent[]): void {
    const { recording } = this.cursor;
    recording.append(batch);
    this.lastBatch = performance.now();
    if (recording.length >= RECORDING_MOST && !this.finished) {
      this.notice = TEXT.player.recordingFull;
      this.stopRun();
    }
    this.holdBack();
    if (this.wanted) this.goOn(this.wanted);
    else if (this.phase === 'playing' && this.cursor.position === 0) this.showFirst();
    else if (this.phase === 'paused' && this.runClock === 'real') this.options.changed();
  }

  /** The first moment is there: it is made ready for the next frame, not in it. */
  private showFirst(): void {
    this.move(0);
    this.options.changed();
  }

  /** The way on that was waiting for the log to grow. */
  private goOn(wanted: () => boolean): void {
    if (!wanted()) return;
    this.wanted = null;
    if (this.runClock === 'real') this.run?.pause();
    this.arrive();
  }

  private reach(position: number): boolean {
    return this.cursor.recording.length >= position && this.cursor.moveTo(position);
  }

  /** `unit`: the engine need not go further than that on the real clock. */
  private askForMore(wanted: () => boolean, unit: StepUnit | null): void {
    if (this.finished) {
      this.cursor.moveTo(this.cursor.recording.length);
      return;
    }
    this.wanted = wanted;
    if (this.runClock !== 'real') this.holdBack();
    else if (unit) this.run?.step(unit === 'event' ? 'line' : unit);
    else this.run?.resume();
  }

  private arrive(shown = this.cursor.recording.pace.shownAt(this.cursor.position)): void {
    this.shown = shown;
    this.rush = false;
    this.following = this.runClock === 'real' && this.cursor.atEnd && !this.finished;
    if (this.phase !== 'playing') this.phase = this.finished && this.cursor.atEnd ? 'ended' : 'paused';
    this.holdBack();
    this.options.changed();
  }

  private holdBack(): void {
    if (!this.run || this.finished || this.runClock === 'real') return;
    const ahead = this.cursor.recording.length - this.cursor.position;
    if (!this.heldBack && ahead > AHEAD_MOST) {
      this.heldBack = true;
      this.run.pause();
    } else if (this.heldBack && (ahead < AHEAD_LEAST || this.wanted)) {
      this.heldBack = false;
      this.run.resume();
    }
  }

  private end(result: RunResult): void {
    this.finished = true;
    this.run = null;
    this.wantsInput = false;
    if (result.stopped && this.stoppedAt < 0) this.stoppedAt = this.cursor.recording.length;
    if (this.wanted) {
      this.wanted = null;
      this.cursor.moveTo(this.cursor.recording.length);
      this.arrive();
    } else if (this.phase === 'paused' && this.cursor.atEnd) this.arrive();
    this.wake();
    this.options.changed();
  }

  private fail(error: unknown): void {
    this.finished = true;
    this.run = null;
    this.notice = TEXT.player.engineBroke(error instanceof Error ? error.message : String(error));
    this.wake();
    this.options.changed();
  }

  private stopRun(): void {
    // The engine takes the next program when this one is really over.
    if (this.run) this.previous = this.run.finished.then(ignore, ignore);
    this.run?.stop();
    this.run = null;
    this.finished = true;
    this.wantsInput = false;
  }

  /** On the virtual clock the engine was ahead: what it did there never happened. */
  private forgetUnseen(): void {
    const { recording, position, seen } = this.cursor;
    if (seen >= recording.length) return;
    const kept = recording.cutAt(seen);
    this.cursor = new Cursor(kept);
    this.cursor.moveTo(seen);
    this.cursor.moveTo(position);
    this.shown = Math.min(this.shown, kept.pace.end);
  }

  private clear(): void {
    this.generation++;
    this.sleep();
    this.stopRun();
    this.cursor = new Cursor(new Recording());
    this.shown = 0;
    this.notice = '';
    this.stoppedAt = -1;
    this.heldBack = false;
    this.following = false;
    this.wanted = null;
  }

  private wake(): void {
    if (this.frame !== 0 || this.phase !== 'playing') return;
    this.lastFrame = performance.now();
    this.frame = requestAnimationFrame(this.tick);
  }

  private sleep(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private readonly tick = (now: number): void => {
    this.frame = 0;
    const passed = Math.min(LONGEST_FRAME, Math.max(0, (now - this.lastFrame) / 1000));
    this.lastFrame = now;
    this.move(passed);
    this.holdBack();
    this.options.changed();
    if (this.phase === 'playing') this.frame = requestAnimationFrame(this.tick);
  };

  private move(passed: number): void {
    const { pace } = this.cursor.recording;
    if (this.following) this.shown = pace.end;
    else this.shown = Math.min(pace.end, this.shown + passed * this.speedNow);
    // Infinity times nothing is no number; then the frame shows all there is.
    if (Number.isNaN(this.shown)) this.shown = pace.end;
    const target = this.shown >= pace.end ? pace.length : pace.positionAt(this.shown);
    this.rush = target - this.cursor.position > RUSH;
    const stop = this.breakpointBefore(target);
    if (stop !== null) {
      this.pause();
      this.cursor.moveTo(stop);
      this.arrive();
      return;
    }
    this.cursor.moveTo(target);
    if (this.shown < pace.end) return;
    if (this.finished) this.phase = 'ended';
    else if (this.runClock === 'real' && !this.following) {
      this.following = true;
      this.run?.resume();
    }
  }

  /** The moment at which a line with a breakpoint is reached on the way from the cursor to a later moment. */
  private breakpointBefore(target: number): number | null {
    if (this.breakpoints.size === 0) return null;
    const { position, recording } = this.cursor;
    return recording.log.nextOf('LINE', (told) => isAmong(recording.end, told, this.breakpoints), position, target);
  }
}
