/* iterators.c: the iterators that belong to no container: over __getitem__, over a callable until a sentinel, and
 * reversed. */
#include "builtins.h"
#include "iterators.h"
#include "type_defs.h"

Value pair_reuse(Vm *vm, Tuple **cache, Value first, Value second) {
    Tuple *t = *cache;
    if (t != NULL && t->head.refs == 1) {
        Value a = t->items[0], b = t->items[1];
        t->items[0] = first;
        t->items[1] = second;
        obj_retain(t);
        value_release(vm, a);
        value_release(vm, b);
        return obj_value(t);
    }
    t = tuple_new(vm, 2);
    if (t == NULL) {
        value_release(vm, first);
        value_release(vm, second);
        return VALUE_NULL;
    }
    t->items[0] = first;
    t->items[1] = second;
    Tuple *old = *cache;
    *cache = t;
    obj_retain(t);
    obj_release(vm, old);
    return obj_value(t);
}

/* ---- iterator over a sequence, forwards or (reversed) backwards */

Value sequence_iterator_new(Vm *vm, Value sequence) {
    bool memory = is_exact(vm, sequence, T_memoryview);
    SequenceIterator *it = object_new(vm, memory ? TYPE(vm, memory_iterator) : TYPE(vm, iterator), 0);
    if (it != NULL) it->sequence = value_retain(sequence);
    return obj_value(it);
}

static void sequence_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((SequenceIterator *)self)->sequence);
}

static void sequence_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((SequenceIterator *)self)->sequence);
}

/* sequence[index]; an IndexError or StopIteration ends the iterator. */
static Value sequence_item(Vm *vm, SequenceIterator *it) {
    Value index = int_from_int64(vm, it->index);
    if (index == VALUE_NULL) return VALUE_NULL;
    Value sequence = value_retain(it->sequence);
    Value v = object_getitem(vm, sequence, index);
    value_release(vm, index);
    value_release(vm, sequence);
    if (v != VALUE_NULL) return v;
    if (error_matches(vm, T_IndexError) || error_matches(vm, T_StopIteration)) {
        error_clear(vm);
        value_clear(vm, &it->sequence);
    }
    return VALUE_NULL;
}

static Value sequence_next(Vm *vm, Value self) {
    SequenceIterator *it = AS(SequenceIterator, self);
    if (it->sequence == VALUE_NULL) return VALUE_NULL;
    if (it->index == INT64_MAX) return raise_error(vm, T_OverflowError, "iter index too large");
    Value v = sequence_item(vm, it);
    if (v != VALUE_NULL) it->index++;
    return v;
}

static NATIVE(sequence_length_hint) {
    UNUSED_ARGS;
    const SequenceIterator *it = AS(SequenceIterator, self);
    if (it->sequence == VALUE_NULL) return value_small(0);
    if (type_of(vm, it->sequence)->slots.length == NULL) return VALUE_NOT_IMPLEMENTED;
    int64_t length = object_length(vm, it->sequence);
    if (length < 0) return VALUE_NULL;
    return value_small(length > it->index ? length - it->index : 0);
}

static const MethodDef sequence_methods[] = {
    {"__length_hint__", sequence_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", sequence_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__setstate__", sequence_iterator_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_memory_iterator_def = {
    .name = "memory_iterator",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = sequence_dealloc, .traverse = sequence_traverse, .iter = object_itself, .next = sequence_next},
};

const TypeDef type_iterator_def = {
    .name = "iterator",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_NEXT_CALLS,
    .slots = {.dealloc = sequence_dealloc, .traverse = sequence_traverse, .iter = object_itself, .next = sequence_next},
    .methods = sequence_methods,
};

static Value reversed_next(Vm *vm, Value self) {
    SequenceIterator *it = AS(SequenceIterator, self);
    if (it->sequence == VALUE_NULL) return VALUE_NULL;
    if (it->index < 0) {
        value_clear(vm, &it->sequence);
        return VALUE_NULL;
    }
    Value v = sequence_item(vm, it);
    if (v != VALUE_NULL) it->index--;
    return v;
}

static Value reversed_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = TYPE(vm, reversed);
    if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
    if (nargs != 1) return raise_error(vm, T_TypeError, "reversed expected 1 argument, got %u", nargs);
    Type *of = type_of(vm, args[0]);
    if (type_lookup(vm, of, NAME(vm, __reversed__)) == VALUE_NONE)
        return raise_error(vm, T_TypeError, "'%T' object is not reversible", args[0]);
    bool found = false;
    Value v = call_special(vm, args[0], NAME(vm, __reversed__), NULL, 0, &found);
    if (found || v != VALUE_NULL || error_is_set(vm)) return v;
    if (of->slots.getitem == NULL || is_dict(args[0]))
        return raise_error(vm, T_TypeError, "'%T' object is not reversible", args[0]);
    int64_t length = object_length(vm, args[0]);
    if (length < 0) return VALUE_NULL;
    SequenceIterator *it = object_new(vm, type, 0);
    if (it == NULL) return VALUE_NULL;
    it->sequence = value_retain(args[0]);
    it->index = length - 1;
    return obj_value(it);
}

