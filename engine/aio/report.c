/* report.c: what goes wrong where nobody catches it: the loop's exception handlers and the logger "asyncio". */
#include <stdarg.h>

#include "aio.h"

/* ---- the context ---- */

static bool context_set(Vm *vm, Dict *context, const char *key, Value value) {
    Str *name = str_intern_c(vm, key);
    bool fine = name != NULL && dict_set_str(vm, context, name, value);
    obj_release(vm, name);
    return fine;
}

Value report_context(Vm *vm, Str *text, ...) {
    Dict *context = text == NULL ? NULL : dict_new(vm);
    bool fine = context != NULL && context_set(vm, context, "message", obj_value(text));
    obj_release(vm, text);
    va_list list;
    va_start(list, text);
    for (const char *key; fine && (key = va_arg(list, const char *)) != NULL;) {
        Value value = va_arg(list, Value);
        if (value != VALUE_NULL) fine = context_set(vm, context, key, value);
    }
    va_end(list);
    if (fine) return obj_value(context);
    obj_release(vm, context);
    return VALUE_NULL;
}

static Value context_get(Vm *vm, Value context, const char *key) { /* borrowed; VALUE_NULL: absent */
    return is_dict(context) ? dict_get_c(vm, AS(Dict, context), key) : VALUE_NULL;
}

void trace_exception(Vm *vm, Value exception) {
    if (!trace_wants(vm->trace, TRACE_OUTPUT)) return;
    Value text = object_str(vm, exception);
    if (text == VALUE_NULL) error_clear(vm);
    size_t length = 0;
    const char *words = text == VALUE_NULL ? "" : str_utf8(vm, AS(Str, text), &length);
    const char *type = value_type_name(vm, exception);
    trace_emit(vm->trace, TRACE_KIND_EXCEPTION, vm->trace->current, vm->trace->line, type, strlen(type),
               words == NULL ? "" : words, words == NULL ? (size_t)0 : length);
    value_release(vm, text);
}

/* ---- the logger ---- */

static Value find_stderr(Vm *vm) { /* borrowed */
    Value sys = dict_get_str(vm, vm->modules, NAME(vm, sys));
    Value file = is_exact(vm, sys, T_module) ? dict_get_str(vm, AS(Module, sys)->dict, NAME(vm, stderr)) : VALUE_NULL;
    return file == VALUE_NULL ? vm->state->std_files[2] : file;
}

/* What logging's handler of last resort writes: the message, then the traceback, one newline at the end. */
static Str *log_record(Vm *vm, Str *text, Value exception) {
    Str *trace = exception == VALUE_NULL ? NULL : exception_format(vm, exception);
    if (exception != VALUE_NULL && trace == NULL) return NULL;
    StrBuilder b;
    builder_init(&b, vm);
    builder_str(&b, text);
    if (trace != NULL) {
        builder_char(&b, '\n');
        uint32_t end = trace->length;
        while (end > 0 && str_at(trace, end - 1) == '\n') end--;
        builder_slice(&b, trace, 0, end);
    }
    builder_char(&b, '\n');
    obj_release(vm, trace);
    return builder_finish(&b);
}

bool write_error_text(Vm *vm, Str *record) {
    Value file = find_stderr(vm);
    if (record == NULL || file == VALUE_NULL || value_is_none(file)) return record != NULL;
    value_retain(file);
    Value line = obj_value(record);
    Value written = call_method(vm, file, NAME(vm, write), &line, 1);
    value_release(vm, file);
    value_release(vm, written);
    return written != VALUE_NULL;
}

bool log_text(Vm *vm, const char *level, Str *text, Value exception) {
    Value hook = aio_of(vm)->log_hook;
    if (hook == VALUE_NULL) {
        Str *record = log_record(vm, text, exception);
        bool written = write_error_text(vm, record);
        obj_release(vm, record);
        return written;
    }
    Str *name = str_intern_c(vm, level);
    if (name == NULL) return false;
    value_retain(hook);
    Value args[] = {obj_value(name), obj_value(text), exception == VALUE_NULL ? VALUE_NONE : exception};
    Value told = call_value(vm, hook, args, 3, NULL);
    value_release(vm, hook);
    obj_release(vm, name);
    value_release(vm, told);
    return told != VALUE_NULL;
}

static bool log_c(Vm *vm, const char *words, Value exception) {
    Str *text = str_new(vm, words);
    bool fine = text != NULL && log_text(vm, "error", text, exception);
    obj_release(vm, text);
    return fine;
}

/* ---- the default handler ---- */

