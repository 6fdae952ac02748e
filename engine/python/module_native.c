/* module_native.c: the module _native: for classes of the guest library that CPython has in C. */
#include "builtins.h"
#include "frame.h"
#include "modules.h"
#include "monitoring.h"
#include "settrace.h"
#include "types_private.h"

/* like_c(x, ...): x looks like what CPython has in C. Gives the first, for decorators.
 * A class: messages show it with its module, and its attributes stay as they are; its methods are such functions.
 * A function: calls that do not fit it are refused in the words of functions in C.
 */
static bool class_like_c(Vm *vm, Type *type) {
    Str *shown = type_full_name(vm, type);
    if (shown == NULL) return false;
    obj_release(vm, type->shown);
    type->shown = shown;
    type->flags |= TYPE_IMMUTABLE;
    uint32_t at = 0;
    Value name, value;
    while (dict_next(type->dict, &at, &name, &value))
        if (is_exact(vm, value, T_function)) AS(Function, value)->code->flags |= CODE_LIKE_C;
    return true;
}

/* Neither written in a class or function nor a lambda. */
static bool of_module(const Code *code) {
    for (uint32_t i = 0; i < code->qualname->length; i++)
        if (str_at(code->qualname, i) == '.' || str_at(code->qualname, i) == '<') return false;
    return true;
}

static NATIVE(native_like_c) {
    (void)self, (void)kwnames;
    for (uint32_t i = 0; i < nargs; i++) {
        if (is_exact(vm, args[i], T_function)) {
            Code *code = AS(Function, args[i])->code;
            code->flags |= of_module(code) ? CODE_LIKE_C | CODE_UNBOUND : CODE_LIKE_C;
        } else if (!is_type(args[i]) || !(AS(Type, args[i])->flags & TYPE_HEAP)) {
            return raise_error(vm, T_TypeError, "a class or function is needed");
        } else if (!class_like_c(vm, AS(Type, args[i]))) {
            return VALUE_NULL;
        }
    }
    return value_retain(args[0]);
}

/* like_parsed(function, ...): like_c, for functions that read their arguments in the old way (PyArg_Parse). */
static NATIVE(native_like_parsed) {
    for (uint32_t i = 0; i < nargs; i++)
        if (is_exact(vm, args[i], T_function)) AS(Function, args[i])->code->flags |= CODE_PARSED;
    return native_like_c(vm, self, args, nargs, kwnames);
}

/* final(class, ...): like_c, and nothing can be derived from them. Gives the first. */
static NATIVE(native_final) {
    if (native_like_c(vm, self, args, nargs, kwnames) == VALUE_NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < nargs; i++)
        if (is_type(args[i])) AS(Type, args[i])->flags &= ~(uint32_t)TYPE_BASE;
    return args[0]; /* like_c's reference */
}

/* hidden(class): CPython has no such base of its subclasses: they do not show it. Gives the class, for decorators. */
static NATIVE(native_hidden) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_type(args[0])) return raise_error(vm, T_TypeError, "a class is needed");
    AS(Type, args[0])->flags |= TYPE_HIDDEN;
    return value_retain(args[0]);
}

/* in_c(function, builtin): calls of the function are calls of the builtin: for what CPython has in Python and the
 * engine in C. */
static NATIVE(native_in_c) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_exact(vm, args[0], T_function) || !is_exact(vm, args[1], T_builtin_function_or_method))
        return raise_error(vm, T_TypeError, "a function and a builtin are needed");
    Function *fn = AS(Function, args[0]);
    value_set(vm, &fn->native, value_retain(args[1]));
    fn->code->flags |= CODE_IN_C;
    return VALUE_NONE;
}

static void match_below(Type *type, uint32_t kind) {
    if ((type->flags & TYPE_IMMUTABLE) || (type->flags & TYPE_PATTERNS) == kind) return;
    type->flags = (type->flags & ~(uint32_t)TYPE_PATTERNS) | kind;
    for (uint32_t i = 0; type->subclasses != NULL && i < type->subclasses->length; i++)
        match_below((Type *)(uintptr_t)value_as_small(type->subclasses->items[i]), kind);
}

