/* float_methods.c: the methods of float. */
#include "bigint.h"
#include "number.h"

#include <math.h>

extern const MethodDef float_methods[];
extern const GetSetDef float_getset[];

#define UNUSED_ARGS (void)args, (void)nargs, (void)kwnames

bool float_ratio(Vm *vm, double d, Value *numerator, Value *denominator) {
    int exponent;
    double m = frexp(d, &exponent);
    for (int i = 0; i < 300 && m != floor(m); i++) {
        m *= 2.0;
        exponent--;
    }
    *denominator = VALUE_NULL;
    Value n = int_from_double(vm, m);
    if (n != VALUE_NULL && exponent > 0) {
        *numerator = int_shift_left(vm, n, (uint32_t)exponent);
        value_release(vm, n);
    } else {
        *numerator = n;
    }
    if (*numerator == VALUE_NULL) return false;
    *denominator = exponent < 0 ? int_shift_left(vm, value_small(1), (uint32_t)-exponent) : value_small(1);
    if (*denominator != VALUE_NULL) return true;
    value_release(vm, *numerator);
    return false;
}

static Value float_as_integer_ratio(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    double d = float_value(self);
    if (d != d) return raise_error(vm, T_ValueError, "cannot convert NaN to integer ratio");
    if (d - d != 0) return raise_error(vm, T_OverflowError, "cannot convert Infinity to integer ratio");
    Value n, m;
    if (!float_ratio(vm, d, &n, &m)) return VALUE_NULL;
    Tuple *pair = tuple_pack(vm, 2, n, m);
    value_release(vm, n);
    value_release(vm, m);
    return pair == NULL ? VALUE_NULL : obj_value(pair);
}

static Value float_is_integer(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    (void)vm;
    double d = float_value(self);
    return value_bool(d - d == 0 && floor(d) == d);
}

static Value float_itself(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return float_new(vm, float_value(self));
}

static Value float_trunc(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return int_from_double(vm, float_value(self));
}

static Value float_floor(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return int_from_double(vm, floor(float_value(self)));
}

static Value float_ceil(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    return int_from_double(vm, ceil(float_value(self)));
}

static Value float_round_method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    double d = float_value(self);
    if (nargs == 0 || value_is_none(args[0])) {
        double whole = round(d);
        if (fabs(d - whole) == 0.5) whole = 2.0 * round(d / 2.0);
        return int_from_double(vm, whole);
    }
    int64_t ndigits;
    if (!object_as_index(vm, args[0], &ndigits, INDEX_CLIPPED)) return VALUE_NULL;
    return float_round(vm, d, ndigits);
}

static Value float_format(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    if (!is_str(args[0])) {
        return raise_error(vm, T_TypeError, "__format__() argument must be str, not %B", args[0]);
    }
    return format_value(vm, self, AS(Str, args[0]));
}

static Value float_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    Value v = float_new(vm, float_value(self));
    Tuple *t = v == VALUE_NULL ? NULL : tuple_pack(vm, 1, v);
    value_release(vm, v);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

/* ---- hexadecimal */

static Value float_hex(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    double d = float_value(self);
    char text[40], *out = text;
    if (d - d != 0) return object_repr(vm, self);
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    if (bits >> 63) *out++ = '-';
    uint64_t mantissa = bits & 0xFFFFFFFFFFFFFu;
    int field = (int)(bits >> 52 & 0x7FF), exponent = field == 0 ? -1022 : field - 1023;
    Str *s;
    if (d == 0) {
        s = str_format(vm, "%s0x0.0p+0", bits >> 63 ? "-" : "");
    } else {
        *out++ = '0';
        *out++ = 'x';
        *out++ = field == 0 ? '0' : '1';
        *out++ = '.';
        for (int shift = 48; shift >= 0; shift -= 4) *out++ = "0123456789abcdef"[mantissa >> shift & 15];
        *out = 0;
        s = str_format(vm, "%sp%s%d", text, exponent < 0 ? "-" : "+", exponent < 0 ? -exponent : exponent);
    }
    return s == NULL ? VALUE_NULL : obj_value(s);
}

static int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

typedef struct HexScan {
    Digit mantissa[2]; /* the first 15 digits or so */
    bool any, sticky;
    int64_t exponent;
} HexScan;

static void hex_add(HexScan *h, int digit, bool fraction) {
    h->any = true;
    if (fraction) h->exponent -= 4;
    if (h->mantissa[1] >> 28 != 0) {
        if (digit != 0) h->sticky = true;
        h->exponent += 4;
        return;
    }
    h->mantissa[1] = h->mantissa[1] << 4 | h->mantissa[0] >> 28;
    h->mantissa[0] = h->mantissa[0] << 4 | (Digit)digit;
}

