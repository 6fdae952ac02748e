/* ops.c: what the loop core asks of its embedder: counting of Python values, equality, the errors it cannot make
 * itself, handles for Python callbacks. And back: the core's statuses as Python exceptions.
 */
#include "aio.h"

#include "../python/guard.h"

static Vm *vm_of(void *context) {
    return ((LoopObj *)context)->vm;
}

static void op_retain(void *context, loop_value value) {
    (void)context;
    value_retain(value);
}

static void op_release(void *context, loop_value value) {
    value_release(vm_of(context), value);
}

static void op_retain_loop(void *context, Loop *loop) {
    (void)loop;
    obj_retain(context);
}

static void op_release_loop(void *context, Loop *loop) {
    (void)loop;
    obj_release(vm_of(context), context);
}

static bool op_same(void *context, loop_value one, loop_value other) {
    Vm *vm = vm_of(context);
    if (error_is_set(vm)) return false; /* an earlier comparison failed: let that come out */
    return object_equal(vm, one, other) > 0;
}

static bool op_cancelled_error(void *context, loop_value message, bool blank, loop_value *error) {
    Vm *vm = vm_of(context);
    Value argument = value_is_none(message) && blank ? obj_value(vm->empty_str) : message;
    Value type = obj_value(aio_of(vm)->cancelled_error);
    *error = call_value(vm, type, &argument, value_is_none(argument) ? 0 : 1, NULL);
    if (*error != VALUE_NULL) return true;
    *error = VALUE_NONE;
    return false;
}

bool is_cancelled_error(Vm *vm, Value error) {
    return value_is_a(error, aio_of(vm)->cancelled_error);
}

bool is_leaving_error(Vm *vm, Value error) {
    return value_is_a(error, TYPE(vm, SystemExit)) || value_is_a(error, TYPE(vm, KeyboardInterrupt));
}

static loop_value op_trail(void *context, loop_value error) {
    Value traceback = exception_traceback(vm_of(context), error);
    return traceback == VALUE_NULL ? VALUE_NONE : value_retain(traceback);
}

static void op_set_trail(void *context, loop_value error, loop_value trail) {
    exception_set_traceback(vm_of(context), error, value_is_none(trail) ? VALUE_NULL : value_retain(trail));
}

static bool op_is_cancelled_error(void *context, loop_value error) {
    return is_cancelled_error(vm_of(context), error);
}

static bool op_left_loop(void *context, loop_value error) {
    return is_leaving_error(vm_of(context), error);
}

static bool op_list(void *context, loop_value *values, size_t count, loop_value *list) {
    Vm *vm = vm_of(context);
    List *made = list_from(vm, values, (uint32_t)count);
    for (size_t i = 0; i < count; i++) value_release(vm, values[i]);
    *list = made == NULL ? VALUE_NONE : obj_value(made);
    return made != NULL;
}

static bool op_may_queue(void *context) {
    LoopObj *self = context;
    return loop_check_thread(self->vm, self);
}

static Handle *op_callback_handle(void *context, Loop *loop, loop_value callable, loop_value scope, Future *future) {
    (void)loop;
    LoopObj *self = context;
    Value argument = obj_value(future_object(future));
    HandleObj *handle = handle_new(self->vm, self, HANDLE_DONE, callable, &argument, 1,
                                   scope == VALUE_NULL ? NULL : AS(ContextObj, scope));
    return handle == NULL ? NULL : &handle->timer.handle;
}

static bool op_deeper(void *context) {
    return guard_enter(vm_of(context), CALLING);
}

static void op_back(void *context) {
    guard_leave(vm_of(context));
}

static void op_unretrieved(void *context, Future *future) {
    LoopObj *self = context;
    Vm *vm = self->vm;
    if (aio_is_closing(vm)) return;
    Obj *object = future_object(future);
    Value made_at = future_source(vm, (FutureObj *)(void *)object);
    Str *text = str_format(vm, "%S exception was never retrieved", object->type->name);
    loop_report_nested(vm, self,
                       report_context(vm, text, "exception", future->value, "future", obj_value(object),
                                      "source_traceback", made_at, NULL));
}

