// Small helpers that the tools share: where things are, running a command, asking whether one exists.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const at = (...parts) => join(root, ...parts);

/** Runs a command in the project's folder with its output shown; ends this process when it fails. */
export function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  if (error) console.error(`${command}: ${error.message}`);
  process.exit(signal ? 1 : (status ?? 1));
}

/** What a command prints, or null when it fails or is not there. */
export function ask(command, args) {
  const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return status === 0 ? stdout.trim() : null;
}

export const has = (command) => ask('sh', ['-c', `command -v ${command}`]) !== null;
export const exists = (...parts) => existsSync(at(...parts));

/** The parts of the Python library that lie beside the engine, in their order. */
export const libraryFiles = ['library.wasm', 'names.wasm', 'seldom.wasm'];
