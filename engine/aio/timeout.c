/* timeout.c: what asyncio.Timeout does without waiting, on the core's AsyncTimeout (sync.h). Its `async with` is guest
 * code (library/asyncio/timeouts.py).
 */
#include <math.h>

#include "../python/builtins.h"
#include "told.h"

enum timeout_state { TIMEOUT_CREATED, TIMEOUT_ACTIVE, TIMEOUT_EXPIRED, TIMEOUT_FINISHED };

typedef struct TimeoutObj {
    Obj head;
    AsyncTimeout limit;
    Value when;    /* as given, or None */
    Value task;    /* of the limit; VALUE_NULL before it is entered */
    Value handler; /* what call_at() gave for it, on a loop that has one of its own; or VALUE_NULL */
    uint8_t state;
} TimeoutObj;

static TimeoutObj *timeout_of(Value self) {
    return AS(TimeoutObj, self);
}

static const char *state_text(const TimeoutObj *self) {
    switch ((enum timeout_state)self->state) {
    case TIMEOUT_CREATED: return "created";
    case TIMEOUT_ACTIVE: return self->limit.expired ? "expiring" : "active";
    case TIMEOUT_EXPIRED: return "expired";
    case TIMEOUT_FINISHED: break;
    }
    return "finished";
}

/* _start(when): it is made. */
static NATIVE(method_start) {
    static const char *const names[] = {"timeout", "timeout_at", "wait_for", NULL};
    (void)nargs, (void)kwnames;
    AsyncAbout about;
    value_set(vm, &timeout_of(self)->when, value_retain(args[0]));
    if (told_about(vm, value_obj(self), ASYNC_TIME_LIMIT, names, &about))
        async_object_tell(&timeout_of(self)->limit.object, vm->trace, &about);
    return VALUE_NONE;
}

/* INFINITY for None; CPython compares it with the time. */
static bool deadline_of(Vm *vm, Value when, double *deadline) {
    *deadline = (double)INFINITY;
    if (value_is_none(when)) return true;
    if (is_int(when) || is_float(when)) return object_as_double(vm, when, deadline);
    raise_error(vm, T_TypeError, "'<=' not supported between instances of '%T' and 'float'", when);
    return false;
}

/* Whether the class of a task is the program's, which may have a cancelling() or uncancel() of its own. */
static bool task_asks(Vm *vm, Value task) {
    return value_obj(task)->type != aio_of(vm)->task;
}

/* What that method of the task says; -1 with an exception. */
static int64_t ask_task(Vm *vm, Value task, const char *method) {
    Value said = call_method_c(vm, task, method);
    int64_t count = said == VALUE_NULL ? -1 : value_is_int(said) ? value_as_small(said) : 0;
    value_release(vm, said);
    return count;
}

static bool disarm(Vm *vm, TimeoutObj *self) {
    Value handler = self->handler;
    self->handler = VALUE_NULL;
    Value cancelled = handler == VALUE_NULL ? VALUE_NONE : call_method_c(vm, handler, "cancel");
    value_release(vm, handler);
    value_release(vm, cancelled);
    return cancelled != VALUE_NULL;
}

/* On a loop of the program's own making: its timers are asked for. */
static Value arm(Vm *vm, Value self, LoopObj *loop) {
    TimeoutObj *timeout = timeout_of(self);
    if (!disarm(vm, timeout)) return VALUE_NULL;
    if (value_is_none(timeout->when)) return VALUE_NONE;
    Value with[] = {self, obj_value(loop), timeout->when}, own = snippet(vm, "arm_timeout");
    Value handler = own == VALUE_NULL ? VALUE_NULL : call_value(vm, own, with, 3, NULL);
    if (handler == VALUE_NULL) return VALUE_NULL;
    value_set(vm, &timeout->handler, handler);
    return VALUE_NONE;
}

static NATIVE(method_expire) {
    (void)args, (void)nargs, (void)kwnames;
    TimeoutObj *timeout = timeout_of(self);
    if (timeout->state != TIMEOUT_ACTIVE) return VALUE_NONE;
    value_clear(vm, &timeout->handler);
    async_timeout_expire(&timeout->limit);
    return VALUE_NONE;
}

static NATIVE(method_enter) {
    (void)args, (void)nargs, (void)kwnames;
    TimeoutObj *timeout = timeout_of(self);
    if (timeout->state != TIMEOUT_CREATED) return raise_error(vm, T_RuntimeError, "Timeout has already been entered");
    LoopObj *loop = running_loop_required(vm);
    if (loop == NULL) return VALUE_NULL;
    Task *task = loop_current_task(loop->loop);
    if (task == NULL) return raise_error(vm, T_RuntimeError, "Timeout should be used inside a task");
    timeout->state = TIMEOUT_ACTIVE;
    timeout->limit.keeper = self;
    value_set(vm, &timeout->task, value_retain(obj_value(task_obj(task))));
    double deadline;
    if (!deadline_of(vm, timeout->when, &deadline)) return VALUE_NULL;
    enum loop_status status =
        async_timeout_enter(&timeout->limit, task, loop->own_timers ? (double)INFINITY : deadline);
    if (status != LOOP_OK) return raise_status(vm, status);
    if (loop->own_timers && arm(vm, self, loop) == VALUE_NULL) return VALUE_NULL;
    if (!task_asks(vm, timeout->task)) return VALUE_NONE;
    int64_t cancelling = ask_task(vm, timeout->task, "cancelling");
    if (cancelling >= 0) timeout->limit.cancelling = (uint32_t)cancelling;
    return cancelling < 0 ? VALUE_NULL : VALUE_NONE;
}

