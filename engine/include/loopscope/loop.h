/* loop.h: the event loop. It knows no language: values are opaque 64-bit words, a task is whatever has a step.
 *
 * The same handles run in the same iteration, in the same order, as in CPython 3.14's BaseEventLoop with its C futures
 * and tasks. Everything runs on one thread; only loop_wake may be called from a signal handler.
 *
 * Ways to use it:
 *   - A plain C program gives step functions and callbacks and calls loop_run_forever or loop_run_until_complete.
 *   - An embedder with frames of its own drives the phases itself, so that nothing of it stands on the C stack while
 *     the loop waits:
 *         loop_run_begin(loop);
 *         do {
 *             deadline = loop_wait_until(loop);       when the next thing is due; -INFINITY: now
 *             ... wait in the host until then or until woken ...
 *             loop_begin_batch(loop);                 what is due becomes ready; the size of the batch is fixed
 *             while ((handle = loop_take(loop))) {
 *                 ... run it: handle_run, or by the embedder's own means ...
 *                 loop_finish(loop, handle);
 *             }
 *         } while (!loop_is_stopping(loop));
 *         loop_run_end(loop);
 *
 * Lifetimes. Handles and futures are counted. A struct Handle, TimerHandle, Future, Task, Gather or Sleep may be a
 * member of a bigger object of the embedder's; its type's retain and release then count the bigger object. The loop
 * keeps a handle while it is queued or scheduled; a queued task step keeps its task; a task's wakeup on a future keeps
 * the task; a task keeps the future it waits for. Otherwise the loop holds tasks weakly: nobody else keeps a task
 * alive.
 *
 * Ownership words in this file: "owned" hands a reference over (also when the call fails), "borrowed" does not. Values
 * and objects are borrowed unless something else is said; what a function stores, it retains.
 */
#ifndef LOOPSCOPE_LOOP_H
#define LOOPSCOPE_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "host.h"
#include "trace.h"

typedef struct Mem Mem;
typedef struct Loop Loop;
typedef struct Handle Handle;
typedef struct TimerHandle TimerHandle;
typedef struct Future Future;
typedef struct FutureCallbacks FutureCallbacks;
typedef struct Task Task;
typedef uint64_t loop_value;

enum loop_status {
    LOOP_OK,
    LOOP_NO_MEMORY,
    LOOP_CLOSED,        /* the loop has been closed */
    LOOP_RUNNING,       /* not while the loop runs */
    LOOP_INVALID_STATE, /* the future is done already (or, for its outcome, not done yet) */
    LOOP_STOPPED,       /* loop_run_until_complete: stopped before the future was done */
    LOOP_BAD_AWAIT,     /* a task awaits itself, or a future of another loop */
    LOOP_FAILED,        /* a function of LoopOps failed; the embedder knows why */
};
/* The status in words, for C programs. */
const char *loop_status_text(enum loop_status status);

/* ---- What the embedder supplies ---------------------------------------------------------------------------------- */

/* What a label is wanted for. */
enum loop_label {
    LOOP_LABEL_HANDLE,     /* subject: Handle *; what will be called */
    LOOP_LABEL_FUTURE,     /* subject: Future *; what it stands for */
    LOOP_LABEL_TASK_NAME,  /* subject: Task * */
    LOOP_LABEL_COROUTINE,  /* subject: Task *; the coroutine's name */
    LOOP_LABEL_VALUE,      /* subject: const loop_value *; a short text of it; nothing of the program may run for it */
    LOOP_LABEL_MESSAGE,    /* the same, for what was given to cancel: nothing for no message, a text without quotes */
    LOOP_LABEL_ERROR_TYPE, /* the same, for an exception: its type */
    LOOP_LABEL_ERROR_TEXT, /* and what it says */
};

