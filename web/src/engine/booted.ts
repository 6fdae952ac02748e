/**
 * What booting leaves in an instance's memory, kept in a file (`booted.bin`, written by web/tools/booted.mjs), so that an instance need not
 * boot: 32-bit words of the machine's order, then bytes. Words: what identifies the code, how many pieces there are, and for each piece
 * its address and its length, a multiple of 4; then the bytes of all.
 */
export type Booted = Uint8Array;

/** From byte to byte of the code that makes its identity: a look at all of it would cost more than booting. */
const STRIDE = 61;

/** A number by which an image can be told from one of other code. */
export function identityOf(code: Uint8Array): number {
  let hash = 0x811c9dc5 ^ code.length;
  for (let at = 0; at < code.length; at += STRIDE) hash = Math.imul(hash ^ (code[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** The image if it is one of this code, else null. `bytes` begins at a multiple of 4 of its buffer. */
export function bootedFor(code: Uint8Array, bytes: Uint8Array): Booted | null {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, 1)[0] === identityOf(code) ? bytes : null;
}

/** Makes a new instance's memory that of one that has booted. */
export function putInto(memory: Uint8Array, booted: Booted): void {
  const [, count = 0] = new Uint32Array(booted.buffer, booted.byteOffset, 2);
  const pieces = new Uint32Array(booted.buffer, booted.byteOffset + 8, 2 * count);
  let from = 8 + pieces.byteLength;
  for (let at = 0; at < pieces.length; at += 2) {
    const address = pieces[at] ?? 0, length = pieces[at + 1] ?? 0;
    memory.set(booted.subarray(from, from + length), address);
    from += length;
  }
}

/** The image that leads from one memory to the other. */
export function imageOf(code: Uint8Array, before: Uint8Array, after: Uint8Array): Booted {
  const old = new Uint32Array(before.buffer), now = new Uint32Array(after.buffer);
  const pieces: [number, number][] = [];
  // What lies between two changes is taken along: a piece costs more than some words.
  const NEAR = 64;
  for (let at = 0; at < now.length; at++) {
    if (now[at] === (old[at] ?? 0)) continue;
    const last = pieces.at(-1);
    if (last && at - last[1] <= NEAR) last[1] = at + 1;
    else pieces.push([at, at + 1]);
  }
  const words = [identityOf(code), pieces.length, ...pieces.flatMap(([from, to]) => [4 * from, 4 * (to - from)])];
  const bytes = pieces.flatMap(([from, to]) => [...now.subarray(from, to)]);
  return new Uint8Array(Uint32Array.from([...words, ...bytes]).buffer);
}
