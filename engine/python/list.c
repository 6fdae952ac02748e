/* list.c: lists: a growing block of values. Every function that calls Python in between looks at the list afresh after
 * it. */
#include "list.h"
#include "guard.h"
#include "iterators.h"
#include "type_defs.h"
#include "walk.h"

#define LIST_LENGTH_MAX ((uint32_t)(INT32_MAX / (int32_t)sizeof(Value)))

List *list_new(Vm *vm, uint32_t capacity) {
    List *l = object_new(vm, TYPE(vm, list), 0);
    if (l == NULL || capacity == 0) return l;
    if (!list_reserve(vm, l, capacity)) {
        obj_release(vm, l);
        return NULL;
    }
    return l;
}

bool list_reserve(Vm *vm, List *l, uint32_t capacity) {
    if (capacity <= l->capacity) return true;
    if (capacity > LIST_LENGTH_MAX) return raise_no_memory(vm) != VALUE_NULL;
    Value *items = mem_realloc(vm->mem, l->items, l->capacity * sizeof(Value), capacity * sizeof(Value));
    if (items == NULL) return raise_no_memory(vm) != VALUE_NULL;
    l->items = items;
    l->capacity = capacity;
    return true;
}

/* Room for `more` items, an eighth ahead as lists are appended to again and again. */
static bool list_grow(Vm *vm, List *l, uint32_t more) {
    uint64_t need = (uint64_t)l->length + more;
    if (need <= l->capacity) return true;
    uint64_t capacity = (need + (need >> 3) + 6) & ~(uint64_t)3;
    if (need > LIST_LENGTH_MAX) return raise_no_memory(vm) != VALUE_NULL;
    return list_reserve(vm, l, (uint32_t)(capacity > LIST_LENGTH_MAX ? LIST_LENGTH_MAX : capacity));
}

/* Gives memory back when less than half is used. Cannot fail: keeps the block when there is no smaller one. */
static void list_shrink(Vm *vm, List *l) {
    if (l->length >= l->capacity / 2 || l->capacity <= 16) return;
    uint32_t capacity = l->length + (l->length >> 3) + 6;
    if (capacity >= l->capacity) return;
    Value *items = mem_realloc(vm->mem, l->items, l->capacity * sizeof(Value), capacity * sizeof(Value));
    if (items == NULL) return;
    l->items = items;
    l->capacity = capacity;
}

List *list_from(Vm *vm, const Value *items, uint32_t length) {
    List *l = list_new(vm, length);
    if (l == NULL) return NULL;
    for (uint32_t i = 0; i < length; i++) l->items[i] = value_retain(items[i]);
    l->length = length;
    return l;
}

bool list_append_take(Vm *vm, List *l, Value v) {
    if (l->length == l->capacity && !list_grow(vm, l, 1)) {
        value_release(vm, v);
        return false;
    }
    l->items[l->length++] = v;
    return true;
}

bool list_append(Vm *vm, List *l, Value v) {
    return list_append_take(vm, l, value_retain(v));
}

bool list_insert(Vm *vm, List *l, int64_t index, Value v) {
    if (!list_grow(vm, l, 1)) return false;
    if (index < 0) index = index + l->length < 0 ? 0 : index + l->length;
    if (index > l->length) index = l->length;
    uint32_t i = (uint32_t)index;
    memmove(l->items + i + 1, l->items + i, (l->length - i) * sizeof(Value));
    l->items[i] = value_retain(v);
    l->length++;
    return true;
}

static bool extend_by_items(Vm *vm, List *l, Value source) {
    uint32_t n = is_list(source) ? AS(List, source)->length : AS(Tuple, source)->length;
    if (n == 0) return true;
    if (!(l->length == 0 && l->capacity < n ? list_reserve(vm, l, n) : list_grow(vm, l, n))) return false;
    const Value *items = is_list(source) ? AS(List, source)->items : AS(Tuple, source)->items;
    Value *to = l->items + l->length;
    for (uint32_t i = 0; i < n; i++) to[i] = value_retain(items[i]);
    l->length += n;
    return true;
}

static bool extend_by_iterator(Vm *vm, List *l, Value iterator) {
    Value (*next)(Vm *, Value) = type_of(vm, iterator)->slots.next;
    for (;;) {
        Value v = next != NULL ? next(vm, iterator) : object_next(vm, iterator);
        if (v == VALUE_NULL) break;
        if (!list_append_take(vm, l, v)) return false;
    }
    if (!error_is_set(vm)) return true;
    if (!error_matches(vm, T_StopIteration)) return false;
    error_clear(vm);
    return true;
}

