/** The changes that mistake cards offer, where more than one place of a line has to change. Null: no simple change helps. */
import type { Fix } from './mistakes';
import { escaped, indentOf } from './source_lines';
import type { SourceLines } from './source_lines';

const INDENT = '    ';

function shifted(lines: readonly string[], by: number): string[] {
  return lines.map((text) => (text.trim() === '' ? text : by >= 0 ? ' '.repeat(by) + text : text.slice(-by)));
}

/** The last line of the block that a line opens; the line itself when it opens none. */
function endOfBlock(source: SourceLines, head: number): number {
  const indent = indentOf(source.at(head));
  let last = head;
  for (let n = source.nextCode(head); n > 0 && indentOf(source.at(n)) > indent; n = source.nextCode(n)) last = n;
  return last;
}

/** The line that opens the block in which a line stands, as far out as `head` fits; 0: there is none. */
function headOf(source: SourceLines, line: number, head: RegExp): number {
  let indent = indentOf(source.at(line));
  for (let n = line - 1; n >= 1 && indent > 0; n--) {
    const text = source.at(n);
    if (text.trim() === '' || indentOf(text) >= indent) continue;
    indent = indentOf(text);
    if (head.test(text)) return n;
    if (/^\s*(async\s+)?(def|class)\b/.test(text)) return 0;
  }
  return 0;
}

