/* int_methods.c: the types int and bool: construction, slots, methods. */
#include "bigint.h"
#include "number.h"

extern const TypeDef type_int_def;
extern const TypeDef type_bool_def;

#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

static Value pair_take(Vm *vm, Value a, Value b) { /* takes both over */
    Tuple *t = a == VALUE_NULL || b == VALUE_NULL ? NULL : tuple_pack(vm, 2, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

/* ---- construction */

static Value from_bytes_text(Vm *vm, Value x, int base, bool *known) {
    const unsigned char *data;
    uint32_t length;
    *known = bytes_view(vm, x, &data, &length);
    if (!*known) return VALUE_NULL;
    Bytes *shown = is_exact(vm, x, T_bytes) ? NULL : bytes_new(vm, data, length); /* messages show bytes */
    Value number = int_from_text(vm, (const char *)data, length, base, shown == NULL ? x : obj_value(shown));
    obj_release(vm, shown);
    return number;
}

/* __int__ of any object; *known false when it has none. */
static Value call_int_method(Vm *vm, Value x, bool *known) {
    Value r = call_special(vm, x, NAME(vm, __int__), NULL, 0, known);
    return *known ? number_checked(vm, VALUE_NULL, "__int__", T_int, r) : r;
}

static Value exact_take(Vm *vm, Value i) { /* takes i over */
    if (i == VALUE_NULL || value_is_int(i)) return i;
    Value r = int_exact(vm, i);
    value_release(vm, i);
    return r;
}

/* int(x), a plain int. */
static Value int_convert(Vm *vm, Value x) {
    if (value_is_int(x) || value_is_bool(x) || (value_is_obj(x) && value_obj(x)->type == TYPE(vm, int))) {
        return int_exact(vm, x);
    }
    if (value_is_flonum(x)) return int_from_double(vm, flonum_value(x));
    bool known;
    Value r = call_int_method(vm, x, &known);
    if (known) return exact_take(vm, r);
    if (is_int(x)) return int_exact(vm, x);
    if (type_of(vm, x)->slots.as_int != NULL) return exact_take(vm, object_index(vm, x));
    if (is_str(x)) return int_parse(vm, AS(Str, x), 10);
    r = from_bytes_text(vm, x, 10, &known);
    if (known) return r;
    return raise_error(vm, T_TypeError,
                       "int() argument must be a string, a bytes-like object or a real number, not '%T'", x);
}

static Value int_convert_base(Vm *vm, Value x, Value base) {
    int64_t b;
    if (!object_as_index(vm, base, &b, INDEX_CLIPPED)) return VALUE_NULL;
    if ((b != 0 && b < 2) || b > 36) {
        return raise_error(vm, T_ValueError, "int() base must be >= 2 and <= 36, or 0");
    }
    if (is_str(x)) return int_parse(vm, AS(Str, x), (int)b);
    bool known = false, is_text = has_flag(x, TYPE_IS_BYTES) || type_is_subtype(type_of(vm, x), TYPE(vm, bytearray));
    Value r = is_text ? from_bytes_text(vm, x, (int)b, &known) : VALUE_NULL;
    if (known) return r;
    return raise_error(vm, T_TypeError, "int() can't convert non-string with explicit base");
}

/* int(x='5', base=..): only base has a name. */
static bool int_arguments(Vm *vm, const Value *args, uint32_t nargs, Tuple *kwnames, Value *x, Value *base) {
    static const char *const names[] = {"base", NULL};
    *x = nargs > 0 ? args[0] : VALUE_NULL;
    *base = nargs > 1 ? args[1] : VALUE_NULL;
    uint32_t total = nargs + (kwnames == NULL ? 0 : kwnames->length);
    if (total > 2 && kwnames == NULL) {
        raise_error(vm, T_TypeError, "int expected at most 2 arguments, got %u", total);
        return false;
    }
    if (total > 2) {
        raise_error(vm, T_TypeError, "int() takes at most 2 %sarguments (%u given)", nargs == 0 ? "keyword " : "",
                    total);
        return false;
    }
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        if (!str_equals_c(AS(Str, kwnames->items[i]), names[0]))
            return raise_unexpected_keyword(vm, "int", names, kwnames->items[i]);
        *base = args[nargs + i];
    }
    if (*x != VALUE_NULL || *base == VALUE_NULL) return true;
    raise_error(vm, T_TypeError, "int() missing string argument");
    return false;
}

static Value int_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value x, base;
    if (!int_arguments(vm, args, nargs, kwnames, &x, &base)) return VALUE_NULL;
    Value i;
    if (x == VALUE_NULL) {
        i = value_small(0);
    } else {
        i = base == VALUE_NULL ? int_convert(vm, x) : int_convert_base(vm, x, base);
    }
    if (i == VALUE_NULL || type == TYPE(vm, int)) return i;
    Value r = int_as_subtype(vm, type, i);
    value_release(vm, i);
    return r;
}

