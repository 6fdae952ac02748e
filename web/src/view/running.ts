import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { lineWords } from '../model/places';
import { HANDLE_QUEUED_KIND, colourOf } from '../model/state';
import type { Handle, LoopState, Task } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { coroutineWords, handleWords, threadWaitPhrase } from '../model/words';
import { badge, shape, toneClass } from './shapes';
import { box, empty } from './box';

/** Whoever holds the loop longer is to blame for it, in seconds. */
const BLOCKING = 0.1;
/** Less is no time that anybody could see. */
const SEEN = 0.001;

/** The one thing that holds the loop's thread now, and for how long; `time` is the clock, which runs on between events. */
export function runningView(state: LoopState, time: number): TemplateResult {
  return box({ name: 'running', title: TEXT.running.title, explain: 'running' }, who(state, time));
}

function who(state: LoopState, time: number): TemplateResult {
  const task = state.tasks.get(state.currentTask);
  if (task) return taskCard(state, task, time);
  if (state.running && !isTaskStep(state.running.handle)) return callbackCard(state, state.running.handle, time);
  if (state.phase !== 'running') return empty(state.phase === 'before' ? TEXT.explain.running[0] : TEXT.running.nobody);
  if (state.line > 0 || state.loop.phase === 'none' || state.loop.phase === 'closed') return card('tone-main', badge(state, 0), where(state, state.line, 0));
  return empty(state.loop.phase === 'wait' ? TEXT.running.nobody : TEXT.running.loop);
}

/** Between the end of a task's step and the end of its handle nobody but the loop itself is at work. */
function isTaskStep(handle: Handle): boolean {
  return handle.kind === HANDLE_QUEUED_KIND.TASK_STEP;
}

function taskCard(state: LoopState, task: Task, time: number): TemplateResult {
  return card(toneClass(colourOf(state, task.id)), badge(state, task.id, coroutineWords(task)), where(state, task.line, heldFor(state, time)));
}

function callbackCard(state: LoopState, handle: Handle, time: number): TemplateResult {
  const task = handle.about;
  const words = handleWords(state, handle);
  const what = task ? badge(state, task, words) : html`<span class="badge">${shape(-1)}<b>${words}</b></span>`;
  return card(toneClass(task ? colourOf(state, task) : -1), what, where(state, state.line, heldFor(state, time)));
}

function heldFor({ running }: LoopState, time: number): number {
  return running ? Math.max(0, time - running.since) : 0;
}

function card(tone: string, what: TemplateResult, at: TemplateResult | string): TemplateResult {
  return html`<p class="now card ${tone}">${what}${at}</p>`;
}

/** The line that runs, and for how long it has held the loop; when that blocks everybody else, the line to blame. */
function where(state: LoopState, line: number, held: number): TemplateResult | string {
  const { blocked } = state;
  const waits = threadWaitPhrase(state, state.currentTask);
  if (waits) {
    const blame = html`<span class="blame">${TEXT.running.holds(lineWords(state, line))}</span>`;
    const place = line > 0 ? html`<span class="at">${lineWords(state, line)}</span>` : '';
    return html`<span class="more" title=${waits}>${waits}</span>${state.running ? blame : place}`;
  }
  if (blocked?.holds && Number.isFinite(blocked.seconds) && blocked.seconds >= BLOCKING) {
    return html`<span class="blame">${TEXT.running.blocked(seconds(blocked.seconds), lineWords(state, blocked.line))}</span>`;
  }
  if (held >= BLOCKING) return html`<span class="blame">${TEXT.running.held(seconds(held), lineWords(state, culprit(state, line)))}</span>`;
  const long = held >= SEEN ? html`<span class="held">${TEXT.running.since(seconds(held))}</span>` : '';
  return line > 0 ? html`<span class="at">${lineWords(state, line)}</span>${long}` : long;
}

/** The line that blocked during this step, or the one that it has come to. */
function culprit({ blocked, running }: LoopState, line: number): number {
  return blocked && running && blocked.at >= running.since && blocked.line > 0 ? blocked.line : line;
}
