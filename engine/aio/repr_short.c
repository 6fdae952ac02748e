/* repr_short.c: reprlib.repr: a repr that is never long, for results and arguments shown in other reprs. */
#include "../python/guard.h"
#include "aio.h"

enum { MAX_LEVEL = 6, MAX_ITEMS = 6, MAX_DICT = 4, MAX_STRING = 30, MAX_LONG = 40, MAX_OTHER = 30 };

static bool put_short(Vm *vm, StrBuilder *b, Value v, int level);

/* The first and last characters of s, "..." between them, so that `limit` remain. */
static void put_cut(StrBuilder *b, const Str *s, uint32_t limit) {
    if (s->length <= limit) {
        builder_str(b, s);
        return;
    }
    uint32_t head = (limit - 3) / 2, tail = limit - 3 - head;
    builder_slice(b, s, 0, head);
    builder_c(b, "...");
    builder_slice(b, s, s->length - tail, s->length);
}

static bool put_cut_repr(Vm *vm, StrBuilder *b, Value v, uint32_t limit) {
    Value text = object_repr(vm, v);
    if (text == VALUE_NULL) {
        /* As reprlib: an object that cannot tell of itself is told by its type. */
        error_clear(vm);
        Str *instead = str_format(vm, "<%s instance at %p>", value_type_name(vm, v), (void *)(uintptr_t)v);
        if (instead == NULL) return false;
        text = obj_value(instead);
    }
    put_cut(b, AS(Str, text), limit);
    value_release(vm, text);
    return true;
}

static bool put_string(Vm *vm, StrBuilder *b, Str *s) {
    if (s->length <= MAX_STRING) return put_cut_repr(vm, b, obj_value(s), MAX_STRING);
    uint32_t head = (MAX_STRING - 3) / 2, tail = MAX_STRING - 3 - head;
    Str *first = str_slice(vm, s, 0, head), *last = str_slice(vm, s, s->length - tail, s->length);
    Str *both = first == NULL || last == NULL ? NULL : str_concat(vm, first, last);
    obj_release(vm, first);
    obj_release(vm, last);
    Str *shown = both == NULL ? NULL : str_repr(vm, both);
    obj_release(vm, both);
    if (shown == NULL) return false;
    builder_slice(b, shown, 0, head);
    builder_c(b, "...");
    builder_slice(b, shown, shown->length - tail, shown->length);
    obj_release(vm, shown);
    return true;
}

static bool put_items(Vm *vm, StrBuilder *b, const Value *items, uint32_t count, int level) {
    for (uint32_t i = 0; i < count && i < MAX_ITEMS; i++) {
        if (i > 0) builder_c(b, ", ");
        Value item = value_retain(items[i]);
        bool fine = put_short(vm, b, item, level - 1);
        value_release(vm, item);
        if (!fine) return false;
    }
    if (count > MAX_ITEMS) builder_c(b, ", ...");
    return true;
}

static bool put_sequence(Vm *vm, StrBuilder *b, Tuple *items, const char *open, const char *close, const char *single,
                         int level) {
    builder_c(b, open);
    bool fine = true;
    if (level <= 0 && items->length > 0) {
        builder_c(b, "...");
    } else {
        fine = put_items(vm, b, items->items, items->length, level);
    }
    if (items->length == 1) builder_c(b, single);
    builder_c(b, close);
    return fine;
}

/* The keys in order when they have one, as they come otherwise; owned. */
static List *sorted_keys(Vm *vm, Value iterable) {
    Value keys = list_from_iterable(vm, iterable);
    if (keys == VALUE_NULL) return NULL;
    if (list_sort(vm, AS(List, keys))) return AS(List, keys);
    error_clear(vm);
    value_release(vm, keys);
    keys = list_from_iterable(vm, iterable);
    return keys == VALUE_NULL ? NULL : AS(List, keys);
}

static bool put_set(Vm *vm, StrBuilder *b, Value v, int level) {
    bool frozen = is_exact(vm, v, T_frozenset);
    if (set_length(v) == 0) {
        builder_c(b, frozen ? "frozenset()" : "set()");
        return true;
    }
    List *keys = sorted_keys(vm, v);
    Tuple *items = keys == NULL ? NULL : tuple_from(vm, keys->items, keys->length);
    obj_release(vm, keys);
    if (items == NULL) return false;
    bool fine = put_sequence(vm, b, items, frozen ? "frozenset({" : "{", frozen ? "})" : "}", "", level);
    obj_release(vm, items);
    return fine;
}

static bool put_pair(Vm *vm, StrBuilder *b, Value dict, Value key, int level) {
    Value value = dict_get(vm, AS(Dict, dict), key);
    if (value == VALUE_NULL) return !error_is_set(vm);
    value_retain(value);
    bool fine = put_short(vm, b, key, level - 1);
    builder_c(b, ": ");
    fine = fine && put_short(vm, b, value, level - 1);
    value_release(vm, value);
    return fine;
}

static bool put_dict(Vm *vm, StrBuilder *b, Value v, int level) {
    uint32_t count = dict_length(AS(Dict, v));
    if (count == 0 || level <= 0) {
        builder_c(b, count == 0 ? "{}" : "{...}");
        return true;
    }
    List *keys = sorted_keys(vm, v);
    if (keys == NULL) return false;
    bool fine = true;
    builder_char(b, '{');
    for (uint32_t i = 0; fine && i < keys->length && i < MAX_DICT; i++) {
        if (i > 0) builder_c(b, ", ");
        fine = put_pair(vm, b, v, keys->items[i], level);
    }
    if (count > MAX_DICT) builder_c(b, ", ...");
    builder_char(b, '}');
    obj_release(vm, keys);
    return fine;
}

static bool put_list(Vm *vm, StrBuilder *b, Value v, int level) {
    Tuple *items = tuple_from(vm, AS(List, v)->items, AS(List, v)->length);
    bool fine = items != NULL && put_sequence(vm, b, items, "[", "]", "", level);
    obj_release(vm, items);
    return fine;
}

static bool put_short(Vm *vm, StrBuilder *b, Value v, int level) {
    if (is_exact(vm, v, T_str)) return put_string(vm, b, AS(Str, v));
    if (is_exact(vm, v, T_list)) return put_list(vm, b, v, level);
    if (is_exact(vm, v, T_tuple)) return put_sequence(vm, b, AS(Tuple, v), "(", ")", ",", level);
    if (is_exact(vm, v, T_dict)) return put_dict(vm, b, v, level);
    if (is_exact(vm, v, T_set) || is_exact(vm, v, T_frozenset)) return put_set(vm, b, v, level);
    return put_cut_repr(vm, b, v, is_int(v) ? MAX_LONG : MAX_OTHER);
}

Str *short_repr(Vm *vm, Value v) {
    StrBuilder b;
    builder_init(&b, vm);
    if (put_short(vm, &b, v, MAX_LEVEL)) return builder_finish(&b);
    builder_drop(&b);
    return NULL;
}
