/** One plain sentence for what just happened, from the log alone. */
import { FUTURE_MADE_KIND, HANDLE_QUEUED_KIND, LOOP_BLOCKED_HOW, TASK_STEP_ENDS_REASON } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { EventLog } from './log';
import { lineWords } from './places';
import type { Place } from './places';
import { SLEEP, nameOf } from './state';
import type { Id, LoopState, Task } from './state';
import { objectSentence } from './story_objects';
import { plain } from './terminal';
import { TEXT, seconds } from './text';
import { callbackWords, coroutineWords, isHousekeeping, isLibrary, isSleep, runningCallback, threadWaitPhrase, waitPhrase } from './words';

/** How far back to look for something worth telling. */
const FAR_ENOUGH = 64;

/**
 * The sentence for the moment of `state`, which must be the log's state at `state.position`; `failed`: where the error that ended
 * the program came from, as far as its traceback tells.
 */
export function story(log: EventLog, state: LoopState, failed: Place | null = null): string {
  const last = Math.max(0, state.position - FAR_ENOUGH);
  for (let i = state.position - 1; i >= last; i--) {
    const event = log.at(i);
    const sentence = event ? tell(log, i, event, state, failed) : '';
    if (sentence) return sentence;
  }
  return state.position === 0 ? TEXT.story.idle : '';
}

/** A sentence, or nothing for an event that is not worth one. */
function tell(log: EventLog, index: number, event: EngineEvent, state: LoopState, failed: Place | null): string {
  if (event.kind === 'RUN_ENDS') return endSentence(event.status, state, failed);
  if (event.kind === 'HANDLE_QUEUED') return queuedSentence(log, index, event, state);
  return sentenceFor(event, state);
}

/** A sentence for an event that can be told without those around it. */
function sentenceFor(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'RUN_BEGINS':
      return 'The program starts.';
    case 'LOOP_MADE':
      return 'An event loop is made; nothing has been given to it yet.';
    case 'LOOP_CLOSED':
      return 'The event loop is closed.';
    case 'WAIT_BEGINS':
      return waitSentence(event.deadline, state);
    case 'TIMERS_FIRE':
      return `${plural(event.count, 'timer is', 'timers are')} due.`;
    case 'LOOP_BLOCKED':
      if (event.how === LOOP_BLOCKED_HOW.COMPUTING_UNTIL_NOW) return TEXT.computed(who(state, event.task), seconds(event.seconds));
      return `${who(state, event.task)} holds the loop for ${seconds(event.seconds)}: nobody else can run.`;
    case 'TASK_LOST':
      return `${who(state, event.task)} was destroyed while it was pending: nobody kept a reference to it.`;
    case 'AWAIT_STRAIGHT':
      return `${at(state, event.line)} did not give up control: what ${who(state, event.task, false)} awaits was ready at once.`;
    case 'SIGNAL':
      return `Signal ${event.number.toString()} reaches the program.`;
    case 'WARNING':
      return `${event.category}: ${event.text}`;
    case 'EXCEPTION':
      return `Nobody caught ${problemWords(event.type, event.text, lineWords(state, event.line))}.`;
    default:
      return (
        taskSentence(event, state) ||
        workerSentence(event, state) ||
        networkSentence(event, state) ||
        objectSentence(event, state, who) ||
        lineSentence(event, state)
      );
  }
}

function taskSentence(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'TASK_MADE': {
      const made = state.tasks.get(event.task);
      if (made && isHousekeeping(made)) return 'The main coroutine is over: asyncio winds up and closes the loop.';
      return `${event.name} is made for ${made ? coroutineWords(made) : event.coroutine}.`;
    }
    case 'TASK_STEP_BEGINS':
      return `${who(state, event.task)} runs${event.line > 0 ? `, from ${lineWords(state, event.line)}` : ''}.`;
    case 'TASK_STEP_ENDS':
      return stepEndSentence(event, state);
    case 'HANDLE_BEGINS':
      return callbackSentence(state);
    default:
      return '';
  }
}

