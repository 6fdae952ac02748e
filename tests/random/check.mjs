// Random asyncio programs against CPython 3.14: what they print must be the same to the byte.
//   node tests/random/check.mjs [--generator=order] [--from=1] [--to=200] [--kind=wasm|native|debug]
// The generators run on the engine itself; what CPython printed is in expected_GENERATOR.json.gz, made by record.mjs. Programs that come
// from files that change stand there too.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { at } from '../../web/tools/run.mjs';
import { engines, execute, inParallel, normalise } from '../tools/programs.mjs';
import { generatorNamed, generators, hashOf, keptWhole } from './generators.mjs';
import { errorsOf, generatorProgram } from './oracle.mjs';

const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const engine = engines[option('kind', 'native')];
const folder = at('build', 'random');
const CHUNK = 50;
mkdirSync(folder, { recursive: true });

let passed = 0, failed = 0;
function fail(generator, seed, why) {
  failed++;
  console.log(`FAIL ${generator.name} ${seed}: ${why}`);
}

async function checkProgram(generator, seed, want, source) {
  const program = `${generator.name}${seed}.py`, name = `${folder}/${generator.name}${seed}`;
  writeFileSync(`${name}.py`, source);
  const got = await execute(engine, `${name}.py`);
  const [out, err] = [normalise(got.out), errorsOf(generator, got.err)].map((text) => text.replaceAll(program, `r${seed}.py`));
  if (out === want.out && got.status === want.status && err === want.err) {
    passed++;
    return;
  }
  writeFileSync(`${name}.want`, want.out + want.err);
  writeFileSync(`${name}.got`, out + err);
  const a = (want.out + want.err).split('\n'), b = (out + err).split('\n');
  const line = a.findIndex((text, i) => text !== b[i]);
  fail(generator, seed, `line ${line + 1}: ${JSON.stringify(b[line] ?? null)} instead of ${JSON.stringify(a[line] ?? null)}`);
}

async function checkGenerator(generator) {
  const { size, seeds } = JSON.parse(gunzipSync(readFileSync(at('tests', 'random', `expected_${generator.name}.json.gz`))));
  const wanted = Object.keys(seeds).filter((seed) => Number(seed) >= Number(option('from', '1')) && Number(seed) <= Number(option('to', '1000000')));
  if (keptWhole(generator)) return inParallel(wanted, (seed) => checkProgram(generator, seed, seeds[seed], seeds[seed].program));
  const writer = `${folder}/write_${generator.name}.py`;
  writeFileSync(writer, generatorProgram(generator));
  const chunks = Array.from({ length: Math.ceil(wanted.length / CHUNK) }, (_, i) => wanted.slice(i * CHUNK, (i + 1) * CHUNK));
  await inParallel(chunks, async (chunk) => {
    const { out, err } = await execute(engine, writer, { args: [String(size), ...chunk] });
    if (err) return fail(generator, `${chunk[0]} to ${chunk.at(-1)}`, `the generator failed\n${err}`);
    const programs = out.split('\f');
    for (const [i, seed] of chunk.entries()) {
      if (hashOf(programs[i]) !== seeds[seed].program) fail(generator, seed, 'the generator wrote another program');
      else await checkProgram(generator, seed, seeds[seed], programs[i]);
    }
  });
}

const only = option('generator', '');
for (const generator of only === '' ? Object.values(generators) : [generatorNamed(only)]) await checkGenerator(generator);
console.log(`random programs: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
