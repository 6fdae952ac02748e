/* module_sys.c: the module sys. */
#include "module_sys.h"
#include "builtins.h"
#include "dict.h"
#include "frame.h"
#include "modules.h"
#include "set.h"
#include "text_file.h"
#include "vm_state.h"

#define DIGITS_THRESHOLD 640

static NATIVE(sys_exit) {
    UNUSED_ARGS;
    /* PyErr_SetObject: None stands for no argument, a tuple for several. */
    Value status = nargs > 0 && args[0] != VALUE_NONE ? args[0] : VALUE_NULL;
    Value type = obj_value(vm->types[T_SystemExit]);
    Value e = is_tuple(status) ? call_value(vm, type, AS(Tuple, status)->items, AS(Tuple, status)->length, NULL)
              : is_exception(status) && value_obj(status)->type == vm->types[T_SystemExit]
                  ? value_retain(status)
                  : exception_new(vm, T_SystemExit, status);
    if (e == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, e);
    value_release(vm, e);
    return VALUE_NULL;
}

static NATIVE(sys_exception) {
    UNUSED_ARGS;
    Value e = frame_handled(vm);
    return e == VALUE_NULL ? VALUE_NONE : value_retain(e);
}

static NATIVE(sys_exc_info) {
    UNUSED_ARGS;
    Value e = frame_handled(vm);
    if (e == VALUE_NULL || e == VALUE_NONE) return obj_value(tuple_pack(vm, 3, VALUE_NONE, VALUE_NONE, VALUE_NONE));
    Value traceback = exception_traceback(vm, e);
    return obj_value(
        tuple_pack(vm, 3, obj_value(value_obj(e)->type), e, traceback == VALUE_NULL ? VALUE_NONE : traceback));
}

static NATIVE(sys_getrecursionlimit) {
    UNUSED_ARGS;
    return value_small(vm->state->recursion_limit);
}

static NATIVE(sys_setrecursionlimit) {
    UNUSED_ARGS;
    int64_t limit;
    if (!object_as_int64(vm, args[0], &limit)) return VALUE_NULL;
    if (limit < 1) return raise_error(vm, T_ValueError, "recursion limit must be greater or equal than 1");
    if (limit > INT32_MAX) return raise_error(vm, T_OverflowError, "Python int too large to convert to C int");
    if (vm->thread->depth >= (uint32_t)limit)
        return raise_error(vm, T_RecursionError,
                           "cannot set the recursion limit to %lld at the recursion depth %u: the limit is too low",
                           (long long)limit, vm->thread->depth);
    vm->state->recursion_limit = (uint32_t)limit;
    return VALUE_NONE;
}

static NATIVE(sys_getrefcount) {
    UNUSED_ARGS;
    (void)vm;
    return value_small(value_is_obj(args[0]) ? (int64_t)value_obj(args[0])->refs : INT32_MAX);
}

/* What CPython's objects of that kind take: programs print it to compare sizes, and those are the sizes they know. */
static int64_t size_of(Vm *vm, Value v) {
    if (is_int(v)) return 24 + 4 * ((int_bit_length(v) + 29) / 30 > 0 ? (int_bit_length(v) + 29) / 30 : 1);
    if (is_float(v)) return 24;
    if (is_str(v)) {
        Str *s = AS(Str, v);
        return s->ascii ? 41 + (int64_t)s->length : 56 + (int64_t)s->kind * (s->length + 1);
    }
    if (is_list(v)) return 56 + 8 * (int64_t)AS(List, v)->capacity;
    if (is_tuple(v)) return 48 + 8 * (int64_t)AS(Tuple, v)->length;
    if (is_dict(v)) {
        int64_t slots = AS(Dict, v)->capacity == 0 ? 0 : (int64_t)AS(Dict, v)->mask + 1;
        return slots == 0 ? 64 : 80 + slots + slots * 2 / 3 * 24;
    }
    if (has_flag(v, TYPE_IS_SET))
        return AS(Set, v)->mask < SET_SMALL ? 216 : 216 + 16 * ((int64_t)AS(Set, v)->mask + 1);
    if (is_exact(vm, v, T_bytes)) return 33 + (int64_t)AS(Bytes, v)->length;
    return v == VALUE_NONE ? 16 : value_is_obj(v) ? 48 : 16;
}