/* All members but `none` may be NULL: values are then plain words that nobody counts. `context` is LoopConfig's. */
typedef struct LoopOps {
    loop_value none; /* what stands for "no value": sent into a task that was not woken by a result */
    /* The results of the futures of who waits at a thing (sync.h): `granted` at events, locks and semaphores,
     * `notified` at conditions. Words that need not be counted. */
    loop_value granted, notified;

    void (*retain)(void *context, loop_value value);
    void (*release)(void *context, loop_value value);
    /* Futures keep their loop alive. NULL: the loop counts for itself (loop_release). */
    void (*retain_loop)(void *context, Loop *loop);
    void (*release_loop)(void *context, Loop *loop);

    /* Are two callables equal? For future_remove_value. NULL: the words are compared. */
    bool (*same)(void *context, loop_value one, loop_value other);
    /* A new CancelledError, owned by the caller. `blank` asks for the empty text in place of no message (gather's
     * results have that). False when it cannot be made. NULL: the message is the error. */
    bool (*cancelled_error)(void *context, loop_value message, bool blank, loop_value *error);
    /* Where an exception has been (its traceback), owned by the caller, or `none`; and puts it back there. A future
     * notes it when it is set and puts it back for the first who asks for the outcome; after that the exception has
     * been nowhere. Both NULL: exceptions keep what they have. */
    loop_value (*trail)(void *context, loop_value error);
    void (*set_trail)(void *context, loop_value error, loop_value trail);
    /* Is the exception a CancelledError? NULL: no. */
    bool (*is_cancelled_error)(void *context, loop_value error);
    /* A list of the values, which are owned; for gather. False when it cannot be made. NULL: the list is the address
     * of an array of values, valid as long as the gather (gather_values). */
    bool (*list)(void *context, loop_value *values, size_t count, loop_value *list);
    /* Is this an error that has already broken out of the loop (SystemExit, KeyboardInterrupt), so that the end of its
     * task need not stop the loop? NULL: no. */
    bool (*left_loop)(void *context, loop_value error);

    /* Asked before futures and tasks of a guarded loop queue anything; false: not from here (LOOP_FAILED). */
    bool (*may_queue)(void *context);
    /* A handle, owned by the caller, that calls `callable` with the future in the context `scope`. */
    Handle *(*callback_handle)(void *context, Loop *loop, loop_value callable, loop_value scope, Future *future);

    /* Around each level of a cancellation that goes from task to task: false when the C stack has no room for one more,
     * which makes it LOOP_FAILED. NULL: it always has. */
    bool (*deeper)(void *context);
    void (*back)(void *context);

    /* A future went with an exception that nobody looked at; a task went while it was pending. Called by future_report
     * while the object is whole; it may be retained then. */
    void (*unretrieved)(void *context, Future *future);
    void (*lost)(void *context, Task *task);
    /* A shielded future ended with an exception after its shield had been cancelled. */
    void (*unheard)(void *context, Future *future);

    /* Writes at most `size` bytes of a label, returns how many. Asked only when tracing wants it. */
    size_t (*describe)(void *context, enum loop_label what, const void *subject, char *buffer, size_t size);
} LoopOps;

typedef struct LoopConfig {
    Mem *mem;           /* NULL: an allocator of the loop's own, without a limit */
    const Host *host;   /* the clock, and the wait of loop_run_*; must outlive the loop */
    Trace *trace;       /* NULL: a silent one of the loop's own */
    const LoopOps *ops; /* NULL: plain words; must outlive the loop */
    void *context;      /* handed to ops */
} LoopConfig;

/* ---- Loop -------------------------------------------------------------------------------------------------------- */

/* NULL when memory ran out. One reference is the caller's. */
Loop *loop_new(const LoopConfig *config);
void loop_retain(Loop *loop);
/* Frees the loop with its last reference. Only for loops that count for themselves. Futures keep the loop, and what is
 * queued keeps futures: call loop_close first. */
void loop_release(Loop *loop);
/* Frees the loop whatever its count: for embedders with retain_loop, when their own count is zero. */
void loop_free(Loop *loop);

