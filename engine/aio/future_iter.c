/* future_iter.c: the iterator that Future.__await__() and iter(future) give, and sleep(...).__await__(). An await in
 * Python code does without it.
 */
#include "aio.h"

typedef struct FutureIter {
    Obj head;
    Value future; /* a future, or what sleep() gave; VALUE_NULL once exhausted */
} FutureIter;

Value future_iter_new(Vm *vm, Value future) {
    FutureIter *self = object_new(vm, aio_of(vm)->future_iter, 0);
    if (self != NULL) self->future = value_retain(future);
    return obj_value(self);
}

static bool is_sleep(Vm *vm, Value v) {
    return value_is_obj(v) && value_obj(v)->type == aio_of(vm)->sleep;
}

static enum send_status iter_send(Vm *vm, Value self, Value sent, Value *result) {
    FutureIter *iter = AS(FutureIter, self);
    if (iter->future == VALUE_NULL) {
        *result = VALUE_NONE;
        return SEND_RETURNED;
    }
    enum send_status status = type_of(vm, iter->future)->slots.send(vm, iter->future, sent, result);
    if (status != SEND_YIELDED) value_clear(vm, &iter->future);
    return status;
}

/* A step whose return is a StopIteration, as next() and send() have it. */
static Value iter_step(Vm *vm, Value self, Value sent) {
    Value result;
    if (is_sleep(vm, AS(FutureIter, self)->future)) sleep_obj_see(AS(SleepObj, AS(FutureIter, self)->future));
    switch (iter_send(vm, self, sent, &result)) {
    case SEND_YIELDED: return result;
    case SEND_RETURNED:
        raise_stop_value(vm, result);
        value_release(vm, result);
        return VALUE_NULL;
    default: return VALUE_NULL;
    }
}

static Value iter_next(Vm *vm, Value self) {
    return iter_step(vm, self, VALUE_NONE);
}

static Value method_send(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    return iter_step(vm, self, args[0]);
}

static void iter_end(Vm *vm, FutureIter *self) {
    Value future = self->future;
    self->future = VALUE_NULL;
    if (is_sleep(vm, future)) sleep_obj_stop(vm, AS(SleepObj, future));
    value_release(vm, future);
}

/* The error that was thrown, owned; NULL: those are no such arguments. */
static Value thrown_error(Vm *vm, const Value *args, uint32_t nargs) {
    Value given = nargs > 1 && !value_is_none(args[1]) ? args[1] : VALUE_NULL;
    if (nargs == 3 && !value_is_none(args[2]) && !is_exact(vm, args[2], T_traceback))
        return raise_error(vm, T_TypeError, "throw() third argument must be a traceback");
    if (is_exception(args[0])) {
        return given == VALUE_NULL ? value_retain(args[0])
                                   : raise_error(vm, T_TypeError, "instance exception may not have a separate value");
    }
    if (!is_type(args[0]) || !type_is_subtype(AS(Type, args[0]), TYPE(vm, BaseException))) {
        return raise_error(vm, T_TypeError,
                           "exceptions must be classes deriving BaseException or instances of such a class");
    }
    if (given != VALUE_NULL && is_exception(given)) return value_retain(given);
    if (given != VALUE_NULL && is_tuple(given))
        return call_value(vm, args[0], AS(Tuple, given)->items, AS(Tuple, given)->length, NULL);
    return call_value(vm, args[0], &given, given != VALUE_NULL, NULL);
}

static Value method_throw(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (!gen_throw_warn(vm, "throw", nargs)) return VALUE_NULL;
    Value error = thrown_error(vm, args, nargs);
    if (error == VALUE_NULL) return VALUE_NULL;
    iter_end(vm, AS(FutureIter, self));
    if (is_exception(error)) {
        raise_handling(vm, error, VALUE_NULL);
    } else {
        raise_error(vm, T_TypeError, "calling %R should have returned an instance of BaseException, not %T", args[0],
                    error);
    }
    value_release(vm, error);
    return VALUE_NULL;
}

static Value method_close(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    iter_end(vm, AS(FutureIter, self));
    return VALUE_NONE;
}

static void iter_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((FutureIter *)(void *)self)->future);
}

static void iter_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((FutureIter *)(void *)self)->future);
}

static const MethodDef methods[] = {
    {"send", method_send, 1, 1, false, METHOD_PLAIN, NULL},
    {"throw", method_throw, 1, 3, false, METHOD_PLAIN, NULL},
    {"close", method_close, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef aio_future_iter_def = {
    .name = "_asyncio.FutureIter",
    .size = sizeof(FutureIter),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iter_dealloc,
              .traverse = iter_traverse,
              .iter = object_itself,
              .next = iter_next,
              .send = iter_send},
    .methods = methods,
};
