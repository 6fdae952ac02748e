/* loop.c: the event loop as Python sees it: life, settings, create_future and create_task. */
#include <math.h>

#include "aio.h"

/* ---- life ---- */

static Value loop_new_slot(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    LoopObj *self = object_new(vm, type, 0);
    if (self == NULL) return VALUE_NULL;
    self->vm = vm;
    self->handler = self->factory = VALUE_NONE;
    self->slow = float_new(vm, 0.1);
    LoopConfig config = {
        .mem = vm->mem, .host = loop_clock(vm, self), .trace = vm->trace, .ops = &aio_loop_ops, .context = self};
    self->loop = loop_new(&config);
    if (self->loop == NULL) {
        obj_release(vm, self);
        return raise_no_memory(vm);
    }
    self->debug = vm->state->debug;
    loop_set_guarded(self->loop, self->debug);
    Aio *aio = aio_of(vm);
    self->own_timers = loop_overrides(vm, self, "create_future") || loop_overrides(vm, self, "call_later") ||
                       loop_overrides(vm, self, "call_at");
    aio->own_timers = aio->own_timers || self->own_timers;
    self->next = aio->loops;
    if (aio->loops != NULL) aio->loops->previous = self;
    aio->loops = self;
    if (net_take_files(vm, self)) return obj_value(self);
    obj_release(vm, self);
    return raise_no_memory(vm);
}

static int loop_init_slot(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return 0;
}

static void unlink_loop(Aio *aio, LoopObj *self) {
    if (self->previous != NULL) {
        self->previous->next = self->next;
    } else if (aio->loops == self) {
        aio->loops = self->next;
    }
    if (self->next != NULL) self->next->previous = self->previous;
    self->previous = self->next = NULL;
}

static void loop_parts_clear(Vm *vm, LoopObj *self) {
    List *asyncgens = self->asyncgens;
    Dict *signals = self->signals;
    self->asyncgens = NULL;
    self->signals = NULL;
    obj_release(vm, asyncgens);
    obj_release(vm, signals);
    value_set(vm, &self->handler, VALUE_NONE);
    value_set(vm, &self->factory, VALUE_NONE);
    value_clear(vm, &self->old_firstiter);
    value_clear(vm, &self->old_finalizer);
    value_clear(vm, &self->selector);
}

static void loop_obj_clear(Vm *vm, Obj *object) {
    LoopObj *self = (LoopObj *)(void *)object;
    loop_parts_clear(vm, self);
    if (self->loop == NULL) return;
    loop_run_abandon(self);
    (void)loop_close(self->loop);
    net_give_files(vm, self);
}

static void loop_dealloc(Vm *vm, Obj *object) {
    LoopObj *self = (LoopObj *)(void *)object;
    Loop *core = self->loop;
    self->head.refs = 1; /* what goes with it may count it for a moment */
    loop_obj_clear(vm, object);
    value_clear(vm, &self->slow);
    if (vm->aio != NULL) unlink_loop(aio_of(vm), self);
    self->loop = NULL;
    if (core != NULL) loop_free(core);
    self->head.refs = 0;
}

static void loop_traverse(Obj *object, VisitFn visit, void *context) {
    LoopObj *self = (LoopObj *)(void *)object;
    visit(context, self->handler);
    visit(context, self->factory);
    visit(context, self->old_firstiter);
    visit(context, self->old_finalizer);
    visit(context, self->selector);
    if (self->asyncgens != NULL) visit(context, obj_value(self->asyncgens));
    if (self->signals != NULL) visit(context, obj_value(self->signals));
    if (self->loop == NULL) return;
    CoreVisit with = {visit, context};
    LoopVisitor visitor = core_visitor(&with);
    loop_visit(self->loop, &visitor);
    if (self->current != NULL) visitor.handle(visitor.context, self->current);
}

/* What warns of what is let go of names the lines of BaseEventLoop.close. */
static void close_core(Vm *vm, LoopObj *self) {
    struct VmState *state = vm->state;
    state->library_caller = vm->thread == NULL ? NULL : vm->thread->top;
    state->library_file = ASYNCIO_FOLDER "base_events.py";
    state->library_line = 744; /* _ready.clear() */
    (void)loop_close_ready(self->loop);
    state->library_line = 745; /* _scheduled.clear() */
    (void)loop_close(self->loop);
    state->library_caller = NULL;
}

