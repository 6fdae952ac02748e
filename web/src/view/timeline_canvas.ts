/** Draws the lanes. What a phase means shows in its form first and in its colour second. */
import type { Cursor } from '../model/cursor';
import type { LanePhase } from '../model/draft';
import { seconds } from '../model/text';
import { tickStep } from '../model/ticks';
import type { Id } from '../model/state';
import type { Lane, Link } from '../model/timeline';
import type { Window } from '../model/zoom';
import { LANE_HEIGHT, laneColour } from './timeline';

/** Half of the slider's thumb, in the player's units: the slider cannot point at its very edges. */
export const EDGE = 8;
const AXIS_HEIGHT = 16;
/** A ruler has room for a second's name every so many units. */
const TICK_ROOM = 110;

/** The player's colours, as its custom properties have them. */
export interface Palette {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly danger: string;
  readonly accent: string;
  readonly accentSoft: string;
  readonly surface: string;
  readonly tones: readonly string[];
  readonly font: string;
}

interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly x: (position: number) => number;
  readonly seenX: number;
  readonly width: number;
  readonly scale: number;
}

/** What is drawn, and which part of it lies in the window that scrolls over it. */
export interface TimelinePicture {
  readonly axis: HTMLCanvasElement;
  readonly canvas: HTMLCanvasElement;
  /** How many rows there are in all. */
  readonly rows: number;
  readonly shown: number;
  readonly window: Window;
  readonly selected: Id;
  /** In the player's units, as all that is drawn: where the canvas begins, from the upper edge of the lanes, and its size. */
  readonly from: number;
  readonly width: number;
  readonly height: number;
  /** The pixels of such a unit. */
  readonly unit: number;
  /** The program goes on and the picture grows with it. */
  readonly live: boolean;
  /** The picture moves: nobody changes the theme at the same moment. */
  readonly playing: boolean;
}

/** While the picture grows it is drawn anew only so often, in milliseconds: everything in it moves each time. */
const REDRAW_EVERY = 80;
/** While the picture moves the theme is looked at so often, in milliseconds: that computes styles. */
const LOOK_EVERY = 500;
/** More arrows than this are a tangle; then only those of the selected lane are drawn. */
const MOST_LINKS = 120;

/**
 * Draws the lanes up to the furthest moment that was seen. Where the cursor stands, and that what lies behind it is pale, is
 * a matter of an element over the canvas; so a canvas in use gets little to draw: what came into sight since the last time.
 */
export class TimelinePainter {
  /** All that the picture on the canvas depends on, apart from how far it goes. */
  private drawn = '';
  private drawnTo = 0;
  private drawnAt = 0;
  /** Where the times of the ruler stand, and all that they depend on. */
  private ticks: readonly number[] = [];
  private ruled = '';
  /** The colour of the theme, when it was last looked at, and the colours that belong to it. */
  private ink = '';
  private lookedAt = -Infinity;
  private palette: { readonly ink: string; readonly colours: Palette } | null = null;

  draw(cursor: Cursor, picture: TimelinePicture): void {
    const { canvas, rows, shown, from, width, height, unit, live, playing, window, selected } = picture;
    const { pace } = cursor.recording;
    const scale = (width - 2 * EDGE) / Math.max(0.001, window.to - window.from);
    const x = (position: number): number => EDGE + ((position === Infinity ? pace.end : pace.shownAt(position)) - window.from) * scale;
    const cursorX = EDGE + (shown - window.from) * scale;
    const seenX = Math.max(cursorX, x(cursor.seen));
    canvas.parentElement?.style.setProperty('--cursor', `${(Math.min(Math.max(-2, cursorX), width + 2) * unit).toFixed(1)}px`);
    const ratio = (globalThis.devicePixelRatio || 1) * unit;
    const now = performance.now();
    if (!playing || now - this.lookedAt > LOOK_EVERY) {
      this.ink = getComputedStyle(canvas).color;
      this.lookedAt = now;
    }
    const scene = [width, height, ratio, window.from, window.to, rows, from, selected, this.ink].join();
    if (live && scene !== this.drawn && now - this.drawnAt < REDRAW_EVERY) return;
    if (scene !== this.drawn || seenX < this.drawnTo) this.drawAll(cursor, picture, { scale, x, seenX });
    else if (seenX > this.drawnTo && this.drawnTo < width) this.drawMore(cursor, picture, { scale, x, seenX });
    this.drawn = scene;
    this.drawnTo = seenX;
    this.drawnAt = now;
  }

