/* range.c: ranges and the iterator over them: C numbers when everything fits a small int, Python ints otherwise. */
#include "iterators.h"
#include "type_defs.h"

static Value int_op(Vm *vm, int op, Value a, Value b) { /* consumes neither; VALUE_NULL passes through */
    return a == VALUE_NULL || b == VALUE_NULL ? VALUE_NULL : int_binary(vm, op, a, b);
}

/* How many numbers there are, for C numbers. */
static uint64_t count_small(int64_t start, int64_t stop, int64_t step) {
    if (step > 0) return start >= stop ? 0 : ((uint64_t)stop - (uint64_t)start - 1) / (uint64_t)step + 1;
    return start <= stop ? 0 : ((uint64_t)start - (uint64_t)stop - 1) / (0 - (uint64_t)step) + 1;
}

/* The same for any ints: (|stop - start| - 1) // |step| + 1. */
static Value count_big(Vm *vm, Value start, Value stop, Value step) {
    bool up = int_sign(step) > 0;
    Value low = up ? start : stop, high = up ? stop : start;
    if (int_compare(low, high) >= 0) return value_small(0);
    Value span = int_op(vm, BINARY_SUB, high, low);
    Value less = int_op(vm, BINARY_SUB, span, value_small(1));
    Value stride = up ? value_retain(step) : int_op(vm, BINARY_SUB, value_small(0), step);
    Value steps = int_op(vm, BINARY_FLOORDIV, less, stride);
    Value count = int_op(vm, BINARY_ADD, steps, value_small(1));
    value_release(vm, span);
    value_release(vm, less);
    value_release(vm, stride);
    value_release(vm, steps);
    return count;
}

/* Takes the three ints over. */
static Value range_make(Vm *vm, Value start, Value stop, Value step) {
    Value length = VALUE_NULL;
    bool small = value_is_int(start) && value_is_int(stop) && value_is_int(step);
    if (small) {
        uint64_t n = count_small(value_as_small(start), value_as_small(stop), value_as_small(step));
        length = int_from_uint64(vm, n);
        small = value_is_int(length);
    } else {
        length = count_big(vm, start, stop, step);
    }
    Range *r = length == VALUE_NULL ? NULL : object_new(vm, TYPE(vm, range), 0);
    if (r == NULL) {
        value_release(vm, start);
        value_release(vm, stop);
        value_release(vm, step);
        value_release(vm, length);
        return VALUE_NULL;
    }
    r->start = start, r->stop = stop, r->step = step, r->length = length;
    r->small = small;
    if (small) r->first = value_as_small(start), r->stride = value_as_small(step), r->count = value_as_small(length);
    return obj_value(r);
}

Value range_new(Vm *vm, int64_t start, int64_t stop, int64_t step) {
    Value a = int_from_int64(vm, start), b = int_from_int64(vm, stop), c = int_from_int64(vm, step);
    if (a != VALUE_NULL && b != VALUE_NULL && c != VALUE_NULL) return range_make(vm, a, b, c);
    value_release(vm, a);
    value_release(vm, b);
    value_release(vm, c);
    return VALUE_NULL;
}

static Value range_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    if (kwnames != NULL && kwnames->length > 0)
        return raise_error(vm, T_TypeError, "range() takes no keyword arguments");
    if (nargs < 1) return raise_error(vm, T_TypeError, "range expected at least 1 argument, got 0");
    if (nargs > 3) return raise_error(vm, T_TypeError, "range expected at most 3 arguments, got %u", nargs);
    Value given[3] = {value_small(0), VALUE_NULL, value_small(1)};
    for (uint32_t i = 0; i < nargs; i++) {
        Value v = object_index(vm, args[i]);
        if (v == VALUE_NULL) {
            for (uint32_t k = 0; k < 3; k++) value_release(vm, given[k]);
            return VALUE_NULL;
        }
        given[nargs == 1 ? 1 : i] = v;
    }
    if (given[2] == value_small(0)) {
        value_release(vm, given[0]);
        value_release(vm, given[1]);
        return raise_error(vm, T_ValueError, "range() arg 3 must not be zero");
    }
    return range_make(vm, given[0], given[1], given[2]);
}

static void range_dealloc(Vm *vm, Obj *self) {
    Range *r = (Range *)self;
    value_clear(vm, &r->start);
    value_clear(vm, &r->stop);
    value_clear(vm, &r->step);
    value_clear(vm, &r->length);
}

