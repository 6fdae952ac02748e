/** What the program has printed up to a moment, as lines with the one who printed each. */
import { OUTPUT_STREAM } from '../engine/events.generated';
import { countBelow } from './log';
import type { EventLog } from './log';
import type { Id } from './state';
import { Terminal, textOf } from './terminal';
import type { Piece } from './terminal';

export interface OutputLine {
  /** Counts from 0 over the whole output; keeps its number while the window moves on. */
  readonly key: number;
  readonly by: Id;
  readonly error: boolean;
  /** As a terminal shows it. */
  readonly text: string;
  /** The text by its looks. */
  readonly pieces: readonly Piece[];
  readonly time: number;
  /** It begins a write; the lines after it, up to the next such one, were written with it. */
  readonly first: boolean;
  /** The moment just after its first character was written. */
  readonly position: number;
}

export interface OutputWindow {
  readonly lines: readonly OutputLine[];
  /** Earlier writes that are not in the window. */
  readonly hidden: number;
  /** Writes up to the moment, those that are hidden too. */
  readonly count: number;
}

/** A window's writes at most. */
export const WRITES_SHOWN = 400;

export const NO_OUTPUT: OutputWindow = { lines: [], hidden: 0, count: 0 };

/** How many writes there were before `position`. */
export function writesBefore(log: EventLog, position: number): number {
  return countBelow(log.outputs, log.outputs.length, position, false);
}

/** The last writes before `position`, at most `limit` of them, joined and cut into lines. */
export function outputAt(log: EventLog, position: number, limit = WRITES_SHOWN): OutputWindow {
  const count = writesBefore(log, position);
  const first = Math.max(0, count - limit);
  const lines: { -readonly [K in keyof Omit<OutputLine, 'pieces'>]: OutputLine[K] }[] = [];
  let open = false;
  for (let i = first; i < count; i++) {
    const place = log.outputs[i] ?? 0;
    const event = log.at(place);
    if (event?.kind !== 'OUTPUT') continue;
    const error = event.stream === OUTPUT_STREAM.STANDARD_ERROR;
    event.text.split('\n').forEach((text, part, parts) => {
      const last = lines[lines.length - 1];
      if (part === 0 && open && last?.error === error) last.text += text;
      else if (part < parts.length - 1 || text !== '') {
        lines.push({ key: i * 65536 + part, by: event.by, error, text, time: event.time, first: part === 0, position: place + 1 });
      }
    });
    open = !event.text.endsWith('\n');
  }
  const terminal = new Terminal();
  return { lines: lines.map((line) => shown(line, terminal.line(line.text))), hidden: first, count };
}

function shown(line: Omit<OutputLine, 'pieces'>, pieces: readonly Piece[]): OutputLine {
  return { ...line, text: textOf(pieces), pieces };
}
