/** Loads the engine from bytes; where they come from differs between page and Node. */
import { Give, EngineRun, give } from './run';
import { moduleFactory, type Instantiate, type Library, type Loader, type ModuleFactory } from './module';
import type { Engine, Run, RunOptions, SyntaxProblem } from './types';

class LoadedEngine implements Engine {
  private current: Run | null = null;
  private checker: ReturnType<ModuleFactory> | null = null;

  constructor(
    private readonly make: ModuleFactory,
    private readonly library: Library,
  ) {}

  run(source: string | Uint8Array, options: RunOptions = {}): Run {
    if (this.current !== null) throw new Error('a program is running already: stop it first');
    const run = new EngineRun(this.make, this.library, source, options);
    this.current = run;
    const over = (): void => {
      if (this.current === run) this.current = null;
    };
    run.finished.then(over, over);
    return run;
  }

  async check(source: string): Promise<SyntaxProblem | null> {
    this.checker ??= this.makeChecker();
    const module = await this.checker;
    give(module, Give.Source, source);
    const length = module._ls_check(0);
    if (length === 0) return null;
    const at = module._ls_buffer(0);
    return JSON.parse(new TextDecoder().decode(module.memory().slice(at, at + length))) as SyntaxProblem;
  }

  /** The instance that `check` uses; made when it is needed, so that the first program need not wait for it. */
  private async makeChecker(): ReturnType<ModuleFactory> {
    const idle = (): Promise<void> => Promise.reject(new Error('no program runs here'));
    const module = await this.make({
      host: {
        wait: idle,
        yield: idle,
        now: () => 0,
        wall: () => 0,
        write: () => undefined,
        lineLength: () => 0,
        readLine: () => undefined,
        entropy: () => undefined,
        takeSignal: () => 0,
        library: () => undefined,
        events: () => undefined,
      },
    });
    module._ls_new(64, 1, 0, 0, 0, 0);
    return module;
  }
}

/** Compiles the engine's module, once. Rejects when the bytes are not WebAssembly or the browser has none. */
export async function engineFrom(
  loader: Loader,
  wasm: BufferSource | WebAssembly.Module,
  library: Library,
  instantiate?: Instantiate,
): Promise<Engine> {
  const compiled = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm);
  return new LoadedEngine(moduleFactory(loader, compiled, instantiate), library);
}
