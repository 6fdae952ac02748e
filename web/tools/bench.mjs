// `npm run bench`: self-timing programs on the engine (native and WebAssembly under Node) and, side by side in the same
// rounds, on python3 when it is there (with uvloop too when that can be imported). Prints medians and ratios.
//   npm run bench [-- --rounds=N] [--only=TEXT]     --only=start: the time to the first output alone
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { at, has } from './run.mjs';
import { setup } from './setup.mjs';
import { buildEngine } from './engine.mjs';
import { buildCommand } from './command.mjs';
import { splitEngine } from './split.mjs';

const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const rounds = Number(option('rounds', '5'));
const only = option('only', '');

setup();
for (const kind of ['native', 'wasm']) buildEngine(kind);
await buildCommand();
await splitEngine();

const programs = at('tests', 'bench', 'programs');
const loopRows = ['yield_storm', 'ping_pong_future', 'spawn', 'timers', 'call_soon', 'queue', 'gather_wide', 'sleepers', 'sleep_1ms', 'locks', 'lock_free', 'semaphores', 'events',
  'task_groups', 'timeouts', 'async_generators', 'to_thread', 'streams'];
const names = readdirSync(programs).map((name) => name.replace(/\.py$/, ''));
const plainRows = names.filter((name) => name.startsWith('vm_'));

const peers = { wasm: [process.execPath, at('build', 'wasm', 'cli.cjs')], native: [at('build', 'native', 'loopscope')] };
if (has('python3')) peers.cpython = ['python3'];
const uvloop = has('python3') && spawnSync('/usr/bin/python3', ['-c', 'import uvloop'], { stdio: 'ignore' }).status === 0;
if (uvloop) peers.uvloop = ['/usr/bin/python3', '-c', 'import runpy, sys, uvloop; uvloop.install(); sys.argv = sys.argv[1:]; runpy.run_path(sys.argv[0], run_name="__main__")'];

// A program's neighbours are no modules of its own: one is called queue.
const env = { ...process.env, PYTHONSAFEPATH: '1' };

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/**
 * What a program prints as lines `name value unit`, one for each time it did its work: `first`, with whatever had to warm up
 * (WebAssembly begins in a quick, slow compilation), and `value`, the median of the others. NaN when it failed.
 */
function once(command, name) {
  const { stdout, status } = spawnSync(command[0], [...command.slice(1), `${programs}/${name}.py`], { encoding: 'utf8', timeout: 120_000, env });
  const found = status === 0 ? [...stdout.matchAll(/^\S+ ([0-9.eE+-]+) (\S+)/gm)] : [];
  if (found.length === 0) {
    process.exitCode = 1; // after the other rows were shown
    return { first: NaN, value: NaN, unit: '' };
  }
  const numbers = found.map((line) => Number(line[1]));
  return { first: numbers[0], value: median(numbers.length > 1 ? numbers.slice(1) : numbers), unit: found[0][2] };
}

function measure(rows, kinds) {
  const results = rows.map((name) => ({ name, unit: '', first: [], values: Object.fromEntries(kinds.map((kind) => [kind, []])) }));
  for (let round = 0; round < rounds; round++) {
    for (const row of results) {
      for (let turn = 0; turn < kinds.length; turn++) {
        const kind = kinds[(turn + round) % kinds.length];
        const { first, value, unit } = once(peers[kind], row.name);
        row.values[kind].push(value);
        if (kind === 'wasm') row.first.push(first);
        if (unit !== '') row.unit = unit;
      }
    }
  }
  return results;
}

const show = (value) => (Number.isNaN(value) ? 'failed' : value < 10 ? value.toFixed(3) : value.toFixed(1));

