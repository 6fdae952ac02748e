/** The source editor: CodeMirror with Python, and the marks of a run. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { HighlightStyle, bidiIsolates, bracketMatching, codeFolding, foldEffect, indentOnInput, indentUnit, syntaxHighlighting, unfoldCode } from '@codemirror/language';
import { Compartment, EditorState } from '@codemirror/state';
import type { Extension, StateEffect, Transaction } from '@codemirror/state';
import { EditorView, drawSelection, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { TEXT } from '../model/text';
import { docstringTail } from './docstring';
import { isPython } from './python_words';
import { breakpointsAt, breakpointsExtension } from './source_breakpoints';
import { pythonExtension } from './source_language';
import { problemExtension, setProblem } from './source_problem';
import type { SyntaxProblem } from './source_problem';
import { marksExtension, setMarks } from './source_marks';
import type { Room } from './source_chips';
import { NO_MARKS, lineOf } from './source_marks_types';
import type { SourceMarks } from './source_marks_types';
import type { ValueLookup } from './later/values';

const COLOURS = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  { tag: [tags.comment], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: 'var(--code-name)', fontWeight: '600' },
  { tag: [tags.function(tags.variableName), tags.function(tags.propertyName)], color: 'var(--code-call)' },
  { tag: [tags.meta], color: 'var(--code-comment)' },
]);

/**
 * Text typed over a selection goes in as a change of ours. Left to the browser, it would copy the look of what it replaces
 * as inline styles, which the page's policy forbids.
 */
const typeOverSelection = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const text = event.data;
    const { from, to, empty } = view.state.selection.main;
    if (empty || view.composing || event.inputType !== 'insertText' || text === null || view.state.readOnly) return false;
    const insert = (): Transaction => view.state.update({ ...view.state.replaceSelection(text), userEvent: 'input.type', scrollIntoView: true });
    if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, text, insert))) view.dispatch(insert());
    event.preventDefault();
    return true;
  },
});

const LOOK = EditorView.theme({
  '&': { height: '100%', fontSize: 'var(--code-size)', backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    lineHeight: '1.6',
    overflow: 'auto',
    scrollbarWidth: 'thin',
    scrollbarColor: 'var(--strong-line) transparent',
  },
  '.cm-content': { padding: '10px 0 14px', caretColor: 'var(--accent)' },
  '.cm-line': { padding: '0 12px 0 6px' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 8px 0 2px', minWidth: 'calc(26 * var(--loop-u))' },
  '.cm-marks': { width: 'calc(24 * var(--loop-u))' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'var(--selection)',
  },
  '.cm-foldPlaceholder': {
    margin: '0 1px',
    padding: '0 5px',
    color: 'var(--muted)',
    backgroundColor: 'var(--accent-soft)',
    border: '0',
    borderRadius: '4px',
    cursor: 'pointer',
  },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--surface)', border: '1px solid var(--strong-line)', borderRadius: '8px', overflow: 'hidden' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--accent-ink)', background: 'var(--accent)' },
  '.cm-tooltip.cm-completionInfo': { maxWidth: 'calc(290 * var(--loop-u))', padding: '8px 10px', font: 'calc(12.5 * var(--loop-u))/1.45 var(--sans)' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)', outline: 'none' },
});

/** Ctrl-Enter runs the program, wherever in the player it is pressed. */
const ownKeys = defaultKeymap.filter(({ key }) => key !== 'Mod-Enter');

const NO_HELP: Extension = [];

/** A text that is not shown, as its reader left it: with what he can undo there, and where he was. */
export interface Kept {
  readonly state: EditorState;
  readonly top: number;
}

const whole = (state: EditorState, text: string): { readonly changes: { readonly from: number; readonly to: number; readonly insert: string } } => ({
  changes: { from: 0, to: state.doc.length, insert: text },
});

export interface SourceOptions {
  readonly parent: HTMLElement;
  readonly root: ShadowRoot;
  readonly readOnly: boolean;
  /** The learner changed the text. */
  readonly onEdit: () => void;
  /** Breakpoints were set or taken away; the lines that have one now. */
  readonly onBreakpoints: (lines: ReadonlySet<number>) => void;
  /** The editor has got another size: its marks may have to be shown otherwise. */
  readonly onResize: () => void;
  /** What a name's values are at the moment that is shown. */
  readonly values: ValueLookup;
}

/** Behind Escape, Tab leaves the editor: CodeMirror gives two seconds for that, which is not enough for every hand. */
const TAB_LEAVES = 24 * 60 * 60 * 1000;

