/** Where the state points into the learner's sources. */
import { toldPlace } from './places';
import { colourOf } from './state';
import type { LoopState } from './state';
import { isBusy, waitPhrase, workerPhrase } from './words';

export interface SourcePointers {
  readonly running: { readonly line: number; readonly colour: number } | null;
  /** Where suspended tasks wait, and where workers work or block. */
  readonly waits: readonly { readonly line: number; readonly colour: number; readonly name: string; readonly phrase: string }[];
  readonly error: number;
  /** What the awaits of a line have done so far. */
  readonly awaits: readonly { readonly line: number; readonly suspended: number; readonly straight: number }[];
}

/** A line can hold only so many names; the views count the rest. */
const MOST_WAITS = 200;

/** In the program or in a file beside it. `failed`: the line of the error that ended the program, where its traceback tells more than the log. */
export function pointersOf(state: LoopState, failed: number | null = null, file = ''): SourcePointers {
  /** The line in this file; 0: it is in another, or none. */
  const here = (told: number): number => {
    const place = toldPlace(state, told);
    return place.file === file ? place.line : 0;
  };
  const waits: { line: number; colour: number; name: string; phrase: string }[] = [];
  for (const id of state.alive.keys()) {
    const task = state.tasks.get(id);
    const line = task?.phase === 'waiting' ? here(task.line) : 0;
    if (!task || line === 0) continue;
    const phrase = task.waits ? waitPhrase(state, task.waits) : '';
    waits.push({ line, colour: colourOf(state, id), name: task.name, phrase });
    if (waits.length >= MOST_WAITS) break;
  }
  for (const worker of state.workers.values()) {
    const line = here(worker.line);
    if (line === 0 || !isBusy(worker) || waits.length >= MOST_WAITS) continue;
    waits.push({ line, colour: colourOf(state, worker.id), name: worker.name, phrase: workerPhrase(state, worker) });
  }
  const running = here(state.line);
  const awaits = [...state.awaits].map(([told, count]) => ({ line: here(told), ...count }));
  return {
    running: running > 0 ? { line: running, colour: colourOf(state, state.lineBy) } : null,
    waits,
    awaits: awaits.filter(({ line }) => line > 0),
    error: state.problem && state.phase === 'ended' ? (failed ?? here(state.problem.line)) : 0,
  };
}
