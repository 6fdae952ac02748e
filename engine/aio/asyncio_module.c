/* asyncio_module.c: the native module _asyncio, on which the package asyncio stands. */
#include "told.h"

#define UNUSED_SELF() ((void)self)
#define NO_ARGS() ((void)self, (void)args, (void)nargs, (void)kwnames)

/* ---- loops ---- */

static Value get_running_loop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    NO_ARGS();
    Value loop = vm->thread->running_loop;
    return loop != VALUE_NULL ? value_retain(loop) : raise_error(vm, T_RuntimeError, "no running event loop");
}

static Value get_running_loop_or_none(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    NO_ARGS();
    Value loop = vm->thread->running_loop;
    return loop != VALUE_NULL ? value_retain(loop) : VALUE_NONE;
}

static Value set_running_loop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    value_set(vm, &vm->thread->running_loop, value_is_none(args[0]) ? VALUE_NULL : value_retain(args[0]));
    return VALUE_NONE;
}

static Value get_event_loop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    NO_ARGS();
    LoopObj *loop = current_event_loop(vm);
    return loop == NULL ? VALUE_NULL : value_retain(obj_value(loop));
}

static Value set_event_loop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    bool is_loop = value_is_a(args[0], aio_of(vm)->loop);
    if (!is_loop && !value_is_none(args[0])) {
        return raise_error(vm, T_TypeError, "loop must be an instance of AbstractEventLoop or None, not '%T'", args[0]);
    }
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return VALUE_NULL;
    value_set(vm, &thread->event_loop, is_loop ? value_retain(args[0]) : VALUE_NULL);
    return VALUE_NONE;
}

/* ---- tasks ---- */

static Value ensure_future_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"coro_or_future", "loop", NULL};
    static const ArgSpec spec = {"ensure_future", names, 0, 1, 1};
    UNUSED_SELF();
    Value bound[2];
    if (!args_bind_python(vm, &spec, args, nargs, kwnames, bound)) return VALUE_NULL;
    LoopObj *loop = NULL;
    bool fine = bound[1] == VALUE_NULL || value_is_none(bound[1]) || (loop = loop_argument(vm, bound[1])) != NULL;
    Value made = fine ? ensure_future(vm, bound[0], loop) : VALUE_NULL;
    return made != VALUE_NULL ? made : error_keeps_arguments(vm, "ensure_future", args, nargs, kwnames);
}

/* The loop given, or the running one. NULL with an exception; without one for what is no loop: it has no tasks. */
static LoopObj *loop_or_running(Vm *vm, const char *function, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"loop", NULL};
    ArgSpec spec = {function, names, 0, 1, 0};
    Value given;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &given)) return NULL;
    if (given == VALUE_NULL || value_is_none(given)) return running_loop_required(vm);
    return value_is_a(given, aio_of(vm)->loop) ? AS(LoopObj, given) : NULL;
}

static Value current_task(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_SELF();
    LoopObj *loop = nargs == 0 && kwnames == NULL ? running_loop_required(vm)
                                                  : loop_or_running(vm, "current_task", args, nargs, kwnames);
    if (loop == NULL) return error_is_set(vm) ? VALUE_NULL : VALUE_NONE;
    const Task *task = loop_current_task(loop->loop);
    return task == NULL ? VALUE_NONE : value_retain(obj_value(task_obj(task)));
}

/* The loop's tasks that are not done, as far as the core knows. */
static bool tasks_collect(Vm *vm, const LoopObj *loop, List *tasks) {
    bool fine = true;
    for (Task *task = loop_first_task(loop->loop); task != NULL && fine; task = task->next_task)
        fine = future_is_done(&task->future) || list_append(vm, tasks, obj_value(task_obj(task)));
    return fine;
}

/* Those of them that are not done when they are asked. */
static bool tasks_ask(Vm *vm, const List *tasks, List *left) {
    bool fine = true;
    for (uint32_t i = 0; i < tasks->length && fine; i++) {
        int done = future_is_asked(vm, tasks->items[i]) ? future_asked_done(vm, tasks->items[i]) : 0;
        fine = done > 0 || (done == 0 && list_append(vm, left, tasks->items[i]));
    }
    return fine;
}

