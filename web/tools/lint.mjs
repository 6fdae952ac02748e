// Format, types, lint, room rules, generated copies: `npm run lint`. --fix formats in place.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { at, root } from './run.mjs';

const fix = process.argv.includes('--fix');
const sources = ['engine', 'examples/c', 'tests/unit'].flatMap((folder) =>
  readdirSync(at(folder), { recursive: true }).filter((name) => /\.[ch]$/.test(name)).map((name) => join(folder, name)));

const steps = [
  ['C format', ['clang-format', ...(fix ? ['-i'] : ['--dry-run', '-Werror']), ...sources]],
  ['rooms', [process.execPath, 'tests/tools/rooms.mjs']],
  ['generated copies', [process.execPath, 'engine/trace/generate.mjs', ...(fix ? [] : ['--check'])]],
  ['types of the model', ['npx', 'tsc', '-p', 'web/src/model']],
  ['types', ['npx', 'tsc', '-p', 'web']],
  ['eslint', ['npx', 'eslint', '--config', 'web/eslint.config.js', 'web', 'tests/web', ...(fix ? ['--fix'] : [])]],
];
let failed = 0;
for (const [name, [command, ...args]] of steps) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    failed++;
    console.log(`lint: ${name} FAILED`);
  }
}
console.log(`lint: ${steps.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
