/* aio.c: the room's life: its types, its state, its modules; and what its functions need to read keyword arguments. */
#include "values.h"

/* ---- keyword arguments ---- */

Value keyword_get(const Value *args, uint32_t nargs, Tuple *kwnames, const char *name) {
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        if (str_equals_c(AS(Str, kwnames->items[i]), name)) return args[nargs + i];
    }
    return VALUE_NULL;
}

static bool is_among(const Str *name, const char *const *allowed) {
    for (; *allowed != NULL; allowed++) {
        if (str_equals_c(name, *allowed)) return true;
    }
    return false;
}

bool keywords_check(Vm *vm, Tuple *kwnames, const char *function, const char *const *allowed) {
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        const Str *name = AS(Str, kwnames->items[i]);
        if (is_among(name, allowed)) continue;
        return raise_unexpected_keyword(vm, function, allowed, kwnames->items[i]);
    }
    return true;
}

/* ---- types ---- */

static const TypeDef cancelled_error_def = {.name = "asyncio.exceptions.CancelledError",
                                            .flags = TYPE_BASE | TYPE_WRITTEN,
                                            .doc = "The Future or Task was cancelled."};
static const TypeDef invalid_state_def = {.name = "asyncio.exceptions.InvalidStateError",
                                          .flags = TYPE_BASE | TYPE_WRITTEN,
                                          .doc = "The operation is not allowed in this state."};

static bool types_make(Vm *vm, Aio *aio) {
    return (aio->cancelled_error = type_make(vm, &cancelled_error_def, TYPE(vm, BaseException))) != NULL &&
           (aio->invalid_state = type_make(vm, &invalid_state_def, TYPE(vm, Exception))) != NULL &&
           (aio->loop = type_make(vm, &aio_loop_def, NULL)) != NULL &&
           (aio->future = type_make(vm, &aio_future_def, NULL)) != NULL &&
           (aio->task = type_make(vm, &aio_task_def, aio->future)) != NULL &&
           (aio->gathering = type_make(vm, &aio_gathering_def, aio->future)) != NULL &&
           (aio->sleep = type_make(vm, &aio_sleep_def, NULL)) != NULL &&
           (aio->handle = type_make(vm, &aio_handle_def, NULL)) != NULL &&
           (aio->thread_handle = type_make(vm, &aio_thread_handle_def, aio->handle)) != NULL &&
           (aio->timer_handle = type_make(vm, &aio_timer_handle_def, aio->handle)) != NULL &&
           (aio->future_iter = type_make(vm, &aio_future_iter_def, NULL)) != NULL &&
           (aio->context = type_make(vm, &aio_context_def, NULL)) != NULL &&
           (aio->context_var = type_make(vm, &aio_context_var_def, NULL)) != NULL &&
           (aio->token = type_make(vm, &aio_token_def, NULL)) != NULL &&
           (aio->missing = type_make(vm, &aio_missing_def, NULL)) != NULL &&
           (aio->thread_ref = type_make(vm, &aio_thread_ref_def, NULL)) != NULL &&
           (aio->event = type_make(vm, &aio_event_def, NULL)) != NULL &&
           (aio->lock = type_make(vm, &aio_lock_def, NULL)) != NULL &&
           (aio->semaphore = type_make(vm, &aio_semaphore_def, NULL)) != NULL &&
           (aio->condition = type_make(vm, &aio_condition_def, NULL)) != NULL &&
           (aio->told = type_make(vm, &aio_told_def, NULL)) != NULL &&
           (aio->told_thing = type_make(vm, &aio_told_thing_def, NULL)) != NULL &&
           (aio->barrier = type_make(vm, &aio_barrier_def, aio->told)) != NULL &&
           (aio->wait = type_make(vm, &aio_wait_def, aio->future)) != NULL &&
           (aio->timeout = type_make(vm, &aio_timeout_def, NULL)) != NULL && queue_boot(vm);
}

static bool missing_make(Vm *vm, Aio *aio) {
    aio->missing_value = obj_value(object_new(vm, aio->missing, 0));
    Str *name = aio->missing_value == VALUE_NULL ? NULL : str_intern_c(vm, "MISSING");
    bool fine = name != NULL && dict_set_str(vm, aio->token->dict, name, aio->missing_value);
    obj_release(vm, name);
    return fine;
}

static bool names_make(Vm *vm, Aio *aio) {
    return (aio->name_create_task = str_intern_c(vm, "create_task")) != NULL &&
           (aio->name_default_handler = str_intern_c(vm, "default_exception_handler")) != NULL &&
           (aio->name_call_handler = str_intern_c(vm, "call_exception_handler")) != NULL &&
           (aio->name_cancel = str_intern_c(vm, "cancel")) != NULL &&
           (aio->name_told = str_intern_c(vm, "_told")) != NULL &&
           (aio->name_queue = str_intern_c(vm, "queue")) != NULL &&
           (aio->name_time = str_intern_c(vm, "time")) != NULL &&
           (aio->name_run_forever = str_intern_c(vm, "run_forever")) != NULL &&
           (aio->name_run_once = str_intern_c(vm, "_run_once")) != NULL &&
           (aio->name_close = str_intern_c(vm, "close")) != NULL &&
           (aio->name_select = str_intern_c(vm, "select")) != NULL &&
           (aio->name_selector = str_intern_c(vm, "_selector")) != NULL;
}

