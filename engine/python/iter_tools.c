/* iter_tools.c: enumerate, zip, map and filter. */
#include "guard.h"
#include "iterators.h"
#include "type_defs.h"

/* The next of an iterator that another one is made of: the chain may be of any length. */
static Value inner_next(Vm *vm, Value iterator) {
    if (!guard_enter(vm, "")) return VALUE_NULL;
    Value item = object_next_or_stop(vm, iterator); /* its value reaches who calls next() */
    guard_leave(vm);
    return item;
}

/* ---- enumerate */

/* The words of a call of enumerate itself; that of a class below it is refused in the words of args_bind. */
static bool enumerate_check(Vm *vm, const char *const *names, uint32_t nargs, const Tuple *kwnames) {
    uint32_t named = kwnames == NULL ? 0 : kwnames->length;
    if (nargs == 0 && (named == 0 || named > 2)) {
        raise_error(vm, T_TypeError, "enumerate() missing required argument 'iterable'");
        return false;
    }
    if (nargs + named > 2) {
        raise_error(vm, T_TypeError, "enumerate() takes at most 2 arguments (%u given)", nargs + named);
        return false;
    }
    for (uint32_t i = 0; i < named; i++) {
        const Str *name = AS(Str, kwnames->items[i]);
        if (str_equals_c(name, names[0]) ? nargs == 0 : str_equals_c(name, names[1]) && nargs + named == 2) continue;
        raise_error(vm, T_TypeError, "'%S' is an invalid keyword argument for enumerate()", name);
        return false;
    }
    return true;
}

static Value enumerate_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"iterable", "start", NULL};
    static const ArgSpec spec = {"enumerate", names, 0, 2, 1};
    Value out[2];
    if (type == TYPE(vm, enumerate) && !enumerate_check(vm, names, nargs, kwnames)) return VALUE_NULL;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Value count = out[1] == VALUE_NULL ? value_small(0) : object_index(vm, out[1]);
    if (count == VALUE_NULL) return VALUE_NULL;
    Value iterator = object_iter(vm, out[0]);
    Enumerate *e = iterator == VALUE_NULL ? NULL : object_new(vm, type, 0);
    if (e == NULL) {
        value_release(vm, count);
        value_release(vm, iterator);
        return VALUE_NULL;
    }
    e->iterator = iterator;
    e->count = count;
    return obj_value(e);
}

static void enumerate_dealloc(Vm *vm, Obj *self) {
    Enumerate *e = (Enumerate *)self;
    value_clear(vm, &e->iterator);
    value_clear(vm, &e->count);
    Tuple *pair = e->pair;
    e->pair = NULL;
    obj_release(vm, pair);
}

static void enumerate_traverse(Obj *self, VisitFn visit, void *context) {
    Enumerate *e = (Enumerate *)self;
    visit(context, e->iterator);
    if (e->pair != NULL) visit(context, obj_value(e->pair));
}

Value enumerate_pair(Vm *vm, Enumerate *e, Value item) {
    Value count = e->count;
    Value next = value_is_int(count) && value_as_small(count) < INT_SMALL_MAX
                     ? value_small(value_as_small(count) + 1)
                     : int_binary(vm, BINARY_ADD, count, value_small(1));
    if (next == VALUE_NULL) {
        value_release(vm, item);
        return VALUE_NULL;
    }
    e->count = next;
    return pair_reuse(vm, &e->pair, count, item);
}

static Value enumerate_next(Vm *vm, Value self) {
    Value item = inner_next(vm, AS(Enumerate, self)->iterator);
    return item == VALUE_NULL ? VALUE_NULL : enumerate_pair(vm, AS(Enumerate, self), item);
}

