/* loop.c: the loop itself: its life, the ready queue, and the phases of an iteration.
 *
 * An iteration is CPython's _run_once cut in pieces: clean the timers and say how long to wait, (wait), queue what I/O
 * is ready for, fire what is due, fix the size of the batch, hand its handles out. What is queued while a batch runs
 * waits for the next one.
 */
#include "internal.h"

#include <math.h>
#include <string.h>

static const LoopOps plain_ops = {0};

static const char *const status_texts[] = {
    [LOOP_OK] = "ok",
    [LOOP_NO_MEMORY] = "out of memory",
    [LOOP_CLOSED] = "the loop is closed",
    [LOOP_RUNNING] = "the loop is running",
    [LOOP_INVALID_STATE] = "invalid state",
    [LOOP_STOPPED] = "the loop stopped before the future was done",
    [LOOP_BAD_AWAIT] = "a task awaits itself or a future of another loop",
    [LOOP_FAILED] = "the embedder's function failed",
};

const char *loop_status_text(enum loop_status status) {
    return status_texts[status];
}

/* ---- life ---- */

Loop *loop_new(const LoopConfig *config) {
    Mem *mem = config->mem ? config->mem : mem_new(0);
    if (!mem) return NULL;
    Loop *loop = mem_zalloc(mem, sizeof *loop);
    if (!loop) {
        if (!config->mem) mem_close(mem);
        return NULL;
    }
    loop->mem = mem;
    loop->owns_mem = !config->mem;
    loop->host = config->host;
    loop->ops = config->ops ? config->ops : &plain_ops;
    loop->context = config->context;
    loop->trace = config->trace ? config->trace : &loop->own_trace;
    loop->refs = 1;
    heap_init(&loop->timers, mem);
    loop->id = trace_new_id(loop->trace);
    TRACE_WORDS(loop->trace, LOOP, LOOP_MADE, loop->id);
    return loop;
}

void loop_retain(Loop *loop) {
    loop->refs++;
}

void loop_release(Loop *loop) {
    if (loop->refs == 1) {
        /* What closing drops may hold the loop for a moment. */
        loop_close(loop);
        if (loop->refs == 1) {
            loop_free(loop);
            return;
        }
    }
    loop->refs--;
}

void loop_free(Loop *loop) {
    loop->running = false;
    loop->refs++; /* so that futures that go now do not free it a second time */
    loop_close(loop);
    handle_free_calls(loop);
    heap_close(&loop->timers);
    Mem *mem = loop->mem;
    bool owns_mem = loop->owns_mem;
    mem_free(mem, loop, sizeof *loop);
    if (owns_mem) mem_close(mem);
}

void loop_drop_woken(Loop *loop) {
    Future *future = loop->woken_by;
    loop->woken_by = NULL;
    if (!future) return;
    loop->drops_woken = true;
    future_release(future);
    loop->drops_woken = false;
}

static void ready_clear(Loop *loop) {
    Handle *handle = loop->ready_first;
    loop->ready_first = loop->ready_last = NULL;
    loop->ready_count = loop->batch_left = 0;
    while (handle) {
        Handle *next = handle->next;
        handle->next = NULL;
        handle_flag_clear(handle, HANDLE_FLAG_QUEUED);
        handle_release(loop, handle);
        handle = next;
    }
}

enum loop_status loop_close_ready(Loop *loop) {
    if (loop->running) return LOOP_RUNNING;
    if (loop->closed) return LOOP_OK;
    loop->closed = true;
    TRACE_WORDS(loop->trace, LOOP, LOOP_CLOSED, loop->id);
    ready_clear(loop);
    return LOOP_OK;
}

enum loop_status loop_close(Loop *loop) {
    enum loop_status status = loop_close_ready(loop);
    if (status != LOOP_OK) return status;
    timers_clear(loop);
    watches_close(loop);
    loop_drop_woken(loop);
    return LOOP_OK;
}

/* ---- looking ---- */

Mem *loop_mem(const Loop *loop) {
    return loop->mem;
}
Trace *loop_trace(const Loop *loop) {
    return loop->trace;
}
const Host *loop_host(const Loop *loop) {
    return loop->host;
}
void loop_set_host(Loop *loop, const Host *host) {
    loop->host = host;
}
void *loop_context(const Loop *loop) {
    return loop->context;
}
uint32_t loop_id(const Loop *loop) {
    return loop->id;
}
double loop_time(const Loop *loop) {
    return loop_now(loop);
}
bool loop_is_running(const Loop *loop) {
    return loop->running;
}
bool loop_is_closed(const Loop *loop) {
    return loop->closed;
}
bool loop_is_stopping(const Loop *loop) {
    return loop->stopping;
}
size_t loop_ready_count(const Loop *loop) {
    return loop->ready_count;
}
size_t loop_cancelled_timer_count(const Loop *loop) {
    return loop->cancelled_timers;
}

