// Generated from engine/trace/events.def by engine/trace/generate.mjs: change them, not this file.

/** The program starts; clock: 0 real, 1 virtual. */
export interface RunBeginsEvent {
  readonly kind: 'RUN_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly clock: number;
  readonly file: string;
}

/** The program ended with this exit status. */
export interface RunEndsEvent {
  readonly kind: 'RUN_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly status: number;
}

/** An event loop was created. */
export interface LoopMadeEvent {
  readonly kind: 'LOOP_MADE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
}

/** An event loop was closed. */
export interface LoopClosedEvent {
  readonly kind: 'LOOP_CLOSED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
}

/** The loop starts an iteration and will run the handles that are ready now. */
export interface BatchBeginsEvent {
  readonly kind: 'BATCH_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
  readonly iteration: number;
  readonly ready: number;
}

/** The batch is done; what was queued meanwhile belongs to the next one. */
export interface BatchEndsEvent {
  readonly kind: 'BATCH_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
}

/** Nothing is ready: the loop waits until the deadline (infinity: until woken). */
export interface WaitBeginsEvent {
  readonly kind: 'WAIT_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
  readonly deadline: number;
}

/** The wait is over. */
export interface WaitEndsEvent {
  readonly kind: 'WAIT_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
  readonly waited: number;
}

/** This many timers are due and move to the ready queue. */
export interface TimersFireEvent {
  readonly kind: 'TIMERS_FIRE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
  readonly count: number;
}

/** The I/O phase: so many handles of sockets that are ready joined the ready queue. */
export interface IoReadyEvent {
  readonly kind: 'IO_READY';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly loop: number;
  readonly count: number;
}

/** Time.sleep or computing holds the loop's thread for so long; how: 0 asleep from now on, 1 computing until now; line: where it sleeps, or computed, 0 when that is not known. */
export interface LoopBlockedEvent {
  readonly kind: 'LOOP_BLOCKED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly seconds: number;
  readonly line: number;
  readonly how: number;
}

/** A handle joined the ready queue; kind: 0 callback, 1 task step, 2 timer, 3 done callback, 4 io; subject: the task or future it is about; by: the task that queued it. */
export interface HandleQueuedEvent {
  readonly kind: 'HANDLE_QUEUED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
  readonly handleKind: number;
  readonly subject: number;
  readonly by: number;
  readonly label: string;
}

/** The loop runs this handle. */
export interface HandleBeginsEvent {
  readonly kind: 'HANDLE_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
}

/** The handle has run, for so long. */
export interface HandleEndsEvent {
  readonly kind: 'HANDLE_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
  readonly seconds: number;
}

/** A queued handle was cancelled and will be skipped. */
export interface HandleCancelledEvent {
  readonly kind: 'HANDLE_CANCELLED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
}

/** A handle was scheduled for a deadline; owner: the task that asked for it. */
export interface TimerSetEvent {
  readonly kind: 'TIMER_SET';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
  readonly deadline: number;
  readonly owner: number;
  readonly label: string;
}

/** A timer was cancelled before its deadline. */
export interface TimerCancelledEvent {
  readonly kind: 'TIMER_CANCELLED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
}

/** A timer is due and its handle moves to the ready queue. */
export interface TimerFiredEvent {
  readonly kind: 'TIMER_FIRED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly handle: number;
}

/** A future was created; kind: 0 plain, 1 sleep, 2 gather, 3 executor call, 4 lock waiter, 5 event waiter, 6 queue getter, 7 queue putter, 8 queue join, 9 wait, 10 shield, 11 condition waiter, 12 semaphore waiter, 13 barrier waiter, 14 stream, 15 thread end; owner: the task it was made in, or the worker whose wait it is. */
export interface FutureMadeEvent {
  readonly kind: 'FUTURE_MADE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly futureKind: number;
  readonly owner: number;
  readonly label: string;
}

/** A future got its outcome; outcome: 1 result, 2 exception, 3 cancelled; by: the task that did it. */
export interface FutureResolvedEvent {
  readonly kind: 'FUTURE_RESOLVED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly outcome: number;
  readonly by: number;
}

