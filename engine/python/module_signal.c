/* module_signal.c: the module _signal: handlers of signals. VmState.signal_handlers holds a callable, the int 1 for
 * "ignore", or VALUE_NULL for the default (KeyboardInterrupt for SIGINT). */
#include "builtins.h"
#include "interp.h"
#include "modules.h"
#include "vm_state.h"
#include <math.h>

#define SIGNAL_COUNT 65
#define SIGNAL_INTERRUPT 2

#define HANDLER_DEFAULT value_small(0)
#define HANDLER_IGNORE value_small(1)

static const struct {
    const char *name;
    int number;
    const char *text;
} signals[] = {
    {"SIGHUP", 1, "Hangup"},
    {"SIGINT", 2, "Interrupt"},
    {"SIGQUIT", 3, "Quit"},
    {"SIGILL", 4, "Illegal instruction"},
    {"SIGTRAP", 5, "Trace/breakpoint trap"},
    {"SIGABRT", 6, "Aborted"},
    {"SIGFPE", 8, "Floating point exception"},
    {"SIGKILL", 9, "Killed"},
    {"SIGUSR1", 10, "User defined signal 1"},
    {"SIGSEGV", 11, "Segmentation fault"},
    {"SIGUSR2", 12, "User defined signal 2"},
    {"SIGPIPE", 13, "Broken pipe"},
    {"SIGALRM", 14, "Alarm clock"},
    {"SIGTERM", 15, "Terminated"},
    {"SIGCHLD", 17, "Child exited"},
    {"SIGCONT", 18, "Continued"},
    {"SIGSTOP", 19, "Stopped (signal)"},
    {"SIGTSTP", 20, "Stopped"},
    {"SIGWINCH", 28, "Window changed"},
};

static bool signal_number(Vm *vm, Value v, int *number) {
    int64_t n;
    if (!object_as_int64(vm, v, &n)) return false;
    if (n >= 1 && n < SIGNAL_COUNT) {
        *number = (int)n;
        return true;
    }
    raise_error(vm, T_ValueError, "signal number out of range");
    return false;
}

static NATIVE(default_int_handler) {
    UNUSED_ARGS;
    Value e = exception_new(vm, T_KeyboardInterrupt, VALUE_NULL);
    if (e == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, e);
    value_release(vm, e);
    return VALUE_NULL;
}

static const MethodDef default_int_handler_def = {
    "default_int_handler", default_int_handler, 2, 2, false, METHOD_PLAIN, "The default handler for SIGINT."};

/* The handler as Python sees it; owned. */
static Value handler_value(Vm *vm, int number) {
    Value handler = vm->state->signal_handlers[number];
    if (handler != VALUE_NULL) return value_retain(handler);
    if (number != SIGNAL_INTERRUPT) return HANDLER_DEFAULT;
    return value_retain(obj_value(vm->state->module_state[MODULE_signal]));
}

static NATIVE(signal_signal) {
    UNUSED_ARGS;
    int number;
    if (!signal_number(vm, args[0], &number)) return VALUE_NULL;
    if (vm->thread != vm->state->main_thread)
        return raise_error(vm, T_ValueError, "signal only works in main thread of the main interpreter");
    Value handler = args[1];
    bool plain = is_int(handler);
    Value as_int = plain ? object_index(vm, handler) : VALUE_NULL;
    if (plain ? as_int != HANDLER_DEFAULT && as_int != HANDLER_IGNORE : !object_is_callable(vm, handler))
        return raise_error(vm, T_TypeError,
                           "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    if (number == 9 || number == 19) return raise_error(vm, T_OSError, "[Errno 22] Invalid argument");
    Value old = handler_value(vm, number);
    bool usual = as_int == HANDLER_DEFAULT || handler == obj_value(vm->state->module_state[MODULE_signal]);
    if (as_int == HANDLER_DEFAULT && number == SIGNAL_INTERRUPT) usual = false;
    Value kept = usual ? VALUE_NULL : plain ? as_int : value_retain(handler);
    value_set(vm, &vm->state->signal_handlers[number], kept);
    return old;
}

static NATIVE(signal_getsignal) {
    UNUSED_ARGS;
    int number;
    return signal_number(vm, args[0], &number) ? handler_value(vm, number) : VALUE_NULL;
}

static NATIVE(signal_raise) {
    UNUSED_ARGS;
    int number;
    if (!signal_number(vm, args[0], &number)) return VALUE_NULL;
    return signal_send(vm, number) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(signal_strsignal) {
    UNUSED_ARGS;
    int number;
    if (!signal_number(vm, args[0], &number)) return VALUE_NULL;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signals[i].number == number) return obj_value(str_new(vm, signals[i].text));
    return VALUE_NONE;
}

static NATIVE(signal_set_wakeup_fd) {
    UNUSED_ARGS;
    (void)vm;
    return value_small(-1);
}

static NATIVE(signal_siginterrupt) {
    UNUSED_ARGS;
    (void)vm;
    return VALUE_NONE;
}

static NATIVE(signal_pause) {
    UNUSED_ARGS;
    return thread_park(vm, INFINITY);
}

static const MethodDef signal_functions[] = {
    {"signal", signal_signal, 2, 2, false, METHOD_PLAIN, "Set the action for the given signal."},
    {"getsignal", signal_getsignal, 1, 1, false, METHOD_PLAIN, "Return the current action for the given signal."},
    {"raise_signal", signal_raise, 1, 1, false, METHOD_PLAIN, "Send a signal to the executing process."},
    {"strsignal", signal_strsignal, 1, 1, false, METHOD_PLAIN, "Return the system description of the given signal."},
    {"set_wakeup_fd", signal_set_wakeup_fd, 1, 255, true, METHOD_PLAIN, NULL},
    {"siginterrupt", signal_siginterrupt, 2, 2, false, METHOD_PLAIN, NULL},
    {"pause", signal_pause, 0, 0, false, METHOD_PLAIN, "Wait until a signal arrives."},
    {0},
};

static bool fill_signal(Vm *vm, Module *m) {
    Value handler = native_new(vm, &default_int_handler_def, VALUE_NULL, m->name);
    if (handler == VALUE_NULL) return false;
    vm->state->module_state[MODULE_signal] = value_obj(handler); /* lives as long as the module */
    if (!module_add(vm, m, "default_int_handler", handler)) return false;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (!module_add(vm, m, signals[i].name, value_small(signals[i].number))) return false;
    return module_add(vm, m, "SIG_DFL", HANDLER_DEFAULT) && module_add(vm, m, "SIG_IGN", HANDLER_IGNORE) &&
           module_add(vm, m, "NSIG", value_small(SIGNAL_COUNT)) && module_add_functions(vm, m, signal_functions);
}

Value module_init_signal(Vm *vm) {
    Module *m = module_new(vm, "_signal");
    if (m == NULL || fill_signal(vm, m)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
