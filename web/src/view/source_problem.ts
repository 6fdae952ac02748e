/** A wavy line under what the parser did not understand, with its message as the tip. */
import { StateEffect, StateField } from '@codemirror/state';
import type { Extension, Text } from '@codemirror/state';
import { Decoration, EditorView } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';

/** Lines and columns count from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export const setProblem = StateEffect.define<SyntaxProblem | null>();

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setProblem)) return effect.value ? underline(transaction.state.doc, effect.value) : Decoration.none;
    }
    return transaction.docChanged ? Decoration.none : value;
  },
  provide: (self) => EditorView.decorations.from(self),
});

function underline(doc: Text, problem: SyntaxProblem): DecorationSet {
  const from = offset(doc, problem.line, problem.column);
  const to = offset(doc, problem.endLine, problem.endColumn);
  const line = doc.lineAt(from);
  // A problem at the end of a line has no width; then the whole line is underlined.
  const [start, end] = to > from ? [from, to] : [line.from, line.to];
  if (end <= start) return Decoration.none;
  return Decoration.set(Decoration.mark({ class: 'problem', attributes: { title: problem.message } }).range(start, end));
}

function offset(doc: Text, line: number, column: number): number {
  const at = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(at.to, at.from + Math.max(0, column - 1));
}

export const problemExtension: Extension = field;
