// The long run: random asyncio programs against CPython 3.14, which stays alive and runs them one after another.
//   node tests/random/fuzz.mjs [--generator=order] [--from=1] [--to=10000] [--sizes=2-6] [--jobs=N] [--kind=native] [--again]
// Each job takes every N-th seed and remembers in build/random how far it got, so that a run can be stopped and goes on later
// (--again: from the start). What differs is run once more in a fresh interpreter, kept in build/random/differ, and told.
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { at } from '../../web/tools/run.mjs';
import { engines, normalise } from '../tools/programs.mjs';
import { generatorNamed } from './generators.mjs';
import { ofEngine, OracleBroke, ofLinux, runAlone, startOracle, WAITS_FOR_EVER } from './oracle.mjs';

const unknown = process.argv.slice(2).find((word) => !/^--(?:(?:from|to|jobs)=\d+|sizes=\d+(?:-\d+)?|(?:generator|kind|share)=.+|again)$/.test(word));
if (unknown !== undefined) {
  console.error(`fuzz: ${unknown}? [--generator=order] [--from=1] [--to=10000] [--sizes=2-6] [--jobs=N] [--kind=native] [--again]`);
  process.exit(2);
}
const option = (name, otherwise) => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
const generator = generatorNamed(option('generator', 'order'));
const [from, to] = [Number(option('from', '1')), Number(option('to', '10000'))];
const [smallest, largest = smallest] = option('sizes', '2-6').split('-').map(Number);
const kind = option('kind', 'native');
const kept = at('build', 'random', 'differ');
let engine;

/** A copy of the engine, so that a build meanwhile changes nothing; the wasm one is taken as it is. */
function keepEngine(share) {
  if (kind === 'wasm') return engines.wasm;
  const copy = `${kept}/engine-${generator.name}-${from}-${share}`;
  rmSync(copy, { force: true });
  copyFileSync(engines[kind][0], copy);
  return [copy];
}

function runEngine(file) {
  const [command, ...words] = engine;
  const name = file.slice(file.lastIndexOf('/') + 1);
  const { stdout, stderr, status, signal } = spawnSync(command, [...words, '--clock=virtual', `--max-memory=${generator.memory}`, name], {
    cwd: file.slice(0, file.lastIndexOf('/')), encoding: 'utf8', timeout: generator.patience * 1000, killSignal: 'SIGKILL', maxBuffer: 1 << 28,
  });
  return { out: stdout, err: stderr, status: signal ?? status };
}

/** Whether a program was stopped by who waited for it, or waits for ever. */
const endless = ({ out, err, status }) => typeof status !== 'number' || out.includes(WAITS_FOR_EVER) || err.includes(WAITS_FOR_EVER);

/** The first line that differs, or null. */
function firstDifference(want, got) {
  const lines = ({ out, err, status }) => [...ofLinux(normalise(out)).split('\n'), '--- standard error', ...ofEngine(normalise(err)).split('\n'), `exit status ${status}`];
  const a = lines(want), b = lines(got);
  const line = a.findIndex((text, i) => text !== b[i]);
  if (line < 0) return a.length === b.length ? null : `line ${a.length + 1}: ${JSON.stringify(b[a.length])} instead of the end`;
  return `line ${line + 1}: ${JSON.stringify(b[line] ?? null)} instead of ${JSON.stringify(a[line])}`;
}

/** Whether each line is that of Pyodide or, where its 32 bits or numbers of errors show, that of this machine's CPython. */
function explained(want, other, got) {
  const lines = ({ out, err, status }) => [...ofLinux(normalise(out)).split('\n'), ...normalise(err).split('\n'), `${status}`];
  const [a, b, c] = [want, other, got].map(lines);
  return a.length === c.length && b.length === c.length && c.every((text, i) => text === a[i] || text === b[i]);
}

/** What this machine's CPython (3.13 or newer) says. */
function runSystem(file) {
  const { stdout, stderr, status } = spawnSync('python3', [file.slice(file.lastIndexOf('/') + 1)], {
    cwd: file.slice(0, file.lastIndexOf('/')), encoding: 'utf8', timeout: 60_000, env: { ...process.env, PYENV_VERSION: process.env.PYENV_VERSION ?? '3.13.0' },
  });
  return { out: stdout, err: stderr, status };
}

