/* module_math.c: the module math: functions of one or two floats, with the errors of CPython 3.14. */
#include "module_math.h"
#include "modules.h"
#include <math.h>

#define PI 3.14159265358979323846

enum { FINITE, MAY_OVERFLOW };

static Value domain_error(Vm *vm, const char *expected, double x) {
    if (expected == NULL) return raise_error(vm, T_ValueError, "math domain error");
    Value v = float_new(vm, x);
    if (v == VALUE_NULL) return VALUE_NULL;
    raise_error(vm, T_ValueError, "%s, got %R", expected, v);
    value_release(vm, v);
    return VALUE_NULL;
}

static Value range_error(Vm *vm) {
    return raise_error(vm, T_OverflowError, "math range error");
}

/* A NaN that comes from a number, or an infinity that no overflow explains, is a domain error. */
static Value unary(Vm *vm, Value arg, double (*fn)(double), int overflow, const char *expected) {
    double x;
    if (!object_as_double(vm, arg, &x)) return VALUE_NULL;
    double r = fn(x);
    if (isnan(r) && !isnan(x)) return domain_error(vm, expected, x);
    if (isinf(r) && isfinite(x)) return overflow == MAY_OVERFLOW ? range_error(vm) : domain_error(vm, expected, x);
    return float_new(vm, r);
}

#define UNARY(name, fn, overflow, expected)                                                                            \
    static NATIVE(math_##name) {                                                                                       \
        UNUSED_ARGS;                                                                                                   \
        return unary(vm, args[0], fn, overflow, expected);                                                             \
    }
UNARY(acos, acos, FINITE, "expected a number in range from -1 up to 1")
UNARY(acosh, acosh, FINITE, "expected argument value not less than 1")
UNARY(asin, asin, FINITE, "expected a number in range from -1 up to 1")
UNARY(asinh, asinh, FINITE, NULL)
UNARY(atan, atan, FINITE, NULL)
UNARY(atanh, atanh, FINITE, "expected a number between -1 and 1")
UNARY(cbrt, cbrt, FINITE, NULL)
UNARY(cos, cos, FINITE, "expected a finite input")
UNARY(cosh, cosh, MAY_OVERFLOW, NULL)
UNARY(erf, erf, FINITE, NULL)
UNARY(erfc, erfc, FINITE, NULL)
UNARY(exp, exp, MAY_OVERFLOW, NULL)
UNARY(exp2, exp2, MAY_OVERFLOW, NULL)
UNARY(expm1, expm1, MAY_OVERFLOW, NULL)
UNARY(fabs, fabs, FINITE, NULL)
UNARY(log1p, log1p, FINITE, "expected argument value > -1")
UNARY(sin, sin, FINITE, "expected a finite input")
UNARY(sinh, sinh, MAY_OVERFLOW, NULL)
UNARY(sqrt, sqrt, FINITE, "expected a nonnegative input")
UNARY(tan, tan, FINITE, "expected a finite input")
UNARY(tanh, tanh, FINITE, NULL)

static double to_degrees(double x) {
    return x * (180.0 / PI);
}
static double to_radians(double x) {
    return x * (PI / 180.0);
}
UNARY(degrees, to_degrees, FINITE, NULL)
UNARY(radians, to_radians, FINITE, NULL)

static bool is_pole(double x) { /* of the gamma function */
    return x <= 0 && x == floor(x);
}

static Value gamma_like(Vm *vm, Value arg, double (*fn)(double), bool negative_infinity) {
    double x;
    if (!object_as_double(vm, arg, &x)) return VALUE_NULL;
    if (isinf(x) && x < 0 && !negative_infinity) return float_new(vm, INFINITY);
    if (is_pole(x)) return domain_error(vm, "expected a noninteger or positive integer", x);
    double r = fn(x);
    return isinf(r) && isfinite(x) ? range_error(vm) : float_new(vm, r);
}

static NATIVE(math_gamma) {
    UNUSED_ARGS;
    return gamma_like(vm, args[0], math_gamma_of, true);
}

static NATIVE(math_lgamma) {
    UNUSED_ARGS;
    return gamma_like(vm, args[0], math_lgamma_of, false);
}

/* ---- logarithms, of ints of any size too */

