/* vm_signal.c: signals reach the program: a loop's handler, a Python handler, or KeyboardInterrupt. */
#include "interp.h"

#define SIGNAL_INT 2
#define SIGNAL_COUNT 65

/* SIG_IGN is 1 whatever wraps it. */
static bool is_ignored(Vm *vm, Value handler) {
    int64_t number;
    if (!is_int(handler)) return false;
    bool ignored = int_as_int64(handler, &number) && number == 1;
    (void)vm;
    return ignored;
}

static bool by_default(Vm *vm, int number) {
    if (number == SIGNAL_INT) {
        Value interrupt = exception_new(vm, T_KeyboardInterrupt, VALUE_NULL);
        if (interrupt != VALUE_NULL) raise_value(vm, interrupt);
        value_release(vm, interrupt);
        return false;
    }
    /* Nobody handles it: the process would end at once, without any Python code. */
    vm->state->exit_status = 128 + number;
    vm->state->attention |= ATTENTION_STOP;
    return true;
}

bool signal_deliver(Vm *vm, int number) {
    struct VmState *state = vm->state;
    TRACE_WORDS(vm->trace, RUN, SIGNAL, (uint32_t)number);
    if (state->signal_hook != NULL && state->signal_hook(vm, number)) return true;
    Value handler = number < SIGNAL_COUNT ? state->signal_handlers[number] : VALUE_NULL;
    if (handler == VALUE_NULL || handler == VALUE_NONE) return by_default(vm, number);
    if (is_ignored(vm, handler)) return true;
    if (!object_is_callable(vm, handler)) return by_default(vm, number);
    Frame *frame = frame_user(vm, NULL); /* signal.py is no frame that CPython has */
    Value args[2] = {value_small(number), frame != NULL ? frame_object(vm, frame) : VALUE_NONE};
    if (args[1] == VALUE_NULL) return false;
    value_retain(handler);
    Value got = call_value(vm, handler, args, 2, NULL);
    value_release(vm, handler);
    value_release(vm, args[1]);
    value_release(vm, got);
    return got != VALUE_NULL;
}

bool signals_deliver(Vm *vm) {
    Host *host = vm->host;
    vm->state->attention &= ~(uint32_t)ATTENTION_SIGNAL;
    if (host->take_signal == NULL) return true;
    for (int number; (number = host->take_signal(host->context)) != 0;)
        if (!signal_deliver(vm, number)) return false;
    return true;
}
