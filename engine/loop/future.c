/* future.c: futures: an outcome that comes later, and whom to tell.
 *
 * Most futures have one callback, the wakeup of the task that awaits them; it stands in the future itself. The others
 * stand in a growing array. Callbacks never run from here: they are queued, in the order they were added.
 */
#include "internal.h"
#include "../include/loopscope/sync.h"

enum { FIRST_MORE_CAPACITY = 4 };

static const FutureShape plain_shape = {0};

static const FutureShape *shape_of(const Future *future) {
    switch ((enum future_shape)future->shape) {
    case FUTURE_SHAPE_TASK: return &task_shape;
    case FUTURE_SHAPE_SLEEP: return &sleep_shape;
    case FUTURE_SHAPE_GATHER: return &gather_shape;
    case FUTURE_SHAPE_WAIT: return &wait_shape;
    case FUTURE_SHAPE_PLAIN: break;
    }
    return &plain_shape;
}

/* ---- life ---- */

void future_init_shape(Future *future, Loop *loop, const FutureType *type, enum future_kind kind,
                       enum future_shape shape) {
    *future = (Future){
        .refs = 1,
        .id = trace_new_id(loop->trace),
        .type = type,
        .loop = loop,
        .state = FUTURE_PENDING,
        .kind = (uint8_t)kind,
        .shape = (uint8_t)shape,
        .value = loop->ops->none,
    };
    loop_hold(loop);
}

static void trace_made(const Future *future) {
    char label[LABEL_SIZE];
    Loop *loop = future->loop;
    size_t length = loop_describe(loop, LOOP_LABEL_FUTURE, future, label);
    const uint32_t fields[] = {future->id, future->kind, loop->trace->current};
    trace_emit_text(loop->trace, TRACE_KIND_FUTURE_MADE, fields, 3, label, length);
}

void future_init(Future *future, Loop *loop, const FutureType *type, enum future_kind kind) {
    future_init_shape(future, loop, type, kind, FUTURE_SHAPE_PLAIN);
    if (trace_wants(loop->trace, TRACE_FUTURE)) trace_made(future);
}

void trace_error_passed(Loop *loop, uint32_t from, uint32_t to, loop_value error) {
    if (!trace_wants(loop->trace, TRACE_TASK)) return;
    char type[LABEL_SIZE], text[LABEL_SIZE];
    size_t type_length = loop_describe(loop, LOOP_LABEL_ERROR_TYPE, &error, type);
    size_t text_length = loop_describe(loop, LOOP_LABEL_ERROR_TEXT, &error, text);
    trace_emit(loop->trace, TRACE_KIND_ERROR_PASSED, from, to, type, type_length, text, text_length);
}

void future_tell_error(const Future *future, uint32_t to) {
    if (future->state == FUTURE_EXCEPTION) trace_error_passed(future->loop, future->id, to, future->value);
}

static void plain_drop(Future *future) {
    Mem *mem = future->loop->mem;
    future_fini(future);
    mem_free(mem, future, sizeof *future);
}

static const FutureType plain_type = {.drop = plain_drop};

Future *future_new(Loop *loop, enum future_kind kind) {
    Future *future = mem_alloc(loop->mem, sizeof *future);
    if (future) future_init(future, loop, &plain_type, kind);
    return future;
}

void future_retain(Future *future) {
    if (future->type->retain) {
        future->type->retain(future);
    } else {
        future->refs++;
    }
}

/* Dropping may give up the last reference to the loop, which owns the memory: it is kept until the drop is over. */
void future_release(Future *future) {
    if (future->type->release) {
        future->type->release(future);
        return;
    }
    if (future->refs > 1) {
        future->refs--;
        return;
    }
    future_report(future);
    if (--future->refs > 0) return;
    Loop *loop = future->loop;
    loop_hold(loop);
    future->type->drop(future);
    loop_unhold(loop);
}

static void report_lost(Task *task) {
    Loop *loop = task->future.loop;
    bool quiet = future_flag(&task->future, FUTURE_FLAG_QUIET);
    future_flag_set(&task->future, FUTURE_FLAG_QUIET);
    TRACE_WORDS(loop->trace, TASK, TASK_LOST, task->future.id);
    if (!quiet && loop->ops->lost) loop->ops->lost(loop->context, task);
}

void future_report(Future *future) {
    Task *task = future_task(future);
    if (task && future->state == FUTURE_PENDING) report_lost(task);
    if (!future_flag(future, FUTURE_FLAG_UNRETRIEVED)) return;
    future_flag_clear(future, FUTURE_FLAG_UNRETRIEVED);
    if (future->loop->ops->unretrieved) future->loop->ops->unretrieved(future->loop->context, future);
}