Mem *loop_mem(const Loop *loop);
Trace *loop_trace(const Loop *loop);
const Host *loop_host(const Loop *loop);
void loop_set_host(Loop *loop, const Host *host); /* timers that are set stay where they are */
void *loop_context(const Loop *loop);
uint32_t loop_id(const Loop *loop);
/* Seconds on the host's clock. */
double loop_time(const Loop *loop);

/* C programs. Both wait in the host; the first ends after loop_stop. LOOP_RUNNING, LOOP_CLOSED. */
enum loop_status loop_run_forever(Loop *loop);
/* Runs until the future is done. LOOP_STOPPED when loop_stop came first. Look at the future for its outcome. */
enum loop_status loop_run_until_complete(Loop *loop, Future *future);
/* Lets the iteration that runs now (or the next one) be the last. */
void loop_stop(Loop *loop);
/* Drops all that is queued and scheduled. LOOP_RUNNING while it runs; closing twice is allowed. */
enum loop_status loop_close(Loop *loop);
/* Its first part: the loop is closed and its ready handles are gone, loop_close has the rest to do. */
enum loop_status loop_close_ready(Loop *loop);
bool loop_is_running(const Loop *loop);
bool loop_is_closed(const Loop *loop);
bool loop_is_stopping(const Loop *loop);
/* Ends a wait that goes on or the next one; may be called from a signal handler. The host's wait must be interrupted
 * by the caller. */
void loop_wake(Loop *loop);

/* While it is guarded, futures and tasks ask LoopOps.may_queue, which must be there, before they queue anything: for a
 * debug mode that finds calls from other threads. */
void loop_set_guarded(Loop *loop, bool guarded);

/* The phases, for drivers. */
enum loop_status loop_run_begin(Loop *loop);
/* Forgets loop_stop; a batch that was left in the middle stays queued for the next run. */
void loop_run_end(Loop *loop);
/* Drops cancelled timers as CPython does, then says until when to wait: -INFINITY when something is ready, stopping or
 * woken, +INFINITY when no timer is set. Never more than a day ahead. */
double loop_wait_until(Loop *loop);
/* Moves the timers that are due to the ready queue and fixes the size of the batch. False when the batch is empty. */
bool loop_begin_batch(Loop *loop);
/* The next handle of the batch, cancelled ones skipped; NULL when the batch is over. Owned by the caller until
 * loop_finish. */
Handle *loop_take(Loop *loop);
/* The last one was taken. */
bool loop_batch_is_over(const Loop *loop);
/* The future that woke a task is being let go, after its step: in CPython it goes with the handle of that step. */
bool loop_drops_woken(const Loop *loop);
/* The handle has run; gives it back. */
void loop_finish(Loop *loop, Handle *handle);
/* Makes the future's end stop the loop, as run_until_complete does; and undoes that. */
enum loop_status loop_watch(Loop *loop, Future *future);
void loop_unwatch(Loop *loop, Future *future);
/* Number of handles in the ready queue; timers that are scheduled, cancelled ones included. */
size_t loop_ready_count(const Loop *loop);
size_t loop_cancelled_timer_count(const Loop *loop); /* CPython's _timer_cancelled_count */
/* Visits the handles of the ready queue in their order, or those of the timers as they lie in the heap. */
void loop_each_handle(const Loop *loop, bool timers, void (*visit)(void *context, Handle *handle, double when),
                      void *context);
size_t loop_timer_count(const Loop *loop);

/* ---- Handles ----------------------------------------------------------------------------------------------------- */

/* As the HANDLE_QUEUED event has it. */
enum handle_kind { HANDLE_CALLBACK, HANDLE_STEP, HANDLE_TIMER, HANDLE_DONE, HANDLE_IO };

