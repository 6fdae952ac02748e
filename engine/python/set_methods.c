/* set_methods.c: operators, comparisons and methods of set and frozenset. What is iterated over, and in which order
 * items are added, is as in CPython, for the order of the result depends on it. */
#include "dict.h"
#include "set.h"
#include "walk.h"

static Type *base_type(Vm *vm, Value set) { /* results of a subclass are plain sets */
    return type_is_subtype(value_obj(set)->type, TYPE(vm, frozenset)) ? TYPE(vm, frozenset) : TYPE(vm, set);
}

static Value set_of(Vm *vm, Type *type, Value iterable) {
    Value s = set_new_of(vm, type);
    if (s == VALUE_NULL || set_update(vm, s, iterable)) return s;
    value_release(vm, s);
    return VALUE_NULL;
}

static Value copy_of(Vm *vm, Value set) {
    if (is_exact(vm, set, T_frozenset)) return value_retain(set);
    return set_of(vm, base_type(vm, set), set);
}

/* A set operation over the items of an iterable. */
typedef struct Visit {
    Set *set;     /* what is asked */
    Value result; /* what is added to */
} Visit;

static bool add_if_in(Vm *vm, void *context, Value item) {
    Visit *v = context;
    int64_t hash;
    if (!object_hash(vm, item, &hash)) return false;
    int64_t place = set_find(vm, v->set, item, hash);
    if (place < 0) return place == -1;
    return set_insert(vm, AS(Set, v->result), item, hash);
}

/* fn of every item; a set's are walked as they lie there, whatever __iter__ its class has. */
static bool each_item(Vm *vm, Value iterable, bool (*fn)(Vm *vm, void *context, Value item), void *context) {
    if (!is_set(iterable)) return object_for_each(vm, iterable, fn, context);
    uint32_t position = 0;
    SetEntry e;
    bool ok = true;
    while (ok && set_next_entry(AS(Set, iterable), &position, &e)) {
        value_retain(e.key);
        ok = fn(vm, context, e.key);
        value_release(vm, e.key);
    }
    return ok;
}

static Value intersection(Vm *vm, Value self, Value other) {
    if (self == other) return copy_of(vm, self);
    Visit v = {AS(Set, self), set_new_of(vm, base_type(vm, self))};
    if (v.result == VALUE_NULL) return VALUE_NULL;
    Value walked = other;
    if (is_set(other) && set_length(other) > set_length(self)) {
        walked = self;
        v.set = AS(Set, other);
    }
    if (each_item(vm, walked, add_if_in, &v)) return v.result;
    value_release(vm, v.result);
    return VALUE_NULL;
}

static bool remove_item(Vm *vm, void *context, Value item) {
    return set_discard(vm, obj_value(context), item) >= 0;
}

static bool difference_update(Vm *vm, Value self, Value other) {
    if (self == other) {
        set_clear(vm, AS(Set, self));
        return true;
    }
    return each_item(vm, other, remove_item, value_obj(self));
}

static Value copy_and_remove(Vm *vm, Value self, Value other) {
    Value s = set_of(vm, base_type(vm, self), self);
    if (s == VALUE_NULL || difference_update(vm, s, other)) return s;
    value_release(vm, s);
    return VALUE_NULL;
}

static Value difference(Vm *vm, Value self, Value other) {
    bool dict = is_exact(vm, other, T_dict);
    if (!is_set(other) && !dict) return copy_and_remove(vm, self, other);
    uint32_t size = dict ? dict_length(AS(Dict, other)) : set_length(other);
    if (set_length(self) >> 2 > size) return copy_and_remove(vm, self, other);
    Value r = set_new_of(vm, base_type(vm, self));
    if (r == VALUE_NULL) return VALUE_NULL;
    uint32_t position = 0;
    SetEntry e;
    while (set_next_entry(AS(Set, self), &position, &e)) {
        value_retain(e.key);
        int in = dict ? object_contains(vm, other, e.key) : set_contains(vm, other, e.key);
        bool ok = in >= 0 && (in > 0 || set_insert(vm, AS(Set, r), e.key, e.hash));
        value_release(vm, e.key);
        if (!ok) {
            value_release(vm, r);
            return VALUE_NULL;
        }
    }
    return r;
}

