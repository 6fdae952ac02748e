import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { HANDLE_QUEUED_KIND, colourOf } from '../model/state';
import type { Handle, LoopState, Task } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { coroutineWords, handleWords } from '../model/words';
import { badge, shape, toneClass } from './shapes';
import { box, empty } from './box';

/** Shorter calls are not worth the alarm, in seconds. */
const NOTICED = 0.05;

/** The one thing that holds the loop's thread now. */
export function runningView(state: LoopState): TemplateResult {
  return box({ name: 'running', title: TEXT.running.title, explain: 'running' }, who(state));
}

function who(state: LoopState): TemplateResult {
  const task = state.tasks.get(state.currentTask);
  if (task) return taskCard(state, task);
  if (state.running && !isTaskStep(state.running.handle)) return callbackCard(state, state.running.handle);
  if (state.phase !== 'running') return empty(state.phase === 'before' ? TEXT.explain.running[0] : TEXT.running.nobody);
  if (state.line > 0 || state.loop.phase === 'none' || state.loop.phase === 'closed') return card('tone-main', badge(state, 0), where(state, state.line));
  return empty(state.loop.phase === 'wait' ? TEXT.running.nobody : TEXT.running.loop);
}

/** Between the end of a task's step and the end of its handle nobody but the loop itself is at work. */
function isTaskStep(handle: Handle): boolean {
  return handle.kind === HANDLE_QUEUED_KIND.TASK_STEP;
}

function taskCard(state: LoopState, task: Task): TemplateResult {
  return card(toneClass(colourOf(state, task.id)), badge(state, task.id, coroutineWords(task)), where(state, task.line));
}

function callbackCard(state: LoopState, handle: Handle): TemplateResult {
  const task = handle.about;
  const words = handleWords(state, handle);
  const what = task ? badge(state, task, words) : html`<span class="badge">${shape(-1)}<b>${words}</b></span>`;
  return card(toneClass(task ? colourOf(state, task) : -1), what, where(state, state.line));
}

function card(tone: string, what: TemplateResult, at: TemplateResult | string): TemplateResult {
  return html`<p class="now card ${tone}">${what}${at}</p>`;
}

/** The line that runs; or, while it blocks everybody else, for how long it does. */
function where(state: LoopState, line: number): TemplateResult | string {
  const { blocked } = state;
  if (blocked?.holds && blocked.seconds >= NOTICED) {
    return html`<span class="blame">${TEXT.running.blocked(seconds(blocked.seconds), blocked.line)}</span>`;
  }
  return line > 0 ? html`<span class="at">${TEXT.running.line(line)}</span>` : '';
}