enum handle_flag {
    HANDLE_FLAG_CANCELLED = 1,
    HANDLE_FLAG_QUEUED = 2,    /* stands in the ready queue */
    HANDLE_FLAG_SCHEDULED = 4, /* stands in the timer heap */
};

typedef struct HandleType {
    /* Runs it. NULL: only the embedder's driver knows how. */
    void (*run)(Loop *loop, Handle *handle);
    /* Both NULL: `refs` counts, and `drop` is called at zero. */
    void (*retain)(Handle *handle);
    void (*release)(Loop *loop, Handle *handle);
    void (*drop)(Loop *loop, Handle *handle);
    /* It was cancelled: lets go of callable and arguments at once. May be NULL. */
    void (*clear)(Loop *loop, Handle *handle);
    /* It only passes on what is there: the log does not read the clock when it has run. */
    bool brief;
} HandleType;

struct Handle {
    const HandleType *type;
    Handle *next;     /* in the ready queue */
    uint32_t refs;    /* used when the type has no retain */
    uint32_t id;      /* for the event log; given when it is queued or scheduled */
    uint32_t subject; /* the task's or future's id that it is about; 0: none */
    uint8_t kind;     /* enum handle_kind */
    uint8_t flags;    /* enum handle_flag */
};

struct TimerHandle {
    Handle handle;
    double when;
};

/* A handle with one reference, not queued. */
void handle_init(Handle *handle, const HandleType *type, enum handle_kind kind, uint32_t subject);
void handle_retain(Handle *handle);
void handle_release(Loop *loop, Handle *handle);
/* It will not run. Nothing happens when it has run, or was cancelled, already. */
void handle_cancel(Loop *loop, Handle *handle);
static inline bool handle_is_cancelled(const Handle *handle) {
    return (handle->flags & HANDLE_FLAG_CANCELLED) != 0;
}
/* Runs a handle whose type knows how, or a step of a task that has a step function. False: the driver has to. */
bool handle_run(Loop *loop, Handle *handle);
/* The task of a step handle, else NULL. */
Task *handle_task(Handle *handle);

/* Queues a handle of the embedder's. The handle is owned. LOOP_CLOSED. */
enum loop_status loop_enqueue(Loop *loop, Handle *handle);
/* Schedules one. The timer is owned. LOOP_CLOSED, LOOP_NO_MEMORY. */
enum loop_status loop_enqueue_at(Loop *loop, TimerHandle *timer, double when);

typedef void (*loop_callback)(Loop *loop, void *context);

/* C callbacks. `handle` may be NULL; otherwise it receives a reference of its own (handle_release). LOOP_CLOSED,
 * LOOP_NO_MEMORY. */
enum loop_status loop_call_soon(Loop *loop, loop_callback callback, void *context, Handle **handle);
enum loop_status loop_call_later(Loop *loop, double delay, loop_callback callback, void *context, Handle **handle);
enum loop_status loop_call_at(Loop *loop, double when, loop_callback callback, void *context, Handle **handle);

/* ---- Futures ----------------------------------------------------------------------------------------------------- */

/* The numbers are those of FUTURE_RESOLVED. */
enum future_state { FUTURE_PENDING, FUTURE_RESULT, FUTURE_EXCEPTION, FUTURE_CANCELLED };

/* The numbers are those of FUTURE_MADE. */
enum future_kind {
    FUTURE_PLAIN,
    FUTURE_SLEEP,
    FUTURE_GATHER,
    FUTURE_EXECUTOR,
    FUTURE_LOCK,
    FUTURE_EVENT,
    FUTURE_QUEUE_GET,
    FUTURE_QUEUE_PUT,
    FUTURE_QUEUE_JOIN,
    FUTURE_WAIT,
    FUTURE_SHIELD,
    FUTURE_CONDITION,
    FUTURE_SEMAPHORE,
    FUTURE_BARRIER,
    FUTURE_STREAM,
    FUTURE_THREAD_END, /* a thread's wait for another's end */
};

