/* handle.c: asyncio.Handle and TimerHandle: a callback with its arguments, in one object. Those that a program makes
 * keep the tuple that it gave. */
#include "aio.h"

/* ---- what the core sees ---- */

static void core_retain(Handle *handle) {
    obj_retain(handle_obj(handle));
}

static void core_release(Loop *loop, Handle *handle) {
    obj_release(loop_obj(loop)->vm, handle_obj(handle));
}

static void drop_args(Vm *vm, HandleObj *self) {
    uint32_t count = self->nargs;
    Tuple *given = self->given;
    self->nargs = 0;
    self->given = NULL;
    for (uint32_t i = count; i > 0; i--) value_clear(vm, &self->args[i - 1]); /* the last first, as a tuple does */
    obj_release(vm, given);
}

/* A callback that cancels its own handle while it runs keeps its arguments until it is done. */
static void core_clear(Loop *loop, Handle *handle) {
    LoopObj *owner = loop_obj(loop);
    if (owner->current == handle) return;
    value_clear(owner->vm, &handle_obj(handle)->callback);
    drop_args(owner->vm, handle_obj(handle));
}

const HandleType aio_handle_type = {.retain = core_retain, .release = core_release, .clear = core_clear};

HandleObj *handle_new(Vm *vm, LoopObj *loop, enum handle_kind kind, Value callback, const Value *args, uint32_t nargs,
                      ContextObj *scope) {
    Type *type = kind == HANDLE_TIMER ? aio_of(vm)->timer_handle : aio_of(vm)->handle;
    HandleObj *self = object_new(vm, type, nargs * sizeof(Value));
    if (self == NULL) return NULL;
    handle_init(&self->timer.handle, &aio_handle_type, kind, 0);
    self->loop = loop;
    obj_retain(loop);
    self->callback = value_retain(callback);
    self->scope = scope;
    if (scope != NULL) obj_retain(scope);
    self->nargs = nargs;
    for (uint32_t i = 0; i < nargs; i++) self->args[i] = value_retain(args[i]);
    if (!loop->debug) return self;
    self->source = source_stack(vm, MADE_DIRECTLY);
    if (self->source != NULL) return self;
    obj_release(vm, self);
    return NULL;
}

/* ---- made by a program: Handle(callback, args, loop, context=None) ---- */

static Value handle_new_slot(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    HandleObj *self = object_new(vm, type, 0);
    if (self == NULL) return VALUE_NULL;
    bool timer = type_is_subtype(type, aio_of(vm)->timer_handle);
    handle_init(&self->timer.handle, &aio_handle_type, timer ? HANDLE_TIMER : HANDLE_CALLBACK, 0);
    return obj_value(self);
}

static LoopObj *handle_loop(Vm *vm, Value loop) {
    if (value_is_a(loop, aio_of(vm)->loop)) return AS(LoopObj, loop);
    raise_not_yet(vm, "handles of loops that are not its own");
    return NULL;
}

/* callback, args, loop, context */
static bool handle_fill(Vm *vm, HandleObj *self, const Value *parts) {
    ContextObj *scope;
    LoopObj *loop = handle_loop(vm, parts[2]);
    Value items = loop == NULL ? VALUE_NULL : tuple_from_iterable(vm, parts[1]);
    if (items == VALUE_NULL) return false;
    if (!scope_argument(vm, parts[3], &scope)) {
        value_release(vm, items);
        return false;
    }
    LoopObj *before = self->loop;
    value_clear(vm, &self->callback);
    drop_args(vm, self);
    self->loop = loop;
    obj_retain(loop);
    obj_release(vm, before);
    self->given = AS(Tuple, items);
    self->callback = value_retain(parts[0]);
    scope_set(vm, &self->scope, scope);
    return true;
}

static int handle_init_slot(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"callback", "args", "loop", "context", NULL};
    static const ArgSpec spec = {"Handle.__init__", names, 0, 4, 3};
    Value parts[4] = {VALUE_NULL, VALUE_NULL, VALUE_NULL, VALUE_NULL};
    if (!args_bind_python(vm, &spec, args, nargs, kwnames, parts)) return -1;
    return handle_fill(vm, AS(HandleObj, self), parts) ? 0 : -1;
}

static int timer_init_slot(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"when", "callback", "args", "loop", "context", NULL};
    static const ArgSpec spec = {"TimerHandle.__init__", names, 0, 5, 4};
    Value parts[5] = {VALUE_NULL, VALUE_NULL, VALUE_NULL, VALUE_NULL, VALUE_NULL};
    if (!args_bind_python(vm, &spec, args, nargs, kwnames, parts)) return -1;
    HandleObj *timer = AS(HandleObj, self);
    if (!handle_fill(vm, timer, parts + 1)) return -1;
    value_set(vm, &timer->when, value_retain(parts[0]));
    return 0;
}