/* The tasks that are left of a loop, in the order of creation. */
static Value tasks_left(Vm *vm, const char *function, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const LoopObj *loop = loop_or_running(vm, function, args, nargs, kwnames);
    if (loop == NULL && error_is_set(vm)) return VALUE_NULL;
    List *left = list_new(vm, 0);
    if (left == NULL || loop == NULL) return obj_value(left);
    List *tasks = list_new(vm, 0);
    bool fine = tasks != NULL && tasks_collect(vm, loop, tasks) && tasks_ask(vm, tasks, left);
    obj_release(vm, tasks);
    if (fine) return obj_value(left);
    obj_release(vm, left);
    return VALUE_NULL;
}

static Value all_tasks(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_SELF();
    Value left = tasks_left(vm, "all_tasks", args, nargs, kwnames);
    Value tasks = left == VALUE_NULL ? VALUE_NULL : set_new(vm, false);
    if (tasks != VALUE_NULL && !set_update(vm, tasks, left)) value_clear(vm, &tasks);
    value_release(vm, left);
    return tasks;
}

/* _tasks_in_order(loop): the order of a set is that of addresses, another one in each run. */
static Value tasks_in_order(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_SELF();
    return tasks_left(vm, "_tasks_in_order", args, nargs, kwnames);
}

/* ---- for other implementations of tasks: the core keeps its own books ---- */

static Value nothing_done(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm;
    NO_ARGS();
    return VALUE_NONE;
}

static Task *task_or_none(Vm *vm, Value v) {
    return value_is_a(v, aio_of(vm)->task) ? &AS(TaskObj, v)->task : NULL;
}

/* (loop, task) of `function`; NULL: `loop` is not the running one, or there are no such arguments. */
static LoopObj *entered_loop(Vm *vm, const char *function, const Value *args, uint32_t nargs, Tuple *kwnames,
                             Value *bound) {
    static const char *const names[] = {"loop", "task", NULL};
    const ArgSpec spec = {function, names, 0, 2, 2};
    if (!args_bind(vm, &spec, args, nargs, kwnames, bound)) return NULL;
    LoopObj *loop = running_loop(vm);
    if (loop != NULL && bound[0] == obj_value(loop)) return loop;
    raise_error(vm, T_RuntimeError, "loop %R is not the running loop", bound[0]);
    return NULL;
}

static Value enter_task(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    Value bound[2];
    LoopObj *loop = entered_loop(vm, "_enter_task", args, nargs, kwnames, bound);
    if (loop == NULL) return VALUE_NULL;
    const Task *current = loop_current_task(loop->loop);
    if (current != NULL) {
        return raise_error(vm, T_RuntimeError, "Cannot enter into task %R while another task %R is being executed.",
                           bound[1], obj_value(task_obj(current)));
    }
    loop_set_current_task(loop->loop, task_or_none(vm, bound[1]));
    return VALUE_NONE;
}

static Value leave_task(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    Value bound[2];
    LoopObj *loop = entered_loop(vm, "_leave_task", args, nargs, kwnames, bound);
    if (loop == NULL) return VALUE_NULL;
    const Task *current = loop_current_task(loop->loop);
    if (current != task_or_none(vm, bound[1])) {
        return raise_error(vm, T_RuntimeError, "Invalid attempt to leave task %R while task %R is entered.", bound[1],
                           current == NULL ? VALUE_NONE : obj_value(task_obj(current)));
    }
    loop_set_current_task(loop->loop, NULL);
    return VALUE_NONE;
}

static Value swap_current_task(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    Value bound[2];
    LoopObj *loop = entered_loop(vm, "_swap_current_task", args, nargs, kwnames, bound);
    if (loop == NULL) return VALUE_NULL;
    const Task *current = loop_current_task(loop->loop);
    Value before = current == NULL ? VALUE_NONE : value_retain(obj_value(task_obj(current)));
    loop_set_current_task(loop->loop, task_or_none(vm, bound[1]));
    return before;
}

/* ---- what is what ---- */

static Value is_future(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (future_of(vm, args[0]) != NULL) return value_bool(true);
    int is = looks_like_future(vm, args[0]);
    return is < 0 ? VALUE_NULL : value_bool(is);
}

