/* math_sums.c: sums and products over many numbers: fsum, prod, sumprod, hypot, dist. */
#include "module_math.h"
#include <math.h>

/* ---- numbers kept as a sum of two or three doubles */

typedef struct Pair {
    double high, low;
} Pair;

static Pair exact_sum(double a, double b) {
    double s = a + b, t = s - a;
    return (Pair){s, (a - (s - t)) + (b - t)};
}

static Pair exact_product(double a, double b) {
    double p = a * b;
    return (Pair){p, fma(a, b, -p)};
}

/* ---- fsum: a list of partial sums that do not overlap */

#define PARTIALS_NEAR 64 /* more are rare: numbers of very different sizes, a few bits apart */

typedef struct Exact {
    double near[PARTIALS_NEAR], *partials; /* `near`, or an owned block */
    uint32_t n, capacity;
    double special, infinities; /* sums of what is not finite */
} Exact;

static bool exact_grow(Vm *vm, Exact *s) {
    bool owned = s->partials != s->near;
    size_t size = s->capacity * sizeof(double);
    double *block = mem_realloc(vm->mem, owned ? s->partials : NULL, owned ? size : 0, 2 * size);
    if (block == NULL) {
        raise_no_memory(vm);
        return false;
    }
    if (!owned) memcpy(block, s->near, size);
    s->partials = block;
    s->capacity *= 2;
    return true;
}

static bool exact_add(Vm *vm, Exact *s, double x) {
    double given = x;
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        double y = s->partials[i];
        if (fabs(x) < fabs(y)) {
            double swap = x;
            x = y;
            y = swap;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0) s->partials[n++] = low;
        x = high;
    }
    s->n = n;
    if (x == 0) return true;
    if (isfinite(x)) {
        if (s->n == s->capacity && !exact_grow(vm, s)) return false;
        s->partials[s->n++] = x;
        return true;
    }
    if (isfinite(given)) {
        raise_error(vm, T_OverflowError, "intermediate overflow in fsum");
        return false;
    }
    if (isinf(given)) s->infinities += given;
    s->special += given;
    s->n = 0;
    return true;
}

/* The sum of the partials rounded once, halves to even. */
static double exact_result(const Exact *s) {
    if (s->n == 0) return 0.0;
    uint32_t i = s->n;
    double high = s->partials[--i], low = 0;
    while (i > 0) {
        double x = high, y = s->partials[--i];
        high = x + y;
        low = y - (high - x);
        if (low != 0) break;
    }
    if (i > 0 && ((low < 0 && s->partials[i - 1] < 0) || (low > 0 && s->partials[i - 1] > 0))) {
        double y = low * 2, x = high + y;
        if (y == x - high) high = x;
    }
    return high;
}

static bool fsum_item(Vm *vm, void *context, Value item) {
    double x;
    return object_as_double(vm, item, &x) && exact_add(vm, context, x);
}

static Value exact_as_float(Vm *vm, const Exact *s) {
    if (s->special == 0) return float_new(vm, exact_result(s));
    if (isnan(s->infinities)) return raise_error(vm, T_ValueError, "-inf + inf in fsum");
    return float_new(vm, s->special);
}

static NATIVE(math_fsum) {
    UNUSED_ARGS;
    Exact s = {.n = 0, .capacity = PARTIALS_NEAR};
    s.partials = s.near;
    Value sum = object_for_each(vm, args[0], fsum_item, &s) ? exact_as_float(vm, &s) : VALUE_NULL;
    if (s.partials != s.near) mem_free(vm->mem, s.partials, s.capacity * sizeof(double));
    return sum;
}

/* ---- prod */

static bool prod_item(Vm *vm, void *context, Value item) {
    Value *product = context;
    Value r = object_binary(vm, BINARY_MUL, *product, item);
    if (r == VALUE_NULL) return false;
    value_set(vm, product, r);
    return true;
}

