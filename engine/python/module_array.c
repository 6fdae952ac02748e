/* module_array.c: the module array: numbers or characters of one kind, kept as a machine of 64 bits keeps them. An
 * array begins with the same struct as a bytearray, so that everything that looks at bytes or fills them takes it
 * (bytes.c). */
#include "array.h"

#include "builtins.h"
#include "guard.h"
#include "iterators.h"
#include "modules.h"
#include "vm_state.h"

#include <stddef.h>

typedef enum ItemIs { ITEM_INT, ITEM_UNSIGNED, ITEM_FLOAT, ITEM_CHARACTER } ItemIs;

typedef struct ItemKind {
    char code;
    uint8_t size;
    uint8_t is;
} ItemKind;

static const ItemKind item_kinds[] = {
    {'b', 1, ITEM_INT},   {'B', 1, ITEM_UNSIGNED}, {'u', 4, ITEM_CHARACTER}, {'w', 4, ITEM_CHARACTER},
    {'h', 2, ITEM_INT},   {'H', 2, ITEM_UNSIGNED}, {'i', 4, ITEM_INT},       {'I', 4, ITEM_UNSIGNED},
    {'l', 8, ITEM_INT},   {'L', 8, ITEM_UNSIGNED}, {'q', 8, ITEM_INT},       {'Q', 8, ITEM_UNSIGNED},
    {'f', 4, ITEM_FLOAT}, {'d', 8, ITEM_FLOAT},
};
#define ITEM_KINDS (sizeof item_kinds / sizeof item_kinds[0])

typedef struct ArrayIterator {
    Obj head;
    Value array; /* VALUE_NULL once exhausted */
    uint32_t index;
} ArrayIterator;

static Type *array_type(Vm *vm) {
    return vm->state->module_state[MODULE_array];
}

static bool is_array(Value v) {
    return has_flag(v, TYPE_BUFFER);
}

static const ItemKind *kind_of(const Array *a) {
    return &item_kinds[a->kind];
}

static uint32_t length_of(const Array *a) {
    return a->bytes.length / kind_of(a)->size;
}

char array_code(Value v) {
    return kind_of(AS(Array, v))->code;
}

/* ---- items */

static bool item_error(Vm *vm, const char *kind, bool below) {
    raise_error(vm, T_OverflowError, "%s is %s", kind, below ? "less than minimum" : "greater than maximum");
    return false;
}

/* An int that fits in no C long, or in no unsigned one. */
static bool whole_error(Vm *vm, const ItemKind *kind, Value i) {
    bool negative = int_sign(i) < 0;
    const char *text = kind->code == 'q' ? "int too big to convert"
                       : kind->code == 'Q'
                           ? negative ? "can't convert negative int to unsigned" : "int too big to convert"
                       : kind->is == ITEM_INT || kind->size < 4 ? "Python int too large to convert to C long"
                       : negative                               ? "can't convert negative value to unsigned int"
                                                                : "Python int too large to convert to C unsigned long";
    raise_error(vm, T_OverflowError, "%s", text);
    return false;
}

/* Whether a C long fits. A small kind is read as the next larger one first, which has its own words. */
static bool check_range(Vm *vm, const ItemKind *kind, int64_t i) {
    switch (kind->code) {
    case 'b':
        if (i < INT16_MIN || i > INT16_MAX) return item_error(vm, "signed short integer", i < 0);
        return (i >= INT8_MIN && i <= INT8_MAX) || item_error(vm, "signed char", i < 0);
    case 'B': return (i >= 0 && i <= UINT8_MAX) || item_error(vm, "unsigned byte integer", i < 0);
    case 'h': return (i >= INT16_MIN && i <= INT16_MAX) || item_error(vm, "signed short integer", i < 0);
    case 'H':
        if (i < INT32_MIN || i > INT32_MAX) return item_error(vm, "signed integer", i < 0);
        return (i >= 0 && i <= UINT16_MAX) || item_error(vm, "unsigned short", i < 0);
    case 'i': return (i >= INT32_MIN && i <= INT32_MAX) || item_error(vm, "signed integer", i < 0);
    case 'I':
        return (i >= 0 && i <= UINT32_MAX) ||
               (i < 0 ? whole_error(vm, kind, int_from_int64(vm, i)) : item_error(vm, "unsigned int", false));
    default: return kind->is == ITEM_INT || i >= 0 || whole_error(vm, kind, value_small(-1));
    }
}

static bool whole_bits(Vm *vm, const ItemKind *kind, Value v, uint64_t *bits) {
    Value i = object_index(vm, v);
    if (i == VALUE_NULL) return false;
    int64_t number = 0;
    bool fits = int_as_int64(i, &number);
    if (fits) {
        *bits = (uint64_t)number;
        fits = check_range(vm, kind, number);
    } else if (kind->is == ITEM_UNSIGNED && kind->size == 8 && int_sign(i) > 0 && int_bit_length(i) <= 64) {
        Value low = int_binary(vm, BINARY_AND, i, value_small(0xFFFFFFFF));
        Value high = low == VALUE_NULL ? VALUE_NULL : int_binary(vm, BINARY_RSHIFT, i, value_small(32));
        fits = high != VALUE_NULL;
        if (fits) *bits = (uint64_t)value_as_small(high) << 32 | (uint64_t)value_as_small(low);
    } else if (kind->code == 'I' && int_sign(i) > 0 && int_bit_length(i) <= 64) {
        item_error(vm, "unsigned int", false);
    } else {
        fits = whole_error(vm, kind, i);
    }
    value_release(vm, i);
    return fits;
}

