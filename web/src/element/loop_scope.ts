/**
 * <loop-scope>: an asyncio program that can be edited, run, paused, stepped and looked at. This module is the class
 * alone; `register.ts` makes it an element, so that a page may choose another name or time.
 *
 * The program is the text of a child <script type="text/x-python">, or what `src` points to, or the lesson that
 * `example` names.
 */
import { LitElement, html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Clock, Engine, SyntaxProblem } from '../engine/types';
import type { StepUnit } from '../model/log';
import { pointersOf } from '../model/marks';
import { errorPlaces, toldPlace } from '../model/places';
import type { Place } from '../model/places';
import { colourOf, nameOf } from '../model/state';
import { story } from '../model/story';
import { TEXT } from '../model/text';
import { valuesOf } from '../model/values';
import { hush } from '../view/box';
import type { ShownValue } from '../view/later/values';
import { controlsView, interruptButton } from '../view/controls';
import type { ControlActions, MenuAction } from '../view/controls';
import { bytesView, fileTabs } from '../view/files';
import { loopView } from '../view/loop';
import { outputView } from '../view/output';
import type { OutputActions } from '../view/output';
import { readyView } from '../view/ready';
import { runningView } from '../view/running';
import { SIDES, sideView } from '../view/side';
import type { Side, SideActions } from '../view/side';
import { PROGRAM, SourceControl } from './source_control';
import { isPython } from '../view/python_words';
import { NO_MARKS } from '../view/source_marks_types';
import type { SourceMarks } from '../view/source_marks_types';
import { styles } from '../view/styles';
import { timelineView } from '../view/timeline';
import type { TimelineActions } from '../view/timeline';
import { timersView } from '../view/timers';
import { unitOf } from '../view/unit';
import { workersView } from '../view/workers';
import { Drawer } from './drawer';
import { actOnKey } from './keys';
import type { KeyActions } from './keys';
import { momentToHash } from './link';
import type { Files, Moment } from './link';
import { openLink } from './open_link';
import { Player } from './player';
import type { PlayerPhase } from './player';
import { TimelineControl } from './timeline_control';
import { dedent, fetchProgram } from './program';

/** Told with `loopscope-phase` whenever the player starts, pauses or ends. */
export interface PhaseDetail {
  readonly phase: PlayerPhase;
  /** How many events the cursor has passed. */
  readonly position: number;
}

