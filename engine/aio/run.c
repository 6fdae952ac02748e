/* run.c: the driver: run_forever and run_until_complete as a native frame.
 *
 * The frame goes through the core's phases: wait (the thread parks), fix the batch, take its handles one by one.
 * Whatever a handle runs in Python is pushed on the thread above this frame, which is resumed with the outcome; nothing
 * of it stands on the C stack meanwhile.
 */
#include <math.h>
#include <stdio.h>

#include "aio.h"

enum { RUN_LOOP, RUN_FUTURE, RUN_SLOTS };
enum run_state {
    RUN_START,
    RUN_STEPPING,  /* a task's coroutine runs */
    RUN_CALLING,   /* a callback runs */
    RUN_TELLING,   /* the exception handler runs */
    RUN_WAITING,   /* the thread was parked */
    RUN_SELECTING, /* the program's own selector waits */
    RUN_ITERATING, /* the program's own _run_once() runs */
};
/* NEW: the task was made for this run; ONCE: one iteration, within a run or without one */
enum run_kind { RUN_FOREVER, RUN_COMPLETE, RUN_COMPLETE_NEW, RUN_ONCE };

static LoopObj *loop_of(const Frame *frame) {
    return AS(LoopObj, frame->regs[RUN_LOOP]);
}

static enum run_kind kind_of(const Frame *frame) {
    return (enum run_kind)(uintptr_t)frame->context;
}

static Future *watched(const Frame *frame) {
    return &AS(FutureObj, frame->regs[RUN_FUTURE])->future;
}

/* ---- begin and end of a run ---- */

static bool check_can_run(Vm *vm, LoopObj *self) {
    if (!loop_check_open(vm, self)) return false;
    if (loop_is_running(self->loop)) {
        raise_status(vm, LOOP_RUNNING);
        return false;
    }
    if (vm->thread->running_loop == VALUE_NULL) return true;
    raise_error(vm, T_RuntimeError, "Cannot run the event loop while another loop is running");
    return false;
}

static bool iterates_its_own_way(Vm *vm, const LoopObj *self);

static bool run_enter(Vm *vm, LoopObj *self) {
    AioThread *thread = aio_thread(vm);
    if (thread == NULL || !loop_asyncgen_install(vm, self)) return false;
    enum loop_status status = loop_run_begin(self->loop);
    if (status != LOOP_OK) {
        loop_asyncgen_restore(vm, self);
        raise_status(vm, status);
        return false;
    }
    loop_take_selector(vm, self);
    self->iterates = iterates_its_own_way(vm, self);
    self->thread = vm->thread;
    self->scope = thread->scope;
    self->old_origin_depth = vm->state->coroutine_origin_depth;
    if (self->debug) vm->state->coroutine_origin_depth = LOOP_ORIGIN_DEPTH;
    vm->thread->running_loop = value_retain(obj_value(self));
    return true;
}

/* Whoever computes for longer keeps the others waiting: the log says so. */
#define BUSY_SECONDS 0.1

static void busy_begin(Vm *vm, LoopObj *self) {
    if (!trace_wants(vm->trace, TRACE_LOOP)) return;
    vm->state->busy = (BusyTime){.line = 0};
    self->busy_since = vm->trace->time;
}

/* Time in which a page lets the program pause is no work: with slices that ended only those count. */
static void busy_end(Vm *vm, const LoopObj *self, uint32_t task) {
    const BusyTime *busy = &vm->state->busy;
    double seconds = busy->seconds;
    if (!trace_wants(vm->trace, TRACE_LOOP)) return;
    if (busy->line == 0 && !busy->parked) seconds = vm->trace->time - self->busy_since;
    if (seconds < BUSY_SECONDS) return;
    TRACE(vm->trace, LOOP, LOOP_BLOCKED, task, seconds, busy->line, 1u);
}

static void finish_current(LoopObj *self) {
    Handle *handle = self->current;
    self->current = NULL;
    if (handle == NULL) return;
    uint32_t task = handle->kind == HANDLE_STEP ? handle->subject : 0;
    loop_finish(self->loop, handle);
    busy_end(self->vm, self, task);
}

