/**
 * What a terminal makes of a written line: a carriage return and a backspace go back and what follows is written over what
 * was there (progress bars, spinners), and ECMA-48's sequences colour, erase or move within the line. What would move to other lines or clear the
 * screen does nothing: the output is a record.
 */

/** Text of one look. */
export interface Piece {
  readonly text: string;
  /** Words for the look (`bold red`), of `ATTRIBUTES` and `COLOURS`; '' for none. */
  readonly look: string;
}

/** What SGR, "select graphic rendition", sets: an attribute, or a colour. */
const ATTRIBUTES: ReadonlyMap<number, string> = new Map([
  [1, 'bold'],
  [2, 'dim'],
  [3, 'italic'],
  [4, 'underline'],
  [7, 'reverse'],
  [9, 'strike'],
]);
/** Black and white are whatever the page writes with. */
const COLOURS = ['', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', ''] as const;

/** What ends an attribute; 22 ends two. */
const ENDS: ReadonlyMap<number, readonly string[]> = new Map([
  [22, ['bold', 'dim']],
  [23, ['italic']],
  [24, ['underline']],
  [27, ['reverse']],
  [29, ['strike']],
]);

// eslint-disable-next-line no-control-regex -- they are what it looks for
const CONTROL = /[\x00-\x08\x0b-\x1f\x7f\x9b]/;
// A sequence (its parameters, its last letter), a title or link, any other escape, or one character.
// eslint-disable-next-line no-control-regex -- they are what it looks for
const UNIT = /(?:\x1b\[|\x9b)([0-?]*)[ -/]*([@-~])?|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?|[^]/gu;

interface Cell {
  readonly character: string;
  readonly look: string;
}

const BLANK: Cell = { character: ' ', look: '' };

/** A sequence that goes further right than any line is long writes no line of that length. */
const MOST_COLUMNS = 1000;

export class Terminal {
  private readonly attributes = new Set<string>();
  private colour = '';
  private cells: Cell[] = [];
  private column = 0;

  /** A line as it looks when all of it is written. Looks go on from line to line until they are ended. */
  line(written: string): readonly Piece[] {
    if (!CONTROL.test(written)) return [{ text: written, look: this.look }];
    this.cells = [];
    this.column = 0;
    for (const [unit, parameters, letter] of written.matchAll(UNIT)) {
      if (letter !== undefined) this.obey(letter, (parameters ?? '').split(';').map(Number));
      else this.put(unit);
    }
    return pieces(this.cells);
  }

  private get look(): string {
    return [...this.attributes, ...(this.colour === '' ? [] : [this.colour])].join(' ');
  }

  private put(unit: string): void {
    if (unit === '\r') this.column = 0;
    else if (unit === '\b') this.move(-1);
    else if (!CONTROL.test(unit)) {
      while (this.cells.length < this.column) this.cells.push(BLANK);
      this.cells[this.column++] = { character: unit, look: this.look };
    }
  }

  private move(by: number): void {
    this.column = Math.max(0, this.column + by);
  }

  private obey(letter: string, parameters: readonly number[]): void {
    const [first = 0] = parameters;
    const count = first || 1;
    if (letter === 'm') this.select(parameters);
    else if (letter === 'C') this.move(Math.min(count, MOST_COLUMNS));
    else if (letter === 'D') this.move(-count);
    else if (letter === 'G') this.column = Math.min(count, MOST_COLUMNS) - 1;
    else if (letter === 'K') this.erase(first);
  }

  /** 0: what follows, 1: what is before, 2: all of the line. */
  private erase(what: number): void {
    if (what === 0) this.cells.length = Math.min(this.cells.length, this.column);
    else if (what === 2) this.cells = [];
    else this.cells.fill(BLANK, 0, this.column + 1);
  }

  private select(parameters: readonly number[]): void {
    for (let n = 0; n < parameters.length; n++) {
      const code = parameters[n] ?? 0;
      const attribute = ATTRIBUTES.get(code);
      if (code === 0) {
        this.attributes.clear();
        this.colour = '';
      } else if (attribute !== undefined) this.attributes.add(attribute);
      else if (ENDS.has(code)) for (const ended of ENDS.get(code) ?? []) this.attributes.delete(ended);
      else if (code === 38 || code === 48) n += this.selectOther(code, parameters.slice(n + 1));
      else if (code === 39) this.colour = '';
      else if (code >= 30 && code <= 37) this.colour = COLOURS[code - 30] ?? '';
      else if (code >= 90 && code <= 97) this.colour = COLOURS[code - 90] ?? '';
    }
  }

  /** A colour by its number or its parts: of the numbers the first sixteen are told apart. Returns how many parameters it has. */
  private selectOther(code: number, [how, number = 0]: readonly number[]): number {
    if (how === 5 && code === 38) this.colour = number < 16 ? (COLOURS[number % 8] ?? '') : '';
    return how === 5 ? 2 : how === 2 ? 4 : 0;
  }
}

function pieces(cells: readonly Cell[]): readonly Piece[] {
  const all: { text: string; readonly look: string }[] = [];
  for (const { character, look } of cells) {
    const last = all.at(-1);
    if (last?.look === look) last.text += character;
    else all.push({ text: character, look });
  }
  return all;
}

/** The text alone, of one or more lines. */
export function plain(written: string): string {
  if (!CONTROL.test(written)) return written;
  const terminal = new Terminal();
  return written
    .split('\n')
    .map((line) => textOf(terminal.line(line)))
    .join('\n');
}

export function textOf(line: readonly Piece[]): string {
  return line.map(({ text }) => text).join('');
}
