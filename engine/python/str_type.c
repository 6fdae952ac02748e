/* str_type.c: the types str and str_iterator: construction, slots, the table of methods. */
#include "number.h"
#include "bytes.h"
#include "iterators.h"
#include "str_intern.h"
#include "text.h"

extern const TypeDef type_str_def;
extern const TypeDef type_str_iterator_def, type_str_ascii_iterator_def;

/* ---- construction */

/* str() itself says NoneType, where its subclasses, which take arguments another way, say None. */
static bool refuse_none(Vm *vm, const char *argument, Value v) {
    if (v != VALUE_NONE) return false;
    raise_error(vm, T_TypeError, "str() argument '%s' must be str, not NoneType", argument);
    return true;
}

static Value decode_argument(Vm *vm, const Type *type, Value object, Value encoding, Value errors) {
    const char *encoding_name, *errors_name;
    if (type == TYPE(vm, str) && (refuse_none(vm, "encoding", encoding) ||
                                  ((encoding == VALUE_NULL || is_str(encoding)) && refuse_none(vm, "errors", errors))))
        return VALUE_NULL;
    if (!codec_arguments(vm, "str", encoding, errors, &encoding_name, &errors_name)) return VALUE_NULL;
    if (is_str(object)) return raise_error(vm, T_TypeError, "decoding str is not supported");
    BytesView view;
    Bytes *copy;
    if (!buffer_view(vm, object, &view, &copy))
        return raise_error(vm, T_TypeError, "decoding to str: need a bytes-like object, %T found", object);
    Value of = copy != NULL ? obj_value(copy) : object;
    Value text = bytes_decode(vm, of, view.data, view.length, encoding_name, errors_name);
    obj_release(vm, copy);
    return text;
}

static Value str_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"object", "encoding", "errors", NULL};
    static const ArgSpec spec = {"str", names, 0, 3, 0};
    Value given[3] = {nargs == 1 ? args[0] : VALUE_NULL, VALUE_NULL, VALUE_NULL};
    uint32_t total = nargs + (kwnames == NULL ? 0 : kwnames->length);
    bool counts = type == TYPE(vm, str) && total == nargs; /* unicode_vectorcall, which takes no names */
    if (total > 3 && counts) return raise_error(vm, T_TypeError, "str expected at most 3 arguments, got %u", total);
    if (total != nargs || nargs > 1) {
        if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    }
    Value s;
    if (given[0] == VALUE_NULL) {
        s = str_share(vm->empty_str);
    } else if (given[1] == VALUE_NULL && given[2] == VALUE_NULL) {
        s = object_str(vm, given[0]);
    } else {
        s = decode_argument(vm, type, given[0], given[1], given[2]);
    }
    if (s == VALUE_NULL || type == TYPE(vm, str)) return s;
    Value r = str_as_subtype(vm, type, AS(Str, s));
    value_release(vm, s);
    return r;
}

/* ---- slots */

static void str_dealloc(Vm *vm, Obj *self) {
    Str *s = (Str *)self;
    if (s->interned) str_intern_forget(vm, s);
    if (s->utf8 != NULL) mem_free(vm->mem, s->utf8, (size_t)s->utf8_length + 1);
    s->utf8 = NULL;
}

static Value str_repr_slot(Vm *vm, Value self) {
    return str_value(str_repr(vm, AS(Str, self)));
}

static Value str_str(Vm *vm, Value self) {
    return str_value(str_exact(vm, AS(Str, self)));
}

static bool str_hash_slot(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = str_hash(AS(Str, self));
    return true;
}

static Value str_compare_slot(Vm *vm, Value self, Value other, int op) {
    (void)vm;
    if (!is_str(other)) return VALUE_NOT_IMPLEMENTED;
    const Str *a = AS(Str, self), *b = AS(Str, other);
    switch (op) {
    case COMPARE_EQ: return value_bool(str_equal(a, b));
    case COMPARE_NE: return value_bool(!str_equal(a, b));
    case COMPARE_LT: return value_bool(str_compare(a, b) < 0);
    case COMPARE_LE: return value_bool(str_compare(a, b) <= 0);
    case COMPARE_GT: return value_bool(str_compare(a, b) > 0);
    default: return value_bool(str_compare(a, b) >= 0);
    }
}

