/* deque.c: the module _collections: deque, a ring of values that grows at both ends. */
#include "deque.h"
#include "iterators.h"
#include "dict.h"
#include "builtins.h"
#include "guard.h"
#include "modules.h"
#include "vm_state.h"
#include "walk.h"
#include <stddef.h>

#define RING_MIN 8u
#define NO_MAXIMUM UINT32_MAX

typedef struct Deque {
    Obj head;
    void *weakrefs;
    Value *ring;       /* owned */
    uint32_t capacity; /* a power of two, or 0 */
    uint32_t first, length;
    uint32_t max;
    uint32_t changes; /* counted for iterators */
} Deque;

typedef struct DequeIterator {
    Obj head;
    Value deque;
    uint32_t index, changes;
    bool backwards;
} DequeIterator;

static Type *deque_type(Vm *vm) {
    return vm->state->module_state[MODULE__collections];
}

static Type *iterator_type(Vm *vm, bool backwards) {
    return vm->state->module_state[backwards ? STATE_deque_reverse_iterator : STATE_deque_iterator];
}

static bool is_deque(Vm *vm, Value v) {
    return value_is_obj(v) && type_is_subtype(value_obj(v)->type, deque_type(vm));
}

static inline Value *at(const Deque *d, uint32_t i) {
    return &d->ring[(d->first + i) & (d->capacity - 1)];
}

static bool grow(Vm *vm, Deque *d) {
    if (d->length < d->capacity) return true;
    uint32_t capacity = d->capacity == 0 ? RING_MIN : d->capacity * 2;
    if (capacity > (uint32_t)INT32_MAX / sizeof(Value)) return raise_no_memory(vm) != VALUE_NULL;
    Value *ring = mem_alloc(vm->mem, capacity * sizeof(Value));
    if (ring == NULL) return raise_no_memory(vm) != VALUE_NULL;
    for (uint32_t i = 0; i < d->length; i++) ring[i] = *at(d, i);
    if (d->ring != NULL) mem_free(vm->mem, d->ring, d->capacity * sizeof(Value));
    d->ring = ring;
    d->capacity = capacity;
    d->first = 0;
    return true;
}

static Value pop_first(Deque *d) { /* must not be empty */
    Value v = *at(d, 0);
    d->first = (d->first + 1) & (d->capacity - 1);
    d->length--;
    d->changes++;
    return v;
}

static Value pop_last(Deque *d) {
    d->changes++;
    return *at(d, --d->length);
}

static bool push_last(Vm *vm, Deque *d, Value v) {
    if (!grow(vm, d)) return false;
    *at(d, d->length++) = value_retain(v);
    d->changes++;
    if (d->length > d->max) value_release(vm, pop_first(d));
    return true;
}

static bool push_first(Vm *vm, Deque *d, Value v) {
    if (!grow(vm, d)) return false;
    d->first = (d->first - 1) & (d->capacity - 1);
    d->length++;
    *at(d, 0) = value_retain(v);
    d->changes++;
    if (d->length > d->max) value_release(vm, pop_last(d));
    return true;
}

/* ---- for other rooms */

bool deque_is_plain(Vm *vm, Value v) {
    return value_is_obj(v) && value_obj(v)->type == deque_type(vm);
}

uint32_t deque_size(Value deque) {
    return AS(Deque, deque)->length;
}

bool deque_append(Vm *vm, Value deque, Value v) {
    return push_last(vm, AS(Deque, deque), v);
}

Value deque_popleft(Value deque) {
    Deque *d = AS(Deque, deque);
    return d->length == 0 ? VALUE_NULL : pop_first(d);
}

static void deque_drop(Vm *vm, Deque *d) {
    Deque old = *d;
    d->ring = NULL;
    d->capacity = d->first = d->length = 0;
    d->changes++;
    for (uint32_t i = 0; i < old.length; i++) value_release(vm, *at(&old, i));
    if (old.ring != NULL) mem_free(vm->mem, old.ring, old.capacity * sizeof(Value));
}

static bool append_item(Vm *vm, void *context, Value item) {
    return push_last(vm, context, item);
}

static bool prepend_item(Vm *vm, void *context, Value item) {
    return push_first(vm, context, item);
}