Value handle_error_context(Vm *vm, HandleObj *self, Value error) {
    bool gone = handle_is_cancelled(&self->timer.handle); /* by itself, while it ran: CPython has forgotten the call */
    uint32_t nargs;
    const Value *args = handle_args(self, &nargs);
    Str *source =
        format_callback_source(vm, gone ? VALUE_NONE : self->callback, args, gone ? 0 : nargs, self->loop->debug);
    Str *text = source == NULL ? NULL : str_format(vm, "Exception in callback %S", source);
    obj_release(vm, source);
    Value context = report_context(vm, text, "exception", error, "handle", obj_value(self), "source_traceback",
                                   obj_value(self->source), NULL);
    /* In CPython the frame of Handle._run keeps the context, the context the exception, and that by its traceback the
     * frame: only the collector frees them, and the arguments of the callback with them. */
    if (context != VALUE_NULL) traceback_add_library(vm, error, "_run", context);
    return context;
}

static Value run_in_scope(Vm *vm, HandleObj *self) {
    uint32_t nargs;
    const Value *args = handle_args(self, &nargs);
    ContextObj *scope = scope_object(vm, &self->scope);
    Str *name = scope == NULL ? NULL : str_intern_c(vm, "run");
    Tuple *call = name == NULL ? NULL : tuple_new(vm, nargs + 1);
    if (call == NULL) {
        obj_release(vm, name);
        return VALUE_NULL;
    }
    call->items[0] = value_retain(self->callback);
    for (uint32_t i = 0; i < nargs; i++) call->items[i + 1] = value_retain(args[i]);
    Value result = call_method(vm, obj_value(scope), name, call->items, call->length);
    obj_release(vm, call);
    obj_release(vm, name);
    return result;
}

/* Handle._run(): for programs that are loops themselves. What it calls cannot wait. */
static Value method_run(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    HandleObj *self = AS(HandleObj, value);
    if (self->loop == NULL || self->callback == VALUE_NULL) {
        return raise_error(vm, T_TypeError, "'NoneType' object is not callable");
    }
    Value result = run_in_scope(vm, self);
    value_release(vm, result);
    if (result != VALUE_NULL) return VALUE_NONE;
    if (is_leaving_error(vm, vm->thread->error)) return VALUE_NULL;
    Value error = error_take(vm);
    AS(Exception, error)->left_library = true;
    loop_report_nested(vm, self->loop, handle_error_context(vm, self, error));
    value_release(vm, error);
    return VALUE_NONE;
}

/* ---- life ---- */

static void handle_traverse(Obj *object, VisitFn visit, void *context) {
    HandleObj *self = (HandleObj *)(void *)object;
    if (self->loop != NULL) visit(context, obj_value(self->loop));
    visit(context, self->callback);
    if (self->scope != NULL) visit(context, obj_value(self->scope));
    for (uint32_t i = 0; i < self->nargs; i++) visit(context, self->args[i]);
    if (self->given != NULL) visit(context, obj_value(self->given));
}

static void handle_dealloc(Vm *vm, Obj *object) {
    HandleObj *self = (HandleObj *)(void *)object;
    LoopObj *loop = self->loop;
    self->loop = NULL;
    drop_args(vm, self); /* the slots of CPython's class are in the order of their names */
    value_clear(vm, &self->callback);
    scope_set(vm, &self->scope, NULL);
    value_clear(vm, &self->when);
    obj_release(vm, self->text);
    obj_release(vm, self->source);
    self->text = NULL;
    self->source = NULL;
    obj_release(vm, loop);
}

/* ---- methods ---- */

static bool is_cancelled(const HandleObj *self) {
    return handle_is_cancelled(&self->timer.handle);
}

static Value method_cancel(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    HandleObj *self = AS(HandleObj, value);
    if (is_cancelled(self) || self->loop == NULL) return VALUE_NONE;
    if (self->loop->debug) {
        /* CPython sets the flag before it makes the text. */
        self->timer.handle.flags |= HANDLE_FLAG_CANCELLED;
        Value text = handle_repr(vm, value);
        self->timer.handle.flags = (uint8_t)(self->timer.handle.flags & ~(unsigned)HANDLE_FLAG_CANCELLED);
        if (text == VALUE_NULL) return VALUE_NULL;
        self->text = AS(Str, text);
    }
    handle_cancel(self->loop->loop, &self->timer.handle);
    return VALUE_NONE;
}

static Value method_cancelled(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(is_cancelled(AS(HandleObj, self)));
}

static Value method_get_context(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    ContextObj *scope = scope_object(vm, &AS(HandleObj, self)->scope);
    return scope == NULL ? VALUE_NULL : value_retain(obj_value(scope));
}

static Value method_when(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_retain(AS(HandleObj, self)->when);
}

/* ---- attributes ---- */

static Value get_cancelled(Vm *vm, Value self) {
    (void)vm;
    return value_bool(is_cancelled(AS(HandleObj, self)));
}

static Value get_callback(Vm *vm, Value self) {
    (void)vm;
    HandleObj *handle = AS(HandleObj, self);
    return is_cancelled(handle) || handle->callback == VALUE_NULL ? VALUE_NONE : value_retain(handle->callback);
}

