import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { LoopPhase, LoopState } from '../model/state';
import { TEXT, seconds } from '../model/text';

type Part = keyof typeof TEXT.loop.phases;

const PARTS: readonly Part[] = ['wait', 'timers', 'run'];
const LIT: Readonly<Partial<Record<LoopPhase, Part>>> = { wait: 'wait', timers: 'timers', batch: 'run' };

/** The loop's own head: its clock, the number of its turn, and its three phases with the current one lit. */
export function loopView(state: LoopState, time: number): TemplateResult {
  const { loop } = state;
  const lit = state.phase === 'running' ? LIT[loop.phase] : undefined;
  return html`<section class="loop" role="group" aria-label=${TEXT.loop.title}>
    <div class="loop-clock">
      <b>${seconds(time)}</b>
      <span>${loop.phase === 'none' ? TEXT.loop.none : loop.phase === 'closed' ? TEXT.loop.closed : TEXT.loop.turn(loop.iteration)}</span>
    </div>
    <ol class="cycle">
      ${PARTS.map(
        (part) => html`<li class=${part === lit ? 'lit' : ''} aria-current=${part === lit ? 'step' : nothing}>
          ${arrow(part)}<span>${TEXT.loop.phases[part]}${part === 'wait' && part === lit ? html` <em>${until(loop.deadline)}</em>` : nothing}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}

function until(deadline: number): string {
  return Number.isFinite(deadline) ? TEXT.loop.waitUntil(seconds(deadline)) : TEXT.loop.waitWoken;
}

const ICONS: Readonly<Record<Part, string>> = {
  wait: 'M4 1.5h8M4 14.5h8M5 1.5c0 4 6 4.5 6 6.5s-6 2.5-6 6.5M11 1.5c0 4-6 4.5-6 6.5s6 2.5 6 6.5',
  timers: 'M8 4.5V8l2.5 2M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2z',
  run: 'M4.5 2.5l8 5.5-8 5.5z',
};

function arrow(part: Part): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${ICONS[part]} />`}</svg>`;
}