static Value bool_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type;
    if (kwnames != NULL && kwnames->length != 0) {
        return raise_error(vm, T_TypeError, "bool() takes no keyword arguments");
    }
    if (nargs > 1) return raise_error(vm, T_TypeError, "bool expected at most 1 argument, got %u", nargs);
    int truth = nargs == 0 ? 0 : object_truth(vm, args[0]);
    return truth < 0 ? VALUE_NULL : value_bool(truth != 0);
}

/* ---- slots */

static Value int_repr(Vm *vm, Value self) {
    return int_to_str(vm, self, 10, false);
}

static Value bool_repr(Vm *vm, Value self) {
    Str *s = str_intern_c(vm, self == VALUE_TRUE ? "True" : "False");
    return s == NULL ? VALUE_NULL : obj_value(s);
}

static bool int_hash_slot(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = int_hash(self);
    return true;
}

static Value int_compare_slot(Vm *vm, Value self, Value other, int op) {
    (void)vm;
    if (!is_int(other)) return VALUE_NOT_IMPLEMENTED;
    int order = int_compare(self, other);
    switch (op) {
    case COMPARE_LT: return value_bool(order < 0);
    case COMPARE_LE: return value_bool(order <= 0);
    case COMPARE_EQ: return value_bool(order == 0);
    case COMPARE_NE: return value_bool(order != 0);
    case COMPARE_GT: return value_bool(order > 0);
    default: return value_bool(order >= 0);
    }
}

static Value int_binary_slot(Vm *vm, int op, Value a, Value b) {
    return is_int(a) && is_int(b) ? int_binary(vm, op, a, b) : VALUE_NOT_IMPLEMENTED;
}

static Value int_unary(Vm *vm, int op, Value self) {
    switch (op) {
    case UNARY_NEG: return int_negate(vm, self);
    case UNARY_ABS: return int_sign(self) < 0 ? int_negate(vm, self) : int_exact(vm, self);
    case UNARY_INVERT:
        if (value_is_int(self)) return value_small(~value_as_small(self));
        return int_binary(vm, BINARY_SUB, value_small(-1), self);
    default: return int_exact(vm, self);
    }
}

static Value bool_unary(Vm *vm, int op, Value self) {
    if (op == UNARY_INVERT &&
        !warn(
            vm, T_DeprecationWarning,
            "Bitwise inversion '~' on bool is deprecated and will be removed in Python 3.16. This returns the bitwise "
            "inversion of the underlying int object and is usually not what you expect from negating a bool. "
            "Use the 'not' operator for boolean negation or ~int(x) if you really want the bitwise inversion of the "
            "underlying int.")) {
        return VALUE_NULL;
    }
    return int_unary(vm, op, int_exact(vm, self));
}

static int int_truth(Vm *vm, Value self) {
    (void)vm;
    return int_sign(self) != 0;
}

static Value int_as_float(Vm *vm, Value self) {
    double d;
    return number_as_double(vm, self, &d) < 0 ? VALUE_NULL : float_new(vm, d);
}

/* ---- methods */

static Value int_itself(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return int_exact(vm, self);
}

static Value int_bit_length_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm;
    return value_small(int_bit_length(self));
}

static Value int_bit_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm;
    IntView v;
    int_view(self, &v);
    int64_t count = 0;
    for (uint32_t i = 0; i < v.count; i++) count += __builtin_popcount(v.digits[i]);
    return value_small(count);
}

static Value int_as_integer_ratio(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return pair_take(vm, int_exact(vm, self), value_small(1));
}

static Value int_is_integer(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm, (void)self;
    return VALUE_TRUE;
}

/* Rounds to a multiple of unit, halves to the even one. */
static Value round_to(Vm *vm, Value i, Value unit) {
    Value rest = int_binary(vm, BINARY_MOD, i, unit);
    Value twice = rest == VALUE_NULL ? VALUE_NULL : int_shift_left(vm, rest, 1);
    Value quotient = twice == VALUE_NULL ? VALUE_NULL : int_binary(vm, BINARY_FLOORDIV, i, unit);
    Value result = VALUE_NULL;
    if (quotient != VALUE_NULL) {
        int half = int_compare(twice, unit);
        bool up = half > 0 || (half == 0 && int_is_odd(quotient));
        result = int_binary(vm, BINARY_SUB, i, rest);
        if (result != VALUE_NULL && up) {
            Value higher = int_binary(vm, BINARY_ADD, result, unit);
            value_release(vm, result);
            result = higher;
        }
    }
    value_release(vm, rest);
    value_release(vm, twice);
    value_release(vm, quotient);
    return result;
}

