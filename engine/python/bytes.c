/* bytes.c: the types bytes and bytes_iterator, and what every bytes-like type needs. */
#include "array.h"
#include "iterators.h"
#include "walk.h"

extern const TypeDef type_bytes_def;
extern const TypeDef type_bytes_iterator_def, type_bytearray_iterator_def;

/* ---- making and viewing */

static Bytes *bytes_alloc(Vm *vm, Type *type, const void *data, size_t length) {
    if (length > 0x7FFFFF00u) {
        raise_no_memory(vm);
        return NULL;
    }
    Bytes *b = object_new(vm, type, length + 1);
    if (b == NULL) return NULL;
    b->length = (uint32_t)length;
    b->hash = -1;
    if (data != NULL && length != 0) memcpy(b->data, data, length);
    b->data[length] = 0;
    return b;
}

Bytes *bytes_new(Vm *vm, const void *data, size_t length) {
    return bytes_alloc(vm, TYPE(vm, bytes), data, length);
}

bool is_bytearray(Vm *vm, Value v) {
    return value_is_obj(v) && type_is_subtype(value_obj(v)->type, TYPE(vm, bytearray));
}

ByteArray *bytes_array_under(Vm *vm, Value v) {
    return has_flag(v, TYPE_BUFFER) || is_bytearray(vm, v) ? AS(ByteArray, v) : NULL;
}

char bytes_item_code(Value v) {
    return has_flag(v, TYPE_BUFFER) ? array_code(v) : 'B';
}

bool bytes_view(Vm *vm, Value v, const unsigned char **data, uint32_t *length) {
    if (has_flag(v, TYPE_IS_BYTES)) {
        *data = AS(Bytes, v)->data;
        *length = AS(Bytes, v)->length;
        return true;
    }
    const ByteArray *a = bytes_array_under(vm, v);
    if (a == NULL) return memoryview_bytes(vm, v, data, length);
    *data = a->data != NULL ? a->data : (const unsigned char *)"";
    *length = a->length;
    return true;
}

bool bytes_like_or_raise(Vm *vm, Value v, BytesView *view) {
    if (bytes_like(vm, v, view)) return true;
    raise_error(vm, T_TypeError, "a bytes-like object is required, not '%T'", v);
    return false;
}

Value bytes_same_kind(Vm *vm, Value like, const unsigned char *data, uint32_t length) {
    if (is_bytearray(vm, like)) return bytearray_new(vm, TYPE(vm, bytearray), data, length);
    Bytes *b = bytes_new(vm, data, length);
    return b == NULL ? VALUE_NULL : obj_value(b);
}

bool byte_argument(Vm *vm, Value v, const char *range_error, unsigned char *byte) {
    int64_t i;
    if (!object_as_index(vm, v, &i, INDEX_CLIPPED)) return false;
    if (i < 0 || i > 255) {
        raise_error(vm, T_ValueError, "%s", range_error);
        return false;
    }
    *byte = (unsigned char)i;
    return true;
}

/* ---- construction */

typedef struct Collect {
    StrBuilder out;
    const char *range_error, *name;
} Collect;

static bool collect_byte(Vm *vm, Collect *c, Value item) {
    unsigned char byte;
    if (!byte_argument(vm, item, c->range_error, &byte)) return false;
    builder_char(&c->out, byte);
    return true;
}

/* Of any iterable; only bytes() asks for a hint (_PyBytes_FromIterator), after it has the iterator. */
static bool collect_from(Vm *vm, Value iterable, bool hinted, Collect *c) {
    bool plain = is_exact(vm, iterable, T_list) || is_exact(vm, iterable, T_tuple);
    Value iterator = object_iter(vm, iterable);
    if (iterator == VALUE_NULL) {
        if (error_matches(vm, T_TypeError)) {
            error_clear(vm);
            raise_error(vm, T_TypeError, "cannot convert '%T' object to %s", iterable, c->name);
        }
        return false;
    }
    bool done = !hinted || plain || object_length_hint(vm, iterable) >= 0;
    Value item = VALUE_NULL;
    while (done && (item = object_next(vm, iterator)) != VALUE_NULL) {
        done = collect_byte(vm, c, item);
        value_release(vm, item);
    }
    value_release(vm, iterator);
    return done && !error_is_set(vm);
}

