/** The program as a listing with the marks of a run: what stands in the source's box until the reader comes near the editor. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { TEXT } from '../model/text';
import { docstringTail } from './docstring';
import { isPython, wordsOf } from './python_words';
import type { Word } from './python_words';
import { toneClass } from './shapes';
import { MOST_TOLD, amountFor, awaitLook, byLine, noteFits, runMarker, straightNote, waitChips, waitMarker } from './source_chips';
import type { Room } from './source_chips';
import type { AwaitMark, SourceMarks, WaitMark } from './source_marks_types';

export interface ListingLook {
  readonly text: string;
  /** The path of what is shown; '': the program. Breakpoints are the program's. */
  readonly file: string;
  /** Folds the program's docstring. */
  readonly brief: boolean;
  readonly marks: SourceMarks;
  /** The lines with a breakpoint. */
  readonly stops: ReadonlySet<number>;
  readonly room: Room;
}

export interface ListingActions {
  /** Sets the breakpoint of a line or takes it away. */
  readonly stop: (line: number) => void;
}

/** Lines that are not shown: from the second of a folded docstring to its last. */
interface Fold {
  readonly first: number;
  readonly last: number;
  /** What of the last one is still to be seen, behind the placeholder. */
  readonly rest: number;
}

function foldOf(text: string): Fold | null {
  const tail = docstringTail(text);
  if (!tail) return null;
  const lineAt = (place: number): number => text.slice(0, place).split('\n').length;
  return { first: lineAt(tail.from) + 1, last: lineAt(tail.to), rest: tail.to - text.lastIndexOf('\n', tail.to - 1) - 1 };
}

let known: { text: string; lines: Word[][] } = { text: '', lines: [[]] };

/** The words of the text that was asked for last are kept: its marks change, it does not. */
function linesOf(text: string, file = ''): Word[][] {
  if (!isPython(file)) return text.split(/\r?\n/).map((line): Word[] => (line === '' ? [] : [{ kind: 'plain', text: line }]));
  if (known.text !== text) known = { text, lines: wordsOf(text) };
  return known.lines;
}

export function listingView(look: ListingLook, actions: ListingActions): TemplateResult {
  return html`<div class="listing" tabindex="0" role="group" aria-label=${look.file ? TEXT.files.editor(look.file) : TEXT.player.editor}>
    ${guard([look.text, look.file, look.brief, JSON.stringify([look.marks, [...look.stops], look.room])], () => rowsOf(look, actions))}
  </div>`;
}

function rowsOf({ text, file, brief, marks, stops, room }: ListingLook, actions: ListingActions): unknown[] {
  const fold = brief && file === '' ? foldOf(text) : null;
  const waits = byLine(marks.waits);
  const awaits = new Map(marks.awaits.map((mark) => [mark.line, mark]));
  return linesOf(text, file).flatMap((words, index) => {
    const line = index + 1;
    if (fold && line >= fold.first && line <= fold.last) return [];
    const folded = fold && line === fold.first - 1 ? tailOf(linesOf(text)[fold.last - 1] ?? [], fold.rest) : null;
    const look: Row = { line, words, folded, stopped: isPython(file) ? stops.has(line) : null, marks, waits: waits.get(line) ?? [], awaited: awaits.get(line), room };
    return [guard([words, seen(look)], () => row(look, actions))];
  });
}

/** What stands behind so many characters of a line. */
function tailOf(words: readonly Word[], skip: number): Word[] {
  let at = 0;
  return words.flatMap(({ kind, text }) => {
    const cut = Math.max(0, skip - at);
    at += text.length;
    return cut < text.length ? [{ kind, text: text.slice(cut) }] : [];
  });
}

interface Row {
  readonly line: number;
  readonly words: readonly Word[];
  /** The end of the lines that are folded away behind this one; null: none are. */
  readonly folded: readonly Word[] | null;
  /** It has a breakpoint; null: no line of this text can have one. */
  readonly stopped: boolean | null;
  readonly marks: SourceMarks;
  readonly waits: readonly WaitMark[];
  readonly awaited: AwaitMark | undefined;
  readonly room: Room;
}

