/* handle.c: asyncio.Handle and TimerHandle: a callback with its arguments, in one object. */
#include "aio.h"

/* ---- what the core sees ---- */

static void core_retain(Handle *handle) {
    obj_retain(handle_obj(handle));
}

static void core_release(Loop *loop, Handle *handle) {
    obj_release(loop_obj(loop)->vm, handle_obj(handle));
}

static void drop_call(Vm *vm, HandleObj *self) {
    uint32_t count = self->nargs;
    self->nargs = 0;
    value_clear(vm, &self->callback);
    for (uint32_t i = 0; i < count; i++) value_clear(vm, &self->args[i]);
}

/* A callback that cancels its own handle while it runs keeps its arguments until it is done. */
static void core_clear(Loop *loop, Handle *handle) {
    LoopObj *owner = loop_obj(loop);
    if (owner->current != handle) drop_call(owner->vm, handle_obj(handle));
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

/* ---- life ---- */

static void handle_traverse(Obj *object, VisitFn visit, void *context) {
    HandleObj *self = (HandleObj *)(void *)object;
    if (self->loop != NULL) visit(context, obj_value(self->loop));
    visit(context, self->callback);
    if (self->scope != NULL) visit(context, obj_value(self->scope));
    for (uint32_t i = 0; i < self->nargs; i++) visit(context, self->args[i]);
}

static void handle_dealloc(Vm *vm, Obj *object) {
    HandleObj *self = (HandleObj *)(void *)object;
    LoopObj *loop = self->loop;
    self->loop = NULL;
    drop_call(vm, self);
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
    return is_cancelled(handle) ? VALUE_NONE : obj_value(tuple_from(vm, handle->args, handle->nargs));
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
    if (is_cancelled(a) != is_cancelled(b) || a->nargs != b->nargs) return 0;
    int same = object_equal(vm, a->when, b->when);
    if (same > 0 && a->callback != b->callback) {
        same = a->callback == VALUE_NULL || b->callback == VALUE_NULL ? 0 : object_equal(vm, a->callback, b->callback);
    }
    for (uint32_t i = 0; same > 0 && i < a->nargs && i < b->nargs; i++) same = object_equal(vm, a->args[i], b->args[i]);
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
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const MethodDef timer_methods[] = {
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
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_NO_NEW | TYPE_WRITTEN,
    .weak_offset = offsetof(HandleObj, weakrefs),
    .slots = {.dealloc = handle_dealloc, .traverse = handle_traverse, .repr = handle_repr},
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
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_WRITTEN,
    .slots = {.compare = timer_compare, .hash = timer_hash},
    .methods = timer_methods,
    .getset = timer_getset,
};
