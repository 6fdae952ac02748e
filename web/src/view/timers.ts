import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { colourOf, nameOf } from '../model/state';
import type { LoopState, Timer } from '../model/state';
import { TEXT, countdown, seconds } from '../model/text';
import { isSleep, timerWords } from '../model/words';
import { badge, shape, toneClass } from './shapes';
import { box, empty, vars } from './box';

const SHOWN = 20;

/** Timers by deadline, each with its countdown; `time` is the clock, which runs on between events. */
export function timersView(state: LoopState, time: number): TemplateResult {
  const { size } = state.timers;
  const content =
    size + state.struck.length === 0
      ? empty(state.phase === 'before' ? TEXT.explain.timers[0] : TEXT.timers.empty)
      : html`<ol class="rows">
          ${repeat(
            withStruck(nextDue(state), state.struck),
            (timer) => timer.id,
            (timer) => row(state, timer, time),
          )}
          ${size > SHOWN ? html`<li class="rest">+${size - SHOWN}</li>` : nothing}
        </ol>`;
  return box({ name: 'timers', title: TEXT.timers.title, explain: 'timers', count: size }, content);
}

/** The timers that are due first. A program may have thousands, so they are not all sorted for each picture. */
function nextDue(state: LoopState): Timer[] {
  const first: Timer[] = [];
  for (const timer of state.timers.values()) {
    if (first.length === SHOWN && timer.deadline >= (first[SHOWN - 1]?.deadline ?? Infinity)) continue;
    let place = first.length;
    while (place > 0 && (first[place - 1]?.deadline ?? 0) > timer.deadline) place--;
    first.splice(place, 0, timer);
    if (first.length > SHOWN) first.pop();
  }
  return first;
}

/** The cancelled ones stand where the loop would come to them. */
function withStruck(due: Timer[], struck: readonly Timer[]): readonly Timer[] {
  return struck.length === 0 ? due : [...due, ...struck].sort((a, b) => a.deadline - b.deadline);
}

function row(state: LoopState, timer: Timer, time: number): TemplateResult {
  const left = Math.max(0, timer.deadline - time);
  const whole = Math.max(1e-9, timer.deadline - timer.set);
  const share = Math.min(1, left / whole);
  if (timer.cancelled) {
    return html`<li class="row timer struck ${toneClass(colourOf(state, timer.owner))}">
      <span class="what">${owner(state, timer)}</span>
      <span class="when"><b>${TEXT.timers.cancelled}</b><s>${TEXT.timers.at(seconds(timer.deadline))}</s></span>
    </li>`;
  }
  return html`<li class="row timer ${toneClass(colourOf(state, timer.owner))}">
    <span class="what">${owner(state, timer)}</span>
    <span class="when"><b>${left > 0 ? TEXT.timers.left(countdown(left, whole)) : TEXT.timers.due}</b><span>${TEXT.timers.at(seconds(timer.deadline))}</span></span>
    <span class="bar" aria-hidden="true"><i ${vars({ '--share': share.toFixed(3) })}></i></span>
  </li>`;
}

/** A sleep is its task's own; any other timer is a callback that somebody has set. */
function owner(state: LoopState, timer: Timer): TemplateResult {
  if (isSleep(state, timer)) return badge(state, timer.owner);
  const name = nameOf(state, timer.owner);
  const by = name ? TEXT.timers.by(name) : '';
  return html`<span class="badge ${toneClass(colourOf(state, timer.owner))}"
    >${shape(-1)}<b title=${by || nothing}>${timerWords(timer)}</b>${by ? html`<span class="more">${by}</span>` : nothing}</span
  >`;
}
