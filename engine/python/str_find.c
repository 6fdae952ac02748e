/* str_find.c: searching in strings, and the methods that search: find, count, replace, startswith, removeprefix ... */
#define _GNU_SOURCE /* memmem */
#include "text.h"

/* ---- searching */

const unsigned char *find_in_bytes(const unsigned char *data, size_t length, const unsigned char *part, size_t size) {
    enum { PATIENCE = 64 }; /* after so many beginnings that went no further: what memmem prepares is worth it */
    if (size == 0) return data;
    for (uint32_t tries = 0; length >= size; tries++) {
        if (tries == PATIENCE) return memmem(data, length, part, size);
        const unsigned char *at = memchr(data, part[0], length - size + 1);
        if (at == NULL) return NULL;
        if (at[size - 1] == part[size - 1] && memcmp(at, part, size) == 0) return at;
        length -= (size_t)(at + 1 - data);
        data = at + 1;
    }
    return NULL;
}

uint32_t str_next_code(const Str *s, uint32_t code, uint32_t start, uint32_t end) {
    if (start >= end) return end;
    if (s->kind == 1) {
        if (code > 0xFF) return end;
        const unsigned char *found = memchr(s->data + start, (int)code, end - start);
        return found == NULL ? end : (uint32_t)(found - s->data);
    }
    while (start < end && str_at(s, start) != code) start++;
    return start;
}

static bool matches_at(const Str *s, const Str *needle, uint32_t at) {
    if (s->kind == needle->kind) {
        return memcmp(s->data + (size_t)at * s->kind, needle->data, (size_t)needle->length * s->kind) == 0;
    }
    for (uint32_t i = 0; i < needle->length; i++) {
        if (str_at(s, at + i) != str_at(needle, i)) return false;
    }
    return true;
}

static int64_t find_forward(const Str *s, const Str *needle, uint32_t start, uint32_t end) {
    if (s->kind == 1) {
        const unsigned char *at = find_in_bytes(s->data + start, end - start, needle->data, needle->length);
        return at == NULL ? -1 : at - s->data;
    }
    uint32_t last = end - needle->length + 1; /* where a match may no longer begin */
    uint32_t first = str_at(needle, 0), final = str_at(needle, needle->length - 1);
    for (uint32_t at = start; (at = str_next_code(s, first, at, last)) < last; at++) {
        if (str_at(s, at + needle->length - 1) == final && matches_at(s, needle, at)) return at;
    }
    return -1;
}

static int64_t find_backward(const Str *s, const Str *needle, uint32_t start, uint32_t end) {
    uint32_t first = str_at(needle, 0);
    for (uint32_t at = end - needle->length + 1; at-- > start;) {
        if (str_at(s, at) == first && matches_at(s, needle, at)) return at;
    }
    return -1;
}

int64_t str_find(const Str *s, const Str *needle, uint32_t start, uint32_t end, bool from_right) {
    if (end > s->length) end = s->length;
    if (start > end || needle->length > end - start || needle->kind > s->kind) return -1;
    if (needle->length == 0) return from_right ? end : start;
    return from_right ? find_backward(s, needle, start, end) : find_forward(s, needle, start, end);
}

uint32_t str_count(const Str *s, const Str *needle, uint32_t start, uint32_t end, uint32_t limit) {
    if (start > end) return 0;
    if (needle->length == 0) return end - start < limit ? end - start + 1 : limit;
    uint32_t count = 0;
    while (count < limit) {
        int64_t at = str_find(s, needle, start, end, false);
        if (at < 0) break;
        count++;
        start = (uint32_t)at + needle->length;
    }
    return count;
}

/* ---- arguments */

static bool range_index(Vm *vm, Value v, int64_t *index) {
    if (v == VALUE_NULL || value_is_none(v)) return true;
    if (!is_int(v) && type_of(vm, v)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    return object_as_index(vm, v, index, INDEX_CLIPPED);
}

bool range_arguments(Vm *vm, const Value *args, uint32_t nargs, uint32_t first, uint32_t length, uint32_t *start,
                     uint32_t *end) {
    int64_t from = 0, to = length;
    if (nargs > first && !range_index(vm, args[first], &from)) return false;
    if (nargs > first + 1 && !range_index(vm, args[first + 1], &to)) return false;
    if (from < 0) from = from + length < 0 ? 0 : from + length;
    if (to < 0) to = to + length < 0 ? 0 : to + length;
    if (to > length) to = length;
    *start = from > length ? length + 1 : (uint32_t)from; /* beyond the end not even '' is found */
    *end = (uint32_t)to;
    return true;
}

Str *str_argument(Vm *vm, Value v, const char *function, int position) {
    if (is_str(v)) return AS(Str, v);
    if (position == 0) {
        raise_error(vm, T_TypeError, "%s() argument must be str, not %B", function, v);
    } else {
        raise_error(vm, T_TypeError, "%s() argument %d must be str, not %B", function, position, v);
    }
    return NULL;
}

/* ---- find, index, count */

static bool find_place(Vm *vm, Value self, const Value *args, uint32_t nargs, const char *name, bool right,
                       int64_t *place) {
    const Str *needle = str_argument(vm, args[0], name, 1);
    uint32_t start, end;
    if (needle == NULL || !range_arguments(vm, args, nargs, 1, AS(Str, self)->length, &start, &end)) return false;
    *place = str_find(AS(Str, self), needle, start, end, right);
    return true;
}

static Value find_value(Vm *vm, Value self, const Value *args, uint32_t nargs, const char *name, bool right) {
    int64_t place;
    return find_place(vm, self, args, nargs, name, right, &place) ? value_small(place) : VALUE_NULL;
}

static Value index_value(Vm *vm, Value self, const Value *args, uint32_t nargs, const char *name, bool right) {
    int64_t place;
    if (!find_place(vm, self, args, nargs, name, right, &place)) return VALUE_NULL;
    return place < 0 ? raise_error(vm, T_ValueError, "substring not found") : value_small(place);
}

Value str_find_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return find_value(vm, self, args, nargs, "find", false);
}

