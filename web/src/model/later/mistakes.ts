/**
 * What a run proves about the program: mistakes that everybody makes once. A mistake is told only where the log shows that
 * it happened and that it mattered; where a program could as well mean it, nothing is said.
 */
import { FUTURE_MADE_KIND, LOOP_BLOCKED_HOW, OUTPUT_STREAM, TASK_CANCEL_ASKED_WHY, TASK_STEP_ENDS_REASON } from '../../engine/events.generated';
import type { EngineEvent } from '../../engine/events.generated';
import type { Recording } from '../recording';
import type { Id } from '../state';
import { DEADLOCK } from '../story';
import { seconds } from '../text';
import { WORDS } from './text';
import { BLOCKS, all } from './look';
import type { Look } from './look';
import { threadWaits } from './thread_waits';
import { awaitAtTheEnd, groupAround, groupForGather, limited, outOfLock } from './fixes';
import { SourceLines, escaped, indentOf } from './source_lines';

export type MistakeKind =
  | 'neverAwaited'
  | 'blocking'
  | 'oneByOne'
  | 'nestedRun'
  | 'lostTask'
  | 'neverRetrieved'
  | 'swallowedCancel'
  | 'deadlock'
  | 'fireAndForget'
  | 'gatherGoesOn'
  | 'lockHeld'
  | 'threadWait';

/** Lines to put in the place of others. */
export interface Fix {
  /** The first of the lines, which count from 1. */
  readonly line: number;
  readonly remove: readonly string[];
  readonly insert: readonly string[];
}

export interface Mistake {
  readonly kind: MistakeKind;
  /** 0 when no line is to blame. */
  readonly line: number;
  /** The moment that shows it. */
  readonly position: number;
  /** One sentence. */
  readonly why: string;
  readonly fix: Fix | null;
}

/** A longer log is looked at up to here only. */
const MOST_EVENTS = 300_000;
/** Saving less than this is not worth a word, in seconds. */
const WORTH_SAVING = 0.1;
/** So many tasks at once that nobody keeps are too many. */
const TOO_MANY = 50;
/** A lock that others wait for so long, with so many in line, keeps them from working. */
const LONG_HOLD = 0.5;
const LONG_LINE = 2;

type Finder = (look: Look) => readonly Mistake[];
const FINDERS: readonly Finder[] = [neverAwaited, blocking, nestedRun, deadlock, lostTasks, neverRetrieved, swallowed, oneByOne, fireAndForget, gatherGoesOn, lockHeld, threadWaits];

/** The mistakes of a run of this program, in the order of their moments. */
export function findMistakes(recording: Recording, program: string): readonly Mistake[] {
  const look: Look = { recording, source: new SourceLines(program), length: Math.min(recording.length, MOST_EVENTS) };
  return FINDERS.flatMap((find) => find(look)).sort((a, b) => a.position - b.position);
}

/** One line with something in it changed; null when there is nothing to change. */
function change(source: SourceLines, line: number, pattern: RegExp, by: string): Fix | null {
  const before = source.at(line);
  const after = before.replace(pattern, by);
  return after === before ? null : { line, remove: [before], insert: [after] };
}

function neverAwaited(look: Look): Mistake[] {
  const found: Mistake[] = [];
  for (const [event, position] of all(look, 'WARNING')) {
    const name = /^coroutine '([^']*)' was never awaited/.exec(event.text)?.[1];
    if (name === undefined) continue;
    const short = name.split('.').pop() ?? name;
    const call = new RegExp(`(?<!\\bawait\\s)(?<!\\bdef\\s)(?<![\\w(,[]\\s*)(?:\\b\\w+\\.)*\\b${escaped(short)}\\(`);
    const line = callLine(look.source, call, event.line);
    const why = WORDS.neverAwaited(short);
    const fix = line > 0 && look.source.asyncDefOf(line) > 0 ? change(look.source, line, call, 'await $&') : null;
    if (!found.some((other) => other.line === line && other.why === why)) found.push({ kind: 'neverAwaited', line: line || event.line, position, why, fix });
  }
  return found;
}

/** The line that calls: the warning's own when it does, else the last one before it that does. */
function callLine(source: SourceLines, call: RegExp, near: number): number {
  const calls = source.lines.flatMap((text, n) => (call.test(text) ? [n + 1] : []));
  return calls.includes(near) ? near : (calls.filter((line) => line <= near).pop() ?? calls[0] ?? 0);
}

interface Hold {
  line: number;
  position: number;
  times: number;
  total: number;
  longest: number;
  names: Set<string>;
  computing: boolean;
}