/* BaseEventLoop.__del__: nobody closed it. */
static void loop_finalize(Vm *vm, Value value) {
    LoopObj *self = AS(LoopObj, value);
    if (self->loop == NULL || loop_is_closed(self->loop) || vm->aio == NULL || aio_is_closing(vm)) return;
    Value warn = snippet(vm, "warn_unclosed");
    Value told = warn == VALUE_NULL ? VALUE_NONE : call_value(vm, warn, &value, 1, NULL);
    if (told == VALUE_NULL) error_unraisable(vm, "unclosed event loop", value);
    value_release(vm, told);
    if (!loop_is_running(self->loop)) close_core(vm, self);
}

static Value loop_repr(Vm *vm, Value value) {
    LoopObj *self = AS(LoopObj, value);
    const char *const texts[] = {"False", "True"};
    return obj_value(str_format(vm, "<%S running=%s closed=%s debug=%s>", self->head.type->name,
                                texts[loop_is_running(self->loop)], texts[loop_is_closed(self->loop)],
                                texts[self->debug]));
}

bool loop_check_open(Vm *vm, LoopObj *self) {
    if (!loop_is_closed(self->loop)) return true;
    raise_status(vm, LOOP_CLOSED);
    return false;
}

/* ---- methods ---- */

static Value method_stop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    loop_stop(AS(LoopObj, self)->loop);
    return VALUE_NONE;
}

/* In debug mode, of interest to nobody but a logger. */
static bool log_close(Vm *vm, LoopObj *self) {
    if (!self->debug || aio_of(vm)->log_hook == VALUE_NULL) return true;
    Str *text = str_format(vm, "Close %R", obj_value(self));
    bool fine = text != NULL && log_text(vm, "debug", text, VALUE_NULL);
    obj_release(vm, text);
    return fine;
}

static Value method_close(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    if (loop_is_running(self->loop)) return raise_error(vm, T_RuntimeError, "Cannot close a running event loop");
    if (loop_is_closed(self->loop)) return VALUE_NONE;
    if (!log_close(vm, self)) return VALUE_NULL;
    loop_signals_close(vm, self);
    close_core(vm, self);
    net_give_files(vm, self);
    return loop_close_selector(vm, self) ? VALUE_NONE : VALUE_NULL;
}

static Value method_is_running(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(loop_is_running(AS(LoopObj, self)->loop));
}

static Value method_is_closed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(loop_is_closed(AS(LoopObj, self)->loop));
}

static Value method_time(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    (void)self; /* the core's clock may be a method that calls this one */
    return float_new(vm, vm_ask_time(vm));
}

static Value method_create_future(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return future_new_obj(vm, AS(LoopObj, self), FUTURE_PLAIN);
}

static Value method_get_debug(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(AS(LoopObj, self)->debug);
}

/* In a run that goes on, coroutines are tracked from the next iteration on (_set_coroutine_origin_tracking). */
static void track_origins(Loop *core, void *context) {
    LoopObj *self = context;
    (void)core;
    self->vm->state->coroutine_origin_depth = self->debug ? LOOP_ORIGIN_DEPTH : self->old_origin_depth;
}

