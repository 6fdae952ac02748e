/**
 * What the event log says of what tasks share, of limits, groups, cancellations and errors: a golden log for each feature,
 * logs/NAME.log for the program logs/NAME.py on the virtual clock. UPDATE_LOGS=1 writes them anew: read what changed.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadEngine } from '../../build/wasm/node.mjs';

const engine = await loadEngine(new URL('../../build/wasm/', import.meta.url));
const folder = new URL('logs/', import.meta.url);

const OBJECTS = ['lock', 'event', 'semaphore', 'condition', 'barrier', 'queue', 'LIFO queue', 'priority queue', 'task group', 'time limit',
  'reentrant lock'];
const FUTURES = ['future', 'sleep', 'gather', 'executor call', 'lock waiter', 'event waiter', 'getter', 'putter', 'joiner', 'wait', 'shield',
  'condition waiter', 'semaphore waiter', 'barrier waiter', 'stream', 'wait for the end'];
const CANCELS = ['called', 'passed on', 'group', 'time limit', 'run ends', 'Ctrl-C'];
const SOCKETS = ['LISTENER_OPENED', 'LISTENER_CLOSED', 'CONNECTION_MADE', 'CONNECTION_ENDED', 'BYTES_SENT', 'BYTES_RECEIVED', 'STREAM_AWAITED'];
const OUTCOMES = ['', 'a result', 'an exception', 'cancelled'];
const WORKERS = ['', ' in a process of its own'];
const SIDES = ['', 'bytes to read', 'room to write', 'its connection'];
const OVER = ['closed', 'reset by the other side', 'refused'];
const HANDLES = ['callback', 'step', 'timer', 'done callback', 'io'];
const ENDS = ['is gone', 'is left', 'is left by an exception'];

/** The lines of a log, with everything under the name that a reader knows; `names` fills as things are made. */
function lineOf(event, names) {
  const name = (id) => (id === 0 ? 'nobody' : (names.get(id) ?? 'something'));
  const by = () => (event.by === 0 ? (names.get('main') ?? 'the program') : name(event.by));
  const object = () => name(event.object);
  const lines = {
    OBJECT_MADE: () => `${by()} makes ${object()}${event.part ? ` with ${name(event.part)}` : ''}${event.size ? ` (${event.size})` : ''}, line ${event.line}`,
    OBJECT_ENDED: () => `${object()} ${ENDS[event.how]}`,
    OBJECT_AWAITED: () => `${name(event.future)} stands in line at ${object()}`,
    OBJECT_LEFT: () => `${name(event.future)} leaves the line at ${object()}`,
    LOCK_TAKEN: () => `${by()} takes ${object()}`,
    LOCK_FREED: () => `${by()} frees ${object()}`,
    EVENT_CHANGED: () => `${by()} ${event.set ? 'sets' : 'clears'} ${object()}`,
    SEMAPHORE_CHANGED: () => `${by()} ${event.change === 0 ? 'takes' : 'gives back'} a permit of ${object()}, ${event.free} free`,
    CONDITION_NOTIFIED: () => `${by()} notifies ${object()}: ${event.woken} wake`,
    BARRIER_CHANGED: () => `${by()} at ${object()}: ${event.inside} inside, ${['filling', 'draining', 'resetting', 'broken'][event.state]}`,
    QUEUE_PUT: () => `${by()} puts ${event.item} into ${object()}: size ${event.size}, unfinished ${event.unfinished}`,
    QUEUE_GOT: () => `${by()} takes ${event.item} out of ${object()}: size ${event.size}, unfinished ${event.unfinished}`,
    QUEUE_TASK_DONE: () => `${by()} is done with an item of ${object()}: unfinished ${event.unfinished}`,
    QUEUE_SHUT_DOWN: () => `${by()} shuts ${object()} down: size ${event.size}, unfinished ${event.unfinished}`,
    GROUP_TASK: () => `${name(event.task)} belongs to ${object()}`,
    GROUP_CANCELS: () => `${object()} cancels ${event.count}: ${['failed', 'block failed', 'cancelled from outside'][event.why]} ${event.task ? name(event.task) : ''}`.trimEnd(),
    LIMIT_SET: () => `${object()} for ${name(event.task)}: ${event.deadline === Infinity ? 'none' : event.deadline.toFixed(2)}`,
    LIMIT_EXPIRED: () => `${object()} expires for ${name(event.task)}`,
    TASK_CANCEL_ASKED: () =>
      `${by()} cancels ${name(event.task)}: ${CANCELS[event.why]}${event.source ? ` ${name(event.source)}` : ''}${event.message ? ` "${event.message}"` : ''}`,
    ERROR_PASSED: () => `${event.type}(${event.text}) goes from ${name(event.from)} to ${name(event.to)}`,
    FUTURE_NEEDS: () => `${name(event.future)} needs ${name(event.child)}`,
    THREAD_WAITS: () => `${by()} blocks at ${name(event.future)}`,
    FUTURE_AWAITED: () => `${name(event.task)} awaits ${name(event.future)}`,
    FUTURE_RESOLVED: () => `${by()} ends ${name(event.future)}: ${OUTCOMES[event.outcome]}`,
    TASK_MADE: () => `${by()} makes task ${event.name} of ${event.coroutine}`,
    LOOP_BLOCKED: () => `${name(event.task)} holds the loop for ${event.seconds}, line ${event.line}`,
    WORKER_BEGINS: () => `${event.name} begins ${event.job}${WORKERS[event.workerKind]}`,
    WORKER_PARKS: () => (event.deadline === Infinity ? undefined : `${name(event.worker)} blocks until ${event.deadline.toFixed(2)}`),
    WORKER_ENDS: () => `${name(event.worker)} ends: ${OUTCOMES[event.outcome]}`,
    EXCEPTION: () => `${event.type} is not caught: ${event.text}`,
    WARNING: () => `a warning, ${event.category}: ${event.text}`,
    SIGNAL: () => `signal ${event.number} reaches the program`,
    TASK_LOST: () => `${name(event.task)} is lost`,
    LISTENER_OPENED: () => `${by()} listens with ${name(event.socket)} at ${event.address}`,
    LISTENER_CLOSED: () => `${by()} closes ${name(event.socket)}`,
    CONNECTION_MADE: () => `${name(event.client)} and ${name(event.server)} are connected, at ${event.address}`,
    CONNECTION_ENDED: () => `${by()} ends ${name(event.socket)}: ${OVER[event.how]}`,
    BYTES_SENT: () => `${by()} sends ${event.count} bytes from ${name(event.socket)} to ${name(event.to)}, which has ${event.unread}`,
    BYTES_RECEIVED: () => `${by()} reads ${event.count} bytes of ${name(event.socket)}, which has ${event.waiting}`,
    STREAM_AWAITED: () => `${name(event.future)} waits for ${name(event.socket)}: ${SIDES[event.side]}`,
    OUTPUT: () => `${by()} prints ${JSON.stringify(event.text)}`,
  };
  const sockets = SOCKETS.includes(event.kind) ? [event.socket, event.to, event.client, event.server] : [];
  for (const id of sockets) {
    const before = [...names.values()].filter((each) => each.startsWith('socket ')).length;
    if (id > 0 && !names.has(id)) names.set(id, `socket ${'abcdefgh'[before]}`);
  }
  if (event.kind === 'FUTURE_MADE') names.set(event.future, `${FUTURES[event.futureKind]} of ${event.owner === 0 && !names.has('main') ? 'the program' : name(event.owner)}${event.label ? ` for ${event.label}` : ''}`);
  if (event.kind === 'LOOP_MADE') names.set('main', 'the loop');
  if (event.kind === 'TASK_MADE') names.set(event.task, event.name);
  if (event.kind === 'WORKER_BEGINS') names.set(event.worker, event.name);
  if (event.kind === 'OBJECT_MADE') names.set(event.object, event.name ? `${OBJECTS[event.objectKind]} ${event.name}` : `a ${OBJECTS[event.objectKind]}`);
  return lines[event.kind]?.();
}

