// The tables of public names: of asyncio and what surrounds it, in engine/ASYNCIO.md, and of the standard library, in engine/PYTHON.md:
// works, differs, not there.
//   node tests/tools/surface.mjs            writes the tables by asking the engine; CPython's names are in tests/surface/*.txt
//   node tests/tools/surface.mjs --check    says whether they are stale
//   node tests/tools/surface.mjs --record   asks CPython 3.14 for its names first
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { at } from '../../web/tools/run.mjs';
import { engines, execute } from './programs.mjs';

const program = at('tests', 'surface', 'names.py');
const recorded = at('tests', 'surface', 'names.txt');
const page = at('engine', 'ASYNCIO.md');
const libraryProgram = at('tests', 'surface', 'python_names.py');
const libraryRecorded = at('tests', 'surface', 'python_names.txt');
const libraryPage = at('engine', 'PYTHON.md');

/** Names that are there and say that they cannot work here, and why. */
const NOT_THERE = [
  [/^asyncio\.Abstract/, null], // says so in CPython too
  [/\.subprocess_(exec|shell)$|^asyncio\.create_subprocess_(exec|shell)$|^asyncio\.subprocess/, 'there are no other processes'],
  [/\.(connect_read_pipe|connect_write_pipe)$/, 'there are no pipes'],
  [/\.start_tls$|^asyncio\.sslproto/, 'there is no ssl'],
  [/(terminate|kill)_workers$/, 'there are no other processes'],
  [/(prepare_context|BROKEN)$/, 'of the inside of pools'],
  [/^threading\.(settrace|setprofile)/, 'the VM calls no trace functions'],
  [/^logging\.handlers\.\w*(Socket|Datagram|SMTP|HTTP|SysLog|NTEvent)\w*Handler$/, 'there is no other machine'],
];
/** Names that work otherwise than in CPython. */
const DIFFERS = [
  [/^concurrent\.futures\.ProcessPoolExecutor$/, 'its workers run in lanes of this process, on pickled copies where that is possible'],
];

const isFunction = (kind) => kind === 'function' || kind === 'coroutine function';
const parse = (text) => new Map(text.trim().split('\n').map((line) => line.split('\t')).map(([owner, name, kind]) => [name ? `${owner}.${name}` : owner, kind]));

async function namesOfEngine(file = program) {
  const { out, err, status } = await execute(engines.native, file);
  if (status !== 0) throw new Error(err);
  return parse(out);
}

async function record(from, to) {
  const { loadOracle } = await import('../oracle/expect.mjs');
  const python = await loadOracle();
  let text = '';
  python.setStdout({ write: (bytes) => ((text += Buffer.from(bytes).toString()), bytes.length) });
  python.runPython(readFileSync(from, 'utf8'));
  writeFileSync(to, text);
}

/** Modules that cannot be here, and why. */
const NO_MODULE = [
  [/^(ssl|smtplib|ftplib|webbrowser)$/, 'there is no network outside of the run'],
  [/^(subprocess|venv|pdb|runpy)$/, 'there are no other programs'],
  [/^(ctypes|mmap|tkinter|sqlite3|dbm)$/, 'there is no native code but the engine\'s own'],
  [/^(resource)$/, 'there is no operating system'],
];

/** A line for each module: how much of it is there, and what is not. */
function libraryTable(theirs, ours) {
  const rows = [], missing = [];
  const modulesOf = new Set([...theirs].filter(([, kind]) => kind === 'module' || kind === 'not there').map(([name]) => name));
  const names = (map, module) => [...map.keys()]
    .filter((name) => name.slice(0, name.lastIndexOf('.')) === module && !modulesOf.has(name));
  const modules = [...modulesOf].filter((name) => theirs.get(name) === 'module' || ours.get(name) === 'module' || NO_MODULE.some(([pattern]) => pattern.test(name)));
  for (const module of modules) {
    if (ours.get(module) !== 'module') {
      const why = NO_MODULE.find(([pattern]) => pattern.test(module))?.[1] ?? 'not yet';
      missing.push(`| \`${module}\` | ${why} |`);
      continue;
    }
    const all = names(theirs, module);
    const same = (name) => ours.get(name) === theirs.get(name) || (ours.get(name) === 'class' && theirs.get(name) === 'function')
      || (ours.get(name) === 'function' && theirs.get(name) === 'class');
    const quote = (list) => {
      const short = list.map((name) => name.slice(module.length + 1));
      const constants = short.filter((name) => /^[A-Z][A-Z0-9]*_?[A-Z0-9_]*$/.test(name));
      const shown = constants.length > 6 ? short.filter((name) => !constants.includes(name)) : short;
      return [...shown.map((name) => `\`${name}\``), ...(constants.length > 6 ? [`${constants.length} constants`] : [])].join(', ');
    };
    const absent = all.filter((name) => !ours.has(name));
    const other = all.filter((name) => ours.has(name) && !same(name));
    rows.push(`| \`${module}\` | ${all.length - absent.length - other.length} | ${quote(other)} | ${quote(absent)} |`);
  }
  return `# The standard library, module by module

Written by \`npm run surface\`, which compares public names with CPython 3.14's. A name is there when it is and is the same kind of thing
(a class may be a function, and the other way round); what it does is what \`tests/programs\` compares with CPython.

| module | names there | differ | missing |
|---|---|---|---|
${rows.join('\n')}

## Modules that are not there

An import fails as that of any module that is not there, and a line below the error says that, and why, it is Loopscope that has not got it.

| module | why |
|---|---|
${missing.join('\n')}
`;
}