static Bytes *bytes_from_iterable(Vm *vm, const char *name, Value x) {
    bool is_bytes = name[4] == 's';
    Collect c = {.range_error = is_bytes ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)",
                 .name = name};
    builder_init(&c.out, vm);
    bool done = collect_from(vm, x, is_bytes, &c);
    if (done && c.out.failed) {
        done = false;
        raise_no_memory(vm);
    }
    Bytes *b = done ? bytes_new(vm, c.out.data, c.out.length) : NULL;
    builder_drop(&c.out);
    return b;
}

static Bytes *bytes_of_count(Vm *vm, Value x) {
    int64_t count;
    if (!object_as_index(vm, x, &count, INDEX_EXACT)) {
        if (error_matches(vm, T_IndexError)) {
            error_clear(vm);
            raise_error(vm, T_OverflowError, "cannot fit '%T' into an index-sized integer", x);
        }
        return NULL;
    }
    if (count < 0) {
        raise_error(vm, T_ValueError, "negative count");
        return NULL;
    }
    if (count > 0x7FFFFF00) {
        raise_no_memory(vm);
        return NULL;
    }
    Bytes *b = bytes_new(vm, NULL, (size_t)count);
    if (b != NULL) memset(b->data, 0, b->length);
    return b;
}

static Bytes *bytes_from_text(Vm *vm, Value x, Value encoding, Value errors, const char *name) {
    const char *encoding_name, *errors_name;
    bool words = encoding != VALUE_NULL || errors != VALUE_NULL;
    if (words && !codec_arguments(vm, name, encoding, errors, &encoding_name, &errors_name)) return NULL;
    if (!is_str(x)) {
        raise_error(vm, T_TypeError, "%s without a string argument", encoding != VALUE_NULL ? "encoding" : "errors");
        return NULL;
    }
    if (encoding == VALUE_NULL) {
        raise_error(vm, T_TypeError, "string argument without an encoding");
        return NULL;
    }
    Value v = str_encode(vm, AS(Str, x), encoding_name, errors_name);
    return v == VALUE_NULL ? NULL : AS(Bytes, v);
}

static Bytes *bytes_from_object(Vm *vm, const char *name, Value x) {
    BytesView view;
    bool found;
    if (is_exact(vm, x, T_bytes)) {
        obj_retain(value_obj(x));
        return AS(Bytes, x);
    }
    Value r = call_special(vm, x, NAME(vm, __bytes__), NULL, 0, &found);
    if (found) {
        if (r == VALUE_NULL || has_flag(r, TYPE_IS_BYTES)) return r == VALUE_NULL ? NULL : AS(Bytes, r);
        raise_error(vm, T_TypeError, "__bytes__ returned non-bytes (type %T)", r);
        value_release(vm, r);
        return NULL;
    }
    if (bytes_like(vm, x, &view)) return bytes_new(vm, view.data, view.length);
    if (is_int(x) || type_of(vm, x)->slots.as_int != NULL) {
        Bytes *zeros = bytes_of_count(vm, x);
        if (zeros != NULL || !error_matches(vm, T_TypeError)) return zeros;
        error_clear(vm); /* no number after all */
    }
    Bytes *shown = buffer_bytes(vm, x, BUFFER_FULL_RO);
    if (shown != NULL || error_is_set(vm)) return shown;
    const TypeSlots *slots = &type_of(vm, x)->slots;
    if (slots->iter != NULL || slots->getitem != NULL) return bytes_from_iterable(vm, name, x);
    raise_error(vm, T_TypeError, "cannot convert '%T' object to %s", x, name);
    return NULL;
}

Bytes *bytes_from_arguments(Vm *vm, const char *name, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"source", "encoding", "errors", NULL};
    const ArgSpec spec = {name, names, 0, 3, 0};
    Value given[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return NULL;
    if (given[1] != VALUE_NULL || given[2] != VALUE_NULL || (given[0] != VALUE_NULL && is_str(given[0]))) {
        return bytes_from_text(vm, given[0], given[1], given[2], name);
    }
    return given[0] == VALUE_NULL ? bytes_new(vm, "", 0) : bytes_from_object(vm, name, given[0]);
}