/** What the log tells of callbacks and timers, for a program that begins with "# log: handles". */
function handleOf(event, names) {
  const named = (id) => names.get(`handle ${id}`);
  const lines = {
    HANDLE_QUEUED: () => `${HANDLES[event.handleKind]} ${event.label} is queued`,
    HANDLE_BEGINS: () => `${named(event.handle)} runs`,
    HANDLE_CANCELLED: () => `${named(event.handle)} is cancelled`,
    TIMER_SET: () => `${event.label} is set for ${event.deadline.toFixed(2)}`,
    TIMER_CANCELLED: () => `${named(event.handle)} is cancelled before its time`,
    TIMER_FIRED: () => `${named(event.handle)} is due`,
  };
  if (event.label !== undefined) names.set(`handle ${event.handle}`, event.label);
  return lines[event.kind]?.();
}

async function logOf(source) {
  const names = new Map(), lines = [];
  const handles = source.startsWith('# log: handles\n');
  let over = false;
  const take = (event) => {
    // asyncio.run winds up with two tasks of its own, which are nobody's story.
    over ||= event.kind === 'TASK_MADE' && event.coroutine.endsWith('shutdown_asyncgens');
    if (over && event.kind !== 'OUTPUT') return;
    const line = lineOf(event, names) ?? (handles ? handleOf(event, names) : undefined);
    if (line !== undefined) lines.push(`${event.time.toFixed(2)} ${line}`);
  };
  await engine.run(source, { events: (batch) => batch.forEach(take) }).finished;
  return `${lines.join('\n')}\n`;
}

describe('the event log of', () => {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.py'))) {
    const golden = new URL(file.replace(/\.py$/, '.log'), folder);
    it(file.slice(0, -3).replaceAll('_', ' '), async () => {
      const log = await logOf(readFileSync(new URL(file, folder), 'utf8'));
      if (process.env.UPDATE_LOGS) writeFileSync(golden, log);
      assert.deepEqual(log.split('\n'), readFileSync(golden, 'utf8').split('\n'));
    });
  }
});
