/** Which seconds a ruler names. */

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 120, 300, 600, 3600];

/** Seconds from one mark to the next, so that a span of so many seconds gets `most` marks or fewer; 0: a span of none. */
export function tickStep(span: number, most: number): number {
  if (!(span > 0)) return 0;
  return STEPS.find((step) => span / step <= most) ?? span;
}
