/** The marks that a run leaves in the source: the line that runs, where each suspended task waits, where it failed. */
import { syntaxTree } from '@codemirror/language';
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range, Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { shapeNode, toneClass } from './shapes';
import { NO_MARKS } from './source_marks_types';
import { TEXT } from '../model/text';
import type { AwaitMark, SourceMarks, WaitMark } from './source_marks_types';

/** How wide the code's window and its characters are, in pixels: what stands behind a line must fit. */
export interface Room {
  readonly width: number;
  readonly character: number;
}

export const setMarks = StateEffect.define<{ readonly marks: SourceMarks; readonly room: Room }>();

/** How much is said of those who wait at a line, by what has room behind the code. */
type Amount = 'phrase' | 'names' | 'shapes';

/** More names or shapes than these say no more. */
const MOST_NAMES = 3;
const MOST_SHAPES = 6;

class WaitWidget extends WidgetType {
  constructor(
    private readonly marks: readonly WaitMark[],
    private readonly amount: Amount,
  ) {
    super();
  }
  override eq(other: WaitWidget): boolean {
    return this.amount === other.amount && JSON.stringify(this.marks) === JSON.stringify(other.marks);
  }
  override toDOM(): HTMLElement {
    const host = document.createElement('span');
    host.className = 'wait-chips';
    if (this.amount === 'shapes') host.append(shapesChip(this.marks));
    else host.append(...this.marks.map((mark) => waitChip(mark, this.amount === 'phrase')));
    return host;
  }
}

function shapesChip(marks: readonly WaitMark[]): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'wait-chip tone-main';
  chip.title = marks
    .slice(0, 20)
    .map((mark) => `${mark.name} ${mark.phrase}`)
    .join('\n');
  chip.append(...marks.slice(0, MOST_SHAPES).map((mark) => shapeNode(mark.colour)));
  if (marks.length > MOST_SHAPES) chip.append(`+${(marks.length - MOST_SHAPES).toString()}`);
  return chip;
}

function waitChip(mark: WaitMark, withPhrase: boolean): HTMLElement {
  const chip = document.createElement('span');
  chip.className = `wait-chip ${toneClass(mark.colour)}`;
  chip.title = `${mark.name} ${mark.phrase}`;
  chip.append(shapeNode(mark.colour), mark.name);
  if (withPhrase) {
    const more = document.createElement('span');
    more.className = 'more';
    more.textContent = mark.phrase;
    chip.append(more);
  }
  return chip;
}

class RunMarker extends GutterMarker {
  constructor(private readonly colour: number) {
    super();
  }
  override eq(other: RunMarker): boolean {
    return this.colour === other.colour;
  }
  override toDOM(): HTMLElement {
    const node = document.createElement('span');
    node.className = `run-marker ${toneClass(this.colour)}`;
    return node;
  }
}

class WaitMarker extends GutterMarker {
  constructor(private readonly colours: readonly number[]) {
    super();
  }
  override eq(other: WaitMarker): boolean {
    return this.colours.join() === other.colours.join();
  }
  override toDOM(): HTMLElement {
    const node = document.createElement('span');
    node.className = 'wait-marker';
    for (const colour of this.colours.slice(0, 2)) node.append(shapeNode(colour));
    return node;
  }
}

interface Placed {
  readonly marks: SourceMarks;
  readonly decorations: DecorationSet;
  readonly markers: RangeSet<GutterMarker>;
}

const EMPTY: Placed = { marks: NO_MARKS, decorations: Decoration.none, markers: RangeSet.of<GutterMarker>([]) };

const field = StateField.define<Placed>({
  create: () => EMPTY,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return place(transaction.state, effect.value.marks, effect.value.room);
    // The lines of a run mean nothing in another text.
    return transaction.docChanged ? EMPTY : value;
  },
  provide: (self) => EditorView.decorations.from(self, (value) => value.decorations),
});

