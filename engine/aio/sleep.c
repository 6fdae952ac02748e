/* sleep.c: asyncio.sleep: a coroutine, the future that it awaits and the timer, in one object. A hundred thousand
 * sleepers are the case that memory is counted for.
 */
#include <math.h>

#include "aio.h"

#include "../python/interp.h"

static void core_retain(Future *future) {
    obj_retain(sleep_obj(future));
}

static void core_release(Future *future) {
    obj_release(loop_obj(future->loop)->vm, sleep_obj(future));
}

const FutureType aio_sleep_type = {.retain = core_retain, .release = core_release};

static int is_over_already(Vm *vm, Value delay);

/* The coroutine that asks such a loop; VALUE_NULL without an exception: there is nothing to ask, or it is wrong. */
static Value own_sleep(Vm *vm, const Value *bound) {
    LoopObj *loop = running_loop(vm);
    if (loop == NULL || !loop->own_timers) return VALUE_NULL;
    if (is_over_already(vm, bound[0]) != 0) {
        error_clear(vm);
        return VALUE_NULL;
    }
    Value with[] = {obj_value(loop), bound[0], bound[1] == VALUE_NULL ? VALUE_NONE : bound[1]};
    Value own = snippet(vm, "sleep");
    return own == VALUE_NULL ? VALUE_NULL : call_value(vm, own, with, 3, NULL);
}

Value sleep_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"delay", "result", NULL};
    static const ArgSpec spec = {"sleep", names, 0, 2, 1};
    (void)self;
    Value bound[2] = {VALUE_NULL, VALUE_NULL};
    if (nargs == 1 && kwnames == NULL) {
        bound[0] = args[0];
    } else if (!args_bind_python(vm, &spec, args, nargs, kwnames, bound)) {
        return VALUE_NULL;
    }
    if (aio_of(vm)->own_timers) {
        Value own = own_sleep(vm, bound);
        if (own != VALUE_NULL || error_is_set(vm)) return own;
    }
    SleepObj *nap = object_new(vm, aio_of(vm)->sleep, 0);
    if (nap == NULL) return VALUE_NULL;
    nap->nap.future.value = value_retain(bound[0]);
    nap->nap.result = bound[1] == VALUE_NULL ? VALUE_NONE : value_retain(bound[1]);
    if (vm->state->coroutine_origin_depth > 0) {
        nap->nap.future.first.scope = coroutine_origin(vm);
        if (nap->nap.future.first.scope == VALUE_NULL) {
            nap->state = SLEEP_CLOSED;
            obj_release(vm, nap);
            return VALUE_NULL;
        }
    }
    return obj_value(nap);
}

/* ---- the coroutine ---- */

/* delay <= 0: 1, 0, -1. */
static int is_over_already(Vm *vm, Value delay) {
    if (value_is_int(delay)) return value_as_small(delay) <= 0;
    if (value_is_flonum(delay)) return flonum_value(delay) <= 0;
    Value answer = object_compare(vm, delay, value_small(0), COMPARE_LE);
    int truth = answer == VALUE_NULL ? -1 : object_truth(vm, answer);
    value_release(vm, answer);
    return truth;
}

/* The loop whose timer is to be set; NULL with an exception. */
static LoopObj *loop_for(Vm *vm, Value given, double *delay) {
    if (!object_as_double(vm, given, delay)) return NULL;
    if (!isnan(*delay)) return running_loop_required(vm);
    raise_error(vm, T_ValueError, "Invalid delay: NaN (not a number)");
    return NULL;
}

static bool start_timer(Vm *vm, SleepObj *self, LoopObj *loop, double delay) {
    Value result = self->nap.result;
    value_clear(vm, &self->nap.future.value);
    value_clear(vm, &self->nap.future.first.scope);
    self->begun = true;
    enum loop_status status = sleep_init(&self->nap, loop->loop, &aio_sleep_type, delay, result);
    if (status != LOOP_OK) raise_status(vm, status);
    return status == LOOP_OK;
}

/* Marked, until a task takes it. */
static enum send_status give_future(SleepObj *self, Value *result) {
    self->nap.future.flags |= FUTURE_FLAG_BLOCKING;
    *result = value_retain(obj_value(self));
    return SEND_YIELDED;
}

/* ---- stepped by the program, which sees what the coroutine yields: it is a Future, beside a timer ---- */

/* Whether what is yielded goes to a task's step, without anybody who looks at it. */
static bool task_steps(const Vm *vm) {
    const Frame *frame = vm->thread->top;
    if (frame == NULL || frame->code == NULL) return true;
    if (frame->gen != NULL) frame = gen_chain_root(frame->gen)->frame;
    return frame->on_return == RETURN_STEP;
}

static Value seen_part(const SleepObj *self, uint32_t index) {
    return AS(Tuple, self->nap.future.value)->items[index];
}

static void seen_end(Vm *vm, SleepObj *self) {
    self->state = SLEEP_CLOSED;
    Value timer = value_retain(seen_part(self, 1));
    Value error = error_take(vm);
    value_release(vm, call_method_c(vm, timer, "cancel"));
    error_clear(vm);
    if (error != VALUE_NULL) error_restore(vm, error);
    value_release(vm, timer);
}

