/** Predict first: the order of the output before a run, and at a moment who runs next and what is ready. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../../model/cursor';
import { candidates, inPlace, linesToOrder, namesOf, readyTasks, shuffled, whoRunsNext } from '../../model/later/questions';
import type { Next, PrintedLine } from '../../model/later/questions';
import { QUIZ } from '../../model/later/text';
import { nameOf } from '../../model/state';
import type { Id } from '../../model/state';
import { badge } from '../shapes';

export interface QuizHost {
  changed(): void;
  goTo(position: number): void;
  /** The order was found, or shown. */
  answered(): void;
  /** Runs the program for the reader to see. */
  run(): void;
}

/** After so many wrong answers the right one is shown. */
const TRIES = 2;

type Answer = 'open' | 'wrong' | 'right' | 'shown';

interface Question {
  answer: Answer;
  tries: number;
}

export class Quiz {
  private lines: readonly PrintedLine[] | null = null;
  private guess: PrintedLine[] = [];
  private order: Question = { answer: 'open', tries: 0 };
  private good = 0;
  /** The moment that is asked about; -1: the order of the output is asked for. */
  private position = -1;
  private next: Next | null = null;
  private nextQuestion: Question = { answer: 'open', tries: 0 };
  private readyQuestion: Question = { answer: 'open', tries: 0 };
  private readonly chosen = new Set<Id>();
  private dragged = -1;

  constructor(private readonly host: QuizHost) {}

  /** Asks about the whole output, or about the moment at which the cursor stands. */
  ask(cursor: Cursor, whole: boolean): void {
    if (whole) {
      this.position = -1;
      if (this.lines) return;
      this.lines = linesToOrder(cursor.recording);
      this.guess = [...shuffled(this.lines ?? [])];
      if (!this.lines) this.host.answered();
    } else this.askAbout(cursor);
  }

  render(cursor: Cursor): TemplateResult {
    if (this.position < 0 && cursor.position === 0) return this.lines ? this.renderOrder(this.lines) : html`<p>${QUIZ.noOutput}</p>${this.watch()}`;
    if (cursor.position !== this.position) this.askAbout(cursor);
    return this.renderMoment(cursor);
  }

  private askAbout(cursor: Cursor): void {
    this.position = cursor.position;
    this.next = whoRunsNext(cursor);
    this.nextQuestion = { answer: 'open', tries: 0 };
    this.readyQuestion = { answer: 'open', tries: 0 };
    this.chosen.clear();
  }

  private renderOrder(lines: readonly PrintedLine[]): TemplateResult {
    const over = this.order.answer === 'right' || this.order.answer === 'shown';
    return html`<p>${QUIZ.order}</p>
      <ol class="order" aria-label=${QUIZ.orderList} @keydown=${(event: KeyboardEvent): void => this.moveByKey(event)}>
        ${this.guess.map((line, n) => this.renderLine(line, n, over, lines))}
      </ol>
      <p class="verdict" role="status">${this.verdict(lines)}</p>
      ${this.order.answer === 'shown' ? this.renderWhy(lines) : nothing}
      ${over ? this.watch() : html`<button type="button" class="button" @click=${(): void => this.check(lines)}>${QUIZ.check}</button>`}`;
  }

  private renderLine(line: PrintedLine, n: number, over: boolean, lines: readonly PrintedLine[]): TemplateResult {
    const mark = this.order.tries === 0 ? '' : line === lines[n] ? 'right' : 'wrong';
    return html`<li
      class="guess ${mark}"
      draggable=${over ? 'false' : 'true'}
      @dragstart=${(): void => {
        this.dragged = n;
      }}
      @dragover=${(event: DragEvent): void => event.preventDefault()}
      @drop=${(event: DragEvent): void => {
        event.preventDefault();
        if (this.dragged >= 0) this.move(this.dragged, n);
        this.dragged = -1;
      }}
    >
      ${mark ? html`<span class="sign" role="img" aria-label=${QUIZ.signs[mark]}>${mark === 'right' ? '✓' : '✗'}</span>` : nothing}
      <span class="text" tabindex=${over ? -1 : 0} data-place=${n}>${line.text}</span>
      ${over
        ? nothing
        : html`<button type="button" class="tool" aria-label=${QUIZ.up(line.text)} ?disabled=${n === 0} @click=${(): void => this.move(n, n - 1)}>↑</button
            ><button type="button" class="tool" aria-label=${QUIZ.down(line.text)} ?disabled=${n === this.guess.length - 1} @click=${(): void => this.move(n, n + 1)}>↓</button>`}
    </li>`;
  }

  private moveByKey(event: KeyboardEvent): void {
    const place = Number((event.target as HTMLElement).dataset['place'] ?? -1);
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (place < 0 || by === 0 || place + by < 0 || place + by >= this.guess.length) return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    this.move(place, place + by);
    // The line keeps the focus where it went: its place is there already, its text comes with the next picture.
    list.querySelector<HTMLElement>(`[data-place="${(place + by).toString()}"]`)?.focus();
  }