static bool put_entry(Vm *vm, StrBuilder *b, const Str *key, Value value) {
    bool is_source = str_equals_c(key, "source_traceback"), is_handle = str_equals_c(key, "handle_traceback");
    Str *text;
    if (is_source || is_handle) {
        Value places = list_from_iterable(vm, value); /* it may be the program's own */
        Str *stack = places == VALUE_NULL ? NULL : source_format(vm, places);
        value_release(vm, places);
        if (stack == NULL) return false;
        text = str_format(vm, "%s created at (most recent call last):\n%S", is_source ? "Object" : "Handle", stack);
        obj_release(vm, stack);
    } else {
        Value shown = object_repr(vm, value);
        text = shown == VALUE_NULL ? NULL : AS(Str, shown);
    }
    if (text == NULL) return false;
    builder_char(b, '\n');
    builder_str(b, key);
    builder_c(b, ": ");
    builder_str(b, text);
    obj_release(vm, text);
    return true;
}

static bool put_entries(Vm *vm, StrBuilder *b, Value context) {
    Value keys = list_from_iterable(vm, context);
    bool fine = keys != VALUE_NULL && list_sort(vm, AS(List, keys));
    for (uint32_t i = 0; fine && i < AS(List, keys)->length; i++) {
        Value key = AS(List, keys)->items[i];
        if (!is_str(key) || str_equals_c(AS(Str, key), "message") || str_equals_c(AS(Str, key), "exception")) continue;
        Value value = dict_get(vm, AS(Dict, context), key);
        if (value != VALUE_NULL) fine = put_entry(vm, b, AS(Str, key), value);
    }
    value_release(vm, keys);
    return fine;
}

/* In debug mode: where the handle that runs now was made. */
static bool add_handle_source(Vm *vm, LoopObj *self, Value context) {
    const Handle *current = self->current;
    if (current == NULL || current->type != &aio_handle_type) return true;
    Value source = obj_value(handle_obj(current)->source);
    if (source == VALUE_NULL || context_get(vm, context, "source_traceback") != VALUE_NULL) return true;
    return context_set(vm, AS(Dict, context), "handle_traceback", source);
}

static Str *default_text(Vm *vm, LoopObj *self, Value context) {
    if (!add_handle_source(vm, self, context)) return NULL;
    Value message = context_get(vm, context, "message");
    int given = message == VALUE_NULL ? 0 : object_truth(vm, message);
    if (given < 0) return NULL;
    Value words = given ? object_str(vm, message) : obj_value(str_new(vm, "Unhandled exception in event loop"));
    if (words == VALUE_NULL) return NULL;
    StrBuilder b;
    builder_init(&b, vm);
    builder_str(&b, AS(Str, words));
    value_release(vm, words);
    if (put_entries(vm, &b, context)) return builder_finish(&b);
    builder_drop(&b);
    return NULL;
}

static bool default_handler(Vm *vm, LoopObj *self, Value context) {
    if (!is_dict(context)) {
        raise_error(vm, T_TypeError, "context must be a dict, not %T", context);
        return false;
    }
    Str *text = default_text(vm, self, context);
    Value exception = context_get(vm, context, "exception");
    if (exception != VALUE_NULL && !is_exception(exception)) exception = VALUE_NULL;
    bool fine = text != NULL && log_text(vm, "error", text, exception);
    obj_release(vm, text);
    return fine;
}

