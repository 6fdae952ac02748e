/** Short descriptions of what tasks share: why a task waits there, and what it is like now. */
import { FUTURE_MADE_KIND as FUTURE } from '../engine/events.generated';
import type { SharedObject, Waiter } from './objects';
import { nameOf } from './state';
import type { Id, LoopState, WaitReason } from './state';
import { TEXT, seconds } from './text';

/** What a task in an object's line waits for, to stand behind "waits for"; empty when that is not known. */
export function objectWait(state: LoopState, reason: WaitReason): string {
  const object = state.objects.get(reason.object);
  if (!object) return '';
  const { waits } = TEXT.objects;
  switch (object.what) {
    case 'lock':
      return waits.lock(object.name, holderName(state, object.held, object.holder));
    case 'event':
      return waits.event(object.name);
    case 'semaphore':
      return waits.semaphore(object.name, object.free, object.permits);
    case 'condition':
      return waits.condition(object.name);
    case 'barrier':
      return waits.barrier(object.name, object.inside, object.parties);
    case 'queue':
      if (reason.futureKind === FUTURE.QUEUE_PUTTER) return waits.putter(object.name, object.maxsize);
      if (reason.futureKind === FUTURE.QUEUE_JOIN) return waits.join(object.name, object.unfinished);
      return waits.getter(object.name, object.size);
    case 'group':
      return waits.group(object.name, tasksLeft(state, object.tasks.keys()));
    case 'limit':
      return '';
  }
}

function holderName(state: LoopState, held: boolean, holder: Id): string {
  return held ? nameOrMain(state, holder) : '';
}

export function tasksLeft(state: LoopState, tasks: Iterable<Id>): number {
  let left = 0;
  for (const task of tasks) if (state.alive.has(task)) left++;
  return left;
}

/** What an object is like now, in a few words: `held by Task-2`, `3 of 5, 2 unfinished`. */
export function objectPhrase(state: LoopState, object: SharedObject): string {
  const { states } = TEXT.objects;
  switch (object.what) {
    case 'lock': {
      if (object.held) return states.heldBy(nameOrMain(state, object.holder));
      const next = wokenFirst(object.waiters.values());
      return next ? states.promised(nameOrMain(state, next.task)) : states.free;
    }
    case 'event':
      return object.set ? states.set : states.notSet;
    case 'semaphore':
      return states.permits(object.free, object.permits);
    case 'condition':
      return states.waiting(object.waiters.size);
    case 'barrier':
      return states.barrier(object.inside, object.parties, object.state);
    case 'queue': {
      const parts = [states.queue(object.size, object.maxsize)];
      if (object.unfinished > object.size) parts.push(states.unfinished(object.unfinished));
      if (object.shut) parts.push(states.shut);
      return parts.join(', ');
    }
    case 'group': {
      const left = states.tasks(tasksLeft(state, object.tasks.keys()), object.tasks.size);
      return object.cancelling ? `${left}, ${states.cancelling}` : left;
    }
    case 'limit':
      if (object.expired) return states.expired;
      return Number.isFinite(object.deadline) ? states.until(seconds(object.deadline)) : states.noLimit;
  }
}

function wokenFirst(waiters: Iterable<Waiter>): Waiter | undefined {
  for (const waiter of waiters) if (waiter.woken) return waiter;
  return undefined;
}

/** The name of a task or worker; who has none is the main program. */
export function nameOrMain(state: LoopState, id: Id): string {
  return nameOf(state, id) || TEXT.running.theMain;
}

/** The name of whatever the id is: a task, a worker, an object; empty for the main program. */
export function anyName(state: LoopState, id: Id): string {
  return nameOf(state, id) || (state.objects.get(id)?.name ?? '');
}