  private move(from: number, to: number): void {
    const [line] = this.guess.splice(from, 1);
    if (line) this.guess.splice(to, 0, line);
    this.host.changed();
  }

  private check(lines: readonly PrintedLine[]): void {
    this.good = inPlace(this.guess, lines);
    this.order.tries++;
    if (this.good === lines.length) this.order.answer = 'right';
    else if (this.order.tries >= TRIES) {
      this.order.answer = 'shown';
      this.guess = [...lines];
    } else this.order.answer = 'wrong';
    if (this.order.answer !== 'wrong') this.host.answered();
    this.host.changed();
  }

  private verdict(lines: readonly PrintedLine[]): string {
    switch (this.order.answer) {
      case 'right':
        return QUIZ.right;
      case 'wrong':
        return QUIZ.wrong(this.good, lines.length);
      case 'shown':
        return QUIZ.shown;
      default:
        return '';
    }
  }

  private renderWhy(lines: readonly PrintedLine[]): TemplateResult {
    return html`<div class="ways">
      ${lines.map((line) => html`<button type="button" class="small" @click=${(): void => this.host.goTo(line.position)}>${QUIZ.decided(line.text.trim())}</button>`)}
    </div>`;
  }

  private watch(): TemplateResult {
    return html`<button type="button" class="button main" @click=${(): void => this.host.run()}>${QUIZ.watch}</button>`;
  }

  private renderMoment(cursor: Cursor): TemplateResult {
    if (!this.next) return html`<p>${QUIZ.done}</p>`;
    return html`${this.renderNext(cursor, this.next)} ${this.renderReady(cursor)}`;
  }

  private renderNext(cursor: Cursor, next: Next): TemplateResult {
    const { state } = cursor;
    const choices: readonly Next['who'][] = [...candidates(state), 'other', 'wait'];
    const known = this.nextQuestion.answer === 'right' || this.nextQuestion.answer === 'shown';
    const words = (who: Next['who']): string => (who === 'wait' ? QUIZ.nobody : who === 'other' ? QUIZ.other : nameOf(state, who) || QUIZ.other);
    return html`<fieldset class="question">
      <legend>${QUIZ.next}</legend>
      <div class="ways">
        ${choices.map(
          (who) =>
            html`<button type="button" class="small ${known && who === next.who ? 'right' : ''}" ?disabled=${known} @click=${(): void => this.answer(this.nextQuestion, who === next.who)}>
              ${typeof who === 'number' ? badge(state, who) : words(who)}
            </button>`,
        )}
      </div>
      ${this.said(this.nextQuestion, words(next.who))}
      ${known ? html`<button type="button" class="small" @click=${(): void => this.host.goTo(next.position)}>${QUIZ.because}</button>` : nothing}
    </fieldset>`;
  }

  private renderReady(cursor: Cursor): TemplateResult {
    const { state } = cursor;
    const ready = readyTasks(state);
    const known = this.readyQuestion.answer === 'right' || this.readyQuestion.answer === 'shown';
    const right = (): boolean => ready.size === this.chosen.size && [...ready].every((id) => this.chosen.has(id));
    return html`<fieldset class="question question-ready">
      <legend>${QUIZ.ready}</legend>
      <div class="ways">
        ${candidates(state).map(
          (id) =>
            html`<label class="small"
              ><input type="checkbox" .checked=${this.chosen.has(id)} ?disabled=${known} @change=${(): void => this.choose(id)} />${badge(state, id)}</label
            >`,
        )}
      </div>
      ${this.said(this.readyQuestion, namesOf(state, ready) || QUIZ.nothing)}
      ${known ? nothing : html`<button type="button" class="small" @click=${(): void => this.answer(this.readyQuestion, right())}>${QUIZ.check}</button>`}
    </fieldset>`;
  }

  private choose(id: Id): void {
    if (!this.chosen.delete(id)) this.chosen.add(id);
    this.host.changed();
  }

  private answer(question: Question, right: boolean): void {
    question.tries++;
    question.answer = right ? 'right' : question.tries >= TRIES ? 'shown' : 'wrong';
    this.host.changed();
  }

  private said(question: Question, answer: string): TemplateResult {
    const words = { open: '', wrong: QUIZ.no, right: `${QUIZ.yes} ${QUIZ.answer(answer)}`, shown: QUIZ.answer(answer) }[question.answer];
    return html`<p class="verdict" role="status">${words}</p>`;
  }

  /** The ready queue must not give its answer away. */
  get hidesReady(): boolean {
    return this.position >= 0 && this.next !== null && (this.readyQuestion.answer === 'open' || this.readyQuestion.answer === 'wrong');
  }
}