/* ---- callbacks ---- */

static void callback_release(Loop *loop, const FutureCallback *callback) {
    switch ((enum future_callback_kind)callback->kind) {
    case CALLBACK_WAKEUP:
    case CALLBACK_LINK: future_release(callback->what.target); break;
    case CALLBACK_VALUE:
        value_release(loop, callback->what.callable);
        value_release(loop, callback->scope);
        break;
    case CALLBACK_C:
    case CALLBACK_NONE: break;
    }
}

static enum loop_status queue_value(Future *future, const FutureCallback *callback) {
    Loop *loop = future->loop;
    enum loop_status status = LOOP_CLOSED;
    if (!loop->closed) {
        Handle *handle =
            loop->ops->callback_handle(loop->context, loop, callback->what.callable, callback->scope, future);
        status = LOOP_FAILED;
        if (handle) {
            handle->kind = HANDLE_DONE;
            handle->subject = future->id;
            status = loop_enqueue(loop, handle);
        }
    }
    callback_release(loop, callback);
    return status;
}

static enum loop_status queue_function(Future *future, const FutureCallback *callback) {
    Loop *loop = future->loop;
    Handle *handle = handle_new_done(loop, callback, future);
    if (handle) return loop_enqueue(loop, handle);
    callback_release(loop, callback);
    return LOOP_NO_MEMORY;
}

/* Queues the callback; what it holds is taken over. */
static enum loop_status callback_queue(Future *future, const FutureCallback *callback) {
    if (loop_may_queue(future->loop) != LOOP_OK) {
        callback_release(future->loop, callback);
        return LOOP_FAILED;
    }
    switch ((enum future_callback_kind)callback->kind) {
    case CALLBACK_WAKEUP: return task_queue(callback->what.target);
    case CALLBACK_C:
    case CALLBACK_LINK: return queue_function(future, callback);
    case CALLBACK_VALUE: return queue_value(future, callback);
    case CALLBACK_NONE: break;
    }
    return LOOP_OK;
}

static void more_free(Loop *loop, FutureCallbacks *more) {
    if (more) mem_free(loop->mem, more, sizeof *more + more->capacity * sizeof(FutureCallback));
}

/* Takes all callbacks off the future before the first is queued, as CPython does: what is added from then on is queued
 * at once. One that cannot be queued does not keep the others from it. */
static enum loop_status callbacks_queue(Future *future, loop_value trail) {
    Loop *loop = future->loop;
    FutureCallback first = future->first;
    FutureCallbacks *more = future->more;
    future->first = (FutureCallback){.kind = CALLBACK_NONE, .scope = trail};
    if (first.kind == CALLBACK_NONE) return LOOP_OK;
    future->more = NULL;
    enum loop_status status = callback_queue(future, &first);
    for (uint32_t i = 0; more && i < more->count; i++) {
        if (loop->guarded && status == LOOP_FAILED) {
            callback_release(loop, &more->items[i]); /* in CPython the first refusal is the last */
            continue;
        }
        enum loop_status next = callback_queue(future, &more->items[i]);
        if (status == LOOP_OK) status = next;
    }
    if (more && more->left && !future->more) {
        more->count = 0;
        future->more = more;
    } else {
        more_free(loop, more);
    }
    return status;
}

static FutureCallbacks *more_grow(Loop *loop, FutureCallbacks *more) {
    uint32_t old = more ? more->capacity : 0;
    uint32_t capacity = old ? old * 2 : FIRST_MORE_CAPACITY;
    size_t old_size = more ? sizeof *more + old * sizeof(FutureCallback) : 0;
    FutureCallbacks *grown = mem_realloc(loop->mem, more, old_size, sizeof *more + capacity * sizeof(FutureCallback));
    if (!grown) return NULL;
    if (!more) grown->count = 0, grown->left = NULL;
    grown->capacity = capacity;
    return grown;
}

enum loop_status future_add(Future *future, FutureCallback callback) {
    if (future_is_done(future)) return callback_queue(future, &callback);
    if (future->first.kind == CALLBACK_NONE) {
        future->first = callback;
        return LOOP_OK;
    }
    FutureCallbacks *more = future->more;
    if (!more || more->count == more->capacity) {
        more = more_grow(future->loop, more);
        if (!more) {
            callback_release(future->loop, &callback);
            return LOOP_NO_MEMORY;
        }
        future->more = more;
    }
    more->items[more->count++] = callback;
    return LOOP_OK;
}