static bool float_bits(Vm *vm, const ItemKind *kind, Value v, uint64_t *bits) {
    double d;
    if (!object_as_double(vm, v, &d)) return false;
    if (kind->size == 8) {
        memcpy(bits, &d, sizeof d);
        return true;
    }
    float narrow = (float)d;
    uint32_t word;
    memcpy(&word, &narrow, sizeof word);
    *bits = word;
    return true;
}

static bool character_bits(Vm *vm, Value v, uint64_t *bits) {
    if (is_str(v) && AS(Str, v)->length == 1) {
        *bits = str_at(AS(Str, v), 0);
        return true;
    }
    if (is_str(v))
        raise_error(vm, T_TypeError, "array item must be a unicode character, not a string of length %u",
                    AS(Str, v)->length);
    else
        raise_error(vm, T_TypeError, "array item must be a unicode character, not %T", v);
    return false;
}

static bool item_bits(Vm *vm, const ItemKind *kind, Value v, uint64_t *bits) {
    switch (kind->is) {
    case ITEM_FLOAT: return float_bits(vm, kind, v, bits);
    case ITEM_CHARACTER: return character_bits(vm, v, bits);
    default: return whole_bits(vm, kind, v, bits);
    }
}

static void put_bits(const ItemKind *kind, unsigned char *to, uint64_t bits) {
    for (uint32_t i = 0; i < kind->size; i++) to[i] = (unsigned char)(bits >> 8 * i);
}

static Value float_item(Vm *vm, const ItemKind *kind, uint64_t bits) {
    double d;
    float narrow;
    uint32_t word = (uint32_t)bits;
    if (kind->size == 8) {
        memcpy(&d, &bits, sizeof d);
    } else {
        memcpy(&narrow, &word, sizeof narrow);
        d = narrow;
    }
    return float_new(vm, d);
}

static Value item_at(Vm *vm, const Array *a, uint32_t i) {
    const ItemKind *kind = kind_of(a);
    const unsigned char *from = a->bytes.data + (size_t)i * kind->size;
    uint64_t bits = 0;
    for (uint32_t k = kind->size; k > 0; k--) bits = bits << 8 | from[k - 1];
    uint32_t unused = 64 - kind->size * 8u;
    switch (kind->is) {
    case ITEM_FLOAT: return float_item(vm, kind, bits);
    case ITEM_INT: return int_from_int64(vm, (int64_t)(bits << unused) >> unused);
    case ITEM_UNSIGNED: return int_from_uint64(vm, bits);
    default: break;
    }
    if (bits <= 0x10FFFF) return obj_value(str_from_char(vm, (uint32_t)bits));
    return raise_error(vm, T_ValueError, "character U+%x is not in range [U+0000; U+10ffff]", (unsigned)bits);
}

/* Items start to end become those bytes, which lie elsewhere. */
static bool place(Vm *vm, Array *a, uint32_t start, uint32_t end, const void *data, uint32_t length) {
    uint32_t size = kind_of(a)->size;
    if (a->bytes.exports > 0 && (end - start) * size != length) {
        raise_error(vm, T_BufferError, "cannot resize an array that is exporting buffers");
        return false;
    }
    return bytearray_splice(vm, &a->bytes, start * size, end * size, data, length);
}

static bool insert_item(Vm *vm, Array *a, uint32_t at, Value v) {
    unsigned char data[8];
    uint64_t bits;
    if (!item_bits(vm, kind_of(a), v, &bits)) return false;
    put_bits(kind_of(a), data, bits);
    if (at > length_of(a)) at = length_of(a); /* __index__ may have made it shorter */
    return place(vm, a, at, at, data, kind_of(a)->size);
}

static bool append_item(Vm *vm, void *context, Value item) {
    return insert_item(vm, context, UINT32_MAX, item);
}

/* ---- making arrays */

static Array *array_new_of(Vm *vm, Type *type, uint8_t kind, const void *data, uint32_t length) {
    Array *a = object_new(vm, type, 0);
    if (a == NULL) return NULL;
    a->kind = kind;
    if (length == 0 || bytearray_splice(vm, &a->bytes, 0, 0, data, length)) return a;
    obj_release(vm, a);
    return NULL;
}

static Value array_like(Vm *vm, const Array *a, const void *data, uint32_t length) {
    return obj_value(array_new_of(vm, array_type(vm), a->kind, data, length));
}

static Value array_copy(Vm *vm, const Array *a) {
    return array_like(vm, a, a->bytes.data, a->bytes.length);
}

