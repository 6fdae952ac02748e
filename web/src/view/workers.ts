import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WORKER_BEGINS_KIND } from '../model/state';
import { colourOf } from '../model/state';
import type { LoopState, Worker } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { badge, toneClass } from './shapes';
import { box } from './box';

/** Threads and processes beside the loop; nothing until the program has any. */
export function workersView(state: LoopState, time: number): TemplateResult | typeof nothing {
  if (state.workers.size === 0) return nothing;
  const workers = [...state.workers.values()];
  const busy = workers.filter((worker) => worker.phase === 'running' || worker.phase === 'parked').length;
  return box(
    { name: 'workers', title: TEXT.workers.title, help: TEXT.workers.help, count: busy },
    html`<ul class="rows">
      ${repeat(
        workers,
        (worker) => worker.id,
        (worker) => row(state, worker, time),
      )}
    </ul>`,
  );
}

function row(state: LoopState, worker: Worker, time: number): TemplateResult {
  const kind = worker.kind === WORKER_BEGINS_KIND.PROCESS ? TEXT.workers.process : TEXT.workers.thread;
  const left = worker.phase === 'parked' && Number.isFinite(worker.deadline) ? Math.max(0, worker.deadline - time) : Number.NaN;
  return html`<li class="row worker-${worker.phase} ${toneClass(colourOf(state, worker.id))}">
    <span class="what">${badge(state, worker.id)}<span class="more">${worker.job || kind}</span></span>
    <span class="when"
      ><b>${TEXT.workers.phases[worker.phase]}</b>${Number.isNaN(left) ? nothing : html` ${seconds(left)}`}</span
    >
  </li>`;
}
