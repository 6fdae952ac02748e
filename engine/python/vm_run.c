/* vm_run.c: a program from its first line to the last finalizer: the main thread's frame, slices, turns of threads, the
 * end as CPython's pymain and Py_FinalizeEx have it. */
#include "redo.h"
#include "../include/loopscope/vm.h"

#include "boot.h"
#include "exceptions.h"
#include "interp.h"
#include "module_sys.h"
#include "text_file.h"
#include "types_private.h"

#include <math.h>

/* A page stays smooth when it gets control this often. */
#define SLICE_SECONDS 0.008
/* Loop ends and calls: so many are 20 microseconds or so; and the fewest, for a native frame that goes on uses up one.
 */
#define BUDGET_MOST 1000
#define BUDGET_LEAST 2
#define UNITS_PER_SECOND 50e6

/* ---- attention ---- */

static double outside_now(const Host *host) {
    return host->steady != NULL ? host->steady(host->context) : host->now(host->context);
}

/* A slice has ended in a computation. On the virtual clock, where the machine's own delays must not count, it is no
 * longer than two. */
static void note_busy(Vm *vm, double seconds) {
    BusyTime *busy = &vm->state->busy;
    if (!trace_wants(vm->trace, TRACE_LOOP) || vm->thread->running_loop == VALUE_NULL) return;
    busy->seconds += vm->host->is_virtual && seconds > 2 * SLICE_SECONDS ? 2 * SLICE_SECONDS : seconds;
    if (busy->line == 0) frame_user(vm, &busy->line);
}

/* A turn ends between instructions of the program. The library is never left half-way: what it does is C in CPython, or
 * keeps others out by locks, and locks are written in Python here. */
static bool is_in_library(Vm *vm) {
    const Frame *frame = frame_python(vm);
    return frame != NULL && (frame->code->flags & CODE_LIBRARY);
}

static void begin_turn(Vm *vm) {
    struct VmState *state = vm->state;
    state->attention &= ~(uint32_t)ATTENTION_SWITCH;
    if (!vm->host->is_virtual) {
        state->switch_at = outside_now(vm->host) + state->switch_interval;
        return;
    }
    double budgets = state->switch_interval * UNITS_PER_SECOND / state->budget_full;
    state->switch_budget = budgets < 1 ? 1 : budgets < UINT32_MAX ? (uint32_t)budgets : UINT32_MAX;
}

void vm_set_switch_interval(Vm *vm, double seconds) {
    struct VmState *state = vm->state;
    double microseconds = trunc(seconds * 1e6);
    state->switch_interval = 1e-6 * (microseconds < UINT32_MAX ? microseconds : UINT32_MAX);
    double units = state->switch_interval * UNITS_PER_SECOND;
    state->budget_full = units > BUDGET_MOST ? BUDGET_MOST : units < BUDGET_LEAST ? BUDGET_LEAST : (int32_t)units;
}

/* After few calls, but never after the same number again and again: a thread that is out of the library only for a
 * moment could be found in it for ever. (The generator is the C standard's example of one.) */
static void ask_again_soon(struct VmState *state) {
    state->ask_again = state->ask_again * 1103515245u + 12345u;
    int32_t soon = 1 + (int32_t)(state->ask_again >> 27);
    if (state->budget > soon) state->budget = soon;
}

static bool turn_is_over(Vm *vm, double outside) {
    struct VmState *state = vm->state;
    if (vm->host->is_virtual) { /* turns must not depend on how fast the machine is */
        if (state->switch_budget > 0) state->switch_budget--;
        if (state->switch_budget > 0) return false;
    } else if (outside < state->switch_at) {
        return false;
    }
    if (!is_in_library(vm)) return true;
    if (vm_has_threads(vm)) ask_again_soon(state);
    return false;
}