function leaveByTab(event: KeyboardEvent, view: EditorView): void {
  if (event.key !== 'Escape') return;
  // Afterwards, since the editor sets its own limit yet; not for an Escape that closes something in it.
  queueMicrotask(() => {
    if (!event.defaultPrevented) view.setTabFocusMode(TAB_LEAVES);
  });
}

export class SourceView {
  private readonly view: EditorView;
  private readonly locked = new Compartment();
  private readonly typing = new Compartment();
  /** What helps while typing; empty until the editor first had the focus. */
  private typingHelp: Extension = NO_HELP;
  private completionWanted = false;
  private readonly values = new Compartment();
  private readonly resize = new ResizeObserver(() => {
    this.room = null;
    this.options.onResize();
  });
  /** What shows values; empty until a program first ran. */
  private valuesHelp: Extension = NO_HELP;
  private marks: SourceMarks = NO_MARKS;
  private fingerprint = '';
  /** Measuring it at each picture would lay the page out twice; null when it may have changed. */
  private room: Room | null = null;
  private readOnly: boolean;
  /** The text is being replaced by the page, not by the learner. */
  private setting = false;
  /** The path of what is shown; '': the program. */
  private file = '';

  constructor(private readonly options: SourceOptions) {
    this.readOnly = options.readOnly;
    this.view = new EditorView({ parent: options.parent, root: options.root, extensions: this.extensions('') });
    this.resize.observe(this.view.scrollDOM);
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  /** Shows another text, with a history of its own: the program, or a file by its path; `brief` folds its docstring. */
  open(text: string, brief: boolean, file = ''): void {
    this.begin(file, EditorState.create({ doc: text, extensions: this.extensions(file) }));
    const fold = brief ? docstringTail(text) : null;
    if (fold) this.view.dispatch({ effects: foldEffect.of(fold) });
    this.view.scrollDOM.scrollTo(0, 0);
  }

  /** What is shown, to be brought back later. */
  keep(): Kept {
    return { state: this.view.state, top: this.view.scrollDOM.scrollTop };
  }

  /** Shows what was kept; what helps may have been loaded meanwhile. */
  bring({ state, top }: Kept, file: string): void {
    this.begin(file, state);
    this.view.dispatch({ effects: [this.lock(), this.helpedTyping(), this.helpedLooking()] });
    this.scrollTo(top);
  }

  /** Replaces the text; the learner can undo it. False: it was that already. */
  setText(text: string): boolean {
    if (text === this.text) return false;
    this.setting = true;
    this.view.dispatch(whole(this.view.state, text));
    this.setting = false;
    this.view.scrollDOM.scrollTo(0, 0);
    return true;
  }

  /** Replaces a text that is not shown; the learner can undo it. */
  rewritten(kept: Kept, text: string): Kept {
    return { state: kept.state.update(whole(kept.state, text)).state, top: 0 };
  }

  setReadOnly(readOnly: boolean): void {
    this.readOnly = readOnly;
    this.view.dispatch({ effects: this.lock() });
  }

  /** Shows the marks; `follow` brings the line that they are about into the editor's window, never scrolling the page. */
  show(marks: SourceMarks, follow: boolean): void {
    const room = (this.room ??= this.measureRoom());
    const fingerprint = JSON.stringify([marks, room]);
    if (fingerprint === this.fingerprint) return;
    if (follow) void this.helpLooking();
    const line = lineOf(marks);
    const moved = line !== lineOf(this.marks);
    this.marks = marks;
    this.fingerprint = fingerprint;
    this.view.dispatch({ effects: setMarks.of({ marks, room }) });
    if (follow && moved && line > 0) this.reveal(line);
  }

  /** Underlines where the program cannot be understood; null takes the underline away. */
  showProblem(problem: SyntaxProblem | null): void {
    this.view.dispatch({ effects: setProblem.of(problem) });
  }

  setBreakpoints(lines: readonly number[]): void {
    if (isPython(this.file)) this.view.dispatch(breakpointsAt(this.view.state, lines));
  }

  /** Takes the focus; `at`: with the caret at this place of the window. */
  focus(at: { readonly x: number; readonly y: number } | null = null): void {
    const place = at && this.view.posAtCoords(at);
    if (place !== null) this.view.dispatch({ selection: { anchor: place } });
    this.view.focus();
  }

  /** Puts the caret before a line's first word, and the line into the window; `focused`: the focus too. */
  goTo(line: number, focused: boolean): void {
    const { doc } = this.view.state;
    const { from, text } = doc.line(Math.min(Math.max(1, line), doc.lines));
    this.view.dispatch({ selection: { anchor: from + text.length - text.trimStart().length } });
    this.reveal(line);
    if (focused) this.view.focus();
  }

  /** Takes over from the listing: its marks, and how far it was scrolled. */
  takeOver(marks: SourceMarks, top: number): void {
    this.show(marks, false);
    this.scrollTo(top);
  }

  private begin(file: string, state: EditorState): void {
    this.file = file;
    this.marks = NO_MARKS;
    this.fingerprint = '';
    this.room = null;
    this.view.setState(state);
  }

  private scrollTo(top: number): void {
    // Until the lines have been measured, their heights and the characters' width are guessed.
    this.view.requestMeasure({
      read: () => undefined,
      write: () => {
        this.view.scrollDOM.scrollTop = top;
        queueMicrotask(() => {
          this.show(this.marks, false);
        });
      },
    });
  }

  destroy(): void {
    this.resize.disconnect();
    this.view.destroy();
  }

  private extensions(file: string): Extension {
    const python = isPython(file);
    return [
      python ? breakpointsExtension(this.options.onBreakpoints) : [],
      marksExtension,
      problemExtension,
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      typeOverSelection,
      indentUnit.of('    '),
      EditorState.tabSize.of(4),
      python ? [indentOnInput(), bracketMatching(), pythonExtension] : [],
      // A string that is read from right to left turns no code around it.
      bidiIsolates(),
      syntaxHighlighting(COLOURS),
      LOOK,
      codeFolding(),
      this.locked.of(EditorState.readOnly.of(this.readOnly)),
      EditorView.contentAttributes.of({ 'aria-label': file === '' ? TEXT.player.editor : TEXT.files.editor(file), tabindex: '0', spellcheck: 'false', autocapitalize: 'off' }),
      this.typing.of(python ? this.typingHelp : NO_HELP),
      this.values.of(file === '' ? this.valuesHelp : NO_HELP),
      EditorView.domEventHandlers({ focus: () => void this.helpTyping() }),
      EditorView.domEventObservers({ keydown: leaveByTab }),
      keymap.of([{ key: 'Ctrl-Space', run: () => this.wantCompletion() }]),
      keymap.of([...ownKeys, ...historyKeymap, { key: 'Ctrl-Alt-]', run: unfoldCode }, indentWithTab]),
      EditorView.updateListener.of((update) => {
        if (update.geometryChanged) this.room = null;
        if (!update.docChanged) return;
        this.fingerprint = '';
        this.marks = NO_MARKS;
        if (!this.setting) this.options.onEdit();
      }),
    ];
  }

  private lock(): StateEffect<unknown> {
    return this.locked.reconfigure(EditorState.readOnly.of(this.readOnly));
  }

  private helpedTyping(): StateEffect<unknown> {
    return this.typing.reconfigure(isPython(this.file) ? this.typingHelp : NO_HELP);
  }

  /** Values are known of the program's own names alone. */
  private helpedLooking(): StateEffect<unknown> {
    return this.values.reconfigure(this.file === '' ? this.valuesHelp : NO_HELP);
  }

  private async helpTyping(): Promise<void> {
    if (this.typingHelp !== NO_HELP) return;
    const { startCompletion, typing } = await import('./later/typing');
    this.typingHelp = typing;
    this.view.dispatch({ effects: this.helpedTyping() });
    if (this.completionWanted) startCompletion(this.view);
  }

  /** Who asks for completion before it is there gets it as soon as it is. */
  private wantCompletion(): boolean {
    this.completionWanted = this.typingHelp === NO_HELP;
    return this.completionWanted;
  }

  private measureRoom(): Room {
    const { contentDOM, scrollDOM, defaultCharacterWidth } = this.view;
    return { width: scrollDOM.clientWidth - contentDOM.offsetLeft, character: defaultCharacterWidth };
  }

  private async helpLooking(): Promise<void> {
    if (this.valuesHelp !== NO_HELP) return;
    const { valuesExtension } = await import('./later/values');
    this.valuesHelp = valuesExtension(this.options.values);
    this.view.dispatch({ effects: this.helpedLooking() });
  }

  private reveal(line: number): void {
    const scroller = this.view.scrollDOM;
    this.view.requestMeasure({
      key: this,
      // Before the lines have been measured, where one stands is guessed.
      read: () => {
        const { scrollTop, clientHeight } = scroller;
        const { doc } = this.view.state;
        if (line < 1 || line > doc.lines) return scrollTop;
        const block = this.view.lineBlockAt(doc.line(line).from);
        const margin = block.height * 2;
        if (block.top < scrollTop + margin) return Math.max(0, block.top - margin);
        return Math.max(scrollTop, block.bottom - clientHeight + margin);
      },
      write: (top) => {
        if (Math.abs(scroller.scrollTop - top) > 0.5) scroller.scrollTop = top;
      },
    });
  }
}
