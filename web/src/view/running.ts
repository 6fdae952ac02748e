import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { HANDLE_QUEUED_KIND } from '../model/state';
import { colourOf } from '../model/state';
import type { Handle, LoopState, Task } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { coroutineWords } from '../model/words';
import { handleChip } from './ready';
import { badge, toneClass } from './shapes';
import { box, empty } from './box';

/** Shorter calls are not worth the alarm, in seconds. */
const NOTICED = 0.05;

/** The one thing that holds the loop's thread now. */
export function runningView(state: LoopState): TemplateResult {
  return box({ name: 'running', title: TEXT.running.title, help: TEXT.running.help }, html`${who(state)}${blame(state)}`);
}

function who(state: LoopState): TemplateResult {
  const task = state.tasks.get(state.currentTask);
  if (task) return taskCard(state, task);
  if (state.running) return html`<p class="now">${afterStep(state, state.running.handle) ?? handleChip(state, state.running.handle)}${atLine(state.line)}</p>`;
  if (state.phase === 'running' && (state.loop.phase === 'none' || state.line > 0)) {
    return html`<p class="now">${badge(state, 0)}${atLine(state.line)}</p>`;
  }
  return empty(TEXT.running.nobody);
}

/** Between the end of a task's step and the end of its handle: the task, but nothing that it will still do. */
function afterStep(state: LoopState, handle: Handle): TemplateResult | null {
  const task = handle.kind === HANDLE_QUEUED_KIND.TASK_STEP ? state.tasks.get(handle.subject) : undefined;
  return task && task.phase !== 'ready' ? badge(state, task.id, coroutineWords(task)) : null;
}

function taskCard(state: LoopState, task: Task): TemplateResult {
  return html`<p class="now card ${toneClass(colourOf(state, task.id))}">
    ${badge(state, task.id, coroutineWords(task))}${atLine(task.line)}
  </p>`;
}

function atLine(line: number): TemplateResult | typeof nothing {
  return line > 0 ? html`<span class="at">${TEXT.running.line(line)}</span>` : nothing;
}

function blame(state: LoopState): TemplateResult | typeof nothing {
  const { blocked } = state;
  if (!blocked?.holds || blocked.seconds < NOTICED) return nothing;
  return html`<p class="blame" role="note">
    ${badge(state, blocked.task)} ${TEXT.running.blocked(seconds(blocked.seconds), blocked.line)}
  </p>`;
}