function stepEndSentence(event: Extract<EngineEvent, { kind: 'TASK_STEP_ENDS' }>, state: LoopState): string {
  const name = who(state, event.task);
  switch (event.reason) {
    case TASK_STEP_ENDS_REASON.DONE:
      return `${name} is done.`;
    case TASK_STEP_ENDS_REASON.RAISED:
      return `${name} ends with an exception.`;
    case TASK_STEP_ENDS_REASON.CANCELLED:
      return `${name} ends cancelled.`;
    case TASK_STEP_ENDS_REASON.BARE_YIELD:
      return `${name} lets the others run.`;
    default: {
      const reason = state.tasks.get(event.task)?.waits;
      const what = reason ? waitPhrase(state, reason) : 'waits';
      return `${name} ${what} and gives control back to the loop${event.line > 0 ? `, at ${lineWords(state, event.line)}` : ''}.`;
    }
  }
}

type Queued = Extract<EngineEvent, { kind: 'HANDLE_QUEUED' }>;

/** What has joined the ready queue, and why: told once for all that came together. */
function queuedSentence(log: EventLog, index: number, event: Queued, state: LoopState): string {
  if (event.handleKind === HANDLE_QUEUED_KIND.TIMER) return timersSentence(together(log, index, HANDLE_QUEUED_KIND.TIMER), state);
  if (event.handleKind !== HANDLE_QUEUED_KIND.TASK_STEP) return isLibrary(event.label) ? '' : callbackQueuedSentence(event);
  const tasks = together(log, index, HANDLE_QUEUED_KIND.TASK_STEP).map((queued) => state.tasks.get(queued.subject));
  const names = tasks.flatMap((task) => (task ? [task.name] : []));
  const [task] = tasks;
  if (!task || isHousekeeping(task)) return '';
  const join = names.length === 1 ? 'joins' : 'join';
  if (!task.started) {
    const made = names.length === 1 ? `is made for ${coroutineWords(task)}` : 'are made';
    const yet = names.length === 1 ? 'it has not run yet' : 'none has run yet';
    return `${list(names)} ${made} and ${join} the ready queue; ${yet}.`;
  }
  const before = log.at(index - 1);
  if (before?.kind === 'TASK_STEP_ENDS' && before.reason === TASK_STEP_ENDS_REASON.BARE_YIELD) {
    return `${task.name} lets the others run and joins the end of the ready queue.`;
  }
  return names.length === 1 ? `${wakeWords(task, state)}: it joins the ready queue.` : `${list(names)} wake and join the ready queue.`;
}

/** The handles of a kind that were queued up to this one without anything else that is told in between. */
function together(log: EventLog, index: number, kind: number): Queued[] {
  const found: Queued[] = [];
  for (let i = index; i >= 0 && found.length < MOST_TOGETHER; i--) {
    const event = log.at(i);
    if (event?.kind === 'HANDLE_QUEUED' && event.handleKind === kind) found.push(event);
    else if (event?.kind !== 'TASK_MADE' && event?.kind !== 'FUTURE_RESOLVED' && event?.kind !== 'FUTURE_MADE' && event?.kind !== 'TIMER_FIRED') break;
  }
  return found.reverse();
}

function timersSentence(timers: readonly Queued[], state: LoopState): string {
  const owner = timers.length === 1 && timers[0]?.label === SLEEP ? nameOf(state, state.futures.get(timers[0].subject)?.owner ?? 0) : '';
  if (owner) return `${owner}'s timer is due: its wake-up call joins the ready queue.`;
  if (timers.length === 1 && timers[0]) return `The timer for ${calledWords(timers[0].label)} is due: it joins the ready queue.`;
  return `${plural(timers.length, 'timer is', 'timers are')} due: their callbacks join the ready queue.`;
}

function callbackQueuedSentence(event: Queued): string {
  const words = callbackWords(event.label);
  return words && event.handleKind === HANDLE_QUEUED_KIND.CALLBACK ? `The callback ${words} joins the ready queue.` : '';
}

