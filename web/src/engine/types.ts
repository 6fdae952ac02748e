/**
 * The engine as the rest of the web code sees it. Load once, run many: every run gets a fresh instance of the compiled
 * module. Only `web/src/element` and `web/cli` import the engine; the model sees nothing but `EngineEvent`.
 */
import type { EngineEvent } from './events.generated';

export type Clock = 'real' | 'virtual';

/** What a run tells while it goes on. All callbacks are called between slices, never from inside a Python step. */
export interface RunListener {
  /** Output in the order it was written; stream 1 is standard output, 2 standard error. */
  output?(stream: 1 | 2, text: string): void;
  /**
   * Decoded event records in order, handed over in batches. Without this callback tracing is off and costs nothing. A `line` of a file
   * beside the program has the file's number, which FILE_TOLD has told, above its lowest `LINE_BITS` bits.
   */
  events?(batch: readonly EngineEvent[]): void;
  /** The same records undecoded (`decodeEvents` reads them; see trace.h for their layout). The bytes are the engine's
   * memory: copy what is kept. */
  records?(bytes: Uint8Array): void;
  /** The program wants a line from input(); answer with `Run.feed`. */
  needInput?(): void;
}

export interface RunOptions extends RunListener {
  /** Name shown in tracebacks; default `main.py`. */
  filename?: string;
  /** sys.argv[0]; default: the filename. */
  argv0?: string;
  /** sys.argv[1:]. */
  args?: readonly string[];
  /** Default `virtual`. */
  clock?: Clock;
  /** Real clock only: how many program seconds pass in one second; default 1. Virtual: 0 (default) as fast as it can,
   * otherwise waits are drawn out so that the program runs at this multiple of real time. */
  speed?: number;
  /** asyncio's debug mode for loops that do not say otherwise. */
  debug?: boolean;
  /** Files that lie beside the program when it begins, by their paths from its folder: modules to import, data to open. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Asked for modules that `files` does not have when a program imports them: `util.py`, `pkg/__init__.py`; a path that ends with
   * a slash asks whether there is such a folder (an empty array: yes). Null: there is no such thing. */
  module?: (path: string) => Uint8Array | null;
  /** The network inside the run: seconds that a message takes, and bytes that go one way through a connection in a second;
   * default: no time, no limit. */
  latency?: number;
  bandwidth?: number;
  /** MemoryError beyond this many megabytes; default 256. */
  maxMemory?: number;
  /** The log as Chrome trace-event JSON, which Perfetto opens, in pieces to be put one after another. */
  traceFile?: (piece: string) => void;
  /** Emit LINE events (needed for stepping by line and for marking the running line); default: true when the log is asked for. */
  lines?: boolean;
  /** Emit the events of the group VALUES too: frames and their locals (with `lines`); default: false. */
  values?: boolean;
}

/** How a run ended. */
export interface RunResult {
  /** Python's exit status: 0, 1 after an uncaught exception, sys.exit's number, 130 after Ctrl-C. */
  status: number;
  /** True when `stop()` ended the run. */
  stopped: boolean;
}

/** A program that runs. */
export interface Run {
  /** Resolves when the program has ended; rejects only if the engine itself failed. */
  readonly finished: Promise<RunResult>;
  readonly paused: boolean;
  /** Halts before the next line (or event, while the loop waits); time on the real clock stands still too. */
  pause(): void;
  resume(): void;
  /** While paused: goes on to the next `line`, the next `task` switch or the next loop `iteration`, then pauses again. */
  step(unit: 'line' | 'task' | 'iteration'): void;
  /** Ends the run at once, whatever it does; nothing of the program runs afterwards. */
  stop(): void;
  /** Delivers a signal (2 is SIGINT: KeyboardInterrupt, or the handler the program set). */
  signal(number: number): void;
  /** A line for input(), without its newline; null is end of input. `ended` false: the last line, which has no newline. */
  feed(line: string | null, ended?: boolean): void;
  setSpeed(speed: number): void;
}

export interface Engine {
  /** Starts a program. Throws when a run of this engine is still going on. */
  run(source: string | Uint8Array, options?: RunOptions): Run;
  /** Checks the syntax without running: null, or where and what. Lines and columns count from 1. */
  check(source: string): Promise<SyntaxProblem | null>;
  /**
   * Runs a small program that nobody sees, so that the browser has compiled what a first run needs, and has an instance ready
   * for each next one; once is enough. Its events go where a run's would, for what is to be warm there. What of the engine the
   * program lacks that may be run next begins to be fetched.
   */
  warm(events: (batch: EngineEvent[]) => void, next?: string): Promise<void>;
}

export interface SyntaxProblem {
  message: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}
