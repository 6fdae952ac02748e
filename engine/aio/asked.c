/* asked.c: futures that are asked by their methods.
 *
 * CPython calls the methods of every future that is not exactly one of its own two classes: of a subclass with a
 * result() of its own, and of what is no Future at all but looks like one (`_asyncio_future_blocking`). Here the core
 * sees through subclasses; those with a method of their own and what only looks like a future take CPython's way: a
 * task that awaits one waits in the core for a stand-in, and its wakeup is a callable that add_done_callback is given.
 * gather, wait and shield of such futures are guest code (library/asyncio/_asked.py).
 */
#include "aio.h"

/* What a task waits for in the core; done never: the wakeup steps the task. */
typedef struct StandIn {
    FUTURE_HEAD;
    Future future;
    Value target; /* what is awaited */
} StandIn;

static StandIn *stand_in_of(const Future *future) {
    return (StandIn *)(void *)((char *)(uintptr_t)future - offsetof(StandIn, future));
}

/* ---- who is asked ---- */

bool future_type_is_asked(Vm *vm, Type *type) {
    static const char *const methods[] = {
        "add_done_callback", "remove_done_callback", "result", "exception", "done", "cancelled", "get_loop"};
    bool own = false;
    for (size_t i = 0; i < sizeof methods / sizeof *methods && !own; i++) {
        Str *name = str_intern_c(vm, methods[i]);
        Value found = name == NULL ? VALUE_NULL : type_lookup(vm, type, name);
        own = name != NULL && found != type_lookup(vm, aio_of(vm)->future, name) &&
              found != type_lookup(vm, aio_of(vm)->task, name);
        obj_release(vm, name);
    }
    return own;
}

Value call_method_c(Vm *vm, Value object, const char *method) {
    Str *name = str_intern_c(vm, method);
    Value result = name == NULL ? VALUE_NULL : call_method(vm, object, name, NULL, 0);
    obj_release(vm, name);
    return result;
}

int future_asked_done(Vm *vm, Value future) {
    Value said = call_method_c(vm, future, "done");
    int done = said == VALUE_NULL ? -1 : object_truth(vm, said);
    value_release(vm, said);
    return done;
}

Value asked_function(Vm *vm, const char *name, const Value *args, uint32_t nargs) {
    Value function = snippet(vm, name);
    return function == VALUE_NULL ? VALUE_NULL : call_tail(vm, function, args, nargs, NULL);
}

/* ---- the stand-in ---- */

static void stand_in_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((StandIn *)(void *)self)->target);
    future_obj_traverse(self, visit, context);
}

static void stand_in_clear(Vm *vm, Obj *self) {
    future_obj_clear(vm, self);
    value_clear(vm, &((StandIn *)(void *)self)->target);
}

static void stand_in_dealloc(Vm *vm, Obj *self) {
    future_obj_dealloc(vm, self);
    value_clear(vm, &((StandIn *)(void *)self)->target);
}

static const TypeDef stand_in_def = {
    .name = "_asyncio._StandIn",
    .size = sizeof(StandIn),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_HIDDEN,
    .slots = {.dealloc = stand_in_dealloc, .traverse = stand_in_traverse, .clear = stand_in_clear},
};

static void core_retain(Future *future) {
    obj_retain(stand_in_of(future));
}

static void core_release(Future *future) {
    obj_release(loop_obj(future->loop)->vm, stand_in_of(future));
}

static enum loop_status core_cancel(Future *future, loop_value message) {
    return value_cancel(loop_obj(future->loop)->vm, stand_in_of(future)->target, message);
}

static const FutureType stand_in_type = {.retain = core_retain, .release = core_release, .cancel = core_cancel};

Obj *asked_object(const Future *future) {
    return future->type == &stand_in_type ? value_obj(stand_in_of(future)->target) : NULL;
}

/* The log tells of it by the number of the future that it stands for. */
static StandIn *stand_in_new(Vm *vm, LoopObj *loop, Value target) {
    Aio *aio = aio_of(vm);
    if (aio->stand_in == NULL) aio->stand_in = type_make(vm, &stand_in_def, NULL);
    StandIn *self = aio->stand_in == NULL ? NULL : object_new(vm, aio->stand_in, 0);
    if (self == NULL) return NULL;
    future_init(&self->future, loop->loop, &stand_in_type, FUTURE_PLAIN);
    const Future *core = future_of(vm, target);
    if (core != NULL) self->future.id = core->id;
    self->target = value_retain(target);
    return self;
}

/* ---- the wakeup ---- */

static bool enter_check(Vm *vm, TaskObj *self) {
    const Task *current = loop_current_task(self->task.future.loop);
    Value task = obj_value(self);
    if (current != NULL) {
        raise_error(vm, T_RuntimeError, "Cannot enter into task %R while another task %R is being executed.", task,
                    obj_value(task_obj(current)));
    } else if (future_is_done(&self->task.future)) {
        raise_type(vm, aio_of(vm)->invalid_state, "__step(): already done: %R None", task);
    } else {
        return true;
    }
    return false;
}