static Value get_args(Vm *vm, Value self) {
    HandleObj *handle = AS(HandleObj, self);
    uint32_t nargs;
    const Value *items = handle_args(handle, &nargs);
    return is_cancelled(handle) ? VALUE_NONE : obj_value(tuple_from(vm, items, nargs));
}

static Value get_loop(Vm *vm, Value self) {
    (void)vm;
    LoopObj *loop = AS(HandleObj, self)->loop;
    return loop == NULL ? VALUE_NONE : value_retain(obj_value(loop));
}

static Value get_context(Vm *vm, Value self) {
    return method_get_context(vm, self, NULL, 0, NULL);
}

static Value get_source(Vm *vm, Value self) {
    (void)vm;
    List *source = AS(HandleObj, self)->source;
    return source == NULL ? VALUE_NONE : value_retain(obj_value(source));
}

static Value get_when(Vm *vm, Value self) {
    return method_when(vm, self, NULL, 0, NULL);
}

static Value get_scheduled(Vm *vm, Value self) {
    (void)vm;
    return value_bool((AS(HandleObj, self)->timer.handle.flags & HANDLE_FLAG_SCHEDULED) != 0);
}

/* ---- order of timers ---- */

static int timers_equal(Vm *vm, const HandleObj *a, const HandleObj *b) {
    uint32_t count, others;
    const Value *one = handle_args(a, &count), *other = handle_args(b, &others);
    if (is_cancelled(a) != is_cancelled(b) || count != others) return 0;
    int same = object_equal(vm, a->when, b->when);
    if (same > 0 && a->callback != b->callback) {
        same = a->callback == VALUE_NULL || b->callback == VALUE_NULL ? 0 : object_equal(vm, a->callback, b->callback);
    }
    for (uint32_t i = 0; same > 0 && i < count; i++) same = object_equal(vm, one[i], other[i]);
    return same;
}

static Value timer_compare(Vm *vm, Value one, Value other, int op) {
    if (!value_is_a(other, aio_of(vm)->timer_handle)) return VALUE_NOT_IMPLEMENTED;
    const HandleObj *a = AS(HandleObj, one), *b = AS(HandleObj, other);
    bool strict = op == COMPARE_LT || op == COMPARE_GT;
    if (op != COMPARE_EQ && op != COMPARE_NE) {
        bool less = op == COMPARE_LT || op == COMPARE_LE;
        int truth = less ? object_less(vm, a->when, b->when) : object_less(vm, b->when, a->when);
        if (truth != 0 || strict) return truth < 0 ? VALUE_NULL : value_bool(truth);
    }
    int equal = timers_equal(vm, a, b);
    if (equal < 0) return VALUE_NULL;
    return value_bool((op == COMPARE_NE) != (equal != 0));
}

static bool timer_hash(Vm *vm, Value self, int64_t *hash) {
    return object_hash(vm, AS(HandleObj, self)->when, hash);
}

static const MethodDef methods[] = {
    {"cancel", method_cancel, 0, 0, false, METHOD_PLAIN, NULL},
    {"cancelled", method_cancelled, 0, 0, false, METHOD_PLAIN, NULL},
    {"get_context", method_get_context, 0, 0, false, METHOD_PLAIN, NULL},
    {"_run", method_run, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const MethodDef timer_methods[] = {
    {"cancel", method_cancel, 0, 0, false, METHOD_PLAIN, NULL},
    {"when", method_when, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"_callback", get_callback, NULL, NULL},
    {"_args", get_args, NULL, NULL},
    {"_loop", get_loop, NULL, NULL},
    {"_context", get_context, NULL, NULL},
    {"_cancelled", get_cancelled, NULL, NULL},
    {"_source_traceback", get_source, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

static const GetSetDef timer_getset[] = {
    {"_when", get_when, NULL, NULL},
    {"_scheduled", get_scheduled, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_handle_def = {
    .name = "asyncio.events.Handle",
    .size = sizeof(HandleObj),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS | TYPE_WRITTEN,
    .weak_offset = offsetof(HandleObj, weakrefs),
    .slots = {.dealloc = handle_dealloc,
              .traverse = handle_traverse,
              .repr = handle_repr,
              .new = handle_new_slot,
              .init = handle_init_slot},
    .methods = methods,
    .getset = getset,
};

/* What call_soon_threadsafe makes: a Handle of another name (its lock is the one of all threads). */
const TypeDef aio_thread_handle_def = {
    .name = "asyncio.events._ThreadSafeHandle",
    .size = sizeof(HandleObj),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WRITTEN,
};

const TypeDef aio_timer_handle_def = {
    .name = "asyncio.events.TimerHandle",
    .size = sizeof(HandleObj),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WRITTEN,
    .slots = {.compare = timer_compare, .hash = timer_hash, .new = handle_new_slot, .init = timer_init_slot},
    .methods = timer_methods,
    .getset = timer_getset,
};