static Value range_repr(Vm *vm, Value self) {
    Range *r = AS(Range, self);
    if (r->step == value_small(1)) return obj_value(str_format(vm, "range(%R, %R)", r->start, r->stop));
    return obj_value(str_format(vm, "range(%R, %R, %R)", r->start, r->stop, r->step));
}

static int64_t range_length(Vm *vm, Value self) {
    Range *r = AS(Range, self);
    if (r->small) return r->count;
    int64_t n;
    if (int_as_int64(r->length, &n)) return n;
    raise_error(vm, T_OverflowError, "Python int too large to convert to C ssize_t");
    return -1;
}

static int range_truth(Vm *vm, Value self) {
    (void)vm;
    return int_sign(AS(Range, self)->length) != 0;
}

/* start + i * step */
static Value item_at(Vm *vm, Range *r, Value i) {
    if (r->small && value_is_int(i)) return int_from_int64(vm, r->first + value_as_small(i) * r->stride);
    Value offset = int_op(vm, BINARY_MUL, i, r->step);
    Value v = int_op(vm, BINARY_ADD, r->start, offset);
    value_release(vm, offset);
    return v;
}

static Value big_index(Vm *vm, Range *r, Value i) {
    Value from_end = int_sign(i) < 0 ? int_op(vm, BINARY_ADD, i, r->length) : value_retain(i);
    if (from_end == VALUE_NULL) return VALUE_NULL;
    Value v = int_sign(from_end) < 0 || int_compare(from_end, r->length) >= 0
                  ? raise_error(vm, T_IndexError, "range object index out of range")
                  : item_at(vm, r, from_end);
    value_release(vm, from_end);
    return v;
}

static Value range_slice(Vm *vm, Range *r, Value slice) {
    Value at[3];
    if (!slice_whole_indices(vm, slice, r->length, at)) return VALUE_NULL;
    Value a = item_at(vm, r, at[0]), b = item_at(vm, r, at[1]);
    Value stride = int_op(vm, BINARY_MUL, r->step, at[2]);
    for (int i = 0; i < 3; i++) value_release(vm, at[i]);
    if (a != VALUE_NULL && b != VALUE_NULL && stride != VALUE_NULL) return range_make(vm, a, b, stride);
    value_release(vm, a);
    value_release(vm, b);
    value_release(vm, stride);
    return VALUE_NULL;
}

static Value range_getitem(Vm *vm, Value self, Value key) {
    Range *r = AS(Range, self);
    if (is_exact(vm, key, T_slice)) return range_slice(vm, r, key);
    if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL)
        return raise_error(vm, T_TypeError, "range indices must be integers or slices, not %T", key);
    Value i = object_index(vm, key);
    if (i == VALUE_NULL) return VALUE_NULL;
    Value v = big_index(vm, r, i);
    value_release(vm, i);
    return v;
}

/* The place of an int in the range, as an int; VALUE_NULL: not in it, or error. */
static Value place_of(Vm *vm, Range *r, Value item) {
    if (r->small && value_is_int(item)) {
        int64_t offset = value_as_small(item) - r->first;
        int64_t place = offset / r->stride;
        return offset % r->stride == 0 && place >= 0 && place < r->count && (offset == 0 || place != 0)
                   ? value_small(place)
                   : VALUE_NULL;
    }
    Value offset = int_op(vm, BINARY_SUB, item, r->start);
    Value rest = int_op(vm, BINARY_MOD, offset, r->step);
    Value place = rest == VALUE_NULL || int_sign(rest) != 0 ? VALUE_NULL : int_op(vm, BINARY_FLOORDIV, offset, r->step);
    value_release(vm, offset);
    value_release(vm, rest);
    if (place != VALUE_NULL && (int_sign(place) < 0 || int_compare(place, r->length) >= 0)) value_clear(vm, &place);
    return place;
}

static bool is_exact_int(Vm *vm, Value v) {
    return value_is_int(v) || value_is_bool(v) || type_of(vm, v) == TYPE(vm, int);
}

static Value as_plain_int(Value v) {
    return value_is_bool(v) ? value_small(v == VALUE_TRUE) : v;
}

static int range_contains(Vm *vm, Value self, Value item) {
    Range *r = AS(Range, self);
    if (is_exact_int(vm, item)) {
        Value place = place_of(vm, r, as_plain_int(item));
        value_release(vm, place);
        return place != VALUE_NULL ? 1 : error_is_set(vm) ? -1 : 0;
    }
    Value iterator = object_iter(vm, self), v;
    if (iterator == VALUE_NULL) return -1;
    int equal = 0;
    while (equal == 0 && (v = object_next(vm, iterator)) != VALUE_NULL) {
        equal = object_equal(vm, v, item);
        value_release(vm, v);
    }
    value_release(vm, iterator);
    return error_is_set(vm) ? -1 : equal;
}