static Value method_set_debug(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    int truth = object_truth(vm, args[0]);
    if (truth < 0) return VALUE_NULL;
    LoopObj *loop = AS(LoopObj, self);
    if (truth && !loop->debug) loop->began = (double)INFINITY; /* the handle that runs now was not timed */
    loop->debug = truth;
    loop_set_guarded(loop->loop, truth);
    if (!loop_is_running(loop->loop)) return VALUE_NONE;
    enum loop_status status = loop_call_soon(loop->loop, track_origins, loop, NULL);
    if (status == LOOP_OK) loop_wake_thread(vm, loop);
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

static Value method_get_exception_handler(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_retain(AS(LoopObj, self)->handler);
}

static Value method_set_exception_handler(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    if (!value_is_none(args[0]) && !object_is_callable(vm, args[0])) {
        return raise_error(vm, T_TypeError, "A callable object or None is expected, got %R", args[0]);
    }
    value_set(vm, &AS(LoopObj, self)->handler, value_retain(args[0]));
    return VALUE_NONE;
}

static Value method_get_task_factory(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_retain(AS(LoopObj, self)->factory);
}

static Value method_set_task_factory(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    if (!value_is_none(args[0]) && !object_is_callable(vm, args[0])) {
        return raise_error(vm, T_TypeError, "task factory must be a callable or None");
    }
    value_set(vm, &AS(LoopObj, self)->factory, value_retain(args[0]));
    return VALUE_NONE;
}

/* ---- tasks ---- */

/* factory(loop, coro, **keywords) */
static Value call_factory(Vm *vm, LoopObj *self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    uint32_t count = nargs + (kwnames == NULL ? 0 : kwnames->length);
    Value *all = mem_alloc(vm->mem, (count + 1) * sizeof *all);
    if (all == NULL) return raise_no_memory(vm);
    all[0] = obj_value(self);
    for (uint32_t i = 0; i < count; i++) all[i + 1] = args[i];
    Value factory = value_retain(self->factory);
    Value made = call_tail(vm, factory, all, nargs + 1, kwnames);
    value_release(vm, factory);
    mem_free(vm->mem, all, (count + 1) * sizeof *all);
    return made;
}

Value loop_create_task_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"coro", "name", "context", "eager_start", NULL};
    static const ArgSpec spec = {"Task", names, 0, 1, 1};
    LoopObj *self = AS(LoopObj, value);
    Value bound[4] = {VALUE_NULL, VALUE_NULL, VALUE_NULL, VALUE_NULL};
    ContextObj *scope;
    if (!loop_check_open(vm, self)) return error_keeps_arguments(vm, "create_task", args, nargs, kwnames);
    if (!value_is_none(self->factory)) return call_factory(vm, self, args, nargs, kwnames);
    if (nargs == 1 && kwnames == NULL) {
        bound[0] = args[0];
    } else if (nargs > 1) {
        return raise_error(vm, T_TypeError,
                           "BaseEventLoop.create_task() takes 2 positional arguments but %u were given", nargs + 1);
    } else if (nargs == 0 && kwnames == NULL) {
        return raise_error(vm, T_TypeError,
                           "BaseEventLoop.create_task() missing 1 required positional argument: 'coro'");
    } else if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) {
        return VALUE_NULL;
    }
    int eager = bound[3] == VALUE_NULL ? 0 : object_truth(vm, bound[3]);
    if (eager < 0 || !scope_argument(vm, bound[2], &scope)) return VALUE_NULL;
    return task_make(vm, bound[0], self, bound[1], scope, eager);
}

static bool has_own_create_task(Vm *vm, LoopObj *self) {
    Aio *aio = aio_of(vm);
    if (!value_is_none(self->factory)) return true;
    return self->head.type != aio->loop &&
           type_lookup(vm, self->head.type, aio->name_create_task) != aio->loop_create_task;
}

Value loop_make_task(Vm *vm, LoopObj *self, Value coro, bool tail) {
    if (!has_own_create_task(vm, self)) {
        return loop_check_open(vm, self) ? task_new_obj(vm, self, coro) : VALUE_NULL;
    }
    Value method = object_getattr(vm, obj_value(self), aio_of(vm)->name_create_task);
    if (method == VALUE_NULL) return VALUE_NULL;
    Value made = tail ? call_tail(vm, method, &coro, 1, NULL) : call_value(vm, method, &coro, 1, NULL);
    value_release(vm, method);
    return made;
}

/* ---- attributes ---- */

static Value get_slow(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(LoopObj, self)->slow);
}

static bool set_slow(Vm *vm, Value self, Value value) {
    double seconds;
    if (value == VALUE_NULL || !object_as_double(vm, value, &seconds)) return !error_is_set(vm);
    value_set(vm, &AS(LoopObj, self)->slow, value_retain(value));
    return true;
}

static Value get_debug(Vm *vm, Value self) {
    (void)vm;
    return value_bool(AS(LoopObj, self)->debug);
}

static Value get_closed(Vm *vm, Value self) {
    (void)vm;
    return value_bool(loop_is_closed(AS(LoopObj, self)->loop));
}

static Value get_stopping(Vm *vm, Value self) {
    (void)vm;
    return value_bool(loop_is_stopping(AS(LoopObj, self)->loop));
}

static Value get_cancelled_count(Vm *vm, Value self) {
    (void)vm;
    return value_small((int64_t)loop_cancelled_timer_count(AS(LoopObj, self)->loop));
}

static Value get_thread_id(Vm *vm, Value self) {
    (void)vm;
    const Thread *thread = AS(LoopObj, self)->thread;
    return thread == NULL ? VALUE_NONE : value_small((int64_t)thread->id);
}

