/* told_type.c: the base of asyncio's task groups and barriers: by it they tell the event log what they do,
 * and cancel tasks in their own name. Without a listener all of it is nothing.
 */
#include "../python/builtins.h"
#include "../python/dict.h"
#include "told.h"

AsyncObject *told_object(Value self) {
    return &AS(ToldObj, self)->object;
}

static bool is_told(Value self) {
    return async_object_is_told(told_object(self));
}

static Task *task_of(Vm *vm, Value v) {
    return value_is_a(v, aio_of(vm)->task) ? &AS(TaskObj, v)->task : NULL;
}

static uint32_t id_of(Vm *vm, Value v) {
    const Future *future = future_of(vm, v);
    return future != NULL ? future->id : 0;
}

static uint32_t number_of(Value v) {
    return value_is_int(v) && value_as_small(v) > 0 ? (uint32_t)value_as_small(v) : 0;
}

/* _tell(size): it is made. */
static NATIVE(method_tell) {
    (void)nargs, (void)kwnames;
    AsyncAbout about;
    if (!told_about(vm, value_obj(self), ASYNC_TASK_GROUP, NULL, &about)) return VALUE_NONE;
    about.size = number_of(args[0]);
    async_object_tell(told_object(self), vm->trace, &about);
    return VALUE_NONE;
}

/* _tell_end(exception type or None) */
static NATIVE(method_tell_end) {
    (void)vm, (void)nargs, (void)kwnames;
    async_object_end(told_object(self), args[0] == VALUE_NONE ? ASYNC_LEFT : ASYNC_LEFT_BY_ERROR);
    return VALUE_NONE;
}

/* _tell_task(task): it belongs to the group */
static NATIVE(method_tell_task) {
    (void)nargs, (void)kwnames;
    if (is_told(self)) ASYNC_TELL(told_object(self), GROUP_TASK, id_of(vm, args[0]));
    return VALUE_NONE;
}

enum group_cancels { TASK_FAILED, BLOCK_FAILED, CANCELLED_FROM_OUTSIDE };

/* How many keys of a dict are tasks that are not done, whatever their done() says. */
static uint32_t pending_tasks(Vm *vm, const Dict *tasks) {
    uint32_t count = 0;
    for (uint32_t i = tasks->first; i < tasks->nentries; i++) {
        const Value key = tasks->entries[i].key;
        const Task *task = key == VALUE_NULL ? NULL : task_of(vm, key);
        if (task != NULL && !future_is_done(&task->future)) count++;
    }
    return count;
}

/* _tell_cancels(task, error, tasks): the group cancels those that are pending, because `task` failed (None: another
 * reason: the error that left its block) */
static NATIVE(method_tell_cancels) {
    (void)nargs, (void)kwnames;
    if (!is_told(self)) return VALUE_NONE;
    enum group_cancels why = args[0] != VALUE_NONE             ? TASK_FAILED
                             : is_cancelled_error(vm, args[1]) ? CANCELLED_FROM_OUTSIDE
                                                               : BLOCK_FAILED;
    ASYNC_TELL(told_object(self), GROUP_CANCELS, (uint32_t)why, id_of(vm, args[0]),
               pending_tasks(vm, AS(Dict, args[2])));
    return VALUE_NONE;
}

/* _tell_error(task): its exception is the group's now */
static NATIVE(method_tell_error) {
    (void)nargs, (void)kwnames;
    const Task *task = task_of(vm, args[0]);
    if (task != NULL && is_told(self)) future_tell_error(&task->future, told_object(self)->id);
    return VALUE_NONE;
}

/* _tell_wait(future): who awaits it waits for this object */
static NATIVE(method_tell_wait) {
    (void)nargs, (void)kwnames;
    if (is_told(self)) TRACE_WORDS(vm->trace, SYNC, OBJECT_AWAITED, id_of(vm, args[0]), told_object(self)->id);
    return VALUE_NONE;
}

/* _cancel(task): task.cancel(), because of this group */
static NATIVE(method_cancel) {
    (void)nargs, (void)kwnames;
    return cancel_because(vm, args[0], (CancelCause){CANCEL_BY_GROUP, told_object(self)->id});
}

static Value told_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(object_new(vm, type, 0));
}

#define METHOD(NAME, FUNCTION, LEAST, MOST)                                                                            \
    { NAME, FUNCTION, LEAST, MOST, false, METHOD_PLAIN, NULL }

static const MethodDef methods[] = {
    METHOD("_tell", method_tell, 1, 1),
    METHOD("_tell_end", method_tell_end, 1, 1),
    METHOD("_tell_task", method_tell_task, 1, 1),
    METHOD("_tell_cancels", method_tell_cancels, 3, 3),
    METHOD("_tell_error", method_tell_error, 1, 1),
    METHOD("_tell_wait", method_tell_wait, 1, 1),
    METHOD("_cancel", method_cancel, 1, 1),
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef aio_told_def = {
    .name = "_asyncio._Told",
    .size = sizeof(ToldObj),
    .flags = TYPE_BASE | TYPE_WRITTEN | TYPE_HIDDEN,
    .slots = {.new = told_new},
    .methods = methods,
};
