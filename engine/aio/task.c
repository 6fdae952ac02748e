/* task.c: asyncio.Task: its making, its attributes and methods. How it runs is in task_step.c. */
#include "aio.h"

/* ---- is it a coroutine? ---- */

static bool has_method(Vm *vm, Type *type, const char *name) {
    Str *key = str_intern_c(vm, name);
    bool has = key != NULL && type_lookup(vm, type, key) != VALUE_NULL;
    obj_release(vm, key);
    return has;
}

bool value_is_coroutine(Vm *vm, Value v) {
    if (!value_is_obj(v)) return false;
    Type *type = value_obj(v)->type;
    if (type == TYPE(vm, coroutine) || type == aio_of(vm)->sleep) return true;
    if (type_lookup(vm, type, NAME(vm, __await__)) == VALUE_NULL) return false;
    return has_method(vm, type, "send") && has_method(vm, type, "throw") && has_method(vm, type, "close");
}

/* ---- making ---- */

static Value name_for(Vm *vm, Value given) {
    if (given == VALUE_NULL || value_is_none(given)) return value_small(++aio_of(vm)->task_count);
    return is_exact(vm, given, T_str) ? value_retain(given) : object_str(vm, given);
}

/* Owned; NULL: it has none. */
static Code *code_of(Vm *vm, Value coro) {
    if (!is_exact(vm, coro, T_coroutine)) return NULL;
    const Gen *gen = AS(Gen, coro);
    Code *code = gen->frame != NULL ? gen->frame->code : gen->code;
    if (code != NULL) obj_retain(code);
    return code;
}

/* The parts of a task that do not exist in the core; scope is owned. */
static bool task_fill(Vm *vm, TaskObj *self, Value coro, LoopObj *loop, Value name, ContextObj *scope) {
    scope_set(vm, &self->scope, scope);
    value_set(vm, &self->coro, value_retain(coro));
    obj_release(vm, self->code);
    self->code = code_of(vm, coro);
    value_set(vm, &self->name, name_for(vm, name));
    if (self->name == VALUE_NULL) return false;
    return !loop->debug || future_source_note(vm, (FutureObj *)(void *)self, source_task_maker(vm));
}

static enum loop_status task_enter_core(Vm *vm, TaskObj *self, LoopObj *loop, bool eager) {
    Task *task = &self->task;
    if (task->future.loop != NULL) future_fini(&task->future);
    enum loop_status status = LOOP_OK;
    if (eager) {
        task_init_unqueued(task, loop->loop, &aio_future_type, NULL);
    } else {
        status = task_init(task, loop->loop, &aio_future_type, NULL);
    }
    if (overrides_cancel(vm, self->head.type, aio_of(vm)->task_cancel_method)) future_use_method_cancel(&task->future);
    return status;
}

/* scope is owned. */
static bool task_setup(Vm *vm, TaskObj *self, Value coro, LoopObj *loop, Value name, ContextObj *scope, bool eager) {
    if (!value_is_coroutine(vm, coro)) {
        obj_release(vm, scope);
        raise_error(vm, T_TypeError, "a coroutine was expected, got %R", coro);
        return false;
    }
    if (!task_fill(vm, self, coro, loop, name, scope)) return false;
    enum loop_status status = task_enter_core(vm, self, loop, eager);
    if (status == LOOP_OK) return true;
    raise_status(vm, status);
    return false;
}

Value task_make(Vm *vm, Value coro, LoopObj *loop, Value name, ContextObj *scope, bool eager) {
    TaskObj *self = object_new(vm, aio_of(vm)->task, 0);
    if (self == NULL) {
        obj_release(vm, scope);
        return VALUE_NULL;
    }
    eager = eager && loop_is_running(loop->loop);
    if (!task_setup(vm, self, coro, loop, name, scope, eager)) {
        Value step = obj_value(self);
        error_keeps_arguments(vm, "call_soon", &step, 1, NULL);
        obj_release(vm, self);
        return VALUE_NULL;
    }
    return eager ? task_eager_push(vm, self) : obj_value(self);
}