/** A task suspends until this future is done. */
export interface FutureAwaitedEvent {
  readonly kind: 'FUTURE_AWAITED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly task: number;
}

/** A gather, wait or shield ends by the end of this task or future, a thread's wait by the end of this worker's job. */
export interface FutureNeedsEvent {
  readonly kind: 'FUTURE_NEEDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly child: number;
}

/** A task was created and its first step queued; by: the task that made it; line: where it was made. */
export interface TaskMadeEvent {
  readonly kind: 'TASK_MADE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly by: number;
  readonly line: number;
  readonly name: string;
  readonly coroutine: string;
}

/** A task got another name. */
export interface TaskRenamedEvent {
  readonly kind: 'TASK_RENAMED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly name: string;
}

/** The task's coroutine runs; line: where it goes on. */
export interface TaskStepBeginsEvent {
  readonly kind: 'TASK_STEP_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly line: number;
}

/** The coroutine gave control back; reason: 0 awaits a future, 1 done, 2 raised, 3 cancelled, 4 bare yield (sleep(0)); line: where it waits. */
export interface TaskStepEndsEvent {
  readonly kind: 'TASK_STEP_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly reason: number;
  readonly future: number;
  readonly line: number;
}

/** The task is to be cancelled; why: 0 called, 1 passed on, 2 group, 3 time limit, 4 run ends, 5 interrupt; source: the task or gather that waited for it and was cancelled, the group that cancels its tasks, the limit that expired, else 0; message: what was given to cancel(). */
export interface TaskCancelAskedEvent {
  readonly kind: 'TASK_CANCEL_ASKED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly by: number;
  readonly why: number;
  readonly source: number;
  readonly message: string;
}

/** The task was destroyed while it was pending. */
export interface TaskLostEvent {
  readonly kind: 'TASK_LOST';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
}

/** An exception goes from the task or future that ended with it to who waits: a task, where it is raised at the await, a gather or shield, which ends with it, or a task group, which keeps it. */
export interface ErrorPassedEvent {
  readonly kind: 'ERROR_PASSED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly from: number;
  readonly to: number;
  readonly type: string;
  readonly text: string;
}

/** An await of a coroutine or of a finished future went straight through, without giving up control. */
export interface AwaitStraightEvent {
  readonly kind: 'AWAIT_STRAIGHT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly task: number;
  readonly line: number;
}

/** A worker (0 thread, 1 process) starts a job. */
export interface WorkerBeginsEvent {
  readonly kind: 'WORKER_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly worker: number;
  readonly workerKind: number;
  readonly name: string;
  readonly job: string;
}

/** The worker blocks until a deadline (infinity: until woken). */
export interface WorkerParksEvent {
  readonly kind: 'WORKER_PARKS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly worker: number;
  readonly deadline: number;
}

/** The worker runs again. */
export interface WorkerResumesEvent {
  readonly kind: 'WORKER_RESUMES';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly worker: number;
}

/** The worker finished its job; outcome: 1 result, 2 exception. */
export interface WorkerEndsEvent {
  readonly kind: 'WORKER_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly worker: number;
  readonly outcome: number;
}

/** A thread blocks until this future of its own is done, by who lets it go on, or cancelled, when its time is up; by: the worker, the task that holds the loop's thread with it, 0 for the main program. */
export interface ThreadWaitsEvent {
  readonly kind: 'THREAD_WAITS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly by: number;
}

/** A socket listens at this address; by: the task that asked for it. */
export interface ListenerOpenedEvent {
  readonly kind: 'LISTENER_OPENED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly by: number;
  readonly address: string;
}

/** A socket listens no more. */
export interface ListenerClosedEvent {
  readonly kind: 'LISTENER_CLOSED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly by: number;
}

/** Two sockets are connected: a client's and the one that the listener at this address will hand out. */
export interface ConnectionMadeEvent {
  readonly kind: 'CONNECTION_MADE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly client: number;
  readonly server: number;
  readonly listener: number;
  readonly address: string;
}

