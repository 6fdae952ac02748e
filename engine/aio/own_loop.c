/* own_loop.c: loops of a program's own making. A class that has a method time() of its own gives the core that clock,
 * and so does an object; a selector with a select() of its own is what the loop waits by. Loops that travel in time are
 * made so. Sockets and files that the loop itself watches stay the core's: such a selector sees none of them. */
#include <math.h>

#include "aio.h"

/* Asked in the middle of the core's work: an error of the method itself is told, and the host's clock stands in. */
static double own_now(void *context) {
    LoopObj *self = context;
    Vm *vm = self->vm;
    double now = vm->host->now(vm->host->context);
    Value before = error_is_set(vm) ? error_take(vm) : VALUE_NULL;
    Value told = call_method(vm, obj_value(self), aio_of(vm)->name_time, NULL, 0);
    if (told == VALUE_NULL || !object_as_double(vm, told, &now))
        error_unraisable(vm, "time() of a loop", obj_value(self));
    value_release(vm, told);
    if (before != VALUE_NULL) error_restore(vm, before);
    return now;
}

const Host *loop_clock(Vm *vm, LoopObj *self) {
    const Aio *aio = aio_of(vm);
    bool is_own = attrs_get(vm, &self->attrs, aio->name_time) != VALUE_NULL ||
                  (self->head.type != aio->loop && type_lookup(vm, self->head.type, aio->name_time) != aio->loop_time);
    self->clock = (Host){.context = self, .now = is_own ? own_now : NULL};
    return is_own ? &self->clock : vm->host;
}

/* A test may put another time() into the loop, and take it out again. */
bool loop_setattr(Vm *vm, Value value, Str *name, Value given) {
    LoopObj *self = AS(LoopObj, value);
    if (!object_generic_setattr(vm, value, name, given)) return false;
    if (str_equal(name, aio_of(vm)->name_time)) loop_set_host(self->loop, loop_clock(vm, self));
    return true;
}

double loop_host_moment(Vm *vm, const LoopObj *self, double deadline) {
    if (self->clock.now == NULL || isinf(deadline)) return deadline;
    return vm->host->now(vm->host->context) + (deadline - loop_time(self->loop));
}

/* Those of the module selectors do what the loop does without them. */
static bool is_of_library(Vm *vm, Value selector) {
    Value method = type_lookup(vm, type_of(vm, selector), aio_of(vm)->name_select);
    return is_exact(vm, method, T_function) && (AS(Function, method)->code->flags & CODE_LIBRARY) != 0;
}

void loop_take_selector(Vm *vm, LoopObj *self) {
    Value selector = attrs_get(vm, &self->attrs, aio_of(vm)->name_selector);
    bool own = selector != VALUE_NULL && !value_is_none(selector) && !is_of_library(vm, selector);
    value_set(vm, &self->selector, own ? value_retain(selector) : VALUE_NULL);
}

bool loop_close_selector(Vm *vm, LoopObj *self) {
    Str *attribute = aio_of(vm)->name_selector;
    Value selector = value_retain(attrs_get(vm, &self->attrs, attribute));
    if (selector == VALUE_NULL || value_is_none(selector)) return true;
    Value closed = call_method(vm, selector, aio_of(vm)->name_close, NULL, 0);
    bool fine = closed != VALUE_NULL && object_setattr(vm, obj_value(self), attribute, VALUE_NONE);
    value_release(vm, closed);
    value_release(vm, selector);
    return fine;
}

Value loop_selecting(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    LoopObj *loop = running_loop(vm);
    double until = INFINITY;
    if (loop != NULL && loop->selecting) {
        loop->waiting = args[0] == VALUE_TRUE;
        until = loop->signals_due != 0 ? -(double)INFINITY : loop_host_moment(vm, loop, loop_wait_until(loop->loop));
    }
    return float_new(vm, until);
}

Value loop_select_tail(Vm *vm, LoopObj *self, double deadline) {
    Value timeout = VALUE_NONE;
    if (deadline == -(double)INFINITY) timeout = value_small(0);
    if (!isinf(deadline)) timeout = float_new(vm, deadline - loop_time(self->loop));
    Value method = timeout == VALUE_NULL ? VALUE_NULL : object_getattr(vm, self->selector, aio_of(vm)->name_select);
    Value found = method == VALUE_NULL ? VALUE_NULL : call_tail(vm, method, &timeout, 1, NULL);
    value_release(vm, method);
    value_release(vm, timeout);
    return found;
}