static NATIVE(math_prod) {
    (void)self;
    static const char *const names[] = {"iterable", "start", NULL};
    static const ArgSpec spec = {"prod", names, 1, 1, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Value product = out[1] == VALUE_NULL ? value_small(1) : value_retain(out[1]);
    if (object_for_each(vm, out[0], prod_item, &product)) return product;
    value_release(vm, product);
    return VALUE_NULL;
}

/* ---- sumprod: floats in triple length, anything else by * and + */

typedef struct Triple {
    double high, low, tiny;
} Triple;

static Triple triple_add_product(double x, double y, Triple t) {
    Pair product = exact_product(x, y), sum = exact_sum(t.high, product.high);
    Pair r1 = exact_sum(t.low, product.low), r2 = exact_sum(r1.high, sum.low);
    return (Triple){sum.high, r2.high, t.tiny + r1.low + r2.low};
}

static bool as_simple_double(Value v, double *d) {
    if (is_float(v)) {
        *d = float_value(v);
        return true;
    }
    *d = value_is_int(v) ? (double)value_as_small(v) : 0;
    return value_is_int(v) && value_as_small(v) < ((int64_t)1 << 53) && value_as_small(v) > -((int64_t)1 << 53);
}

/* All floats or small ints, with one float at least. */
static bool sum_of_float_products(Tuple *p, Tuple *q, double *result) {
    Triple t = {0, 0, 0};
    bool floats = false;
    for (uint32_t i = 0; i < p->length; i++) {
        double x, y;
        if (!as_simple_double(p->items[i], &x) || !as_simple_double(q->items[i], &y)) return false;
        floats = floats || is_float(p->items[i]) || is_float(q->items[i]);
        t = triple_add_product(x, y, t);
    }
    *result = t.high + (t.low + t.tiny);
    return floats && isfinite(*result);
}

static Value sum_of_products(Vm *vm, Tuple *p, Tuple *q) {
    double d;
    if (sum_of_float_products(p, q, &d)) return float_new(vm, d);
    Value total = value_small(0);
    for (uint32_t i = 0; i < p->length; i++) {
        Value product = object_binary(vm, BINARY_MUL, p->items[i], q->items[i]);
        Value sum = product == VALUE_NULL ? VALUE_NULL : object_binary(vm, BINARY_ADD, total, product);
        value_release(vm, product);
        value_release(vm, total);
        if (sum == VALUE_NULL) return VALUE_NULL;
        total = sum;
    }
    return total;
}

static NATIVE(math_sumprod) {
    UNUSED_ARGS;
    Value p = tuple_from_iterable(vm, args[0]);
    Value q = p == VALUE_NULL ? VALUE_NULL : tuple_from_iterable(vm, args[1]);
    Value r = VALUE_NULL;
    if (q != VALUE_NULL) {
        r = AS(Tuple, p)->length == AS(Tuple, q)->length
                ? sum_of_products(vm, AS(Tuple, p), AS(Tuple, q))
                : raise_error(vm, T_ValueError, "Inputs are not the same length");
    }
    value_release(vm, p);
    value_release(vm, q);
    return r;
}

/* ---- lengths of vectors: scaled by a power of two, squares summed in double length, the root corrected once */

static double vector_length(double *v, uint32_t n) {
    double max = 0;
    bool nan = false;
    for (uint32_t i = 0; i < n; i++) {
        v[i] = fabs(v[i]);
        nan = nan || isnan(v[i]);
        if (v[i] > max) max = v[i];
    }
    if (isinf(max)) return max;
    if (nan) return NAN;
    if (max == 0 || n <= 1) return max;
    int exponent;
    frexp(max, &exponent);
    double scale = exponent < -1020 ? 0x1p1020 : ldexp(1.0, -exponent);
    Pair sum = {0, 0};
    for (uint32_t i = 0; i < n; i++) {
        Pair square = exact_product(v[i] * scale, v[i] * scale), s = exact_sum(sum.high, square.high);
        sum = (Pair){s.high, sum.low + s.low + square.low};
    }
    double h = sqrt(sum.high + sum.low);
    Pair square = exact_product(h, h), rest = exact_sum(sum.high, -square.high);
    double error = rest.high + (rest.low + (sum.low - square.low));
    return (h + error / (2 * h)) / scale;
}

static Value length_of(Vm *vm, const Value *items, const Value *others, uint32_t n) {
    double small[8], *v = small;
    if (n > 8) {
        v = mem_alloc(vm->mem, n * sizeof *v);
        if (v == NULL) return raise_no_memory(vm);
    }
    bool ok = true;
    for (uint32_t i = 0; ok && i < n; i++) {
        double other = 0;
        ok = object_as_double(vm, items[i], &v[i]) && (others == NULL || object_as_double(vm, others[i], &other));
        if (ok) v[i] -= other;
    }
    Value r = ok ? float_new(vm, vector_length(v, n)) : VALUE_NULL;
    if (v != small) mem_free(vm->mem, v, n * sizeof *v);
    return r;
}

static NATIVE(math_hypot) {
    UNUSED_ARGS;
    return length_of(vm, args, NULL, nargs);
}

static NATIVE(math_dist) {
    UNUSED_ARGS;
    Value p = tuple_from_iterable(vm, args[0]);
    Value q = p == VALUE_NULL ? VALUE_NULL : tuple_from_iterable(vm, args[1]);
    Value r = VALUE_NULL;
    if (q != VALUE_NULL) {
        uint32_t n = AS(Tuple, p)->length;
        r = n == AS(Tuple, q)->length
                ? length_of(vm, AS(Tuple, p)->items, AS(Tuple, q)->items, n)
                : raise_error(vm, T_ValueError, "both points must have the same number of dimensions");
    }
    value_release(vm, p);
    value_release(vm, q);
    return r;
}

const MethodDef math_sum_functions[] = {
    {"fsum", math_fsum, 1, 1, false, METHOD_PLAIN, NULL},
    {"prod", math_prod, 0, 255, true, METHOD_PLAIN, NULL},
    {"sumprod", math_sumprod, 2, 2, false, METHOD_PLAIN, NULL},
    {"hypot", math_hypot, 0, 255, false, METHOD_PLAIN, NULL},
    {"dist", math_dist, 2, 2, false, METHOD_PLAIN, NULL},
    {0},
};
