/* task.c: tasks: a coroutine that the loop steps until it is done.
 *
 * A task has at most one step under way: queued by its making, by a bare yield or by a bad await, or to be queued by
 * the future that it waits for. So one handle, inside the task, serves all its steps, and waking a task allocates
 * nothing.
 */
#include "internal.h"

/* What task_new makes. */
typedef struct PlainTask {
    Task task;
    void *data;
    const char *name;
} PlainTask;

/* ---- the handle ---- */

Task *handle_owner(const Handle *handle) {
    return (Task *)(void *)((char *)(uintptr_t)handle - offsetof(Task, handle));
}

static void step_retain(Handle *handle) {
    future_retain(&handle_owner(handle)->future);
}

static void step_release(Loop *loop, Handle *handle) {
    (void)loop;
    future_release(&handle_owner(handle)->future);
}

static void step_run(Loop *loop, Handle *handle);

const HandleType task_handle_type = {.run = step_run, .retain = step_retain, .release = step_release};

Task *handle_task(Handle *handle) {
    return handle->type == &task_handle_type ? handle_owner(handle) : NULL;
}

enum loop_status task_queue(Task *task) {
    return loop_enqueue(task->future.loop, &task->handle);
}

static enum loop_status queue_again(Task *task) {
    future_retain(&task->future);
    return task_queue(task);
}

/* ---- life ---- */

static void list_add(Loop *loop, Task *task) {
    task->previous_task = loop->last_task;
    if (loop->last_task) {
        loop->last_task->next_task = task;
    } else {
        loop->first_task = task;
    }
    loop->last_task = task;
}

static void list_remove(Loop *loop, Task *task) {
    bool is_listed = task->previous_task || loop->first_task == task;
    if (!is_listed) return;
    if (task->previous_task) {
        task->previous_task->next_task = task->next_task;
    } else {
        loop->first_task = task->next_task;
    }
    if (task->next_task) {
        task->next_task->previous_task = task->previous_task;
    } else {
        loop->last_task = task->previous_task;
    }
    task->previous_task = task->next_task = NULL;
}

static void trace_made(const Task *task) {
    char name[LABEL_SIZE], coroutine[LABEL_SIZE];
    Loop *loop = task->future.loop;
    size_t name_length = loop_describe(loop, LOOP_LABEL_TASK_NAME, task, name);
    size_t coroutine_length = loop_describe(loop, LOOP_LABEL_COROUTINE, task, coroutine);
    const uint32_t fields[] = {task->future.id, loop->trace->current, loop->trace->line};
    trace_emit_texts(loop->trace, TRACE_KIND_TASK_MADE, fields, 3, name, name_length, coroutine, coroutine_length);
}

void task_renamed(Task *task) {
    Loop *loop = task->future.loop;
    if (!trace_wants(loop->trace, TRACE_TASK)) return;
    char name[LABEL_SIZE];
    size_t length = loop_describe(loop, LOOP_LABEL_TASK_NAME, task, name);
    trace_emit(loop->trace, TRACE_KIND_TASK_RENAMED, task->future.id, name, length);
}

void task_init_unqueued(Task *task, Loop *loop, const FutureType *type, TaskStep step) {
    future_init_shape(&task->future, loop, type, FUTURE_PLAIN, FUTURE_SHAPE_TASK);
    handle_init(&task->handle, &task_handle_type, HANDLE_STEP, task->future.id);
    task->previous_task = task->next_task = NULL;
    task->step = step;
    task->waiter = NULL;
    task->error = loop->ops->none;
    task->cancels = 0;
    task->line = 0;
    list_add(loop, task);
    if (trace_wants(loop->trace, TRACE_TASK)) trace_made(task);
}

enum loop_status task_init(Task *task, Loop *loop, const FutureType *type, TaskStep step) {
    task_init_unqueued(task, loop, type, step);
    enum loop_status status = loop_may_queue(loop);
    if (status != LOOP_OK) return status;
    status = queue_again(task);
    if (status != LOOP_OK) future_flag_set(&task->future, FUTURE_FLAG_QUIET);
    return status;
}

static void task_drop(Future *future) {
    Mem *mem = future->loop->mem;
    future_fini(future);
    mem_free(mem, future, sizeof(PlainTask));
}

static const FutureType plain_task_type = {.drop = task_drop};

