/* future.c: asyncio.Future, and what Task and _GatheringFuture share with it. */
#include "aio.h"

_Static_assert(offsetof(FutureObj, future) == offsetof(TaskObj, task), "a Future * leads to its object");
_Static_assert(offsetof(FutureObj, future) == offsetof(GatherObj, gather), "a Future * leads to its object");
_Static_assert(offsetof(FutureObj, future) == offsetof(WaitObj, wait), "a Future * leads to its object");

static FutureObj *object_of(const Future *future) {
    return (FutureObj *)(void *)((char *)(uintptr_t)future - offsetof(FutureObj, future));
}

/* ---- counting ---- */

static void core_retain(Future *future) {
    obj_retain(object_of(future));
}

static void core_release(Future *future) {
    obj_release(loop_obj(future->loop)->vm, object_of(future));
}

const FutureType aio_future_type = {.retain = core_retain, .release = core_release};

static enum loop_status cancel_by_method(Future *future, loop_value message) {
    return value_cancel(loop_obj(future->loop)->vm, obj_value(object_of(future)), message);
}

/* For instances of Python classes with a cancel of their own. */
static const FutureType own_cancel_type = {.retain = core_retain, .release = core_release, .cancel = cancel_by_method};

/* What holds the memory of it. */
static Obj *container_of(const Future *future) {
    return future->type == &aio_sleep_type ? &sleep_obj(future)->head : &object_of(future)->head;
}

Obj *future_object(const Future *future) {
    Obj *stands_for = asked_object(future);
    return stands_for != NULL ? stands_for : container_of(future);
}

Future *future_of(Vm *vm, Value v) {
    return value_is_a(v, aio_of(vm)->future) ? &AS(FutureObj, v)->future : NULL;
}

bool overrides_cancel(Vm *vm, Type *type, Value builtin) {
    return (type->flags & TYPE_HEAP) && type_lookup(vm, type, aio_of(vm)->name_cancel) != builtin;
}

enum loop_status value_cancel(Vm *vm, Value target, Value message) {
    Value method = object_getattr(vm, target, NAME(vm, cancel));
    if (method == VALUE_NULL) return LOOP_FAILED;
    Tuple *names = value_is_none(message) ? NULL : tuple_pack(vm, 1, obj_value(NAME(vm, msg)));
    Value outcome = call_value(vm, method, &message, 0, names);
    obj_release(vm, names);
    value_release(vm, method);
    int truth = outcome == VALUE_NULL ? -1 : object_truth(vm, outcome);
    value_release(vm, outcome);
    return truth < 0 ? LOOP_FAILED : truth ? LOOP_OK : LOOP_INVALID_STATE;
}

/* ---- making ---- */

void future_use_method_cancel(Future *future) {
    future->type = &own_cancel_type;
}

static bool init_made_by(Vm *vm, FutureObj *self, LoopObj *loop, enum future_kind kind, enum source_maker maker) {
    if (self->future.loop != NULL) future_fini(&self->future);
    future_init(&self->future, loop->loop, &aio_future_type, kind);
    if (overrides_cancel(vm, self->head.type, aio_of(vm)->future_cancel_method))
        future_use_method_cancel(&self->future);
    return !loop->debug || future_source_note(vm, self, maker);
}

bool future_obj_init(Vm *vm, FutureObj *self, LoopObj *loop, enum future_kind kind) {
    return init_made_by(vm, self, loop, kind, MADE_DIRECTLY);
}

Value future_new_obj(Vm *vm, LoopObj *loop, enum future_kind kind) {
    FutureObj *self = object_new(vm, aio_of(vm)->future, 0);
    if (self == NULL) return VALUE_NULL;
    if (init_made_by(vm, self, loop, kind, MADE_BY_CREATE_FUTURE)) return obj_value(self);
    obj_release(vm, self);
    return VALUE_NULL;
}

static Value future_new_slot(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return obj_value(object_new(vm, type, 0));
}

static int future_init_slot(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"loop", NULL};
    static const ArgSpec spec = {"Future", names, 0, 0, 0};
    Value given;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &given)) return -1;
    LoopObj *loop = loop_argument(vm, given);
    return loop != NULL && future_obj_init(vm, AS(FutureObj, self), loop, FUTURE_PLAIN) ? 0 : -1;
}

