// Finds out which of the engine's constants its functions can come to, and takes those out of the first piece that only the rest's can.
//
// A constant stays in the first piece
//   - when a function of that piece names it in its object file,
//   - when a function names it that may have become a part of another, and a number in that piece's code, as it is after all
//     optimising, lies in it,
//   - when anybody names a place outside it, which then cannot be told from its neighbour,
//   - when a constant that stays points to it.
// So no function of the first piece comes to another but by an address that a function of the rest gave it, and what is made with
// the rest's functions is written before any of them runs. Only what nobody writes to is moved.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { archive, dataOf, objectFile, SECTION, sections, withData } from './wasm_file.mjs';

/** Zeros in a row that are left out: fewer cost less, compressed, than the head of another segment. */
const GAP = 64;
/** A shorter run of what could move stays, for the same reason. */
const WORTH = 32;

/** The optimiser makes functions a part of another that are a few bytes; those up to this many may be, to be on the safe side. */
const SMALL = 100;

/** C has no dots in its names: what follows one was added to tell functions of different files apart. */
const plainName = (name) => name.replace(/\..*$/, '');

function groupBy(list, key) {
  const groups = new Map();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** How often each is there. */
const countOf = (names) => new Map([...groupBy(names, (name) => name)].map(([name, { length }]) => [name, length]));

class Piece {
  /** `others`: the pieces that it points to; `folded`: whether a function that may have become a part of another names it. */
  constructor(address, size) {
    Object.assign(this, { address, size, others: new Set(), stays: false, folded: false });
  }

  /** With all that it leads to. */
  keep() {
    if (this.stays) return;
    this.stays = true;
    this.others.forEach((piece) => piece.keep());
  }
}

/** The number of those that `isBefore` is true of, which come first. */
function lowerBound(list, isBefore) {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low;
}

const backwards = (bytes) => Buffer.from(bytes).reverse().toString('latin1');

/** What the linker's map says of constants: [{address, size, file, name}], those of object files and what it made of strings of all. */
function layout(map) {
  const rows = [...map.matchAll(/^ *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +(\S.*):\((\.rodata[^)]*)\)$/gm)];
  const all = rows.map(([, address, size, file, name]) => ({ address: parseInt(address, 16), size: parseInt(size, 16), file, name }));
  const own = ({ file }) => file === '<internal>';
  return { strings: all.filter(own), rows: all.filter((row) => !own(row)) };
}

/** The object files that the map names, by these names. */
function objectFiles(map, folder) {
  const files = new Map(), archives = new Map();
  for (const [, name] of map.matchAll(/^ *\S+ +\S+ +\S+ +(\S.*):\([^()]*\)$/gm)) {
    if (name === '<internal>' || files.has(name)) continue;
    const [, path, member] = /^(.*?)(?:\((.*)\))?$/.exec(name);
    const bytes = () => readFileSync(resolve(folder, path));
    if (member !== undefined && !archives.has(path)) archives.set(path, archive(bytes()));
    files.set(name, objectFile(member === undefined ? bytes() : archives.get(path).get(member)));
  }
  return files;
}

/** The memory as it is at the start. */
function imageOf(data) {
  const segments = dataOf(data);
  const image = new Uint8Array(Math.max(...segments.map(({ address, bytes }) => address + bytes.length)));
  for (const { address, bytes } of segments) image.set(bytes, address);
  return image;
}

/** The engine's constants as pieces, by their addresses and by the symbols of the object files. */
class Constants {
  constructor(map, folder, image) {
    const { strings, rows } = layout(map);
    this.files = objectFiles(map, folder);
    this.pieces = [];
    this.strings = this.takeStrings(image, strings);
    this.byRow = groupBy(rows.map((row) => ({ ...row, piece: this.add(row.address, row.size) })), ({ file }) => file);
    this.pieces.sort((a, b) => a.address - b.address);
    this.linked = countOf([...map.matchAll(/^ *- +[0-9a-f]+ +[0-9a-f]+ +\S.*:\(([^().][^()]*)\)$/gm)].map(([, name]) => plainName(name)));
    this.global = new Map();
    for (const [name, file] of this.files) this.placeSegments(name, file);
    for (const file of this.files.values()) this.link(file, new DataView(image.buffer));
  }

  add(address, size) {
    const piece = new Piece(address, size);
    this.pieces.push(piece);
    return piece;
  }

  /** The strings backwards, in their order: one that another ends with is a part of it, of the first that does. */
  takeStrings(image, parts) {
    const found = [];
    for (const { address, size } of parts) {
      for (let at = address; at < address + size; ) {
        const end = image.indexOf(0, at) + 1;
        if (end === 0) throw new Error('a string without an end');
        found.push({ text: backwards(image.subarray(at, end)), piece: this.add(at, end - at) });
        at = end;
      }
    }
    return found.sort((a, b) => (a.text < b.text ? -1 : 1));
  }