static enum send_status seen_step(Vm *vm, SleepObj *self, Value sent, Value *result) {
    Value future = seen_part(self, 0);
    enum send_status status = type_of(vm, future)->slots.send(vm, future, sent, result);
    if (status == SEND_YIELDED) return status;
    seen_end(vm, self);
    return status;
}

static enum send_status seen_start(Vm *vm, SleepObj *self, LoopObj *loop, Value *result) {
    Value with[] = {obj_value(loop), self->nap.future.value, self->nap.result}, nap = snippet(vm, "nap");
    Value parts = nap == VALUE_NULL ? VALUE_NULL : call_value(vm, nap, with, 3, NULL);
    if (parts == VALUE_NULL) return SEND_RAISED;
    value_set(vm, &self->nap.future.value, parts);
    self->state = SLEEP_SEEN;
    return seen_step(vm, self, VALUE_NONE, result);
}

static enum send_status first_step(Vm *vm, SleepObj *self, Value *result) {
    int over = is_over_already(vm, self->nap.future.value);
    self->state = SLEEP_CLOSED;
    if (over < 0) {
        Value given[] = {self->nap.future.value, self->nap.result};
        error_keeps_arguments(vm, "sleep", given, 2, NULL);
        return SEND_RAISED;
    }
    if (over) {
        self->state = SLEEP_BARE;
        *result = VALUE_NONE;
        return SEND_YIELDED;
    }
    double delay;
    LoopObj *loop = loop_for(vm, self->nap.future.value, &delay);
    if (loop == NULL) return SEND_RAISED;
    if (self->seen || !task_steps(vm)) return seen_start(vm, self, loop, result);
    if (!start_timer(vm, self, loop, delay)) return SEND_RAISED;
    self->state = SLEEP_WAITING;
    return give_future(self, result);
}

static enum send_status last_step(Vm *vm, SleepObj *self, Value *result) {
    Future *future = &self->nap.future;
    if (!future_is_done(future)) { /* another task steps the same coroutine: it waits for the future as well */
        if (!(future->flags & FUTURE_FLAG_BLOCKING)) return give_future(self, result);
        raise_error(vm, T_RuntimeError, "await wasn't used with future");
        return SEND_RAISED;
    }
    self->state = SLEEP_CLOSED;
    sleep_end(&self->nap);
    *result = future_take_result(vm, future);
    return *result == VALUE_NULL ? SEND_RAISED : SEND_RETURNED;
}

static enum send_status sleep_send(Vm *vm, Value value, Value sent, Value *result) {
    SleepObj *self = AS(SleepObj, value);
    switch ((enum sleep_state)self->state) {
    case SLEEP_CREATED:
        if (sent == VALUE_NONE || sent == VALUE_NULL) return first_step(vm, self, result);
        raise_error(vm, T_TypeError, "can't send non-None value to a just-started coroutine");
        return SEND_RAISED;
    case SLEEP_BARE:
        self->state = SLEEP_CLOSED;
        *result = self->nap.result;
        self->nap.result = VALUE_NONE;
        return SEND_RETURNED;
    case SLEEP_WAITING: return last_step(vm, self, result);
    case SLEEP_SEEN: return seen_step(vm, self, sent, result);
    case SLEEP_CLOSED: break;
    }
    raise_error(vm, T_RuntimeError, "cannot reuse already awaited coroutine");
    return SEND_RAISED;
}

void sleep_obj_stop(Vm *vm, SleepObj *self) {
    if (self->state == SLEEP_WAITING) sleep_end(&self->nap);
    if (self->state == SLEEP_SEEN) seen_end(vm, self);
    self->state = SLEEP_CLOSED;
}

void sleep_obj_see(SleepObj *self) {
    self->seen = true;
}

static Value method_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Value result;
    sleep_obj_see(AS(SleepObj, self));
    switch (sleep_send(vm, self, args[0], &result)) {
    case SEND_YIELDED: return result;
    case SEND_RETURNED:
        raise_stop_iteration(vm, result);
        value_release(vm, result);
        return VALUE_NULL;
    default: return VALUE_NULL;
    }
}

static Value method_throw(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    SleepObj *sleep = AS(SleepObj, self);
    Value error = gen_thrown_value(vm, "throw", args, nargs);
    if (error == VALUE_NULL && sleep->state == SLEEP_CREATED) return VALUE_NULL;
    if (sleep->state == SLEEP_CLOSED && error != VALUE_NULL) {
        value_release(vm, error);
        return raise_error(vm, T_RuntimeError, "cannot reuse already awaited coroutine");
    }
    sleep_obj_stop(vm, sleep);
    if (error == VALUE_NULL) return VALUE_NULL;
    AS(Exception, error)->left_library = true; /* sleep's own frame */
    raise_handling(vm, error, VALUE_NULL);
    value_release(vm, error);
    return VALUE_NULL;
}

static Value method_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    sleep_obj_stop(vm, AS(SleepObj, self));
    return VALUE_NONE;
}