enum loop_status future_add_callback(Future *future, future_callback callback, void *context) {
    return future_add(future, (FutureCallback){.function = callback, .kind = CALLBACK_C, .what.target = context});
}

enum loop_status future_add_link(Future *future, future_callback callback, Future *target) {
    future_retain(target);
    return future_add(future, (FutureCallback){.function = callback, .kind = CALLBACK_LINK, .what.target = target});
}

enum loop_status future_add_value(Future *future, loop_value callable, loop_value scope) {
    FutureCallback callback = {.kind = CALLBACK_VALUE};
    callback.what.callable = value_retain(future->loop, callable);
    callback.scope = value_retain(future->loop, scope);
    return future_add(future, callback);
}

size_t future_callback_count(const Future *future) {
    if (future->first.kind == CALLBACK_NONE) return 0;
    return 1 + (future->more ? future->more->count : 0);
}

const FutureCallback *future_callback_at(const Future *future, size_t index) {
    return index == 0 ? &future->first : &future->more->items[index - 1];
}

/* Takes the callback at the index away; the others keep their order. */
static void callback_remove(Future *future, size_t index) {
    FutureCallback removed = *future_callback_at(future, index);
    FutureCallbacks *more = future->more;
    uint32_t from = (uint32_t)index;
    if (index == 0) {
        future->first.kind = CALLBACK_NONE;
        if (more && more->count > 0) future->first = more->items[0];
        from = 1;
    }
    if (more && more->count > 0) {
        for (uint32_t i = from; i < more->count; i++) more->items[i - 1] = more->items[i];
        more->count--;
    }
    callback_release(future->loop, &removed);
}

size_t future_remove_callback(Future *future, future_callback function, void *context) {
    size_t removed = 0;
    for (size_t i = 0; i < future_callback_count(future);) {
        const FutureCallback *callback = future_callback_at(future, i);
        bool is_function = callback->kind == CALLBACK_C || callback->kind == CALLBACK_LINK;
        if (is_function && callback->function == function && callback->what.target == context) {
            callback_remove(future, i);
            removed++;
        } else {
            i++;
        }
    }
    return removed;
}

static bool same_value(Loop *loop, loop_value one, loop_value other) {
    return one == other || (loop->ops->same && loop->ops->same(loop->context, one, other));
}

/* Comparing may run the embedder's code, which may change the callbacks: look again after each comparison. */
size_t future_remove_value(Future *future, loop_value callable) {
    Loop *loop = future->loop;
    size_t removed = 0;
    for (size_t i = 0; i < future_callback_count(future);) {
        const FutureCallback *callback = future_callback_at(future, i);
        if (callback->kind != CALLBACK_VALUE) {
            i++;
            continue;
        }
        loop_value candidate = value_retain(loop, callback->what.callable);
        bool same = same_value(loop, candidate, callable);
        callback = i < future_callback_count(future) ? future_callback_at(future, i) : NULL;
        if (same && callback && callback->kind == CALLBACK_VALUE && callback->what.callable == candidate) {
            callback_remove(future, i);
            removed++;
        } else {
            i++;
        }
        value_release(loop, candidate);
    }
    return removed;
}

/* ---- who gave up waiting ---- */

static LeftWaiter **left_place(FutureCallbacks *more, const Task *task) {
    LeftWaiter **place = &more->left;
    while (*place && (*place)->task != task) place = &(*place)->next;
    return place;
}

void future_note_left(Future *future, Task *task) {
    Mem *mem = future->loop->mem;
    FutureCallbacks *more = future->more ? future->more : more_grow(future->loop, NULL);
    if (!more) return;
    future->more = more;
    LeftWaiter **place = left_place(more, task);
    LeftWaiter *left = *place ? NULL : mem_alloc(mem, sizeof *left);
    if (!left) return;
    *left = (LeftWaiter){.task = task};
    future_retain(&task->future);
    *place = left;
}

static void left_release(Loop *loop, LeftWaiter *left) {
    Task *task = left->task;
    mem_free(loop->mem, left, sizeof *left);
    future_release(&task->future);
}

void future_forget_left(Future *future, const Task *task) {
    if (!future->more) return;
    LeftWaiter **place = left_place(future->more, task);
    LeftWaiter *left = *place;
    if (!left) return;
    *place = left->next;
    left_release(future->loop, left);
}

static void left_drop(Loop *loop, LeftWaiter *left) {
    for (LeftWaiter *next; left; left = next) {
        next = left->next;
        left_release(loop, left);
    }
}

/* ---- who waits ---- */