static NATIVE(sys_getsizeof) {
    UNUSED_ARGS;
    if (type_lookup(vm, type_of(vm, args[0]), NAME(vm, __sizeof__)) != VALUE_NULL && value_is_obj(args[0]) &&
        value_obj(args[0])->type->flags & TYPE_HEAP) {
        bool found = false;
        Value r = call_special(vm, args[0], NAME(vm, __sizeof__), NULL, 0, &found);
        int64_t size;
        if (r == VALUE_NULL && error_is_set(vm)) return VALUE_NULL;
        if (r != VALUE_NULL && !is_int(r)) {
            value_release(vm, r);
            return raise_error(vm, T_TypeError, "an integer is required");
        }
        if (r != VALUE_NULL && int_as_int64(r, &size) && size < 0)
            return raise_error(vm, T_ValueError, "__sizeof__() should return >= 0");
        if (r != VALUE_NULL) return r;
    }
    return value_small(size_of(vm, args[0]));
}

static NATIVE(sys_intern) {
    UNUSED_ARGS;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "intern() argument must be str, not %B", args[0]);
    if (!is_exact(vm, args[0], T_str)) return raise_error(vm, T_TypeError, "can't intern %T", args[0]);
    value_retain(args[0]);
    return obj_value(str_intern(vm, AS(Str, args[0])));
}

static NATIVE(sys_get_digits) {
    UNUSED_ARGS;
    return value_small(vm->state->max_str_digits);
}

static NATIVE(sys_set_digits) {
    UNUSED_ARGS;
    int64_t digits;
    if (!object_as_int64(vm, args[0], &digits)) return VALUE_NULL;
    if (digits != 0 && (digits < DIGITS_THRESHOLD || digits > INT32_MAX))
        return raise_error(vm, T_ValueError, "maxdigits must be >= %d or 0 for unlimited", DIGITS_THRESHOLD);
    vm->state->max_str_digits = (uint32_t)digits;
    return VALUE_NONE;
}

static NATIVE(sys_encoding) {
    UNUSED_ARGS;
    return obj_value(str_new(vm, "utf-8"));
}

static NATIVE(sys_getframe) {
    UNUSED_ARGS;
    int64_t depth = 0;
    if (nargs > 0 && !object_as_int64(vm, args[0], &depth)) return VALUE_NULL;
    Frame *frame = frame_python(vm);
    for (; frame != NULL && depth > 0; depth--) {
        frame = frame->caller;
        while (frame != NULL && frame->code == NULL) frame = frame->caller;
    }
    if (frame == NULL) return raise_error(vm, T_ValueError, "call stack is not deep enough");
    return value_retain(obj_value(frame_object(vm, frame)));
}

/* One lock for all threads, as in CPython's usual build (thread.h). */
static NATIVE(sys_is_gil_enabled) {
    (void)vm, (void)self, (void)args, (void)nargs, (void)kwnames;
    return value_bool(true);
}

static NATIVE(sys_is_interned) {
    (void)self, (void)nargs, (void)kwnames;
    if (is_str(args[0])) return value_bool(AS(Str, args[0])->interned);
    return raise_error(vm, T_TypeError, "_is_interned() argument must be str, not %T", args[0]);
}

/* The frame of each thread by its number. */
static NATIVE(sys_current_frames) {
    UNUSED_ARGS;
    Dict *frames = dict_new(vm);
    for (Thread *thread = vm->state->threads; frames != NULL && thread != NULL; thread = thread->next) {
        Frame *frame = thread->top;
        while (frame != NULL && frame->code == NULL) frame = frame->caller;
        FrameObject *object = frame == NULL ? NULL : frame_object(vm, frame);
        if (frame == NULL || (object != NULL && dict_set(vm, frames, value_small(thread->id), obj_value(object))))
            continue;
        obj_release(vm, frames);
        return VALUE_NULL;
    }
    return obj_value(frames);
}