/* match_like(class, other): sequence or mapping patterns that accept instances of the other class accept those of the
 * class and of all below it. */
static NATIVE(native_match_like) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_type(args[0]) || !is_type(args[1])) return raise_error(vm, T_TypeError, "two classes are needed");
    uint32_t kind = AS(Type, args[1])->flags & TYPE_PATTERNS;
    if (kind != 0) match_below(AS(Type, args[0]), kind);
    return VALUE_NONE;
}

/* ---- what the collector knows, for gc.get_objects and its kin */

typedef struct Seen {
    Vm *vm;
    Value *items; /* NULL while they are counted */
    uint32_t count, room;
} Seen;

/* What a program may hold: objects of its own classes and of the common builtin ones, nothing of the engine's inside.
 */
static bool is_a_programs(Vm *vm, const Obj *o) {
    static const uint8_t shown[] = {T_list,     T_dict,   T_tuple,  T_set, T_frozenset,
                                    T_function, T_method, T_module, T_type};
    if (o->type == NULL || !(o->type->flags & TYPE_GC)) return false;
    if (o->type->flags & TYPE_HEAP) return true;
    for (size_t i = 0; i < sizeof shown; i++)
        if (is_exact(vm, obj_value((void *)(uintptr_t)o), shown[i])) return true;
    return false;
}

static void see(void *context, Value v) {
    Seen *seen = context;
    if (!value_is_obj(v) || v == VALUE_NULL) return;
    if (seen->items != NULL && seen->count < seen->room) seen->items[seen->count] = v;
    seen->count++;
}

static void see_tracked(void *context, void *object) {
    Seen *seen = context;
    if (is_a_programs(seen->vm, object)) see(seen, obj_value(object));
}

/* A list of what `walk` tells of, which is asked twice: nothing may be allocated while it does. */
static Value seen_list(Vm *vm, void (*walk)(Seen *seen, Obj *of), Obj *of) {
    Seen seen = {vm, NULL, 0, 0};
    walk(&seen, of);
    uint32_t room = seen.count;
    seen.items = mem_alloc(vm->mem, (room + 1) * sizeof *seen.items);
    if (seen.items == NULL) return raise_no_memory(vm);
    seen.room = room;
    seen.count = 0;
    walk(&seen, of);
    uint32_t count = seen.count < room ? seen.count : room;
    for (uint32_t i = 0; i < count; i++) value_retain(seen.items[i]);
    List *list = list_new(vm, 0);
    bool ok = list != NULL;
    for (uint32_t i = 0; i < count; i++) {
        ok = ok && list_append(vm, list, seen.items[i]);
        value_release(vm, seen.items[i]);
    }
    mem_free(vm->mem, seen.items, (room + 1) * sizeof *seen.items);
    if (ok) return obj_value(list);
    obj_release(vm, list);
    return VALUE_NULL;
}

static void walk_all(Seen *seen, Obj *of) {
    (void)of;
    mem_objects_walk(seen->vm->mem, see_tracked, seen);
}

static void walk_one(Seen *seen, Obj *of) {
    object_traverse(of, see, seen);
}

/* objects(): what the collector watches. referents(x): what x refers to. */
static NATIVE(native_objects) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    return seen_list(vm, walk_all, NULL);
}

static NATIVE(native_referents) {
    (void)self, (void)nargs, (void)kwnames;
    if (!value_is_obj(args[0])) return obj_value(list_new(vm, 0));
    return seen_list(vm, walk_one, value_obj(args[0]));
}

/* index(x): what operator.index gives. */
static NATIVE(native_index) {
    (void)self, (void)nargs, (void)kwnames;
    return object_index(vm, args[0]);
}

/* length_hint(x, default), of an int. */
static NATIVE(native_length_hint) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t otherwise;
    if (!object_as_index(vm, args[1], &otherwise, INDEX_ARGUMENT)) return VALUE_NULL;
    int64_t hint = object_length_hint_or(vm, args[0], otherwise);
    return hint < 0 ? VALUE_NULL : int_from_int64(vm, hint);
}

