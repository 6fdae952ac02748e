/* wait.c: waiting for several futures, for one under a shield, for a limited time (asyncio.wait, shield, timeout). */
#include "internal.h"
#include "../include/loopscope/sync.h"

#include <math.h>

/* ---- wait ---- */

static void wake(AsyncWait *wait) {
    if (wait->timer) handle_cancel(wait->waiter->loop, wait->timer);
    if (!future_is_done(wait->waiter)) (void)future_set_result(wait->waiter, wait->waiter->loop->ops->none);
}

static void wait_timed_out(Loop *loop, void *context) {
    AsyncWait *wait = context;
    (void)loop;
    if (!future_is_done(wait->waiter)) (void)future_set_result(wait->waiter, loop->ops->none);
}

static bool is_enough(const AsyncWait *wait, const Future *future) {
    return wait->left == 0 || wait->when == ASYNC_FIRST_COMPLETED ||
           (wait->when == ASYNC_FIRST_EXCEPTION && future->state == FUTURE_EXCEPTION);
}

static void one_is_done(Loop *loop, Future *future, void *context) {
    AsyncWait *wait = context;
    (void)loop;
    if (wait->left > 0) wait->left--;
    if (wait->when == ASYNC_FIRST_EXCEPTION) future_flag_clear(future, FUTURE_FLAG_UNRETRIEVED); /* it was looked at */
    if (is_enough(wait, future)) wake(wait);
}

enum loop_status async_wait_open(AsyncWait *wait, Loop *loop, Future **futures, size_t count, double timeout,
                                 enum async_return_when when) {
    *wait = (AsyncWait){.futures = futures, .count = count, .left = count, .when = when};
    wait->waiter = future_new(loop, FUTURE_WAIT);
    if (!wait->waiter) return LOOP_NO_MEMORY;
    enum loop_status status = LOOP_OK;
    if (timeout >= 0) status = loop_call_later(loop, timeout, wait_timed_out, wait, &wait->timer);
    for (size_t i = 0; i < count && status == LOOP_OK; i++) {
        TRACE_WORDS(loop->trace, FUTURE, FUTURE_NEEDS, wait->waiter->id, futures[i]->id);
        status = future_add_callback(futures[i], one_is_done, wait);
    }
    return status;
}

void async_wait_close(AsyncWait *wait) {
    if (!wait->waiter) return;
    Loop *loop = wait->waiter->loop;
    if (wait->timer) {
        handle_cancel(loop, wait->timer);
        handle_release(loop, wait->timer);
    }
    for (size_t i = 0; i < wait->count; i++) (void)future_remove_callback(wait->futures[i], one_is_done, wait);
    future_release(wait->waiter);
    *wait = (AsyncWait){.waiter = NULL};
}

/* ---- shield ---- */

static void inner_done(Loop *loop, Future *inner, void *context) {
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

static void outer_done(Loop *loop, Future *outer, void *context) {
    Future *inner = context;
    (void)loop;
    if (!future_is_done(inner)) (void)future_remove_callback(inner, inner_done, outer);
}

Future *async_shield(Future *inner) {
    if (future_is_done(inner)) {
        future_retain(inner);
        return inner;
    }
    Future *outer = future_new(inner->loop, FUTURE_SHIELD);
    if (!outer) return NULL;
    TRACE_WORDS(inner->loop->trace, FUTURE, FUTURE_NEEDS, outer->id, inner->id);
    if (future_add_link(outer, outer_done, inner) == LOOP_OK && future_add_link(inner, inner_done, outer) == LOOP_OK)
        return outer;
    (void)future_remove_callback(outer, outer_done, inner);
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

static void time_is_up(Loop *loop, void *context) {
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
    if (when <= loop_now(loop)) return loop_call_soon(loop, time_is_up, timeout, &timeout->timer);
    return loop_call_at(loop, when, time_is_up, timeout, &timeout->timer);
}

enum loop_status async_timeout_enter(AsyncTimeout *timeout, Task *task, double when) {
    *timeout = (AsyncTimeout){.object = timeout->object, .task = task, .cancelling = task_cancelling(task)};
    return async_timeout_reschedule(timeout, when);
}

bool async_timeout_exit(AsyncTimeout *timeout, bool cancelled) {
    drop_timer(timeout);
    async_object_end(&timeout->object, cancelled ? ASYNC_LEFT_BY_ERROR : ASYNC_LEFT);
    return timeout->expired && task_uncancel(timeout->task) <= timeout->cancelling && cancelled;
}