void loop_each_handle(const Loop *loop, bool timers, void (*visit)(void *context, Handle *handle, double when),
                      void *context) {
    for (Handle *handle = timers ? NULL : loop->ready_first; handle; handle = handle->next) visit(context, handle, 0);
    for (size_t i = 0; timers && i < loop->timers.count; i++) {
        TimerHandle *timer = loop->timers.entries[i].item;
        visit(context, &timer->handle, timer->when);
    }
}

size_t loop_timer_count(const Loop *loop) {
    return loop->timers.count;
}

/* ---- labels ---- */

static size_t plain_label(enum loop_label what, const void *subject, char *buffer) {
    const char *name = what == LOOP_LABEL_HANDLE ? "callback" : ""; /* plain words say nothing */
    if (what == LOOP_LABEL_TASK_NAME || what == LOOP_LABEL_COROUTINE) name = task_plain_name(subject);
    if (!name) return 0;
    size_t length = strlen(name);
    if (length > LABEL_SIZE) length = LABEL_SIZE;
    memcpy(buffer, name, length);
    return length;
}

/* A step's handle is told by its task's name, so that embedders need not know the loop's own handles. */
size_t loop_describe(Loop *loop, enum loop_label what, const void *subject, char *buffer) {
    if (what == LOOP_LABEL_HANDLE && ((const Handle *)subject)->type == &task_handle_type) {
        what = LOOP_LABEL_TASK_NAME;
        subject = handle_owner(subject);
    }
    if (!loop->ops->describe) return plain_label(what, subject, buffer);
    return loop->ops->describe(loop->context, what, subject, buffer, LABEL_SIZE);
}

/* ---- the ready queue ---- */

void ready_push(Loop *loop, Handle *handle) {
    handle->next = NULL;
    handle_flag_set(handle, HANDLE_FLAG_QUEUED);
    if (loop->ready_last) {
        loop->ready_last->next = handle;
    } else {
        loop->ready_first = handle;
    }
    loop->ready_last = handle;
    loop->ready_count++;
}

static Handle *ready_pop(Loop *loop) {
    Handle *handle = loop->ready_first;
    loop->ready_first = handle->next;
    if (!handle->next) loop->ready_last = NULL;
    handle->next = NULL;
    handle_flag_clear(handle, HANDLE_FLAG_QUEUED);
    loop->ready_count--;
    return handle;
}

static void trace_queued(Loop *loop, const Handle *handle) {
    char label[LABEL_SIZE];
    size_t length = loop_describe(loop, LOOP_LABEL_HANDLE, handle, label);
    const uint32_t fields[] = {handle->id, handle->kind, handle->subject, loop->trace->current};
    trace_emit_text(loop->trace, TRACE_KIND_HANDLE_QUEUED, fields, 4, label, length);
}

enum loop_status loop_enqueue(Loop *loop, Handle *handle) {
    if (loop->closed) {
        handle_release(loop, handle);
        return LOOP_CLOSED;
    }
    handle->id = trace_new_id(loop->trace);
    ready_push(loop, handle);
    if (trace_wants(loop->trace, TRACE_HANDLE)) trace_queued(loop, handle);
    return LOOP_OK;
}

/* ---- the phases ---- */

enum loop_status loop_run_begin(Loop *loop) {
    if (loop->closed) return LOOP_CLOSED;
    if (loop->running) return LOOP_RUNNING;
    loop->running = true;
    loop->runner = loop->trace->current;
    if (loop->trace->mask != 0) trace_refresh(loop->trace);
    return LOOP_OK;
}

static void batch_end(Loop *loop) {
    loop->batch_left = 0;
    if (!loop->in_batch) return;
    loop->in_batch = false;
    TRACE_WORDS(loop->trace, LOOP, BATCH_ENDS, loop->id);
}

static void wait_end(Loop *loop) {
    if (!loop->waiting) return;
    loop->waiting = false;
    TRACE(loop->trace, LOOP, WAIT_ENDS, loop->id, loop_now(loop) - loop->wait_began);
}