static bool extend(Vm *vm, Deque *d, Value iterable, bool left) {
    Value items = iterable == obj_value(d) ? list_from_iterable(vm, iterable) : value_retain(iterable);
    if (items == VALUE_NULL) return false;
    bool ok = object_for_each(vm, items, left ? prepend_item : append_item, d);
    value_release(vm, items);
    return ok;
}

/* The same by walking. state[0] is the deque, state[1] what the end gives. */
static enum walk_go walked_last(Vm *vm, Value *state, Value item) {
    bool pushed = push_last(vm, AS(Deque, state[0]), item);
    value_release(vm, item);
    return pushed ? WALK_ON : WALK_FAILED;
}

static enum walk_go walked_first(Vm *vm, Value *state, Value item) {
    bool pushed = push_first(vm, AS(Deque, state[0]), item);
    value_release(vm, item);
    return pushed ? WALK_ON : WALK_FAILED;
}

static Value walked_extend(Vm *vm, Value *state) {
    (void)vm;
    return value_retain(state[1]);
}

static Value extend_tail(Vm *vm, Value deque, Value iterable, bool left, Value result) {
    static const WalkOps last = {walked_last, walk_never_quick, walked_extend},
                         first = {walked_first, walk_never_quick, walked_extend};
    Value iterator, state[] = {deque, result};
    int walk = walk_wanted(vm, iterable, &iterator);
    if (walk < 0) return VALUE_NULL;
    if (walk == 0) return extend(vm, AS(Deque, deque), iterable, left) ? value_retain(result) : VALUE_NULL;
    value_retain(deque);
    value_retain(result);
    return walk_tail(vm, left ? &first : &last, iterator, state, 2);
}

static Deque *deque_new_of(Vm *vm, Type *type, uint32_t max) {
    Deque *d = object_new(vm, type, 0);
    if (d != NULL) d->max = max;
    return d;
}

/* A class below deque is called, with the deque and its maximum, as in CPython. */
static Value copy_by_class(Vm *vm, const Deque *d) {
    Value type = obj_value(d->head.type), args[2] = {obj_value(d), value_small(d->max)};
    Value copy = call_value(vm, type, args, d->max == NO_MAXIMUM ? 1 : 2, NULL);
    if (copy == VALUE_NULL || is_deque(vm, copy)) return copy;
    raise_error(vm, T_TypeError, "%N() must return a deque, not %T", d->head.type, copy);
    value_release(vm, copy);
    return VALUE_NULL;
}

static Value deque_copy(Vm *vm, Deque *d) {
    if (d->head.type != deque_type(vm)) return copy_by_class(vm, d);
    Deque *copy = deque_new_of(vm, deque_type(vm), d->max);
    for (uint32_t i = 0; copy != NULL && i < d->length; i++) {
        if (push_last(vm, copy, *at(d, i))) continue;
        obj_release(vm, copy);
        return VALUE_NULL;
    }
    return obj_value(copy);
}

/* ---- slots */

static void deque_dealloc(Vm *vm, Obj *self) {
    deque_drop(vm, (Deque *)self);
}

static void deque_traverse(Obj *self, VisitFn visit, void *context) {
    Deque *d = (Deque *)self;
    for (uint32_t i = 0; i < d->length; i++) visit(context, *at(d, i));
}

/* What it is made of, and its maximum. False with an exception. */
static bool bind_new(Vm *vm, Deque *d, const Value *args, uint32_t nargs, Tuple *kwnames, Value *iterable) {
    static const char *const names[] = {"iterable", "maxlen", NULL};
    static const ArgSpec spec = {"deque", names, 0, 2, 0};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return false;
    *iterable = out[0];
    if (out[1] == VALUE_NULL || out[1] == VALUE_NONE) {
        d->max = NO_MAXIMUM;
        return true;
    }
    int64_t max;
    if (!is_int(out[1])) {
        raise_error(vm, T_TypeError, "an integer is required");
        return false;
    }
    if (!object_as_index(vm, out[1], &max, INDEX_ARGUMENT)) return false;
    if (max < 0) {
        raise_error(vm, T_ValueError, "maxlen must be non-negative");
        return false;
    }
    d->max = max >= NO_MAXIMUM ? NO_MAXIMUM - 1 : (uint32_t)max;
    return true;
}

