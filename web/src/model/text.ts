/** Every word that the player shows, in one place. Functions build the sentences that name things. */

export const TEXT = {
  player: {
    label: 'Asyncio event loop player',
    editor: 'Python program. Press Escape, then Tab, to leave the editor.',
    run: 'Run',
    runAgain: 'Run again',
    pause: 'Pause',
    resume: 'Continue',
    step: 'Step',
    stepBack: 'Back',
    stop: 'Stop',
    reset: 'Reset',
    stepHint: 'Go on by one step',
    stepBackHint: 'Go back by one step',
    resetHint: "Clear the run and bring back the lesson's own code",
    stopHint: 'End the program now',
    unit: 'Step by',
    speed: 'Speed',
    clock: 'Clock',
    loading: 'Loading the program',
    engineLoading: 'Starting the engine',
    engineFailed: (why: string) => `The engine could not be loaded: ${why}`,
    sourceFailed: (name: string) => `The program ${name} could not be loaded.`,
    engineBroke: (why: string) => `The engine stopped unexpectedly: ${why}`,
    recordingFull: 'The recording is full, so the program was stopped here.',
    stale: 'The program was edited after this run.',
    send: 'Send',
    input: 'The program asks for a line of input',
    endInput: 'End of input',
    sourceTitle: 'Program',
  },
  units: { line: 'line', task: 'task switch', iteration: 'loop turn', event: 'event' },
  speeds: { max: 'max', times: (speed: string) => `${speed}×` },
  clocks: {
    virtual: 'virtual',
    real: 'real',
    virtualHint: 'Runs at once, then plays back: the same every time, and pausing changes nothing',
    realHint: 'Waits really wait',
  },
  moment: 'Moment of the run',
  momentOf: (time: string, turn: number) => `${time}, loop turn ${turn.toString()}`,
  loop: {
    title: 'Event loop',
    turn: (n: number) => `turn ${n.toString()}`,
    none: 'not started',
    phases: { run: 'run', wait: 'wait', timers: 'fire timers' },
    waitUntil: (time: string) => `until ${time}`,
    waitWoken: 'until something wakes it',
    closed: 'closed',
  },
  ready: {
    title: 'Ready queue',
    help: 'Runs first in, first out. What joins during a turn waits for the next one.',
    empty: 'Nothing is ready',
    now: 'this turn',
    next: 'next turn',
  },
  running: {
    title: 'Running',
    help: 'One thing at a time holds the loop.',
    nobody: 'Nobody',
    main: 'Main program',
    line: (line: number) => `line ${line.toString()}`,
    blocked: (seconds: string, line: number) =>
      line > 0 ? `holds the loop for ${seconds} (line ${line.toString()})` : `holds the loop for ${seconds}`,
  },
  timers: {
    title: 'Timers',
    help: 'By deadline. A timer that is due joins the ready queue.',
    empty: 'No timer is set',
    at: (time: string) => `at ${time}`,
    left: (time: string) => `in ${time}`,
    due: 'due',
  },
  waiting: {
    title: 'Waiting',
    help: 'Suspended at an await; somebody must wake them.',
    empty: 'Nobody waits',
    cancelAsked: 'cancellation asked',
    /** Short for "line 12". */
    line: (line: number) => `L${line.toString()}`,
  },
  workers: {
    title: 'Workers',
    help: 'Threads and processes beside the loop.',
    thread: 'thread',
    process: 'process',
    phases: { running: 'works', parked: 'blocks', done: 'done', failed: 'failed' },
  },
  output: {
    title: 'Output',
    empty: 'What the program prints appears here',
    ended: (status: number) => `exit status ${status.toString()}`,
    stopped: 'stopped',
    error: 'error output',
    hidden: (n: number) => `${n.toString()} earlier lines are not shown`,
  },
  timeline: {
    title: 'Timeline',
    empty: 'One lane per task appears here',
    loop: 'main thread',
    legend: { running: 'running', ready: 'ready', waiting: 'waiting', blocked: 'blocking', done: 'done', failed: 'failed' },
    summary: (lanes: number) => `Timeline with ${lanes.toString()} lanes`,
    hidden: (n: number) => `and ${n.toString()} more lanes`,
  },
  story: {
    idle: 'Press Run to watch the program, or Step to walk through it.',
  },
} as const;

/** Seconds as a learner reads them: `0.50 s`, `12 ms`, `1 h 2 min`. */
export function seconds(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  if (size >= 3600) return `${(value / 3600).toFixed(1)} h`;
  if (size >= 100) return `${value.toFixed(0)} s`;
  if (size !== 0 && size < 0.01) return `${(value * 1000).toFixed(size < 0.001 ? 2 : 1)} ms`;
  return `${value.toFixed(2)} s`;
}
