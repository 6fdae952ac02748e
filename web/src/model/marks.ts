/** Where the state points into the learner's source. */
import { colourOf } from './state';
import type { LoopState } from './state';
import { waitPhrase } from './words';

export interface SourcePointers {
  readonly running: { readonly line: number; readonly colour: number } | null;
  readonly waits: readonly { readonly line: number; readonly colour: number; readonly name: string; readonly phrase: string }[];
  readonly error: number;
}

/** A line can hold only so many names; the views count the rest. */
const MOST_WAITS = 200;

export function pointersOf(state: LoopState): SourcePointers {
  const waits: { line: number; colour: number; name: string; phrase: string }[] = [];
  for (const id of state.alive) {
    const task = state.tasks.get(id);
    if (task?.phase !== 'waiting' || task.line === 0 || waits.length >= MOST_WAITS) continue;
    const phrase = task.waits ? waitPhrase(state, task.waits) : '';
    waits.push({ line: task.line, colour: colourOf(state, id), name: task.name, phrase });
  }
  return {
    running: state.line > 0 ? { line: state.line, colour: colourOf(state, state.lineBy) } : null,
    waits,
    error: state.problem && state.phase === 'ended' ? state.problem.line : 0,
  };
}
