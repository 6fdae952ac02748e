/* dict_methods.c: dict as Python sees it: construction, subscripts, operators, methods. */
#include "dict.h"
#include "type_defs.h"

static void dict_dealloc(Vm *vm, Obj *self) {
    dict_clear(vm, (Dict *)self);
}

static Value dict_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value iterator;
    int walk = type == TYPE(vm, dict) && nargs == 1 && kwnames == NULL ? dict_update_walks(vm, args[0], &iterator) : 0;
    Value made = walk < 0 ? VALUE_NULL : obj_value(object_new(vm, type, 0));
    if (walk <= 0) return made;
    Value pushed = VALUE_NULL;
    if (made != VALUE_NULL)
        pushed = dict_update_tail(vm, iterator, made, true);
    else
        value_release(vm, iterator);
    value_release(vm, made);
    return pushed;
}

static bool update_all(Vm *vm, const char *function, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs > 1) {
        raise_error(vm, T_TypeError, "%s expected at most 1 argument, got %u", function, nargs);
        return false;
    }
    Dict *d = AS(Dict, self);
    if (nargs == 1 && !dict_update(vm, d, args[0])) return false;
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++)
        if (!dict_set(vm, d, kwnames->items[i], args[nargs + i])) return false;
    return true;
}

static int dict_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return update_all(vm, "dict", self, args, nargs, kwnames) ? 0 : -1;
}

static int64_t dict_slot_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Dict, self)->used;
}

static Value missing(Vm *vm, Value self, Value key) {
    if (value_obj(self)->type != TYPE(vm, dict)) {
        bool found = false;
        Value v = call_special(vm, self, NAME(vm, __missing__), &key, 1, &found);
        if (found || v != VALUE_NULL || error_is_set(vm)) return v;
    }
    return raise_key_error(vm, key);
}

static Value dict_getitem(Vm *vm, Value self, Value key) {
    Value v = dict_get(vm, AS(Dict, self), key);
    if (v != VALUE_NULL) return value_retain(v);
    return error_is_set(vm) ? VALUE_NULL : missing(vm, self, key);
}

static bool dict_setitem(Vm *vm, Value self, Value key, Value value) {
    if (value != VALUE_NULL) return dict_set(vm, AS(Dict, self), key, value);
    int deleted = dict_delete(vm, AS(Dict, self), key);
    if (deleted == 0) raise_key_error(vm, key);
    return deleted > 0;
}

static int dict_contains(Vm *vm, Value self, Value item) {
    if (dict_get(vm, AS(Dict, self), item) != VALUE_NULL) return 1;
    return error_is_set(vm) ? -1 : 0;
}

static Value dict_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_dict(self) || !is_dict(other)) return VALUE_NOT_IMPLEMENTED;
    int equal = dict_equal(vm, AS(Dict, self), AS(Dict, other));
    return equal < 0 ? VALUE_NULL : value_bool((equal != 0) == (op == COMPARE_EQ));
}

static Value dict_binary(Vm *vm, int op, Value a, Value b) {
    if (op != BINARY_OR || !is_dict(a) || !is_dict(b)) return VALUE_NOT_IMPLEMENTED;
    Dict *d = dict_copy(vm, AS(Dict, a));
    if (d == NULL) return VALUE_NULL;
    if (dict_update(vm, d, b)) return obj_value(d);
    obj_release(vm, d);
    return VALUE_NULL;
}

static Value dict_inplace(Vm *vm, int op, Value a, Value b) {
    if (op != BINARY_OR) return VALUE_NOT_IMPLEMENTED;
    return dict_update(vm, AS(Dict, a), b) ? value_retain(a) : VALUE_NULL;
}

static Value method_get(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Value v = dict_get(vm, AS(Dict, self), args[0]);
    if (v != VALUE_NULL) return value_retain(v);
    if (error_is_set(vm)) return VALUE_NULL;
    return nargs > 1 ? value_retain(args[1]) : VALUE_NONE;
}

static Value method_setdefault(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    Dict *d = AS(Dict, self);
    Value v = dict_get(vm, d, args[0]);
    if (v != VALUE_NULL) return value_retain(v);
    if (error_is_set(vm)) return VALUE_NULL;
    Value value = nargs > 1 ? args[1] : VALUE_NONE;
    return dict_set(vm, d, args[0], value) ? value_retain(value) : VALUE_NULL;
}

static Value method_pop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    /* Of an empty one the key is not even hashed. */
    Value v = AS(Dict, self)->used == 0 ? VALUE_NULL : dict_pop(vm, AS(Dict, self), args[0]);
    if (v != VALUE_NULL || error_is_set(vm)) return v;
    return nargs > 1 ? value_retain(args[1]) : raise_key_error(vm, args[0]);
}