/** How a wait ends, by what was waited for. */
const OVER: Readonly<Record<number, string>> = {
  [FUTURE_MADE_KIND.GATHER]: 'gather is done',
  [FUTURE_MADE_KIND.EXECUTOR_CALL]: 'The worker is done',
  [FUTURE_MADE_KIND.LOCK_WAITER]: 'The lock is free',
  [FUTURE_MADE_KIND.EVENT_WAITER]: 'The event is set',
  [FUTURE_MADE_KIND.QUEUE_GETTER]: 'There is an item',
  [FUTURE_MADE_KIND.QUEUE_PUTTER]: 'There is room',
  [FUTURE_MADE_KIND.QUEUE_JOIN]: 'The queue is worked off',
};

/** Why a task goes on: `Task-2 is done, so Task-1 wakes`. */
function wakeWords(task: Task, state: LoopState): string {
  const { waits } = task;
  if (task.cancelAsked) return `${task.name} wakes to be cancelled`;
  if (waits?.futureKind === FUTURE_MADE_KIND.SLEEP) return `${task.name}'s sleep is over`;
  const other = waits ? state.tasks.get(waits.future) : undefined;
  if (other) return `${other.name} is over, so ${task.name} wakes`;
  return `${(waits && OVER[waits.futureKind]) ?? 'The wait is over'} for ${task.name}`;
}

/** `Task-2`, `Task-2 and Task-3`, `Task-2 to Task-9 (8 tasks)`. */
function list(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  if (names.length <= 1) return last;
  if (names.length <= 4) return `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${names.length < MOST_TOGETHER ? '' : 'More than '}${names.length.toString()} tasks (${names[0] ?? ''} to ${last})`;
}

/** Who counts further has seen enough. */
const MOST_TOGETHER = 1000;

/** What the engine raises instead of waiting for ever; CPython would wait. */
export const DEADLOCK = 'nothing ready and no timer set';

function endSentence(status: number, state: LoopState, failed: Place | null): string {
  const { problem } = state;
  if (status === 0) return 'The program has ended.';
  if (problem?.type === 'RuntimeError' && problem.text.startsWith(DEADLOCK)) return `The program would wait for ever, so it was ended: ${problem.text}.`;
  if (problem && problem.type !== 'SystemExit') return `The program has ended: nobody caught ${problemWords(problem.type, problem.text, failed ? TEXT.output.own(failed.line, failed.file) : lineWords(state, problem.line))}.`;
  return `The program has ended with status ${status.toString()}.`;
}

function problemWords(type: string, text: string, where: string): string {
  // A syntax error's text ends with its place, which is said anyway.
  const said = firstLine(text.replace(/ \([^()]*, line \d+\)$/, ''), 80);
  const what = said ? `${type}: ${said}` : type;
  return where ? `${what} (${where})` : what;
}

function callbackSentence(state: LoopState): string {
  const handle = state.running?.handle;
  if (handle?.label === SLEEP && handle.about) return `The loop wakes ${nameOf(state, handle.about)}.`;
  if (handle?.about && isLibrary(handle.label)) return `The loop tells those who wait for ${nameOf(state, handle.about)}.`;
  const words = runningCallback(state);
  return words ? `The loop runs ${words}.` : '';
}

function workerSentence(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'WORKER_BEGINS':
      return `Worker ${event.name} starts ${event.job || 'a job'}, beside the loop.`;
    case 'THREAD_WAITS':
      return threadSentence(event.by, state);
    case 'WORKER_PARKS':
      if (state.threadWaits.has(event.worker)) return threadSentence(event.worker, state);
      return state.workers.get(event.worker)?.phase !== 'parked' ? '' : `Worker ${nameOf(state, event.worker)} blocks; ${state.loop.phase === 'none' || state.loop.phase === 'closed' ? 'the others go' : 'the loop goes'} on.`;
    case 'WORKER_ENDS':
      return `Worker ${nameOf(state, event.worker)} has finished its job.`;
    default:
      return '';
  }
}

