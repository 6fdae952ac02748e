/** The part of an address behind `#`, as names and values: `#example=02_two_tasks&clock=real`. */
export function readHash(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/^#/, ''));
}
