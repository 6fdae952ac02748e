/** What helps while typing, loaded when the editor first has the focus: completion with one-line docs, closing brackets. */
import { autocompletion, closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';
import { ASYNCIO_NAMES, MEMBER_NAMES, PYTHON_WORDS } from '../../model/later/names';
import type { Documented } from '../../model/later/names';

function options(names: readonly Documented[]): Completion[] {
  return names.map(([label, type, detail]) => ({ label, type, info: detail }));
}

const asyncioOptions = options(ASYNCIO_NAMES);
const memberOptions = options(MEMBER_NAMES);
const words = PYTHON_WORDS.map((label): Completion => ({ label, type: 'keyword' }));

/** What may stand behind a dot. */
function members(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(/[\w)\]]+\.\w*/);
  if (!before) return null;
  const dot = before.text.lastIndexOf('.');
  const of = before.text.slice(0, dot);
  return { from: before.from + dot + 1, options: of === 'asyncio' ? asyncioOptions : memberOptions, validFor: /^\w*$/ };
}

/** A longer program is not read through at each key. */
const MOST_CHARACTERS = 50_000;

/** Names of Python itself and those of the program; not behind a dot. */
function plainWords(context: CompletionContext): CompletionResult | null {
  const before = context.matchBefore(/[.\w]+/);
  if (!before || before.text.includes('.') || /^\d/.test(before.text)) return null;
  const known = new Set(PYTHON_WORDS).add(before.text);
  const own: Completion[] = [];
  for (const [word] of context.state.sliceDoc(0, MOST_CHARACTERS).matchAll(/\b[A-Za-z_]\w{2,}\b/g)) {
    if (known.has(word)) continue;
    known.add(word);
    own.push({ label: word, type: 'variable' });
  }
  return { from: before.from, options: [...own, ...words], validFor: /^\w*$/ };
}

export { startCompletion } from '@codemirror/autocomplete';

export const typing: Extension = [
  closeBrackets(),
  autocompletion({ override: [members, plainWords], icons: false }),
  keymap.of(closeBracketsKeymap),
];
