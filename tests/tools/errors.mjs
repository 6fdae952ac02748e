// Wrong programs and what CPython 3.14 says of each: runs the cases of tests/errors/*.txt on the engine and compares.
//   node tests/tools/errors.mjs [native|debug|wasm ...] [--only=TEXT] [FILE.txt ...]
//   node tests/tools/errors.mjs --write [FILE.txt ...]        lets the oracle write what is expected
// A new case is the program's lines and a line `#>`, which --write fills.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { at } from '../../web/tools/run.mjs';
import { engines, execute, inParallel, normalise } from './programs.mjs';

/** A task's number is how many came before it in the process. */
const comparable = (text) => normalise(text).replace(/\bTask-\d+/g, 'Task-…');

const driver = at('tests', 'errors', 'driver.py');
const words = process.argv.slice(2);
const only = words.find((word) => word.startsWith('--only='))?.slice(7) ?? '';
const named = words.filter((word) => word.endsWith('.txt')).map((name) => resolve(name));
const files = named.length > 0 ? named
  : readdirSync(at('tests', 'errors')).filter((name) => name.endsWith('.txt') && name.includes(only)).map((name) => at('tests', 'errors', name));

/** The cases of a file: each the program and what it prints. */
function cases(text) {
  const found = [];
  let program = [], printed = [];
  for (const line of text.split('\n')) {
    if (line === '#>' || line.startsWith('#> ')) {
      printed.push(line);
      continue;
    }
    if (printed.length > 0) {
      found.push({ program: program.join('\n'), printed: printed.join('\n') });
      program = [];
      printed = [];
    }
    program.push(line);
  }
  if (printed.length > 0) found.push({ program: program.join('\n'), printed: printed.join('\n') });
  return found;
}

async function write() {
  const { loadOracle } = await import('../oracle/expect.mjs');
  for (const file of files) {
    const python = await loadOracle();
    const out = [];
    python.setStdout({ write: (bytes) => (out.push(Buffer.from(bytes)), bytes.length) });
    python.globals.set('text', readFileSync(file, 'utf8'));
    python.globals.set('driver', readFileSync(driver, 'utf8'));
    python.runPython('import io, virtual_loop; sys.stdin = io.StringIO(text); virtual_loop.run_source(driver, "driver.py")');
    writeFileSync(file, Buffer.concat(out));
  }
}

async function compare(kind, file) {
  const text = readFileSync(file, 'utf8');
  const { out, err, status } = await execute(engines[kind], driver, { input: text });
  const wanted = cases(comparable(text)), got = cases(comparable(out));
  let failed = 0;
  wanted.forEach(({ program, printed }, i) => {
    if (got[i]?.program === program && got[i].printed === printed) return;
    failed++;
    console.log(`FAIL ${kind} ${file}\n${program}\n  CPython: ${printed}\n  engine:  ${got[i]?.printed ?? '(nothing)'}\n`);
  });
  if (status !== 0) {
    failed++;
    console.log(`FAIL ${kind} ${file}: exit status ${status}\n${err}`);
  }
  return { passed: wanted.length - failed, failed };
}

async function main() {
  if (words.includes('--write')) return write();
  const kinds = words.filter((word) => word in engines);
  let passed = 0, failed = 0;
  for (const kind of kinds.length > 0 ? kinds : Object.keys(engines)) {
    await inParallel(files, async (file) => {
      const result = await compare(kind, file);
      passed += result.passed;
      failed += result.failed;
    });
  }
  console.log(`error messages: ${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
