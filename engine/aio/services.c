/* services.c: the native module _loopscope: what the engine's own Python needs of the engine: threads, clocks, and the
 * event log's records of workers.
 */
#include "told.h"
#include "values.h"

static Value get_current(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    Value python = vm->thread->python;
    return python == VALUE_NULL ? VALUE_NONE : value_retain(python);
}

static Value set_current(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    value_set(vm, &vm->thread->python, value_is_none(args[0]) ? VALUE_NULL : value_retain(args[0]));
    return VALUE_NONE;
}

static Value now(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return float_new(vm, vm->host->now(vm->host->context));
}

static Value is_virtual(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return value_bool(vm->host->is_virtual);
}

static Value switch_interval(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    return float_new(vm, 0.005);
}

/* report(text, exception): both to sys.stderr, the exception as a traceback. */
static Value report(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    if (!is_str(args[0]) || !is_exception(args[1]))
        return raise_error(vm, T_TypeError, "a text and an exception were expected");
    trace_exception(vm, args[1]);
    Str *trace = exception_format(vm, args[1]);
    Str *text = trace == NULL ? NULL : str_concat(vm, AS(Str, args[0]), trace);
    bool written = text != NULL && write_error_text(vm, text);
    obj_release(vm, trace);
    obj_release(vm, text);
    return written ? VALUE_NONE : VALUE_NULL;
}

/* ---- workers in the event log ---- */

static const char *text_of(Vm *vm, Value v, size_t *length) {
    const char *text = is_str(v) ? str_utf8(vm, AS(Str, v), length) : NULL;
    if (text == NULL) *length = 0;
    return text == NULL ? "" : text;
}

/* job_begins(kind, function): the current thread is a worker (kind 0 thread, 1 process) that starts a job. */
static Value job_begins(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    Thread *thread = vm->thread;
    if (thread->trace_id == 0) thread->trace_id = trace_new_id(vm->trace);
    trace_set_current(vm->trace, thread->trace_id);
    if (!trace_wants(vm->trace, TRACE_WORKER)) return VALUE_NONE;
    ThreadRef *ref = thread_ref_of(vm, thread);
    if (ref == NULL) return VALUE_NULL;
    char job[LABEL_ROOM];
    size_t name_length, job_length = label_callable(vm, args[1], job, sizeof job);
    const char *name = text_of(vm, ref->name, &name_length);
    uint32_t kind = args[0] == value_small(1) ? 1 : 0;
    trace_emit(vm->trace, TRACE_KIND_WORKER_BEGINS, thread->trace_id, kind, name, name_length, job, job_length);
    return VALUE_NONE;
}

/* job_ends(outcome): 1 result, 2 exception. */
static Value job_ends(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    const Thread *thread = vm->thread;
    uint32_t outcome = args[0] == value_small(2) ? 2 : 1;
    if (thread->trace_id == 0) return VALUE_NONE;
    values_forget(vm, thread->trace_id);
    TRACE_WORDS(vm->trace, WORKER, WORKER_ENDS, thread->trace_id, outcome);
    return VALUE_NONE;
}

/* source(filename): the text of a file of the program, None: there is none. */
static Value source(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)nargs;
    (void)kwnames;
    const char *text;
    size_t length;
    if (!is_str(args[0]) || !source_whole(vm, AS(Str, args[0]), &text, &length)) return VALUE_NONE;
    return obj_value(str_from_utf8(vm, text, length));
}

/* format_stack(): where the program is, without the library's frames and the last newline. */
static Value format_stack(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self;
    (void)args;
    (void)nargs;
    (void)kwnames;
    List *stack = source_stack_deep(vm, UINT32_MAX);
    Str *text = stack == NULL ? NULL : source_format(vm, obj_value(stack));
    obj_release(vm, stack);
    return obj_value(text);
}

static const MethodDef functions[] = {
    {"get_current", get_current, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_current", set_current, 1, 1, false, METHOD_PLAIN, NULL},
    {"now", now, 0, 0, false, METHOD_PLAIN, NULL},
    {"is_virtual", is_virtual, 0, 0, false, METHOD_PLAIN, NULL},
    {"switch_interval", switch_interval, 0, 0, false, METHOD_PLAIN, NULL},
    {"report", report, 2, 2, false, METHOD_PLAIN, NULL},
    {"job_begins", job_begins, 2, 2, false, METHOD_PLAIN, NULL},
    {"job_ends", job_ends, 1, 1, false, METHOD_PLAIN, NULL},
    {"source", source, 1, 1, false, METHOD_PLAIN, NULL},
    {"selecting", loop_selecting, 1, 1, false, METHOD_PLAIN, NULL},
    {"format_stack", format_stack, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

Value services_module(Vm *vm) {
    Module *module = module_new(vm, "_loopscope");
    if (module != NULL && module_add_functions(vm, module, functions) &&
        module_add_functions(vm, module, thread_ref_functions) && threads_told_add(vm, module)) {
        return obj_value(module);
    }
    obj_release(vm, module);
    return VALUE_NULL;
}