Value str_rfind_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return find_value(vm, self, args, nargs, "rfind", true);
}

Value str_index_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return index_value(vm, self, args, nargs, "index", false);
}

Value str_rindex_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return index_value(vm, self, args, nargs, "rindex", true);
}

Value str_count_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    const Str *needle = str_argument(vm, args[0], "count", 1);
    uint32_t start, end;
    if (needle == NULL || !range_arguments(vm, args, nargs, 1, AS(Str, self)->length, &start, &end)) return VALUE_NULL;
    return value_small(str_count(AS(Str, self), needle, start, end, UINT32_MAX));
}

/* ---- replace */

/* An empty needle stands before every character and at the end. */
static Str *replace_between(Vm *vm, const Str *s, const Str *new, uint32_t limit) {
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i <= s->length; i++) {
        if (i < limit) builder_str(&b, new);
        if (i < s->length) builder_char(&b, str_at(s, i));
    }
    return builder_finish(&b);
}

/* One byte for another, the commonest case. */
static Str *replace_byte(Vm *vm, const Str *s, uint32_t old, uint32_t new, uint32_t limit) {
    Str *r = str_alloc(vm, s->length, s->ascii ? 127 : 255);
    if (r == NULL) return NULL;
    memcpy(r->data, s->data, s->length);
    for (uint32_t at = 0; limit > 0; limit--) {
        at = str_next_code(r, old, at, r->length);
        if (at == r->length) break;
        r->data[at++] = (unsigned char)new;
    }
    return r;
}

static Str *replace_all(Vm *vm, Str *s, const Str *old, const Str *new, uint32_t limit) {
    if (limit == 0) return str_exact(vm, s);
    if (old->length == 0) return replace_between(vm, s, new, limit);
    int64_t at = str_find(s, old, 0, s->length, false);
    if (at < 0) return str_exact(vm, s);
    if (s->ascii && old->length == 1 && new->length == 1 && new->ascii && s->length > 1) {
        return replace_byte(vm, s, str_at(old, 0), str_at(new, 0), limit);
    }
    StrBuilder b;
    builder_init(&b, vm);
    uint32_t start = 0;
    for (uint32_t n = 0; n < limit && at >= 0; n++) {
        builder_slice(&b, s, start, (uint32_t)at);
        builder_str(&b, new);
        start = (uint32_t)at + old->length;
        at = str_find(s, old, start, s->length, false);
    }
    builder_slice(&b, s, start, s->length);
    return builder_finish(&b);
}

Value str_replace_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"old", "new", "count", NULL};
    static const ArgSpec spec = {"replace", names, 2, 3, 2};
    Value given[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    const Str *old = str_argument(vm, given[0], "replace", 1);
    const Str *new = old == NULL ? NULL : str_argument(vm, given[1], "replace", 2);
    int64_t count = -1;
    if (new == NULL || (given[2] != VALUE_NULL && !object_as_index(vm, given[2], &count, INDEX_ARGUMENT)))
        return VALUE_NULL;
    uint32_t limit = count < 0 || count > UINT32_MAX ? UINT32_MAX : (uint32_t)count;
    return str_value(replace_all(vm, AS(Str, self), old, new, limit));
}

/* ---- beginnings and ends */

static bool part_matches(const Str *s, const Str *part, uint32_t start, uint32_t end, bool at_end) {
    if (start > end || part->length > end - start) return false;
    if (part->length == 0) return true;
    if (part->kind > s->kind) return false;
    return matches_at(s, part, at_end ? end - part->length : start);
}

static Value starts_or_ends(Vm *vm, Value self, const Value *args, uint32_t nargs, bool at_end) {
    const Str *s = AS(Str, self);
    const char *name = at_end ? "endswith" : "startswith";
    uint32_t start, end;
    if (!range_arguments(vm, args, nargs, 1, s->length, &start, &end)) return VALUE_NULL;
    if (is_str(args[0])) return value_bool(part_matches(s, AS(Str, args[0]), start, end, at_end));
    if (!is_tuple(args[0])) {
        return raise_error(vm, T_TypeError, "%s first arg must be str or a tuple of str, not %T", name, args[0]);
    }
    const Tuple *parts = AS(Tuple, args[0]);
    for (uint32_t i = 0; i < parts->length; i++) {
        if (!is_str(parts->items[i])) {
            return raise_error(vm, T_TypeError, "tuple for %s must only contain str, not %T", name, parts->items[i]);
        }
        if (part_matches(s, AS(Str, parts->items[i]), start, end, at_end)) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

Value str_startswith_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return starts_or_ends(vm, self, args, nargs, false);
}

Value str_endswith_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return starts_or_ends(vm, self, args, nargs, true);
}

Value str_removeprefix_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Str *s = AS(Str, self);
    const Str *part = str_argument(vm, args[0], "removeprefix", 0);
    if (part == NULL) return VALUE_NULL;
    bool found = part_matches(s, part, 0, s->length, false);
    return str_value(str_slice(vm, s, found ? part->length : 0, s->length));
}

Value str_removesuffix_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Str *s = AS(Str, self);
    const Str *part = str_argument(vm, args[0], "removesuffix", 0);
    if (part == NULL) return VALUE_NULL;
    bool found = part_matches(s, part, 0, s->length, true);
    return str_value(str_slice(vm, s, 0, found ? s->length - part->length : s->length));
}
