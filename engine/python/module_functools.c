/* module_functools.c: the parts of functools that must be quick: partial and reduce. The rest is guest Python. */
#include "module_functools.h"
#include "dict.h"
#include "guard.h"
#include "modules.h"
#include "types_private.h"
#include "vm_state.h"
#include "walk.h"
#include <stddef.h>

typedef struct Partial {
    Obj head;
    void *attrs_[3]; /* Attrs block, shape.h */
    void *weakrefs;
    Value function;
    Tuple *args;
    Dict *keywords;
    uint32_t holes; /* so many of args are Placeholder */
} Partial;

static void partial_dealloc(Vm *vm, Obj *self) {
    Partial *p = (Partial *)self;
    Tuple *args = p->args;
    Dict *keywords = p->keywords;
    p->args = NULL;
    p->keywords = NULL;
    value_clear(vm, &p->function);
    obj_release(vm, args);
    obj_release(vm, keywords);
}

static void partial_traverse(Obj *self, VisitFn visit, void *context) {
    Partial *p = (Partial *)self;
    visit(context, p->function);
    if (p->args != NULL) visit(context, obj_value(p->args));
    if (p->keywords != NULL) visit(context, obj_value(p->keywords));
}

/* functools.Placeholder is the one object of its type. */
static bool is_placeholder(Vm *vm, Value v) {
    return value_is_obj(v) && value_obj(v)->type == vm->state->module_state[STATE_placeholder];
}

/* `holes` placeholders of `first` (NULL: none) get the first of the arguments, as far as there are any; the others
 * follow. */
static Tuple *joined(Vm *vm, const Tuple *first, uint32_t holes, const Value *args, uint32_t nargs) {
    uint32_t n = first == NULL ? 0 : first->length, taken = 0, fill = holes < nargs ? holes : nargs;
    Tuple *t = tuple_new(vm, n + nargs - fill);
    if (t == NULL) return NULL;
    for (uint32_t i = 0; i < n; i++) {
        bool hole = taken < fill && is_placeholder(vm, first->items[i]);
        t->items[i] = value_retain(hole ? args[taken++] : first->items[i]);
    }
    for (uint32_t i = n; taken < nargs; i++) t->items[i] = value_retain(args[taken++]);
    return t;
}

static uint32_t count_holes(Vm *vm, const Tuple *args) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < args->length; i++) count += is_placeholder(vm, args->items[i]);
    return count;
}

static bool check_placeholders(Vm *vm, const Value *args, uint32_t nargs, const Tuple *kwnames) {
    if (nargs > 0 && is_placeholder(vm, args[nargs - 1])) {
        raise_error(vm, T_TypeError, "trailing Placeholders are not allowed");
        return false;
    }
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        if (!is_placeholder(vm, args[nargs + i])) continue;
        raise_error(vm, T_TypeError, "Placeholder cannot be passed as a keyword argument");
        return false;
    }
    return true;
}

/* A copy of `base` (NULL: empty) with the keywords of a call. */
static Dict *merged(Vm *vm, Dict *base, const Value *values, Tuple *kwnames) {
    Dict *d = base == NULL ? dict_new(vm) : dict_copy(vm, base);
    for (uint32_t i = 0; d != NULL && kwnames != NULL && i < kwnames->length; i++) {
        if (dict_set(vm, d, kwnames->items[i], values[i])) continue;
        obj_release(vm, d);
        return NULL;
    }
    return d;
}

static Value partial_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

static bool is_partial(Value v) {
    return value_is_obj(v) && value_obj(v)->type->slots.call == partial_call;
}

static Value partial_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs < 1) return raise_error(vm, T_TypeError, "type 'partial' takes at least one argument");
    if (!object_is_callable(vm, args[0])) return raise_error(vm, T_TypeError, "the first argument must be callable");
    if (!check_placeholders(vm, args + 1, nargs - 1, kwnames)) return VALUE_NULL;
    Partial *inner = is_partial(args[0]) ? AS(Partial, args[0]) : NULL;
    Partial *p = object_new(vm, type, 0);
    if (p == NULL) return VALUE_NULL;
    p->function = value_retain(inner != NULL ? inner->function : args[0]);
    p->args = joined(vm, inner == NULL ? NULL : inner->args, inner == NULL ? 0 : inner->holes, args + 1, nargs - 1);
    p->keywords = merged(vm, inner == NULL ? NULL : inner->keywords, args + nargs, kwnames);
    if (p->args != NULL) p->holes = count_holes(vm, p->args);
    if (p->args != NULL && p->keywords != NULL) return obj_value(p);
    obj_release(vm, p);
    return VALUE_NULL;
}

