/** The engine under Node, from files on disk. */
import { readFile } from 'node:fs/promises';
import { engineFrom } from './load';
import type { Loader } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { decodeEvents } from './decode';

/** Loads loopscope.mjs and loopscope.wasm from `folder` (a file: URL that ends with a slash), by default this module's own. */
export async function loadEngine(folder: URL = new URL('./', import.meta.url)): Promise<Engine> {
  const { default: loader } = (await import(new URL('loopscope.mjs', folder).href)) as { default: Loader };
  return engineFrom(loader, await readFile(new URL('loopscope.wasm', folder)));
}