static bool time_is_up(Vm *vm) {
    struct VmState *state = vm->state;
    double outside = outside_now(vm->host);
    if (outside >= state->slice_end && !(state->attention & ATTENTION_SLICE)) {
        state->attention |= ATTENTION_SLICE;
        note_busy(vm, outside - state->slice_end + SLICE_SECONDS);
    }
    if (turn_is_over(vm, outside)) state->attention |= ATTENTION_SWITCH;
    if (state->attention & ATTENTION_SLICE) return true;
    if (!(state->attention & ATTENTION_SWITCH)) return false;
    double wake_at;
    if (thread_next_ready(vm, vm->host->now(vm->host->context), &wake_at) != vm->thread) return true;
    begin_turn(vm);
    return false;
}

static bool collect(Vm *vm) {
    gc_run(vm);
    return !error_is_set(vm);
}

int interp_attention(Vm *vm) {
    struct VmState *state = vm->state;
    Thread *thread = vm->thread;
    if (UNLIKELY(thread->redo != NULL) && state->nested == 0) redo_settle(vm);
    state->budget = thread->redo == NULL || state->nested == 0 ? state->budget_full : REDO_BUDGET;
    vm_note_computing(vm, state->budget / UNITS_PER_SECOND);
    if (state->attention & ATTENTION_STOP) return 1;
    /* What runs here may use these; they belong to the frame that goes on afterwards. */
    Value sent = thread->sent;
    enum send_status outcome = state->step_outcome;
    thread->sent = VALUE_NULL;
    state->opaque++;
    bool ok = collect(vm);
    if (ok && thread == state->main_thread)
        ok = signals_deliver(vm);
    else
        signals_hand_over(vm);
    state->opaque--;
    thread->sent = sent;
    state->step_outcome = outcome;
    if (state->attention & ATTENTION_STOP) return 1;
    if (!ok) return -1;
    return state->nested == 0 && time_is_up(vm);
}

/* ---- the end ---- */

static void set_status(Vm *vm, Value code) {
    int64_t number;
    if (code == VALUE_NULL || code == VALUE_NONE) {
        vm->state->exit_status = 0;
    } else if (is_int(code)) {
        vm->state->exit_status = int_as_int64(code, &number) ? (int)(number & 0xFF) : 255;
    } else {
        vm->state->exit_status = 1;
        Value text = object_str(vm, code);
        if (text != VALUE_NULL && text_write_str(vm, 2, AS(Str, text))) text_write(vm, 2, "\n", 1);
        value_release(vm, text);
        error_clear(vm);
    }
}

/* The line that a SyntaxError of the program or of a file beside it points to, as the log tells it. */
static uint32_t syntax_place(Vm *vm, Value exception) {
    if (!type_is_subtype(type_of(vm, exception), TYPE(vm, SyntaxError))) return 0;
    const SyntaxErrorObj *error = AS(SyntaxErrorObj, exception);
    Value line = error->fields[SYNTAX_LINENO], filename = error->fields[SYNTAX_FILENAME];
    if (line == VALUE_NULL || !value_is_int(line) || value_as_small(line) <= 0 || !is_str(filename)) return 0;
    uint32_t file = told_file_number(vm, AS(Str, filename));
    if (file == 0 && !str_equal(AS(Str, filename), vm->state->program_name)) return 0;
    return trace_place(file, (uint32_t)value_as_small(line));
}

/* The line where it was raised as the log tells it; where no line of that file is told, the one that led there. */
static uint32_t raised_place(Vm *vm, Value exception) {
    uint32_t place = 0;
    for (Value t = exception_traceback(vm, exception); is_exact(vm, t, T_traceback); t = AS(Traceback, t)->next) {
        const Traceback *entry = AS(Traceback, t);
        const Code *code = traceback_code(entry);
        if (code_is_told(vm, code)) place = trace_place(code->file, code_position(code, entry->instr).line);
    }
    uint32_t syntax = syntax_place(vm, exception);
    return syntax != 0 ? syntax : place;
}

