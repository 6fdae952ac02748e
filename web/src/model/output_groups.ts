/** Output as it is shown: lines one by one, and error output that was written together as one group that can be folded. */
import type { OutputLine } from './output';
import { placeIn } from './places';
import type { Place } from './places';

export interface OutputGroup {
  readonly key: number;
  readonly lines: readonly OutputLine[];
  /** What went wrong, in a line: the last one of a traceback. Empty for a plain line. */
  readonly summary: string;
  /** The place in the learner's own files that a traceback names last; null when it names none. */
  readonly own: Place | null;
}

/** One or two lines of error output need no folding. */
const FOLDED = 3;

/** `own`: whether a file is the learner's, by its path; the program's is ''. */
export function grouped(lines: readonly OutputLine[], own: (file: string) => boolean): readonly OutputGroup[] {
  const groups: OutputGroup[] = [];
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n];
    if (!line) break;
    const errors = line.error && (beginsAnother(line.text) || BEGINS_ALONE.test(line.text)) ? together(lines, n) : [];
    if (errors.length < FOLDED) {
      groups.push({ key: line.key, lines: [line], summary: '', own: null });
      continue;
    }
    groups.push({ key: line.key, lines: errors, summary: summaryOf(errors), own: ownPlace(errors, own) });
    n += errors.length - 1;
  }
  return groups;
}

/** What begins a report beside what `beginsAnother` tells. Log records and what a program itself writes to standard error are none. */
const BEGINS_ALONE = /^(Exception (ignored |in )|unhandled exception| *\+ Exception Group Traceback| {2}File ")/;
/** A log record, in logging's own form or behind a time. */
const RECORD = /^((DEBUG|INFO|WARNING|ERROR|CRITICAL)\b|\[?\d+[-:.]\d)/;

/** The lines of error output from one on, up to where another traceback or a log record begins. */
function together(lines: readonly OutputLine[], from: number): readonly OutputLine[] {
  const ends = (text: string): boolean => beginsAnother(text) || RECORD.test(text);
  let to = from + 1;
  while (lines[to]?.error && !(ends(lines[to]?.text ?? '') && isClosing(lines[to - 1]?.text ?? ''))) to++;
  return lines.slice(from, to);
}

function beginsAnother(text: string): boolean {
  return /^(Traceback \(|Task exception was|Future exception was|Task was destroyed|Unhandled exception|\S*Warning:|[^\s:]+:\d+: \w*Warning)/.test(text);
}

/** The line names an error, as the last one of a traceback does. */
function isClosing(text: string): boolean {
  return (WARNING.test(text) || /^[A-Za-z_][\w.]*(:|$)/.test(text)) && !/^(Traceback|During|The above|future|task|handle|context|source_traceback)\b/.test(text);
}

/** A warning, behind the place that it names; and what Python adds to some, which says nothing of what went wrong. */
const WARNING = /^\S+:(\d+): (?=\w*Warning: )/;
const ADVICE = /^\w*Warning: Enable tracemalloc /;

function summaryOf(lines: readonly OutputLine[]): string {
  const closing = [...lines].reverse().find(({ text }) => isClosing(text) && !ADVICE.test(text));
  return closing?.text.replace(WARNING, '') ?? groupSummary(lines) ?? lines[0]?.text ?? '';
}

/** More errors of a group than these have no room in a line. */
const MOST_ERRORS = 2;

/** The errors in an exception group, which are what went wrong, and the group that holds them. */
function groupSummary(lines: readonly OutputLine[]): string | null {
  const closings = lines.map(({ text }) => /^[ |]*\| (?! )(.*)$/.exec(text)?.[1] ?? '').filter(isClosing);
  const inside = closings.filter((text) => !/^\w*ExceptionGroup\b/.test(text));
  const group = /^\w+/.exec(closings.find((text) => !inside.includes(text)) ?? '')?.[0];
  if (!group || inside.length === 0) return closings[0] ?? null;
  const more = inside.length > MOST_ERRORS ? `, +${(inside.length - MOST_ERRORS).toString()}` : '';
  return `${inside.slice(0, MOST_ERRORS).join(', ')}${more} (${group})`;
}

function ownPlace(lines: readonly OutputLine[], own: (file: string) => boolean): Place | null {
  for (const { text } of [...lines].reverse()) {
    const place = placeIn(text);
    if (place && own(place.file)) return place;
  }
  return null;
}
