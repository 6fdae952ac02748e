// Programs with something wrong in them: the examples and test programs, with bytes, words or lines changed at random, run on the
// sanitized engine. None may trip a sanitizer, leak, or fail to end when it is stopped.
//   node tests/fuzz/mutate.mjs [--from=1] [--count=200] [--seconds=1] [--keep]      seeds FROM, FROM + 1, ...
// What goes wrong is kept in build/fuzz/SEED.py; --keep keeps every mutant.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { at } from '../../web/tools/run.mjs';
import { find } from '../tools/programs.mjs';

const option = (name, otherwise) => Number(process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise);
const from = option('from', 1), count = option('count', 200), seconds = option('seconds', 1);
const MEGABYTES = 32;
const BATCH = 50;
const folder = at('build', 'fuzz');
mkdirSync(folder, { recursive: true });

const sources = find('examples', 'tests/programs').map((file) => readFileSync(file)).filter((source) => source.length < 20_000);

/** The same numbers for the same seed everywhere (mulberry32). */
function generator(seed) {
  let state = seed * 0x9e3779b1;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const WORDS = [
  'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except',
  'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try',
  'while', 'with', 'yield', 'match', 'case', 'type', '_', 'self', 'print', '(', ')', '[', ']', '{', '}', ':', ';', ',', '.', '...', '=', ':=',
  '==', '!=', '<', '->', '+', '-', '*', '**', '/', '//', '%', '@', '&', '|', '^', '~', '<<', '>>', '+=', '**=', '!', '$', '?', '`', '\\', '#',
  '"', "'", '"""', "'''", 'f"', "f'{", '}', 'rb"', 'b"\\x', '0', '1e999', '0x', '0b12', '1_000', '99999999999999999999', '1j', '\0', '\t', '\f',
  '\r', '\n', '    ', 'é', '\u200b', '\u{1f600}', '\\N{DASH}', '\\u12', '*args', '**kwargs', 'await asyncio.sleep(0)', 'yield from x', 'lambda: 0',
  'x for x in y', '{**a, *b}', 'print(', 'def f(a, /, *, b): ', 'class A(metaclass=type): ', 'except* E as e: ', 'async with a as b, c: ',
].map((word) => Buffer.from(word));

const isWord = (byte) => (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || byte === 95 || (byte >= 97 && byte <= 122) || byte >= 128;

/** Cuts a text into words, runs of blanks, and single other bytes. */
function tokens(source) {
  const parts = [];
  for (let begin = 0, end; begin < source.length; begin = end) {
    const word = isWord(source[begin]), blank = source[begin] === 32;
    end = begin + 1;
    while (end < source.length && ((word && isWord(source[end])) || (blank && source[end] === 32))) end++;
    parts.push(source.subarray(begin, end));
  }
  return parts;
}

function lines(source) {
  const parts = [];
  for (let begin = 0; begin < source.length;) {
    const end = source.indexOf(10, begin);
    parts.push(source.subarray(begin, end < 0 ? source.length : end + 1));
    begin = end < 0 ? source.length : end + 1;
  }
  return parts;
}

/** Changes one thing in a list of parts. `fresh` makes a part from elsewhere. */
function disturb(parts, random, fresh) {
  if (parts.length === 0) return [fresh()];
  const i = random(parts.length), k = random(parts.length);
  switch (random(6)) {
    case 0: return parts.toSpliced(i, 1);
    case 1: return parts.toSpliced(i, 0, parts[k]);
    case 2: return parts.toSpliced(i, 1, fresh());
    case 3: return parts.toSpliced(i, 0, fresh());
    case 4: return parts.with(i, parts[k]).with(k, parts[i]);
    default: return parts.toSpliced(i, 1 + random(5));
  }
}

function disturbBytes(source, random) {
  const copy = Buffer.from(source);
  for (let n = 1 + random(3); n > 0 && copy.length > 0; n--) copy[random(copy.length)] = random(4) === 0 ? random(256) : 32 + random(95);
  return random(5) === 0 ? copy.subarray(0, random(copy.length + 1)) : copy;
}

function reindent(source, random) {
  const all = lines(source);
  const i = random(all.length + 1);
  return Buffer.concat(all.map((line, n) => (n !== i ? line : Buffer.concat([Buffer.from(['\t', ' ', '    ', '        '][random(4)]), line]))));
}

export function mutant(seed) {
  const random = generator(seed);
  let source = sources[random(sources.length)];
  const other = sources[random(sources.length)];
  for (let n = 1 + random(3); n > 0; n--) {
    switch (random(8)) {
      case 0: source = disturbBytes(source, random); break;
      case 1: source = reindent(source, random); break;
      case 2:
      case 3: source = Buffer.concat(disturb(lines(source), random, () => lines(other)[random(lines(other).length)])); break;
      default: source = Buffer.concat(disturb(tokens(source), random, () => (random(2) === 0 ? WORDS[random(WORDS.length)] : tokens(other)[random(tokens(other).length)])));
    }
  }
  return source;
}

/** Runs mutants in one process. Resolves to the index of the one that went wrong and how, or null. */
function runAll(mutants) {
  return new Promise((resolve) => {
    const child = spawn(at('build', 'debug', 'fuzz_programs'), [String(seconds), String(MEGABYTES)], { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '', err = '', timer;
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(() => child.kill('SIGKILL'), 1000 * (10 * seconds + 60));
    };
    child.stdout.on('data', (data) => {
      out += data;
      watch();
    });
    child.stderr.on('data', (data) => (err += data));
    child.stdin.on('error', () => {});
    for (const text of mutants) child.stdin.write(Buffer.concat([Buffer.from(`${text.length}\n`), text]));
    child.stdin.end();
    watch();
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      const done = out.split('\n').filter((line) => line !== '');
      const leaked = done.findIndex((line) => line.endsWith('leaked'));
      if (leaked >= 0) resolve({ index: leaked, why: 'leaks' });
      else if (done.length < mutants.length) resolve({ index: done.length, why: signal === 'SIGKILL' ? 'does not end' : err.split('\n').find((line) => /ERROR|error/.test(line)) ?? `status ${status ?? signal}`, err });
      else resolve(status === 0 ? null : { index: done.length - 1, why: 'leaks, as the process ended', err });
    });
  });
}

/** Programs without end, which the tool stops where they wait: what they left must go once, and all of it. */
const endless = [
  "import asyncio\nasync def wait():\n    while True:\n        await asyncio.sleep(0.1)\nasync def main():\n    await asyncio.gather(*[asyncio.create_task(wait()) for _ in range(2)])\nasyncio.run(main())\n",
  "import asyncio\nasync def main():\n    async with asyncio.TaskGroup() as group:\n        for n in range(3):\n            group.create_task(asyncio.sleep(1e9, n))\nasyncio.run(main())\n",
  "import asyncio, threading\ndone = threading.Event()\nasync def main():\n    await asyncio.wait_for(asyncio.to_thread(done.wait), None)\nasyncio.run(main())\n",
].map((text) => Buffer.from(text));

async function main() {
  let failed = 0;
  const stopped = await runAll(endless);
  if (stopped !== null) {
    failed++;
    console.log(`FAIL a program without end, number ${stopped.index}: ${stopped.why}`);
  }
  for (let seed = from; seed < from + count;) {
    const seeds = Array.from({ length: Math.min(BATCH, from + count - seed) }, (_, i) => seed + i);
    const mutants = seeds.map(mutant);
    if (process.argv.includes('--keep')) seeds.forEach((each, i) => writeFileSync(`${folder}/${each}.py`, mutants[i]));
    const wrong = await runAll(mutants);
    if (wrong === null) {
      seed += seeds.length;
      continue;
    }
    failed++;
    const culprit = seeds[wrong.index];
    writeFileSync(`${folder}/${culprit}.py`, mutants[wrong.index]);
    if (wrong.err) writeFileSync(`${folder}/${culprit}.err`, wrong.err);
    console.log(`FAIL seed ${culprit}: ${wrong.why}`);
    seed = culprit + 1;
  }
  console.log(`mutants: ${count + 1 - failed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

if (process.argv[1] === at('tests', 'fuzz', 'mutate.mjs')) await main();