/** Told with `loopscope-edit` whenever the reader changes the program. */
export interface EditDetail {
  /** The program as it stands. */
  readonly source: string;
  /** The path of the file beside it that was changed; '': the program was. */
  readonly file: string;
  /** All is again as it was given to the player. */
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
/** Whoever is so many pixels from the last line of the output is there. */
const NEARLY = 30;
const NOTHING_SAID = { words: '', at: '' };

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
    view: { type: String, reflect: true },
    predict: { type: String, reflect: true },
    moment: { type: String },
  };

  /** How every player of the page gets its engine; set by whoever registers the element. */
  static engine: () => Promise<Engine> = () => Promise.reject(new Error('no engine was given to the element'));
  /** The folder of the lessons that `example` names. */
  static examples: URL | null = null;
  /** The lessons' programs by name, where they need not be fetched. */
  static programs: ReadonlyMap<string, string> | null = null;

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

  /** `simple` shows a beginner's boxes alone: ready, running, waiting, output. */
  declare view: 'simple' | 'full';
  /** Whether the reader may say what will happen before it does: `off`, `optional`, or `required` before each first run. */
  declare predict: 'off' | 'optional' | 'required';

  /** What `link()` gave: a program's moment, and what is open beside it, to begin with. */
  declare moment: string | null;

  /** Settles when the program that `example` or `src` names is there, or cannot be had. */
  loaded: Promise<void> = Promise.resolve();

  private original = '';
  /** The text of the lesson that `example` names. */
  private lesson = '';
  private edited = false;
  /** What the source shows of the moment. */
  private marks: SourceMarks = NO_MARKS;
  /** What the engine's parser did not understand when the text was last checked. */
  private problem: SyntaxProblem | null = null;
  private toldPhase: PlayerPhase = 'idle';
  private loadFailed = '';
  /** What the reader's last wish led to, and where he was then. */
  private said = NOTHING_SAID;
  private loads = 0;
  /** The program is being fetched. */
  private fetching = false;
  /** What the reader asked for meanwhile, to be done with the program when it is there. */
  private awaited: (() => void) | null = null;
  private resize: ResizeObserver | null = null;
  private checkTimer: ReturnType<typeof setTimeout> | undefined;
  /** The reader has scrolled away from the last line of the output. */
  private readsOutput = false;
  /** The field for input that has had its chance of the focus. */
  private offered: HTMLInputElement | null = null;
  /** The reader has answered in the field that is there. */
  private answered = false;
  private readonly player = new Player({
    load: () => LoopScopeElement.engine(),
    changed: () => {
      this.requestUpdate();
    },
  });
  private given: Files = {};
  /** The path of the file that is shown in the program's place. */
  private file = PROGRAM;
  /** Where a traceback was followed to. */
  private pointed: Place | null = null;
  /** The moment whose file was shown last. */
  private followedTo = 0;
  private side: Side = 'waiting';
  /** The player's units across in the box of the sides; measured when it has got another size. */
  private sideRoom = Infinity;
  private selected = 0;
  private readonly source = new SourceControl({
    root: () => this.shadowRoot ?? undefined,
    readOnly: () => this.readonly,
    brief: () => this.brief,
    given: (path) => textOf(this.givenContent(path)),
    onEdit: () => this.noteEdit(),
    onStops: (lines) => this.player.setBreakpoints(lines),
    values: (name, inside, isLocal) => this.valuesOf(name, inside, isLocal),
    changed: () => {
      this.requestUpdate();
    },
  });
  private readonly timeline = new TimelineControl({
    player: this.player,
    root: () => this.renderRoot,
    selected: () => this.selected,
    select: (task) => this.select(task),
    changed: () => {
      this.requestUpdate();
    },
  });
  private readonly drawer = new Drawer({
    player: this.player,
    program: () => this.program,
    whole: () => [this.program, ...Object.values(this.files).map(textOf)].join('\0'),
    apply: (text) => this.edit(text),
    run: () => this.start(),
    say: (words) => {
      this.say(words);
    },
    changed: () => {
      this.requestUpdate();
    },
  });

  constructor() {
    super();
    this.player.files = () => this.files;
    this.example = null;
    this.src = null;
    this.clock = 'virtual';
    this.speed = 1;
    this.readonly = false;
    this.brief = false;
    this.theme = null;
    this.view = 'full';
    this.predict = 'off';
    this.moment = null;
  }

  /** The program as it stands in its box. */
  get program(): string {
    return this.source.program;
  }

  /** Replaces the program, also one that is on its way, and forgets the last run. */
  set program(text: string) {
    this.loads++;
    this.fetching = false;
    this.awaited = null;
    this.take(text);
  }

  private take(text: string): void {
    this.original = text;
    this.loadFailed = '';
    this.player.reset();
    this.drawer.forget();
    this.selected = 0;
    this.file = PROGRAM;
    this.pointed = null;
    this.source.open(text);
    this.problem = null;
    this.edited = false;
  }

  /** What lies beside the program in every run, by path: modules that it imports, data that it opens. Tabs show them, to be edited. */
  get files(): Files {
    return Object.fromEntries(this.filePaths.map((path) => [path, this.contentOf(path)]));
  }

  /** Replaces what was given this way before, and forgets what the reader made of any file. */
  set files(files: Files) {
    this.given = files;
    this.file = PROGRAM;
    this.pointed = null;
    this.source.forgetFiles();
    this.requestUpdate();
  }

  /** Changes the program as the reader would: `reset` brings the original back. */
  edit(text: string): void {
    this.file = PROGRAM;
    this.source.setText(text);
    this.noteEdit();
  }

  get phase(): PlayerPhase {
    return this.player.phase;
  }

  /** Starts the program from its beginning, whatever was going on; where a prediction is required, asks for it first. */
  run(): void {
    if (this.waitForProgram(() => this.run())) return;
    if (this.predict === 'required' && this.drawer.wantsPrediction) {
      this.edited = false;
      void this.drawer.predictFirst();
    } else this.start();
  }

  private start(): void {
    this.edited = false;
    this.showProgram();
    this.drawer.forgetRun();
    this.timeline.zoom.reset();
    void this.player.start(this.program);
  }

  /** True: what was asked for is done later, since the program is still on its way. */
  private waitForProgram(act: () => void): boolean {
    if (!this.fetching) return false;
    this.awaited = act;
    this.requestUpdate();
    return true;
  }

  pause(): void {
    this.player.pause();
  }

  resume(): void {
    this.player.resume();
  }

  /** One step forward or back; forward before the first run records the program and stops at its first line. */
  step(direction: 1 | -1 = 1): void {
    if (this.waitForProgram(() => this.step(direction))) return;
    if (this.player.phase === 'idle') {
      this.edited = false;
      this.showProgram();
      if (direction > 0) void this.player.start(this.program, true);
    } else this.player.step(direction);
  }

  stop(): void {
    if (!this.player.stop()) this.say(TEXT.player.interrupted);
  }

  /** The part of an address that brings back this program and this moment of its run. */
  link(): Promise<string> {
    const { player, program } = this;
    const own = this.example === null || program !== this.lesson;
    return momentToHash({
      ...(own ? { code: program } : {}),
      ...(this.filePaths.length === 0 ? {} : { files: this.files }),
      file: this.file,
      ...(this.example === null ? {} : { example: this.example }),
      clock: this.clock,
      // Another run on the real clock is another run: its moments cannot be found again.
      at: player.ranOn === 'virtual' && player.phase !== 'idle' && !this.edited ? player.cursor.position : 0,
      view: this.view,
      side: this.side,
      drawer: this.drawer.page ?? '',
      task: this.selected,
      stops: this.source.stops,
    });
  }

  /** Shows the moment that a link told of; the program must be there. */
  async recall(moment: Omit<Moment, 'code' | 'files' | 'example'>): Promise<void> {
    this.clock = moment.clock;
    this.view = moment.view;
    this.side = SIDES.find((side) => side === moment.side) ?? 'waiting';
    this.selected = moment.task;
    await this.updateComplete;
    this.source.setStops(moment.stops);
    if (this.filePaths.includes(moment.file)) this.showFile(moment.file);
    this.drawer.openLater(moment.drawer);
    if (moment.at > 0 && moment.clock === 'virtual') await this.player.start(this.program, true, moment.at);
  }

  /** Does what a key asks for, as if the focus were in the player; true when it asked for something. */
  key(event: KeyboardEvent): boolean {
    return actOnKey(event, this.keyActions);
  }

  /** Forgets the run and brings the original program back, and the files beside it. */
  reset(): void {
    this.player.reset();
    this.drawer.forget();
    this.selected = 0;
    this.pointed = null;
    const changed = this.changedFiles;
    for (const path of changed) this.source.restore(path);
    if (this.program !== this.original) this.edit(this.original);
    else if (changed.length > 0) this.noteEdit();
    this.edited = false;
    this.requestUpdate();
  }

  /** Sends the program the signal of Ctrl-C. */
  interrupt(): void {
    this.player.interrupt();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.takeEarly();
    // Where it was taken out of a page and put in again, what it had made there is gone.
    if (this.hasUpdated) this.requestUpdate();
    this.resize = new ResizeObserver(this.remeasure);
    this.resize.observe(this);
    void this.updateComplete.then(() => {
      const box = this.renderRoot.querySelector('.box-waiting');
      if (box) this.resize?.observe(box);
    });
    this.addEventListener('pointerenter', this.foresee, { once: true });
    this.addEventListener('focusin', this.foresee, { once: true });
    this.addEventListener('keydown', this.onKey);
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
    this.timeline.dispose();
    this.player.dispose();
    this.drawer.forget();
    this.source.dispose();
  }

  protected override willUpdate(changes: PropertyValues): void {
    if (changes.has('speed') && this.speed !== this.player.speed && this.speed > 0) this.player.speed = this.speed;
    if (this.file !== PROGRAM && !this.filePaths.includes(this.file)) this.showFile(PROGRAM);
    this.followRun();
    if (this.player.phase === 'playing') this.timeline.follow();
    this.drawer.look();
    if (this.said.at !== this.place) this.said = NOTHING_SAID;
    if (changes.has('clock')) this.player.clock = this.clock === 'real' ? 'real' : 'virtual';
    if ((changes.has('example') && this.example) || (changes.has('src') && this.src)) this.loaded = this.loadProgram();
    if (changes.has('moment') && this.moment) void this.openMoment(new URLSearchParams(this.moment));
  }

  protected override updated(changes: PropertyValues): void {
    if (changes.has('readonly')) this.source.setReadOnly(this.readonly);
    const { phase } = this.player;
    // What changes the page comes before what measures it: each change that is measured behind it lays the page out again.
    this.timeline.draw();
    this.source.show(this.marks, phase !== 'idle');
    this.followOutput();
    this.offerInput();
    if (phase !== this.toldPhase) this.tellPhase(phase);
  }

  protected override render(): TemplateResult {
    const { player } = this;
    const { cursor, time } = player;
    const { state, recording } = cursor;
    const simple = this.view === 'simple';
    return html`<div class="player ${simple ? 'simple' : 'full'} ${player.rush ? 'rush' : ''}" dir=${TEXT.direction} role="group" aria-label=${TEXT.player.label} data-phase=${player.phase}>
      ${this.renderControls()} ${this.renderStory()}
      <div class="stage">
        <div class="source">
          ${this.renderSource()} ${this.renderNote()}
        </div>
        <div class="boxes">
          ${simple ? nothing : loopView(state, time)} ${readyView(state, this.drawer.hidesReady)} ${runningView(state, time)} ${simple ? nothing : timersView(state, time)}
          ${sideView(cursor, time, this.side, this.selected, this.sideRoom, this.sideActions)}
          ${simple ? nothing : workersView(state, time, recording.end)}
        </div>
        ${this.drawer.render()}
      </div>
      <div class="floor">
        ${simple ? nothing : timelineView(this.timelineLook(time), this.timelineActions)}
        <div class="io">
          ${outputView(recording, state, this.stoppedHere, this.outputActions)} ${this.renderInput()}
        </div>
      </div>
    </div>`;
  }

  /** The program, or a file that lies beside it. */
  private renderSource(): TemplateResult {
    const paths = this.filePaths;
    const failed = this.edited ? null : this.failedAt;
    this.marks = this.marksOf(failed);
    const content = this.file === PROGRAM ? '' : this.contentOf(this.file);
    const look = (path: string): { changed: boolean; failed: boolean } => ({ changed: path === PROGRAM ? this.program !== this.original : this.source.isChanged(path), failed: failed?.has(path) ?? false });
    return html`${paths.length === 0 ? nothing : fileTabs(paths, this.file, look, this.showFile)}
    ${this.source.render(this.marks, typeof content !== 'string', paths.length > 0)} ${typeof content === 'string' ? nothing : bytesView(this.file, content)}`;
  }

  /** What the source shows of the moment. */
  private marksOf(failed: ReadonlyMap<string, number> | null): SourceMarks {
    const { file, pointed } = this;
    if (this.edited) return NO_MARKS;
    const marks = pointersOf(this.player.cursor.state, failed === null ? null : (failed.get(file) ?? 0), file);
    return pointed?.file === file ? { ...marks, error: pointed.line } : marks;
  }

  /** The line of each file in which the error that ended the program went wrong, the innermost first; null: nothing is known of that. */
  private get failedAt(): ReadonlyMap<string, number> | null {
    const { recording, state } = this.player.cursor;
    return state.phase === 'ended' && state.problem ? errorPlaces(recording.output(state.position).lines, state.problem.type) : null;
  }

  private readonly showFile = (path: string): void => {
    if (path === this.file) return;
    this.file = path;
    this.problem = null;
    this.source.choose(path === PROGRAM || typeof this.contentOf(path) === 'string' ? path : PROGRAM);
    this.checkSoon();
    this.requestUpdate();
  };

  /** A run is seen in the program. Whoever writes in a file goes on writing there. */
  private showProgram(): void {
    this.pointed = null;
    if (this.renderRoot.querySelector('.code-window')?.contains((this.renderRoot as ShadowRoot).activeElement) !== true) this.showFile(PROGRAM);
  }

  /** Whoever goes to another moment sees the file in which the run stands there; while it plays that would be now this one, now that. */
  private followRun(): void {
    const { phase, cursor } = this.player;
    if (this.edited || phase === 'playing' || cursor.position === this.followedTo) return;
    this.followedTo = cursor.position;
    const { file, line } = toldPlace(cursor.state, cursor.state.line);
    if (line > 0 && this.outputActions.has(file)) this.showFile(file);
  }

  private readonly showPlace = (place: Place): void => {
    this.showFile(place.file);
    this.pointed = place;
    this.requestUpdate();
    // On a touch screen the focus would bring a keyboard over what is to be seen.
    void this.source.goTo(place.line, matchMedia('(pointer: fine)').matches);
    this.renderRoot.querySelector('.source')?.scrollIntoView({ block: 'nearest' });
  };

  private readonly outputActions: OutputActions = {
    goTo: (position) => this.goTo(position),
    show: (place) => this.showPlace(place),
    has: (file) => file === PROGRAM || this.filePaths.includes(file),
  };

  /** Under the source: what of it cannot be understood, or that it is not what ran. */
  private renderNote(): TemplateResult | typeof nothing {
    const { problem } = this;
    if (problem) return html`<p class="stale problem-note" role="status">${TEXT.player.problem(problem.message, problem.line, this.file)}</p>`;
    return this.edited && this.player.phase !== 'idle' ? html`<p class="stale">${TEXT.player.stale}</p>` : nothing;
  }

  private timelineLook(time: number): Parameters<typeof timelineView>[0] {
    const { timeline, selected } = this;
    const { cursor, shown } = this.player;
    return { cursor, shown, time, selected, window: timeline.window, first: timeline.first, last: timeline.last };
  }

  private renderControls(): TemplateResult {
    const { player } = this;
    const state = {
      phase: player.phase,
      edited: this.edited,
      canStop: player.phase === 'playing' || player.phase === 'paused',
      canStepBack: player.cursor.position > 0,
      canStep: player.canStep,
      speed: player.speed,
      clock: player.phase === 'idle' ? this.clock : player.ranOn,
      clockForced: player.phase !== 'idle' && player.ranOn !== this.clock,
      unit: player.unit,
      view: this.view,
    };
    return controlsView(state, this.controlActions);
  }

  private renderStory(): TemplateResult {
    const { player } = this;
    const { state } = player.cursor;
    const trouble = (player.cursor.atEnd ? player.notice : '') || this.loadFailed;
    const bad = trouble !== '' || (state.phase === 'ended' && state.problem !== null && state.status !== 0);
    // While it plays, sentences come too fast to be read out; then only the eye gets them.
    const told = html`<p class="told" aria-live=${player.phase === 'playing' && !this.asks ? 'off' : 'polite'}>${trouble || this.sentence}</p>`;
    return html`<div class="story ${bad ? 'trouble' : ''}">${told}${this.drawer.renderButtons(this.predict !== 'off')}${player.canInterrupt ? interruptButton(() => this.interrupt()) : nothing}</div>`;
  }

  private get sentence(): string {
    const { player } = this;
    if (this.awaited) return TEXT.player.loading;
    if (player.loading) return TEXT.player.engineLoading;
    if (this.said.words) return this.said.words;
    if (this.asks) return this.asksDebugger ? TEXT.player.asksDebugger : TEXT.player.asks;
    if (player.notFound) return TEXT.player.notFound;
    if (player.phase === 'paused' && player.cursor.position === 0 && !player.onItsWay && !this.edited) return TEXT.story.begin;
    const told = story(player.cursor.recording.log, player.cursor.state, this.innermost);
    return this.stoppedHere ? `${TEXT.story.stopped} ${told}` : told;
  }

  /** Where the error that ended the program came from, in what the reader can see. */
  private get innermost(): Place | null {
    for (const [file, line] of this.failedAt ?? []) if (this.outputActions.has(file)) return { file, line };
    return null;
  }

  /** Where the reader is: what was said to him there is over when he goes on. */
  private get place(): string {
    const { phase, cursor } = this.player;
    return phase === 'playing' ? phase : `${phase} ${cursor.position.toString()}`;
  }

  private say(words: string): void {
    this.said = { words, at: this.place };
    this.requestUpdate();
  }

  private get stoppedHere(): boolean {
    return this.player.stoppedAt === this.player.cursor.position;
  }

  /** The program waits for input, and the picture has come to that moment. */
  private get asks(): boolean {
    return this.player.wantsInput && this.player.cursor.atEnd;
  }

  /** What it waits for is a command: the last that was printed is the debugger's prompt. */
  private get asksDebugger(): boolean {
    const { recording, position } = this.player.cursor;
    return /^\(+Pdb\)+ *$/.test(recording.output(position).lines.at(-1)?.text ?? '');
  }

  private renderInput(): TemplateResult | typeof nothing {
    if (!this.asks) return nothing;
    const send = (event: SubmitEvent): void => {
      event.preventDefault();
      const field = (event.target as HTMLFormElement).querySelector('input');
      this.player.feed(field?.value ?? '');
      if (field) field.value = '';
      this.answered = true;
    };
    return html`<form class="ask" @submit=${send}>
      <input aria-label=${TEXT.player.input} placeholder=${this.asksDebugger ? TEXT.player.debuggerShort : TEXT.player.inputShort} autocomplete="off" autocapitalize="off" spellcheck="false" />
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
    setSpeed: (speed) => {
      this.speed = speed;
    },
    setClock: (clock) => {
      // A run cannot change its clock; one that is over can still be looked at.
      if (this.player.phase !== 'ended') this.player.reset();
      this.clock = clock;
    },
    setView: (view) => {
      this.view = view;
    },
    more: (what) => {
      this.more(what).catch(() => {
        this.say(TEXT.player.partFailed);
      });
    },
    setUnit: (unit: StepUnit) => {
      this.player.unit = unit;
      this.requestUpdate();
    },
  };

  private readonly timelineActions: TimelineActions = {
    scrub: (shown) => this.player.scrub(shown),
    step: (direction) => this.player.step(direction),
    zoom: (factor) => this.timeline.zoomBy(factor),
    pan: (share) => this.timeline.pan(share),
    select: (task) => this.select(task),
  };

  private readonly sideActions: SideActions = {
    show: (side) => {
      this.side = side;
      this.requestUpdate();
    },
    select: (task) => this.select(task),
    seek: (task, direction) => this.player.seekTask(task, direction),
  };

  private readonly keyActions: KeyActions = {
    run: () => this.run(),
    toggle: () => this.toggle(),
    step: (direction, unit) => {
      if (this.player.phase === 'idle') this.step(direction);
      else if (direction < 0 || this.player.canStep || this.player.phase === 'playing') this.player.step(direction, unit);
    },
    edge: (edge) => this.player.goToEdge(edge),
    seekTask: (direction) => this.seekTask(direction),
    seekBreakpoint: (direction) => {
      if (this.source.stops.size > 0 && this.player.phase !== 'idle') this.player.seekLine(this.source.stops, direction);
    },
    zoom: (factor) => this.timeline.zoomBy(factor),
    changeView: () => {
      this.view = this.view === 'simple' ? 'full' : 'simple';
    },
    help: () => void this.drawer.open('help'),
    close: () => this.close(),
  };

  private toggle(): void {
    const { phase } = this.player;
    if (phase === 'playing') this.pause();
    else if (phase === 'paused' && !this.edited) this.resume();
    else this.run();
  }

  private seekTask(direction: 1 | -1): void {
    const { state } = this.player.cursor;
    const task = this.selected || state.currentTask;
    if (task !== 0) this.player.seekTask(task, direction);
  }

  /** Chooses a task; 0 chooses none. */
  private select(task: number): void {
    this.selected = task;
    if (task !== 0 && this.view === 'full' && this.side === 'waiting') this.side = 'tasks';
    this.requestUpdate();
  }

  /** Closes what is open above the picture; false when nothing is. */
  private close(): boolean {
    const menu = this.renderRoot.querySelector<HTMLDetailsElement>('.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
      return true;
    }
    const pointedAt = this.renderRoot.querySelector('.explained:hover:not(.hush)');
    if (pointedAt) {
      hush(pointedAt);
      return true;
    }
    if (this.renderRoot instanceof ShadowRoot && this.renderRoot.activeElement?.matches('.title, .tab')) {
      (this.renderRoot.activeElement as HTMLElement).blur();
      return true;
    }
    return this.drawer.close();
  }

  private async more(what: MenuAction): Promise<void> {
    if (what === 'help') return this.drawer.open('help');
    const { doMore } = await import('./later/more');
    await doMore(what, {
      player: this.player,
      shown: () => this.shownText,
      replace: (text) => {
        if (this.file === PROGRAM) this.edit(text);
        else this.source.replace(text);
      },
      link: () => this.link(),
      name: this.example ?? 'program',
      file: this.file === PROGRAM ? `${this.example ?? 'program'}.py` : (this.file.split('/').at(-1) ?? ''),
      say: (words) => {
        this.say(words);
      },
      style: getComputedStyle(this),
    });
  }

  private readonly remeasure = (changed: readonly ResizeObserverEntry[]): void => {
    this.timeline.remeasure();
    for (const { target, contentRect } of changed) {
      const room = contentRect.width / unitOf(target);
      if (target === this || room === this.sideRoom) continue;
      this.sideRoom = room;
      this.requestUpdate();
    }
  };

  private readonly goTo = (position: number): void => {
    this.player.goTo(position);
  };

  /** What was set before this class was there stands in the property's way. */
  private takeEarly(): void {
    for (const name of ['program', 'files'] as const) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (early === undefined) continue;
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, early.value);
    }
  }

  private get fileScripts(): HTMLScriptElement[] {
    return [...this.querySelectorAll<HTMLScriptElement>('script[data-file]')];
  }

  /** As its author gave it. */
  private givenContent(path: string): string | Uint8Array {
    const given = this.given[path];
    if (given !== undefined) return given;
    return dedent(this.fileScripts.filter((script) => script.dataset.file === path).at(-1)?.textContent ?? '');
  }

  /** As its reader left it. */
  private contentOf(path: string): string | Uint8Array {
    const given = this.givenContent(path);
    return typeof given === 'string' ? this.source.contentOf(path) : given;
  }

  private get shownText(): string {
    return textOf(this.file === PROGRAM ? this.program : this.contentOf(this.file));
  }

  private get changedFiles(): string[] {
    return this.filePaths.filter((path) => this.source.isChanged(path));
  }

  private get filePaths(): string[] {
    return [...new Set([...this.fileScripts.map((script) => script.dataset.file ?? ''), ...Object.keys(this.given)])];
  }

  private readonly readChild = (): void => {
    if (this.example || this.src || this.program) return;
    const child = this.querySelector('script[type="text/x-python"]:not([data-file])');
    if (child) this.program = dedent(child.textContent);
  };

  /** A damaged one leaves the player as it is. */
  private async openMoment(parts: URLSearchParams): Promise<void> {
    // A child of an element that is still being read comes later.
    if (document.readyState === 'loading') await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
    await this.loaded;
    await openLink(this, parts).catch(() => undefined);
  }

  private async loadProgram(): Promise<void> {
    const load = ++this.loads;
    const name = this.example ?? this.src ?? '';
    this.fetching = true;
    this.awaited = null;
    try {
      const text = LoopScopeElement.programs?.get(this.example ?? '') ?? (await fetchProgram(this.programAddress()));
      if (load !== this.loads) return;
      this.take(text);
      this.lesson = text;
    } catch {
      if (load !== this.loads) return;
      this.loadFailed = TEXT.player.sourceFailed(name);
      this.awaited = null;
      this.requestUpdate();
    }
    this.fetching = false;
    // What the page has for the reader, a draft or a moment, comes first.
    setTimeout(() => {
      const { awaited } = this;
      this.awaited = null;
      if (load === this.loads) awaited?.();
    });
  }

  private programAddress(): URL {
    if (!this.example) return new URL(this.src ?? '', document.baseURI);
    // A name is one file of the folder: it cannot lead out of it.
    const file = `${encodeURIComponent(this.example)}.py`;
    return new URL(file, LoopScopeElement.examples ?? new URL('examples/', document.baseURI));
  }

  /** Of another text than the one that ran nothing is known. */
  private valuesOf(name: string, inside: string, isLocal: boolean): ShownValue[] {
    const { cursor, phase } = this.player;
    if (this.edited || phase === 'idle') return [];
    const { state } = cursor;
    return valuesOf(cursor, this.selected, name, inside, isLocal).map(({ of, value }) => ({ who: nameOf(state, of), colour: colourOf(state, of), value }));
  }

  private noteEdit(): void {
    this.edited = true;
    this.pointed = null;
    this.problem = null;
    this.checkSoon();
    this.requestUpdate();
    const detail: EditDetail = { source: this.program, file: this.file, original: this.program === this.original && this.changedFiles.length === 0 };
    this.dispatch('loopscope-edit', detail);
  }

  private checkSoon(): void {
    clearTimeout(this.checkTimer);
    if (this.edited && isPython(this.file)) this.checkTimer = setTimeout(this.checkSyntax, CHECK_AFTER);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (!event.defaultPrevented && this.key(event)) event.preventDefault();
  };

  /** Underlines what the engine's own parser does not understand. */
  private readonly checkSyntax = (): void => {
    const { file } = this;
    const text = this.shownText;
    this.player
      .prepare()
      .then((engine) => engine.check(text))
      .then((problem) => {
        if (file !== this.file || text !== this.shownText) return;
        this.source.showProblem(problem);
        this.problem = problem;
        this.requestUpdate();
      })
      .catch(() => undefined);
  };

  /** Whoever points at the player may soon run it. */
  private readonly foresee = (): void => {
    this.player.foresee(this.program).catch(() => undefined);
  };

  private tellPhase(phase: PlayerPhase): void {
    this.toldPhase = phase;
    this.dispatch('loopscope-phase', { phase, position: this.player.cursor.position });
  }

  private dispatch(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** The reader is asked for a line: the field takes the focus, unless he is about something outside. */
  private offerInput(): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('.ask input');
    const { activeElement } = document;
    if (field && field !== this.offered && (activeElement === this || activeElement === document.body)) field.focus({ preventScroll: true });
    // The field is gone, and the focus with it: keys still go to the player.
    if (!field && this.answered && activeElement === document.body) this.renderRoot.querySelector<HTMLElement>('.print')?.focus({ preventScroll: true });
    if (!field) this.answered = false;
    this.offered = field;
  }

  /** The last line stays in sight, until the reader scrolls up to read. */
  private followOutput(): void {
    const print = this.renderRoot.querySelector<HTMLElement>('.print');
    if (!print) return;
    const last = print.querySelector<HTMLElement>('.line:last-of-type');
    const key = `${this.player.cursor.position.toString()}:${print.childElementCount.toString()}`;
    if (!last || print.dataset['seen'] === key) return;
    print.dataset['seen'] = key;
    print.onscroll ??= (): void => {
      this.readsOutput = print.scrollHeight - print.scrollTop - print.clientHeight > NEARLY;
    };
    if (!this.readsOutput) print.scrollTop = print.scrollHeight;
  }
}

/** What is no text has none. */
function textOf(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : '';
}

/** A speed as an attribute says it; nothing usable is 1. */
function speedFrom(value: string | null): number {
  const speed = value === 'max' ? Infinity : Number(value);
  return speed > 0 ? speed : 1;
}
