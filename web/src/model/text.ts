/** Every word that the player shows, in one place. Functions build the sentences that name things. */

export const TEXT = {
  player: {
    label: 'Asyncio event loop player',
    controls: 'Run and step',
    choices: 'How to run',
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
    interrupt: 'Ctrl-C',
    interruptHint: 'Send the program the signal of Ctrl-C: KeyboardInterrupt, or what its handler does',
    runHint: 'Run the program (Ctrl+Enter in the editor)',
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
    asks: 'The program waits for a line of input.',
    input: 'The program asks for a line of input',
    inputShort: 'Type a line, then Enter',
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
    none: 'no loop yet',
    never: 'no loop',
    phases: { run: 'run', wait: 'wait', timers: 'timers' },
    waitUntil: (time: string) => `waits until ${time}`,
    waitWoken: 'waits to be woken',
    made: 'not running yet',
    closed: 'closed',
  },
  ready: {
    title: 'Ready queue',
    help: 'What can run now: first in, first out.',
    empty: 'Nothing is ready',
    now: 'this turn',
    next: 'next turn',
  },
  running: {
    title: 'Running',
    help: 'The one task or callback that holds the loop.',
    nobody: 'Nobody',
    loop: 'The loop itself',
    main: 'Main program',
    line: (line: number) => `line ${line.toString()}`,
    blocked: (seconds: string, line: number) =>
      line > 0 ? `blocks the loop for ${seconds}, line ${line.toString()}` : `blocks the loop for ${seconds}`,
  },
  timers: {
    title: 'Timers',
    help: 'The next deadline first. A timer that is due joins the ready queue.',
    empty: 'No timer is set',
    at: (time: string) => `at ${time}`,
    left: (time: string) => `in ${time}`,
    by: (name: string) => `set by ${name}`,
    due: 'due',
  },
  waiting: {
    title: 'Waiting',
    help: 'Tasks suspended at an await, until somebody wakes them.',
    empty: 'Nobody waits',
    cancelAsked: 'cancellation asked',
    /** Short for "line 12". */
    line: (line: number) => `L${line.toString()}`,
  },
  workers: {
    title: 'Workers',
    help: 'Threads and processes beside the loop.',
    empty: 'No worker yet',
    thread: 'thread',
    process: 'process',
    phases: { running: 'works', parked: 'blocks', done: 'done', failed: 'failed' },
  },
  objects: {
    /** By OBJECT_MADE's kind: how an object is called that has no name in the program. */
    kinds: ['lock', 'event', 'semaphore', 'condition', 'barrier', 'queue', 'LIFO queue', 'priority queue', 'task group', 'time limit'],
    lockOf: (condition: string) => `lock of ${condition}`,
    /** Behind "waits for". */
    waits: {
      lock: (name: string, holder: string) => (holder ? `${name}, held by ${holder}` : name),
      event: (name: string) => `${name} to be set`,
      semaphore: (name: string, free: number, permits: number) => `a permit of ${name} (${free.toString()} of ${permits.toString()} free)`,
      condition: (name: string) => `${name} to be notified`,
      barrier: (name: string, inside: number, parties: number) => `others at ${name} (${inside.toString()} of ${parties.toString()})`,
      getter: (name: string, size: number) => (size === 0 ? `an item (${name} is empty)` : `an item of ${name}`),
      putter: (name: string, maxsize: number) => `room in ${name} (full: ${maxsize.toString()})`,
      join: (name: string, unfinished: number) => `${name} to be worked off (${unfinished.toString()} left)`,
      group: (name: string, left: number) => `${left === 1 ? 'one task' : `${left.toString()} tasks`} of ${name}`,
    },
    /** One line about what it is like now. */
    states: {
      free: 'free',
      promised: (task: string) => `free, goes to ${task}`,
      heldBy: (task: string) => `held by ${task}`,
      held: 'held',
      set: 'set',
      notSet: 'not set',
      permits: (free: number, permits: number) => `${free.toString()} of ${permits.toString()} free`,
      waiting: (count: number) => (count === 0 ? 'nobody waits' : `${count.toString()} wait`),
      barrier: (inside: number, parties: number, state: string) => `${inside.toString()} of ${parties.toString()}, ${state}`,
      queue: (size: number, maxsize: number) => (maxsize > 0 ? `${size.toString()} of ${maxsize.toString()}` : size.toString()),
      unfinished: (count: number) => `${count.toString()} unfinished`,
      shut: 'shut down',
      tasks: (left: number, all: number) => `${left.toString()} of ${all.toString()} tasks left`,
      cancelling: 'cancels its tasks',
      until: (time: string) => `until ${time}`,
      noLimit: 'no limit',
      expired: 'expired',
    },
    story: {
      made: (what: string, name: string) => (what === name || name.startsWith(`${what} `) ? `A ${what} is made.` : `The ${what} ${name} is made.`),
      taken: (who: string, name: string) => `${who} takes ${name}.`,
      freed: (who: string, name: string) => `${who} releases ${name}.`,
      freedFor: (who: string, name: string, next: string) => `${who} releases ${name}: it is ${next}'s turn.`,
      set: (who: string, name: string, woken: number) => `${who} sets ${name}${woken > 0 ? `: ${woken === 1 ? 'one who waited wakes' : `${woken.toString()} who waited wake`}` : ''}.`,
      cleared: (who: string, name: string) => `${who} clears ${name}.`,
      permitTaken: (who: string, name: string, free: number) => `${who} takes a permit of ${name}: ${free.toString()} left.`,
      permitBack: (who: string, name: string, free: number) => `${who} gives a permit of ${name} back: ${free.toString()} free.`,
      notified: (who: string, name: string, woken: number) =>
        woken === 0
          ? `${who} notifies ${name}: nobody waits.`
          : `${who} notifies ${name}: ${woken === 1 ? 'one waiter wakes, and needs the lock first' : `${woken.toString()} waiters wake, and need the lock first`}.`,
      barrier: (name: string, inside: number, parties: number) => `${inside.toString()} of ${parties.toString()} have come to ${name}.`,
      barrierFull: (name: string, parties: number) => `All ${parties.toString()} have come to ${name}: it lets them pass.`,
      barrierBroken: (name: string) => `${name} is broken: whoever waits there gets a BrokenBarrierError.`,
      put: (who: string, item: string, name: string, size: number) => `${who} puts ${item} into ${name}: ${size.toString()} in it.`,
      got: (who: string, item: string, name: string, size: number) => `${who} takes ${item} out of ${name}: ${size.toString()} left.`,
      itemDone: (who: string, name: string, unfinished: number) =>
        unfinished === 0 ? `${who} is done with an item: nothing of ${name} is unfinished.` : `${who} is done with an item: ${unfinished.toString()} of ${name} unfinished.`,
      shut: (who: string, name: string) => `${who} shuts ${name} down: nothing more goes in.`,
      groupTask: (task: string, name: string) => `${task} belongs to ${name}.`,
      groupFails: (name: string, task: string, left: number) => `${task} failed, so ${name} cancels ${others(left)}.`,
      groupBlock: (name: string, left: number) => `An exception left the block of ${name}: it cancels ${others(left)}.`,
      groupOutside: (name: string, left: number) => `The task of ${name} is cancelled from outside: the group cancels ${others(left)}.`,
      limitSet: (name: string, task: string, time: string) => `${task} has until ${time} (${name}).`,
      limitOff: (name: string, task: string) => `${task} has no time limit (${name}).`,
      expired: (name: string, task: string) => `Time is up (${name}): ${task} is to be cancelled.`,
      errorPassed: (what: string, from: string, to: string) => `${what} goes from ${from} to ${to}.`,
      gather: 'gather',
      future: 'a future',
    },
  },
  cancels: {
    asked: (by: string, task: string, message: string) => `${by} asks to cancel ${task}${message ? ` (“${message}”)` : ''}.`,
    passedOn: (task: string, source: string) => `${task} is cancelled with ${source}, which waits for it.`,
    group: (task: string, name: string) => `${name} asks to cancel ${task}.`,
    limit: (task: string, name: string) => `${name} expired: ${task} is asked to end.`,
    runEnds: (task: string) => `The run ends: ${task} is still there and is cancelled.`,
    interrupt: (task: string) => `Ctrl-C cancels ${task}.`,
  },
  computed: (who: string, time: string) => `${who} computed for ${time} and held the loop: nobody else could run.`,
  output: {
    title: 'Output',
    empty: 'What the program prints appears here, in the colour of the task that prints it.',
    silent: 'Nothing was printed',
    ended: (status: number) => `exit status ${status.toString()}`,
    stopped: 'stopped',
    error: 'error output',
    hidden: (n: number) => `${n.toString()} earlier lines are not shown`,
  },
  timeline: {
    title: 'Timeline',
    empty: 'One lane per task appears here: when it ran, when it was ready, when it waited.',
    loop: 'main thread',
    legend: { running: 'running', ready: 'ready', waiting: 'waiting', blocked: 'blocking', done: 'done', failed: 'failed' },
    summary: (lanes: number) => `Timeline with ${lanes.toString()} lanes`,
    hidden: (n: number) => `${n.toString()} more`,
  },
  hints: {
    unit: 'How far Step and Back go',
    speed: 'Of the playback; on the real clock, of the program',
  },
  story: {
    stopped: 'You stopped the program here.',
    idle: 'Press Run to watch the program, or Step to walk through it.',
  },
} as const;

function others(left: number): string {
  if (left === 0) return 'nobody: no other task is left';
  return left === 1 ? 'the one that is left' : `the ${left.toString()} that are left`;
}

/** Seconds of a clock that runs: always the same form, so that the digits stand still. */
export function clock(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  return value >= 1000 ? `${value.toFixed(0)} s` : `${value.toFixed(2)} s`;
}

/** What is left of a wait of `whole` seconds; the unit is the wait's own, so that it does not change on the way. */
export function countdown(left: number, whole: number): string {
  if (whole < 0.00995) return `${(left * 1000).toFixed(1)} ms`;
  return whole < 0.0995 ? `${left.toFixed(3)} s` : clock(left);
}

/** Seconds as a learner reads them: `0.50 s`, `12 ms`, `1 h 2 min`. */
export function seconds(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  const size = Math.abs(value);
  if (size >= 3600) return `${(value / 3600).toFixed(1)} h`;
  if (size >= 100) return `${value.toFixed(0)} s`;
  if (size !== 0 && size < 0.01) return `${(value * 1000).toFixed(size < 0.001 ? 2 : 1)} ms`;
  return `${value.toFixed(2)} s`;
}