/** All that the look of a line depends on, but its words: most lines stay as they are from picture to picture. */
function seen({ line, folded, stopped, marks, waits, awaited, room }: Row): string {
  const { running, error } = marks;
  const who = waits.length > 0 ? [waits.length, waits.slice(0, MOST_TOLD)] : 0;
  return JSON.stringify([line, stopped, running?.line === line ? running.colour : null, error === line, who, awaited, folded, who === 0 && !awaited ? 0 : room]);
}

function row({ line, words, folded, stopped, marks, waits, awaited, room }: Row, actions: ListingActions): TemplateResult {
  const running = marks.running?.line === line ? marks.running : null;
  const look = awaited ? awaitLook(awaited) : null;
  const code = words.map((word, index) => wordView(word, isAwait(words, index) ? look : null));
  const length = words.reduce((sum, { text }) => sum + text.length, 0);
  const awaiting = words.filter((_, index) => isAwait(words, index)).length;
  const note = look?.how === 'straight' && awaiting === 1 && noteFits(length, room) ? straightNote(look.title) : nothing;
  const marker = running ? runMarker(running.colour) : waits.length > 0 ? waitMarker(waits.map(({ colour }) => colour)) : nothing;
  const chips = waits.length > 0 ? waitChips(waits, amountFor(waits, length, room, running !== null)) : nothing;
  const classes = `code${running ? ` run-line ${toneClass(running.colour)}` : ''}${marks.error === line ? ' error-line' : ''}`;
  // No blank between the parts of a line: each would be seen.
  return html`<div class="line-row" data-line=${line}><span class="gutters"
      >${stopped === null
        ? nothing
        : html`<span class="stop" @mousedown=${(): void => actions.stop(line)}
            ><span class=${stopped ? 'breakpoint set' : 'breakpoint'} title=${TEXT.breakpoints.hint}></span></span
          >`}<span class="mark">${marker}</span><span class="number" aria-hidden="true">${line}</span></span
    ><span class=${classes}>${code}${folded ? html`<span class="fold">…</span>${folded.map((word) => wordView(word, null))}` : nothing}${chips}${note}${
      words.length === 0 ? '\u200b' : nothing
    }</span></div>`;
}

/** `await`, and `async` before `for` or `with`. */
function isAwait(words: readonly Word[], index: number): boolean {
  const word = words[index];
  if (word?.kind !== 'keyword') return false;
  return word.text === 'await' || (word.text === 'async' && ['for', 'with'].includes(words[index + 2]?.text ?? ''));
}

export function wordView({ kind, text }: Word, awaited: { readonly how: string; readonly title: string } | null): TemplateResult | string {
  if (awaited) return html`<span class="word-keyword await await-${awaited.how}" title=${awaited.title}>${text}</span>`;
  return kind === 'plain' ? text : html`<span class="word-${kind}">${text}</span>`;
}

/** What the listing's window has room for. */
export function roomOf(listing: HTMLElement): Room {
  const gutters = listing.querySelector<HTMLElement>('.gutters')?.offsetWidth ?? 0;
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = getComputedStyle(listing).font;
  return { width: listing.clientWidth - gutters, character: context?.measureText('m').width ?? 8 };
}

/** Brings a line into the listing's window, never scrolling the page. */
export function revealLine(listing: HTMLElement, line: number): void {
  const target = listing.querySelector<HTMLElement>(`[data-line="${line.toString()}"]`);
  if (!target) return;
  const margin = target.offsetHeight * 2;
  const top = target.offsetTop, bottom = top + target.offsetHeight;
  if (top < listing.scrollTop + margin) listing.scrollTop = Math.max(0, top - margin);
  else if (bottom > listing.scrollTop + listing.clientHeight - margin) listing.scrollTop = bottom - listing.clientHeight + margin;
}
