/* context.c: contextvars.Context, and which one is current.
 *
 * A task or handle has a slot for its context; the thread points to the slot that is current. An empty slot is an empty
 * context that nobody has looked at, so programs without context variables never make one. A copy shares the variables
 * with its original until one of the two writes.
 */
#include "aio.h"

/* ---- threads ---- */

AioThread *aio_thread_make(Vm *vm, Thread *thread) {
    AioThread *made = mem_zalloc(vm->mem, sizeof *made);
    if (made == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    Aio *aio = aio_of(vm);
    made->scope = &made->own;
    made->thread = thread;
    made->next = aio->threads;
    aio->threads = made;
    thread->aio = made;
    return made;
}

static void thread_state_free(Vm *vm, AioThread *state) {
    ContextObj *own = state->own;
    Value event_loop = state->event_loop;
    ThreadRef *ref = state->ref;
    mem_free(vm->mem, state, sizeof *state);
    obj_release(vm, own);
    value_release(vm, event_loop);
    obj_release(vm, ref);
}

void aio_thread_drop(Vm *vm, Thread *thread) {
    AioThread *state = thread->aio;
    if (state == NULL) return;
    thread->aio = NULL;
    AioThread **link = &aio_of(vm)->threads;
    while (*link != state) link = &(*link)->next;
    *link = state->next;
    thread_state_free(vm, state);
}

/* ---- slots ---- */

static ContextObj *context_new(Vm *vm) {
    return object_new(vm, aio_of(vm)->context, 0);
}

static ContextObj *context_copy(Vm *vm, const ContextObj *from) {
    ContextObj *self = context_new(vm);
    if (self == NULL || from == NULL || from->vars == NULL) return self;
    self->vars = from->vars;
    obj_retain(self->vars);
    return self;
}

bool scope_copy(Vm *vm, ContextObj **scope) {
    const AioThread *thread = vm->thread->aio;
    *scope = NULL;
    if (thread == NULL || *thread->scope == NULL || (*thread->scope)->vars == NULL) return true;
    *scope = context_copy(vm, *thread->scope);
    return *scope != NULL;
}

ContextObj *scope_object(Vm *vm, ContextObj **slot) {
    if (*slot == NULL) *slot = context_new(vm);
    return *slot;
}

bool scope_argument(Vm *vm, Value given, ContextObj **scope) {
    if (given == VALUE_NULL || value_is_none(given)) return scope_copy(vm, scope);
    if (!value_is_a(given, aio_of(vm)->context)) {
        raise_error(vm, T_TypeError, "an instance of Context was expected");
        return false;
    }
    *scope = AS(ContextObj, value_retain(given));
    return true;
}

/* ---- Context.run ---- */

enum { SCOPE_CONTEXT, SCOPE_BEFORE, SCOPE_CALLABLE, SCOPE_ARGS, SCOPE_KWARGS, SCOPE_SLOTS };

static ContextObj *context_of(const Frame *frame) {
    return AS(ContextObj, frame->regs[SCOPE_CONTEXT]);
}

static Value run_over(Vm *vm, Frame *frame, Value in) {
    AioThread *thread = vm->thread->aio;
    context_of(frame)->entered = NULL;
    thread->scope = (ContextObj **)(uintptr_t)value_as_small(frame->regs[SCOPE_BEFORE]);
    return in;
}

static Value run_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state != 0) return run_over(vm, frame, in);
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return VALUE_NULL;
    frame->state = 1;
    frame->regs[SCOPE_BEFORE] = value_small((int64_t)(uintptr_t)thread->scope);
    context_of(frame)->entered = context_of(frame);
    thread->scope = &context_of(frame)->entered;
    Value result = call_star(vm, frame->regs[SCOPE_CALLABLE], frame->regs[SCOPE_ARGS], frame->regs[SCOPE_KWARGS], true);
    return value_is_signal(result) ? result : run_over(vm, frame, result);
}

static Value keywords_dict(Vm *vm, const Value *args, uint32_t nargs, const Tuple *kwnames) {
    Dict *dict = dict_new(vm);
    for (uint32_t i = 0; dict != NULL && i < kwnames->length; i++) {
        if (dict_set(vm, dict, kwnames->items[i], args[nargs + i])) continue;
        obj_release(vm, dict);
        dict = NULL;
    }
    return obj_value(dict);
}

static Value method_run(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs == 0) return raise_error(vm, T_TypeError, "run() missing 1 required positional argument");
    if (AS(ContextObj, self)->entered) {
        return raise_error(vm, T_RuntimeError, "cannot enter context: %R is already entered", self);
    }
    Value keywords = kwnames == NULL ? VALUE_NULL : keywords_dict(vm, args, nargs, kwnames);
    if (kwnames != NULL && keywords == VALUE_NULL) return VALUE_NULL;
    Tuple *rest = tuple_from(vm, args + 1, nargs - 1);
    Frame *frame = rest == NULL ? NULL : native_push(vm, run_resume, SCOPE_SLOTS);
    if (frame == NULL) {
        obj_release(vm, rest);
        value_release(vm, keywords);
        return VALUE_NULL;
    }
    frame->regs[SCOPE_CONTEXT] = value_retain(self);
    frame->regs[SCOPE_CALLABLE] = value_retain(args[0]);
    frame->regs[SCOPE_ARGS] = obj_value(rest);
    frame->regs[SCOPE_KWARGS] = keywords;
    return SIGNAL_PUSHED;
}

