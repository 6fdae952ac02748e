/** The engine from its parts; where they come from differs between page and Node. */
import { Give, EngineRun, give, type RunParts } from './run';
import type { Milliseconds } from './host';
import type { Booted } from './booted';
import { moduleFactory, type Instantiate, type Library, type Loader, type ModuleFactory, type Rest } from './module';
import type { EngineEvent } from './events.generated';
import type { Engine, Run, RunOptions, SyntaxProblem } from './types';

/** Goes once through what nearly every lesson does. */
const WARM = `import asyncio
async def work(name, delay):
    await asyncio.sleep(delay)
    print(f"{name} {delay:.1f}")
async def main():
    first = asyncio.create_task(work("a", 0.1))
    await asyncio.gather(work("b", 0), first)
asyncio.run(main())
`;

/** Milliseconds after a run until the next one's instance is made: what the run has shown is to be drawn first. */
const SPARE_AFTER = 300;

class LoadedEngine implements Engine {
  private current: Run | null = null;
  private checker: ReturnType<ModuleFactory> | null = null;
  private warming: Promise<void> | null = null;
  /** An instance that has booted and on which nothing has run yet, for the next run. */
  private spare: ReturnType<ModuleFactory> | null = null;

  constructor(
    private readonly make: ModuleFactory,
    private readonly parts: Omit<RunParts, 'rest'>,
    private readonly rest: Rest | null,
    private readonly lessons: readonly number[],
  ) {}

  run(source: string | Uint8Array, options: RunOptions = {}): Run {
    if (this.current !== null) throw new Error('a program is running already: stop it first');
    const run = new EngineRun(this.take, { ...this.parts, rest: this.isLesson(source) ? null : this.rest }, source, options);
    this.current = run;
    const over = (): void => {
      if (this.current === run) this.current = null;
      if (this.warming) setTimeout(() => this.keepSpare(), SPARE_AFTER);
    };
    run.finished.then(over, over);
    return run;
  }

  async check(source: string): Promise<SyntaxProblem | null> {
    // Who edits a program will run what is no lesson any more.
    await this.rest?.load().catch(() => undefined);
    this.checker ??= this.makeChecker();
    const module = await this.checker;
    give(module, Give.Source, source);
    const length = module._ls_check(0);
    if (length === 0) return null;
    const at = module._ls_buffer(0);
    return JSON.parse(new TextDecoder().decode(module.memory().slice(at, at + length))) as SyntaxProblem;
  }

  warm(events: (batch: EngineEvent[]) => void, next?: string): Promise<void> {
    // A run that cannot have it says so.
    if (next !== undefined && !this.isLesson(next)) this.rest?.load().catch(() => undefined);
    this.warming ??= new EngineRun(this.make, { ...this.parts, rest: null }, WARM, { events, values: true }).finished.then(() => {
      this.keepSpare();
    });
    return this.warming;
  }

  private keepSpare(): void {
    this.spare ??= this.makeBooted();
    this.spare.catch(() => undefined);
  }

  private async makeBooted(): ReturnType<ModuleFactory> {
    const module = await this.make();
    if (!module._ls_boot()) throw new Error('out of memory');
    return module;
  }

  private readonly take: ModuleFactory = async () => {
    const spare = await this.spare?.catch(() => null);
    this.spare = null;
    return spare ?? this.make();
  };

  private isLesson(source: string | Uint8Array): boolean {
    return this.rest !== null && this.lessons.includes(fingerprint(source));
  }

  /** The instance that `check` uses; made when it is needed, so that the first program need not wait for it. */
  private async makeChecker(): ReturnType<ModuleFactory> {
    const idle = (): Promise<void> => Promise.reject(new Error('no program runs here'));
    const module = await this.make();
    module.connect({
      wait: idle,
      yield: idle,
      now: () => 0,
      steady: () => 0,
      wall: () => 0,
      write: () => undefined,
      lineLength: () => 0,
      readLine: () => undefined,
      besideLength: () => -1,
      readBeside: () => undefined,
      entropy: () => undefined,
      takeSignal: () => 0,
      library: () => undefined,
      events: () => undefined,
    });
    module._ls_new(64, 1, 0, 0, 0, 0);
    return module;
  }
}

/** By which a page knows a lesson's program (`EngineParts.lessons`): FNV-1a of its bytes, or of its text as UTF-8. */
export function fingerprint(program: string | Uint8Array): number {
  const bytes = typeof program === 'string' ? new TextEncoder().encode(program) : program;
  return bytes.reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193), 0x811c9dc5) >>> 0;
}

/** What an engine is made of. */
export interface EngineParts {
  code: WebAssembly.Module;
  library: Library;
  /** What `code` lacks; null: nothing. */
  rest?: Rest | null;
  /** Fingerprints of the programs that do without the rest. */
  lessons?: readonly number[];
  instantiate?: Instantiate;
  /** What saves each instance its booting; null: it boots. */
  booted?: Booted | null;
  /** By default performance.now. */
  milliseconds?: Milliseconds;
}

export function engineFrom(loader: Loader, parts: EngineParts): Engine {
  const { code, library, rest = null, lessons = [], instantiate, booted = null, milliseconds = () => performance.now() } = parts;
  return new LoadedEngine(moduleFactory(loader, code, rest, instantiate, booted), { library, milliseconds }, rest, lessons);
}