static void trace_exception(Vm *vm, Value exception) {
    if (!trace_wants(vm->trace, TRACE_OUTPUT)) return;
    Value text = object_str(vm, exception);
    if (text == VALUE_NULL) error_clear(vm);
    size_t length = 0;
    const char *bytes = text != VALUE_NULL ? str_utf8(vm, AS(Str, text), &length) : NULL;
    const char *name = value_type_name(vm, exception);
    trace_emit(vm->trace, TRACE_KIND_EXCEPTION, vm->trace->current, raised_place(vm, exception), name, strlen(name),
               bytes != NULL ? bytes : "", bytes != NULL ? length : (size_t)0);
    value_release(vm, text);
    error_clear(vm);
}

/* sys.last_exc and its parts: they keep the exception, and all that its frames hold, until the modules go.
 * VALUE_NULL: no more. */
static void set_last_exception(Vm *vm, Value exception) {
    Value sys = dict_get_str(vm, vm->modules, vm->names[N_sys]);
    if (!is_exact(vm, sys, T_module)) return;
    static const char *const names[] = {"last_exc", "last_type", "last_value", "last_traceback"};
    Value traceback = exception == VALUE_NULL ? VALUE_NULL : exception_traceback(vm, exception);
    Value parts[] = {exception, exception == VALUE_NULL ? VALUE_NULL : obj_value(type_of(vm, exception)), exception,
                     traceback == VALUE_NULL ? VALUE_NONE : traceback};
    for (int i = 0; i < 4; i++) {
        Str *name = str_intern_c(vm, names[i]);
        if (name != NULL && exception != VALUE_NULL)
            (void)dict_set_str(vm, AS(Module, sys)->dict, name, parts[i]);
        else if (name != NULL)
            (void)dict_delete(vm, AS(Module, sys)->dict, obj_value(name));
        obj_release(vm, name);
        error_clear(vm);
    }
}

static bool is_exit(Vm *vm, Value exception) {
    return type_is_subtype(type_of(vm, exception), vm->types[T_SystemExit]);
}

static void write_error(Vm *vm, const char *text) {
    text_write(vm, 2, text, strlen(text));
}

/* sys.excepthook raised: that is shown too, or ends the program (_PyErr_PrintEx). */
static void show_failed_hook(Vm *vm, Value exception) {
    Value e = error_take(vm);
    if (is_exit(vm, e)) {
        set_status(vm, AS(Exception, e)->extra);
    } else {
        write_error(vm, "Error in sys.excepthook:\n");
        exception_print(vm, e);
        write_error(vm, "\nOriginal exception was:\n");
        exception_print(vm, exception);
    }
    value_release(vm, e);
}

static bool has_excepthook(Vm *vm) {
    Value sys = dict_get_str(vm, vm->modules, vm->names[N_sys]);
    Str *name = str_intern_c(vm, "excepthook");
    bool has =
        name == NULL || !is_exact(vm, sys, T_module) || dict_get_str(vm, AS(Module, sys)->dict, name) != VALUE_NULL;
    obj_release(vm, name);
    error_clear(vm);
    return has;
}

static void print_uncaught(Vm *vm, Value exception) {
    trace_exception(vm, exception);
    set_last_exception(vm, exception);
    Value hook = sys_own_hook(vm, "excepthook");
    if (hook == VALUE_NULL) {
        if (!has_excepthook(vm)) write_error(vm, "sys.excepthook is missing\n");
        exception_print(vm, exception);
    } else {
        Value traceback = exception_traceback(vm, exception);
        Value args[3] = {obj_value(type_of(vm, exception)), exception,
                         traceback != VALUE_NULL ? traceback : VALUE_NONE};
        Value got = call_value(vm, hook, args, 3, NULL);
        if (got == VALUE_NULL) show_failed_hook(vm, exception);
        value_release(vm, got);
    }
    value_release(vm, hook);
    error_clear(vm);
}

/* The exception set ended the program. */
static void report_end(Vm *vm) {
    Value exception = error_take(vm);
    const Type *type = type_of(vm, exception);
    if (is_exit(vm, exception)) {
        set_status(vm, AS(Exception, exception)->extra);
    } else {
        vm->state->exit_status = type_is_subtype(type, vm->types[T_KeyboardInterrupt]) ? 130 : 1;
        print_uncaught(vm, exception);
    }
    value_release(vm, exception);
    error_clear(vm);
}