/* task_wakeup(future): what it ended with goes into the task, whose step begins here. */
static Value task_wakeup(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    TaskObj *task = AS(TaskObj, self);
    Value result = call_method_c(vm, args[0], "result");
    Value error = result == VALUE_NULL ? error_take(vm) : VALUE_NULL;
    value_release(vm, result);
    if (!enter_check(vm, task)) {
        value_release(vm, error);
        return VALUE_NULL;
    }
    Future *core = future_of(vm, args[0]);
    if (core != NULL) future_forget_left(core, &task->task);
    if (error != VALUE_NULL) task_throw_next(&task->task, error);
    return task_woken_push(vm, AS(TaskObj, value_retain(self)));
}

static Value wakeup_new(Vm *vm, TaskObj *self) {
    static const MethodDef def = {"task_wakeup", task_wakeup, 1, 1, false, METHOD_PLAIN, NULL};
    return native_new(vm, &def, obj_value(self), NULL);
}

/* ---- await ---- */

Value loop_asked(Vm *vm, Value awaited) {
    Str *by_method = str_intern_c(vm, "get_loop"), *by_attribute = str_intern_c(vm, "_loop");
    bool failed = by_method == NULL || by_attribute == NULL;
    Value method = failed ? VALUE_NULL : object_getattr_opt(vm, awaited, by_method, &failed);
    Value loop = failed                 ? VALUE_NULL
                 : method == VALUE_NULL ? object_getattr(vm, awaited, by_attribute)
                                        : call_value(vm, method, NULL, 0, NULL);
    value_release(vm, method);
    obj_release(vm, by_attribute);
    obj_release(vm, by_method);
    return loop;
}

static enum asked await_check(Vm *vm, TaskObj *self, Value awaited) {
    Value loop = loop_asked(vm, awaited), task = obj_value(self);
    if (loop == VALUE_NULL) return ASK_FAILED;
    bool foreign = loop != obj_value(loop_obj(self->task.future.loop));
    value_release(vm, loop);
    if (foreign) {
        raise_error(vm, T_RuntimeError, "Task %R got Future %R attached to a different loop", task, awaited);
        return ASK_REFUSED;
    }
    Str *name = str_intern_c(vm, "_asyncio_future_blocking");
    Value mark = name == NULL ? VALUE_NULL : object_getattr(vm, awaited, name);
    int blocking = mark == VALUE_NULL ? -1 : object_truth(vm, mark);
    value_release(vm, mark);
    bool set = blocking > 0 && object_setattr(vm, awaited, name, value_bool(false));
    obj_release(vm, name);
    if (set) return ASK_FINE;
    if (blocking != 0) return ASK_FAILED;
    raise_error(vm, T_RuntimeError, "yield was used instead of yield from in task %R with %R", task, awaited);
    return ASK_REFUSED;
}

/* awaited.add_done_callback(wakeup, context=the task's) */
static bool wakeup_add(Vm *vm, TaskObj *self, Value awaited) {
    ContextObj *scope = scope_object(vm, &self->scope);
    Str *name = scope == NULL ? NULL : str_intern_c(vm, "add_done_callback");
    Value method = name == NULL ? VALUE_NULL : object_getattr(vm, awaited, name);
    Str *keyword = method == VALUE_NULL ? NULL : str_intern_c(vm, "context");
    Tuple *names = keyword == NULL ? NULL : tuple_pack(vm, 1, obj_value(keyword));
    Value with[] = {names == NULL ? VALUE_NULL : wakeup_new(vm, self), obj_value(scope)};
    Value added = with[0] == VALUE_NULL ? VALUE_NULL : call_value(vm, method, with, 1, names);
    value_release(vm, with[0]);
    obj_release(vm, names);
    obj_release(vm, keyword);
    value_release(vm, method);
    obj_release(vm, name);
    value_release(vm, added);
    return added != VALUE_NULL;
}

static enum asked await_prepare(Vm *vm, TaskObj *self, Value awaited, Future **waiter) {
    enum asked asked = await_check(vm, self, awaited);
    if (asked != ASK_FINE) return asked;
    StandIn *stand_in = stand_in_new(vm, loop_obj(self->task.future.loop), awaited);
    if (stand_in == NULL) return ASK_FAILED;
    *waiter = &stand_in->future;
    if (!wakeup_add(vm, self, awaited)) {
        obj_release(vm, stand_in);
        return ASK_FAILED;
    }
    Future *core = future_of(vm, awaited);
    if (core != NULL) future_note_left(core, &self->task);
    return ASK_FINE;
}

enum asked asked_await(Vm *vm, TaskObj *self, Value awaited, Future **waiter) {
    if (future_of(vm, awaited) == NULL) {
        int looks = looks_like_future(vm, awaited);
        if (looks <= 0) return looks < 0 ? ASK_FAILED : ASK_NO_FUTURE;
    }
    return await_prepare(vm, self, awaited, waiter);
}