Value task_new_obj(Vm *vm, LoopObj *loop, Value coro) {
    ContextObj *scope;
    return scope_copy(vm, &scope) ? task_make(vm, coro, loop, VALUE_NULL, scope, false) : VALUE_NULL;
}

static int task_init_slot(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"coro", "loop", "name", "context", "eager_start", NULL};
    static const ArgSpec spec = {"Task", names, 0, 1, 1};
    Value bound[5];
    ContextObj *scope;
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return -1;
    LoopObj *loop = loop_argument(vm, bound[1]);
    int eager = bound[4] == VALUE_NULL ? 0 : object_truth(vm, bound[4]);
    if (loop == NULL || eager < 0 || !scope_argument(vm, bound[3], &scope)) return -1;
    eager = eager && loop_is_running(loop->loop);
    if (!task_setup(vm, AS(TaskObj, self), bound[0], loop, bound[2], scope, eager)) return -1;
    return !eager || task_eager_nested(vm, AS(TaskObj, self)) ? 0 : -1;
}

/* ---- the collector, the end ---- */

static void task_traverse(Obj *self, VisitFn visit, void *context) {
    TaskObj *task = (TaskObj *)(void *)self;
    if (task->scope != NULL) visit(context, obj_value(task->scope));
    visit(context, task->coro);
    visit(context, task->thrown);
    future_obj_traverse(self, visit, context);
}

static void task_parts_clear(Vm *vm, TaskObj *self) {
    value_clear(vm, &self->coro);
    value_clear(vm, &self->thrown);
    scope_set(vm, &self->scope, NULL);
}

static void task_obj_clear(Vm *vm, Obj *self) {
    future_obj_clear(vm, self);
    task_parts_clear(vm, (TaskObj *)(void *)self);
}

static void task_dealloc(Vm *vm, Obj *self) {
    TaskObj *task = (TaskObj *)(void *)self;
    future_obj_dealloc(vm, self);
    task_parts_clear(vm, task);
    obj_release(vm, task->code);
    value_clear(vm, &task->name);
}

/* ---- methods ---- */

Str *task_name(Vm *vm, TaskObj *self) {
    if (self->name == VALUE_NULL) return vm->empty_str;
    if (is_str(self->name)) return AS(Str, self->name);
    Str *name = str_format(vm, "Task-%lld", (long long)value_as_small(self->name));
    if (name != NULL) self->name = obj_value(name);
    return name;
}

static Value method_get_name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    Str *name = task_name(vm, AS(TaskObj, self));
    return name == NULL ? VALUE_NULL : value_retain(obj_value(name));
}

static Value method_set_name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Value name = is_exact(vm, args[0], T_str) ? value_retain(args[0]) : object_str(vm, args[0]);
    if (name == VALUE_NULL) return VALUE_NULL;
    value_set(vm, &AS(TaskObj, self)->name, name);
    if (AS(TaskObj, self)->task.future.loop != NULL) task_renamed(&AS(TaskObj, self)->task);
    return VALUE_NONE;
}

static Value get_coro(Vm *vm, Value self) {
    (void)vm;
    Value coro = AS(TaskObj, self)->coro;
    return coro == VALUE_NULL ? VALUE_NONE : value_retain(coro);
}

static Value method_get_coro(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    return get_coro(vm, self);
}

static Value method_get_context(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    (void)nargs;
    (void)kwnames;
    ContextObj *scope = scope_object(vm, &AS(TaskObj, self)->scope);
    return scope == NULL ? VALUE_NULL : value_retain(obj_value(scope));
}

static Value method_cancelling(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_small((int64_t)task_cancelling(&AS(TaskObj, self)->task));
}

static Value method_uncancel(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_small((int64_t)task_uncancel(&AS(TaskObj, self)->task));
}

static Value method_set_result(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return raise_error(vm, T_RuntimeError, "Task does not support set_result operation");
}

static Value method_set_exception(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return raise_error(vm, T_RuntimeError, "Task does not support set_exception operation");
}

