/* error.c: the exception that is set on the running thread: raising, chaining, matching. */
#include "boot.h"
#include "text_file.h"
#include "types_private.h"

#include <stdarg.h>

/* ---- the state */

bool error_is_set(Vm *vm) {
    return vm->thread != NULL && vm->thread->error != VALUE_NULL;
}

void error_set(Vm *vm, Value exception) {
    if (vm->thread == NULL) { /* the Vm is starting: nobody could look */
        value_release(vm, exception);
        return;
    }
    Value old = vm->thread->error;
    vm->thread->error = exception;
    value_release(vm, old);
}

void error_clear(Vm *vm) {
    if (vm->thread == NULL) return;
    Value old = vm->thread->error;
    vm->thread->error = VALUE_NULL;
    value_release(vm, old);
}

Value error_take(Vm *vm) {
    Value e = vm->thread->error;
    vm->thread->error = VALUE_NULL;
    return e;
}

void error_restore(Vm *vm, Value e) {
    error_set(vm, e);
}

Value error_take_stop(Vm *vm) {
    Value stop = error_take(vm), value = AS(Exception, stop)->extra;
    value = value == VALUE_NULL ? VALUE_NONE : value_retain(value);
    value_release(vm, stop);
    return value;
}

bool error_matches(Vm *vm, enum type_id type) {
    return error_is_set(vm) && type_is_subtype(type_of(vm, vm->thread->error), vm->types[type]);
}

/* ---- raising */

/* `e` is about to have `handled` as its context: cuts e out of the chain that begins there, so that no ring arises
 * (_PyErr_SetObject does the same). */
static void cut_from_chain(Vm *vm, Value handled, Value e) {
    Value at = handled, slow = handled;
    for (uint32_t steps = 0;; steps++) {
        Value next = AS(Exception, at)->context;
        if (next == VALUE_NULL) return;
        if (next == e) {
            value_clear(vm, &AS(Exception, at)->context);
            return;
        }
        at = next;
        if (steps % 2 == 1) slow = AS(Exception, slow)->context;
        if (slow == at) return; /* a ring somebody made */
    }
}

static void chain_to(Vm *vm, Value e, Value handled) {
    if (handled == VALUE_NULL || handled == e || !is_exception(handled)) return;
    if (AS(Exception, e)->context == handled) return;
    value_retain(e);
    value_retain(handled);
    cut_from_chain(vm, handled, e);
    value_set(vm, &AS(Exception, e)->context, handled);
    value_release(vm, e);
}

static void chain(Vm *vm, Value e) {
    chain_to(vm, e, frame_handled(vm));
}

Value raise_value(Vm *vm, Value exception) {
    return raise_handling(vm, exception, frame_handled(vm));
}

Value raise_handling(Vm *vm, Value exception, Value handled) {
    value_retain(exception);
    chain_to(vm, exception, handled);
    error_set(vm, exception);
    return VALUE_NULL;
}

static Value raise_made(Vm *vm, Value exception) { /* takes over; VALUE_NULL: an error is set already */
    if (exception == VALUE_NULL) return VALUE_NULL;
    chain(vm, exception);
    error_set(vm, exception);
    return VALUE_NULL;
}

/* An instance of an exception class with these arguments, made without Python code when the class is builtin. */
static Value make(Vm *vm, Type *type, const Value *args, uint32_t nargs) {
    if (type->flags & TYPE_HEAP) return call_value(vm, obj_value(type), args, nargs, NULL);
    Value e = type->slots.new(vm, type, args, nargs, NULL);
    if (e == VALUE_NULL || type->slots.init == NULL || type->slots.init(vm, e, args, nargs, NULL) == 0) return e;
    value_release(vm, e);
    return VALUE_NULL;
}

Value exception_new(Vm *vm, enum type_id type, Value message) {
    return make(vm, vm->types[type], &message, message == VALUE_NULL ? 0 : 1);
}

static Value raise_list(Vm *vm, Type *type, const char *format, va_list *list) {
    Str *text = str_format_list(vm, format, list);
    if (text == NULL) return VALUE_NULL;
    Value message = obj_value(text);
    Value e = make(vm, type, &message, 1);
    value_release(vm, message);
    return raise_made(vm, e);
}