/* What the future is the first member of. */
enum future_shape {
    FUTURE_SHAPE_PLAIN,
    FUTURE_SHAPE_TASK,
    FUTURE_SHAPE_SLEEP,
    FUTURE_SHAPE_GATHER,
    FUTURE_SHAPE_WAIT, /* sync.h */
};

enum future_flag {
    FUTURE_FLAG_THROW = 1,       /* tasks: the next step throws Task.error in */
    FUTURE_FLAG_BLOCKING = 2,    /* _asyncio_future_blocking; the embedder's */
    FUTURE_FLAG_UNRETRIEVED = 4, /* has an exception that nobody looked at */
    FUTURE_FLAG_MUST_CANCEL = 8, /* tasks: throw CancelledError in at the next step */
    FUTURE_FLAG_QUIET = 16,      /* tasks: no report when destroyed while pending (_log_destroy_pending) */
    FUTURE_FLAG_MARK = 32,       /* scratch of gather */
    FUTURE_FLAG_STEPPING = 64,   /* tasks: between task_step_begin and task_step_end */
    FUTURE_FLAG_OWN_ERROR = 128, /* tasks: what the last step threw in was made for it, for a cancel() */
};

typedef void (*future_callback)(Loop *loop, Future *future, void *context);

enum future_callback_kind {
    CALLBACK_NONE,
    CALLBACK_WAKEUP, /* wakes the task `target` with the task's own handle */
    CALLBACK_C,      /* calls function(loop, future, target); target is not counted */
    CALLBACK_LINK,   /* the same; target is a Future *, counted */
    CALLBACK_VALUE,  /* the embedder's callable */
};

typedef struct FutureCallback {
    future_callback function;
    uint32_t kind; /* enum future_callback_kind */
    union {
        void *target;
        loop_value callable;
    } what;
    loop_value scope; /* CALLBACK_VALUE: the context it runs in */
} FutureCallback;

typedef struct FutureType {
    /* Both NULL: `refs` counts, and `drop` is called at zero. */
    void (*retain)(Future *future);
    void (*release)(Future *future);
    void (*drop)(Future *future);
    /* What cancel does; NULL: what the shape does (tasks and gathers have their own way). */
    enum loop_status (*cancel)(Future *future, loop_value message);
} FutureType;

struct Future {
    uint32_t refs; /* used when the type has no retain */
    uint32_t id;   /* for the event log */
    const FutureType *type;
    Loop *loop;            /* counted */
    FutureCallbacks *more; /* callbacks from the second on, owned; NULL: none */
    uint8_t state;         /* enum future_state */
    uint8_t kind;          /* enum future_kind */
    uint8_t shape;         /* enum future_shape */
    uint8_t flags;         /* enum future_flag */
    loop_value value;      /* RESULT, EXCEPTION: that; PENDING, CANCELLED: the cancel message, else none */
    FutureCallback first;  /* with EXCEPTION its scope holds where that has been (LoopOps.trail) */
};

/* A pending future with one reference in memory of the caller's. Emits FUTURE_MADE. Never fails. */
void future_init(Future *future, Loop *loop, const FutureType *type, enum future_kind kind);
/* Tells LoopOps about an unretrieved exception or a lost task, once. For types with their own release: call it when the
 * count falls to zero, then look whether the object was revived. */
void future_report(Future *future);
/* Lets go of all that a future, task, gather or sleep holds. The memory is the caller's. */
void future_fini(Future *future);
/* The same without giving up the loop: for a cycle collector that breaks a cycle. */
void future_clear(Future *future);

/* A future in the loop's memory, owned by the caller. NULL when memory ran out. */
Future *future_new(Loop *loop, enum future_kind kind);
void future_retain(Future *future);
void future_release(Future *future);

static inline bool future_is_done(const Future *future) {
    return future->state != FUTURE_PENDING;
}
static inline bool future_is_task(const Future *future) {
    return future->shape == FUTURE_SHAPE_TASK;
}

