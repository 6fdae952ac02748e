/** What the events about locks, queues, groups and the like change: the objects, and what those in line wait for. */
import {
  BARRIER_CHANGED_STATE,
  OBJECT_ENDED_HOW,
  OBJECT_MADE_KIND as KIND,
  SEMAPHORE_CHANGED_CHANGE,
} from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { Draft } from './draft';
import { IdMap } from './id_map';
import type { Barrier, Group, Limit, Queue, Semaphore, SharedObject, Waiter } from './objects';
import { PLAIN_FUTURE } from './state';
import type { Id } from './state';
import { TEXT } from './text';

type Of<K extends EngineEvent['kind']> = Extract<EngineEvent, { kind: K }>;

export type ObjectEvent = Of<
  | 'OBJECT_MADE'
  | 'OBJECT_ENDED'
  | 'OBJECT_AWAITED'
  | 'OBJECT_LEFT'
  | 'LOCK_TAKEN'
  | 'LOCK_FREED'
  | 'EVENT_CHANGED'
  | 'SEMAPHORE_CHANGED'
  | 'CONDITION_NOTIFIED'
  | 'BARRIER_CHANGED'
  | 'QUEUE_PUT'
  | 'QUEUE_GOT'
  | 'QUEUE_TASK_DONE'
  | 'QUEUE_SHUT_DOWN'
  | 'GROUP_TASK'
  | 'GROUP_CANCELS'
  | 'LIMIT_SET'
  | 'LIMIT_EXPIRED'
>;

export function changeObjects(draft: Draft, event: ObjectEvent): void {
  switch (event.kind) {
    case 'OBJECT_MADE':
      return makeObject(draft, event);
    case 'OBJECT_ENDED':
      return endObject(draft, event);
    case 'OBJECT_AWAITED':
      return joinLine(draft, event.object, event.future);
    case 'OBJECT_LEFT':
      return leaveLine(draft, event.object, event.future);
    default:
      return changeOne(draft, event);
  }
}

function changeOne(draft: Draft, event: Exclude<ObjectEvent, Of<'OBJECT_MADE' | 'OBJECT_ENDED' | 'OBJECT_AWAITED' | 'OBJECT_LEFT'>>): void {
  const object = draft.objects.get(event.object);
  const changed = object && changedBy(object, event);
  if (changed) draft.objects.set(object.id, changed);
}

/** The object after an event about it; undefined for an event that is not about such an object. */
function changedBy(object: SharedObject, event: EngineEvent): SharedObject | undefined {
  switch (object.what) {
    case 'lock':
      if (event.kind === 'LOCK_TAKEN') return { ...object, held: true, holder: event.by };
      return event.kind === 'LOCK_FREED' ? { ...object, held: false, holder: 0 } : undefined;
    case 'event':
      return event.kind === 'EVENT_CHANGED' ? { ...object, set: event.set === 1 } : undefined;
    case 'semaphore':
      return event.kind === 'SEMAPHORE_CHANGED' ? changeSemaphore(object, event) : undefined;
    case 'condition':
      return undefined;
    case 'barrier':
      return event.kind === 'BARRIER_CHANGED' ? changeBarrier(object, event) : undefined;
    case 'queue':
      return changeQueue(object, event);
    case 'group':
      return changeGroup(object, event);
    case 'limit':
      return changeLimit(object, event);
  }
}

function changeSemaphore(object: Semaphore, event: Of<'SEMAPHORE_CHANGED'>): Semaphore {
  const taken = event.change === SEMAPHORE_CHANGED_CHANGE.TAKEN;
  const holders = object.holders.edit();
  const has = (holders.get(event.by) ?? 0) + (taken ? 1 : -1);
  if (has > 0) holders.set(event.by, has);
  else holders.delete(event.by);
  return { ...object, free: event.free, holders: holders.done() };
}

const BARRIER_STATES: Readonly<Record<number, Barrier['state']>> = {
  [BARRIER_CHANGED_STATE.FILLING]: 'filling',
  [BARRIER_CHANGED_STATE.DRAINING]: 'draining',
  [BARRIER_CHANGED_STATE.RESETTING]: 'resetting',
  [BARRIER_CHANGED_STATE.BROKEN]: 'broken',
};

function changeBarrier(object: Barrier, event: Of<'BARRIER_CHANGED'>): Barrier {
  return { ...object, inside: event.inside, state: BARRIER_STATES[event.state] ?? object.state };
}

function changeQueue(object: Queue, event: EngineEvent): Queue | undefined {
  switch (event.kind) {
    case 'QUEUE_PUT': {
      const items = object.items.edit();
      items.set(object.next, event.item);
      return { ...object, size: event.size, unfinished: event.unfinished, items: items.done(), next: object.next + 1 };
    }
    case 'QUEUE_GOT': {
      const items = object.items.edit();
      items.delete(placeOf(object, event.item));
      return { ...object, size: event.size, unfinished: event.unfinished, items: items.done() };
    }
    case 'QUEUE_TASK_DONE':
      return { ...object, unfinished: event.unfinished };
    case 'QUEUE_SHUT_DOWN':
      return { ...object, size: event.size, unfinished: event.unfinished, shut: true, items: event.size === 0 ? IdMap.empty() : object.items };
    default:
      return undefined;
  }
}

/** Who looks further for an item by its text has a queue that nobody draws. */
const FAR_ENOUGH = 1000;