NAMED_ARGUMENT(loop_run_until_complete_method, "BaseEventLoop.run_until_complete", "future")
NAMED_ARGUMENT(method_set_debug, "BaseEventLoop.set_debug", "enabled")
NAMED_ARGUMENT(method_set_exception_handler, "BaseEventLoop.set_exception_handler", "handler")
NAMED_ARGUMENT(loop_call_exception_handler_method, "BaseEventLoop.call_exception_handler", "context")
NAMED_ARGUMENT(loop_default_exception_handler_method, "BaseEventLoop.default_exception_handler", "context")
NAMED_ARGUMENT(method_set_task_factory, "BaseEventLoop.set_task_factory", "factory")

#define METHOD(name, fn, min, max)                                                                                     \
    { name, fn, min, max, false, METHOD_PLAIN, NULL }
#define METHOD_KW(name, fn, min)                                                                                       \
    { name, fn, min, 255, true, METHOD_PLAIN, NULL }

static const MethodDef methods[] = {
    METHOD("run_forever", loop_run_forever_method, 0, 0),
    METHOD("_run_once", loop_run_once_method, 0, 0),
    METHOD_KW("run_until_complete", loop_run_until_complete_method_named, 1),
    METHOD("stop", method_stop, 0, 0),
    METHOD("close", method_close, 0, 0),
    METHOD("is_running", method_is_running, 0, 0),
    METHOD("is_closed", method_is_closed, 0, 0),
    METHOD("time", method_time, 0, 0),
    METHOD("create_future", method_create_future, 0, 0),
    METHOD_KW("create_task", loop_create_task_method, 1),
    METHOD("get_debug", method_get_debug, 0, 0),
    METHOD_KW("set_debug", method_set_debug_named, 1),
    METHOD("get_exception_handler", method_get_exception_handler, 0, 0),
    METHOD_KW("set_exception_handler", method_set_exception_handler_named, 1),
    METHOD_KW("call_exception_handler", loop_call_exception_handler_method_named, 1),
    METHOD_KW("default_exception_handler", loop_default_exception_handler_method_named, 1),
    METHOD("get_task_factory", method_get_task_factory, 0, 0),
    METHOD_KW("set_task_factory", method_set_task_factory_named, 1),
    METHOD_KW("call_soon", loop_call_soon_method, 1),
    METHOD_KW("call_soon_threadsafe", loop_call_soon_threadsafe_method, 1),
    METHOD_KW("call_later", loop_call_later_method, 2),
    METHOD_KW("call_at", loop_call_at_method, 2),
    METHOD("run_in_executor", loop_run_in_executor_method, 2, 255),
    METHOD("add_signal_handler", loop_add_signal_handler_method, 2, 255),
    METHOD("remove_signal_handler", loop_remove_signal_handler_method, 1, 1),
    METHOD("_add_reader", loop_add_reader_method, 2, 255),
    METHOD("_add_writer", loop_add_writer_method, 2, 255),
    METHOD("_remove_reader", loop_remove_reader_method, 1, 1),
    METHOD("_remove_writer", loop_remove_writer_method, 1, 1),
    METHOD("_is_watched", loop_is_watched_method, 2, 2),
    METHOD("shutdown_asyncgens", loop_shutdown_asyncgens_method, 0, 0),
    METHOD("_asyncgen_firstiter_hook", loop_asyncgen_firstiter_method, 1, 1),
    METHOD("_asyncgen_finalizer_hook", loop_asyncgen_finalizer_method, 1, 1),
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"slow_callback_duration", get_slow, set_slow, NULL},
    {"_debug", get_debug, NULL, NULL},
    {"_closed", get_closed, NULL, NULL},
    {"_stopping", get_stopping, NULL, NULL},
    {"_ready", loop_get_ready, NULL, NULL},
    {"_scheduled", loop_get_scheduled, NULL, NULL},
    {"_timer_cancelled_count", get_cancelled_count, NULL, NULL},
    {"_thread_id", get_thread_id, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_loop_def = {
    .name = "_asyncio._BaseEventLoop",
    .size = sizeof(LoopObj),
    .flags = TYPE_BASE | TYPE_WRITTEN | TYPE_GC | TYPE_ATTRS | TYPE_WEAKREFS | TYPE_HOLDS_LATE,
    .attrs_offset = offsetof(LoopObj, attrs),
    .weak_offset = offsetof(LoopObj, weakrefs),
    .slots = {.dealloc = loop_dealloc,
              .finalize = loop_finalize,
              .traverse = loop_traverse,
              .clear = loop_obj_clear,
              .repr = loop_repr,
              .setattr = loop_setattr,
              .new = loop_new_slot,
              .init = loop_init_slot},
    .methods = methods,
    .getset = getset,
};