static bool same_numbers(Range *a, Range *b) {
    if (int_compare(a->length, b->length) != 0) return false;
    if (int_sign(a->length) == 0) return true;
    if (int_compare(a->start, b->start) != 0) return false;
    return a->length == value_small(1) || int_compare(a->step, b->step) == 0;
}

static Value range_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, other, T_range) || !is_exact(vm, self, T_range))
        return VALUE_NOT_IMPLEMENTED;
    return value_bool(same_numbers(AS(Range, self), AS(Range, other)) == (op == COMPARE_EQ));
}

static bool range_hash(Vm *vm, Value self, int64_t *hash) {
    Range *r = AS(Range, self);
    bool none = int_sign(r->length) == 0, one = r->length == value_small(1);
    Tuple *t = tuple_pack(vm, 3, r->length, none ? VALUE_NONE : r->start, none || one ? VALUE_NONE : r->step);
    if (t == NULL) return false;
    bool ok = object_hash(vm, obj_value(t), hash);
    obj_release(vm, t);
    return ok;
}

/* An iterator; the big values are taken over. */
static Value iterator_make(Vm *vm, int64_t next, int64_t step, int64_t remaining) {
    Type *type = remaining < 0 ? TYPE(vm, longrange_iterator) : TYPE(vm, range_iterator);
    RangeIterator *it = object_new(vm, type, 0);
    if (it == NULL) return VALUE_NULL;
    it->next = next;
    it->step = step;
    it->remaining = remaining;
    return obj_value(it);
}

static Value range_iter(Vm *vm, Value self) {
    Range *r = AS(Range, self);
    if (r->small) return iterator_make(vm, r->first, r->stride, r->count);
    Value it = iterator_make(vm, 0, 0, -1);
    if (it == VALUE_NULL) return VALUE_NULL;
    Value *big = AS(RangeIterator, it)->big;
    big[0] = value_retain(r->start);
    big[1] = value_retain(r->step);
    big[2] = value_retain(r->length);
    return it;
}

static Value range_reversed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Range *r = AS(Range, self);
    if (r->small) return iterator_make(vm, r->count ? r->first + (r->count - 1) * r->stride : 0, -r->stride, r->count);
    Value it = iterator_make(vm, 0, 0, -1);
    if (it == VALUE_NULL) return VALUE_NULL;
    Value *big = AS(RangeIterator, it)->big;
    Value last = int_op(vm, BINARY_SUB, r->length, value_small(1));
    big[0] = last == VALUE_NULL ? VALUE_NULL : item_at(vm, r, last);
    big[1] = int_op(vm, BINARY_SUB, value_small(0), r->step);
    big[2] = value_retain(r->length);
    value_release(vm, last);
    if (big[0] != VALUE_NULL && big[1] != VALUE_NULL) return it;
    value_release(vm, it);
    return VALUE_NULL;
}

static Value range_index(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (is_exact_int(vm, args[0])) {
        Value place = place_of(vm, AS(Range, self), as_plain_int(args[0]));
        if (place != VALUE_NULL || error_is_set(vm)) return place;
        return raise_error(vm, T_ValueError, "range.index(x): x not in range");
    }
    Value iterator = object_iter(vm, self), v;
    if (iterator == VALUE_NULL) return VALUE_NULL;
    int64_t i = 0;
    int equal = 0;
    while ((v = object_next(vm, iterator)) != VALUE_NULL) {
        equal = object_equal(vm, v, args[0]);
        value_release(vm, v);
        if (equal != 0) break;
        i++;
    }
    value_release(vm, iterator);
    if (error_is_set(vm)) return VALUE_NULL;
    return equal ? value_small(i) : raise_error(vm, T_ValueError, "sequence.index(x): x not in sequence");
}

static Value range_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (is_exact_int(vm, args[0])) {
        int in = range_contains(vm, self, args[0]);
        return in < 0 ? VALUE_NULL : value_small(in);
    }
    Value iterator = object_iter(vm, self), v;
    if (iterator == VALUE_NULL) return VALUE_NULL;
    int64_t count = 0;
    int equal = 0;
    while (equal >= 0 && (v = object_next(vm, iterator)) != VALUE_NULL) {
        equal = object_equal(vm, v, args[0]);
        value_release(vm, v);
        count += equal > 0;
    }
    value_release(vm, iterator);
    return error_is_set(vm) ? VALUE_NULL : value_small(count);
}

