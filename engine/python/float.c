/* float.c: floats: conversion, arithmetic with CPython's rules for zero, overflow and signs, exact comparison with
 * ints, hashing, rounding.
 */
#include "bigint.h"
#include "number.h"

#include <math.h>

Value float_box(Vm *vm, double d) {
    Float *f = object_new(vm, TYPE(vm, float), 0);
    if (f == NULL) return VALUE_NULL;
    f->value = d;
    return obj_value(f);
}

Value float_from_str(Vm *vm, Value text) {
    size_t length, size;
    double d;
    char *ascii = number_text(vm, AS(Str, text), &length, &size);
    if (ascii == NULL) return VALUE_NULL;
    bool good = float_parse(ascii, length, &d);
    mem_free(vm->mem, ascii, size);
    if (!good) return raise_error(vm, T_ValueError, "could not convert string to float: %R", text);
    return float_new(vm, d);
}

int number_as_double(Vm *vm, Value v, double *d) {
    if (is_float(v)) {
        *d = float_value(v);
        return 1;
    }
    if (!is_int(v)) return 0;
    bool overflow = false;
    *d = int_as_double(vm, v, &overflow);
    if (!overflow) return 1;
    raise_error(vm, T_OverflowError, "int too large to convert to float");
    return -1;
}

/* ---- comparison and hash */

static int mag_compare_double(const IntView *v, double magnitude) { /* a whole number above 2**53 */
    uint64_t bits;
    memcpy(&bits, &magnitude, sizeof bits);
    uint32_t exponent = (uint32_t)(bits >> 52 & 0x7FF) - 1075;
    uint64_t mantissa = (bits & 0xFFFFFFFFFFFFFu) | 0x10000000000000u;
    Digit two[2] = {(Digit)mantissa, (Digit)(mantissa >> 32)}, digits[36];
    mag_shl(digits, two, 2, exponent);
    return mag_compare(v->digits, v->count, digits, mag_trim(digits, 2 + exponent / 32 + 1));
}

int int_compare_double(Value i, double d) {
    if (d != d) return 2;
    if (d - d != 0) return d > 0 ? -1 : 1;
    if (d > -9e15 && d < 9e15) {
        int64_t small, whole = (int64_t)d;
        if (!int_as_int64(i, &small)) return int_sign(i);
        if (small != whole) return small < whole ? -1 : 1;
        double rest = d - (double)whole;
        return rest > 0 ? -1 : rest < 0 ? 1 : 0;
    }
    IntView v;
    int_view(i, &v);
    if (v.negative != (d < 0)) return v.negative ? -1 : 1;
    int order = mag_compare_double(&v, d < 0 ? -d : d);
    return d < 0 ? -order : order;
}

static bool order_holds(int order, int op) {
    switch (op) {
    case COMPARE_LT: return order < 0;
    case COMPARE_LE: return order <= 0;
    case COMPARE_EQ: return order == 0;
    case COMPARE_NE: return order != 0;
    case COMPARE_GT: return order > 0;
    default: return order >= 0;
    }
}

