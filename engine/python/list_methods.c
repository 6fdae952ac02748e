/* list_methods.c: the methods of list, and the iterators over lists. */
#include "iterators.h"
#include "list.h"
#include "type_defs.h"
#include "walk.h"

static Value method_append(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return list_append(vm, AS(List, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static Value method_extend(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Value iterator;
    int walk = list_extend_walks(vm, self, args[0], &iterator);
    if (walk > 0) return walk_into_tail(vm, &list_extend_ops, iterator, self);
    return walk == 0 && list_extend(vm, AS(List, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static Value method_insert(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int64_t index;
    if (!object_as_index(vm, args[0], &index, INDEX_ARGUMENT)) return VALUE_NULL;
    return list_insert(vm, AS(List, self), index, args[1]) ? VALUE_NONE : VALUE_NULL;
}

static Value method_pop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    List *l = AS(List, self);
    int64_t index = -1;
    if (nargs > 0 && !object_as_index(vm, args[0], &index, INDEX_ARGUMENT)) return VALUE_NULL;
    if (l->length == 0) return raise_error(vm, T_IndexError, "pop from empty list");
    if (index < 0) index += l->length;
    if (index < 0 || index >= l->length) return raise_error(vm, T_IndexError, "pop index out of range");
    return list_remove_at(vm, l, (uint32_t)index);
}

static Value method_remove(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    List *l = AS(List, self);
    for (uint32_t i = 0; i < l->length; i++) {
        int equal = list_item_equal(vm, l, i, args[0]);
        if (equal < 0) return VALUE_NULL;
        if (equal > 0) {
            if (i < l->length) value_release(vm, list_remove_at(vm, l, i));
            return VALUE_NONE;
        }
    }
    return raise_error(vm, T_ValueError, "list.remove(x): x not in list");
}

static Value method_clear(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    list_clear_items(vm, AS(List, self));
    return VALUE_NONE;
}

static Value method_copy(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(list_from(vm, AS(List, self)->items, AS(List, self)->length));
}

static Value method_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    List *l = AS(List, self);
    int64_t count = 0;
    for (uint32_t i = 0; i < l->length; i++) {
        int equal = list_item_equal(vm, l, i, args[0]);
        if (equal < 0) return VALUE_NULL;
        count += equal;
    }
    return value_small(count);
}

static Value method_index(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    List *l = AS(List, self);
    int64_t start, stop;
    if (!slice_search(vm, args, nargs, &l->length, &start, &stop)) return VALUE_NULL;
    for (int64_t i = start; i < stop && i < l->length; i++) {
        int equal = list_item_equal(vm, l, (uint32_t)i, args[0]);
        if (equal < 0) return VALUE_NULL;
        if (equal > 0) return value_small(i);
    }
    return raise_error(vm, T_ValueError, "list.index(x): x not in list");
}

static Value method_reverse(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    List *l = AS(List, self);
    for (uint32_t i = 0, j = l->length; i + 1 < j; i++) {
        Value v = l->items[i];
        l->items[i] = l->items[--j];
        l->items[j] = v;
    }
    return VALUE_NONE;
}

static Value method_sort(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"key", "reverse", NULL};
    static const ArgSpec spec = {"sort", names, 0, 0, 0};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    int reverse = out[1] == VALUE_NULL ? 0 : object_truth(vm, out[1]);
    if (reverse < 0) return VALUE_NULL;
    return list_sort_tail(vm, self, out[0], reverse != 0, VALUE_NONE);
}

static Value method_reversed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    ListIterator *it = object_new(vm, TYPE(vm, list_reverseiterator), 0);
    if (it == NULL) return VALUE_NULL;
    it->list = value_retain(self);
    it->index = AS(List, self)->length;
    return obj_value(it);
}

const MethodDef list_methods[] = {
    {"append", method_append, 1, 1, false, METHOD_PLAIN, "Append object to the end of the list."},
    {"extend", method_extend, 1, 1, false, METHOD_AGAIN, "Extend list by appending elements from the iterable."},
    {"insert", method_insert, 2, 2, false, METHOD_AGAIN, "Insert object before index."},
    {"pop", method_pop, 0, 1, false, METHOD_AGAIN, "Remove and return item at index (default last)."},
    {"remove", method_remove, 1, 1, false, METHOD_AGAIN, "Remove first occurrence of value."},
    {"clear", method_clear, 0, 0, false, METHOD_PLAIN, "Remove all items from list."},
    {"copy", method_copy, 0, 0, false, METHOD_PLAIN, "Return a shallow copy of the list."},
    {"count", method_count, 1, 1, false, METHOD_AGAIN, "Return number of occurrences of value."},
    {"index", method_index, 1, 3, false, METHOD_AGAIN, "Return first index of value."},
    {"reverse", method_reverse, 0, 0, false, METHOD_PLAIN, "Reverse *IN PLACE*."},
    {"sort", method_sort, 0, 255, true, METHOD_PLAIN, "Sort the list in ascending order and return None."},
    {"__reversed__", method_reversed, 0, 0, false, METHOD_PLAIN, "Return a reverse iterator over the list."},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static void iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((ListIterator *)self)->list);
}

static void iterator_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((ListIterator *)self)->list);
}

static Value iterator_next(Vm *vm, Value self) {
    ListIterator *it = AS(ListIterator, self);
    if (it->list == VALUE_NULL) return VALUE_NULL;
    List *l = AS(List, it->list);
    if (it->index < l->length) return value_retain(l->items[it->index++]);
    value_clear(vm, &it->list);
    return VALUE_NULL;
}

static Value reverse_next(Vm *vm, Value self) {
    ListIterator *it = AS(ListIterator, self);
    if (it->list == VALUE_NULL) return VALUE_NULL;
    List *l = AS(List, it->list);
    if (it->index > 0 && it->index <= l->length) return value_retain(l->items[--it->index]);
    value_clear(vm, &it->list);
    return VALUE_NULL;
}

static Value iterator_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    ListIterator *it = AS(ListIterator, self);
    if (it->list == VALUE_NULL) return value_small(0);
    uint32_t length = AS(List, it->list)->length;
    if (value_obj(self)->type == TYPE(vm, list_reverseiterator))
        return value_small(it->index <= length ? it->index : 0);
    return value_small(it->index < length ? (int64_t)length - it->index : 0);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    ITERATOR_COPIES,
    {0},
};

static const MethodDef reversed_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", list_reversed_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__setstate__", list_reversed_setstate, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_list_iterator_def = {
    .name = "list_iterator",
    .size = sizeof(ListIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = object_itself, .next = iterator_next},
    .methods = iterator_methods,
};

const TypeDef type_list_reverseiterator_def = {
    .name = "list_reverseiterator",
    .size = sizeof(ListIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = object_itself, .next = reverse_next},
    .methods = reversed_methods,
};
