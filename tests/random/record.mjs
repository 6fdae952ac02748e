// Records what CPython 3.14 prints for random programs: node tests/random/record.mjs GENERATOR FROM TO SIZE
// writes expected_GENERATOR.json.gz: for each seed the program or its hash, its output, its standard error and its exit status.
// generators.mjs says which are kept whole. Programs without an end are left out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at } from '../../web/tools/run.mjs';
import { normalise } from '../tools/programs.mjs';
import { generatorNamed, hashOf, keptWhole } from './generators.mjs';
import { errorsOf, OracleBroke, ofLinux, runAlone, startOracle, WAITS_FOR_EVER } from './oracle.mjs';

/** Sorted by name, tasks stand in another order when they are not counted from one: a fresh interpreter for those. */
const SORTED = /'Task-\d+'[^\n]*'Task-\d+'/;
const folder = at('build', 'random');
mkdirSync(folder, { recursive: true });

async function runOnce(source, name) {
  writeFileSync(`${folder}/${name}`, source);
  return runAlone(generator, `${folder}/${name}`);
}

/** What two runs agree on. */
async function runTwice(source, name) {
  for (let last = await oracle.run(source, name); ;) {
    const outcome = await oracle.run(source, name);
    if (outcome.out === last.out && outcome.err === last.err) return outcome;
    last = outcome;
  }
}

const [name, from, to, size] = process.argv.slice(2);
const generator = generatorNamed(name);
let oracle = await startOracle(generator);

/** What a program does, or null when it does not end. */
async function outcomeOf(source, name) {
  if (generator.tries > 1) return runTwice(source, name);
  try {
    const outcome = await oracle.run(source, name);
    return SORTED.test(outcome.out) || generator.disturbs ? await runOnce(source, name) : outcome;
  } catch (error) {
    if (!generator.endless || !(error instanceof OracleBroke)) throw error;
    oracle = await startOracle(generator);
    return null;
  }
}

const seeds = {};
for (let seed = Number(from); seed <= Number(to); seed++) {
  const source = await oracle.write(seed, Number(size));
  const outcome = await outcomeOf(source, `r${seed}.py`);
  if (outcome === null || (outcome.out + outcome.err).includes(WAITS_FOR_EVER)) continue;
  const { out, err, status } = outcome;
  const program = keptWhole(generator) ? source : hashOf(source);
  seeds[seed] = { program, out: ofLinux(normalise(out)), err: errorsOf(generator, err), status };
}
oracle.stop();
writeFileSync(at('tests', 'random', `expected_${name}.json.gz`), gzipSync(JSON.stringify({ size: Number(size), seeds }), { level: 9 }));
console.log(`${Object.keys(seeds).length} programs recorded`);
