/** The marks that a run leaves in the source: the line that runs, where each suspended task waits, where it failed. */
import { syntaxTree } from '@codemirror/language';
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range, Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { toneClass } from './shapes';
import { MOST_TOLD, amountFor, awaitLook, byLine, noteFits, runMarker, straightNote, waitChips, waitMarker } from './source_chips';
import type { Amount, Room } from './source_chips';
import { NO_MARKS } from './source_marks_types';
import type { AwaitMark, SourceMarks, WaitMark } from './source_marks_types';

export const setMarks = StateEffect.define<{ readonly marks: SourceMarks; readonly room: Room }>();

class WaitWidget extends WidgetType {
  /** All that is seen of it, made once: it is compared at each picture. */
  private readonly look: string;

  constructor(
    private readonly marks: readonly WaitMark[],
    private readonly amount: Amount,
  ) {
    super();
    this.look = `${amount} ${marks.length.toString()} ${JSON.stringify(marks.slice(0, MOST_TOLD))}`;
  }
  override eq(other: WaitWidget): boolean {
    return this.look === other.look;
  }
  override toDOM(): HTMLElement {
    return waitChips(this.marks, this.amount);
  }
}

class RunMarker extends GutterMarker {
  constructor(private readonly colour: number) {
    super();
  }
  override eq(other: RunMarker): boolean {
    return this.colour === other.colour;
  }
  override toDOM(): HTMLElement {
    return runMarker(this.colour);
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
    return waitMarker(this.colours);
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
    const widget = new WaitWidget(waits, amountFor(waits, to - from, room, line === running?.line));
    decorations.push(Decoration.widget({ widget, side: 1 }).range(to));
    if (line !== running?.line) markers.push(new WaitMarker(waits.map((wait) => wait.colour)).range(from));
  }
  return { marks, decorations: Decoration.set(decorations, true), markers: RangeSet.of(markers, true) };
}

/** The awaits of a line, each with what it did. Strings and comments that hold the word are told by the highlighter's tree. */
function awaitsOf(state: EditorState, mark: AwaitMark, room: Room): Range<Decoration>[] {
  if (!has(state.doc, mark.line)) return [];
  const { from, text } = state.doc.line(mark.line);
  const { how, title } = awaitLook(mark);
  const found: Range<Decoration>[] = [];
  for (const match of text.matchAll(/\b(?:await|async (?=for|with))\b/g)) {
    const start = from + match.index;
    if (/String|Comment/.test(syntaxTree(state).resolveInner(start, 1).name)) continue;
    found.push(Decoration.mark({ class: `await await-${how}`, attributes: { title } }).range(start, start + match[0].trimEnd().length));
  }
  const [only] = found;
  // What went straight through is what nobody expects: it is said in words behind the line.
  if (only && how === 'straight' && noteFits(text.length, room)) found.push(Decoration.widget({ widget: new StraightNote(title), side: 2 }).range(from + text.length));
  return found;
}

class StraightNote extends WidgetType {
  constructor(private readonly title: string) {
    super();
  }
  override eq(other: StraightNote): boolean {
    return this.title === other.title;
  }
  override toDOM(): HTMLElement {
    return straightNote(this.title);
  }
}

function has(doc: Text, line: number): boolean {
  return line >= 1 && line <= doc.lines;
}

export const marksExtension: Extension = [
  field,
  gutter({ class: 'cm-marks', markers: (view) => view.state.field(field).markers }),
];