bool list_extend(Vm *vm, List *l, Value iterable) {
    /* Itself has as many items as it had before: an iterator over it would never end. */
    bool plain = iterable == obj_value(l) || is_exact(vm, iterable, T_list) || is_exact(vm, iterable, T_tuple);
    if (plain) return extend_by_items(vm, l, iterable);
    Value iterator = object_iter(vm, iterable);
    if (iterator == VALUE_NULL) return false;
    int64_t hint = object_length_hint(vm, iterable);
    bool ok = hint >= 0;
    if (hint > 0 && (uint64_t)hint + l->length < LIST_LENGTH_MAX && l->length == 0)
        ok = list_reserve(vm, l, (uint32_t)hint); /* exact, as nothing more is expected */
    ok = ok && extend_by_iterator(vm, l, iterator);
    value_release(vm, iterator);
    if (ok) list_shrink(vm, l);
    return ok;
}

Value list_from_iterable(Vm *vm, Value iterable) {
    List *l = list_new(vm, 0);
    if (l == NULL) return VALUE_NULL;
    if (list_extend(vm, l, iterable)) return obj_value(l);
    obj_release(vm, l);
    return VALUE_NULL;
}

Value list_from_iterator(Vm *vm, Value iterator) {
    List *l = list_new(vm, 0);
    if (l == NULL) return VALUE_NULL;
    if (extend_by_iterator(vm, l, iterator)) return obj_value(l);
    obj_release(vm, l);
    return VALUE_NULL;
}

Value list_from_sequence(Vm *vm, Value iterable, const char *message) {
    if (is_exact(vm, iterable, T_list) || is_exact(vm, iterable, T_tuple)) return list_from_iterable(vm, iterable);
    Value iterator = object_iter(vm, iterable);
    if (iterator == VALUE_NULL) {
        if (!error_matches(vm, T_TypeError)) return VALUE_NULL;
        error_clear(vm);
        return raise_error(vm, T_TypeError, "%s", message);
    }
    Value list = list_from_iterable(vm, iterator);
    value_release(vm, iterator);
    return list;
}

/* The items leave the list before they are released: their __del__ may look at it. */
void list_clear_items(Vm *vm, List *l) {
    Value *items = l->items;
    uint32_t length = l->length, capacity = l->capacity;
    l->items = NULL;
    l->length = l->capacity = 0;
    while (length > 0) value_release(vm, items[--length]);
    mem_free(vm->mem, items, capacity * sizeof(Value));
}

static void list_dealloc(Vm *vm, Obj *self) {
    list_clear_items(vm, (List *)self);
}

static void list_traverse(Obj *self, VisitFn visit, void *context) {
    List *l = (List *)self;
    for (uint32_t i = l->length; i > 0; i--) visit(context, l->items[i - 1]); /* the last first, as in CPython */
}

static Value list_repr_items(Vm *vm, List *l) {
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, '[');
    for (uint32_t i = 0; i < l->length; i++) {
        if (i > 0) builder_ascii(&b, ", ", 2);
        Value item = value_retain(l->items[i]);
        bool ok = builder_repr(&b, item);
        value_release(vm, item);
        if (!ok) {
            builder_drop(&b);
            return VALUE_NULL;
        }
    }
    builder_char(&b, ']');
    return obj_value(builder_finish(&b));
}

static Value list_repr(Vm *vm, Value self) {
    List *l = AS(List, self);
    if (l->length == 0) return obj_value(str_from_ascii(vm, "[]", 2));
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "[...]", 5));
    Value r = list_repr_items(vm, l);
    repr_leave(vm, &mark);
    return r;
}

int list_item_equal(Vm *vm, List *l, uint32_t i, Value item) {
    Value mine = l->items[i];
    if (mine == item) return 1;
    if (values_are_ints(mine, item)) return 0;
    value_retain(mine);
    int equal = object_equal(vm, mine, item);
    value_release(vm, mine);
    return equal;
}

