/* vm.c: a Vm is made in the order its parts need each other, and taken apart in the reverse one. */
#include "../include/loopscope/vm.h"

#include "boot.h"
#include "interp.h"
#include "list.h"

typedef struct VmBlock {
    Vm vm;
    struct VmState state;
    Trace silent; /* when the caller gives none */
} VmBlock;

static Str *take_text(Vm *vm, const char *text) {
    return str_from_utf8(vm, text, strlen(text));
}

/* The list stays: `sys` has it. */
static bool set_argv(Vm *vm, const VmOptions *options) {
    List *argv = AS(List, vm->state->sys_argv);
    list_clear_items(vm, argv);
    Str *first = take_text(vm, options->argv0 != NULL ? options->argv0 : options->filename);
    if (first == NULL || !list_append_take(vm, argv, obj_value(first))) return false;
    for (int i = 0; i < options->argc; i++) {
        Str *text = take_text(vm, options->argv[i]);
        if (text == NULL || !list_append_take(vm, argv, obj_value(text))) return false;
    }
    obj_release(vm, vm->state->program_name);
    vm->state->program_name = take_text(vm, options->filename);
    return vm->state->program_name != NULL;
}

bool vm_configure(Vm *vm, const VmOptions *options) {
    struct VmState *state = vm->state;
    state->lines = options->lines;
    state->debug = options->debug;
    state->net_latency = options->latency;
    state->net_bandwidth = options->bandwidth;
    return set_argv(vm, options);
}

static bool make_argv(Vm *vm) {
    List *argv = list_new(vm, 0);
    if (argv != NULL) vm->state->sys_argv = obj_value(argv);
    return argv != NULL;
}

static bool import_sys(Vm *vm) {
    Value sys = module_import(vm, vm->names[N_sys]);
    value_release(vm, sys);
    return sys != VALUE_NULL;
}

static bool boot(Vm *vm, const VmOptions *options) {
    return types_prepare(vm) && str_boot(vm) && tuple_boot(vm) && threads_boot(vm) && types_boot(vm) &&
           errors_boot(vm) && modules_boot(vm) && builtins_boot(vm) && make_argv(vm) && vm_configure(vm, options) &&
           text_files_boot(vm) && import_sys(vm);
}

Vm *vm_new(Mem *mem, struct Host *host, struct Trace *trace, const VmOptions *options) {
    VmBlock *block = mem_zalloc(mem, sizeof(VmBlock));
    if (block == NULL) return NULL;
    Vm *vm = &block->vm;
    struct VmState *state = &block->state;
    trace_init(&block->silent);
    vm->mem = mem;
    vm->host = host;
    vm->trace = trace != NULL ? trace : &block->silent;
    vm->state = state;
    state->recursion_limit = 1000;
    state->max_str_digits = 4300;
    state->gc_threshold = 10000;
    state->gc_enabled = true;
    vm_set_switch_interval(vm, 0.005);
    state->budget = state->budget_full;
    if (boot(vm, options)) return vm;
    vm_free(vm);
    return NULL;
}

static void release_state(Vm *vm) {
    struct VmState *state = vm->state;
    value_clear(vm, &state->asyncgen_firstiter);
    value_clear(vm, &state->asyncgen_finalizer);
    value_clear(vm, &state->sys_argv);
    value_clear(vm, &state->nested_value);
    value_clear(vm, &state->redo_signal);
    redo_journal_free(vm);
    value_clear(vm, &state->importer);
    for (size_t i = 0; i < sizeof state->signal_handlers / sizeof state->signal_handlers[0]; i++)
        value_clear(vm, &state->signal_handlers[i]);
    obj_release(vm, state->program_name);
    obj_release(vm, state->main_module);
    obj_release(vm, state->preloaded);
    state->preloaded = NULL;
    obj_release(vm, state->replaced_code);
    state->replaced_code = NULL;
    state->program_name = NULL;
    state->main_module = NULL;
    obj_release(vm, state->told_files);
    state->told_files = NULL;
}

/* Everything but what the first steps of boot made. */
static void take_apart(Vm *vm) {
    Thread *main_thread = vm->state->main_thread;
    threads_drop_frames(vm);
    vm->thread = main_thread;
    error_clear(vm);
    release_state(vm);
    if (vm->modules != NULL) dict_clear(vm, vm->modules);
    if (vm->modules != NULL && vm->builtins != NULL) gc_collect(vm);
    error_clear(vm);
    Dict *builtins = vm->builtins;
    vm->builtins = NULL;
    text_files_close(vm);
    modules_close(vm);
    obj_release(vm, builtins);
    gc_collect(vm);
    error_clear(vm);
    warnings_close(vm);
    errors_close(vm);
    sources_close(vm);
    threads_release(vm);
    if (vm->state->aio_free != NULL) vm->state->aio_free(vm);
    types_close(vm);
}

void vm_free(Vm *vm) {
    if (vm == NULL) return;
    vm->state->attention |= ATTENTION_STOP; /* from here on no Python code runs */
    vm->state->stopping = true;
    if (vm->thread != NULL) take_apart(vm);
    Tuple *empty_tuple = vm->empty_tuple;
    vm->empty_tuple = NULL;
    obj_release(vm, empty_tuple);
    str_close(vm);
    threads_close(vm);
    types_free(vm);
    mem_free(vm->mem, vm, sizeof(VmBlock));
}

int vm_exit_status(const Vm *vm) {
    return vm->state->exit_status;
}

void vm_attend(Vm *vm) {
    vm->state->attention |= ATTENTION_SIGNAL;
    vm->state->budget = 0;
}

void vm_stop(Vm *vm) {
    struct VmState *state = vm->state;
    state->attention |= ATTENTION_STOP;
    state->stopping = true;
    state->budget = 0;
    if (state->exit_status == 0) state->exit_status = 130;
}
