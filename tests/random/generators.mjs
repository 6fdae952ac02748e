// The generators of random programs, a row each: what the tools have to know of one stands here, and none of them asks for a name.
import { createHash } from 'node:crypto';

/** What most generators are. */
const usual = {
  /** Where CPython runs the programs: 'shared', one interpreter for all of them; 'threads', one with threads each, on a clock that
   *  they share; 'sockets', one with sockets each. */
  interpreter: 'shared',
  /** Seconds that a program gets, here and there: one that CPython needs longer for is one that fills the memory. */
  patience: 60,
  /** Megabytes that the engine may fill where that is its own to say: CPython has no limit, and a list of millions fits into it. */
  memory: 256,
  /** Folders of the right programs that a generator puts mistakes into. */
  folders: [],
  /** Whether many programs have no end. Those are counted, and not recorded. */
  endless: false,
  /** Whether a program may change what all that share an interpreter see: what counts is said by one of its own. */
  disturbs: false,
  /** Whether programs end with tracebacks, in which the library's lines and the oracle's own are left out. */
  tracebacks: false,
  /** Whether an automatic collection shows: CPython's comes after so many allocations of its own, and moves who survives it. */
  collects: false,
  /** Whether the 32 bits of Pyodide and its numbers of errors show: what this machine's CPython says counts as well. */
  machine: false,
  /** How often CPython may say something else. Threads of a busy machine may once come too late. */
  tries: 1,
};

const rows = {
  order: { modules: ['random_program'], collects: true },
  surface: { modules: ['random_program', 'random_surface'], collects: true },
  actors: { modules: ['random_program', 'random_surface', 'random_actors'], collects: true },
  corners: { modules: ['random_program', 'random_surface', 'random_actors', 'random_corners'], collects: true },
  threads: { modules: ['random_program', 'random_threads'], interpreter: 'threads', tries: 3 },
  network: { modules: ['random_network'], interpreter: 'sockets' },
  python: { modules: ['random_python'], machine: true, memory: 2048 },
  language: { modules: ['random_python', 'random_language'], machine: true, memory: 2048 },
  scenes: { modules: ['random_python', 'random_language', 'random_scenes'], machine: true, memory: 2048 },
  mistakes: {
    modules: ['mistakes'], folders: ['examples', 'tests/programs/asyncio', 'tests/programs/constructs'],
    patience: 15, endless: true, disturbs: true, tracebacks: true,
  },
};

/** What --generator takes. `modules` make a generator up, the last of them has the Writer. */
export const generators = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, { name, ...usual, ...row }]));

/** Whether its programs are recorded themselves, for they cannot be written again once the right ones have changed. */
export const keptWhole = (generator) => generator.folders.length > 0;

/** What is recorded of other programs, which tells whether a generator still writes the same ones. */
export const hashOf = (program) => createHash('sha256').update(program).digest('hex').slice(0, 16);

/** The generator of a name; ends this process when there is none. */
export function generatorNamed(name) {
  if (Object.hasOwn(generators, name)) return generators[name];
  console.error(`no generator ${name}: there are ${Object.keys(generators).join(', ')}`);
  return process.exit(2);
}
