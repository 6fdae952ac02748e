/* wait.c: asyncio.shield, and what asyncio.wait does without waiting, on the core's (sync.h). */
#include <math.h>
#include <stdlib.h>

#include "../python/builtins.h"
#include "../python/set.h"
#include "aio.h"

/* ---- wait */

/* NULL: it is to be asked by its methods. */
static Future *waited_for(Vm *vm, Value v) {
    Future *future = future_of(vm, v);
    return future == NULL || future_is_asked(vm, v) ? NULL : future;
}

static int by_age(const void *a, const void *b) {
    uint32_t first = (*(Future *const *)a)->id, second = (*(Future *const *)b)->id;
    return (first > second) - (first < second);
}

/* The futures of a set, borrowed, oldest first: a set's own order is that of addresses, which must not show in the log.
 */
static bool take_futures(Vm *vm, Value set, Future **futures) {
    uint32_t position = 0, count = 0;
    SetEntry entry;
    for (; set_next_entry(AS(Set, set), &position, &entry); count++)
        if ((futures[count] = waited_for(vm, entry.key)) == NULL) return false;
    qsort(futures, count, sizeof *futures, by_age);
    return true;
}

static bool timeout_of(Vm *vm, Value v, double *timeout) {
    *timeout = (double)NAN;
    if (value_is_none(v)) return true;
    Value when = object_binary(vm, BINARY_ADD, float_new(vm, 0.0), v); /* CPython adds it to the loop's time */
    bool good = when != VALUE_NULL && object_as_double(vm, when, timeout);
    value_release(vm, when);
    return good;
}

static enum async_return_when mode_of(Value v) {
    if (is_str(v) && str_equals_c(AS(Str, v), "FIRST_COMPLETED")) return ASYNC_FIRST_COMPLETED;
    return is_str(v) && str_equals_c(AS(Str, v), "FIRST_EXCEPTION") ? ASYNC_FIRST_EXCEPTION : ASYNC_ALL_COMPLETED;
}

static Value wait_new(Vm *vm, LoopObj *loop, Future **futures, uint32_t count, double timeout, Value when) {
    WaitObj *self = object_new(vm, aio_of(vm)->wait, 0);
    if (self == NULL) return VALUE_NULL;
    enum loop_status status =
        async_wait_init(&self->wait, loop->loop, &aio_future_type, futures, count, timeout, mode_of(when));
    if (status != LOOP_OK) {
        async_wait_close(&self->wait);
        raise_status(vm, status);
    }
    bool fine =
        status == LOOP_OK && (!loop->debug || future_source_note(vm, (FutureObj *)(void *)self, MADE_BY_CREATE_FUTURE));
    if (fine) return obj_value(self);
    obj_release(vm, self);
    return VALUE_NULL;
}

Value wait_future_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    double timeout;
    LoopObj *loop = running_loop_required(vm);
    if (loop == NULL || !timeout_of(vm, args[1], &timeout)) return VALUE_NULL;
    if (!is_set(args[0])) return raise_error(vm, T_TypeError, "a set of futures was expected");
    if ((loop->own_timers && !isnan(timeout)) || loop_makes_futures(vm, loop))
        return VALUE_NONE; /* asked for by Python (_asked.wait) */
    uint32_t count = set_length(args[0]);
    Future **futures = mem_alloc(vm->mem, count * sizeof *futures);
    if (futures == NULL) return raise_no_memory(vm);
    bool fine = take_futures(vm, args[0], futures);
    Value made = fine ? wait_new(vm, loop, futures, count, timeout, args[2]) : VALUE_NONE;
    mem_free(vm->mem, futures, count * sizeof *futures);
    return made;
}

static NATIVE(method_end) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    async_wait_close(&AS(WaitObj, self)->wait);
    return VALUE_NONE;
}

static const MethodDef methods[] = {
    {"_end", method_end, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};
const TypeDef aio_wait_def = {
    .name = "_asyncio.Future", /* CPython's wait awaits a plain one */
    .size = sizeof(WaitObj),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .methods = methods,
};

/* ---- shield */

static Value shield_new(Vm *vm, Future *inner) {
    Value outer = future_new_obj(vm, loop_obj(inner->loop), FUTURE_SHIELD);
    if (outer == VALUE_NULL) return VALUE_NULL;
    enum loop_status status = async_shield_with(future_of(vm, outer), inner);
    if (status == LOOP_OK) return outer;
    value_release(vm, outer);
    return raise_status(vm, status);
}

Value shield_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"arg", NULL};
    static const ArgSpec spec = {"shield", names, 0, 1, 1};
    (void)self;
    Value arg;
    if (!args_bind_python(vm, &spec, args, nargs, kwnames, &arg)) return VALUE_NULL;
    Value inner = ensure_future(vm, arg, NULL);
    if (inner == VALUE_NULL) return error_keeps_arguments(vm, "shield", args, nargs, kwnames);
    Future *future = future_of(vm, inner);
    bool asked = future == NULL || future_is_asked(vm, inner);
    if (!asked && future_is_done(future)) return inner;
    asked = asked || loop_makes_futures(vm, loop_obj(future->loop));
    Value outer = asked ? asked_function(vm, "shield_asked", &inner, 1) : shield_new(vm, future);
    value_release(vm, inner);
    return outer;
}