/** The page of the library as it has to be. */
export async function libraryPageText() {
  return libraryTable(parse(readFileSync(libraryRecorded, 'utf8')), await namesOfEngine(libraryProgram));
}

function judge(name, kind, ours) {
  const why = (rules) => rules.find(([pattern]) => pattern.test(name))?.[1];
  if (ours === undefined || ours === 'not there') return ['not there', why(NOT_THERE) ?? ''];
  if (why(NOT_THERE)) return ['not there', why(NOT_THERE)];
  if (why(DIFFERS)) return ['differs', why(DIFFERS)];
  if (kind === ours || (isFunction(kind) && isFunction(ours)) || (kind === 'function' && ours === 'class')) return ['works', ''];
  return ['differs', `a ${ours}, not a ${kind}`];
}

function table(theirs, ours) {
  const groups = new Map();
  for (const [name, kind] of theirs) {
    const owner = name.slice(0, name.lastIndexOf('.'));
    if (!groups.has(owner)) groups.set(owner, { works: [], others: [] });
    const [verdict, why] = judge(name, kind, ours.get(name));
    if (verdict === 'works') groups.get(owner).works.push(name.slice(owner.length + 1));
    else groups.get(owner).others.push(`| \`${name}\` | ${verdict} | ${why} |`);
  }
  const count = [...groups.values()].reduce((sum, { works, others }) => [sum[0] + works.length, sum[1] + others.length], [0, 0]);
  const parts = [`# asyncio and what surrounds it, name by name

Written by \`npm run surface\`, which compares \`dir()\` with CPython 3.14's: ${count[0]} public names work, ${count[1]} differ or are not there.
A name works when it is there and is the same kind of thing; what it does is what \`tests/programs\` compares with CPython.
`];
  for (const [owner, { works, others }] of groups) {
    parts.push(`## ${owner}\n`);
    if (works.length > 0) parts.push(`Works: ${works.map((name) => `\`${name}\``).join(', ')}.\n`);
    if (others.length > 0) parts.push(`| | | |\n|---|---|---|\n${others.join('\n')}\n`);
  }
  return parts.join('\n');
}

/** What works, name by name: [{ owner, name, kind }]. */
export async function workingNames() {
  const ours = await namesOfEngine();
  return [...parse(readFileSync(recorded, 'utf8'))].filter(([name, kind]) => judge(name, kind, ours.get(name))[0] !== 'not there')
    .map(([name, kind]) => ({ owner: name.slice(0, name.lastIndexOf('.')), name: name.slice(name.lastIndexOf('.') + 1), kind }));
}

/** The page as it has to be, from the engine as it is built. */
export async function surfacePage() {
  return table(parse(readFileSync(recorded, 'utf8')), await namesOfEngine());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--record') || !existsSync(recorded)) await record(program, recorded);
  if (process.argv.includes('--record') || !existsSync(libraryRecorded)) await record(libraryProgram, libraryRecorded);
  for (const [file, text] of [[page, await surfacePage()], [libraryPage, await libraryPageText()]]) {
    if (!process.argv.includes('--check')) writeFileSync(file, text);
    else if (readFileSync(file, 'utf8') !== text) {
      console.error(`${file} is stale: npm run surface`);
      process.exitCode = 1;
    }
  }
}