static const MethodDef enumerate_methods[] = {
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {"__reduce__", enumerate_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_enumerate_def = {
    .name = "enumerate",
    .size = sizeof(Enumerate),
    .flags = TYPE_GC | TYPE_BASE | TYPE_NEXT_CALLS | TYPE_AGAIN,
    .doc = "Return an enumerate object.",
    .slots = {.dealloc = enumerate_dealloc,
              .traverse = enumerate_traverse,
              .iter = object_itself,
              .next = enumerate_next,
              .new = enumerate_type_new},
    .methods = enumerate_methods,
};

/* ---- zip and map: several iterators in step */

/* The keyword strict=, the only one allowed. */
static bool strict_keyword(Vm *vm, const char *function, const Value *values, Tuple *kwnames, bool *strict) {
    static const char *const names[] = {"strict", NULL};
    *strict = false;
    if (kwnames != NULL && kwnames->length > 1) {
        raise_error(vm, T_TypeError, "%s() takes at most 1 keyword argument (%u given)", function, kwnames->length);
        return false;
    }
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        if (!str_equals_c(AS(Str, kwnames->items[i]), names[0]))
            return raise_unexpected_keyword(vm, function, names, kwnames->items[i]);
        int truth = object_truth(vm, values[i]);
        if (truth < 0) return false;
        *strict = truth != 0;
    }
    return true;
}

static Tuple *iterators_of(Vm *vm, const Value *args, uint32_t nargs) {
    Tuple *t = tuple_new(vm, nargs);
    for (uint32_t i = 0; t != NULL && i < nargs; i++) {
        Value iterator = object_iter(vm, args[i]);
        if (iterator != VALUE_NULL) {
            t->items[i] = iterator;
            continue;
        }
        obj_release(vm, t);
        return NULL;
    }
    return t;
}

static Value zip_make(Vm *vm, Type *type, Value function, const Value *args, uint32_t nargs, bool strict) {
    Tuple *iterators = iterators_of(vm, args, nargs);
    if (iterators == NULL) return VALUE_NULL;
    Zip *z = object_new(vm, type, 0);
    if (z == NULL) {
        obj_release(vm, iterators);
        return VALUE_NULL;
    }
    z->iterators = obj_value(iterators);
    z->function = value_retain(function);
    z->strict = strict;
    return obj_value(z);
}

static Value zip_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    bool strict;
    if (!strict_keyword(vm, "zip", args + nargs, kwnames, &strict)) return VALUE_NULL;
    return zip_make(vm, type, VALUE_NULL, args, nargs, strict);
}

static Value map_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    bool strict;
    if (!strict_keyword(vm, "map", args + nargs, kwnames, &strict)) return VALUE_NULL;
    if (nargs < 2) return raise_error(vm, T_TypeError, "map() must have at least two arguments.");
    return zip_make(vm, type, args[0], args + 1, nargs - 1, strict);
}

static void zip_dealloc(Vm *vm, Obj *self) {
    Zip *z = (Zip *)self;
    value_clear(vm, &z->function);
    value_clear(vm, &z->iterators);
    Tuple *result = z->result;
    z->result = NULL;
    obj_release(vm, result);
}

static void zip_traverse(Obj *self, VisitFn visit, void *context) {
    Zip *z = (Zip *)self;
    visit(context, z->function);
    visit(context, z->iterators);
    if (z->result != NULL) visit(context, obj_value(z->result));
}

/* Iterator i of a strict zip ended first (or an error is set): the others must be at their end too. */
void zip_check_strict(Vm *vm, Zip *z, const char *name, uint32_t i) {
    if (error_is_set(vm)) {
        if (!error_matches(vm, T_StopIteration)) return;
        error_clear(vm);
    }
    Tuple *iterators = AS(Tuple, z->iterators);
    if (i > 0) {
        const char *text = i == 1 ? " " : "s 1-";
        raise_error(vm, T_ValueError, "%s() argument %u is shorter than argument%s%u", name, i + 1, text, i);
        return;
    }
    for (i = 1; i < iterators->length; i++) {
        Value v = object_next(vm, iterators->items[i]);
        if (v != VALUE_NULL) {
            value_release(vm, v);
            const char *text = i == 1 ? " " : "s 1-";
            raise_error(vm, T_ValueError, "%s() argument %u is longer than argument%s%u", name, i + 1, text, i);
            return;
        }
        if (error_is_set(vm)) return;
    }
}

/* Fills items[0..n) with the next of every iterator; false at the end or with an error. */
static bool advance_all(Vm *vm, Zip *z, const char *name, Value *items) {
    Tuple *iterators = AS(Tuple, z->iterators);
    for (uint32_t i = 0; i < iterators->length; i++) {
        items[i] = inner_next(vm, iterators->items[i]);
        if (items[i] != VALUE_NULL) continue;
        for (uint32_t k = 0; k < i; k++) value_clear(vm, &items[k]);
        if (z->strict) zip_check_strict(vm, z, name, i);
        return false;
    }
    return true;
}

static Value zip_next(Vm *vm, Value self) {
    Zip *z = AS(Zip, self);
    uint32_t n = AS(Tuple, z->iterators)->length;
    if (n == 0) return VALUE_NULL;
    if (n == 2) {
        Value pair[2];
        return advance_all(vm, z, "zip", pair) ? pair_reuse(vm, &z->result, pair[0], pair[1]) : VALUE_NULL;
    }
    Tuple *t = tuple_new(vm, n);
    if (t == NULL) return VALUE_NULL;
    if (advance_all(vm, z, "zip", t->items)) return obj_value(t);
    obj_release(vm, t);
    return VALUE_NULL;
}

