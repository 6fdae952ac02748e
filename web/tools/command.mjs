// Bundles the `loopscope` command for Node beside the engine, with the engine's glue in it: build/wasm/cli.mjs. After buildEngine('wasm').
import { readFileSync } from 'node:fs';
import { at } from './run.mjs';

export async function buildCommand() {
  const { build } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const common = { bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning' };
  await build({
    ...common, minify: true, entryPoints: [at('web', 'cli', 'main.ts')], outfile: at('build', 'wasm', 'cli.mjs'),
    banner: { js: '#!/usr/bin/env node' }, define: { LOOPSCOPE_VERSION: JSON.stringify(version) },
  });
  await build({ ...common, entryPoints: [at('web', 'src', 'engine', 'node.ts')], outfile: at('build', 'wasm', 'node.mjs') });
}

if (process.argv[1] === at('web', 'tools', 'command.mjs')) await buildCommand();
