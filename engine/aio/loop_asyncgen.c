/* loop_asyncgen.c: the loop knows the async generators that are being iterated, so that it can close them at the end.
 */
#include "aio.h"

/* ---- hooks, bound to the loop while it runs ---- */

/* Drops references whose generator is gone when the list has to grow. */
static void forget_dead(Vm *vm, List *list) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < list->length; i++) {
        Value generator = weakref_get(vm, list->items[i]);
        if (value_is_none(generator)) {
            value_release(vm, list->items[i]);
        } else {
            list->items[kept++] = list->items[i];
        }
        value_release(vm, generator);
    }
    list->length = kept;
}

Value loop_asyncgen_firstiter_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    if (self->asyncgens_shut &&
        !warn(vm, T_ResourceWarning, "asynchronous generator %R was scheduled after loop.shutdown_asyncgens() call",
              args[0])) {
        return VALUE_NULL;
    }
    if (self->asyncgens == NULL) self->asyncgens = list_new(vm, 0);
    if (self->asyncgens == NULL) return VALUE_NULL;
    if (self->asyncgens->length == self->asyncgens->capacity) forget_dead(vm, self->asyncgens);
    Value reference = weakref_new(vm, args[0], VALUE_NONE);
    if (reference == VALUE_NULL || !list_append_take(vm, self->asyncgens, reference)) return VALUE_NULL;
    return VALUE_NONE;
}

static void forget(Vm *vm, LoopObj *self, Value generator) {
    List *list = self->asyncgens;
    for (uint32_t i = 0; list != NULL && i < list->length; i++) {
        Value found = weakref_get(vm, list->items[i]);
        bool same = found == generator;
        value_release(vm, found);
        if (!same) continue;
        value_release(vm, list->items[i]);
        list->items[i] = list->items[--list->length];
        return;
    }
}

Value loop_asyncgen_finalizer_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    forget(vm, self, args[0]);
    if (loop_is_closed(self->loop)) return VALUE_NONE;
    Value call[2] = {object_getattr(vm, value, aio_of(vm)->name_create_task), VALUE_NULL};
    Str *name = str_intern_c(vm, "aclose");
    if (call[0] != VALUE_NULL && name != NULL) call[1] = call_method(vm, args[0], name, NULL, 0);
    Value handle = call[1] == VALUE_NULL ? VALUE_NULL : loop_call_soon_threadsafe_method(vm, value, call, 2, NULL);
    obj_release(vm, name);
    value_release(vm, call[0]);
    value_release(vm, call[1]);
    value_release(vm, handle);
    return handle == VALUE_NULL ? VALUE_NULL : VALUE_NONE;
}

static const MethodDef firstiter_def = {
    "_asyncgen_firstiter_hook", loop_asyncgen_firstiter_method, 1, 1, false, METHOD_PLAIN, NULL};
static const MethodDef finalizer_def = {
    "_asyncgen_finalizer_hook", loop_asyncgen_finalizer_method, 1, 1, false, METHOD_PLAIN, NULL};

bool loop_asyncgen_install(Vm *vm, LoopObj *self) {
    Value firstiter = native_new(vm, &firstiter_def, obj_value(self), NULL);
    Value finalizer = firstiter == VALUE_NULL ? VALUE_NULL : native_new(vm, &finalizer_def, obj_value(self), NULL);
    if (finalizer == VALUE_NULL) {
        value_release(vm, firstiter);
        return false;
    }
    struct VmState *state = vm->state;
    value_set(vm, &self->old_firstiter, state->asyncgen_firstiter);
    value_set(vm, &self->old_finalizer, state->asyncgen_finalizer);
    state->asyncgen_firstiter = firstiter;
    state->asyncgen_finalizer = finalizer;
    return true;
}

void loop_asyncgen_restore(Vm *vm, LoopObj *self) {
    struct VmState *state = vm->state;
    Value firstiter = self->old_firstiter, finalizer = self->old_finalizer;
    self->old_firstiter = self->old_finalizer = VALUE_NULL;
    value_set(vm, &state->asyncgen_firstiter, firstiter);
    value_set(vm, &state->asyncgen_finalizer, finalizer);
}

/* ---- shutdown_asyncgens ---- */

/* The generators that are alive, as a new List; the loop forgets them. */
static List *take_asyncgens(Vm *vm, LoopObj *self) {
    List *taken = list_new(vm, 0);
    List *references = self->asyncgens;
    self->asyncgens = NULL;
    for (uint32_t i = 0; taken != NULL && references != NULL && i < references->length; i++) {
        Value generator = weakref_get(vm, references->items[i]);
        bool kept = value_is_none(generator) || list_append(vm, taken, generator);
        value_release(vm, generator);
        if (kept) continue;
        obj_release(vm, taken);
        taken = NULL;
    }
    obj_release(vm, references);
    return taken;
}

Value loop_take_asyncgens(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    AS(LoopObj, args[0])->asyncgens_shut = true;
    return obj_value(take_asyncgens(vm, AS(LoopObj, args[0])));
}

Value loop_shutdown_asyncgens_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Value function = snippet(vm, "shutdown_asyncgens");
    return function == VALUE_NULL ? VALUE_NULL : call_tail(vm, function, &self, 1, NULL);
}