/* Whom CPython's account names for such a callback; NULL: it tells of nobody. */
static Task *callback_waiter(const FutureCallback *callback) {
    Future *target = callback->what.target;
    switch (future_callback_use(callback)) {
    case LOOP_USE_GATHER: return ((Gather *)(void *)target)->task;
    case LOOP_USE_WAIT: return ((AsyncWait *)(void *)target)->task;
    case LOOP_USE_AWAITED: return future_task(target);
    default: return callback->kind == CALLBACK_WAKEUP ? future_task(target) : NULL;
    }
}

static void callback_visit(const FutureCallback *callback, const LoopVisitor *visitor) {
    Task *task = callback_waiter(callback);
    if (task) visitor->future(visitor->context, &task->future);
    if (callback->kind == CALLBACK_VALUE) visitor->value(visitor->context, callback->what.callable);
}

/* Callbacks of a future that is done stand in the ready queue. */
static void queued_visit(const Future *future, Handle *handle, const LoopVisitor *visitor) {
    FutureCallback callback;
    if (handle->type == &task_handle_type) {
        Task *task = handle_owner(handle);
        if (task->waiter == future) visitor->future(visitor->context, &task->future);
    } else if (handle->kind == HANDLE_DONE && handle->subject == future->id) {
        if (handle_done_callback(handle, &callback))
            callback_visit(&callback, visitor);
        else
            visitor->handle(visitor->context, handle);
    }
}

void future_visit_waiters(const Future *future, const LoopVisitor *visitor) {
    size_t count = future_callback_count(future);
    for (size_t i = 0; i < count; i++) callback_visit(future_callback_at(future, i), visitor);
    const LeftWaiter *left = future->more ? future->more->left : NULL;
    for (; left; left = left->next) visitor->future(visitor->context, &left->task->future);
    Handle *handle = future_is_done(future) ? future->loop->ready_first : NULL;
    for (; handle; handle = handle->next) queued_visit(future, handle, visitor);
}

static void callbacks_drop(Future *future) {
    Loop *loop = future->loop;
    FutureCallback first = future->first;
    FutureCallbacks *more = future->more;
    future->first = (FutureCallback){.kind = CALLBACK_NONE, .scope = loop->ops->none};
    future->more = NULL;
    callback_release(loop, &first);
    for (uint32_t i = 0; more && i < more->count; i++) callback_release(loop, &more->items[i]);
    if (more) left_drop(loop, more->left);
    more_free(loop, more);
}

/* ---- outcome ---- */

/* A task that outlived a cancellation and ended otherwise keeps its message, as CPython's does: a gather asks for it.
 */
static void message_drop(Future *future, loop_value message) {
    Task *task = future->state == FUTURE_CANCELLED ? NULL : future_task(future);
    if (task && task->error == future->loop->ops->none) {
        task->error = message;
    } else {
        value_release(future->loop, message);
    }
}

/* The value is owned and takes the cancel message's place. */
static enum loop_status finish(Future *future, enum future_state state, loop_value value) {
    Loop *loop = future->loop;
    loop_value message = future->value, trail = loop->ops->none;
    if (state == FUTURE_EXCEPTION && loop->ops->trail) trail = loop->ops->trail(loop->context, value);
    future->value = value;
    future->state = (uint8_t)state;
    TRACE_WORDS(loop->trace, FUTURE, FUTURE_RESOLVED, future->id, (uint32_t)state, loop->trace->current);
    /* A task that is not woken, because nothing can be queued, may be what holds the future. */
    bool may_go = loop->closed || loop->guarded;
    if (may_go) future_retain(future);
    enum loop_status status = callbacks_queue(future, trail);
    message_drop(future, message);
    if (may_go) future_release(future);
    return status;
}

enum loop_status future_set_result(Future *future, loop_value value) {
    if (future_is_done(future)) {
        value_release(future->loop, value);
        return LOOP_INVALID_STATE;
    }
    return finish(future, FUTURE_RESULT, value);
}

enum loop_status future_set_exception(Future *future, loop_value error) {
    if (future_is_done(future)) {
        value_release(future->loop, error);
        return LOOP_INVALID_STATE;
    }
    future_flag_set(future, FUTURE_FLAG_UNRETRIEVED);
    return finish(future, FUTURE_EXCEPTION, error);
}

/* CPython's cancel also counts an exception as looked at when the future is done already. */
enum loop_status future_cancel_plain(Future *future, loop_value message) {
    future_flag_clear(future, FUTURE_FLAG_UNRETRIEVED);
    if (future_is_done(future)) return LOOP_INVALID_STATE;
    return finish(future, FUTURE_CANCELLED, value_retain(future->loop, message));
}

