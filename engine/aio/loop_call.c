/* loop_call.c: call_soon, call_soon_threadsafe, call_later, call_at, run_in_executor. */
#include <math.h>
#include <stdio.h>

#include "aio.h"

/* The checks of debug mode. */
bool loop_check_callback(Vm *vm, Value callback, const char *method) {
    bool is_coroutine = value_is_coroutine(vm, callback);
    Value function = is_exact(vm, callback, T_method) ? AS(BoundMethod, callback)->function : callback;
    if (is_exact(vm, function, T_function) && (AS(Function, function)->code->flags & CODE_COROUTINE))
        is_coroutine = true;
    if (is_coroutine) {
        raise_error(vm, T_TypeError, "coroutines cannot be used with %s()", method);
        return false;
    }
    if (object_is_callable(vm, callback)) return true;
    raise_error(vm, T_TypeError, "a callable object was expected by %s(), got %R", method, callback);
    return false;
}

bool loop_check_thread(Vm *vm, LoopObj *self) {
    if (self->thread == NULL || self->thread == vm->thread) return true;
    raise_error(vm, T_RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
    return false;
}

static bool check_call(Vm *vm, LoopObj *self, Value callback, const char *method, bool threadsafe) {
    if (!loop_check_open(vm, self)) return false;
    if (!self->debug) return true;
    return (threadsafe || loop_check_thread(vm, self)) && loop_check_callback(vm, callback, method);
}

static bool call_scope(Vm *vm, const Value *args, uint32_t nargs, Tuple *kwnames, const char *method,
                       ContextObj **scope) {
    static const char *const allowed[] = {"context", NULL};
    if (kwnames == NULL) return scope_copy(vm, scope);
    char function[64];
    (void)snprintf(function, sizeof function, "BaseEventLoop.%s", method);
    return keywords_check(vm, kwnames, function, allowed) &&
           scope_argument(vm, keyword_get(args, nargs, kwnames, "context"), scope);
}

static bool check_count(Vm *vm, const char *method, const char *missing, uint32_t nargs, uint32_t min) {
    if (nargs >= min) return true;
    const char *last = strstr(missing, "'callback'"); /* the one that is missing when only one is */
    if (nargs > 0)
        raise_error(vm, T_TypeError, "BaseEventLoop.%s() missing 1 required positional argument: %s", method, last);
    else
        raise_error(vm, T_TypeError, "BaseEventLoop.%s() missing %s", method, missing);
    return false;
}

static HandleObj *call_soon(Vm *vm, LoopObj *self, const Value *args, uint32_t nargs, Tuple *kwnames,
                            const char *method, bool threadsafe) {
    ContextObj *scope;
    if (!check_count(vm, method, "1 required positional argument: 'callback'", nargs, 1)) return NULL;
    if (!check_call(vm, self, args[0], method, threadsafe)) return NULL;
    if (!call_scope(vm, args, nargs, kwnames, method, &scope)) return NULL;
    HandleObj *handle = handle_new(vm, self, HANDLE_CALLBACK, args[0], args + 1, nargs - 1, scope);
    obj_release(vm, scope);
    if (handle == NULL) return NULL;
    if (threadsafe) handle->head.type = aio_of(vm)->thread_handle;
    obj_retain(handle);
    enum loop_status status = loop_enqueue(self->loop, &handle->timer.handle);
    if (status == LOOP_OK) return handle;
    raise_status(vm, status);
    obj_release(vm, handle);
    return NULL;
}

Value loop_call_soon_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return obj_value(call_soon(vm, AS(LoopObj, self), args, nargs, kwnames, "call_soon", false));
}

void loop_wake_thread(Vm *vm, LoopObj *self) {
    loop_wake(self->loop);
    if (self->thread == NULL || !self->waiting) return;
    if (self->selecting) {
        ThreadRef *parked = thread_ref_of(vm, self->thread); /* there is one: it has parked by it */
        if (parked != NULL) thread_ref_wake(vm, parked);
    } else if (self->thread != vm->thread) {
        thread_wake(vm, self->thread);
    } else {
        self->thread->wake_at = -(double)INFINITY; /* a signal's handler runs in the middle of the loop's wait */
    }
}

Value loop_call_soon_threadsafe_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    HandleObj *handle = call_soon(vm, AS(LoopObj, self), args, nargs, kwnames, "call_soon_threadsafe", true);
    if (handle != NULL) loop_wake_thread(vm, AS(LoopObj, self));
    return obj_value(handle);
}

