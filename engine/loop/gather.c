/* gather.c: a future that is done when several others are.
 *
 * Each child's done callback holds the gather, and the gather holds its children: the circle opens as the children end.
 */
#include "internal.h"

#include <string.h>

static Gather *gather_of(Future *future) {
    return (Gather *)(void *)future;
}

/* ---- results ---- */

/* The results of children that ended by an error or by cancellation stand in the list as the errors themselves. */
static enum loop_status child_value(Future *child, loop_value *value) {
    if (future_outcome(child, value) != FUTURE_CANCELLED) return LOOP_OK;
    return cancelled_error_new(child->loop, future_cancel_message(child), true, value);
}

static void values_release(Loop *loop, loop_value *values, size_t count) {
    for (size_t i = 0; i < count; i++) value_release(loop, values[i]);
}

static enum loop_status values_collect(Gather *gather, loop_value *values) {
    for (size_t i = 0; i < gather->count; i++) {
        enum loop_status status = child_value(gather->children[i], &values[i]);
        if (status == LOOP_OK) continue;
        values_release(gather->future.loop, values, i);
        return status;
    }
    return LOOP_OK;
}

/* The list of results; the array that it is made from is the list itself when LoopOps has none. */
static enum loop_status results_make(Gather *gather, loop_value *list) {
    Loop *loop = gather->future.loop;
    size_t size = gather->count * sizeof(loop_value);
    loop_value *values = mem_alloc(loop->mem, size);
    if (!values) return LOOP_NO_MEMORY;
    enum loop_status status = values_collect(gather, values);
    if (status == LOOP_OK && !loop->ops->list) {
        gather->values = values;
        *list = (loop_value)(uintptr_t)values;
        return LOOP_OK;
    }
    if (status == LOOP_OK && !loop->ops->list(loop->context, values, gather->count, list)) status = LOOP_FAILED;
    mem_free(loop->mem, values, size);
    return status;
}

/* When even the list cannot be made, the waiting task must hear of it: it gets a CancelledError, or the bare word. */
static void fail(Gather *gather) {
    (void)future_cancel_plain(&gather->future, gather->future.loop->ops->none);
}

/* All children are done. A gather that was cancelled ends with the CancelledError of the last in its list. */
static void complete(Gather *gather) {
    loop_value list, error;
    if (results_make(gather, &list) != LOOP_OK) {
        fail(gather);
        return;
    }
    if (!gather->cancel_requested) {
        (void)future_set_result(&gather->future, list);
        return;
    }
    value_release(gather->future.loop, list);
    if (future_cancelled_error(gather->children[gather->count - 1], &error) != LOOP_OK) {
        fail(gather);
        return;
    }
    (void)future_set_exception(&gather->future, error);
}

/* Ends the gather with a child's error. False: the child has none. */
static bool pass_error_on(Gather *gather, Future *child) {
    loop_value value;
    switch (future_outcome(child, &value)) {
    case FUTURE_CANCELLED:
        if (future_cancelled_error(child, &value) != LOOP_OK) {
            fail(gather);
            return true;
        }
        (void)future_set_exception(&gather->future, value);
        return true;
    case FUTURE_EXCEPTION:
        trace_error_passed(child->loop, child->id, gather->future.id, value);
        (void)future_set_exception(&gather->future, value);
        return true;
    case FUTURE_RESULT:
    case FUTURE_PENDING: value_release(gather->future.loop, value); break;
    }
    return false;
}

static void task_drop(Gather *gather) {
    Task *task = gather->task;
    gather->task = NULL;
    if (task) future_release(&task->future);
}

void gather_child_done(Loop *loop, Future *child, void *context) {
    Gather *gather = context;
    if (gather->task) future_left_no_more(child, gather->task);
    if (++gather->finished == gather->unique) task_drop(gather);
    if (future_is_done(&gather->future)) {
        loop_value value;
        (void)future_outcome(child, &value); /* counts its exception as looked at */
        value_release(loop, value);
        return;
    }
    if (!gather->return_exceptions && pass_error_on(gather, child)) return;
    if (gather->finished == gather->unique) complete(gather);
}

/* ---- making ---- */

/* Children that are done already are looked at after all others have their callback, so that the last of them can
 * end the gather at once. */
static enum loop_status children_watch(Gather *gather) {
    enum loop_status status = LOOP_OK;
    for (size_t i = 0; i < gather->count; i++) {
        Future *child = gather->children[i];
        if (future_flag(child, FUTURE_FLAG_MARK)) continue;
        future_flag_set(child, FUTURE_FLAG_MARK);
        gather->unique++;
        if (!future_is_done(&gather->future))
            TRACE_WORDS(child->loop->trace, FUTURE, FUTURE_NEEDS, gather->future.id, child->id);
        if (status == LOOP_OK && !future_is_done(child))
            status = future_add_link(child, gather_child_done, &gather->future);
    }
    return status;
}

