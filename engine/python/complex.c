/* complex.c: complex numbers: arithmetic, text, construction. Mixed with a real number they are handled part by part,
 * so that signed zeros and infinities come out as in CPython 3.14.
 */
#include "number.h"
#include "text.h"

#include <math.h>

extern const TypeDef type_complex_def;

Value complex_new(Vm *vm, double real, double imag) {
    Complex *c = object_new(vm, TYPE(vm, complex), 0);
    if (c == NULL) return VALUE_NULL;
    c->real = real;
    c->imag = imag;
    return obj_value(c);
}

/* An operand: a complex number, or a real one (imag is 0 then). */
typedef struct Operand {
    double re, im;
    bool real_only;
} Operand;

/* 1, 0: no number, -1: error. */
static int operand(Vm *vm, Value v, Operand *out) {
    *out = (Operand){0, 0, true};
    if (!is_complex(vm, v)) return number_as_double(vm, v, &out->re);
    *out = (Operand){AS(Complex, v)->real, AS(Complex, v)->imag, false};
    return 1;
}

/* ---- arithmetic */

/* By Smith's method, which scales by the larger part of the divisor. A real number has no part that could add to
 * another, not even a zero with its sign. */
static Operand plain_quotient(Operand a, Operand b) {
    bool real = a.real_only;
    if (fabs(b.re) >= fabs(b.im)) {
        double ratio = b.im / b.re, scale = b.re + b.im * ratio;
        if (real) return (Operand){a.re / scale, (-a.re * ratio) / scale, false};
        return (Operand){(a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale, false};
    }
    double ratio = b.re / b.im, scale = b.re * ratio + b.im;
    if (real) return (Operand){(a.re * ratio) / scale, -a.re / scale, false};
    return (Operand){(a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale, false};
}

/* The part of a number that is infinite, as 1, the rest as 0, with their signs. */
static double infinite_part(double part) {
    return copysign(isinf(part) ? 1.0 : 0.0, part);
}

/* Where that is not a number, but infinite by finite or finite by infinite, it is infinite or zero (C11, G.5.1). */
static Operand quotient(Operand a, Operand b) {
    if (b.real_only) return (Operand){a.re / b.re, a.im / b.re, false};
    Operand q = plain_quotient(a, b);
    if (!isnan(q.re) || !isnan(q.im)) return q;
    if (a.real_only) a.im = 0;
    bool a_finite = isfinite(a.re) && isfinite(a.im), b_finite = isfinite(b.re) && isfinite(b.im);
    if ((isinf(a.re) || isinf(a.im)) && b_finite) {
        double x = infinite_part(a.re), y = infinite_part(a.im);
        return (Operand){INFINITY * (x * b.re + y * b.im), INFINITY * (y * b.re - x * b.im), false};
    }
    if ((isinf(b.re) || isinf(b.im)) && a_finite) {
        double x = infinite_part(b.re), y = infinite_part(b.im);
        if (a.real_only) return (Operand){0.0 * (a.re * x), 0.0 * (-a.re * y), false};
        return (Operand){0.0 * (a.re * x + a.im * y), 0.0 * (a.im * x - a.re * y), false};
    }
    return q;
}

static Value divide(Vm *vm, Operand a, Operand b) {
    if (b.re == 0 && b.im == 0) return raise_zero_division(vm);
    Operand q = quotient(a, b);
    return complex_new(vm, q.re, q.im);
}

static bool boxed(Operand *a, Operand *other) {
    if (!isinf(a->re) && !isinf(a->im)) return false;
    *a = (Operand){infinite_part(a->re), infinite_part(a->im), false};
    if (isnan(other->re)) other->re = copysign(0.0, other->re);
    if (isnan(other->im)) other->im = copysign(0.0, other->im);
    return true;
}

static double zero_if_nan(double x) {
    return isnan(x) ? copysign(0.0, x) : x;
}

/* Where that is not a number, but a factor or a product of parts is infinite, it is infinite (C11, G.5.1). */
static Operand infinite_product(Operand a, Operand b, Operand plain) {
    bool overflow = isinf(a.re * b.re) || isinf(a.im * b.im) || isinf(a.re * b.im) || isinf(a.im * b.re);
    bool again = boxed(&a, &b);
    again = boxed(&b, &a) || again;
    if (!again && overflow) {
        a = (Operand){zero_if_nan(a.re), zero_if_nan(a.im), false};
        b = (Operand){zero_if_nan(b.re), zero_if_nan(b.im), false};
        again = true;
    }
    if (!again) return plain;
    return (Operand){INFINITY * (a.re * b.re - a.im * b.im), INFINITY * (a.re * b.im + a.im * b.re), false};
}

static Operand product(Operand a, Operand b) {
    Operand r = {a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re, false};
    return isnan(r.re) && isnan(r.im) ? infinite_product(a, b, r) : r;
}

static Value multiply(Vm *vm, Operand a, Operand b) {
    if (a.real_only) return complex_new(vm, a.re * b.re, a.re * b.im);
    if (b.real_only) return complex_new(vm, a.re * b.re, a.im * b.re);
    Operand r = product(a, b);
    return complex_new(vm, r.re, r.im);
}

static Operand whole_power(Operand base, int n) {
    Operand r = {1, 0, false}, one = {1, 0, false};
    for (int left = n < 0 ? -n : n; left != 0; left >>= 1) {
        if (left & 1) r = product(r, base);
        base = product(base, base);
    }
    return n < 0 ? quotient(one, r) : r;
}

static Operand polar_power(Operand a, Operand b) {
    double length = pow(hypot(a.re, a.im), b.re), angle = atan2(a.im, a.re), turn = angle * b.re;
    if (b.im != 0) {
        length *= exp(-angle * b.im);
        turn += b.im * log(hypot(a.re, a.im));
    }
    return (Operand){length * cos(turn), length * sin(turn), false};
}

static Value power(Vm *vm, Operand a, Operand b) {
    a.real_only = b.real_only = false;
    if (b.re == 0 && b.im == 0) return complex_new(vm, 1, 0);
    if (a.re == 0 && a.im == 0) {
        if (b.im != 0 || b.re < 0) {
            return raise_error(vm, T_ZeroDivisionError, "zero to a negative or complex power");
        }
        return complex_new(vm, 0, 0);
    }
    bool whole = b.im == 0 && b.re == floor(b.re) && fabs(b.re) <= 100;
    Operand r = whole ? whole_power(a, (int)b.re) : polar_power(a, b);
    if (r.re - r.re != 0 || r.im - r.im != 0) return raise_error(vm, T_OverflowError, "complex exponentiation");
    return complex_new(vm, r.re, r.im);
}

Value complex_power(Vm *vm, double ar, double ai, double br, double bi) {
    return power(vm, (Operand){ar, ai, false}, (Operand){br, bi, false});
}

static Value complex_binary(Vm *vm, int op, Value x, Value y) {
    Operand a, b;
    int known = operand(vm, x, &a);
    if (known == 1) known = operand(vm, y, &b);
    if (known != 1) return known == 0 ? VALUE_NOT_IMPLEMENTED : VALUE_NULL;
    switch (op) {
    case BINARY_ADD: return complex_new(vm, a.re + b.re, a.real_only ? b.im : b.real_only ? a.im : a.im + b.im);
    case BINARY_SUB: return complex_new(vm, a.re - b.re, a.real_only ? -b.im : b.real_only ? a.im : a.im - b.im);
    case BINARY_MUL: return multiply(vm, a, b);
    case BINARY_TRUEDIV: return divide(vm, a, b);
    case BINARY_POW: return power(vm, a, b);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}

static Value complex_unary(Vm *vm, int op, Value self) {
    const Complex *c = AS(Complex, self);
    switch (op) {
    case UNARY_NEG: return complex_new(vm, -c->real, -c->imag);
    case UNARY_POS: return complex_new(vm, c->real, c->imag);
    case UNARY_ABS: return float_new(vm, hypot(c->real, c->imag));
    default: return raise_error(vm, T_TypeError, "bad operand type for unary ~: '%T'", self);
    }
}

static Value complex_compare(Vm *vm, Value self, Value other, int op) {
    const Complex *c = AS(Complex, self);
    bool equal;
    if (op != COMPARE_EQ && op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    if (is_complex(vm, other)) {
        equal = c->real == AS(Complex, other)->real && c->imag == AS(Complex, other)->imag;
    } else if (is_float(other)) {
        equal = c->imag == 0 && c->real == float_value(other);
    } else if (is_int(other)) {
        equal = c->imag == 0 && int_compare_double(other, c->real) == 0;
    } else {
        return VALUE_NOT_IMPLEMENTED;
    }
    return value_bool(equal == (op == COMPARE_EQ));
}

static bool complex_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    uint64_t mixed =
        (uint64_t)float_hash(AS(Complex, self)->real) + 1000003u * (uint64_t)float_hash(AS(Complex, self)->imag);
    *hash = (int64_t)mixed == -1 ? -2 : (int64_t)mixed;
    return true;
}

static int complex_truth(Vm *vm, Value self) {
    (void)vm;
    return AS(Complex, self)->real != 0 || AS(Complex, self)->imag != 0;
}

/* ---- text */

static bool put_part(StrBuilder *b, double d, bool sign, const FormatSpec *spec) {
    size_t length, size;
    FloatStyle plain = {.type = 'r', .alternate = spec != NULL && spec->alternate};
    FormatSpec general; /* a precision alone: as g, where a float would keep a ".0" */
    if (spec != NULL && spec->type == 0 && spec->precision >= 0) {
        general = *spec;
        general.type = 'g';
        spec = &general;
    }
    if (spec != NULL && spec->no_negative_zero && d == 0) d = 0;
    char *text = spec != NULL && (spec->type != 0 || spec->precision >= 0)
                     ? format_float_text(b->vm, d, spec, &length, &size)
                     : float_to_text(b->vm, d, &plain, &length, &size);
    if (text == NULL) return false;
    FormatSpec bare = {.fill = ' ', .align = '>', .width = -1, .precision = -1, .sign = sign ? '+' : 0};
    if (spec != NULL) {
        bare.thousands = spec->thousands;
        bare.fraction_thousands = spec->fraction_thousands;
        if (!sign) bare.sign = spec->sign;
    }
    format_number(b, &bare, text, length, "");
    mem_free(b->vm->mem, text, size);
    return true;
}

/* The real part is left out when it is +0 and nobody asked for a presentation type. */
static bool put_complex(StrBuilder *b, const Complex *c, const FormatSpec *spec) {
    bool with_real = c->real != 0 || signbit(c->real) || (spec != NULL && spec->type != 0);
    bool parens = with_real && (spec == NULL || spec->type == 0);
    if (parens) builder_char(b, '(');
    if (with_real && !put_part(b, c->real, false, spec)) return false;
    if (!put_part(b, c->imag, with_real, spec)) return false;
    builder_c(b, parens ? "j)" : "j");
    return true;
}

static Value complex_repr(Vm *vm, Value self) {
    StrBuilder b;
    builder_init(&b, vm);
    if (put_complex(&b, AS(Complex, self), NULL)) return str_value(builder_finish(&b));
    builder_drop(&b);
    return VALUE_NULL;
}

Value format_complex(Vm *vm, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_spec_parse(vm, v, text, 0, '>', &spec)) return VALUE_NULL;
    if (spec.type > 127 || (spec.type != 0 && strchr("eEfFgGn", (int)spec.type) == NULL)) {
        return raise_format_code(vm, spec.type, v);
    }
    if (spec.fill == '0') {
        return raise_error(vm, T_ValueError, "Zero padding is not allowed in complex format specifier");
    }
    if (spec.align == '=') {
        return raise_error(vm, T_ValueError, "'=' alignment flag is not allowed in complex format specifier");
    }
    if (!width_fits(vm, spec.width)) return VALUE_NULL;
    StrBuilder b;
    builder_init(&b, vm);
    if (!put_complex(&b, AS(Complex, v), &spec)) {
        builder_drop(&b);
        return VALUE_NULL;
    }
    Str *s = builder_finish(&b);
    int64_t left_over = s == NULL ? 0 : spec.width - s->length;
    if (left_over <= 0) return str_value(s);
    int64_t before = spec.align == '>' ? left_over : spec.align == '^' ? left_over / 2 : 0;
    builder_init(&b, vm);
    builder_repeat(&b, spec.fill, (uint32_t)before);
    builder_str(&b, s);
    builder_repeat(&b, spec.fill, (uint32_t)(left_over - before));
    obj_release(vm, s);
    return str_value(builder_finish(&b));
}

/* ---- construction */

static bool is_j(char c) {
    return c == 'j' || c == 'J';
}

/* The length of a word in small letters that the text begins with, in letters of any size; 0: it does not. */
static size_t scan_word(const char *text, size_t length, const char *word) {
    size_t n = strlen(word);
    for (size_t i = 0; i < n; i++)
        if (i == length || (text[i] | 0x20) != word[i]) return 0;
    return n;
}

/* A float with its sign; 0: none. */
static size_t scan_signed(const char *text, size_t length, double *d) {
    size_t sign = length > 0 && (text[0] == '-' || text[0] == '+'), n;
    const char *from = text + sign;
    *d = __builtin_inf();
    n = scan_word(from, length - sign, "infinity");
    if (n == 0) n = scan_word(from, length - sign, "inf");
    if (n == 0) {
        n = scan_word(from, length - sign, "nan");
        *d = __builtin_nan("");
    }
    if (n == 0) n = float_scan(from, length - sign, d);
    if (n == 0) return 0;
    if (sign != 0 && text[0] == '-') *d = -*d;
    return n + sign;
}

/* The imaginary part's number may be left out: "1+j". */
static bool parse_imaginary(const char *text, size_t length, double *imag) {
    if (length == 0 || !is_j(text[length - 1])) return false;
    length--;
    if (length == 0 || (length == 1 && (text[0] == '+' || text[0] == '-'))) {
        *imag = length == 1 && text[0] == '-' ? -1 : 1;
        return true;
    }
    return scan_signed(text, length, imag) == length;
}

static bool complex_parse(const char *text, size_t length, double *real, double *imag) {
    while (length > 0 && text[0] == ' ') text++, length--;
    while (length > 0 && text[length - 1] == ' ') length--;
    if (length >= 2 && text[0] == '(' && text[length - 1] == ')') text++, length -= 2;
    while (length > 0 && text[0] == ' ') text++, length--;
    while (length > 0 && text[length - 1] == ' ') length--;
    *real = *imag = 0;
    if (parse_imaginary(text, length, imag)) return true;
    size_t n = scan_signed(text, length, real);
    if (n == 0) return false;
    if (n == length) return true;
    return (text[n] == '+' || text[n] == '-') && parse_imaginary(text + n, length - n, imag);
}

static Value complex_from_str(Vm *vm, Str *s) {
    size_t length, size;
    char *text = number_text(vm, s, &length, &size);
    if (text == NULL) return VALUE_NULL;
    for (size_t i = 0; i < length; i++) {
        if (text[i] >= '\t' && text[i] <= '\r') text[i] = ' ';
    }
    double real, imag;
    bool spelled = number_drop_underscores(text, length, text, &length);
    bool good = spelled && complex_parse(text, length, &real, &imag);
    mem_free(vm->mem, text, size);
    if (!spelled) return raise_error(vm, T_ValueError, "could not convert string to complex: %R", obj_value(s));
    return good ? complex_new(vm, real, imag) : raise_error(vm, T_ValueError, "complex() arg is a malformed string");
}

/* 1: by __complex__; 0: it has none; -1: error. */
static int by_special_method(Vm *vm, Value v, Operand *out) {
    bool found;
    if (type_of(vm, v) == TYPE(vm, complex)) return operand(vm, v, out);
    Value r = call_special(vm, v, NAME(vm, __complex__), NULL, 0, &found);
    if (!found) return 0;
    r = number_checked(vm, VALUE_NULL, "__complex__", T_complex, r);
    if (r == VALUE_NULL) return -1;
    operand(vm, r, out);
    value_release(vm, r);
    return 1;
}

/* The same results: by __float__ or __index__. */
static int as_real(Vm *vm, Value v, Operand *out) {
    bool known;
    Value f = float_of_number(vm, v, &known);
    if (!known) return 0;
    if (f == VALUE_NULL) return -1;
    *out = (Operand){float_value(f), 0, true};
    value_release(vm, f);
    return 1;
}

static bool is_real(Vm *vm, Value v) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    return slots->as_float != NULL || slots->as_int != NULL;
}

static bool convert_only(Vm *vm, Value v, Operand *out) {
    int known = by_special_method(vm, v, out);
    if (known == 0 && is_real(vm, v)) known = object_as_double(vm, v, &out->re) ? 1 : -1;
    if (known == 0) raise_error(vm, T_TypeError, "complex() argument must be a string or a number, not %T", v);
    return known == 1;
}

/* A complex number for a part is on its way out: of the real part its __complex__ counts, of the other its value. */
static bool convert_part(Vm *vm, Value v, const char *name, Operand *out) {
    bool real = is_real(vm, v);
    int known = *name == 'r' ? by_special_method(vm, v, out) : is_complex(vm, v) ? operand(vm, v, out) : 0;
    if (known == 1 && !real)
        return warn(vm, T_DeprecationWarning, "complex() argument '%s' must be a real number, not %T", name, v);
    if (known == 0) known = as_real(vm, v, out);
    if (known == 0) raise_error(vm, T_TypeError, "complex() argument '%s' must be a real number, not %T", name, v);
    return known == 1;
}

static bool convert_parts(Vm *vm, const Value *given, Operand *a, Operand *b) {
    if (given[0] != VALUE_NULL && !convert_part(vm, given[0], "real", a)) return false;
    return given[1] == VALUE_NULL || convert_part(vm, given[1], "imag", b);
}

static Value complex_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"real", "imag", NULL};
    static const ArgSpec spec = {"complex", names, 0, 2, 0};
    Value given[2];
    Operand a = {0, 0, true}, b = {0, 0, true};
    if (!args_bind(vm, &spec, args, nargs, kwnames, given)) return VALUE_NULL;
    bool only = nargs == 1 && (kwnames == NULL || kwnames->length == 0);
    if (only && is_str(given[0])) {
        Value v = complex_from_str(vm, AS(Str, given[0]));
        if (v == VALUE_NULL || type == TYPE(vm, complex)) return v;
        operand(vm, v, &a);
        value_release(vm, v);
    } else if (only ? !convert_only(vm, given[0], &a) : !convert_parts(vm, given, &a, &b)) {
        return VALUE_NULL;
    }
    Complex *c = object_new(vm, type, 0);
    if (c == NULL) return VALUE_NULL;
    c->real = a.re - b.im;
    c->imag = a.real_only ? b.re : a.im + b.re;
    return obj_value(c);
}

