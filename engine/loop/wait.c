/* wait.c: waiting for several futures, for one under a shield, for a limited time (asyncio.wait, shield, timeout). */
#include "internal.h"
#include "../include/loopscope/sync.h"

#include <math.h>
#include <string.h>

/* ---- wait ---- */

static AsyncWait *wait_of(Future *future) {
    return (AsyncWait *)(void *)future;
}

static void wake(AsyncWait *wait) {
    if (!future_is_done(&wait->future)) (void)future_set_result(&wait->future, wait->future.loop->ops->none);
}

void wait_expires(Loop *loop, void *context) {
    (void)loop;
    wake(context);
}

/* With the last one nobody asks how it ended, as in CPython: its error is still to be looked at. */
static bool is_enough(const AsyncWait *wait, Future *future) {
    if (wait->left == 0 || wait->when == ASYNC_FIRST_COMPLETED) return true;
    if (wait->when != ASYNC_FIRST_EXCEPTION || future->state != FUTURE_EXCEPTION) return false;
    future_flag_clear(future, FUTURE_FLAG_UNRETRIEVED);
    return true;
}

/* It may have been queued already when the wait ended: then there is nothing left to do. */
void wait_one_done(Loop *loop, Future *future, void *context) {
    AsyncWait *wait = context;
    if (wait->task) future_left_no_more(future, wait->task);
    if (wait->left > 0) wait->left--;
    if (!is_enough(wait, future)) return;
    if (wait->timer) handle_cancel(loop, wait->timer);
    wake(wait);
}

static enum loop_status others_take(AsyncWait *wait, Future *const *futures, size_t count) {
    wait->futures = mem_alloc(wait->future.loop->mem, count * sizeof *futures);
    if (!wait->futures) return LOOP_NO_MEMORY;
    memcpy(wait->futures, futures, count * sizeof *futures);
    for (size_t i = 0; i < count; i++) future_retain(futures[i]);
    wait->count = wait->left = count;
    return LOOP_OK;
}

enum loop_status async_wait_init(AsyncWait *wait, Loop *loop, const FutureType *type, Future *const *futures,
                                 size_t count, double timeout, enum async_return_when when) {
    future_init(&wait->future, loop, type, FUTURE_WAIT);
    wait->future.shape = FUTURE_SHAPE_WAIT;
    wait->futures = NULL;
    wait->count = wait->left = 0;
    wait->timer = NULL;
    wait->task = loop->current_task;
    if (wait->task) future_retain(&wait->task->future);
    wait->when = when;
    enum loop_status status = others_take(wait, futures, count);
    if (status == LOOP_OK && !isnan(timeout)) status = loop_call_later(loop, timeout, wait_expires, wait, &wait->timer);
    if (wait->timer) handle_keep(wait->timer, &wait->future);
    for (size_t i = 0; i < count && status == LOOP_OK; i++) {
        TRACE_WORDS(loop->trace, FUTURE, FUTURE_NEEDS, wait->future.id, futures[i]->id);
        status = future_add_link(futures[i], wait_one_done, &wait->future);
    }
    return status;
}

static void drop_wait_timer(AsyncWait *wait) {
    Handle *timer = wait->timer;
    wait->timer = NULL;
    if (!timer) return;
    handle_cancel(wait->future.loop, timer);
    handle_release(wait->future.loop, timer);
}

/* CPython ends its account of who awaits a future by the callback that is removed here: the task stays in it. */
static void leave_one(const AsyncWait *wait, Future *future) {
    size_t removed = future_remove_callback(future, wait_one_done, (void *)(uintptr_t)&wait->future);
    if (removed > 0 && wait->task) future_note_left(future, wait->task);
}

static void others_drop(AsyncWait *wait) {
    Loop *loop = wait->future.loop;
    Future **futures = wait->futures;
    size_t count = wait->count;
    wait->futures = NULL;
    wait->count = 0;
    if (!futures) return;
    for (size_t i = 0; i < count; i++) future_release(futures[i]);
    mem_free(loop->mem, futures, count * sizeof *futures);
}

void async_wait_close(AsyncWait *wait) {
    drop_wait_timer(wait);
    for (size_t i = 0; i < wait->count; i++) leave_one(wait, wait->futures[i]);
    others_drop(wait);
}

static void wait_clear(Future *future) {
    AsyncWait *wait = wait_of(future);
    drop_wait_timer(wait);
    Task *task = wait->task;
    wait->task = NULL;
    if (task) future_release(&task->future);
    others_drop(wait);
}

static void wait_visit(const Future *future, const LoopVisitor *visitor) {
    const AsyncWait *wait = (const AsyncWait *)(const void *)future;
    for (size_t i = 0; i < wait->count; i++) visitor->future(visitor->context, wait->futures[i]);
    if (wait->task) visitor->future(visitor->context, &wait->task->future);
}

const FutureShape wait_shape = {.clear = wait_clear, .visit = wait_visit};

static void wait_drop(Future *future) {
    Mem *mem = future->loop->mem;
    future_fini(future);
    mem_free(mem, future, sizeof(AsyncWait));
}

static const FutureType plain_wait_type = {.drop = wait_drop};

AsyncWait *async_wait_new(Loop *loop, Future *const *futures, size_t count, double timeout,
                          enum async_return_when when) {
    AsyncWait *wait = mem_alloc(loop->mem, sizeof *wait);
    if (!wait) return NULL;
    if (async_wait_init(wait, loop, &plain_wait_type, futures, count, timeout, when) == LOOP_OK) return wait;
    async_wait_close(wait);
    future_release(&wait->future);
    return NULL;
}

/* ---- shield ---- */