/* One of what Python code gives is filled at once, by walking. */
static Value deque_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value made = obj_value(deque_new_of(vm, type, NO_MAXIMUM)), iterable;
    if (made == VALUE_NULL || type != deque_type(vm) || nargs == 0 || !value_is_obj(args[0])) return made;
    if (!gen_steps(args[0]) && !next_runs_code(vm, args[0])) return made;
    Value filled = bind_new(vm, AS(Deque, made), args, nargs, kwnames, &iterable)
                       ? extend_tail(vm, made, iterable, false, made)
                       : VALUE_NULL;
    value_release(vm, made);
    return filled;
}

static int deque_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Deque *d = AS(Deque, self);
    Value iterable;
    if (!bind_new(vm, d, args, nargs, kwnames, &iterable)) return -1;
    if (d->length > 0) deque_drop(vm, d);
    return iterable == VALUE_NULL || extend(vm, d, iterable, false) ? 0 : -1;
}

static Value deque_repr(Vm *vm, Value self) {
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "[...]", 5));
    Value list = list_from_iterable(vm, self);
    Str *name = value_obj(self)->type->name;
    Str *text = NULL;
    if (list != VALUE_NULL) {
        uint32_t max = AS(Deque, self)->max;
        text = max == NO_MAXIMUM ? str_format(vm, "%S(%R)", name, list)
                                 : str_format(vm, "%S(%R, maxlen=%u)", name, list, max);
    }
    value_release(vm, list);
    repr_leave(vm, &mark);
    return obj_value(text);
}

static Value deque_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_deque(vm, self) || !is_deque(vm, other)) return VALUE_NOT_IMPLEMENTED;
    if ((op == COMPARE_EQ || op == COMPARE_NE) && AS(Deque, self)->length != AS(Deque, other)->length)
        return value_bool(op == COMPARE_NE);
    Value a = list_from_iterable(vm, self), b = a == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, other);
    Value r = b == VALUE_NULL ? VALUE_NULL : object_compare(vm, a, b, op);
    value_release(vm, a);
    value_release(vm, b);
    return r;
}

static int64_t deque_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Deque, self)->length;
}

static bool place_of(Vm *vm, Deque *d, Value key, uint32_t *place) {
    int64_t i;
    if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "sequence index must be integer, not '%T'", key);
        return false;
    }
    if (!object_as_index(vm, key, &i, INDEX_EXACT)) return false;
    if (i < 0) i += d->length;
    if (i < 0 || i >= d->length) {
        raise_error(vm, T_IndexError, "deque index out of range");
        return false;
    }
    *place = (uint32_t)i;
    return true;
}

static Value deque_getitem(Vm *vm, Value self, Value key) {
    uint32_t i;
    return place_of(vm, AS(Deque, self), key, &i) ? value_retain(*at(AS(Deque, self), i)) : VALUE_NULL;
}

static Value remove_at(Deque *d, uint32_t i) {
    Value v = *at(d, i);
    for (; i + 1 < d->length; i++) *at(d, i) = *at(d, i + 1);
    d->length--;
    d->changes++;
    return v;
}

static bool deque_setitem(Vm *vm, Value self, Value key, Value value) {
    Deque *d = AS(Deque, self);
    uint32_t i;
    if (!place_of(vm, d, key, &i)) return false;
    if (value == VALUE_NULL) {
        value_release(vm, remove_at(d, i));
    } else {
        value_set(vm, at(d, i), value_retain(value));
    }
    return true;
}

/* The first place from `from` to `to` that holds the item, -1 absent, -2 error. */
static int64_t find(Vm *vm, Deque *d, Value item, uint32_t from, uint32_t to) {
    uint32_t changes = d->changes;
    for (uint32_t i = from; i < to; i++) {
        Value mine = value_retain(*at(d, i));
        int equal = object_equal(vm, mine, item);
        value_release(vm, mine);
        if (equal != 0) return equal < 0 ? -2 : (int64_t)i;
        if (d->changes != changes) {
            raise_error(vm, T_RuntimeError, "deque mutated during iteration");
            return -2;
        }
    }
    return -1;
}

static int deque_contains(Vm *vm, Value self, Value item) {
    int64_t i = find(vm, AS(Deque, self), item, 0, AS(Deque, self)->length);
    return i == -2 ? -1 : i >= 0;
}