/** One end of a connection is over; how: 0 closed, 1 reset by the other side, 2 refused. */
export interface ConnectionEndedEvent {
  readonly kind: 'CONNECTION_ENDED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly how: number;
  readonly by: number;
}

/** Bytes were sent from a socket to another; unread: how many are sent there and not received now. */
export interface BytesSentEvent {
  readonly kind: 'BYTES_SENT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly to: number;
  readonly count: number;
  readonly unread: number;
  readonly by: number;
}

/** Bytes that took their time arrived at a socket; waiting: how many it has to read now. */
export interface BytesArrivedEvent {
  readonly kind: 'BYTES_ARRIVED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly count: number;
  readonly waiting: number;
}

/** Bytes were read from a socket; waiting: how many it still has. */
export interface BytesReceivedEvent {
  readonly kind: 'BYTES_RECEIVED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly socket: number;
  readonly count: number;
  readonly waiting: number;
  readonly by: number;
}

/** Whoever waits for this future waits for a socket; side: 1 bytes to read, 2 room to write, 3 a connection. */
export interface StreamAwaitedEvent {
  readonly kind: 'STREAM_AWAITED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly socket: number;
  readonly side: number;
}

/** A line of the learner's file starts to run; by: the task or worker that runs it, 0 for the main program. */
export interface LineEvent {
  readonly kind: 'LINE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly line: number;
  readonly by: number;
}

/** Text was written; stream: 1 standard output, 2 standard error; by: the task or worker that wrote it. */
export interface OutputEvent {
  readonly kind: 'OUTPUT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly stream: number;
  readonly by: number;
  readonly line: number;
  readonly text: string;
}

/** A warning was issued. */
export interface WarningEvent {
  readonly kind: 'WARNING';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly line: number;
  readonly category: string;
  readonly text: string;
}

/** An exception left a coroutine, a callback, a worker or the program without being caught. */
export interface ExceptionEvent {
  readonly kind: 'EXCEPTION';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly by: number;
  readonly line: number;
  readonly type: string;
  readonly text: string;
}

/** A signal reached the program. */
export interface SignalEvent {
  readonly kind: 'SIGNAL';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly number: number;
}

/** Something that tasks or threads share was made; kind: 0 lock, 1 event, 2 semaphore, 3 condition, 4 barrier, 5 queue, 6 lifo queue, 7 priority queue, 8 task group, 9 time limit, 10 reentrant lock; part: a condition's lock, else 0; size: a semaphore's permits, a barrier's parties, a queue's maxsize, else 0; name: the program's, when that is known. */
export interface ObjectMadeEvent {
  readonly kind: 'OBJECT_MADE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly objectKind: number;
  readonly part: number;
  readonly size: number;
  readonly by: number;
  readonly line: number;
  readonly name: string;
}

/** Nobody has it any more, or its block was left; how: 0 gone, 1 left, 2 left by an exception. */
export interface ObjectEndedEvent {
  readonly kind: 'OBJECT_ENDED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly how: number;
}

/** Whoever waits for this future stands in line at the object. */
export interface ObjectAwaitedEvent {
  readonly kind: 'OBJECT_AWAITED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly object: number;
}

/** Whoever waited for this future has left the line, whether it was woken or not. */
export interface ObjectLeftEvent {
  readonly kind: 'OBJECT_LEFT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly future: number;
  readonly object: number;
}

/** A task or thread holds the lock from now on. */
export interface LockTakenEvent {
  readonly kind: 'LOCK_TAKEN';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly by: number;
}

/** Nobody holds the lock. */
export interface LockFreedEvent {
  readonly kind: 'LOCK_FREED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly by: number;
}

/** The event is set (1) or not (0). */
export interface EventChangedEvent {
  readonly kind: 'EVENT_CHANGED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly set: number;
  readonly by: number;
}

/** A permit was taken or given back; change: 0 taken, 1 given back; free: permits left, without those of tasks that were woken to have one. */
export interface SemaphoreChangedEvent {
  readonly kind: 'SEMAPHORE_CHANGED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly change: number;
  readonly free: number;
  readonly by: number;
}

