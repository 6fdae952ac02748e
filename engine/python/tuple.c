/* tuple.c: tuples: made once, never changed; the empty one is shared. Hash is CPython's, so that sets of tuples keep
 * its order. */
#include "guard.h"
#include "boot.h"
#include "iterators.h"
#include "type_defs.h"
#include "walk.h"
#include <stdarg.h>

bool tuple_boot(Vm *vm) {
    Tuple *empty = mem_object_alloc(vm->mem, sizeof(Tuple));
    if (empty == NULL) return false;
    memset(empty, 0, sizeof *empty);
    empty->head.refs = 1;
    empty->head.type = TYPE(vm, tuple); /* may still be NULL: types_boot sets it */
    vm->empty_tuple = empty;
    return true;
}

Tuple *tuple_new(Vm *vm, uint32_t length) {
    if (length == 0 && vm->empty_tuple != NULL) {
        obj_retain(vm->empty_tuple);
        return vm->empty_tuple;
    }
    Tuple *t = object_new(vm, TYPE(vm, tuple), (size_t)length * sizeof(Value));
    if (t != NULL) t->length = length;
    return t;
}

Tuple *tuple_from(Vm *vm, const Value *items, uint32_t length) {
    Tuple *t = tuple_new(vm, length);
    if (t == NULL) return NULL;
    for (uint32_t i = 0; i < length; i++) t->items[i] = value_retain(items[i]);
    return t;
}

Tuple *tuple_pack(Vm *vm, uint32_t length, ...) {
    Tuple *t = tuple_new(vm, length);
    if (t == NULL) return NULL;
    va_list list;
    va_start(list, length);
    for (uint32_t i = 0; i < length; i++) t->items[i] = value_retain(va_arg(list, Value));
    va_end(list);
    return t;
}

static Value tuple_of_list(Vm *vm, List *l) { /* its references move */
    Tuple *t = tuple_new(vm, l->length);
    if (t != NULL && l->length > 0) {
        memcpy(t->items, l->items, l->length * sizeof(Value));
        l->length = 0;
    }
    return obj_value(t);
}

Value tuple_from_iterable(Vm *vm, Value iterable) {
    if (is_exact(vm, iterable, T_tuple)) return value_retain(iterable);
    if (is_exact(vm, iterable, T_list)) {
        List *l = AS(List, iterable);
        return obj_value(tuple_from(vm, l->items, l->length));
    }
    Value iterator = object_iter(vm, iterable); /* PySequence_Tuple asks for no hint */
    if (iterator == VALUE_NULL) return VALUE_NULL;
    Value list = list_from_iterator(vm, iterator);
    value_release(vm, iterator);
    if (list == VALUE_NULL) return VALUE_NULL;
    Value t = tuple_of_list(vm, AS(List, list));
    value_release(vm, list);
    return t;
}

static void tuple_dealloc(Vm *vm, Obj *self) {
    Tuple *t = (Tuple *)self;
    for (uint32_t i = t->length; i > 0; i--) value_clear(vm, &t->items[i - 1]); /* the last first, as in CPython */
}

static void tuple_traverse(Obj *self, VisitFn visit, void *context) {
    Tuple *t = (Tuple *)self;
    for (uint32_t i = t->length; i > 0; i--) visit(context, t->items[i - 1]); /* the last first, as in CPython */
}

/* tuples cannot be emptied while others see them: their cycles are broken at the mutable members */
static void tuple_clear(Vm *vm, Obj *self) {
    (void)vm;
    (void)self;
}

static Value tuple_repr(Vm *vm, Value self) {
    Tuple *t = AS(Tuple, self);
    if (t->length == 0) return obj_value(str_from_ascii(vm, "()", 2));
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "(...)", 5));
    Value r = repr_items(vm, "(", t->items, t->length, t->length == 1 ? ",)" : ")");
    repr_leave(vm, &mark);
    return r;
}

#define XX_PRIME_1 11400714785074694791u
#define XX_PRIME_2 14029467366897019727u
#define XX_PRIME_5 2870177450012600261u

static bool tuple_hash(Vm *vm, Value self, int64_t *hash) {
    Tuple *t = AS(Tuple, self);
    uint64_t acc = XX_PRIME_5;
    if (!guard_enter(vm, "")) return false;
    for (uint32_t i = 0; i < t->length; i++) {
        int64_t lane;
        if (!object_hash(vm, t->items[i], &lane)) {
            guard_leave(vm);
            return false;
        }
        acc += (uint64_t)lane * XX_PRIME_2;
        acc = (acc << 31) | (acc >> 33);
        acc *= XX_PRIME_1;
    }
    guard_leave(vm);
    acc += t->length ^ (XX_PRIME_5 ^ 3527539u);
    *hash = acc == UINT64_MAX ? 1546275796 : (int64_t)acc;
    return true;
}

