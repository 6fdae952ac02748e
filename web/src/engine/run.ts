/** One run of one program on a fresh instance of the engine. */
import { decodeEvents } from './decode';
import { TRACE_GROUP } from './events.generated';
import { Host, type HostImports, type Milliseconds } from './host';
import type { EngineModule, Library, ModuleFactory, Rest } from './module';
import type { Run, RunOptions, RunResult } from './types';

const TRACE_ALL = Object.values(TRACE_GROUP).reduce((all, group) => all | group, 0);
const { LINE: TRACE_LINE, VALUES: TRACE_VALUES } = TRACE_GROUP;

/** The groups of events that these options ask for. */
function maskOf(options: RunOptions): number {
  if (options.events === undefined && options.records === undefined) return 0;
  if (options.lines === false) return TRACE_ALL & ~TRACE_LINE & ~TRACE_VALUES;
  return options.values === true ? TRACE_ALL : TRACE_ALL & ~TRACE_VALUES;
}
const STEP_UNITS = { line: 1, task: 2, iteration: 3 } as const;

/** The `kind` of ls_give. */
export const enum Give {
  Filename = 0,
  Argument = 1,
  Source = 2,
  Argv0 = 3,
  Library = 4,
  Names = 5,
  Seldom = 6,
}

/** Hands bytes to the engine through its buffer. Throws when the engine has no memory for them. */
export function give(module: EngineModule, kind: Give, value: string | Uint8Array): void {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  const at = module._ls_buffer(bytes.length);
  if (at === 0) throw new Error('out of memory');
  module.memory().set(bytes, at);
  if (!module._ls_give(kind, bytes.length)) throw new Error('out of memory');
}

/** What a run may want besides its instance; rest: null, it is there or not expected to be wanted. */
export interface RunParts {
  milliseconds: Milliseconds;
  library: Library;
  rest: Rest | null;
}

export class EngineRun implements Run {
  readonly finished: Promise<RunResult>;
  private readonly host: Host;
  private module: EngineModule | null = null;
  private stopped = false;
  private ended = false;
  /** Until where it goes on by itself; null when it is not stepping. */
  private stepping: keyof typeof STEP_UNITS | null = null;
  private end!: (result: RunResult) => void;
  private fail!: (error: unknown) => void;

  constructor(
    make: ModuleFactory,
    private readonly parts: RunParts,
    source: string | Uint8Array,
    private readonly options: RunOptions,
  ) {
    this.finished = new Promise<RunResult>((resolve, reject) => {
      this.end = resolve;
      this.fail = reject;
    });
    this.host = new Host(
      {
        write: (stream, text) => {
          if (this.ended) return;
          if (stream === 3) options.traceFile?.(text);
          else options.output?.(stream as 1 | 2, text);
        },
        events: (bytes) => {
          if (this.ended) return;
          options.records?.(bytes);
          if (options.events) options.events(decodeEvents(bytes));
        },
        needInput: () => options.needInput?.(),
      },
      options.speed ?? (options.clock === 'real' ? 1 : 0),
      parts.milliseconds,
      options,
    );
    void this.start(make, source);
  }

  get paused(): boolean {
    return this.host.paused && !this.ended;
  }

  pause(): void {
    if (!this.ended) this.host.hold();
  }

  resume(): void {
    this.stepping = null;
    this.module?._ls_step(0);
    this.host.unhold();
  }

  step(unit: 'line' | 'task' | 'iteration'): void {
    if (!this.paused) return;
    this.stepping = unit;
    this.module?._ls_step(STEP_UNITS[unit]);
    this.host.unhold();
  }

  stop(): void {
    if (this.ended) return;
    this.stopped = true;
    // The engine stands suspended in a wait (JavaScript runs): it need not run again, its instance is dropped whole.
    this.finish({ status: 130, stopped: true });
  }

  signal(number: number): void {
    this.host.signal(number);
    this.module?._ls_attend();
  }

  feed(line: string | null, ended = true): void {
    this.host.feed(line, ended);
  }

  setSpeed(speed: number): void {
    this.host.setSpeed(speed);
    this.module?._ls_set_speed(speed);
  }

  private async start(make: ModuleFactory, source: string | Uint8Array): Promise<void> {
    const { options, host } = this;
    try {
      const rest = this.parts.rest?.load();
      const module = await make();
      if (this.stopped) return;
      module.connect(this.importsFor(module));
      this.module = module;
      const made = module._ls_new(
        options.maxMemory ?? 256,
        options.clock === 'real' ? 0 : 1,
        options.speed ?? 0,
        options.debug ? 1 : 0,
        maskOf(options),
        options.traceFile ? 1 : 0,
      );
      if (!made) throw new Error('out of memory');
      module._ls_set_network(options.latency ?? 0, options.bandwidth ?? 0);
      give(module, Give.Filename, options.filename ?? 'main.py');
      if (options.argv0 !== undefined) give(module, Give.Argv0, options.argv0);
      for (const argument of options.args ?? []) give(module, Give.Argument, argument);
      give(module, Give.Source, source);
      // Whether it can be had is asked again when it is imported from.
      let number;
      while ((number = module._ls_needs_library())) {
        if (!this.giveLibrary(module, number, await this.parts.library[number - 1]?.load().catch(() => null))) break;
      }
      if (Object.keys(options.files ?? {}).length > 0) await this.parts.library[0].load().catch(() => null); // it is asked for when one of them is imported
      await rest?.catch(() => null);
      if (this.stepping) module._ls_step(STEP_UNITS[this.stepping]);
      // Paused before it began: the first line waits for resume or step.
      if (host.paused) await host.yield();
      if (this.isOver()) return;
      const status = await module.ccall('ls_run', 'number', [], [], { async: true });
      this.finish({ status, stopped: false });
    } catch (error) {
      if (this.ended) return;
      this.ended = true;
      host.close();
      this.fail(error);
    }
  }

  private importsFor(module: EngineModule): HostImports {
    const { host } = this;
    return {
      wait: (ms) => host.wait(ms),
      yield: () => {
        if (this.stepping && module._ls_stepped()) {
          this.stepping = null;
          host.hold();
        }
        return host.yield();
      },
      now: () => host.now(),
      steady: () => host.steady(),
      wall: () => host.wall(),
      write: (stream, bytes) => host.write(stream, bytes),
      lineLength: () => host.lineLength(),
      readLine: (buffer) => host.readLine(buffer),
      besideLength: (path) => host.besideLength(path),
      readBeside: (buffer) => host.readBeside(buffer),
      entropy: (buffer) => host.entropy(buffer),
      takeSignal: () => host.takeSignal(),
      library: (number) => this.giveLibrary(module, number, this.parts.library[number - 1]?.loadNow()),
      events: (bytes) => host.events(bytes),
    };
  }

  /** `number` counts the parts of the library beside the engine's own from 1. False: it is not to be had. */
  private giveLibrary(module: EngineModule, number: number, bytes: Uint8Array | null | undefined): boolean {
    const kind = [Give.Library, Give.Names, Give.Seldom][number - 1];
    if (!bytes || kind === undefined) return false;
    give(module, kind, bytes);
    return true;
  }

  /** A function, because the answer changes while `start` waits. */
  private isOver(): boolean {
    return this.ended;
  }

  private finish(result: RunResult): void {
    if (this.ended) return;
    this.ended = true;
    this.module = null;
    this.host.close();
    this.end(result);
  }
}