static NATIVE(method_reschedule) {
    Value when;
    double deadline;
    TimeoutObj *timeout = timeout_of(self);
    if (!named_argument(vm, "Timeout.reschedule", "when", args, nargs, kwnames, &when)) return VALUE_NULL;
    if (timeout->state == TIMEOUT_CREATED) return raise_error(vm, T_RuntimeError, "Timeout has not been entered");
    if (timeout->state != TIMEOUT_ACTIVE || timeout->limit.expired)
        return raise_error(vm, T_RuntimeError, "Cannot change state of %s Timeout", state_text(timeout));
    value_set(vm, &timeout->when, value_retain(when));
    bool fine = deadline_of(vm, when, &deadline); /* in CPython the old timer is gone by now */
    LoopObj *loop = loop_obj(timeout->limit.task->future.loop);
    enum loop_status status = async_timeout_reschedule(&timeout->limit, loop->own_timers ? (double)INFINITY : deadline);
    if (!fine) return VALUE_NULL;
    if (loop->own_timers) return arm(vm, self, loop);
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

/* _exit(exception type): the block is left. True: the cancellation that leaves it is its own. None: it is not entered.
 */
static NATIVE(method_exit) {
    (void)nargs, (void)kwnames;
    TimeoutObj *timeout = timeout_of(self);
    if (timeout->state != TIMEOUT_ACTIVE) return VALUE_NONE;
    timeout->state = timeout->limit.expired ? TIMEOUT_EXPIRED : TIMEOUT_FINISHED;
    if (!disarm(vm, timeout)) return VALUE_NULL;
    bool cancelled = args[0] != VALUE_NONE;
    if (!task_asks(vm, timeout->task)) return value_bool(async_timeout_exit(&timeout->limit, cancelled));
    if (!async_timeout_leave(&timeout->limit, cancelled)) return value_bool(false);
    int64_t left = ask_task(vm, timeout->task, "uncancel");
    return left < 0 ? VALUE_NULL : value_bool(left <= timeout->limit.cancelling && cancelled);
}

static NATIVE(method_when) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_retain(timeout_of(self)->when);
}

static NATIVE(method_expired) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(timeout_of(self)->limit.expired);
}

static Value get_state(Vm *vm, Value self) {
    return obj_value(str_new(vm, state_text(timeout_of(self))));
}

static Value timeout_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    TimeoutObj *self = object_new(vm, type, 0);
    if (self != NULL) self->when = VALUE_NONE;
    return obj_value(self);
}

static void timeout_traverse(Obj *object, VisitFn visit, void *context) {
    const TimeoutObj *self = (TimeoutObj *)(void *)object;
    visit(context, self->when);
    visit(context, self->task);
    visit(context, self->handler);
}

static void timeout_clear(Vm *vm, Obj *object) {
    TimeoutObj *self = (TimeoutObj *)(void *)object;
    if (self->state == TIMEOUT_ACTIVE && self->limit.task != NULL) async_timeout_drop(&self->limit);
    self->state = TIMEOUT_FINISHED;
    value_set(vm, &self->when, VALUE_NONE);
    value_clear(vm, &self->task);
    value_clear(vm, &self->handler);
}

static const MethodDef methods[] = {
    {"_start", method_start, 1, 1, false, METHOD_PLAIN, NULL},
    {"_enter", method_enter, 0, 0, false, METHOD_PLAIN, NULL},
    {"_exit", method_exit, 1, 1, false, METHOD_PLAIN, NULL},
    {"_expire", method_expire, 0, 0, false, METHOD_PLAIN, NULL},
    {"reschedule", method_reschedule, 0, 1, true, METHOD_PLAIN, NULL},
    {"when", method_when, 0, 0, false, METHOD_PLAIN, NULL},
    {"expired", method_expired, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};
static const GetSetDef getset[] = {
    {"_state", get_state, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
const TypeDef aio_timeout_def = {
    .name = "_asyncio._Timeout",
    .size = sizeof(TimeoutObj),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WRITTEN | TYPE_HIDDEN,
    .slots = {.dealloc = timeout_clear, .traverse = timeout_traverse, .clear = timeout_clear, .new = timeout_new},
    .methods = methods,
    .getset = getset,
};