static void children_look(Gather *gather, bool skip) {
    for (size_t i = 0; i < gather->count; i++) {
        Future *child = gather->children[i];
        if (!future_flag(child, FUTURE_FLAG_MARK)) continue;
        future_flag_clear(child, FUTURE_FLAG_MARK);
        if (!skip && future_is_done(child)) gather_child_done(gather->future.loop, child, gather);
    }
}

static enum loop_status children_copy(Gather *gather, Future *const *children, size_t count) {
    gather->children = mem_alloc(gather->future.loop->mem, count * sizeof *children);
    if (!gather->children) return LOOP_NO_MEMORY;
    memcpy(gather->children, children, count * sizeof *children);
    for (size_t i = 0; i < count; i++) future_retain(children[i]);
    gather->count = count;
    return LOOP_OK;
}

static void gather_clean(Gather *gather, bool return_exceptions) {
    gather->children = NULL;
    gather->values = NULL;
    gather->task = NULL;
    gather->count = gather->unique = gather->finished = 0;
    gather->return_exceptions = return_exceptions;
    gather->cancel_requested = false;
}

static enum loop_status gather_begin(Gather *gather, Future *const *children, size_t count) {
    const Loop *loop = gather->future.loop;
    enum loop_status status = children_copy(gather, children, count);
    if (status != LOOP_OK) return status;
    gather->task = loop->current_task;
    if (gather->task) future_retain(&gather->task->future);
    status = children_watch(gather);
    children_look(gather, status != LOOP_OK);
    return status;
}

enum loop_status gather_init(Gather *gather, Loop *loop, const FutureType *type, Future *const *children, size_t count,
                             bool return_exceptions) {
    future_init(&gather->future, loop, type, FUTURE_GATHER);
    gather->future.shape = FUTURE_SHAPE_GATHER;
    gather_clean(gather, return_exceptions);
    if (count > 0) return gather_begin(gather, children, count);
    complete(gather);
    return LOOP_OK;
}

enum loop_status gather_init_refused(Gather *gather, Loop *loop, const FutureType *type, Future *const *children,
                                     size_t count) {
    future_init_shape(&gather->future, loop, type, FUTURE_GATHER, FUTURE_SHAPE_GATHER);
    gather->future.state = FUTURE_CANCELLED;
    gather_clean(gather, true);
    return gather_begin(gather, children, count);
}

/* ---- cancellation and the end ---- */

static enum loop_status cancel(Future *future, loop_value message) {
    Gather *gather = gather_of(future);
    if (future_is_done(future)) return LOOP_INVALID_STATE;
    enum loop_status status = LOOP_INVALID_STATE;
    CancelCause before = loop_set_cancel_cause(future->loop, (CancelCause){CANCEL_PASSED_ON, future->id});
    /* After one that failed the others are not asked: of those that wait for this gather in turn, each would ask all
     * again. */
    for (size_t i = 0; i < gather->count && (status == LOOP_OK || status == LOOP_INVALID_STATE); i++) {
        enum loop_status child = future_cancel(gather->children[i], message);
        if (child != LOOP_INVALID_STATE) status = child;
    }
    (void)loop_set_cancel_cause(future->loop, before);
    if (status == LOOP_OK) gather->cancel_requested = true;
    return status;
}

static void gather_clear(Future *future) {
    Gather *gather = gather_of(future);
    Loop *loop = future->loop;
    Future **children = gather->children;
    loop_value *values = gather->values;
    size_t count = gather->count;
    gather->children = NULL;
    gather->values = NULL;
    gather->count = 0;
    task_drop(gather);
    if (values) {
        values_release(loop, values, count);
        mem_free(loop->mem, values, count * sizeof *values);
    }
    if (!children) return;
    for (size_t i = 0; i < count; i++) future_release(children[i]);
    mem_free(loop->mem, children, count * sizeof *children);
}

static void gather_visit(const Future *future, const LoopVisitor *visitor) {
    const Gather *gather = (const Gather *)(const void *)future;
    for (size_t i = 0; i < gather->count; i++) visitor->future(visitor->context, gather->children[i]);
    if (gather->task) visitor->future(visitor->context, &gather->task->future);
    for (size_t i = 0; gather->values && i < gather->count; i++) visitor->value(visitor->context, gather->values[i]);
}

const FutureShape gather_shape = {.cancel = cancel, .clear = gather_clear, .visit = gather_visit};

static void gather_drop(Future *future) {
    Mem *mem = future->loop->mem;
    future_fini(future);
    mem_free(mem, future, sizeof(Gather));
}

static const FutureType plain_gather_type = {.drop = gather_drop};

Gather *gather_new(Loop *loop, Future *const *children, size_t count, bool return_exceptions) {
    Gather *gather = mem_alloc(loop->mem, sizeof *gather);
    if (!gather) return NULL;
    if (gather_init(gather, loop, &plain_gather_type, children, count, return_exceptions) == LOOP_OK) return gather;
    future_release(&gather->future);
    return NULL;
}
