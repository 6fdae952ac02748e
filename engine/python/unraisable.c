/* unraisable.c: errors that nobody can catch, such as those of __del__: sys.unraisablehook is told of them. */
#include "module_sys.h"
#include "text_file.h"
#include "types_private.h"

#include <string.h>

/* What was being done, as err_msg says it; NULL: nothing more is known than the object. */
static Str *message_of(Vm *vm, const char *where, Value object) {
    if (where == NULL) return object == VALUE_NULL ? str_format(vm, "Exception ignored") : NULL;
    if (object == VALUE_NULL) return str_format(vm, "Exception ignored %s", where);
    return strncmp(where, "while ", 6) == 0 ? str_format(vm, "Exception ignored %s %R", where, object) : NULL;
}

static Str *head_of(Vm *vm, Value message, Value object) {
    if (object == VALUE_NONE) return str_format(vm, "%V:\n", message);
    Str *head = message == VALUE_NONE ? str_format(vm, "Exception ignored in: %R\n", object)
                                      : str_format(vm, "%V: %R\n", message, object);
    if (head != NULL) return head;
    error_clear(vm);
    return str_format(vm, "Exception ignored in: <object repr() failed>\n");
}

void unraisable_print(Vm *vm, Value exception, Value message, Value object) {
    Str *head = head_of(vm, message, object);
    if (head == NULL || !text_write_str(vm, 2, head)) error_clear(vm);
    obj_release(vm, head);
    if (is_exception(exception)) exception_print_bare(vm, exception);
}

/* False: there is none, or no memory to tell it. An error of its own is printed. */
static bool tell_hook(Vm *vm, Value exception, Value message, Value object) {
    Value hook = vm->state->stopping ? VALUE_NULL : sys_own_hook(vm, "unraisablehook");
    if (hook == VALUE_NULL || hook == VALUE_NONE) return false;
    Value args = sys_unraisable_args(vm, exception, message, object);
    Value got = args == VALUE_NULL ? VALUE_NULL : call_value(vm, hook, &args, 1, NULL);
    if (got == VALUE_NULL && args != VALUE_NULL) {
        Value failure = error_take(vm);
        Str *text = str_format(vm, "Exception ignored in sys.unraisablehook");
        unraisable_print(vm, failure, text == NULL ? VALUE_NONE : obj_value(text), hook);
        obj_release(vm, text);
        value_release(vm, failure);
    }
    bool told = args != VALUE_NULL;
    value_release(vm, got);
    value_release(vm, args);
    value_release(vm, hook);
    if (error_is_set(vm)) error_clear(vm);
    return told;
}

/* An error that no frame has raised shows where it came up: PyErr_FormatUnraisable. */
static void show_place(Vm *vm) {
    Frame *frame = vm->thread->top;
    while (frame != NULL && frame->code == NULL) frame = frame->caller;
    Value error = vm->thread->error;
    if (frame == NULL || !is_exception(error) || exception_traceback(vm, error) != VALUE_NULL) return;
    traceback_here(vm, frame);
}

void error_unraisable(Vm *vm, const char *where, Value object) {
    if (!error_is_set(vm)) return;
    show_place(vm);
    Value exception = error_take(vm);
    uint32_t lent = guard_lend(vm); /* the error may be that the C stack is full */
    Str *text = message_of(vm, where, object);
    if (error_is_set(vm)) error_clear(vm);
    Value message = text == NULL ? VALUE_NONE : obj_value(text);
    if (text != NULL || object == VALUE_NULL) object = VALUE_NONE;
    if (!tell_hook(vm, exception, message, object)) unraisable_print(vm, exception, message, object);
    obj_release(vm, text);
    value_release(vm, exception);
    error_clear(vm);
    guard_take_back(vm, lent);
}
