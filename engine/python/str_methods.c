/* str_methods.c: strip, justification, tabs, translation, join. */
#include "text.h"
#include "unicode/unicode.h"
#include "walk.h"

/* ---- strip */

static bool strips(const Str *set, uint32_t c) {
    if (set != NULL) return str_next_code(set, c, 0, set->length) < set->length;
    if (c < 128) return c == ' ' || (c >= 9 && c <= 13) || (c >= 28 && c <= 31);
    return unicode_is(c, UNICODE_SPACE);
}

static Value strip(Vm *vm, Value self, const Value *args, uint32_t nargs, const char *name, bool left, bool right) {
    const Str *set = NULL;
    if (nargs > 0 && !value_is_none(args[0])) {
        if (!is_str(args[0])) return raise_error(vm, T_TypeError, "%s arg must be None or str", name);
        set = AS(Str, args[0]);
    }
    Str *s = AS(Str, self);
    uint32_t start = 0, end = s->length;
    while (left && start < end && strips(set, str_at(s, start))) start++;
    while (right && end > start && strips(set, str_at(s, end - 1))) end--;
    return str_value(str_slice(vm, s, start, end));
}

Value str_strip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, "strip", true, true);
}

Value str_lstrip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, "lstrip", true, false);
}

Value str_rstrip_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return strip(vm, self, args, nargs, "rstrip", false, true);
}

/* ---- justification */

static Str *pad(Vm *vm, Str *s, int64_t left, int64_t right, uint32_t fill) {
    if (left < 0) left = 0;
    if (right < 0) right = 0;
    if (left + right == 0) return str_exact(vm, s);
    if (left + right > INT32_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    StrBuilder b;
    builder_init(&b, vm);
    builder_repeat(&b, fill, (uint32_t)left);
    builder_str(&b, s);
    builder_repeat(&b, fill, (uint32_t)right);
    return builder_finish(&b);
}

static bool pad_arguments(Vm *vm, const Value *args, uint32_t nargs, int64_t *width, uint32_t *fill) {
    if (!object_as_index(vm, args[0], width, INDEX_ARGUMENT)) return false;
    *fill = ' ';
    if (nargs < 2) return true;
    if (!is_str(args[1])) {
        raise_error(vm, T_TypeError, "The fill character must be a unicode character, not %T", args[1]);
        return false;
    }
    if (AS(Str, args[1])->length != 1) {
        raise_error(vm, T_TypeError, "The fill character must be exactly one character long");
        return false;
    }
    *fill = str_at(AS(Str, args[1]), 0);
    return true;
}

Value str_center_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    if (!pad_arguments(vm, args, nargs, &width, &fill)) return VALUE_NULL;
    int64_t marginal = width - AS(Str, self)->length;
    int64_t left = marginal <= 0 ? 0 : marginal / 2 + (marginal & width & 1);
    return str_value(pad(vm, AS(Str, self), left, marginal - left, fill));
}

Value str_ljust_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    if (!pad_arguments(vm, args, nargs, &width, &fill)) return VALUE_NULL;
    return str_value(pad(vm, AS(Str, self), 0, width - AS(Str, self)->length, fill));
}

Value str_rjust_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t width;
    uint32_t fill;
    if (!pad_arguments(vm, args, nargs, &width, &fill)) return VALUE_NULL;
    return str_value(pad(vm, AS(Str, self), width - AS(Str, self)->length, 0, fill));
}

Value str_zfill_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int64_t width;
    if (!object_as_index(vm, args[0], &width, INDEX_ARGUMENT)) return VALUE_NULL;
    Str *s = AS(Str, self);
    int64_t zeros = width - s->length;
    if (zeros <= 0) return str_value(str_exact(vm, s));
    if (zeros > INT32_MAX) return raise_no_memory(vm);
    uint32_t sign = s->length > 0 && (str_at(s, 0) == '+' || str_at(s, 0) == '-');
    StrBuilder b;
    builder_init(&b, vm);
    builder_slice(&b, s, 0, sign);
    builder_repeat(&b, '0', (uint32_t)zeros);
    builder_slice(&b, s, sign, s->length);
    return str_value(builder_finish(&b));
}

Value str_expandtabs_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"tabsize", NULL};
    static const ArgSpec spec = {"expandtabs", names, 0, 1, 0};
    Value given;
    int64_t size = 8;
    if (!args_bind(vm, &spec, args, nargs, kwnames, &given)) return VALUE_NULL;
    if (given != VALUE_NULL && !object_as_index(vm, given, &size, INDEX_ARGUMENT)) return VALUE_NULL;
    if (size > INT32_MAX) return raise_error(vm, T_OverflowError, "Python int too large to convert to C int");
    const Str *s = AS(Str, self);
    StrBuilder b;
    builder_init(&b, vm);
    int64_t column = 0;
    for (uint32_t i = 0; i < s->length; i++) {
        uint32_t c = str_at(s, i);
        if (c == '\t') {
            if (size > 0) builder_repeat(&b, ' ', (uint32_t)(size - column % size));
            column = size > 0 ? column + size - column % size : column;
            continue;
        }
        builder_char(&b, c);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
    }
    return str_value(builder_finish(&b));
}

