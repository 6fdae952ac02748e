/**
 * <loop-compare>: two programs run side by side and are shown on one time axis. `left` and `right` name lessons; the reader
 * may choose others and change them.
 */
import { LitElement, html, nothing, svg } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { Engine } from '../engine/types';
import { outputAt } from '../model/output';
import { Recording } from '../model/recording';
import { lanesUpTo, positionAtTime } from '../model/same_axis';
import type { AxisLane, AxisSpan } from '../model/same_axis';
import { colourOf, nameOf } from '../model/state';
import { TEXT, clock, seconds } from '../model/text';
import { tickStep } from '../model/ticks';
import { compareStyles } from '../view/compare_styles';
import { vars } from '../view/box';
import { docstringTail } from '../view/docstring';
import { printedText } from '../view/output';
import { badge, shape, toneClass } from '../view/shapes';
import { styles } from '../view/styles';
import { LoopScopeElement } from './loop_scope';
import type { Files } from './link';
import { fetchProgram } from './program';

/** A program that runs longer than this, in milliseconds, is compared as far as it came. */
const LONGEST = 4000;
const WIDTH = 1000;
const ROW = 20;

interface Side {
  readonly name: 'left' | 'right';
  lesson: string;
  program: string;
  /** What lies beside it. */
  files: Files;
  recording: Recording;
  run: number;
}

export class LoopCompareElement extends LitElement {
  static override styles = [styles, compareStyles];
  static override properties = {
    left: { type: String },
    right: { type: String },
    theme: { type: String, reflect: true },
  };

  declare left: string;
  declare right: string;
  declare theme: string | null;
  /** The lessons that can be chosen: name and title. */
  lessons: readonly (readonly [string, string])[] = [];

  private readonly sides: readonly [Side, Side] = [emptySide('left'), emptySide('right')];
  private readonly engines = new Map<Side['name'], Promise<Engine>>();
  /** The second that is looked at. */
  private time = 0;
  private playing = 0;
  private failed = '';

