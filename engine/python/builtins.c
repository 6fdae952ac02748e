/* builtins.c: the module builtins: its names, and the functions about objects and iteration. */
#include "builtins.h"
#include "boot.h"
#include "modules.h"
#include "interp.h"
#include "iterators.h"
#include "walk.h"

int keyword_place(Vm *vm, const char *function, const char *const *names, Value name) {
    for (int i = 0; names[i] != NULL; i++)
        if (str_equals_c(AS(Str, name), names[i])) return i;
    raise_unexpected_keyword(vm, function, names, name);
    return -1;
}

bool keywords_bind(Vm *vm, const char *function, const char *const *names, const Value *values, Tuple *kwnames,
                   Value *out) {
    for (int i = 0; names[i] != NULL; i++) out[i] = VALUE_NULL;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        int place = keyword_place(vm, function, names, kwnames->items[i]);
        if (place < 0) return false;
        out[place] = values[i];
    }
    return true;
}

/* ---- objects */

static NATIVE(builtin_callable) {
    UNUSED_ARGS;
    return value_bool(object_is_callable(vm, args[0]));
}

static NATIVE(builtin_id) {
    UNUSED_ARGS;
    (void)vm;
    return int_from_uint64(vm, args[0]); /* addresses, or words of values that have none: never equal to each other */
}

static NATIVE(builtin_hash) {
    UNUSED_ARGS;
    int64_t hash;
    return object_hash(vm, args[0], &hash) ? int_from_int64(vm, hash) : VALUE_NULL;
}

static NATIVE(builtin_len) {
    UNUSED_ARGS;
    int64_t n = object_length(vm, args[0]);
    return n < 0 ? VALUE_NULL : int_from_int64(vm, n);
}

static NATIVE(builtin_repr) {
    UNUSED_ARGS;
    return object_repr(vm, args[0]);
}

static NATIVE(builtin_ascii) {
    UNUSED_ARGS;
    return object_ascii(vm, args[0]);
}

static NATIVE(builtin_format) {
    UNUSED_ARGS;
    if (nargs > 1 && !is_str(args[1]))
        return raise_error(vm, T_TypeError, "format() argument 2 must be str, not %B", args[1]);
    return object_format(vm, args[0], nargs > 1 ? AS(Str, args[1]) : NULL);
}

static NATIVE(builtin_isinstance) {
    UNUSED_ARGS;
    int r = object_isinstance(vm, args[0], args[1]);
    return r < 0 ? VALUE_NULL : value_bool(r);
}

static NATIVE(builtin_issubclass) {
    UNUSED_ARGS;
    int r = object_issubclass(vm, args[0], args[1]);
    return r < 0 ? VALUE_NULL : value_bool(r);
}

/* The name of getattr() and its like, interned (owned); NULL with TypeError. */
static Str *attribute_name(Vm *vm, Value name) {
    if (!is_str(name)) {
        raise_error(vm, T_TypeError, "attribute name must be string, not '%T'", name);
        return NULL;
    }
    value_retain(name);
    return str_intern(vm, AS(Str, name));
}

static NATIVE(builtin_getattr) {
    UNUSED_ARGS;
    Str *name = attribute_name(vm, args[1]);
    if (name == NULL) return VALUE_NULL;
    Value v;
    if (nargs < 3) {
        v = object_getattr(vm, args[0], name);
    } else {
        bool failed = false;
        v = object_getattr_opt(vm, args[0], name, &failed);
        if (v == VALUE_NULL && !failed) v = value_retain(args[2]);
    }
    obj_release(vm, name);
    return v;
}

static NATIVE(builtin_hasattr) {
    UNUSED_ARGS;
    Str *name = attribute_name(vm, args[1]);
    if (name == NULL) return VALUE_NULL;
    bool failed = false;
    Value v = object_getattr_opt(vm, args[0], name, &failed);
    obj_release(vm, name);
    if (failed) return VALUE_NULL;
    value_release(vm, v);
    return value_bool(v != VALUE_NULL);
}

