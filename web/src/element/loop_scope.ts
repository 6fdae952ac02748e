/**
 * <loop-scope>: an asyncio program that can be edited, run, paused, stepped and looked at. This module is the class
 * alone; `register.ts` makes it an element, so that a page may choose another name or time.
 *
 * The program is the text of a child <script type="text/x-python">, or what `src` points to, or the lesson that
 * `example` names.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Clock, Engine } from '../engine/types';
import type { StepUnit } from '../model/log';
import { pointersOf } from '../model/marks';
import { story } from '../model/story';
import { TEXT } from '../model/text';
import { controlsView } from '../view/controls';
import type { ControlActions } from '../view/controls';
import { loopView } from '../view/loop';
import { outputView } from '../view/output';
import { readyView } from '../view/ready';
import { runningView } from '../view/running';
import type { SourceView } from '../view/source';
import { NO_MARKS } from '../view/source_marks_types';
import { styles } from '../view/styles';
import { timelineView, visibleLanes } from '../view/timeline';
import type { TimelineActions } from '../view/timeline';
import { EDGE, TimelinePainter } from '../view/timeline_canvas';
import { timersView } from '../view/timers';
import { waitingView } from '../view/waiting';
import { workersView } from '../view/workers';
import { Player } from './player';
import type { PlayerPhase } from './player';
import { dedent, fetchProgram } from './program';

/** Told with `loopscope-phase` whenever the player starts, pauses or ends. */
export interface PhaseDetail {
  readonly phase: PlayerPhase;
  /** How many events the cursor has passed. */
  readonly position: number;
}

/** Told with `loopscope-edit` whenever the reader changes the program. */
export interface EditDetail {
  readonly source: string;
  /** It is again as it was given to the player. */
  readonly original: boolean;
}

declare global {
  interface HTMLElementEventMap {
    'loopscope-phase': CustomEvent<PhaseDetail>;
    'loopscope-edit': CustomEvent<EditDetail>;
  }
}

/** Milliseconds of rest after typing before the program is checked. */
const CHECK_AFTER = 500;

export class LoopScopeElement extends LitElement {
  static override styles = styles;
  static override properties = {
    example: { type: String, reflect: true },
    src: { type: String, reflect: true },
    clock: { type: String, reflect: true },
    speed: { reflect: true, converter: { fromAttribute: speedFrom, toAttribute: (speed: number) => (Number.isFinite(speed) ? speed.toString() : 'max') } },
    readonly: { type: Boolean, reflect: true },
    brief: { type: Boolean, reflect: true },
    theme: { type: String, reflect: true },
  };

  /** How every player of the page gets its engine; set by whoever registers the element. */
  static engine: () => Promise<Engine> = () => Promise.reject(new Error('no engine was given to the element'));
  /** The folder of the lessons that `example` names. */
  static examples: URL | null = null;

  /** A lesson's name, without `.py`. */
  declare example: string | null;
  /** The address of a program. */
  declare src: string | null;
  declare clock: Clock;
  /** 1 is real time, Infinity shows all there is at once. */
  declare speed: number;
  declare readonly: boolean;
  /** Folds the program's docstring: the page says itself what it says. */
  declare brief: boolean;
  /** `light`, `dark`, or nothing to follow the reader's system. */
  declare theme: string | null;

  /** Settles when the program that `example` or `src` names is there, or cannot be had. */
  loaded: Promise<void> = Promise.resolve();

