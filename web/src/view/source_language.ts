/** Python for the editor: its grammar, what can be folded, and how the next line is indented. */
import { LRLanguage, foldInside, foldNodeProp, indentService } from '@codemirror/language';
import type { IndentContext } from '@codemirror/language';
import type { EditorState, Extension } from '@codemirror/state';
import { parser } from '@lezer/python';

const UNIT = 4;

const language = LRLanguage.define({
  name: 'python',
  parser: parser.configure({ props: [foldNodeProp.add({ 'ArrayExpression DictionaryExpression SetExpression TupleExpression': foldInside })] }),
  languageData: {
    commentTokens: { line: '#' },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', "'''", '"""'], stringPrefixes: ['f', 'r', 'b', 'rb', 'F', 'R', 'B'] },
    indentOnInput: /^\s*(?:else|finally|elif .*|except\b.*|case .*):$|^\s*[)\]}]$/,
  },
});

/** As the line before, one level in behind a colon or an open bracket, one out behind what leaves its block. */
function indentAt(context: IndentContext, position: number): number {
  const breaks = context.simulatedBreak === position;
  const own = context.lineAt(position, 1).text.trim();
  const text = (breaks ? context.lineAt(position, -1).text : textBefore(context.state, position)).replace(/#.*$/, '').trimEnd();
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  if (!breaks && /^(else|finally)\s*:|^(elif|except)\b/.test(own)) return text.endsWith(':') ? indent : Math.max(0, indent - UNIT);
  if (/[:([{]$/.test(text)) return /^[)\]}]/.test(own) ? indent : indent + UNIT;
  return /^\s*(return|raise|pass|break|continue)\b/.test(text) ? Math.max(0, indent - UNIT) : indent;
}

/** The last line before a place that has something in it. */
function textBefore(state: EditorState, position: number): string {
  let number = state.doc.lineAt(position).number - 1;
  while (number >= 1 && state.doc.line(number).text.trim() === '') number--;
  return number >= 1 ? state.doc.line(number).text : '';
}

export const pythonExtension: Extension = [language, indentService.of(indentAt)];
