/* internal.h: what the files of this folder share. */
#ifndef LOOPSCOPE_LOOP_INTERNAL_H
#define LOOPSCOPE_LOOP_INTERNAL_H

#include <stdatomic.h>

#include "../include/loopscope/loop.h"
#include "../base/alloc.h"
#include "../base/heap.h"

/* A handle of a C callback; one struct for all sorts, so that one freelist serves them. */
typedef struct CallHandle {
    TimerHandle timer; /* `when` is unused by what call_soon made */
    union {
        loop_callback plain;
        future_callback done;
    } function;
    void *context;
    Future *future;  /* done callbacks: what is done; handle_keep: what is kept; counted; else NULL */
    loop_value kept; /* handle_keep_value, owned; else none */
} CallHandle;

typedef struct Watch Watch;
typedef struct Network Network;

/* A task that gave up waiting for a future (wait's timeout), which keeps it as CPython's account of who awaits whom
 * does: until it has waited for it in another way. */
typedef struct LeftWaiter {
    struct LeftWaiter *next;
    Task *task; /* counted */
} LeftWaiter;

struct FutureCallbacks {
    LeftWaiter *left; /* owned; they stay when the callbacks go */
    uint32_t count;
    uint32_t capacity;
    FutureCallback items[];
};

struct Loop {
    Handle *ready_first;
    Handle *ready_last;
    size_t ready_count;
    size_t batch_left; /* handles of this batch that are still to be taken */
    Trace *trace;
    const LoopOps *ops;
    void *context;
    const Host *host;
    Mem *mem;
    Heap timers; /* of TimerHandle */
    /* As CPython's _timer_cancelled_count: not lowered for cancelled timers that came due. It decides when the heap is
     * rebuilt, and with that the order of equal deadlines. */
    size_t cancelled_timers;
    Task *current_task;
    /* What woke the task whose step runs, counted: as CPython's handle of the wakeup holds it, it stays until the
     * handle has run. */
    Future *woken_by;
    bool drops_woken; /* that future is being let go */
    Task *first_task;
    Task *last_task;
    Network *network;          /* of the sockets it watches; NULL: none so far */
    Watch *watches;            /* all of this loop's */
    Watch *io_first, *io_last; /* those that something happened to (watch.c) */
    CallHandle *free_calls;    /* linked by handle.next */
    uint32_t free_call_count;
    uint32_t refs;
    uint32_t id;
    uint32_t iteration;
    uint32_t runner; /* the worker whose thread the loop runs in, 0: none; kept for the event log only */
    bool running;
    bool closed;
    bool stopping;
    bool in_batch; /* BATCH_BEGINS was told, BATCH_ENDS not yet */
    bool waiting;  /* the same for WAIT_BEGINS */
    bool owns_mem;
    bool guarded; /* see loop_set_guarded */
    atomic_bool woken;
    double wait_began;   /* while waiting; kept for the event log only */
    uint32_t handle_id;  /* of the handle that runs; kept for the event log only */
    double handle_began; /* while a handle runs; kept for the event log only */
    CancelCause cause;   /* of the cancellations that are asked for now; kept for the event log only */
    Trace own_trace;
};

static inline double loop_now(const Loop *loop) {
    return loop->host->now(loop->host->context);
}
static inline void loop_hold(Loop *loop) {
    if (loop->ops->retain_loop) {
        loop->ops->retain_loop(loop->context, loop);
    } else {
        loop->refs++;
    }
}
static inline void loop_unhold(Loop *loop) {
    if (loop->ops->release_loop) {
        loop->ops->release_loop(loop->context, loop);
    } else {
        loop_release(loop);
    }
}

static inline loop_value value_retain(Loop *loop, loop_value value) {
    if (value != loop->ops->none && loop->ops->retain) loop->ops->retain(loop->context, value);
    return value;
}
static inline void value_release(Loop *loop, loop_value value) {
    if (value != loop->ops->none && loop->ops->release) loop->ops->release(loop->context, value);
}
/* Empties the slot before it releases, as releasing may run anything. */
static inline void value_drop(Loop *loop, loop_value *slot) {
    loop_value value = *slot;
    *slot = loop->ops->none;
    value_release(loop, value);
}

static inline void handle_flag_set(Handle *handle, enum handle_flag flag) {
    handle->flags = (uint8_t)(handle->flags | (unsigned)flag);
}
static inline void handle_flag_clear(Handle *handle, enum handle_flag flag) {
    handle->flags = (uint8_t)(handle->flags & ~(unsigned)flag);
}
static inline void future_flag_set(Future *future, enum future_flag flag) {
    future->flags = (uint8_t)(future->flags | (unsigned)flag);
}
static inline void future_flag_clear(Future *future, enum future_flag flag) {
    future->flags = (uint8_t)(future->flags & ~(unsigned)flag);
}
static inline bool future_flag(const Future *future, enum future_flag flag) {
    return (future->flags & (unsigned)flag) != 0;
}

