/** The timeline as a picture of its own: every lane, the whole run, with names, seconds and a legend. */
import type { Cursor } from '../../model/cursor';
import type { LanePhase } from '../../model/draft';
import { colourOf, nameOf } from '../../model/state';
import { TEXT, seconds } from '../../model/text';
import { tickStep } from '../../model/ticks';
import type { Lane } from '../../model/timeline';
import { readPalette, type Palette } from '../timeline_canvas';

const WIDTH = 1200;
const NAMES = 120;
const EDGE = 16;
const ROW = 24;
const HEAD = 40;
const LEGEND = 28;
/** More rows or spans make a file that nothing opens. */
const MOST_ROWS = 300;
/** From one mark of the legend to the next. */
const LEGEND_STEP = 130;
/** Room for the name of a second. */
const LABEL = 56;
const MOST_TICKS = 12;
const MOST_SPANS = 20_000;
/** More arrows are a tangle. */
const MOST_ARROWS = 200;

/** `style` is of an element that has the player's custom properties. */
export function timelineSvg(cursor: Cursor, style: CSSStyleDeclaration): string {
  const { pace, timeline, length, end } = cursor.recording;
  const rows = Math.min(MOST_ROWS, timeline.rowsAt(length));
  const height = HEAD + rows * ROW + EDGE + LEGEND;
  const colours = readPalette(style);
  const scale = (WIDTH - NAMES - 2 * EDGE) / Math.max(0.001, pace.end);
  const x = (position: number): number => NAMES + EDGE + (position === Infinity ? pace.end : pace.shownAt(position)) * scale;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH.toString()}" height="${height.toString()}" viewBox="0 0 ${WIDTH.toString()} ${height.toString()}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${colours.surface}"/>`,
    ...axis(colours, end.time, height - LEGEND, (time) => NAMES + EDGE + pace.shownOf(time) * scale),
  ];
  let spans = 0;
  for (let row = 0; row < rows && spans < MOST_SPANS; row++) {
    const lane = timeline.inRow(row);
    if (!lane) continue;
    spans += lane.length;
    parts.push(...laneParts(cursor, colours, lane, HEAD + row * ROW + ROW / 2, x));
  }
  parts.push(...arrows(cursor, colours, rows, x), ...legend(colours, height - LEGEND / 2), '</svg>');
  return parts.join('\n');
}