static bool extend_array(Vm *vm, Array *a, const Array *by) {
    if (by->kind != a->kind) {
        raise_error(vm, T_TypeError, "can only extend with array of same kind");
        return false;
    }
    if (by != a) return place(vm, a, length_of(a), length_of(a), by->bytes.data, by->bytes.length);
    Value copy = array_copy(vm, a);
    if (copy == VALUE_NULL) return false;
    by = AS(Array, copy);
    bool ok = place(vm, a, length_of(a), length_of(a), by->bytes.data, by->bytes.length);
    value_release(vm, copy);
    return ok;
}

static bool extend(Vm *vm, Array *a, Value iterable) {
    return is_array(iterable) ? extend_array(vm, a, AS(Array, iterable))
                              : object_for_each(vm, iterable, append_item, a);
}

static bool extend_bytes(Vm *vm, Array *a, BytesView view) {
    if (view.length % kind_of(a)->size != 0) {
        raise_error(vm, T_ValueError, "bytes length not a multiple of item size");
        return false;
    }
    return place(vm, a, length_of(a), length_of(a), view.data, view.length);
}

static bool extend_text(Vm *vm, Array *a, const Str *text) {
    for (uint32_t i = 0; i < text->length; i++) {
        unsigned char data[4];
        put_bits(kind_of(a), data, str_at(text, i));
        if (!place(vm, a, length_of(a), length_of(a), data, sizeof data)) return false;
    }
    return true;
}

static bool find_kind(Vm *vm, Value code, uint8_t *kind) {
    if (!is_str(code) || AS(Str, code)->length != 1) {
        if (is_str(code))
            raise_error(vm, T_TypeError, "array() argument 1 must be a unicode character, not a string of length %u",
                        AS(Str, code)->length);
        else
            raise_error(vm, T_TypeError, "array() argument 1 must be a unicode character, not %B", code);
        return false;
    }
    for (*kind = 0; *kind < ITEM_KINDS; ++*kind)
        if ((uint32_t)item_kinds[*kind].code == str_at(AS(Str, code), 0)) return true;
    raise_error(vm, T_ValueError, "bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)");
    return false;
}

static bool check_start(Vm *vm, char code, bool characters, Value start) {
    if (characters) return true;
    if (is_str(start))
        raise_error(vm, T_TypeError, "cannot use a str to initialize an array with typecode '%c'", code);
    else if (is_array(start) && kind_of(AS(Array, start))->is == ITEM_CHARACTER)
        raise_error(vm, T_TypeError, "cannot use a unicode array to initialize an array with typecode '%c'", code);
    else
        return true;
    return false;
}

static bool fill(Vm *vm, Array *a, Value start) {
    BytesView view;
    if (has_flag(start, TYPE_IS_BYTES) || is_bytearray(vm, start))
        return bytes_like(vm, start, &view) && extend_bytes(vm, a, view);
    if (is_str(start)) return extend_text(vm, a, AS(Str, start));
    if (is_array(start) && AS(Array, start)->kind == a->kind) return extend_array(vm, a, AS(Array, start));
    return object_for_each(vm, start, append_item, a);
}

static Value array_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = array_type(vm);
    uint8_t kind;
    if (kwnames != NULL && kwnames->length > 0 && (type == builtin || type->slots.init == builtin->slots.init))
        return raise_error(vm, T_TypeError, "array.array() takes no keyword arguments");
    if (nargs < 1 || nargs > 2)
        return raise_error(vm, T_TypeError, "array() takes at %s (%u given)",
                           nargs < 1 ? "least 1 argument" : "most 2 arguments", nargs);
    if (!find_kind(vm, args[0], &kind)) return VALUE_NULL;
    char code = item_kinds[kind].code;
    if (code == 'u' &&
        !warn(vm, T_DeprecationWarning, "The 'u' type code is deprecated and will be removed in Python 3.16"))
        return VALUE_NULL;
    if (nargs == 2 && !check_start(vm, code, item_kinds[kind].is == ITEM_CHARACTER, args[1])) return VALUE_NULL;
    Array *a = array_new_of(vm, type, kind, NULL, 0);
    if (a == NULL || nargs == 1 || fill(vm, a, args[1])) return obj_value(a);
    obj_release(vm, a);
    return VALUE_NULL;
}

static void array_dealloc(Vm *vm, Obj *self) {
    bytearray_free_bytes(vm, &((Array *)self)->bytes);
}

/* ---- looking */

static Value array_list(Vm *vm, const Array *a) {
    List *list = list_new(vm, length_of(a));
    for (uint32_t i = 0; list != NULL && i < length_of(a); i++) {
        Value item = item_at(vm, a, i);
        if (item != VALUE_NULL && list_append_take(vm, list, item)) continue;
        obj_release(vm, list);
        return VALUE_NULL;
    }
    return obj_value(list);
}

static Value array_text(Vm *vm, const Array *a) {
    StrBuilder b;
    builder_init(&b, vm);
    for (uint32_t i = 0; i < length_of(a); i++) {
        Value item = item_at(vm, a, i);
        if (item == VALUE_NULL) {
            builder_drop(&b);
            return VALUE_NULL;
        }
        builder_str(&b, AS(Str, item));
        value_release(vm, item);
    }
    return obj_value(builder_finish(&b));
}