/* Items of a generator are looked at one by one, as the others are. */
static enum walk_go walked_byte(Vm *vm, Value *state, Value item) {
    unsigned char byte;
    bool fine = byte_argument(vm, item, "bytes must be in range(0, 256)", &byte);
    value_release(vm, item);
    return fine ? walk_append(vm, state, value_small(byte)) : WALK_FAILED;
}

static Value walked_bytes(Vm *vm, Value *state) {
    return obj_value(bytes_from_arguments(vm, "bytes", state, 1, NULL));
}

static Value bytes_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const WalkOps ops = {walked_byte, walk_never_quick, walked_bytes};
    Value iterator;
    if (type == TYPE(vm, bytes) && nargs == 1 && kwnames == NULL && value_is_obj(args[0]) && gen_steps(args[0]))
        return walk_wanted(vm, args[0], &iterator) < 0 ? VALUE_NULL : walk_list_tail(vm, &ops, iterator, VALUE_NULL);
    Bytes *b = bytes_from_arguments(vm, "bytes", args, nargs, kwnames);
    if (b == NULL) return VALUE_NULL;
    if (type == TYPE(vm, bytes)) return obj_value(b);
    Bytes *r = bytes_alloc(vm, type, b->data, b->length);
    obj_release(vm, b);
    return r == NULL ? VALUE_NULL : obj_value(r);
}

/* ---- slots, shared with bytearray */

Value bytes_repr_text(Vm *vm, BytesView view, bool of_bytearray) {
    bool single = memchr(view.data, '\'', view.length) != NULL, twice = memchr(view.data, '"', view.length) != NULL;
    unsigned char quote = single && !twice ? '"' : '\'';
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, 'b');
    builder_char(&b, quote);
    for (uint32_t i = 0; i < view.length; i++) {
        unsigned char c = view.data[i];
        if (c == quote || (c == '\'' && of_bytearray)) { /* bytearray always escapes this one */
            builder_char(&b, '\\');
            builder_char(&b, c);
        } else if (c < ' ' || c == '\\' || c >= 0x7F) {
            str_escape_char(&b, c);
        } else {
            builder_char(&b, c);
        }
    }
    builder_char(&b, quote);
    return str_value(builder_finish(&b));
}

static Value bytes_repr(Vm *vm, Value self) {
    BytesView view = {AS(Bytes, self)->data, AS(Bytes, self)->length};
    return bytes_repr_text(vm, view, false);
}

static bool bytes_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    Bytes *b = AS(Bytes, self);
    if (b->hash == -1) b->hash = bytes_hash_of(b->data, b->length);
    *hash = b->hash;
    return true;
}

/* Two bytes, or a bytearray and any buffer; what else has a buffer compares itself (bytes_richcompare). */
Value bytes_compare(Vm *vm, Value self, Value other, int op) {
    BytesView a, b;
    if (!is_bytearray(vm, self) && !type_is_subtype(type_of(vm, other), TYPE(vm, bytes))) return VALUE_NOT_IMPLEMENTED;
    if (!bytes_like(vm, self, &a) || !bytes_like(vm, other, &b)) return VALUE_NOT_IMPLEMENTED;
    int order = memcmp(a.data, b.data, a.length < b.length ? a.length : b.length);
    if (order == 0) order = (a.length > b.length) - (a.length < b.length);
    switch (op) {
    case COMPARE_EQ: return value_bool(order == 0);
    case COMPARE_NE: return value_bool(order != 0);
    case COMPARE_LT: return value_bool(order < 0);
    case COMPARE_LE: return value_bool(order <= 0);
    case COMPARE_GT: return value_bool(order > 0);
    default: return value_bool(order >= 0);
    }
}

int bytes_contains(Vm *vm, Value self, Value item) {
    BytesView s, part;
    unsigned char byte;
    Bytes *copy = NULL;
    if (is_int(item) || (!bytes_like(vm, item, &part) && type_of(vm, item)->slots.as_int != NULL)) {
        if (!byte_argument(vm, item, "byte must be in range(0, 256)", &byte)) return -1;
        part = (BytesView){&byte, 1};
    } else if (!buffer_view_or_raise(vm, item, &part, &copy)) {
        return -1;
    }
    bool found = bytes_like(vm, self, &s) && find_in_bytes(s.data, s.length, part.data, part.length) != NULL;
    obj_release(vm, copy);
    return found;
}