static Value str_add(Vm *vm, Value a, Value b) {
    if (!is_str(a)) return VALUE_NOT_IMPLEMENTED;
    if (is_str(b)) return str_value(str_concat(vm, AS(Str, a), AS(Str, b)));
    return raise_error(vm, T_TypeError, "can only concatenate str (not \"%T\") to str", b);
}

bool repeat_count(Vm *vm, Value times, int64_t *count, bool *known) {
    *known = true;
    if (value_is_int(times)) {
        *count = value_as_small(times);
        return true;
    }
    if (!is_int(times) && type_of(vm, times)->slots.as_int == NULL) {
        *known = false;
        return false;
    }
    return object_as_index(vm, times, count, INDEX_COUNT);
}

static Value str_multiply(Vm *vm, Value a, Value b) {
    Value s = is_str(a) ? a : b, times = is_str(a) ? b : a;
    int64_t count;
    bool known;
    if (repeat_count(vm, times, &count, &known)) return str_value(str_repeat(vm, AS(Str, s), count));
    if (known) return VALUE_NULL;
    return raise_error(vm, T_TypeError, "can't multiply sequence by non-int of type '%T'", times);
}

static Value str_binary(Vm *vm, int op, Value a, Value b) {
    switch (op) {
    case BINARY_ADD: return str_add(vm, a, b);
    case BINARY_MUL: return str_multiply(vm, a, b);
    case BINARY_MOD: return is_str(a) ? str_percent(vm, AS(Str, a), b) : VALUE_NOT_IMPLEMENTED;
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static int64_t str_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Str, self)->length;
}

static int str_contains(Vm *vm, Value self, Value item) {
    if (!is_str(item)) {
        raise_error(vm, T_TypeError, "'in <string>' requires string as left operand, not %T", item);
        return -1;
    }
    return str_find(AS(Str, self), AS(Str, item), 0, AS(Str, self)->length, false) >= 0;
}

/* ---- iterator */

typedef struct StrIterator {
    Obj head;
    Value over; /* owned; VALUE_NULL at the end */
    uint32_t at;
} StrIterator;

static Value str_iter(Vm *vm, Value self) {
    Type *type = AS(Str, self)->ascii ? TYPE(vm, str_ascii_iterator) : TYPE(vm, str_iterator);
    StrIterator *it = object_new(vm, type, 0);
    if (it == NULL) return VALUE_NULL;
    it->over = value_retain(self);
    return obj_value(it);
}

static Value str_iterator_next(Vm *vm, Value self) {
    StrIterator *it = AS(StrIterator, self);
    if (it->over == VALUE_NULL) return VALUE_NULL;
    Str *s = AS(Str, it->over);
    if (it->at < s->length) return str_value(str_from_char(vm, str_at(s, it->at++)));
    value_clear(vm, &it->over);
    return VALUE_NULL;
}

static void str_iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((StrIterator *)self)->over);
}

static Value str_iterator_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    const StrIterator *it = AS(StrIterator, self);
    return value_small(it->over == VALUE_NULL ? 0 : AS(Str, it->over)->length - it->at);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", str_iterator_hint, 0, 0, false, METHOD_PLAIN, NULL},
    ITERATOR_COPIES,
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

#define ITERATOR_DEF(called)                                                                                           \
    {                                                                                                                  \
        .name = called, .size = sizeof(StrIterator), .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,                            \
        .slots = {.dealloc = str_iterator_dealloc, .iter = object_itself, .next = str_iterator_next},                  \
        .methods = iterator_methods                                                                                    \
    }

/* Programs see by its type whether all the characters are ASCII. */
const TypeDef type_str_iterator_def = ITERATOR_DEF("str_iterator");
const TypeDef type_str_ascii_iterator_def = ITERATOR_DEF("str_ascii_iterator");

/* ---- methods that are not in a file of their own */

