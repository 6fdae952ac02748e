/* sync.h: tasks of one loop that wait for each other: events, locks, semaphores, conditions, queues; for several
 * futures, for a future under a shield, for a time limit. They wake whom asyncio.locks, asyncio.queues, asyncio.tasks
 * and asyncio.timeouts of CPython 3.14 wake, in the same iteration and order.
 *
 * A wait has three parts, as nothing of a task stands on the C stack while it waits:
 *
 *     case ASKS:
 *         future = async_lock_acquire(&lock, loop, &status);     NULL and LOOP_OK: the task has it already
 *         if (future) { place = WAITS; result->future = future; return TASK_AWAIT; }
 *     case WAITS:
 *         async_lock_acquired(&lock, future, async_wait_end(thrown));
 *
 * The future belongs to the asking task until the last part takes it back. An embedder with futures of its own uses the
 * functions in _try, _join and _leave that these are made of.
 *
 * All structures are plain members of whatever the caller likes; all zero is a lock that is free, an event that is not
 * set. Nothing may wait any more when they are closed. They belong to the loop whose futures stand in them.
 */
#ifndef LOOPSCOPE_SYNC_H
#define LOOPSCOPE_SYNC_H

#include "loop.h"

/* How a wait ended. */
enum async_end {
    ASYNC_WOKEN,
    ASYNC_CANCELLED, /* by a CancelledError, thrown in */
    ASYNC_ABANDONED, /* the waiter goes away without an answer (GeneratorExit) */
};
static inline enum async_end async_wait_end(bool thrown) {
    return thrown ? ASYNC_CANCELLED : ASYNC_WOKEN;
}

/* ---- What the event log tells of them ---------------------------------------------------------------------------- */

/* The numbers are those of OBJECT_MADE. */
enum async_object_kind {
    ASYNC_LOCK,
    ASYNC_EVENT,
    ASYNC_SEMAPHORE,
    ASYNC_CONDITION,
    ASYNC_BARRIER,
    ASYNC_QUEUE,
    ASYNC_LIFO_QUEUE,
    ASYNC_PRIORITY_QUEUE,
    ASYNC_TASK_GROUP,
    ASYNC_TIME_LIMIT,
    ASYNC_REENTRANT_LOCK, /* of threads: its holder may take it again */
};

/* How the log knows a thing; all zero: it knows nothing of it, and is told nothing. */
typedef struct AsyncObject {
    Trace *trace;
    uint32_t id;
    bool line_only; /* it is a part of the thing with that id: only who stands in its line is told */
} AsyncObject;

/* What OBJECT_MADE says. */
typedef struct AsyncAbout {
    enum async_object_kind kind;
    uint32_t part, size;
    uint32_t line;
    const char *name; /* not ended by a zero */
    size_t name_length;
} AsyncAbout;

/* Makes a thing known to the log, if that listens: whatever happens to it is told from then on. A thing of this header
 * has its AsyncObject in its (first) line: lock.waiters.object. */
void async_object_tell(AsyncObject *object, Trace *trace, const AsyncAbout *about);
/* The numbers are those of OBJECT_ENDED. */
enum async_object_end { ASYNC_GONE, ASYNC_LEFT, ASYNC_LEFT_BY_ERROR };
void async_object_end(AsyncObject *object, enum async_object_end how);
static inline bool async_object_is_told(const AsyncObject *object) {
    return object->trace != NULL && trace_wants(object->trace, TRACE_SYNC) && !object->line_only;
}
/* A record of the object, if anybody wants it. */
#define ASYNC_TELL(object, KIND, ...)                                                                                  \
    do {                                                                                                               \
        if (async_object_is_told(object)) TRACE_WORDS((object)->trace, SYNC, KIND, (object)->id, __VA_ARGS__);         \
    } while (0)

/* ---- Those who wait ---------------------------------------------------------------------------------------------- */

/* First come, first served: futures, counted, in the order in which they joined. */
typedef struct WaitLine {
    AsyncObject object; /* what they wait at */
    Mem *mem;           /* of the first that joined */
    Future **items;
    uint32_t first, count, capacity; /* a ring */
} WaitLine;

