/** What opens over the boxes when it is asked for: hints, predictions, help. Each is loaded when it is opened first. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Recording } from '../model/recording';
import { TEXT } from '../model/text';
import type { Mistake } from '../model/later/mistakes';
import type { Quiz } from '../view/later/quiz';
import type { Player } from './player';

const PAGES = ['hints', 'quiz', 'help'] as const;
export type Page = (typeof PAGES)[number];

export interface DrawerHost {
  readonly player: Player;
  program(): string;
  /** All that it is made of, as one text. */
  whole(): string;
  /** Replaces the program; the reader can undo it. */
  apply(text: string): void;
  /** Runs the program for the reader to see. */
  run(): void;
  changed(): void;
  /** Tells the reader something. */
  say(words: string): void;
}

const CLOSE = 'M4 4l8 8M12 4l-8 8';

export class Drawer {
  /** What is open. */
  page: Page | null = null;
  /** What opens when the moment is there that it is about. */
  private awaited: Page | null = null;
  private content: (() => TemplateResult) | null = null;
  private mistakes: readonly Mistake[] = [];
  /** The run that `mistakes` are about. */
  private looked: Recording | null = null;
  private quiz: Quiz | null = null;
  /** What the output was predicted of, as one text. */
  private predicted = '';
  private opener: HTMLElement | null = null;

  constructor(private readonly host: DrawerHost) {}

  /** The program is another one. */
  forget(): void {
    this.predicted = '';
    this.awaited = null;
    this.forgetRun();
  }

  /** The run is over and forgotten; what was said about it too. */
  forgetRun(): void {
    if (this.page !== 'help') this.page = null;
    this.mistakes = [];
    this.looked = null;
    this.quiz = null;
  }

  /** Opens a page, which a link named, when the player has come to its moment; another word opens nothing. */
  openLater(page: string): void {
    this.awaited = PAGES.find((known) => known === page) ?? null;
    this.host.changed();
  }

  /** At each picture: whether there is something to open, or to say. */
  look(): void {
    this.openAwaited();
    this.lookForMistakes();
  }

  private openAwaited(): void {
    const { awaited } = this;
    if (awaited === null || this.host.player.onItsWay || (awaited === 'hints' && this.mistakes.length === 0)) return;
    this.awaited = null;
    void this.open(awaited);
  }

  /** Once a run has been seen to its end. */
  private lookForMistakes(): void {
    const { phase, cursor, running } = this.host.player;
    if (phase !== 'ended' || running || this.looked === cursor.recording || cursor.recording.length === 0) return;
    const { recording } = cursor;
    this.looked = recording;
    const program = this.host.program();
    void import('../model/later/mistakes').then(({ findMistakes }) => {
      if (this.looked !== recording) return;
      this.mistakes = findMistakes(recording, program);
      if (this.mistakes.length > 0) this.host.changed();
    });
  }

  async open(page: Page): Promise<void> {
    const active = document.activeElement?.shadowRoot?.activeElement;
    this.opener = active instanceof HTMLElement ? active : null;
    await this.opening(page === 'hints' ? this.openHints() : page === 'quiz' ? this.openQuiz(false) : this.openHelp());
  }

  /** What is loaded only now may not be to be had. */
  private async opening(coming: Promise<void>): Promise<void> {
    try {
      await coming;
    } catch {
      this.host.say(TEXT.player.partFailed);
    }
  }

  /** What is in the ready queue is being asked. */
  get hidesReady(): boolean {
    return this.page === 'quiz' && this.quiz?.hidesReady === true;
  }

  close(): boolean {
    if (this.page === null) return false;
    this.page = null;
    this.host.changed();
    this.opener?.focus();
    this.opener = null;
    return true;
  }

  get wantsPrediction(): boolean {
    return this.predicted !== this.host.whole();
  }

  /** Records the program unseen and asks for the order of its output; then it runs. */
  async predictFirst(): Promise<void> {
    await this.opening(this.openQuiz(true));
  }

  renderButtons(predict: boolean): TemplateResult {
    const { player } = this.host;
    const hints = this.mistakes.length;
    return html`<div class="story-tools">
      ${hints > 0
        ? html`<button type="button" class="small hint-button" aria-expanded=${this.page === 'hints' ? 'true' : 'false'} @click=${(): void => this.toggle('hints')}>
            ${TEXT.drawer.hints(hints)}
          </button>`
        : nothing}
      ${predict && player.phase !== 'playing'
        ? html`<button type="button" class="small" aria-expanded=${this.page === 'quiz' ? 'true' : 'false'} @click=${(): void => this.toggle('quiz')}>${TEXT.drawer.quiz}</button>`
        : nothing}
    </div>`;
  }

  render(): TemplateResult | typeof nothing {
    if (this.page === null || !this.content) return nothing;
    const title = { hints: TEXT.drawer.hintsTitle, quiz: TEXT.drawer.quizTitle, help: TEXT.drawer.helpTitle }[this.page];
    return html`<aside class="drawer" role="region" aria-label=${title}>
      <header>
        <h2>${title}</h2>
        <button type="button" class="tool" aria-label=${TEXT.drawer.close} title=${TEXT.drawer.close} @click=${(): boolean => this.close()}>
          <svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${CLOSE} />`}</svg>
        </button>
      </header>
      <div class="drawer-content" tabindex="0" role="group" aria-label=${title}>${this.content()}</div>
    </aside>`;
  }

  private toggle(page: Page): void {
    if (this.page === page) this.close();
    else void this.open(page);
  }

  private show(page: Page, content: () => TemplateResult): void {
    this.page = page;
    this.content = content;
    this.host.changed();
  }

  private async openHints(): Promise<void> {
    const { cardsView } = await import('../view/later/cards');
    const { player } = this.host;
    this.show('hints', () =>
      cardsView(this.mistakes, player.cursor.recording.end, this.host.program(), {
        goTo: (position) => player.goTo(position),
        apply: (text) => {
          this.close();
          this.host.apply(text);
        },
      }),
    );
  }

  private async openHelp(): Promise<void> {
    const { helpView } = await import('../view/later/help');
    this.show('help', helpView);
  }

  private async openQuiz(first: boolean): Promise<void> {
    const { Quiz: Made } = await import('../view/later/quiz');
    const { player } = this.host;
    const whole = this.host.whole();
    if (player.phase === 'idle' || first) await player.record(this.host.program());
    this.quiz ??= new Made({
      changed: () => this.host.changed(),
      goTo: (position) => player.goTo(position),
      answered: () => {
        this.predicted = whole;
      },
      run: () => {
        this.predicted = whole;
        this.close();
        this.host.run();
      },
    });
    const quiz = this.quiz;
    quiz.ask(player.cursor, first || player.cursor.position === 0);
    this.show('quiz', () => quiz.render(player.cursor));
  }
}
