/* math_integer.c: the functions of math that are exact on ints of any size. */
#include "module_math.h"
#include <math.h>

/* a op b where either may be VALUE_NULL (an error before); takes both over. */
static Value op_take(Vm *vm, int op, Value a, Value b) {
    Value r = a == VALUE_NULL || b == VALUE_NULL ? VALUE_NULL : int_binary(vm, op, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return r;
}

/* n * (n-1) * ... * (n-count+1) by halves, so that factors stay of equal size. n is borrowed. */
static Value falling_product(Vm *vm, Value n, int64_t count) {
    if (count <= 0) return value_small(1);
    if (count == 1) return value_retain(n);
    int64_t half = count / 2;
    Value upper = falling_product(vm, n, half);
    Value next = int_binary(vm, BINARY_SUB, n, value_small(half));
    Value lower = next == VALUE_NULL ? VALUE_NULL : falling_product(vm, next, count - half);
    value_release(vm, next);
    return op_take(vm, BINARY_MUL, upper, lower);
}

static NATIVE(math_factorial) {
    UNUSED_ARGS;
    Value n = object_index(vm, args[0]);
    if (n == VALUE_NULL) return VALUE_NULL;
    int sign = int_sign(n);
    int64_t count = 0;
    bool fits = int_as_int64(n, &count) && count <= INT32_MAX;
    Value r;
    if (sign < 0) {
        r = raise_error(vm, T_ValueError, "factorial() not defined for negative values");
    } else if (!fits) {
        r = raise_error(vm, T_OverflowError, "factorial() argument should not exceed %d", INT32_MAX);
    } else {
        r = falling_product(vm, n, count);
    }
    value_release(vm, n);
    return r;
}

/* The arguments n and k of comb and perm as ints, owned. */
static bool n_and_k(Vm *vm, const Value *args, Value *n, Value *k) {
    *k = VALUE_NULL;
    *n = object_index(vm, args[0]);
    if (*n != VALUE_NULL) *k = object_index(vm, args[1]);
    const char *wrong = *k == VALUE_NULL ? NULL : int_sign(*n) < 0 ? "n" : int_sign(*k) < 0 ? "k" : "";
    if (wrong != NULL && *wrong == '\0') return true;
    if (wrong != NULL) raise_error(vm, T_ValueError, "%s must be a non-negative integer", wrong);
    value_release(vm, *n);
    value_release(vm, *k);
    return false;
}

static Value count_choices(Vm *vm, Value n, Value k, bool ordered) {
    if (int_compare(k, n) > 0) return value_small(0);
    Value fewer = ordered ? value_retain(k) : int_binary(vm, BINARY_SUB, n, k);
    if (fewer == VALUE_NULL) return VALUE_NULL;
    if (!ordered && int_compare(k, fewer) < 0) value_set(vm, &fewer, value_retain(k));
    int64_t count;
    bool fits = int_as_int64(fewer, &count);
    value_release(vm, fewer);
    if (!fits)
        return raise_error(vm, T_OverflowError, "%s must not exceed %lld", ordered ? "k" : "min(n - k, k)",
                           (long long)INT64_MAX);
    Value product = falling_product(vm, n, count);
    if (ordered || product == VALUE_NULL) return product;
    return op_take(vm, BINARY_FLOORDIV, product, falling_product(vm, value_small(count), count));
}

static NATIVE(math_comb) {
    UNUSED_ARGS;
    Value n, k;
    if (!n_and_k(vm, args, &n, &k)) return VALUE_NULL;
    Value r = count_choices(vm, n, k, false);
    value_release(vm, n);
    value_release(vm, k);
    return r;
}

static NATIVE(math_perm) {
    UNUSED_ARGS;
    if (nargs == 1 || args[1] == VALUE_NONE) return math_factorial(vm, self, args, 1, NULL);
    Value n, k;
    if (!n_and_k(vm, args, &n, &k)) return VALUE_NULL;
    Value r = count_choices(vm, n, k, true);
    value_release(vm, n);
    value_release(vm, k);
    return r;
}

static Value absolute(Vm *vm, Value v) { /* takes v over */
    if (int_sign(v) >= 0) return v;
    return op_take(vm, BINARY_SUB, value_small(0), v);
}

/* The greatest common divisor of two ints that are not negative; takes both over. */
static Value gcd_take(Vm *vm, Value a, Value b) {
    while (a != VALUE_NULL && b != VALUE_NULL && int_sign(b) != 0) {
        if (values_are_ints(a, b)) {
            int64_t x = value_as_small(a), y = value_as_small(b);
            while (y != 0) {
                int64_t rest = x % y;
                x = y;
                y = rest;
            }
            return value_small(x);
        }
        Value rest = int_binary(vm, BINARY_MOD, a, b);
        value_release(vm, a);
        a = b;
        b = rest;
    }
    if (b != VALUE_NULL) return a;
    value_release(vm, a);
    return VALUE_NULL;
}

static Value lcm_take(Vm *vm, Value a, Value b) {
    if (a == VALUE_NULL || b == VALUE_NULL || int_sign(a) == 0 || int_sign(b) == 0) {
        bool ok = a != VALUE_NULL && b != VALUE_NULL;
        value_release(vm, a);
        value_release(vm, b);
        return ok ? value_small(0) : VALUE_NULL;
    }
    Value gcd = gcd_take(vm, value_retain(a), value_retain(b));
    return op_take(vm, BINARY_MUL, op_take(vm, BINARY_FLOORDIV, a, gcd), b);
}

static Value fold(Vm *vm, const Value *args, uint32_t nargs, int64_t start, Value (*fn)(Vm *, Value, Value)) {
    Value r = value_small(start);
    for (uint32_t i = 0; i < nargs; i++) {
        Value v = object_index(vm, args[i]);
        if (v != VALUE_NULL) v = absolute(vm, v);
        if (v == VALUE_NULL) {
            value_release(vm, r);
            return VALUE_NULL;
        }
        r = fn(vm, r, v);
        if (r == VALUE_NULL) return VALUE_NULL;
    }
    return r;
}

static NATIVE(math_gcd) {
    UNUSED_ARGS;
    return fold(vm, args, nargs, 0, gcd_take);
}

static NATIVE(math_lcm) {
    UNUSED_ARGS;
    return fold(vm, args, nargs, 1, lcm_take);
}

/* ---- isqrt */

static int64_t isqrt_small(int64_t n) {
    int64_t r = (int64_t)sqrt((double)n);
    while (r * r > n) r--;
    while ((r + 1) * (r + 1) <= n) r++;
    return r;
}

static unsigned bits_of(uint64_t n) {
    unsigned bits = 0;
    for (; n > 0; n >>= 1) bits++;
    return bits;
}

/* Newton's method where every step doubles the number of correct bits; n is borrowed. */
static Value isqrt_big(Vm *vm, Value n) {
    int64_t c = (int_bit_length(n) - 1) / 2, d = 0;
    Value a = value_small(1);
    for (unsigned s = bits_of((uint64_t)c); s-- > 0 && a != VALUE_NULL;) {
        int64_t e = d;
        d = c >> s;
        Value shifted = op_take(vm, BINARY_LSHIFT, value_retain(a), value_small(d - e - 1));
        Value part = int_binary(vm, BINARY_RSHIFT, n, value_small(2 * c - e - d + 1));
        Value quotient = op_take(vm, BINARY_FLOORDIV, part, a);
        a = op_take(vm, BINARY_ADD, shifted, quotient);
    }
    if (a == VALUE_NULL) return VALUE_NULL;
    Value square = int_binary(vm, BINARY_MUL, a, a);
    if (square == VALUE_NULL) {
        value_release(vm, a);
        return VALUE_NULL;
    }
    bool above = int_compare(square, n) > 0;
    value_release(vm, square);
    return above ? op_take(vm, BINARY_SUB, a, value_small(1)) : a;
}

static NATIVE(math_isqrt) {
    UNUSED_ARGS;
    Value n = object_index(vm, args[0]);
    if (n == VALUE_NULL) return VALUE_NULL;
    Value r;
    if (int_sign(n) < 0) {
        r = raise_error(vm, T_ValueError, "isqrt() argument must be nonnegative");
    } else if (value_is_int(n)) {
        r = value_small(isqrt_small(value_as_small(n)));
    } else {
        r = isqrt_big(vm, n);
    }
    value_release(vm, n);
    return r;
}

const MethodDef math_integer_functions[] = {
    {"factorial", math_factorial, 1, 1, false, METHOD_PLAIN, NULL},
    {"comb", math_comb, 2, 2, false, METHOD_PLAIN, NULL},
    {"perm", math_perm, 1, 2, false, METHOD_PLAIN, NULL},
    {"gcd", math_gcd, 0, 255, false, METHOD_PLAIN, NULL},
    {"lcm", math_lcm, 0, 255, false, METHOD_PLAIN, NULL},
    {"isqrt", math_isqrt, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};
