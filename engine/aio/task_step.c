/* task_step.c: one step of a task: what goes into the coroutine, and what it gives back.
 *
 * The loop core decides what is sent or thrown in and what the outcome leads to; the VM drives the coroutine between
 * the two halves, on its own frames. The checks and messages are those of CPython's task_step_impl.
 */
#include "values.h"

/* asyncio.sleep takes its timer back when the sleeper goes on (its `finally: h.cancel()`). */
static enum loop_status begin(TaskObj *self, Value *sent, bool *thrown) {
    Future *waiter = self->task.waiter;
    bool sleeps = waiter != NULL && waiter->type == &aio_sleep_type;
    if (!sleeps) return task_step_begin(&self->task, sent, thrown);
    future_retain(waiter);
    enum loop_status status = task_step_begin(&self->task, sent, thrown);
    sleep_end(&sleep_obj(waiter)->nap);
    future_release(waiter);
    return status;
}

/* The step could not even begin: its CancelledError could not be made. The task ends with what is set. */
static void fail(Vm *vm, TaskObj *self) {
    if (!error_is_set(vm)) raise_no_memory(vm);
    (void)future_set_exception(&self->task.future, error_take(vm));
}

/* Whether CPython raises what the waiter ended with before it throws it into the coroutine: a cancellation, and all
 * that result() of a subclass is asked for. Its context is what is handled around the loop then. */
static bool is_raised_first(const Future *waiter) {
    if (waiter == NULL || waiter->state != FUTURE_EXCEPTION) return waiter != NULL && waiter->state == FUTURE_CANCELLED;
    return waiter->shape == FUTURE_SHAPE_GATHER || (future_object(waiter)->type->flags & TYPE_HEAP) != 0;
}

enum step_begun task_step_start(Vm *vm, TaskObj *self, AioThread *thread, Value *in) {
    Value sent;
    bool thrown, raised_first = is_raised_first(self->task.waiter);
    enum loop_status status = begin(self, &sent, &thrown);
    if (status != LOOP_OK) {
        if (status != LOOP_INVALID_STATE) fail(vm, self);
        return STEP_SKIPPED;
    }
    if (vm->trace->mask != 0) vm->trace->line = self->task.line;
    thread->scope = &self->scope;
    if (thrown) value_set(vm, &self->thrown, value_retain(sent));
    if (thrown && raised_first) {
        raise_value(vm, sent);
        value_release(vm, error_take(vm));
    }
    if (!thrown) { /* nothing is sent in: whoever awaits a future asks it */
        value_release(vm, sent);
        sent = VALUE_NONE;
    }
    *in = gen_step(vm, self->coro, sent, thrown);
    return *in == SIGNAL_PUSHED ? STEP_PUSHED : STEP_AT_ONCE;
}

/* ---- what the coroutine gave back ---- */

static void note_place(Vm *vm, TaskObj *self, enum send_status status) {
    if (vm->trace->mask == 0) return;
    uint32_t line = 0;
    Frame *top = is_exact(vm, self->coro, T_coroutine) ? gen_user_frame(vm, self->coro, &line) : NULL;
    vm->trace->line = line;
    if (status == SEND_YIELDED)
        values_suspend(vm, self->task.future.id, top, top == NULL ? NULL : AS(Gen, self->coro)->frame);
    else
        values_forget(vm, self->task.future.id);
}

/* A callback could not be queued or a cancel method failed: nobody is there to catch that. */
static void check_end(Vm *vm, TaskObj *self, enum loop_status status) {
    if (status == LOOP_OK || status == LOOP_CLOSED || status == LOOP_INVALID_STATE) return;
    raise_status(vm, status);
    error_unraisable(vm, "task step", obj_value(self));
}

static bool end(Vm *vm, TaskObj *self, enum task_outcome outcome, TaskResult result) {
    check_end(vm, self, task_step_end(&self->task, outcome, result));
    return true;
}

static void throw_soon(Vm *vm, TaskObj *self) {
    check_end(vm, self, task_throw_soon(&self->task, error_take(vm)));
}

/* Ends the step so that the next one throws what is set; awaiting itself is how the core is told of a bad await. */
static bool end_badly(Vm *vm, TaskObj *self, Value yielded) {
    value_release(vm, yielded);
    Value error = error_take(vm);
    (void)task_step_end(&self->task, TASK_AWAIT, (TaskResult){.value = VALUE_NONE, .future = &self->task.future});
    error_restore(vm, error);
    throw_soon(vm, self);
    return true;
}