static Value float_compare(Vm *vm, Value self, Value other, int op) {
    (void)vm;
    double x = float_value(self);
    int order;
    if (is_float(other)) {
        double y = float_value(other);
        if (x != x || y != y) return value_bool(op == COMPARE_NE);
        order = (x > y) - (x < y);
    } else if (is_int(other)) {
        order = int_compare_double(other, x);
        if (order == 2) return value_bool(op == COMPARE_NE);
        order = -order;
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return value_bool(order_holds(order, op));
}

/* Reduces the value modulo 2**61 - 1, so that floats hash as the ints and fractions they equal. */
int64_t float_hash(double d) {
    if (d != d) return 0;
    if (d - d != 0) return d > 0 ? 314159 : -314159;
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    int exponent;
    double m = frexp(d < 0 ? -d : d, &exponent);
    uint64_t x = 0;
    while (m != 0) {
        x = ((x << 28) & modulus) | (x >> 33);
        m *= 268435456.0;
        exponent -= 28;
        uint64_t whole = (uint64_t)m;
        m -= (double)whole;
        x += whole;
        if (x >= modulus) x -= modulus;
    }
    uint32_t turn = (uint32_t)(exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61);
    x = ((x << turn) & modulus) | (x >> (61 - turn));
    int64_t hash = d < 0 ? -(int64_t)x : (int64_t)x;
    return hash == -1 ? -2 : hash;
}

static bool float_hash_slot(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    double d = float_value(self);
    *hash = d != d && value_is_obj(self) ? (int64_t)(self >> 4) : float_hash(d); /* nans differ from each other */
    return true;
}

/* ---- arithmetic */

bool float_divmod(Vm *vm, double x, double y, double *quotient, double *rest) {
    if (y == 0) {
        raise_zero_division(vm);
        return false;
    }
    double mod = fmod(x, y), div = (x - mod) / y;
    if (mod != 0) {
        if ((y < 0) != (mod < 0)) {
            mod += y;
            div -= 1.0;
        }
    } else {
        mod = copysign(0.0, y);
    }
    double whole = copysign(0.0, x / y);
    if (div != 0) {
        whole = floor(div);
        if (div - whole > 0.5) whole += 1.0;
    }
    *quotient = whole;
    *rest = mod;
    return true;
}

static Value raise_out_of_range(Vm *vm) {
    Str *text = str_new(vm, "Numerical result out of range");
    if (text == NULL) return VALUE_NULL;
    Value args[2] = {value_small(34), obj_value(text)};
    Value e = call_value(vm, obj_value(TYPE(vm, OverflowError)), args, 2, NULL);
    if (e != VALUE_NULL) raise_value(vm, e);
    value_release(vm, e);
    obj_release(vm, text);
    return VALUE_NULL;
}

Value float_power(Vm *vm, double x, double y) {
    if (x == 0 && y < 0 && y - y == 0) return raise_error(vm, T_ZeroDivisionError, "zero to a negative power");
    bool finite = x - x == 0 && y - y == 0;
    if (finite && x < 0 && y != floor(y)) return complex_power(vm, x, 0.0, y, 0.0);
    double r = pow(x, y);
    if (finite && r - r != 0) return raise_out_of_range(vm);
    return float_new(vm, r);
}

static Value float_divmod_tuple(Vm *vm, double x, double y) {
    double q, r;
    if (!float_divmod(vm, x, y, &q, &r)) return VALUE_NULL;
    Value a = float_new(vm, q), b = a == VALUE_NULL ? VALUE_NULL : float_new(vm, r);
    Tuple *pair = b == VALUE_NULL ? NULL : tuple_pack(vm, 2, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return pair == NULL ? VALUE_NULL : obj_value(pair);
}

static Value float_op(Vm *vm, int op, double x, double y) {
    double q, r;
    switch (op) {
    case BINARY_ADD: return float_new(vm, x + y);
    case BINARY_SUB: return float_new(vm, x - y);
    case BINARY_MUL: return float_new(vm, x * y);
    case BINARY_TRUEDIV: return y == 0 ? raise_zero_division(vm) : float_new(vm, x / y);
    case BINARY_FLOORDIV: return float_divmod(vm, x, y, &q, &r) ? float_new(vm, q) : VALUE_NULL;
    case BINARY_MOD: return float_divmod(vm, x, y, &q, &r) ? float_new(vm, r) : VALUE_NULL;
    case BINARY_DIVMOD: return float_divmod_tuple(vm, x, y);
    case BINARY_POW: return float_power(vm, x, y);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static Value float_binary(Vm *vm, int op, Value a, Value b) {
    double x = 0, y = 0;
    int known = number_as_double(vm, a, &x);
    if (known == 1) known = number_as_double(vm, b, &y);
    if (known < 0) return VALUE_NULL;
    return known == 0 ? VALUE_NOT_IMPLEMENTED : float_op(vm, op, x, y);
}

static Value float_unary(Vm *vm, int op, Value self) {
    double d = float_value(self);
    switch (op) {
    case UNARY_NEG: return float_new(vm, -d);
    case UNARY_POS: return float_new(vm, d);
    case UNARY_ABS: return float_new(vm, fabs(d));
    default: return raise_error(vm, T_TypeError, "bad operand type for unary ~: '%T'", self);
    }
}

static int float_truth(Vm *vm, Value self) {
    (void)vm;
    return float_value(self) != 0;
}

Value float_round(Vm *vm, double d, int64_t ndigits) {
    if (d - d != 0 || d == 0 || ndigits > 323) return float_new(vm, d);
    if (ndigits < -309) return float_new(vm, copysign(0.0, d));
    char digits[FLOAT_DIGITS_MAX + 8];
    int point;
    size_t n = float_digits(d, DIGITS_FIXED, (int)ndigits, digits, &point);
    int exponent = point - (int)n;
    digits[n++] = 'e';
    digits[n++] = exponent < 0 ? '-' : '+';
    if (exponent < 0) exponent = -exponent;
    digits[n++] = (char)('0' + exponent / 1000);
    digits[n++] = (char)('0' + exponent / 100 % 10);
    digits[n++] = (char)('0' + exponent / 10 % 10);
    digits[n++] = (char)('0' + exponent % 10);
    double rounded = 0;
    float_scan(digits, n, &rounded);
    if (rounded - rounded != 0) {
        return raise_error(vm, T_OverflowError, "rounded value too large to represent");
    }
    return float_new(vm, copysign(rounded, d));
}

static Value float_repr_slot(Vm *vm, Value self) {
    char buffer[40];
    size_t n = float_repr(float_value(self), buffer);
    Str *s = str_from_ascii(vm, buffer, n);
    return s == NULL ? VALUE_NULL : obj_value(s);
}

static Value float_as_float(Vm *vm, Value self) {
    return float_new(vm, float_value(self));
}

/* ---- construction */

/* A float as a plain one; takes it over. */
static Value plain_float(Vm *vm, Value f) {
    if (f == VALUE_NULL || type_of(vm, f) == TYPE(vm, float)) return f;
    Value plain = float_new(vm, float_value(f));
    value_release(vm, f);
    return plain;
}

Value float_of_number(Vm *vm, Value x, bool *known) {
    *known = true;
    if (value_is_flonum(x)) return x;
    Type *type = type_of(vm, x);
    if (type->slots.as_float != NULL)
        return plain_float(vm, number_checked(vm, x, "__float__", T_float, type->slots.as_float(vm, x)));
    if (type->slots.as_int != NULL) {
        double d;
        return object_as_double(vm, x, &d) ? float_new(vm, d) : VALUE_NULL;
    }
    *known = false;
    return VALUE_NULL;
}

static Value float_from_bytes(Vm *vm, Value x, const unsigned char *data, uint32_t length) {
    double d;
    if (float_parse((const char *)data, length, &d)) return float_new(vm, d);
    return raise_error(vm, T_ValueError, "could not convert string to float: %R", x);
}

static Value float_convert(Vm *vm, Value x) {
    bool known;
    Value r = float_of_number(vm, x, &known);
    if (known) return r;
    if (is_str(x)) return float_from_str(vm, x);
    const unsigned char *data;
    uint32_t length;
    if (bytes_view(vm, x, &data, &length)) return float_from_bytes(vm, x, data, length);
    return raise_error(vm, T_TypeError, "float() argument must be a string or a real number, not '%T'", x);
}

static Value float_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const Type *builtin = TYPE(vm, float);
    if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
    if (nargs > 1) return raise_error(vm, T_TypeError, "float expected at most 1 argument, got %u", nargs);
    Value v = nargs == 0 ? float_new(vm, 0.0) : float_convert(vm, args[0]);
    if (v == VALUE_NULL || (type == TYPE(vm, float) && type_of(vm, v) == type)) return v;
    double d = float_value(v);
    value_release(vm, v);
    if (type == TYPE(vm, float)) return float_new(vm, d);
    Float *f = object_new(vm, type, 0);
    if (f == NULL) return VALUE_NULL;
    f->value = d;
    return obj_value(f);
}

extern const MethodDef float_methods[];
extern const GetSetDef float_getset[];
extern const TypeDef type_float_def;

const TypeDef type_float_def = {
    .name = "float",
    .size = sizeof(Float),
    .flags = TYPE_BASE | TYPE_IS_FLOAT | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "Convert a string or number to a floating-point number, if possible.",
    .slots = {.repr = float_repr_slot,
              .hash = float_hash_slot,
              .compare = float_compare,
              .binary = float_binary,
              .unary = float_unary,
              .truth = float_truth,
              .as_float = float_as_float,
              .new = float_type_new},
    .methods = float_methods,
    .getset = float_getset,
};
