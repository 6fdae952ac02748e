/** The timeline in use: which part and which rows are in sight, and what pointer and wheel do to them. */
import { Zoom } from '../model/zoom';
import type { Window } from '../model/zoom';
import { LANE_HEIGHT } from '../view/timeline';
import { EDGE, TimelinePainter } from '../view/timeline_canvas';
import { unitOf } from '../view/unit';
import type { Player } from './player';

/** Rows that are kept above and below those in sight. */
const SPARE = 4;
/** A pointer that moved less than this has clicked, in pixels. */
const CLICK = 4;

export interface TimelineHost {
  readonly player: Player;
  readonly root: () => ParentNode;
  selected(): number;
  select(task: number): void;
  changed(): void;
}

/** Where the canvas stands in what scrolls, in the player's units, and how many pixels one of those has. */
interface Room {
  readonly from: number;
  readonly width: number;
  readonly height: number;
  readonly unit: number;
}

function measure(canvas: HTMLElement, frame: HTMLElement): Room {
  const unit = unitOf(frame);
  const height = frame.clientHeight - canvas.offsetTop + (canvas.parentElement?.offsetTop ?? 0);
  return { from: frame.scrollTop / unit, width: canvas.clientWidth / unit, height: height / unit, unit };
}

export class TimelineControl {
  readonly zoom = new Zoom();
  private readonly painter = new TimelinePainter();
  /** The rows in sight, from one up to another. */
  private rows = { first: 0, last: 40 };
  /** Measuring at each picture would lay the page out twice; null when it may have changed. */
  private room: Room | null = null;
  private resize: ResizeObserver | null = null;

  constructor(private readonly host: TimelineHost) {}

  get window(): Window {
    return this.zoom.window(this.end);
  }

  get first(): number {
    return this.rows.first - SPARE;
  }

  get last(): number {
    return this.rows.last + SPARE;
  }

  /** Shows a shorter or longer part around the cursor; 0 shows all. */
  zoomBy(factor: number, around = this.host.player.shown): void {
    this.zoom.by(factor, this.end, around);
    this.host.changed();
  }

  pan(share: number): void {
    this.zoom.pan(share, this.end);
    this.host.changed();
  }

  /** Keeps the cursor in sight while it moves. */
  follow(): void {
    this.zoom.follow(this.host.player.shown, this.end);
  }

  readonly draw = (): void => {
    const root = this.host.root();
    const canvas = root.querySelector<HTMLCanvasElement>('.picture');
    const axis = root.querySelector<HTMLCanvasElement>('.axis');
    const frame = canvas?.closest<HTMLElement>('.lanes');
    if (!canvas || !axis || !frame) return;
    // Its size is told of once the page is laid out: to ask for it before lays the page out while it is still being made.
    if (this.listen(canvas, axis, frame)) return;
    const { cursor, shown, running, phase } = this.host.player;
    const rows = cursor.recording.timeline.rowsAt(Math.max(1, cursor.seen));
    const room = (this.room ??= measure(canvas, frame));
    const { from, width, unit } = room;
    const height = Math.max(LANE_HEIGHT, Math.min(rows * LANE_HEIGHT - from, room.height));
    this.sight(from, height);
    const { window } = this;
    const playing = phase === 'playing';
    this.painter.draw(cursor, { axis, canvas, rows, shown, window, selected: this.host.selected(), from, width, height, unit, live: running && playing, playing });
  };

  /** Something may have another size or place: it is measured anew. */
  readonly remeasure = (): void => {
    this.room = null;
    this.draw();
  };

  /** Ends what it has begun; drawing begins it anew. */
  dispose(): void {
    this.resize?.disconnect();
    this.resize = null;
    this.room = null;
  }

  private get end(): number {
    return this.host.player.cursor.recording.pace.end;
  }

  /** Other rows have come into sight: their names must be there. */
  private sight(from: number, height: number): void {
    const first = Math.floor(from / LANE_HEIGHT);
    const last = Math.ceil((from + height) / LANE_HEIGHT);
    if (first === this.rows.first && last === this.rows.last) return;
    this.rows = { first, last };
    this.host.changed();
  }

  /** Begins to watch the canvas, once; true when it did. */
  private listen(canvas: HTMLCanvasElement, axis: HTMLCanvasElement, frame: HTMLElement): boolean {
    const begins = !this.resize;
    if (!this.resize) {
      this.resize = new ResizeObserver(this.remeasure);
      this.resize.observe(canvas);
      this.resize.observe(frame);
    }
    if (!canvas.onpointerdown) {
      canvas.onpointerdown = this.scrubByPointer;
      axis.onpointerdown = this.panByPointer;
      frame.onscroll = this.remeasure;
      frame.addEventListener('wheel', this.onWheel, { passive: false });
    }
    return begins;
  }

  private shownAt(canvas: HTMLElement, x: number): number {
    const { from, to } = this.window;
    const edge = EDGE * unitOf(canvas);
    const share = (x - edge) / Math.max(1, canvas.clientWidth - 2 * edge);
    return from + Math.max(0, Math.min(1, share)) * (to - from);
  }

  private readonly scrubByPointer = (down: PointerEvent): void => {
    const canvas = down.currentTarget as HTMLCanvasElement;
    const { player } = this.host;
    if (player.cursor.recording.pace.length === 0 || down.button !== 0) return;
    let moved = false;
    // Asked for later, when the event has been handled, it would be counted from the page's corner.
    const { offsetY } = down;
    const move = (event: PointerEvent): void => {
      moved ||= Math.abs(event.clientX - down.clientX) > CLICK;
      player.scrub(this.shownAt(canvas, event.offsetX));
    };
    track(canvas, down, move, () => {
      if (!moved) this.selectRow((offsetY + (canvas.closest('.lanes')?.scrollTop ?? 0)) / unitOf(canvas));
    });
    move(down);
  };

  private selectRow(y: number): void {
    const lane = this.host.player.cursor.recording.timeline.inRow(Math.floor(y / LANE_HEIGHT));
    if (lane?.kind === 'task') this.host.select(lane.id);
  }

  private readonly panByPointer = (down: PointerEvent): void => {
    const axis = down.currentTarget as HTMLCanvasElement;
    let last = down.clientX;
    if (down.button !== 0) return;
    track(axis, down, (event) => {
      this.pan((last - event.clientX) / Math.max(1, axis.clientWidth));
      last = event.clientX;
    });
  };

  /** With Ctrl (and with two fingers on a touchpad) the wheel zooms; sideways it moves. */
  private readonly onWheel = (event: WheelEvent): void => {
    const canvas = this.host.root().querySelector<HTMLCanvasElement>('.picture');
    if (!canvas) return;
    const sideways = event.shiftKey ? event.deltaY : event.deltaX;
    if (event.ctrlKey) {
      const x = event.clientX - canvas.getBoundingClientRect().left;
      this.zoomBy(Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200))), this.shownAt(canvas, x));
    } else if (sideways !== 0 && this.window.zoomed && Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) this.pan(sideways / canvas.clientWidth);
    else return;
    event.preventDefault();
  };
}

function track(element: HTMLElement, down: PointerEvent, move: (event: PointerEvent) => void, up: () => void = (): void => undefined): void {
  element.setPointerCapture(down.pointerId);
  element.onpointermove = move;
  const end = (event: PointerEvent): void => {
    element.onpointermove = element.onpointerup = element.onpointercancel = null;
    if (event.type === 'pointerup') up();
  };
  element.onpointerup = element.onpointercancel = end;
}