/* Whether a value is the program's own: a class or function of __main__, or an instance of such a class. */
static bool is_programs(Vm *vm, Value v, const Dict *names) {
    if (is_exact(vm, v, T_function)) return AS(Function, v)->globals == names;
    const Type *type = is_type(v) ? AS(Type, v) : type_of(vm, v);
    if (!(type->flags & TYPE_HEAP)) return false;
    Value module = dict_get_str(vm, type->dict, NAME(vm, __module__));
    return module == obj_value(NAME(vm, __main__));
}

/* What the program left in other modules may keep its own names alive: CPython clears all modules at last. */
static bool clear_left(Vm *vm, Value module, const Dict *names) {
    Dict *dict = is_exact(vm, module, T_module) ? AS(Module, module)->dict : NULL;
    uint32_t position = 0;
    Value key, value;
    bool any = false;
    if (dict == NULL || module == dict_get_str(vm, vm->modules, NAME(vm, sys))) return false;
    while (dict_next(dict, &position, &key, &value))
        if (is_str(key) && is_programs(vm, value, names)) any = dict_set(vm, dict, key, VALUE_NONE) || any;
    return any;
}

static bool clear_modules(Vm *vm, const Dict *names) {
    Value modules = list_from_iterable(vm, obj_value(vm->modules));
    bool any = false;
    for (uint32_t i = modules == VALUE_NULL ? 0 : AS(List, modules)->length; i > 0; i--) {
        Value module = dict_get(vm, vm->modules, AS(List, modules)->items[i - 1]);
        if (module != VALUE_NULL) any = clear_left(vm, module, names) || any;
    }
    value_release(vm, modules);
    error_clear(vm);
    return any;
}

/* What threading.local objects hold dies with the main thread. */
static bool clear_locals(Vm *vm) {
    Value threading = dict_get_c(vm, vm->modules, "threading");
    if (!is_exact(vm, threading, T_module)) return false;
    Value names = value_retain(dict_get_c(vm, AS(Module, threading)->dict, "_local_names"));
    bool any = is_exact(vm, names, T_dict) && dict_length(AS(Dict, names)) > 0;
    if (any) dict_clear(vm, AS(Dict, names));
    value_release(vm, names);
    error_clear(vm);
    return any;
}

/* Calls a function of a module when that is there, which is told. */
static bool tell_module(Vm *vm, const char *name, const char *function) {
    Value module = dict_get_c(vm, vm->modules, name);
    if (!is_exact(vm, module, T_module)) return false;
    value_retain(module);
    Str *text = str_intern_c(vm, function);
    if (text != NULL) value_release(vm, call_method(vm, module, text, NULL, 0));
    value_release(vm, module);
    obj_release(vm, text);
    return true;
}

/* The module's names go, and whatever only they kept alive: finalizers run while the names are still there when the
 * module is part of a cycle (any function makes it one), as in CPython. */
static void finalize(Vm *vm) {
    struct VmState *state = vm->state;
    if (state->gc_enabled) gc_collect(vm); /* Py_FinalizeEx collects once while every module is still whole */
    error_clear(vm);
    state->dev_finalizing = true;
    value_clear(vm, &state->asyncgen_firstiter);
    value_clear(vm, &state->asyncgen_finalizer);
    vm->trace->line = 0;
    set_last_exception(vm, VALUE_NULL);
    Module *module = state->main_module;
    state->main_module = NULL;
    dict_delete(vm, vm->modules, obj_value(vm->names[N___main__]));
    const Dict *names = module->dict; /* only compared from here on */
    obj_release(vm, module);
    error_clear(vm);
    gc_collect(vm);
    bool any = clear_locals(vm);
    any = tell_module(vm, "typing", "_forget") || any; /* parameters of types know the names where they were made */
    error_clear(vm);
    if (clear_modules(vm, names) || any) gc_collect(vm);
    error_clear(vm);
}

/* What the program gave to atexit. */
static void run_exit_functions(Vm *vm) {
    tell_module(vm, "atexit", "_run_exitfuncs");
    error_clear(vm);
}