static NATIVE(sys_getswitchinterval) {
    UNUSED_ARGS;
    return float_new(vm, vm->state->switch_interval);
}

static NATIVE(sys_setswitchinterval) {
    UNUSED_ARGS;
    double seconds;
    if (!object_as_double(vm, args[0], &seconds)) return VALUE_NULL;
    if (!(seconds > 0)) return raise_error(vm, T_ValueError, "switch interval must be strictly positive");
    vm_set_switch_interval(vm, seconds);
    return VALUE_NONE;
}

static NATIVE(sys_get_origin_depth) {
    UNUSED_ARGS;
    return value_small(vm->state->coroutine_origin_depth);
}

static NATIVE(sys_set_origin_depth) {
    UNUSED_ARGS;
    int64_t depth;
    if (!object_as_int64(vm, args[0], &depth)) return VALUE_NULL;
    if (depth < 0) return raise_error(vm, T_ValueError, "depth must be >= 0");
    vm->state->coroutine_origin_depth = (uint32_t)(depth > INT32_MAX ? INT32_MAX : depth);
    return VALUE_NONE;
}

static bool set_hook(Vm *vm, Value *slot, const char *name, Value hook) {
    if (hook == VALUE_NULL) return true;
    if (hook != VALUE_NONE && !object_is_callable(vm, hook)) {
        raise_error(vm, T_TypeError, "callable %s expected, got %T", name, hook);
        return false;
    }
    value_set(vm, slot, hook == VALUE_NONE ? VALUE_NULL : value_retain(hook));
    return true;
}

static NATIVE(sys_set_asyncgen_hooks) {
    (void)self;
    static const char *const names[] = {"firstiter", "finalizer", NULL};
    static const ArgSpec spec = {"set_asyncgen_hooks", names, 0, 2, 0};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!set_hook(vm, &vm->state->asyncgen_finalizer, "finalizer", out[1])) return VALUE_NULL;
    return set_hook(vm, &vm->state->asyncgen_firstiter, "firstiter", out[0]) ? VALUE_NONE : VALUE_NULL;
}

static Value hook_or_none(Value hook) {
    return hook == VALUE_NULL ? VALUE_NONE : value_retain(hook);
}

static NATIVE(sys_get_asyncgen_hooks) {
    UNUSED_ARGS;
    return sys_asyncgen_hooks(vm, hook_or_none(vm->state->asyncgen_firstiter),
                              hook_or_none(vm->state->asyncgen_finalizer));
}

static NATIVE(sys_excepthook) {
    UNUSED_ARGS;
    if (is_exception(args[1])) exception_print(vm, args[1]);
    return VALUE_NONE;
}

Value sys_own_hook(Vm *vm, const char *name) {
    Value sys = dict_get_str(vm, vm->modules, vm->names[N_sys]), hook = VALUE_NULL;
    Str *key = sys == VALUE_NULL ? NULL : str_intern_c(vm, name);
    bool failed;
    if (key != NULL) hook = object_getattr_opt(vm, sys, key, &failed);
    obj_release(vm, key);
    error_clear(vm);
    if (hook != VALUE_NULL && is_exact(vm, hook, T_builtin_function_or_method)) value_clear(vm, &hook);
    return hook;
}

static Value field(Vm *vm, Value v, const char *name) {
    Str *s = str_intern_c(vm, name);
    Value r = s == NULL ? VALUE_NULL : object_getattr(vm, v, s);
    obj_release(vm, s);
    return r;
}

static NATIVE(sys_unraisablehook) {
    UNUSED_ARGS;
    Value e = field(vm, args[0], "exc_value"), message = field(vm, args[0], "err_msg");
    Value object = field(vm, args[0], "object");
    bool ok = e != VALUE_NULL && message != VALUE_NULL && object != VALUE_NULL;
    if (ok) unraisable_print(vm, e, message, object);
    value_release(vm, e);
    value_release(vm, message);
    value_release(vm, object);
    return ok ? VALUE_NONE : VALUE_NULL;
}

