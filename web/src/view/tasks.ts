/** All tasks with what they have spent; the chosen one with where it stands and ways to where it runs. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import { lineWords } from '../model/places';
import { colourOf, nameOf } from '../model/state';
import type { Id, LoopState, Task } from '../model/state';
import { TEXT, seconds } from '../model/text';
import { coroutineWords, isHousekeeping, waitPhrase } from '../model/words';
import { empty } from './box';
import { badge, toneClass } from './shapes';

export interface TaskActions {
  select(task: Id): void;
  /** To where it runs next, or ran last. */
  seek(task: Id, direction: 1 | -1): void;
}

const SHOWN = 60;

export function tasksView(cursor: Cursor, time: number, selected: Id, actions: TaskActions): TemplateResult {
  const { state } = cursor;
  const chosen = state.tasks.get(selected);
  const tasks: Task[] = [];
  for (const task of state.tasks.values()) {
    if (isHousekeeping(task)) continue;
    if (tasks.push(task) === SHOWN) break;
  }
  if (tasks.length === 0) return empty(TEXT.tasks.empty);
  return html`<div class="tasks rows">
    ${chosen ? taskDetail(cursor, chosen, actions) : nothing}
    <table>
      <thead>
        <tr>
          <th scope="col">${TEXT.tasks.task}</th>
          <th scope="col">${TEXT.tasks.phase}</th>
          <th scope="col">${TEXT.timeline.legend.running}</th>
          <th scope="col">${TEXT.timeline.legend.ready}</th>
          <th scope="col">${TEXT.timeline.legend.waiting}</th>
        </tr>
      </thead>
      <tbody>
        ${tasks.map((task) => taskRow(cursor, task, time, task.id === selected, actions))}
      </tbody>
    </table>
    ${state.tasks.size > tasks.length + 2 ? html`<p class="rest">+${state.tasks.size - tasks.length}</p>` : nothing}
  </div>`;
}

function taskRow(cursor: Cursor, task: Task, time: number, chosen: boolean, actions: TaskActions): TemplateResult {
  const totals = cursor.recording.totals(task.id, cursor.position, time);
  const pick = (): void => actions.select(chosen ? 0 : task.id);
  return html`<tr class="${toneClass(colourOf(cursor.state, task.id))} ${chosen ? 'chosen' : ''}">
    <th scope="row"><button type="button" class="pick" aria-pressed=${chosen ? 'true' : 'false'} @click=${pick}>${badge(cursor.state, task.id)}</button></th>
    <td>${TEXT.tasks.phases[task.phase]}</td>
    <td>${seconds(totals?.running ?? 0)}</td>
    <td>${seconds(totals?.ready ?? 0)}</td>
    <td>${seconds(totals?.waiting ?? 0)}</td>
  </tr>`;
}

function taskDetail(cursor: Cursor, task: Task, actions: TaskActions): TemplateResult {
  const { state } = cursor;
  return html`<div class="detail ${toneClass(colourOf(state, task.id))}">
    <p>${badge(state, task.id, coroutineWords(task))} <span class="more">${TEXT.tasks.made(nameOf(state, task.by), lineWords(state, task.madeAt))}</span></p>
    <p class="more">${standing(state, task)}</p>
    <div class="ways">
      <button type="button" class="small" @click=${(): void => actions.seek(task.id, -1)}>${TEXT.tasks.previous}</button>
      <button type="button" class="small" @click=${(): void => actions.seek(task.id, 1)}>${TEXT.tasks.next}</button>
    </div>
  </div>`;
}

function standing(state: LoopState, task: Task): string {
  const where = lineWords(state, task.line);
  const what = task.waits && task.phase === 'waiting' ? waitPhrase(state, task.waits) : TEXT.tasks.phases[task.phase];
  return where ? `${what}, ${where}` : what;
}
