/**
 * The program's box: a listing with the marks of the run, and the editor in its place from when the reader first comes near it.
 * The editor is half of the page's scripts; whoever only looks on never loads it. The box shows the program or a file beside it,
 * which is edited the same way: each has a history of its own.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { TEXT } from '../model/text';
import { listingView, revealLine, roomOf } from '../view/listing';
import type { ValueLookup } from '../view/later/values';
import type { Room } from '../view/source_chips';
import type { Kept, SourceView } from '../view/source';
import { NO_MARKS, lineOf } from '../view/source_marks_types';
import type { SourceMarks } from '../view/source_marks_types';
import type { LinesByFile } from '../model/places';
import type { SyntaxProblem } from '../engine/types';

export interface SourceOptions {
  /** Undefined before the element was first in a page. */
  readonly root: () => ShadowRoot | undefined;
  readonly readOnly: () => boolean;
  /** Whether the program's docstring is folded. */
  readonly brief: () => boolean;
  /** A file beside the program, as its author gave it. */
  readonly given: (path: string) => string;
  /** The reader changed the text that is shown. */
  readonly onEdit: () => void;
  /** There are other breakpoints now. */
  readonly onStops: (lines: LinesByFile) => void;
  /** What a name's values are at the moment that is shown. */
  readonly values: ValueLookup;
  readonly changed: () => void;
}

/** Before it was measured. */
const SOME_ROOM: Room = { width: 500, character: 8 };

const NO_LINES: ReadonlySet<number> = new Set();

/** What stands for the program where files have paths. */
export const PROGRAM = '';

