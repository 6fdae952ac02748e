/** The engine under Node, from files on disk. */
import { readFileSync } from 'node:fs';
import { engineFrom } from './load';
import type { Instantiate, Library, Loader } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { decodeEvents } from './decode';

// At once, both: while Node has nothing else to wait for than a promise of WebAssembly's, it lets the program that runs
// when it is kept wait at its first turn until the optimiser is done with all it is at.
function compile(wasm: Uint8Array): WebAssembly.Module {
  return new WebAssembly.Module(wasm as BufferSource);
}
const instantiate: Instantiate = (compiled, imports) => new WebAssembly.Instance(compiled, imports);

function libraryIn(folder: URL): Library {
  let bytes: Uint8Array | null = null;
  const read = (): Uint8Array => (bytes ??= readFileSync(new URL('library.wasm', folder)));
  return {
    load: () => Promise.resolve().then(read),
    loadNow() {
      try {
        return read();
      } catch {
        return null;
      }
    },
  };
}

/** Loads loopscope.mjs, loopscope.wasm and, for programs that want it, library.wasm from `folder` (a file: URL that ends with a slash), by default this module's own. */
export async function loadEngine(folder: URL = new URL('./', import.meta.url)): Promise<Engine> {
  const { default: loader } = (await import(new URL('loopscope.mjs', folder).href)) as { default: Loader };
  return engineFrom(loader, compile(readFileSync(new URL('loopscope.wasm', folder))), libraryIn(folder), instantiate);
}