static void run_leave(Vm *vm, LoopObj *self) {
    if (self->thread == NULL) return;
    Thread *thread = self->thread;
    AioThread *own = thread->aio;
    self->thread = NULL;
    if (own != NULL) own->scope = self->scope;
    finish_current(self);
    loop_set_current_task(self->loop, NULL);
    loop_run_end(self->loop);
    vm->state->coroutine_origin_depth = self->old_origin_depth;
    loop_asyncgen_restore(vm, self);
    value_clear(vm, &thread->running_loop);
}

void loop_run_abandon(LoopObj *self) {
    self->thread = NULL;
    finish_current(self);
    if (loop_is_running(self->loop)) loop_run_end(self->loop);
}

/* The outcome of the whole run; with an exception set when `fine` is false. */
static Value run_result(Vm *vm, Frame *frame, bool fine) {
    enum run_kind kind = kind_of(frame);
    if (kind == RUN_FOREVER) return fine ? VALUE_NONE : VALUE_NULL;
    Future *future = watched(frame);
    loop_unwatch(future->loop, future);
    if (!fine) {
        /* Whoever called has no access to the task that was made for it: its exception counts as looked at. */
        if (kind == RUN_COMPLETE_NEW) future->flags = (uint8_t)(future->flags & ~(unsigned)FUTURE_FLAG_UNRETRIEVED);
        return VALUE_NULL;
    }
    if (!future_is_done(future)) return raise_status(vm, LOOP_STOPPED);
    return future_take_result(vm, future);
}

/* An exception that leaves the run keeps, as the frames of CPython's traceback do, the task or callback that raised it.
 */
static void error_keeps_current(Vm *vm, const LoopObj *self, Value error) {
    if (self->current == NULL) return;
    const Task *task = handle_task(self->current);
    bool is_own = self->current->type == &aio_handle_type;
    if (task != NULL || is_own) {
        Value kept = task != NULL ? obj_value(task_obj(task)) : obj_value(handle_obj(self->current));
        traceback_add_library(vm, error, "_run", kept);
    }
}

static Value run_end(Vm *vm, Frame *frame, bool fine) {
    if (kind_of(frame) == RUN_ONCE && fine) return VALUE_NONE;
    Value error = fine ? VALUE_NULL : error_take(vm);
    if (!fine) error_keeps_current(vm, loop_of(frame), error);
    if (kind_of(frame) == RUN_ONCE) {
        finish_current(loop_of(frame));
        error_restore(vm, error);
        return VALUE_NULL;
    }
    run_leave(vm, loop_of(frame));
    if (!fine) error_restore(vm, error);
    return run_result(vm, frame, fine);
}

/* ---- debug mode: slow callbacks ---- */

static bool is_slow(LoopObj *self, double *took) {
    double limit = is_float(self->slow) ? float_value(self->slow) : (double)value_as_small(self->slow);
    *took = loop_time(self->loop) - self->began;
    return *took >= limit;
}

static void warn_slow(Vm *vm, LoopObj *self) {
    double took;
    Task *task = handle_task(self->current);
    bool is_own = self->current->type == &aio_handle_type;
    if ((task == NULL && !is_own) || !is_slow(self, &took)) return;
    char seconds[48];
    snprintf(seconds, sizeof seconds, "%.3f", took);
    Value subject = task != NULL ? obj_value(task_obj(task)) : obj_value(handle_obj(self->current));
    Str *text = str_format(vm, "Executing %V took %s seconds", subject, seconds);
    if (text == NULL || !log_text(vm, "warning", text, VALUE_NULL)) error_unraisable(vm, "slow callback", subject);
    obj_release(vm, text);
}

/* ---- one handle ---- */

/* What became of a handle: it is over, the frame waits for something, or the run ends by the exception set. */
enum go { GO_ON, GO_AWAY, GO_OUT };

static enum go handle_over(Vm *vm, LoopObj *self) {
    if (self->debug) warn_slow(vm, self);
    finish_current(self);
    return GO_ON;
}

static enum go step_over(Vm *vm, LoopObj *self, Value in) {
    AioThread *thread = vm->thread->aio;
    bool fine = task_step_done(vm, task_obj(handle_task(self->current)), in);
    thread->scope = self->scope;
    return fine ? handle_over(vm, self) : GO_OUT;
}

