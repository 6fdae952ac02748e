// engine/ASYNCIO.md and engine/PYTHON.md say what the engine has.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { libraryPageText, surfacePage } from '../tools/surface.mjs';

test('the table of public names is fresh (npm run surface writes it)', async () => {
  const page = readFileSync(fileURLToPath(new URL('../../engine/ASYNCIO.md', import.meta.url)), 'utf8');
  assert.equal(page, await surfacePage());
});

test('the table of the standard library is fresh (npm run surface writes it)', async () => {
  const page = readFileSync(fileURLToPath(new URL('../../engine/PYTHON.md', import.meta.url)), 'utf8');
  assert.equal(page, await libraryPageText());
});

test('nothing of asyncio is missing but what needs an operating system', async () => {
  const missing = [...(await surfacePage()).matchAll(/^\| `(asyncio[^`]*)` \| not there \| (.*) \|$/gm)];
  for (const [, name, why] of missing) assert.match(why, /^there (is|are) no /, `${name} is not there`);
});

/** Where a class seldom stands by its name, the word that tells of its objects. */
const CALLED = { EventLoop: 'get_running_loop', StreamWriter: 'open_connection', Context: 'copy_context' };

test('every public name is used by a program whose output is compared with that of CPython, methods beside their class', async () => {
  const programs = fileURLToPath(new URL('../programs/', import.meta.url));
  const words = readdirSync(programs, { recursive: true })
    .filter((name) => name.endsWith('.py'))
    .map((name) => new Set(readFileSync(programs + name, 'utf8').match(/\w+/g)));
  const unused = [];
  for (const [, title, names] of (await surfacePage()).matchAll(/^## (\S+)\n\nWorks: (.*)\.$/gm)) {
    const owner = title.split('.').at(-1);
    const called = [owner, CALLED[owner]];
    const isClass = /[A-Z]/.test(owner[0]);
    for (const [, name] of names.matchAll(/`(\w+)`/g)) {
      if (!words.some((each) => each.has(name) && (!isClass || called.some((word) => each.has(word))))) unused.push(`${title}.${name}`);
    }
  }
  assert.deepEqual(unused, []);
});
