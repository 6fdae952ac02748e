// What Asyncify instruments: engine/wasm/asyncify.txt names it, and a function that is not named runs at full speed. The list is
// stale when a name has gone or was inlined away, or when the wait would unwind through a function that is not listed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { compareList, instrumentedFunctions } from '../tools/asyncify.mjs';

const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lines = (path) => readFileSync(file(path), 'utf8').split('\n').filter((line) => line !== '');

const wat = execFileSync('wasm-dis', ['--all-features', file('build/wasm/loopscope.wasm')], { encoding: 'utf8', maxBuffer: 1 << 30 });
const names = new Map(lines('build/wasm/loopscope.mjs.symbols').map((line) => line.split(':')).map(([index, name]) => [Number(index), name]));
const instrumented = instrumentedFunctions(wat).map((index) => names.get(index));
const listed = lines('engine/wasm/asyncify.txt');

test('Asyncify instruments the listed functions and no other', () => {
  assert.deepEqual(compareList(listed, instrumented), []);
});

test('a stale list is found: a function too many, one too few, one that is gone', () => {
  assert.deepEqual(compareList([...listed, 'vm_slice'], instrumented), ['vm_slice is listed but not instrumented']);
  assert.deepEqual(compareList(listed.slice(1), instrumented), [`${listed[0]} is instrumented but not listed`]);
  assert.deepEqual(compareList(listed, instrumented.slice(1)), [`${instrumented[0]} is listed but not instrumented`]);
});

test('the interpreter is not instrumented', () => {
  assert.ok([...names.values()].includes('interp_run'), 'the symbol map does not know interp_run');
  assert.ok(!instrumented.includes('interp_run'));
});

// ---- what really stands on the stack at a wait

/** Runs a program on a bare module until its first wait, or its first yield; the engine's functions on the stack there, innermost first. */
async function stackAt(where, source, { clock, speed = 0 }) {
  const { default: loader } = await import(new URL('../../build/wasm/loopscope.mjs', import.meta.url));
  const compiled = await WebAssembly.compile(readFileSync(file('build/wasm/loopscope.wasm')));
  Error.stackTraceLimit = 50;
  let memory, seen;
  const stack = new Promise((resolve) => (seen = resolve));
  const suspend = () => {
    const indices = [...new Error().stack.matchAll(/wasm-function\[(\d+)\]/g)].map((match) => Number(match[1]));
    seen(indices.map((index) => names.get(index)));
    return new Promise(() => {}); // the instance is dropped as it stands
  };
  const aside = () => new Promise((resolve) => setTimeout(resolve));
  const module = await loader({
    // On a slow machine a program yields before it first waits.
    host: { wait: aside, yield: aside, [where]: suspend, now: () => performance.now() / 1000, steady: () => performance.now() / 1000, wall: () => 0, write: () => {}, lineLength: () => -1, besideLength: () => -1, takeSignal: () => 0, events: () => {}, library: () => {} },
    instantiateWasm(imports, done) {
      void WebAssembly.instantiate(compiled, imports).then((instance) => {
        memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        done(instance, compiled);
      });
      return {};
    },
  });
  module._ls_new(64, clock === 'real' ? 0 : 1, speed, 0, 0, 0);
  const bytes = new TextEncoder().encode(source);
  new Uint8Array(memory.buffer).set(bytes, module._ls_buffer(bytes.length));
  module._ls_give(2, bytes.length);
  void module.ccall('ls_run', 'number', [], [], { async: true });
  return await stack;
}

test('at every wait the listed functions alone are on the stack, and each of them at one', async () => {
  const sleeps = 'import asyncio\nasyncio.run(asyncio.sleep(1))\n';
  const spins = 'while True:\n    pass\n';
  const stacks = await Promise.all([
    stackAt('wait', sleeps, { clock: 'real' }),
    stackAt('wait', sleeps, { clock: 'virtual', speed: 1 }),
    stackAt('yield', 'input()\n', { clock: 'virtual' }),
    stackAt('yield', spins, { clock: 'real' }),
    stackAt('yield', spins, { clock: 'virtual' }),
  ]);
  const met = new Set(stacks.flat().filter((name) => !name.startsWith('loopscope_host_') && !name.startsWith('dynCall_')));
  assert.deepEqual([...met].sort(), [...listed].sort());
});