static enum go step_begin(Vm *vm, Frame *frame, LoopObj *self, TaskObj *task) {
    Value in;
    frame->state = RUN_STEPPING;
    switch (task_step_start(vm, task, vm->thread->aio, &in)) {
    case STEP_PUSHED: return GO_AWAY;
    case STEP_AT_ONCE: return step_over(vm, self, in);
    case STEP_SKIPPED: break;
    }
    return handle_over(vm, self);
}

static enum go tell_over(Vm *vm, Frame *frame, LoopObj *self, Value told) {
    if (value_is_signal(told)) return GO_AWAY;
    value_clear(vm, &frame->handled);
    value_release(vm, told);
    return told == VALUE_NULL ? GO_OUT : handle_over(vm, self);
}

/* The outcome of a callback's or an exception handler's call. */
static enum go tell(Vm *vm, Frame *frame, LoopObj *self) {
    Value error = error_take(vm);
    HandleObj *handle = handle_obj(self->current);
    AS(Exception, error)->left_library = true; /* Handle._run */
    trace_exception(vm, error);
    Value context = handle_error_context(vm, handle, error);
    frame->state = RUN_TELLING;
    value_set(vm, &frame->handled, error); /* Handle._run tells of it in its except clause */
    return tell_over(vm, frame, self, loop_report_tail(vm, self, context));
}

static enum go call_over(Vm *vm, Frame *frame, LoopObj *self, Value in) {
    AioThread *thread = vm->thread->aio;
    thread->scope = self->scope;
    if (in == VALUE_NULL) return is_leaving_error(vm, vm->thread->error) ? GO_OUT : tell(vm, frame, self);
    value_release(vm, in);
    return handle_over(vm, self);
}

static enum go call_begin(Vm *vm, Frame *frame, LoopObj *self, HandleObj *handle) {
    AioThread *thread = vm->thread->aio;
    thread->scope = &handle->scope;
    frame->state = RUN_CALLING;
    uint32_t nargs;
    const Value *args = handle_args(handle, &nargs);
    Value result = call_tail(vm, handle->callback, args, nargs, NULL);
    if (value_is_signal(result)) return GO_AWAY;
    return call_over(vm, frame, self, result);
}

/* What the core does by itself can fail only where it calls Python methods (a cancel that is overridden). */
static enum go core_run(Vm *vm, LoopObj *self) {
    handle_run(self->loop, self->current);
    if (error_is_set(vm)) error_unraisable(vm, "event loop", obj_value(self));
    return handle_over(vm, self);
}

static enum go handle_begin(Vm *vm, Frame *frame, LoopObj *self, Handle *handle) {
    self->current = handle;
    if (self->debug) self->began = loop_time(self->loop);
    busy_begin(vm, self);
    Task *task = handle_task(handle);
    if (task != NULL) return step_begin(vm, frame, self, task_obj(task));
    if (handle->type == &aio_handle_type) return call_begin(vm, frame, self, handle_obj(handle));
    return core_run(vm, self);
}

/* ---- waiting ---- */

/* On the virtual clock, where nobody from outside will come, a wait without end is a mistake. */
static bool somebody_may_wake(Vm *vm) {
    if (!vm->host->is_virtual) return true;
    for (const Thread *thread = vm->state->threads; thread != NULL; thread = thread->next) {
        if (thread == vm->thread || thread->state == THREAD_ENDED) continue;
        if (thread->state == THREAD_READY || thread->wake_at < (double)INFINITY) return true;
    }
    return false;
}

static enum go select_over(Vm *vm, LoopObj *self, Value found) {
    self->selecting = self->waiting = false;
    value_release(vm, found);
    return found == VALUE_NULL ? GO_OUT : GO_ON;
}

static enum go select_begin(Vm *vm, Frame *frame, LoopObj *self, double deadline) {
    frame->state = RUN_SELECTING;
    self->selecting = true;
    Value found = loop_select_tail(vm, self, deadline);
    return value_is_signal(found) ? GO_AWAY : select_over(vm, self, found);
}

#define ITERATION_SECONDS 1e-5 /* what going around once takes CPython */

