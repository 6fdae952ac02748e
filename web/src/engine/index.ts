/** The engine's public face for pages; Node uses `node.ts`. */
import loader from '../../../build/wasm/loopscope.mjs';
import wasmUrl from '../../../build/wasm/loopscope.wasm?url';
import { engineFrom } from './load';
import type { Loader } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { decodeEvents } from './decode';

const compiled = new Map<string, Promise<WebAssembly.Module>>();

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status} ${response.statusText}`);
  // Compiling while it arrives needs the right type from the server, which not every file server knows.
  const streams = response.headers.get('Content-Type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** The compiled module of an address: all engines of a page share it. A failed attempt is not kept. */
function moduleAt(url: string): Promise<WebAssembly.Module> {
  const known = compiled.get(url);
  if (known) return known;
  const module = compile(url);
  compiled.set(url, module);
  module.catch(() => compiled.delete(url));
  return module;
}

/**
 * An engine of its own for each caller; the wasm file is fetched and compiled once for all of them. `url` says where it is
 * when it does not lie beside the scripts.
 */
export async function loadEngine(url: string = wasmUrl): Promise<Engine> {
  return engineFrom(loader as Loader, await moduleAt(url));
}
