/** The functions that a task is in, the innermost on top, with the values of their names; below them the program's own. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import type { FrameLook, Local } from '../model/frames';
import { lineSign, lineWords, toldPlace } from '../model/places';
import { colourOf, nameOf } from '../model/state';
import type { Id, LoopState } from '../model/state';
import { TEXT } from '../model/text';
import { MODULE, whoRuns } from '../model/values';
import { empty } from './box';
import { badge, toneClass } from './shapes';

export interface FrameActions {
  select(task: Id): void;
}

/** Deeper recursion, and more tasks to choose from, say no more. */
const SHOWN = 30;
const CHOICES = 60;

export function framesView(cursor: Cursor, selected: Id, actions: FrameActions): TemplateResult {
  const { frames } = cursor.recording;
  const { position } = cursor;
  if (position === 0) return empty(TEXT.frames.before);
  if (!frames.knows(position)) return empty(TEXT.frames.full);
  const who = selected !== 0 ? selected : whoRuns(cursor);
  return html`<div class="rows frames">${choice(cursor, selected, actions)} ${who === null ? html`<p class="more">${TEXT.frames.nobody}</p>` : framesOf(cursor, who)}
    ${globals(cursor)}
  </div>`;
}

function choice(cursor: Cursor, selected: Id, actions: FrameActions): TemplateResult {
  const ids = cursor.recording.frames.whoHasFrames(cursor.position).filter((id) => id !== 0);
  const offered = ids.slice(0, CHOICES);
  if (selected !== 0 && !offered.includes(selected)) offered.unshift(selected);
  const changed = (event: Event): void => actions.select(Number((event.target as HTMLSelectElement).value));
  return html`<label class="whose"
    ><span>${TEXT.frames.whose}</span
    ><select @change=${changed}>
      <option value="0" .selected=${selected === 0}>${TEXT.frames.running}</option>
      ${offered.map((id) => html`<option value=${id} .selected=${id === selected}>${nameOf(cursor.state, id)}</option>`)}
    </select></label
  >`;
}

function framesOf(cursor: Cursor, who: Id): TemplateResult {
  const { state } = cursor;
  const frames = cursor.recording.frames.framesOf(who, cursor.position);
  if (frames.length === 0) return html`<p class="more">${TEXT.frames.empty(nameOf(state, who) || TEXT.running.main)}</p>`;
  return html`<p class="whom">${badge(state, who)}</p>
    <ol class="frame-list ${toneClass(colourOf(state, who))}">
      ${frames.slice(0, SHOWN).map((frame) => frameView(state, frame))}${frames.length > SHOWN ? html`<li class="rest">+${frames.length - SHOWN}</li>` : nothing}
    </ol>`;
}

function frameView(state: LoopState, frame: FrameLook): TemplateResult {
  const { file } = toldPlace(state, frame.line);
  const name = frame.function === MODULE ? file || TEXT.frames.program : frame.function.replace(/^.*<locals>\./, '');
  return html`<li class="frame">
    <span class="frame-head"><b>${name}</b>${frame.line > 0 ? html`<span class="at" title=${lineWords(state, frame.line)}>${lineSign(state, frame.line)}</span>` : nothing}</span>
    ${frame.function === MODULE ? nothing : localsView(frame.locals)}
  </li>`;
}

function localsView(locals: readonly Local[]): TemplateResult {
  if (locals.length === 0) return html`<span class="more">${TEXT.frames.none}</span>`;
  return html`<dl>${locals.map(({ name, value }) => html`<div><dt>${name}</dt><dd title=${value}>${value}</dd></div>`)}</dl>`;
}

/** What everybody sees. */
function globals(cursor: Cursor): TemplateResult | typeof nothing {
  const names = cursor.recording.frames.globals(cursor.position);
  if (names.length === 0) return nothing;
  return html`<div class="frame globals"><span class="frame-head"><b>${TEXT.frames.globals}</b></span>${localsView(names)}</div>`;
}