Value loop_default_exception_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    return default_handler(vm, AS(LoopObj, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

/* ---- call_exception_handler ---- */

enum { TELL_LOOP, TELL_CONTEXT, TELL_HANDLER, TELL_SCOPE, TELL_SLOTS };
enum tell_state { TELL_START, TELL_OWN, TELL_DEFAULT, TELL_INSTEAD };

/* The first that is there of the task, future and handle, if it has a context to run the handler in. */
static ContextObj **scope_of_subject(Vm *vm, Value context) {
    const Aio *aio = aio_of(vm);
    static const char *const keys[] = {"task", "future", "handle"};
    for (int i = 0; i < 3; i++) {
        Value subject = context_get(vm, context, keys[i]);
        if (subject == VALUE_NULL || value_is_none(subject)) continue;
        if (value_is_a(subject, aio->task)) return &AS(TaskObj, subject)->scope;
        if (value_is_a(subject, aio->handle)) return &AS(HandleObj, subject)->scope;
        return NULL;
    }
    return NULL;
}

static void scope_back(Vm *vm, Frame *frame) {
    AioThread *thread = vm->thread->aio;
    if (frame->regs[TELL_SCOPE] == VALUE_NULL) return;
    thread->scope = (ContextObj **)(uintptr_t)value_as_small(frame->regs[TELL_SCOPE]);
    frame->regs[TELL_SCOPE] = VALUE_NULL;
}

static Value call_own(Vm *vm, Frame *frame) {
    AioThread *thread = aio_thread(vm);
    if (thread == NULL) return VALUE_NULL;
    ContextObj **scope = scope_of_subject(vm, frame->regs[TELL_CONTEXT]);
    if (scope != NULL) {
        frame->regs[TELL_SCOPE] = value_small((int64_t)(uintptr_t)thread->scope);
        thread->scope = scope;
    }
    frame->state = TELL_OWN;
    Value args[] = {frame->regs[TELL_LOOP], frame->regs[TELL_CONTEXT]};
    return call_tail(vm, frame->regs[TELL_HANDLER], args, 2, NULL);
}

static Value call_default(Vm *vm, Frame *frame, Value context, enum tell_state state) {
    LoopObj *self = AS(LoopObj, frame->regs[TELL_LOOP]);
    Aio *aio = aio_of(vm);
    frame->state = (int32_t)state;
    Type *type = self->head.type;
    if (type == aio->loop || type_lookup(vm, type, aio->name_default_handler) == aio->loop_default_handler) {
        return default_handler(vm, self, context) ? VALUE_NONE : VALUE_NULL;
    }
    Value method = object_getattr(vm, obj_value(self), aio->name_default_handler);
    if (method == VALUE_NULL) return VALUE_NULL;
    Value result = call_tail(vm, method, &context, 1, NULL);
    value_release(vm, method);
    return result;
}

/* The program's own handler raised: the default one is told of both. */
static Value tell_instead(Vm *vm, Frame *frame) {
    Value error = error_take(vm);
    Value context = report_context(vm, str_new(vm, "Unhandled error in exception handler"), "exception", error,
                                   "context", frame->regs[TELL_CONTEXT], NULL);
    value_set(vm, &frame->handled, error); /* call_exception_handler tells of it in its except clause */
    if (context == VALUE_NULL) return VALUE_NULL;
    value_set(vm, &frame->regs[TELL_CONTEXT], context);
    return call_default(vm, frame, context, TELL_INSTEAD);
}

/* A default handler raised: that alone is logged. */
static Value tell_failed(Vm *vm, const char *words) {
    Value error = error_take(vm);
    AS(Exception, error)->left_library = true; /* call_exception_handler */
    bool fine = log_c(vm, words, error);
    value_release(vm, error);
    return fine ? VALUE_NONE : VALUE_NULL;
}

static Value tell_over(Vm *vm, Frame *frame, Value in) {
    if (frame->state == TELL_OWN) scope_back(vm, frame);
    if (in != VALUE_NULL) {
        value_release(vm, in);
        return VALUE_NONE;
    }
    if (is_leaving_error(vm, vm->thread->error)) return VALUE_NULL;
    switch ((enum tell_state)frame->state) {
    case TELL_OWN: return tell_instead(vm, frame);
    case TELL_INSTEAD:
        return tell_failed(vm, "Exception in default exception handler while handling an unexpected error in custom "
                               "exception handler");
    default: return tell_failed(vm, "Exception in default exception handler");
    }
}

static Value tell_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state == TELL_START) {
        in = frame->regs[TELL_HANDLER] == VALUE_NULL ? call_default(vm, frame, frame->regs[TELL_CONTEXT], TELL_DEFAULT)
                                                     : call_own(vm, frame);
        if (value_is_signal(in)) return in;
    }
    Value over = tell_over(vm, frame, in);
    if (over == VALUE_NULL && frame->state == TELL_INSTEAD && error_is_set(vm)) over = tell_over(vm, frame, VALUE_NULL);
    return over;
}

Value loop_call_exception_handler_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs;
    (void)kwnames;
    Frame *frame = native_push(vm, tell_resume, TELL_SLOTS);
    if (frame == NULL) return VALUE_NULL;
    Value handler = AS(LoopObj, self)->handler;
    frame->regs[TELL_LOOP] = value_retain(self);
    frame->regs[TELL_CONTEXT] = value_retain(args[0]);
    frame->regs[TELL_HANDLER] = value_is_none(handler) ? VALUE_NULL : value_retain(handler);
    return SIGNAL_PUSHED;
}

Value loop_report_tail(Vm *vm, LoopObj *self, Value context) {
    Aio *aio = aio_of(vm);
    if (context == VALUE_NULL) return VALUE_NULL;
    Type *type = self->head.type;
    Value told;
    if (type == aio->loop || type_lookup(vm, type, aio->name_call_handler) == aio->loop_call_handler) {
        told = loop_call_exception_handler_method(vm, obj_value(self), &context, 1, NULL);
    } else {
        Value method = object_getattr(vm, obj_value(self), aio->name_call_handler);
        told = method == VALUE_NULL ? VALUE_NULL : call_tail(vm, method, &context, 1, NULL);
        value_release(vm, method);
    }
    value_release(vm, context);
    return told;
}

void loop_report_nested(Vm *vm, LoopObj *self, Value context) {
    Value told = VALUE_NULL;
    if (context != VALUE_NULL) {
        Value error = context_get(vm, context, "exception");
        if (error != VALUE_NULL) trace_exception(vm, error);
        told = call_method(vm, obj_value(self), aio_of(vm)->name_call_handler, &context, 1);
    }
    value_release(vm, context);
    value_release(vm, told);
    if (told == VALUE_NULL) error_unraisable(vm, "exception handler", obj_value(self));
}
