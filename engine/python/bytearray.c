/* bytearray.c: the type bytearray: bytes that change in place. */
#include "bytes.h"

extern const TypeDef type_bytearray_def;

#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

/* ---- room */

static void settle(ByteArray *a) { /* makes what was skipped room at the end */
    if (a->skipped == 0) return;
    memmove(a->data - a->skipped, a->data, a->length);
    a->data -= a->skipped;
    a->capacity += a->skipped;
    a->skipped = 0;
}

static bool array_resize(Vm *vm, ByteArray *a, uint64_t length) {
    if (length > 0x7FFFFF00u) {
        raise_no_memory(vm);
        return false;
    }
    if (length > a->capacity || length < (a->capacity + a->skipped) / 4) {
        settle(a);
        if (length <= a->capacity && a->capacity - length >= length / 4 && length >= a->capacity / 4) {
            a->length = (uint32_t)length;
            return true;
        }
        uint64_t capacity = length > a->capacity && a->capacity != 0 ? length + length / 4 + 8 : length;
        unsigned char *data = mem_realloc(vm->mem, a->data, a->capacity, (size_t)capacity);
        if (data == NULL) {
            raise_no_memory(vm);
            return false;
        }
        a->data = data;
        a->capacity = (uint32_t)capacity;
    }
    a->length = (uint32_t)length;
    return true;
}

Value bytearray_new(Vm *vm, Type *type, const unsigned char *data, uint32_t length) {
    ByteArray *a = object_new(vm, type, 0);
    if (a == NULL) return VALUE_NULL;
    if (length != 0) {
        if (!array_resize(vm, a, length)) {
            obj_release(vm, a);
            return VALUE_NULL;
        }
        memcpy(a->data, data, length);
    }
    return obj_value(a);
}

bool bytearray_splice(Vm *vm, ByteArray *a, uint32_t start, uint32_t end, const unsigned char *data, uint32_t length) {
    uint32_t old = a->length, tail = old - end;
    if (a->exports > 0 && end - start != length) {
        raise_error(vm, T_BufferError, "Existing exports of data: object cannot be re-sized");
        return false;
    }
    if (start == 0 && length == 0 && tail != 0) {
        a->data += end;
        a->skipped += end;
        a->capacity -= end;
        a->length = tail;
        return true;
    }
    uint64_t wanted = (uint64_t)old - (end - start) + length;
    if (wanted < old && tail != 0) memmove(a->data + start + length, a->data + end, tail);
    if (!array_resize(vm, a, wanted)) return false;
    if (wanted > old && tail != 0) memmove(a->data + start + length, a->data + end, tail);
    if (length != 0) memcpy(a->data + start, data, length);
    return true;
}

void bytearray_free_bytes(Vm *vm, ByteArray *a) {
    if (a->data != NULL) mem_free(vm->mem, a->data - a->skipped, a->capacity + a->skipped);
    a->data = NULL;
    a->capacity = a->skipped = a->length = 0;
}

static void bytearray_dealloc(Vm *vm, Obj *self) {
    bytearray_free_bytes(vm, (ByteArray *)self);
}

static Value bytearray_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return bytearray_new(vm, type, NULL, 0);
}

static int bytearray_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Bytes *b = bytes_from_arguments(vm, "bytearray", args, nargs, kwnames);
    if (b == NULL) return -1;
    ByteArray *a = AS(ByteArray, self);
    bool done = bytearray_splice(vm, a, 0, a->length, b->data, b->length);
    obj_release(vm, b);
    return done ? 0 : -1;
}

static Value bytearray_repr(Vm *vm, Value self) {
    BytesView view;
    Value inside = bytes_like(vm, self, &view) ? bytes_repr_text(vm, view, true) : VALUE_NULL;
    if (inside == VALUE_NULL) return VALUE_NULL;
    Str *text = str_format(vm, "%S(%S)", type_of(vm, self)->name, AS(Str, inside));
    value_release(vm, inside);
    return str_value(text);
}