static bool toggle_item(Vm *vm, Set *s, Value item, int64_t hash) {
    int64_t place = set_find(vm, s, item, hash);
    if (place >= 0) set_remove_at(vm, s, (uint32_t)place);
    return place >= 0 || (place == -1 && set_insert(vm, s, item, hash));
}

static bool symmetric_update(Vm *vm, Value self, Value other) {
    if (self == other) {
        set_clear(vm, AS(Set, self));
        return true;
    }
    Value items = is_set(other) ? value_retain(other) : set_of(vm, TYPE(vm, set), other);
    if (items == VALUE_NULL) return false;
    uint32_t position = 0;
    SetEntry e;
    bool ok = true;
    while (ok && set_next_entry(AS(Set, items), &position, &e)) {
        value_retain(e.key);
        ok = toggle_item(vm, AS(Set, self), e.key, e.hash);
        value_release(vm, e.key);
    }
    value_release(vm, items);
    return ok;
}

static Value symmetric_difference(Vm *vm, Value self, Value other) {
    Value r = set_of(vm, base_type(vm, self), other);
    if (r == VALUE_NULL || symmetric_update(vm, r, self)) return r;
    value_release(vm, r);
    return VALUE_NULL;
}

static Value union_of(Vm *vm, Value self, Value other) {
    Value r = set_of(vm, base_type(vm, self), self);
    if (r == VALUE_NULL || set_update(vm, r, other)) return r;
    value_release(vm, r);
    return VALUE_NULL;
}

Value set_binary(Vm *vm, int op, Value a, Value b) {
    if (!is_set(a) || !is_set(b)) return VALUE_NOT_IMPLEMENTED;
    switch (op) {
    case BINARY_OR: return union_of(vm, a, b);
    case BINARY_AND: return intersection(vm, a, b);
    case BINARY_SUB: return difference(vm, a, b);
    case BINARY_XOR: return symmetric_difference(vm, a, b);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static bool intersection_update(Vm *vm, Value self, Value other) {
    Value r = intersection(vm, self, other);
    if (r == VALUE_NULL) return false;
    if (r != self) set_swap(AS(Set, self), AS(Set, r));
    value_release(vm, r);
    return true;
}

Value set_inplace(Vm *vm, int op, Value a, Value b) {
    bool ok;
    if (!is_set(b)) return VALUE_NOT_IMPLEMENTED;
    switch (op) {
    case BINARY_OR: ok = set_update(vm, a, b); break;
    case BINARY_AND: ok = intersection_update(vm, a, b); break;
    case BINARY_SUB: ok = difference_update(vm, a, b); break;
    case BINARY_XOR: ok = symmetric_update(vm, a, b); break;
    default: return VALUE_NOT_IMPLEMENTED;
    }
    return ok ? value_retain(a) : VALUE_NULL;
}

/* Whether every item of a is in b. */
static int is_subset(Vm *vm, Set *a, Set *b) {
    if (a->used > b->used) return 0;
    uint32_t position = 0;
    SetEntry e;
    while (set_next_entry(a, &position, &e)) {
        value_retain(e.key);
        int64_t place = set_find(vm, b, e.key, e.hash);
        value_release(vm, e.key);
        if (place < 0) return place == -1 ? 0 : -1;
    }
    return 1;
}

Value set_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_set(self) || !is_set(other)) return VALUE_NOT_IMPLEMENTED;
    Set *a = AS(Set, self), *b = AS(Set, other);
    int r;
    switch (op) {
    case COMPARE_EQ:
    case COMPARE_NE: r = a->used == b->used ? is_subset(vm, a, b) : 0; break;
    case COMPARE_LE: r = is_subset(vm, a, b); break;
    case COMPARE_LT: r = a->used < b->used ? is_subset(vm, a, b) : 0; break;
    case COMPARE_GE: r = is_subset(vm, b, a); break;
    default: r = b->used < a->used ? is_subset(vm, b, a) : 0; break;
    }
    if (r < 0) return VALUE_NULL;
    return value_bool(op == COMPARE_NE ? !r : r);
}

/* ---- methods */

#define METHOD(name) static Value name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames)