static bool log_of(Vm *vm, Value v, double (*fn)(double), double *result) {
    if (!is_int(v)) {
        double x;
        if (!object_as_double(vm, v, &x)) return false;
        if (x <= 0) {
            domain_error(vm, "expected a positive input", x);
            return false;
        }
        *result = fn(x);
        return true;
    }
    if (int_sign(v) <= 0) {
        raise_error(vm, T_ValueError, "expected a positive input");
        return false;
    }
    bool overflow = false;
    double x = int_as_double(vm, v, &overflow);
    if (!overflow) {
        *result = fn(x);
        return true;
    }
    int64_t shift = int_bit_length(v) - 64;
    Value top = int_binary(vm, BINARY_RSHIFT, v, value_small(shift));
    if (top == VALUE_NULL) return false;
    *result = fn(int_as_double(vm, top, &overflow)) + fn(2.0) * (double)shift;
    value_release(vm, top);
    return true;
}

static NATIVE(math_log) {
    UNUSED_ARGS;
    double x, base;
    if (!log_of(vm, args[0], log, &x)) return VALUE_NULL;
    if (nargs == 1) return float_new(vm, x);
    if (!log_of(vm, args[1], log, &base)) return VALUE_NULL;
    if (base == 0) return raise_error(vm, T_ZeroDivisionError, "division by zero");
    return float_new(vm, x / base);
}

static NATIVE(math_log2) {
    UNUSED_ARGS;
    double x;
    return log_of(vm, args[0], log2, &x) ? float_new(vm, x) : VALUE_NULL;
}

static NATIVE(math_log10) {
    UNUSED_ARGS;
    double x;
    return log_of(vm, args[0], log10, &x) ? float_new(vm, x) : VALUE_NULL;
}

/* ---- two arguments */

static bool two(Vm *vm, const Value *args, double *x, double *y) {
    return object_as_double(vm, args[0], x) && object_as_double(vm, args[1], y);
}

static NATIVE(math_atan2) {
    UNUSED_ARGS;
    double x, y;
    return two(vm, args, &y, &x) ? float_new(vm, atan2(y, x)) : VALUE_NULL;
}

static NATIVE(math_copysign) {
    UNUSED_ARGS;
    double x, y;
    return two(vm, args, &x, &y) ? float_new(vm, copysign(x, y)) : VALUE_NULL;
}