/* ---- assignment */

/* The bytes of any bytes-like object or iterable of ints, as a Bytes that is a copy. */
static Bytes *copy_bytes(Vm *vm, Value v) {
    BytesView view;
    Bytes *copy;
    if (buffer_view(vm, v, &view, &copy)) return copy != NULL ? copy : bytes_new(vm, view.data, view.length);
    if (error_is_set(vm)) return NULL;
    if (is_str(v) || is_int(v)) {
        raise_error(vm, T_TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return NULL;
    }
    return bytes_from_arguments(vm, "bytearray", &v, 1, NULL);
}

static bool set_stepped(Vm *vm, ByteArray *a, const Bytes *b, int64_t start, int64_t step, int64_t count) {
    if (b == NULL || b->length == 0) { /* delete them, from the highest */
        if (a->exports > 0) {          /* even when there are none */
            raise_error(vm, T_BufferError, "Existing exports of data: object cannot be re-sized");
            return false;
        }
        for (int64_t i = 0; i < count; i++) {
            uint32_t at = (uint32_t)(step > 0 ? start + (count - 1 - i) * step : start + i * step);
            if (!bytearray_splice(vm, a, at, at + 1, NULL, 0)) return false;
        }
        return true;
    }
    if (b->length != count) {
        raise_error(vm, T_ValueError, "attempt to assign bytes of size %u to extended slice of size %lld", b->length,
                    (long long)count);
        return false;
    }
    for (int64_t i = 0; i < count; i++) a->data[start + i * step] = b->data[i];
    return true;
}

static bool set_slice(Vm *vm, ByteArray *a, Value key, Value value) {
    int64_t start, stop, step;
    Bytes *b = NULL;
    if (!slice_unpack(vm, key, &start, &stop, &step)) return false;
    if (value != VALUE_NULL && (b = copy_bytes(vm, value)) == NULL) return false;
    int64_t count =
        slice_clip(a->length, &start, &stop, step); /* iterating over the value may have changed the length */
    bool done;
    if (step == 1) {
        done = bytearray_splice(vm, a, (uint32_t)start, (uint32_t)(start + count), b == NULL ? NULL : b->data,
                                b == NULL ? 0 : b->length);
    } else {
        done = set_stepped(vm, a, b, start, step, count);
    }
    obj_release(vm, b);
    return done;
}

static bool bytearray_setitem(Vm *vm, Value self, Value key, Value value) {
    ByteArray *a = AS(ByteArray, self);
    int64_t i;
    unsigned char byte;
    if (is_exact(vm, key, T_slice)) return set_slice(vm, a, key, value);
    if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "bytearray indices must be integers or slices, not %T", key);
        return false;
    }
    if (!object_as_index(vm, key, &i, INDEX_EXACT)) return false;
    if (i < 0) i += a->length;
    if (i < 0 || i >= a->length) {
        raise_error(vm, T_IndexError, "bytearray index out of range");
        return false;
    }
    if (value == VALUE_NULL) return bytearray_splice(vm, a, (uint32_t)i, (uint32_t)i + 1, NULL, 0);
    if (!byte_argument(vm, value, "byte must be in range(0, 256)", &byte)) return false;
    if (i < a->length) {
        a->data[i] = byte;
        return true;
    }
    raise_error(vm, T_IndexError, "bytearray index out of range"); /* the value's __index__ has made it shorter */
    return false;
}

/* ---- methods */

static bool extend(Vm *vm, ByteArray *a, Value v) {
    BytesView view;
    Bytes *b = bytes_like(vm, v, &view) ? bytes_new(vm, view.data, view.length)
                                        : bytes_from_arguments(vm, "bytearray", &v, 1, NULL);
    if (b == NULL) return false;
    bool done = bytearray_splice(vm, a, a->length, a->length, b->data, b->length);
    obj_release(vm, b);
    return done;
}