/* The first index where a and b differ, or the shorter length; -1: error. */
static int64_t first_difference(Vm *vm, const Tuple *a, const Tuple *b) {
    uint32_t n = a->length < b->length ? a->length : b->length;
    for (uint32_t i = 0; i < n; i++) {
        int equal = object_equal(vm, a->items[i], b->items[i]);
        if (equal < 0) return -1;
        if (equal == 0) return i;
    }
    return n;
}

static Value compare_lengths(uint32_t a, uint32_t b, int op) {
    switch (op) {
    case COMPARE_LT: return value_bool(a < b);
    case COMPARE_LE: return value_bool(a <= b);
    case COMPARE_EQ: return value_bool(a == b);
    case COMPARE_NE: return value_bool(a != b);
    case COMPARE_GT: return value_bool(a > b);
    default: return value_bool(a >= b);
    }
}

static Value tuple_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_tuple(other) || !is_tuple(self)) return VALUE_NOT_IMPLEMENTED;
    Tuple *a = AS(Tuple, self), *b = AS(Tuple, other);
    if (!guard_enter(vm, " in comparison")) return VALUE_NULL;
    int64_t i = first_difference(vm, a, b);
    Value r = VALUE_NULL;
    if (i >= 0) {
        if (i >= a->length || i >= b->length) {
            r = compare_lengths(a->length, b->length, op);
        } else if (op == COMPARE_EQ || op == COMPARE_NE) {
            r = value_bool(op == COMPARE_NE);
        } else {
            r = object_compare(vm, a->items[i], b->items[i], op);
        }
    }
    guard_leave(vm);
    return r;
}

static int64_t tuple_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Tuple, self)->length;
}

static Value tuple_subscript_slice(Vm *vm, Tuple *t, Value slice) {
    int64_t start, stop, step, count;
    if (!slice_indices(vm, slice, t->length, &start, &stop, &step, &count)) return VALUE_NULL;
    if (count == t->length && step == 1 && t->head.type == TYPE(vm, tuple)) return value_retain(obj_value(t));
    Tuple *r = tuple_new(vm, (uint32_t)count);
    if (r == NULL) return VALUE_NULL;
    for (int64_t i = 0; i < count; i++) r->items[i] = value_retain(t->items[start + i * step]);
    return obj_value(r);
}

static Value tuple_getitem(Vm *vm, Value self, Value key) {
    Tuple *t = AS(Tuple, self);
    if (is_exact(vm, key, T_slice)) return tuple_subscript_slice(vm, t, key);
    int64_t i;
    if (value_is_int(key)) {
        i = value_as_small(key);
    } else {
        if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL)
            return raise_error(vm, T_TypeError, "tuple indices must be integers or slices, not %T", key);
        if (!object_as_index(vm, key, &i, INDEX_EXACT)) return VALUE_NULL;
    }
    if (i < 0) i += t->length;
    if (i < 0 || i >= t->length) return raise_error(vm, T_IndexError, "tuple index out of range");
    return value_retain(t->items[i]);
}

static int tuple_contains(Vm *vm, Value self, Value item) {
    Tuple *t = AS(Tuple, self);
    for (uint32_t i = 0; i < t->length; i++) {
        int equal = object_equal(vm, t->items[i], item);
        if (equal != 0) return equal;
    }
    return 0;
}

static Value tuple_concat(Vm *vm, Value a, Value b) {
    if (!is_tuple(a)) return VALUE_NOT_IMPLEMENTED;
    if (!is_tuple(b)) return raise_error(vm, T_TypeError, "can only concatenate tuple (not \"%T\") to tuple", b);
    Tuple *x = AS(Tuple, a), *y = AS(Tuple, b);
    if (x->length == 0 && is_exact(vm, b, T_tuple)) return value_retain(b);
    if (y->length == 0 && is_exact(vm, a, T_tuple)) return value_retain(a);
    Tuple *r = tuple_new(vm, x->length + y->length);
    if (r == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < x->length; i++) r->items[i] = value_retain(x->items[i]);
    for (uint32_t i = 0; i < y->length; i++) r->items[x->length + i] = value_retain(y->items[i]);
    return obj_value(r);
}