/* The first index where both have an item and these differ, or UINT32_MAX; -1: error. Lists may change meanwhile. */
static int64_t first_difference(Vm *vm, List *a, List *b) {
    for (uint32_t i = 0; i < a->length && i < b->length; i++) {
        Value other = value_retain(b->items[i]);
        int equal = list_item_equal(vm, a, i, other);
        value_release(vm, other);
        if (equal < 0) return -1;
        if (equal == 0) return i;
    }
    return UINT32_MAX;
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

static Value compare_items(Vm *vm, List *a, List *b, int op) {
    int64_t i = first_difference(vm, a, b);
    if (i < 0) return VALUE_NULL;
    if (i >= a->length || i >= b->length) return compare_lengths(a->length, b->length, op);
    if (op == COMPARE_EQ || op == COMPARE_NE) return value_bool(op == COMPARE_NE);
    Value x = value_retain(a->items[i]), y = value_retain(b->items[i]);
    Value r = object_compare(vm, x, y, op);
    value_release(vm, x);
    value_release(vm, y);
    return r;
}

static Value list_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_list(self) || !is_list(other)) return VALUE_NOT_IMPLEMENTED;
    List *a = AS(List, self), *b = AS(List, other);
    if ((op == COMPARE_EQ || op == COMPARE_NE) && a->length != b->length) return value_bool(op == COMPARE_NE);
    if (!guard_enter(vm, " in comparison")) return VALUE_NULL;
    Value r = compare_items(vm, a, b, op);
    guard_leave(vm);
    return r;
}

static int64_t list_length(Vm *vm, Value self) {
    (void)vm;
    return AS(List, self)->length;
}

/* The place a subscript names, unchecked against the length; false: not an index. */
static bool list_index_of(Vm *vm, List *l, Value key, int64_t *i) {
    if (value_is_int(key)) {
        *i = value_as_small(key);
    } else {
        if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
            raise_error(vm, T_TypeError, "list indices must be integers or slices, not %T", key);
            return false;
        }
        if (!object_as_index(vm, key, i, INDEX_EXACT)) return false;
    }
    if (*i < 0) *i += l->length;
    return true;
}

static Value list_get_slice(Vm *vm, List *l, Value slice) {
    int64_t start, stop, step;
    if (!slice_unpack(vm, slice, &start, &stop, &step)) return VALUE_NULL;
    int64_t count = slice_clip(l->length, &start, &stop, step);
    List *r = list_new(vm, (uint32_t)count);
    if (r == NULL) return VALUE_NULL;
    for (int64_t i = 0; i < count; i++) r->items[i] = value_retain(l->items[start + i * step]);
    r->length = (uint32_t)count;
    return obj_value(r);
}

static Value list_getitem(Vm *vm, Value self, Value key) {
    List *l = AS(List, self);
    if (is_exact(vm, key, T_slice)) return list_get_slice(vm, l, key);
    int64_t i;
    if (!list_index_of(vm, l, key, &i)) return VALUE_NULL;
    if (i < 0 || i >= l->length) return raise_error(vm, T_IndexError, "list index out of range");
    return value_retain(l->items[i]);
}

/* Replaces l[start:stop] by n items (borrowed). What goes is released last. */
bool list_replace(Vm *vm, List *l, uint32_t start, uint32_t stop, const Value *items, uint32_t n) {
    uint32_t gone = stop - start, room = gone;
    if (n > gone && !list_grow(vm, l, n - gone)) return false;
    Value small[8], *old = small;
    if (gone > 8) {
        old = mem_alloc(vm->mem, gone * sizeof(Value));
        if (old == NULL) return raise_no_memory(vm) != VALUE_NULL;
    }
    if (gone > 0) memcpy(old, l->items + start, gone * sizeof(Value));
    if (n != gone && l->length > stop)
        memmove(l->items + start + n, l->items + stop, (l->length - stop) * sizeof(Value));
    for (uint32_t i = 0; i < n; i++) l->items[start + i] = value_retain(items[i]);
    l->length = l->length - gone + n;
    if (gone > n) list_shrink(vm, l);
    while (gone > 0) value_release(vm, old[--gone]); /* the last first: list_ass_slice */
    if (old != small) mem_free(vm->mem, old, room * sizeof(Value));
    return true;
}

/* del l[start:stop:step] with step other than 1: what stays moves together, then the rest is released. */
static bool delete_stepped(Vm *vm, List *l, int64_t start, int64_t step, int64_t count) {
    if (count == 0) return true;
    if (step < 0) {
        start += (count - 1) * step;
        step = -step;
    }
    Value *old = mem_alloc(vm->mem, (size_t)count * sizeof(Value));
    if (old == NULL) return raise_no_memory(vm) != VALUE_NULL;
    uint32_t to = (uint32_t)start;
    int64_t gone = 0;
    for (uint32_t i = to; i < l->length; i++) {
        if (gone < count && i == start + gone * step) {
            old[gone++] = l->items[i];
        } else {
            l->items[to++] = l->items[i];
        }
    }
    l->length = to;
    list_shrink(vm, l);
    for (int64_t i = 0; i < count; i++) value_release(vm, old[i]);
    mem_free(vm->mem, old, (size_t)count * sizeof(Value));
    return true;
}