static enum go wait(Vm *vm, Frame *frame, LoopObj *self) {
    if (self->signals_due != 0) return GO_ON;
    double deadline = loop_wait_until(self->loop);
    if (self->selector != VALUE_NULL) return select_begin(vm, frame, self, deadline);
    if (deadline == -(double)INFINITY) {
        vm_note_computing(vm, ITERATION_SECONDS);
        return GO_ON;
    }
    if (deadline == (double)INFINITY && !somebody_may_wake(vm)) {
        raise_error(vm, T_RuntimeError, "nothing ready and no timer set%s",
                    network_is_watched(self->loop) ? ", and nobody outside the program can connect to it" : "");
        return GO_OUT;
    }
    frame->state = RUN_WAITING;
    self->waiting = true;
    Value parked = thread_park(vm, loop_host_moment(vm, self, deadline));
    if (value_is_signal(parked)) return GO_AWAY;
    self->waiting = false;
    return parked == VALUE_NULL ? GO_OUT : GO_ON;
}

/* ---- the frame ---- */

static enum go run_batch(Vm *vm, Frame *frame, LoopObj *self) {
    Handle *handle;
    while ((handle = loop_take(self->loop)) != NULL) {
        enum go go = handle_begin(vm, frame, self, handle);
        if (go != GO_ON) return go;
    }
    return GO_ON;
}

/* What the call did that this frame waits for: it goes by how the thread stands. */
static Value signal_of(Vm *vm) {
    return vm->thread->state == THREAD_PARKED ? SIGNAL_PARKED : SIGNAL_PUSHED;
}

/* An iteration is over: whether the run is, too. */
static bool is_last(const Frame *frame, const LoopObj *self) {
    return kind_of(frame) == RUN_ONCE || loop_is_stopping(self->loop);
}

/* The program's own _run_once() for an iteration, again and again. */
static Value iterate(Vm *vm, Frame *frame, LoopObj *self) {
    Value again = VALUE_NONE;
    frame->state = RUN_ITERATING;
    while (again != VALUE_NULL) {
        value_release(vm, again);
        Value method = object_getattr(vm, obj_value(self), aio_of(vm)->name_run_once);
        again = method == VALUE_NULL ? VALUE_NULL : call_tail(vm, method, NULL, 0, NULL);
        value_release(vm, method);
        if (value_is_signal(again)) return signal_of(vm);
        if (again != VALUE_NULL && loop_is_stopping(self->loop)) {
            value_release(vm, again);
            return run_end(vm, frame, true);
        }
    }
    return run_end(vm, frame, false);
}

/* From the end of a handle on. `waited`: the wait of this iteration is over. */
static Value run_on(Vm *vm, Frame *frame, LoopObj *self, bool waited) {
    for (;;) {
        enum go go = waited ? GO_ON : wait(vm, frame, self);
        if (go == GO_ON) {
            if (self->signals_due != 0) loop_signals_notice(self);
            loop_begin_batch(self->loop);
            go = run_batch(vm, frame, self);
        }
        if (go == GO_AWAY) return signal_of(vm);
        if (go == GO_OUT) return run_end(vm, frame, false);
        if (is_last(frame, self)) return run_end(vm, frame, true);
        waited = false;
    }
}

static Value run_rest(Vm *vm, Frame *frame, LoopObj *self, enum go go) {
    if (go == GO_ON) go = run_batch(vm, frame, self);
    if (go == GO_AWAY) return signal_of(vm);
    if (go == GO_OUT) return run_end(vm, frame, false);
    if (is_last(frame, self)) return run_end(vm, frame, true);
    return run_on(vm, frame, self, false);
}

static Value run_resume(Vm *vm, Frame *frame, Value in) {
    LoopObj *self = loop_of(frame);
    self->selecting = self->waiting = false;
    switch ((enum run_state)frame->state) {
    case RUN_START:
        return self->iterates && kind_of(frame) != RUN_ONCE ? iterate(vm, frame, self) : run_on(vm, frame, self, false);
    case RUN_ITERATING:
        value_release(vm, in);
        if (in == VALUE_NULL || loop_is_stopping(self->loop)) return run_end(vm, frame, in != VALUE_NULL);
        return iterate(vm, frame, self);
    case RUN_STEPPING: return run_rest(vm, frame, self, step_over(vm, self, in));
    case RUN_CALLING: return run_rest(vm, frame, self, call_over(vm, frame, self, in));
    case RUN_TELLING: return run_rest(vm, frame, self, tell_over(vm, frame, self, in));
    case RUN_SELECTING:
    case RUN_WAITING: break;
    }
    value_release(vm, in);
    return in == VALUE_NULL ? run_end(vm, frame, false) : run_on(vm, frame, self, true);
}