static Value tuple_repeat(Vm *vm, Value a, Value b) {
    if (!is_tuple(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    int64_t times;
    Tuple *t = AS(Tuple, a);
    if (!sequence_times(vm, b, t->length, INT32_MAX / 8, &times)) return VALUE_NULL;
    if (times == 1 && is_exact(vm, a, T_tuple)) return value_retain(a);
    if (times == 0 || t->length == 0) return obj_value(tuple_new(vm, 0));
    Tuple *r = tuple_new(vm, t->length * (uint32_t)times);
    if (r == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < r->length; i++) r->items[i] = value_retain(t->items[i % t->length]);
    return obj_value(r);
}

static Value tuple_binary(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) return tuple_concat(vm, a, b);
    if (op == BINARY_MUL) return tuple_repeat(vm, a, b);
    return VALUE_NOT_IMPLEMENTED;
}

static Value tuple_iter(Vm *vm, Value self) {
    TupleIterator *it = object_new(vm, TYPE(vm, tuple_iterator), 0);
    if (it != NULL) it->tuple = value_retain(self);
    return obj_value(it);
}

static Value walked_tuple(Vm *vm, Value *state) {
    return tuple_of_list(vm, AS(List, state[0]));
}

static Value tuple_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = TYPE(vm, tuple);
    if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
    if (nargs > 1) return raise_error(vm, T_TypeError, "tuple expected at most 1 argument, got %u", nargs);
    static const WalkOps ops = {walk_append, walk_append_quick, walked_tuple};
    Value iterator;
    int walk = type == TYPE(vm, tuple) && nargs == 1 ? walk_wanted(vm, args[0], &iterator) : 0;
    if (walk != 0) return walk < 0 ? VALUE_NULL : walk_list_tail(vm, &ops, iterator, VALUE_NULL);
    Value items = nargs == 0 ? obj_value(tuple_new(vm, 0)) : tuple_from_iterable(vm, args[0]);
    if (items == VALUE_NULL || type == TYPE(vm, tuple)) return items;
    Tuple *from = AS(Tuple, items);
    Tuple *t = object_new(vm, type, (size_t)from->length * sizeof(Value));
    if (t != NULL) {
        t->length = from->length;
        for (uint32_t i = 0; i < t->length; i++) t->items[i] = value_retain(from->items[i]);
    }
    value_release(vm, items);
    return obj_value(t);
}

static Value tuple_index(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Tuple *t = AS(Tuple, self);
    int64_t start, stop;
    if (!slice_search(vm, args, nargs, &t->length, &start, &stop)) return VALUE_NULL;
    for (int64_t i = start; i < stop && i < t->length; i++) {
        int equal = object_equal(vm, t->items[i], args[0]);
        if (equal < 0) return VALUE_NULL;
        if (equal > 0) return value_small(i);
    }
    return raise_error(vm, T_ValueError, "tuple.index(x): x not in tuple");
}

static Value tuple_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    (void)nargs;
    Tuple *t = AS(Tuple, self);
    int64_t count = 0;
    for (uint32_t i = 0; i < t->length; i++) {
        int equal = object_equal(vm, t->items[i], args[0]);
        if (equal < 0) return VALUE_NULL;
        count += equal;
    }
    return value_small(count);
}

static Value tuple_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Tuple *t = AS(Tuple, self);
    Tuple *copy = tuple_from(vm, t->items, t->length);
    if (copy == NULL) return VALUE_NULL;
    Tuple *r = tuple_pack(vm, 1, obj_value(copy));
    obj_release(vm, copy);
    return obj_value(r);
}

static const MethodDef tuple_methods[] = {
    {"index", tuple_index, 1, 3, false, METHOD_AGAIN, "Return first index of value."},
    {"count", tuple_count, 1, 1, false, METHOD_AGAIN, "Return number of occurrences of value."},
    {"__getnewargs__", tuple_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeDef type_tuple_def = {
    .name = "tuple",
    .size = sizeof(Tuple),
    .flags = TYPE_BASE | TYPE_GC | TYPE_SEQUENCE | TYPE_IS_TUPLE | TYPE_AGAIN,
    .doc = "Built-in immutable sequence.",
    .slots = {.dealloc = tuple_dealloc,
              .traverse = tuple_traverse,
              .clear = tuple_clear,
              .repr = tuple_repr,
              .hash = tuple_hash,
              .compare = tuple_compare,
              .iter = tuple_iter,
              .binary = tuple_binary,
              .sequence = tuple_binary,
              .length = tuple_length,
              .getitem = tuple_getitem,
              .contains = tuple_contains,
              .new = tuple_type_new},
    .methods = tuple_methods,
};

static void iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((TupleIterator *)self)->tuple);
}

static void iterator_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((TupleIterator *)self)->tuple);
}

static Value iterator_next(Vm *vm, Value self) {
    TupleIterator *it = AS(TupleIterator, self);
    if (it->tuple == VALUE_NULL) return VALUE_NULL;
    Tuple *t = AS(Tuple, it->tuple);
    if (it->index < t->length) return value_retain(t->items[it->index++]);
    value_clear(vm, &it->tuple);
    return VALUE_NULL;
}

static Value iterator_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    TupleIterator *it = AS(TupleIterator, self);
    return value_small(it->tuple == VALUE_NULL ? 0 : (int64_t)AS(Tuple, it->tuple)->length - it->index);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    ITERATOR_COPIES,
    {0},
};

const TypeDef type_tuple_iterator_def = {
    .name = "tuple_iterator",
    .size = sizeof(TupleIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = object_itself, .next = iterator_next},
    .methods = iterator_methods,
};