static void methods_note(Vm *vm, Aio *aio) {
    aio->loop_time = type_lookup(vm, aio->loop, aio->name_time);
    aio->loop_run_forever = type_lookup(vm, aio->loop, aio->name_run_forever);
    aio->loop_run_once = type_lookup(vm, aio->loop, aio->name_run_once);
    aio->loop_create_task = type_lookup(vm, aio->loop, aio->name_create_task);
    aio->loop_default_handler = type_lookup(vm, aio->loop, aio->name_default_handler);
    aio->loop_call_handler = type_lookup(vm, aio->loop, aio->name_call_handler);
    aio->future_cancel_method = type_lookup(vm, aio->future, aio->name_cancel);
    aio->task_cancel_method = type_lookup(vm, aio->task, aio->name_cancel);
}

/* ---- modules ---- */

static Value native_module(Vm *vm, Str *name) {
    if (str_equals_c(name, "_asyncio")) return asyncio_module(vm);
    if (str_equals_c(name, "_contextvars")) return contextvars_module(vm);
    if (str_equals_c(name, "_loopscope")) return services_module(vm);
    if (str_equals_c(name, "_net")) return net_module(vm);
    return VALUE_NULL;
}

/* ---- life ---- */

static void threads_forget(Vm *vm, Aio *aio) {
    while (aio->threads != NULL) {
        Thread *thread = aio->threads->thread;
        ThreadRef *ref = aio->threads->ref;
        if (ref != NULL) ref->thread = NULL;
        aio_thread_drop(vm, thread);
    }
}

/* Objects that are still alive may be closed, reported and deallocated until the very end. */
static void aio_free(Vm *vm) {
    Aio *aio = aio_of(vm);
    if (aio == NULL) return;
    threads_forget(vm, aio);
    obj_release(vm, aio->name_cancel);
    obj_release(vm, aio->name_told);
    obj_release(vm, aio->name_queue);
    obj_release(vm, aio->name_time);
    obj_release(vm, aio->name_run_forever);
    obj_release(vm, aio->name_run_once);
    obj_release(vm, aio->name_close);
    obj_release(vm, aio->name_select);
    obj_release(vm, aio->name_selector);
    queue_close(vm);
    values_free(vm);
    if (aio->network != NULL) network_free(aio->network);
    vm->aio = NULL;
    mem_free(vm->mem, aio, sizeof *aio);
}

bool aio_boot(Vm *vm) {
    Aio *aio = mem_zalloc(vm->mem, sizeof *aio);
    if (aio == NULL) {
        raise_no_memory(vm);
        return false;
    }
    vm->aio = aio;
    vm->state->aio_free = aio_free;
    if (!types_make(vm, aio) || !names_make(vm, aio) || !missing_make(vm, aio)) return false;
    methods_note(vm, aio);
    vm->state->native_module = native_module;
    vm->state->signal_hook = loop_signal_hook;
    vm->state->native_place = loop_place;
    values_boot(vm);
    return true;
}

void aio_configure(Vm *vm) {
    if (aio_of(vm)->values == NULL) values_boot(vm);
}

static void loops_close(Aio *aio) {
    for (LoopObj *loop = aio->loops; loop != NULL; loop = loop->next) {
        AioThread *thread = loop->thread == NULL ? NULL : loop->thread->aio;
        obj_retain(loop);
        if (thread != NULL) thread->scope = &thread->own;
        loop_run_abandon(loop);
        (void)loop_close(loop->loop);
    }
}

static void loops_release(Vm *vm, Aio *aio) {
    for (LoopObj *loop = aio->loops, *next; loop != NULL; loop = next) {
        next = loop->next;
        obj_release(vm, loop);
    }
}

void aio_close(Vm *vm) {
    Aio *aio = aio_of(vm);
    if (aio == NULL || aio->closing) return;
    aio->closing = vm->state->modules_gone = true;
    vm->state->native_module = NULL;
    vm->state->signal_hook = NULL;
    for (AioThread *thread = aio->threads; thread != NULL; thread = thread->next) thread->scope = &thread->own;
    loops_close(aio);
    loops_release(vm, aio);
    Dict *snippets = aio->snippets;
    aio->snippets = NULL;
    obj_release(vm, snippets);
    net_close(vm);
    value_clear(vm, &aio->executor_hook);
    value_clear(vm, &aio->log_hook);
    value_clear(vm, &aio->missing_value);
    obj_release(vm, aio->name_create_task);
    obj_release(vm, aio->name_default_handler);
    obj_release(vm, aio->name_call_handler);
    threads_forget(vm, aio);
}