static Value set_attribute(Vm *vm, Value object, Value key, Value value) {
    Str *name = attribute_name(vm, key);
    if (name == NULL) return VALUE_NULL;
    bool ok = object_setattr(vm, object, name, value);
    obj_release(vm, name);
    return ok ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(builtin_setattr) {
    UNUSED_ARGS;
    return set_attribute(vm, args[0], args[1], args[2]);
}

static NATIVE(builtin_delattr) {
    UNUSED_ARGS;
    return set_attribute(vm, args[0], args[1], VALUE_NULL);
}

/* ---- iteration */

static NATIVE(builtin_iter) {
    UNUSED_ARGS;
    if (nargs == 1) return object_iter(vm, args[0]);
    if (!object_is_callable(vm, args[0])) return raise_error(vm, T_TypeError, "iter(v, w): v must be callable");
    return callable_iterator_new(vm, args[0], args[1]);
}

static NATIVE(builtin_next) {
    UNUSED_ARGS;
    return next_tail(vm, args[0], nargs > 1 ? args[1] : VALUE_NULL);
}

static NATIVE(builtin_aiter) {
    UNUSED_ARGS;
    Type *type = type_of(vm, args[0]);
    if (type->slots.aiter == NULL) return raise_error(vm, T_TypeError, "'%T' object is not an async iterable", args[0]);
    Value it = type->slots.aiter(vm, args[0]);
    if (it == VALUE_NULL || type_of(vm, it)->slots.anext != NULL) return it;
    raise_error(vm, T_TypeError, "aiter() returned not an async iterator of type '%T'", it);
    value_release(vm, it);
    return VALUE_NULL;
}

static NATIVE(builtin_anext) {
    UNUSED_ARGS;
    Type *type = type_of(vm, args[0]);
    if (type->slots.anext == NULL) return raise_error(vm, T_TypeError, "'%T' object is not an async iterator", args[0]);
    Value awaitable = type->slots.anext(vm, args[0]);
    if (awaitable == VALUE_NULL || nargs < 2) return awaitable;
    Value r = anext_awaitable_new(vm, awaitable, args[1]);
    value_release(vm, awaitable);
    return r;
}

/* Stops at the first item whose truth is `stop_at`. */
static Value any_or_all(Vm *vm, Value iterable, bool stop_at) {
    Value iterator = object_iter(vm, iterable), item;
    if (iterator == VALUE_NULL) return VALUE_NULL;
    int truth = !stop_at;
    while (truth == !stop_at && (item = object_next(vm, iterator)) != VALUE_NULL) {
        truth = object_truth(vm, item);
        value_release(vm, item);
    }
    value_release(vm, iterator);
    return truth < 0 || error_is_set(vm) ? VALUE_NULL : value_bool(truth);
}

/* The same by walking: state[0] is the answer so far. */
static enum walk_go truth_item(Vm *vm, Value *state, Value item) {
    int truth = object_truth(vm, item);
    value_release(vm, item);
    if (truth < 0) return WALK_FAILED;
    if (value_bool(truth) == state[0]) return WALK_ON;
    state[0] = value_bool(truth);
    return WALK_ENOUGH;
}

static bool truth_quick(Vm *vm, Value *state, Value item) {
    (void)vm;
    return item == state[0];
}

static Value truth_end(Vm *vm, Value *state) {
    (void)vm;
    return state[0];
}

static Value any_or_all_tail(Vm *vm, Value iterable, bool stop_at) {
    static const WalkOps ops = {truth_item, truth_quick, truth_end};
    Value iterator, answer = value_bool(!stop_at);
    int walk = walk_wanted(vm, iterable, &iterator);
    if (walk == 0) return any_or_all(vm, iterable, stop_at);
    return walk < 0 ? VALUE_NULL : walk_tail(vm, &ops, iterator, &answer, 1);
}

static NATIVE(builtin_all) {
    UNUSED_ARGS;
    return any_or_all_tail(vm, args[0], false);
}

static NATIVE(builtin_any) {
    UNUSED_ARGS;
    return any_or_all_tail(vm, args[0], true);
}

static Value sort_list(Vm *vm, Value list, Value key, bool reverse) { /* takes the list over */
    Value sorted = list == VALUE_NULL ? VALUE_NULL : list_sort_tail(vm, list, key, reverse, list);
    value_release(vm, list);
    return sorted;
}

/* state[1]: (key, reverse) */
static Value walked_sorted(Vm *vm, Value *state) {
    const Tuple *how = AS(Tuple, state[1]);
    return sort_list(vm, value_retain(state[0]), how->items[0], how->items[1] == VALUE_TRUE);
}

static Value sorted_walk(Vm *vm, Value iterator, Value key, bool reverse) {
    static const WalkOps ops = {walk_append, walk_append_quick, walked_sorted};
    Tuple *how = tuple_pack(vm, 2, key == VALUE_NULL ? VALUE_NONE : key, value_bool(reverse));
    if (how != NULL) return walk_list_tail(vm, &ops, iterator, obj_value(how));
    value_release(vm, iterator);
    return VALUE_NULL;
}

static NATIVE(builtin_sorted) {
    (void)self;
    static const char *const names[] = {"key", "reverse", NULL};
    Value out[2];
    if (nargs != 1) return raise_error(vm, T_TypeError, "sorted expected 1 argument, got %u", nargs);
    if (!keywords_bind(vm, "sort", names, args + 1, kwnames, out)) return VALUE_NULL;
    int reverse = out[1] == VALUE_NULL ? 0 : object_truth(vm, out[1]);
    if (reverse < 0) return VALUE_NULL;
    Value iterator;
    int walk = walk_wanted(vm, args[0], &iterator);
    if (walk < 0) return VALUE_NULL;
    if (walk > 0 && object_length_hint(vm, args[0]) >= 0) return sorted_walk(vm, iterator, out[0], reverse != 0);
    if (walk > 0) {
        value_release(vm, iterator);
        return VALUE_NULL;
    }
    return sort_list(vm, list_from_iterable(vm, args[0]), out[0], reverse != 0);
}

/* ---- the program */

/* exit and quit: objects that say what they are for, and end the program when they are called. */
typedef struct Quitter {
    Obj head;
    const char *name;
} Quitter;

static Value quitter_new(Vm *vm, const char *name) {
    Quitter *quitter = object_new(vm, TYPE(vm, Quitter), 0);
    if (quitter == NULL) return VALUE_NULL;
    quitter->name = name;
    return obj_value(quitter);
}

static Value quitter_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "Use %s() or Ctrl-D (i.e. EOF) to exit", AS(Quitter, self)->name));
}

