// Bundles the `loopscope` command for Node beside the engine, with the engine's glue in it: build/wasm/cli.cjs, and what it begins with. After
// buildEngine('wasm').
import { readFileSync } from 'node:fs';
import { writeBooted } from './booted.mjs';
import { at } from './run.mjs';

export async function buildCommand() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const common = { bundle: true, platform: 'node', target: 'node20', logLevel: 'warning' };
  // Node begins with a CommonJS module some milliseconds sooner than with another.
  await build({
    ...common, format: 'cjs', minify: true, entryPoints: [at('web', 'cli', 'main.ts')], outfile: at('build', 'wasm', 'cli.cjs'),
    banner: { js: '#!/usr/bin/env node\nconst here = require("node:url").pathToFileURL(__filename).href;' },
    define: { LOOPSCOPE_VERSION: JSON.stringify(version), 'import.meta.url': 'here' },
  });
  await build({ ...common, format: 'esm', entryPoints: [at('web', 'src', 'engine', 'node.ts')], outfile: at('build', 'wasm', 'node.mjs') });
  await writeBooted();
}

if (process.argv[1] === at('web', 'tools', 'command.mjs')) await buildCommand();