static Value array_repr(Vm *vm, Value self) {
    const Array *a = AS(Array, self);
    Str *name = type_of(vm, self)->name;
    char code = kind_of(a)->code;
    if (a->bytes.length == 0) return obj_value(str_format(vm, "%S('%c')", name, code));
    Value items = kind_of(a)->is == ITEM_CHARACTER ? array_text(vm, a) : array_list(vm, a);
    Str *text = items == VALUE_NULL ? NULL : str_format(vm, "%S('%c', %R)", name, code, items);
    value_release(vm, items);
    return obj_value(text);
}

static int64_t array_length(Vm *vm, Value self) {
    (void)vm;
    return length_of(AS(Array, self));
}

/* item == v, where what is equal to nothing is not even itself: 1, 0, -1. */
static int item_equals(Vm *vm, const Array *a, uint32_t i, Value v) {
    Value item = item_at(vm, a, i);
    Value equal = item == VALUE_NULL ? VALUE_NULL : object_compare(vm, item, v, COMPARE_EQ);
    int truth = equal == VALUE_NULL ? -1 : object_truth(vm, equal);
    value_release(vm, equal);
    value_release(vm, item);
    return truth;
}

/* The first place from `from` to `to` that holds it; -1: none, -2: error. */
static int64_t find(Vm *vm, const Array *a, Value v, int64_t from, int64_t to) {
    for (int64_t i = from; i < to && i < length_of(a); i++) {
        int equal = item_equals(vm, a, (uint32_t)i, v);
        if (equal != 0) return equal < 0 ? -2 : i;
    }
    return -1;
}

static int array_contains(Vm *vm, Value self, Value v) {
    int64_t found = find(vm, AS(Array, self), v, 0, INT64_MAX);
    return found == -2 ? -1 : found >= 0;
}

static bool ordered(int64_t a, int64_t b, int op) {
    switch (op) {
    case COMPARE_LT: return a < b;
    case COMPARE_LE: return a <= b;
    case COMPARE_EQ: return a == b;
    case COMPARE_NE: return a != b;
    case COMPARE_GT: return a > b;
    default: return a >= b;
    }
}

static Value array_compare(Vm *vm, Value self, Value other, int op) {
    if (!is_array(self) || !is_array(other)) return VALUE_NOT_IMPLEMENTED;
    const Array *a = AS(Array, self), *b = AS(Array, other);
    uint32_t common = length_of(a) < length_of(b) ? length_of(a) : length_of(b);
    if (length_of(a) != length_of(b) && (op == COMPARE_EQ || op == COMPARE_NE)) return value_bool(op == COMPARE_NE);
    for (uint32_t i = 0; i < common; i++) {
        Value theirs = item_at(vm, b, i);
        int equal = theirs == VALUE_NULL ? -1 : item_equals(vm, a, i, theirs);
        Value mine = equal == 0 ? item_at(vm, a, i) : VALUE_NULL;
        Value r = mine == VALUE_NULL ? VALUE_NULL : object_compare(vm, mine, theirs, op);
        value_release(vm, mine);
        value_release(vm, theirs);
        if (equal != 1) return r;
    }
    return value_bool(ordered(length_of(a), length_of(b), op));
}

/* ---- items by index and slice */

static bool place_of(Vm *vm, const Array *a, Value key, const char *out_of_range, uint32_t *index) {
    int64_t i;
    if (value_is_int(key)) {
        i = value_as_small(key);
    } else if (!is_int(key) && type_of(vm, key)->slots.as_int == NULL) {
        raise_error(vm, T_TypeError, "array indices must be integers");
        return false;
    } else if (!object_as_index(vm, key, &i, INDEX_EXACT)) {
        return false;
    }
    if (i < 0) i += length_of(a);
    if (i < 0 || i >= length_of(a)) {
        raise_error(vm, T_IndexError, "%s", out_of_range);
        return false;
    }
    *index = (uint32_t)i;
    return true;
}

static Value get_slice(Vm *vm, const Array *a, Value key) {
    int64_t start, stop, step;
    if (!slice_unpack(vm, key, &start, &stop, &step)) return VALUE_NULL;
    int64_t count = slice_clip(length_of(a), &start, &stop, step);
    uint32_t size = kind_of(a)->size, length = (uint32_t)count * size;
    if (step == 1) return array_like(vm, a, length == 0 ? NULL : a->bytes.data + start * size, length);
    Bytes *picked = bytes_new(vm, NULL, length);
    if (picked == NULL) return VALUE_NULL;
    for (int64_t i = 0; i < count; i++)
        memcpy(picked->data + i * size, a->bytes.data + (start + i * step) * size, size);
    Value made = array_like(vm, a, picked->data, length);
    obj_release(vm, picked);
    return made;
}

static Value array_getitem(Vm *vm, Value self, Value key) {
    const Array *a = AS(Array, self);
    uint32_t i;
    if (is_exact(vm, key, T_slice)) return get_slice(vm, a, key);
    return place_of(vm, a, key, "array index out of range", &i) ? item_at(vm, a, i) : VALUE_NULL;
}

