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
  _ls_check(length: number): number;
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

export type ModuleFactory = (options: { host: HostImports }) => Promise<EngineModule>;

/** Instances of a compiled module: the module is compiled once, each call makes a fresh instance of it. */
export function moduleFactory(loader: Loader, compiled: WebAssembly.Module): ModuleFactory {
  return async ({ host }) => {
    let memory: WebAssembly.Memory | undefined;
    const module = await loader({
      host,
      instantiateWasm(imports, done) {
        void WebAssembly.instantiate(compiled, imports).then((instance) => {
          memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
          done(instance, compiled);
        });
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