/* ---- the collector, the end ---- */

static void visit_value(void *context, loop_value value) {
    const CoreVisit *with = context;
    with->visit(with->context, value);
}

static void visit_future(void *context, Future *future) {
    visit_value(context, obj_value(container_of(future)));
}

static void visit_handle(void *context, Handle *handle) {
    if (handle->type == &aio_handle_type) {
        visit_value(context, obj_value(handle_obj(handle)));
    } else {
        LoopVisitor visitor = core_visitor(context);
        handle_visit(handle, &visitor);
    }
}

static void visit_loop(void *context, Loop *loop) {
    visit_value(context, obj_value(loop_obj(loop)));
}

LoopVisitor core_visitor(CoreVisit *with) {
    return (LoopVisitor){
        .context = with, .value = visit_value, .future = visit_future, .handle = visit_handle, .loop = visit_loop};
}

void visit_core(const Future *future, VisitFn visit, void *context) {
    if (future->loop == NULL) return;
    CoreVisit with = {visit, context};
    LoopVisitor visitor = core_visitor(&with);
    future_visit(future, &visitor);
}

void future_obj_traverse(Obj *self, VisitFn visit, void *context) {
    FutureObj *future = (FutureObj *)(void *)self;
    visit_core(&future->future, visit, context);
}

void future_obj_clear(Vm *vm, Obj *self) {
    (void)vm;
    FutureObj *future = (FutureObj *)(void *)self;
    if (future->future.loop != NULL) future_clear(&future->future);
}

void future_obj_dealloc(Vm *vm, Obj *self) {
    (void)vm;
    FutureObj *future = (FutureObj *)(void *)self;
    if (future->future.loop != NULL) future_fini(&future->future);
}

void future_obj_finalize(Vm *vm, Value self) {
    (void)vm;
    Future *future = &AS(FutureObj, self)->future;
    if (future->loop != NULL) future_report(future);
}

/* ---- methods ---- */

bool future_check(Vm *vm, Value self) {
    if (AS(FutureObj, self)->future.loop != NULL) return true;
    raise_error(vm, T_RuntimeError, "Future object is not initialized.");
    return false;
}

static bool check_outcome(Vm *vm, Value self) {
    if (AS(FutureObj, self)->future.loop != NULL) return true;
    raise_invalid_state(vm, "Future object is not initialized.");
    return false;
}

static Value raise_cancelled(Vm *vm, Future *future) {
    Value error;
    if (future_cancelled_error(future, &error) != LOOP_OK) return raise_status(vm, LOOP_FAILED);
    raise_value(vm, error);
    value_release(vm, error);
    return VALUE_NULL;
}

static Value future_take_exception(Vm *vm, Future *future) {
    Value value;
    switch (future_outcome(future, &value)) {
    case FUTURE_PENDING: return raise_invalid_state(vm, "Exception is not set.");
    case FUTURE_CANCELLED: return raise_cancelled(vm, future);
    case FUTURE_EXCEPTION: return value;
    case FUTURE_RESULT: break;
    }
    value_release(vm, value);
    return VALUE_NONE;
}

Value future_take_result(Vm *vm, Future *future) {
    Value value;
    switch (future_result(future, &value)) {
    case FUTURE_PENDING: return raise_invalid_state(vm, "Result is not set.");
    case FUTURE_CANCELLED: return raise_cancelled(vm, future);
    case FUTURE_RESULT: return value;
    case FUTURE_EXCEPTION: break;
    }
    raise_value(vm, value);
    value_release(vm, value);
    return VALUE_NULL;
}

Value future_method_result(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return check_outcome(vm, self) ? future_take_result(vm, &AS(FutureObj, self)->future) : VALUE_NULL;
}

/* In the words of methods that are told their class, which is that of none. */
static bool no_arguments(Vm *vm, const char *function, uint32_t nargs, const Tuple *kwnames) {
    if (nargs == 0 && kwnames == NULL) return true;
    raise_error(vm, T_TypeError, "%s() takes no arguments", function);
    return false;
}

