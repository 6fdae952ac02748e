/** Sentences for what happens to locks, queues, groups and the like, for cancellations and for errors that go on. */
import { GROUP_CANCELS_WHY, OBJECT_MADE_KIND, SEMAPHORE_CHANGED_CHANGE, TASK_CANCEL_ASKED_WHY } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';
import type { SharedObject } from './objects';
import type { Id, LoopState } from './state';
import { TEXT, seconds } from './text';
import { anyName, nameOrMain } from './words_objects';

/** Who did it: a name at the head of a sentence, or within one. */
export type Who = (state: LoopState, id: Id, capital?: boolean) => string;

const { story, kinds } = TEXT.objects;

/** A sentence, or nothing for an event of another kind or one that is not worth it. */
export function objectSentence(event: EngineEvent, state: LoopState, who: Who): string {
  if (event.kind === 'TASK_CANCEL_ASKED') return cancelSentence(event, state, who);
  if (event.kind === 'ERROR_PASSED') {
    const what = event.text ? `${event.type}: ${event.text}` : event.type;
    return story.errorPassed(what, anyName(state, event.from) || story.future, anyName(state, event.to) || story.gather);
  }
  const object = 'object' in event ? state.objects.get(event.object) : undefined;
  return object ? aboutObject(event, state, object, who) : '';
}

function aboutObject(event: EngineEvent, state: LoopState, object: SharedObject, who: Who): string {
  const { name } = object;
  switch (event.kind) {
    case 'OBJECT_MADE':
      return object.what === 'limit' ? '' : story.made(kinds[event.objectKind] ?? '', name);
    case 'LOCK_TAKEN':
      return story.taken(who(state, event.by), name);
    case 'LOCK_FREED':
      return freedSentence(state, object, who(state, event.by));
    case 'EVENT_CHANGED':
      return event.set === 1 ? story.set(who(state, event.by), name, object.waiters.size) : story.cleared(who(state, event.by), name);
    case 'SEMAPHORE_CHANGED':
      return (event.change === SEMAPHORE_CHANGED_CHANGE.TAKEN ? story.permitTaken : story.permitBack)(who(state, event.by), name, event.free);
    case 'CONDITION_NOTIFIED':
      return object.what === 'condition' ? story.notified(who(state, event.by), name, event.woken) : '';
    case 'BARRIER_CHANGED':
      return barrierSentence(object);
    case 'GROUP_TASK':
      return story.groupTask(who(state, event.task), name);
    case 'GROUP_CANCELS':
      return groupSentence(event, state, name);
    case 'LIMIT_SET':
      return Number.isFinite(event.deadline)
        ? story.limitSet(name, who(state, event.task), seconds(event.deadline))
        : story.limitOff(name, who(state, event.task));
    case 'LIMIT_EXPIRED':
      return story.expired(name, who(state, event.task, false));
    default:
      return queueSentence(event, state, name, who);
  }
}

function queueSentence(event: EngineEvent, state: LoopState, name: string, who: Who): string {
  switch (event.kind) {
    case 'QUEUE_PUT':
      return story.put(who(state, event.by), event.item, name, event.size);
    case 'QUEUE_GOT':
      return story.got(who(state, event.by), event.item, name, event.size);
    case 'QUEUE_TASK_DONE':
      return story.itemDone(who(state, event.by), name, event.unfinished);
    case 'QUEUE_SHUT_DOWN':
      return story.shut(who(state, event.by), name);
    default:
      return '';
  }
}

/** The next in line is the first that was not woken in vain. */
function freedSentence(state: LoopState, object: SharedObject, by: string): string {
  const [next] = object.waiters.values();
  return next ? story.freedFor(by, object.name, nameOrMain(state, next.task)) : story.freed(by, object.name);
}

function barrierSentence(object: SharedObject): string {
  if (object.what !== 'barrier') return '';
  if (object.state === 'broken') return story.barrierBroken(object.name);
  if (object.state === 'draining') return object.inside === object.parties ? story.barrierFull(object.name, object.parties) : '';
  return object.inside > 0 ? story.barrier(object.name, object.inside, object.parties) : '';
}

function groupSentence(event: Extract<EngineEvent, { kind: 'GROUP_CANCELS' }>, state: LoopState, name: string): string {
  switch (event.why) {
    case GROUP_CANCELS_WHY.TASK_FAILED:
      return story.groupFails(name, anyName(state, event.task), event.count);
    case GROUP_CANCELS_WHY.BLOCK_FAILED:
      return story.groupBlock(name, event.count);
    default:
      return story.groupOutside(name, event.count);
  }
}

function cancelSentence(event: Extract<EngineEvent, { kind: 'TASK_CANCEL_ASKED' }>, state: LoopState, who: Who): string {
  const { cancels } = TEXT;
  const task = anyName(state, event.task);
  const source = anyName(state, event.source);
  switch (event.why) {
    case TASK_CANCEL_ASKED_WHY.PASSED_ON:
      return cancels.passedOn(task, source || story.gather);
    case TASK_CANCEL_ASKED_WHY.GROUP:
      return cancels.group(task, source);
    case TASK_CANCEL_ASKED_WHY.TIME_LIMIT:
      return cancels.limit(task, source || kinds[OBJECT_MADE_KIND.TIME_LIMIT]);
    case TASK_CANCEL_ASKED_WHY.RUN_ENDS:
      return cancels.runEnds(task);
    case TASK_CANCEL_ASKED_WHY.INTERRUPT:
      return cancels.interrupt(task);
    default:
      return cancels.asked(who(state, event.by), task, event.message);
  }
}