/* ---- translate */

/* What the table says for a character goes to b; false with an error set. */
static bool translate_char(Vm *vm, StrBuilder *b, Value table, uint32_t code) {
    Value to = object_getitem(vm, table, value_small(code));
    if (to == VALUE_NULL) {
        if (!error_matches(vm, T_LookupError)) return false;
        error_clear(vm);
        builder_char(b, code);
        return true;
    }
    int64_t number;
    bool good = true;
    if (is_str(to)) {
        builder_str(b, AS(Str, to));
    } else if (is_int(to)) {
        if (int_as_int64(to, &number) && number >= 0 && number <= 0x10FFFF) {
            builder_char(b, (uint32_t)number);
        } else {
            good = false;
            raise_error(vm, T_ValueError, "character mapping must be in range(0x110000)");
        }
    } else if (!value_is_none(to)) {
        good = false;
        raise_error(vm, T_TypeError, "character mapping must return integer, None or str");
    }
    value_release(vm, to);
    return good;
}

Value str_translate_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    const Str *s = AS(Str, self);
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < s->length; i++) {
        if (!translate_char(vm, &b, args[0], str_at(s, i))) {
            builder_drop(&b);
            return VALUE_NULL;
        }
    }
    return str_value(builder_finish(&b));
}

static Value maketrans_dict(Vm *vm, Value from) {
    if (!is_dict(from)) {
        return raise_error(vm, T_TypeError, "if you give only one argument to maketrans it must be a dict");
    }
    Dict *table = dict_new(vm);
    uint32_t position = 0;
    Value key, value;
    bool good = table != NULL;
    while (good && dict_next(AS(Dict, from), &position, &key, &value)) {
        if (is_str(key)) {
            good = AS(Str, key)->length == 1;
            if (!good) {
                raise_error(vm, T_ValueError, "string keys in translate table must be of length 1");
                break;
            }
            key = value_small(str_at(AS(Str, key), 0));
        } else if (!is_int(key)) {
            raise_error(vm, T_TypeError, "keys in translate table must be strings or integers");
            good = false;
            break;
        }
        good = dict_set(vm, table, key, value);
    }
    if (good) return obj_value(table);
    obj_release(vm, table);
    return VALUE_NULL;
}

static Value maketrans_strings(Vm *vm, const Str *from, const Str *to, const Str *drop) {
    if (from->length != to->length) {
        return raise_error(vm, T_ValueError, "the first two maketrans arguments must have equal length");
    }
    Dict *table = dict_new(vm);
    bool good = table != NULL;
    for (uint32_t i = 0; good && i < from->length; i++) {
        good = dict_set(vm, table, value_small(str_at(from, i)), value_small(str_at(to, i)));
    }
    for (uint32_t i = 0; good && drop != NULL && i < drop->length; i++) {
        good = dict_set(vm, table, value_small(str_at(drop, i)), VALUE_NONE);
    }
    if (good) return obj_value(table);
    obj_release(vm, table);
    return VALUE_NULL;
}

Value str_maketrans_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)kwnames;
    if (nargs == 1) return maketrans_dict(vm, args[0]);
    if (str_argument(vm, args[1], "maketrans", 2) == NULL) return VALUE_NULL;
    if (nargs > 2 && str_argument(vm, args[2], "maketrans", 3) == NULL) return VALUE_NULL;
    if (!is_str(args[0])) {
        return raise_error(vm, T_TypeError, "first maketrans argument must be a string if there is a second argument");
    }
    return maketrans_strings(vm, AS(Str, args[0]), AS(Str, args[1]), nargs > 2 ? AS(Str, args[2]) : NULL);
}

/* ---- join */

static Value walked_join(Vm *vm, Value *state) {
    const List *items = AS(List, state[0]);
    return str_value(str_join(vm, AS(Str, state[1]), items->items, items->length));
}

Value raise_not_joined(Vm *vm) {
    if (!error_matches(vm, T_TypeError)) return VALUE_NULL;
    error_clear(vm);
    return raise_error(vm, T_TypeError, "can only join an iterable");
}

Value str_join_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Str *separator = AS(Str, self);
    if (is_exact(vm, args[0], T_list)) {
        const List *list = AS(List, args[0]);
        return str_value(str_join(vm, separator, list->items, list->length));
    }
    if (is_exact(vm, args[0], T_tuple)) {
        const Tuple *tuple = AS(Tuple, args[0]);
        return str_value(str_join(vm, separator, tuple->items, tuple->length));
    }
    static const WalkOps ops = {walk_append, walk_append_quick, walked_join};
    Value iterator;
    int walk = walk_wanted(vm, args[0], &iterator);
    if (walk > 0) return walk_list_tail(vm, &ops, iterator, value_retain(self));
    if (walk < 0) return raise_not_joined(vm);
    Value items = list_from_sequence(vm, args[0], "can only join an iterable");
    if (items == VALUE_NULL) return VALUE_NULL;
    Str *s = str_join(vm, separator, AS(List, items)->items, AS(List, items)->length);
    value_release(vm, items);
    return str_value(s);
}
