/* dict_views.c: keys(), values() and items(): live views with the operations of sets, and the iterators over dicts. */
#include "dict.h"
#include "guard.h"
#include "iterators.h"
#include "type_defs.h"
#include "types_private.h"

static enum dict_part part_of(Value view) {
    return (enum dict_part)AS(DictView, view)->part;
}

Value dict_view_new(Vm *vm, Value dict, enum dict_part part) {
    Type *type = part == DICT_KEYS     ? TYPE(vm, dict_keys)
                 : part == DICT_VALUES ? TYPE(vm, dict_values)
                                       : TYPE(vm, dict_items);
    DictView *v = object_new(vm, type, 0);
    if (v == NULL) return VALUE_NULL;
    v->dict = value_retain(dict);
    v->part = (uint8_t)part;
    return obj_value(v);
}

Value dict_iterator_new(Vm *vm, Value dict, enum dict_part part, bool backwards) {
    static const enum type_id types[2][3] = {
        {[DICT_KEYS] = T_dict_keyiterator, [DICT_VALUES] = T_dict_valueiterator, [DICT_ITEMS] = T_dict_itemiterator},
        {[DICT_KEYS] = T_dict_reversekeyiterator,
         [DICT_VALUES] = T_dict_reversevalueiterator,
         [DICT_ITEMS] = T_dict_reverseitemiterator},
    };
    DictIterator *it = object_new(vm, vm->types[types[backwards][part]], 0);
    if (it == NULL) return VALUE_NULL;
    Dict *d = AS(Dict, dict);
    it->dict = value_retain(dict);
    it->used = it->remaining = d->used;
    it->position = backwards ? d->nentries : 0;
    it->kind = (uint8_t)part;
    it->backwards = backwards;
    return obj_value(it);
}

Value dict_iter(Vm *vm, Value self) {
    return dict_iterator_new(vm, self, DICT_KEYS, false);
}

/* ---- iterators */

void dict_iterator_dealloc(Vm *vm, Obj *self) {
    DictIterator *it = (DictIterator *)self;
    value_clear(vm, &it->dict);
    Tuple *pair = it->pair;
    it->pair = NULL;
    obj_release(vm, pair);
}

void dict_iterator_traverse(Obj *self, VisitFn visit, void *context) {
    DictIterator *it = (DictIterator *)self;
    visit(context, it->dict);
    if (it->pair != NULL) visit(context, obj_value(it->pair));
}

static DictEntry *entry_forwards(DictIterator *it, Dict *d) {
    while (it->position < d->nentries) {
        DictEntry *e = &d->entries[it->position++];
        if (e->key != VALUE_NULL) return e;
    }
    return NULL;
}

static DictEntry *entry_backwards(DictIterator *it, Dict *d) {
    if (it->position > d->nentries) it->position = d->nentries;
    while (it->position > 0) {
        DictEntry *e = &d->entries[--it->position];
        if (e->key != VALUE_NULL) return e;
    }
    return NULL;
}

DictEntry *dict_iterator_step(DictIterator *it) {
    Dict *d = AS(Dict, it->dict);
    return it->backwards ? entry_backwards(it, d) : entry_forwards(it, d);
}

static Value iterator_next(Vm *vm, Value self) {
    DictIterator *it = AS(DictIterator, self);
    if (it->dict == VALUE_NULL) return VALUE_NULL;
    Dict *d = AS(Dict, it->dict);
    if (it->used != d->used) {
        it->used = UINT32_MAX;
        return raise_error(vm, T_RuntimeError, "dictionary changed size during iteration");
    }
    DictEntry *e = dict_iterator_step(it);
    if (e == NULL) {
        value_clear(vm, &it->dict);
        return VALUE_NULL;
    }
    if (it->remaining == 0) {
        value_clear(vm, &it->dict);
        return raise_error(vm, T_RuntimeError, "dictionary keys changed during iteration");
    }
    it->remaining--;
    if (it->kind == DICT_KEYS) return value_retain(e->key);
    if (it->kind == DICT_VALUES) return value_retain(e->value);
    return pair_reuse(vm, &it->pair, value_retain(e->key), value_retain(e->value));
}

static Value iterator_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    DictIterator *it = AS(DictIterator, self);
    bool live = it->dict != VALUE_NULL && AS(Dict, it->dict)->used == it->used;
    return value_small(live ? it->remaining : 0);
}

NATIVE(dict_iterator_reduce) {
    UNUSED_ARGS;
    return iterator_rest(vm, self, AS(DictIterator, self)->pair);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", dict_iterator_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

#define ITERATOR_TYPE(id)                                                                                              \
    const TypeDef type_##id##_def = {                                                                                  \
        .name = #id,                                                                                                   \
        .size = sizeof(DictIterator),                                                                                  \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                                                \
        .slots = {.dealloc = dict_iterator_dealloc,                                                                    \
                  .traverse = dict_iterator_traverse,                                                                  \
                  .iter = object_itself,                                                                               \
                  .next = iterator_next},                                                                              \
        .methods = iterator_methods,                                                                                   \
    }