/* ---- methods */

static Value complex_conjugate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return complex_new(vm, AS(Complex, self)->real, -AS(Complex, self)->imag);
}

static Value complex_itself(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return complex_new(vm, AS(Complex, self)->real, AS(Complex, self)->imag);
}

static Value complex_getnewargs(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Value real = float_new(vm, AS(Complex, self)->real), imag = float_new(vm, AS(Complex, self)->imag);
    Tuple *t = real == VALUE_NULL || imag == VALUE_NULL ? NULL : tuple_pack(vm, 2, real, imag);
    value_release(vm, real);
    value_release(vm, imag);
    return t == NULL ? VALUE_NULL : obj_value(t);
}

static Value complex_from_number(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    Operand number = {0, 0, true};
    int known = by_special_method(vm, args[0], &number);
    if (known < 0 || (known == 0 && !object_as_double(vm, args[0], &number.re))) return VALUE_NULL;
    Value made = complex_new(vm, number.re, number.im);
    if (made == VALUE_NULL || self == obj_value(TYPE(vm, complex))) return made;
    Value of_class = call_value(vm, self, &made, 1, NULL);
    value_release(vm, made);
    return of_class;
}

static Value complex_format(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "__format__() argument must be str, not %B", args[0]);
    return format_value(vm, self, AS(Str, args[0]));
}

