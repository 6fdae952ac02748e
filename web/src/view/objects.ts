/** What tasks or threads share: each thing with what it is like now, who has it, who stands in line, and what is in it. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { SharedObject } from '../model/objects';
import { lineSign, lineWords } from '../model/places';
import { colourOf } from '../model/state';
import type { Id, LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { objectPhrase } from '../model/words_objects';
import { empty, vars } from './box';
import { badge, toneClass } from './shapes';

const SHOWN = 30;
const MOST_ITEMS = 24;
const MOST_TASKS = 12;

export function objectsView(state: LoopState, time: number): TemplateResult {
  const shown: SharedObject[] = [];
  for (const id of state.objectsAlive.keys()) {
    const object = state.objects.get(id);
    if (object && shown.push(object) === SHOWN) break;
  }
  if (shown.length === 0) return empty(TEXT.objects.empty);
  const more = state.objectsAlive.size - shown.length;
  return html`<ul class="rows things">
    ${shown.map((object) => thing(state, object, time))}${more > 0 ? html`<li class="rest">+${more}</li>` : nothing}
  </ul>`;
}

function thing(state: LoopState, object: SharedObject, time: number): TemplateResult {
  return html`<li class="row thing thing-${object.what} ${toneClass(colourOf(state, holderOf(object)))}">
    <span class="what"><b class="thing-name">${object.name}</b><span class="more">${objectPhrase(state, object)}</span></span>
    ${object.line > 0 ? html`<span class="at" title=${lineWords(state, object.line)}>${lineSign(state, object.line)}</span>` : nothing}
    ${inside(state, object, time)}${line(state, object)}
  </li>`;
}

function holderOf(object: SharedObject): Id {
  if (object.what === 'lock') return object.holder;
  return object.what === 'limit' ? object.task : 0;
}

/** Items of a queue, permits, tasks of a group, the bar of a time limit. */
function inside(state: LoopState, object: SharedObject, time: number): TemplateResult | typeof nothing {
  switch (object.what) {
    case 'queue':
      return object.size > 0 ? items([...object.items.values()], object.size) : nothing;
    case 'semaphore':
      return people(state, [...object.holders.keys()]);
    case 'group':
      return html`<span class="inside bracket">${people(state, [...object.tasks.keys()].filter((task) => state.alive.has(task)))}</span>`;
    case 'limit': {
      const left = object.deadline - time;
      if (!Number.isFinite(left) || object.expired) return nothing;
      return html`<span class="bar" aria-hidden="true"><i ${vars({ '--share': Math.max(0, Math.min(1, left / Math.max(1e-9, object.deadline - object.since))).toFixed(3) })}></i></span>`;
    }
    default:
      return nothing;
  }
}

function items(texts: readonly string[], size: number): TemplateResult {
  const more = size - Math.min(texts.length, MOST_ITEMS);
  return html`<span class="inside items">${texts.slice(0, MOST_ITEMS).map((text) => html`<span class="item">${text}</span>`)}${more > 0 ? html`<span class="rest">+${more}</span>` : nothing}</span>`;
}

function people(state: LoopState, tasks: readonly Id[]): TemplateResult | typeof nothing {
  if (tasks.length === 0) return nothing;
  return html`<span class="inside">${tasks.slice(0, MOST_TASKS).map((task) => badge(state, task))}${tasks.length > MOST_TASKS ? html`<span class="rest">+${tasks.length - MOST_TASKS}</span>` : nothing}</span>`;
}

/** Who stands in line, the first in front. */
function line(state: LoopState, object: SharedObject): TemplateResult | typeof nothing {
  const tasks = [...object.waiters.values()].map(({ task }) => task);
  if (tasks.length === 0) return nothing;
  return html`<span class="inside line-of"><span class="group-label">${TEXT.objects.line}</span>${tasks
      .slice(0, MOST_TASKS)
      .map((task) => badge(state, task))}</span
  >`;
}