Value future_method_exception(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (!no_arguments(vm, "exception", nargs, kwnames)) return VALUE_NULL;
    return check_outcome(vm, self) ? future_take_exception(vm, &AS(FutureObj, self)->future) : VALUE_NULL;
}

/* The one argument of a method that takes no keywords, in the words of Argument Clinic. */
static bool only_argument(Vm *vm, const char *function, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"", NULL};
    const ArgSpec spec = {function, names, 1, 1, 1};
    Value bound;
    return (nargs == 1 && kwnames == NULL) || args_bind(vm, &spec, args, nargs, kwnames, &bound);
}

static Value method_set_result(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (!only_argument(vm, "set_result", args, nargs, kwnames) || !future_check(vm, self)) return VALUE_NULL;
    enum loop_status status = future_set_result(&AS(FutureObj, self)->future, value_retain(args[0]));
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

/* A StopIteration would end the generator that awaits: CPython wraps it. */
static Value wrap_stop_iteration(Vm *vm, Value error) {
    Str *text = str_new(vm, "StopIteration interacts badly with generators and cannot be raised into a Future");
    Value made = text == NULL ? VALUE_NULL : exception_new(vm, T_RuntimeError, obj_value(text));
    obj_release(vm, text);
    if (made != VALUE_NULL) {
        AS(Exception, made)->cause = value_retain(error);
        AS(Exception, made)->context = value_retain(error);
        AS(Exception, made)->suppress_context = true;
    }
    value_release(vm, error);
    return made;
}

/* The instance to store for what was given to set_exception; owned. */
static Value exception_instance(Vm *vm, Value given) {
    Value error = is_type(given) && type_is_subtype(AS(Type, given), TYPE(vm, BaseException))
                      ? call_value(vm, given, NULL, 0, NULL)
                      : value_retain(given);
    if (error == VALUE_NULL) return VALUE_NULL;
    if (!is_exception(error)) {
        value_release(vm, error);
        return raise_error(vm, T_TypeError, "invalid exception object");
    }
    return value_is_a(error, TYPE(vm, StopIteration)) ? wrap_stop_iteration(vm, error) : error;
}

static Value method_set_exception(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (!only_argument(vm, "set_exception", args, nargs, kwnames) || !future_check(vm, self)) return VALUE_NULL;
    Future *future = &AS(FutureObj, self)->future;
    if (future_is_done(future)) return raise_invalid_state(vm, "invalid state");
    Value error = exception_instance(vm, args[0]);
    if (error == VALUE_NULL) return VALUE_NULL;
    enum loop_status status = future_set_exception(future, error);
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

static Value cancel(Vm *vm, Value self, Value message) {
    if (!future_check(vm, self)) return VALUE_NULL;
    if (message == VALUE_NULL) message = VALUE_NONE;
    enum loop_status status = future_cancel_shape(&AS(FutureObj, self)->future, message);
    if (status == LOOP_OK || status == LOOP_INVALID_STATE) return value_bool(status == LOOP_OK);
    return raise_status(vm, status);
}

Value future_method_cancel(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"msg", NULL};
    static const ArgSpec spec = {"cancel", names, 0, 1, 0};
    Value message;
    return args_bind(vm, &spec, args, nargs, kwnames, &message) ? cancel(vm, self, message) : VALUE_NULL;
}

Value future_method_cancelled(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(AS(FutureObj, self)->future.state == FUTURE_CANCELLED);
}

Value future_method_done(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(future_is_done(&AS(FutureObj, self)->future));
}

Value future_method_add_done_callback(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"fn", "context", NULL};
    static const ArgSpec spec = {"add_done_callback", names, 1, 1, 1};
    Value bound[2];
    ContextObj *scope;
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return VALUE_NULL;
    if (AS(FutureObj, self)->future.loop == NULL) return raise_error(vm, T_RuntimeError, "uninitialized Future object");
    if (!scope_argument(vm, bound[1], &scope)) return VALUE_NULL;
    enum loop_status status = future_add_value(&AS(FutureObj, self)->future, bound[0], obj_value(scope));
    obj_release(vm, scope);
    return status == LOOP_OK ? VALUE_NONE : raise_status(vm, status);
}

