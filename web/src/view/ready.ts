import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { colourOf } from '../model/state';
import type { Handle, LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { handleReason, handleWords } from '../model/words';
import { badge, shape, toneClass } from './shapes';
import { box, empty } from './box';

/** Where many are ready, nearly all of them are others at the next picture: each that is shown is laid out anew. */
const SHOWN = 16;

/** The ready queue, first in line on the left; what waits for the next turn stands behind a mark. `hidden`: it must not answer a question. */
export function readyView(state: LoopState, hidden = false): TemplateResult {
  const { size } = state.ready;
  if (hidden) return box({ name: 'ready', title: TEXT.ready.title, explain: 'ready' }, empty(TEXT.ready.asked));
  const content = size > 0 ? queue(state, size) : empty(state.phase === 'before' ? TEXT.explain.ready[0] : TEXT.ready.empty);
  return box({ name: 'ready', title: TEXT.ready.title, explain: 'ready', count: size }, content);
}

function queue(state: LoopState, size: number): TemplateResult {
  const first: Handle[] = [];
  for (const handle of state.ready.values()) if (first.push(handle) === SHOWN) break;
  const now = first.filter((handle) => handle.place < state.batchEnd);
  const next = first.slice(now.length);
  const between = now.length > 0 || state.loop.phase === 'batch';
  return html`<div class="queue" tabindex="0" role="group" aria-label=${TEXT.ready.title}>
    ${group(state, now, TEXT.ready.now)} ${group(state, next, between ? TEXT.ready.next : '')}
    ${size > first.length ? html`<span class="rest">+${size - first.length}</span>` : nothing}
  </div>`;
}

function group(state: LoopState, handles: readonly Handle[], label: string): TemplateResult | typeof nothing {
  if (handles.length === 0) return nothing;
  return html`<div class="group">
    ${label ? html`<span class="group-label">${label}</span>` : nothing}
    <ol>
      ${repeat(
        handles,
        (handle) => handle.id,
        (handle) => html`<li class=${handle.cancelled ? 'cancelled' : ''}>${handleChip(state, handle)}</li>`,
      )}
    </ol>
  </div>`;
}

/** A handle as a chip: the task it is about, or the callback. */
export function handleChip(state: LoopState, handle: Handle): TemplateResult {
  const words = handleWords(state, handle);
  const reason = handleReason(state, handle);
  if (handle.about && reason) {
    return html`<span class="chip ${toneClass(colourOf(state, handle.about))}" title="${words}: ${reason}"
      >${badge(state, handle.about)}<span class="more">${reason}</span></span
    >`;
  }
  if (handle.about) return html`<span class="chip ${toneClass(colourOf(state, handle.about))}">${badge(state, handle.about, words)}</span>`;
  return html`<span class="chip tone-main"><span class="badge">${shape(-1)}<b>${words}</b></span></span>`;
}
