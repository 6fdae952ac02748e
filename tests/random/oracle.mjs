// Generators of random programs, and CPython 3.14 that stays alive to write and run them one after another.
import { readFileSync } from 'node:fs';
import { at } from '../../web/tools/run.mjs';

/** What --generator takes: the modules that make a generator up, the last of which has the Writer. */
export const generators = { order: ['random_program'], surface: ['random_program', 'random_surface'] };

const source = (name) => readFileSync(at('tests', 'random', `${name}.py`), 'utf8');

/** One program of all modules, for an engine that imports no files: its arguments are the size and the seeds. */
export function generatorProgram(generator) {
  const modules = generators[generator].map((name) => source(name)
    .replace(/^if __name__ == "__main__":[^]*$/m, '').replace(/^from random_program import Writer as OrderWriter$/m, 'OrderWriter = Writer'));
  return `${modules.join('\n')}
for seed in sys.argv[2:]:
    sys.stdout.write(Writer(int(seed), int(sys.argv[1])).program() + '\\f')
`;
}

export async function startOracle(generator) {
  const { loadOracle } = await import('../oracle/expect.mjs');
  const python = await loadOracle();
  for (const name of ['batch', ...generators[generator]]) python.FS.writeFile(`/home/pyodide/${name}.py`, source(name));
  const write = python.runPython(`
import batch, ${generators[generator].at(-1)} as generator
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