Value future_method_remove_done_callback(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (!only_argument(vm, "remove_done_callback", args, nargs, kwnames)) return VALUE_NULL;
    if (!future_check(vm, self)) return VALUE_NULL;
    size_t removed = future_remove_value(&AS(FutureObj, self)->future, args[0]);
    return error_is_set(vm) ? VALUE_NULL : value_small((int64_t)removed);
}

static Value method_get_loop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (!no_arguments(vm, "get_loop", nargs, kwnames) || !future_check(vm, self)) return VALUE_NULL;
    return value_retain(obj_value(loop_obj(AS(FutureObj, self)->future.loop)));
}

/* Unlike the await slot, which needs no object of its own: Python code that calls __await__ wants an iterator. */
static Value method_await(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return future_check(vm, self) ? future_iter_new(vm, self) : VALUE_NULL;
}

Value future_method_make_cancelled_error(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Value error;
    if (!future_check(vm, self)) return VALUE_NULL;
    enum loop_status status = future_cancelled_error(&AS(FutureObj, self)->future, &error);
    return status == LOOP_OK ? error : raise_status(vm, status);
}

/* ---- await ---- */

Value future_obj_await(Vm *vm, Value self) {
    return future_check(vm, self) ? value_retain(self) : VALUE_NULL;
}

enum send_status future_obj_send(Vm *vm, Value self, Value sent, Value *result) {
    (void)sent; /* the result is here */
    Future *future = &AS(FutureObj, self)->future;
    if (future_is_done(future)) {
        future_tell_error(future, vm->trace->current); /* one that failed while somebody waited is thrown in */
        *result = future_take_result(vm, future);
        return *result == VALUE_NULL ? SEND_RAISED : SEND_RETURNED;
    }
    if (future->flags & FUTURE_FLAG_BLOCKING) {
        raise_error(vm, T_RuntimeError, "await wasn't used with future");
        return SEND_RAISED;
    }
    future->flags |= FUTURE_FLAG_BLOCKING;
    *result = value_retain(self);
    return SEND_YIELDED;
}

static Value future_iter_slot(Vm *vm, Value self) {
    return future_check(vm, self) ? future_iter_new(vm, self) : VALUE_NULL;
}

/* ---- attributes ---- */

Value future_get_state(Vm *vm, Value self) {
    static const char *const states[] = {"PENDING", "FINISHED", "FINISHED", "CANCELLED"};
    if (!future_check(vm, self)) return VALUE_NULL;
    return obj_value(str_intern_c(vm, states[AS(FutureObj, self)->future.state]));
}

static Value get_loop(Vm *vm, Value self) {
    return AS(FutureObj, self)->future.loop == NULL ? VALUE_NONE : method_get_loop(vm, self, NULL, 0, NULL);
}

static Value callback_row(Vm *vm, const FutureCallback *callback) {
    bool is_value = callback->kind == CALLBACK_VALUE;
    Value scope = is_value ? callback->scope : VALUE_NONE;
    if (!is_value && callback->kind != CALLBACK_WAKEUP && future_callback_use(callback) == LOOP_USE_COMPLETE) {
        Value own = snippet(vm, "_run_until_complete_cb"); /* anyio looks for this one */
        return own == VALUE_NULL ? VALUE_NULL : obj_value(tuple_pack(vm, 2, own, scope));
    }
    return obj_value(
        tuple_pack(vm, 2, is_value ? callback->what.callable : VALUE_NONE, scope == VALUE_NULL ? VALUE_NONE : scope));
}

static Value get_callbacks(Vm *vm, Value self) {
    if (!future_check(vm, self)) return VALUE_NULL;
    const Future *future = &AS(FutureObj, self)->future;
    size_t count = future_callback_count(future);
    if (count == 0) return VALUE_NONE;
    List *list = list_new(vm, (uint32_t)count);
    for (size_t i = 0; list != NULL && i < count; i++) {
        Value row = callback_row(vm, future_callback_at(future, i));
        if (row != VALUE_NULL && list_append_take(vm, list, row)) continue;
        obj_release(vm, list);
        list = NULL;
    }
    return obj_value(list);
}