ITERATOR_TYPE(dict_keyiterator);
ITERATOR_TYPE(dict_valueiterator);
ITERATOR_TYPE(dict_itemiterator);
ITERATOR_TYPE(dict_reversekeyiterator);
ITERATOR_TYPE(dict_reversevalueiterator);
ITERATOR_TYPE(dict_reverseitemiterator);

/* ---- views */

static void view_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((DictView *)self)->dict);
}

static void view_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((DictView *)self)->dict);
}

static Value view_iter(Vm *vm, Value self) {
    return dict_iterator_new(vm, AS(DictView, self)->dict, part_of(self), false);
}

static int64_t view_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Dict, AS(DictView, self)->dict)->used;
}

static Value view_repr_items(Vm *vm, Value self) {
    Value list = list_from_iterable(vm, self);
    if (list == VALUE_NULL) return VALUE_NULL;
    Str *text = str_format(vm, "%T(%R)", self, list);
    value_release(vm, list);
    return obj_value(text);
}

static Value view_repr(Vm *vm, Value self) {
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "...", 3));
    Value r = view_repr_items(vm, self);
    repr_leave(vm, &mark);
    return r;
}

static int items_contain(Vm *vm, Dict *d, Value item) {
    if (!is_tuple(item) || AS(Tuple, item)->length != 2) return 0;
    Value mine = value_retain(dict_get(vm, d, AS(Tuple, item)->items[0]));
    if (mine == VALUE_NULL) return error_is_set(vm) ? -1 : 0;
    int equal = object_equal(vm, mine, AS(Tuple, item)->items[1]);
    value_release(vm, mine);
    return equal;
}

static int view_contains(Vm *vm, Value self, Value item) {
    Dict *d = AS(Dict, AS(DictView, self)->dict);
    if (part_of(self) == DICT_ITEMS) return items_contain(vm, d, item);
    if (dict_get(vm, d, item) != VALUE_NULL) return 1;
    return error_is_set(vm) ? -1 : 0;
}

static bool is_view(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    return type_is_subtype(type, TYPE(vm, dict_keys)) || type_is_subtype(type, TYPE(vm, dict_items));
}

static bool is_set_like(Vm *vm, Value v) {
    return is_view(vm, v) || has_flag(v, TYPE_IS_SET);
}

/* Whether every item of `part` is in `whole`. */
static int all_contained(Vm *vm, Value part, Value whole) {
    Value iterator = object_iter(vm, part), item;
    if (iterator == VALUE_NULL) return -1;
    int all = 1;
    while (all > 0 && (item = object_next(vm, iterator)) != VALUE_NULL) {
        all = object_contains(vm, whole, item);
        value_release(vm, item);
    }
    value_release(vm, iterator);
    return error_is_set(vm) ? -1 : all;
}

static Value view_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_view(vm, self) || !is_set_like(vm, other)) return VALUE_NOT_IMPLEMENTED;
    int64_t mine = view_length(vm, self), theirs = object_length(vm, other);
    if (theirs < 0) return VALUE_NULL;
    int holds = 0;
    switch (op) {
    case COMPARE_NE:
    case COMPARE_EQ: holds = mine == theirs ? all_contained(vm, self, other) : 0; break;
    case COMPARE_LT: holds = mine < theirs ? all_contained(vm, self, other) : 0; break;
    case COMPARE_LE: holds = mine <= theirs ? all_contained(vm, self, other) : 0; break;
    case COMPARE_GT: holds = mine > theirs ? all_contained(vm, other, self) : 0; break;
    default: holds = mine >= theirs ? all_contained(vm, other, self) : 0; break;
    }
    if (holds < 0) return VALUE_NULL;
    return value_bool(op == COMPARE_NE ? !holds : holds);
}

static Value set_of(Vm *vm, Value iterable) {
    Value set = set_new(vm, false);
    if (set == VALUE_NULL || set_update(vm, set, iterable)) return set;
    value_release(vm, set);
    return VALUE_NULL;
}

typedef struct Intersection {
    Value view, result;
} Intersection;

static bool add_common(Vm *vm, void *context, Value item) {
    Intersection *c = context;
    int64_t hash; /* asked by the set's own intersection() */
    if (has_flag(c->view, TYPE_IS_SET) && !object_hash(vm, item, &hash)) return false;
    int in = object_contains(vm, c->view, item);
    return in < 0 ? false : in == 0 || set_add(vm, c->result, item);
}

/* What is in both comes from the smaller one, unless that is a set: _PyDictView_Intersect. */
static Value intersect(Vm *vm, Value view, Value other) {
    if (type_of(vm, other) == TYPE(vm, set) && view_length(vm, view) <= set_length(other)) {
        Value swap = view;
        view = other;
        other = swap;
    }
    if (is_view(vm, view) && is_view(vm, other) && view_length(vm, other) > view_length(vm, view)) {
        Value swap = view;
        view = other;
        other = swap;
    }
    Intersection c = {view, set_new(vm, false)};
    if (c.result == VALUE_NULL) return VALUE_NULL;
    if (object_for_each(vm, other, add_common, &c)) return c.result;
    value_release(vm, c.result);
    return VALUE_NULL;
}

