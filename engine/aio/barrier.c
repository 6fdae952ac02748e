/* barrier.c: what asyncio.Barrier does without waiting, on the core's (sync.h). Its coroutines, and the lock and the
 * condition they wait at, are guest code (library/asyncio/locks.py).
 */
#include "../python/builtins.h"
#include "told.h"

typedef struct BarrierObj {
    ToldObj told;
    BarrierTurns turns; /* how many parties there are knows Python's part: it may be any number */
} BarrierObj;

static BarrierTurns *turns_of(Value self) {
    return &AS(BarrierObj, self)->turns;
}

static NATIVE(method_lets_in) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(barrier_lets_in(turns_of(self)));
}

static NATIVE(method_enter) {
    (void)args, (void)nargs, (void)kwnames;
    return int_from_int64(vm, barrier_enter(turns_of(self), told_object(self)));
}

static NATIVE(method_drain) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    barrier_drain(turns_of(self), told_object(self));
    return VALUE_NONE;
}

/* _leave(): whether all are to be woken; _tell_turns() then. */
static NATIVE(method_leave) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    return value_bool(barrier_leave(turns_of(self)));
}

static NATIVE(method_tell_turns) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    barrier_tell(turns_of(self), told_object(self));
    return VALUE_NONE;
}

static NATIVE(method_reset) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    barrier_reset(turns_of(self), told_object(self));
    return VALUE_NONE;
}

static NATIVE(method_abort) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    barrier_abort(turns_of(self), told_object(self));
    return VALUE_NONE;
}

static Value get_inside(Vm *vm, Value self) {
    return int_from_int64(vm, turns_of(self)->inside);
}

static Value get_state(Vm *vm, Value self) {
    (void)vm;
    return value_small(turns_of(self)->state);
}

#define METHOD(NAME, FUNCTION)                                                                                         \
    { NAME, FUNCTION, 0, 0, false, METHOD_PLAIN, NULL }

static const MethodDef methods[] = {
    METHOD("_lets_in", method_lets_in),       METHOD("_enter", method_enter),
    METHOD("_drain", method_drain),           METHOD("_leave", method_leave),
    METHOD("_tell_turns", method_tell_turns), METHOD("_reset", method_reset),
    METHOD("_abort", method_abort),           {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef attributes[] = {
    {"_count", get_inside, NULL, NULL},
    {"_state", get_state, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_barrier_def = {
    .name = "_asyncio._Barrier",
    .size = sizeof(BarrierObj),
    .flags = TYPE_BASE | TYPE_WRITTEN | TYPE_HIDDEN,
    .methods = methods,
    .getset = attributes,
};