  private paletteOf(canvas: HTMLCanvasElement): Palette {
    if (this.palette?.ink !== this.ink) this.palette = { ink: this.ink, colours: readPalette(getComputedStyle(canvas)) };
    return this.palette.colours;
  }

  private drawAll(cursor: Cursor, picture: TimelinePicture, place: Place): void {
    const { canvas, rows, width, unit } = picture;
    const context = prepare(canvas, width, picture.height, unit);
    if (!context || width === 0 || rows === 0) return;
    const pen: Pen = { context, palette: this.paletteOf(canvas), width, ...place };
    this.drawRuler(pen, cursor, picture);
    drawGrid(pen, this.ticks, picture.height);
    drawRows(pen, cursor, picture, 0, Math.min(width, place.seenX));
  }

  /** Writing on a canvas computes the styles of the page: it is done only when something else is to be written. */
  private drawRuler(pen: Pen, cursor: Cursor, { axis, width, unit, window }: TimelinePicture): void {
    const ruled = [width, globalThis.devicePixelRatio, unit, window.from, window.to, window.zoomed, cursor.recording.end.time, this.ink].join();
    if (ruled === this.ruled) return;
    const context = prepare(axis, width, AXIS_HEIGHT, unit);
    if (!context) return;
    this.ticks = drawAxis(pen, context, cursor, window);
    this.ruled = ruled;
  }

  /** Only what lies behind the end of the picture, and that end, which was rounded. */
  private drawMore(cursor: Cursor, picture: TimelinePicture, place: Place): void {
    const { canvas, rows, width, height } = picture;
    const context = canvas.getContext('2d');
    if (!context || rows === 0) return;
    const begin = Math.max(0, Math.floor(this.drawnTo) - 14);
    const pen: Pen = { context, palette: this.paletteOf(canvas), width, ...place };
    context.save();
    context.beginPath();
    context.rect(begin, 0, width - begin, height);
    context.clip();
    context.clearRect(begin, 0, width - begin, height);
    this.drawRuler(pen, cursor, picture);
    drawGrid(pen, this.ticks, height);
    drawRows(pen, cursor, picture, begin, Math.min(width, place.seenX));
    context.restore();
  }
}

/** Where things are on the canvas. */
interface Place {
  readonly scale: number;
  readonly x: (position: number) => number;
  readonly seenX: number;
}

function drawRows(pen: Pen, cursor: Cursor, picture: TimelinePicture, begin: number, end: number): void {
  const { rows, from, height, selected } = picture;
  const { timeline } = cursor.recording;
  const first = Math.max(0, Math.floor(from / LANE_HEIGHT));
  const last = Math.min(rows, Math.ceil((from + height) / LANE_HEIGHT));
  const { context } = pen;
  context.save();
  context.translate(0, -from);
  const selectedRow = selected === 0 ? undefined : timeline.rowOf(selected);
  if (selectedRow !== undefined) {
    context.fillStyle = pen.palette.accentSoft;
    context.fillRect(0, selectedRow * LANE_HEIGHT, pen.width, LANE_HEIGHT);
  }
  clipped(context, begin, end, rows * LANE_HEIGHT, () => {
    for (let row = first; row < last; row++) {
      const lane = timeline.inRow(row);
      if (lane) drawLane(pen, cursor, lane, row, begin, end);
    }
    drawLinks(pen, cursor, picture, begin, end);
  });
  context.restore();
}

/** Arrows from who made, woke or cancelled somebody to whom. */
function drawLinks(pen: Pen, cursor: Cursor, { selected, window, rows, from, height }: TimelinePicture, begin: number, end: number): void {
  const { timeline, pace } = cursor.recording;
  const first = pace.positionAt(window.from + (begin - EDGE) / pen.scale);
  const last = Math.min(cursor.seen, pace.positionAt(window.from + (end - EDGE) / pen.scale));
  const [top, bottom] = [from / LANE_HEIGHT - 1, (from + height) / LANE_HEIGHT];
  const inSight = (link: Link): boolean => {
    const [a, b] = [timeline.rowOf(link.from) ?? -1, timeline.rowOf(link.to) ?? -1];
    return a >= 0 && b >= 0 && a < rows && b < rows && Math.max(a, b) >= top && Math.min(a, b) <= bottom;
  };
  const ofSelected = (link: Link): boolean => (link.from === selected || link.to === selected) && inSight(link);
  let links = timeline.links(first, last, MOST_LINKS + 1, inSight);
  if (links.length > MOST_LINKS) links = selected ? timeline.links(first, last, MOST_LINKS, ofSelected) : [];
  for (const link of links) drawLink(pen, link, timeline.rowOf(link.from) ?? 0, timeline.rowOf(link.to) ?? 0, selected !== 0 && (link.from === selected || link.to === selected));
}