static Value deque_concat(Vm *vm, Value a, Value b) {
    if (!is_deque(vm, a)) return VALUE_NOT_IMPLEMENTED;
    if (!is_deque(vm, b)) return raise_error(vm, T_TypeError, "can only concatenate deque (not \"%T\") to deque", b);
    Value r = deque_copy(vm, AS(Deque, a));
    if (r == VALUE_NULL || extend(vm, AS(Deque, r), b, false)) return r;
    value_release(vm, r);
    return VALUE_NULL;
}

/* In place. */
static bool repeat_items(Vm *vm, Deque *d, Value count) {
    int64_t times;
    if (!sequence_times(vm, count, d->length, INT32_MAX / sizeof(Value), &times)) return false;
    if (times == 0) deque_drop(vm, d);
    if (times < 2 || d->length == 0) return true;
    Value items = list_from_iterable(vm, obj_value(d));
    bool ok = items != VALUE_NULL;
    for (; ok && times > 1; times--) ok = extend(vm, d, items, false);
    value_release(vm, items);
    return ok;
}

static Value deque_repeat(Vm *vm, Value a, Value b) {
    if (!is_deque(vm, a)) return is_deque(vm, b) ? deque_repeat(vm, b, a) : VALUE_NOT_IMPLEMENTED;
    Value r = deque_copy(vm, AS(Deque, a));
    if (r == VALUE_NULL || repeat_items(vm, AS(Deque, r), b)) return r;
    value_release(vm, r);
    return VALUE_NULL;
}

static Value deque_binary(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) return deque_concat(vm, a, b);
    if (op == BINARY_MUL) return deque_repeat(vm, a, b);
    return VALUE_NOT_IMPLEMENTED;
}

static Value deque_inplace(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) return extend(vm, AS(Deque, a), b, false) ? value_retain(a) : VALUE_NULL;
    if (op == BINARY_MUL) return repeat_items(vm, AS(Deque, a), b) ? value_retain(a) : VALUE_NULL;
    return VALUE_NOT_IMPLEMENTED;
}

static Value iterate(Vm *vm, Value self, bool backwards) {
    DequeIterator *it = object_new(vm, iterator_type(vm, backwards), 0);
    if (it == NULL) return VALUE_NULL;
    it->deque = value_retain(self);
    it->changes = AS(Deque, self)->changes;
    it->backwards = backwards;
    return obj_value(it);
}

static Value deque_iter(Vm *vm, Value self) {
    return iterate(vm, self, false);
}

/* ---- methods */

