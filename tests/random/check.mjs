// Random asyncio programs against CPython 3.14: what they print must be the same to the byte.
//   node tests/random/check.mjs [--from=1] [--to=200] [--kind=wasm|native|debug]
// The programs are written by random_program.py, which runs on the engine itself; what CPython printed is in expected.json.gz,
// made by `node tests/random/record.mjs`.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { at } from '../../web/tools/run.mjs';
import { engines, execute, inParallel, normalise } from '../tools/programs.mjs';

const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const engine = engines[option('kind', 'native')];
const expected = JSON.parse(gunzipSync(readFileSync(at('tests', 'random', 'expected.json.gz'))));
const folder = at('build', 'random');
mkdirSync(folder, { recursive: true });

let passed = 0, failed = 0;
const seeds = Object.keys(expected).filter((seed) => Number(seed) >= Number(option('from', '1')) && Number(seed) <= Number(option('to', '1000000')));
await inParallel(seeds, async (seed) => {
  const want = expected[seed];
  const fail = (why) => {
    failed++;
    console.log(`FAIL seed ${seed}: ${why}`);
  };
  const program = await execute(engine, at('tests', 'random', 'random_program.py'), { args: [seed, String(want.size)] });
  if (createHash('sha256').update(program.out).digest('hex') !== want.program) return fail(`the generator wrote another program\n${program.err}`);
  const file = `${folder}/r${seed}.py`;
  writeFileSync(file, program.out);
  const got = await execute(engine, file);
  const out = normalise(got.out);
  if (out === want.out && got.status === want.status && normalise(got.err) === want.err) passed++;
  else {
    writeFileSync(`${folder}/r${seed}.want`, want.out);
    writeFileSync(`${folder}/r${seed}.got`, out);
    const a = (want.out + want.err).split('\n'), b = (out + normalise(got.err)).split('\n');
    const line = a.findIndex((text, i) => text !== b[i]);
    fail(`line ${line + 1}: ${JSON.stringify(b[line] ?? null)} instead of ${JSON.stringify(a[line] ?? null)}`);
  }
});
console.log(`random programs: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
