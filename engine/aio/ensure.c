/* ensure.c: which loop runs or is meant, and ensure_future. */
#include "aio.h"

/* ---- loops ---- */

LoopObj *running_loop(Vm *vm) {
    Value loop = vm->thread->running_loop;
    return value_is_a(loop, aio_of(vm)->loop) ? AS(LoopObj, loop) : NULL;
}

LoopObj *running_loop_required(Vm *vm) {
    LoopObj *loop = running_loop(vm);
    if (loop == NULL) raise_error(vm, T_RuntimeError, "no running event loop");
    return loop;
}

/* threading.current_thread().name, without making a thread object for it. Owned. */
static Value thread_name(Vm *vm) {
    Value python = vm->thread->python;
    if (python != VALUE_NULL && !value_is_none(python)) return object_getattr(vm, python, NAME(vm, name));
    return obj_value(vm->thread == vm->state->main_thread ? str_new(vm, "MainThread")
                                                          : str_format(vm, "Dummy-%u", (unsigned)vm->thread->id));
}

LoopObj *current_event_loop(Vm *vm) {
    LoopObj *loop = running_loop(vm);
    if (loop != NULL) return loop;
    const AioThread *thread = vm->thread->aio;
    if (thread != NULL && thread->event_loop != VALUE_NULL) return AS(LoopObj, thread->event_loop);
    Value name = thread_name(vm);
    if (name != VALUE_NULL) raise_error(vm, T_RuntimeError, "There is no current event loop in thread %R.", name);
    value_release(vm, name);
    return NULL;
}

LoopObj *loop_argument(Vm *vm, Value v) {
    if (v == VALUE_NULL || value_is_none(v)) return current_event_loop(vm);
    if (value_is_a(v, aio_of(vm)->loop)) return AS(LoopObj, v);
    Str *name = str_intern_c(vm, "get_debug"); /* the first thing that is asked of it */
    Value method = name == NULL ? VALUE_NULL : object_getattr(vm, v, name);
    obj_release(vm, name);
    if (method == VALUE_NULL) return NULL;
    value_release(vm, method);
    raise_error(vm, T_TypeError, "an event loop was expected, got %R", v);
    return NULL;
}

/* ---- what asks to be taken for a future ---- */

int looks_like_future(Vm *vm, Value v) {
    Str *name = str_intern_c(vm, "_asyncio_future_blocking");
    Value cls = name == NULL ? VALUE_NULL : object_getattr(vm, v, NAME(vm, __class__));
    bool failed = cls == VALUE_NULL;
    Value of_class = failed ? VALUE_NULL : object_getattr_opt(vm, cls, name, &failed);
    Value mark = of_class == VALUE_NULL ? VALUE_NULL : object_getattr(vm, v, name);
    failed = failed || (of_class != VALUE_NULL && mark == VALUE_NULL);
    int found = failed ? -1 : mark != VALUE_NULL && !value_is_none(mark);
    value_release(vm, mark);
    value_release(vm, of_class);
    value_release(vm, cls);
    obj_release(vm, name);
    return found;
}

/* ---- ensure_future ---- */

static Value same_loop(Vm *vm, Value given, bool is_same) {
    if (is_same) return value_retain(given);
    return raise_error(vm, T_ValueError,
                       "The future belongs to a different loop than the one specified as the loop argument");
}

static Value ensured(Vm *vm, Value given, const Future *future, const LoopObj *loop) {
    if (future->loop == NULL) return future_check(vm, given) ? VALUE_NONE : VALUE_NULL;
    return same_loop(vm, given, loop == NULL || loop_obj(future->loop) == loop);
}

/* What only looks like a future says itself which its loop is. */
static Value ensured_other(Vm *vm, Value given, const LoopObj *loop) {
    if (loop == NULL) return value_retain(given);
    Value its = loop_asked(vm, given);
    value_release(vm, its);
    return its == VALUE_NULL ? VALUE_NULL : same_loop(vm, given, its == obj_value(loop));
}

/* A coroutine that nobody will run is closed, so that it does not complain of that too. */
static void close_quietly(Vm *vm, Value coro) {
    Value error = error_take(vm);
    Value closed = call_method(vm, coro, NAME(vm, close), NULL, 0);
    if (closed == VALUE_NULL) error_clear(vm);
    value_release(vm, closed);
    error_restore(vm, error);
}

static Value task_for(Vm *vm, Value coro, LoopObj *loop, bool close) {
    if (loop == NULL) loop = current_event_loop(vm);
    aio_of(vm)->ensuring = true;
    Value task = loop == NULL ? VALUE_NULL : loop_make_task(vm, loop, coro, false);
    aio_of(vm)->ensuring = false;
    if (task == VALUE_NULL && loop != NULL && close && error_matches(vm, T_RuntimeError)) close_quietly(vm, coro);
    return task;
}

/* Something with __await__, or a generator of types.coroutine. */
static Value task_for_awaitable(Vm *vm, Value v, LoopObj *loop) {
    Value wrap = snippet(vm, "_wrap_awaitable");
    Value coro = wrap == VALUE_NULL ? VALUE_NULL : call_value(vm, wrap, &v, 1, NULL);
    if (coro == VALUE_NULL) return VALUE_NULL;
    Value task = task_for(vm, coro, loop, true);
    value_release(vm, coro);
    return task;
}

Value ensure_future(Vm *vm, Value v, LoopObj *loop) {
    const Future *future = future_of(vm, v);
    if (future != NULL) return ensured(vm, v, future, loop);
    if (value_is_coroutine(vm, v)) return task_for(vm, v, loop, true);
    int looks = looks_like_future(vm, v);
    if (looks != 0) return looks < 0 ? VALUE_NULL : ensured_other(vm, v, loop);
    bool awaitable = is_coroutine(vm, v) || type_lookup(vm, type_of(vm, v), NAME(vm, __await__)) != VALUE_NULL;
    if (awaitable) return task_for_awaitable(vm, v, loop);
    return raise_error(vm, T_TypeError, "An asyncio.Future, a coroutine or an awaitable is required");
}