static void op_lost(void *context, Task *task) {
    LoopObj *self = context;
    Vm *vm = self->vm;
    if (aio_is_closing(vm)) return;
    TaskObj *object = task_obj(task);
    loop_report_nested(vm, self,
                       report_context(vm, str_new(vm, "Task was destroyed but it is pending!"), "task",
                                      obj_value(object), "source_traceback",
                                      future_source(vm, (FutureObj *)(void *)object), NULL));
}

/* In debug mode it says where the future was made, as CPython does. */
static void op_unheard(void *context, Future *future) {
    LoopObj *self = context;
    Vm *vm = self->vm;
    Obj *object = future_object(future);
    const Type *type = value_obj(future->value)->type;
    Str *text = str_format(vm, "%S exception in shielded future", type->name);
    loop_report_nested(vm, self,
                       report_context(vm, text, "exception", future->value, "future", obj_value(object),
                                      "source_traceback", future_source(vm, (FutureObj *)(void *)object), NULL));
}

const LoopOps aio_loop_ops = {
    .none = VALUE_NONE,
    .granted = VALUE_TRUE,
    .notified = VALUE_FALSE,
    .retain = op_retain,
    .release = op_release,
    .retain_loop = op_retain_loop,
    .release_loop = op_release_loop,
    .same = op_same,
    .cancelled_error = op_cancelled_error,
    .trail = op_trail,
    .set_trail = op_set_trail,
    .is_cancelled_error = op_is_cancelled_error,
    .list = op_list,
    .left_loop = op_left_loop,
    .may_queue = op_may_queue,
    .callback_handle = op_callback_handle,
    .deeper = op_deeper,
    .back = op_back,
    .unretrieved = op_unretrieved,
    .lost = op_lost,
    .unheard = op_unheard,
    .describe = label_describe,
};

Value raise_invalid_state(Vm *vm, const char *text) {
    return raise_type(vm, aio_of(vm)->invalid_state, "%s", text);
}

Value raise_status(Vm *vm, enum loop_status status) {
    switch (status) {
    case LOOP_NO_MEMORY: return raise_no_memory(vm);
    case LOOP_CLOSED: return raise_error(vm, T_RuntimeError, "Event loop is closed");
    case LOOP_RUNNING: return raise_error(vm, T_RuntimeError, "This event loop is already running");
    case LOOP_INVALID_STATE: return raise_invalid_state(vm, "invalid state");
    case LOOP_STOPPED: return raise_error(vm, T_RuntimeError, "Event loop stopped before Future completed.");
    case LOOP_BAD_AWAIT: return raise_error(vm, T_RuntimeError, "bad await");
    case LOOP_OK:
    case LOOP_FAILED: break;
    }
    if (!error_is_set(vm)) raise_no_memory(vm);
    return VALUE_NULL;
}

Value error_keeps_arguments(Vm *vm, const char *function, const Value *args, uint32_t nargs, const Tuple *kwnames) {
    Value error = error_take(vm);
    Tuple *given = tuple_from(vm, args, nargs + (kwnames != NULL ? kwnames->length : 0));
    if (given != NULL) traceback_add_library(vm, error, function, obj_value(given));
    obj_release(vm, given);
    error_clear(vm);
    error_restore(vm, error);
    return VALUE_NULL;
}

/* ---- arguments ---- */

bool named_argument(Vm *vm, const char *function, const char *parameter, const Value *args, uint32_t nargs,
                    Tuple *kwnames, Value *out) {
    const char *const names[] = {parameter, NULL};
    const ArgSpec spec = {function, names, 0, 1, 1};
    if (nargs < 2 || strchr(function, '.') == NULL) return args_bind_python(vm, &spec, args, nargs, kwnames, out);
    raise_error(vm, T_TypeError, "%s() takes 2 positional arguments but %u were given", function, nargs + 1); /* self */
    return false;
}