/* when is owned; args begin with the callback. */
static Value call_at(Vm *vm, LoopObj *self, Value when, const Value *args, uint32_t nargs, Tuple *kwnames,
                     const char *method) {
    double due;
    ContextObj *scope;
    HandleObj *handle = NULL;
    if (check_call(vm, self, args[0], "call_at", false) && object_as_double(vm, when, &due) &&
        call_scope(vm, args, nargs, kwnames, method, &scope)) {
        handle = handle_new(vm, self, HANDLE_TIMER, args[0], args + 1, nargs - 1, scope);
        obj_release(vm, scope);
    }
    if (handle == NULL) {
        value_release(vm, when);
        return VALUE_NULL;
    }
    handle->when = when;
    obj_retain(handle);
    enum loop_status status = loop_enqueue_at(self->loop, &handle->timer, due);
    if (status == LOOP_OK) return obj_value(handle);
    obj_release(vm, handle);
    return raise_status(vm, status);
}

static Value later(Vm *vm, LoopObj *self, Value delay) {
    double now = loop_time(self->loop);
    if (value_is_flonum(delay)) return float_new(vm, now + flonum_value(delay));
    return object_binary(vm, BINARY_ADD, float_new(vm, now), delay);
}

bool loop_overrides(Vm *vm, const LoopObj *self, const char *method) {
    if (self->head.type == aio_of(vm)->loop) return false;
    Str *name = str_intern_c(vm, method);
    bool own = name != NULL && type_lookup(vm, self->head.type, name) != type_lookup(vm, aio_of(vm)->loop, name);
    obj_release(vm, name);
    error_clear(vm);
    return own;
}

bool loop_makes_futures(Vm *vm, const LoopObj *self) {
    return self->own_timers && loop_overrides(vm, self, "create_future");
}

/* call_later by the loop's own call_at. `when` is owned, args are call_later's. */
static Value ask_call_at(Vm *vm, Value self, Value when, const Value *args, uint32_t nargs, Tuple *kwnames) {
    size_t count = nargs + (kwnames != NULL ? kwnames->length : 0u);
    Value *all = mem_alloc(vm->mem, count * sizeof(Value)), result = VALUE_NULL;
    Str *name = all == NULL ? NULL : str_intern_c(vm, "call_at");
    Value method = name == NULL ? VALUE_NULL : object_getattr(vm, self, name);
    if (all == NULL) raise_no_memory(vm);
    if (method != VALUE_NULL) {
        memcpy(all, args, count * sizeof(Value));
        all[0] = when;
        result = call_tail(vm, method, all, nargs, kwnames);
    }
    if (all != NULL) mem_free(vm->mem, all, count * sizeof(Value));
    obj_release(vm, name);
    value_release(vm, method);
    value_release(vm, when);
    return result;
}

Value loop_call_later_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    LoopObj *self = AS(LoopObj, value);
    if (!check_count(vm, "call_later", "2 required positional arguments: 'delay' and 'callback'", nargs, 2)) {
        return VALUE_NULL;
    }
    if (value_is_none(args[0])) return raise_error(vm, T_TypeError, "delay must not be None");
    Value when = later(vm, self, args[0]);
    if (when == VALUE_NULL) return error_keeps_arguments(vm, "call_later", args, nargs, kwnames);
    if (self->own_timers && loop_overrides(vm, self, "call_at"))
        return ask_call_at(vm, value, when, args, nargs, kwnames);
    return call_at(vm, self, when, args + 1, nargs - 1, kwnames, "call_later");
}

Value loop_call_at_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    LoopObj *self = AS(LoopObj, value);
    if (!check_count(vm, "call_at", "2 required positional arguments: 'when' and 'callback'", nargs, 2))
        return VALUE_NULL;
    if (value_is_none(args[0])) return raise_error(vm, T_TypeError, "when cannot be None");
    return call_at(vm, self, value_retain(args[0]), args + 1, nargs - 1, kwnames, "call_at");
}

/* hook(loop, executor, func, *args) */
Value loop_run_in_executor_method(Vm *vm, Value value, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    LoopObj *self = AS(LoopObj, value);
    if (!loop_check_open(vm, self)) return VALUE_NULL;
    if (self->debug && !loop_check_callback(vm, args[1], "run_in_executor")) return VALUE_NULL;
    Value hook = aio_of(vm)->executor_hook;
    if (hook == VALUE_NULL) return raise_not_yet(vm, "executors");
    Value *all = mem_alloc(vm->mem, (nargs + 1) * sizeof *all);
    if (all == NULL) return raise_no_memory(vm);
    all[0] = value;
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    value_retain(hook);
    Value made = call_tail(vm, hook, all, nargs + 1, NULL);
    value_release(vm, hook);
    mem_free(vm->mem, all, (nargs + 1) * sizeof *all);
    return made;
}