/* Whether d[key] was `value`, which is then gone. */
static int drop_equal(Vm *vm, Dict *d, Value key, Value value) {
    Value own = dict_get(vm, d, key);
    if (own == VALUE_NULL) return error_is_set(vm) ? -1 : 0;
    value_retain(own);
    int equal = object_equal(vm, own, value);
    value_release(vm, own);
    return equal > 0 ? dict_delete(vm, d, key) : equal;
}

static bool add_item_of(Vm *vm, Value set, Value key, Value value) {
    Tuple *pair = tuple_pack(vm, 2, key, value);
    bool ok = pair != NULL && set_add(vm, set, obj_value(pair));
    obj_release(vm, pair);
    return ok;
}

/* Pairs that are in both are found by their keys, so their values need no hash: dictitems_xor. */
static bool differing_items(Vm *vm, Dict *left, Dict *right, Value set) {
    uint32_t position = 0;
    Value key, value;
    bool ok = true;
    while (ok && dict_next(right, &position, &key, &value)) {
        value_retain(key);
        value_retain(value);
        int dropped = drop_equal(vm, left, key, value);
        ok = dropped >= 0 && (dropped > 0 || add_item_of(vm, set, key, value));
        value_release(vm, key);
        value_release(vm, value);
    }
    position = 0;
    while (ok && dict_next(left, &position, &key, &value)) ok = add_item_of(vm, set, key, value);
    return ok;
}

static Value items_xor(Vm *vm, Value a, Value b) {
    Dict *left = dict_copy(vm, AS(Dict, AS(DictView, a)->dict));
    Value set = left == NULL ? VALUE_NULL : set_new(vm, false);
    if (set != VALUE_NULL && !differing_items(vm, left, AS(Dict, AS(DictView, b)->dict), set)) value_clear(vm, &set);
    obj_release(vm, left);
    return set;
}

static bool is_items(Vm *vm, Value v) {
    return is_view(vm, v) && part_of(v) == DICT_ITEMS;
}

static Value view_binary(Vm *vm, int op, Value a, Value b) {
    if (op != BINARY_AND && op != BINARY_OR && op != BINARY_XOR && op != BINARY_SUB) return VALUE_NOT_IMPLEMENTED;
    if (op == BINARY_AND) return is_view(vm, a) ? intersect(vm, a, b) : intersect(vm, b, a);
    if (op == BINARY_XOR && is_items(vm, a) && is_items(vm, b)) return items_xor(vm, a, b);
    Value left = set_of(vm, a);
    if (left == VALUE_NULL) return VALUE_NULL;
    if (op == BINARY_OR) {
        if (set_update(vm, left, b)) return left;
        value_release(vm, left);
        return VALUE_NULL;
    }
    Value right = set_of(vm, b);
    Value r = right == VALUE_NULL ? VALUE_NULL : object_binary(vm, op, left, right);
    value_release(vm, left);
    value_release(vm, right);
    return r;
}

static Value view_isdisjoint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value common = intersect(vm, self, args[0]);
    if (common == VALUE_NULL) return VALUE_NULL;
    bool none = set_length(common) == 0;
    value_release(vm, common);
    return value_bool(none);
}

static Value view_reversed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return dict_iterator_new(vm, AS(DictView, self)->dict, part_of(self), true);
}

static Value view_mapping(Vm *vm, Value self) {
    return mapping_proxy_new(vm, AS(DictView, self)->dict);
}

static const GetSetDef view_getset[] = {
    {"mapping", view_mapping, NULL, "dictionary that this view refers to"},
    {0},
};

static const MethodDef view_methods[] = {
    {"isdisjoint", view_isdisjoint, 1, 1, false, METHOD_AGAIN_TAKES, NULL},
    {"__reversed__", view_reversed, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

#define SET_VIEW_TYPE(id)                                                                                              \
    const TypeDef type_##id##_def = {                                                                                  \
        .name = #id,                                                                                                   \
        .size = sizeof(DictView),                                                                                      \
        .flags = TYPE_GC | TYPE_NO_NEW,                                                                                \
        .slots = {.dealloc = view_dealloc,                                                                             \
                  .traverse = view_traverse,                                                                           \
                  .repr = view_repr,                                                                                   \
                  .hash = hash_not_implemented,                                                                        \
                  .compare = view_compare,                                                                             \
                  .iter = view_iter,                                                                                   \
                  .binary = view_binary,                                                                               \
                  .length = view_length,                                                                               \
                  .contains = view_contains},                                                                          \
        .getset = view_getset,                                                                                         \
        .methods = view_methods,                                                                                       \
    }
SET_VIEW_TYPE(dict_keys);
SET_VIEW_TYPE(dict_items);

const TypeDef type_dict_values_def = {
    .name = "dict_values",
    .size = sizeof(DictView),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = view_dealloc,
              .traverse = view_traverse,
              .repr = view_repr,
              .iter = view_iter,
              .length = view_length},
    .getset = view_getset,
    .methods = view_methods + 1,
};
