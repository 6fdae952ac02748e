/** The timeline: one lane per task and worker, drawn on a canvas, with a slider that moves the cursor. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import { colourOf, nameOf } from '../model/state';
import type { Id, LoopState } from '../model/state';
import { TEXT, clock, seconds } from '../model/text';
import type { Lane } from '../model/timeline';
import { coroutineWords, shortName } from '../model/words';
import type { Window } from '../model/zoom';
import { badge } from './shapes';
import { box, vars } from './box';

/** In the player's units; the canvas and the names beside it must agree. */
export const LANE_HEIGHT = 22;

export interface TimelineActions {
  /** Moves the cursor to a shown time. */
  scrub(shown: number): void;
  step(direction: 1 | -1): void;
  /** Shows more (below 1) or less of the run; 0 shows all of it. */
  zoom(factor: number): void;
  /** Moves the window by this share of itself. */
  pan(share: number): void;
  select(task: Id): void;
}

export interface TimelineLook {
  readonly cursor: Cursor;
  readonly shown: number;
  readonly time: number;
  readonly selected: Id;
  readonly window: Window;
  /** The rows that are in sight. */
  readonly first: number;
  readonly last: number;
}

export function timelineView(look: TimelineLook, actions: TimelineActions): TemplateResult {
  const { cursor, window } = look;
  const rows = cursor.recording.timeline.rowsAt(Math.max(1, cursor.seen));
  return box(
    { name: 'timeline', title: TEXT.timeline.title, explain: 'timeline', aside: html`${legend()}${tools(look, actions)}` },
    html`<div class="lanes" tabindex="-1">
        <div class="corner"></div>
        <div class="ruler">
          <input
            type="range"
            class="scrub"
            min=${window.from.toFixed(4)}
            max=${Math.max(window.from + 0.001, window.to).toFixed(4)}
            step="any"
            .value=${look.shown.toFixed(4)}
            ?disabled=${cursor.recording.length === 0}
            aria-label=${TEXT.moment}
            aria-valuetext=${TEXT.momentOf(clock(look.time), cursor.state.loop.iteration)}
            @input=${(event: Event): void => actions.scrub(Number((event.target as HTMLInputElement).value))}
            @keydown=${(event: KeyboardEvent): void => stepByKey(event, actions)}
          />
          <canvas class="axis" role="presentation" title=${TEXT.timeline.panHint}></canvas>
        </div>
        <div class="names" ${vars({ '--rows': rows.toString() })}>${names(look, rows, actions)}</div>
        <div class="track">
          <canvas class="picture" role="img" aria-label=${TEXT.timeline.summary(rows)}></canvas>
          ${rows > 0 ? html`<div class="veil"></div>` : nothing}
        </div>
      </div>
      ${rows === 0 ? html`<p class="empty">${TEXT.timeline.empty}</p>` : nothing}`,
  );
}

/** Only the rows in sight are there. */
function names(look: TimelineLook, rows: number, actions: TimelineActions): TemplateResult[] {
  const shown: TemplateResult[] = [];
  for (let row = Math.max(0, look.first); row < Math.min(rows, look.last); row++) {
    const lane = look.cursor.recording.timeline.inRow(row);
    if (lane) shown.push(html`<div class="lane-name" ${vars({ '--row': row.toString() })}>${laneName(look, lane, actions)}</div>`);
  }
  return shown;
}

function laneName(look: TimelineLook, lane: Lane, actions: TimelineActions): TemplateResult {
  if (lane.kind === 'loop') return html`<span class="badge tone-main"><b>${TEXT.timeline.loop}</b></span>`;
  const { cursor } = look;
  // A lane that has been seen keeps its name when the cursor goes back before its beginning.
  const state = nameOf(cursor.state, lane.id) ? cursor.state : cursor.recording.end;
  const name = nameOf(state, lane.id);
  return html`<button
    type="button"
    class="pick"
    aria-pressed=${lane.id === look.selected ? 'true' : 'false'}
    title="${name}: ${totalWords(look, lane)}"
    @click=${(): void => actions.select(lane.id === look.selected ? 0 : lane.id)}
  >
    ${badge(state, lane.id, plainName(state, lane.id), shortName(name))}
  </button>`;
}

/** `Task-2` says nothing of what the learner wrote: the name of its coroutine does. A name of the program's own is enough. */
function plainName(state: LoopState, id: Id): string {
  const task = state.tasks.get(id);
  const words = task && /^Task-\d+$/.test(task.name) ? coroutineWords(task).replace(/\(\)$/, '') : '';
  // What begins with an underscore is the library's own.
  return words.startsWith('_') ? '' : words;
}

function totalWords({ cursor, time }: TimelineLook, lane: Lane): string {
  const totals = cursor.recording.totals(lane.id, cursor.position, time);
  return totals ? TEXT.timeline.totals(seconds(totals.running), seconds(totals.ready), seconds(totals.waiting)) : '';
}

function legend(): TemplateResult {
  const words = TEXT.timeline.legend;
  return html`<ul class="legend" aria-hidden="true">
    <li class="key-running">${words.running}</li>
    <li class="key-ready">${words.ready}</li>
    <li class="key-waiting">${words.waiting}</li>
    <li class="key-blocked">${words.blocked}</li>
  </ul>`;
}

function tools({ cursor, window }: TimelineLook, actions: TimelineActions): TemplateResult {
  const zoomed = window.zoomed;
  const dead = cursor.recording.length === 0;
  const tool = (name: string, path: string, enabled: boolean, act: () => void): TemplateResult =>
    html`<button type="button" class="tool" aria-label=${name} title=${name} ?disabled=${!enabled} @click=${act}>
      <svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${path} />`}</svg>
    </button>`;
  return html`<div class="tools" role="group" aria-label=${TEXT.timeline.tools}>
    ${zoomed
      ? html`${tool(TEXT.timeline.earlier, 'M10 3L5 8l5 5', true, () => actions.pan(-0.5))} ${tool(TEXT.timeline.later, 'M6 3l5 5-5 5', true, () => actions.pan(0.5))}`
      : nothing}
    ${tool(TEXT.timeline.zoomOut, 'M3 8h10', zoomed, () => actions.zoom(2))} ${tool(TEXT.timeline.zoomIn, 'M3 8h10M8 3v10', !dead, () => actions.zoom(0.5))}
    ${tool(TEXT.timeline.fit, 'M2 3v10M14 3v10M4.5 8h7M6.5 5.5L4 8l2.5 2.5M9.5 5.5L12 8l-2.5 2.5', zoomed, () => actions.zoom(0))}
  </div>`;
}

function stepByKey(event: KeyboardEvent, actions: TimelineActions): void {
  const direction = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 0;
  if (direction === 0 || event.shiftKey || event.altKey) return;
  event.preventDefault();
  actions.step(direction);
}

/** Colour number of a lane, also before the cursor has come to it. */
export function laneColour(cursor: Cursor, lane: Lane): number {
  if (lane.kind === 'loop') return -1;
  return colourOf(cursor.recording.end, lane.id);
}