static Value method_popitem(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Dict *d = AS(Dict, self);
    if (d->used == 0) {
        Str *text = str_new(vm, "popitem(): dictionary is empty");
        if (text == NULL) return VALUE_NULL;
        raise_key_error(vm, obj_value(text));
        obj_release(vm, text);
        return VALUE_NULL;
    }
    uint32_t last = d->nentries - 1;
    while (d->entries[last].key == VALUE_NULL) last--;
    Tuple *pair = tuple_pack(vm, 2, d->entries[last].key, d->entries[last].value);
    if (pair == NULL) return VALUE_NULL;
    dict_remove_entry(vm, d, last);
    if (d->nentries > last) d->nentries = last; /* what the key's hash did may have made it another table */
    return obj_value(pair);
}

static Value method_clear(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    dict_clear(vm, AS(Dict, self));
    return VALUE_NONE;
}

static Value method_copy(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(dict_copy(vm, AS(Dict, self)));
}

static Value method_update(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value iterator;
    int walk = nargs == 1 && kwnames == NULL ? dict_update_walks(vm, args[0], &iterator) : 0;
    if (walk != 0) return walk < 0 ? VALUE_NULL : dict_update_tail(vm, iterator, self, false);
    return update_all(vm, "update", self, args, nargs, kwnames) ? VALUE_NONE : VALUE_NULL;
}

typedef struct FromKeys {
    Value dict, value;
} FromKeys;

static bool set_from_key(Vm *vm, void *context, Value item) {
    FromKeys *f = context;
    if (is_exact(vm, f->dict, T_dict)) return dict_set(vm, AS(Dict, f->dict), item, f->value);
    return object_setitem(vm, f->dict, item, f->value);
}

static Value method_fromkeys(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    FromKeys f = {call_value(vm, self, NULL, 0, NULL), nargs > 1 ? args[1] : VALUE_NONE};
    if (f.dict == VALUE_NULL) return VALUE_NULL;
    if (object_for_each(vm, args[0], set_from_key, &f)) return f.dict;
    value_release(vm, f.dict);
    return VALUE_NULL;
}

static Value method_keys(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(vm, self, DICT_KEYS);
}

static Value method_values(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(vm, self, DICT_VALUES);
}

static Value method_items(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return dict_view_new(vm, self, DICT_ITEMS);
}

static Value method_reversed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return dict_iterator_new(vm, self, DICT_KEYS, true);
}

static const MethodDef dict_methods[] = {
    {"get", method_get, 1, 2, false, METHOD_AGAIN,
     "Return the value for key if key is in the dictionary, else default."},
    {"setdefault", method_setdefault, 1, 2, false, METHOD_AGAIN,
     "Insert key with a value of default if key is not there."},
    {"pop", method_pop, 1, 2, false, METHOD_AGAIN, "Remove specified key and return the corresponding value."},
    {"popitem", method_popitem, 0, 0, false, METHOD_PLAIN, "Remove and return a (key, value) pair as a 2-tuple."},
    {"keys", method_keys, 0, 0, false, METHOD_PLAIN, "Return a set-like object providing a view on the dict's keys."},
    {"items", method_items, 0, 0, false, METHOD_PLAIN,
     "Return a set-like object providing a view on the dict's items."},
    {"values", method_values, 0, 0, false, METHOD_PLAIN, "Return an object providing a view on the dict's values."},
    {"update", method_update, 0, 255, true, METHOD_PLAIN, "Update the dict from a mapping or iterable and keywords."},
    {"fromkeys", method_fromkeys, 1, 2, false, METHOD_CLASS, "Create a new dictionary with keys from iterable."},
    {"clear", method_clear, 0, 0, false, METHOD_PLAIN, "Remove all items from the dict."},
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, "Return a shallow copy of the dict."},
    {"__reversed__", method_reversed, 0, 0, false, METHOD_PLAIN, "Return a reverse iterator over the dict keys."},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeDef type_dict_def = {
    .name = "dict",
    .size = sizeof(Dict),
    .flags = TYPE_BASE | TYPE_GC | TYPE_MAPPING | TYPE_IS_DICT | TYPE_AGAIN,
    .doc = "dict() -> new empty dictionary",
    .slots = {.dealloc = dict_dealloc,
              .traverse = dict_traverse,
              .repr = dict_repr,
              .hash = hash_not_implemented,
              .compare = dict_compare,
              .iter = dict_iter,
              .binary = dict_binary,
              .inplace = dict_inplace,
              .length = dict_slot_length,
              .getitem = dict_getitem,
              .setitem = dict_setitem,
              .contains = dict_contains,
              .new = dict_type_new,
              .init = dict_init},
    .methods = dict_methods,
};