Value int_round(Vm *vm, Value i, Value ndigits) {
    int64_t places;
    if (!object_as_index(vm, ndigits, &places, INDEX_CLIPPED)) return VALUE_NULL;
    if (places >= 0) return int_exact(vm, i);
    if (-(places + 1) > int_bit_length(i)) return value_small(0); /* the unit is far larger */
    Value unit = int_binary(vm, BINARY_POW, value_small(10), value_small(-places));
    if (unit == VALUE_NULL) return VALUE_NULL;
    Value r = round_to(vm, i, unit);
    value_release(vm, unit);
    return r;
}

static Value int_round_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (nargs == 0 || value_is_none(args[0])) return int_exact(vm, self);
    return int_round(vm, self, args[0]);
}

static Value int_format(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    if (!is_str(args[0])) {
        return raise_error(vm, T_TypeError, "__format__() argument must be str, not %B", args[0]);
    }
    return format_value(vm, self, AS(Str, args[0]));
}

static Value int_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    Value v = int_exact(vm, self);
    Tuple *t = v == VALUE_NULL ? NULL : tuple_pack(vm, 1, v);
    value_release(vm, v);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

/* ---- bytes */

/* 'little' or 'big' (the default); false with an error set. */
static bool byte_order(Vm *vm, const char *function, Value order, bool *little) {
    *little = false;
    if (order == VALUE_NULL) return true;
    if (!is_str(order)) {
        raise_error(vm, T_TypeError, "%s() argument 'byteorder' must be str, not %B", function, order);
        return false;
    }
    *little = str_equals_c(AS(Str, order), "little");
    if (*little || str_equals_c(AS(Str, order), "big")) return true;
    raise_error(vm, T_ValueError, "byteorder must be either 'little' or 'big'");
    return false;
}

static bool fits_bytes(Vm *vm, Value self, int64_t length, bool is_signed) {
    int64_t bits = int_bit_length(self);
    if (int_sign(self) < 0 && !is_signed) {
        raise_error(vm, T_OverflowError, "can't convert negative int to unsigned");
        return false;
    }
    if (is_signed && int_sign(self) != 0) {
        bits++; /* the sign; a negative power of two needs one bit less */
        IntView v;
        int_view(self, &v);
        if (v.negative && !mag_low_bits(v.digits, v.count, (uint32_t)bits - 2)) bits--;
    }
    if (bits <= length * 8) return true;
    raise_error(vm, T_OverflowError, "int too big to convert");
    return false;
}

static void bytes_fill(const IntView *v, unsigned char *out, uint32_t length, bool little) {
    uint32_t carry = 1;
    for (uint32_t i = 0; i < length; i++) {
        uint32_t byte = i / 4 < v->count ? v->digits[i / 4] >> (i % 4 * 8) & 0xFF : 0;
        if (v->negative) {
            byte = (~byte & 0xFF) + carry;
            carry = byte >> 8;
        }
        out[little ? i : length - 1 - i] = (unsigned char)byte;
    }
}

static Value int_to_bytes(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"length", "byteorder", "signed", NULL};
    static const ArgSpec spec = {"to_bytes", names, 0, 2, 0};
    Value given[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    int64_t length = 1;
    bool little;
    if (given[0] != VALUE_NULL && !object_as_index(vm, given[0], &length, INDEX_ARGUMENT)) return VALUE_NULL;
    if (!byte_order(vm, spec.function, given[1], &little)) return VALUE_NULL;
    int is_signed = given[2] == VALUE_NULL ? 0 : object_truth(vm, given[2]);
    if (is_signed < 0) return VALUE_NULL;
    if (length < 0) return raise_error(vm, T_ValueError, "length argument must be non-negative");
    if (length > INT32_MAX) return raise_no_memory(vm);
    if (!fits_bytes(vm, self, length, is_signed != 0)) return VALUE_NULL;
    Bytes *b = bytes_new(vm, NULL, (size_t)length);
    if (b == NULL) return VALUE_NULL;
    IntView v;
    int_view(self, &v);
    bytes_fill(&v, b->data, b->length, little);
    return obj_value(b);
}

