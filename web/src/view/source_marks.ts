/** The marks that a run leaves in the source: the line that runs, where each suspended task waits, where it failed. */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, Range, Text } from '@codemirror/state';
import { Decoration, EditorView, GutterMarker, WidgetType, gutter } from '@codemirror/view';
import type { DecorationSet } from '@codemirror/view';
import { shapeNode, toneClass } from './shapes';

export interface WaitMark {
  readonly line: number;
  readonly colour: number;
  readonly name: string;
  /** What it waits for: `sleeps until 1.00 s`. */
  readonly phrase: string;
}

export interface SourceMarks {
  /** The line that runs and the colour of who runs it; null while nothing runs. */
  readonly running: { readonly line: number; readonly colour: number } | null;
  readonly waits: readonly WaitMark[];
  /** The line of an error that nobody caught, 0 for none. */
  readonly error: number;
}

export const NO_MARKS: SourceMarks = { running: null, waits: [], error: 0 };

export const setMarks = StateEffect.define<SourceMarks>();

/** More names than this at one line would push the code away; the rest is counted. */
const NAMES_AT_LINE = 3;

class WaitWidget extends WidgetType {
  constructor(private readonly marks: readonly WaitMark[]) {
    super();
  }
  override eq(other: WaitWidget): boolean {
    return JSON.stringify(this.marks) === JSON.stringify(other.marks);
  }
  override toDOM(): HTMLElement {
    const host = document.createElement('span');
    host.className = 'wait-chips';
    for (const mark of this.marks.slice(0, NAMES_AT_LINE)) host.append(waitChip(mark, this.marks.length === 1));
    const more = this.marks.length - NAMES_AT_LINE;
    if (more > 0) host.append(`+${more.toString()}`);
    return host;
  }
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
    for (const effect of transaction.effects) if (effect.is(setMarks)) return place(transaction.state, effect.value);
    // The lines of a run mean nothing in another text.
    return transaction.docChanged ? EMPTY : value;
  },
  provide: (self) => EditorView.decorations.from(self, (value) => value.decorations),
});

function place(state: EditorState, marks: SourceMarks): Placed {
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
  for (const [line, waits] of byLine(marks.waits)) {
    if (!has(state.doc, line)) continue;
    const { from, to } = state.doc.line(line);
    decorations.push(Decoration.widget({ widget: new WaitWidget(waits), side: 1 }).range(to));
    if (line !== running?.line) markers.push(new WaitMarker(waits.map((wait) => wait.colour)).range(from));
  }
  return { marks, decorations: Decoration.set(decorations, true), markers: RangeSet.of(markers, true) };
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