Task *task_new(Loop *loop, TaskStep step, void *data, const char *name) {
    if (loop->closed) return NULL;
    PlainTask *plain = mem_alloc(loop->mem, sizeof *plain);
    if (!plain) return NULL;
    plain->data = data;
    plain->name = name;
    /* describe is asked while the task is made, and tells plain tasks by their type. */
    plain->task.future.type = &plain_task_type;
    (void)task_init(&plain->task, loop, &plain_task_type, step); /* the loop is open: queueing cannot fail */
    return &plain->task;
}

const char *task_plain_name(const Task *task) {
    return task->future.type == &plain_task_type ? ((const PlainTask *)(const void *)task)->name : NULL;
}

void *task_data(const Task *task) {
    return ((const PlainTask *)(const void *)task)->data;
}

static void task_clear(Future *future) {
    Task *task = (Task *)(void *)future;
    Future *waiter = task->waiter;
    task->waiter = NULL;
    list_remove(future->loop, task);
    value_drop(future->loop, &task->error);
    if (waiter) future_release(waiter);
}

static void task_visit(const Future *future, const LoopVisitor *visitor) {
    const Task *task = (const Task *)(const void *)future;
    visitor->value(visitor->context, task->error);
    if (task->waiter) visitor->future(visitor->context, task->waiter);
}

Task *loop_current_task(const Loop *loop) {
    return loop->current_task;
}

void loop_set_current_task(Loop *loop, Task *task) {
    loop->current_task = task;
    trace_set_current(loop->trace, task ? task->future.id : loop->runner);
}

Task *loop_first_task(const Loop *loop) {
    return loop->first_task;
}

/* ---- cancellation ---- */

CancelCause loop_set_cancel_cause(Loop *loop, CancelCause cause) {
    CancelCause before = loop->cause;
    loop->cause = cause;
    return before;
}

static void trace_cancel(const Task *task, loop_value message) {
    char text[LABEL_SIZE];
    Loop *loop = task->future.loop;
    size_t length = message == loop->ops->none ? 0 : loop_describe(loop, LOOP_LABEL_MESSAGE, &message, text);
    const uint32_t fields[] = {task->future.id, loop->trace->current, (uint32_t)loop->cause.why, loop->cause.source};
    trace_emit_text(loop->trace, TRACE_KIND_TASK_CANCEL_ASKED, fields, 4, text, length);
}

/* Whatever is cancelled from here on is so because this task is. */
static void note_cancel(Task *task, loop_value message) {
    Loop *loop = task->future.loop;
    future_flag_clear(&task->future, FUTURE_FLAG_UNRETRIEVED);
    task->cancels++;
    if (!trace_wants(loop->trace, TRACE_TASK)) return;
    trace_cancel(task, message);
    loop->cause = (CancelCause){CANCEL_PASSED_ON, task->future.id};
}

/* The task that another one waits for, when cancelling it is nobody else's business and can do anything; or NULL. */
static Task *next_to_cancel(const Task *task) {
    Future *waiter = task->waiter;
    bool plain = waiter && waiter->shape == FUTURE_SHAPE_TASK && !waiter->type->cancel;
    return plain && !future_is_done(waiter) ? (Task *)(void *)waiter : NULL;
}

/* Whether tasks wait for each other in a ring (Brent's algorithm). */
static bool waits_in_ring(const Task *task) {
    const Task *seen = task;
    for (uint32_t steps = 0, power = 1; (task = next_to_cancel(task)) != NULL; steps++) {
        if (task == seen) return true;
        if (steps != power) continue;
        seen = task;
        power *= 2;
    }
    return false;
}

/* While it waits, the future that it waits for is cancelled; the task hears of it through its wakeup. Only when there
 * is none, or it is done already, the next step throws the error in. Tasks may wait for each other in a chain of any
 * length: what is asked of the first is asked of the last. In a ring it goes round, as in CPython, until the C stack is
 * full. */
static enum loop_status cancel(Future *future, loop_value message) {
    Task *task = (Task *)(void *)future;
    Loop *loop = future->loop;
    enum loop_status status = LOOP_INVALID_STATE;
    if (future_is_done(future)) return future_cancel_plain(future, message);
    CancelCause cause = loop->cause;
    note_cancel(task, message);
    bool ring = waits_in_ring(task);
    for (Task *next; !ring && (next = next_to_cancel(task)) != NULL; task = next) note_cancel(next, message);
    future_retain(&task->future);
    if (task->waiter) {
        Future *waiter = task->waiter;
        future_retain(waiter);
        status = future_cancel(waiter, message);
        future_release(waiter);
    }
    if (status == LOOP_INVALID_STATE) {
        future_flag_set(&task->future, FUTURE_FLAG_MUST_CANCEL);
        loop_value before = task->future.value;
        task->future.value = value_retain(loop, message);
        value_release(loop, before);
        status = LOOP_OK;
    }
    loop->cause = cause;
    future_release(&task->future);
    return status;
}

