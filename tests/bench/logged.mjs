// Runs a program on the wasm engine, with the event log taken (`--log`) or not: what the log alone costs, its records
// handed over and not looked at.  node logged.mjs [--log] FILE.py
import { readFile } from 'node:fs/promises';
import { loadEngine } from '../../build/wasm/node.mjs';

const file = process.argv.at(-1);
const engine = await loadEngine(new URL('../../build/wasm/', import.meta.url));
const run = engine.run(await readFile(file), {
  clock: 'real',
  output: (_, text) => process.stdout.write(text),
  ...(process.argv.includes('--log') ? { records: () => {} } : {}),
});
process.exitCode = (await run.finished).status;