static bool set_stepped(Vm *vm, List *l, int64_t start, int64_t step, int64_t count, const List *items) {
    if (items->length != count) {
        raise_error(vm, T_ValueError, "attempt to assign sequence of size %u to extended slice of size %lld",
                    items->length, (long long)count);
        return false;
    }
    List *old = list_new(vm, (uint32_t)count);
    if (old == NULL) return false;
    for (int64_t i = 0; i < count; i++) {
        old->items[i] = l->items[start + i * step];
        l->items[start + i * step] = value_retain(items->items[i]);
    }
    for (int64_t i = 0; i < count; i++) value_release(vm, old->items[i]); /* from the left: list_ass_subscript */
    obj_release(vm, old);
    return true;
}

/* What is put in a slice: of the list itself its items, whatever its __iter__ says. */
static Value slice_items(Vm *vm, List *l, Value value) {
    if (value != obj_value(l)) return list_from_sequence(vm, value, "must assign iterable to extended slice");
    List *copy = list_new(vm, 0);
    if (copy != NULL && !extend_by_items(vm, copy, value)) {
        obj_release(vm, copy);
        return VALUE_NULL;
    }
    return obj_value(copy);
}

static bool list_set_slice(Vm *vm, List *l, Value slice, Value value) {
    int64_t start, stop, step;
    Value given = VALUE_NULL;
    if (!slice_unpack(vm, slice, &start, &stop, &step)) return false;
    if (step == 1) slice_clip(l->length, &start, &stop, step);
    if (value != VALUE_NULL) {
        given = slice_items(vm, l, value);
        if (given == VALUE_NULL) return false;
    }
    int64_t count = slice_clip(l->length, &start, &stop, step); /* the value's iterator may have changed l */
    bool ok;
    if (step == 1) {
        if (stop < start) stop = start;
        ok = list_replace(vm, l, (uint32_t)start, (uint32_t)stop, given ? AS(List, given)->items : NULL,
                          given ? AS(List, given)->length : 0);
    } else {
        ok =
            given ? set_stepped(vm, l, start, step, count, AS(List, given)) : delete_stepped(vm, l, start, step, count);
    }
    value_release(vm, given);
    return ok;
}

static bool list_setitem(Vm *vm, Value self, Value key, Value value) {
    List *l = AS(List, self);
    if (is_exact(vm, key, T_slice)) return list_set_slice(vm, l, key, value);
    int64_t i;
    if (!list_index_of(vm, l, key, &i)) return false;
    if (i < 0 || i >= l->length) {
        raise_error(vm, T_IndexError, "list assignment index out of range");
        return false;
    }
    if (value != VALUE_NULL) {
        value_set(vm, &l->items[i], value_retain(value));
        return true;
    }
    value_release(vm, list_remove_at(vm, l, (uint32_t)i));
    return true;
}

Value list_remove_at(Vm *vm, List *l, uint32_t i) {
    Value v = l->items[i];
    memmove(l->items + i, l->items + i + 1, (l->length - i - 1) * sizeof(Value));
    l->length--;
    list_shrink(vm, l);
    return v;
}

static int list_contains(Vm *vm, Value self, Value item) {
    List *l = AS(List, self);
    for (uint32_t i = 0; i < l->length; i++) {
        int equal = list_item_equal(vm, l, i, item);
        if (equal != 0) return equal;
    }
    return 0;
}

static Value list_concat(Vm *vm, Value a, Value b) {
    if (!is_list(a)) return VALUE_NOT_IMPLEMENTED;
    if (!is_list(b)) return raise_error(vm, T_TypeError, "can only concatenate list (not \"%T\") to list", b);
    List *x = AS(List, a), *y = AS(List, b);
    if ((uint64_t)x->length + y->length > LIST_LENGTH_MAX) return raise_no_memory(vm);
    List *r = list_new(vm, x->length + y->length);
    if (r == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < x->length; i++) r->items[i] = value_retain(x->items[i]);
    for (uint32_t i = 0; i < y->length; i++) r->items[x->length + i] = value_retain(y->items[i]);
    r->length = x->length + y->length;
    return obj_value(r);
}