static Value value_if(Vm *vm, Value self, enum future_state state) {
    if (!future_check(vm, self)) return VALUE_NULL;
    const Future *future = &AS(FutureObj, self)->future;
    return future->state == (uint8_t)state ? value_retain(future->value) : VALUE_NONE;
}

static Value get_result(Vm *vm, Value self) {
    return value_if(vm, self, FUTURE_RESULT);
}

static Value get_exception(Vm *vm, Value self) {
    return value_if(vm, self, FUTURE_EXCEPTION);
}

/* True: it was to be deleted, which none of them can be. */
bool future_refuse_delete(Vm *vm, Value value) {
    if (value != VALUE_NULL) return false;
    raise_error(vm, T_AttributeError, "cannot delete attribute");
    return true;
}

static Value get_log_traceback(Vm *vm, Value self) {
    if (!future_check(vm, self)) return VALUE_NULL;
    return value_bool((AS(FutureObj, self)->future.flags & FUTURE_FLAG_UNRETRIEVED) != 0);
}

static void flag_put(Future *future, enum future_flag flag, bool on) {
    unsigned others = future->flags & ~(unsigned)flag;
    future->flags = (uint8_t)(on ? others | (unsigned)flag : others);
}

static bool set_log_traceback(Vm *vm, Value self, Value value) {
    int truth = future_refuse_delete(vm, value) ? -1 : object_truth(vm, value);
    if (truth < 0) return false;
    if (truth) {
        raise_error(vm, T_ValueError, "_log_traceback can only be set to False");
        return false;
    }
    flag_put(&AS(FutureObj, self)->future, FUTURE_FLAG_UNRETRIEVED, false);
    return true;
}

static Value get_blocking(Vm *vm, Value self) {
    (void)vm;
    return value_bool((AS(FutureObj, self)->future.flags & FUTURE_FLAG_BLOCKING) != 0);
}

static bool set_blocking(Vm *vm, Value self, Value value) {
    int truth = future_refuse_delete(vm, value) ? -1 : object_truth(vm, value);
    if (truth < 0) return false;
    flag_put(&AS(FutureObj, self)->future, FUTURE_FLAG_BLOCKING, truth);
    return true;
}

static Value get_cancel_message(Vm *vm, Value self) {
    (void)vm;
    const Future *future = &AS(FutureObj, self)->future;
    return future->loop == NULL ? VALUE_NONE : value_retain(future_cancel_message(future));
}

static bool set_cancel_message(Vm *vm, Value self, Value value) {
    Future *future = &AS(FutureObj, self)->future;
    if (future_refuse_delete(vm, value)) return false;
    if (future->loop == NULL || future->state == FUTURE_RESULT || future->state == FUTURE_EXCEPTION) return true;
    value_set(vm, &future->value, value_retain(value));
    return true;
}

static Value get_source(Vm *vm, Value self) {
    Value source = future_source(vm, AS(FutureObj, self));
    return source == VALUE_NULL ? VALUE_NONE : value_retain(source);
}

/* ---- who waits ---- */

typedef struct Waiters {
    Vm *vm;
    List *found; /* callables, which are asked when nothing is walked any more; tasks */
    bool fine;
} Waiters;

static void waiters_note(Waiters *to, Value v) {
    to->fine = to->fine && list_append(to->vm, to->found, v);
}

static void note_callable(void *context, loop_value callable) {
    waiters_note(context, callable);
}

static void note_task(void *context, Future *task) {
    waiters_note(context, obj_value(future_object(task)));
}

static void note_handle(void *context, Handle *handle) {
    Value callable = handle_obj(handle)->callback;
    if (callable != VALUE_NULL) waiters_note(context, callable);
}

/* A task, or the parent of the task group whose method a callback is; VALUE_NULL: neither. Borrowed. */
static Value waiter_of(Vm *vm, Value found) {
    if (future_of(vm, found) != NULL) return value_retain(found);
    Value group = is_exact(vm, found, T_method) ? AS(BoundMethod, found)->self : VALUE_NULL;
    if (group == VALUE_NULL || strcmp(value_type_name(vm, group), "TaskGroup") != 0) return VALUE_NULL;
    Str *name = str_intern_c(vm, "_parent_task");
    Value parent = name == NULL ? VALUE_NULL : object_getattr(vm, group, name);
    obj_release(vm, name);
    if (parent == VALUE_NONE) value_clear(vm, &parent);
    return parent;
}