static Value map_many(Vm *vm, Zip *z) {
    uint32_t n = AS(Tuple, z->iterators)->length;
    Tuple *t = tuple_new(vm, n);
    if (t == NULL) return VALUE_NULL;
    Value r = VALUE_NULL;
    if (advance_all(vm, z, "map", t->items)) r = call_value(vm, z->function, t->items, n, NULL);
    obj_release(vm, t);
    return r;
}

static Value map_next(Vm *vm, Value self) {
    Zip *z = AS(Zip, self);
    Tuple *iterators = AS(Tuple, z->iterators);
    if (iterators->length != 1) return map_many(vm, z);
    Value item = inner_next(vm, iterators->items[0]);
    if (item == VALUE_NULL) return VALUE_NULL;
    Value r = call_value(vm, z->function, &item, 1, NULL);
    value_release(vm, item);
    return r;
}

static const MethodDef zip_methods[] = {
    {"__reduce__", zip_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__setstate__", zip_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_zip_def = {
    .name = "zip",
    .size = sizeof(Zip),
    .flags = TYPE_GC | TYPE_BASE | TYPE_NEXT_CALLS | TYPE_AGAIN,
    .doc = "The zip object yields n-length tuples, where n is the number of iterables.",
    .slots = {.dealloc = zip_dealloc,
              .traverse = zip_traverse,
              .iter = object_itself,
              .next = zip_next,
              .new = zip_type_new},
    .methods = zip_methods,
};

const TypeDef type_map_def = {
    .name = "map",
    .size = sizeof(Zip),
    .flags = TYPE_GC | TYPE_BASE | TYPE_NEXT_CALLS | TYPE_AGAIN,
    .doc = "Make an iterator that computes the function using arguments from each of the iterables.",
    .slots = {.dealloc = zip_dealloc,
              .traverse = zip_traverse,
              .iter = object_itself,
              .next = map_next,
              .new = map_type_new},
    .methods = zip_methods,
};

/* ---- filter */

static Value filter_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = TYPE(vm, filter);
    if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
    if (nargs != 2) return raise_error(vm, T_TypeError, "filter expected 2 arguments, got %u", nargs);
    Value iterator = object_iter(vm, args[1]);
    if (iterator == VALUE_NULL) return VALUE_NULL;
    Filter *f = object_new(vm, type, 0);
    if (f == NULL) {
        value_release(vm, iterator);
        return VALUE_NULL;
    }
    f->function = value_retain(args[0]);
    f->iterator = iterator;
    return obj_value(f);
}

static void filter_dealloc(Vm *vm, Obj *self) {
    Filter *f = (Filter *)self;
    value_clear(vm, &f->function);
    value_clear(vm, &f->iterator);
}

static void filter_traverse(Obj *self, VisitFn visit, void *context) {
    Filter *f = (Filter *)self;
    visit(context, f->function);
    visit(context, f->iterator);
}

int filter_passes(Vm *vm, Filter *f, Value item) {
    if (f->function == VALUE_NONE || f->function == obj_value(TYPE(vm, bool))) return object_truth(vm, item);
    Value r = call_value(vm, f->function, &item, 1, NULL);
    if (r == VALUE_NULL) return -1;
    int truth = object_truth(vm, r);
    value_release(vm, r);
    return truth;
}

static Value filter_next(Vm *vm, Value self) {
    Filter *f = AS(Filter, self);
    Value item;
    while ((item = inner_next(vm, f->iterator)) != VALUE_NULL) {
        int pass = filter_passes(vm, f, item);
        if (pass > 0) return item;
        value_release(vm, item);
        if (pass < 0) return VALUE_NULL;
    }
    return VALUE_NULL;
}

static const MethodDef filter_methods[] = {
    {"__reduce__", filter_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_filter_def = {
    .name = "filter",
    .size = sizeof(Filter),
    .flags = TYPE_GC | TYPE_BASE | TYPE_NEXT_CALLS | TYPE_AGAIN,
    .doc = "Return an iterator yielding those items of iterable for which function(item) is true.",
    .slots = {.dealloc = filter_dealloc,
              .traverse = filter_traverse,
              .iter = object_itself,
              .next = filter_next,
              .new = filter_type_new},
    .methods = filter_methods,
};
