/** The WebAssembly module as Emscripten's loader gives it; see engine/wasm/exports.c for what each function does. */
import type { HostImports } from './host';

export interface EngineModule {
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
}

/** What build/wasm/loopscope.mjs exports. */
export type Loader = (options: {
  host: HostImports;
  instantiateWasm: (
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => Record<string, never>;
}) => Promise<Omit<EngineModule, 'memory'>>;

/** The second part of the engine's Python library, `library.wasm`: wanted by some programs only. */
export interface Library {
  /** Its bytes. Rejects when it cannot be had. */
  load(): Promise<Uint8Array>;
  /** The same at once, for an import that nobody foresaw. Null: it cannot be had. */
  loadNow(): Uint8Array | null;
}

export type ModuleFactory = (options: { host: HostImports }) => Promise<EngineModule>;

/** Makes an instance: at once or later. */
export type Instantiate = (
  compiled: WebAssembly.Module,
  imports: WebAssembly.Imports,
) => WebAssembly.Instance | Promise<WebAssembly.Instance>;

/** The way of browsers, of which some refuse to do it at once. */
const instantiateLater: Instantiate = (compiled, imports) => WebAssembly.instantiate(compiled, imports);

/** Instances of a compiled module: the module is compiled once, each call makes a fresh instance of it. */
export function moduleFactory(
  loader: Loader,
  compiled: WebAssembly.Module,
  instantiate: Instantiate = instantiateLater,
): ModuleFactory {
  return async ({ host }) => {
    let memory: WebAssembly.Memory | undefined;
    const module = await loader({
      host,
      instantiateWasm(imports, done) {
        const ready = (instance: WebAssembly.Instance): void => {
          memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
          done(instance, compiled);
        };
        const instance = instantiate(compiled, imports);
        if (instance instanceof WebAssembly.Instance) ready(instance);
        else void instance.then(ready);
        return {};
      },
    });
    return Object.assign(module, {
      memory: () => {
        if (memory === undefined) throw new Error('the engine exports no memory');
        return new Uint8Array(memory.buffer);
      },
    });
  };
}
