// CPython 3.14 that stays alive to write and run random programs one after another.
import { fork, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { ask as askCommand, at } from '../../web/tools/run.mjs';
import { normalise, ownFrames } from '../tools/programs.mjs';

const source = (name) => readFileSync(at('tests', 'random', `${name}.py`), 'utf8');

/** Numbers of errors are those of Linux, not of the C library that Pyodide is built with. */
export const ofLinux = (text) => text.replaceAll("(68, 'Result not representable')", "(34, 'Numerical result out of range')");

/** What both say when nothing is left that could wake a program. */
export const WAITS_FOR_EVER = 'nothing ready and no timer set';

/** The oracle's own frames are not CPython's, and lines of the library are not shown. */
export const ofEngine = (text) => text.replace(ownFrames, '')
  .replace(/^Traceback \(most recent call last\):\n {2}File "<sys>", line 0, in <module>\n(?=\S)/gm, '')
  .replaceAll("'builtin_function_or_method'", "'function'") // those of time, which is the oracle's
  .replace(/^(\/lib\/python3\.14\/[^\n]*: \w*Warning: [^\n]*\n) {2}[^\n]*\n/gm, '$1');

/** Standard error as it is recorded. */
export const errorsOf = (generator, text) => (generator.tracebacks ? ofEngine(normalise(text)) : normalise(text));

/** One program of all modules, for an engine that imports no files: its arguments are the size and the seeds. */
export function generatorProgram(generator) {
  const modules = generator.modules.map((name) => source(name)
    .replace(/^if __name__ == "__main__":[^]*$/m, '').replace(/^from \w+ import (HEADER|Writer) as (\w+)$/gm, '$2 = $1'));
  return `${modules.join('\n')}
for seed in sys.argv[2:]:
    sys.stdout.write(Writer(int(seed), int(sys.argv[1])).program() + '\\f')
`;
}

/** Pyodide has no threads: this machine's CPython (3.13 or newer), with a clock that all threads share. */
export function runThreads(text, name, extra = {}) {
  const folder = at('build', 'random', 'threads');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, text);
  const { stdout, stderr, status, signal } = spawnSync('python3', [at('tests', 'random', 'threads_clock.py'), `${folder}/${name}`], {
    encoding: 'utf8', timeout: 60_000, killSignal: 'SIGKILL', env: { ...process.env, PYENV_VERSION: process.env.PYENV_VERSION ?? '3.13.0', ...extra },
  });
  const place = /^ {2}File "[^"\n]*(?:threads_clock\.py|\/lib\/python3[^"\n]*)", line \d+, in [^\n]+\n(?: {4}[^\n]*\n)*/gm;
  return { out: stdout, err: stderr.replace(place, '').replace(/\/[^" ]*\/lib\/python3\.\d+\//g, '/lib/python3.14/'), status: signal ?? status };
}

/** With real sockets each program has an interpreter of its own. */
async function startSocketOracle(generator) {
  const { expectOfSystem, systemPython } = await import('../oracle/expect.mjs');
  const { python } = systemPython();
  const folder = at('build', 'random', `sockets${process.pid}`);
  mkdirSync(folder, { recursive: true });
  return {
    write: (seed, size) => askCommand(python, [at('tests', 'random', `${generator.modules.at(-1)}.py`), String(seed), String(size)]) + '\n',
    run(text, name) {
      writeFileSync(`${folder}/${name}`, text);
      const outcome = expectOfSystem(`${folder}/${name}`);
      rmSync(`${folder}/${name}`);
      return outcome;
    },
    stop() {},
  };
}

/** One interpreter, in this process: a program that breaks it or never ends takes the process along. */
export async function loadGenerator(generator) {
  const { loadOracle } = await import('../oracle/expect.mjs');
  const python = await loadOracle();
  for (const name of ['batch', ...generator.modules]) python.FS.writeFile(`/home/pyodide/${name}.py`, source(name));
  for (const folder of generator.folders) {
    python.FS.mkdirTree(`/home/pyodide/${folder}`);
    for (const name of readdirSync(at(folder)).filter((name) => name.endsWith('.py'))) python.FS.writeFile(`/home/pyodide/${folder}/${name}`, readFileSync(at(folder, name)));
  }
  const write = python.runPython(`
import batch, ${generator.modules.at(-1)} as generator
lambda seed, size: generator.Writer(seed, size).program()`);
  const run = python.runPython(`lambda source, filename: batch.json.dumps(batch.run(source, filename))`);
  return {
    write,
    run(text, name) {
      const [out, err, status] = JSON.parse(run(text, name));
      return { out, err, status };
    },
  };
}

/** Why an oracle gave no answer, and that it is of no more use. */
export class OracleBroke extends Error {}

/** An interpreter in a process of its own; `write` and `run` promise, and are asked one after another. */
function startSharedOracle(generator) {
  const child = fork(at('tests', 'random', 'oracle_process.mjs'), [generator.name], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  const ask = (method, args) => new Promise((answer, give) => {
    const broke = (why) => { settle(); child.kill('SIGKILL'); give(new OracleBroke(why)); };
    let seconds = 0; // counted one by one, since a busy machine's owner may stop all processes for a while
    const timer = setInterval(() => { if (++seconds >= generator.patience) broke(`no answer within ${generator.patience} s`); }, 1000);
    const onExit = (status, signal) => broke(`its process ended (${signal ?? status})`);
    const onMessage = ({ value, error }) => { if (error !== undefined) return broke(error); settle(); answer(value); };
    const settle = () => { clearInterval(timer); child.off('exit', onExit).off('message', onMessage); };
    child.once('exit', onExit).once('message', onMessage);
    child.send({ method, args }, (error) => { if (error) broke(String(error)); });
  });
  return {
    write: (seed, size) => ask('write', [seed, size]),
    run: (text, name) => ask('run', [text, name]),
    stop: () => child.kill(),
  };
}

const start = {
  shared: startSharedOracle,
  threads: (generator) => ({ ...startSharedOracle(generator), run: runThreads }),
  sockets: startSocketOracle,
};

/** What writes a generator's programs and runs them. */
export const startOracle = async (generator) => start[generator.interpreter](generator);

/** What CPython says of a file when it starts for that one alone. With threads the last of several tries has its objects at other
 *  addresses, by which a set of tasks is in order. */
export async function runAlone(generator, file, { last = false, collects = true } = {}) {
  const { expect, expectOfSystem } = await import('../oracle/expect.mjs');
  const ways = {
    shared: () => expect(file, { collects }),
    threads: () => runThreads(readFileSync(file, 'utf8'), file.slice(file.lastIndexOf('/') + 1), last ? { PYTHONMALLOC: 'malloc' } : {}),
    sockets: () => expectOfSystem(file),
  };
  return ways[generator.interpreter]();
}