Value raise_error(Vm *vm, enum type_id type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Value result = raise_list(vm, vm->types[type], format, &list);
    va_end(list);
    return result;
}

Value raise_error_from(Vm *vm, enum type_id type, const char *format, ...) {
    Value cause = error_take(vm);
    va_list list;
    va_start(list, format);
    raise_list(vm, vm->types[type], format, &list);
    va_end(list);
    Value made = error_take(vm);
    if (type_of(vm, made) == vm->types[type]) { /* not the one MemoryError there is */
        value_set(vm, &AS(Exception, made)->context, value_retain(cause));
        value_set(vm, &AS(Exception, made)->cause, value_retain(cause));
        AS(Exception, made)->suppress_context = true;
    }
    value_release(vm, cause);
    error_restore(vm, made);
    return VALUE_NULL;
}

Value raise_type(Vm *vm, Type *type, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Value result = raise_list(vm, type, format, &list);
    va_end(list);
    return result;
}

Str *str_format(Vm *vm, const char *format, ...) {
    va_list list;
    va_start(list, format);
    Str *text = str_format_list(vm, format, &list);
    va_end(list);
    return text;
}

Value raise_no_memory(Vm *vm) {
    Value e = vm->state->no_memory;
    if (vm->thread == NULL || e == VALUE_NULL) return VALUE_NULL;
    if (error_matches(vm, T_MemoryError)) return VALUE_NULL;
    Exception *kept = AS(Exception, e);
    if (kept->head.refs == 1) {
        exception_set_traceback(vm, e, VALUE_NULL);
        value_clear(vm, &kept->context);
        value_clear(vm, &kept->cause);
    }
    return raise_value(vm, e);
}

Value raise_key_error(Vm *vm, Value key) {
    return raise_made(vm, make(vm, TYPE(vm, KeyError), &key, 1));
}

Value raise_stop_iteration(Vm *vm, Value value) {
    bool none = value == VALUE_NULL || value == VALUE_NONE;
    return raise_made(vm, make(vm, TYPE(vm, StopIteration), &value, none ? 0 : 1));
}

Value raise_stop_value(Vm *vm, Value value) {
    return raise_made(vm, make(vm, TYPE(vm, StopIteration), &value, 1));
}

Value raise_not_yet(Vm *vm, const char *what) {
    return raise_error(vm, T_NotImplementedError, "Loopscope has no %s yet", what);
}

static Value raise_named(Vm *vm, enum type_id type, Str *text, Str *name, Value object) { /* takes text over */
    if (text == NULL) return VALUE_NULL;
    Value e = exception_new(vm, type, obj_value(text));
    obj_release(vm, text);
    if (e == VALUE_NULL) return VALUE_NULL;
    obj_retain(name);
    value_set(vm, &AS(Exception, e)->extra, obj_value(name));
    if (object != VALUE_NULL) value_set(vm, &AS(Exception, e)->extra2, value_retain(object));
    return raise_made(vm, e);
}

Value raise_name_error(Vm *vm, Str *name) {
    return raise_named(vm, T_NameError, str_format(vm, "name '%S' is not defined", name), name, VALUE_NULL);
}

Value raise_attribute_error_text(Vm *vm, Value v, Str *name, Str *text) {
    return raise_named(vm, T_AttributeError, text, name, v);
}

Value raise_attribute_error(Vm *vm, Value v, Str *name) {
    Str *text = is_type(v) ? str_format(vm, "type object '%N' has no attribute '%S'", AS(Type, v), name)
                           : str_format(vm, "'%T' object has no attribute '%S'", v, name);
    return raise_named(vm, T_AttributeError, text, name, v);
}

void attribute_error_about(Vm *vm, Value v, Str *name) {
    if (!error_matches(vm, T_AttributeError)) return;
    Exception *e = AS(Exception, vm->thread->error);
    if (e->extra != VALUE_NULL || e->extra2 != VALUE_NULL) return;
    obj_retain(name);
    e->extra = obj_value(name);
    e->extra2 = value_retain(v);
}

/* ---- boot */

bool errors_boot(Vm *vm) {
    vm->state->no_memory = exception_new(vm, T_MemoryError, VALUE_NULL);
    return vm->state->no_memory != VALUE_NULL;
}

void errors_close(Vm *vm) {
    value_clear(vm, &vm->state->no_memory);
}
