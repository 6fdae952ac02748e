/** Where the state points into the learner's source. */
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

/** `failed`: the line of the error that ended the program, where its traceback tells more than the log. */
export function pointersOf(state: LoopState, failed: number | null = null): SourcePointers {
  const waits: { line: number; colour: number; name: string; phrase: string }[] = [];
  for (const id of state.alive.keys()) {
    const task = state.tasks.get(id);
    if (task?.phase !== 'waiting' || task.line === 0) continue;
    const phrase = task.waits ? waitPhrase(state, task.waits) : '';
    waits.push({ line: task.line, colour: colourOf(state, id), name: task.name, phrase });
    if (waits.length >= MOST_WAITS) break;
  }
  for (const worker of state.workers.values()) {
    if (worker.line === 0 || !isBusy(worker) || waits.length >= MOST_WAITS) continue;
    waits.push({ line: worker.line, colour: colourOf(state, worker.id), name: worker.name, phrase: workerPhrase(worker) });
  }
  return {
    running: state.line > 0 ? { line: state.line, colour: colourOf(state, state.lineBy) } : null,
    waits,
    awaits: [...state.awaits].map(([line, count]) => ({ line, ...count })),
    error: state.problem && state.phase === 'ended' ? (failed ?? state.problem.line) : 0,
  };
}