/* Nobody waits for any thread. */
static void leave_threads(Vm *vm) {
    for (Thread *thread = vm->state->threads; thread != NULL; thread = thread->next) thread->daemon = true;
}

/* Pools of workers are told that there is no more to come: their threads are joined once the rest is done. Where there
 * is no memory to tell them, they would wait for ever. */
static void end_pools(Vm *vm) {
    tell_module(vm, "threading", "_run_atexits");
    if (error_is_set(vm) && error_matches(vm, T_MemoryError)) leave_threads(vm);
    error_clear(vm);
}

/* Ctrl-C, or what a signal's handler raises, ends the waiting for the other threads, but not the exit. */
static void report_interrupted_join(Vm *vm) {
    Value exception = error_take(vm);
    AS(Exception, exception)->left_library = true; /* threading._shutdown */
    error_restore(vm, exception);
    error_unraisable(vm, "on threading shutdown", VALUE_NULL);
}

/* ---- the main thread's bottom frame. Slot 0: the program's code */

enum main_state { MAIN_BEGIN, MAIN_RUNS, MAIN_JOINS };

static Value main_resume(Vm *vm, Frame *frame, Value in) {
    struct VmState *state = vm->state;
    switch ((enum main_state)frame->state) {
    case MAIN_BEGIN:
        frame->state = MAIN_RUNS;
        return code_run(vm, AS(Code, frame->regs[0]), state->main_module->dict, VALUE_NULL, true);
    case MAIN_RUNS:
        frame->state = MAIN_JOINS;
        if (in == VALUE_NULL) report_end(vm);
        value_release(vm, in);
        state->finished = true;
        if (state->tell_line != NULL) state->tell_line(vm, NULL);
        end_pools(vm);
        break;
    case MAIN_JOINS: break;
    }
    bool interrupted = frame->state == MAIN_JOINS && in == VALUE_NULL && error_is_set(vm);
    if (interrupted) report_interrupted_join(vm);
    if (!interrupted && thread_others_alive(vm)) return thread_park(vm, INFINITY);
    run_exit_functions(vm);
    value_clear(vm, &frame->regs[0]);
    finalize(vm);
    return VALUE_NONE;
}

static Module *make_main(Vm *vm) {
    Module *module = module_new(vm, "__main__");
    if (module == NULL) return NULL;
    Str *name = vm->state->program_name;
    Value builtins = dict_get_str(vm, vm->modules, vm->names[N_builtins]);
    bool ok = dict_set_str(vm, module->dict, vm->names[N___builtins__], builtins) &&
              dict_set_str(vm, vm->modules, vm->names[N___main__], obj_value(module));
    if (ok && str_at(name, 0) != '<') ok = dict_set_str(vm, module->dict, vm->names[N___file__], obj_value(name));
    if (ok) return module;
    obj_release(vm, module);
    return NULL;
}

static bool push_main(Vm *vm, Code *code) {
    Frame *frame = native_push(vm, main_resume, 1);
    if (frame == NULL) return false;
    frame->on_return = RETURN_THREAD;
    frame->regs[0] = obj_value(code);
    return true;
}

static Code *program_compile(Vm *vm, const char *source, size_t length) {
    const struct VmState *state = vm->state;
    bool from_file = state->program_name->length > 0 && str_at(state->program_name, 0) != '<';
    unsigned flags = (state->lines ? COMPILE_LINES : 0u) | (from_file ? COMPILE_PROGRAM : 0u);
    return compile_source(vm, source, length, state->program_name, flags);
}

Code *program_read(Vm *vm, const char *source, size_t length) {
    Str *decoded;
    if (!source_decode(vm, source, length, &decoded)) return NULL;
    if (decoded != NULL) source = str_utf8(vm, decoded, &length);
    bool ok = source != NULL && source_register(vm, vm->state->program_name, source, length);
    Code *code = ok ? program_compile(vm, source, length) : NULL;
    obj_release(vm, decoded);
    return code;
}