enum loop_status task_cancel(Task *task, loop_value message) {
    return future_cancel(&task->future, message);
}

uint32_t task_cancelling(const Task *task) {
    return task->cancels;
}

uint32_t task_uncancel(Task *task) {
    if (task->cancels > 0 && --task->cancels == 0) future_flag_clear(&task->future, FUTURE_FLAG_MUST_CANCEL);
    return task->cancels;
}

const FutureShape task_shape = {.cancel = cancel, .clear = task_clear, .visit = task_visit};

/* ---- the step's first half ---- */

typedef struct Resume {
    loop_value value;
    bool thrown;
    bool is_cancel; /* what is thrown is a CancelledError */
} Resume;

static bool is_cancelled_error(Loop *loop, loop_value error) {
    return loop->ops->is_cancelled_error && loop->ops->is_cancelled_error(loop->context, error);
}

/* What the future that the task waited for leads to. */
static enum loop_status resume_from_waiter(const Task *task, Future *waiter, Resume *resume) {
    Loop *loop = task->future.loop;
    switch (future_result(waiter, &resume->value)) {
    case FUTURE_EXCEPTION:
        trace_error_passed(loop, waiter->id, task->future.id, resume->value);
        resume->thrown = true;
        resume->is_cancel = is_cancelled_error(loop, resume->value);
        break;
    case FUTURE_CANCELLED:
        resume->thrown = resume->is_cancel = true;
        return future_cancelled_error(waiter, &resume->value);
    case FUTURE_RESULT:
    case FUTURE_PENDING: break;
    }
    return LOOP_OK;
}

static enum loop_status resume_find(Task *task, Resume *resume) {
    Loop *loop = task->future.loop;
    if (future_flag(&task->future, FUTURE_FLAG_THROW)) {
        future_flag_clear(&task->future, FUTURE_FLAG_THROW);
        resume->value = task->error;
        resume->thrown = true;
        resume->is_cancel = is_cancelled_error(loop, resume->value);
        task->error = loop->ops->none;
    } else if (task->waiter) {
        return resume_from_waiter(task, task->waiter, resume);
    }
    return LOOP_OK;
}

/* A cancellation that was asked for takes the place of whatever was to come in, unless that is a CancelledError itself.
 */
static enum loop_status resume_cancel(Task *task, Resume *resume) {
    Loop *loop = task->future.loop;
    if (!task_must_cancel(task)) return LOOP_OK;
    if (!resume->is_cancel) {
        loop_value error;
        enum loop_status status = cancelled_error_new(loop, task->future.value, false, &error);
        if (status != LOOP_OK) return status;
        value_release(loop, resume->value);
        *resume = (Resume){.value = error, .thrown = true, .is_cancel = true};
        future_flag_set(&task->future, FUTURE_FLAG_OWN_ERROR);
    }
    future_flag_clear(&task->future, FUTURE_FLAG_MUST_CANCEL);
    return LOOP_OK;
}

/* The task waits no more for the future that woke it. */
static void waiter_pass(Task *task) {
    Loop *loop = task->future.loop;
    Future *waiter = task->waiter;
    task->waiter = NULL;
    if (!waiter) return;
    future_left_no_more(waiter, task);
    loop_drop_woken(loop); /* there is none, unless a step was left in the middle */
    loop->woken_by = waiter;
}

enum loop_status task_step_begin(Task *task, loop_value *sent, bool *thrown) {
    Loop *loop = task->future.loop;
    if (future_is_done(&task->future)) return LOOP_INVALID_STATE;
    Resume resume = {.value = loop->ops->none};
    future_flag_clear(&task->future, FUTURE_FLAG_OWN_ERROR);
    enum loop_status status = resume_find(task, &resume);
    if (status == LOOP_OK) status = resume_cancel(task, &resume);
    if (status != LOOP_OK) {
        value_release(loop, resume.value);
        return status;
    }
    *sent = resume.value;
    *thrown = resume.thrown;
    loop_set_current_task(loop, task);
    future_flag_set(&task->future, FUTURE_FLAG_STEPPING);
    TRACE_WORDS(loop->trace, TASK, TASK_STEP_BEGINS, task->future.id, task->line);
    waiter_pass(task);
    return LOOP_OK;
}

