/** The WebAssembly module as Emscripten's loader gives it; see engine/wasm/exports.c for what each function does. */
import { putInto, type Booted } from './booted';
import type { HostImports } from './host';

export interface EngineModule {
  _ls_boot(): number;
  _ls_new(maxMemory: number, clock: number, speed: number, debug: number, traceMask: number, traceFile: number): number;
  _ls_buffer(length: number): number;
  _ls_give(kind: number, length: number): number;
  _ls_step(unit: number): void;
  _ls_stepped(): number;
  _ls_attend(): void;
  _ls_set_speed(speed: number): void;
  _ls_set_network(latency: number, bandwidth: number): void;
  _ls_check(length: number): number;
  _ls_needs_library(): number;
  ccall(name: string, returns: 'number', types: [], values: [], options: { async: true }): Promise<number>;
  memory(): Uint8Array;
  /** Gives the instance the run that it serves; before that it may only be made. */
  connect(host: HostImports): void;
}

/** What build/wasm/loopscope.mjs exports. */
export type Loader = (options: {
  host: HostImports;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => Record<string, never>;
}) => Promise<Omit<EngineModule, 'memory' | 'connect'>>;

/** What some programs want and others do not, and what is therefore fetched when it is wanted. */
export interface Part<T> {
  /** Rejects when it cannot be had. */
  load(): Promise<T>;
  /** The same at once, for what nobody foresaw. Null: it cannot be had. */
  loadNow(): T | null;
}

/** The parts of the engine's Python library beside the one in it, from the second on: the bytes of `library.wasm`, `names.wasm` and `seldom.wasm`. */
export type Library = readonly [Part<Uint8Array>, Part<Uint8Array>, Part<Uint8Array>];

/** The functions that a split engine's `loopscope.wasm` lacks (web/tools/split.mjs): `rest.wasm`. */
export type Rest = Part<WebAssembly.Module>;

/** The namespaces of what a split engine's two modules import: the way to the rest, and the core's functions. */
const REST = 'rest', CORE = 'core';

/** Whether a module has only a part of the engine's functions. */
export function isSplit(compiled: WebAssembly.Module): boolean {
  return WebAssembly.Module.imports(compiled).some(({ module }) => module === REST);
}

export type ModuleFactory = () => Promise<EngineModule>;

/** Makes an instance: at once or later. */
export type Instantiate = (
  compiled: WebAssembly.Module,
  imports: WebAssembly.Imports,
) => WebAssembly.Instance | Promise<WebAssembly.Instance>;

/** The way of browsers, of which some refuse to do it at once. */
const instantiateLater: Instantiate = (compiled, imports) => WebAssembly.instantiate(compiled, imports);

/** An instance exports one memory. */
function memoryOf({ exports }: WebAssembly.Instance): WebAssembly.Memory {
  const found = Object.values(exports).find((value) => value instanceof WebAssembly.Memory);
  if (found === undefined) throw new Error('the engine exports no memory');
  return found;
}

/**
 * What a split engine's first piece calls before one of the functions that it lacks: making an instance of the rest puts them into
 * the table. `core`: its instance, which must be there then.
 */
function linkTo(core: () => WebAssembly.Instance, rest: Rest): WebAssembly.ModuleImports {
  return {
    link() {
      const compiled = rest.loadNow();
      if (compiled === null) throw new Error('the rest of the engine could not be loaded');
      new WebAssembly.Instance(compiled, { [CORE]: core().exports });
    },
  };
}

/**
 * Instances of a compiled module: the module is compiled once, each call makes a fresh instance of it. `rest`: null, it is whole.
 * `booted`: not null, the instances have booted.
 */
export function moduleFactory(
  loader: Loader,
  compiled: WebAssembly.Module,
  rest: Rest | null,
  instantiate: Instantiate = instantiateLater,
  booted: Booted | null = null,
): ModuleFactory {
  return async () => {
    const host = {} as HostImports;
    let core: WebAssembly.Instance | undefined;
    const made = (): WebAssembly.Instance => {
      if (core === undefined) throw new Error('the engine is not there yet');
      return core;
    };
    const module = await loader({
      host,
      instantiateWasm(imports, done) {
        const ready = (instance: WebAssembly.Instance): void => {
          core = instance;
          done(instance, compiled);
        };
        const instance = instantiate(compiled, rest ? { ...imports, [REST]: linkTo(made, rest) } : imports);
        if (instance instanceof WebAssembly.Instance) ready(instance);
        else void instance.then(ready);
        return {};
      },
    });
    const memory = memoryOf(made());
    if (booted) putInto(new Uint8Array(memory.buffer), booted);
    return Object.assign(module, {
      memory: () => new Uint8Array(memory.buffer),
      connect: (imports: HostImports) => void Object.assign(host, imports),
    });
  };
}