static Value bytes_concat(Vm *vm, Value a, Value b) {
    BytesView x, y;
    Bytes *copy;
    if (!bytes_like(vm, a, &x)) return VALUE_NOT_IMPLEMENTED;
    if (!buffer_view(vm, b, &y, &copy)) return raise_error(vm, T_TypeError, "can't concat %T to %T", b, a);
    bytes_like(vm, a, &x); /* again: __buffer__ may have changed it */
    Bytes *joined = bytes_new(vm, NULL, (size_t)x.length + y.length);
    if (joined != NULL) {
        memcpy(joined->data, x.data, x.length);
        memcpy(joined->data + x.length, y.data, y.length);
    }
    obj_release(vm, copy);
    if (joined == NULL) return VALUE_NULL;
    if (!is_bytearray(vm, a)) return obj_value(joined);
    Value r = bytearray_new(vm, TYPE(vm, bytearray), joined->data, joined->length);
    obj_release(vm, joined);
    return r;
}

static Value bytes_repeat(Vm *vm, Value a, Value b) {
    BytesView s;
    Value self = bytes_like(vm, a, &s) ? a : b, times = self == a ? b : a;
    int64_t count;
    bool known;
    if (!bytes_like(vm, self, &s)) return VALUE_NOT_IMPLEMENTED;
    if (!repeat_count(vm, times, &count, &known)) {
        return known ? VALUE_NULL
                     : raise_error(vm, T_TypeError, "can't multiply sequence by non-int of type '%T'", times);
    }
    if (!bytes_like(vm, self, &s)) return VALUE_NULL; /* __index__ may have changed it */
    if (count < 0) count = 0;
    if (s.length != 0 && count > 0x7FFFFF00 / s.length) return raise_no_memory(vm);
    Bytes *r = bytes_new(vm, NULL, s.length == 0 ? 0 : s.length * (size_t)count);
    if (r == NULL) return VALUE_NULL;
    for (uint32_t at = 0; at < r->length; at += s.length) memcpy(r->data + at, s.data, s.length);
    if (!is_bytearray(vm, self)) return obj_value(r);
    Value array = bytearray_new(vm, TYPE(vm, bytearray), r->data, r->length);
    obj_release(vm, r);
    return array;
}

Value bytes_binary(Vm *vm, int op, Value a, Value b) {
    switch (op) {
    case BINARY_ADD: return bytes_concat(vm, a, b);
    case BINARY_MUL: return bytes_repeat(vm, a, b);
    case BINARY_MOD: {
        BytesView view;
        return bytes_like(vm, a, &view) ? bytes_percent(vm, a, view, b) : VALUE_NOT_IMPLEMENTED;
    }
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static Value bytes_slice(Vm *vm, Value self, Value key) {
    int64_t start, stop, step;
    BytesView view;
    if (!slice_unpack(vm, key, &start, &stop, &step) || !bytes_like(vm, self, &view)) return VALUE_NULL;
    int64_t count = slice_clip(view.length, &start, &stop, step);
    if (step == 1) return bytes_same_kind(vm, self, view.data + start, (uint32_t)count);
    Bytes *r = bytes_new(vm, NULL, (size_t)count);
    if (r == NULL) return VALUE_NULL;
    for (int64_t i = 0; i < count; i++) r->data[i] = view.data[start + i * step];
    if (!is_bytearray(vm, self)) return obj_value(r);
    Value array = bytes_same_kind(vm, self, r->data, r->length);
    obj_release(vm, r);
    return array;
}

Value bytes_getitem(Vm *vm, Value self, Value key) {
    BytesView view;
    int64_t i;
    const char *kind = is_bytearray(vm, self) ? "bytearray" : "byte";
    if (is_exact(vm, key, T_slice)) return bytes_slice(vm, self, key);
    if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
        return raise_error(vm, T_TypeError, "%s indices must be integers or slices, not %T", kind, key);
    }
    if (!object_as_index(vm, key, &i, INDEX_EXACT) || !bytes_like(vm, self, &view)) return VALUE_NULL;
    if (i < 0) i += view.length;
    if (i < 0 || i >= view.length) {
        return raise_error(vm, T_IndexError, kind[4] == 0 ? "index out of range" : "bytearray index out of range");
    }
    return value_small(view.data[i]);
}

int64_t bytes_length(Vm *vm, Value self) {
    BytesView view;
    return bytes_like(vm, self, &view) ? view.length : 0;
}

/* ---- iterator */

typedef struct BytesIterator {
    Obj head;
    Value bytes; /* owned; VALUE_NULL at the end */
    uint32_t at;
} BytesIterator;

Value bytes_iter(Vm *vm, Value self) {
    bool fixed = has_flag(self, TYPE_IS_BYTES);
    BytesIterator *it = object_new(vm, fixed ? TYPE(vm, bytes_iterator) : TYPE(vm, bytearray_iterator), 0);
    if (it == NULL) return VALUE_NULL;
    it->bytes = value_retain(self);
    return obj_value(it);
}

static Value bytes_iterator_next(Vm *vm, Value self) {
    BytesIterator *it = AS(BytesIterator, self);
    BytesView view;
    if (it->bytes == VALUE_NULL || !bytes_like(vm, it->bytes, &view)) return VALUE_NULL;
    if (it->at < view.length) return value_small(view.data[it->at++]);
    value_clear(vm, &it->bytes);
    return VALUE_NULL;
}

static void bytes_iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((BytesIterator *)self)->bytes);
}