/** So many who wait at the condition were woken; they go on when they have its lock. */
export interface ConditionNotifiedEvent {
  readonly kind: 'CONDITION_NOTIFIED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly woken: number;
  readonly by: number;
}

/** The barrier's state, and how many have come; state: 0 filling, 1 draining, 2 resetting, 3 broken. */
export interface BarrierChangedEvent {
  readonly kind: 'BARRIER_CHANGED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly state: number;
  readonly inside: number;
  readonly by: number;
}

/** An item was put into the queue; size: items in it now; unfinished: items without task_done. */
export interface QueuePutEvent {
  readonly kind: 'QUEUE_PUT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly size: number;
  readonly unfinished: number;
  readonly by: number;
  readonly item: string;
}

/** An item was taken out of the queue. */
export interface QueueGotEvent {
  readonly kind: 'QUEUE_GOT';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly size: number;
  readonly unfinished: number;
  readonly by: number;
  readonly item: string;
}

/** Task_done was called for an item. */
export interface QueueTaskDoneEvent {
  readonly kind: 'QUEUE_TASK_DONE';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly unfinished: number;
  readonly by: number;
}

/** No more items go into the queue; size: how many are left in it. */
export interface QueueShutDownEvent {
  readonly kind: 'QUEUE_SHUT_DOWN';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly size: number;
  readonly unfinished: number;
  readonly by: number;
}

/** The task belongs to the task group. */
export interface GroupTaskEvent {
  readonly kind: 'GROUP_TASK';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly task: number;
}

/** The group cancels those of its tasks that are not done; why: 0 task failed, 1 block failed, 2 cancelled from outside; task: the one that failed, else 0; count: how many are not done. */
export interface GroupCancelsEvent {
  readonly kind: 'GROUP_CANCELS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly why: number;
  readonly task: number;
  readonly count: number;
}

/** A time limit stands for the task; deadline: infinity: none. */
export interface LimitSetEvent {
  readonly kind: 'LIMIT_SET';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly task: number;
  readonly deadline: number;
}

/** The time is up: the limit cancels its task. */
export interface LimitExpiredEvent {
  readonly kind: 'LIMIT_EXPIRED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly object: number;
  readonly task: number;
}

/** A frame of the program's own code is now the innermost, at this depth; line: where it stands. */
export interface FrameBeginsEvent {
  readonly kind: 'FRAME_BEGINS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly by: number;
  readonly depth: number;
  readonly line: number;
  readonly function: string;
}

/** Frames of this depth and further in are over. */
export interface FrameEndsEvent {
  readonly kind: 'FRAME_ENDS';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly by: number;
  readonly depth: number;
}

/** A local, or at depth 0 a global, has another value; slot: which; text: name = value in few characters; the name alone, or nothing: it has none. */
export interface ValueChangedEvent {
  readonly kind: 'VALUE_CHANGED';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly by: number;
  readonly depth: number;
  readonly slot: number;
  readonly text: string;
}

/** A file beside the program is about to run: its lines are told with this number (1 and more) from now on. */
export interface FileToldEvent {
  readonly kind: 'FILE_TOLD';
  /** The clock in seconds since the run began. */
  readonly time: number;
  readonly number: number;
  readonly path: string;
}

