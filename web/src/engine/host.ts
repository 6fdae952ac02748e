/** What the engine needs from the place it runs in: clock, wait, output, input. One `Host` serves one run. */
import type { RunOptions } from './types';

/** The functions that engine/wasm/host.js calls. */
export interface HostImports {
  wait(milliseconds: number): Promise<void>;
  yield(): Promise<void>;
  now(): number;
  /** Seconds that go on while the run is held. */
  steady(): number;
  wall(): number;
  write(stream: number, bytes: Uint8Array): void;
  lineLength(): number;
  readLine(buffer: Uint8Array): void;
  /** The length of what lies beside the program under a path in UTF-8 (engine/include/loopscope/host.h), -1: nothing does. */
  besideLength(path: Uint8Array): number;
  /** Copies what besideLength found last. */
  readBeside(buffer: Uint8Array): void;
  entropy(buffer: Uint8Array): void;
  takeSignal(): number;
  /** Gives the engine a part of its library (1: the second), if it can be had at once. */
  library(number: number): void;
  events(bytes: Uint8Array): void;
}

export interface HostCallbacks {
  /** Whole characters of stream 1 or 2, or of the trace file (3). */
  write(stream: number, text: string): void;
  events(bytes: Uint8Array): void;
  needInput(): void;
}

// Timers shorter than this are armed from a message turn, where browsers do not clamp them to 4 ms.
const SHORT = 6;
// What setTimeout cannot tell apart, its unit being the millisecond, is waited out in message turns.
const FINE = 1.5;

/** A turn of the host's event loop that costs microseconds, not the 4 ms of a nested setTimeout. */
interface Turns {
  next(callback: () => void): void;
  close(): void;
}

class ChannelTurns implements Turns {
  private readonly channel = new MessageChannel();
  private readonly waiting: (() => void)[] = [];

  constructor() {
    this.channel.port1.onmessage = () => this.waiting.shift()?.();
  }

  next(callback: () => void): void {
    this.waiting.push(callback);
    this.channel.port2.postMessage(null);
  }

  close(): void {
    this.channel.port1.close();
    this.channel.port2.close();
  }
}

// Node hands over a thousand messages before it looks at its timers, which would starve them; it has setImmediate instead.
type Immediate = (callback: () => void) => unknown;
const immediate = (globalThis as { setImmediate?: Immediate }).setImmediate;

function makeTurns(): Turns {
  return immediate === undefined ? new ChannelTurns() : { next: immediate, close: () => undefined };
}

/** Milliseconds of a clock that only goes on, from when does not matter. */
export type Milliseconds = () => number;

/** What lies beside the program: files that a run is given, and where it may ask for more modules. */
export interface Beside {
  files?: RunOptions['files'];
  module?: RunOptions['module'];
}

/** What the engine is told of a path; null: there is nothing. */
function readBeside({ files = {}, module }: Beside, path: string): Uint8Array | null {
  if (path === '') return new TextEncoder().encode(Object.keys(files).join('\n'));
  const given = Object.hasOwn(files, path) ? files[path] : undefined;
  if (given !== undefined) return typeof given === 'string' ? new TextEncoder().encode(given) : given;
  const isFolder = path.endsWith('/') && Object.keys(files).some((name) => name.startsWith(path));
  return isFolder ? new Uint8Array() : (module?.(path) ?? null);
}

export class Host implements Omit<HostImports, 'library'> {
  private readonly turns = makeTurns();
  private readonly decoders = new Map<number, TextDecoder>();
  private readonly signals = new Set<number>();
  private readonly lines: (Uint8Array | null)[] = [];
  /** The clock read `base` milliseconds at `mark`, and runs at `rate` (0 while held) since then. */
  private base = 0;
  private mark: number;
  private holding = false;
  private wake: (() => void) | null = null;
  private release: (() => void) | null = null;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private found: Uint8Array = new Uint8Array();

  constructor(
    private readonly callbacks: HostCallbacks,
    private speed: number,
    private readonly milliseconds: Milliseconds,
    private readonly beside: Beside = {},
  ) {
    this.mark = milliseconds();
  }

  // ---- what the engine calls