/* What was refused is still marked as awaited, as in CPython: nobody else can await it. */
static bool await_future(Vm *vm, TaskObj *self, Future *future, Value yielded, bool is_awaited) {
    Value task = obj_value(self);
    if (future == &self->task.future) {
        raise_error(vm, T_RuntimeError, "Task cannot await on itself: %R", task);
    } else if (future->loop != self->task.future.loop) {
        raise_error(vm, T_RuntimeError, "Task %R got Future %R attached to a different loop", task, yielded);
    } else if (!is_awaited) {
        raise_error(vm, T_RuntimeError, "yield was used instead of yield from in task %R with %R", task, yielded);
    } else {
        future->flags = (uint8_t)(future->flags & ~(unsigned)FUTURE_FLAG_BLOCKING);
        end(vm, self, TASK_AWAIT, (TaskResult){.value = VALUE_NONE, .future = future});
        value_release(vm, yielded); /* the task keeps it now */
        return true;
    }
    return end_badly(vm, self, yielded);
}

/* The step cannot even say what the task waits for: nobody will ever wake it. */
static bool end_failed(Vm *vm, TaskObj *self, Value yielded) {
    bool leaves = is_leaving_error(vm, vm->thread->error);
    Value error = error_take(vm);
    (void)task_step_end(&self->task, TASK_AWAIT, (TaskResult){.value = VALUE_NONE, .future = &self->task.future});
    value_release(vm, yielded);
    if (leaves) {
        error_restore(vm, error);
        return false;
    }
    AS(Exception, error)->left_library = true; /* Handle._run */
    Str *text = str_format(vm, "Exception in callback <_asyncio.TaskStepMethWrapper object at %p>()",
                           (void *)&self->task.handle);
    Value context = report_context(vm, text, "exception", error, NULL);
    value_release(vm, error);
    loop_report_nested(vm, loop_obj(self->task.future.loop), context);
    return true;
}

static bool await_other(Vm *vm, TaskObj *self, Value yielded) {
    Future *waiter;
    switch (asked_await(vm, self, yielded, &waiter)) {
    case ASK_FINE:
        end(vm, self, TASK_AWAIT, (TaskResult){.value = VALUE_NONE, .future = waiter});
        future_release(waiter);
        value_release(vm, yielded);
        return true;
    case ASK_REFUSED: return end_badly(vm, self, yielded);
    case ASK_FAILED: return end_failed(vm, self, yielded);
    case ASK_NO_FUTURE: break;
    }
    if (is_exact(vm, yielded, T_generator)) {
        raise_error(vm, T_RuntimeError, "yield was used instead of yield from for generator in task %R with %R",
                    obj_value(self), yielded);
    } else {
        raise_error(vm, T_RuntimeError, "Task got bad yield: %R", yielded);
    }
    return end_badly(vm, self, yielded);
}

static bool step_yielded(Vm *vm, TaskObj *self, Value yielded) {
    if (value_is_none(yielded)) return end(vm, self, TASK_YIELD, (TaskResult){.value = VALUE_NONE});
    if (value_is_obj(yielded) && value_obj(yielded)->type == aio_of(vm)->sleep &&
        AS(SleepObj, yielded)->state == SLEEP_WAITING) {
        return await_future(vm, self, &AS(SleepObj, yielded)->nap.future, yielded, true);
    }
    Future *future = future_of(vm, yielded);
    bool seen_through = future != NULL && future->loop != NULL;
    if (seen_through && (future == &self->task.future || !future_is_asked(vm, yielded)))
        return await_future(vm, self, future, yielded, (future->flags & FUTURE_FLAG_BLOCKING) != 0);
    return await_other(vm, self, yielded);
}

static bool step_raised(Vm *vm, TaskObj *self) {
    Value error = error_take(vm);
    if (is_cancelled_error(vm, error)) return end(vm, self, TASK_CANCELLED, (TaskResult){.value = error});
    bool leaves = is_leaving_error(vm, error);
    if (leaves) value_retain(error);
    end(vm, self, TASK_RAISED, (TaskResult){.value = error});
    if (!leaves) return true;
    error_restore(vm, error);
    return false;
}

static bool step_over(Vm *vm, TaskObj *self, Value in) {
    enum send_status status = in == VALUE_NULL ? SEND_RAISED : gen_step_outcome(vm);
    note_place(vm, self, status);
    switch (status) {
    case SEND_YIELDED: return step_yielded(vm, self, in);
    case SEND_RETURNED: return end(vm, self, TASK_DONE, (TaskResult){.value = in});
    default: return step_raised(vm, self);
    }
}

