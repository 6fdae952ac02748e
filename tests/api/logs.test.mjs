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

const OBJECTS = ['lock', 'event', 'semaphore', 'condition', 'barrier', 'queue', 'LIFO queue', 'priority queue', 'task group', 'time limit'];
const FUTURES = ['future', 'sleep', 'gather', 'executor call', 'lock waiter', 'event waiter', 'getter', 'putter', 'joiner', 'wait', 'shield',
  'condition waiter', 'semaphore waiter', 'barrier waiter', 'stream'];
const CANCELS = ['called', 'passed on', 'group', 'time limit', 'run ends', 'Ctrl-C'];
const OUTCOMES = ['', 'a result', 'an exception', 'cancelled'];
const ENDS = ['is gone', 'is left', 'is left by an exception'];

/** The lines of a log, with everything under the name that a reader knows; `names` fills as things are made. */
function lineOf(event, names) {
  const name = (id) => (id === 0 ? 'nobody' : (names.get(id) ?? 'something'));
  const by = () => (event.by === 0 ? 'the loop' : name(event.by));
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
    FUTURE_AWAITED: () => `${name(event.task)} awaits ${name(event.future)}`,
    FUTURE_RESOLVED: () => `${by()} ends ${name(event.future)}: ${OUTCOMES[event.outcome]}`,
    TASK_MADE: () => `${by()} makes task ${event.name} of ${event.coroutine}`,
    LOOP_BLOCKED: () => `${name(event.task)} holds the loop for ${event.seconds}, line ${event.line}`,
    WORKER_BEGINS: () => `${event.name} begins ${event.job}`,
    WORKER_PARKS: () => (event.deadline === Infinity ? undefined : `${name(event.worker)} blocks until ${event.deadline.toFixed(2)}`),
    WORKER_ENDS: () => `${name(event.worker)} ends: ${OUTCOMES[event.outcome]}`,
    EXCEPTION: () => `${event.type} is not caught: ${event.text}`,
    OUTPUT: () => `${by()} prints ${JSON.stringify(event.text)}`,
  };
  if (event.kind === 'FUTURE_MADE') names.set(event.future, `${FUTURES[event.futureKind]} of ${name(event.owner)}`);
  if (event.kind === 'TASK_MADE') names.set(event.task, event.name);
  if (event.kind === 'WORKER_BEGINS') names.set(event.worker, event.name);
  if (event.kind === 'OBJECT_MADE') names.set(event.object, event.name ? `${OBJECTS[event.objectKind]} ${event.name}` : `a ${OBJECTS[event.objectKind]}`);
  return lines[event.kind]?.();
}

async function logOf(source) {
  const names = new Map(), lines = [];
  let over = false;
  const take = (event) => {
    // asyncio.run winds up with two tasks of its own, which are nobody's story.
    over ||= event.kind === 'TASK_MADE' && event.coroutine.endsWith('shutdown_asyncgens');
    if (over && event.kind !== 'OUTPUT') return;
    const line = lineOf(event, names);
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
