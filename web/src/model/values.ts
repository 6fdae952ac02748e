/** The values that a name of the program has at one moment, for whom. */
import type { Cursor } from './cursor';
import type { Id } from './state';

/** A place in the program's text, as Python names it: `main`, `Worker.run`, `outer.<locals>.inner`. */
export const MODULE = '<module>';

export interface NamedValue {
  /** The task or worker whose it is; 0: it is the main program's, or everybody's. */
  readonly of: Id;
  readonly value: string;
}

/** Who runs a line now: a task, a worker's id never, 0 for the main program; null: nobody does. */
export function whoRuns(cursor: Cursor): Id | null {
  const { state } = cursor;
  if (state.currentTask !== 0) return state.currentTask;
  return state.line > 0 ? state.lineBy : null;
}

/**
 * The values of a name in the function that is called `inside`: of the chosen task alone, or of everybody who is in that
 * function, whoever runs first. `isLocal`: the name is the function's own, so that a global of the same name is another.
 */
export function valuesOf(cursor: Cursor, chosen: Id, name: string, inside: string, isLocal: boolean): NamedValue[] {
  const found = inside === MODULE ? [] : localsOf(cursor, chosen, name, inside);
  if (found.length > 0 || (isLocal && inside !== MODULE)) return found;
  const value = cursor.recording.frames.globals(cursor.position).find((local) => local.name === name)?.value;
  return value === undefined ? [] : [{ of: 0, value }];
}

function localsOf(cursor: Cursor, chosen: Id, name: string, inside: string): NamedValue[] {
  const { frames } = cursor.recording;
  const first = whoRuns(cursor);
  const all = frames.whoHasFrames(cursor.position);
  const who = chosen !== 0 ? [chosen] : all.sort((a, b) => Number(b === first) - Number(a === first));
  return who.flatMap((of) => {
    const frame = frames.framesOf(of, cursor.position).find((each) => each.function === inside);
    const value = frame?.locals.find((local) => local.name === name)?.value;
    return value === undefined ? [] : [{ of, value }];
  });
}
