// Every test: `npm test`. Stops at the first part that fails, unless --all is given.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { at, exists, root } from './run.mjs';
import { setup } from './setup.mjs';
import { buildEngine } from './engine.mjs';
import { build } from './build.mjs';

setup({ tests: true });
for (const kind of ['debug', 'native']) buildEngine(kind);
await build();

const node = (...args) => [process.execPath, ...args];
const apiTests = readdirSync(at('tests', 'api')).filter((name) => name.endsWith('.test.mjs')).map((name) => `tests/api/${name}`);
const webTests = readdirSync(at('tests', 'web')).filter((name) => name.endsWith('.test.mjs')).map((name) => `tests/web/${name}`);
const parts = [
  ['lint', node('web/tools/lint.mjs')],
  ['C unit tests', ['ctest', '--test-dir', 'build/debug', '--output-on-failure', '-j2']],
  ['programs', node('tests/tools/programs.mjs', 'debug', 'wasm', 'split')],
  ['error messages', node('tests/tools/errors.mjs', 'debug', 'wasm')],
  ['public names', node('tests/tools/without.mjs')],
  ['random programs', node('tests/random/check.mjs')],
  ['failing allocations', node('tests/fuzz/alloc.mjs', '--points=60')],
  ['mutants', node('tests/fuzz/mutate.mjs', '--count=600')],
  ['Node API and command', node('--test', ...apiTests)],
  ['page: model', ['npx', 'vitest', 'run', '--config', 'web/vitest.config.ts']],
  ['page: browser', node('--test', ...webTests)],
];

let passed = 0, failed = 0;
for (const [name, [command, ...args]] of parts) {
  const start = Date.now();
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  if (status === 0) passed++;
  else failed++;
  console.log(`== ${name}: ${status === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  if (status !== 0 && !process.argv.includes('--all')) break;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || !exists('package.json') ? 1 : 0;