static Value repeat(Vm *vm, Value self, Value times) {
    ByteArray *a = AS(ByteArray, self);
    Value made = bytes_binary(vm, BINARY_MUL, self, times);
    if (made == VALUE_NULL || made == VALUE_NOT_IMPLEMENTED) return made;
    const ByteArray *all = AS(ByteArray, made);
    bool done = bytearray_splice(vm, a, 0, a->length, all->data, all->length);
    value_release(vm, made);
    return done ? value_retain(self) : VALUE_NULL;
}

static Value bytearray_inplace(Vm *vm, int op, Value a, Value b) {
    BytesView view;
    Bytes *copy;
    if (op == BINARY_MUL) return repeat(vm, a, b);
    if (op != BINARY_ADD) return bytes_binary(vm, op, a, b);
    if (!buffer_view(vm, b, &view, &copy)) return raise_error(vm, T_TypeError, "can't concat %T to bytearray", b);
    ByteArray *array = AS(ByteArray, a);
    array->exports += a == b; /* CPython looks at itself while it grows */
    bool done = extend(vm, array, copy != NULL ? obj_value(copy) : b);
    array->exports -= a == b;
    obj_release(vm, copy);
    return done ? value_retain(a) : VALUE_NULL;
}

static Value array_append(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    ByteArray *a = AS(ByteArray, self);
    unsigned char byte;
    if (!byte_argument(vm, args[0], "byte must be in range(0, 256)", &byte)) return VALUE_NULL;
    return bytearray_splice(vm, a, a->length, a->length, &byte, 1) ? VALUE_NONE : VALUE_NULL;
}

static Value array_extend(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    if (is_str(args[0])) {
        return raise_error(vm, T_TypeError, "expected iterable of integers; got: 'str'");
    }
    BytesView view;
    Bytes *copy;
    Value from = VALUE_NULL;
    if (buffer_view(vm, args[0], &view, &copy)) {
        from = copy != NULL ? obj_value(copy) : value_retain(args[0]);
    } else if (error_is_set(vm)) {
        raise_error(vm, T_TypeError, "can't set bytearray slice from %T", args[0]);
    } else if ((from = object_iter(vm, args[0])) == VALUE_NULL && error_matches(vm, T_TypeError)) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "can't extend bytearray with %T", args[0]);
    }
    bool done = from != VALUE_NULL && extend(vm, AS(ByteArray, self), from);
    value_release(vm, from);
    return done ? VALUE_NONE : VALUE_NULL;
}

static Value array_insert(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    ByteArray *a = AS(ByteArray, self);
    int64_t at;
    unsigned char byte;
    if (!object_as_index(vm, args[0], &at, INDEX_ARGUMENT)) return VALUE_NULL;
    if (!byte_argument(vm, args[1], "byte must be in range(0, 256)", &byte)) return VALUE_NULL;
    if (at < 0) at = at + a->length < 0 ? 0 : at + a->length;
    if (at > a->length) at = a->length;
    return bytearray_splice(vm, a, (uint32_t)at, (uint32_t)at, &byte, 1) ? VALUE_NONE : VALUE_NULL;
}

static Value array_pop(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    ByteArray *a = AS(ByteArray, self);
    int64_t at = -1;
    if (nargs > 0 && !object_as_index(vm, args[0], &at, INDEX_ARGUMENT)) return VALUE_NULL;
    if (a->length == 0) return raise_error(vm, T_IndexError, "pop from empty bytearray");
    if (at < 0) at += a->length;
    if (at < 0 || at >= a->length) return raise_error(vm, T_IndexError, "pop index out of range");
    unsigned char byte = a->data[at];
    return bytearray_splice(vm, a, (uint32_t)at, (uint32_t)at + 1, NULL, 0) ? value_small(byte) : VALUE_NULL;
}

