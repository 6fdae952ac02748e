/* loop_queues.c: what CPython's loops have as _ready and _scheduled, for programs that look: a deque of handles and a
 * list of timers, made anew each time. Handles that the core keeps without an object are shown by stand-ins
 * (library/asyncio/_queues.py).
 */
#include "aio.h"

typedef struct Gathering {
    Vm *vm;
    List *found;
    bool failed;
} Gathering;

/* (task or None, whether a future wakes it, deadline) of a handle that has no object. */
static Value described(Vm *vm, Handle *handle, double when) {
    Task *task = handle_task(handle);
    Value owner = task == NULL ? VALUE_NONE : obj_value(task_obj(task));
    Value moment = float_new(vm, when);
    if (moment == VALUE_NULL) return VALUE_NULL;
    Tuple *parts = tuple_pack(vm, 3, owner, value_bool(task != NULL && task->waiter != NULL), moment);
    value_release(vm, moment);
    return parts == NULL ? VALUE_NULL : obj_value(parts);
}

static void gather_one(void *context, Handle *handle, double when) {
    Gathering *g = context;
    if (g->failed) return;
    bool own = handle->type == &aio_handle_type;
    Value item = own ? value_retain(obj_value(handle_obj(handle))) : described(g->vm, handle, when);
    g->failed = item == VALUE_NULL || !list_append_take(g->vm, g->found, item);
}

static Value queue_shown(Vm *vm, Value self, bool timers) {
    Gathering g = {.vm = vm, .found = list_new(vm, 0)};
    if (g.found == NULL) return VALUE_NULL;
    loop_each_handle(AS(LoopObj, self)->loop, timers, gather_one, &g);
    Value args[] = {self, obj_value(g.found)}, shown = VALUE_NULL;
    if (!g.failed) shown = module_call_c(vm, "asyncio._queues", timers ? "scheduled" : "ready", args, 2, NULL);
    obj_release(vm, g.found);
    return shown;
}

Value loop_get_ready(Vm *vm, Value self) {
    return queue_shown(vm, self, false);
}

Value loop_get_scheduled(Vm *vm, Value self) {
    return queue_shown(vm, self, true);
}