static NATIVE(method_append) {
    UNUSED_ARGS;
    return push_last(vm, AS(Deque, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_appendleft) {
    UNUSED_ARGS;
    return push_first(vm, AS(Deque, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_pop) {
    UNUSED_ARGS;
    if (AS(Deque, self)->length == 0) return raise_error(vm, T_IndexError, "pop from an empty deque");
    return pop_last(AS(Deque, self));
}

static NATIVE(method_popleft) {
    UNUSED_ARGS;
    if (AS(Deque, self)->length == 0) return raise_error(vm, T_IndexError, "pop from an empty deque");
    return pop_first(AS(Deque, self));
}

static NATIVE(method_extend) {
    UNUSED_ARGS;
    return extend_tail(vm, self, args[0], false, VALUE_NONE);
}

static NATIVE(method_extendleft) {
    UNUSED_ARGS;
    return extend_tail(vm, self, args[0], true, VALUE_NONE);
}

static NATIVE(method_clear) {
    UNUSED_ARGS;
    deque_drop(vm, AS(Deque, self));
    return VALUE_NONE;
}

static NATIVE(method_copy) {
    UNUSED_ARGS;
    return deque_copy(vm, AS(Deque, self));
}

static NATIVE(method_count) {
    UNUSED_ARGS;
    Deque *d = AS(Deque, self);
    int64_t count = 0, i = -1;
    uint32_t changes = d->changes;
    while ((i = find(vm, d, args[0], (uint32_t)(i + 1), d->length)) >= 0) {
        if (d->changes != changes) return raise_error(vm, T_RuntimeError, "deque mutated during iteration");
        count++;
    }
    return i == -2 ? VALUE_NULL : value_small(count);
}

static NATIVE(method_index) {
    UNUSED_ARGS;
    Deque *d = AS(Deque, self);
    int64_t start, stop;
    if (!slice_search(vm, args, nargs, &d->length, &start, &stop)) return VALUE_NULL;
    if (stop > d->length) stop = d->length;
    int64_t i = start < stop ? find(vm, d, args[0], (uint32_t)start, (uint32_t)stop) : -1;
    if (i == -2) return VALUE_NULL;
    return i < 0 ? raise_error(vm, T_ValueError, "deque.index(x): x not in deque") : value_small(i);
}

static NATIVE(method_remove) {
    UNUSED_ARGS;
    Deque *d = AS(Deque, self);
    uint32_t changes = d->changes;
    int64_t i = find(vm, d, args[0], 0, d->length);
    if (d->changes != changes && (i >= 0 || error_matches(vm, T_RuntimeError))) {
        error_clear(vm);
        return raise_error(vm, T_IndexError, "deque mutated during iteration");
    }
    if (i == -2) return VALUE_NULL;
    if (i < 0) return raise_error(vm, T_ValueError, "deque.remove(x): x not in deque");
    value_release(vm, remove_at(d, (uint32_t)i));
    return VALUE_NONE;
}

static NATIVE(method_insert) {
    UNUSED_ARGS;
    Deque *d = AS(Deque, self);
    int64_t index;
    if (!object_as_index(vm, args[0], &index, INDEX_ARGUMENT)) return VALUE_NULL;
    if (d->length >= d->max) return raise_error(vm, T_IndexError, "deque already at its maximum size");
    if (index < 0) index = index + d->length < 0 ? 0 : index + d->length;
    if (index > d->length) index = d->length;
    if (!grow(vm, d)) return VALUE_NULL;
    d->length++;
    for (uint32_t i = d->length - 1; i > (uint32_t)index; i--) *at(d, i) = *at(d, i - 1);
    *at(d, (uint32_t)index) = value_retain(args[1]);
    d->changes++;
    return VALUE_NONE;
}

static NATIVE(method_reverse) {
    UNUSED_ARGS;
    (void)vm;
    Deque *d = AS(Deque, self);
    for (uint32_t i = 0, j = d->length; i + 1 < j; i++) {
        Value v = *at(d, i);
        *at(d, i) = *at(d, --j);
        *at(d, j) = v;
    }
    return VALUE_NONE;
}

static NATIVE(method_rotate) {
    UNUSED_ARGS;
    Deque *d = AS(Deque, self);
    int64_t steps = 1;
    if (nargs > 0 && !object_as_index(vm, args[0], &steps, INDEX_ARGUMENT)) return VALUE_NULL;
    if (d->length < 2) return VALUE_NONE;
    steps %= d->length;
    if (steps < 0) steps += d->length;
    d->changes++;
    for (; steps > 0; steps--) { /* the last one comes to the front */
        Value v = *at(d, d->length - 1);
        d->first = (d->first - 1) & (d->capacity - 1);
        *at(d, 0) = v;
    }
    return VALUE_NONE;
}

static NATIVE(method_reversed) {
    UNUSED_ARGS;
    return iterate(vm, self, true);
}

static const MethodDef deque_methods[] = {
    {"append", method_append, 1, 1, false, METHOD_PLAIN, "Add an element to the right side of the deque."},
    {"appendleft", method_appendleft, 1, 1, false, METHOD_PLAIN, "Add an element to the left side of the deque."},
    {"pop", method_pop, 0, 0, false, METHOD_PLAIN, "Remove and return the rightmost element."},
    {"popleft", method_popleft, 0, 0, false, METHOD_PLAIN, "Remove and return the leftmost element."},
    {"extend", method_extend, 1, 1, false, METHOD_PLAIN, NULL},
    {"extendleft", method_extendleft, 1, 1, false, METHOD_PLAIN, NULL},
    {"clear", method_clear, 0, 0, false, METHOD_PLAIN, "Remove all elements from the deque."},
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, "Return a shallow copy of a deque."},
    {"__copy__", method_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {"count", method_count, 1, 1, false, METHOD_AGAIN, NULL},
    {"index", method_index, 1, 3, false, METHOD_AGAIN, NULL},
    {"remove", method_remove, 1, 1, false, METHOD_AGAIN, NULL},
    {"insert", method_insert, 2, 2, false, METHOD_PLAIN, NULL},
    {"reverse", method_reverse, 0, 0, false, METHOD_PLAIN, NULL},
    {"rotate", method_rotate, 0, 1, false, METHOD_PLAIN, NULL},
    {"__reversed__", method_reversed, 0, 0, false, METHOD_PLAIN, NULL},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static Value get_maxlen(Vm *vm, Value self) {
    (void)vm;
    uint32_t max = AS(Deque, self)->max;
    return max == NO_MAXIMUM ? VALUE_NONE : value_small(max);
}

static const GetSetDef deque_getset[] = {{"maxlen", get_maxlen, NULL, NULL}, {0}};

static const TypeDef deque_def = {
    .name = "collections.deque",
    .size = sizeof(Deque),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS | TYPE_SEQUENCE | TYPE_BY_INDEX,
    .weak_offset = offsetof(Deque, weakrefs),
    .doc = "A list-like sequence optimized for data accesses near its endpoints.",
    .slots = {.dealloc = deque_dealloc,
              .traverse = deque_traverse,
              .repr = deque_repr,
              .hash = hash_not_implemented,
              .compare = deque_compare,
              .iter = deque_iter,
              .binary = deque_binary,
              .sequence = deque_binary,
              .inplace = deque_inplace,
              .length = deque_length,
              .getitem = deque_getitem,
              .setitem = deque_setitem,
              .contains = deque_contains,
              .new = deque_new,
              .init = deque_init},
    .methods = deque_methods,
    .getset = deque_getset,
    .binary_ops = 1u << BINARY_ADD | 1u << BINARY_MUL,
    .inplace_ops = 1u << BINARY_ADD | 1u << BINARY_MUL,
};

/* ---- the iterator */

static void iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((DequeIterator *)self)->deque);
}

static void iterator_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((DequeIterator *)self)->deque);
}

static Value iterator_next(Vm *vm, Value self) {
    DequeIterator *it = AS(DequeIterator, self);
    Deque *d = AS(Deque, it->deque);
    if (it->changes != d->changes) return raise_error(vm, T_RuntimeError, "deque mutated during iteration");
    if (it->index >= d->length) return VALUE_NULL;
    uint32_t i = it->index++;
    return value_retain(*at(d, it->backwards ? d->length - 1 - i : i));
}

static NATIVE(iterator_length_hint) {
    UNUSED_ARGS;
    (void)vm;
    DequeIterator *it = AS(DequeIterator, self);
    uint32_t length = AS(Deque, it->deque)->length;
    return value_small(it->index < length ? length - it->index : 0);
}

static NATIVE(iterator_reduce_deque) {
    UNUSED_ARGS;
    const DequeIterator *it = AS(DequeIterator, self);
    Tuple *arguments = tuple_pack(vm, 2, it->deque, value_small(it->index));
    return reduced_parts(vm, obj_value(type_of(vm, self)), arguments, VALUE_NULL);
}

/* The iterator that stands after `index` items. */
static Value iterator_of(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t index = 0;
    if (nargs < 1 || nargs > 2 || !type_is_subtype(type_of(vm, args[0]), deque_type(vm)))
        return raise_error(vm, T_TypeError, "%N expects a deque and an index", type);
    if (nargs == 2 && !object_as_index(vm, args[1], &index, INDEX_CLIPPED)) return VALUE_NULL;
    Value made = iterate(vm, args[0], type == iterator_type(vm, true));
    int64_t length = AS(Deque, args[0])->length;
    if (made != VALUE_NULL)
        AS(DequeIterator, made)->index = (uint32_t)(index < 0 ? 0 : index > length ? length : index);
    return made;
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", iterator_reduce_deque, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

#define ITERATOR_DEF(its_name)                                                                                         \
    {                                                                                                                  \
        .name = its_name, .size = sizeof(DequeIterator), .flags = TYPE_GC,                                             \
        .slots = {.dealloc = iterator_dealloc,                                                                         \
                  .traverse = iterator_traverse,                                                                       \
                  .iter = object_itself,                                                                               \
                  .next = iterator_next,                                                                               \
                  .new = iterator_of},                                                                                 \
        .methods = iterator_methods,                                                                                   \
    }
static const TypeDef iterator_def = ITERATOR_DEF("collections._deque_iterator");
static const TypeDef reverse_iterator_def = ITERATOR_DEF("collections._deque_reverse_iterator");

/* ---- fields of named tuples */

typedef struct TupleGetter {
    Obj head;
    uint32_t index;
    Value doc;
} TupleGetter;

static Value getter_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t index;
    if (nargs != 2) return raise_error(vm, T_TypeError, "_tuplegetter expected 2 arguments, got %u", nargs);
    if (!object_as_int64(vm, args[0], &index)) return VALUE_NULL;
    TupleGetter *g = object_new(vm, type, 0);
    if (g == NULL) return VALUE_NULL;
    g->index = (uint32_t)index;
    g->doc = value_retain(args[1]);
    return obj_value(g);
}

static void getter_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((TupleGetter *)self)->doc);
}