static bool show_text(Vm *vm, Value file, Str *text) {
    if (is_exact(vm, file, T_text_file)) return text_file_put(vm, AS(TextFile, file), text);
    Str *write = str_intern_c(vm, "write");
    Value argument = obj_value(text);
    Value written = write == NULL ? VALUE_NULL : call_method(vm, file, write, &argument, 1);
    obj_release(vm, write);
    value_release(vm, written);
    return written != VALUE_NULL;
}

/* Shows a value that is not None on the standard output, and keeps it as builtins._. */
static NATIVE(sys_displayhook) {
    UNUSED_ARGS;
    if (args[0] == VALUE_NONE) return VALUE_NONE;
    Value text = object_repr(vm, args[0]);
    Value file = text_file_current(vm, 1);
    if (text == VALUE_NULL || file == VALUE_NULL || file == VALUE_NONE) {
        value_release(vm, text);
        return text == VALUE_NULL   ? VALUE_NULL
               : file == VALUE_NULL ? raise_error(vm, T_RuntimeError, "lost sys.stdout")
                                    : VALUE_NONE;
    }
    value_retain(file);
    bool ok = show_text(vm, file, AS(Str, text)) && show_text(vm, file, vm->chars['\n']);
    if (is_exact(vm, file, T_text_file)) text_file_settle(vm, AS(TextFile, file), false);
    value_release(vm, file);
    value_release(vm, text);
    Str *last = ok ? str_intern_c(vm, "_") : NULL;
    ok = last != NULL && dict_set_str(vm, vm->builtins, last, args[0]);
    obj_release(vm, last);
    return ok ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(sys_breakpointhook) {
    (void)self;
    return module_call_tail(vm, "_more", "breakpointhook", args, nargs, kwnames);
}

static NATIVE(sys_is_finalizing) {
    UNUSED_ARGS;
    return value_bool(vm->state->dev_finalizing);
}

static NATIVE(sys_none) {
    UNUSED_ARGS;
    (void)vm;
    return VALUE_NONE;
}

static const MethodDef sys_functions[] = {
    {"exit", sys_exit, 0, 1, false, METHOD_PLAIN, "Exit the interpreter by raising SystemExit(status)."},
    {"exception", sys_exception, 0, 0, false, METHOD_PLAIN, "Return the current exception."},
    {"exc_info", sys_exc_info, 0, 0, false, METHOD_PLAIN, "Return (type, value, traceback) of the current exception."},
    {"getrecursionlimit", sys_getrecursionlimit, 0, 0, false, METHOD_PLAIN, NULL},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1, false, METHOD_PLAIN, NULL},
    {"getrefcount", sys_getrefcount, 1, 1, false, METHOD_PLAIN, NULL},
    {"getsizeof", sys_getsizeof, 1, 2, false, METHOD_PLAIN, NULL},
    {"intern", sys_intern, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_int_max_str_digits", sys_get_digits, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_int_max_str_digits", sys_set_digits, 1, 1, false, METHOD_PLAIN, NULL},
    {"getdefaultencoding", sys_encoding, 0, 0, false, METHOD_PLAIN, NULL},
    {"getfilesystemencoding", sys_encoding, 0, 0, false, METHOD_PLAIN, NULL},
    {"_getframe", sys_getframe, 0, 1, false, METHOD_PLAIN, NULL},
    {"_current_frames", sys_current_frames, 0, 0, false, METHOD_PLAIN, NULL},
    {"_is_gil_enabled", sys_is_gil_enabled, 0, 0, false, METHOD_PLAIN, "Return True if the GIL is currently enabled."},
    {"_is_interned", sys_is_interned, 1, 1, false, METHOD_PLAIN, "Return True if the given string is \"interned\"."},
    {"getswitchinterval", sys_getswitchinterval, 0, 0, false, METHOD_PLAIN, NULL},
    {"setswitchinterval", sys_setswitchinterval, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_coroutine_origin_tracking_depth", sys_get_origin_depth, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_coroutine_origin_tracking_depth", sys_set_origin_depth, 1, 1, false, METHOD_PLAIN, NULL},
    {"get_asyncgen_hooks", sys_get_asyncgen_hooks, 0, 0, false, METHOD_PLAIN, NULL},
    {"set_asyncgen_hooks", sys_set_asyncgen_hooks, 0, 255, true, METHOD_PLAIN, NULL},
    {"excepthook", sys_excepthook, 3, 3, false, METHOD_PLAIN, NULL},
    {"unraisablehook", sys_unraisablehook, 1, 1, false, METHOD_PLAIN, NULL},
    {"displayhook", sys_displayhook, 1, 1, false, METHOD_PLAIN, NULL},
    {"is_finalizing", sys_is_finalizing, 0, 0, false, METHOD_PLAIN, NULL},
    {"gettrace", sys_gettrace, 0, 0, false, METHOD_PLAIN, NULL},
    {"getprofile", sys_getprofile, 0, 0, false, METHOD_PLAIN, NULL},
    {"breakpointhook", sys_breakpointhook, 0, 255, true, METHOD_PLAIN, "Call what $PYTHONBREAKPOINT names."},
    {"settrace", sys_settrace, 1, 1, false, METHOD_PLAIN, NULL},
    {"setprofile", sys_setprofile, 1, 1, false, METHOD_PLAIN, NULL},
    {"_settraceallthreads", sys_settraceallthreads, 1, 1, false, METHOD_PLAIN, NULL},
    {"_setprofileallthreads", sys_setprofileallthreads, 1, 1, false, METHOD_PLAIN, NULL},
    {"audit", sys_none, 1, 255, false, METHOD_PLAIN, NULL},
    {0},
};

