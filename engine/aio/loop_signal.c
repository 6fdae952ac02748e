/* loop_signal.c: add_signal_handler: a signal queues the handler's handle on its loop. CPython's loop learns of it from
 * a pipe, which it reads in a handle of its own (_read_from_self): that runs one iteration after the signal, the
 * handler another one later. */
#include <string.h>

#include "aio.h"

enum { SIGNALS = 65, SIGKILL_NUMBER = 9, SIGSTOP_NUMBER = 19 };

static bool check_signal(Vm *vm, Value v, int64_t *number) {
    if (!is_int(v)) {
        raise_error(vm, T_TypeError, "sig must be an int, not %R", v);
        return false;
    }
    if (int_as_int64(v, number) && *number > 0 && *number < SIGNALS) return true;
    raise_error(vm, T_ValueError, "invalid signal number %V", v);
    return false;
}

Value loop_add_signal_handler_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    int64_t number;
    ContextObj *scope;
    if (value_is_coroutine(vm, args[1]) || value_makes_coroutines(vm, args[1])) {
        return raise_error(vm, T_TypeError, "coroutines cannot be used with add_signal_handler()");
    }
    if (!check_signal(vm, args[0], &number) || !loop_check_open(vm, self)) return VALUE_NULL;
    if (number == SIGKILL_NUMBER || number == SIGSTOP_NUMBER) {
        return raise_error(vm, T_RuntimeError, "sig %d cannot be caught", (int)number);
    }
    if (self->signals == NULL) self->signals = dict_new(vm);
    if (self->signals == NULL || !scope_copy(vm, &scope)) return VALUE_NULL;
    HandleObj *handle = handle_new(vm, self, HANDLE_CALLBACK, args[1], args + 2, nargs - 2, scope);
    obj_release(vm, scope);
    if (handle == NULL) return VALUE_NULL;
    bool stored = dict_set(vm, self->signals, value_small(number), obj_value(handle));
    obj_release(vm, handle);
    return stored ? VALUE_NONE : VALUE_NULL;
}

Value loop_remove_signal_handler_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    int64_t number;
    if (!check_signal(vm, args[0], &number)) return VALUE_NULL;
    int removed = self->signals == NULL ? 0 : dict_delete(vm, self->signals, value_small(number));
    return removed < 0 ? VALUE_NULL : value_bool(removed);
}

void loop_signals_close(Vm *vm, LoopObj *self) {
    Dict *signals = self->signals;
    self->signals = NULL;
    obj_release(vm, signals);
}

/* A handle can stand in the queue once only: another with the same callback stands for it where it does already. Owned.
 */
static HandleObj *handle_to_queue(Vm *vm, LoopObj *self, HandleObj *handle) {
    const Handle *core = &handle->timer.handle;
    if (!(core->flags & HANDLE_FLAG_QUEUED) && self->current != core) {
        obj_retain(handle);
        return handle;
    }
    uint32_t count;
    const Value *args = handle_args(handle, &count);
    return handle_new(vm, self, HANDLE_CALLBACK, handle->callback, args, count, handle->scope);
}

static void queue(Vm *vm, LoopObj *self, HandleObj *handle) {
    if (handle_is_cancelled(&handle->timer.handle)) return;
    HandleObj *queued = handle_to_queue(vm, self, handle);
    if (queued == NULL) {
        error_unraisable(vm, "handler of a signal", obj_value(handle));
    } else if (loop_enqueue(self->loop, &queued->timer.handle) == LOOP_OK) {
        loop_wake_thread(vm, self);
    }
}

static void read_signals(Loop *core, void *context) {
    LoopObj *self = context;
    uint8_t due[SIGNALS_DUE_MOST], count = self->signals_due;
    (void)core;
    memcpy(due, self->due, count);
    self->signals_due = 0;
    for (uint8_t i = 0; i < count; i++) {
        Value handle = self->signals == NULL ? VALUE_NULL : dict_get(self->vm, self->signals, value_small(due[i]));
        if (handle != VALUE_NULL) queue(self->vm, self, AS(HandleObj, handle));
    }
}

void loop_signals_notice(LoopObj *self) {
    if (loop_call_soon(self->loop, read_signals, self, NULL) != LOOP_OK) read_signals(self->loop, self);
}

bool loop_signal_hook(Vm *vm, int number) {
    bool taken = false;
    for (LoopObj *self = aio_of(vm)->loops; self != NULL; self = self->next) {
        if (self->signals == NULL || loop_is_closed(self->loop)) continue;
        if (dict_get(vm, self->signals, value_small(number)) == VALUE_NULL) continue;
        if (self->signals_due < SIGNALS_DUE_MOST) self->due[self->signals_due++] = (uint8_t)number;
        loop_wake_thread(vm, self);
        taken = true;
    }
    return taken;
}