/* ---- its second half ---- */

/* A coroutine that returned although a cancellation was asked for is cancelled nevertheless. */
static enum loop_status end_done(Task *task, loop_value value) {
    if (!task_must_cancel(task)) return future_set_result(&task->future, value);
    future_flag_clear(&task->future, FUTURE_FLAG_MUST_CANCEL);
    value_release(task->future.loop, value);
    return future_cancel_plain(&task->future, task->future.value);
}

static enum loop_status end_cancelled(Task *task, loop_value error) {
    value_drop(task->future.loop, &task->error);
    task->error = error;
    return future_cancel_plain(&task->future, task->future.loop->ops->none);
}

/* The wakeup is added before a pending cancellation is handed on, so that the wakeup stands first in the queue. */
static enum loop_status end_await(Task *task, Future *future) {
    if (future == &task->future || future->loop != task->future.loop) return LOOP_BAD_AWAIT;
    future_retain(&task->future);
    enum loop_status status = future_add(future, (FutureCallback){.kind = CALLBACK_WAKEUP, .what.target = task});
    if (status != LOOP_OK) return status;
    future_retain(future);
    task->waiter = future;
    if (!task_must_cancel(task)) return LOOP_OK;
    CancelCause before = loop_set_cancel_cause(task->future.loop, (CancelCause){CANCEL_PASSED_ON, task->future.id});
    status = future_cancel(future, task->future.value);
    (void)loop_set_cancel_cause(task->future.loop, before);
    if (status == LOOP_INVALID_STATE) return LOOP_OK;
    future_flag_clear(&task->future, FUTURE_FLAG_MUST_CANCEL);
    return status;
}

static enum loop_status end_by_outcome(Task *task, enum task_outcome outcome, TaskResult result) {
    switch (outcome) {
    case TASK_AWAIT: return end_await(task, result.future);
    case TASK_DONE: return end_done(task, result.value);
    case TASK_RAISED: return future_set_exception(&task->future, result.value);
    case TASK_CANCELLED: return end_cancelled(task, result.value);
    case TASK_YIELD: return queue_again(task);
    }
    return LOOP_OK;
}

enum loop_status task_step_end(Task *task, enum task_outcome outcome, TaskResult result) {
    Loop *loop = task->future.loop;
    uint32_t awaited = outcome == TASK_AWAIT ? result.future->id : 0;
    task->line = loop->trace->line;
    if (trace_wants(loop->trace, TRACE_TASK)) trace_refresh(loop->trace);
    if (awaited) TRACE_WORDS(loop->trace, FUTURE, FUTURE_AWAITED, awaited, task->future.id);
    TRACE_WORDS(loop->trace, TASK, TASK_STEP_ENDS, task->future.id, (uint32_t)outcome, awaited, task->line);
    future_flag_clear(&task->future, FUTURE_FLAG_STEPPING);
    enum loop_status status = end_by_outcome(task, outcome, result);
    loop_set_current_task(loop, NULL);
    loop->trace->line = 0;
    return status;
}

void task_throw_next(Task *task, loop_value error) {
    value_drop(task->future.loop, &task->error);
    task->error = error;
    future_flag_set(&task->future, FUTURE_FLAG_THROW);
}

enum loop_status task_throw_soon(Task *task, loop_value error) {
    task_throw_next(task, error);
    return queue_again(task);
}

/* ---- tasks of C programs ---- */

static void step_run(Loop *loop, Handle *handle) {
    Task *task = handle_owner(handle);
    loop_value sent;
    bool thrown;
    if (task_step_begin(task, &sent, &thrown) != LOOP_OK) {
        /* Its error cannot be made: rather than never again it is heard of without one. */
        (void)future_cancel_plain(&task->future, loop->ops->none);
        return;
    }
    TaskResult result = {.value = loop->ops->none};
    enum task_outcome outcome = task->step(task, sent, thrown, &result);
    if (task_step_end(task, outcome, result) == LOOP_BAD_AWAIT) (void)task_throw_soon(task, loop->ops->none);
}