/** Where lines end is the editor's own affair. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n');

export class SourceControl {
  /** The path of the file that is shown; PROGRAM: the program is. */
  shown = PROGRAM;
  private editor: SourceView | null = null;
  private text = '';
  /** What its reader made of a file that is not shown, or has no editor; only those that he changed. */
  private readonly edits = new Map<string, string>();
  /** Texts that the editor had before. */
  private readonly kept = new Map<string, Kept>();
  /** Where the way to a line leads that was asked for last. */
  private goal: { readonly line: number; readonly focused: boolean } | null = null;
  private readonly lines = new Map<string, ReadonlySet<number>>();
  private room = SOME_ROOM;
  private followed = 0;
  /** The listing whose size is watched. */
  private watched: HTMLElement | null = null;
  private resize: ResizeObserver | null = null;
  private marks: SourceMarks = NO_MARKS;
  private coming: Promise<void> | null = null;
  /** Where the pointer was pressed while the editor was not there yet. */
  private pressed: { readonly x: number; readonly y: number } | null = null;

  constructor(private readonly options: SourceOptions) {}

  get program(): string {
    return this.editor && this.shown === PROGRAM ? this.editor.text : this.text;
  }

  /** A file beside the program as it stands. */
  contentOf(path: string): string {
    const given = this.options.given(path);
    const text = path === this.shown && this.editor ? this.editor.text : this.edits.get(path);
    return text === undefined || text === plain(given) ? given : text;
  }

  /** The reader has made something else of a file. */
  isChanged(path: string): boolean {
    return this.contentOf(path) !== this.options.given(path);
  }

  /** The lines with a breakpoint. */
  get stops(): LinesByFile {
    return this.lines;
  }

  /** Shows another program. */
  open(text: string): void {
    this.choose(PROGRAM);
    this.text = text;
    this.setLines(PROGRAM, new Set());
    this.editor?.open(text, this.options.brief());
    this.listing?.scrollTo(0, 0);
    this.options.changed();
  }

  /** Shows a file, or the program, as its reader left it. */
  choose(path: string): void {
    if (path === this.shown) return;
    this.goal = null;
    this.put();
    this.shown = path;
    if (this.editor) this.take(this.editor);
    else this.listing?.scrollTo(0, 0);
    this.options.changed();
  }

  /** Shows a line of what is shown, with the caret in it; `focused`: with the focus, once the editor is there. */
  async goTo(line: number, focused: boolean): Promise<void> {
    const goal = (this.goal = { line, focused });
    await this.wake();
    if (goal === this.goal) this.editor?.goTo(line, focused);
  }

  /** Changes the program; the reader can undo it. */
  setText(text: string): void {
    this.choose(PROGRAM);
    this.text = text;
    this.editor?.setText(text);
    this.options.changed();
  }

  /** Replaces what is shown, as the reader would. */
  replace(text: string): void {
    void this.wake().then(() => {
      if (this.editor?.setText(text)) this.options.onEdit();
    });
  }

  /** Brings back what a file was; the reader can undo it. */
  restore(path: string): void {
    const given = plain(this.options.given(path));
    this.edits.delete(path);
    const kept = this.kept.get(path);
    if (path === this.shown) this.editor?.setText(given);
    else if (kept) this.kept.set(path, this.editor?.rewritten(kept, given) ?? kept);
    this.options.changed();
  }

  /** Other files lie beside the program now. */
  forgetFiles(): void {
    this.choose(PROGRAM);
    this.edits.clear();
    for (const path of [...this.kept.keys()]) if (path !== PROGRAM) this.kept.delete(path);
    for (const path of [...this.lines.keys()]) if (path !== PROGRAM) this.setLines(path, new Set());
  }

  /** No other lines have a breakpoint from now on. */
  setStops(stops: LinesByFile): void {
    for (const path of [...this.lines.keys()]) if (!stops.has(path)) this.setLines(path, new Set());
    for (const [path, lines] of stops) this.setLines(path, lines);
    if (this.editor) this.editor.setBreakpoints([...this.linesOf(this.shown)]);
  }

  private linesOf(path: string): ReadonlySet<number> {
    return this.lines.get(path) ?? NO_LINES;
  }

  setReadOnly(readOnly: boolean): void {
    this.editor?.setReadOnly(readOnly);
  }

  showProblem(problem: SyntaxProblem | null): void {
    this.editor?.showProblem(problem);
  }

  /** Loads the editor and puts it in the listing's place; settles when it is there. */
  wake(): Promise<void> {
    this.coming ??= this.load().catch(() => {
      this.coming = null;
    });
    return this.coming;
  }

  dispose(): void {
    this.put();
    this.kept.clear();
    this.editor?.destroy();
    this.editor = null;
    this.coming = null;
    this.forgetListing();
  }

  /** `covered`: something else is shown in its place. `tabbed`: it is what one of several tabs shows. */
  render(marks: SourceMarks, covered = false, tabbed = false): TemplateResult {
    this.marks = marks;
    const { shown } = this;
    const file = shown === PROGRAM ? '' : shown;
    const look = { text: file ? this.contentOf(file) : this.text, file, brief: this.options.brief(), marks, stops: this.linesOf(shown), room: this.room };
    return html`<div
      class="code-window"
      role=${tabbed ? 'tabpanel' : nothing}
      aria-label=${tabbed ? file || TEXT.files.program : nothing}
      ?inert=${covered}
      @pointerenter=${this.near}
      @focusin=${this.near}
      @pointerdown=${this.press}
    >
      <div class="editor"></div>
      ${this.editor ? nothing : listingView(look, { stop: this.toggle })}
    </div>`;
  }

  /** After a render: what the editor shows, and the line that runs is in the window. */
  show(marks: SourceMarks, follow: boolean): void {
    if (this.editor) return this.editor.show(marks, follow);
    const { listing } = this;
    if (!listing) return;
    const line = lineOf(marks);
    if (follow && line !== this.followed && line > 0) revealLine(listing, line);
    this.followed = line;
    this.watch(listing);
  }

  private measure(listing: HTMLElement): void {
    const room = roomOf(listing);
    if (room.width === this.room.width && room.character === this.room.character) return;
    this.room = room;
    this.options.changed();
  }

  /** Measuring at each picture would lay the page out twice: it is done when the listing has got another size. */
  private watch(listing: HTMLElement): void {
    if (this.watched === listing) return;
    this.forgetListing();
    this.watched = listing;
    // It tells of the size once the page is laid out for the first time, and from then on of each other one.
    this.resize = new ResizeObserver(() => {
      this.measure(listing);
    });
    this.resize.observe(listing);
  }

  private forgetListing(): void {
    this.resize?.disconnect();
    this.resize = null;
    this.watched = null;
  }

  private get listing(): HTMLElement | null {
    return this.options.root()?.querySelector<HTMLElement>('.listing') ?? null;
  }

  private readonly near = (): void => void this.wake();

  private readonly press = (event: PointerEvent): void => {
    if (!this.editor && event.target instanceof Element && event.target.closest('.code')) this.pressed = { x: event.clientX, y: event.clientY };
  };

  private readonly toggle = (line: number): void => {
    const lines = new Set(this.linesOf(this.shown));
    if (!lines.delete(line)) lines.add(line);
    this.setLines(this.shown, lines);
    this.options.changed();
  };

  private setLines(path: string, lines: ReadonlySet<number>): void {
    if (lines.size > 0) this.lines.set(path, lines);
    else this.lines.delete(path);
    this.options.onStops(this.lines);
  }

  /** What the editor shows is noted, to be shown again later. */
  private put(): void {
    const { editor, shown } = this;
    if (!editor) return;
    if (shown === PROGRAM) this.text = editor.text;
    else if (this.isChanged(shown)) this.edits.set(shown, editor.text);
    else this.edits.delete(shown);
    this.kept.set(shown, editor.keep());
  }

  /** The editor shows what is to be shown, where its reader left it. */
  private take(editor: SourceView): void {
    const { shown } = this;
    const text = plain(shown === PROGRAM ? this.text : this.edits.get(shown) ?? this.options.given(shown));
    const kept = this.kept.get(shown);
    if (kept?.state.doc.toString() === text) editor.bring(kept, shown);
    else editor.open(text, shown === PROGRAM && this.options.brief(), shown);
    editor.setBreakpoints([...this.linesOf(shown)]);
  }

  private async load(): Promise<void> {
    const { SourceView: View } = await import('../view/source');
    const root = this.options.root();
    const parent = root?.querySelector<HTMLElement>('.editor');
    if (!root || !parent || this.editor) return;
    const { listing } = this;
    const focused = listing !== null && root.activeElement === listing;
    const editor = new View({
      parent,
      root,
      readOnly: this.options.readOnly(),
      onEdit: this.options.onEdit,
      onBreakpoints: (changed) => {
        this.setLines(this.shown, changed);
      },
      onResize: this.options.changed,
      values: this.options.values,
    });
    this.take(editor);
    editor.takeOver(this.marks, listing?.scrollTop ?? 0);
    this.editor = editor;
    this.forgetListing();
    this.options.changed();
    if (focused || this.pressed) editor.focus(this.pressed);
    this.pressed = null;
  }
}