  /** Where a string of an object file is: undefined, nowhere. */
  placeOfString(bytes) {
    const text = backwards(bytes);
    const found = this.strings[lowerBound(this.strings, (string) => string.text < text)];
    return found?.text.startsWith(text) ? found.piece : undefined;
  }

  /** Says of each segment which piece it became, if it is there at all, and notes the symbols that other files see. */
  placeSegments(name, file) {
    const rows = groupBy(this.byRow.get(name) ?? [], (row) => row.name);
    for (const segment of file.segments) {
      const own = rows.get(segment.name);
      if (own && (own.length !== 1 || own[0].size !== segment.bytes.length)) throw new Error(`${name}: which one is ${segment.name}?`);
      segment.piece = own ? own[0].piece : this.placeOfString(segment.bytes);
    }
    for (const symbol of file.symbols) if (symbol.segment !== undefined && !symbol.local) this.global.set(symbol.name, { file, symbol });
  }

  /** What an address in a file leads to: the piece and the place in it. One outside what the symbol is keeps the piece where it is. */
  target(file, { symbol: index, addend }) {
    const named = file.symbols[index];
    const { file: owner, symbol } = named.segment === undefined ? (this.global.get(named.name) ?? {}) : { file, symbol: named };
    const { piece, bytes } = owner?.segments[symbol.segment] ?? {};
    if (!piece) return null;
    const place = symbol.offset + addend;
    if (place < 0 || place >= bytes.length) piece.keep();
    return { piece, address: piece.address + piece.size - bytes.length + place };
  }

  link(file, image) {
    for (const address of file.inData) {
      const from = file.segments.find(({ start, bytes }) => address.offset >= start && address.offset < start + bytes.length);
      const to = from.piece && this.target(file, address);
      if (!to) continue;
      from.piece.others.add(to.piece);
      const written = image.getUint32(from.piece.address + address.offset - from.start, true);
      if (written !== to.address) throw new Error(`${from.name}: an address in it is ${written}, not ${to.address}`);
    }
    for (const address of file.inCode) {
      const from = file.functions.find(({ start, end }) => address.offset >= start && address.offset < end);
      const to = this.target(file, address);
      if (to) (from.others ??= new Set()).add(to.piece);
    }
  }

  /** `called`: the names of the functions that may be called while there is no rest; `all`: of all that the engine has. */
  keepNamed(called, all) {
    const plain = new Set(called.map(plainName)), left = countOf(all.map(plainName));
    for (const { functions } of this.files.values()) {
      for (const { name, start, end, others } of functions) {
        const own = plainName(name);
        if (plain.has(own)) others?.forEach((piece) => piece.keep());
        if (end - start <= SMALL || this.linked.get(own) > (left.get(own) ?? 0)) others?.forEach((piece) => (piece.folded = true));
      }
    }
  }

  keepAt(address) {
    const piece = this.pieces[lowerBound(this.pieces, (other) => other.address <= address) - 1];
    if (piece?.folded && address < piece.address + piece.size) piece.keep();
  }

  /** The ranges that can move: [start, end), those that lie side by side as one. */
  movable() {
    const runs = [];
    let run = null;
    for (const { address, size, stays } of this.pieces) {
      if (stays) run = null;
      else if (run) run[1] = address + size;
      else runs.push((run = [address, address + size]));
    }
    return runs.filter(([start, end]) => end - start >= WORTH);
  }
}

/** What stands at [start, end), without long rows of zeros. */
function segmentsOf(image, start, end) {
  const found = [];
  const isZero = (at) => image[at] === 0;
  for (let at = start; at < end; ) {
    let stop = at, zeros = 0;
    while (stop + zeros < end && zeros < GAP) {
      if (isZero(stop + zeros)) zeros++;
      else [stop, zeros] = [stop + zeros + 1, 0];
    }
    if (stop > at) found.push({ address: at, bytes: image.subarray(at, stop) });
    at = stop + zeros;
    while (at < end && isZero(at)) at++;
  }
  return found;
}

/** Without `moved`: [[start, end)]. */
function remaining(image, moved) {
  const bounds = [0, ...moved.flat(), image.length];
  return Array.from({ length: bounds.length / 2 }, (_, index) => segmentsOf(image, bounds[2 * index], bounds[2 * index + 1])).flat();
}

/**
 * The two modules with each what is its own. `map`: the linker's, of names relative to `folder`; `called`: the names of the functions in
 * `first`, `all`: of all that the engine has; `code`: `first` as text.
 */
export function splitData({ first, rest, map, folder, called, all, code }) {
  const image = imageOf(sections(first).find(({ id }) => id === SECTION.DATA).body);
  const constants = new Constants(map, folder, image);
  constants.keepNamed(called, all);
  for (const [, number] of code.matchAll(/^ (?!\(data).*?(?:i32\.const |offset=)(\d+)/gm)) constants.keepAt(Number(number));
  const moved = constants.movable();
  return {
    first: withData(first, remaining(image, moved)),
    rest: withData(rest, moved.flatMap(([start, end]) => segmentsOf(image, start, end))),
  };
}