  constructor() {
    super();
    this.left = '04_one_after_another';
    this.right = '05_tasks_overlap';
    this.theme = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.playing);
  }

  /** Takes a program instead of a lesson, and what lies beside it; without `files` what lay there stays. */
  async setProgram(side: 'left' | 'right', program: string, files?: Files): Promise<void> {
    const [left, right] = this.sides;
    const which = side === 'left' ? left : right;
    which.lesson = '';
    which.program = program;
    which.files = files ?? which.files;
    await this.record(which);
  }

  protected override willUpdate(changes: PropertyValues): void {
    for (const side of this.sides) if (changes.has(side.name) && this[side.name]) void this.open(side, this[side.name]);
  }

  protected override render(): TemplateResult {
    return html`<div class="compare player" dir=${TEXT.direction} role="group" aria-label=${TEXT.compare.label}>
      ${this.renderHead()}
      <div class="pair">${this.sides.map((side) => this.renderProgram(side))}</div>
      <div class="compare-lanes" role="group" aria-label=${TEXT.timeline.title}>${this.bothThere ? html`${this.renderRuler()} ${this.sides.map((side) => this.renderLanes(side))}` : nothing}</div>
      <div class="pair prints">${this.sides.map((side) => this.renderOutput(side))}</div>
    </div>`;
  }

  /** Lanes that came one after the other would push each other about. */
  private get bothThere(): boolean {
    return this.sides.every((side) => side.recording.length > 0);
  }

  private get end(): number {
    return Math.max(0.001, ...this.sides.map((side) => side.recording.end.time));
  }

  private renderHead(): TemplateResult {
    const play = this.playing === 0;
    return html`<div class="controls">
        <button type="button" class="button main" @click=${(): void => (play ? this.play() : this.stop())}>${play ? TEXT.compare.play : TEXT.player.pause}</button>
        <input
          type="range"
          class="scrub"
          min="0"
          max=${this.end.toFixed(4)}
          step="any"
          .value=${this.time.toFixed(4)}
          aria-label=${TEXT.moment}
          aria-valuetext=${clock(this.time)}
          @input=${(event: Event): void => this.goTo(Number((event.target as HTMLInputElement).value))}
        />
        <b class="clock">${clock(this.time)}</b>
      </div>
      <p class="story" aria-live="polite">${this.failed || this.verdict()}</p>`;
  }

  /** Which one ends first, and by how much. */
  private verdict(): string {
    const [left, right] = this.sides.map((side) => side.recording.end.time);
    if (!this.bothThere || left === undefined || right === undefined) return TEXT.player.engineLoading;
    return TEXT.compare.verdict(seconds(left), seconds(right), seconds(Math.abs(left - right)), Math.sign(right - left));
  }

  /** The seconds that both share. */
  private renderRuler(): TemplateResult {
    const share = (time: number): Record<string, string> => ({ '--share': (time / this.end).toFixed(4) });
    return html`<div class="compare-lane ruler-row" aria-hidden="true">
      <span></span><span class="axis-ticks">${ticks(this.end).map((time) => html`<i ${vars(share(time))}>${seconds(time)}</i>`)}</span>
    </div>`;
  }

  private renderLanes(side: Side): TemplateResult {
    const { recording } = side;
    const state = recording.stateAt(positionAtTime(recording, this.time));
    const { lanes, more } = lanesUpTo(recording, this.time);
    const ends = { '--share': (recording.end.time / this.end).toFixed(4) };
    return html`<div class="lane-group">
      <div class="compare-lane lane-title">
        <b>${TEXT.compare[side.name]}</b><span class="axis-end">${recording.length > 0 ? html`<i ${vars(ends)}>${TEXT.compare.ends(seconds(recording.end.time))}</i>` : nothing}</span>
      </div>
      ${lanes.map((lane) => html`<div class="compare-lane"><span>${badge(nameOf(state, lane.id) ? state : recording.end, lane.id)}</span>${this.renderLane(side, lane)}</div>`)}
      ${more > 0 ? html`<p class="rest">${TEXT.timeline.hidden(more)}</p>` : nothing}
    </div>`;
  }

  private renderProgram(side: Side): TemplateResult {
    const { recording } = side;
    const title = TEXT.compare[side.name];
    return html`<section class="side side-${side.name}" role="group" aria-label=${title}>
      <header>
        <select aria-label="${title}: ${TEXT.compare.choose}" @change=${(event: Event): void => this.choose(side, (event.target as HTMLSelectElement).value)}>
          ${side.lesson ? nothing : html`<option value="" selected>${TEXT.compare.own}</option>`}
          ${this.lessons.map(([name, words]) => html`<option value=${name} ?selected=${name === side.lesson}>${words}</option>`)}
        </select>
        <span class="ending">${recording.length > 0 ? TEXT.compare.takes(seconds(recording.end.time)) : ''}</span>
      </header>
      <textarea
        spellcheck="false"
        autocapitalize="off"
        aria-label="${title}: ${TEXT.player.sourceTitle}"
        .value=${side.program}
        @change=${(event: Event): void => void this.setProgram(side.name, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </section>`;
  }

  private renderOutput(side: Side): TemplateResult {
    const { recording } = side;
    const position = positionAtTime(recording, this.time);
    const state = recording.stateAt(position);
    const title = TEXT.compare[side.name];
    return html`<section class="side" role="group" aria-label="${title}: ${TEXT.output.title}">
      <div class="print" tabindex="0" role="log" aria-live="off" aria-label="${title}: ${TEXT.output.title}">
        ${outputAt(recording.log, position).lines.map(
          (line) =>
            html`<div class="line ${toneClass(colourOf(state, line.by))} ${line.error ? 'error' : ''}">
              <span class="mark">${line.first ? shape(colourOf(state, line.by)) : nothing}</span><span class="text">${printedText(line)}</span><time>${line.first ? clock(line.time) : ''}</time>
            </div>`,
        )}
      </div>
    </section>`;
  }

  private renderLane(side: Side, { id, spans }: AxisLane): TemplateResult {
    const scale = WIDTH / this.end;
    const tone = toneClass(colourOf(side.recording.end, id));
    return html`<svg class="axis-lane ${tone}" viewBox="0 0 ${WIDTH} ${ROW}" preserveAspectRatio="none" aria-hidden="true">${spans.map((span) => spanView(span, scale))}</svg>`;
  }

  private choose(side: Side, lesson: string): void {
    if (lesson) void this.open(side, lesson);
  }

  private async open(side: Side, lesson: string): Promise<void> {
    side.lesson = lesson;
    side.files = {};
    const asked = ++side.run;
    try {
      const file = `${encodeURIComponent(lesson)}.py`;
      const program = await fetchProgram(new URL(file, LoopScopeElement.examples ?? new URL('examples/', document.baseURI)));
      if (asked !== side.run) return;
      side.program = program;
      this.requestUpdate();
      await this.updateComplete;
      this.passDocstring(side);
      await this.record(side);
    } catch {
      this.failed = TEXT.player.sourceFailed(lesson);
      this.requestUpdate();
    }
  }

  /** What a lesson says about itself stands above the window: its code is what is compared. */
  private passDocstring({ name, program }: Side): void {
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>(`.side-${name} textarea`);
    const tail = docstringTail(program);
    if (!field || !tail) return;
    const lines = program.slice(0, tail.to).split('\n').length;
    field.scrollTop = lines * parseFloat(getComputedStyle(field).lineHeight);
  }

  /** Runs a side's program on the virtual clock, and shows both from their end on. */
  private async record(side: Side): Promise<void> {
    const run = ++side.run;
    const recording = new Recording();
    const coming = this.engines.get(side.name) ?? LoopScopeElement.engine();
    this.engines.set(side.name, coming);
    const engine = await coming;
    if (run !== side.run) return;
    const running = engine.run(side.program, { clock: 'virtual', lines: true, files: side.files, events: (batch) => recording.append(batch) });
    const late = setTimeout(() => running.stop(), LONGEST);
    running.feed(null);
    await running.finished;
    clearTimeout(late);
    if (run !== side.run) return;
    side.recording = recording;
    this.failed = '';
    this.goTo(this.end);
  }

  private goTo(time: number): void {
    this.time = Math.min(time, this.end);
    this.requestUpdate();
  }

  private play(): void {
    if (this.time >= this.end) this.time = 0;
    let last = performance.now();
    const tick = (now: number): void => {
      this.time += Math.min(0.1, (now - last) / 1000);
      last = now;
      if (this.time >= this.end) this.stop();
      else this.playing = requestAnimationFrame(tick);
      this.goTo(this.time);
    };
    this.playing = requestAnimationFrame(tick);
    this.requestUpdate();
  }

  private stop(): void {
    cancelAnimationFrame(this.playing);
    this.playing = 0;
    this.requestUpdate();
  }
}

const MOST_TICKS = 4;

/** The seconds that the ruler names. */
function ticks(end: number): number[] {
  const step = tickStep(end, MOST_TICKS);
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, n) => n * step);
}

function emptySide(name: Side['name']): Side {
  return { name, lesson: '', program: '', files: {}, recording: new Recording(), run: 0 };
}

/** A span; what takes no time is still to be seen. */
function spanView({ from, to, phase }: AxisSpan, scale: number): TemplateResult | typeof nothing {
  const x = from * scale;
  const width = (to - from) * scale;
  switch (phase) {
    case 'waiting':
    case 'parked':
      return svg`<path class="axis-wait" d="M${x} ${ROW / 2}h${width}" />`;
    case 'ready':
      return svg`<rect class="axis-ready" x=${x} y="5" width=${Math.max(2, width)} height="10" />`;
    case 'running':
    case 'blocked':
      return svg`<rect class="axis-${phase}" x=${x} y="3" width=${Math.max(5, width)} height="14" />`;
    default:
      return nothing;
  }
}