/* The value is owned. LOOP_INVALID_STATE; LOOP_CLOSED or LOOP_NO_MEMORY when a callback could not be queued, the future
 * is done then nevertheless. */
enum loop_status future_set_result(Future *future, loop_value value);
enum loop_status future_set_exception(Future *future, loop_value error);
/* Cancels by the way of its type, else of its shape. LOOP_INVALID_STATE: it was done already, or a gather has no child
 * left to cancel (CPython's False). */
enum loop_status future_cancel(Future *future, loop_value message);
/* What a type's cancel calls to do what it overrides: by the way of the shape. */
enum loop_status future_cancel_shape(Future *future, loop_value message);
/* Future.cancel: done, with the message, whatever the shape. */
enum loop_status future_cancel_plain(Future *future, loop_value message);

/* The outcome. RESULT and EXCEPTION: *value is owned by the caller, an exception counts as retrieved. CANCELLED: *value
 * is none; future_cancelled_error makes the error to raise. PENDING: *value is none. */
enum future_state future_outcome(Future *future, loop_value *value);
/* The same for who raises the exception: with what it had gone through when it was set, the first time. */
enum future_state future_result(Future *future, loop_value *value);
/* The CancelledError of a cancelled future or task, owned by the caller: the one that left the coroutine the first
 * time, else a new one. LOOP_FAILED when it cannot be made. */
enum loop_status future_cancelled_error(Future *future, loop_value *error);
/* Tells the event log that the exception of this future went to the thing with that id. */
void future_tell_error(const Future *future, uint32_t to);
/* The message given to cancel, borrowed; none when there was none. */
loop_value future_cancel_message(const Future *future);

/* Callbacks run through the ready queue, in the order they were added; at once queued when the future is done.
 * LOOP_NO_MEMORY, LOOP_CLOSED. The context of the first is not counted, the target of the second is, and the log
 * takes it that its callback only passes on what is there: it does not measure how long that takes. */
enum loop_status future_add_callback(Future *future, future_callback callback, void *context);
enum loop_status future_add_link(Future *future, future_callback callback, Future *target);
enum loop_status future_add_value(Future *future, loop_value callable, loop_value scope);
/* Removes all equal ones, says how many. */
size_t future_remove_callback(Future *future, future_callback callback, void *context);
size_t future_remove_value(Future *future, loop_value callable);
/* Number of callbacks, and the n-th (borrowed; valid until the next change). */
size_t future_callback_count(const Future *future);
const FutureCallback *future_callback_at(const Future *future, size_t index);
/* Notes a task that gave up waiting for it (async_wait), or waits in a way the future does not know of; without memory
 * it does not. And ends that. */
void future_note_left(Future *future, Task *task);
void future_forget_left(Future *future, const Task *task);

/* The core's own callbacks, for whoever shows callbacks by name. */
enum loop_callback_use {
    LOOP_USE_OTHER,        /* the embedder's, or a C program's */
    LOOP_USE_COMPLETE,     /* loop_watch: ends a run */
    LOOP_USE_GATHER,       /* a child of a gather */
    LOOP_USE_WAIT,         /* one of those that a wait waits for */
    LOOP_USE_WAIT_EXPIRES, /* its timeout */
    LOOP_USE_SHIELDED,     /* the inner future of a shield */
    LOOP_USE_SHIELD,       /* the outer one */
    LOOP_USE_AWAITED,      /* the inner one again */
    LOOP_USE_UNHEARD,      /* the inner one after the shield was cancelled */
    LOOP_USE_LIMIT,        /* asyncio.timeout */
};
enum loop_callback_use future_callback_use(const FutureCallback *callback);
/* Of a handle of loop_call_soon and its like. */
enum loop_callback_use handle_use(const Handle *handle);

/* ---- Tasks ------------------------------------------------------------------------------------------------------- */