static Value getter_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    TupleGetter *g = AS(TupleGetter, self);
    if (object == VALUE_NULL || object == VALUE_NONE) return value_retain(self);
    if (!is_tuple(object))
        return raise_error(vm, T_TypeError,
                           "descriptor for index '%u' for tuple subclasses doesn't apply to '%T' object", g->index,
                           object);
    if (g->index >= AS(Tuple, object)->length) return raise_error(vm, T_IndexError, "tuple index out of range");
    return value_retain(AS(Tuple, object)->items[g->index]);
}

static bool getter_set(Vm *vm, Value self, Value object, Value value) {
    (void)self, (void)object;
    raise_error(vm, T_AttributeError, value == VALUE_NULL ? "can't delete attribute" : "can't set attribute");
    return false;
}

static Value getter_repr(Vm *vm, Value self) {
    TupleGetter *g = AS(TupleGetter, self);
    return obj_value(str_format(vm, "_tuplegetter(%u, %R)", g->index, g->doc));
}

static Value getter_doc(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(TupleGetter, self)->doc);
}

static bool getter_set_doc(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(TupleGetter, self)->doc, value == VALUE_NULL ? VALUE_NONE : value_retain(value));
    return true;
}

static NATIVE(getter_reduce) {
    UNUSED_ARGS;
    const TupleGetter *g = AS(TupleGetter, self);
    Tuple *parts = tuple_pack(vm, 2, value_small(g->index), g->doc);
    if (parts == NULL) return VALUE_NULL;
    Tuple *pair = tuple_pack(vm, 2, obj_value(type_of(vm, self)), obj_value(parts));
    obj_release(vm, parts);
    return pair == NULL ? VALUE_NULL : obj_value(pair);
}

