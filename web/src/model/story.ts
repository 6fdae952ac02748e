/** One plain sentence for what just happened, from the log alone. */
import { FUTURE_RESOLVED_OUTCOME, HANDLE_QUEUED_KIND, TASK_STEP_ENDS_REASON } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { EventLog } from './log';
import { nameOf } from './state';
import type { Id, LoopState } from './state';
import { TEXT, seconds } from './text';
import { callbackWords, coroutineWords, isHousekeeping, waitPhrase } from './words';

/** How far back to look for something worth telling. */
const FAR_ENOUGH = 64;

/** The sentence for the moment of `state`, which must be the log's state at `state.position`. */
export function story(log: EventLog, state: LoopState): string {
  const last = Math.max(0, state.position - FAR_ENOUGH);
  for (let i = state.position - 1; i >= last; i--) {
    const event = log.at(i);
    const sentence = event ? sentenceFor(event, state) : '';
    if (sentence) return sentence;
  }
  return state.position === 0 ? TEXT.story.idle : '';
}

/** A sentence, or nothing for an event that is not worth one. */
export function sentenceFor(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'RUN_BEGINS':
      return 'The program starts.';
    case 'RUN_ENDS':
      return event.status === 0 ? 'The program has ended.' : `The program has ended with status ${event.status.toString()}.`;
    case 'LOOP_MADE':
      return 'An event loop is made; nothing has been given to it yet.';
    case 'LOOP_CLOSED':
      return 'The event loop is closed.';
    case 'WAIT_BEGINS':
      return waitSentence(event.deadline, state);
    case 'TIMERS_FIRE':
      return `${plural(event.count, 'timer is', 'timers are')} due and ${event.count === 1 ? 'joins' : 'join'} the ready queue.`;
    case 'LOOP_BLOCKED':
      return `${who(state, event.task)} holds the loop for ${seconds(event.seconds)}: nobody else can run.`;
    case 'TASK_CANCEL_ASKED':
      return `${who(state, event.by)} asks to cancel ${who(state, event.task, false)}.`;
    case 'TASK_LOST':
      return `${who(state, event.task)} was destroyed while it was pending: nobody kept a reference to it.`;
    case 'AWAIT_STRAIGHT':
      return `${at(event.line)} did not give up control: what ${who(state, event.task, false)} awaits was ready at once.`;
    case 'SIGNAL':
      return `Signal ${event.number.toString()} reaches the program.`;
    case 'WARNING':
      return `${event.category}: ${event.text}`;
    case 'EXCEPTION':
      return `${event.type} leaves ${who(state, event.by, false)} without being caught.`;
    default:
      return taskSentence(event, state) || workerSentence(event, state) || lineSentence(event, state);
  }
}

function taskSentence(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'TASK_MADE': {
      const made = state.tasks.get(event.task);
      if (made && isHousekeeping(made)) return `The main coroutine is over; asyncio winds up with a task of its own, ${coroutineWords(made)}.`;
      return `${event.name} is made for ${made ? coroutineWords(made) : event.coroutine} and joins the ready queue; it has not run yet.`;
    }
    case 'TASK_STEP_BEGINS':
      return event.line > 0 ? `${who(state, event.task)} runs, from line ${event.line.toString()}.` : `${who(state, event.task)} runs.`;
    case 'TASK_STEP_ENDS':
      return stepEndSentence(event, state);
    case 'FUTURE_RESOLVED':
      return resolvedSentence(event, state);
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
      return `${name} lets the others run and joins the end of the ready queue.`;
    default: {
      const reason = state.tasks.get(event.task)?.waits;
      const what = reason ? waitPhrase(state, reason) : 'waits';
      return `${name} ${what} and gives control back to the loop${event.line > 0 ? `, at line ${event.line.toString()}` : ''}.`;
    }
  }
}

function resolvedSentence(event: Extract<EngineEvent, { kind: 'FUTURE_RESOLVED' }>, state: LoopState): string {
  const woken = [...state.alive].map((id) => state.tasks.get(id)).find((task) => task?.phase === 'ready' && task.waits?.future === event.future);
  if (!woken) return '';
  const how = event.outcome === FUTURE_RESOLVED_OUTCOME.CANCELLED ? 'was cancelled' : 'is done';
  return `What ${woken.name} waited for ${how}: it joins the ready queue.`;
}

function callbackSentence(state: LoopState): string {
  const handle = state.running?.handle;
  if (!handle || handle.kind === HANDLE_QUEUED_KIND.TASK_STEP || !handle.label) return '';
  return `The loop runs ${callbackWords(handle.label)}.`;
}

function workerSentence(event: EngineEvent, state: LoopState): string {
  switch (event.kind) {
    case 'WORKER_BEGINS':
      return `Worker ${event.name} starts ${event.job || 'a job'}, beside the loop.`;
    case 'WORKER_PARKS':
      return `Worker ${nameOf(state, event.worker)} blocks; the loop goes on.`;
    case 'WORKER_ENDS':
      return `Worker ${nameOf(state, event.worker)} has finished its job.`;
    default:
      return '';
  }
}

function lineSentence(event: EngineEvent, state: LoopState): string {
  if (event.kind === 'OUTPUT') return `${who(state, event.by)} prints ${quoted(event.text)}.`;
  if (event.kind === 'LINE') return `${who(state, event.by)} runs line ${event.line.toString()}.`;
  return '';
}

function waitSentence(deadline: number, state: LoopState): string {
  const first = [...state.timers.values()].reduce((best, timer) => (timer.deadline < best.deadline ? timer : best), {
    deadline: Infinity,
    owner: 0,
  });
  if (!Number.isFinite(deadline)) return 'Nothing is ready and no timer is set: the loop waits until something wakes it.';
  const whose = first.owner ? `, when ${nameOf(state, first.owner)}'s timer is due` : '';
  return `Nothing is ready: the loop waits until ${seconds(deadline)}${whose}.`;
}

function who(state: LoopState, id: Id, capital = true): string {
  return nameOf(state, id) || (capital ? 'The main program' : 'the main program');
}

function at(line: number): string {
  return line > 0 ? `The await on line ${line.toString()}` : 'An await';
}

function plural(count: number, one: string, many: string): string {
  return `${count === 1 ? 'One' : count.toString()} ${count === 1 ? one : many}`;
}

function quoted(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 48 ? `“${line.slice(0, 47)}…”` : `“${line}”`;
}
