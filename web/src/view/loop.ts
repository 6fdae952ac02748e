import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { waitOwner } from '../model/words';
import type { LoopPhase, LoopState } from '../model/state';
import { heading } from './box';
import { TEXT, clock, seconds } from '../model/text';

type Part = keyof typeof TEXT.loop.phases;

const PARTS: readonly Part[] = ['wait', 'timers', 'run'];
const LIT: Readonly<Partial<Record<LoopPhase, Part>>> = { wait: 'wait', timers: 'timers', batch: 'run' };

/** The loop's own head: its clock, the number of its turn, and its three phases with the current one lit. */
export function loopView(state: LoopState, time: number): TemplateResult {
  const lit = state.phase === 'running' ? LIT[state.loop.phase] : undefined;
  return html`<section class="loop" role="group" aria-label=${TEXT.loop.title}>
    <div class="loop-clock">${heading(TEXT.loop.short, 'loop')}<b>${clock(time)}</b><span class="turn" title=${turn(state).join(' ')}>${turn(state).map((words) => html`<span>${words}</span>`)}</span></div>
    <ol class="cycle">
      ${PARTS.map(
        (part) => html`<li class=${part === lit ? 'lit' : ''} aria-current=${part === lit ? 'step' : nothing}>
          ${icon(part)}<span>${TEXT.loop.phases[part]}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}

/** The number of the turn; and while the loop waits, how long and for whom. */
function turn(state: LoopState): readonly string[] {
  const { loop, phase } = state;
  switch (loop.phase) {
    case 'none':
      return [phase === 'ended' ? TEXT.loop.never : TEXT.loop.none];
    case 'closed':
      return [TEXT.loop.closed];
    case 'wait':
      return [TEXT.loop.waits(loop.iteration), until(state)];
    default:
      return [loop.iteration === 0 ? TEXT.loop.made : TEXT.loop.turn(loop.iteration)];
  }
}

/** How long the loop waits, and for whose timer. */
function until(state: LoopState): string {
  const { deadline, waitBegan } = state.loop;
  if (!Number.isFinite(deadline)) return TEXT.loop.waitWoken;
  return TEXT.loop.waitFor(seconds(Math.max(0, deadline - waitBegan)), waitOwner(state));
}

const ICONS: Readonly<Record<Part, string>> = {
  wait: 'M4 1.5h8M4 14.5h8M5 1.5c0 4 6 4.5 6 6.5s-6 2.5-6 6.5M11 1.5c0 4-6 4.5-6 6.5s6 2.5 6 6.5',
  timers: 'M8 4.5V8l2.5 2M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
  run: 'M4.5 2.5l8 5.5-8 5.5z',
};

function icon(part: Part): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${ICONS[part]} />`}</svg>`;
}
