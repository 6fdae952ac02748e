/** The small drawings that explain the boxes: lines for what is there, a filled form for whom it is about. */
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Explained } from './box';

interface Drawing {
  /** Thin lines. */
  readonly lines: string;
  /** Filled with the accent. */
  readonly accent: string;
  /** Filled pale. */
  readonly pale?: string;
}

/** In a box of 120 by 36. */
const DRAWINGS: Readonly<Record<Explained, Drawing>> = {
  loop: { lines: 'M40 18a18 13 0 0 1 36-4M80 18a18 13 0 0 1-36 5M72 14h5V9M48 23h-5v5', accent: 'M57 15h6v6h-6z' },
  ready: { lines: 'M2 6h66M2 30h66M72 18h40M106 13l6 5-6 5', accent: 'M50 11h14v14H50z', pale: 'M8 11h14v14H8zM29 11h14v14H29z' },
  running: { lines: 'M40 6h40v24H40zM10 18h24M28 13l6 5-6 5M86 18h24M104 13l6 5-6 5', accent: 'M53 11h14v14H53z' },
  timers: { lines: 'M8 8h104M8 18h70M8 28h36', accent: 'M8 6h20v4H8zM8 16h50v4H8zM8 26h32v4H8z' },
  waiting: { lines: 'M36 10h36M66 5l6 5-6 5M36 26h36M66 21l6 5-6 5', accent: 'M78 5h10v10H78z', pale: 'M20 5h10v10H20zM20 21h10v10H20zM78 21h10v10H78z' },
  graph: { lines: 'M24 18h28M46 13l6 5-6 5M68 18h28M90 13l6 5-6 5', accent: 'M98 11h14v14H98z', pale: 'M8 11h14v14H8zM54 18a6 6 0 1 0 12 0a6 6 0 1 0-12 0' },
  tasks: { lines: 'M40 8h70M40 18h50M40 28h62', accent: 'M10 4h8v8h-8z', pale: 'M10 14h8v8h-8zM10 24h8v8h-8z' },
  objects: { lines: 'M48 16v-4a12 9 0 0 1 24 0v4M44 16h32v16H44zM24 24h16M34 19l6 5-6 5', accent: 'M57 21h6v6h-6z', pale: 'M10 19h10v10H10z' },
  frames: { lines: 'M30 6h60v10H30zM30 20h60v10H30zM14 11h10M19 6l6 5-6 5', accent: 'M36 9h24v4H36z', pale: 'M36 23h34v4H36z' },
  workers: { lines: 'M8 10h104M8 26h40M80 26h32', accent: 'M14 6h30v8H14z', pale: 'M48 22h32v8H48z' },
  network: { lines: 'M8 12h20v12H8zM92 12h20v12H92zM32 14h56M82 9l6 5-6 5M88 26H32M38 21l-6 5 6 5', accent: 'M44 11h8v6h-8zM60 11h8v6h-8z', pale: 'M54 23h8v6h-8z' },
  timeline: { lines: 'M8 10h16M52 10h60M8 26h60', accent: 'M24 5h28v10H24zM76 21h24v10H76z', pale: 'M68 21h8v10h-8z' },
  output: { lines: 'M18 8h60M18 18h44M18 28h72', accent: 'M8 5h6v6H8zM8 25h6v6H8z', pale: 'M8 15h6v6H8z' },
};

export function drawing(name: Explained): TemplateResult {
  const { lines, accent, pale } = DRAWINGS[name];
  return html`<svg class="drawing" viewBox="0 0 120 36" aria-hidden="true">
    ${pale ? svg`<path class="pale" d=${pale} />` : ''}${svg`<path class="accent" d=${accent} /><path class="lines" d=${lines} />`}
  </svg>`;
}
