// Records what CPython 3.14 prints for random programs: node tests/random/record.mjs GENERATOR FROM TO SIZE
// writes expected_GENERATOR.json.gz: for each seed the program's hash, its output, its standard error and its exit status. Programs with
// mistakes are kept whole, for the right ones that they come from change; those without an end are left out.
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { at } from '../../web/tools/run.mjs';
import { normalise } from '../tools/programs.mjs';
import { expect } from '../oracle/expect.mjs';
import { ofEngine, OracleBroke, ofLinux, startOracle, WAITS_FOR_EVER } from './oracle.mjs';

/** Sorted by name, tasks stand in another order when they are not counted from one: a fresh interpreter for those. */
const SORTED = /'Task-\d+'[^\n]*'Task-\d+'/;
const folder = at('build', 'random');
mkdirSync(folder, { recursive: true });

async function runAlone(source, name) {
  writeFileSync(`${folder}/${name}`, source);
  return expect(`${folder}/${name}`);
}

/** Threads of a busy machine may once come too late: what two runs agree on counts. */
async function runTwice(source, name) {
  for (let last = await oracle.run(source, name); ;) {
    const outcome = await oracle.run(source, name);
    if (outcome.out === last.out && outcome.err === last.err) return outcome;
    last = outcome;
  }
}

const [generator, from, to, size] = process.argv.slice(2);
const whole = generator === 'mistakes';
let oracle = await startOracle(generator);

/** What a program does, or null when it does not end. */
async function outcomeOf(source, name) {
  if (generator === 'threads') return runTwice(source, name);
  try {
    const outcome = await oracle.run(source, name);
    return SORTED.test(outcome.out) || whole ? await runAlone(source, name) : outcome;
  } catch (error) {
    if (!whole || !(error instanceof OracleBroke)) throw error;
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
  const program = whole ? source : createHash('sha256').update(source).digest('hex').slice(0, 16);
  seeds[seed] = { program, out: ofLinux(normalise(out)), err: whole ? ofEngine(normalise(err)) : normalise(err), status };
}
oracle.stop();
writeFileSync(at('tests', 'random', `expected_${generator}.json.gz`), gzipSync(JSON.stringify({ size: Number(size), seeds }), { level: 9 }));
console.log(`${Object.keys(seeds).length} programs recorded`);