function blocking(look: Look): Mistake[] {
  const holds = new Map<number, Hold>();
  for (const [event, position] of all(look, 'LOOP_BLOCKED')) if (event.seconds >= BLOCKS) noteHold(look, holds, event, position);
  return [...holds.values()].map((hold): Mistake => {
    const { line, position, times, total, longest, computing } = hold;
    const fix = !computing && look.source.asyncDefOf(line) > 0 ? change(look.source, line, /\btime\.sleep\(|(?<![.\w])sleep\(/, 'await asyncio.sleep(') : null;
    return { kind: 'blocking', line, position, why: WORDS.blocking(seconds(total), times, [...hold.names], seconds(longest), computing), fix };
  });
}

function noteHold({ recording }: Look, holds: Map<number, Hold>, event: Extract<EngineEvent, { kind: 'LOOP_BLOCKED' }>, position: number): void {
  // Computing is told when it is over, sleeping when it begins.
  const computing = event.how === LOOP_BLOCKED_HOW.COMPUTING_UNTIL_NOW;
  const state = recording.stateAt(position);
  const begin = computing ? event.time - event.seconds : event.time;
  const end = begin + event.seconds;
  let longest = 0;
  const names = new Set<string>();
  const delay = (task: Id, waited: number): void => {
    const name = state.tasks.get(task)?.name;
    if (task === event.task || name === undefined || waited < BLOCKS / 2) return;
    names.add(name);
    longest = Math.max(longest, waited);
  };
  for (const handle of state.ready.values()) if (handle.about) delay(handle.about, computing ? end - Math.max(begin, state.tasks.get(handle.about)?.since ?? begin) : event.seconds);
  for (const timer of state.timers.values()) if (timer.owner && timer.deadline < end) delay(timer.owner, end - Math.max(begin, timer.deadline));
  if (names.size === 0) return;
  const hold = holds.get(event.line) ?? { line: event.line, position, times: 0, total: 0, longest: 0, names: new Set<string>(), computing };
  hold.times++;
  hold.total += event.seconds;
  hold.longest = Math.max(hold.longest, longest);
  for (const name of names) hold.names.add(name);
  holds.set(event.line, hold);
}

function nestedRun(look: Look): Mistake[] {
  const { source } = look;
  const line = source.lines.findIndex((text, n) => /\basyncio\.run\(/.test(text) && source.asyncDefOf(n + 1) > 0) + 1;
  for (const kind of ['EXCEPTION', 'OUTPUT'] as const) {
    for (const [event, position] of all(look, kind)) {
      if (!event.text.includes('asyncio.run() cannot be called from a running event loop')) continue;
      const blame = line || event.line;
      return [{ kind: 'nestedRun', line: blame, position, why: WORDS.nestedRun, fix: line ? change(source, line, /\basyncio\.run\(([^()]*(?:\([^()]*\))?[^()]*)\)/, 'await $1') : null }];
    }
  }
  return [];
}

function deadlock(look: Look): Mistake[] {
  for (const [event, end] of all(look, 'EXCEPTION')) {
    if (event.type !== 'RuntimeError' || event.text !== DEADLOCK) continue;
    const { log } = look.recording;
    // The run winds up by cancelling everybody; just before, they all stood still.
    const first = log.nextOf('TASK_CANCEL_ASKED', () => true, lastStep(look, end));
    const position = (first ?? end) - 1;
    const state = look.recording.stateAt(position);
    const waiting = [...state.alive.keys()].flatMap((id) => state.tasks.get(id) ?? []).filter((task) => task.phase === 'waiting');
    const line = waiting.find((task) => task.line > 0 && task.waits?.futureKind !== 2)?.line ?? event.line;
    return [{ kind: 'deadlock', line, position, why: WORDS.deadlock(waiting.map((task) => task.name)), fix: limited(look.source, line) }];
  }
  return [];
}

/** Behind the last step that a task ended by waiting, before a place. */
function lastStep({ recording: { log } }: Look, before: number): number {
  for (let i = before - 1; i >= 0; i--) {
    const event = log.kindAt(i) === 'TASK_STEP_ENDS' ? log.at(i) : undefined;
    if (event?.kind === 'TASK_STEP_ENDS' && event.reason === TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE) return i + 1;
  }
  return 0;
}

function lostTasks(look: Look): Mistake[] {
  const found: Mistake[] = [];
  for (const [event, position] of all(look, 'TASK_LOST')) {
    const task = look.recording.stateAt(position).tasks.get(event.task);
    if (!task) continue;
    const fix = change(look.source, task.madeAt, /^(\s*)((?:asyncio|loop)\.(?:create_task|ensure_future)\()/, '$1task = $2');
    found.push({ kind: 'lostTask', line: task.madeAt, position, why: WORDS.lostTask(task.name), fix });
  }
  return found.slice(0, 1);
}

function neverRetrieved(look: Look): Mistake[] {
  for (const [event, position] of all(look, 'OUTPUT')) {
    if (event.stream !== OUTPUT_STREAM.STANDARD_ERROR) continue;
    const told = /^(Task|Future) exception was never retrieved\n(?:future: .*?(?:name='([^']*)'.*?)?exception=(\w+))?/.exec(event.text);
    if (!told) continue;
    const [, , name = '', type = ''] = told;
    const task = [...look.recording.stateAt(position).tasks.values()].find((each) => each.name === name);
    const line = task?.madeAt ?? 0;
    return [{ kind: 'neverRetrieved', line, position, why: WORDS.neverRetrieved(name, type), fix: awaitAtTheEnd(look.source, line) }];
  }
  return [];
}

/** A task that was to end waits again at the very line at which it was told so. */
function swallowed(look: Look): Mistake[] {
  const { log } = look.recording;
  for (const [event, asked] of all(look, 'TASK_CANCEL_ASKED')) {
    if (event.why !== TASK_CANCEL_ASKED_WHY.CALLED || event.by === event.task) continue;
    const waited = look.recording.stateAt(asked).tasks.get(event.task);
    if (waited?.phase !== 'waiting' && waited?.phase !== 'ready') continue;
    const again = nextWait(look, event.task, asked);
    if (!again || again.line === 0 || again.line !== waited.line) continue;
    const clause = exceptLine(look.source, again.line);
    if (clause === 0 || !enters(look, event.task, clause, asked)) continue;
    const fix = raiseIn(look.source, clause);
    const position = log.nextOf('TASK_STEP_BEGINS', (id) => id === event.task, asked) ?? asked;
    return [{ kind: 'swallowedCancel', line: clause || again.line, position, why: WORDS.swallowedCancel(waited.name), fix }];
  }
  return [];
}

function nextWait({ recording: { log }, length }: Look, task: Id, from: number): { readonly line: number } | null {
  for (let i = from; i < length; i++) {
    const event = log.kindAt(i) === 'TASK_STEP_ENDS' ? log.at(i) : undefined;
    if (event?.kind !== 'TASK_STEP_ENDS' || event.task !== task) continue;
    return event.reason === TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE || event.reason === TASK_STEP_ENDS_REASON.BARE_YIELD ? event : null;
  }
  return null;
}

/** The task runs the body of a clause before it waits again. */
function enters({ recording: { log }, source, length }: Look, task: Id, clause: number, from: number): boolean {
  const body = source.nextCode(clause);
  for (let i = from; i < length; i++) {
    const kind = log.kindAt(i);
    const event = kind === 'LINE' || kind === 'TASK_STEP_ENDS' ? log.at(i) : undefined;
    if (event?.kind === 'LINE' && event.by === task && (event.line === body || event.line === clause)) return true;
    if (event?.kind === 'TASK_STEP_ENDS' && event.task === task) return false;
  }
  return false;
}

/** The clause behind a line that catches a cancellation. */
function exceptLine(source: SourceLines, line: number): number {
  for (let n = line + 1; n <= source.lines.length; n++) {
    if (/^\s*except(\s+(\(.*)?\b(asyncio\.)?CancelledError\b.*|\s+BaseException\b.*)?:/.test(source.at(n))) return n;
    if (/^\s*(async\s+)?def\b/.test(source.at(n))) return 0;
  }
  return 0;
}

/** The clause raises again at its end. */
function raiseIn(source: SourceLines, clause: number): Fix | null {
  const indent = indentOf(source.at(clause));
  let last = clause;
  for (let n = source.nextCode(clause); n > 0 && indentOf(source.at(n)) > indent; n = source.nextCode(n)) last = n;
  if (last === clause) return null;
  const body = source.at(last);
  const raise = `${' '.repeat(indentOf(source.at(clause + 1)))}raise`;
  return { line: last, remove: [body], insert: /^\s*(pass|continue)\s*$/.test(body) ? [raise] : [body, raise] };
}

const AWAIT_CALL = /^(\s*)(?:(\w+)\s*=\s*)?await\s+((?:\w+\.)*(\w+)\((.*)\))\s*(?:#.*)?$/;

/** The same coroutine function is awaited on two lines in a row, and nobody else had anything to do meanwhile. */
function oneByOne(look: Look): Mistake[] {
  const { source } = look;
  const found: Mistake[] = [];
  for (let line = 1; line <= source.lines.length; line++) {
    const calls = runOf(source, line);
    const last = calls[calls.length - 1];
    if (last === undefined || calls.length < 2) continue;
    const spent = timeOf(look, calls);
    if (spent) {
      const total = spent.each.reduce((sum, each) => sum + each, 0);
      const saved = total - Math.max(...spent.each);
      if (saved >= WORTH_SAVING) found.push({ kind: 'oneByOne', line, position: spent.position, why: WORDS.oneByOne(calls.length, seconds(total), seconds(saved)), fix: together(source, calls) });
    }
    line = last;
  }
  return found.slice(0, 2);
}

/** The numbers of lines, from one on, that await the same coroutine function, none with what another gave. */
function runOf(source: SourceLines, line: number): number[] {
  const first = AWAIT_CALL.exec(source.at(line));
  if (!first || !source.hasCoroutine(first[4] ?? '')) return [];
  const calls = [line];
  const given = [first[2]];
  for (let n = source.nextCode(line); n > 0; n = source.nextCode(n)) {
    const next = AWAIT_CALL.exec(source.at(n));
    if (!next || next[1] !== first[1] || next[4] !== first[4]) break;
    if (given.some((name) => name !== undefined && new RegExp(`\\b${escaped(name)}\\b`).test(next[5] ?? ''))) break;
    given.push(next[2]);
    calls.push(n);
  }
  return calls;
}

/** How long each of these lines took in a task that was the only one; null when the log does not show it. */
function timeOf(look: Look, calls: readonly number[]): { readonly each: readonly number[]; readonly position: number } | null {
  const { recording } = look;
  const [first = 0] = calls;
  for (const [event, position] of all(look, 'LINE')) {
    if (event.line !== first || event.by === 0) continue;
    const state = recording.stateAt(position);
    if (!state.tasks.has(event.by) || state.alive.size !== 1) return null;
    const marks = marksOf(look, event.by, calls, position);
    if (!marks) return null;
    const each = marks.slice(1).map((mark, n) => recording.timeAt(mark) - recording.timeAt(marks[n] ?? 0));
    const alone = recording.stateAt(marks[marks.length - 1] ?? 0).tasks.size === state.tasks.size;
    return alone && each.every((time) => time > 0) ? { each, position } : null;
  }
  return null;
}

/** When the lines were reached, in their order, and when the next line of the same function was, or the task's end. */
function marksOf(look: Look, task: Id, calls: readonly number[], from: number): number[] | null {
  const { recording: { log }, source, length } = look;
  const marks = [from];
  const within = source.asyncDefOf(calls[0] ?? 0);
  for (let i = from; i < length; i++) {
    const event = log.at(i);
    const over = event?.kind === 'TASK_STEP_ENDS' && event.task === task && event.reason !== TASK_STEP_ENDS_REASON.AWAITS_A_FUTURE && event.reason !== TASK_STEP_ENDS_REASON.BARE_YIELD;
    const here = event?.kind === 'LINE' && event.by === task && source.asyncDefOf(event.line) === within;
    if (!over && !here) continue;
    if (marks.length === calls.length) return [...marks, i + 1];
    if (event.kind !== 'LINE' || event.line !== calls[marks.length]) return null;
    marks.push(i + 1);
  }
  return null;
}

function together(source: SourceLines, calls: readonly number[]): Fix | null {
  const [line = 0] = calls;
  const last = calls[calls.length - 1] ?? line;
  const parts = calls.map((n) => AWAIT_CALL.exec(source.at(n)));
  const indent = parts[0]?.[1] ?? '';
  const names = parts.map((part) => part?.[2]);
  const given = names.every((name) => name !== undefined) ? `${names.join(', ')} = ` : '';
  if (given === '' && names.some((name) => name !== undefined)) return null;
  const inner = parts.map((part) => `${indent}    ${part?.[3] ?? ''},`);
  return { line, remove: source.lines.slice(line - 1, last), insert: [`${indent}${given}await asyncio.gather(`, ...inner, `${indent})`] };
}

/** Tasks that nobody keeps, made by the dozen at one line and alive at once. */
function fireAndForget(look: Look): Mistake[] {
  const alive = new Map<number, Set<Id>>();
  const lineOf = new Map<Id, number>();
  const { log } = look.recording;
  for (let i = 0; i < look.length; i++) {
    const kind = log.kindAt(i);
    const event = kind === 'TASK_MADE' || kind === 'FUTURE_RESOLVED' ? log.at(i) : undefined;
    if (event?.kind === 'FUTURE_RESOLVED') alive.get(lineOf.get(event.future) ?? -1)?.delete(event.future);
    if (event?.kind !== 'TASK_MADE' || !/^\s*(asyncio|loop)\.(create_task|ensure_future)\(/.test(look.source.at(event.line))) continue;
    const there = alive.get(event.line) ?? new Set();
    alive.set(event.line, there.add(event.task));
    lineOf.set(event.task, event.line);
    if (there.size >= TOO_MANY) return [{ kind: 'fireAndForget', line: event.line, position: i + 1, why: WORDS.fireAndForget(there.size), fix: groupAround(look.source, event.line) }];
  }
  return [];
}

/** A gather failed, and the others that it had begun were still at work when the run ended. */
function gatherGoesOn(look: Look): Mistake[] {
  const { recording } = look;
  for (const [event, position] of all(look, 'ERROR_PASSED')) {
    const state = recording.stateAt(position - 1);
    const future = state.futures.get(event.to);
    if (future?.kind !== FUTURE_MADE_KIND.GATHER) continue;
    const others = [...future.needs.keys()].filter((id) => id !== event.from && state.alive.has(id));
    const left = others.filter((id) => cancelledAtTheEnd(look, id, position)).flatMap((id) => state.tasks.get(id)?.name ?? []);
    const line = future.waiters.map((id) => state.tasks.get(id)?.line ?? 0).find((each) => each > 0) ?? 0;
    if (left.length > 0) return [{ kind: 'gatherGoesOn', line, position, why: WORDS.gatherGoesOn(state.tasks.get(event.from)?.name ?? '', left), fix: groupForGather(look.source, line) }];
  }
  return [];
}

function cancelledAtTheEnd({ recording: { log }, length }: Look, task: Id, from: number): boolean {
  let ran = false;
  for (let at = log.nextOf('TASK_CANCEL_ASKED', (id) => id === task, from, length); at !== null; at = log.nextOf('TASK_CANCEL_ASKED', (id) => id === task, at, length)) {
    const event = log.at(at - 1);
    ran ||= log.nextOf('TASK_STEP_BEGINS', (id) => id === task, from, at) !== null;
    if (event?.kind === 'TASK_CANCEL_ASKED') return event.why === TASK_CANCEL_ASKED_WHY.RUN_ENDS && ran;
  }
  return false;
}

/** A task slept, or waited for the world outside, with a lock that several others stood in line for. */
function lockHeld(look: Look): Mistake[] {
  const taken = new Map<Id, { readonly by: Id; readonly time: number; readonly position: number }>();
  const { recording } = look;
  for (let i = 0; i < look.length; i++) {
    const kind = recording.log.kindAt(i);
    const event = kind === 'LOCK_TAKEN' || kind === 'LOCK_FREED' ? recording.log.at(i) : undefined;
    if (event?.kind === 'LOCK_TAKEN') taken.set(event.object, { by: event.by, time: event.time, position: i + 1 });
    const hold = event?.kind === 'LOCK_FREED' ? taken.get(event.object) : undefined;
    if (event?.kind !== 'LOCK_FREED' || !hold || event.time - hold.time < LONG_HOLD) continue;
    const state = recording.stateAt(i);
    const object = state.objects.get(event.object);
    const slow = slowWait(look, hold.by, hold.position, i);
    if (!object || object.waiters.size < LONG_LINE || !slow) continue;
    const why = WORDS.lockHeld(state.tasks.get(hold.by)?.name ?? '', object.name, seconds(event.time - hold.time), object.waiters.size);
    return [{ kind: 'lockHeld', line: slow.line, position: slow.position, why, fix: outOfLock(look.source, slow.line) }];
  }
  return [];
}

const SLOW: ReadonlySet<number> = new Set([FUTURE_MADE_KIND.SLEEP, FUTURE_MADE_KIND.EXECUTOR_CALL, FUTURE_MADE_KIND.STREAM]);

/** Where a task waited for something slow between two moments. */
function slowWait({ recording }: Look, task: Id, from: number, to: number): { readonly line: number; readonly position: number } | null {
  for (let i = from; i < to; i++) {
    if (recording.log.kindAt(i) !== 'TASK_STEP_ENDS') continue;
    const state = recording.stateAt(i + 1).tasks.get(task);
    if (state?.phase === 'waiting' && state.waits && SLOW.has(state.waits.futureKind)) return { line: state.line, position: i + 1 };
  }
  return null;
}