/* LOOP_NO_MEMORY. */
enum loop_status line_join(WaitLine *line, Future *future);
void line_leave(WaitLine *line, Future *future);
/* A new future at the end of the line, owned by the caller. NULL: *status says why. */
Future *line_stand_in(WaitLine *line, Loop *loop, enum future_kind kind, enum loop_status *status);
void line_close(WaitLine *line);
void line_visit(const WaitLine *line, const LoopVisitor *visitor);
/* The n-th, borrowed. */
Future *line_at(const WaitLine *line, uint32_t index);

/* ---- Event: a flag that tasks wait for --------------------------------------------------------------------------- */

typedef struct AsyncEvent {
    WaitLine waiters;
    bool is_set;
} AsyncEvent;

/* Wakes all. LOOP_CLOSED, LOOP_NO_MEMORY: some were not woken. */
enum loop_status async_event_set(AsyncEvent *event);
void async_event_clear(AsyncEvent *event);
Future *async_event_wait(AsyncEvent *event, Loop *loop, enum loop_status *status);
void async_event_waited(AsyncEvent *event, Future *future);

/* ---- Lock -------------------------------------------------------------------------------------------------------- */

typedef struct AsyncLock {
    WaitLine waiters;
    bool locked;
} AsyncLock;

/* True: it is the caller's now. Not while somebody waits for it. */
bool async_lock_try(AsyncLock *lock);
/* Ends a wait in its line. ASYNC_WOKEN: it is the caller's; ASYNC_CANCELLED: the next gets it when it is free. */
enum loop_status async_lock_leave(AsyncLock *lock, Future *future, enum async_end end);
/* LOOP_INVALID_STATE: nobody holds it. */
enum loop_status async_lock_release(AsyncLock *lock);
Future *async_lock_acquire(AsyncLock *lock, Loop *loop, enum loop_status *status);
enum loop_status async_lock_acquired(AsyncLock *lock, Future *future, enum async_end end);

/* ---- Semaphore --------------------------------------------------------------------------------------------------- */

typedef struct AsyncSemaphore {
    WaitLine waiters;
    int64_t value; /* places that are free; given by the caller at first */
} AsyncSemaphore;

bool async_semaphore_locked(const AsyncSemaphore *semaphore);
bool async_semaphore_try(AsyncSemaphore *semaphore);
enum loop_status async_semaphore_leave(AsyncSemaphore *semaphore, Future *future, enum async_end end);
enum loop_status async_semaphore_release(AsyncSemaphore *semaphore);
Future *async_semaphore_acquire(AsyncSemaphore *semaphore, Loop *loop, enum loop_status *status);
enum loop_status async_semaphore_acquired(AsyncSemaphore *semaphore, Future *future, enum async_end end);

/* ---- Condition --------------------------------------------------------------------------------------------------- */

typedef struct AsyncCondition {
    WaitLine waiters;
    AsyncLock *lock; /* the caller's */
} AsyncCondition;

/* A wait of one task, from its begin until it has the lock again. */
typedef struct ConditionWait {
    Future *future; /* what the task awaits now */
    bool notified;  /* it waits for the lock already */
    bool cancelled; /* a CancelledError came meanwhile: to be raised when the wait is over */
} ConditionWait;

/* Gives the lock back and waits: await wait->future, then ask async_condition_goes_on. LOOP_INVALID_STATE: the lock is
 * not held. */
enum loop_status async_condition_wait(AsyncCondition *condition, Loop *loop, ConditionWait *wait);
/* After each await. True: await wait->future next. False: the lock is held again (or *status says what failed). */
bool async_condition_goes_on(AsyncCondition *condition, ConditionWait *wait, bool thrown, enum loop_status *status);
/* Wakes the first `count` that are not woken yet. LOOP_INVALID_STATE: the lock is not held. */
enum loop_status async_condition_notify(AsyncCondition *condition, uint32_t count);
/* The same, whoever holds the lock. */
enum loop_status async_condition_wake(AsyncCondition *condition, uint32_t count);

/* ---- Barrier ----------------------------------------------------------------------------------------------------- */

/* The numbers are those of BARRIER_CHANGED. */
enum barrier_state { BARRIER_FILLING, BARRIER_DRAINING, BARRIER_RESETTING, BARRIER_BROKEN };

/* Whose turn it is at a barrier, for embedders with a lock and a condition of their own. All is done with the lock
 * held; `object` is told of it. */
typedef struct BarrierTurns {
    uint32_t parties, inside;
    enum barrier_state state;
} BarrierTurns;