static Value reversed_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    SequenceIterator *it = AS(SequenceIterator, self);
    if (it->sequence == VALUE_NULL) return value_small(0);
    int64_t length = object_length(vm, it->sequence);
    if (length < 0) return VALUE_NULL;
    return int_from_int64(vm, length < it->index + 1 ? 0 : it->index + 1);
}

static const MethodDef reversed_methods[] = {
    {"__length_hint__", reversed_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", sequence_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__setstate__", sequence_iterator_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_reversed_def = {
    .name = "reversed",
    .size = sizeof(SequenceIterator),
    .flags = TYPE_GC | TYPE_BASE | TYPE_NEXT_CALLS | TYPE_AGAIN,
    .doc = "Return a reverse iterator over the values of the given sequence.",
    .slots = {.dealloc = sequence_dealloc,
              .traverse = sequence_traverse,
              .iter = object_itself,
              .next = reversed_next,
              .new = reversed_type_new},
    .methods = reversed_methods,
};

/* ---- iter(callable, sentinel) */

Value callable_iterator_new(Vm *vm, Value callable, Value sentinel) {
    CallableIterator *it = object_new(vm, TYPE(vm, callable_iterator), 0);
    if (it == NULL) return VALUE_NULL;
    it->callable = value_retain(callable);
    it->sentinel = value_retain(sentinel);
    return obj_value(it);
}

static void callable_dealloc(Vm *vm, Obj *self) {
    CallableIterator *it = (CallableIterator *)self;
    value_clear(vm, &it->callable);
    value_clear(vm, &it->sentinel);
}

static void callable_traverse(Obj *self, VisitFn visit, void *context) {
    CallableIterator *it = (CallableIterator *)self;
    visit(context, it->callable);
    visit(context, it->sentinel);
}

Value callable_iterator_item(Vm *vm, Value self, Value got) {
    CallableIterator *it = AS(CallableIterator, self);
    if (got == VALUE_NULL) {
        if (error_matches(vm, T_StopIteration)) {
            error_clear(vm);
            callable_dealloc(vm, value_obj(self));
        }
        return VALUE_NULL;
    }
    Value sentinel = value_retain(it->sentinel);
    int equal = sentinel == VALUE_NULL ? 1 : object_equal(vm, sentinel, got);
    value_release(vm, sentinel);
    if (equal == 0) return got;
    value_release(vm, got);
    if (equal > 0) callable_dealloc(vm, value_obj(self));
    return VALUE_NULL;
}

static Value callable_next(Vm *vm, Value self) {
    CallableIterator *it = AS(CallableIterator, self);
    if (it->callable == VALUE_NULL) return VALUE_NULL;
    Value callable = value_retain(it->callable);
    Value got = call_value(vm, callable, NULL, 0, NULL);
    value_release(vm, callable);
    return callable_iterator_item(vm, self, got);
}

static const MethodDef callable_methods[] = {
    {"__reduce__", callable_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_callable_iterator_def = {
    .name = "callable_iterator",
    .size = sizeof(CallableIterator),
    .flags = TYPE_GC | TYPE_NO_NEW | TYPE_NEXT_CALLS,
    .slots = {.dealloc = callable_dealloc, .traverse = callable_traverse, .iter = object_itself, .next = callable_next},
    .methods = callable_methods,
};
