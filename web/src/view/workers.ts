import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { WORKER_BEGINS_KIND } from '../model/state';
import { colourOf } from '../model/state';
import type { LoopState, Socket, Worker } from '../model/state';
import { TEXT, clock } from '../model/text';
import { isBusy, shortName, waitPhrase } from '../model/words';
import { badge, toneClass } from './shapes';
import { box, empty } from './box';

const SHOWN = 40;

/**
 * Threads, processes and connections beside the loop. `end` is the last state that is known: when the program has some sooner
 * or later, the box keeps its place from the beginning, and the others need not make room for it.
 */
export function workersView(state: LoopState, time: number, end: LoopState): TemplateResult | typeof nothing {
  const [hasWorkers, hasSockets] = [end.workers.size > 0, end.sockets.size > 0];
  if (!hasWorkers && !hasSockets) return nothing;
  const workers = [...state.workers.values()];
  const sockets = connections(state);
  const title = !hasSockets ? TEXT.workers.title : hasWorkers ? TEXT.workers.both : TEXT.network.title;
  const content =
    workers.length + sockets.length === 0
      ? empty(hasWorkers ? TEXT.workers.empty : TEXT.network.empty)
      : html`<ul class="rows">
          ${repeat(
            workers.slice(-SHOWN),
            (worker) => worker.id,
            (worker) => row(state, worker, time),
          )}
          ${repeat(
            sockets.slice(0, SHOWN),
            (socket) => socket.id,
            (socket) => (socket.phase === 'listening' || socket.peer === 0 ? listenerRow(socket) : connectionRow(socket, state.sockets.get(socket.peer))),
          )}
        </ul>`;
  const count = workers.filter(isBusy).length + sockets.filter(({ phase }) => phase === 'open').length;
  return box({ name: 'workers', title, explain: hasWorkers ? 'workers' : 'network', count }, content);
}

/** What is under way is looked for first. */
const ORDER: readonly Socket['phase'][] = ['open', 'listening', 'ended'];

/** Of the two ends of a connection the one that asked for it stands for both. */
function connections(state: LoopState): Socket[] {
  const shown: Socket[] = [];
  for (const socket of state.sockets.values()) {
    const other = state.sockets.get(socket.peer);
    if (!other || socket.asked || (!other.asked && socket.id < other.id)) shown.push(socket);
  }
  return shown.sort((a, b) => ORDER.indexOf(a.phase) - ORDER.indexOf(b.phase));
}

function listenerRow(socket: Socket): TemplateResult {
  return html`<li class="row socket socket-${socket.phase}">
    <span class="what"><b>${socket.address || TEXT.network.connection}</b></span><span class="when"><b>${TEXT.network.phases[socket.phase]}</b></span>
  </li>`;
}

function connectionRow(client: Socket, server: Socket | undefined): TemplateResult {
  const over = [client, server].filter((end) => end?.phase === 'ended').length;
  const words = over === 2 ? TEXT.network.phases.ended : over === 1 ? TEXT.network.half : TEXT.network.phases.open;
  return html`<li class="row socket socket-${over === 2 ? 'ended' : 'open'}">
    <span class="what"><b>${client.address || TEXT.network.connection}</b>${way('→', TEXT.network.out, server)}${way('←', TEXT.network.back, client)}</span>
    <span class="when"><b>${words}</b></span>
  </li>`;
}

/** What is on its way to one end, and what has come and waits to be read. */
function way(sign: string, where: string, end: Socket | undefined): TemplateResult {
  const { underWay, arrived } = end ?? { underWay: 0, arrived: 0 };
  const unread = Math.min(arrived, underWay);
  return html`<span class="way ${underWay > 0 ? 'busy' : ''}" title=${where}><span aria-hidden="true">${sign}</span><span class="unseen">${where}:</span> ${TEXT.network.bytes(underWay - unread, unread)}</span>`;
}

function row(state: LoopState, worker: Worker, time: number): TemplateResult {
  const kind = worker.kind === WORKER_BEGINS_KIND.PROCESS ? TEXT.workers.process : TEXT.workers.thread;
  const left = worker.phase === 'parked' && !worker.woken && Number.isFinite(worker.deadline) ? Math.max(0, worker.deadline - time) : Number.NaN;
  const reason = state.threadWaits.get(worker.id);
  const what = reason ? waitPhrase(state, reason) : worker.job || kind;
  return html`<li class="row worker-${worker.phase} ${toneClass(colourOf(state, worker.id))}">
    <span class="what" title="${worker.name} ${reason ? what : worker.job}">${badge(state, worker.id, '', shortName(worker.name))}<span class="more">${what}</span></span>
    <span class="when"
      >${reason ? nothing : html`<b>${TEXT.workers.phases[worker.woken ? 'woken' : worker.phase]}</b>`}${Number.isNaN(left) ? nothing : html` ${clock(left)}`}</span
    >
  </li>`;
}
