/** The timeline as a picture of its own: every lane, the whole run, with names, seconds and a legend. */
import type { Cursor } from '../../model/cursor';
import type { LanePhase } from '../../model/draft';
import { colourOf, nameOf } from '../../model/state';
import { TEXT, seconds } from '../../model/text';
import type { Lane } from '../../model/timeline';

const WIDTH = 1200;
const NAMES = 120;
const EDGE = 16;
const ROW = 24;
const HEAD = 40;
/** More rows or spans make a file that nothing opens. */
const MOST_ROWS = 300;
const MOST_SPANS = 20_000;

interface Colours {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly surface: string;
  readonly danger: string;
  readonly tones: readonly string[];
}

/** `style` is of an element that has the player's custom properties. */
export function timelineSvg(cursor: Cursor, style: CSSStyleDeclaration): string {
  const { pace, timeline, length, end } = cursor.recording;
  const rows = Math.min(MOST_ROWS, timeline.rowsAt(length));
  const height = HEAD + rows * ROW + EDGE;
  const colours = read(style);
  const scale = (WIDTH - NAMES - 2 * EDGE) / Math.max(0.001, pace.end);
  const x = (position: number): number => NAMES + EDGE + (position === Infinity ? pace.end : pace.shownAt(position)) * scale;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH.toString()}" height="${height.toString()}" viewBox="0 0 ${WIDTH.toString()} ${height.toString()}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="100%" height="100%" fill="${colours.surface}"/>`,
    ...axis(colours, end.time, height, (time) => NAMES + EDGE + pace.shownOf(time) * scale),
  ];
  let spans = 0;
  for (let row = 0; row < rows && spans < MOST_SPANS; row++) {
    const lane = timeline.inRow(row);
    if (!lane) continue;
    spans += lane.length;
    parts.push(...laneParts(cursor, colours, lane, HEAD + row * ROW + ROW / 2, x));
  }
  parts.push('</svg>');
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

function read(style: CSSStyleDeclaration): Colours {
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: value('--ink'),
    muted: value('--muted'),
    line: value('--line'),
    surface: value('--surface'),
    danger: value('--danger'),
    tones: [0, 1, 2, 3, 4, 5, 6, 7].map((n) => value(`--task-${n.toString()}`)),
  };
}

function axis(colours: Colours, last: number, height: number, at: (time: number) => number): string[] {
  const steps = [0.001, 0.01, 0.1, 0.2, 0.5, 1, 2, 5, 10, 60, 600, 3600];
  const step = steps.find((each) => last / each <= 12) ?? last;
  const parts: string[] = [];
  for (let n = 1; step > 0 && n * step <= last + 1e-9; n++) {
    const x = round(at(n * step));
    parts.push(`<path d="M${x} ${(HEAD - 8).toString()}V${(height - 8).toString()}" stroke="${colours.line}"/>`);
    parts.push(`<text x="${x}" y="20" fill="${colours.muted}" text-anchor="middle">${seconds(n * step)}</text>`);
  }
  return parts;
}

function laneParts(cursor: Cursor, colours: Colours, lane: Lane, middle: number, x: (position: number) => number): string[] {
  const { end } = cursor.recording;
  const name = lane.kind === 'loop' ? TEXT.timeline.loop : nameOf(end, lane.id);
  const colour = colours.tones[colourOf(end, lane.id)] ?? colours.muted;
  const parts = [`<text x="${EDGE.toString()}" y="${(middle + 4).toString()}" fill="${colour}" font-weight="600">${escaped(name)}</text>`];
  for (let n = 0; n < lane.length; n++) parts.push(spanPart(lane.phase(n), x(lane.from(n)), x(lane.to(n)), middle, colour, colours));
  return parts;
}

function spanPart(phase: LanePhase, from: number, to: number, middle: number, colour: string, colours: Colours): string {
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
