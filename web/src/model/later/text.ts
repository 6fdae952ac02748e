/** The part of the catalogue of words (`../text.ts` has the rest) that is needed only when hints, quiz or help are opened. */
import type { MistakeKind } from './mistakes';

/** The titles of the mistake cards. */
export const TITLES: Readonly<Record<MistakeKind, string>> = {
  neverAwaited: 'A coroutine was never awaited',
  blocking: 'The loop was blocked',
  oneByOne: 'Waits one after another',
  nestedRun: 'asyncio.run inside a running loop',
  lostTask: 'A task was lost',
  neverRetrieved: 'An exception that nobody looked at',
  swallowedCancel: 'A cancellation was swallowed',
  deadlock: 'Deadlock',
  fireAndForget: 'Tasks that nobody keeps',
  gatherGoesOn: 'gather does not cancel the others',
  lockHeld: 'A lock held while waiting',
  threadWait: "A thread's wait blocked the loop",
};

/** `Task-2, Task-3 and 4 others`. */
function names(all: readonly string[]): string {
  if (all.length <= 2) return all.join(' and ');
  return `${all.slice(0, 2).join(', ')} and ${(all.length - 2).toString()} more`;
}

/** One sentence for each mistake, which says why it is one. */
export const WORDS = {
  neverAwaited: (name: string) => `Calling ${name}() only makes a coroutine object; without await none of its lines runs.`,
  blocking: (total: string, times: number, others: readonly string[], longest: string, computing: boolean) =>
    `${computing ? 'Computing' : 'This call'} held the loop for ${total}${times > 1 ? ` in ${times.toString()} pieces` : ''}; ${names(others)} could have run, and waited up to ${longest} for it.`,
  oneByOne: (count: number, total: string, saved: string) =>
    `These ${count.toString()} waits took ${total} one after another, and nothing else ran meanwhile; together they would save ${saved}.`,
  nestedRun: 'asyncio.run starts a loop of its own, and this thread runs one already: inside a coroutine, await does it.',
  lostTask: (name: string) => `${name} was destroyed while it still waited: the loop keeps only a weak reference, so the program must keep one.`,
  neverRetrieved: (name: string, type: string) =>
    `${name || 'A future'} ended with ${type || 'an exception'}, and nobody awaited it: the error came out only when it was destroyed.`,
  swallowedCancel: (name: string) => `${name} was told to stop, caught CancelledError and waits again: whoever cancels waits for it in vain. Raise it again.`,
  deadlock: (waiting: readonly string[]) => `${names(waiting)} ${waiting.length === 1 ? 'waits' : 'all wait'}, nothing is ready and no timer is set: nobody can ever go on.`,
  fireAndForget: (count: number) => `${count.toString()} tasks of this line are alive at once, and nobody holds or awaits them: there is no limit, and their errors are lost.`,
  gatherGoesOn: (failed: string, left: readonly string[]) =>
    `When ${failed || 'one'} failed, gather gave its error on and let ${names(left)} run: only the end of the run stopped them. A TaskGroup cancels the others.`,
  lockHeld: (who: string, lock: string, time: string, waiting: number) =>
    `${who} kept ${lock} for ${time} while it waited for something else, and ${waiting.toString()} others stood in line: take the lock only around what must not be mixed.`,
  /** Who waited when it was no task. */
  callback: 'A callback',
  /** `time`: empty when it never ends. */
  threadWait: (who: string, what: string, time: string, others: readonly string[]) =>
    time === ''
      ? `${who} waits for ${what}, and keeps the loop's thread: ${others.length > 0 ? `${names(others)} can never` : 'nothing else can ever'} run.`
      : `${who} waited ${time} for ${what}, and kept the loop's thread: ${names(others)} could have run.`,
} as const;

/** What to write where a thread's wait blocks the loop. */
export const INSTEAD = {
  pool: 'Await what the pool does before its block ends.',
  wrap: 'Awaiting asyncio.wrap_future(future) leaves the loop free.',
  method: (name: string) => `Awaiting asyncio.to_thread(${name}) leaves the loop free.`,
  function: 'Do what needs it in a thread: await asyncio.to_thread(function).',
  ofAsyncio: (name: string) => `Among tasks, asyncio.${name} leaves the loop free.`,
  /** By what an object is. */
  classes: { lock: 'Lock', event: 'Event', semaphore: 'Semaphore', condition: 'Condition', barrier: 'Barrier', queue: 'Queue' } as Readonly<Record<string, string>>,
} as const;

export const CARDS = {
  none: 'The run shows no mistake.',
  moment: 'Show the moment',
  apply: 'Apply this change',
  fix: 'Change',
} as const;

export const QUIZ = {
  order: 'In which order will these lines be printed? Drag them, or move them with the arrow keys.',
  orderList: 'Lines of output, in the order you think',
  up: (line: string) => `Move up: ${line}`,
  down: (line: string) => `Move down: ${line}`,
  check: 'Check',
  right: 'Right. That is the order.',
  wrong: (good: number, all: number) => `${good.toString()} of ${all.toString()} lines are in their place. Look again at who waits, and try once more.`,
  signs: { right: 'in its place', wrong: 'not in its place' },
  shown: 'This is the order. Go to the moment where it is decided:',
  decided: (line: string) => `when “${line}” is printed`,
  watch: 'Watch it run',
  noOutput: 'This program prints too little, or too much, to guess its order.',
  next: 'Who runs next?',
  nobody: 'Nobody: the loop waits first',
  other: 'A callback',
  ready: 'What is in the ready queue now?',
  nothing: 'Nothing',
  yes: 'Right.',
  no: 'No. Try once more.',
  answer: (what: string) => `It is ${what}.`,
  because: 'Show it',
  done: 'The program is over: step back to be asked about a moment.',
} as const;

export const HELP = {
  intro: 'These keys work while the player has the focus, outside the editor.',
  key: 'Key',
  does: 'What it does',
  keys: [
    ['Ctrl Enter', 'Run, also in the editor'],
    ['Space or K', 'Play or pause'],
    ['→ ←', 'Step forward or back, by the chosen unit'],
    ['Shift → ←', 'By task switch'],
    ['Page Down, Page Up', 'By loop turn'],
    ['. ,', 'By event'],
    ['Home, End', 'To the beginning or the end'],
    ['N, Shift N', 'To where the chosen task runs next, or ran last'],
    ['B, Shift B', 'To the next or last breakpoint'],
    ['F9', 'In the editor: breakpoint on or off'],
    ['F8', 'In the editor: value of the name at the caret'],
    ['+ − 0', 'Zoom the timeline in, out, to the whole run'],
    ['V', 'Simple or full view'],
    ['Ctrl Space', 'In the editor: complete a name'],
    ['Escape, then Tab', 'Leave the editor'],
    ['Escape', 'Close what is open'],
    ['?', 'This help'],
  ],
} as const;
