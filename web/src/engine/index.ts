/** The engine's public face for pages; Node uses `node.ts`. */
import loader from '../../../build/wasm/loopscope.mjs';
import wasmUrl from '../../../build/wasm/loopscope.wasm?url';
import libraryUrl from '../../../build/wasm/library.wasm?url';
import { engineFrom } from './load';
import type { Library, Loader } from './module';
import type { Engine } from './types';

export type { Clock, Engine, Run, RunListener, RunOptions, RunResult, SyntaxProblem } from './types';
export type { EngineEvent } from './events.generated';
export { decodeEvents } from './decode';

const compiled = new Map<string, Promise<WebAssembly.Module>>();
const libraries = new Map<string, Library>();

async function fetched(url: string): Promise<Response> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be loaded: ${response.status} ${response.statusText}`);
  return response;
}

/** Fetches a file while everything waits for it. Null: it is not there. */
function bytesNow(url: string): Uint8Array | null {
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

/** The library of an address, fetched once for all engines of a page. */
function libraryAt(url: string): Library {
  let bytes: Uint8Array | null = null;
  let coming: Promise<Uint8Array> | null = null;
  const library: Library = {
    load() {
      coming ??= fetched(url).then(async (response) => (bytes = new Uint8Array(await response.arrayBuffer())));
      coming.catch(() => (coming = null));
      return coming;
    },
    loadNow: () => (bytes ??= bytesNow(url)),
  };
  libraries.set(url, library);
  return library;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetched(url);
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
 * An engine of its own for each caller; the wasm file is fetched and compiled once for all of them, the second part of its
 * library fetched once when a program wants it. The addresses say where they are when they do not lie beside the scripts.
 */
export async function loadEngine(url: string = wasmUrl, second: string = libraryUrl): Promise<Engine> {
  return engineFrom(loader as Loader, await moduleAt(url), libraries.get(second) ?? libraryAt(second));
}