function place(state: EditorState, marks: SourceMarks, room: Room): Placed {
  const decorations: Range<Decoration>[] = [];
  const markers: Range<GutterMarker>[] = [];
  const { running } = marks;
  if (running && has(state.doc, running.line)) {
    const { from } = state.doc.line(running.line);
    decorations.push(Decoration.line({ class: `run-line ${toneClass(running.colour)}` }).range(from));
    markers.push(new RunMarker(running.colour).range(from));
  }
  if (has(state.doc, marks.error)) {
    decorations.push(Decoration.line({ class: 'error-line' }).range(state.doc.line(marks.error).from));
  }
  for (const mark of marks.awaits) decorations.push(...awaitsOf(state, mark, room));
  for (const [line, waits] of byLine(marks.waits)) {
    if (!has(state.doc, line)) continue;
    const { from, to } = state.doc.line(line);
    const widget = new WaitWidget(waits, amountFor(waits, (to - from) * room.character, room.width));
    decorations.push(Decoration.widget({ widget, side: 1 }).range(to));
    if (line !== running?.line) markers.push(new WaitMarker(waits.map((wait) => wait.colour)).range(from));
  }
  return { marks, decorations: Decoration.set(decorations, true), markers: RangeSet.of(markers, true) };
}

/** About as wide as a character of the note, and what stands before and behind it. */
const NOTE_CHARACTER = 5.8;
const NOTE_REST = 36;

/** The awaits of a line, each with what it did. Strings and comments that hold the word are told by the highlighter's tree. */
function awaitsOf(state: EditorState, mark: AwaitMark, room: Room): Range<Decoration>[] {
  if (!has(state.doc, mark.line)) return [];
  const { from, text } = state.doc.line(mark.line);
  const how = mark.straight === 0 ? 'suspended' : mark.suspended === 0 ? 'straight' : 'both';
  const title = TEXT.awaits[how](mark.suspended, mark.straight);
  const found: Range<Decoration>[] = [];
  for (const match of text.matchAll(/\b(?:await|async (?=for|with))\b/g)) {
    const start = from + match.index;
    if (/String|Comment/.test(syntaxTree(state).resolveInner(start, 1).name)) continue;
    found.push(Decoration.mark({ class: `await await-${how}`, attributes: { title } }).range(start, start + match[0].trimEnd().length));
  }
  const [only] = found;
  // What went straight through is what nobody expects: it is said in words behind the line.
  const fits = text.length * room.character + TEXT.awaits.note.length * NOTE_CHARACTER + NOTE_REST <= room.width;
  if (only && how === 'straight' && fits) found.push(Decoration.widget({ widget: new StraightNote(title), side: 2 }).range(from + text.length));
  return found;
}

/** `went straight through`, behind the line of an await that never gave up control. */
class StraightNote extends WidgetType {
  constructor(private readonly title: string) {
    super();
  }
  override eq(other: StraightNote): boolean {
    return this.title === other.title;
  }
  override toDOM(): HTMLElement {
    const note = document.createElement('span');
    note.className = 'await-note';
    note.title = this.title;
    note.textContent = TEXT.awaits.note;
    return note;
  }
}

/** About as wide as a character of a chip, what is in a chip beside its words, and what is between code and chips. */
const CHIP_CHARACTER = 6.8;
const CHIP_REST = 40;
const BEFORE_CHIPS = 20;

/** As much as stands behind the code without covering it. */
function amountFor(waits: readonly WaitMark[], code: number, width: number): Amount {
  const room = width - code - BEFORE_CHIPS;
  const wide = (words: number): number => words * CHIP_CHARACTER + CHIP_REST;
  const [first] = waits;
  if (waits.length === 1 && first && wide(first.name.length + first.phrase.length) <= room) return 'phrase';
  const names = waits.reduce((sum, wait) => sum + wide(wait.name.length), 0);
  return waits.length <= MOST_NAMES && names <= room ? 'names' : 'shapes';
}

function has(doc: Text, line: number): boolean {
  return line >= 1 && line <= doc.lines;
}

function byLine(waits: readonly WaitMark[]): ReadonlyMap<number, WaitMark[]> {
  const lines = new Map<number, WaitMark[]>();
  for (const wait of waits) {
    const at = lines.get(wait.line);
    if (at) at.push(wait);
    else lines.set(wait.line, [wait]);
  }
  return lines;
}

export const marksExtension: Extension = [
  field,
  gutter({ class: 'cm-marks', markers: (view) => view.state.field(field).markers }),
];