static Value quitter_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"code", NULL};
    static const ArgSpec spec = {"Quitter.__call__", names, 0, 1, 0};
    (void)self;
    Value code;
    if (nargs > 1) /* as the method that it is in CPython, which counts self */
        return raise_error(vm, T_TypeError, "%s() takes from 1 to 2 positional arguments but %u were given",
                           spec.function, nargs + 1);
    if (!args_bind_python(vm, &spec, args, nargs, kwnames, &code)) return VALUE_NULL;
    Value e = exception_new(vm, T_SystemExit, code == VALUE_NULL ? VALUE_NONE : code);
    if (e == VALUE_NULL) return VALUE_NULL;
    raise_value(vm, e);
    value_release(vm, e);
    return VALUE_NULL;
}

const TypeDef type_Quitter_def = {
    .name = "_sitebuiltins.Quitter",
    .size = sizeof(Quitter),
    .flags = TYPE_NO_NEW,
    .slots = {.repr = quitter_repr, .call = quitter_call},
};

/* copyright, credits and license: they say what they say when they are shown, or called. */
static const char *const printer_texts[][2] = {
    {"copyright", "Copyright (c) the authors of Loopscope"},
    {"credits", "Thanks to all who have made Python, and to all who have made its asyncio what it is."},
    {"license", "Loopscope has the MIT licence; Python's is at https://www.python.org/psf/license/"},
};

static Value printer_repr(Vm *vm, Value self) {
    return obj_value(str_new(vm, AS(Quitter, self)->name));
}

static Value printer_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)kwnames;
    if (nargs > 0)
        return raise_error(vm, T_TypeError, "_Printer.__call__() takes 1 positional argument but %u were given",
                           nargs + 1);
    Value print = dict_get_c(vm, vm->builtins, "print");
    return print == VALUE_NULL ? VALUE_NONE : call_tail(vm, print, &self, 1, NULL);
}

const TypeDef type_Printer_def = {
    .name = "_sitebuiltins._Printer",
    .size = sizeof(Quitter),
    .flags = TYPE_NO_NEW,
    .slots = {.repr = printer_repr, .call = printer_call},
};

static bool add_printers(Vm *vm, Module *m) {
    for (size_t i = 0; i < sizeof printer_texts / sizeof *printer_texts; i++) {
        Quitter *printer = object_new(vm, TYPE(vm, Printer), 0);
        if (printer == NULL) return false;
        printer->name = printer_texts[i][1];
        if (!module_add(vm, m, printer_texts[i][0], obj_value(printer))) return false;
    }
    return true;
}

