/* handle.c: handles, their counts and cancellation, and the handles of C callbacks.
 *
 * C callbacks' handles are recycled through a freelist of the loop, so that call_soon costs no allocation in a program
 * that goes on calling it.
 */
#include "internal.h"

enum { FREE_CALLS_KEPT = 256 };

void handle_init(Handle *handle, const HandleType *type, enum handle_kind kind, uint32_t subject) {
    *handle = (Handle){.type = type, .refs = 1, .subject = subject, .kind = (uint8_t)kind};
}

void handle_retain(Handle *handle) {
    if (handle->type->retain) {
        handle->type->retain(handle);
    } else {
        handle->refs++;
    }
}

void handle_release(Loop *loop, Handle *handle) {
    if (handle->type->release) {
        handle->type->release(loop, handle);
    } else if (--handle->refs == 0 && handle->type->drop) {
        handle->type->drop(loop, handle);
    }
}

void handle_cancel(Loop *loop, Handle *handle) {
    if (handle_is_cancelled(handle)) return;
    handle_flag_set(handle, HANDLE_FLAG_CANCELLED);
    if (handle->flags & HANDLE_FLAG_SCHEDULED) {
        loop->cancelled_timers++;
        TRACE_WORDS(loop->trace, TIMER, TIMER_CANCELLED, handle->id);
    } else if (handle->flags & HANDLE_FLAG_QUEUED) {
        TRACE_WORDS(loop->trace, HANDLE, HANDLE_CANCELLED, handle->id);
    }
    if (handle->type->clear) handle->type->clear(loop, handle);
}

bool handle_run(Loop *loop, Handle *handle) {
    if (!handle->type->run) return false;
    const Task *task = handle_task(handle);
    if (task && !task->step) return false;
    handle->type->run(loop, handle);
    return true;
}

/* ---- C callbacks ---- */

static CallHandle *call_of(Handle *handle) {
    return (CallHandle *)(void *)handle;
}

static void call_run(Loop *loop, Handle *handle) {
    CallHandle *call = call_of(handle);
    call->function.plain(loop, call->context);
}

static void done_run(Loop *loop, Handle *handle) {
    CallHandle *call = call_of(handle);
    call->function.done(loop, call->future, call->context);
}

static void call_drop(Loop *loop, Handle *handle) {
    CallHandle *call = call_of(handle);
    if (loop->free_call_count >= FREE_CALLS_KEPT) {
        mem_free(loop->mem, call, sizeof *call);
        return;
    }
    handle->next = (Handle *)loop->free_calls;
    loop->free_calls = call;
    loop->free_call_count++;
}

static void done_drop(Loop *loop, Handle *handle) {
    Future *future = call_of(handle)->future;
    call_drop(loop, handle);
    future_release(future);
}

static void link_drop(Loop *loop, Handle *handle) {
    Future *target = call_of(handle)->context;
    done_drop(loop, handle);
    future_release(target);
}

static void kept_clear(Loop *loop, Handle *handle) {
    CallHandle *call = call_of(handle);
    Future *future = call->future;
    call->future = NULL;
    value_drop(loop, &call->kept);
    if (future) future_release(future);
}

static void kept_run(Loop *loop, Handle *handle) {
    call_run(loop, handle);
    kept_clear(loop, handle);
}

static void kept_drop(Loop *loop, Handle *handle) {
    kept_clear(loop, handle);
    call_drop(loop, handle);
}

static const HandleType call_type = {.run = call_run, .drop = call_drop};
static const HandleType kept_type = {.run = kept_run, .drop = kept_drop, .clear = kept_clear};
static const HandleType done_type = {.run = done_run, .drop = done_drop};
static const HandleType link_type = {.run = done_run, .drop = link_drop, .brief = true};

static CallHandle *call_new(Loop *loop, const HandleType *type, enum handle_kind kind, uint32_t subject) {
    CallHandle *call = loop->free_calls;
    if (call) {
        loop->free_calls = (CallHandle *)(void *)call->timer.handle.next;
        loop->free_call_count--;
    } else {
        call = mem_alloc(loop->mem, sizeof *call);
        if (!call) return NULL;
    }
    handle_init(&call->timer.handle, type, kind, subject);
    call->future = NULL;
    call->kept = loop->ops->none;
    return call;
}

void handle_free_calls(Loop *loop) {
    while (loop->free_calls) {
        CallHandle *call = loop->free_calls;
        loop->free_calls = (CallHandle *)(void *)call->timer.handle.next;
        mem_free(loop->mem, call, sizeof *call);
    }
    loop->free_call_count = 0;
}

Handle *handle_new_done(Loop *loop, const FutureCallback *callback, Future *future) {
    const HandleType *type = callback->kind == CALLBACK_LINK ? &link_type : &done_type;
    CallHandle *call = call_new(loop, type, HANDLE_DONE, future->id);
    if (!call) return NULL;
    call->function.done = callback->function;
    call->context = callback->what.target;
    call->future = future;
    future_retain(future);
    return &call->timer.handle;
}

