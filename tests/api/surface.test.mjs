// engine/ASYNCIO.md and engine/PYTHON.md say what the engine has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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
