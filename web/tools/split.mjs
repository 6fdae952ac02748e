// Splits the engine for pages: build/wasm/split/loopscope.wasm has the functions that the lessons run, rest.wasm all others, which
// the first of them to be called brings in, with the constants that no other function can come to (data.mjs). Which functions the
// lessons run is found out by running them, on a build that notes it.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { splitData } from './data.mjs';
import { at, ask, has, libraryFiles, run } from './run.mjs';

const folder = at('build', 'wasm', 'split');
const notes = join(folder, 'notes');
const whole = at('build', 'wasm', 'loopscope.wasm');
const results = ['loopscope.wasm', 'rest.wasm', 'lessons.mjs'].map((name) => join(folder, name));
const lines = (...path) => readFileSync(at(...path), 'utf8').split('\n').filter((line) => line !== '');
const examples = () => readdirSync(at('examples')).filter((name) => name.endsWith('.py')).map((name) => at('examples', name));

/** A tool of Binaryen's: that of the Emscripten in use, else the one in the path. */
function binaryen(name) {
  const own = join(ask('em-config', ['BINARYEN_ROOT']) ?? '', 'bin', name);
  if (!existsSync(own) && !has(name)) throw new Error(`${name} is needed: it comes with Emscripten's Binaryen (on Debian: apt-get install binaryen)`);
  return existsSync(own) ? own : name;
}

/** The engine's API as bundled for Node; it is built before this is asked for. */
const api = () => import(pathToFileURL(at('build', 'wasm', 'node.mjs')).href);

/** What the log tells of any lesson where the machine is busy: that somebody held the loop. */
const BUSY = `import asyncio, time
async def main():
    end = time.perf_counter() + 0.2
    while time.perf_counter() < end:
        pass
asyncio.run(main())
`;

/** Runs the lessons in all the ways that a page runs them; calls `note` with each instance that something ran on. */
async function runLessons(note) {
  const { Instance } = WebAssembly;
  const made = [];
  WebAssembly.Instance = new Proxy(Instance, {
    construct(make, args) {
      made.push(new make(...args));
      return made.at(-1);
    },
  });
  // To note an instance is to end its use: the newest may be one that is kept ready for what comes next.
  const noteAll = () => made.splice(0).forEach(note);
  const noteUsed = () => made.splice(0, made.length - 1).forEach(note);
  try {
    const { loadEngine } = await api();
    const engine = await loadEngine(pathToFileURL(`${notes}/`));
    const follow = async (source, options, steer) => {
      const going = engine.run(source, { output: () => undefined, ...options });
      steer?.(going);
      await going.finished;
    };
    const sources = examples().map((file) => readFileSync(file, 'utf8'));
    for (const source of sources) {
      await follow(source, { events: () => undefined, values: true });
      await follow(source, { clock: 'real', speed: 500, records: () => undefined, values: true });
      noteAll();
    }
    await follow(BUSY, { clock: 'real', records: () => undefined, values: true });
    // Paused before it begins, then some steps of each kind.
    for (const unit of ['line', 'task', 'iteration']) {
      await follow(sources[1], { clock: 'virtual', speed: 100, records: () => undefined, values: true }, (going) => {
        going.pause();
        let steps = 0;
        const timer = setInterval(() => {
          if (steps++ < 5) return going.step(unit);
          clearInterval(timer);
          going.resume();
        }, 5);
      });
    }
    await engine.warm(() => undefined);
    noteUsed();
    // On an instance that is kept ready and has booted, as all but a page's first.
    for (const source of sources.slice(0, 2)) {
      await follow(source, { events: () => undefined, values: true });
      while (made.length < 2) await sleep(10);
      noteUsed();
    }
    for (const source of sources) await engine.check(source);
    await engine.check('print("two"\nx = = 1\n');
    noteAll();
  } finally {
    WebAssembly.Instance = Instance;
  }
}

/** What of the functions ran, in wasm-split's own format: eight bytes that name the module, then a word for each function. */
async function profile() {
  let merged = null;
  await runLessons((instance) => {
    const memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    const start = memory.buffer.byteLength;
    memory.grow(4);
    const size = instance.exports.__write_profile(start, 4 * 65536);
    const noted = memory.buffer.slice(start, start + size);
    merged ??= noted;
    const all = new Uint32Array(merged, 8);
    new Uint32Array(noted, 8).forEach((word, index) => (all[index] |= word));
  });
  return merged;
}

/** The engine's own functions: their names in the order of their numbers. */
function functionNames() {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(whole))).filter(({ kind }) => kind === 'function').length;
  return lines('build', 'wasm', 'loopscope.mjs.symbols').map((line) => line.slice(line.indexOf(':') + 1)).slice(imported);
}

