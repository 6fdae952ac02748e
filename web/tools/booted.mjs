// Writes build/wasm/booted.bin: what the engine's memory holds when it has booted (web/src/engine/booted.ts), so that the command and the API for
// Node begin there. After the API is bundled.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { at } from './run.mjs';

const folder = at('build', 'wasm');

export async function writeBooted() {
  const { makeBooted } = await import(pathToFileURL(`${folder}/node.mjs`).href);
  writeFileSync(`${folder}/booted.bin`, await makeBooted(pathToFileURL(`${folder}/`)));
}