static void repeat_items(List *l, uint32_t length, int64_t times) {
    for (uint32_t i = 0; i < length; i++) {
        if (value_is_obj(l->items[i])) value_obj(l->items[i])->refs += (uint32_t)(times - 1);
    }
    for (int64_t k = 1; k < times; k++) memcpy(l->items + k * length, l->items, length * sizeof(Value));
    l->length = length * (uint32_t)times;
}

static Value list_repeat(Vm *vm, Value a, Value b) {
    if (!is_list(a)) {
        Value swap = a;
        a = b;
        b = swap;
    }
    List *l = AS(List, a);
    int64_t times;
    if (!sequence_times(vm, b, l->length, LIST_LENGTH_MAX, &times)) return VALUE_NULL;
    if (times == 0 || l->length == 0) return obj_value(list_new(vm, 0));
    List *r = list_new(vm, l->length * (uint32_t)times);
    if (r == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < l->length; i++) r->items[i] = value_retain(l->items[i]);
    repeat_items(r, l->length, times);
    return obj_value(r);
}

static Value list_binary(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) return list_concat(vm, a, b);
    if (op == BINARY_MUL) return list_repeat(vm, a, b);
    return VALUE_NOT_IMPLEMENTED;
}

static Value list_inplace(Vm *vm, int op, Value a, Value b) {
    List *l = AS(List, a);
    if (op == BINARY_ADD) return list_extend(vm, l, b) ? value_retain(a) : VALUE_NULL;
    if (op != BINARY_MUL) return VALUE_NOT_IMPLEMENTED;
    int64_t times;
    if (!sequence_times(vm, b, l->length, LIST_LENGTH_MAX, &times)) return VALUE_NULL;
    if (times == 0) {
        list_clear_items(vm, l);
    } else if (l->length > 0) {
        uint32_t length = l->length;
        if (!list_reserve(vm, l, length * (uint32_t)times)) return VALUE_NULL;
        repeat_items(l, length, times);
    }
    return value_retain(a);
}

static Value list_iter(Vm *vm, Value self) {
    ListIterator *it = object_new(vm, TYPE(vm, list_iterator), 0);
    if (it != NULL) it->list = value_retain(self);
    return obj_value(it);
}

static Value walked_extend(Vm *vm, Value *state) {
    list_shrink(vm, AS(List, state[0]));
    return VALUE_NONE;
}

const WalkOps list_extend_ops = {walk_append, walk_append_quick, walked_extend};

int list_extend_walks(Vm *vm, Value list, Value iterable, Value *iterator) {
    int walk = iterable == list ? 0 : walk_wanted(vm, iterable, iterator);
    if (walk <= 0 || object_length_hint(vm, iterable) >= 0) return walk;
    value_release(vm, *iterator);
    return -1;
}

static Value walked_list(Vm *vm, Value *state) {
    list_shrink(vm, AS(List, state[0]));
    return value_retain(state[0]);
}

static Value list_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const WalkOps ops = {walk_append, walk_append_quick, walked_list};
    Value iterator;
    int walk = type == TYPE(vm, list) && nargs == 1 && kwnames == NULL
                   ? list_extend_walks(vm, VALUE_NULL, args[0], &iterator)
                   : 0;
    if (walk == 0) return obj_value(object_new(vm, type, 0));
    return walk < 0 ? VALUE_NULL : walk_list_tail(vm, &ops, iterator, VALUE_NULL);
}

static int list_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = TYPE(vm, list);
    if (!keywords_allowed(vm, builtin, type_of(vm, self)->slots.new != builtin->slots.new, kwnames)) return -1;
    if (nargs > 1) {
        raise_error(vm, T_TypeError, "list expected at most 1 argument, got %u", nargs);
        return -1;
    }
    List *l = AS(List, self);
    if (l->length > 0) list_clear_items(vm, l);
    return nargs == 0 || list_extend(vm, l, args[0]) ? 0 : -1;
}

const TypeDef type_list_def = {
    .name = "list",
    .size = sizeof(List),
    .flags = TYPE_BASE | TYPE_GC | TYPE_SEQUENCE | TYPE_IS_LIST | TYPE_AGAIN,
    .doc = "Built-in mutable sequence.",
    .slots = {.dealloc = list_dealloc,
              .traverse = list_traverse,
              .repr = list_repr,
              .hash = hash_not_implemented,
              .compare = list_compare,
              .iter = list_iter,
              .binary = list_binary,
              .sequence = list_binary,
              .inplace = list_inplace,
              .length = list_length,
              .getitem = list_getitem,
              .setitem = list_setitem,
              .contains = list_contains,
              .new = list_type_new,
              .init = list_init},
    .methods = list_methods,
};
