/** One shape per task colour, so that tasks can be told apart without seeing colours. Drawn in a 12 by 12 box. */
import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { colourOf, nameOf } from '../model/state';
import type { Id, LoopState } from '../model/state';
import { TEXT } from '../model/text';

export const SHAPES: readonly string[] = [
  'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10z',
  'M1.5 1.5h9v9h-9z',
  'M6 1l5.3 9.6H.7z',
  'M6 .4L11.6 6 6 11.6.4 6z',
  'M4.1 1h3.8v3.1H11v3.8H7.9V11H4.1V7.9H1V4.1h3.1z',
  'M6 .6l5.4 4-2 6.6H2.6l-2-6.6z',
  'M.7 1.4h10.6L6 11z',
  'M3.2 1h5.6l2.7 5-2.7 5H3.2L.5 6z',
];

/** The class that sets --tone to the colour of a task or worker; the main program has none. */
export function toneClass(colour: number): string {
  return colour < 0 ? 'tone-main' : `tone-${colour.toString()}`;
}

/** Of the main program. */
export const MAIN_SHAPE = 'M1 4.8h10v2.4H1z';

export function shape(colour: number): TemplateResult {
  const path = SHAPES[colour] ?? MAIN_SHAPE;
  return html`<svg class="shape" viewBox="0 0 12 12" aria-hidden="true">${svg`<path d=${path} />`}</svg>`;
}

/** A task's or worker's shape and name; `short` stands for a name that is too long. */
export function badge(state: LoopState, id: Id, more = '', short = ''): TemplateResult {
  const colour = colourOf(state, id);
  return html`<span class="badge ${toneClass(colour)}"
    >${shape(colour)}<b>${short || nameOf(state, id) || TEXT.running.main}</b>${more ? html`<span class="more">${more}</span>` : nothing}</span
  >`;
}

/** The same shape for places that make their own nodes. */
export function shapeNode(colour: number): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const node = document.createElementNS(space, 'svg');
  node.setAttribute('viewBox', '0 0 12 12');
  node.setAttribute('class', `shape ${toneClass(colour)}`);
  node.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', SHAPES[colour] ?? MAIN_SHAPE);
  node.append(path);
  return node;
}
