/** A Python program's words by kind, for the colours of the listing. What it does not know is plain. */

export type WordKind = 'keyword' | 'string' | 'number' | 'comment' | 'defined' | 'call' | 'plain';

export interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const KEYWORDS = new Set(
  ('and as assert async await break class continue def del elif else except finally for from global if import in is lambda match case ' +
    'nonlocal not or pass raise return try type while with yield').split(' '),
);
/** Keywords in their place only. */
const SOFT = new Set(['match', 'case', 'type']);
const VALUES = new Set(['True', 'False', 'None']);

const TOKEN =
  /(?<comment>#[^\n]*)|(?<prefix>(?<![\p{L}\p{N}_])[rRbBuUfFtT]{0,2})(?<quote>"""|'''|"|')|(?<number>\b\d[\w.]*|\.\d[\w.]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)|(?<rest>\s+|[^\s])/gsuy;

/** Whether a file is a program, by its path; '' is the program that runs. */
export const isPython = (path: string): boolean => path === '' || path.endsWith('.py');

/** The words of each line, in order; together they are the text. */
export function wordsOf(program: string): Word[][] {
  const lines: Word[][] = [[]];
  for (const { kind, text } of scan(program)) {
    text.split('\n').forEach((part, index) => {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    });
  }
  return lines;
}

function scan(program: string): Word[] {
  const words: Word[] = [];
  const pattern = new RegExp(TOKEN);
  let before = '';
  for (let found = pattern.exec(program); found !== null; found = pattern.exec(program)) {
    const { comment, prefix = '', quote, number, name } = found.groups ?? {};
    const at = pattern.lastIndex;
    if (quote !== undefined) {
      const end = endOfString(program, at, quote);
      const string = program.slice(found.index, end);
      if (/[ft]/i.test(prefix)) words.push(...formatted(string, prefix.length + quote.length));
      else words.push({ kind: 'string', text: string });
      pattern.lastIndex = end;
    } else if (name !== undefined) words.push({ kind: kindOf(name, before, program.slice(at, at + 40)), text: name });
    else words.push({ kind: comment !== undefined ? 'comment' : number !== undefined ? 'number' : 'plain', text: found[0] });
    if (found[0].trim() !== '') before = found[0];
  }
  return words;
}

function kindOf(name: string, before: string, after: string): WordKind {
  if (before === 'def' || before === 'class') return 'defined';
  if (VALUES.has(name)) return 'number';
  if (before !== '.' && KEYWORDS.has(name) && !(SOFT.has(name) && !/^ +[\w("'[{-][^=]*/.test(after))) return 'keyword';
  return /^\s*\(/.test(after) ? 'call' : 'plain';
}

/** Behind the closing quote; of a string that is not closed, the end of its line or of the program. */
function endOfString(program: string, from: number, quote: string): number {
  for (let at = from; at < program.length; at++) {
    if (program[at] === '\\') at++;
    else if (program.startsWith(quote, at)) return at + quote.length;
    else if (program[at] === '\n' && quote.length === 1) return at;
  }
  return program.length;
}

/** A string whose fields in braces are programs of their own; `head` characters come before its text. */
function formatted(string: string, head: number): Word[] {
  const words: Word[] = [];
  let done = 0;
  for (let at = head; at < string.length; at++) {
    if (string[at] !== '{') continue;
    if (string[at + 1] === '{') {
      at++;
      continue;
    }
    const end = endOfField(string, at);
    words.push({ kind: 'string', text: string.slice(done, at) }, ...scan(string.slice(at, end)));
    done = end;
    at = end - 1;
  }
  return [...words, { kind: 'string', text: string.slice(done) }];
}

function endOfField(string: string, from: number): number {
  let depth = 0;
  for (let at = from; at < string.length; at++) {
    if (string[at] === '{') depth++;
    else if (string[at] === '}' && --depth === 0) return at + 1;
  }
  return string.length;
}
