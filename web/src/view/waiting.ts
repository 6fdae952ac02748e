import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { lineSign, lineWords } from '../model/places';
import { colourOf } from '../model/state';
import type { Id, LoopState, Task } from '../model/state';
import { TEXT } from '../model/text';
import { threadWaitPhrase, waitPhrase } from '../model/words';
import { badge, toneClass } from './shapes';
import { box, empty } from './box';

const SHOWN = 30;

/** The suspended tasks and the threads that block, each with what it waits for in words. */
export function waitingView(state: LoopState, tabs: TemplateResult): TemplateResult {
  const waiting: Task[] = [];
  let count = 0;
  for (const id of state.alive.keys()) {
    const task = state.tasks.get(id);
    if (task?.phase === 'waiting' && ++count <= SHOWN) waiting.push(task);
  }
  const threads = [...state.threadWaits.keys()];
  count += threads.length;
  const content =
    count === 0
      ? empty(state.phase === 'before' ? TEXT.explain.waiting[0] : TEXT.waiting.empty)
      : html`<ul class="rows">
          ${repeat(
            waiting,
            (task) => task.id,
            (task) => row(state, task),
          )}
          ${repeat(
            threads.slice(0, SHOWN),
            (id) => id,
            (id) => threadRow(state, id),
          )}
          ${count > SHOWN ? html`<li class="rest">+${count - SHOWN}</li>` : nothing}
        </ul>`;
  return box({ name: 'waiting', title: TEXT.waiting.title, tabs, count }, content);
}

function row(state: LoopState, task: Task): TemplateResult {
  return html`<li class="row ${toneClass(colourOf(state, task.id))}">
    <span class="what"
      >${badge(state, task.id)}<span class="more">${task.waits ? waitPhrase(state, task.waits) : ''}</span>
      ${task.cancelAsked ? html`<span class="flag">${TEXT.waiting.cancelAsked}</span>` : nothing}</span
    >
    ${at(state, task.line)}
  </li>`;
}

function threadRow(state: LoopState, id: Id): TemplateResult {
  return html`<li class="row ${toneClass(colourOf(state, id))}">
    <span class="what">${badge(state, id)}<span class="more">${threadWaitPhrase(state, id)}</span></span>
    ${at(state, (state.workers.get(id) ?? state.tasks.get(id) ?? state.threadWaits.get(id))?.line ?? 0)}
  </li>`;
}

function at(state: LoopState, line: number): TemplateResult | typeof nothing {
  return line > 0 ? html`<span class="at" title=${lineWords(state, line)}>${lineSign(state, line)}</span>` : nothing;
}
