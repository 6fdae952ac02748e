// A page's engine is in two pieces: the functions that the lessons run, and the rest, which is fetched when one of them is called.
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { libraryFiles } from '../../web/tools/run.mjs';
import { dataOf, SECTION, sections, withData } from '../../web/tools/wasm_file.mjs';
import { fingerprint, loadEngine } from '../../build/wasm/node.mjs';
import { LESSONS } from '../../build/wasm/split/lessons.mjs';

const root = join(import.meta.dirname, '../..');
const wasm = join(root, 'build/wasm'), split = join(wasm, 'split'), examples = join(root, 'examples');
const alone = mkdtempSync(join(tmpdir(), 'loopscope-'));
for (const name of ['loopscope.mjs', ...libraryFiles]) copyFileSync(join(split, name), join(alone, name));
const written = (module) => dataOf(sections(module).find(({ id }) => id === SECTION.DATA).body).filter(({ bytes }) => bytes.length > 0);
const [first, rest] = ['loopscope.wasm', 'rest.wasm'].map((name) => readFileSync(join(split, name)));
// Where the rest's constants will be stands what they are not: whoever reads them too early is found out.
const wrong = written(rest).map(({ address, bytes }) => ({ address, bytes: Buffer.from(bytes).map((byte) => byte ^ 0xa5) }));
writeFileSync(join(alone, 'loopscope.wasm'), withData(first, [...written(first), ...wrong]));
after(() => rmSync(alone, { recursive: true }));

const lessons = readdirSync(examples).filter((name) => name.endsWith('.py')).map((name) => [name, readFileSync(join(examples, name), 'utf8')]);
const engineIn = (folder) => loadEngine(pathToFileURL(`${folder}/`));
// What no lesson does: formatting with %, set operations, a class with slots, str methods.
const OTHER = "class A:\n    __slots__ = ('x',)\nprint('%-5s|%05.1f' % ('ab', 2.25), {1, 2} ^ {2, 3}, 'straße'.title().center(11, '*'), 2 ** 200 % 97)\n";
const PRINTED = 'ab   |002.2 {1, 3} ***Straße** 62\n';

async function run(engine, source, options) {
  let output = '';
  const { status } = await engine.run(source, { output: (_, text) => (output += text), ...options }).finished;
  return { status, output };
}

describe('the first piece alone runs every lesson', async () => {
  const engine = await engineIn(alone);
  for (const [name, source] of lessons) {
    it(name, async () => {
      const whole = await run(await engineIn(wasm), source);
      assert.deepEqual(await run(engine, source, { events: () => undefined }), whole);
      assert.equal(await engine.check(source), null);
    });
  }
});

it('what warms the engine needs but the first piece, prints nothing and leaves the next run alone', async () => {
  const engine = await engineIn(alone);
  await engine.warm(() => undefined);
  const [, source] = lessons[1];
  assert.deepEqual(await run(engine, source), await run(await engineIn(wasm), source));
});

it('the lessons are known by their text', () => {
  assert.deepEqual(lessons.map(([, source]) => fingerprint(source)).sort(), [...LESSONS].sort());
});

it('the rest is linked in when one of its functions is called', async () => {
  assert.deepEqual(await run(await engineIn(split), OTHER), { status: 0, output: PRINTED });
});

it('each run has the rest of its own', async () => {
  const engine = await engineIn(split);
  for (let round = 0; round < 3; round++) assert.deepEqual(await run(engine, OTHER), { status: 0, output: PRINTED });
});

it('a run fails that needs the rest when it cannot be had, and the next goes on', async () => {
  const engine = await engineIn(alone);
  await assert.rejects(engine.run(OTHER).finished, /the rest of the engine could not be loaded/);
  assert.equal((await run(engine, lessons[0][1])).status, 0);
});

it('a rest that is none is refused', async () => {
  writeFileSync(join(alone, 'rest.wasm'), new Uint8Array(100));
  try {
    await assert.rejects((await engineIn(alone)).run(OTHER).finished, /could not be loaded/);
  } finally {
    rmSync(join(alone, 'rest.wasm'));
  }
});

it('the two pieces write what the whole writes into its memory, and no byte of it twice', () => {
  const image = (segments) => {
    const bytes = Buffer.alloc(segments.at(-1).address + segments.at(-1).bytes.length);
    for (const segment of segments) bytes.set(segment.bytes, segment.address);
    return bytes;
  };
  const both = [...written(first), ...written(rest)].sort((a, b) => a.address - b.address);
  both.slice(1).forEach(({ address }, index) => assert.ok(address >= both[index].address + both[index].bytes.length));
  assert.ok(image(both).equals(image(written(readFileSync(join(wasm, 'loopscope.wasm'))))));
  const size = (segments) => segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  assert.ok(size(written(rest)) > 0.2 * size(written(first)), 'the first piece has constants of the rest');
});

it('the two pieces are what they are for: the first is a good deal smaller than the whole', () => {
  const size = (folder) => readFileSync(join(folder, 'loopscope.wasm')).length;
  assert.ok(size(split) < 0.7 * size(wasm));
});
