// `npm run build`: the engine, the `loopscope` command and the site into dist/, which is a static site (any file server, any
// path) and the npm package's files. Does nothing when dist/ is newer than everything it is made of.
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at, exists, libraryFiles, run } from './run.mjs';
import { setup } from './setup.mjs';
import { buildEngine } from './engine.mjs';
import { buildCommand } from './command.mjs';
import { splitEngine } from './split.mjs';

function newest(folder) {
  let latest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) latest = Math.max(latest, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs);
  }
  return latest;
}

const isFresh = () => exists('dist', 'loopscope.wasm') && ['web', 'examples'].every((folder) => newest(at(folder)) < statSync(at('dist', 'loopscope.wasm')).mtimeMs)
  && ['package-lock.json', ...['loopscope.wasm', 'loopscope.mjs', ...libraryFiles].map((name) => `build/wasm/${name}`)].every((file) => statSync(at(file)).mtimeMs < statSync(at('dist', 'loopscope.wasm')).mtimeMs);

export async function build() {
  setup();
  buildEngine('wasm');
  if (isFresh()) return;
  await buildCommand();
  await splitEngine();
  run('npx', ['vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn']);
  run('npx', ['vite', 'build', '--config', 'web/vite.config.ts', '--logLevel', 'warn'], { env: { ...process.env, LOOPSCOPE_SINGLE: '1' } });
  mkdirSync(at('dist'), { recursive: true });
  for (const name of ['cli.cjs', 'node.mjs', 'loopscope.mjs', 'loopscope.wasm', ...libraryFiles, 'booted.bin']) copyFileSync(at('build', 'wasm', name), at('dist', name));
  chmodSync(at('dist', 'cli.cjs'), 0o755);
}

if (process.argv[1] === at('web', 'tools', 'build.mjs')) await build();