static Value get_real(Vm *vm, Value self) {
    return float_new(vm, AS(Complex, self)->real);
}

static Value get_imag(Vm *vm, Value self) {
    return float_new(vm, AS(Complex, self)->imag);
}

static const MethodDef methods[] = {
    {"conjugate", complex_conjugate, 0, 0, false, METHOD_PLAIN, NULL},
    {"__getnewargs__", complex_getnewargs, 0, 0, false, METHOD_PLAIN, NULL},
    {"__complex__", complex_itself, 0, 0, false, METHOD_PLAIN, NULL},
    {"from_number", complex_from_number, 1, 1, false, METHOD_CLASS, NULL},
    {"__format__", complex_format, 1, 1, false, METHOD_PLAIN, NULL},
    {NULL, NULL, 0, 0, false, METHOD_PLAIN, NULL},
};

static const GetSetDef getset[] = {
    {"real", get_real, set_readonly, NULL},
    {"imag", get_imag, set_readonly, NULL},
    {NULL, NULL, NULL, NULL},
};

const TypeDef type_complex_def = {
    .name = "complex",
    .size = sizeof(Complex),
    .flags = TYPE_BASE | TYPE_IMMUTABLE | TYPE_AGAIN,
    .doc = "Create a complex number from a string or numbers.",
    .slots = {.repr = complex_repr,
              .hash = complex_hash,
              .compare = complex_compare,
              .binary = complex_binary,
              .unary = complex_unary,
              .truth = complex_truth,
              .new = complex_type_new},
    .methods = methods,
    .getset = getset,
};