#define PARTIAL_SMALL 16

/* No keywords of its own: the arguments follow each other in one array. */
static Value call_positional(Vm *vm, Partial *p, const Value *args, uint32_t nargs, Tuple *kwnames) {
    uint32_t mine = p->args->length, all = mine + nargs + (kwnames == NULL ? 0 : kwnames->length);
    Value small[PARTIAL_SMALL], *v = small;
    if (all > PARTIAL_SMALL) {
        v = mem_alloc(vm->mem, all * sizeof *v);
        if (v == NULL) return raise_no_memory(vm);
    }
    for (uint32_t i = 0; i < mine; i++) v[i] = p->args->items[i];
    for (uint32_t i = mine; i < all; i++) v[i] = args[i - mine];
    Value r = call_tail(vm, p->function, v, mine + nargs, kwnames);
    if (v != small) mem_free(vm->mem, v, all * sizeof *v);
    return r;
}

static Value partial_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Partial *p = AS(Partial, self);
    if (p->args == NULL) return raise_error(vm, T_TypeError, "partial is not ready");
    if (nargs < p->holes) {
        return raise_error(vm, T_TypeError,
                           "missing positional arguments in 'partial' call; expected at least %u, got %u", p->holes,
                           nargs);
    }
    if (p->holes == 0 && dict_length(p->keywords) == 0) return call_positional(vm, p, args, nargs, kwnames);
    Tuple *all = joined(vm, p->args, p->holes, args, nargs);
    Dict *keywords = all == NULL ? NULL : merged(vm, p->keywords, args + nargs, kwnames);
    Value r = VALUE_NULL;
    if (keywords != NULL) r = call_star(vm, p->function, obj_value(all), obj_value(keywords), true);
    obj_release(vm, all);
    obj_release(vm, keywords);
    return r;
}

/* name=value; the name may be any object, whose __str__ may take both away. */
static bool write_keyword(StrBuilder *b, Value key, Value value) {
    Vm *vm = b->vm;
    value_retain(key);
    value_retain(value);
    Value name = object_str(vm, key);
    if (name != VALUE_NULL) {
        builder_ascii(b, ", ", 2);
        builder_str(b, AS(Str, name));
        builder_char(b, '=');
    }
    bool ok = name != VALUE_NULL && builder_repr(b, value);
    value_release(vm, name);
    value_release(vm, value);
    value_release(vm, key);
    return ok;
}

/* The parts are the caller's: what is shown may give the partial others. */
static bool write_arguments(StrBuilder *b, Value function, const Tuple *args, const Dict *keywords) {
    if (!builder_repr(b, function)) return false;
    for (uint32_t i = 0; i < args->length; i++) {
        builder_ascii(b, ", ", 2);
        if (!builder_repr(b, args->items[i])) return false;
    }
    uint32_t position = 0;
    Value key, value;
    while (dict_next(keywords, &position, &key, &value))
        if (!write_keyword(b, key, value)) return false;
    return true;
}

static bool write_partial(StrBuilder *b, const Partial *p) {
    Value function = value_retain(p->function);
    Tuple *args = p->args;
    Dict *keywords = p->keywords;
    obj_retain(args);
    obj_retain(keywords);
    bool ok = write_arguments(b, function, args, keywords);
    obj_release(b->vm, keywords);
    obj_release(b->vm, args);
    value_release(b->vm, function);
    return ok;
}

static Value partial_repr(Vm *vm, Value self) {
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "...", 3));
    StrBuilder b;
    builder_init(&b, vm);
    Type *type = value_obj(self)->type;
    Str *module = type_module(vm, type);
    if (module != NULL) builder_str(&b, module);
    builder_char(&b, '.');
    builder_str(&b, type->qualname != NULL ? type->qualname : type->name);
    builder_char(&b, '(');
    bool ok = module != NULL && write_partial(&b, AS(Partial, self));
    obj_release(vm, module);
    builder_char(&b, ')');
    repr_leave(vm, &mark);
    if (ok) return obj_value(builder_finish(&b));
    builder_drop(&b);
    return VALUE_NULL;
}

