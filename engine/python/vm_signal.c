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

static bool signal_deliver(Vm *vm, int number) {
    struct VmState *state = vm->state;
    TRACE_WORDS(vm->trace, RUN, SIGNAL, (uint32_t)number);
    if (state->signal_hook != NULL && state->signal_hook(vm, number)) return true;
    Value handler = number < SIGNAL_COUNT ? state->signal_handlers[number] : VALUE_NULL;
    if (handler == VALUE_NULL || handler == VALUE_NONE) return by_default(vm, number);
    if (is_ignored(vm, handler)) return true;
    if (!object_is_callable(vm, handler)) return by_default(vm, number);
    Frame *frame = frame_user(vm, NULL); /* signal.py is no frame that CPython has */
    Value args[2] = {value_small(number), VALUE_NONE};
    if (frame != NULL) args[1] = value_retain(obj_value(frame_object(vm, frame)));
    if (args[1] == VALUE_NULL) return false;
    value_retain(handler);
    Value got = call_value(vm, handler, args, 2, NULL);
    value_release(vm, handler);
    value_release(vm, args[1]);
    value_release(vm, got);
    return got != VALUE_NULL;
}

static bool is_pending(const struct VmState *state, int number) {
    return state->signals_pending[number / 32] >> number % 32 & 1;
}

static void set_pending(struct VmState *state, int number, bool pending) {
    uint32_t bit = UINT32_C(1) << number % 32;
    if (pending) {
        state->signals_pending[number / 32] |= bit;
    } else {
        state->signals_pending[number / 32] &= ~bit;
    }
}

static void take_from_host(Vm *vm) {
    Host *host = vm->host;
    vm->state->attention &= ~(uint32_t)ATTENTION_SIGNAL;
    if (host->take_signal == NULL) return;
    for (int number; (number = host->take_signal(host->context)) != 0;)
        if (number > 0 && number < SIGNAL_COUNT) set_pending(vm->state, number, true);
}

static bool any_pending(const struct VmState *state) {
    return (state->signals_pending[0] | state->signals_pending[1] | state->signals_pending[2]) != 0;
}

bool signals_deliver(Vm *vm) {
    struct VmState *state = vm->state;
    take_from_host(vm);
    for (int number = 1; any_pending(state) && number < SIGNAL_COUNT; number++) {
        if (!is_pending(state, number)) continue;
        set_pending(state, number, false);
        if (!signal_deliver(vm, number)) return false;
    }
    return true;
}

void signals_hand_over(Vm *vm) {
    take_from_host(vm);
    if (any_pending(vm->state)) thread_interrupt(vm->state->main_thread);
}

bool signal_send(Vm *vm, int number) {
    struct VmState *state = vm->state;
    bool ends = number != SIGNAL_INT && number < SIGNAL_COUNT && state->signal_handlers[number] == VALUE_NULL;
    if (vm->thread == state->main_thread || ends || number >= SIGNAL_COUNT) return signal_deliver(vm, number);
    set_pending(state, number, true);
    signals_hand_over(vm);
    return true;
}
