/**
 * The program's box: a listing with the marks of the run, and the editor in its place from when the reader first comes near it.
 * The editor is half of the page's scripts; whoever only looks on never loads it.
 */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { listingView, revealLine, roomOf } from '../view/listing';
import type { ValueLookup } from '../view/later/values';
import type { Room } from '../view/source_chips';
import type { SourceView } from '../view/source';
import { NO_MARKS } from '../view/source_marks_types';
import type { SourceMarks } from '../view/source_marks_types';
import type { SyntaxProblem } from '../engine/types';

export interface SourceOptions {
  /** Undefined before the element was first in a page. */
  readonly root: () => ShadowRoot | undefined;
  readonly readOnly: () => boolean;
  /** Whether the program's docstring is folded. */
  readonly brief: () => boolean;
  /** The reader changed the text. */
  readonly onEdit: () => void;
  /** There are other breakpoints now. */
  readonly onStops: (lines: ReadonlySet<number>) => void;
  /** What a name's values are at the moment that is shown. */
  readonly values: ValueLookup;
  readonly changed: () => void;
}

/** Before it was measured. */
const SOME_ROOM: Room = { width: 500, character: 8 };

export class SourceControl {
  private editor: SourceView | null = null;
  private text = '';
  private lines: ReadonlySet<number> = new Set();
  private room = SOME_ROOM;
  private shown = 0;
  /** The listing whose size is watched. */
  private watched: HTMLElement | null = null;
  private resize: ResizeObserver | null = null;
  private marks: SourceMarks = NO_MARKS;
  private coming: Promise<void> | null = null;
  /** Where the pointer was pressed while the editor was not there yet. */
  private pressed: { readonly x: number; readonly y: number } | null = null;

  constructor(private readonly options: SourceOptions) {}

  get program(): string {
    return this.editor?.text ?? this.text;
  }

  /** The lines with a breakpoint. */
  get stops(): ReadonlySet<number> {
    return this.lines;
  }

  /** Shows another program. */
  open(text: string): void {
    this.text = text;
    this.setLines(new Set());
    this.editor?.open(text, this.options.brief());
    this.listing?.scrollTo(0, 0);
    this.options.changed();
  }

  /** Changes the program; the reader can undo it. */
  setText(text: string): void {
    this.text = text;
    this.editor?.setText(text);
    this.options.changed();
  }

  setStops(lines: readonly number[]): void {
    if (this.editor) this.editor.setBreakpoints(lines);
    else this.setLines(new Set(lines));
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
    this.text = this.program;
    this.editor?.destroy();
    this.editor = null;
    this.coming = null;
    this.forgetListing();
  }

  /** `covered`: something else is shown in its place. */
  render(marks: SourceMarks, covered = false): TemplateResult {
    this.marks = marks;
    const look = { text: this.text, brief: this.options.brief(), marks, stops: this.lines, room: this.room };
    return html`<div class="code-window" ?inert=${covered} @pointerenter=${this.near} @focusin=${this.near} @pointerdown=${this.press}>
      <div class="editor"></div>
      ${this.editor ? nothing : listingView(look, { stop: this.toggle })}
    </div>`;
  }

  /** After a render: what the editor shows, and the line that runs is in the window. */
  show(marks: SourceMarks, follow: boolean): void {
    if (this.editor) return this.editor.show(marks, follow);
    const { listing } = this;
    if (!listing) return;
    const line = marks.running?.line ?? 0;
    if (follow && line !== this.shown && line > 0) revealLine(listing, line);
    this.shown = line;
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
    const lines = new Set(this.lines);
    if (!lines.delete(line)) lines.add(line);
    this.setLines(lines);
    this.options.changed();
  };

  private setLines(lines: ReadonlySet<number>): void {
    this.lines = lines;
    this.options.onStops(lines);
  }

  private async load(): Promise<void> {
    const { SourceView: View } = await import('../view/source');
    const root = this.options.root();
    const parent = root?.querySelector<HTMLElement>('.editor');
    if (!root || !parent || this.editor) return;
    const { listing, lines } = this;
    const focused = listing !== null && root.activeElement === listing;
    const editor = new View({
      parent,
      root,
      readOnly: this.options.readOnly(),
      onEdit: this.options.onEdit,
      onBreakpoints: (changed) => {
        this.setLines(changed);
      },
      onResize: this.options.changed,
      values: this.options.values,
    });
    editor.open(this.text, this.options.brief());
    editor.setBreakpoints([...lines]);
    editor.takeOver(this.marks, listing?.scrollTop ?? 0);
    this.editor = editor;
    this.forgetListing();
    this.options.changed();
    if (focused || this.pressed) editor.focus(this.pressed);
    this.pressed = null;
  }
}