static Value get_func(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Partial, self)->function);
}
static Value get_args(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Partial, self)->args));
}
static Value get_keywords(Vm *vm, Value self) {
    (void)vm;
    return value_retain(obj_value(AS(Partial, self)->keywords));
}

static const GetSetDef partial_getset[] = {
    {"func", get_func, set_readonly, NULL},
    {"args", get_args, set_readonly, NULL},
    {"keywords", get_keywords, set_readonly, NULL},
    {0},
};

/* 3.14: a partial that is a class attribute binds as a method. */
static Value partial_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    if (object == VALUE_NULL || object == VALUE_NONE) return value_retain(self);
    return bound_method_new(vm, self, object);
}

static Value partial_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Partial *p = AS(Partial, self);
    Value attributes = object_getattr(vm, self, NAME(vm, __dict__));
    if (attributes == VALUE_NULL) return VALUE_NULL;
    bool none = is_dict(attributes) && dict_length(AS(Dict, attributes)) == 0;
    Tuple *state =
        tuple_pack(vm, 4, p->function, obj_value(p->args), obj_value(p->keywords), none ? VALUE_NONE : attributes);
    Tuple *function = tuple_pack(vm, 1, p->function);
    Tuple *parts = state == NULL || function == NULL
                       ? NULL
                       : tuple_pack(vm, 3, obj_value(type_of(vm, self)), obj_value(function), obj_value(state));
    value_release(vm, attributes);
    obj_release(vm, state);
    obj_release(vm, function);
    return parts == NULL ? VALUE_NULL : obj_value(parts);
}

static Value partial_setstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Partial *p = AS(Partial, self);
    const Value *items = is_tuple(args[0]) && AS(Tuple, args[0])->length == 4 ? AS(Tuple, args[0])->items : NULL;
    if (items == NULL || !object_is_callable(vm, items[0]) || !is_tuple(items[1]) || !is_dict(items[2]))
        return raise_error(vm, T_TypeError, "invalid partial state");
    Tuple *state = AS(Tuple, args[0]), *own = AS(Tuple, items[1]);
    if (is_exact(vm, items[1], T_tuple))
        obj_retain(own);
    else
        own = tuple_from(vm, own->items, own->length);
    Dict *keywords = AS(Dict, items[2]);
    if (is_exact(vm, items[2], T_dict))
        obj_retain(keywords);
    else
        keywords = dict_copy(vm, keywords);
    obj_retain(state); /* what is let go of may drop it */
    Value attributes = items[3] == VALUE_NONE ? obj_value(dict_new(vm)) : value_retain(items[3]);
    bool ok = own != NULL && keywords != NULL && attributes != VALUE_NULL &&
              object_setattr(vm, self, NAME(vm, __dict__), attributes);
    value_release(vm, attributes);
    if (ok) {
        Tuple *old = p->args;
        Dict *words = p->keywords;
        p->args = own;
        p->keywords = keywords;
        p->holes = count_holes(vm, own);
        own = old;
        keywords = words;
        value_set(vm, &p->function, value_retain(items[0]));
    }
    obj_release(vm, own);
    obj_release(vm, keywords);
    obj_release(vm, state);
    return ok ? VALUE_NONE : VALUE_NULL;
}

