/** What lies beside the program: tabs over its box, and one of the files as a listing in its place. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { TEXT } from '../model/text';
import { tabs } from './box';
import { wordView } from './listing';
import { wordsOf } from './python_words';
import type { Word } from './python_words';

/** What a tab stands for: a file's path, or '' for the program. */
export function fileTabs(paths: readonly string[], shown: string, choose: (path: string) => void): TemplateResult {
  return html`<div class="file-tabs">
    ${tabs(TEXT.files.label, ['', ...paths], shown, (path) => path || TEXT.files.program, choose)}
  </div>`;
}

export function fileView(path: string, content: string | Uint8Array): TemplateResult {
  const rows = typeof content === 'string' ? guard([content], () => linesOf(path, content).map(row)) : html`<p class="empty">${TEXT.files.bytes(content.length)}</p>`;
  return html`<div class="file-window">
    <div class="listing" tabindex="0" role="group" aria-label=${TEXT.files.shown(path)}>${rows}</div>
  </div>`;
}

function linesOf(path: string, content: string): Word[][] {
  const lines = path.endsWith('.py') ? wordsOf(content) : content.split('\n').map((text): Word[] => [{ kind: 'plain', text }]);
  const last = lines.at(-1) ?? [];
  return last.every(({ text }) => text === '') ? lines.slice(0, -1) : lines;
}

function row(words: readonly Word[], index: number): TemplateResult {
  // No blank between the parts of a line: each would be seen.
  return html`<div class="line-row"><span class="gutters"><span class="number" aria-hidden="true">${index + 1}</span></span
    ><span class="code">${words.map((word) => wordView(word, null))}${words.length === 0 ? '\u200b' : ''}</span></div>`;
}