const char *loop_place(const Frame *frame, uint32_t *line) {
    if (frame->resume != run_resume) return NULL;
    const LoopObj *self = loop_of(frame);
    if (self->current != NULL && !loop_drops_woken(self->loop)) {
        *line = 94; /* Handle._run */
        return ASYNCIO_FOLDER "events.py";
    }
    *line = loop_batch_is_over(self->loop) ? 2047 : 2031; /* _run_once lets go of a handle */
    return ASYNCIO_FOLDER "base_events.py";
}

/* future is owned, or VALUE_NULL. */
static Value run_push(Vm *vm, Value self, Value future, enum run_kind kind) {
    Frame *frame = native_push(vm, run_resume, RUN_SLOTS);
    if (frame == NULL) {
        value_release(vm, future);
        return VALUE_NULL;
    }
    frame->regs[RUN_LOOP] = value_retain(self);
    frame->regs[RUN_FUTURE] = future;
    frame->context = (void *)(uintptr_t)kind;
    return SIGNAL_PUSHED;
}

Value loop_run_forever_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    if (!check_can_run(vm, AS(LoopObj, self)) || !run_enter(vm, AS(LoopObj, self))) return VALUE_NULL;
    Value pushed = run_push(vm, self, VALUE_NULL, RUN_FOREVER);
    if (pushed == VALUE_NULL) run_leave(vm, AS(LoopObj, self));
    return pushed;
}

/* Outside of a run, callbacks have no running loop, as in CPython. */
Value loop_run_once_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return VALUE_NULL;
    if (AS(LoopObj, self)->thread == NULL) AS(LoopObj, self)->scope = thread->scope;
    return run_push(vm, self, VALUE_NULL, RUN_ONCE);
}

/* Whether the class, or the loop itself, has a _run_once() of its own. */
static bool iterates_its_own_way(Vm *vm, const LoopObj *self) {
    const Aio *aio = aio_of(vm);
    return type_lookup(vm, self->head.type, aio->name_run_once) != aio->loop_run_once ||
           attrs_get(vm, &self->attrs, aio->name_run_once) != VALUE_NULL;
}

/* Whether the class has a run_forever() of its own, which CPython's run_until_complete calls. */
static bool runs_its_own_way(Vm *vm, const LoopObj *self) {
    const Aio *aio = aio_of(vm);
    return self->head.type != aio->loop && (self->head.type->flags & TYPE_HEAP) &&
           type_lookup(vm, self->head.type, aio->name_run_forever) != aio->loop_run_forever;
}

/* Takes `future` over. */
static Value run_its_own_way(Vm *vm, Value self, Value future, bool is_new) {
    Value with[] = {self, future, value_bool(is_new)};
    Value run = snippet(vm, "run_until_complete");
    Value result = run == VALUE_NULL ? VALUE_NULL : call_tail(vm, run, with, 3, NULL);
    value_release(vm, future);
    return result;
}

Value loop_run_until_complete_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    LoopObj *self = AS(LoopObj, value);
    Value made = check_can_run(vm, self) ? ensure_future(vm, args[0], self) : VALUE_NULL;
    if (made == VALUE_NULL) return error_keeps_arguments(vm, "run_until_complete", args, nargs, kwnames);
    bool is_new = made != args[0];
    Future *future = future_of(vm, made);
    bool asked = future == NULL || future_is_asked(vm, made);
    if (is_new && future != NULL) future->flags |= FUTURE_FLAG_QUIET;
    if (asked || runs_its_own_way(vm, self)) return run_its_own_way(vm, value, made, is_new);
    enum loop_status status = loop_watch(self->loop, future);
    if (status != LOOP_OK) raise_status(vm, status);
    if (status != LOOP_OK || !run_enter(vm, self)) {
        loop_unwatch(self->loop, future);
        value_release(vm, made);
        return VALUE_NULL;
    }
    value_retain(made);
    Value pushed = run_push(vm, value, made, is_new ? RUN_COMPLETE_NEW : RUN_COMPLETE);
    if (pushed == VALUE_NULL) {
        loop_unwatch(self->loop, future);
        run_leave(vm, self);
    }
    value_release(vm, made);
    return pushed;
}