/* p, a sign, digits; false when malformed. */
static bool hex_exponent(const char *at, const char *end, HexScan *h) {
    if (at == end) return true;
    if ((*at++ | 0x20) != 'p') return false;
    bool negative = at < end && *at == '-';
    if (at < end && (*at == '-' || *at == '+')) at++;
    if (at == end) return false;
    int64_t value = 0;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9') return false;
        if (value < 100000000) value = value * 10 + (*at - '0');
    }
    h->exponent += negative ? -value : value;
    return true;
}

static bool hex_parse(const char *at, const char *end, HexScan *h) {
    if (end - at >= 2 && at[0] == '0' && (at[1] | 0x20) == 'x') at += 2;
    for (; at < end && hex_digit(*at) >= 0; at++) hex_add(h, hex_digit(*at), false);
    if (at < end && *at == '.') {
        for (at++; at < end && hex_digit(*at) >= 0; at++) hex_add(h, hex_digit(*at), true);
    }
    return h->any && hex_exponent(at, end, h);
}

static bool word_is(const char *at, const char *end, const char *word) {
    for (; at < end && *word != 0; at++, word++) {
        if ((*at | 0x20) != *word) return false;
    }
    return at == end && *word == 0;
}

static Value hex_to_float(Vm *vm, const char *at, const char *end) {
    while (at < end && (*at == ' ' || (*at >= '\t' && *at <= '\r'))) at++;
    while (at < end && (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))) end--;
    bool negative = at < end && *at == '-', overflow = false;
    if (at < end && (*at == '-' || *at == '+')) at++;
    double d;
    HexScan h = {0};
    if (word_is(at, end, "inf") || word_is(at, end, "infinity")) {
        d = __builtin_inf();
    } else if (word_is(at, end, "nan")) {
        d = __builtin_nan("");
    } else if (!hex_parse(at, end, &h)) {
        return raise_error(vm, T_ValueError, "invalid hexadecimal floating-point string");
    } else {
        d = mag_to_double(h.mantissa, mag_trim(h.mantissa, 2), h.exponent, h.sticky, &overflow);
        if (overflow) return raise_error(vm, T_OverflowError, "hexadecimal value too large to represent as a float");
    }
    return float_new(vm, negative ? -d : d);
}

/* self is the class; subclasses get an instance of theirs. */
static Value of_class(Vm *vm, Value cls, Value v) {
    if (v == VALUE_NULL || value_obj(cls) == (Obj *)TYPE(vm, float)) return v;
    Value r = call_value(vm, cls, &v, 1, NULL);
    value_release(vm, v);
    return r;
}

static Value float_fromhex(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    if (!is_str(args[0])) {
        return raise_error(vm, T_TypeError, "bad argument type for built-in operation");
    }
    size_t length;
    const char *text = str_utf8(vm, AS(Str, args[0]), &length);
    return text == NULL ? VALUE_NULL : of_class(vm, self, hex_to_float(vm, text, text + length));
}

static Value float_from_number(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    UNUSED_ARGS;
    double d;
    if (!object_as_double(vm, args[0], &d)) return VALUE_NULL;
    return of_class(vm, self, float_new(vm, d));
}

static Value get_real(Vm *vm, Value self) {
    return float_new(vm, float_value(self));
}

static Value get_imag(Vm *vm, Value self) {
    (void)self;
    return float_new(vm, 0.0);
}

const MethodDef float_methods[] = {
    {"as_integer_ratio", float_as_integer_ratio, 0, 0, false, METHOD_PLAIN, NULL},
    {"is_integer", float_is_integer, 0, 0, false, METHOD_PLAIN, NULL},
    {"conjugate", float_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"hex", float_hex, 0, 0, false, METHOD_PLAIN, NULL},
    {"fromhex", float_fromhex, 1, 1, false, METHOD_CLASS, NULL},
    {"from_number", float_from_number, 1, 1, false, METHOD_CLASS, NULL},
    {"__int__", float_trunc, 0, 0, false, METHOD_PLAIN, NULL},
    {"__trunc__", float_trunc, 0, 0, false, METHOD_PLAIN, NULL},
    {"__floor__", float_floor, 0, 0, false, METHOD_PLAIN, NULL},
    {"__ceil__", float_ceil, 0, 0, false, METHOD_PLAIN, NULL},
    {"__round__", float_round_method, 0, 1, false, METHOD_PLAIN, NULL},
    {"__format__", float_format, 1, 1, false, METHOD_PLAIN, NULL},
    {"__getnewargs__", float_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

const GetSetDef float_getset[] = {
    {"real", get_real, NULL, NULL},
    {"imag", get_imag, NULL, NULL},
    {NULL, NULL, NULL, NULL},
};
