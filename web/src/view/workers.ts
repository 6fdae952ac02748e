import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WORKER_BEGINS_KIND } from '../model/state';
import { colourOf } from '../model/state';
import type { LoopState, Worker } from '../model/state';
import { TEXT, clock } from '../model/text';
import { isBusy, shortName } from '../model/words';
import { badge, toneClass } from './shapes';
import { box, empty } from './box';

const SHOWN = 40;

/**
 * Threads and processes beside the loop. `has` says that the program has some sooner or later: then the box keeps its place
 * from the beginning, and the others need not make room for it.
 */
export function workersView(state: LoopState, time: number, has: boolean): TemplateResult | typeof nothing {
  if (!has) return nothing;
  const workers = [...state.workers.values()];
  const content =
    workers.length === 0
      ? empty(TEXT.workers.empty)
      : html`<ul class="rows">
          ${repeat(
            workers.slice(-SHOWN),
            (worker) => worker.id,
            (worker) => row(state, worker, time),
          )}
        </ul>`;
  return box({ name: 'workers', title: TEXT.workers.title, explain: 'workers', count: workers.filter(isBusy).length }, content);
}

function row(state: LoopState, worker: Worker, time: number): TemplateResult {
  const kind = worker.kind === WORKER_BEGINS_KIND.PROCESS ? TEXT.workers.process : TEXT.workers.thread;
  const left = worker.phase === 'parked' && Number.isFinite(worker.deadline) ? Math.max(0, worker.deadline - time) : Number.NaN;
  return html`<li class="row worker-${worker.phase} ${toneClass(colourOf(state, worker.id))}">
    <span class="what" title="${worker.name} ${worker.job}">${badge(state, worker.id, '', shortName(worker.name))}<span class="more">${worker.job || kind}</span></span>
    <span class="when"
      ><b>${TEXT.workers.phases[worker.phase]}</b>${Number.isNaN(left) ? nothing : html` ${clock(left)}`}</span
    >
  </li>`;
}