static Value bytes_to_int(Vm *vm, const unsigned char *data, uint32_t length, bool little, bool is_signed) {
    BigInt *b = bigint_alloc(vm, length / 4 + 1);
    if (b == NULL) return VALUE_NULL;
    memset(b->digits, 0, (size_t)b->count * sizeof(Digit));
    bool negative = is_signed && length > 0 && data[little ? length - 1 : 0] >= 0x80;
    uint32_t carry = 1;
    for (uint32_t i = 0; i < length; i++) {
        uint32_t byte = data[little ? i : length - 1 - i];
        if (negative) {
            byte = (~byte & 0xFF) + carry;
            carry = byte >> 8;
            byte &= 0xFF;
        }
        b->digits[i / 4] |= byte << (i % 4 * 8);
    }
    if (negative && carry != 0) b->digits[length / 4] |= 1u << (length % 4 * 8);
    return bigint_finish(vm, b, negative);
}

static Value int_from_bytes(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"bytes", "byteorder", "signed", NULL};
    static const ArgSpec spec = {"from_bytes", names, 0, 2, 1};
    Value given[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    bool little;
    if (!byte_order(vm, spec.function, given[1], &little)) return VALUE_NULL;
    int is_signed = given[2] == VALUE_NULL ? 0 : object_truth(vm, given[2]);
    if (is_signed < 0) return VALUE_NULL;
    const unsigned char *data;
    uint32_t length;
    Value bytes = VALUE_NULL;
    if (!bytes_view(vm, given[0], &data, &length)) {
        if (is_str(given[0]) || is_int(given[0])) /* what bytes() takes otherwise */
            return raise_error(vm, T_TypeError, "cannot convert '%T' object to bytes", given[0]);
        bytes = call_value(vm, obj_value(TYPE(vm, bytes)), given, 1, NULL);
        if (bytes == VALUE_NULL || !bytes_view(vm, bytes, &data, &length)) return VALUE_NULL;
    }
    Value i = bytes_to_int(vm, data, length, little, is_signed != 0);
    value_release(vm, bytes);
    if (i == VALUE_NULL || value_obj(self) == (Obj *)TYPE(vm, int)) return i;
    Value r = call_value(vm, self, &i, 1, NULL);
    value_release(vm, i);
    return r;
}

static Value get_itself(Vm *vm, Value self) {
    return int_exact(vm, self);
}

static Value get_zero(Vm *vm, Value self) {
    (void)vm, (void)self;
    return value_small(0);
}

static Value get_one(Vm *vm, Value self) {
    (void)vm, (void)self;
    return value_small(1);
}

static const MethodDef methods[] = {
    {"bit_length", int_bit_length_method, 0, 0, false, METHOD_PLAIN, NULL},
    {"bit_count", int_bit_count, 0, 0, false, METHOD_PLAIN, NULL},
    {"as_integer_ratio", int_as_integer_ratio, 0, 0, false, METHOD_PLAIN, NULL},
    {"is_integer", int_is_integer, 0, 0, false, METHOD_PLAIN, NULL},
    {"conjugate", int_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"to_bytes", int_to_bytes, 0, 255, true, METHOD_PLAIN, NULL},
    {"from_bytes", int_from_bytes, 0, 255, true, METHOD_CLASS, NULL},
    {"__int__", int_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__trunc__", int_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__floor__", int_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__ceil__", int_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"__round__", int_round_method, 0, 1, false, METHOD_PLAIN, NULL},
    {"__format__", int_format, 1, 1, false, METHOD_PLAIN, NULL},
    {"__getnewargs__", int_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"real", get_itself, NULL, NULL},     {"imag", get_zero, NULL, NULL}, {"numerator", get_itself, NULL, NULL},
    {"denominator", get_one, NULL, NULL}, {NULL, NULL, NULL, NULL},
};

const TypeDef type_int_def = {
    .name = "int",
    .size = sizeof(BigInt),
    .flags = TYPE_BASE | TYPE_IS_INT | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "int([x]) -> integer\nint(x, base=10) -> integer",
    .slots = {.repr = int_repr,
              .hash = int_hash_slot,
              .compare = int_compare_slot,
              .binary = int_binary_slot,
              .unary = int_unary,
              .truth = int_truth,
              .as_int = get_itself,
              .as_float = int_as_float,
              .new = int_type_new},
    .methods = methods,
    .getset = getset,
};

const TypeDef type_bool_def = {
    .name = "bool",
    .size = 0,
    .flags = TYPE_IS_INT | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "Returns True when the argument is true, False otherwise.",
    .slots = {.repr = bool_repr, .unary = bool_unary, .new = bool_type_new},
};