/* help is pydoc's, which is loaded when a program first asks for it. */
static NATIVE(builtin_help) {
    (void)self;
    return module_call(vm, NAME(vm, pydoc), NAME(vm, help), args, nargs, kwnames);
}

static NATIVE(builtin_breakpoint) {
    (void)self;
    Value sys = dict_get_str(vm, vm->modules, NAME(vm, sys)), hook = VALUE_NULL;
    Str *name = str_intern_c(vm, "breakpointhook");
    if (name == NULL) return VALUE_NULL;
    bool failed = false;
    if (sys != VALUE_NULL) hook = object_getattr_opt(vm, sys, name, &failed);
    obj_release(vm, name);
    if (hook == VALUE_NULL) return failed ? VALUE_NULL : raise_error(vm, T_RuntimeError, "lost sys.breakpointhook");
    Value result = call_tail(vm, hook, args, nargs, kwnames);
    value_release(vm, hook);
    return result;
}

/* Files are guest code, which is loaded when a program first opens one. */
static NATIVE(builtin_open) {
    (void)self;
    return module_call(vm, NAME(vm, io), NAME(vm, _open), args, nargs, kwnames);
}

/* What a t-string is compiled to calls a class of string.templatelib. */
static Value call_templatelib(Vm *vm, Str *name, const Value *args, uint32_t nargs) {
    Str *full = str_new(vm, "string.templatelib");
    Value module = full == NULL ? VALUE_NULL : module_import(vm, full);
    obj_release(vm, full);
    Value made = module == VALUE_NULL ? VALUE_NULL : call_method(vm, module, name, args, nargs);
    value_release(vm, module);
    return made;
}

static NATIVE(builtin_template) {
    (void)self, (void)kwnames;
    return call_templatelib(vm, NAME(vm, Template), args, nargs);
}

static NATIVE(builtin_interpolation) {
    (void)self, (void)kwnames;
    return call_templatelib(vm, NAME(vm, Interpolation), args, nargs);
}

const MethodDef builtins_core[] = {
    {"callable", builtin_callable, 1, 1, false, METHOD_AGAIN, "Return whether the object is callable."},
    {"id", builtin_id, 1, 1, false, METHOD_PLAIN, "Return the identity of an object."},
    {"hash", builtin_hash, 1, 1, false, METHOD_AGAIN, "Return the hash value for the given object."},
    {"len", builtin_len, 1, 1, false, METHOD_AGAIN, "Return the number of items in a container."},
    {"repr", builtin_repr, 1, 1, false, METHOD_AGAIN, "Return the canonical string representation of the object."},
    {"ascii", builtin_ascii, 1, 1, false, METHOD_AGAIN, "Return an ASCII-only representation of an object."},
    {"format", builtin_format, 1, 2, false, METHOD_AGAIN, "Return type(value).__format__(value, format_spec)."},
    {"isinstance", builtin_isinstance, 2, 2, false, METHOD_AGAIN,
     "Return whether an object is an instance of a class."},
    {"issubclass", builtin_issubclass, 2, 2, false, METHOD_AGAIN, "Return whether a class is derived from another."},
    {"getattr", builtin_getattr, 2, 3, false, METHOD_AGAIN, "Get a named attribute from an object."},
    {"hasattr", builtin_hasattr, 2, 2, false, METHOD_AGAIN, "Return whether the object has an attribute of that name."},
    {"setattr", builtin_setattr, 3, 3, false, METHOD_AGAIN, "Set the named attribute on the given object."},
    {"delattr", builtin_delattr, 2, 2, false, METHOD_AGAIN, "Delete the named attribute from the given object."},
    {"iter", builtin_iter, 1, 2, false, METHOD_AGAIN, "Get an iterator from an object."},
    {"next", builtin_next, 1, 2, false, METHOD_PLAIN, "Return the next item from the iterator."},
    {"aiter", builtin_aiter, 1, 1, false, METHOD_PLAIN, "Return an AsyncIterator for an AsyncIterable object."},
    {"anext", builtin_anext, 1, 2, false, METHOD_PLAIN, "Return the next item from the async iterator."},
    {"all", builtin_all, 1, 1, false, METHOD_AGAIN_TAKES, "Return True if bool(x) is True for all values x."},
    {"any", builtin_any, 1, 1, false, METHOD_AGAIN_TAKES, "Return True if bool(x) is True for any x."},
    {"sorted", builtin_sorted, 0, 255, true, METHOD_AGAIN_TAKES, "Return a new list of all items in ascending order."},
    {"help", builtin_help, 0, 255, true, METHOD_PLAIN, NULL},
    {"breakpoint", builtin_breakpoint, 0, 255, true, METHOD_PLAIN, NULL},
    {"open", builtin_open, 0, 255, true, METHOD_PLAIN, NULL},
    {"<template>", builtin_template, 0, UINT8_MAX, false, METHOD_PLAIN, NULL},
    {"<interpolation>", builtin_interpolation, 4, 4, false, METHOD_PLAIN, NULL},
    {0},
};