/** A thread waits; when it is the loop's, nobody else can run in that. */
function threadSentence(by: Id, state: LoopState): string {
  const phrase = threadWaitPhrase(state, by);
  if (!phrase) return '';
  return TEXT.workers[state.blocked?.holds && state.blocked.task === by ? 'blocksLoop' : 'blocks'](who(state, by), phrase);
}

/** How one end of a connection came to its end, by CONNECTION_ENDED's `how`. */
const ENDS: readonly string[] = ['was closed', 'was reset by the other side', 'was refused: nobody listens there'];

function networkSentence(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'IO_READY':
      return `The loop looks at its sockets: ${plural(event.count, 'callback joins', 'callbacks join')} the ready queue.`;
    case 'LISTENER_OPENED':
      return `A server listens at ${event.address}.`;
    case 'LISTENER_CLOSED':
      return `Nobody listens at ${addressOf(state, event.socket)} any more.`;
    case 'CONNECTION_MADE':
      return `A connection to ${event.address} is made; the server has to accept it.`;
    case 'CONNECTION_ENDED':
      return `An end of the connection to ${addressOf(state, event.socket)} ${ENDS[event.how] ?? 'is over'}.`;
    case 'BYTES_SENT':
      return `${who(state, event.by)} sends ${plural(event.count, 'byte', 'bytes')} to ${addressOf(state, event.to)}; ${event.unread.toString()} not read yet.`;
    case 'BYTES_ARRIVED':
      return `${plural(event.count, 'byte arrives', 'bytes arrive')} at ${addressOf(state, event.socket)}.`;
    case 'BYTES_RECEIVED':
      return `${plural(event.count, 'byte is', 'bytes are')} read from ${addressOf(state, event.socket)}.`;
    default:
      return '';
  }
}

function addressOf(state: LoopState, socket: Id): string {
  const address = state.sockets.get(socket)?.address ?? '';
  return address === '' ? 'the other end' : address;
}

function lineSentence(event: EngineEvent, state: LoopState): string {
  if (event.kind === 'OUTPUT') return `${who(state, event.by)} prints ${quoted(plain(event.text))}.`;
  if (event.kind === 'LINE') return `${who(state, event.by)} runs ${lineWords(state, event.line)}.`;
  return '';
}

function waitSentence(deadline: number, state: LoopState): string {
  if (!Number.isFinite(deadline)) return 'Nothing is ready and no timer is set: the loop waits until something wakes it.';
  return `Nothing is ready: the loop waits until ${seconds(deadline)}${whoseTimer(deadline, state)}.`;
}

function whoseTimer(deadline: number, state: LoopState): string {
  for (const timer of state.timers.values()) {
    if (timer.deadline !== deadline) continue;
    return isSleep(state, timer) ? `, when ${nameOf(state, timer.owner)}'s timer is due` : `, for ${calledWords(timer.label)}`;
  }
  return '';
}

function who(state: LoopState, id: Id, capital = true): string {
  const name = nameOf(state, id);
  if (name) return name;
  const what = isCallback(state) ? calledWords(state.running?.handle.label ?? '') : 'the main program';
  return capital ? `${what.charAt(0).toUpperCase()}${what.slice(1)}` : what;
}

function isCallback(state: LoopState): boolean {
  return runningCallback(state) !== '';
}

/** A callback within a sentence. */
function calledWords(label: string): string {
  const words = callbackWords(label);
  if (words.startsWith('a ')) return words;
  return isLibrary(label) ? `the ${words}` : `the callback ${words}`;
}

function at(state: LoopState, line: number): string {
  return line > 0 ? `The await on ${lineWords(state, line)}` : 'An await';
}

function plural(count: number, one: string, many: string): string {
  return `${count === 1 ? 'One' : count.toString()} ${count === 1 ? one : many}`;
}

function quoted(text: string): string {
  return `“${firstLine(text.trim(), 48)}”`;
}

function firstLine(text: string, longest: number): string {
  const line = text.split('\n')[0] ?? '';
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
