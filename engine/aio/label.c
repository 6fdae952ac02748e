/* label.c: short texts for the event log: what a handle calls, what a task is named. Nothing here may run Python code
 * or fail: what has no name yet is told by its type.
 */
#include "aio.h"

static size_t copy_text(char *buffer, size_t size, const char *text, size_t length) {
    if (length > size) length = size;
    while (length > 0 && length == size && ((unsigned char)text[length - 1] & 0x80)) length--; /* whole characters */
    memcpy(buffer, text, length);
    return length;
}

static size_t copy_str(Vm *vm, char *buffer, size_t size, const Str *s) {
    size_t length;
    const char *text = s == NULL ? NULL : str_utf8(vm, s, &length);
    return text == NULL ? 0 : copy_text(buffer, size, text, length);
}

size_t label_callable(Vm *vm, Value v, char *buffer, size_t size) {
    if (is_exact(vm, v, T_method)) return label_callable(vm, AS(BoundMethod, v)->function, buffer, size);
    if (is_exact(vm, v, T_function)) return copy_str(vm, buffer, size, AS(Function, v)->qualname);
    if (is_exact(vm, v, T_method_descriptor)) {
        const MethodDescriptor *d = AS(MethodDescriptor, v);
        const char *owner = written_name(d->owner);
        size_t used = copy_text(buffer, size, owner, strlen(owner));
        used += copy_text(buffer + used, size - used, ".", 1);
        return used + copy_text(buffer + used, size - used, d->def->name, strlen(d->def->name));
    }
    if (is_exact(vm, v, T_builtin_function_or_method)) {
        const Native *native = AS(Native, v);
        size_t used = 0;
        if (value_is_obj(native->self) && !is_exact(vm, native->self, T_module)) {
            const char *owner = value_type_name(vm, native->self);
            const char *dot = strrchr(owner, '.');
            if (dot != NULL) owner = dot + 1;
            used = copy_text(buffer, size, owner, strlen(owner));
            used += copy_text(buffer + used, size - used, ".", 1);
        }
        return used + copy_text(buffer + used, size - used, native->def->name, strlen(native->def->name));
    }
    if (v == VALUE_NULL) return copy_text(buffer, size, "cancelled", 9);
    const char *name = value_type_name(vm, v);
    return copy_text(buffer, size, name, strlen(name));
}

static size_t describe_handle(Vm *vm, const Handle *handle, char *buffer, size_t size) {
    if (handle->type == &aio_handle_type) return label_callable(vm, handle_obj(handle)->callback, buffer, size);
    if (handle_use(handle) == LOOP_USE_WAIT_EXPIRES) return copy_text(buffer, size, "_release_waiter", 15);
    if (handle_use(handle) == LOOP_USE_LIMIT) return copy_text(buffer, size, "_on_timeout", 11);
    if (handle->kind == HANDLE_TIMER) return copy_text(buffer, size, "sleep", 5);
    return copy_text(buffer, size, "done callback", 13);
}

static size_t digits_of(uint64_t number) {
    size_t digits = 1;
    for (; number >= 10000; number /= 10000) digits += 4;
    return digits + (number >= 10) + (number >= 100) + (number >= 1000);
}

/* Two digits at a time, from the last one. */
static void put_digits(uint32_t number, char *buffer, size_t at) {
    static const char pairs[] =
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
        "4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495969798"
        "99";
    for (; number >= 100; number /= 100) memcpy(buffer + (at -= 2), pairs + 2 * (number % 100), 2);
    if (number >= 10)
        memcpy(buffer + at - 2, pairs + 2 * number, 2);
    else
        buffer[at - 1] = (char)('0' + number);
}

/* In place, from the last digit; without room for all of them the last ones are left out. */
size_t label_integer(int64_t i, char *buffer, size_t size) {
    if (i >= 0 && i < 10 && size > 0) {
        *buffer = (char)('0' + i);
        return 1;
    }
    uint64_t number = i < 0 ? 0 - (uint64_t)i : (uint64_t)i;
    size_t sign = i < 0, length = sign + digits_of(number);
    for (; length > size && length > sign; length--) number /= 10;
    if (length <= sign) return 0;
    if (sign) buffer[0] = '-';
    size_t at = length;
    for (; number > UINT32_MAX; number /= 10) buffer[--at] = (char)('0' + number % 10);
    put_digits((uint32_t)number, buffer, at);
    return length;
}

size_t label_task_name(Vm *vm, const TaskObj *task, char *buffer, size_t size) {
    if (is_str(task->name)) return copy_str(vm, buffer, size, AS(Str, task->name));
    if (size < sizeof "Task-") return 0;
    memcpy(buffer, "Task-", 5);
    return 5 + label_integer(value_as_small(task->name), buffer + 5, size - 5);
}

static size_t describe_coroutine(Vm *vm, const TaskObj *task, char *buffer, size_t size) {
    if (is_exact(vm, task->coro, T_coroutine)) return copy_str(vm, buffer, size, AS(Gen, task->coro)->qualname);
    if (task->coro == VALUE_NULL) return 0;
    if (value_obj(task->coro)->type == aio_of(vm)->sleep) return copy_text(buffer, size, "sleep", 5);
    const char *name = value_type_name(vm, task->coro);
    return copy_text(buffer, size, name, strlen(name));
}

size_t label_describe(void *context, enum loop_label what, const void *subject, char *buffer, size_t size) {
    Vm *vm = ((LoopObj *)context)->vm;
    switch (what) {
    case LOOP_LABEL_HANDLE: return describe_handle(vm, subject, buffer, size);
    case LOOP_LABEL_TASK_NAME: return label_task_name(vm, task_obj(subject), buffer, size);
    case LOOP_LABEL_COROUTINE: return describe_coroutine(vm, task_obj(subject), buffer, size);
    case LOOP_LABEL_VALUE: return label_value(vm, *(const Value *)subject, buffer, size);
    case LOOP_LABEL_MESSAGE: return label_message(vm, *(const Value *)subject, buffer, size);
    case LOOP_LABEL_ERROR_TYPE: return label_error_type(vm, *(const Value *)subject, buffer, size);
    case LOOP_LABEL_ERROR_TEXT: return label_error_text(vm, *(const Value *)subject, buffer, size);
    case LOOP_LABEL_FUTURE: break;
    }
    return 0; /* the kind says it */
}