/* Takes out every `step`th of so many items, the last first. */
static bool delete_stepped(Vm *vm, Array *a, int64_t start, int64_t step, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        uint32_t at = (uint32_t)(step > 0 ? start + (count - 1 - i) * step : start + i * step);
        if (!place(vm, a, at, at + 1, NULL, 0)) return false;
    }
    return true;
}

static bool set_slice_to(Vm *vm, Array *a, int64_t start, int64_t stop, int64_t step, const Array *items) {
    int64_t count = slice_clip(length_of(a), &start, &stop, step);
    uint32_t size = kind_of(a)->size, given = items == NULL ? 0 : length_of(items);
    if (step == 1)
        return place(vm, a, (uint32_t)start, (uint32_t)(start + count), given == 0 ? NULL : items->bytes.data,
                     given * size);
    if (items == NULL) return delete_stepped(vm, a, start, step, count);
    if (given != count) {
        raise_error(vm, T_ValueError, "attempt to assign array of size %u to extended slice of size %lld", given,
                    (long long)count);
        return false;
    }
    for (int64_t i = 0; i < count; i++)
        memcpy(a->bytes.data + (start + i * step) * size, items->bytes.data + i * size, size);
    return true;
}

static bool set_slice(Vm *vm, Array *a, Value key, Value value) {
    int64_t start, stop, step;
    if (!slice_unpack(vm, key, &start, &stop, &step)) return false;
    if (value == VALUE_NULL) return set_slice_to(vm, a, start, stop, step, NULL);
    if (!is_array(value)) {
        raise_error(vm, T_TypeError, "can only assign array (not \"%T\") to array slice", value);
        return false;
    }
    if (AS(Array, value)->kind != a->kind) {
        raise_error(vm, T_TypeError, "bad argument type for built-in operation");
        return false;
    }
    if (value != obj_value(a)) return set_slice_to(vm, a, start, stop, step, AS(Array, value));
    Value copy = array_copy(vm, a);
    bool ok = copy != VALUE_NULL && set_slice_to(vm, a, start, stop, step, AS(Array, copy));
    value_release(vm, copy);
    return ok;
}

static bool array_setitem(Vm *vm, Value self, Value key, Value value) {
    Array *a = AS(Array, self);
    uint32_t i;
    uint64_t bits;
    if (is_exact(vm, key, T_slice)) return set_slice(vm, a, key, value);
    if (!place_of(vm, a, key, "array assignment index out of range", &i)) return false;
    if (value == VALUE_NULL) return place(vm, a, i, i + 1, NULL, 0);
    if (!item_bits(vm, kind_of(a), value, &bits)) return false;
    if (i < length_of(a)) put_bits(kind_of(a), a->bytes.data + (size_t)i * kind_of(a)->size, bits);
    return true;
}

/* ---- operators */

static Value array_concat(Vm *vm, Value a, Value b) {
    if (!is_array(a)) return VALUE_NOT_IMPLEMENTED;
    if (!is_array(b)) return raise_error(vm, T_TypeError, "can only append array (not \"%T\") to array", b);
    if (AS(Array, a)->kind != AS(Array, b)->kind)
        return raise_error(vm, T_TypeError, "bad argument type for built-in operation");
    Value made = array_copy(vm, AS(Array, a));
    if (made == VALUE_NULL || extend_array(vm, AS(Array, made), AS(Array, b))) return made;
    value_release(vm, made);
    return VALUE_NULL;
}

static Value array_repeat(Vm *vm, Value a, Value b) {
    if (!is_array(a)) return array_repeat(vm, b, a);
    int64_t times;
    if (!sequence_times(vm, b, AS(Array, a)->bytes.length, INT32_MAX / 2, &times)) return VALUE_NULL;
    if (AS(Array, a)->bytes.length == 0) times = 0;
    Value made = array_like(vm, AS(Array, a), NULL, 0);
    for (; made != VALUE_NULL && times > 0; times--) {
        if (extend_array(vm, AS(Array, made), AS(Array, a))) continue;
        value_release(vm, made);
        return VALUE_NULL;
    }
    return made;
}

static Value array_binary(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) return array_concat(vm, a, b);
    if (op == BINARY_MUL) return array_repeat(vm, a, b);
    return VALUE_NOT_IMPLEMENTED;
}

static Value array_inplace(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_ADD) {
        if (!is_array(b)) return raise_error(vm, T_TypeError, "can only extend array with array (not \"%T\")", b);
        return extend_array(vm, AS(Array, a), AS(Array, b)) ? value_retain(a) : VALUE_NULL;
    }
    if (op != BINARY_MUL) return VALUE_NOT_IMPLEMENTED;
    Value made = array_repeat(vm, a, b);
    if (made == VALUE_NULL) return VALUE_NULL;
    const Array *by = AS(Array, made);
    bool ok = place(vm, AS(Array, a), 0, length_of(AS(Array, a)), by->bytes.data, by->bytes.length);
    value_release(vm, made);
    return ok ? value_retain(a) : VALUE_NULL;
}

