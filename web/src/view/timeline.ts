/** The timeline: one lane per task and worker, drawn on a canvas, with a slider that moves the cursor. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Cursor } from '../model/cursor';
import { colourOf, nameOf } from '../model/state';
import { TEXT, clock } from '../model/text';
import type { Lane } from '../model/timeline';
import { isHousekeeping, shortName } from '../model/words';
import { badge } from './shapes';
import { box, vars } from './box';

/** In pixels; the canvas and the names beside it must agree. */
export const LANE_HEIGHT = 22;

/** More lanes than this make no picture; the rest is counted. */
const LANES_SHOWN = 100;

export interface TimelineActions {
  /** Moves the cursor to a shown time. */
  scrub(shown: number): void;
  step(direction: 1 | -1): void;
}

/** The lanes there are to see: those that have begun by the furthest moment that was shown, without asyncio's own. */
export function visibleLanes(cursor: Cursor): { readonly lanes: readonly Lane[]; readonly more: number } {
  const { lanes } = cursor.recording.timeline;
  const { tasks } = cursor.recording.end;
  const seen = Math.max(1, cursor.seen);
  const visible: Lane[] = [];
  let more = 0;
  // Lanes stand in the order of their beginnings, so the first one that is still to come ends the list.
  for (const lane of lanes) {
    if ((lane.spans[0]?.from ?? Infinity) > seen) break;
    const task = tasks.get(lane.id);
    if (task && isHousekeeping(task)) continue;
    if (visible.length < LANES_SHOWN) visible.push(lane);
    else more++;
  }
  return { lanes: visible, more };
}

export function timelineView(cursor: Cursor, shown: number, time: number, actions: TimelineActions): TemplateResult {
  const { lanes, more } = visibleLanes(cursor);
  return box(
    { name: 'timeline', title: TEXT.timeline.title, aside: legend() },
    html`<div class="lanes" tabindex="-1">
        <div class="corner">${more > 0 ? html`<span class="rest">${TEXT.timeline.hidden(more)}</span>` : nothing}</div>
        <div class="ruler">
          <input
            type="range"
            class="scrub"
            min="0"
            max=${Math.max(0.001, cursor.recording.pace.end).toFixed(4)}
            step="any"
            .value=${shown.toFixed(4)}
            ?disabled=${cursor.recording.length === 0}
            aria-label=${TEXT.moment}
            aria-valuetext=${TEXT.momentOf(clock(time), cursor.state.loop.iteration)}
            @input=${(event: Event): void => actions.scrub(Number((event.target as HTMLInputElement).value))}
            @keydown=${(event: KeyboardEvent): void => stepByKey(event, actions)}
          />
          <canvas class="axis" role="presentation"></canvas>
        </div>
        <div class="names">
          ${lanes.map((lane) => html`<div class="lane-name" ${vars({ '--lane': `${LANE_HEIGHT.toString()}px` })}>${laneName(cursor, lane)}</div>`)}
        </div>
        <div class="track">
          <canvas class="picture" role="img" aria-label=${TEXT.timeline.summary(lanes.length)}></canvas>
          <div class="veil"></div>
        </div>
      </div>
      ${lanes.length === 0 ? html`<p class="empty">${TEXT.timeline.empty}</p>` : nothing}`,
  );
}

function laneName(cursor: Cursor, lane: Lane): TemplateResult {
  if (lane.kind === 'loop') return html`<span class="badge tone-main"><b>${TEXT.timeline.loop}</b></span>`;
  // A lane that has been seen keeps its name when the cursor goes back before its beginning.
  const state = nameOf(cursor.state, lane.id) ? cursor.state : cursor.recording.end;
  return badge(state, lane.id, '', shortName(nameOf(state, lane.id)));
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

function stepByKey(event: KeyboardEvent, actions: TimelineActions): void {
  const direction = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 0;
  if (direction === 0) return;
  event.preventDefault();
  actions.step(direction);
}

/** Colour number of a lane, also before the cursor has come to it. */
export function laneColour(cursor: Cursor, lane: Lane): number {
  if (lane.kind === 'loop') return -1;
  return colourOf(cursor.recording.end, lane.id);
}