/* handle.c */
/* A done callback's handle, with one reference; the target is taken over when it is counted. NULL: no memory. */
Handle *handle_new_done(Loop *loop, const FutureCallback *callback, Future *future);
/* What it was made of, with nothing counted. False: it is no such handle. */
bool handle_done_callback(const Handle *handle, FutureCallback *callback);
/* A C callback's handle, with one reference, not queued. NULL: no memory. */
Handle *handle_new_call(Loop *loop, enum handle_kind kind, loop_callback callback, void *context);
/* Until it has run or is cancelled, the handle of a C callback holds this future: as in CPython, what waits for a time
 * stays alive by its timer alone. */
void handle_keep(Handle *handle, Future *future);
/* The same with a value, borrowed. */
void handle_keep_value(Loop *loop, Handle *handle, loop_value value);
void handle_free_calls(Loop *loop);

/* loop.c */
/* Lets go of what woke the step that is over. */
void loop_drop_woken(Loop *loop);
/* Appends a handle that is owned, without giving it an id. */
void ready_push(Loop *loop, Handle *handle);
/* Room for a label on the stack of whoever emits it. */
enum { LABEL_SIZE = 256 };
size_t loop_describe(Loop *loop, enum loop_label what, const void *subject, char *buffer);
/* Tells that an exception goes from the one to the other. */
void trace_error_passed(Loop *loop, uint32_t from, uint32_t to, loop_value error);

/* Whether a future or task may queue something now: LOOP_OK, or LOOP_FAILED. */
static inline enum loop_status loop_may_queue(Loop *loop) {
    return !loop->guarded || loop->ops->may_queue(loop->context) ? LOOP_OK : LOOP_FAILED;
}

/* timer.c */
void timers_fire(Loop *loop);
void timers_clean(Loop *loop);
void timers_clear(Loop *loop);

/* watch.c */
/* When to look for I/O again: -INFINITY now, INFINITY never. */
double io_next(Loop *loop);
/* Queues the handles of the sockets that are ready. */
void io_poll(Loop *loop);
void watches_close(Loop *loop);
void watches_visit(const Loop *loop, const LoopVisitor *visitor);

/* future.c */
/* Ways of a shape beyond those of a plain future; NULL: none. */
typedef struct FutureShape {
    enum loop_status (*cancel)(Future *future, loop_value message);
    void (*clear)(Future *future);
    void (*visit)(const Future *future, const LoopVisitor *visitor);
} FutureShape;
extern const FutureShape task_shape;   /* task.c */
extern const FutureShape sleep_shape;  /* sleep.c */
extern const FutureShape gather_shape; /* gather.c */
extern const FutureShape wait_shape;   /* wait.c */
/* A pending future of a shape, without an event. */
void future_init_shape(Future *future, Loop *loop, const FutureType *type, enum future_kind kind,
                       enum future_shape shape);
/* The task awaited the future to its end, or a gather or wait did for it. */
static inline void future_left_no_more(Future *future, const Task *task) {
    if (future->more && future->more->left) future_forget_left(future, task);
}
/* Adds a callback; what it holds is taken over, also on failure. */
enum loop_status future_add(Future *future, FutureCallback callback);
/* The CancelledError for a message; for tasks' own use too. */
enum loop_status cancelled_error_new(Loop *loop, loop_value message, bool blank, loop_value *error);

/* task.c */
extern const HandleType task_handle_type;
/* Queues the task's handle; the reference to the task is owned. */
enum loop_status task_queue(Task *task);
/* The name of a task of task_new, else NULL. */
const char *task_plain_name(const Task *task);
Task *handle_owner(const Handle *handle);

/* loop.c, gather.c, wait.c: the callbacks that handle.c tells apart */
void stop_when_done(Loop *loop, Future *future, void *context);
void gather_child_done(Loop *loop, Future *child, void *context);
void wait_one_done(Loop *loop, Future *future, void *context);
void wait_expires(Loop *loop, void *context);
void shield_inner_done(Loop *loop, Future *inner, void *context);
void shield_outer_done(Loop *loop, Future *outer, void *context);
void shield_awaited(Loop *loop, Future *inner, void *context);
void shield_unheard(Loop *loop, Future *inner, void *context);
void limit_expires(Loop *loop, void *context);

/* sleep.c */
extern const HandleType sleep_handle_type;
void sleep_handle_visit(const Handle *handle, const LoopVisitor *visitor);

#endif