static const MethodDef range_methods[] = {
    {"index", range_index, 1, 1, false, METHOD_AGAIN, "Return index of value."},
    {"count", range_count, 1, 1, false, METHOD_AGAIN, "Return number of occurrences of value."},
    {"__reversed__", range_reversed, 0, 0, false, METHOD_PLAIN, "Return a reverse iterator."},
    {0},
};

static Value get_start(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Range, self)->start);
}
static Value get_stop(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Range, self)->stop);
}
static Value get_step(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(Range, self)->step);
}

static const GetSetDef range_getset[] = {
    {"start", get_start, set_readonly, NULL},
    {"stop", get_stop, set_readonly, NULL},
    {"step", get_step, set_readonly, NULL},
    {0},
};

const TypeDef type_range_def = {
    .name = "range",
    .size = sizeof(Range),
    .flags = TYPE_SEQUENCE | TYPE_AGAIN,
    .doc = "range(stop) -> range object",
    .slots = {.dealloc = range_dealloc,
              .repr = range_repr,
              .hash = range_hash,
              .compare = range_compare,
              .iter = range_iter,
              .truth = range_truth,
              .length = range_length,
              .getitem = range_getitem,
              .contains = range_contains,
              .new = range_type_new},
    .methods = range_methods,
    .getset = range_getset,
};

/* ---- the iterator */

static void iterator_dealloc(Vm *vm, Obj *self) {
    RangeIterator *it = (RangeIterator *)self;
    for (int i = 0; i < 3; i++) value_clear(vm, &it->big[i]);
}

static Value next_big(Vm *vm, RangeIterator *it) {
    if (int_sign(it->big[2]) == 0) return VALUE_NULL;
    Value next = int_op(vm, BINARY_ADD, it->big[0], it->big[1]);
    Value left = next == VALUE_NULL ? VALUE_NULL : int_op(vm, BINARY_SUB, it->big[2], value_small(1));
    if (left == VALUE_NULL) {
        value_release(vm, next);
        return VALUE_NULL;
    }
    value_set(vm, &it->big[2], left);
    Value now = it->big[0];
    it->big[0] = next;
    return now;
}

static Value iterator_next(Vm *vm, Value self) {
    RangeIterator *it = AS(RangeIterator, self);
    if (it->remaining < 0) return next_big(vm, it);
    if (it->remaining == 0) return VALUE_NULL;
    int64_t now = it->next;
    it->remaining--;
    if (it->remaining > 0) it->next += it->step;
    return value_small(now);
}

static Value iterator_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    RangeIterator *it = AS(RangeIterator, self);
    return it->remaining < 0 ? value_retain(it->big[2]) : value_small(it->remaining);
}

/* The range of what is still to come, as a new range. */
static Value range_left(Vm *vm, const RangeIterator *it) {
    bool big = it->remaining < 0;
    Value next = big ? value_retain(it->big[0]) : int_from_int64(vm, it->next);
    Value step = big ? value_retain(it->big[1]) : int_from_int64(vm, it->step);
    Value count = big ? value_retain(it->big[2]) : int_from_int64(vm, it->remaining);
    Value way = next == VALUE_NULL || step == VALUE_NULL || count == VALUE_NULL
                    ? VALUE_NULL
                    : object_binary(vm, BINARY_MUL, step, count);
    Value stop = way == VALUE_NULL ? VALUE_NULL : object_binary(vm, BINARY_ADD, next, way);
    value_release(vm, way);
    value_release(vm, count);
    if (stop != VALUE_NULL) return range_make(vm, next, stop, step);
    value_release(vm, next);
    value_release(vm, step);
    return VALUE_NULL;
}

static Value range_iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return iterator_parts(vm, range_left(vm, AS(RangeIterator, self)), VALUE_NONE);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", range_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

#define ITERATOR_TYPE(id)                                                                                              \
    const TypeDef type_##id##_def = {                                                                                  \
        .name = #id,                                                                                                   \
        .size = sizeof(RangeIterator),                                                                                 \
        .flags = TYPE_NO_NEW,                                                                                          \
        .slots = {.dealloc = iterator_dealloc, .iter = object_itself, .next = iterator_next},                          \
        .methods = iterator_methods,                                                                                   \
    }
ITERATOR_TYPE(range_iterator);
ITERATOR_TYPE(longrange_iterator);