/** A task whose error nobody looked at is awaited before its function ends, or where its name is given up. */
export function awaitAtTheEnd(source: SourceLines, line: number): Fix | null {
  const name = /^\s*(\w+)\s*=\s*(?:asyncio\.|loop\.)?(?:create_task|ensure_future)\(/.exec(source.at(line))?.[1];
  const bare = /^(\s*)(?:asyncio|loop)\.(?:create_task|ensure_future)\((.*)\)\s*$/.exec(source.at(line));
  const within = source.asyncDefOf(line);
  if (within === 0) return null;
  if (bare) return { line, remove: [source.at(line)], insert: [`${bare[1] ?? ''}await ${bare[2] ?? ''}`] };
  if (name === undefined || indentOf(source.at(line)) !== indentOf(source.at(source.nextCode(within)))) return null;
  const end = endOfBlock(source, within);
  const gone = new RegExp(`^\\s*(?:del\\s+${escaped(name)}|${escaped(name)}\\s*=)`);
  let last = line;
  for (let n = source.nextCode(line); n > 0 && n <= end && !gone.test(source.at(n)) && !/^\s*return\b/.test(source.at(n)); n = source.nextCode(n)) last = n;
  return { line: last, remove: [source.at(last)], insert: [source.at(last), `${' '.repeat(indentOf(source.at(line)))}await ${name}`] };
}

/** A loop that makes tasks makes them in a group, which keeps them and waits for them. */
export function groupAround(source: SourceLines, line: number): Fix | null {
  const head = headOf(source, line, /^\s*(async\s+)?(for|while)\b/);
  if (head === 0) return null;
  const before = source.lines.slice(head - 1, endOfBlock(source, head));
  const pad = ' '.repeat(indentOf(source.at(head)));
  const after = shifted(before, INDENT.length).map((text, n) => (head + n === line ? text.replace(/\b(asyncio|loop)\.(create_task|ensure_future)\(/, 'group.create_task(') : text));
  return { line: head, remove: before, insert: [`${pad}async with asyncio.TaskGroup() as group:`, ...after] };
}

const GATHER = /^(\s*)(?:([\w\s,]+?)\s*=\s*)?await\s+asyncio\.gather\((.*)\)\s*$/;

/** The arguments are coroutines made here: a group can make tasks of them. */
function makesCoroutines(given: string): boolean {
  return !/=|create_task|ensure_future/.test(given) && /^(?:\s*\*?\(?[\w.]+\((?:[^()]|\([^()]*\))*\)(?:\s+for\b.*)?\)?\s*,?)+$/.test(given);
}

/** A gather becomes a task group, which cancels the others; clauses around it catch what a group raises. */
export function groupForGather(source: SourceLines, line: number): Fix | null {
  const [, pad = '', names, given = ''] = GATHER.exec(source.at(line)) ?? [];
  if (given.trim() === '' || !makesCoroutines(given)) return null;
  const insert = [
    `${pad}async with asyncio.TaskGroup() as group:`,
    `${pad}${INDENT}tasks = [group.create_task(each) for each in [${given.replace(/,\s*$/, '')}]]`,
    ...(names === undefined ? [] : [`${pad}${names} = [task.result() for task in tasks]`]),
  ];
  const last = lastClause(source, line);
  const rest = source.lines.slice(line, last).map((text) => (indentOf(text) < pad.length ? text.replace(/^(\s*)except\s+(?!\*)/, '$1except* ') : text));
  return { line, remove: source.lines.slice(line - 1, last), insert: [...insert, ...rest] };
}

/** The last `except` of the `try` in which a line stands; the line itself when it stands in none. */
function lastClause(source: SourceLines, line: number): number {
  const head = headOf(source, line, /^\s*try\s*:/);
  if (head === 0) return line;
  const indent = indentOf(source.at(head));
  let last = line;
  for (let n = source.nextCode(line); n > 0 && indentOf(source.at(n)) >= indent; n = source.nextCode(n)) {
    if (indentOf(source.at(n)) > indent) continue;
    if (!/^\s*(except|else|finally)\b/.test(source.at(n))) break;
    if (/^\s*except\s+\S/.test(source.at(n))) last = n;
  }
  return last;
}

/** A slow await that begins or ends the block of a lock moves out of it. */
export function outOfLock(source: SourceLines, line: number): Fix | null {
  const head = headOf(source, line, /^\s*async\s+with\b/);
  const last = head === 0 ? 0 : endOfBlock(source, head);
  if (last === head || last === source.nextCode(head)) return null;
  const block = source.lines.slice(head - 1, last);
  const slow = source.at(line);
  const out = slow.slice(indentOf(slow) - indentOf(source.at(head)));
  if (line === source.nextCode(head)) return { line: head, remove: block, insert: [out, ...block.filter((_, n) => head + n !== line)] };
  if (line !== last) return null;
  return { line, remove: [slow], insert: [out] };
}

/** What is waited for in vain gets a time limit: then the program ends, and says where it stood. */
export function limited(source: SourceLines, line: number): Fix | null {
  const text = source.at(line);
  const after = text.replace(/^(\s*)async\s+with\s+(?!asyncio\.timeout)/, '$1async with asyncio.timeout(1), ').replace(/^(\s*(?:\w+\s*=\s*)?)await\s+((?:[\w.]+)(?:\(.*\))?)\s*$/, '$1await asyncio.wait_for($2, 1)');
  return after === text ? null : { line, remove: [text], insert: [after] };
}

/** What a call is made on: a name with dots, or a call of one. */
const RECEIVER = String.raw`((?:\w+\.)*\w+(?:\((?:[^()]|\([^()]*\))*\))?)`;
const ARGUMENTS = String.raw`\(((?:[^()]|\([^()]*\))*)\)(?!\s*[.\[(])`;

/** A call becomes an await, which only a coroutine's own line may have. */
function awaited(source: SourceLines, line: number, method: string, by: (receiver: string, given: string) => string): Fix | null {
  const text = source.at(line);
  if (/\blambda\b/.test(text) || (/\bfor\b/.test(text) && !/^\s*for\b[^:]*:\s*$/.test(text))) return null;
  const after = text.replace(new RegExp(`(?<!\\bawait\\s+)(?<![\\w.)\\]])${RECEIVER}\\.${method}${ARGUMENTS}`), (_, receiver: string, given: string) => by(receiver, given.trim()));
  return after === text ? null : { line, remove: [text], insert: [after] };
}

/** A thread's wait is waited for in a thread. */
export function insideThread(source: SourceLines, line: number, method: string): Fix | null {
  return awaited(source, line, method, (receiver, given) => `await asyncio.to_thread(${receiver}.${method}${given === '' ? '' : `, ${given}`})`);
}

/** The result of a thread's future is awaited; a time limit stays one. */
export function wrapped(source: SourceLines, line: number): Fix | null {
  return awaited(source, line, 'result', (receiver, given) => {
    const limit = given.replace(/^timeout\s*=\s*/, '');
    return limit === '' ? `await asyncio.wrap_future(${receiver})` : `await asyncio.wait_for(asyncio.wrap_future(${receiver}), ${limit})`;
  });
}