/** Where an item that was taken out stood: by the queue's order when the text is the one, else by the text. */
function placeOf(object: Queue, item: string): number {
  const { items, next } = object;
  let place = -1;
  if (object.order === 'last in, first out') {
    place = next - 1;
    for (let left = FAR_ENOUGH; left > 0 && place > 0 && !items.has(place); left--) place--;
    if (items.get(place) === item) return place;
  }
  let left = FAR_ENOUGH;
  for (const [number, text] of items) {
    if (place < 0) place = number;
    if (text === item) return number;
    if (--left === 0) break;
  }
  return place;
}

function changeGroup(object: Group, event: EngineEvent): Group | undefined {
  if (event.kind === 'GROUP_CANCELS') return { ...object, cancelling: true };
  if (event.kind !== 'GROUP_TASK') return undefined;
  const tasks = object.tasks.edit();
  tasks.set(event.task, true);
  return { ...object, tasks: tasks.done() };
}

function changeLimit(object: Limit, event: EngineEvent): Limit | undefined {
  if (event.kind === 'LIMIT_SET') return { ...object, task: event.task, deadline: event.deadline, since: event.time };
  return event.kind === 'LIMIT_EXPIRED' ? { ...object, expired: true } : undefined;
}

function endObject(draft: Draft, event: Of<'OBJECT_ENDED'>): void {
  const object = draft.objects.get(event.object);
  if (!object) return;
  draft.objectsAlive.delete(object.id);
  draft.objects.set(object.id, { ...object, ended: true, ...(event.how === OBJECT_ENDED_HOW.GONE ? { waiters: IdMap.empty<Waiter>() } : {}) });
}

/* ---- who waits ---- */

function joinLine(draft: Draft, id: Id, futureId: Id): void {
  const future = draft.futures.get(futureId) ?? { ...PLAIN_FUTURE, id: futureId };
  draft.futures.set(futureId, { ...future, object: id });
  const object = draft.objects.get(id);
  if (!object) return;
  const waiters = object.waiters.edit();
  waiters.set(futureId, { task: future.owner, futureKind: future.kind, woken: false });
  draft.objects.set(id, { ...object, waiters: waiters.done() });
}

function leaveLine(draft: Draft, id: Id, futureId: Id): void {
  const object = draft.objects.get(id);
  if (!object?.waiters.has(futureId)) return;
  const waiters = object.waiters.edit();
  waiters.delete(futureId);
  draft.objects.set(id, { ...object, waiters: waiters.done() });
}

/** The future is done: who waits for it in a line is on its way. */
export function wakeInLine(draft: Draft, id: Id, futureId: Id): void {
  const object = draft.objects.get(id);
  const waiter = object?.waiters.get(futureId);
  if (!object || !waiter) return;
  const waiters = object.waiters.edit();
  waiters.set(futureId, { ...waiter, woken: true });
  draft.objects.set(id, { ...object, waiters: waiters.done() });
}

/* ---- a new one ---- */

function makeObject(draft: Draft, event: Of<'OBJECT_MADE'>): void {
  const shared = {
    id: event.object,
    name: uniqueName(draft, event.name || (TEXT.objects.kinds[event.objectKind] ?? '')),
    madeBy: event.by,
    line: event.line,
    waiters: IdMap.empty<Waiter>(),
    ended: false,
  };
  draft.objects.set(event.object, newObject(shared, event));
  draft.objectsAlive.set(event.object, true);
  // A lock that is made for a condition is known by that.
  const part = draft.objects.get(event.part);
  const unnamed = part && (part.name.startsWith(TEXT.objects.kinds[KIND.LOCK]) || part.name.startsWith(TEXT.objects.kinds[KIND.REENTRANT_LOCK]));
  if (unnamed) draft.objects.set(part.id, { ...part, name: TEXT.objects.lockOf(shared.name) });
}

function uniqueName(draft: Draft, name: string): string {
  const names = draft.now.objectNames;
  const count = (names.get(name) ?? 0) + 1;
  draft.now.objectNames = new Map(names).set(name, count);
  return count === 1 ? name : `${name} ${count.toString()}`;
}

const ORDERS: Readonly<Record<number, Queue['order']>> = {
  [KIND.LIFO_QUEUE]: 'last in, first out',
  [KIND.PRIORITY_QUEUE]: 'smallest first',
};

function newObject(shared: Omit<SharedObject, 'what'>, event: Of<'OBJECT_MADE'>): SharedObject {
  switch (event.objectKind) {
    case KIND.LOCK:
    case KIND.REENTRANT_LOCK:
      return { ...shared, what: 'lock', held: false, holder: 0 };
    case KIND.EVENT:
      return { ...shared, what: 'event', set: false };
    case KIND.SEMAPHORE:
      return { ...shared, what: 'semaphore', permits: event.size, free: event.size, holders: IdMap.empty() };
    case KIND.CONDITION:
      return { ...shared, what: 'condition', lock: event.part };
    case KIND.BARRIER:
      return { ...shared, what: 'barrier', parties: event.size, inside: 0, state: 'filling' };
    case KIND.TASK_GROUP:
      return { ...shared, what: 'group', tasks: IdMap.empty(), cancelling: false };
    case KIND.TIME_LIMIT:
      return { ...shared, what: 'limit', task: event.by, deadline: Number.POSITIVE_INFINITY, since: event.time, expired: false };
    default: {
      const order = ORDERS[event.objectKind] ?? 'first in, first out';
      return { ...shared, what: 'queue', order, maxsize: event.size, size: 0, items: IdMap.empty(), next: 1, unfinished: 0, shut: false };
    }
  }
}