export type EngineEvent =
  | RunBeginsEvent
  | RunEndsEvent
  | LoopMadeEvent
  | LoopClosedEvent
  | BatchBeginsEvent
  | BatchEndsEvent
  | WaitBeginsEvent
  | WaitEndsEvent
  | TimersFireEvent
  | IoReadyEvent
  | LoopBlockedEvent
  | HandleQueuedEvent
  | HandleBeginsEvent
  | HandleEndsEvent
  | HandleCancelledEvent
  | TimerSetEvent
  | TimerCancelledEvent
  | TimerFiredEvent
  | FutureMadeEvent
  | FutureResolvedEvent
  | FutureAwaitedEvent
  | FutureNeedsEvent
  | TaskMadeEvent
  | TaskRenamedEvent
  | TaskStepBeginsEvent
  | TaskStepEndsEvent
  | TaskCancelAskedEvent
  | TaskLostEvent
  | ErrorPassedEvent
  | AwaitStraightEvent
  | WorkerBeginsEvent
  | WorkerParksEvent
  | WorkerResumesEvent
  | WorkerEndsEvent
  | ThreadWaitsEvent
  | ListenerOpenedEvent
  | ListenerClosedEvent
  | ConnectionMadeEvent
  | ConnectionEndedEvent
  | BytesSentEvent
  | BytesArrivedEvent
  | BytesReceivedEvent
  | StreamAwaitedEvent
  | LineEvent
  | OutputEvent
  | WarningEvent
  | ExceptionEvent
  | SignalEvent
  | ObjectMadeEvent
  | ObjectEndedEvent
  | ObjectAwaitedEvent
  | ObjectLeftEvent
  | LockTakenEvent
  | LockFreedEvent
  | EventChangedEvent
  | SemaphoreChangedEvent
  | ConditionNotifiedEvent
  | BarrierChangedEvent
  | QueuePutEvent
  | QueueGotEvent
  | QueueTaskDoneEvent
  | QueueShutDownEvent
  | GroupTaskEvent
  | GroupCancelsEvent
  | LimitSetEvent
  | LimitExpiredEvent
  | FrameBeginsEvent
  | FrameEndsEvent
  | ValueChangedEvent
  | FileToldEvent;

export type EventKind = EngineEvent['kind'];

/** One field of a record: its name in the decoded event and how it is written. */
export interface EventField {
  readonly name: string;
  readonly type: 'id' | 'num' | 'real' | 'text';
}