static Value bytes_iterator_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const BytesIterator *it = AS(BytesIterator, self);
    BytesView view;
    bool live = it->bytes != VALUE_NULL && bytes_like(vm, it->bytes, &view);
    return value_small(live && view.length > it->at ? view.length - it->at : 0);
}

static const MethodDef bytes_iterator_methods[] = {
    {"__length_hint__", bytes_iterator_hint, 0, 0, false, METHOD_PLAIN, NULL},
    ITERATOR_COPIES,
    {0},
};

#define ITERATOR_TYPE(id)                                                                                              \
    const TypeDef type_##id##_def = {                                                                                  \
        .name = #id,                                                                                                   \
        .size = sizeof(BytesIterator),                                                                                 \
        .flags = TYPE_NO_NEW | TYPE_IMMUTABLE,                                                                         \
        .slots = {.dealloc = bytes_iterator_dealloc, .iter = object_itself, .next = bytes_iterator_next},              \
        .methods = bytes_iterator_methods,                                                                             \
    }
ITERATOR_TYPE(bytes_iterator);
ITERATOR_TYPE(bytearray_iterator);

static Value bytes_dunder_bytes(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    if (is_exact(vm, self, T_bytes)) return value_retain(self);
    Bytes *b = bytes_new(vm, AS(Bytes, self)->data, AS(Bytes, self)->length);
    return b == NULL ? VALUE_NULL : obj_value(b);
}

static Value bytes_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const Bytes *b = AS(Bytes, self);
    Bytes *copy = bytes_new(vm, b->data, b->length);
    Tuple *t = copy == NULL ? NULL : tuple_pack(vm, 1, obj_value(copy));
    obj_release(vm, copy);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

static const MethodDef methods[] = {
#define PLAIN BYTES_ROW
#define KEYWORDS BYTES_ROW_KEYWORDS
#include "bytes_methods.def"
    {"__getnewargs__", bytes_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {"fromhex", bytes_fromhex_method, 1, 1, false, METHOD_CLASS, NULL},
    {"maketrans", bytes_maketrans_method, 2, 2, false, METHOD_STATIC, NULL},
    {"__bytes__", bytes_dunder_bytes, 0, 0, false, METHOD_PLAIN, NULL},
    BUFFER_GET_ROW,
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef type_bytes_def = {
    .name = "bytes",
    .size = sizeof(Bytes),
    .flags = TYPE_BASE | TYPE_IS_BYTES | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "bytes(iterable_of_ints) -> bytes\nbytes(string, encoding[, errors]) -> bytes",
    .slots = {.repr = bytes_repr,
              .str = bytes_repr,
              .hash = bytes_hash,
              .compare = bytes_compare,
              .binary = bytes_binary,
              .sequence = bytes_binary,
              .length = bytes_length,
              .iter = bytes_iter,
              .getitem = bytes_getitem,
              .contains = bytes_contains,
              .new = bytes_type_new},
    .methods = methods,
};