bool vm_start(Vm *vm, const char *source, size_t length) {
    struct VmState *state = vm->state;
    size_t size;
    const char *filename = str_utf8(vm, state->program_name, &size);
    if (filename != NULL) TRACE(vm->trace, RUN, RUN_BEGINS, (uint32_t)vm->host->is_virtual, filename, size);
    Code *code = program_read(vm, source, length);
    if (code != NULL) state->main_module = make_main(vm);
    if (code != NULL && state->main_module != NULL && push_main(vm, code)) return true;
    obj_release(vm, code);
    report_end(vm);
    state->finished = true;
    state->main_thread->state = THREAD_ENDED;
    text_files_close(vm);
    TRACE_WORDS(vm->trace, RUN, RUN_ENDS, (uint32_t)state->exit_status);
    return false;
}

/* ---- slices ---- */

static enum vm_status ended(Vm *vm) {
    text_files_close(vm);
    TRACE_WORDS(vm->trace, RUN, RUN_ENDS, (uint32_t)vm->state->exit_status);
    return VM_ENDED;
}

void thread_begin_turn(Vm *vm, Thread *thread) {
    thread_switch(vm, thread);
    begin_turn(vm);
    if (vm->trace->mask != 0) trace_refresh(vm->trace);
}

/* An uncaught exception of a thread that nobody looks at is its own `ended` function's business. */
enum vm_status vm_slice(Vm *vm, double *wake_at) {
    struct VmState *state = vm->state;
    const Host *host = vm->host;
    double now = host->now(host->context);
    state->slice_end = outside_now(host) + SLICE_SECONDS;
    state->attention &= ~(uint32_t)ATTENTION_SLICE;
    vm->trace->stop_hit = false;
    if (vm->trace->mask != 0) trace_refresh(vm->trace);
    bool go_on = vm->thread->state == THREAD_READY && !(state->attention & ATTENTION_SWITCH);
    for (;;) {
        if (state->main_thread->state == THREAD_ENDED || (state->attention & ATTENTION_STOP)) return ended(vm);
        if (!go_on) {
            Thread *thread = thread_take_next(vm);
            if (thread == NULL) thread = thread_next_ready(vm, now, wake_at);
            if (thread == NULL) return VM_WAITING;
            thread_begin_turn(vm, thread);
        }
        bool broken = interp_run(vm) == INTERP_BREAK;
        if (broken && (vm->trace->stop_hit || (state->attention & ATTENTION_SLICE)))
            return state->attention & ATTENTION_STOP ? ended(vm) : VM_SLICED;
        go_on = broken && !(state->attention & ATTENTION_SWITCH);
        if (!go_on) now = host->now(host->context);
    }
}

void vm_woken(Vm *vm) {
    vm->state->attention |= ATTENTION_SIGNAL;
    vm->state->budget = 0;
    thread_interrupt(vm->state->main_thread);
}

int vm_run(Vm *vm, const char *source, size_t length) {
    const Host *host = vm->host;
    double wake_at = INFINITY, turn_end = outside_now(host) + SLICE_SECONDS, wait_begin;
    bool takes_time;
    if (!vm_start(vm, source, length)) return vm_exit_status(vm);
    for (;;) {
        switch (vm_slice(vm, &wake_at)) {
        case VM_ENDED: return vm_exit_status(vm);
        case VM_WAITING:
            /* A wait on the virtual clock takes no time, and gives the page no turn: that is for the slices to do. */
            takes_time = !host->is_virtual || isinf(wake_at);
            if (takes_time) trace_flush(vm->trace);
            wait_begin = host->now(host->context);
            if (host->wait(host->context, wake_at) == HOST_WAKE_EARLY) vm_woken(vm);
            vm->state->waited += host->now(host->context) - wait_begin;
            if (takes_time || outside_now(host) < turn_end) break;
            /* fall through */
        case VM_SLICED:
            trace_flush(vm->trace);
            if (host->yield != NULL) host->yield(host->context);
            turn_end = outside_now(host) + SLICE_SECONDS;
            break;
        }
    }
}
