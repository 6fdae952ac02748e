import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { colourOf } from '../model/state';
import type { LoopState, Timer } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { timerWords } from '../model/words';
import { badge, toneClass } from './shapes';
import { box, empty, vars } from './box';

const SHOWN = 12;

/** Timers by deadline, each with its countdown; `time` is the clock, which runs on between events. */
export function timersView(state: LoopState, time: number): TemplateResult {
  const timers = [...state.timers.values()].sort((a, b) => a.deadline - b.deadline);
  const content =
    timers.length === 0
      ? empty(TEXT.timers.empty)
      : html`<ol class="rows">
          ${repeat(
            timers.slice(0, SHOWN),
            (timer) => timer.id,
            (timer) => row(state, timer, time),
          )}
          ${timers.length > SHOWN ? html`<li class="rest">+${timers.length - SHOWN}</li>` : nothing}
        </ol>`;
  return box({ name: 'timers', title: TEXT.timers.title, help: TEXT.timers.help, count: timers.length }, content);
}

function row(state: LoopState, timer: Timer, time: number): TemplateResult {
  const left = Math.max(0, timer.deadline - time);
  const whole = Math.max(1e-9, timer.deadline - timer.set);
  const share = Math.min(1, left / whole);
  return html`<li class="row timer ${toneClass(colourOf(state, timer.owner))}">
    <span class="what">${timer.owner ? badge(state, timer.owner) : nothing}<span class="more">${timerWords(state, timer)}</span></span>
    <span class="when"><b>${left > 0 ? TEXT.timers.left(seconds(left)) : TEXT.timers.due}</b> ${TEXT.timers.at(seconds(timer.deadline))}</span>
    <span class="bar" aria-hidden="true"><i ${vars({ '--share': share.toFixed(4) })}></i></span>
  </li>`;
}