  now(): number {
    return (this.base + (this.milliseconds() - this.mark) * this.rate) / 1000;
  }

  steady(): number {
    return this.milliseconds() / 1000;
  }

  wall(): number {
    return Date.now() / 1000;
  }

  async wait(milliseconds: number): Promise<void> {
    await this.held();
    if (milliseconds > 0 && this.signals.size === 0 && !this.closed) await this.sleep(milliseconds);
    await this.held();
  }

  async yield(): Promise<void> {
    await new Promise<void>((resolve) => this.turns.next(resolve));
    await this.held();
  }

  write(stream: number, bytes: Uint8Array): void {
    let decoder = this.decoders.get(stream);
    if (decoder === undefined) this.decoders.set(stream, (decoder = new TextDecoder()));
    const text = decoder.decode(bytes, { stream: true });
    if (text !== '') this.callbacks.write(stream, text);
  }

  lineLength(): number {
    const line = this.lines[0];
    if (line === null) return 0;
    if (line !== undefined) return line.length;
    this.callbacks.needInput();
    return -1;
  }

  readLine(buffer: Uint8Array): void {
    const line = this.lines.shift();
    if (line) buffer.set(line);
  }

  besideLength(path: Uint8Array): number {
    const found = readBeside(this.beside, new TextDecoder().decode(path));
    this.found = found ?? new Uint8Array();
    return found === null ? -1 : found.length;
  }

  readBeside(buffer: Uint8Array): void {
    buffer.set(this.found);
  }

  entropy(buffer: Uint8Array): void {
    crypto.getRandomValues(buffer);
  }

  takeSignal(): number {
    const number = Math.min(...this.signals);
    if (!Number.isFinite(number)) return 0;
    this.signals.delete(number);
    return number;
  }

  events(bytes: Uint8Array): void {
    this.callbacks.events(bytes);
  }

  // ---- what the run's owner calls

  get paused(): boolean {
    return this.holding;
  }

  private get rate(): number {
    if (this.holding) return 0;
    return this.speed > 0 ? this.speed : 1;
  }

  private changeRate(change: () => void): void {
    const now = this.milliseconds();
    this.base += (now - this.mark) * this.rate;
    this.mark = now;
    change();
    this.interrupt();
  }

  /** From now on wait and yield do not come back, and the clock stands still. */
  hold(): void {
    this.changeRate(() => (this.holding = true));
  }

  /** Undoes hold. */
  unhold(): void {
    this.changeRate(() => (this.holding = false));
    this.release?.();
  }

  setSpeed(speed: number): void {
    this.changeRate(() => (this.speed = speed));
  }

  signal(number: number): void {
    this.signals.add(number);
    this.interrupt();
  }

  feed(line: string | null, ended: boolean): void {
    this.lines.push(line === null ? null : new TextEncoder().encode(ended ? `${line}\n` : line));
    this.interrupt();
  }

  /** Ends a wait at once; the engine looks again at what it waits for. */
  interrupt(): void {
    this.wake?.();
  }

  close(): void {
    this.closed = true;
    this.wake = null;
    this.release = null;
    clearTimeout(this.timer);
    this.turns.close();
  }

  // ---- waiting

  /** Comes back when the run may go on; never, once it was stopped: the instance is then dropped as it stands. */
  private async held(): Promise<void> {
    while (this.holding || this.closed) {
      await new Promise<void>((resolve) => (this.release = resolve));
      this.release = null;
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    const scaled = milliseconds / this.rate;
    return new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(this.timer);
        this.wake = null;
        resolve();
      };
      this.wake = done;
      if (!Number.isFinite(scaled)) {
        // Only a signal, input or stop ends this wait; the timer keeps Node alive meanwhile.
        this.timer = setTimeout(done, 0x7fffffff);
        return;
      }
      const due = this.milliseconds() + scaled;
      const go = (): void => {
        if (this.wake !== done) return;
        const left = due - this.milliseconds();
        if (left <= 0) done();
        else if (left < FINE) this.turns.next(go);
        else this.timer = setTimeout(go, Math.min(Math.floor(left - FINE + 1), 0x7fffffff));
      };
      if (scaled < SHORT) this.turns.next(go);
      else go();
    });
  }
}