Value str_encode_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"encoding", "errors", NULL};
    static const ArgSpec spec = {"encode", names, 0, 2, 0};
    Value given[2];
    const char *encoding, *errors;
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    if (!codec_arguments(vm, "encode", given[0], given[1], &encoding, &errors)) return VALUE_NULL;
    return str_encode(vm, AS(Str, self), encoding, errors);
}

static Value str_format_dunder(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "__format__() argument must be str, not %B", args[0]);
    return format_value(vm, self, AS(Str, args[0]));
}

static Value str_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Str *s = str_exact(vm, AS(Str, self));
    Tuple *t = s == NULL ? NULL : tuple_pack(vm, 1, obj_value(s));
    obj_release(vm, s);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

#define PLAIN(name, min, max)                                                                                          \
    { #name, str_##name##_method, min, max, false, METHOD_PLAIN, NULL }
#define KEYWORDS(name)                                                                                                 \
    { #name, str_##name##_method, 0, 255, true, METHOD_PLAIN, NULL }
#define AGAIN(name, min, max, keywords)                                                                                \
    { #name, str_##name##_method, min, max, keywords, METHOD_AGAIN, NULL }

static const MethodDef methods[] = {
    PLAIN(find, 1, 3),
    PLAIN(rfind, 1, 3),
    PLAIN(index, 1, 3),
    PLAIN(rindex, 1, 3),
    PLAIN(count, 1, 3),
    PLAIN(startswith, 1, 3),
    PLAIN(endswith, 1, 3),
    PLAIN(removeprefix, 1, 1),
    PLAIN(removesuffix, 1, 1),
    KEYWORDS(replace),
    PLAIN(strip, 0, 1),
    PLAIN(lstrip, 0, 1),
    PLAIN(rstrip, 0, 1),
    PLAIN(center, 1, 2),
    PLAIN(ljust, 1, 2),
    PLAIN(rjust, 1, 2),
    PLAIN(zfill, 1, 1),
    KEYWORDS(expandtabs),
    AGAIN(translate, 1, 1, false),
    {"maketrans", str_maketrans_method, 1, 3, false, METHOD_STATIC, NULL},
    {"join", str_join_method, 1, 1, false, METHOD_AGAIN_TAKES, NULL},
    KEYWORDS(split),
    KEYWORDS(rsplit),
    KEYWORDS(splitlines),
    PLAIN(partition, 1, 1),
    PLAIN(rpartition, 1, 1),
    PLAIN(upper, 0, 0),
    PLAIN(lower, 0, 0),
    PLAIN(title, 0, 0),
    PLAIN(capitalize, 0, 0),
    PLAIN(swapcase, 0, 0),
    PLAIN(casefold, 0, 0),
    PLAIN(isalpha, 0, 0),
    PLAIN(isdigit, 0, 0),
    PLAIN(isdecimal, 0, 0),
    PLAIN(isnumeric, 0, 0),
    PLAIN(isalnum, 0, 0),
    PLAIN(isspace, 0, 0),
    PLAIN(isupper, 0, 0),
    PLAIN(islower, 0, 0),
    PLAIN(istitle, 0, 0),
    PLAIN(isprintable, 0, 0),
    PLAIN(isidentifier, 0, 0),
    PLAIN(isascii, 0, 0),
    KEYWORDS(encode),
    AGAIN(format, 0, 255, true),
    AGAIN(format_map, 1, 1, false),
    {"__format__", str_format_dunder, 1, 1, false, METHOD_PLAIN, NULL},
    {"__getnewargs__", str_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef type_str_def = {
    .name = "str",
    .size = sizeof(Str),
    .flags = TYPE_BASE | TYPE_IS_STR | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "str(object='') -> str\nstr(bytes_or_buffer[, encoding[, errors]]) -> str",
    .slots = {.dealloc = str_dealloc,
              .repr = str_repr_slot,
              .str = str_str,
              .hash = str_hash_slot,
              .compare = str_compare_slot,
              .binary = str_binary,
              .sequence = str_binary,
              .length = str_length,
              .iter = str_iter,
              .getitem = str_getitem,
              .contains = str_contains,
              .new = str_type_new},
    .methods = methods,
};