static Value by_snippet(Vm *vm, const char *name, const Value *args, uint32_t nargs) {
    Value function = snippet(vm, name);
    return function == VALUE_NULL ? VALUE_NULL : call_tail(vm, function, args, nargs, NULL);
}

static Value method_get_stack(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"limit", NULL};
    static const ArgSpec spec = {"get_stack", names, 0, 0, 0};
    Value limit;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &limit)) return VALUE_NULL;
    Value with[] = {self, limit == VALUE_NULL ? VALUE_NONE : limit};
    return by_snippet(vm, "get_stack", with, 2);
}

static Value method_print_stack(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"limit", "file", NULL};
    static const ArgSpec spec = {"print_stack", names, 0, 0, 0};
    Value bound[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return VALUE_NULL;
    Value with[] = {self, bound[0] == VALUE_NULL ? VALUE_NONE : bound[0],
                    bound[1] == VALUE_NULL ? VALUE_NONE : bound[1]};
    return by_snippet(vm, "print_stack", with, 3);
}

/* ---- attributes ---- */

/* A sleep is no Future: one that ends as it does stands for it. */
static Value of_sleep(Vm *vm, Future *nap) {
    Value shown = future_new_obj(vm, loop_obj(nap->loop), FUTURE_SLEEP);
    if (shown == VALUE_NULL) return VALUE_NULL;
    enum loop_status status = async_follow(future_of(vm, shown), nap);
    if (status == LOOP_OK) return shown;
    value_release(vm, shown);
    return raise_status(vm, status);
}

static Value get_waiter(Vm *vm, Value self) {
    Future *waiter = AS(TaskObj, self)->task.waiter;
    if (waiter == NULL) return VALUE_NONE;
    return waiter->shape == FUTURE_SHAPE_SLEEP ? of_sleep(vm, waiter) : value_retain(obj_value(future_object(waiter)));
}

static Value get_must_cancel(Vm *vm, Value self) {
    (void)vm;
    return value_bool(task_must_cancel(&AS(TaskObj, self)->task));
}

static Value get_log_pending(Vm *vm, Value self) {
    (void)vm;
    return value_bool((AS(TaskObj, self)->task.future.flags & FUTURE_FLAG_QUIET) == 0);
}

static bool set_log_pending(Vm *vm, Value self, Value value) {
    int truth = future_refuse_delete(vm, value) ? -1 : object_truth(vm, value);
    if (truth < 0) return false;
    Future *future = &AS(TaskObj, self)->task.future;
    unsigned others = future->flags & ~(unsigned)FUTURE_FLAG_QUIET;
    future->flags = (uint8_t)(truth ? others : others | FUTURE_FLAG_QUIET);
    return true;
}

static const MethodDef methods[] = {
    {"get_name", method_get_name, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_name", method_set_name, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_coro", method_get_coro, 0, 0, false, METHOD_PLAIN, NULL},
    {"get_context", method_get_context, 0, 0, false, METHOD_PLAIN, NULL},
    FUTURE_METHODS,
    {"cancelling", method_cancelling, 0, 0, false, METHOD_PLAIN, NULL},
    {"uncancel", method_uncancel, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_result", method_set_result, 1, 1, false, METHOD_PLAIN, NULL},
    {"set_exception", method_set_exception, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_stack", method_get_stack, 0, 0, true, METHOD_PLAIN, NULL},
    {"print_stack", method_print_stack, 0, 0, true, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"_coro", get_coro, NULL, NULL},
    {"_fut_waiter", get_waiter, NULL, NULL},
    {"_must_cancel", get_must_cancel, NULL, NULL},
    {"_log_destroy_pending", get_log_pending, set_log_pending, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef aio_task_def = {
    .name = "_asyncio.Task",
    .size = sizeof(TaskObj),
    .flags = TYPE_BASE | TYPE_GC,
    .slots = {.dealloc = task_dealloc,
              .traverse = task_traverse,
              .clear = task_obj_clear,
              .repr = task_repr,
              .init = task_init_slot},
    .methods = methods,
    .getset = getset,
};