enum task_outcome {
    TASK_AWAIT,     /* result->future: wait until it is done */
    TASK_DONE,      /* result->value, owned */
    TASK_RAISED,    /* result->value: the exception, owned */
    TASK_CANCELLED, /* result->value: the CancelledError that left the coroutine, owned */
    TASK_YIELD,     /* step again in the next iteration */
};

typedef struct TaskResult {
    loop_value value;
    Future *future; /* borrowed */
} TaskResult;

/* One step of a C task. `sent` is the result of the future it awaited (none at first and after a bare yield) or, when
 * thrown, the exception that the await raises; owned by the step either way. */
typedef enum task_outcome (*TaskStep)(Task *task, loop_value sent, bool thrown, TaskResult *result);

struct Task {
    Future future; /* its outcome; awaiting a task is awaiting this */
    Handle handle; /* the one step or wakeup that may be queued */
    Task *previous_task;
    Task *next_task;  /* in the loop's list of all tasks that live */
    TaskStep step;    /* NULL: the embedder's driver steps it */
    Future *waiter;   /* what it awaits (_fut_waiter), counted */
    loop_value error; /* pending: to be thrown at the next step; cancelled: the error that left the coroutine; else the
                         message of a cancellation that it outlived, or none */
    uint32_t cancels; /* cancel() calls minus uncancel() calls */
    uint32_t line;    /* where it waits, for the event log */
};

/* A task in memory of the caller's, with its first step queued. Emits TASK_MADE, so `describe` must know the names by
 * now. LOOP_CLOSED: nothing was made (but fini is still due). */
enum loop_status task_init(Task *task, Loop *loop, const FutureType *type, TaskStep step);
/* The same without queueing a step: for eager tasks, whose first step the embedder runs at once. */
void task_init_unqueued(Task *task, Loop *loop, const FutureType *type, TaskStep step);
/* A task in the loop's memory, owned by the caller. `name` must outlive it. NULL when memory ran out or the loop is
 * closed. */
Task *task_new(Loop *loop, TaskStep step, void *data, const char *name);
/* What was given to task_new; not for tasks of the embedder's. */
void *task_data(const Task *task);
static inline Task *future_task(Future *future) {
    return future_is_task(future) ? (Task *)(void *)future : NULL;
}

/* The halves of a step, for drivers. The first says what goes in: *sent is owned by the caller, *thrown says that it is
 * an exception to raise at the await. The task is the loop's current one until the second half. LOOP_INVALID_STATE: the
 * task is done; LOOP_FAILED: the CancelledError could not be made; in both cases nothing has begun. */
enum loop_status task_step_begin(Task *task, loop_value *sent, bool *thrown);
/* The second half. LOOP_BAD_AWAIT: the task awaits itself or a future of another loop: the step counts as ended, and
 * the driver calls task_throw_soon with the error. */
enum loop_status task_step_end(Task *task, enum task_outcome outcome, TaskResult result);
/* The next step throws the error (owned) in, whatever the task waits for; the caller begins it. */
void task_throw_next(Task *task, loop_value error);
/* Queues such a step: what a bad await leads to. */
enum loop_status task_throw_soon(Task *task, loop_value error);

/* Why tasks are cancelled, for the event log; the numbers are those of TASK_CANCEL_ASKED. */
enum cancel_why {
    CANCEL_CALLED,
    CANCEL_PASSED_ON, /* what waited for it was cancelled: the core says so by itself */
    CANCEL_BY_GROUP,
    CANCEL_BY_LIMIT,
    CANCEL_AT_END,
    CANCEL_BY_INTERRUPT,
};
typedef struct CancelCause {
    enum cancel_why why;
    uint32_t source; /* id of who is behind it, 0: nobody */
} CancelCause;
/* What is cancelled from now on is cancelled for this cause. Gives the one before back, to be set again. */
CancelCause loop_set_cancel_cause(Loop *loop, CancelCause cause);