void shield_inner_done(Loop *loop, Future *inner, void *context) {
    Future *outer = context;
    loop_value value;
    if (future_is_done(outer)) return;
    switch (future_outcome(inner, &value)) {
    case FUTURE_RESULT: (void)future_set_result(outer, value); break;
    case FUTURE_EXCEPTION:
        trace_error_passed(loop, inner->id, outer->id, value);
        (void)future_set_exception(outer, value);
        break;
    case FUTURE_CANCELLED:
    case FUTURE_PENDING: (void)future_cancel_plain(outer, inner->loop->ops->none); break;
    }
}

void shield_unheard(Loop *loop, Future *inner, void *context) {
    loop_value error;
    (void)context;
    if (inner->state != FUTURE_EXCEPTION) return;
    (void)future_outcome(inner, &error); /* it counts as looked at */
    value_release(loop, error);
    if (loop->ops->unheard) loop->ops->unheard(loop->context, inner);
}

/* Nobody else hears of an error of the inner future from now on. */
void shield_outer_done(Loop *loop, Future *outer, void *context) {
    Future *inner = context;
    (void)loop;
    if (future_is_done(inner)) return;
    (void)future_remove_callback(inner, shield_inner_done, outer);
    (void)future_remove_callback(inner, shield_unheard, NULL); /* once is enough, however many shields there were */
    (void)future_add_callback(inner, shield_unheard, NULL);
}

/* CPython keeps account of who awaits whom, and ends that by a callback of its own: it is one more handle of the batch,
 * and is seen in the repr of the inner task. */
void shield_awaited(Loop *loop, Future *inner, void *context) {
    (void)loop;
    future_left_no_more(inner, context);
}

enum loop_status async_shield_with(Future *outer, Future *inner) {
    Loop *loop = inner->loop;
    enum loop_status status = LOOP_OK;
    TRACE_WORDS(loop->trace, FUTURE, FUTURE_NEEDS, outer->id, inner->id);
    if (loop->current_task) status = future_add_link(inner, shield_awaited, &loop->current_task->future);
    if (status == LOOP_OK) status = future_add_link(inner, shield_inner_done, outer);
    if (status == LOOP_OK) status = future_add_link(outer, shield_outer_done, inner);
    if (status != LOOP_OK) (void)future_remove_callback(inner, shield_inner_done, outer);
    return status;
}

enum loop_status async_follow(Future *outer, Future *inner) {
    if (!future_is_done(inner)) return future_add_link(inner, shield_inner_done, outer);
    shield_inner_done(inner->loop, inner, outer);
    return LOOP_OK;
}

Future *async_shield(Future *inner) {
    if (future_is_done(inner)) {
        future_retain(inner);
        return inner;
    }
    Future *outer = future_new(inner->loop, FUTURE_SHIELD);
    if (!outer || async_shield_with(outer, inner) == LOOP_OK) return outer;
    future_release(outer);
    return NULL;
}

/* ---- timeout ---- */

static void drop_timer(AsyncTimeout *timeout) {
    Loop *loop = timeout->task->future.loop;
    if (!timeout->timer) return;
    handle_cancel(loop, timeout->timer);
    handle_release(loop, timeout->timer);
    timeout->timer = NULL;
}

void limit_expires(Loop *loop, void *context) {
    AsyncTimeout *timeout = context;
    ASYNC_TELL(&timeout->object, LIMIT_EXPIRED, timeout->task->future.id);
    CancelCause before = loop_set_cancel_cause(loop, (CancelCause){CANCEL_BY_LIMIT, timeout->object.id});
    (void)task_cancel(timeout->task, loop->ops->none);
    (void)loop_set_cancel_cause(loop, before);
    timeout->expired = true;
}

enum loop_status async_timeout_reschedule(AsyncTimeout *timeout, double when) {
    Loop *loop = timeout->task->future.loop;
    drop_timer(timeout);
    timeout->when = when;
    if (async_object_is_told(&timeout->object)) {
        trace_emit(loop->trace, TRACE_KIND_LIMIT_SET, timeout->object.id, timeout->task->future.id,
                   trace_moment(loop->trace, when));
    }
    if (isinf(when) && when > 0) return LOOP_OK;
    enum loop_status status = when <= loop_now(loop)
                                  ? loop_call_soon(loop, limit_expires, timeout, &timeout->timer)
                                  : loop_call_at(loop, when, limit_expires, timeout, &timeout->timer);
    if (!timeout->timer) return status;
    if (timeout->keeper) {
        handle_keep_value(loop, timeout->timer, timeout->keeper);
    } else {
        handle_keep(timeout->timer, &timeout->task->future);
    }
    return status;
}

enum loop_status async_timeout_enter(AsyncTimeout *timeout, Task *task, double when) {
    *timeout = (AsyncTimeout){
        .object = timeout->object, .keeper = timeout->keeper, .task = task, .cancelling = task_cancelling(task)};
    return async_timeout_reschedule(timeout, when);
}

void async_timeout_expire(AsyncTimeout *timeout) {
    limit_expires(timeout->task->future.loop, timeout);
}

void async_timeout_drop(AsyncTimeout *timeout) {
    drop_timer(timeout);
    async_object_end(&timeout->object, ASYNC_GONE);
}

bool async_timeout_leave(AsyncTimeout *timeout, bool cancelled) {
    drop_timer(timeout);
    async_object_end(&timeout->object, cancelled ? ASYNC_LEFT_BY_ERROR : ASYNC_LEFT);
    return timeout->expired;
}

bool async_timeout_exit(AsyncTimeout *timeout, bool cancelled) {
    return async_timeout_leave(timeout, cancelled) && task_uncancel(timeout->task) <= timeout->cancelling && cancelled;
}