/** The same as a PNG, at twice the size; null where the browser cannot draw it. */
export async function timelinePng(cursor: Cursor, style: CSSStyleDeclaration): Promise<Blob | null> {
  const svg = timelineSvg(cursor, style);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

function axis(colours: Palette, last: number, height: number, at: (time: number) => number): string[] {
  const step = tickStep(last, MOST_TICKS);
  const parts: string[] = [];
  // Seconds in which nothing happens take little room: only some of them get a line.
  let free = -Infinity;
  for (let n = 1; step > 0 && n * step <= last + 1e-9; n++) {
    if (at(n * step) < free) continue;
    free = at(n * step) + LABEL;
    const x = round(at(n * step));
    parts.push(`<path d="M${x} ${(HEAD - 8).toString()}V${(height - 8).toString()}" stroke="${colours.line}"/>`);
    parts.push(`<text x="${x}" y="20" fill="${colours.muted}" text-anchor="middle">${seconds(n * step)}</text>`);
  }
  return parts;
}

function laneParts(cursor: Cursor, colours: Palette, lane: Lane, middle: number, x: (position: number) => number): string[] {
  const { end } = cursor.recording;
  const name = lane.kind === 'loop' ? TEXT.timeline.loop : nameOf(end, lane.id);
  const colour = colours.tones[colourOf(end, lane.id)] ?? colours.muted;
  const parts = [`<text x="${EDGE.toString()}" y="${(middle + 4).toString()}" fill="${colour}" font-weight="600">${escaped(name)}</text>`];
  for (let n = 0; n < lane.length; n++) parts.push(spanPart(lane.phase(n), x(lane.from(n)), x(lane.to(n)), middle, colour, colours));
  return parts;
}

/** Who made, woke or cancelled whom. */
function arrows({ recording }: Cursor, colours: Palette, rows: number, x: (position: number) => number): string[] {
  const { timeline, length } = recording;
  const rowOf = (id: number): number => timeline.rowOf(id) ?? rows;
  const links = timeline.links(0, length, MOST_ARROWS + 1, ({ from, to }) => rowOf(from) < rows && rowOf(to) < rows && rowOf(from) !== rowOf(to));
  if (links.length > MOST_ARROWS) return [];
  return links.map(({ position, from, to, kind }) => {
    const down = rowOf(to) > rowOf(from) ? 1 : -1;
    const [begin, end] = [HEAD + rowOf(from) * ROW + ROW / 2 + 6 * down, HEAD + rowOf(to) * ROW + ROW / 2 - 8 * down];
    const colour = kind === 'cancelled' ? colours.danger : colours.muted;
    const at = round(x(position));
    const dashes = { made: ' stroke-dasharray="2 2"', woke: '', cancelled: ' stroke-dasharray="5 2"' }[kind];
    return `<path d="M${at} ${round(begin)}V${round(end)}" stroke="${colour}"${dashes}/><path d="M${at} ${round(end + 2 * down)}l-3 ${(-5 * down).toString()}h6z" fill="${colour}"/>`;
  });
}

/** What the forms mean. */
function legend(colours: Palette, middle: number): string[] {
  const { legend: words, links } = TEXT.timeline;
  const mark = (n: number, drawn: string, text: string): string =>
    `<g transform="translate(${(NAMES + EDGE + n * LEGEND_STEP).toString()} 0)">${drawn}<text x="38" y="${(middle + 4).toString()}" fill="${colours.muted}">${escaped(text)}</text></g>`;
  const span = (phase: LanePhase): string => spanPart(phase, 4, 30, middle, colours.ink, colours);
  const arrow = (colour: string, dashes: string): string => `<path d="M4 ${middle.toString()}h24m-5 -3l5 3l-5 3" fill="none" stroke="${colour}"${dashes}/>`;
  return [
    mark(0, span('running'), words.running),
    mark(1, span('ready'), words.ready),
    mark(2, span('waiting'), words.waiting),
    mark(3, span('blocked'), words.blocked),
    mark(4, arrow(colours.muted, ' stroke-dasharray="2 2"'), links.made),
    mark(5, arrow(colours.muted, ''), links.woke),
    mark(6, arrow(colours.danger, ' stroke-dasharray="5 2"'), links.cancelled),
  ];
}

function spanPart(phase: LanePhase, from: number, to: number, middle: number, colour: string, colours: Palette): string {
  const width = Math.max(1, to - from);
  const rect = (height: number, style: string): string =>
    `<rect x="${round(from)}" y="${round(middle - height / 2)}" width="${round(width)}" height="${height.toString()}" rx="2" ${style}/>`;
  switch (phase) {
    case 'running':
      return rect(14, `fill="${colour}"`);
    case 'blocked':
      return rect(14, `fill="${colours.danger}"`);
    case 'ready':
      return rect(10, `fill="none" stroke="${colour}"`);
    case 'waiting':
    case 'parked':
      return `<path d="M${round(from + 2)} ${round(middle)}H${round(to)}" stroke="${colour}" stroke-width="2" stroke-dasharray="2 4"/>`;
    case 'idle':
      return '';
    case 'done':
      return `<path d="M${round(from + 1.5)} ${round(middle - 5)}v10" stroke="${colour}" stroke-width="2"/>`;
    default:
      return `<path d="M${round(from + 2)} ${round(middle - 4)}l8 8m-8 0l8 -8" stroke="${phase === 'cancelled' ? colour : colours.danger}" stroke-width="2"/>`;
  }
}

function round(value: number): string {
  return (Math.round(value * 10) / 10).toString();
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0).toString()};`);
}