/* Whether nobody has to wait outside, as the last ones are still leaving. It may be broken. */
bool barrier_lets_in(const BarrierTurns *turns);
/* One more inside: how many came before it. The last of them calls barrier_drain and wakes all. */
uint32_t barrier_enter(BarrierTurns *turns, const AsyncObject *object);
void barrier_drain(BarrierTurns *turns, const AsyncObject *object);
/* One leaves. True: nobody is inside any more, wake all. Then tell. */
bool barrier_leave(BarrierTurns *turns);
void barrier_tell(const BarrierTurns *turns, const AsyncObject *object);
/* Who is inside leaves with an error; wake all. */
void barrier_reset(BarrierTurns *turns, const AsyncObject *object);
void barrier_abort(BarrierTurns *turns, const AsyncObject *object);

typedef struct AsyncBarrier {
    AsyncObject object;
    AsyncLock lock;
    AsyncCondition condition;
    BarrierTurns turns;
} AsyncBarrier;

/* A wait of one task. */
typedef struct BarrierWait {
    Future *future; /* what the task awaits now */
    Loop *loop;
    ConditionWait inner;
    uint32_t place; /* how many came before it */
    uint8_t stage;
    bool is_broken;    /* it was reset or aborted: the wait has failed */
    bool is_cancelled; /* a CancelledError came meanwhile: to be raised when the wait is over */
} BarrierWait;

/* For `parties` tasks, at least one. */
void async_barrier_init(AsyncBarrier *barrier, uint32_t parties);
void async_barrier_close(AsyncBarrier *barrier);
/* True: await wait->future, then ask async_barrier_goes_on, and so on. False: it is over (or *status says what failed).
 */
bool async_barrier_wait(AsyncBarrier *barrier, Loop *loop, BarrierWait *wait, enum loop_status *status);
bool async_barrier_goes_on(AsyncBarrier *barrier, BarrierWait *wait, bool thrown, enum loop_status *status);
/* Wakes who waits; a barrier that was reset is there for the next ones when they have left. */
enum loop_status async_barrier_reset(AsyncBarrier *barrier);
enum loop_status async_barrier_abort(AsyncBarrier *barrier);

/* ---- Queue ------------------------------------------------------------------------------------------------------- */

/* Whose turn it is at a queue, whatever keeps its items: for embedders with containers of their own. */
typedef struct QueueLines {
    WaitLine getters, putters; /* the queue's AsyncObject is the getters' */
    AsyncEvent finished;       /* is_set means nothing before the first item */
    int64_t unfinished;        /* items for which nobody has said that they are done */
    bool is_shut_down;
} QueueLines;

/* What the log is told of an item: how many there are now, and its text. */
typedef struct QueueItem {
    uint32_t size;
    const char *text;
    size_t length;
} QueueItem;

/* async_object_tell for a queue. */
void queue_lines_tell(QueueLines *lines, Trace *trace, const AsyncAbout *about);
/* An item is in it, or out of it, now: wakes one who waited for that. item may be NULL when the log is not told.
 * LOOP_CLOSED, LOOP_NO_MEMORY. */
enum loop_status queue_lines_put(QueueLines *lines, const QueueItem *item);
enum loop_status queue_lines_got(QueueLines *lines, const QueueItem *item);
/* LOOP_INVALID_STATE: called too many times. */
enum loop_status queue_lines_done(QueueLines *lines);
/* An item was dropped by a shutdown. */
void queue_lines_drop(QueueLines *lines);
/* No more puts; with so many items left in it. */
enum loop_status queue_lines_shut_down(QueueLines *lines, uint32_t size, bool immediate);
/* Wakes the first that still waits. */
enum loop_status line_wake_next(WaitLine *line);
void queue_lines_visit(const QueueLines *lines, const LoopVisitor *visitor);
void queue_lines_close(QueueLines *lines);

typedef struct AsyncQueue {
    QueueLines lines;
    Loop *loop;        /* of the first that put something; not counted */
    loop_value *items; /* a ring, owned */
    uint32_t first, count, capacity;
    uint32_t maxsize; /* 0: no limit; given by the caller at first */
} AsyncQueue;

enum async_queue_status {
    ASYNC_QUEUE_OK,
    ASYNC_QUEUE_FULL,
    ASYNC_QUEUE_EMPTY,
    ASYNC_QUEUE_SHUT_DOWN,
    ASYNC_QUEUE_FAILED, /* no memory, or the loop is closed */
};

