// concurrent.interpreters and the pool of them: CPython 3.14 has them where the other tests' oracles do not, so these programs check
// themselves, against its reference.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';

const root = join(import.meta.dirname, '../..');
const engines = {
  debug: [join(root, 'build/debug/loopscope')],
  wasm: [process.execPath, join(root, 'build/wasm/cli.cjs')],
};
const programs = {
  'interpreters share what is copied alone, and are called, fail, wait and end': ['shared_and_called.py', /^$/],
  'a pool of interpreters': ['pool.py', /^exception is not shareable:\nTraceback [^]*\n<fake __main__>\.Unsendable: here\n$/],
};

for (const [name, [command, ...first]] of Object.entries(engines)) {
  describe(`interpreters, ${name}`, () => {
    for (const [what, [file, said]] of Object.entries(programs)) {
      test(what, () => {
        const { stdout, stderr, status } = spawnSync(command, [...first, '--clock=virtual', join(root, 'tests/api/interpreters', file)], { encoding: 'utf8', timeout: 100_000 });
        assert.match(stderr, said);
        assert.deepEqual({ stdout, status }, { stdout: 'fine\n', status: 0 });
      });
    }
  });
}