/* ---- methods */

static NATIVE(method_append) {
    UNUSED_ARGS;
    return append_item(vm, AS(Array, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_extend) {
    UNUSED_ARGS;
    return extend(vm, AS(Array, self), args[0]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_insert) {
    UNUSED_ARGS;
    Array *a = AS(Array, self);
    int64_t at;
    if (!object_as_index(vm, args[0], &at, INDEX_ARGUMENT)) return VALUE_NULL;
    if (at < 0) at = at + length_of(a) < 0 ? 0 : at + length_of(a);
    return insert_item(vm, a, at > length_of(a) ? UINT32_MAX : (uint32_t)at, args[1]) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_pop) {
    UNUSED_ARGS;
    Array *a = AS(Array, self);
    int64_t at = -1;
    if (nargs > 0 && !object_as_index(vm, args[0], &at, INDEX_ARGUMENT)) return VALUE_NULL;
    if (a->bytes.length == 0) return raise_error(vm, T_IndexError, "pop from empty array");
    if (at < 0) at += length_of(a);
    if (at < 0 || at >= length_of(a)) return raise_error(vm, T_IndexError, "pop index out of range");
    Value item = item_at(vm, a, (uint32_t)at);
    if (item == VALUE_NULL || place(vm, a, (uint32_t)at, (uint32_t)at + 1, NULL, 0)) return item;
    value_release(vm, item);
    return VALUE_NULL;
}

static NATIVE(method_remove) {
    UNUSED_ARGS;
    int64_t i = find(vm, AS(Array, self), args[0], 0, INT64_MAX);
    if (i == -2) return VALUE_NULL;
    if (i < 0) return raise_error(vm, T_ValueError, "array.remove(x): x not in array");
    return place(vm, AS(Array, self), (uint32_t)i, (uint32_t)i + 1, NULL, 0) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_index) {
    UNUSED_ARGS;
    int64_t start, stop;
    uint32_t length = length_of(AS(Array, self));
    if (!slice_search(vm, args, nargs, &length, &start, &stop)) return VALUE_NULL;
    int64_t i = find(vm, AS(Array, self), args[0], start, stop);
    if (i == -2) return VALUE_NULL;
    return i < 0 ? raise_error(vm, T_ValueError, "array.index(x): x not in array") : value_small(i);
}

static NATIVE(method_count) {
    UNUSED_ARGS;
    int64_t count = 0, i = -1;
    while ((i = find(vm, AS(Array, self), args[0], i + 1, INT64_MAX)) >= 0) count++;
    return i == -2 ? VALUE_NULL : value_small(count);
}

static NATIVE(method_clear) {
    UNUSED_ARGS;
    return place(vm, AS(Array, self), 0, length_of(AS(Array, self)), NULL, 0) ? VALUE_NONE : VALUE_NULL;
}

static void swap_bytes(unsigned char *a, unsigned char *b, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) {
        unsigned char byte = a[i];
        a[i] = b[i];
        b[i] = byte;
    }
}

static NATIVE(method_reverse) {
    UNUSED_ARGS;
    (void)vm;
    Array *a = AS(Array, self);
    uint32_t size = kind_of(a)->size;
    for (uint32_t i = 0, j = length_of(a); i + 1 < j; i++)
        swap_bytes(a->bytes.data + (size_t)i * size, a->bytes.data + (size_t)--j * size, size);
    return VALUE_NONE;
}

static NATIVE(method_byteswap) {
    UNUSED_ARGS;
    (void)vm;
    Array *a = AS(Array, self);
    uint32_t size = kind_of(a)->size;
    for (uint32_t at = 0; at < a->bytes.length; at += size)
        for (uint32_t i = 0, j = size; i + 1 < j; i++) swap_bytes(a->bytes.data + at + i, a->bytes.data + at + --j, 1);
    return VALUE_NONE;
}

static NATIVE(method_tolist) {
    UNUSED_ARGS;
    return array_list(vm, AS(Array, self));
}

/* All of it, or nothing. */
static NATIVE(method_fromlist) {
    UNUSED_ARGS;
    if (!is_list(args[0])) return raise_error(vm, T_TypeError, "arg must be list");
    Value more = array_like(vm, AS(Array, self), NULL, 0);
    bool ok = more != VALUE_NULL;
    const List *list = AS(List, args[0]);
    uint32_t length = list->length;
    for (uint32_t i = 0; ok && i < length; i++) {
        Value item = value_retain(list->items[i]);
        ok = append_item(vm, AS(Array, more), item);
        value_release(vm, item);
        if (!ok || list->length == length) continue;
        raise_error(vm, T_RuntimeError, "list changed size during iteration");
        ok = false;
    }
    ok = ok && extend_array(vm, AS(Array, self), AS(Array, more));
    value_release(vm, more);
    return ok ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_tobytes) {
    UNUSED_ARGS;
    const Array *a = AS(Array, self);
    return obj_value(bytes_new(vm, a->bytes.data, a->bytes.length));
}

static NATIVE(method_frombytes) {
    UNUSED_ARGS;
    BytesView view;
    Bytes *copy;
    if (is_array(args[0]) && array_code(args[0]) != 'b' && array_code(args[0]) != 'B')
        return raise_error(vm, T_TypeError, "a bytes-like object is required");
    if (args[0] == self) return raise_error(vm, T_BufferError, "cannot resize an array that is exporting buffers");
    if (!buffer_view_or_raise(vm, args[0], &view, &copy)) return VALUE_NULL;
    bool done = extend_bytes(vm, AS(Array, self), view);
    obj_release(vm, copy);
    return done ? VALUE_NONE : VALUE_NULL;
}

static Value call_c(Vm *vm, Value of, const char *method, Value arg) {
    Str *name = str_intern_c(vm, method);
    Value got = name == NULL ? VALUE_NULL : call_method(vm, of, name, &arg, 1);
    obj_release(vm, name);
    return got;
}

static NATIVE(method_tofile) {
    Value data = method_tobytes(vm, self, args, nargs, kwnames);
    Value written = data == VALUE_NULL ? VALUE_NULL : call_c(vm, args[0], "write", data);
    value_release(vm, data);
    if (written == VALUE_NULL) return VALUE_NULL;
    value_release(vm, written);
    return VALUE_NONE;
}

static NATIVE(method_fromfile) {
    UNUSED_ARGS;
    Array *a = AS(Array, self);
    int64_t count, size = kind_of(a)->size;
    if (!object_as_index(vm, args[1], &count, INDEX_ARGUMENT)) return VALUE_NULL;
    if (count < 0) return raise_error(vm, T_ValueError, "negative count");
    if (count > INT32_MAX / size) return raise_no_memory(vm);
    Value data = call_c(vm, args[0], "read", value_small(count * size));
    if (data == VALUE_NULL) return VALUE_NULL;
    if (!has_flag(data, TYPE_IS_BYTES)) {
        value_release(vm, data);
        return raise_error(vm, T_TypeError, "read() didn't return bytes");
    }
    BytesView view = {AS(Bytes, data)->data, AS(Bytes, data)->length};
    bool enough = view.length == count * size, ok = extend_bytes(vm, a, view);
    value_release(vm, data);
    if (ok && !enough) return raise_error(vm, T_EOFError, "read() didn't return enough bytes");
    return ok ? VALUE_NONE : VALUE_NULL;
}

static bool check_characters(Vm *vm, const Array *a, const char *method) {
    if (kind_of(a)->is == ITEM_CHARACTER) return true;
    raise_error(vm, T_ValueError, "%s() may only be called on unicode type arrays ('u' or 'w')", method);
    return false;
}

static NATIVE(method_tounicode) {
    UNUSED_ARGS;
    return check_characters(vm, AS(Array, self), "tounicode") ? array_text(vm, AS(Array, self)) : VALUE_NULL;
}

static NATIVE(method_fromunicode) {
    UNUSED_ARGS;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "fromunicode() argument must be str, not %B", args[0]);
    if (!check_characters(vm, AS(Array, self), "fromunicode")) return VALUE_NULL;
    return extend_text(vm, AS(Array, self), AS(Str, args[0])) ? VALUE_NONE : VALUE_NULL;
}

static NATIVE(method_buffer_info) {
    UNUSED_ARGS;
    const Array *a = AS(Array, self);
    Value address = int_from_uint64(vm, (uint64_t)(uintptr_t)a->bytes.data);
    if (address == VALUE_NULL) return VALUE_NULL;
    Tuple *info = tuple_pack(vm, 2, address, value_small(length_of(a)));
    value_release(vm, address);
    return obj_value(info);
}

static NATIVE(method_copy) {
    UNUSED_ARGS;
    return array_copy(vm, AS(Array, self));
}

static NATIVE(method_reduce) {
    UNUSED_ARGS;
    bool failed = false;
    Str *name = str_from_char(vm, (uint32_t)array_code(self)), *attributes = str_intern_c(vm, "__dict__");
    Value items = array_list(vm, AS(Array, self)), dict = VALUE_NULL;
    Tuple *parts = NULL, *made = NULL;
    if (name != NULL && attributes != NULL && items != VALUE_NULL)
        dict = object_getattr_opt(vm, self, attributes, &failed);
    if (!error_is_set(vm)) parts = tuple_pack(vm, 2, obj_value(name), items);
    if (parts != NULL)
        made =
            tuple_pack(vm, 3, obj_value(type_of(vm, self)), obj_value(parts), dict == VALUE_NULL ? VALUE_NONE : dict);
    obj_release(vm, parts);
    value_release(vm, dict);
    value_release(vm, items);
    obj_release(vm, attributes);
    obj_release(vm, name);
    return obj_value(made);
}

static const MethodDef array_methods[] = {
    {"append", method_append, 1, 1, false, METHOD_PLAIN, "Append new value v to the end of the array."},
    {"extend", method_extend, 1, 1, false, METHOD_PLAIN, "Append items to the end of the array."},
    {"insert", method_insert, 2, 2, false, METHOD_PLAIN, NULL},
    {"pop", method_pop, 0, 1, false, METHOD_PLAIN, NULL},
    {"remove", method_remove, 1, 1, false, METHOD_AGAIN, NULL},
    {"index", method_index, 1, 3, false, METHOD_AGAIN, NULL},
    {"count", method_count, 1, 1, false, METHOD_AGAIN, NULL},
    {"clear", method_clear, 0, 0, false, METHOD_PLAIN, NULL},
    {"reverse", method_reverse, 0, 0, false, METHOD_PLAIN, NULL},
    {"byteswap", method_byteswap, 0, 0, false, METHOD_PLAIN, NULL},
    {"tolist", method_tolist, 0, 0, false, METHOD_PLAIN, NULL},
    {"fromlist", method_fromlist, 1, 1, false, METHOD_PLAIN, NULL},
    {"tobytes", method_tobytes, 0, 0, false, METHOD_PLAIN, NULL},
    {"frombytes", method_frombytes, 1, 1, false, METHOD_PLAIN, NULL},
    {"tofile", method_tofile, 1, 1, false, METHOD_PLAIN, NULL},
    {"fromfile", method_fromfile, 2, 2, false, METHOD_PLAIN, NULL},
    {"tounicode", method_tounicode, 0, 0, false, METHOD_PLAIN, NULL},
    {"fromunicode", method_fromunicode, 1, 1, false, METHOD_PLAIN, NULL},
    {"buffer_info", method_buffer_info, 0, 0, false, METHOD_PLAIN, NULL},
    {"__copy__", method_copy, 0, 0, false, METHOD_PLAIN, NULL},
    {"__deepcopy__", method_copy, 1, 1, false, METHOD_PLAIN, NULL},
    {"__reduce_ex__", method_reduce, 1, 1, false, METHOD_PLAIN, NULL},
    BUFFER_ROWS,
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static Value get_typecode(Vm *vm, Value self) {
    return obj_value(str_from_char(vm, (uint32_t)array_code(self)));
}

static Value get_itemsize(Vm *vm, Value self) {
    (void)vm;
    return value_small(kind_of(AS(Array, self))->size);
}

static const GetSetDef array_getset[] = {
    {"typecode", get_typecode, NULL, "the typecode character used to create the array"},
    {"itemsize", get_itemsize, NULL, "the size, in bytes, of one array item"},
    {0},
};

/* ---- the iterator, which goes on with what is appended meanwhile */

static Value array_iter(Vm *vm, Value self) {
    ArrayIterator *it = object_new(vm, vm->state->module_state[STATE_array_iterator], 0);
    if (it != NULL) it->array = value_retain(self);
    return obj_value(it);
}

static void iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((ArrayIterator *)self)->array);
}

