/** Every word that the player shows, in one place. Functions build the sentences that name things. */

export const TEXT = {
  /** In which direction these words are read; code and numbers always go from left to right. */
  direction: 'ltr' as 'ltr' | 'rtl',
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
    interrupted: 'The program was sent Ctrl-C, so that it can wind up. Stop again ends it at once.',
    interrupt: 'Ctrl-C',
    interruptHint: 'Send the program the signal of Ctrl-C: KeyboardInterrupt, or what its handler does',
    runHint: 'Run the program (Ctrl+Enter in the editor)',
    unit: 'Step by',
    speed: 'Speed',
    clock: 'Clock',
    view: 'View',
    notFound: 'There is no such moment in this direction.',
    loading: 'Loading the program',
    engineLoading: 'Starting the engine',
    engineFailed: (why: string) => `The engine could not be loaded (${why.replace(/\.$/, '')}). Press Run to try again.`,
    sourceFailed: (name: string) => `The program ${name} could not be loaded.`,
    partFailed: 'This part of the page could not be loaded. Try again when the network is there.',
    engineBroke: (why: string) => `The engine stopped unexpectedly: ${why}`,
    recordingFull: 'Stopped here: the recording is full, after a million events. Does a loop of the program never end?',
    problem: (message: string, line: number, file: string) => `${file ? `${file}, line` : 'Line'} ${line.toString()}: ${message}`,
    stale: 'The program was edited after this run: Run starts it as it is now.',
    send: 'Send',
    asks: 'The program waits for a line of input.',
    asksDebugger: 'The debugger waits: n runs the next line, p NAME shows a value, c goes on.',
    input: 'The program asks for a line of input',
    inputShort: 'Type a line, then Enter',
    debuggerShort: 'n, p NAME, c, help',
    endInput: 'End of input',
    sourceTitle: 'Program',
  },
  /** What each box is, in three lines, for whoever points at its title. */
  explain: {
    loop: ['One loop runs everything, one piece at a time.', 'Each turn: wait for I/O and timers, fire what is due, run what is ready.', 'The lit part is what it does now.'],
    ready: ['What can run now: first in, first out.', 'The loop takes from the front; whoever wakes goes to the end.', 'What joins while a turn runs waits for the next turn.'],
    running: ['The one task or callback that holds the loop.', 'It keeps it until it waits at an await, or ends.', 'Whoever holds it long keeps all others from running.'],
    timers: ['Calls set for a later time, the next one first.', 'sleep() is a timer that wakes its task.', 'A timer that is due joins the ready queue.'],
    waiting: ['Tasks suspended at an await, and threads that block.', 'Tasks cost nothing until what they wait for is done.', 'Then they join the ready queue; they do not run at once.'],
    graph: ['Who waits for whom: an arrow goes from a task or thread to what it waits for.', 'Whatever is done wakes those who point at it.', 'A circle of arrows is a deadlock: nobody in it can go on.'],
    tasks: ['All tasks, and how long each has run, been ready and waited.', 'Choose one to see where it stands and who made it.', 'From there, go to where it runs next.'],
    objects: ['What tasks or threads share: locks, events, queues, groups, time limits.', 'Each with who holds it and who waits for it.', 'Whoever releases it wakes the first in line.'],
    frames: ['Where a task stands: its functions, the innermost on top.', 'Each with the values of its names when it last ran.', 'They stay as they are while the task waits: that is what await keeps.'],
    workers: ['Threads and processes beside the loop.', 'Blocking code there does not hold up the loop.', 'A result comes back as a future that wakes its task.'],
    network: ['Servers that listen, and connections between two ends.', 'What is sent is on its way, then unread, until the other end reads it.', 'Whoever waits for bytes is suspended; the loop watches for him.'],
    timeline: ['One lane per task: when it ran, was ready, waited.', 'Drag to move through the run; click a name to choose a task.', 'Arrows: who made, woke or cancelled whom.'],
    output: ['What the program prints, in the colour of who prints it.', 'Choose a line to go to the moment it was printed.', 'Error output is folded; its last line says what went wrong.'],
  },
  units: { line: 'by line', task: 'by task switch', iteration: 'by loop turn', event: 'by event' },
  views: { simple: 'simple view', full: 'full view' },
  menu: {
    label: 'More',
    open: 'Open a file …',
    save: 'Save as a file',
    link: 'Copy a link to this moment',
    compare: 'Compare with another program',
    trace: 'Export the trace (Perfetto)',
    svg: 'Export the timeline (SVG)',
    png: 'Export the timeline (PNG)',
    help: 'Keys and help',
  },
  more: {
    copied: 'The link is on the clipboard.',
    notCopied: (link: string) => `Copy this link: ${link}`,
    tooLong: 'The file is too long for the player.',
    nothing: 'Run the program first.',
  },
  drawer: { close: 'Close', hints: (n: number) => (n === 1 ? '1 hint' : `${n.toString()} hints`), hintsTitle: 'What the run shows', quiz: 'Predict', quizTitle: 'Predict', helpTitle: 'Keys' },
  speeds: { max: 'max', times: (speed: string) => `${speed}×` },
  clocks: {
    virtual: 'virtual clock',
    real: 'real clock',
    virtualHint: 'Runs at once, then plays back: the same every time, and pausing changes nothing',
    realHint: 'Waits really wait',
    forcedHint: 'This program asks for input, handles signals or measures how long its work takes: time really passes',
  },
  page: {
    shared: 'A shared program',
    sharedAbout: 'This program came with the link. It runs here, in your browser: nothing leaves this page.',
    damaged: 'The link is damaged: its program cannot be read.',
  },
  compare: {
    label: 'Two programs side by side',
    left: 'Left',
    right: 'Right',
    choose: 'which program',
    own: 'A program of your own',
    play: 'Play both',
    ends: (time: string) => `ends at ${time}`,
    takes: (time: string) => `takes ${time}`,
    verdict: (left: string, right: string, difference: string, sign: number) =>
      `The left one takes ${left}, the right one ${right}${sign === 0 ? ': no difference.' : `: the ${sign > 0 ? 'left' : 'right'} one ends ${difference} earlier.`}`,
  },
  awaits: {
    note: 'went straight through',
    suspended: (suspended: number) => `Suspended here${times(suspended)}: the task gave control back to the loop`,
    straight: (_: number, straight: number) => `Went straight through${times(straight)}: the task kept control`,
    both: (suspended: number, straight: number) => `Suspended here ${suspended.toString()}×, went straight through ${straight.toString()}×`,
  },
  breakpoints: {
    hint: 'Pause here when playing (F9)',
    set: (line: number) => `Breakpoint on line ${line.toString()}`,
  },
  moment: 'Moment of the run',
  momentOf: (time: string, turn: number) => `${time}, loop turn ${turn.toString()}`,
  loop: {
    title: 'Event loop',
    turn: (n: number) => `turn ${n.toString()}`,
    none: 'no loop yet',
    never: 'no loop',
    phases: { run: 'run', wait: 'wait', timers: 'timers' },
    short: 'Loop',
    waits: (n: number) => `turn ${n.toString()} waits`,
    waitFor: (time: string, owner: string) => (owner ? `${time} for ${owner}` : time),
    waitWoken: 'to be woken',
    made: 'not running yet',
    closed: 'closed',
  },
  ready: {
    title: 'Ready queue',
    empty: 'Nothing is ready',
    asked: 'You are asked what stands here.',
    now: 'this turn',
    next: 'next turn',
  },
  running: {
    title: 'Running',
    nobody: 'Nobody',
    loop: 'The loop itself',
    main: 'Main program',
    /** Within a sentence. */
    theMain: 'the main program',
    blocked: (seconds: string, line: string) => `blocks the loop for ${seconds}${line ? `, ${line}` : ''}`,
    held: (seconds: string, line: string) => `has held the loop for ${seconds}${line ? `, ${line}` : ''}`,
    holds: (line: string) => `blocks the loop${line ? `, ${line}` : ''}`,
    since: (seconds: string) => `for ${seconds}`,
  },
  timers: {
    title: 'Timers',
    empty: 'No timer is set',
    at: (time: string) => `at ${time}`,
    left: (time: string) => `in ${time}`,
    by: (name: string) => `set by ${name}`,
    due: 'due',
    limit: 'limit',
    cancelled: 'cancelled',
  },
  waiting: {
    title: 'Waiting',
    empty: 'Nobody waits',
    cancelAsked: 'cancellation asked',
    /** Short for "line 12". */
    line: (line: number, file: string) => (file ? `${file}:${line.toString()}` : `L${line.toString()}`),
  },
  files: {
    label: 'The program and the files beside it',
    program: 'Program',
    editor: (path: string) => `The file ${path}. Press Escape, then Tab, to leave the editor.`,
    changed: 'changed',
    failed: 'something went wrong here',
    bytes: (count: number) => (count === 1 ? 'One byte, not text' : `${count.toString()} bytes, not text`),
  },
  side: { waiting: 'Waiting', graph: 'Graph', objects: 'Objects', tasks: 'Tasks', frames: 'Frames', label: 'Tasks and what they wait for' },
  graph: {
    title: 'Who waits for whom',
    sleep: (until: string) => `sleep ${until}`,
    future: 'a future',
    edge: (from: string, to: string) => `${from} waits for ${to}`,
    deadlock: (names: readonly string[]) => `Deadlock: ${names.join(' → ')} → ${names[0] ?? ''}. Nobody here can go on.`,
  },
  tasks: {
    empty: 'No task yet',
    task: 'Task',
    phase: 'Now',
    phases: { ready: 'ready', running: 'running', waiting: 'waiting', done: 'done', failed: 'failed', cancelled: 'cancelled', lost: 'lost' },
    made: (by: string, line: string) => `made${by ? ` by ${by}` : ''}${line ? ` on ${line}` : ''}`,
    next: 'Next run',
    previous: 'Last run',
  },
  frames: {
    whose: 'Of',
    running: 'whoever runs',
    nobody: 'Nobody runs now. Choose whose functions to look at.',
    empty: (who: string) => `${who} is in none of the program's functions now`,
    before: 'Run the program: its functions and their values appear here',
    full: 'The run is too long: values are kept of its first part alone',
    none: 'no values yet',
    program: 'program',
    globals: 'globals',
  },
  values: {
    of: 'Value',
    none: (name: string) => `${name} has no value now`,
  },
  workers: {
    title: 'Workers',
    empty: 'No worker yet',
    both: 'Workers and I/O',
    thread: 'thread',
    process: 'process',
    phases: { running: 'works', parked: 'blocks', woken: 'woken', done: 'done', failed: 'failed' },
    result: (job: string) => `the result of ${job}`,
    end: (thread: string) => `the end of ${thread}`,
    blocks: (who: string, waits: string) => `${who} blocks: it ${waits}.`,
    blocksLoop: (who: string, waits: string) => `${who} blocks the loop: it ${waits}, and nobody else can run.`,
  },
  network: {
    title: 'I/O',
    empty: 'No connection yet',
    phases: { listening: 'listens', open: 'open', ended: 'closed' },
    half: 'half closed',
    bytes: (underWay: number, unread: number) => `${underWay.toString()} B${underWay > 0 ? ' under way' : ''}${unread > 0 ? `, ${unread.toString()} unread` : ''}`,
    out: 'to the server',
    back: 'to the client',
    connection: 'connection',
  },
  objects: {
    empty: 'Nothing is shared: no lock, queue, event or group yet',
    line: 'in line',
    /** By OBJECT_MADE's kind: how an object is called that has no name in the program. */
    kinds: ['lock', 'event', 'semaphore', 'condition', 'barrier', 'queue', 'LIFO queue', 'priority queue', 'task group', 'time limit', 'RLock'],
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
  closesGenerator: 'the end of an async generator that was not used up',
  computed: (who: string, time: string) => `${who} computed for ${time} and held the loop: nobody else could run.`,
  output: {
    title: 'Output',
    empty: 'What the program prints appears here, in the colour of the task that prints it.',
    silent: 'Nothing was printed',
    ended: (status: number) => `exit status ${status.toString()}`,
    stopped: 'stopped',
    error: 'error output',
    hidden: (n: number) => `${n.toString()} earlier lines are not shown`,
    own: (line: number, file: string) => `${file ? `${file}, ` : ''}line ${line.toString()}`,
    show: (line: number, file: string) => `Show line ${line.toString()} of ${file || 'the program'}`,
    goTo: (time: string) => `Go to ${time}, when this was printed`,
    standIn: (name: string) =>
      `The playground has no network. Write “import loopscope.net” above “import ${name}” for a small stand-in: its requests go to simulated servers.`,
    noNetwork: (name: string) => `${name} speaks with other machines, and the playground has no network: it cannot be used here.`,
    noFiles: (name: string) => `${name} is not part of Python, and nothing can be installed here. Files are kept in memory: open() works, and never waits.`,
    noLibrary: (name: string) => `${name} is not part of Python's own library, and nothing can be installed here.`,
  },
  timeline: {
    title: 'Timeline',
    empty: 'One lane per task appears here: when it ran, when it was ready, when it waited.',
    loop: 'main thread',
    legend: { running: 'running', ready: 'ready', waiting: 'waiting', blocked: 'blocking', done: 'done', failed: 'failed' },
    links: { made: 'made', woke: 'woke', cancelled: 'cancelled' },
    summary: (lanes: number) => `Timeline with ${lanes.toString()} lanes`,
    hidden: (n: number) => `${n.toString()} more`,
    tools: 'Part of the run',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Show the whole run',
    earlier: 'Earlier',
    later: 'Later',
    panHint: 'Drag to move, Ctrl and wheel to zoom',
    totals: (running: string, ready: string, waiting: string) => `ran ${running}, ready ${ready}, waited ${waiting}`,
  },
  hints: {
    view: 'Simple: ready, running, waiting, output. Full: everything.',
    unit: 'How far Step and Back go',
    speed: 'Of the playback; on the real clock, of the program',
  },
  story: {
    stopped: 'You stopped the program here.',
    idle: 'Press Run to watch the program, or Step to walk through it.',
    begin: 'This is the beginning. Press Continue to watch the program, or Step to walk through it.',
  },
} as const;

function others(left: number): string {
  if (left === 0) return 'nobody: no other task is left';
  return left === 1 ? 'the one that is left' : `the ${left.toString()} that are left`;
}

function times(count: number): string {
  return count > 1 ? ` ${count.toString()} times` : '';
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