function drawLink(pen: Pen, link: Link, fromRow: number, toRow: number, strong: boolean): void {
  const { context, palette } = pen;
  const at = Math.round(pen.x(link.position)) + 0.5;
  const down = toRow > fromRow ? 1 : -1;
  const begin = (fromRow + 0.5) * LANE_HEIGHT + 5 * down;
  const end = (toRow + 0.5) * LANE_HEIGHT - 7 * down;
  context.save();
  context.strokeStyle = link.kind === 'cancelled' ? palette.danger : strong ? palette.accent : palette.muted;
  context.fillStyle = context.strokeStyle;
  context.globalAlpha = strong ? 1 : 0.75;
  context.lineWidth = strong ? 1.5 : 1;
  if (link.kind === 'made') context.setLineDash([2, 2]);
  if (link.kind === 'cancelled') context.setLineDash([5, 2]);
  line(context, at, begin, at, end - 3 * down);
  context.setLineDash([]);
  context.beginPath();
  context.moveTo(at, end + 2 * down);
  context.lineTo(at - 3, end - 4 * down);
  context.lineTo(at + 3, end - 4 * down);
  context.closePath();
  context.fill();
  context.restore();
}

function prepare(canvas: HTMLCanvasElement, width: number, height: number, unit: number): CanvasRenderingContext2D | null {
  const ratio = (globalThis.devicePixelRatio || 1) * unit;
  const pixels = [Math.round(width * ratio), Math.round(height * ratio)] as const;
  if (canvas.width !== pixels[0] || canvas.height !== pixels[1]) {
    [canvas.width, canvas.height] = pixels;
    canvas.style.height = `${(height * unit).toString()}px`;
  }
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

/** `style` is of an element that has the player's custom properties. */
export function readPalette(style: CSSStyleDeclaration): Palette {
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    muted: read('--muted'),
    line: read('--line'),
    danger: read('--danger'),
    accent: read('--accent'),
    accentSoft: read('--accent-soft'),
    surface: read('--surface'),
    tones: [0, 1, 2, 3, 4, 5, 6, 7].map((n) => read(`--task-${n.toString()}`)),
    font: style.fontFamily,
  };
}

function clipped(context: CanvasRenderingContext2D, from: number, to: number, height: number, draw: () => void): void {
  if (to <= from) return;
  context.save();
  context.beginPath();
  context.rect(from, 0, to - from, height);
  context.clip();
  draw();
  context.restore();
}

/** Writes the times into the ruler above the lanes, where they stay in view; where they stand: a line for each goes down through the lanes. */
function drawAxis(pen: Pen, axis: CanvasRenderingContext2D, cursor: Cursor, window: Window): number[] {
  const { palette, width, scale } = pen;
  const { pace } = cursor.recording;
  const ticks: number[] = [];
  const [begin, last] = [pace.timeAt(window.from), window.zoomed ? pace.timeAt(window.to) : cursor.recording.end.time];
  const step = tickStep(last - begin, Math.max(1, ((window.to - window.from) * scale) / TICK_ROOM));
  axis.font = `11px ${palette.font}`;
  axis.textBaseline = 'middle';
  axis.fillStyle = palette.muted;
  let free = -Infinity;
  for (let n = Math.max(1, Math.ceil(begin / (step || 1))); step > 0 && n * step <= last + 1e-9; n++) {
    const at = Math.round(EDGE + (pace.shownOf(n * step) - window.from) * scale) + 0.5;
    const text = seconds(n * step);
    const half = axis.measureText(text).width / 2;
    const centre = Math.min(Math.max(at, half + 1), width - half - 1);
    // Where many seconds share little room, only some of them get a line.
    if (centre - half < free) continue;
    ticks.push(at);
    axis.fillText(text, centre - half, AXIS_HEIGHT / 2);
    free = centre + half + 8;
  }
  return ticks;
}

function drawGrid({ context, palette }: Pen, ticks: readonly number[], height: number): void {
  context.strokeStyle = palette.line;
  context.lineWidth = 1;
  for (const at of ticks) line(context, at, 0, at, height);
}