/* ---- the mapping ---- */

static Value lookup(Vm *vm, Value self, Value key) { /* borrowed; VALUE_NULL: absent or error */
    if (!value_is_a(key, aio_of(vm)->context_var)) {
        return raise_error(vm, T_TypeError, "a ContextVar key was expected, got %R", key);
    }
    Dict *vars = AS(ContextObj, self)->vars;
    return vars == NULL ? VALUE_NULL : dict_get(vm, vars, key);
}

static Value context_getitem(Vm *vm, Value self, Value key) {
    Value found = lookup(vm, self, key);
    if (found != VALUE_NULL) return value_retain(found);
    return error_is_set(vm) ? VALUE_NULL : raise_key_error(vm, key);
}

static int context_contains(Vm *vm, Value self, Value key) {
    Value found = lookup(vm, self, key);
    return found != VALUE_NULL ? 1 : error_is_set(vm) ? -1 : 0;
}

static Value context_compare(Vm *vm, Value self, Value other, int op) {
    if (!value_is_a(other, type_of(vm, self)) || (op != COMPARE_EQ && op != COMPARE_NE)) return VALUE_NOT_IMPLEMENTED;
    Dict *a = AS(ContextObj, self)->vars, *b = AS(ContextObj, other)->vars;
    bool empty = (a == NULL || dict_length(a) == 0) && (b == NULL || dict_length(b) == 0);
    if (empty || a == NULL || b == NULL) return value_bool(empty == (op == COMPARE_EQ));
    return object_compare(vm, obj_value(a), obj_value(b), op);
}

static int64_t context_length(Vm *vm, Value self) {
    (void)vm;
    const Dict *vars = AS(ContextObj, self)->vars;
    return vars == NULL ? 0 : (int64_t)dict_length(vars);
}

static Value vars_method(Vm *vm, Value self, const char *name) {
    Dict *vars = AS(ContextObj, self)->vars;
    Value dict = vars == NULL ? obj_value(dict_new(vm)) : value_retain(obj_value(vars));
    if (dict == VALUE_NULL) return VALUE_NULL;
    Str *key = str_intern_c(vm, name);
    Value result = key == NULL ? VALUE_NULL : call_method(vm, dict, key, NULL, 0);
    obj_release(vm, key);
    value_release(vm, dict);
    return result;
}

static Value context_iter(Vm *vm, Value self) {
    return vars_method(vm, self, "__iter__");
}

static Value method_get(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Value found = lookup(vm, self, args[0]);
    if (found == VALUE_NULL && error_is_set(vm)) return VALUE_NULL;
    return found != VALUE_NULL ? value_retain(found) : nargs > 1 ? value_retain(args[1]) : VALUE_NONE;
}

static Value method_keys(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vars_method(vm, self, "keys");
}

static Value method_values(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vars_method(vm, self, "values");
}

static Value method_items(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return vars_method(vm, self, "items");
}

static Value method_copy(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return obj_value(context_copy(vm, AS(ContextObj, self)));
}

static Value context_new_slot(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    (void)args;
    if (nargs > 0 || kwnames != NULL) return raise_error(vm, T_TypeError, "Context() does not accept any arguments");
    return obj_value(context_new(vm));
}

static void context_dealloc(Vm *vm, Obj *object) {
    ContextObj *self = (ContextObj *)(void *)object;
    Dict *vars = self->vars;
    self->vars = NULL;
    obj_release(vm, vars);
}

static void context_traverse(Obj *object, VisitFn visit, void *context) {
    const ContextObj *self = (const ContextObj *)(const void *)object;
    if (self->vars != NULL) visit(context, obj_value(self->vars));
}

static const MethodDef methods[] = {
    {"run", method_run, 1, 255, true, METHOD_PLAIN, NULL},
    {"get", method_get, 1, 2, false, METHOD_PLAIN, NULL},
    {"keys", method_keys, 0, 0, false, METHOD_PLAIN, NULL},
    {"values", method_values, 0, 0, false, METHOD_PLAIN, NULL},
    {"items", method_items, 0, 0, false, METHOD_PLAIN, NULL},
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef aio_context_def = {
    .name = "_contextvars.Context",
    .size = sizeof(ContextObj),
    .flags = TYPE_GC | TYPE_WEAKREFS | TYPE_MAPPING,
    .weak_offset = offsetof(ContextObj, weakrefs),
    .slots = {.dealloc = context_dealloc,
              .traverse = context_traverse,
              .getitem = context_getitem,
              .compare = context_compare,
              .contains = context_contains,
              .length = context_length,
              .iter = context_iter,
              .new = context_new_slot},
    .methods = methods,
};
