/* str_split.c: split, rsplit, splitlines, partition, rpartition. */
#include "text.h"
#include "unicode/unicode.h"

static bool is_space(uint32_t c) {
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return unicode_is(c, UNICODE_SPACE);
}

static bool add_piece(Vm *vm, List *list, Str *s, uint32_t start, uint32_t end) {
    Str *piece = str_slice(vm, s, start, end);
    return piece != NULL && list_append_take(vm, list, obj_value(piece));
}

/* The first place from `at` on that is white space, or that is not. */
static uint32_t next_space(const Str *s, uint32_t at, bool wanted) {
    if (s->kind == 1) {
        while (at < s->length && is_space(s->data[at]) != wanted) at++;
    } else {
        while (at < s->length && is_space(str_at(s, at)) != wanted) at++;
    }
    return at;
}

static bool split_space(Vm *vm, List *list, Str *s, uint32_t limit) {
    uint32_t at = 0;
    for (;;) {
        at = next_space(s, at, false);
        if (at == s->length) return true;
        if (limit-- == 0) break;
        uint32_t start = at;
        at = next_space(s, at, true);
        if (!add_piece(vm, list, s, start, at)) return false;
    }
    return add_piece(vm, list, s, at, s->length);
}

static bool split_space_right(Vm *vm, List *list, Str *s, uint32_t limit) { /* last piece first */
    uint32_t at = s->length;
    for (;;) {
        while (at > 0 && is_space(str_at(s, at - 1))) at--;
        if (at == 0) return true;
        if (limit-- == 0) break;
        uint32_t end = at;
        while (at > 0 && !is_space(str_at(s, at - 1))) at--;
        if (!add_piece(vm, list, s, at, end)) return false;
    }
    return add_piece(vm, list, s, 0, at);
}

static bool split_by(Vm *vm, List *list, Str *s, const Str *separator, uint32_t limit) {
    uint32_t start = 0;
    for (; limit > 0; limit--) {
        int64_t at = str_find(s, separator, start, s->length, false);
        if (at < 0) break;
        if (!add_piece(vm, list, s, start, (uint32_t)at)) return false;
        start = (uint32_t)at + separator->length;
    }
    return add_piece(vm, list, s, start, s->length);
}

static bool split_by_right(Vm *vm, List *list, Str *s, const Str *separator, uint32_t limit) {
    uint32_t end = s->length;
    for (; limit > 0; limit--) {
        int64_t at = str_find(s, separator, 0, end, true);
        if (at < 0) break;
        if (!add_piece(vm, list, s, (uint32_t)at + separator->length, end)) return false;
        end = (uint32_t)at;
    }
    return add_piece(vm, list, s, 0, end);
}

static void reverse(List *list) {
    for (uint32_t i = 0, j = list->length; i + 1 < j; i++) {
        Value v = list->items[i];
        list->items[i] = list->items[--j];
        list->items[j] = v;
    }
}

static Value split(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames, bool right) {
    static const char *const names[] = {"sep", "maxsplit", NULL};
    const ArgSpec spec = {right ? "rsplit" : "split", names, 0, 2, 0};
    Value given[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    Value separator = given[0] == VALUE_NULL ? VALUE_NONE : given[0];
    int64_t count = -1;
    if (given[1] != VALUE_NULL && !object_as_index(vm, given[1], &count, INDEX_ARGUMENT)) return VALUE_NULL;
    if (!value_is_none(separator) && !is_str(separator)) {
        return raise_error(vm, T_TypeError, "must be str or None, not %T", separator);
    }
    if (is_str(separator) && AS(Str, separator)->length == 0) {
        return raise_error(vm, T_ValueError, "empty separator");
    }
    uint32_t limit = count < 0 || count > UINT32_MAX ? UINT32_MAX : (uint32_t)count;
    List *list = list_new(vm, 8);
    if (list == NULL) return VALUE_NULL;
    Str *s = AS(Str, self);
    bool done;
    if (value_is_none(separator)) {
        done = right ? split_space_right(vm, list, s, limit) : split_space(vm, list, s, limit);
    } else {
        done = right ? split_by_right(vm, list, s, AS(Str, separator), limit)
                     : split_by(vm, list, s, AS(Str, separator), limit);
    }
    if (right) reverse(list);
    if (done) return obj_value(list);
    obj_release(vm, list);
    return VALUE_NULL;
}

Value str_split_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return split(vm, self, args, nargs, kwnames, false);
}

Value str_rsplit_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return split(vm, self, args, nargs, kwnames, true);
}

static bool is_line_break(uint32_t c) {
    return (c >= 10 && c <= 13) || (c >= 28 && c <= 30) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool split_lines(Vm *vm, List *list, Str *s, bool keep) {
    for (uint32_t at = 0; at < s->length;) {
        uint32_t start = at;
        while (at < s->length && !is_line_break(str_at(s, at))) at++;
        uint32_t end = at;
        if (at < s->length) at += str_at(s, at) == '\r' && at + 1 < s->length && str_at(s, at + 1) == '\n' ? 2 : 1;
        if (!add_piece(vm, list, s, start, keep ? at : end)) return false;
    }
    return true;
}

Value str_splitlines_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"keepends", NULL};
    static const ArgSpec spec = {"splitlines", names, 0, 1, 0};
    Value keepends;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &keepends)) return VALUE_NULL;
    int keep = keepends == VALUE_NULL ? 0 : object_truth(vm, keepends);
    if (keep < 0) return VALUE_NULL;
    List *list = list_new(vm, 8);
    if (list == NULL) return VALUE_NULL;
    if (split_lines(vm, list, AS(Str, self), keep != 0)) return obj_value(list);
    obj_release(vm, list);
    return VALUE_NULL;
}

static Value triple(Vm *vm, Str *a, Str *b, Str *c) { /* takes all over */
    Tuple *t = a == NULL || b == NULL || c == NULL ? NULL : tuple_pack(vm, 3, obj_value(a), obj_value(b), obj_value(c));
    obj_release(vm, a);
    obj_release(vm, b);
    obj_release(vm, c);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

static Str *empty(Vm *vm) {
    return str_slice(vm, vm->empty_str, 0, 0);
}

static Value partition(Vm *vm, Value self, Value by, bool right) {
    Str *s = AS(Str, self);
    if (!is_str(by)) return raise_error(vm, T_TypeError, "must be str, not %T", by);
    const Str *separator = AS(Str, by);
    if (separator->length == 0) return raise_error(vm, T_ValueError, "empty separator");
    int64_t at = str_find(s, separator, 0, s->length, right);
    if (at < 0) {
        return right ? triple(vm, empty(vm), empty(vm), str_exact(vm, s))
                     : triple(vm, str_exact(vm, s), empty(vm), empty(vm));
    }
    uint32_t start = (uint32_t)at, end = start + separator->length;
    return triple(vm, str_slice(vm, s, 0, start), str_slice(vm, s, start, end), str_slice(vm, s, end, s->length));
}

Value str_partition_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return partition(vm, self, args[0], false);
}

Value str_rpartition_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return partition(vm, self, args[0], true);
}
