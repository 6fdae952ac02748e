/** The engine under Node, from files on disk. */
import { readFileSync } from 'node:fs';
import { bootedFor, imageOf, type Booted } from './booted';
import { engineFrom } from './load';
import { isSplit, moduleFactory, type Instantiate, type Loader, type Part } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { LINE_BITS } from './events.generated';
export { decodeEvents } from './decode';
export { fingerprint } from './load';

// At once, both: while Node has nothing else to wait for than a promise of WebAssembly's, it lets the program that runs
// when it is kept wait at its first turn until the optimiser is done with all it is at.
function compile(wasm: Uint8Array): WebAssembly.Module {
  return new WebAssembly.Module(wasm as BufferSource);
}
const instantiate: Instantiate = (compiled, imports) => new WebAssembly.Instance(compiled, imports);

/** What is made of a file's bytes; the file is read once, when it is wanted. */
function partOf<T>(file: URL, make: (bytes: Uint8Array) => T): Part<T> {
  let made: T | null = null;
  const read = (): T => (made ??= make(readFileSync(file)));
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

/** What Emscripten wrote to load the engine in `folder`. */
async function glueIn(folder: URL): Promise<Loader> {
  return ((await import(new URL('loopscope.mjs', folder).href)) as { default: Loader }).default;
}

/** Node first has to load a library for the clock that pages have. */
function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}

/** The file is there unless somebody left it away, or is just making it. */
function bootedIn(folder: URL, code: Uint8Array): Booted | null {
  try {
    return bootedFor(code, readFileSync(new URL('booted.bin', folder)));
  } catch {
    return null;
  }
}

/**
 * Loads loopscope.mjs, loopscope.wasm and, for programs that want them, library.wasm, names.wasm and seldom.wasm (of a split engine also rest.wasm) from
 * `folder` (a file: URL that ends with a slash), by default this module's own. `glue`: what loopscope.mjs exports, of who has it.
 */
export async function loadEngine(folder: URL = new URL('./', import.meta.url), glue?: Loader): Promise<Engine> {
  const loader = glue ?? (await glueIn(folder));
  const bytes = readFileSync(new URL('loopscope.wasm', folder));
  const code = compile(bytes);
  const bytesOf = (name: string): Part<Uint8Array> => partOf(new URL(name, folder), (content) => content);
  const library = [bytesOf('library.wasm'), bytesOf('names.wasm'), bytesOf('seldom.wasm')] as const;
  const rest = isSplit(code) ? partOf(new URL('rest.wasm', folder), compile) : null;
  return engineFrom(loader, { code, library, rest, instantiate, booted: bootedIn(folder, bytes), milliseconds });
}

/** What belongs into `booted.bin` beside the engine in `folder`. */
export async function makeBooted(folder: URL): Promise<Booted> {
  const code = readFileSync(new URL('loopscope.wasm', folder));
  const module = await moduleFactory(await glueIn(folder), compile(code), null, instantiate)();
  const before = module.memory().slice();
  if (!module._ls_boot()) throw new Error('the engine does not boot');
  const after = module.memory();
  if (after.length > before.length) throw new Error('an engine that has booted needs more memory than a new instance has');
  return imageOf(code, before, after);
}