void loop_run_end(Loop *loop) {
    wait_end(loop);
    batch_end(loop);
    loop->stopping = false;
    loop->running = false;
    loop->runner = 0;
}

bool loop_begin_batch(Loop *loop) {
    wait_end(loop);
    batch_end(loop);
    atomic_store_explicit(&loop->woken, false, memory_order_relaxed);
    io_poll(loop);
    timers_fire(loop);
    loop->batch_left = loop->ready_count;
    if (loop->batch_left == 0) return false;
    loop->in_batch = true;
    loop->iteration++;
    TRACE_WORDS(loop->trace, LOOP, BATCH_BEGINS, loop->id, loop->iteration, (uint32_t)loop->batch_left);
    return true;
}

bool loop_drops_woken(const Loop *loop) {
    return loop->drops_woken;
}

bool loop_batch_is_over(const Loop *loop) {
    return loop->batch_left == 0;
}

Handle *loop_take(Loop *loop) {
    while (loop->batch_left > 0) {
        loop->batch_left--;
        Handle *handle = ready_pop(loop);
        if (handle_is_cancelled(handle)) {
            handle_release(loop, handle);
            continue;
        }
        if (trace_wants(loop->trace, TRACE_HANDLE)) {
            loop->handle_began = loop->trace->time;
            loop->handle_id = handle->id;
            TRACE_WORDS(loop->trace, HANDLE, HANDLE_BEGINS, handle->id);
        }
        return handle;
    }
    batch_end(loop);
    return NULL;
}

/* A step's handle may be queued again by the time its run is over, with another id. */
void loop_finish(Loop *loop, Handle *handle) {
    if (loop->woken_by) loop_drop_woken(loop);
    if (trace_wants(loop->trace, TRACE_HANDLE)) {
        bool known = handle->kind == HANDLE_STEP || handle->type->brief; /* the step's end did it */
        if (!known) trace_refresh(loop->trace);
        uint32_t fields[3] = {loop->handle_id};
        double seconds = loop->trace->time - loop->handle_began;
        memcpy(fields + 1, &seconds, sizeof seconds);
        trace_emit_words(loop->trace, TRACE_KIND_HANDLE_ENDS, fields, 3);
    }
    handle_release(loop, handle);
}

static void run_batch(Loop *loop) {
    Handle *handle;
    while ((handle = loop_take(loop))) {
        handle_run(loop, handle);
        loop_finish(loop, handle);
    }
}

static void wait_for_host(Loop *loop) {
    double deadline = loop_wait_until(loop);
    if (deadline > -(double)INFINITY) loop->host->wait(loop->host->context, deadline);
}

enum loop_status loop_run_forever(Loop *loop) {
    enum loop_status status = loop_run_begin(loop);
    if (status != LOOP_OK) return status;
    do {
        wait_for_host(loop);
        loop_begin_batch(loop);
        run_batch(loop);
    } while (!loop->stopping);
    loop_run_end(loop);
    return LOOP_OK;
}

/* CPython's _run_until_complete_cb: an error that has left the loop already needs no stop. */
void stop_when_done(Loop *loop, Future *future, void *context) {
    (void)context;
    loop_value value;
    enum future_state state = future_outcome(future, &value);
    bool left = state == FUTURE_EXCEPTION && loop->ops->left_loop && loop->ops->left_loop(loop->context, value);
    value_release(loop, value);
    if (!left) loop_stop(loop);
}

enum loop_status loop_watch(Loop *loop, Future *future) {
    (void)loop;
    return future_add_callback(future, stop_when_done, NULL);
}

void loop_unwatch(Loop *loop, Future *future) {
    (void)loop;
    future_remove_callback(future, stop_when_done, NULL);
}

enum loop_status loop_run_until_complete(Loop *loop, Future *future) {
    if (loop->closed) return LOOP_CLOSED;
    if (loop->running) return LOOP_RUNNING;
    enum loop_status status = loop_watch(loop, future);
    if (status != LOOP_OK) return status;
    future_retain(future);
    status = loop_run_forever(loop);
    loop_unwatch(loop, future);
    if (status == LOOP_OK && !future_is_done(future)) status = LOOP_STOPPED;
    future_release(future);
    return status;
}

void loop_set_guarded(Loop *loop, bool guarded) {
    loop->guarded = guarded;
}

void loop_stop(Loop *loop) {
    loop->stopping = true;
}

void loop_wake(Loop *loop) {
    atomic_store_explicit(&loop->woken, true, memory_order_relaxed);
}
