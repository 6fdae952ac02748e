// What CPython 3.14 prints for a program, on the virtual clock of virtual_loop.py. Pyodide has no sockets, and its system errors have
// other numbers: programs of tests/programs/network and files run on this machine's CPython (python3, 3.13 or newer), by network.py;
// those of tests/programs/processes too, by themselves, since their children read them anew.
//   node tests/oracle/expect.mjs FILE.py ...          writes FILE.out, FILE.err (when not empty), FILE.rc (when not 0)
//   node tests/oracle/expect.mjs --show FILE.py       prints instead
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, run } from '../../web/tools/run.mjs';
import { ownFrames } from '../tools/programs.mjs';

const PYODIDE = '314.0.7';
const folder = at('build', 'oracle');
if (!existsSync(`${folder}/node_modules/pyodide`)) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, dependencies: { pyodide: PYODIDE } }));
  run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
}
const { loadPyodide } = await import(pathToFileURL(`${folder}/node_modules/pyodide/pyodide.mjs`).href);
const virtualLoop = readFileSync(at('tests', 'oracle', 'virtual_loop.py'));

/** An interpreter that can import virtual_loop. */
export async function loadOracle() {
  const python = await loadPyodide();
  python.FS.writeFile('/home/pyodide/virtual_loop.py', virtualLoop);
  python.runPython(`import sys; sys.path.insert(0, '/home/pyodide'); import virtual_loop`);
  return python;
}

/** A fresh interpreter for each program, so that no program sees another's task names. */
export async function expect(file, { collects = true } = {}) {
  const python = await loadOracle();
  if (!collects) python.runPython('import gc; gc.disable()');
  const out = [], err = [];
  const sink = (chunks) => ({ write: (bytes) => (chunks.push(Buffer.from(bytes)), bytes.length) });
  python.setStdout(sink(out));
  python.setStderr(sink(err));
  python.globals.set('source', readFileSync(file, 'utf8'));
  python.globals.set('filename', basename(file));
  const status = python.runPython(`sys.argv = [filename]; virtual_loop.run_source(source, filename)`);
  // An error that is ignored when the program is over has no frame then: the oracle's own was all there was.
  const headOfNone = /^Traceback \(most recent call last\):\n(?=\S)/gm;
  return { out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString().replace(ownFrames, '').replace(headOfNone, ''), status };
}

let interpreter;

/** This machine's own CPython (3.13 or newer) and what it runs in. The name alone may be a script that looks for it each time. */
export function systemPython() {
  const env = { ...process.env, PYENV_VERSION: process.env.PYENV_VERSION ?? '3.13.0' };
  interpreter ??= spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8', env }).stdout.trim();
  return { python: interpreter, env };
}

/** With real sockets and files. The library's frames get the place that a reader of expected outputs knows. */
export function expectOfSystem(file) {
  const library = `${folder}/asyncio-${PYODIDE}`;
  if (!existsSync(library)) run('unzip', ['-q', `${folder}/node_modules/pyodide/python_stdlib.zip`, 'asyncio/*', '-d', library]);
  const alone = resolve(file).startsWith(at('tests', 'programs', 'processes'));
  const command = alone ? [basename(file)] : [at('tests', 'oracle', 'network.py'), library, file];
  const { python, env } = systemPython();
  const { stdout, stderr, status } = spawnSync(python, command, { encoding: 'utf8', timeout: 60_000, cwd: alone ? dirname(file) : undefined, env });
  const err = stderr.replaceAll(library, '/lib/python3.14').replaceAll(`${dirname(resolve(file))}/`, '').replace(/"[^"\n]*\/lib\/python3\.\d+\//g, '"/lib/python3.14/');
  return { out: stdout, err: err.replace(/^ {2}File "[^"\n]*network\.py", line \d+, in [\w<>]+\n(?: {4}[^\n]*\n)*/gm, ''), status };
}

const needsSystem = (file) => ['network', 'files', 'processes'].some((folder) => resolve(file).startsWith(at('tests', 'programs', folder)));

const words = process.argv[1] === at('tests', 'oracle', 'expect.mjs') ? process.argv.slice(2) : [];
const show = words[0] === '--show' && words.shift() !== undefined;
for (const file of words) {
  const { out, err, status } = needsSystem(file) ? expectOfSystem(file) : await expect(file);
  if (show) {
    process.stdout.write(out);
    process.stderr.write(err);
    process.exitCode = status;
    continue;
  }
  const beside = (ending, text) => (text === '' ? rmSync(file.replace(/\.py$/, ending), { force: true }) : writeFileSync(file.replace(/\.py$/, ending), text));
  writeFileSync(file.replace(/\.py$/, '.out'), out);
  beside('.err', err);
  beside('.rc', status ? `${status}\n` : '');
  console.log(`${file}: exit ${status}`);
}
