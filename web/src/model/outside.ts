/** What a program wants from outside while it runs: read from its text, before it runs. */

/** The text without what is no code: strings and comments. */
function code(program: string): string {
  return program.replace(/("""|''')[\s\S]*?\1|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|#[^\n]*/g, '""');
}

/** It handles Ctrl-C: by a signal's handler, or by what Python raises for it. */
export function handlesSignals(program: string): boolean {
  return /\b(?:signal\.signal|add_signal_handler|KeyboardInterrupt)\b/.test(code(program));
}

const CLOCKS = /\b(?:perf_counter|monotonic|time_ns|localtime|gmtime|ctime)\b|\btime\s*\(\s*\)|\.(?:now|utcnow|today)\s*\(/;

/** It measures how long work takes, or only wants to know the time: on the virtual clock work takes none, and a day is always the same. */
export function measuresWork(program: string): boolean {
  const text = code(program);
  if (/\b(?:timeit|process_time(?:_ns)?|thread_time(?:_ns)?|cProfile)\b/.test(text)) return true;
  return !/\b(?:asyncio|sleep|threading|concurrent|sched)\b/.test(text) && CLOCKS.test(text);
}

/** It reads lines that somebody must type, or waits for signals: nobody can give either ahead of time. Or it measures. */
export function wantsRealClock(program: string): boolean {
  return /(?<![.\w])(?:input|breakpoint)\s*\(|\b(?:sys\.stdin|pdb)\b/.test(code(program)) || handlesSignals(program) || measuresWork(program);
}