/* iterator_types(): the types of the iterators that itertools makes of generators, by name. */
static NATIVE(native_iterator_types) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    static const char *const names[] = {"itertools.accumulate",  "itertools.batched",   "itertools.chain",
                                        "itertools.compress",    "itertools.cycle",     "itertools.dropwhile",
                                        "itertools.filterfalse", "itertools.islice",    "itertools.pairwise",
                                        "itertools.starmap",     "itertools.takewhile", "itertools.zip_longest"};
    Dict *types = dict_new(vm);
    for (size_t i = 0; types != NULL && i < sizeof names / sizeof *names; i++) {
        Value type = gen_iterator_type(vm, names[i]);
        bool ok = type != VALUE_NULL && dict_set_str(vm, types, AS(Type, type)->name, type);
        value_release(vm, type);
        if (ok) continue;
        obj_release(vm, types);
        return VALUE_NULL;
    }
    return obj_value(types);
}

/* tracing_busy(n): of so many listeners that run now, as the thread knows it; what it was before. */
static NATIVE(native_tracing_busy) {
    (void)self, (void)nargs, (void)kwnames;
    Tracing *tracing = vm->thread->tracing;
    uint32_t before = tracing == NULL ? 0 : tracing->busy;
    if (tracing != NULL) tracing->busy = (uint32_t)value_as_small(args[0]);
    return value_small(before);
}

/* global_names(code): the names that a code object looks up in its globals and in builtins; loaded_names(code): those
 * that it reads there, and those that it reads as attributes. */
static NATIVE(native_global_names) {
    (void)self, (void)nargs, (void)kwnames;
    if (is_exact(vm, args[0], T_code)) return code_names_of(vm, AS(Code, args[0]), NAMES_GLOBAL);
    return raise_error(vm, T_TypeError, "a code object is needed");
}

static NATIVE(native_loaded_names) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_exact(vm, args[0], T_code)) return raise_error(vm, T_TypeError, "a code object is needed");
    Value globals = code_names_of(vm, AS(Code, args[0]), NAMES_LOADED_GLOBAL);
    Value attributes = globals == VALUE_NULL ? VALUE_NULL : code_names_of(vm, AS(Code, args[0]), NAMES_ATTRIBUTE);
    Tuple *both = attributes == VALUE_NULL ? NULL : tuple_pack(vm, 2, globals, attributes);
    value_release(vm, globals);
    value_release(vm, attributes);
    return obj_value(both);
}

static const MethodDef native_functions[] = {
    {"iterator_types", native_iterator_types, 0, 0, false, METHOD_PLAIN, NULL},
    {"index", native_index, 1, 1, false, METHOD_AGAIN, "Same as a.__index__()"},
    {"length_hint", native_length_hint, 2, 2, false, METHOD_PLAIN, NULL},
    {"final", native_final, 1, 255, false, METHOD_PLAIN, NULL},
    {"global_names", native_global_names, 1, 1, false, METHOD_PLAIN, NULL},
    {"hidden", native_hidden, 1, 1, false, METHOD_PLAIN, NULL},
    {"in_c", native_in_c, 2, 2, false, METHOD_PLAIN, NULL},
    {"like_c", native_like_c, 1, 255, false, METHOD_PLAIN, NULL},
    {"like_parsed", native_like_parsed, 1, 255, false, METHOD_PLAIN, NULL},
    {"loaded_names", native_loaded_names, 1, 1, false, METHOD_PLAIN, NULL},
    {"match_like", native_match_like, 2, 2, false, METHOD_PLAIN, NULL},
    {"monitor", native_monitor, 3, 3, false, METHOD_PLAIN, NULL},
    {"monitor_callback", native_monitor_callback, 3, 3, false, METHOD_PLAIN, NULL},
    {"monitor_events", native_monitor_events, 2, 2, false, METHOD_PLAIN, NULL},
    {"monitor_restart", native_monitor_restart, 2, 2, false, METHOD_PLAIN, NULL},
    {"objects", native_objects, 0, 0, false, METHOD_PLAIN, NULL},
    {"tracing_busy", native_tracing_busy, 1, 1, false, METHOD_PLAIN, NULL},
    {"referents", native_referents, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

Value module_init__native(Vm *vm) {
    Module *m = module_new(vm, "_native");
    if (m != NULL && module_add_functions(vm, m, native_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
