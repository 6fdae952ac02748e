// Runs Python programs on the engine and compares what they print, byte for byte, with what CPython 3.14 printed.
//   node tests/tools/programs.mjs [native|debug|wasm|split ...] [--only=TEXT] [FILE.py ...]
// A program's expected output is FILE.out, FILE.err (standard error; no file: nothing) and FILE.rc (exit status; no file: 0).
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { availableParallelism } from 'node:os';
import { at, root } from '../../web/tools/run.mjs';

export const engines = {
  native: [at('build', 'native', 'loopscope')],
  debug: [at('build', 'debug', 'loopscope')],
  wasm: [process.execPath, at('build', 'wasm', 'cli.cjs')],
  split: [process.execPath, at('build', 'wasm', 'split', 'cli.cjs')], // as pages have it
};
const LIMIT_MS = 60_000;

/** Runs a program; resolves to {out, err, status}. */
export function execute(command, file, { options = ['--clock=virtual'], args = [], input = '' } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command[0], [...command.slice(1), ...options, basename(file), ...args], {
      cwd: dirname(file), timeout: LIMIT_MS, killSignal: 'SIGKILL',
    });
    const out = [], err = [];
    child.stdout.on('data', (data) => out.push(data));
    child.stderr.on('data', (data) => err.push(data));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('close', (status, signal) => resolve({
      out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString(), status: signal ?? status,
    }));
  });
}

const read = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise);

/** CPython shows the frames of its own library, its place and memory addresses; none is part of what a program means. */
export function normalise(text) {
  return text
    .replace(/^([ |]*) {2}File "\/lib\/python[^\n]*\n(?:\1 {4}[^\n]*\n)*/gm, '')
    .replace(/(?:\/usr)?\/lib\/python3\.?14(?:\.zip)?\//g, '/lib/python3.14/')
    .replace(/0x[0-9a-f]{4,}/g, '0x…');
}

/** Frames of the oracle, which debug mode shows, are not CPython's. */
export const ownFrames = /^([ |]*) {2}File "(?:<exec>|\/home\/pyodide\/virtual_loop\.py)", line \d+, in [\w<>]+\n(?:\1 {4}[^\n]*\n)*/gm;

function difference(name, want, got) {
  if (want === got) return null;
  const a = want.split('\n'), b = got.split('\n');
  const line = a.findIndex((text, i) => text !== b[i]);
  const i = line < 0 ? a.length : line;
  return `${name} differs at line ${i + 1}\n    CPython: ${JSON.stringify(a[i] ?? null)}\n    engine:  ${JSON.stringify(b[i] ?? null)}`;
}

export async function check(command, file) {
  const stem = file.replace(/\.py$/, '');
  const want = {
    out: read(`${stem}.out`, null), err: normalise(read(`${stem}.err`, '')), status: Number(read(`${stem}.rc`, '0')),
  };
  if (want.out === null) return 'no expected output: make it with the oracle';
  const input = read(`${stem}.in`, '');
  const got = await execute(command, file, { input });
  return difference('output', normalise(want.out), normalise(got.out))
    ?? difference('standard error', want.err, normalise(got.err))
    ?? (got.status === want.status ? null : `exit status ${got.status} instead of ${want.status}`);
}

export function find(...folders) {
  return folders.flatMap((folder) => readdirSync(at(folder), { recursive: true })
    .filter((name) => name.endsWith('.py')).map((name) => join(at(folder), name))).sort();
}

/** Runs jobs with as many at a time as there are processors. */
export async function inParallel(items, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: availableParallelism() }, async () => {
    for (let item; (item = queue.shift()) !== undefined;) await work(item);
  }));
}

async function main() {
  const words = process.argv.slice(2);
  const kinds = words.filter((word) => word in engines);
  const only = words.find((word) => word.startsWith('--only='))?.slice(7);
  const named = words.filter((word) => word.endsWith('.py'));
  const files = (named.length > 0 ? named.map((name) => join(process.cwd(), name)) : find('examples', 'tests/programs'))
    .filter((file) => !only || file.includes(only));
  let passed = 0, failed = 0;
  for (const kind of kinds.length > 0 ? kinds : Object.keys(engines)) {
    await inParallel(files, async (file) => {
      const problem = await check(engines[kind], file);
      if (problem === null) passed++;
      else {
        failed++;
        console.log(`FAIL ${kind} ${relative(root, file)}: ${problem}`);
      }
    });
  }
  console.log(`programs: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

if (process.argv[1] === at('tests', 'tools', 'programs.mjs')) await main();
