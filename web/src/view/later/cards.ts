/** The mistakes that a run proves, each as a card: the line, why, and the change that mends it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { CARDS, TITLES } from '../../model/later/text';
import type { Fix, Mistake } from '../../model/later/mistakes';
import { lineWords } from '../../model/places';
import type { LoopState } from '../../model/state';

export interface CardActions {
  goTo(position: number): void;
  /** Replaces the program by a mended one. */
  apply(program: string): void;
}

/** `state`: how the run that proves them ended. */
export function cardsView(mistakes: readonly Mistake[], state: LoopState, program: string, actions: CardActions): TemplateResult {
  if (mistakes.length === 0) return html`<p class="empty">${CARDS.none}</p>`;
  return html`<ul class="cards">
    ${mistakes.map((mistake) => html`<li>${card(mistake, state, program, actions)}</li>`)}
  </ul>`;
}

function card(mistake: Mistake, state: LoopState, program: string, actions: CardActions): TemplateResult {
  return html`<article class="mistake">
    <h3>${TITLES[mistake.kind]}${mistake.line > 0 ? html` <span class="at">${lineWords(state, mistake.line)}</span>` : nothing}</h3>
    <p>${mistake.why}</p>
    ${mistake.fix ? diff(mistake.fix) : nothing}
    <div class="ways">
      <button type="button" class="small" @click=${(): void => actions.goTo(mistake.position)}>${CARDS.moment}</button>
      ${mistake.fix && fits(program, mistake.fix)
        ? html`<button type="button" class="small" @click=${(): void => actions.apply(mended(program, mistake.fix))}>${CARDS.apply}</button>`
        : nothing}
    </div>
  </article>`;
}

function diff({ remove, insert }: Fix): TemplateResult {
  return html`<pre class="diff" aria-label=${CARDS.fix}>${remove.map((line) => html`<del>- ${line}\n</del>`)}${insert.map((line) => html`<ins>+ ${line}\n</ins>`)}</pre>`;
}

/** The lines to change are still there. */
function fits(program: string, { line, remove }: Fix): boolean {
  const lines = program.split('\n');
  return remove.every((text, n) => lines[line - 1 + n] === text);
}

function mended(program: string, fix: Fix | null): string {
  if (!fix) return program;
  const lines = program.split('\n');
  lines.splice(fix.line - 1, fix.remove.length, ...fix.insert);
  return lines.join('\n');
}