static Value waiters_set(Vm *vm, const List *found) {
    Value waiters = VALUE_NULL;
    for (size_t i = 0; i < found->length; i++) {
        Value waiter = waiter_of(vm, found->items[i]);
        if (waiter != VALUE_NULL && waiters == VALUE_NULL) waiters = set_new(vm, true);
        if (waiter != VALUE_NULL && waiters != VALUE_NULL) (void)set_add(vm, waiters, waiter);
        value_release(vm, waiter);
    }
    if (!error_is_set(vm)) return waiters == VALUE_NULL ? VALUE_NONE : waiters;
    value_release(vm, waiters);
    return VALUE_NULL;
}

static Value get_awaited_by(Vm *vm, Value self) {
    const Future *future = &AS(FutureObj, self)->future;
    if (future->loop == NULL) return VALUE_NONE;
    Waiters to = {.vm = vm, .found = list_new(vm, 0), .fine = true};
    if (to.found == NULL) return VALUE_NULL;
    const LoopVisitor visitor = {.context = &to, .value = note_callable, .future = note_task, .handle = note_handle};
    future_visit_waiters(future, &visitor);
    Value waiters = to.fine ? waiters_set(vm, to.found) : VALUE_NULL;
    obj_release(vm, to.found);
    return waiters;
}

static const MethodDef methods[] = {
    FUTURE_METHODS,
    {"set_result", method_set_result, 1, 1, true, METHOD_PLAIN, NULL},
    {"set_exception", method_set_exception, 1, 1, true, METHOD_PLAIN, NULL},
    {"get_loop", method_get_loop, 0, 0, true, METHOD_PLAIN, NULL},
    {"__await__", method_await, 0, 0, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"_state", future_get_state, NULL, NULL},
    {"_loop", get_loop, NULL, NULL},
    {"_callbacks", get_callbacks, NULL, NULL},
    {"_result", get_result, NULL, NULL},
    {"_exception", get_exception, NULL, NULL},
    {"_log_traceback", get_log_traceback, set_log_traceback, NULL},
    {"_asyncio_future_blocking", get_blocking, set_blocking, NULL},
    {"_asyncio_awaited_by", get_awaited_by, NULL, NULL},
    {"_cancel_message", get_cancel_message, set_cancel_message, NULL},
    {"_source_traceback", get_source, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_future_def = {
    .name = "_asyncio.Future",
    .size = sizeof(FutureObj),
    .flags = TYPE_BASE | TYPE_GC | TYPE_ATTRS | TYPE_WEAKREFS,
    .attrs_offset = offsetof(FutureObj, attrs),
    .weak_offset = offsetof(FutureObj, weakrefs),
    .slots =
        {
            .dealloc = future_obj_dealloc,
            .traverse = future_obj_traverse,
            .clear = future_obj_clear,
            .finalize = future_obj_finalize,
            .repr = future_repr,
            .iter = future_iter_slot,
            .send = future_obj_send,
            .await = future_obj_await,
            .new = future_new_slot,
            .init = future_init_slot,
        },
    .methods = methods,
    .getset = getset,
};

/* def cancel(self, msg=None) */
static Value gathering_cancel(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"msg", NULL};
    static const ArgSpec spec = {"_GatheringFuture.cancel", names, 0, 1, 0};
    Value message;
    if (nargs > 1)
        return raise_error(vm, T_TypeError, "%s() takes from 1 to 2 positional arguments but %u were given",
                           spec.function, nargs + 1);
    return args_bind_python(vm, &spec, args, nargs, kwnames, &message) ? cancel(vm, self, message) : VALUE_NULL;
}

static const MethodDef gathering_methods[] = {
    {"cancel", gathering_cancel, 0, 1, true, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

/* What gather returns; made by gather.c only. */
const TypeDef aio_gathering_def = {
    .name = "asyncio.tasks._GatheringFuture",
    .size = sizeof(GatherObj),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WRITTEN,
    .methods = gathering_methods,
};
