/**
 * What tasks or threads share, at one moment: locks, events, semaphores, conditions, barriers, queues, task groups, time limits. As all
 * of a state these are never changed; `fold_objects.ts` makes others.
 */
import type { IdMap } from './id_map';

type Id = number;

/** A task or thread in an object's line, in the order in which they came (by the ids of their futures). */
export interface Waiter {
  readonly task: Id;
  /** A FUTURE_MADE kind: it says for what, at a queue. */
  readonly futureKind: number;
  /** It is on its way, but has not run yet. */
  readonly woken: boolean;
}

interface Shared {
  readonly id: Id;
  /** The program's name for it, or what it is; no two objects of a run have the same. */
  readonly name: string;
  readonly madeBy: Id;
  /** The program's line that made it, 0 when that is not known. */
  readonly line: number;
  /** By future. */
  readonly waiters: IdMap<Waiter>;
  /** Its block was left, or nobody has it any more. */
  readonly ended: boolean;
}

export interface Lock extends Shared {
  readonly what: 'lock';
  readonly held: boolean;
  /** The task or worker that holds it; 0 also for the main program and for callbacks. */
  readonly holder: Id;
}

export interface Event extends Shared {
  readonly what: 'event';
  readonly set: boolean;
}

export interface Semaphore extends Shared {
  readonly what: 'semaphore';
  /** As made. */
  readonly permits: number;
  readonly free: number;
  /** How many permits each task has taken and not given back. */
  readonly holders: IdMap<number>;
}

export interface Condition extends Shared {
  readonly what: 'condition';
  /** An object, 0 when it is not known. */
  readonly lock: Id;
}

export interface Barrier extends Shared {
  readonly what: 'barrier';
  readonly parties: number;
  readonly inside: number;
  readonly state: 'filling' | 'draining' | 'resetting' | 'broken';
}

export interface Queue extends Shared {
  readonly what: 'queue';
  readonly order: 'first in, first out' | 'last in, first out' | 'smallest first';
  /** 0: no limit. */
  readonly maxsize: number;
  readonly size: number;
  /** Short texts, by the number of the put; the queue's own `size` counts. */
  readonly items: IdMap<string>;
  /** The number of the next put. */
  readonly next: number;
  readonly unfinished: number;
  readonly shut: boolean;
}

export interface Group extends Shared {
  readonly what: 'group';
  readonly tasks: IdMap<true>;
  /** It has asked its tasks to end. */
  readonly cancelling: boolean;
}

export interface Limit extends Shared {
  readonly what: 'limit';
  readonly task: Id;
  /** Seconds of the run; infinity: none. */
  readonly deadline: number;
  /** When that deadline was set, in seconds of the run. */
  readonly since: number;
  readonly expired: boolean;
}

export type SharedObject = Lock | Event | Semaphore | Condition | Barrier | Queue | Group | Limit;

/** Why a task was asked to end. */
export interface CancelCause {
  /** A TASK_CANCEL_ASKED why. */
  readonly why: number;
  readonly by: Id;
  /** The task, gather, group or limit behind it, 0 for none. */
  readonly source: Id;
  readonly message: string;
}