/* put_nowait: the value is owned, when it is put. */
enum async_queue_status async_queue_put(AsyncQueue *queue, Loop *loop, loop_value value);
/* get_nowait: the value is the caller's. */
enum async_queue_status async_queue_get(AsyncQueue *queue, loop_value *value);
/* Waits for room, or for an item: await it, then async_queue_waited, then try again. NULL: no memory. */
Future *async_queue_wait_room(AsyncQueue *queue, Loop *loop);
Future *async_queue_wait_item(AsyncQueue *queue, Loop *loop);
enum loop_status async_queue_waited(AsyncQueue *queue, Future *future, enum async_end end);
/* LOOP_INVALID_STATE: called too many times. */
enum loop_status async_queue_task_done(AsyncQueue *queue);
/* Waits until all that was put is done; then async_queue_joined. NULL and LOOP_OK: it is. */
Future *async_queue_join(AsyncQueue *queue, Loop *loop, enum loop_status *status);
void async_queue_joined(AsyncQueue *queue, Future *future);
/* No more puts; immediate: what is in it is dropped and counts as done. */
enum loop_status async_queue_shutdown(AsyncQueue *queue, bool immediate);
/* Drops what is in it. */
void async_queue_close(AsyncQueue *queue, Loop *loop);

/* ---- Several futures, a shield, a limit -------------------------------------------------------------------------- */

enum async_return_when { ASYNC_FIRST_COMPLETED, ASYNC_FIRST_EXCEPTION, ASYNC_ALL_COMPLETED };

/* asyncio.wait: a future that is done when enough of others are. */
typedef struct AsyncWait {
    Future future;    /* await it, then async_wait_close */
    Future **futures; /* counted */
    size_t count, left;
    Handle *timer;
    Task *task; /* that waits, counted, or NULL */
    enum async_return_when when;
} AsyncWait;

/* timeout: seconds; NAN: none. One future at least, each stands once. LOOP_NO_MEMORY, LOOP_CLOSED (fini is due in any
 * case). */
enum loop_status async_wait_init(AsyncWait *wait, Loop *loop, const FutureType *type, Future *const *futures,
                                 size_t count, double timeout, enum async_return_when when);
/* In the loop's memory, owned by the caller. NULL: no memory, or the loop is closed. */
AsyncWait *async_wait_new(Loop *loop, Future *const *futures, size_t count, double timeout,
                          enum async_return_when when);
/* The await is over, one way or another: the others and the timer know of it no more, nor does it of them. */
void async_wait_close(AsyncWait *wait);

/* asyncio.shield: a future that ends as the inner one does, and whose cancellation leaves that alone; an error of the
 * inner one that comes after that is handed to LoopOps.unheard. Owned by the caller. When the inner one is done
 * already, it is that one itself. NULL: no memory. */
Future *async_shield(Future *inner);
/* The same for an outer future of the caller's, borrowed, and an inner one that is not done. LOOP_NO_MEMORY. */
enum loop_status async_shield_with(Future *outer, Future *inner);
/* The outer future ends as the inner one does, and that is all. LOOP_NO_MEMORY. */
enum loop_status async_follow(Future *outer, Future *inner);

/* asyncio.timeout around a part of a task: the task is cancelled when the time comes. */
typedef struct AsyncTimeout {
    AsyncObject object; /* all zero, or told already, when it is entered */
    loop_value
        keeper; /* set by the caller: the value that this is a part of, which its timer holds; 0: it holds the task */
    Task *task;
    Handle *timer;
    double when; /* INFINITY: no limit */
    uint32_t cancelling;
    bool expired;
} AsyncTimeout;

/* `when` as loop_time has it. LOOP_NO_MEMORY, LOOP_CLOSED. */
enum loop_status async_timeout_enter(AsyncTimeout *timeout, Task *task, double when);
enum loop_status async_timeout_reschedule(AsyncTimeout *timeout, double when);
/* The moment has come, for who has entered it without a limit and has a timer of its own. */
void async_timeout_expire(AsyncTimeout *timeout);
/* Ends it, in every case. True: the CancelledError that leaves the part is the limit's own, so it is a TimeoutError. */
bool async_timeout_exit(AsyncTimeout *timeout, bool cancelled);
/* The same for who takes the cancellation back by a way of its own. True: it has expired. */
bool async_timeout_leave(AsyncTimeout *timeout, bool cancelled);
/* Ends it without looking at the task, which goes away. */
void async_timeout_drop(AsyncTimeout *timeout);

#endif