static void drop_thrown(Vm *vm, TaskObj *self) {
    if (self->thrown == VALUE_NULL) return;
    Value error = error_take(vm);
    value_clear(vm, &self->thrown);
    if (error != VALUE_NULL) error_restore(vm, error);
}

/* An error that the step made itself goes before the outcome is told, one that it was given when the step is over. */
bool task_step_done(Vm *vm, TaskObj *self, Value in) {
    if (self->task.future.flags & FUTURE_FLAG_OWN_ERROR) drop_thrown(vm, self);
    bool fine = step_over(vm, self, in);
    drop_thrown(vm, self);
    return fine;
}

/* ---- steps within another's, or within a callback: of eager tasks, and by the wakeup that asked futures call ---- */

enum { EAGER_TASK, EAGER_SCOPE, EAGER_WOKEN, EAGER_SLOTS };
enum { EAGER_START, EAGER_STEPPING };

/* The slot that the thread's context stood in, as a number: it belongs to whoever called. */
static Value scope_word(ContextObj *const *scope) {
    return value_small((int64_t)(uintptr_t)scope);
}

static void eager_leave(Vm *vm, Frame *frame, TaskObj *self) {
    AioThread *thread = vm->thread->aio;
    thread->scope = (ContextObj **)(uintptr_t)value_as_small(frame->regs[EAGER_SCOPE]);
    loop_set_current_task(self->task.future.loop, frame->context);
}

static Value eager_result(const Frame *frame, TaskObj *self) {
    return frame->regs[EAGER_WOKEN] == VALUE_NULL ? value_retain(obj_value(self)) : VALUE_NONE;
}

static Value eager_end(Vm *vm, Frame *frame, TaskObj *self, Value in) {
    bool fine = task_step_done(vm, self, in);
    eager_leave(vm, frame, self);
    bool eager = frame->regs[EAGER_WOKEN] == VALUE_NULL;
    if (eager && future_is_done(&self->task.future)) value_clear(vm, &self->coro);
    return fine ? eager_result(frame, self) : VALUE_NULL;
}

static Value eager_resume(Vm *vm, Frame *frame, Value in) {
    TaskObj *self = AS(TaskObj, frame->regs[EAGER_TASK]);
    if (frame->state == EAGER_STEPPING) return eager_end(vm, frame, self, in);
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return VALUE_NULL;
    frame->regs[EAGER_SCOPE] = scope_word(thread->scope);
    frame->context = loop_current_task(self->task.future.loop);
    frame->state = EAGER_STEPPING;
    switch (task_step_start(vm, self, thread, &in)) {
    case STEP_PUSHED: return SIGNAL_PUSHED;
    case STEP_AT_ONCE: return eager_end(vm, frame, self, in);
    case STEP_SKIPPED: break;
    }
    eager_leave(vm, frame, self);
    return eager_result(frame, self);
}

static Value step_push(Vm *vm, TaskObj *self, Value woken) {
    Frame *frame = native_push(vm, eager_resume, EAGER_SLOTS);
    if (frame == NULL) {
        obj_release(vm, self);
        return VALUE_NULL;
    }
    frame->regs[EAGER_TASK] = obj_value(self);
    frame->regs[EAGER_WOKEN] = woken;
    return SIGNAL_PUSHED;
}

Value task_eager_push(Vm *vm, TaskObj *self) {
    return step_push(vm, self, VALUE_NULL);
}

Value task_woken_push(Vm *vm, TaskObj *self) {
    return step_push(vm, self, VALUE_NONE);
}

static Value eager_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return task_eager_push(vm, AS(TaskObj, value_retain(args[0])));
}

/* For Task(..., eager_start=True), where a constructor cannot push frames: the step runs to its end before it returns.
 */
bool task_eager_nested(Vm *vm, TaskObj *self) {
    static const MethodDef def = {"_eager_step", eager_call, 1, 1, false, METHOD_PLAIN, NULL};
    Value function = native_new(vm, &def, VALUE_NULL, NULL);
    Value task = obj_value(self);
    Value outcome = function == VALUE_NULL ? VALUE_NULL : call_value(vm, function, &task, 1, NULL);
    value_release(vm, function);
    value_release(vm, outcome);
    return outcome != VALUE_NULL;
}