METHOD(method_add) {
    (void)nargs, (void)kwnames;
    return set_add(vm, self, args[0]) ? VALUE_NONE : VALUE_NULL;
}

METHOD(method_discard) {
    (void)nargs, (void)kwnames;
    return set_discard(vm, self, args[0]) < 0 ? VALUE_NULL : VALUE_NONE;
}

METHOD(method_remove) {
    (void)nargs, (void)kwnames;
    int removed = set_discard(vm, self, args[0]);
    if (removed < 0) return VALUE_NULL;
    return removed ? VALUE_NONE : raise_key_error(vm, args[0]);
}

METHOD(method_pop) {
    (void)args, (void)nargs, (void)kwnames;
    Value v = set_pop(vm, AS(Set, self));
    if (v != VALUE_NULL) return v;
    Str *text = str_new(vm, "pop from an empty set");
    if (text == NULL) return VALUE_NULL;
    raise_key_error(vm, obj_value(text));
    obj_release(vm, text);
    return VALUE_NULL;
}

METHOD(method_clear) {
    (void)args, (void)nargs, (void)kwnames;
    set_clear(vm, AS(Set, self));
    return VALUE_NONE;
}

METHOD(method_copy) {
    (void)args, (void)nargs, (void)kwnames;
    return copy_of(vm, self);
}

METHOD(method_update) {
    (void)kwnames;
    Value iterator;
    int walk = nargs == 1 && !is_set(args[0]) ? walk_wanted(vm, args[0], &iterator) : 0;
    if (walk != 0) return walk < 0 ? VALUE_NULL : walk_into_tail(vm, &set_update_ops, iterator, self);
    for (uint32_t i = 0; i < nargs; i++)
        if (!set_update(vm, self, args[i])) return VALUE_NULL;
    return VALUE_NONE;
}

METHOD(method_union) {
    (void)kwnames;
    Value r = set_of(vm, base_type(vm, self), self);
    for (uint32_t i = 0; r != VALUE_NULL && i < nargs; i++) {
        if (set_update(vm, r, args[i])) continue;
        value_release(vm, r);
        return VALUE_NULL;
    }
    return r;
}

/* A chain of operations: fn(fn(self, args[0]), args[1]) ... */
static Value fold(Vm *vm, Value self, const Value *args, uint32_t nargs, Value (*fn)(Vm *, Value, Value)) {
    if (nargs == 0) return copy_of(vm, self);
    Value r = value_retain(self);
    for (uint32_t i = 0; r != VALUE_NULL && i < nargs; i++) {
        Value next = fn(vm, r, args[i]);
        value_release(vm, r);
        r = next;
    }
    return r;
}

METHOD(method_intersection) {
    (void)kwnames;
    return fold(vm, self, args, nargs, intersection);
}

METHOD(method_difference) {
    (void)kwnames;
    return fold(vm, self, args, nargs, difference);
}

METHOD(method_symmetric_difference) {
    (void)nargs, (void)kwnames;
    return symmetric_difference(vm, self, args[0]);
}

METHOD(method_intersection_update) {
    (void)kwnames;
    Value r = fold(vm, self, args, nargs, intersection);
    if (r == VALUE_NULL) return VALUE_NULL;
    if (r != self) set_swap(AS(Set, self), AS(Set, r));
    value_release(vm, r);
    return VALUE_NONE;
}

METHOD(method_difference_update) {
    (void)kwnames;
    for (uint32_t i = 0; i < nargs; i++)
        if (!difference_update(vm, self, args[i])) return VALUE_NULL;
    return VALUE_NONE;
}

METHOD(method_symmetric_difference_update) {
    (void)nargs, (void)kwnames;
    return symmetric_update(vm, self, args[0]) ? VALUE_NONE : VALUE_NULL;
}

METHOD(method_issubset) {
    (void)nargs, (void)kwnames;
    Value other = is_set(args[0]) ? value_retain(args[0]) : intersection(vm, self, args[0]);
    if (other == VALUE_NULL) return VALUE_NULL;
    int r = is_subset(vm, AS(Set, self), AS(Set, other));
    value_release(vm, other);
    return r < 0 ? VALUE_NULL : value_bool(r);
}