static const GetSetDef getter_getset[] = {{"__doc__", getter_doc, getter_set_doc, NULL}, {0}};
static const MethodDef getter_methods[] = {{"__reduce__", getter_reduce, 0, 0, false, METHOD_PLAIN, NULL}, {0}};

static const TypeDef getter_def = {
    .name = "collections._tuplegetter",
    .size = sizeof(TupleGetter),
    .flags = TYPE_DATA_DESCR,
    .slots = {.dealloc = getter_dealloc,
              .repr = getter_repr,
              .descr_get = getter_get,
              .descr_set = getter_set,
              .new = getter_new},
    .methods = getter_methods,
    .getset = getter_getset,
};

static const MethodDef collections_functions[] = {
    {"_count_elements", collections_count_elements, 2, 2, false, METHOD_PLAIN,
     "Count elements in the iterable, updating the mapping"},
    {0},
};

Value module_init__collections(Vm *vm) {
    Module *m = module_new(vm, "_collections");
    if (m == NULL) return VALUE_NULL;
    Type *deque = type_make(vm, &deque_def, NULL), *iterator = type_make(vm, &iterator_def, NULL);
    vm->state->module_state[MODULE__collections] = deque;
    Type *backwards = type_make(vm, &reverse_iterator_def, NULL);
    vm->state->module_state[STATE_deque_iterator] = iterator;
    vm->state->module_state[STATE_deque_reverse_iterator] = backwards;
    Type *getter = type_make(vm, &getter_def, NULL);
    if (deque != NULL && iterator != NULL && backwards != NULL && getter != NULL &&
        module_add(vm, m, "deque", value_retain(obj_value(deque))) &&
        module_add(vm, m, "_deque_iterator", value_retain(obj_value(iterator))) &&
        module_add(vm, m, "_tuplegetter", value_retain(obj_value(getter))) && odict_boot(vm, m) &&
        module_add_functions(vm, m, collections_functions))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
