/** The engine's public face for pages; Node uses `node.ts`. */
import loader from '../../../build/wasm/loopscope.mjs';
import { LESSONS } from '../../../build/wasm/split/lessons.mjs';
import coreUrl from '../../../build/wasm/split/loopscope.wasm?url';
import restUrl from '../../../build/wasm/split/rest.wasm?url';
import libraryUrl from '../../../build/wasm/library.wasm?url';
import namesUrl from '../../../build/wasm/names.wasm?url';
import seldomUrl from '../../../build/wasm/seldom.wasm?url';
import { engineFrom } from './load';
import { isSplit, type Loader, type Part } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { LINE_BITS } from './events.generated';
export { decodeEvents } from './decode';

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status} ${response.statusText}`);
  return response;
}

/** Fetches a file while everything waits for it. Null: it is not there. */
function bytesNow(url: string): Uint8Array<ArrayBuffer> | null {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  // One character for each byte; a request that is waited for may not give bytes.
  request.overrideMimeType('text/plain; charset=x-user-defined');
  try {
    request.send();
  } catch {
    return null;
  }
  return request.status === 200 ? Uint8Array.from(request.responseText, (character) => character.charCodeAt(0) & 255) : null;
}

/** Compiles what an answer brings, while it arrives where that can be: it needs the right type, which not every file server knows. */
async function compiling(response: Response): Promise<WebAssembly.Module> {
  const streams = response.headers.get('Content-Type') === 'application/wasm';
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** What is made of the file at an address: fetched and made once for all engines of a page. A failed attempt is not kept. */
function shared<T>(make: (response: Response) => Promise<T>, makeNow: (bytes: Uint8Array<ArrayBuffer>) => T): (url: string) => Part<T> {
  const parts = new Map<string, Part<T>>();
  const partAt = (url: string): Part<T> => {
    let made: T | null = null;
    let coming: Promise<T> | null = null;
    return {
      load() {
        if (made !== null) return Promise.resolve(made);
        coming ??= fetched(url).then(make).then((part) => (made = part));
        coming.catch(() => (coming = null));
        return coming;
      },
      loadNow() {
        if (made !== null) return made;
        const bytes = bytesNow(url);
        return bytes && (made = makeNow(bytes));
      },
    };
  };
  return (url) => {
    const part = parts.get(url) ?? partAt(url);
    parts.set(url, part);
    return part;
  };
}

const codeAt = shared(compiling, (bytes) => new WebAssembly.Module(bytes));
const libraryAt = shared<Uint8Array>(
  async (response) => new Uint8Array(await response.arrayBuffer()),
  (bytes) => bytes,
);

/**
 * An engine of its own for each caller; its files are fetched and compiled once for all of them, those that only some programs
 * want when one does. The addresses say where they are when they do not lie beside the scripts; `rest` counts only where
 * `url` is a split engine.
 */
export async function loadEngine(
  url: string = coreUrl,
  library: string = libraryUrl,
  rest: string = restUrl,
  names: string = namesUrl,
  seldom: string = seldomUrl,
): Promise<Engine> {
  const code = await codeAt(url).load();
  const parts = [libraryAt(library), libraryAt(names), libraryAt(seldom)] as const;
  return engineFrom(loader as Loader, { code, library: parts, rest: isSplit(code) ? codeAt(rest) : null, lessons: LESSONS });
}