static NATIVE(math_fmod) {
    UNUSED_ARGS;
    double x, y;
    if (!two(vm, args, &x, &y)) return VALUE_NULL;
    double r = isinf(y) && isfinite(x) ? x : fmod(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(vm, NULL, 0) : float_new(vm, r);
}

static NATIVE(math_remainder) {
    UNUSED_ARGS;
    double x, y;
    if (!two(vm, args, &x, &y)) return VALUE_NULL;
    double r = isinf(y) && isfinite(x) ? x : remainder(x, y);
    return isnan(r) && !isnan(x) && !isnan(y) ? domain_error(vm, NULL, 0) : float_new(vm, r);
}

static NATIVE(math_pow) {
    UNUSED_ARGS;
    double x, y;
    if (!two(vm, args, &x, &y)) return VALUE_NULL;
    double r = pow(x, y);
    if (isfinite(x) && isfinite(y)) {
        if (isnan(r)) return domain_error(vm, NULL, 0);
        if (isinf(r)) return x == 0 ? domain_error(vm, NULL, 0) : range_error(vm);
    }
    return float_new(vm, r);
}

static NATIVE(math_ldexp) {
    UNUSED_ARGS;
    double x;
    int64_t exponent;
    if (!object_as_double(vm, args[0], &x)) return VALUE_NULL;
    if (!is_int(args[1])) return raise_error(vm, T_TypeError, "Expected an int as second argument to ldexp.");
    if (!int_as_int64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? -100000 : 100000;
    if (x == 0 || !isfinite(x)) return float_new(vm, x);
    double r = ldexp(x, exponent > 100000 ? 100000 : exponent < -100000 ? -100000 : (int)exponent);
    return isinf(r) ? range_error(vm) : float_new(vm, r);
}

static NATIVE(math_fma) {
    UNUSED_ARGS;
    double x, y, z;
    if (!two(vm, args, &x, &y) || !object_as_double(vm, args[2], &z)) return VALUE_NULL;
    double r = fma(x, y, z);
    if (isnan(r) && !isnan(x) && !isnan(y) && !isnan(z))
        return raise_error(vm, T_ValueError, "invalid operation in fma");
    if (isinf(r) && isfinite(x) && isfinite(y) && isfinite(z))
        return raise_error(vm, T_OverflowError, "overflow in fma");
    return float_new(vm, r);
}

static Value pair_of(Vm *vm, Value a, Value b) {
    Value pair = a == VALUE_NULL || b == VALUE_NULL ? VALUE_NULL : obj_value(tuple_pack(vm, 2, a, b));
    value_release(vm, a);
    value_release(vm, b);
    return pair;
}

static NATIVE(math_frexp) {
    UNUSED_ARGS;
    double x;
    int exponent = 0;
    if (!object_as_double(vm, args[0], &x)) return VALUE_NULL;
    if (isfinite(x)) x = frexp(x, &exponent);
    return pair_of(vm, float_new(vm, x), value_small(exponent));
}

static NATIVE(math_modf) {
    UNUSED_ARGS;
    double x, whole;
    if (!object_as_double(vm, args[0], &x)) return VALUE_NULL;
    double part = modf(x, &whole);
    return pair_of(vm, float_new(vm, part), float_new(vm, whole));
}

/* ---- neighbours of a float: floats in order are ints in order */

static int64_t float_order(double x) {
    int64_t bits;
    memcpy(&bits, &x, 8);
    return bits < 0 ? INT64_MIN - bits : bits;
}

static double float_at(int64_t order) {
    int64_t bits = order < 0 ? INT64_MIN - order : order;
    double x;
    memcpy(&x, &bits, 8);
    return x;
}

static double step_towards(double x, double y, uint64_t steps) {
    if (steps == 0 || isnan(x)) return x;
    if (isnan(y) || x == y) return y;
    int64_t from = float_order(x), to = float_order(y);
    uint64_t distance = to > from ? (uint64_t)to - (uint64_t)from : (uint64_t)from - (uint64_t)to;
    if (steps >= distance) return y;
    return float_at(to > from ? from + (int64_t)steps : from - (int64_t)steps);
}

static NATIVE(math_nextafter) {
    (void)self;
    static const char *const names[] = {"x", "y", "steps", NULL};
    static const ArgSpec spec = {"nextafter", names, 2, 2, 2};
    Value out[3];
    double x, y;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !two(vm, out, &x, &y)) return VALUE_NULL;
    if (out[2] == VALUE_NULL || out[2] == VALUE_NONE) return float_new(vm, nextafter(x, y));
    Value steps = object_index(vm, out[2]);
    if (steps == VALUE_NULL) return VALUE_NULL;
    int64_t n = INT64_MAX;
    bool negative = int_sign(steps) < 0;
    if (!int_as_int64(steps, &n)) n = INT64_MAX;
    value_release(vm, steps);
    if (negative) return raise_error(vm, T_ValueError, "steps must be a non-negative integer");
    return float_new(vm, step_towards(x, y, (uint64_t)n));
}

static NATIVE(math_ulp) {
    UNUSED_ARGS;
    double x;
    if (!object_as_double(vm, args[0], &x)) return VALUE_NULL;
    x = fabs(x);
    if (!isfinite(x)) return float_new(vm, x);
    double above = nextafter(x, INFINITY);
    return float_new(vm, isinf(above) ? x - nextafter(x, 0) : above - x);
}

/* ---- whole numbers and tests */

static Value to_whole(Vm *vm, Value v, Str *special, double (*fn)(double)) {
    if (is_int(v) && !has_flag(v, TYPE_IS_INT)) return object_index(vm, v);
    if (!is_float(v)) {
        bool found = false;
        Value r = call_special(vm, v, special, NULL, 0, &found);
        if (found || r != VALUE_NULL || error_is_set(vm)) return r;
    }
    double x;
    if (!object_as_double(vm, v, &x)) return VALUE_NULL;
    return int_from_double(vm, fn(x));
}

static NATIVE(math_floor) {
    UNUSED_ARGS;
    return to_whole(vm, args[0], NAME(vm, __floor__), floor);
}

static NATIVE(math_ceil) {
    UNUSED_ARGS;
    return to_whole(vm, args[0], NAME(vm, __ceil__), ceil);
}

static NATIVE(math_trunc) {
    UNUSED_ARGS;
    if (is_float(args[0])) return int_from_double(vm, float_value(args[0]));
    bool found = false;
    Value r = call_special(vm, args[0], NAME(vm, __trunc__), NULL, 0, &found);
    if (found || r != VALUE_NULL || error_is_set(vm)) return r;
    return raise_error(vm, T_TypeError, "type %T doesn't define __trunc__ method", args[0]);
}

#define TEST(name, test)                                                                                               \
    static NATIVE(math_##name) {                                                                                       \
        UNUSED_ARGS;                                                                                                   \
        double x;                                                                                                      \
        return object_as_double(vm, args[0], &x) ? value_bool(test(x)) : VALUE_NULL;                                   \
    }
TEST(isnan, isnan)
TEST(isinf, isinf)
TEST(isfinite, isfinite)

static NATIVE(math_isclose) {
    (void)self;
    static const char *const names[] = {"a", "b", "rel_tol", "abs_tol", NULL};
    static const ArgSpec spec = {"isclose", names, 0, 2, 2};
    Value out[4];
    double a, b, relative = 1e-9, absolute = 0;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !two(vm, out, &a, &b)) return VALUE_NULL;
    if (out[2] != VALUE_NULL && !object_as_double(vm, out[2], &relative)) return VALUE_NULL;
    if (out[3] != VALUE_NULL && !object_as_double(vm, out[3], &absolute)) return VALUE_NULL;
    if (relative < 0 || absolute < 0) return raise_error(vm, T_ValueError, "tolerances must be non-negative");
    if (a == b) return VALUE_TRUE;
    if (isinf(a) || isinf(b)) return VALUE_FALSE;
    double difference = fabs(b - a);
    return value_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

#define ROW(name, min, max)                                                                                            \
    { #name, math_##name, min, max, false, METHOD_PLAIN, NULL }
static const MethodDef math_functions[] = {
    ROW(acos, 1, 1),
    ROW(acosh, 1, 1),
    ROW(asin, 1, 1),
    ROW(asinh, 1, 1),
    ROW(atan, 1, 1),
    ROW(atanh, 1, 1),
    ROW(cbrt, 1, 1),
    ROW(cos, 1, 1),
    ROW(cosh, 1, 1),
    ROW(erf, 1, 1),
    ROW(erfc, 1, 1),
    ROW(exp, 1, 1),
    ROW(exp2, 1, 1),
    ROW(expm1, 1, 1),
    ROW(fabs, 1, 1),
    ROW(log1p, 1, 1),
    ROW(sin, 1, 1),
    ROW(sinh, 1, 1),
    ROW(sqrt, 1, 1),
    ROW(tan, 1, 1),
    ROW(tanh, 1, 1),
    ROW(degrees, 1, 1),
    ROW(radians, 1, 1),
    ROW(gamma, 1, 1),
    ROW(lgamma, 1, 1),
    ROW(log, 1, 2),
    ROW(log2, 1, 1),
    ROW(log10, 1, 1),
    ROW(atan2, 2, 2),
    ROW(copysign, 2, 2),
    ROW(fmod, 2, 2),
    ROW(remainder, 2, 2),
    ROW(pow, 2, 2),
    ROW(ldexp, 2, 2),
    ROW(fma, 3, 3),
    ROW(frexp, 1, 1),
    ROW(modf, 1, 1),
    ROW(ulp, 1, 1),
    ROW(floor, 1, 1),
    ROW(ceil, 1, 1),
    ROW(trunc, 1, 1),
    ROW(isnan, 1, 1),
    ROW(isinf, 1, 1),
    ROW(isfinite, 1, 1),
    {"nextafter", math_nextafter, 0, 255, true, METHOD_PLAIN, NULL},
    {"isclose", math_isclose, 0, 255, true, METHOD_PLAIN, NULL},
    {0},
};

static bool fill_math(Vm *vm, Module *m) {
    return module_add_functions(vm, m, math_functions) && module_add_functions(vm, m, math_integer_functions) &&
           module_add_functions(vm, m, math_sum_functions) && module_add(vm, m, "pi", float_new(vm, PI)) &&
           module_add(vm, m, "e", float_new(vm, 2.71828182845904523536)) &&
           module_add(vm, m, "tau", float_new(vm, 2 * PI)) && module_add(vm, m, "inf", float_new(vm, INFINITY)) &&
           module_add(vm, m, "nan", float_new(vm, NAN));
}

Value module_init_math(Vm *vm) {
    Module *m = module_new(vm, "math");
    if (m == NULL || fill_math(vm, m)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
