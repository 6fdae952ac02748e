/** Breakpoints in the gutter: a click beside a line, or F9 in it, sets one or takes it away. They move with their text. */
import { RangeSet, StateEffect, StateField } from '@codemirror/state';
import type { EditorState, Extension, TransactionSpec } from '@codemirror/state';
import { EditorView, GutterMarker, gutter, keymap } from '@codemirror/view';
import { TEXT } from '../model/text';

/** The start of the line whose breakpoint is set or taken away. */
const toggle = StateEffect.define<number>();
/** The starts of the lines that have one from now on. */
const replace = StateEffect.define<readonly number[]>();

class Dot extends GutterMarker {
  constructor(private readonly set: boolean) {
    super();
  }
  override eq(other: Dot): boolean {
    return this.set === other.set;
  }
  override toDOM(): HTMLElement {
    const dot = document.createElement('span');
    dot.className = this.set ? 'breakpoint set' : 'breakpoint';
    dot.title = TEXT.breakpoints.hint;
    return dot;
  }
}

const SET = new Dot(true);
/** Keeps the gutter's width and shows where a click would go. */
const SPACE = new Dot(false);

const field = StateField.define<RangeSet<GutterMarker>>({
  create: () => RangeSet.empty,
  update(value, transaction) {
    let next = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(toggle)) next = toggled(next, effect.value);
      else if (effect.is(replace)) next = RangeSet.of(effect.value.map((at) => SET.range(at)), true);
    }
    return next;
  },
});

function toggled(set: RangeSet<GutterMarker>, at: number): RangeSet<GutterMarker> {
  const places: number[] = [];
  set.between(at, at, (from) => {
    places.push(from);
  });
  return set.update(places.includes(at) ? { filter: (from) => from !== at } : { add: [SET.range(at)] });
}

function toggleAt(view: EditorView, place: number): boolean {
  view.dispatch({ effects: toggle.of(view.state.doc.lineAt(place).from) });
  return true;
}

/** The lines with a breakpoint, counted from 1. */
export function breakpointsOf(state: EditorState): ReadonlySet<number> {
  const lines = new Set<number>();
  const cursor = state.field(field).iter();
  while (cursor.value) {
    lines.add(state.doc.lineAt(cursor.from).number);
    cursor.next();
  }
  return lines;
}

/** After it these lines have a breakpoint, where there are such lines, and no others. */
export function breakpointsAt({ doc }: EditorState, lines: readonly number[]): TransactionSpec {
  const places = new Set(lines.filter((line) => line >= 1 && line <= doc.lines).map((line) => doc.line(line).from));
  return { effects: replace.of([...places]) };
}

/** `changed` is told the lines whenever they are others. */
export function breakpointsExtension(changed: (lines: ReadonlySet<number>) => void): Extension {
  return [
    field,
    gutter({
      class: 'cm-breakpoints',
      markers: (view) => view.state.field(field),
      lineMarker: (_view, _line, others) => (others.length === 0 ? SPACE : null),
      domEventHandlers: {
        mousedown: (view, line) => toggleAt(view, line.from),
      },
    }),
    keymap.of([{ key: 'F9', run: (view) => toggleAt(view, view.state.selection.main.head) }]),
    EditorView.updateListener.of((update) => {
      if (update.startState.field(field) !== update.state.field(field)) changed(breakpointsOf(update.state));
    }),
  ];
}