static bool add_streams(Vm *vm, Module *m) {
    static const char *const names[][2] = {{"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int i = 0; i < 3; i++) {
        Value file = vm->state->std_files[i] == VALUE_NULL ? VALUE_NONE : vm->state->std_files[i];
        for (int k = 0; k < 2; k++)
            if (!module_add(vm, m, names[i][k], value_retain(file))) return false;
    }
    return true;
}

static bool add_hook_copies(Vm *vm, Module *m) {
    static const char *const names[][2] = {{"excepthook", "__excepthook__"},
                                           {"unraisablehook", "__unraisablehook__"},
                                           {"displayhook", "__displayhook__"},
                                           {"breakpointhook", "__breakpointhook__"}};
    for (int i = 0; i < 4; i++) {
        Value hook = value_retain(dict_get_c(vm, m->dict, names[i][0]));
        if (!module_add(vm, m, names[i][1], hook)) return false;
    }
    return true;
}

static Value builtin_names(Vm *vm) {
    static const char *const names[] = {
#define MODULE(id, name) name,
#include "modules.def"
#undef MODULE
    };
    Tuple *t = tuple_new(vm, MODULE_COUNT);
    for (uint32_t i = 0; t != NULL && i < MODULE_COUNT; i++) {
        t->items[i] = obj_value(str_new(vm, names[i]));
        if (t->items[i] == VALUE_NULL) {
            obj_release(vm, t);
            return VALUE_NULL;
        }
    }
    return obj_value(t);
}

static bool fill_sys(Vm *vm, Module *m) {
    Value argv = vm->state->sys_argv;
    argv = argv == VALUE_NULL ? obj_value(list_new(vm, 0)) : value_retain(argv);
    return module_add(vm, m, "argv", argv) && module_add_functions(vm, m, sys_functions) && sys_add_info(vm, m) &&
           add_streams(vm, m) && add_hook_copies(vm, m) &&
           module_add(vm, m, "modules", value_retain(obj_value(vm->modules))) &&
           module_add(vm, m, "builtin_module_names", builtin_names(vm));
}

Value module_init_sys(Vm *vm) {
    Module *m = module_new(vm, "sys");
    if (m == NULL || (fill_sys(vm, m) && module_add_more(vm, m))) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