static Value array_remove(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    ByteArray *a = AS(ByteArray, self);
    unsigned char byte;
    if (!byte_argument(vm, args[0], "byte must be in range(0, 256)", &byte)) return VALUE_NULL;
    const unsigned char *found = a->length == 0 ? NULL : memchr(a->data, byte, a->length);
    if (found == NULL) return raise_error(vm, T_ValueError, "value not found in bytearray");
    uint32_t at = (uint32_t)(found - a->data);
    return bytearray_splice(vm, a, at, at + 1, NULL, 0) ? VALUE_NONE : VALUE_NULL;
}

static Value array_clear(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    ByteArray *a = AS(ByteArray, self);
    return bytearray_splice(vm, a, 0, a->length, NULL, 0) ? VALUE_NONE : VALUE_NULL;
}

static Value array_copy(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return bytearray_new(vm, TYPE(vm, bytearray), AS(ByteArray, self)->data, AS(ByteArray, self)->length);
}

static Value array_reverse(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm;
    ByteArray *a = AS(ByteArray, self);
    for (uint32_t i = 0, j = a->length; i + 1 < j; i++) {
        unsigned char byte = a->data[i];
        a->data[i] = a->data[--j];
        a->data[j] = byte;
    }
    return VALUE_NONE;
}

static Value array_set_size(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    ByteArray *a = AS(ByteArray, self);
    int64_t size;
    if (!object_as_index(vm, args[0], &size, INDEX_ARGUMENT)) return VALUE_NULL;
    if (size < 0) return raise_error(vm, T_ValueError, "Can only resize to positive sizes, got %lld", (long long)size);
    if (a->exports > 0 && size != a->length)
        return raise_error(vm, T_BufferError, "Existing exports of data: object cannot be re-sized");
    uint32_t old = a->length;
    if (!array_resize(vm, a, (uint64_t)size)) return VALUE_NULL;
    if (a->length > old) memset(a->data + old, 0, a->length - old);
    return VALUE_NONE;
}

static const MethodDef methods[] = {
#define PLAIN BYTES_ROW
#define KEYWORDS BYTES_ROW_KEYWORDS
#include "bytes_methods.def"
    {"fromhex", bytes_fromhex_method, 1, 1, false, METHOD_CLASS, NULL},
    {"maketrans", bytes_maketrans_method, 2, 2, false, METHOD_STATIC, NULL},
    BUFFER_ROWS,
    {"append", array_append, 1, 1, false, METHOD_PLAIN, NULL},
    {"extend", array_extend, 1, 1, false, METHOD_PLAIN, NULL},
    {"insert", array_insert, 2, 2, false, METHOD_PLAIN, NULL},
    {"pop", array_pop, 0, 1, false, METHOD_PLAIN, NULL},
    {"remove", array_remove, 1, 1, false, METHOD_PLAIN, NULL},
    {"clear", array_clear, 0, 0, false, METHOD_PLAIN, NULL},
    {"copy", array_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {"reverse", array_reverse, 0, 0, false, METHOD_PLAIN, NULL},
    {"resize", array_set_size, 1, 1, false, METHOD_PLAIN, "Resize the internal buffer of bytearray to len."},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const TypeDef type_bytearray_def = {
    .name = "bytearray",
    .size = sizeof(ByteArray),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "bytearray(iterable_of_ints) -> bytearray",
    .slots = {.dealloc = bytearray_dealloc,
              .repr = bytearray_repr,
              .str = bytearray_repr,
              .compare = bytes_compare,
              .binary = bytes_binary,
              .sequence = bytes_binary,
              .inplace = bytearray_inplace,
              .length = bytes_length,
              .iter = bytes_iter,
              .getitem = bytes_getitem,
              .setitem = bytearray_setitem,
              .contains = bytes_contains,
              .new = bytearray_type_new,
              .init = bytearray_init},
    .methods = methods,
};