static Value sleep_await(Vm *vm, Value self) {
    if (AS(SleepObj, self)->state == SLEEP_CREATED) return value_retain(self);
    if (AS(SleepObj, self)->state == SLEEP_CLOSED) {
        return raise_error(vm, T_RuntimeError, "cannot reuse already awaited coroutine");
    }
    return raise_error(vm, T_RuntimeError, "coroutine is being awaited already");
}

/* For Python code that calls it: an iterator, as the coroutine itself is none. */
static Value method_await(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return future_iter_new(vm, self);
}

/* ---- life ---- */

static void sleep_finalize(Vm *vm, Value self) {
    if (AS(SleepObj, self)->state != SLEEP_CREATED) {
        if (AS(SleepObj, self)->state == SLEEP_SEEN) seen_end(vm, AS(SleepObj, self));
        AS(SleepObj, self)->state = SLEEP_CLOSED; /* as a coroutine that is abandoned is closed */
        return;
    }
    if (aio_is_closing(vm)) return;
    Str *name = str_intern_c(vm, "sleep");
    if (name != NULL)
        coroutine_unawaited(vm, self, name, AS(SleepObj, self)->nap.future.first.scope);
    else
        error_unraisable(vm, NULL, self);
    obj_release(vm, name);
}

static void sleep_traverse(Obj *object, VisitFn visit, void *context) {
    SleepObj *self = (SleepObj *)(void *)object;
    if (self->begun) {
        visit_core(&self->nap.future, visit, context);
    } else {
        visit(context, self->nap.future.value);
        visit(context, self->nap.future.first.scope);
        visit(context, self->nap.result);
    }
}

static void drop_arguments(Vm *vm, SleepObj *self) {
    value_clear(vm, &self->nap.future.value);
    value_clear(vm, &self->nap.future.first.scope);
    value_set(vm, &self->nap.result, VALUE_NONE);
}

static void sleep_obj_clear(Vm *vm, Obj *object) {
    SleepObj *self = (SleepObj *)(void *)object;
    if (!self->begun) {
        drop_arguments(vm, self);
    } else if (self->nap.future.loop != NULL) {
        future_clear(&self->nap.future);
    }
}

static void sleep_dealloc(Vm *vm, Obj *object) {
    SleepObj *self = (SleepObj *)(void *)object;
    if (!self->begun) {
        drop_arguments(vm, self);
    } else if (self->nap.future.loop != NULL) {
        future_fini(&self->nap.future);
    }
}

static Value sleep_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "<coroutine object sleep at %p>", (void *)value_obj(self)));
}

/* ---- attributes ---- */

static Value get_name(Vm *vm, Value self) {
    (void)self;
    return obj_value(str_intern_c(vm, "sleep"));
}

static Value get_none(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return VALUE_NONE;
}

static Value get_await(Vm *vm, Value self) {
    const SleepObj *nap = AS(SleepObj, self);
    return nap->state == SLEEP_SEEN ? future_iter_new(vm, seen_part(nap, 0)) : VALUE_NONE;
}

static Value get_origin(Vm *vm, Value self) {
    (void)vm;
    const SleepObj *nap = AS(SleepObj, self);
    Value origin = nap->begun ? VALUE_NULL : nap->nap.future.first.scope;
    return origin == VALUE_NULL ? VALUE_NONE : value_retain(origin);
}

static Value get_running(Vm *vm, Value self) {
    (void)vm;
    (void)self;
    return VALUE_FALSE;
}

static Value get_suspended(Vm *vm, Value self) {
    (void)vm;
    uint8_t state = AS(SleepObj, self)->state;
    return value_bool(state == SLEEP_BARE || state == SLEEP_WAITING || state == SLEEP_SEEN);
}

static Value get_is_new(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(SleepObj, self)->state == SLEEP_CREATED);
}

static const MethodDef methods[] = {
    {"send", method_send, 1, 1, false, METHOD_PLAIN, NULL},
    {"throw", method_throw, 1, 3, false, METHOD_PLAIN, NULL},
    {"close", method_close, 0, 0, false, METHOD_PLAIN, NULL},
    {"__await__", method_await, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"__name__", get_name, NULL, NULL},      {"__qualname__", get_name, NULL, NULL},
    {"cr_await", get_await, NULL, NULL},     {"cr_code", get_none, NULL, NULL},
    {"cr_frame", get_none, NULL, NULL},      {"cr_origin", get_origin, NULL, NULL},
    {"cr_running", get_running, NULL, NULL}, {"cr_suspended", get_suspended, NULL, NULL},
    {"_is_new", get_is_new, NULL, NULL},     {NULL, NULL, NULL, NULL},
};

const TypeDef aio_sleep_def = {
    .name = "coroutine",
    .size = sizeof(SleepObj),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW,
    .weak_offset = offsetof(SleepObj, weakrefs),
    .slots = {.dealloc = sleep_dealloc,
              .traverse = sleep_traverse,
              .clear = sleep_obj_clear,
              .finalize = sleep_finalize,
              .repr = sleep_repr,
              .send = sleep_send,
              .await = sleep_await},
    .methods = methods,
    .getset = getset,
};
