/** The engine's public face for pages; Node uses `node.ts`. */
import loader from '../../../build/wasm/loopscope.mjs';
import wasmUrl from '../../../build/wasm/loopscope.wasm?url';
import { engineFrom } from './load';
import type { Loader } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';

/** Fetches and compiles the engine. `url` says where the wasm file is when it does not lie beside the scripts. */
export async function loadEngine(url: string = wasmUrl): Promise<Engine> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status} ${response.statusText}`);
  return engineFrom(loader as Loader, await response.arrayBuffer());
}
