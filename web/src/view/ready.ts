import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { colourOf } from '../model/state';
import type { Handle, LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { handleTask, handleWords } from '../model/words';
import { badge, shape, toneClass } from './shapes';
import { box, empty } from './box';

const SHOWN = 24;

/** The ready queue, first in line on the left; what waits for the next turn stands behind a mark. */
export function readyView(state: LoopState): TemplateResult {
  const now = state.ready.filter((handle) => handle.inBatch);
  const next = state.ready.filter((handle) => !handle.inBatch);
  const between = now.length > 0 || state.loop.phase === 'batch';
  const content =
    state.ready.length === 0
      ? empty(TEXT.ready.empty)
      : html`<div class="queue">
          ${group(state, now, TEXT.ready.now)} ${group(state, next, between ? TEXT.ready.next : '')}
        </div>`;
  return box({ name: 'ready', title: TEXT.ready.title, help: TEXT.ready.help, count: state.ready.length }, content);
}

function group(state: LoopState, handles: readonly Handle[], label: string): TemplateResult | typeof nothing {
  if (handles.length === 0) return nothing;
  return html`<div class="group">
    ${label ? html`<span class="group-label">${label}</span>` : nothing}
    <ol>
      ${repeat(
        handles.slice(0, SHOWN),
        (handle) => handle.id,
        (handle) => html`<li class=${handle.cancelled ? 'cancelled' : ''}>${handleChip(state, handle)}</li>`,
      )}
      ${handles.length > SHOWN ? html`<li class="rest">+${handles.length - SHOWN}</li>` : nothing}
    </ol>
  </div>`;
}

/** A handle as a chip: the task it is about, or the callback. */
export function handleChip(state: LoopState, handle: Handle): TemplateResult {
  const task = handleTask(state, handle);
  const words = handleWords(state, handle);
  if (task && state.tasks.has(task)) return html`<span class="chip ${toneClass(colourOf(state, task))}">${badge(state, task, words)}</span>`;
  return html`<span class="chip tone-main"><span class="badge">${shape(-1)}<b>${words}</b></span></span>`;
}
