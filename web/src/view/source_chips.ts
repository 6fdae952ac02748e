/** What a run leaves behind and before the lines of the source, as nodes: for the editor and for the listing. */
import { shapeNode, toneClass } from './shapes';
import { TEXT } from '../model/text';
import type { AwaitMark, WaitMark } from './source_marks_types';

/** How wide the code's window and its characters are, in pixels: what stands behind a line must fit. */
export interface Room {
  readonly width: number;
  readonly character: number;
}

/** How much is said of those who wait at a line, by what has room behind the code. */
export type Amount = 'phrase' | 'names' | 'shapes' | 'nothing';

/** More names or shapes than these say no more. */
const MOST_NAMES = 3;
const MOST_SHAPES = 6;
/** In the gutter, before the line, there is room for so many. */
const MOST_BEFORE = 2;
/** The tip of the shapes names no more. */
export const MOST_TOLD = 20;

/** Who waits at a line, behind its code. */
export function waitChips(marks: readonly WaitMark[], amount: Amount): HTMLElement {
  const host = element('wait-chips');
  if (amount === 'shapes') host.append(shapesChip(marks));
  else if (amount !== 'nothing') host.append(...marks.map((mark) => waitChip(mark, amount === 'phrase')));
  return host;
}

function element(name: string): HTMLElement {
  const node = document.createElement('span');
  node.className = name;
  return node;
}

function shapesChip(marks: readonly WaitMark[]): HTMLElement {
  const chip = element('wait-chip tone-main');
  chip.title = marks
    .slice(0, MOST_TOLD)
    .map((mark) => `${mark.name} ${mark.phrase}`)
    .join('\n');
  chip.append(...marks.slice(0, MOST_SHAPES).map((mark) => shapeNode(mark.colour)));
  if (marks.length > MOST_SHAPES) chip.append(`+${(marks.length - MOST_SHAPES).toString()}`);
  return chip;
}

function waitChip(mark: WaitMark, withPhrase: boolean): HTMLElement {
  const chip = element(`wait-chip ${toneClass(mark.colour)}`);
  chip.title = `${mark.name} ${mark.phrase}`;
  chip.append(shapeNode(mark.colour), mark.name);
  if (withPhrase) {
    const more = element('more');
    more.textContent = mark.phrase;
    chip.append(more);
  }
  return chip;
}

/** In the gutter of the line that runs. */
export function runMarker(colour: number): HTMLElement {
  return element(`run-marker ${toneClass(colour)}`);
}

/** In the gutter of a line where tasks wait. */
export function waitMarker(colours: readonly number[]): HTMLElement {
  const node = element('wait-marker');
  for (const colour of colours.slice(0, MOST_BEFORE)) node.append(shapeNode(colour));
  return node;
}

/** `went straight through`, behind the line of an await that never gave up control. */
export function straightNote(title: string): HTMLElement {
  const note = element('await-note');
  note.title = title;
  note.textContent = TEXT.awaits.note;
  return note;
}

/** The class and the words of a line's awaits. */
export function awaitLook(mark: AwaitMark): { readonly how: 'suspended' | 'straight' | 'both'; readonly title: string } {
  const how = mark.straight === 0 ? 'suspended' : mark.suspended === 0 ? 'straight' : 'both';
  return { how, title: TEXT.awaits[how](mark.suspended, mark.straight) };
}

/** How wide a character of the code is at the usual size; what stands behind it grows with it. */
const CODE_CHARACTER = 7.83;

/** About as wide as a character of the note, and what stands before and behind it. */
const NOTE_CHARACTER = 5.8;
const NOTE_REST = 36;

/** Never less than at the usual size: a narrow font of the code says nothing of the other's. */
function growth({ character }: Room): number {
  return Math.max(1, character / CODE_CHARACTER);
}

/** Whether the note of an await has room behind a line of so many characters. */
export function noteFits(characters: number, room: Room): boolean {
  return characters * room.character + TEXT.awaits.note.length * NOTE_CHARACTER * growth(room) + NOTE_REST <= room.width;
}

/** About as wide as a character of a chip, what is in a chip beside its words, and what is between code and chips. */
const CHIP_CHARACTER = 6.8;
const CHIP_REST = 40;
const BEFORE_CHIPS = 20;

/** A shape in a chip, and the chip around it. */
const SHAPE = 15;
const AROUND_SHAPES = 13;

/**
 * As much as stands behind so many characters of code without covering them. Those who are all seen in the gutter cover no code;
 * where they are more, or the gutter shows that the line runs, their shapes do.
 */
export function amountFor(waits: readonly WaitMark[], characters: number, { width, character }: Room, runs: boolean): Amount {
  const room = (width - characters * character - BEFORE_CHIPS) / growth({ width, character });
  const wide = (words: number): number => words * CHIP_CHARACTER + CHIP_REST;
  const [first] = waits;
  if (waits.length === 1 && first && wide(first.name.length + first.phrase.length) <= room) return 'phrase';
  const names = waits.reduce((sum, wait) => sum + wide(wait.name.length), 0);
  if (waits.length <= MOST_NAMES && names <= room) return 'names';
  return !runs && waits.length <= MOST_BEFORE && waits.length * SHAPE + AROUND_SHAPES > room ? 'nothing' : 'shapes';
}

export function byLine(waits: readonly WaitMark[]): ReadonlyMap<number, WaitMark[]> {
  const lines = new Map<number, WaitMark[]>();
  for (const wait of waits) {
    const at = lines.get(wait.line);
    if (at) at.push(wait);
    else lines.set(wait.line, [wait]);
  }
  return lines;
}
