// The table of public names of asyncio and of what surrounds it, in engine/ASYNCIO.md: works, differs, not there.
//   node tests/tools/surface.mjs            writes the table by asking the engine; CPython's names are in tests/surface/names.txt
//   node tests/tools/surface.mjs --check    says whether it is stale
//   node tests/tools/surface.mjs --record   asks CPython 3.14 for its names first
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { at } from '../../web/tools/run.mjs';
import { engines, execute } from './programs.mjs';

const program = at('tests', 'surface', 'names.py');
const recorded = at('tests', 'surface', 'names.txt');
const page = at('engine', 'ASYNCIO.md');

/** Names that are there and say that they cannot work here, and why. */
const NOT_THERE = [
  [/^asyncio\.Abstract/, null], // says so in CPython too
  [/\.subprocess_(exec|shell)$|^asyncio\.create_subprocess_(exec|shell)$|^asyncio\.subprocess/, 'there are no other processes'],
  [/\.(connect_read_pipe|connect_write_pipe)$/, 'there are no pipes'],
  [/\.(sendfile|sock_sendfile)$/, 'there are no files'],
  [/\.start_tls$|^asyncio\.sslproto/, 'there is no ssl'],
  [/(terminate|kill)_workers$/, 'there are no other processes'],
  [/(prepare_context|BROKEN)$/, 'of the inside of pools'],
  [/^threading\.(settrace|setprofile)/, 'the VM calls no trace functions'],
  [/^logging\.(FileHandler|handlers\.\w*(File|Socket|Datagram|SMTP|HTTP|SysLog|NTEvent)\w*Handler)$|^contextlib\.chdir$/, 'there is no file system, no other machine'],
];
/** Names that work otherwise than in CPython. */
const DIFFERS = [
  [/^asyncio\.sleep$/, 'a native function: inspect.iscoroutinefunction says no'],
  [/^concurrent\.futures\.ProcessPoolExecutor$/, 'its workers run in lanes of this process, on pickled copies where that is possible'],
];

const isFunction = (kind) => kind === 'function' || kind === 'coroutine function';
const parse = (text) => new Map(text.trim().split('\n').map((line) => line.split('\t')).map(([owner, name, kind]) => [name ? `${owner}.${name}` : owner, kind]));

async function namesOfEngine() {
  const { out, err, status } = await execute(engines.native, program);
  if (status !== 0) throw new Error(err);
  return parse(out);
}

async function record() {
  const { loadOracle } = await import('../oracle/expect.mjs');
  const python = await loadOracle();
  let text = '';
  python.setStdout({ write: (bytes) => ((text += Buffer.from(bytes).toString()), bytes.length) });
  python.runPython(readFileSync(program, 'utf8'));
  writeFileSync(recorded, text);
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

/** The page as it has to be, from the engine as it is built. */
export async function surfacePage() {
  return table(parse(readFileSync(recorded, 'utf8')), await namesOfEngine());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--record') || !existsSync(recorded)) await record();
  const text = await surfacePage();
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    console.error('engine/ASYNCIO.md is stale: npm run surface');
    process.exitCode = 1;
  }
}