/** What the decoder reads: the place in this table is the number of the kind in a record. */
export const EVENT_FIELDS: readonly { readonly kind: EventKind; readonly fields: readonly EventField[] }[] = [
  {
    kind: 'RUN_BEGINS',
    fields: [
      { name: 'clock', type: 'num' },
      { name: 'file', type: 'text' },
    ],
  },
  {
    kind: 'RUN_ENDS',
    fields: [
      { name: 'status', type: 'num' },
    ],
  },
  {
    kind: 'LOOP_MADE',
    fields: [
      { name: 'loop', type: 'id' },
    ],
  },
  {
    kind: 'LOOP_CLOSED',
    fields: [
      { name: 'loop', type: 'id' },
    ],
  },
  {
    kind: 'BATCH_BEGINS',
    fields: [
      { name: 'loop', type: 'id' },
      { name: 'iteration', type: 'num' },
      { name: 'ready', type: 'num' },
    ],
  },
  {
    kind: 'BATCH_ENDS',
    fields: [
      { name: 'loop', type: 'id' },
    ],
  },
  {
    kind: 'WAIT_BEGINS',
    fields: [
      { name: 'loop', type: 'id' },
      { name: 'deadline', type: 'real' },
    ],
  },
  {
    kind: 'WAIT_ENDS',
    fields: [
      { name: 'loop', type: 'id' },
      { name: 'waited', type: 'real' },
    ],
  },
  {
    kind: 'TIMERS_FIRE',
    fields: [
      { name: 'loop', type: 'id' },
      { name: 'count', type: 'num' },
    ],
  },
  {
    kind: 'IO_READY',
    fields: [
      { name: 'loop', type: 'id' },
      { name: 'count', type: 'num' },
    ],
  },
  {
    kind: 'LOOP_BLOCKED',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'seconds', type: 'real' },
      { name: 'line', type: 'num' },
      { name: 'how', type: 'num' },
    ],
  },
  {
    kind: 'HANDLE_QUEUED',
    fields: [
      { name: 'handle', type: 'id' },
      { name: 'handleKind', type: 'num' },
      { name: 'subject', type: 'id' },
      { name: 'by', type: 'id' },
      { name: 'label', type: 'text' },
    ],
  },
  {
    kind: 'HANDLE_BEGINS',
    fields: [
      { name: 'handle', type: 'id' },
    ],
  },
  {
    kind: 'HANDLE_ENDS',
    fields: [
      { name: 'handle', type: 'id' },
      { name: 'seconds', type: 'real' },
    ],
  },
  {
    kind: 'HANDLE_CANCELLED',
    fields: [
      { name: 'handle', type: 'id' },
    ],
  },
  {
    kind: 'TIMER_SET',
    fields: [
      { name: 'handle', type: 'id' },
      { name: 'deadline', type: 'real' },
      { name: 'owner', type: 'id' },
      { name: 'label', type: 'text' },
    ],
  },
  {
    kind: 'TIMER_CANCELLED',
    fields: [
      { name: 'handle', type: 'id' },
    ],
  },
  {
    kind: 'TIMER_FIRED',
    fields: [
      { name: 'handle', type: 'id' },
    ],
  },
  {
    kind: 'FUTURE_MADE',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'futureKind', type: 'num' },
      { name: 'owner', type: 'id' },
      { name: 'label', type: 'text' },
    ],
  },
  {
    kind: 'FUTURE_RESOLVED',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'outcome', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'FUTURE_AWAITED',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'task', type: 'id' },
    ],
  },
  {
    kind: 'FUTURE_NEEDS',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'child', type: 'id' },
    ],
  },
  {
    kind: 'TASK_MADE',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'by', type: 'id' },
      { name: 'line', type: 'num' },
      { name: 'name', type: 'text' },
      { name: 'coroutine', type: 'text' },
    ],
  },
  {
    kind: 'TASK_RENAMED',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'name', type: 'text' },
    ],
  },
  {
    kind: 'TASK_STEP_BEGINS',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'line', type: 'num' },
    ],
  },
  {
    kind: 'TASK_STEP_ENDS',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'reason', type: 'num' },
      { name: 'future', type: 'id' },
      { name: 'line', type: 'num' },
    ],
  },
  {
    kind: 'TASK_CANCEL_ASKED',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'by', type: 'id' },
      { name: 'why', type: 'num' },
      { name: 'source', type: 'id' },
      { name: 'message', type: 'text' },
    ],
  },
  {
    kind: 'TASK_LOST',
    fields: [
      { name: 'task', type: 'id' },
    ],
  },
  {
    kind: 'ERROR_PASSED',
    fields: [
      { name: 'from', type: 'id' },
      { name: 'to', type: 'id' },
      { name: 'type', type: 'text' },
      { name: 'text', type: 'text' },
    ],
  },
  {
    kind: 'AWAIT_STRAIGHT',
    fields: [
      { name: 'task', type: 'id' },
      { name: 'line', type: 'num' },
    ],
  },
  {
    kind: 'WORKER_BEGINS',
    fields: [
      { name: 'worker', type: 'id' },
      { name: 'workerKind', type: 'num' },
      { name: 'name', type: 'text' },
      { name: 'job', type: 'text' },
    ],
  },
  {
    kind: 'WORKER_PARKS',
    fields: [
      { name: 'worker', type: 'id' },
      { name: 'deadline', type: 'real' },
    ],
  },
  {
    kind: 'WORKER_RESUMES',
    fields: [
      { name: 'worker', type: 'id' },
    ],
  },
  {
    kind: 'WORKER_ENDS',
    fields: [
      { name: 'worker', type: 'id' },
      { name: 'outcome', type: 'num' },
    ],
  },
  {
    kind: 'THREAD_WAITS',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'LISTENER_OPENED',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'by', type: 'id' },
      { name: 'address', type: 'text' },
    ],
  },
  {
    kind: 'LISTENER_CLOSED',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'CONNECTION_MADE',
    fields: [
      { name: 'client', type: 'id' },
      { name: 'server', type: 'id' },
      { name: 'listener', type: 'id' },
      { name: 'address', type: 'text' },
    ],
  },
  {
    kind: 'CONNECTION_ENDED',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'how', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'BYTES_SENT',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'to', type: 'id' },
      { name: 'count', type: 'num' },
      { name: 'unread', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'BYTES_ARRIVED',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'count', type: 'num' },
      { name: 'waiting', type: 'num' },
    ],
  },
  {
    kind: 'BYTES_RECEIVED',
    fields: [
      { name: 'socket', type: 'id' },
      { name: 'count', type: 'num' },
      { name: 'waiting', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'STREAM_AWAITED',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'socket', type: 'id' },
      { name: 'side', type: 'num' },
    ],
  },
  {
    kind: 'LINE',
    fields: [
      { name: 'line', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'OUTPUT',
    fields: [
      { name: 'stream', type: 'num' },
      { name: 'by', type: 'id' },
      { name: 'line', type: 'num' },
      { name: 'text', type: 'text' },
    ],
  },
  {
    kind: 'WARNING',
    fields: [
      { name: 'line', type: 'num' },
      { name: 'category', type: 'text' },
      { name: 'text', type: 'text' },
    ],
  },
  {
    kind: 'EXCEPTION',
    fields: [
      { name: 'by', type: 'id' },
      { name: 'line', type: 'num' },
      { name: 'type', type: 'text' },
      { name: 'text', type: 'text' },
    ],
  },
  {
    kind: 'SIGNAL',
    fields: [
      { name: 'number', type: 'num' },
    ],
  },
  {
    kind: 'OBJECT_MADE',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'objectKind', type: 'num' },
      { name: 'part', type: 'id' },
      { name: 'size', type: 'num' },
      { name: 'by', type: 'id' },
      { name: 'line', type: 'num' },
      { name: 'name', type: 'text' },
    ],
  },
  {
    kind: 'OBJECT_ENDED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'how', type: 'num' },
    ],
  },
  {
    kind: 'OBJECT_AWAITED',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'object', type: 'id' },
    ],
  },
  {
    kind: 'OBJECT_LEFT',
    fields: [
      { name: 'future', type: 'id' },
      { name: 'object', type: 'id' },
    ],
  },
  {
    kind: 'LOCK_TAKEN',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'LOCK_FREED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'EVENT_CHANGED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'set', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'SEMAPHORE_CHANGED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'change', type: 'num' },
      { name: 'free', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'CONDITION_NOTIFIED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'woken', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'BARRIER_CHANGED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'state', type: 'num' },
      { name: 'inside', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'QUEUE_PUT',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'size', type: 'num' },
      { name: 'unfinished', type: 'num' },
      { name: 'by', type: 'id' },
      { name: 'item', type: 'text' },
    ],
  },
  {
    kind: 'QUEUE_GOT',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'size', type: 'num' },
      { name: 'unfinished', type: 'num' },
      { name: 'by', type: 'id' },
      { name: 'item', type: 'text' },
    ],
  },
  {
    kind: 'QUEUE_TASK_DONE',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'unfinished', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'QUEUE_SHUT_DOWN',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'size', type: 'num' },
      { name: 'unfinished', type: 'num' },
      { name: 'by', type: 'id' },
    ],
  },
  {
    kind: 'GROUP_TASK',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'task', type: 'id' },
    ],
  },
  {
    kind: 'GROUP_CANCELS',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'why', type: 'num' },
      { name: 'task', type: 'id' },
      { name: 'count', type: 'num' },
    ],
  },
  {
    kind: 'LIMIT_SET',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'task', type: 'id' },
      { name: 'deadline', type: 'real' },
    ],
  },
  {
    kind: 'LIMIT_EXPIRED',
    fields: [
      { name: 'object', type: 'id' },
      { name: 'task', type: 'id' },
    ],
  },
  {
    kind: 'FRAME_BEGINS',
    fields: [
      { name: 'by', type: 'id' },
      { name: 'depth', type: 'num' },
      { name: 'line', type: 'num' },
      { name: 'function', type: 'text' },
    ],
  },
  {
    kind: 'FRAME_ENDS',
    fields: [
      { name: 'by', type: 'id' },
      { name: 'depth', type: 'num' },
    ],
  },
  {
    kind: 'VALUE_CHANGED',
    fields: [
      { name: 'by', type: 'id' },
      { name: 'depth', type: 'num' },
      { name: 'slot', type: 'num' },
      { name: 'text', type: 'text' },
    ],
  },
  {
    kind: 'FILE_TOLD',
    fields: [
      { name: 'number', type: 'num' },
      { name: 'path', type: 'text' },
    ],
  },
];