enum loop_status future_cancel_shape(Future *future, loop_value message) {
    const FutureShape *shape = shape_of(future);
    return shape->cancel ? shape->cancel(future, message) : future_cancel_plain(future, message);
}

enum loop_status future_cancel(Future *future, loop_value message) {
    Loop *loop = future->loop;
    if (loop->ops->deeper && !loop->ops->deeper(loop->context)) return LOOP_FAILED;
    enum loop_status status =
        future->type->cancel ? future->type->cancel(future, message) : future_cancel_shape(future, message);
    if (loop->ops->back) loop->ops->back(loop->context);
    return status;
}

enum future_state future_outcome(Future *future, loop_value *value) {
    bool has_value = future->state == FUTURE_RESULT || future->state == FUTURE_EXCEPTION;
    *value = has_value ? value_retain(future->loop, future->value) : future->loop->ops->none;
    if (future->state == FUTURE_EXCEPTION) future_flag_clear(future, FUTURE_FLAG_UNRETRIEVED);
    return (enum future_state)future->state;
}

enum future_state future_result(Future *future, loop_value *value) {
    Loop *loop = future->loop;
    enum future_state state = future_outcome(future, value);
    if (state != FUTURE_EXCEPTION || !loop->ops->set_trail) return state;
    loop_value trail = future->first.scope;
    future->first.scope = loop->ops->none;
    loop->ops->set_trail(loop->context, *value, trail);
    value_release(loop, trail);
    return state;
}

loop_value future_cancel_message(const Future *future) {
    if (future->state == FUTURE_PENDING || future->state == FUTURE_CANCELLED) return future->value;
    return future_is_task(future) ? ((const Task *)(const void *)future)->error : future->loop->ops->none;
}

enum loop_status cancelled_error_new(Loop *loop, loop_value message, bool blank, loop_value *error) {
    if (!loop->ops->cancelled_error) {
        *error = value_retain(loop, message);
        return LOOP_OK;
    }
    *error = loop->ops->none;
    return loop->ops->cancelled_error(loop->context, message, blank, error) ? LOOP_OK : LOOP_FAILED;
}

enum loop_status future_cancelled_error(Future *future, loop_value *error) {
    Loop *loop = future->loop;
    Task *task = future_task(future);
    if (task && future->state == FUTURE_CANCELLED && task->error != loop->ops->none) {
        *error = task->error;
        task->error = loop->ops->none;
        return LOOP_OK;
    }
    return cancelled_error_new(loop, future_cancel_message(future), false, error);
}

/* ---- the end ---- */

void future_clear(Future *future) {
    const FutureShape *shape = shape_of(future);
    if (shape->clear) shape->clear(future);
    loop_value trail = future->state == FUTURE_EXCEPTION ? future->first.scope : future->loop->ops->none;
    if (future->state == FUTURE_EXCEPTION) future->first.scope = future->loop->ops->none;
    callbacks_drop(future);
    value_release(future->loop, trail);
    value_drop(future->loop, &future->value);
}

void future_fini(Future *future) {
    future_clear(future);
    Loop *loop = future->loop;
    future->loop = NULL;
    loop_unhold(loop);
}

static void visit_callback(const FutureCallback *callback, const LoopVisitor *visitor) {
    if (callback->kind == CALLBACK_WAKEUP || callback->kind == CALLBACK_LINK) {
        visitor->future(visitor->context, callback->what.target);
    } else if (callback->kind == CALLBACK_VALUE) {
        visitor->value(visitor->context, callback->what.callable);
        visitor->value(visitor->context, callback->scope);
    }
}

void future_visit(const Future *future, const LoopVisitor *visitor) {
    visitor->loop(visitor->context, future->loop);
    for (size_t i = 0; i < future_callback_count(future); i++) visit_callback(future_callback_at(future, i), visitor);
    visitor->value(visitor->context, future->value);
    if (future->state == FUTURE_EXCEPTION) visitor->value(visitor->context, future->first.scope);
    for (const LeftWaiter *left = future->more ? future->more->left : NULL; left; left = left->next)
        visitor->future(visitor->context, &left->task->future);
    const FutureShape *shape = shape_of(future);
    if (shape->visit) shape->visit(future, visitor);
}

void loop_visit(const Loop *loop, const LoopVisitor *visitor) {
    for (Handle *handle = loop->ready_first; handle; handle = handle->next) visitor->handle(visitor->context, handle);
    for (size_t i = 0; i < loop->timers.count; i++) {
        TimerHandle *timer = loop->timers.entries[i].item;
        visitor->handle(visitor->context, &timer->handle);
    }
    watches_visit(loop, visitor);
}
