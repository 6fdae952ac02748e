/** Questions about a run whose answers are in its recording. */
import { HANDLE_QUEUED_KIND, OUTPUT_STREAM } from '../../engine/events.generated';
import type { Cursor } from '../cursor';
import type { Recording } from '../recording';
import type { Id, LoopState } from '../state';
import { nameOf } from '../state';
import { plain } from '../terminal';
import { isHousekeeping } from '../words';

export interface PrintedLine {
  readonly text: string;
  /** The moment at which it is printed. */
  readonly position: number;
}

const FEWEST_LINES = 3;
const MOST_LINES = 9;

/** The lines that a program prints, when they are few enough to be put in order, and no two are alike; else null. */
export function linesToOrder({ log }: Recording): readonly PrintedLine[] | null {
  const lines: PrintedLine[] = [];
  for (const place of log.outputs) {
    const event = log.at(place);
    if (event?.kind !== 'OUTPUT' || event.stream !== OUTPUT_STREAM.STANDARD_OUTPUT) continue;
    for (const text of plain(event.text).split('\n')) if (text.trim() !== '') lines.push({ text, position: place + 1 });
    if (lines.length > MOST_LINES) return null;
  }
  const different = new Set(lines.map(({ text }) => text)).size === lines.length;
  return different && lines.length >= FEWEST_LINES ? lines : null;
}

/** Another order of the same things, always the same one: every reader gets the same puzzle. Never the right order. */
export function shuffled<T>(things: readonly T[]): readonly T[] {
  const mixed = [...things];
  let seed = 20_261 + things.length;
  for (let n = mixed.length - 1; n > 0; n--) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (n + 1);
    const [a, b] = [mixed[n], mixed[other]];
    if (a !== undefined && b !== undefined) [mixed[n], mixed[other]] = [b, a];
  }
  const same = mixed.every((thing, n) => thing === things[n]);
  return same ? [...mixed.slice(1), ...mixed.slice(0, 1)] : mixed;
}

/** How many of a guess stand where they belong. */
export function inPlace(guess: readonly PrintedLine[], lines: readonly PrintedLine[]): number {
  return guess.filter((line, n) => line === lines[n]).length;
}

/** What runs next behind a moment: a task; 'wait' when the loop waits first, 'other' for a callback. */
export interface Next {
  readonly who: Id | 'wait' | 'other';
  readonly position: number;
}

export function whoRunsNext({ recording: { log }, position }: Cursor): Next | null {
  for (let i = position; i < log.length; i++) {
    const event = log.at(i);
    if (event?.kind === 'WAIT_BEGINS') return { who: 'wait', position: i + 1 };
    if (event?.kind === 'TASK_STEP_BEGINS') return { who: event.task, position: i + 1 };
    if (event?.kind === 'HANDLE_BEGINS' && log.kindAt(i + 1) !== 'TASK_STEP_BEGINS') return { who: 'other', position: i + 1 };
  }
  return null;
}

/** The learner's tasks that are not over, in the order in which they were made. */
export function candidates(state: LoopState): readonly Id[] {
  return [...state.alive.keys()].filter((id) => {
    const task = state.tasks.get(id);
    return task !== undefined && !isHousekeeping(task);
  });
}

/** The tasks whose next step is in the ready queue. */
export function readyTasks(state: LoopState): ReadonlySet<Id> {
  const ready = new Set<Id>();
  for (const handle of state.ready.values()) if (handle.kind === HANDLE_QUEUED_KIND.TASK_STEP && !handle.cancelled) ready.add(handle.subject);
  return ready;
}

export function namesOf(state: LoopState, ids: Iterable<Id>): string {
  return [...ids].map((id) => nameOf(state, id)).join(', ');
}