function drawLane(pen: Pen, cursor: Cursor, lane: Lane, row: number, begin: number, end: number): void {
  const colour = pen.palette.tones[laneColour(cursor, lane)] ?? pen.palette.muted;
  const top = row * LANE_HEIGHT;
  for (let n = firstBeyond(lane, pen, begin - MARK_WIDTH); n < lane.length; n++) {
    const from = pen.x(lane.from(n));
    const to = Math.min(pen.x(lane.to(n)), pen.seenX);
    if (from > end) return;
    // What begins or ends out of sight is drawn a little beyond the edge, not for ever.
    drawSpan(pen, lane.phase(n), Math.max(from, -20), Math.min(to, pen.width + 20), top, colour);
    // In a long run thousands of spans fall on one pixel; one of them is enough.
    if (to - from < 0.5) n = Math.max(n, firstBeyond(lane, pen, Math.floor(to) + 1, n) - 1);
  }
}

/** The first span that ends beyond a place; they stand in order. */
function firstBeyond(lane: Lane, pen: Pen, place: number, from = 0): number {
  let low = from;
  let high = lane.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pen.x(lane.to(middle)) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An end mark reaches so far beyond its moment. */
const MARK_WIDTH = 11;

type SpanDrawer = (pen: Pen, from: number, to: number, middle: number, colour: string) => void;

const DRAWERS: Readonly<Record<LanePhase, SpanDrawer>> = {
  running: solid,
  ready: hatched,
  waiting: dotted,
  parked: dotted,
  blocked: (pen, from, to, middle) => blockedBar(pen, from, to, middle),
  idle: () => undefined,
  done: (pen, from, _to, middle, colour) => endMark(pen, from, middle, colour, 'done'),
  failed: (pen, from, _to, middle) => endMark(pen, from, middle, pen.palette.danger, 'failed'),
  cancelled: (pen, from, _to, middle, colour) => endMark(pen, from, middle, colour, 'cancelled'),
  lost: (pen, from, _to, middle) => endMark(pen, from, middle, pen.palette.danger, 'failed'),
};

function drawSpan(pen: Pen, phase: LanePhase, from: number, to: number, top: number, colour: string): void {
  DRAWERS[phase](pen, from, Math.max(to, from + 1), top + LANE_HEIGHT / 2, colour);
}

function solid(pen: Pen, from: number, to: number, middle: number, colour: string): void {
  pen.context.fillStyle = colour;
  bar(pen.context, from, to, middle, 14);
  pen.context.fill();
}

function hatched(pen: Pen, from: number, to: number, middle: number, colour: string): void {
  const { context } = pen;
  context.save();
  bar(context, from + 0.5, to - 0.5, middle, 11);
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.clip();
  context.beginPath();
  for (let at = Math.floor(from / 5) * 5 - 12; at < to; at += 5) {
    context.moveTo(at, middle + 6);
    context.lineTo(at + 12, middle - 6);
  }
  context.stroke();
  context.restore();
}

function dotted(pen: Pen, from: number, to: number, middle: number, colour: string): void {
  const { context } = pen;
  context.save();
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.lineCap = 'round';
  context.setLineDash([0.1, 5]);
  line(context, from + 3, middle, to - 1, middle);
  context.restore();
}

function blockedBar(pen: Pen, from: number, to: number, middle: number): void {
  const { context, palette } = pen;
  context.fillStyle = palette.danger;
  bar(context, from, to, middle, 14);
  context.fill();
  context.save();
  context.clip();
  context.strokeStyle = palette.surface;
  context.lineWidth = 1.5;
  context.globalAlpha *= 0.55;
  context.beginPath();
  for (let at = Math.floor(from / 8) * 8 - 16; at < to; at += 8) {
    context.moveTo(at, middle - 8);
    context.lineTo(at + 16, middle + 8);
  }
  context.stroke();
  context.restore();
}

function endMark(pen: Pen, at: number, middle: number, colour: string, how: 'done' | 'failed' | 'cancelled'): void {
  const { context } = pen;
  const centre = at + 5;
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.beginPath();
  if (how === 'done') {
    context.moveTo(at + 1.5, middle - 5);
    context.lineTo(at + 1.5, middle + 5);
  } else {
    context.moveTo(centre - 3.5, middle - 3.5);
    context.lineTo(centre + 3.5, middle + 3.5);
    if (how === 'failed') {
      context.moveTo(centre + 3.5, middle - 3.5);
      context.lineTo(centre - 3.5, middle + 3.5);
    } else context.arc(centre, middle, 5, 0.25 * Math.PI, 2.25 * Math.PI);
  }
  context.stroke();
}

function bar(context: CanvasRenderingContext2D, from: number, to: number, middle: number, height: number): void {
  const width = Math.max(1, to - from);
  context.beginPath();
  context.roundRect(from, middle - height / 2, width, height, Math.min(3, width / 2));
}

function line(context: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
