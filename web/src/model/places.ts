/**
 * Places in the reader's files: what the lines of the log are, and where error output points, which is the files and lines that a
 * traceback or a warning names.
 */
import { LINE_BITS } from '../engine/events.generated';
import type { OutputLine } from './output';
import { TEXT } from './text';

export interface Place {
  /** A file's path; '': the program. */
  readonly file: string;
  readonly line: number;
}

/** A place, and the part of the text that names it. */
export interface NamedPlace extends Place {
  readonly from: number;
  readonly to: number;
}

/** The files whose lines are told, in the order of their numbers, which count from 1. */
interface Files {
  readonly files: readonly string[];
}

/** The place that a line of the log is (see `LINE_BITS`). */
export function toldPlace({ files }: Files, told: number): Place {
  const number = told >>> LINE_BITS;
  return { file: number === 0 ? '' : (files[number - 1] ?? '?'), line: told & ((1 << LINE_BITS) - 1) };
}

/** A line of the log in words: `line 3`, `util.py, line 3`; empty for none. */
export function lineWords(state: Files, told: number): string {
  const { file, line } = toldPlace(state, told);
  return line > 0 ? TEXT.output.own(line, file) : '';
}

/** The same where there is little room. */
export function lineSign(state: Files, told: number): string {
  const { file, line } = toldPlace(state, told);
  return TEXT.waiting.line(line, file);
}

/** Lines by file, the program's under ''. */
export type LinesByFile = ReadonlyMap<string, ReadonlySet<number>>;

/** Whether a line of the log is one of these. */
export function isAmong(state: Files, told: number, lines: LinesByFile): boolean {
  const { file, line } = toldPlace(state, told);
  return lines.get(file)?.has(line) === true;
}

const PROGRAM = 'main.py';
/** Files that lie beside the program are named by their whole path, unless the program named them itself. */
const HOME = '/home/loopscope/';
const NAMED = /File "([^"]+)", line (\d+)|^([^\s:"]+\.py):(\d+): (?=\w*Warning: )/;

/** What a line of error output points at; it may be a file that is not the reader's. */
export function placeIn(text: string): NamedPlace | null {
  const found = NAMED.exec(text);
  if (!found) return null;
  const path = found[1] ?? found[3] ?? '';
  const name = path.startsWith(HOME) ? path.slice(HOME.length) : path;
  return { file: name === PROGRAM ? '' : name, line: Number(found[2] ?? found[4]), from: found.index, to: found.index + found[0].trimEnd().length };
}

/**
 * The line of each file in which the error of this type, of those that were printed the last, went wrong: of the places that its
 * traceback names the innermost. Null when nothing tells.
 */
export function errorPlaces(lines: readonly OutputLine[], type: string): ReadonlyMap<string, number> | null {
  let at = lines.length - 1;
  const names = (text: string): boolean => text.replace(/^[ |]*/, '').replace(/^[\w.]+\./, '').startsWith(type);
  while (at >= 0 && !(lines[at]?.error && names(lines[at]?.text ?? ''))) at--;
  const places = new Map<string, number>();
  for (; at >= 0; at--) {
    const { error, text } = lines[at] ?? { error: false, text: '' };
    if (!error || text.includes('Traceback (most recent call last)')) break;
    const place = placeIn(text);
    if (place && !places.has(place.file)) places.set(place.file, place.line);
  }
  return places.size > 0 ? places : null;
}