  private editor: SourceView | null = null;
  private text = '';
  private original = '';
  private edited = false;
  private toldPhase: PlayerPhase = 'idle';
  private loadFailed = '';
  private loads = 0;
  private resize: ResizeObserver | null = null;
  private readonly painter = new TimelinePainter();
  private checkTimer: ReturnType<typeof setTimeout> | undefined;
  /** The field for input that has had its chance of the focus. */
  private offered: HTMLInputElement | null = null;
  private readonly player = new Player({
    load: () => LoopScopeElement.engine(),
    changed: () => {
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.example = null;
    this.src = null;
    this.clock = 'virtual';
    this.speed = 1;
    this.readonly = false;
    this.brief = false;
    this.theme = null;
  }

  /** The program as it stands in the editor. */
  get program(): string {
    return this.editor?.text ?? this.text;
  }

  /** Replaces the program and forgets the last run. */
  set program(text: string) {
    this.original = text;
    this.loadFailed = '';
    this.player.reset();
    this.show(text);
    this.editor?.open(text, this.brief);
    this.edited = false;
  }

  /** Changes the program as the reader would: `reset` brings the original back. */
  edit(text: string): void {
    this.show(text);
    this.editor?.setText(text);
    this.noteEdit();
  }

  get phase(): PlayerPhase {
    return this.player.phase;
  }

  /** Starts the program from its beginning, whatever was going on. */
  run(): void {
    this.edited = false;
    void this.player.start(this.program);
  }

  pause(): void {
    this.player.pause();
  }

  resume(): void {
    this.player.resume();
  }

  /** One step forward or back; forward before the first run records the program and stops at its first line. */
  step(direction: 1 | -1 = 1): void {
    if (this.player.phase === 'idle') {
      this.edited = false;
      if (direction > 0) void this.player.start(this.program, true);
    } else this.player.step(direction);
  }

  stop(): void {
    this.player.stop();
  }

  /** Forgets the run and brings the original program back. */
  reset(): void {
    const changed = this.program !== this.original;
    this.player.reset();
    if (changed) this.edit(this.original);
    this.edited = false;
    this.requestUpdate();
  }

  /** Sends the program the signal of Ctrl-C. */
  interrupt(): void {
    this.player.interrupt();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(this.draw);
    this.resize.observe(this);
    this.addEventListener('pointerenter', this.foresee, { once: true });
    this.addEventListener('focusin', this.foresee, { once: true });
    this.addEventListener('keydown', this.onKey);
    void this.openEditor();
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.readChild, { once: true });
    else this.readChild();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('DOMContentLoaded', this.readChild);
    this.removeEventListener('pointerenter', this.foresee);
    this.removeEventListener('focusin', this.foresee);
    this.removeEventListener('keydown', this.onKey);
    clearTimeout(this.checkTimer);
    this.resize?.disconnect();
    this.resize = null;
    this.player.dispose();
    this.text = this.program;
    this.editor?.destroy();
    this.editor = null;
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('speed') && this.speed !== this.player.speed && this.speed > 0) this.player.speed = this.speed;
    if (changes.has('clock')) this.player.clock = this.clock === 'real' ? 'real' : 'virtual';
    if ((changes.has('example') && this.example) || (changes.has('src') && this.src)) this.loaded = this.loadProgram();
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('readonly')) this.editor?.setReadOnly(this.readonly);
    const { cursor, phase } = this.player;
    this.editor?.show(this.edited ? NO_MARKS : pointersOf(cursor.state), phase !== 'idle');
    this.draw();
    this.followOutput();
    this.offerInput();
    if (phase !== this.toldPhase) this.tellPhase(phase);
  }

  protected override render(): TemplateResult {
    const { player } = this;
    const { cursor, time } = player;
    const { state, recording } = cursor;
    return html`<div class="player" role="group" aria-label=${TEXT.player.label} data-phase=${player.phase}>
      ${this.renderControls()} ${this.renderStory()}
      <div class="stage">
        <div class="source">
          <div class="editor"></div>
          ${this.editor ? nothing : html`<pre class="plain" aria-label=${TEXT.player.sourceTitle}>${this.text}</pre>`}
          ${this.edited && player.phase !== 'idle' ? html`<p class="stale">${TEXT.player.stale}</p>` : nothing}
        </div>
        <div class="boxes">
          ${loopView(state, time)} ${readyView(state)} ${runningView(state)} ${timersView(state, time)} ${waitingView(state)}
          ${workersView(state, time, recording.end.workers.size > 0)}
        </div>
      </div>
      <div class="floor">
        ${timelineView(cursor, player.shown, time, this.timelineActions)}
        <div class="io">
          ${outputView(recording, state, this.stoppedHere, this.goTo)} ${this.renderInput()}
        </div>
      </div>
    </div>`;
  }

  private renderControls(): TemplateResult {
    const { player } = this;
    const state = {
      phase: player.phase,
      canStop: player.phase === 'playing' || player.phase === 'paused',
      canStepBack: player.cursor.position > 0,
      canStep: player.canStep,
      canInterrupt: player.canInterrupt,
      speed: player.speed,
      clock: this.clock,
      unit: player.unit,
    };
    return controlsView(state, this.controlActions);
  }

  private renderStory(): TemplateResult {
    const { player } = this;
    const { state } = player.cursor;
    const trouble = player.notice || this.loadFailed;
    const bad = trouble !== '' || (state.phase === 'ended' && state.problem !== null && state.status !== 0);
    // While it plays, sentences come too fast to be read out; then only the eye gets them.
    return html`<p class="story ${bad ? 'trouble' : ''}" aria-live=${player.phase === 'playing' && !this.asks ? 'off' : 'polite'}>
      ${trouble || this.sentence}
    </p>`;
  }

  private get sentence(): string {
    const { player } = this;
    if (player.loading) return TEXT.player.engineLoading;
    if (this.asks) return TEXT.player.asks;
    const told = story(player.cursor.recording.log, player.cursor.state);
    return this.stoppedHere ? `${TEXT.story.stopped} ${told}` : told;
  }

  private get stoppedHere(): boolean {
    return this.player.stoppedAt === this.player.cursor.position;
  }

  /** The program waits for input, and the picture has come to that moment. */
  private get asks(): boolean {
    return this.player.wantsInput && this.player.cursor.atEnd;
  }

  private renderInput(): TemplateResult | typeof nothing {
    if (!this.asks) return nothing;
    const send = (event: SubmitEvent): void => {
      event.preventDefault();
      const field = (event.target as HTMLFormElement).querySelector('input');
      this.player.feed(field?.value ?? '');
      if (field) field.value = '';
    };
    return html`<form class="ask" @submit=${send}>
      <input aria-label=${TEXT.player.input} placeholder=${TEXT.player.inputShort} autocomplete="off" autocapitalize="off" spellcheck="false" />
      <button class="button" type="submit">${TEXT.player.send}</button>
      <button class="button" type="button" @click=${(): void => this.player.feed(null)}>${TEXT.player.endInput}</button>
    </form>`;
  }

  private readonly controlActions: ControlActions = {
    run: () => this.run(),
    pause: () => this.pause(),
    resume: () => this.resume(),
    step: (direction) => this.step(direction),
    stop: () => this.stop(),
    reset: () => this.reset(),
    interrupt: () => this.interrupt(),
    setSpeed: (speed) => {
      this.speed = speed;
    },
    setClock: (clock) => {
      // A run cannot change its clock; one that is over can still be looked at.
      if (this.player.phase !== 'ended') this.player.reset();
      this.clock = clock;
    },
    setUnit: (unit: StepUnit) => {
      this.player.unit = unit;
      this.requestUpdate();
    },
  };

  private readonly timelineActions: TimelineActions = {
    scrub: (shown) => this.player.scrub(shown),
    step: (direction) => this.player.step(direction),
  };

  private readonly goTo = (position: number): void => {
    this.player.goTo(position);
  };

  private readonly readChild = (): void => {
    if (this.example || this.src || this.text) return;
    const child = this.querySelector('script[type="text/x-python"]');
    if (child) this.program = dedent(child.textContent);
  };

  private async loadProgram(): Promise<void> {
    const load = ++this.loads;
    const name = this.example ?? this.src ?? '';
    try {
      const text = await fetchProgram(this.programAddress());
      if (load === this.loads) this.program = text;
    } catch {
      if (load !== this.loads) return;
      this.loadFailed = TEXT.player.sourceFailed(name);
      this.requestUpdate();
    }
  }

  private programAddress(): URL {
    if (!this.example) return new URL(this.src ?? '', document.baseURI);
    // A name is one file of the folder: it cannot lead out of it.
    const file = `${encodeURIComponent(this.example)}.py`;
    return new URL(file, LoopScopeElement.examples ?? new URL('examples/', document.baseURI));
  }

  /** Until the editor is there, the program stands in its place as plain text. */
  private show(text: string): void {
    this.text = text;
    this.requestUpdate();
  }

  private async openEditor(): Promise<void> {
    const [{ SourceView: View }] = await Promise.all([import('../view/source'), this.updateComplete]);
    const parent = this.renderRoot.querySelector<HTMLElement>('.editor');
    if (!parent || this.editor || !this.isConnected) return;
    this.editor = new View({
      parent,
      root: this.renderRoot as ShadowRoot,
      readOnly: this.readonly,
      onEdit: () => this.noteEdit(),
    });
    this.editor.open(this.text, this.brief);
    this.requestUpdate();
  }

  private noteEdit(): void {
    this.edited = true;
    clearTimeout(this.checkTimer);
    this.checkTimer = setTimeout(this.checkSyntax, CHECK_AFTER);
    this.requestUpdate();
    const detail: EditDetail = { source: this.program, original: this.program === this.original };
    this.dispatch('loopscope-edit', detail);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    this.run();
  };

  /** Underlines what the engine's own parser does not understand. */
  private readonly checkSyntax = (): void => {
    const { program } = this;
    this.player
      .prepare()
      .then((engine) => engine.check(program))
      .then((problem) => {
        if (program === this.program) this.editor?.showProblem(problem);
      })
      .catch(() => undefined);
  };

  /** Whoever points at the player may soon run it. */
  private readonly foresee = (): void => {
    this.player.prepare().catch(() => undefined);
  };

  private tellPhase(phase: PlayerPhase): void {
    this.toldPhase = phase;
    this.dispatch('loopscope-phase', { phase, position: this.player.cursor.position });
  }

  private dispatch(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private readonly draw = (): void => {
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.picture');
    const axis = this.renderRoot.querySelector<HTMLCanvasElement>('.axis');
    const frame = canvas?.closest<HTMLElement>('.lanes');
    if (!canvas || !axis || !frame) return;
    canvas.onpointerdown = this.scrubByPointer;
    frame.onscroll = this.draw;
    const { cursor, shown } = this.player;
    const { lanes } = visibleLanes(cursor);
    const { scrollTop, clientHeight } = frame;
    const live = this.player.running && this.player.phase === 'playing';
    this.painter.draw(cursor, { axis, canvas, lanes, shown, live, from: scrollTop, to: scrollTop + clientHeight });
  };

  private readonly scrubByPointer = (down: PointerEvent): void => {
    const canvas = down.currentTarget as HTMLCanvasElement;
    const { pace } = this.player.cursor.recording;
    const move = (event: PointerEvent): void => {
      const share = (event.offsetX - EDGE) / Math.max(1, canvas.clientWidth - 2 * EDGE);
      this.player.scrub(Math.max(0, Math.min(1, share)) * pace.end);
    };
    if (pace.length === 0 || down.button !== 0) return;
    canvas.setPointerCapture(down.pointerId);
    canvas.onpointermove = move;
    canvas.onpointerup = canvas.onpointercancel = (): void => {
      canvas.onpointermove = null;
    };
    move(down);
  };

  /** The reader is asked for a line: the field takes the focus, unless he is about something outside. */
  private offerInput(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.ask input');
    const { activeElement } = document;
    if (field && field !== this.offered && (activeElement === this || activeElement === document.body)) field.focus({ preventScroll: true });
    this.offered = field;
  }

  private followOutput(): void {
    const print = this.renderRoot.querySelector<HTMLElement>('.print');
    if (!print) return;
    const last = print.querySelector<HTMLElement>('.line:last-of-type');
    const key = `${this.player.cursor.position.toString()}:${print.childElementCount.toString()}`;
    if (!last || print.dataset['seen'] === key) return;
    print.dataset['seen'] = key;
    print.scrollTop = print.scrollHeight;
  }
}

/** A speed as an attribute says it; nothing usable is 1. */
function speedFrom(value: string | null): number {
  const speed = value === 'max' ? Infinity : Number(value);
  return speed > 0 ? speed : 1;
}
