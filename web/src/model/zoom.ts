/** Which part of a run the timeline shows, in shown time. */

export interface Window {
  readonly from: number;
  readonly to: number;
  /** Only a part of the run is in it. */
  readonly zoomed: boolean;
}

/** Nothing shorter is looked at, in seconds of shown time. */
const SHORTEST = 0.02;

export class Zoom {
  /** Null: the whole run, also while it grows. */
  private part: { readonly from: number; readonly to: number } | null = null;

  /** The window on a run that is `end` long. */
  window(end: number): Window {
    return this.part ? { ...this.part, zoomed: true } : { from: 0, to: end, zoomed: false };
  }

  reset(): void {
    this.part = null;
  }

  /** Makes the window `factor` times as long, keeping `around` where it is; 0 shows the whole run. */
  by(factor: number, end: number, around: number): void {
    const { from, to } = this.window(end);
    const length = (to - from) * factor;
    if (factor === 0 || length >= end) {
      this.part = null;
      return;
    }
    const wanted = Math.max(SHORTEST, length);
    const share = to > from ? Math.min(1, Math.max(0, (around - from) / (to - from))) : 0.5;
    this.place(around - share * wanted, wanted, end);
  }

  /** Moves the window by a share of its length. */
  pan(share: number, end: number): void {
    if (!this.part) return;
    const { from, to } = this.part;
    this.place(from + share * (to - from), to - from, end);
  }

  /** Moves the window so that a moment is in it; true when it had to. */
  follow(shown: number, end: number): boolean {
    if (!this.part || (shown >= this.part.from && shown <= this.part.to)) return false;
    const length = this.part.to - this.part.from;
    this.place(shown - length * 0.1, length, end);
    return true;
  }

  private place(from: number, length: number, end: number): void {
    const begin = Math.max(0, Math.min(from, end - length));
    this.part = { from: begin, to: begin + length };
  }
}
