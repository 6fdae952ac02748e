/** What lies in the program's folder, as the native runner finds it (engine/host/posix_beside.c). */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunOptions } from '../src/engine/types';

const MOST_NAMES = 10_000;
const DEEPEST = 16;

/** The modules in the folder; with `all` also the files in it and below, which are read when the program looks into them. */
export function besideOf(folder: string, all: boolean): Pick<RunOptions, 'files' | 'module'> {
  const module = (path: string): Uint8Array | null => readModule(folder, path);
  if (!all) return { module };
  const files: Record<string, Uint8Array> = {};
  for (const path of namesIn(folder, '', 0).slice(0, MOST_NAMES)) {
    Object.defineProperty(files, path, { enumerable: true, get: () => attempt(() => readFileSync(join(folder, path))) });
  }
  return { files, module };
}

/** A module, as CPython finds it there; of a path with a slash at its end, whether there is such a folder. */
function readModule(folder: string, path: string): Uint8Array | null {
  if (path.split('/').includes('..')) return null;
  const full = join(folder, path);
  if (path.endsWith('/')) return attempt(() => statSync(full).isDirectory()) === true ? new Uint8Array() : null;
  return path.endsWith('.py') ? attempt(() => readFileSync(full)) : null;
}

function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

const isTaken = (name: string): boolean => !name.startsWith('.') && name !== '__pycache__' && name !== 'node_modules' && !name.includes('\n');

/** The files' paths, in the order of the alphabet. A link to a folder is not followed: it may lead back. */
function namesIn(folder: string, inside: string, depth: number): string[] {
  if (depth > DEEPEST) return [];
  const entries = attempt(() => readdirSync(join(folder, inside), { withFileTypes: true })) ?? [];
  return entries
    .filter(({ name }) => isTaken(name))
    .sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)))
    .flatMap((entry) => {
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) return namesIn(folder, path, depth + 1);
      return attempt(() => statSync(join(folder, path)).isFile()) === true ? [path] : [];
    });
}