/* Asks for cancellation. LOOP_INVALID_STATE: it is done already. */
enum loop_status task_cancel(Task *task, loop_value message);
uint32_t task_cancelling(const Task *task);
uint32_t task_uncancel(Task *task);
static inline bool task_must_cancel(const Task *task) {
    return (task->future.flags & FUTURE_FLAG_MUST_CANCEL) != 0;
}
/* The task got another name: tells the event log. */
void task_renamed(Task *task);

/* The task whose step runs now, or NULL; borrowed. Setting it is for eager steps, which nest in another's. */
Task *loop_current_task(const Loop *loop);
void loop_set_current_task(Loop *loop, Task *task);
/* The oldest task that lives, done or not; go on with next_task. Borrowed. */
Task *loop_first_task(const Loop *loop);

/* ---- Waiting for time and for many ------------------------------------------------------------------------------- */

/* asyncio.sleep: a future that a timer resolves. sleep(0) is TASK_YIELD instead. */
typedef struct Sleep {
    Future future;
    TimerHandle timer;
    loop_value result; /* what the future's result will be */
} Sleep;

/* Sets the timer. The result is owned. LOOP_CLOSED, LOOP_NO_MEMORY (fini is due in any case). */
enum loop_status sleep_init(Sleep *nap, Loop *loop, const FutureType *type, double delay, loop_value result);
/* The await is over, one way or another: takes the timer back. */
void sleep_end(Sleep *nap);
/* In the loop's memory, owned by the caller, who calls sleep_end when the sleeper has woken. NULL when memory ran out
 * or the loop is closed. */
Sleep *sleep_new(Loop *loop, double delay, loop_value result);

/* asyncio.gather. */
typedef struct Gather {
    Future future;
    Future **children;  /* in the order given, counted */
    loop_value *values; /* the results when LoopOps has no list; else NULL */
    Task *task;         /* that made it, counted, while any child is to be waited for; or NULL */
    size_t count;
    size_t unique;   /* different children */
    size_t finished; /* of these, how many are done */
    bool return_exceptions;
    bool cancel_requested;
} Gather;

/* Waits for the children, of which each may stand more than once. With none it is done at once, with an empty list.
 * When all are done already so is the gather. LOOP_NO_MEMORY (fini is due in any case). */
enum loop_status gather_init(Gather *gather, Loop *loop, const FutureType *type, Future *const *children, size_t count,
                             bool return_exceptions);
/* One that is refused because of what stands behind these children: it is over before it begins and the log does not
 * tell of it, but it hears of the children's ends, so that their errors are retrieved. */
enum loop_status gather_init_refused(Gather *gather, Loop *loop, const FutureType *type, Future *const *children,
                                     size_t count);
/* In the loop's memory, owned by the caller. NULL when memory ran out. */
Gather *gather_new(Loop *loop, Future *const *children, size_t count, bool return_exceptions);

/* ---- For a cycle collector --------------------------------------------------------------------------------------- */

typedef struct LoopVisitor {
    void *context;
    void (*value)(void *context, loop_value value);
    void (*future)(void *context, Future *future);
    void (*handle)(void *context, Handle *handle);
    void (*loop)(void *context, Loop *loop);
} LoopVisitor;

/* Visits each reference that the object owns, once per reference. handle_visit knows the loop's own types only (a step
 * handle is part of its task: visiting it is one reference to the task). */
void future_visit(const Future *future, const LoopVisitor *visitor);
void handle_visit(const Handle *handle, const LoopVisitor *visitor);
void loop_visit(const Loop *loop, const LoopVisitor *visitor);

/* Who waits for the future, until it goes on: each task, by itself or through gather, wait or shield, as a future; and
 * each callback of the embedder's, as its callable or, once that is queued, as its handle. Nothing may change
 * meanwhile. */
void future_visit_waiters(const Future *future, const LoopVisitor *visitor);

#endif