/** A difference that a fresh interpreter confirms. */
async function confirmed(file, got, told) {
  const other = generator.machine ? runSystem(file) : null;
  if (other !== null && explained(told, other, got)) return null;
  let want, difference = '';
  // One run that agrees is enough.
  for (let tries = generator.tries; tries > 0 && difference !== null; tries--) {
    want = await runAlone(generator, file, { last: tries === 1 });
    difference = firstDifference(want, got);
  }
  if (other !== null && difference !== null && explained(want, other, got)) return null;
  if (generator.collects && difference !== null && firstDifference(await runAlone(generator, file, { collects: false }), got) === null) {
    console.log(`${file}: the same as CPython without automatic collections`);
    return null;
  }
  if (difference !== null) {
    const text = ({ out, err, status }) => `${out}--- standard error\n${err}exit status ${status}\n`;
    writeFileSync(file.replace(/\.py$/, '.want'), text(want));
    writeFileSync(file.replace(/\.py$/, '.got'), text(got));
  }
  return difference;
}

async function work(share, shares) {
  const state = at('build', 'random', `fuzz-${generator.name}-${from}-${to}-${smallest}-${largest}-${share}of${shares}.json`);
  const resumes = existsSync(state) && !process.argv.includes('--again');
  let { seed, programs, differing, broken = [], without = 0 } = resumes ? JSON.parse(readFileSync(state, 'utf8')) : { seed: from + share, programs: 0, differing: 0 };
  if (seed > to) return done(programs, differing, broken, without);
  let oracle = await startOracle(generator);
  engine = keepEngine(share);
  const started = Date.now(), before = programs;
  let told = started;
  for (; seed <= to; seed += shares) {
    for (let size = smallest; size <= largest; size++) {
      const file = `${kept}/${generator.name}${seed}_${size}.py`;
      const name = `now${share}.py`;
      let source, want;
      try {
        source = await oracle.write(seed, size);
        writeFileSync(`${kept}/${name}`, source);
        want = await oracle.run(source, name);
      } catch (error) {
        if (!(error instanceof OracleBroke)) throw error;
        if (source !== undefined && endless(runEngine(`${kept}/${name}`))) without++;
        else {
          broken.push(`${seed}/${size}`);
          console.log(`seed ${seed} size ${size}: CPython itself broke: ${error.message}`);
        }
        oracle = await startOracle(generator);
        continue;
      }
      const got = runEngine(`${kept}/${name}`);
      if (endless(want) && endless(got)) without++;
      else programs++;
      if (firstDifference(want, got) === null) continue;
      writeFileSync(file, source);
      const sure = await confirmed(file, runEngine(file), want);
      if (sure === null) {
        if (generator.disturbs) oracle = await startAnew(oracle); // an earlier program changed what all share
        continue;
      }
      differing++;
      console.log(`DIFFERS seed ${seed} size ${size}: ${sure}\n    ${file}`);
    }
    if (Date.now() - told > 30_000) {
      told = Date.now();
      writeFileSync(state, JSON.stringify({ seed: seed + shares, programs, differing, broken, without }));
      console.log(`seed ${seed}: ${programs} programs, ${differing} differ, ${broken.length} unanswered, ${((programs - before) / (told - started) * 1000).toFixed(1)} programs/s`);
    }
  }
  oracle.stop();
  writeFileSync(state, JSON.stringify({ seed, programs, differing, broken, without }));
  done(programs, differing, broken, without);
}

function startAnew(oracle) {
  oracle.stop();
  return startOracle(generator);
}

function done(programs, differing, broken, without) {
  console.log(`seeds ${from} to ${to}, sizes ${smallest} to ${largest}: ${programs} programs in this share, ${differing} differ${without > 0 ? `; ${without} more have no end` : ''}`);
  if (broken.length > 0) console.log(`not compared, because CPython itself broke (seed/size): ${broken.join(' ')}`);
  // An interpreter that cannot be had at all compares nothing.
  process.exitCode = differing > 0 || broken.length > programs ? 1 : 0;
}

mkdirSync(kept, { recursive: true });
const share = option('share', '');
if (share !== '') {
  const [index, of] = share.split('/').map(Number);
  await work(index, of);
} else {
  const jobs = Number(option('jobs', String(availableParallelism())));
  for (let i = 0; i < jobs; i++) {
    spawn(process.execPath, [fileURLToPath(import.meta.url), ...process.argv.slice(2), `--share=${i}/${jobs}`], { stdio: 'inherit' })
      .on('close', (status) => { if (status !== 0) process.exitCode = 1; });
  }
}
