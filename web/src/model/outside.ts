/** What a program wants from outside while it runs: read from its text, before it runs. */

/** The text without what is no code: strings and comments. */
function code(program: string): string {
  return program.replace(/("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g, '""');
}

/** It handles Ctrl-C: by a signal's handler, or by what Python raises for it. */
export function handlesSignals(program: string): boolean {
  return /\b(?:signal\.signal|add_signal_handler|KeyboardInterrupt)\b/.test(code(program));
}

/** It reads lines that somebody must type, or waits for signals: nobody can give either ahead of time. */
export function wantsRealClock(program: string): boolean {
  return /(?<![.\w])input\s*\(|\bsys\.stdin\b/.test(code(program)) || handlesSignals(program);
}