function table(title, rows, kinds) {
  const chosen = rows.filter((name) => names.includes(name) && name.includes(only));
  if (chosen.length === 0) return;
  console.log(`\n${title} (median of ${rounds}; lower is better)\n`);
  const ratios = kinds.filter((kind) => kind !== 'wasm' && kind !== 'native');
  console.log(`| row | unit | wasm, first time | ${kinds.join(' | ')} | ${ratios.map((kind) => `wasm / ${kind}`).join(' | ')} |`);
  console.log(`|---|---|---:|${kinds.map(() => '---:|').join('')}${ratios.map(() => '---:|').join('')}`);
  for (const { name, unit, first, values } of measure(chosen, kinds)) {
    const medians = Object.fromEntries(kinds.map((kind) => [kind, median(values[kind])]));
    const cells = kinds.map((kind) => show(medians[kind]));
    console.log(`| ${name} | ${unit} | ${show(median(first))} | ${cells.join(' | ')} | ${ratios.map((kind) => `${(medians.wasm / medians[kind]).toFixed(2)} x`).join(' | ')} |`);
  }
}

/** Milliseconds until a program's first output (its end, when it has none) and until its end; NaN when it fails. */
function timesOf(command) {
  return new Promise((resolve) => {
    const start = process.hrtime.bigint();
    const since = () => Number(process.hrtime.bigint() - start) / 1e6;
    let first = NaN;
    const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.once('data', () => (first = since()));
    child.on('close', (status) => resolve(status === 0 ? { first: Number.isNaN(first) ? since() : first, end: since() } : { first: NaN, end: NaN }));
  });
}

async function startup() {
  const hello = `${programs}/hello_async.py`;
  const commands = {
    'bare node': [process.execPath, '-e', '0'],
    wasm: [...peers.wasm, hello],
    native: [...peers.native, hello],
    ...(peers.cpython ? { cpython: [...peers.cpython, hello] } : {}),
  };
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
  for (let round = 0; round < rounds * 4; round++) for (const [name, command] of Object.entries(commands)) times[name].push(await timesOf(command));
  console.log('\na hello-world asyncio program: from the start to its first output, and to its end, ms\n\n| | first output | end |\n|---|---:|---:|');
  for (const [name, values] of Object.entries(times)) console.log(`| ${name} | ${show(median(values.map(({ first }) => first)))} | ${show(median(values.map(({ end }) => end)))} |`);
}

function sizes() {
  console.log('\nsize, bytes\n\n| file | raw | gzip | brotli |\n|---|---:|---:|---:|');
  for (const [name, what] of [
    ['loopscope.mjs', 'the glue'], ['loopscope.wasm', 'the engine whole, as Node has it'], ['split/loopscope.wasm', 'what a page fetches first'],
    ['split/rest.wasm', 'for programs that are no lessons'], ['library.wasm', 'for programs that import what is in it'], ['names.wasm', 'for programs that ask for names of characters'], ['seldom.wasm', 'for programs that import what few do'],
  ]) {
    const bytes = readFileSync(at('build', 'wasm', name));
    console.log(`| ${name}: ${what} | ${bytes.length} | ${gzipSync(bytes, { level: 9 }).length} | ${brotliCompressSync(bytes).length} |`);
  }
}

// Rounds take turns; the smallest of each is compared, since what disturbs a run only adds to it.
function tracing() {
  console.log(`\nthe event log on against off (wasm)\n\n| program | off | log | log / off | --trace=FILE / off |\n|---|---:|---:|---:|---:|`);
  const logged = [process.execPath, at('tests', 'bench', 'logged.mjs')];
  for (const name of ['yield_storm', 'spawn', 'queue', 'vm_fib', 'vm_methods'].filter((row) => row.includes(only))) {
    const off = [], on = [], file = [];
    for (let round = 0; round < rounds; round++) {
      off.push(once(logged, name).value);
      on.push(once([...logged, '--log'], name).value);
      file.push(once([...peers.wasm, '--trace=/dev/null'], name).value);
    }
    const [base, log, written] = [off, on, file].map((values) => Math.min(...values));
    console.log(`| ${name} | ${show(base)} | ${show(log)} | ${(log / base).toFixed(2)} x | ${(written / base).toFixed(2)} x |`);
  }
}

console.log(`Node ${process.version}${peers.cpython ? `, ${spawnSync('python3', ['--version'], { encoding: 'utf8' }).stdout.trim()}` : ''}`);
table('loop work', loopRows, Object.keys(peers));
table('plain code', plainRows, Object.keys(peers).filter((kind) => kind !== 'uvloop'));
if (only === '' || only === 'start') await startup();
if (only === '') sizes();
tracing();