/** A wait must find the functions under it in one instance. */
function addInstrumented(merged, names) {
  const words = new Uint32Array(merged, 8);
  const listed = new Set(lines('engine', 'wasm', 'asyncify.txt'));
  names.forEach((name, index) => {
    if (listed.has(name)) words[index] ||= 1;
  });
}

/**
 * wasm-split lets the first piece import a function for each that it lacks. An instance takes several times as long to make for 2,000
 * imports, so they become functions of its own: each has the rest linked in, whose functions then stand in the table, and calls that at its place.
 */
function withOwnStubs(text) {
  const types = new Map([...text.matchAll(/^ \(type (\S+) (\(func.*\))\)$/gm)].map(([, name, signature]) => [signature, name]));
  const table = /^ \(table (\S+) /m.exec(text)[1];
  const stubs = [];
  const without = text.replaceAll(/^ \(import "rest" "(\d+)" \(func (\S+)(.*)\)\)\n/gm, (_, place, name, signature) => {
    const type = types.get(`(func${signature})`);
    if (type === undefined) throw new Error(`the first piece has no type (func${signature})`);
    const given = (/\(param ([^)]*)\)/.exec(signature)?.[1].split(' ') ?? []).map((_type, index) => `(local.get ${index})`).join(' ');
    stubs.push([signature, Number(place), ` (func ${name}${signature} (call $link_rest) (call_indirect ${table} (type ${type}) ${given} (i32.const ${place})))\n`]);
    return '';
  });
  // Like stands by like: it compresses better.
  stubs.sort(([a, place], [b, other]) => (a === b ? place - other : a < b ? -1 : 1));
  const end = without.lastIndexOf(')');
  return `${without.slice(0, end).replace(/^ \(import/m, ' (import "rest" "link" (func $link_rest))\n (import')}${stubs.map(([, , stub]) => stub).join('')})\n`;
}

/** Makes of wasm-split's pieces what pages fetch. `ran`: for each function of `all` not 0 when it is in the first. */
function finish(all, ran) {
  const text = join(notes, 'first.wat'), stubbed = join(notes, 'stubbed.wat');
  run(binaryen('wasm-dis'), ['--all-features', results[0], '-o', text]);
  const code = readFileSync(text, 'utf8');
  writeFileSync(stubbed, withOwnStubs(code));
  run(binaryen('wasm-as'), ['--all-features', stubbed, '-o', results[0]]);
  moveData(code, all, all.filter((_, index) => ran[index] !== 0));
}

/** Gives the rest its constants. With tools that write other object files than those known here it goes without. */
function moveData(code, all, called) {
  const [first, rest] = results.slice(0, 2).map((file) => readFileSync(file));
  const map = readFileSync(at('build', 'wasm', 'loopscope.map'), 'utf8');
  try {
    const split = splitData({ first, rest, code, all, called, map, folder: at('build', 'wasm') });
    writeFileSync(results[0], split.first);
    writeFileSync(results[1], split.rest);
  } catch (error) {
    console.warn(`the first piece of the engine keeps all constants: ${error.message}`);
  }
}

function isFresh() {
  const made = results.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0));
  const from = [whole, ...['node.mjs', ...libraryFiles].map((name) => at('build', 'wasm', name)), ...['split.mjs', 'data.mjs', 'wasm_file.mjs'].map((name) => at('web', 'tools', name)), ...examples()];
  return Math.min(...made) > Math.max(...from.map((file) => statSync(file).mtimeMs));
}

/** After buildEngine('wasm') and buildCommand. Does nothing when what is there is newer than all it is made of. */
export async function splitEngine() {
  if (isFresh()) return;
  mkdirSync(notes, { recursive: true });
  const split = binaryen('wasm-split');
  run(split, ['--instrument', '--all-features', whole, '-o', join(notes, 'loopscope.wasm')]);
  for (const name of ['loopscope.mjs', ...libraryFiles]) copyFileSync(at('build', 'wasm', name), join(notes, name));
  const merged = await profile();
  const names = functionNames();
  addInstrumented(merged, names);
  const profiled = join(notes, 'lessons.profile');
  writeFileSync(profiled, new Uint8Array(merged));
  run(split, ['--all-features', whole, `--profile=${profiled}`, '--import-namespace=core', '--placeholder-namespace=rest', '--export-prefix=%',
    '-o1', results[0], '-o2', results[1]]);
  finish(names, new Uint32Array(merged, 8));
  // What it takes to run it under Node too: the tests do.
  for (const name of ['loopscope.mjs', ...libraryFiles, 'cli.cjs']) copyFileSync(at('build', 'wasm', name), join(folder, name));
  const { fingerprint } = await api();
  writeFileSync(results[2], `export const LESSONS = ${JSON.stringify(examples().map((file) => fingerprint(readFileSync(file, 'utf8'))))};\n`);
}

if (process.argv[1] === at('web', 'tools', 'split.mjs')) await splitEngine();