/* Those of asyncio that are C are coroutine functions too. */
static bool is_native_coroutine_function(Vm *vm, Value v) {
    Value function = is_exact(vm, v, T_method) ? AS(BoundMethod, v)->function : v;
    if (!is_exact(vm, function, T_method_descriptor)) return false;
    const MethodDef *def = AS(MethodDescriptor, function)->def;
    return def->fn == loop_shutdown_asyncgens_method;
}

bool value_makes_coroutines(Vm *vm, Value v) {
    if (is_native_coroutine_function(vm, v)) return true;
    Value function = is_exact(vm, v, T_method) ? AS(BoundMethod, v)->function : v;
    if (!is_exact(vm, function, T_function)) return false;
    uint32_t flags = AS(Function, function)->code->flags;
    return (flags & CODE_COROUTINE) != 0 && (flags & CODE_GENERATOR) == 0;
}

static Value is_coroutine_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return value_bool(value_makes_coroutines(vm, args[0]));
}

static Value is_coroutine_object(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return value_bool(value_is_coroutine(vm, args[0]));
}

NAMED_ARGUMENT(is_future, "isfuture", "obj")
NAMED_ARGUMENT(is_coroutine_object, "iscoroutine", "obj")

/* ---- hooks of the package ---- */

static Value set_hook(Vm *vm, Value *slot, Value hook) {
    value_set(vm, slot, value_is_none(hook) ? VALUE_NULL : value_retain(hook));
    return VALUE_NONE;
}

static Value set_executor_hook(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return set_hook(vm, &aio_of(vm)->executor_hook, args[0]);
}

static Value set_log_hook(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    return set_hook(vm, &aio_of(vm)->log_hook, args[0]);
}

/* What a future's _callbacks have for the run that it ends. */
static Value end_of_run(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    Value function = snippet(vm, "_run_until_complete_cb");
    return function == VALUE_NULL ? VALUE_NULL : value_retain(function);
}

/* By the loop's own create_future(). The kind also tells queues in which line it waits. */
static Value ask_for_future(Vm *vm, Value loop, enum future_kind kind) {
    Value made = call_method_c(vm, loop, "create_future");
    Future *future = made == VALUE_NULL ? NULL : future_of(vm, made);
    if (future != NULL) future->kind = (uint8_t)kind;
    return made;
}

/* A future whose kind the event log shows: _make_future(loop, kind). */
static Value make_future(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    static const char *const kinds[] = {"plain",  "sleep",     "gather",    "executor",   "lock",
                                        "event",  "queue_get", "queue_put", "queue_join", "wait",
                                        "shield", "condition", "semaphore", "barrier",    "stream"};
    if (value_is_none(args[0])) /* what waits is driven by hand */
        return raise_error(vm, T_AttributeError, "'NoneType' object has no attribute 'create_future'");
    LoopObj *loop = loop_argument(vm, args[0]);
    if (loop == NULL) return VALUE_NULL;
    if (!is_str(args[1])) return raise_error(vm, T_TypeError, "the kind of a future is a str");
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        if (!str_equals_c(AS(Str, args[1]), kinds[i])) continue;
        enum future_kind kind = (enum future_kind)i;
        return loop_makes_futures(vm, loop) ? ask_for_future(vm, args[0], kind) : future_new_obj(vm, loop, kind);
    }
    return raise_error(vm, T_ValueError, "unknown kind of future %R", args[1]);
}

/* _cancel_because(task, why): why as TASK_CANCEL_ASKED has it. */
static Value cancel_because_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    int64_t why;
    if (!object_as_index(vm, args[1], &why, INDEX_CLIPPED)) return VALUE_NULL;
    return cancel_because(vm, args[0], (CancelCause){(enum cancel_why)why, 0});
}

