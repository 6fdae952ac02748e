// The four parts of the engine's Python library: most programs need the first alone, which is part of loopscope.wasm.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { loadEngine } from '../../build/wasm/node.mjs';

const root = join(import.meta.dirname, '../..');
const wasm = join(root, 'build/wasm');
const alone = mkdtempSync(join(tmpdir(), 'loopscope-'));
for (const name of ['loopscope.mjs', 'loopscope.wasm']) copyFileSync(join(wasm, name), join(alone, name));
after(() => rmSync(alone, { recursive: true }));

const lists = ['engine/python/library/library.def', 'engine/aio/library/library.def'].map((list) => readFileSync(join(root, list), 'utf8')).join('\n');
const modules = (kind) => [...lists.matchAll(new RegExp(`^${kind}\\("([a-z_.]+)"`, 'gm'))].map((match) => match[1]);

async function run(engine, source) {
  let output = '';
  const { status } = await engine.run(source, { output: (_, text) => (output += text) }).finished;
  return { status, output };
}
const engineIn = (folder) => loadEngine(pathToFileURL(`${folder}/`));

for (const [part, kind] of [['second', 'LATER'], ['fourth', 'SELDOM']]) {
  it(`every module of the ${part} part can be imported`, async () => {
    const names = modules(kind).filter((name) => name !== 'this'); // which prints its text
    assert.ok(names.length > 10);
    const { output } = await run(await engineIn(wasm), `${names.map((name) => `import ${name}`).join('\n')}\nprint('all')\n`);
    assert.equal(output, 'all\n');
  });
}

it('no module of the second part needs the third or the fourth when it is imported', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loopscope-'));
  try {
    for (const name of ['loopscope.mjs', 'loopscope.wasm', 'library.wasm']) copyFileSync(join(wasm, name), join(folder, name));
    const engine = await engineIn(folder);
    const { output } = await run(engine, `${modules('LATER').map((name) => `import ${name}`).join('\n')}\nprint('all')\n`);
    assert.equal(output, 'all\n');
    const { output: said } = await run(engine, 'try:\n    import email\nexcept ImportError as e:\n    print(e)\n');
    assert.equal(said, "the fourth part of Loopscope's library could not be loaded\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a module that no word of the program tells of is read while it is imported', async () => {
  const { output } = await run(await engineIn(wasm), "print(__import__('opera' + 'tor').add(2, 3))\n");
  assert.equal(output, '5\n');
});

it('without its second part the engine says so, and goes on', async () => {
  const engine = await engineIn(alone);
  const { status, output } = await run(engine, "try:\n    import logging\nexcept ImportError as e:\n    print(e)\nimport heapq\nprint('on')\nimport typing\n");
  assert.equal(status, 1);
  assert.ok(output.startsWith("the second part of Loopscope's library could not be loaded\non\n"), output);
});

it('no module of the first part needs the second', async () => {
  const engine = await engineIn(alone);
  for (const name of modules('GUEST')) assert.deepEqual(await run(engine, `import ${name}\n`), { status: 0, output: '' }, name);
});

it('is asked for beforehand by programs that import from it, and by no others', async () => {
  const { default: loader } = await import(pathToFileURL(join(wasm, 'loopscope.mjs')).href);
  const compiled = new WebAssembly.Module(readFileSync(join(wasm, 'loopscope.wasm')));
  const needs = async (source, library) => {
    let memory;
    const module = await loader({
      host: {},
      instantiateWasm(imports, done) {
        const instance = new WebAssembly.Instance(compiled, imports);
        memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
        done(instance, compiled);
        return {};
      },
    });
    module._ls_new(64, 1, 0, 0, 0, 0);
    const give = (kind, bytes) => {
      const at = module._ls_buffer(bytes.length);
      new Uint8Array(memory.buffer).set(bytes, at);
      module._ls_give(kind, bytes.length);
    };
    give(2, new TextEncoder().encode(source));
    if (library) give(4, library);
    return module._ls_needs_library();
  };
  const both = "print('\\N{EM DASH}')";
  assert.equal(await needs(both), 1);
  assert.equal(await needs(both, readFileSync(join(wasm, 'library.wasm'))), 2);
  assert.equal(await needs('import unicodedata', readFileSync(join(wasm, 'library.wasm'))), 0);
  assert.equal(await needs('import email.message'), 1);
  for (const source of ['import email.message', 'from http.client import HTTPConnection', 'import aiohttp'])
    assert.equal(await needs(source, readFileSync(join(wasm, 'library.wasm'))), 3, source);
  for (const source of ['import logging', 'import time, json', 'from collections import deque', 'x = 1\nif x:\n    import re', 'import os.path', 'asyncio.open_connection()',
    'from concurrent.futures import ProcessPoolExecutor', 'with open("x") as f: pass']) assert.ok(await needs(source), source);
  for (const source of ['import asyncio, time\nimport random', 'from concurrent.futures import ThreadPoolExecutor', '"""a thread, logging, open()"""', '# import json',
    "print('import json')", 'string = copy = re = json = 1', 'from asyncio import Queue']) assert.ok(!(await needs(source)), source);
  const examples = join(root, 'examples');
  for (const file of readdirSync(examples).filter((name) => name.endsWith('.py'))) assert.ok(!(await needs(readFileSync(join(examples, file), 'utf8'))), file);
});

it('no lesson needs the second part', async () => {
  const engine = await engineIn(alone);
  const examples = join(root, 'examples');
  for (const file of readdirSync(examples).filter((name) => name.endsWith('.py'))) {
    const { output } = await run(engine, readFileSync(join(examples, file), 'utf8'));
    assert.ok(!output.includes('second part'), `${file}: ${output}`);
  }
});

it('names of characters are a part of their own, wanted when the first is asked for', async () => {
  const unnamed = mkdtempSync(join(tmpdir(), 'loopscope-'));
  try {
    for (const name of ['loopscope.mjs', 'loopscope.wasm', 'library.wasm']) copyFileSync(join(wasm, name), join(unnamed, name));
    const source = "import unicodedata as u\nprint(u.category('a'), u.normalize('NFD', 'x'))\ntry:\n    print(u.name('a'))\nexcept ImportError as e:\n    print(e)\n";
    const without = await run(await engineIn(unnamed), source);
    assert.equal(without.output, "Ll x\nthe third part of Loopscope's library could not be loaded\n");
    const named = await run(await engineIn(wasm), `${source}print('\\N{EM DASH}')\n`);
    assert.equal(named.output, 'Ll x\nLATIN SMALL LETTER A\n\u2014\n');
  } finally {
    rmSync(unnamed, { recursive: true });
  }
});

it('a second part that is damaged or of another build is refused', async () => {
  for (const bytes of [new Uint8Array(0), new Uint8Array(22), new Uint8Array(200).fill(255), readFileSync(join(wasm, 'library.wasm')).subarray(0, 300)]) {
    writeFileSync(join(alone, 'library.wasm'), bytes);
    const { status, output } = await run(await engineIn(alone), 'import logging\n');
    assert.equal(status, 1);
    assert.match(output, /Error: (the second part|frozen code is damaged)/, `${bytes.length}: ${output}`);
  }
});