/** Bits of the mask that switches groups of events on. */
export const TRACE_GROUP = {
  RUN: 1,
  LOOP: 2,
  HANDLE: 4,
  TIMER: 8,
  FUTURE: 16,
  TASK: 32,
  WORKER: 64,
  NET: 512,
  LINE: 128,
  OUTPUT: 256,
  SYNC: 1024,
  VALUES: 2048,
} as const;

/** A `line` has above so many bits the number of its file (FILE_TOLD), 0 for the program. */
export const LINE_BITS = 20;

export const RUN_BEGINS_CLOCK = {
  REAL: 0,
  VIRTUAL: 1,
} as const;

export const LOOP_BLOCKED_HOW = {
  ASLEEP_FROM_NOW_ON: 0,
  COMPUTING_UNTIL_NOW: 1,
} as const;

export const HANDLE_QUEUED_KIND = {
  CALLBACK: 0,
  TASK_STEP: 1,
  TIMER: 2,
  DONE_CALLBACK: 3,
  IO: 4,
} as const;

export const FUTURE_MADE_KIND = {
  PLAIN: 0,
  SLEEP: 1,
  GATHER: 2,
  EXECUTOR_CALL: 3,
  LOCK_WAITER: 4,
  EVENT_WAITER: 5,
  QUEUE_GETTER: 6,
  QUEUE_PUTTER: 7,
  QUEUE_JOIN: 8,
  WAIT: 9,
  SHIELD: 10,
  CONDITION_WAITER: 11,
  SEMAPHORE_WAITER: 12,
  BARRIER_WAITER: 13,
  STREAM: 14,
  THREAD_END: 15,
} as const;