/* Hands the caller of call_* its reference, then queues. */
static enum loop_status call_give(Loop *loop, CallHandle *call, enum loop_status status, Handle **handle) {
    if (!handle) return status;
    *handle = status == LOOP_OK ? &call->timer.handle : NULL;
    if (status != LOOP_OK) handle_release(loop, &call->timer.handle);
    return status;
}

static CallHandle *call_make(Loop *loop, enum handle_kind kind, loop_callback callback, void *context,
                             Handle *const *handle) {
    CallHandle *call = call_new(loop, &call_type, kind, 0);
    if (!call) return NULL;
    call->function.plain = callback;
    call->context = context;
    if (handle) handle_retain(&call->timer.handle);
    return call;
}

Handle *handle_new_call(Loop *loop, enum handle_kind kind, loop_callback callback, void *context) {
    CallHandle *call = call_make(loop, kind, callback, context, NULL);
    return call ? &call->timer.handle : NULL;
}

void handle_keep(Handle *handle, Future *future) {
    handle->type = &kept_type;
    call_of(handle)->future = future;
    future_retain(future);
}

void handle_keep_value(Loop *loop, Handle *handle, loop_value value) {
    handle->type = &kept_type;
    call_of(handle)->kept = value_retain(loop, value);
}

enum loop_status loop_call_soon(Loop *loop, loop_callback callback, void *context, Handle **handle) {
    if (handle) *handle = NULL;
    CallHandle *call = call_make(loop, HANDLE_CALLBACK, callback, context, handle);
    if (!call) return LOOP_NO_MEMORY;
    return call_give(loop, call, loop_enqueue(loop, &call->timer.handle), handle);
}

enum loop_status loop_call_at(Loop *loop, double when, loop_callback callback, void *context, Handle **handle) {
    if (handle) *handle = NULL;
    CallHandle *call = call_make(loop, HANDLE_TIMER, callback, context, handle);
    if (!call) return LOOP_NO_MEMORY;
    return call_give(loop, call, loop_enqueue_at(loop, &call->timer, when), handle);
}

enum loop_status loop_call_later(Loop *loop, double delay, loop_callback callback, void *context, Handle **handle) {
    return loop_call_at(loop, loop_now(loop) + delay, callback, context, handle);
}

/* ---- which is which ---- */

enum loop_callback_use future_callback_use(const FutureCallback *callback) {
    static const struct {
        future_callback function;
        enum loop_callback_use use;
    } known[] = {
        {stop_when_done, LOOP_USE_COMPLETE},  {gather_child_done, LOOP_USE_GATHER},
        {wait_one_done, LOOP_USE_WAIT},       {shield_inner_done, LOOP_USE_SHIELDED},
        {shield_outer_done, LOOP_USE_SHIELD}, {shield_unheard, LOOP_USE_UNHEARD},
        {shield_awaited, LOOP_USE_AWAITED},
    };
    if (callback->kind != CALLBACK_C && callback->kind != CALLBACK_LINK) return LOOP_USE_OTHER;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (callback->function == known[i].function) return known[i].use;
    return LOOP_USE_OTHER;
}

bool handle_done_callback(const Handle *handle, FutureCallback *callback) {
    const CallHandle *call = (const CallHandle *)(const void *)handle;
    if (handle->type != &done_type && handle->type != &link_type) return false;
    *callback = (FutureCallback){.function = call->function.done,
                                 .kind = handle->type == &link_type ? CALLBACK_LINK : CALLBACK_C,
                                 .what.target = call->context};
    return true;
}

enum loop_callback_use handle_use(const Handle *handle) {
    const CallHandle *call = (const CallHandle *)(const void *)handle;
    if (handle->type != &call_type && handle->type != &kept_type) return LOOP_USE_OTHER;
    if (call->function.plain == wait_expires) return LOOP_USE_WAIT_EXPIRES;
    return call->function.plain == limit_expires ? LOOP_USE_LIMIT : LOOP_USE_OTHER;
}

void handle_visit(const Handle *handle, const LoopVisitor *visitor) {
    if (handle->type == &task_handle_type) {
        visitor->future(visitor->context, &handle_owner(handle)->future);
    } else if (handle->type == &sleep_handle_type) {
        sleep_handle_visit(handle, visitor);
    } else if (handle->type == &done_type || handle->type == &link_type) {
        const CallHandle *call = (const CallHandle *)(const void *)handle;
        visitor->future(visitor->context, call->future);
        if (handle->type == &link_type) visitor->future(visitor->context, call->context);
    } else if (handle->type == &kept_type) {
        const CallHandle *call = (const CallHandle *)(const void *)handle;
        visitor->value(visitor->context, call->kept);
        if (call->future) visitor->future(visitor->context, call->future);
    }
}