static const MethodDef functions[] = {
    {"get_running_loop", get_running_loop, 0, 0, false, METHOD_PLAIN, NULL},
    {"_get_running_loop", get_running_loop_or_none, 0, 0, false, METHOD_PLAIN, NULL},
    {"_set_running_loop", set_running_loop, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_event_loop", get_event_loop, 0, 0, false, METHOD_PLAIN, NULL},
    {"_set_event_loop", set_event_loop, 1, 1, false, METHOD_PLAIN, NULL},
    {"ensure_future", ensure_future_function, 1, 1, true, METHOD_PLAIN, NULL},
    {"sleep", sleep_function, 1, 2, true, METHOD_PLAIN, NULL},
    {"gather", gather_function, 0, 255, true, METHOD_PLAIN, NULL},
    {"shield", shield_function, 0, 1, true, METHOD_PLAIN, NULL},
    {"_wait_future", wait_future_function, 3, 3, false, METHOD_PLAIN, NULL},
    {"current_task", current_task, 0, 1, true, METHOD_PLAIN, NULL},
    {"all_tasks", all_tasks, 0, 1, true, METHOD_PLAIN, NULL},
    {"_tasks_in_order", tasks_in_order, 1, 1, false, METHOD_PLAIN, NULL},
    {"_register_task", nothing_done, 1, 1, false, METHOD_PLAIN, NULL},
    {"_unregister_task", nothing_done, 1, 1, false, METHOD_PLAIN, NULL},
    {"_register_eager_task", nothing_done, 1, 1, false, METHOD_PLAIN, NULL},
    {"_unregister_eager_task", nothing_done, 1, 1, false, METHOD_PLAIN, NULL},
    {"_enter_task", enter_task, 2, 2, true, METHOD_PLAIN, NULL},
    {"_leave_task", leave_task, 2, 2, true, METHOD_PLAIN, NULL},
    {"_swap_current_task", swap_current_task, 2, 2, true, METHOD_PLAIN, NULL},
    {"isfuture", is_future_named, 1, 1, true, METHOD_PLAIN, NULL},
    {"iscoroutine", is_coroutine_object_named, 1, 1, true, METHOD_PLAIN, NULL},
    {"iscoroutinefunction", is_coroutine_function, 1, 1, false, METHOD_PLAIN, NULL},
    {"_set_executor_hook", set_executor_hook, 1, 1, false, METHOD_PLAIN, NULL},
    {"_end_of_run", end_of_run, 0, 0, false, METHOD_PLAIN, NULL},
    {"_set_log_hook", set_log_hook, 1, 1, false, METHOD_PLAIN, NULL},
    {"_cancel_because", cancel_because_function, 2, 2, false, METHOD_PLAIN, NULL},
    {"_make_future", make_future, 2, 2, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static bool add_type(Vm *vm, Module *module, const char *name, Type *type) {
    return module_add(vm, module, name, value_retain(obj_value(type)));
}

Value asyncio_module(Vm *vm) {
    const Aio *aio = aio_of(vm);
    Module *module = module_new(vm, "_asyncio");
    if (module != NULL && module_add_functions(vm, module, functions) && add_type(vm, module, "Future", aio->future) &&
        add_type(vm, module, "Task", aio->task) && add_type(vm, module, "Handle", aio->handle) &&
        add_type(vm, module, "TimerHandle", aio->timer_handle) &&
        add_type(vm, module, "_ThreadSafeHandle", aio->thread_handle) && add_type(vm, module, "Loop", aio->loop) &&
        add_type(vm, module, "_GatheringFuture", aio->gathering) && add_type(vm, module, "_Queue", aio->queue) &&
        add_type(vm, module, "_Event", aio->event) && add_type(vm, module, "_Lock", aio->lock) &&
        add_type(vm, module, "_Semaphore", aio->semaphore) && add_type(vm, module, "_Condition", aio->condition) &&
        add_type(vm, module, "_Told", aio->told) && add_type(vm, module, "_Barrier", aio->barrier) &&
        add_type(vm, module, "_Timeout", aio->timeout) && add_type(vm, module, "QueueEmpty", aio->queue_empty) &&
        add_type(vm, module, "QueueFull", aio->queue_full) &&
        add_type(vm, module, "QueueShutDown", aio->queue_shut_down) &&
        add_type(vm, module, "CancelledError", aio->cancelled_error) &&
        add_type(vm, module, "InvalidStateError", aio->invalid_state)) {
        return obj_value(module);
    }
    obj_release(vm, module);
    return VALUE_NULL;
}
