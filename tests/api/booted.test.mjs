// Under Node the engine begins with a memory in which it has booted and loaded asyncio already. No program can tell.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { libraryFiles } from '../../web/tools/run.mjs';

const root = join(import.meta.dirname, '../..');
const wasm = join(root, 'build/wasm');
const command = (folder, ...args) => execFileSync(process.execPath, [join(folder, 'cli.cjs'), ...args], { encoding: 'utf8' });
const native = (...args) => execFileSync(join(root, 'build/native/loopscope'), args, { encoding: 'utf8' });
const folder = mkdtempSync(join(tmpdir(), 'loopscope-'));
for (const name of ['cli.cjs', 'node.mjs', 'loopscope.mjs', 'loopscope.wasm', ...libraryFiles]) copyFileSync(join(wasm, name), join(folder, name));
after(() => rmSync(folder, { recursive: true }));

const LOOKS = {
  'modules that were not imported': "import sys\nprint([name for name in sys.modules if 'io' in name])",
  'modules of one that was imported': "import sys, functools\nprint('functools' in sys.modules, 'asyncio' in sys.modules, 'asyncio.events' in sys.modules)",
  'modules when asyncio is imported': "import sys, asyncio\nprint(sorted(sys.modules))",
  'a part of asyncio that is imported first': "import asyncio.queues\nimport sys\nprint(sorted(sys.modules), asyncio.queues.Queue is asyncio.Queue)",
  'classes of modules that were imported': "import asyncio\nprint([sub for sub in Exception.__subclasses__() if 'asyncio' in sub.__module__])",
  'a module that is imported anew': "import sys, asyncio\nold = asyncio\ndel sys.modules['asyncio']\nimport asyncio\nprint(asyncio is old, asyncio.Queue is old.Queue)",
  'a module that is put aside before': "import sys\nsys.modules['asyncio'] = None\ntry:\n    import asyncio\nexcept ImportError as e:\n    print(type(e).__name__, e)",
  'what the collector finds': "import gc, asyncio\nprint(gc.collect(), gc.get_count()[1:])",
};

describe('an engine that begins booted', () => {
  for (const [what, source] of Object.entries(LOOKS)) {
    it(`shows as another: ${what}`, () => assert.equal(command(wasm, '-c', source), native('-c', source)));
  }

  it('shows no class of a module that was not imported', () => {
    const source = 'def below(c):\n    for sub in c.__subclasses__():\n        print(sub.__module__)\n        below(sub)\nbelow(BaseException)';
    assert.deepEqual([...new Set(command(wasm, '-c', source).trim().split('\n'))], ['builtins']);
  });

  it('gives each run its own random numbers', () => {
    const source = 'import random, uuid\nprint(random.random(), uuid.uuid4())';
    assert.notEqual(command(wasm, '-c', source), command(wasm, '-c', source));
  });

  it('boots when there is no such memory, or it is that of other code', () => {
    const source = 'import asyncio\nasyncio.run(asyncio.sleep(0, print(1)))';
    assert.equal(command(folder, '-c', source), '1\n');
    const other = readFileSync(join(wasm, 'booted.bin'));
    other[0] ^= 1;
    other.fill(0xff, 64);
    writeFileSync(join(folder, 'booted.bin'), other);
    assert.equal(command(folder, '-c', source), '1\n');
  });

  it('keeps runs of one engine apart', async () => {
    const { loadEngine } = await import(pathToFileURL(join(wasm, 'node.mjs')).href);
    const engine = await loadEngine();
    const outputs = [];
    for (const args of [['a'], [], ['b', 'c']]) {
      let output = '';
      await engine.run('import sys, asyncio\nprint(sys.argv, hasattr(asyncio, "mine"))\nasyncio.mine = 1', { args, output: (_, text) => (output += text) }).finished;
      outputs.push(output);
    }
    assert.deepEqual(outputs, ["['main.py', 'a'] False\n", "['main.py'] False\n", "['main.py', 'b', 'c'] False\n"]);
  });
});