/* ---- the module */

static const uint16_t type_names[] = {
    T_object,      T_type,     T_int,   T_bool,      T_float, T_complex,   T_str,    T_bytes,    T_bytearray,
    T_memoryview,  T_tuple,    T_list,  T_dict,      T_set,   T_frozenset, T_range,  T_slice,    T_staticmethod,
    T_classmethod, T_property, T_super, T_enumerate, T_zip,   T_map,       T_filter, T_reversed,
};

static bool add_type(Vm *vm, Module *m, uint32_t id) {
    Type *type = vm->types[id];
    return dict_set_str(vm, m->dict, type->name, obj_value(type));
}

static bool add_types(Vm *vm, Module *m) {
    for (size_t i = 0; i < sizeof type_names / sizeof *type_names; i++)
        if (!add_type(vm, m, type_names[i])) return false;
    for (uint32_t id = T_BaseException; id < TYPE_ID_COUNT; id++)
        if (!add_type(vm, m, id)) return false;
    Value os_error = obj_value(TYPE(vm, OSError));
    return module_add(vm, m, "EnvironmentError", value_retain(os_error)) &&
           module_add(vm, m, "IOError", value_retain(os_error));
}

/* In CPython's order: of names that are equally near to a wrong one the first is suggested. */
static const char in_order[] =
    "__build_class__ __import__ abs all any ascii bin breakpoint callable chr compile delattr dir divmod eval exec "
    "format "
    "getattr globals hasattr hash hex id input isinstance issubclass iter aiter len locals max min next anext oct ord "
    "pow "
    "print repr round setattr sorted sum vars None Ellipsis NotImplemented False True bool memoryview bytearray bytes "
    "classmethod complex dict enumerate filter float frozenset property int list map object range reversed set slice "
    "staticmethod str super tuple type zip ";

/* Keeps the places of names that are added after it. */
static bool add_places(Vm *vm, Module *m) {
    for (const char *at = in_order; *at != '\0';) {
        size_t length = strcspn(at, " ");
        Str *name = str_intern_utf8(vm, at, length);
        bool fine = name != NULL && dict_set_str(vm, m->dict, name, VALUE_NONE);
        obj_release(vm, name);
        if (!fine) return false;
        at += length + 1;
    }
    return true;
}

static bool add_names(Vm *vm, Module *m) {
    return add_places(vm, m) && module_add_functions(vm, m, builtins_core) &&
           module_add_functions(vm, m, builtins_io) && module_add_functions(vm, m, builtins_code) &&
           module_add_functions(vm, m, builtins_math) &&
           module_add(vm, m, "__build_class__", native_new(vm, &build_class_def, VALUE_NULL, m->name)) &&
           module_add(vm, m, "exit", quitter_new(vm, "exit")) && module_add(vm, m, "quit", quitter_new(vm, "quit")) &&
           add_printers(vm, m) && add_types(vm, m) && module_add(vm, m, "None", VALUE_NONE) &&
           module_add(vm, m, "True", VALUE_TRUE) && module_add(vm, m, "False", VALUE_FALSE) &&
           module_add(vm, m, "NotImplemented", VALUE_NOT_IMPLEMENTED) &&
           module_add(vm, m, "Ellipsis", VALUE_ELLIPSIS) && module_add(vm, m, "__debug__", VALUE_TRUE);
}

Value module_init_builtins(Vm *vm) {
    Module *m = module_new(vm, "builtins");
    if (m == NULL || add_names(vm, m)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}

bool builtins_boot(Vm *vm) {
    Value module = module_init_builtins(vm);
    if (module == VALUE_NULL) return false;
    vm->builtins = AS(Module, module)->dict;
    obj_retain(vm->builtins);
    bool ok = dict_set_str(vm, vm->modules, NAME(vm, builtins), module);
    value_release(vm, module);
    return ok;
}