METHOD(method_issuperset) {
    (void)nargs, (void)kwnames;
    Value other = is_set(args[0]) ? value_retain(args[0]) : set_of(vm, TYPE(vm, set), args[0]);
    if (other == VALUE_NULL) return VALUE_NULL;
    int r = is_subset(vm, AS(Set, other), AS(Set, self));
    value_release(vm, other);
    return r < 0 ? VALUE_NULL : value_bool(r);
}

/* The result says whether one was found, behind which nothing is looked at. */
static bool stop_if_in(Vm *vm, void *context, Value item) {
    Visit *v = context;
    int64_t hash;
    if (!set_hash_item(vm, item, &hash)) return false;
    int64_t place = set_find(vm, v->set, item, hash);
    if (place >= 0) v->result = VALUE_TRUE;
    return place == -1;
}

METHOD(method_isdisjoint) {
    (void)nargs, (void)kwnames;
    Visit v = {AS(Set, self), VALUE_FALSE};
    if (!each_item(vm, args[0], stop_if_in, &v) && error_is_set(vm)) return VALUE_NULL;
    return value_bool(v.result == VALUE_FALSE);
}

#define SHARED_METHODS                                                                                                   \
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, "Return a shallow copy of a set."},                                 \
        {"union", method_union, 0, 255, false, METHOD_AGAIN_TAKES, "Return a new set with elements from all."},          \
        {"intersection",                                                                                                 \
         method_intersection,                                                                                            \
         0,                                                                                                              \
         255,                                                                                                            \
         false,                                                                                                          \
         METHOD_AGAIN_TAKES,                                                                                             \
         "Return a new set of common elements."},                                                                        \
        {"difference",                                                                                                   \
         method_difference,                                                                                              \
         0,                                                                                                              \
         255,                                                                                                            \
         false,                                                                                                          \
         METHOD_AGAIN_TAKES,                                                                                             \
         "Return a new set of elements of this only."},                                                                  \
        {"symmetric_difference",                                                                                         \
         method_symmetric_difference,                                                                                    \
         1,                                                                                                              \
         1,                                                                                                              \
         false,                                                                                                          \
         METHOD_AGAIN_TAKES,                                                                                             \
         "Return a new set with elements in either the set or other but not both."},                                     \
        {"issubset", method_issubset, 1, 1, false, METHOD_AGAIN_TAKES, "Report whether another set contains this set."}, \
        {"issuperset",                                                                                                   \
         method_issuperset,                                                                                              \
         1,                                                                                                              \
         1,                                                                                                              \
         false,                                                                                                          \
         METHOD_AGAIN_TAKES,                                                                                             \
         "Report whether this set contains another set."},                                                               \
        {"isdisjoint",                                                                                                   \
         method_isdisjoint,                                                                                              \
         1,                                                                                                              \
         1,                                                                                                              \
         false,                                                                                                          \
         METHOD_AGAIN_TAKES,                                                                                             \
         "Return True if two sets have none in common."},                                                                \
        {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"}, {                         \
        0                                                                                                                \
    }

const MethodDef frozenset_methods[] = {SHARED_METHODS};

const MethodDef set_methods[] = {
    {"add", method_add, 1, 1, false, METHOD_AGAIN, "Add an element to a set."},
    {"discard", method_discard, 1, 1, false, METHOD_AGAIN, "Remove an element from a set if it is a member."},
    {"remove", method_remove, 1, 1, false, METHOD_AGAIN, "Remove an element from a set; it must be a member."},
    {"pop", method_pop, 0, 0, false, METHOD_PLAIN, "Remove and return an arbitrary set element."},
    {"clear", method_clear, 0, 0, false, METHOD_PLAIN, "Remove all elements from this set."},
    {"update", method_update, 0, 255, false, METHOD_PLAIN, "Update the set, adding elements from all others."},
    {"intersection_update", method_intersection_update, 0, 255, false, METHOD_PLAIN, NULL},
    {"difference_update", method_difference_update, 0, 255, false, METHOD_PLAIN, NULL},
    {"symmetric_difference_update", method_symmetric_difference_update, 1, 1, false, METHOD_PLAIN, NULL},
    SHARED_METHODS};
