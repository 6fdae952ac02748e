// Is each public name of asyncio and of what surrounds it tested? The engine runs as if the name were not there, and again as if it did
// nothing (a function returns None, a class is an empty one, a value is None); a program of tests/programs or examples that has
// the name in it has to print something else each time.
//   node tests/tools/without.mjs [--only=PATTERN] [--verbose]     --verbose: who noticed
//   node tests/tools/without.mjs --record                         writes tests/surface/noticed.txt: who noticed, to be asked first
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { createInterface } from 'node:readline';
import { at, root } from '../../web/tools/run.mjs';
import { find, inParallel } from './programs.mjs';
import { workingNames } from './surface.mjs';

/** Names that do nothing in CPython either, so that doing nothing is no difference: that they are there is all there is to see. */
const IDLE = [
  /Protocol\.(connection_made|connection_lost|data_received|eof_received|buffer_updated|get_buffer|pause_writing|resume_writing|datagram_received|error_received|process_exited|pipe_data_received|pipe_connection_lost)$/,
  /^logging\.NullHandler\.(emit|handle|createLock|flush)$/,
  /^logging\.Handler\.flush$/,
  /^concurrent\.futures\.Executor\.shutdown$/,
  /^threading\.get(trace|profile)$/, // nothing can be set here
];

const isIdle = (name) => IDLE.some((pattern) => pattern.test(name));

const hints = at('tests', 'surface', 'noticed.txt');
const firstAsked = new Map(existsSync(hints) ? readFileSync(hints, 'utf8').trim().split('\n').map((line) => line.split('\t')).map(([name, ...by]) => [name, by]) : []);

const word = (name) => new RegExp(`\\b${name}\\b`);
const programs = find('examples', 'tests/programs')
  .map((file) => ({ file: relative(root, file), text: readFileSync(file, 'utf8') }))
  .sort((a, b) => a.text.length - b.text.length);

/** Programs that have the name in them; those with its class or module first, short ones before long ones. */
function candidates(owner, name) {
  const near = word(owner.split('.').at(-1)), used = new RegExp(`\\.${name}\\b|import .*\\b${name}\\b`);
  const rank = ({ text }) => (used.test(text) ? 0 : 2) + (near.test(text) ? 0 : 1);
  const having = programs.filter(({ text }) => word(name).test(text));
  const hinted = (firstAsked.get(`${owner}.${name}`) ?? []).filter((file) => having.some((program) => program.file === file));
  const others = having.map((program) => ({ file: program.file, rank: rank(program) })).sort((a, b) => a.rank - b.rank).map(({ file }) => file);
  return [...new Set([...hinted, ...others])];
}

/** Asks one process about some names, in order; tells of each what noticed that it was missing, and that it was spoilt. */
async function ask(names, tell) {
  const child = spawn(at('build', 'native', 'surface_without'), ['tests/surface/without.py'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.on('error', () => {});
  child.stdin.end(names.map(({ owner, name, kind }) => [owner, name, isIdle(`${owner}.${name}`) ? 'idle' : kind, ...candidates(owner, name)].join('\t') + '\n').join(''));
  let answered = 0, missing;
  for await (const line of createInterface({ input: child.stdout })) {
    const [how, program] = line.split('\t');
    if (how === 'missing') missing = program;
    else tell(names[answered++], { missing, spoilt: program });
  }
  if (answered === names.length) return;
  tell(names[answered], { broke: true });
  await ask(names.slice(answered + 1), tell);
}

/** What nobody notices: [{ name, how }]. */
export async function unnoticed({ only = '', told = () => {} } = {}) {
  const names = (await workingNames())
    .filter(({ owner, name }) => new RegExp(only).test(`${owner}.${name}`));
  const found = [], owners = new Map();
  for (const each of names) owners.set(each.owner, [...(owners.get(each.owner) ?? []), each]);
  // An owner's names stay together: what a program prints unchanged is found out once for each owner.
  await inParallel([...owners.values()].sort((a, b) => b.length - a.length), (group) => ask(group, ({ owner, name }, by) => {
    told(`${owner}.${name}`, by);
    if (by.broke) found.push({ name: `${owner}.${name}`, how: 'what breaks the engine' });
    else for (const how of ['missing', 'spoilt']) if (by[how] === '') found.push({ name: `${owner}.${name}`, how });
  }));
  return { count: names.length, found };
}

if (process.argv[1] === at('tests', 'tools', 'without.mjs')) {
  const option = (name, otherwise) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3) ?? otherwise;
  const noticed = [];
  const told = (name, by) => {
    noticed.push([name, ...new Set([by.spoilt, by.missing].filter(Boolean))].join('\t') + '\n');
    if (process.argv.includes('--verbose')) console.log(name, by.missing || '-', by.spoilt || '-');
  };
  const { count, found } = await unnoticed({ only: option('only', ''), told });
  if (process.argv.includes('--record')) writeFileSync(hints, noticed.sort().join(''));
  for (const { name, how } of found) console.log(how.startsWith('what') ? `${name} missing or spoilt breaks the engine` : `nobody notices that ${name} is ${how}`);
  console.log(`names: ${count}, ${new Set(found.map(({ name }) => name)).size} of them without a test that sees them`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