export const FUTURE_RESOLVED_OUTCOME = {
  RESULT: 1,
  EXCEPTION: 2,
  CANCELLED: 3,
} as const;

export const TASK_STEP_ENDS_REASON = {
  AWAITS_A_FUTURE: 0,
  DONE: 1,
  RAISED: 2,
  CANCELLED: 3,
  BARE_YIELD: 4,
} as const;

export const TASK_CANCEL_ASKED_WHY = {
  CALLED: 0,
  PASSED_ON: 1,
  GROUP: 2,
  TIME_LIMIT: 3,
  RUN_ENDS: 4,
  INTERRUPT: 5,
} as const;

export const WORKER_BEGINS_KIND = {
  THREAD: 0,
  PROCESS: 1,
} as const;

export const WORKER_ENDS_OUTCOME = {
  RESULT: 1,
  EXCEPTION: 2,
} as const;

export const CONNECTION_ENDED_HOW = {
  CLOSED: 0,
  RESET_BY_THE_OTHER_SIDE: 1,
  REFUSED: 2,
} as const;

export const STREAM_AWAITED_SIDE = {
  BYTES_TO_READ: 1,
  ROOM_TO_WRITE: 2,
  A_CONNECTION: 3,
} as const;

export const OUTPUT_STREAM = {
  STANDARD_OUTPUT: 1,
  STANDARD_ERROR: 2,
} as const;

export const OBJECT_MADE_KIND = {
  LOCK: 0,
  EVENT: 1,
  SEMAPHORE: 2,
  CONDITION: 3,
  BARRIER: 4,
  QUEUE: 5,
  LIFO_QUEUE: 6,
  PRIORITY_QUEUE: 7,
  TASK_GROUP: 8,
  TIME_LIMIT: 9,
  REENTRANT_LOCK: 10,
} as const;

export const OBJECT_ENDED_HOW = {
  GONE: 0,
  LEFT: 1,
  LEFT_BY_AN_EXCEPTION: 2,
} as const;

export const SEMAPHORE_CHANGED_CHANGE = {
  TAKEN: 0,
  GIVEN_BACK: 1,
} as const;

export const BARRIER_CHANGED_STATE = {
  FILLING: 0,
  DRAINING: 1,
  RESETTING: 2,
  BROKEN: 3,
} as const;

export const GROUP_CANCELS_WHY = {
  TASK_FAILED: 0,
  BLOCK_FAILED: 1,
  CANCELLED_FROM_OUTSIDE: 2,
} as const;