static const MethodDef partial_methods[] = {
    {"__reduce__", partial_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__setstate__", partial_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static const TypeDef partial_def = {
    .name = "functools.partial",
    .size = sizeof(Partial),
    .flags = TYPE_BASE | TYPE_GC | TYPE_ATTRS | TYPE_WEAKREFS,
    .attrs_offset = offsetof(Partial, attrs_),
    .weak_offset = offsetof(Partial, weakrefs),
    .doc = "Create a new function with partial application of the given arguments and keywords.",
    .slots = {.dealloc = partial_dealloc,
              .traverse = partial_traverse,
              .repr = partial_repr,
              .call = partial_call,
              .descr_get = partial_get,
              .new = partial_new},
    .methods = partial_methods,
    .getset = partial_getset,
};

static Value placeholder_repr(Vm *vm, Value self) {
    (void)self;
    return obj_value(str_new(vm, "Placeholder"));
}

static void placeholder_dealloc(Vm *vm, Obj *self) {
    (void)vm, (void)self;
}

static const TypeDef placeholder_def = {
    .name = "functools._PlaceholderType",
    .size = sizeof(Obj),
    .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,
    .slots = {.dealloc = placeholder_dealloc, .repr = placeholder_repr},
};

static bool add_placeholder(Vm *vm, Module *m) {
    Type *type = vm->state->module_state[STATE_placeholder] = type_make(vm, &placeholder_def, NULL);
    Obj *placeholder = type == NULL ? NULL : object_new(vm, type, 0);
    return placeholder != NULL && module_add(vm, m, "Placeholder", obj_value(placeholder));
}

/* ---- reduce */

typedef struct Reduce {
    Value function, total; /* total owned, VALUE_NULL before the first item */
} Reduce;

static bool reduce_item(Vm *vm, void *context, Value item) {
    Reduce *r = context;
    if (r->total == VALUE_NULL) {
        r->total = value_retain(item);
        return true;
    }
    Value pair[2] = {r->total, item};
    Value next = call_value(vm, r->function, pair, 2, NULL);
    if (next == VALUE_NULL) return false;
    value_set(vm, &r->total, next);
    return true;
}

static Value reduced(Vm *vm, Value total) {
    if (total != VALUE_NULL) return total;
    return raise_error(vm, T_TypeError, "reduce() of empty iterable with no initial value");
}

/* The same by walking. state[0] is the function, state[1] the total. */
static enum walk_go walked_item(Vm *vm, Value *state, Value item) {
    Reduce r = {state[0], state[1]};
    bool done = reduce_item(vm, &r, item);
    state[1] = r.total;
    value_release(vm, item);
    return done ? WALK_ON : WALK_FAILED;
}

static Value walked_end(Vm *vm, Value *state) {
    return reduced(vm, value_retain(state[1]));
}

static NATIVE(functools_reduce) {
    (void)self;
    static const char *const names[] = {"function", "iterable", "initial", NULL};
    static const ArgSpec spec = {"reduce", names, 2, 3, 2};
    Value out[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Value iterator = object_iter(vm, out[1]);
    if (iterator == VALUE_NULL) {
        if (!error_matches(vm, T_TypeError)) return VALUE_NULL;
        error_clear(vm);
        return raise_error(vm, T_TypeError, "reduce() arg 2 must support iteration");
    }
    if (gen_steps(iterator) || next_runs_code(vm, iterator)) {
        static const WalkOps ops = {walked_item, walk_never_quick, walked_end};
        Value state[] = {value_retain(out[0]), value_retain(out[2])};
        return walk_tail(vm, &ops, iterator, state, 2);
    }
    Reduce r = {out[0], out[2] == VALUE_NULL ? VALUE_NULL : value_retain(out[2])};
    bool done = object_for_each(vm, iterator, reduce_item, &r);
    value_release(vm, iterator);
    if (done) return reduced(vm, r.total);
    value_release(vm, r.total);
    return VALUE_NULL;
}

static Value make_awaitable(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    if (!is_exact(vm, args[0], T_function)) return raise_error(vm, T_TypeError, "a function was expected");
    return function_make_awaitable(vm, args[0]) ? value_retain(args[0]) : VALUE_NULL;
}

static const MethodDef functools_functions[] = {
    {"_make_awaitable", make_awaitable, 1, 1, false, METHOD_PLAIN, NULL},
    {"reduce", functools_reduce, 0, 255, true, METHOD_AGAIN_TAKES, "Apply a function of two arguments cumulatively."},
    {0},
};

Value module_init__functools(Vm *vm) {
    Module *m = module_new(vm, "_functools");
    if (m == NULL) return VALUE_NULL;
    Type *type = type_make(vm, &partial_def, NULL);
    if (type != NULL && module_add(vm, m, "partial", value_retain(obj_value(type))) && add_placeholder(vm, m) &&
        lru_cache_add(vm, m) && module_add_functions(vm, m, functools_functions))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