static void iterator_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((ArrayIterator *)self)->array);
}

static Value iterator_next(Vm *vm, Value self) {
    ArrayIterator *it = AS(ArrayIterator, self);
    if (it->array == VALUE_NULL) return VALUE_NULL;
    if (it->index < length_of(AS(Array, it->array))) return item_at(vm, AS(Array, it->array), it->index++);
    value_clear(vm, &it->array);
    return VALUE_NULL;
}

static const TypeDef array_def = {
    .name = "array.array",
    .size = sizeof(Array),
    .flags = TYPE_BASE | TYPE_WEAKREFS | TYPE_SEQUENCE | TYPE_BUFFER | TYPE_IMMUTABLE,
    .weak_offset = offsetof(Array, weakrefs),
    .doc = "array(typecode [, initializer]) -> array\n\nReturn a new array whose items are restricted by typecode.",
    .slots = {.dealloc = array_dealloc,
              .repr = array_repr,
              .hash = hash_not_implemented,
              .compare = array_compare,
              .iter = array_iter,
              .binary = array_binary,
              .sequence = array_binary,
              .inplace = array_inplace,
              .length = array_length,
              .getitem = array_getitem,
              .setitem = array_setitem,
              .contains = array_contains,
              .new = array_new},
    .methods = array_methods,
    .getset = array_getset,
    .binary_ops = 1u << BINARY_ADD | 1u << BINARY_MUL,
    .inplace_ops = 1u << BINARY_ADD | 1u << BINARY_MUL,
};

static const TypeDef iterator_def = {
    .name = "array.arrayiterator",
    .size = sizeof(ArrayIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = object_itself, .next = iterator_next},
};

Value module_init_array(Vm *vm) {
    Module *m = module_new(vm, "array");
    Type *array = type_make(vm, &array_def, NULL), *iterator = type_make(vm, &iterator_def, NULL);
    vm->state->module_state[MODULE_array] = array;
    vm->state->module_state[STATE_array_iterator] = iterator;
    char codes[ITEM_KINDS];
    for (size_t i = 0; i < ITEM_KINDS; i++) codes[i] = item_kinds[i].code;
    if (array != NULL && iterator != NULL && module_add(vm, m, "array", value_retain(obj_value(array))) &&
        module_add(vm, m, "ArrayType", value_retain(obj_value(array))) &&
        module_add(vm, m, "typecodes", obj_value(str_from_ascii(vm, codes, ITEM_KINDS))))
        return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
