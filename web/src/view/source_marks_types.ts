/** The marks that a run leaves in the source, apart from how the editor draws them. */

export interface WaitMark {
  readonly line: number;
  readonly colour: number;
  readonly name: string;
  /** What it waits for: `sleeps until 1.00 s`. */
  readonly phrase: string;
}

export interface SourceMarks {
  /** The line that runs and the colour of who runs it; null while nothing runs. */
  readonly running: { readonly line: number; readonly colour: number } | null;
  readonly waits: readonly WaitMark[];
  /** The line of an error that nobody caught, 0 for none. */
  readonly error: number;
  /** What the awaits of a line have done so far: how often they gave up control there, and how often they went on at once. */
  readonly awaits: readonly AwaitMark[];
}

export interface AwaitMark {
  readonly line: number;
  readonly suspended: number;
  readonly straight: number;
}

export const NO_MARKS: SourceMarks = { running: null, waits: [], error: 0, awaits: [] };

/** The line that is to be seen: the one that runs, or at the end the one where the error was; 0: none. */
export function lineOf({ running, error }: SourceMarks): number {
  return running?.line ?? error;
}
