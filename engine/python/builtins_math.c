/* builtins_math.c: functions about numbers, and reductions: sum, min, max. */
#include "bytes.h"
#include "builtins.h"
#include "number.h"
#include "walk.h"
#include <math.h>

static NATIVE(builtin_abs) {
    UNUSED_ARGS;
    return object_unary(vm, UNARY_ABS, args[0]);
}

static NATIVE(builtin_divmod) {
    UNUSED_ARGS;
    return object_binary(vm, BINARY_DIVMOD, args[0], args[1]);
}

static NATIVE(builtin_pow) {
    (void)self;
    static const char *const names[] = {"base", "exp", "mod", NULL};
    static const ArgSpec spec = {"pow", names, 0, 3, 2};
    Value out[3];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (out[2] != VALUE_NULL && out[2] != VALUE_NONE) return object_power(vm, out[0], out[1], out[2]);
    return object_binary(vm, BINARY_POW, out[0], out[1]);
}

static NATIVE(builtin_round) {
    (void)self;
    static const char *const names[] = {"number", "ndigits", NULL};
    static const ArgSpec spec = {"round", names, 0, 2, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    bool digits = out[1] != VALUE_NULL && out[1] != VALUE_NONE, found = false;
    Value r = call_special(vm, out[0], NAME(vm, __round__), &out[1], digits ? 1 : 0, &found);
    if (r == VALUE_NULL && !found && !error_is_set(vm))
        return raise_error(vm, T_TypeError, "type %T doesn't define __round__ method", out[0]);
    return r;
}

static Value in_base(Vm *vm, Value v, int base) {
    Value i = object_index(vm, v);
    if (i == VALUE_NULL) return VALUE_NULL;
    Value text = int_to_str(vm, i, base, true);
    value_release(vm, i);
    return text;
}

static NATIVE(builtin_bin) {
    UNUSED_ARGS;
    return in_base(vm, args[0], 2);
}

static NATIVE(builtin_oct) {
    UNUSED_ARGS;
    return in_base(vm, args[0], 8);
}

static NATIVE(builtin_hex) {
    UNUSED_ARGS;
    return in_base(vm, args[0], 16);
}

static NATIVE(builtin_chr) {
    UNUSED_ARGS;
    int64_t code;
    Value i = object_index(vm, args[0]);
    if (i == VALUE_NULL) return VALUE_NULL;
    bool fits = int_as_int64(i, &code);
    value_release(vm, i);
    if (!fits || code < 0 || code > 0x10FFFF) return raise_error(vm, T_ValueError, "chr() arg not in range(0x110000)");
    return obj_value(str_from_char(vm, (uint32_t)code));
}

static NATIVE(builtin_ord) {
    UNUSED_ARGS;
    Value v = args[0];
    if (is_str(v)) {
        if (AS(Str, v)->length == 1) return value_small(str_at(AS(Str, v), 0));
        return raise_error(vm, T_TypeError, "ord() expected a character, but string of length %u found",
                           AS(Str, v)->length);
    }
    if (is_exact(vm, v, T_bytes)) {
        if (AS(Bytes, v)->length == 1) return value_small(AS(Bytes, v)->data[0]);
        return raise_error(vm, T_TypeError, "ord() expected a character, but string of length %u found",
                           AS(Bytes, v)->length);
    }
    BytesView view;
    if (is_bytearray(vm, v) && bytes_like(vm, v, &view)) {
        if (view.length == 1) return value_small(view.data[0]);
        return raise_error(vm, T_TypeError, "ord() expected a character, but string of length %u found", view.length);
    }
    return raise_error(vm, T_TypeError, "ord() expected string of length 1, but %T found", v);
}

/* ---- sum: ints and floats without objects in between; floats with the compensation that CPython has since 3.12 */

typedef struct Sum {
    Value iterator;
    Value total; /* owned; VALUE_NULL while a C number holds it */
} Sum;

/* Adds small ints as long as they come. The item that is none is left in *item (VALUE_NULL: the end or error). */
static bool sum_ints(Vm *vm, Sum *s, Value *item) {
    int64_t total = value_as_small(s->total);
    for (;;) {
        *item = object_next(vm, s->iterator);
        if (!value_is_int(*item)) break;
        int64_t sum = total + value_as_small(*item); /* two 63-bit numbers: cannot overflow */
        if (!int_fits_small(sum)) break;
        total = sum;
    }
    s->total = value_small(total);
    return !error_is_set(vm);
}

static bool sum_floats(Vm *vm, Sum *s, Value *item) {
    double high = float_value(s->total), low = 0.0;
    for (;;) {
        *item = object_next(vm, s->iterator);
        double x;
        if (value_is_flonum(*item) || is_exact(vm, *item, T_float)) {
            x = float_value(*item);
        } else if (value_is_int(*item)) {
            x = (double)value_as_small(*item);
        } else {
            break;
        }
        double t = high + x;
        low += fabs(high) >= fabs(x) ? (high - t) + x : (x - t) + high;
        high = t;
        value_release(vm, *item);
    }
    value_set(vm, &s->total, float_new(vm, low != 0.0 && isfinite(low) ? high + low : high));
    return s->total != VALUE_NULL && !error_is_set(vm);
}

/* One more item the general way; takes it over. */
static bool sum_any(Vm *vm, Sum *s, Value item) {
    Value total = object_binary(vm, BINARY_ADD, s->total, item);
    value_release(vm, item);
    if (total == VALUE_NULL) return false;
    value_set(vm, &s->total, total);
    return true;
}

static bool sum_items(Vm *vm, Sum *s) {
    for (;;) {
        Value item;
        bool ok = true;
        if (value_is_int(s->total)) {
            ok = sum_ints(vm, s, &item);
        } else if (value_is_flonum(s->total) || is_exact(vm, s->total, T_float)) {
            ok = sum_floats(vm, s, &item);
        } else {
            item = object_next(vm, s->iterator);
            ok = !error_is_set(vm);
        }
        if (!ok) {
            value_release(vm, item);
            return false;
        }
        if (item == VALUE_NULL) return true;
        if (!sum_any(vm, s, item)) return false;
    }
}

/* The same by walking. state[0] is the total, state[1] what its compensated sum still lacks, or VALUE_NULL. */
static bool sum_settle(Vm *vm, Value *state) {
    double low = state[1] == VALUE_NULL ? 0.0 : float_value(state[1]);
    value_clear(vm, &state[1]);
    if (low == 0.0 || !isfinite(low)) return true;
    value_set(vm, &state[0], float_new(vm, float_value(state[0]) + low));
    return state[0] != VALUE_NULL;
}

static bool is_floaty(Vm *vm, Value v) {
    return value_is_flonum(v) || is_exact(vm, v, T_float);
}

/* The sum of state[0] and x; returns what that lacks. */
static double add_compensated(const Value *state, double x, double *sum) {
    double high = float_value(state[0]), low = state[1] == VALUE_NULL ? 0.0 : float_value(state[1]);
    *sum = high + x;
    return low + (fabs(high) >= fabs(x) ? (high - *sum) + x : (x - *sum) + high);
}

static bool sum_float_item(Vm *vm, Value *state, double x) {
    double sum, low = add_compensated(state, x, &sum);
    value_set(vm, &state[0], float_new(vm, sum));
    value_set(vm, &state[1], float_new(vm, low));
    return state[0] != VALUE_NULL && state[1] != VALUE_NULL;
}

static bool sum_flonum(Value *state, Value item) {
    if (!value_is_flonum(state[0]) || !(state[1] == VALUE_NULL || value_is_flonum(state[1]))) return false;
    double sum, low = add_compensated(state, flonum_value(item), &sum);
    if (!flonum_fits(sum) || !flonum_fits(low)) return false;
    state[0] = flonum_pack(sum);
    state[1] = flonum_pack(low);
    return true;
}

static bool sum_quick(Vm *vm, Value *state, Value item) {
    (void)vm;
    if (value_is_flonum(item)) return sum_flonum(state, item);
    if (!values_are_ints(state[0], item)) return false;
    int64_t total = value_as_small(state[0]) + value_as_small(item);
    if (!int_fits_small(total)) return false;
    state[0] = value_small(total);
    return true;
}

static enum walk_go sum_item(Vm *vm, Value *state, Value item) {
    if (sum_quick(vm, state, item)) return WALK_ON;
    bool fine;
    if (is_floaty(vm, state[0]) && (is_floaty(vm, item) || value_is_int(item))) {
        fine = sum_float_item(vm, state, value_is_int(item) ? (double)value_as_small(item) : float_value(item));
    } else {
        fine = sum_settle(vm, state);
        Value total = fine ? object_binary(vm, BINARY_ADD, state[0], item) : VALUE_NULL;
        fine = total != VALUE_NULL;
        if (fine) value_set(vm, &state[0], total);
    }
    value_release(vm, item);
    return fine ? WALK_ON : WALK_FAILED;
}

static Value sum_end(Vm *vm, Value *state) {
    return sum_settle(vm, state) ? value_retain(state[0]) : VALUE_NULL;
}

/* What is added up has to be something before the start is looked at. */
static bool check_start(Vm *vm, Value iterable, Value start) {
    bool text = is_str(start), array = is_exact(vm, start, T_bytearray);
    if (!text && !array && !is_exact(vm, start, T_bytes)) return true;
    Value iterator = object_iter(vm, iterable);
    if (iterator == VALUE_NULL) return false;
    value_release(vm, iterator);
    raise_error(vm, T_TypeError, "sum() can't sum %s [use %s''.join(seq) instead]",
                text    ? "strings"
                : array ? "bytearray"
                        : "bytes",
                text ? "" : "b");
    return false;
}

static NATIVE(builtin_sum) {
    (void)self;
    static const char *const names[] = {"iterable", "start", NULL};
    static const ArgSpec spec = {"sum", names, 1, 2, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Value start = out[1] == VALUE_NULL ? value_small(0) : out[1];
    if (!check_start(vm, out[0], start)) return VALUE_NULL;
    static const WalkOps ops = {sum_item, sum_quick, sum_end};
    Value iterator;
    int walk = walk_wanted(vm, out[0], &iterator);
    if (walk < 0) return VALUE_NULL;
    value_retain(start);
    if (walk > 0) return walk_tail(vm, &ops, iterator, &start, 1);
    value_release(vm, start);
    Sum s = {object_iter(vm, out[0]), VALUE_NULL};
    if (s.iterator == VALUE_NULL) return VALUE_NULL;
    s.total = value_retain(start);
    bool ok = sum_items(vm, &s);
    value_release(vm, s.iterator);
    if (ok) return s.total;
    value_release(vm, s.total);
    return VALUE_NULL;
}

/* ---- min and max */

typedef struct Best {
    Value key_function; /* or VALUE_NULL */
    bool max;
    Value item, key; /* the best so far, owned; VALUE_NULL at first */
} Best;

static bool consider(Vm *vm, void *context, Value item) {
    Best *b = context;
    Value key = b->key_function == VALUE_NULL ? value_retain(item) : call_value(vm, b->key_function, &item, 1, NULL);
    if (key == VALUE_NULL) return false;
    int better = 1;
    if (b->item != VALUE_NULL) {
        if (values_are_ints(key, b->key)) {
            better = b->max ? (int64_t)key > (int64_t)b->key : (int64_t)key < (int64_t)b->key;
        } else {
            Value r = object_compare(vm, key, b->key, b->max ? COMPARE_GT : COMPARE_LT);
            better = r == VALUE_NULL ? -1 : object_truth(vm, r);
            value_release(vm, r);
        }
    }
    if (better <= 0) {
        value_release(vm, key);
        return better == 0;
    }
    value_set(vm, &b->item, value_retain(item));
    value_set(vm, &b->key, key);
    return true;
}

/* The same by walking. state: the best so far, its key, the key function, the default (VALUE_NULL each: none). */
static enum walk_go best_item(Vm *vm, Value *state, Value item, bool max) {
    Best b = {state[2], max, state[0], state[1]};
    bool fine = consider(vm, &b, item);
    state[0] = b.item;
    state[1] = b.key;
    value_release(vm, item);
    return fine ? WALK_ON : WALK_FAILED;
}

static enum walk_go min_item(Vm *vm, Value *state, Value item) {
    return best_item(vm, state, item, false);
}

static enum walk_go max_item(Vm *vm, Value *state, Value item) {
    return best_item(vm, state, item, true);
}

/* Ints without a key function. */
static bool best_quick(Value *state, Value item, bool max) {
    if (state[2] != VALUE_NULL || !values_are_ints(state[0], item)) return false;
    if (max ? (int64_t)item > (int64_t)state[0] : (int64_t)item < (int64_t)state[0]) state[0] = state[1] = item;
    return true;
}

static bool min_quick(Vm *vm, Value *state, Value item) {
    (void)vm;
    return best_quick(state, item, false);
}

static bool max_quick(Vm *vm, Value *state, Value item) {
    (void)vm;
    return best_quick(state, item, true);
}

static Value best_end(Vm *vm, Value *state, const char *name) {
    if (state[0] != VALUE_NULL) return value_retain(state[0]);
    if (state[3] != VALUE_NULL) return value_retain(state[3]);
    return raise_error(vm, T_ValueError, "%s() iterable argument is empty", name);
}

static Value min_end(Vm *vm, Value *state) {
    return best_end(vm, state, "min");
}

static Value max_end(Vm *vm, Value *state) {
    return best_end(vm, state, "max");
}

static Value best_walk(Vm *vm, bool max, Value iterator, Value key_function, Value fallback) {
    static const WalkOps min_ops = {min_item, min_quick, min_end}, max_ops = {max_item, max_quick, max_end};
    Value state[] = {VALUE_NULL, VALUE_NULL, value_retain(key_function), value_retain(fallback)};
    return walk_tail(vm, max ? &max_ops : &min_ops, iterator, state, WALK_STATE);
}

static Value min_max(Vm *vm, const char *name, bool max, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"key", "default", NULL};
    Value out[2];
    if (nargs == 0) return raise_error(vm, T_TypeError, "%s expected at least 1 argument, got 0", name);
    if (!keywords_bind(vm, name, names, args + nargs, kwnames, out)) return VALUE_NULL;
    if (nargs > 1 && out[1] != VALUE_NULL)
        return raise_error(vm, T_TypeError, "Cannot specify a default for %s() with multiple positional arguments",
                           name);
    Best b = {out[0] == VALUE_NONE ? VALUE_NULL : out[0], max, VALUE_NULL, VALUE_NULL};
    Value iterator;
    int walk = nargs == 1 ? walk_wanted(vm, args[0], &iterator) : 0;
    if (walk != 0) return walk < 0 ? VALUE_NULL : best_walk(vm, max, iterator, b.key_function, out[1]);
    bool ok = true;
    if (nargs == 1) {
        ok = object_for_each(vm, args[0], consider, &b);
    } else {
        for (uint32_t i = 0; ok && i < nargs; i++) ok = consider(vm, &b, args[i]);
    }
    value_release(vm, b.key);
    if (!ok) {
        value_release(vm, b.item);
        return VALUE_NULL;
    }
    if (b.item != VALUE_NULL) return b.item;
    if (out[1] != VALUE_NULL) return value_retain(out[1]);
    return raise_error(vm, T_ValueError, "%s() iterable argument is empty", name);
}

static NATIVE(builtin_min) {
    (void)self;
    return min_max(vm, "min", false, args, nargs, kwnames);
}

static NATIVE(builtin_max) {
    (void)self;
    return min_max(vm, "max", true, args, nargs, kwnames);
}

const MethodDef builtins_math[] = {
    {"abs", builtin_abs, 1, 1, false, METHOD_AGAIN, "Return the absolute value of the argument."},
    {"divmod", builtin_divmod, 2, 2, false, METHOD_AGAIN, "Return the tuple (x//y, x%y)."},
    {"pow", builtin_pow, 0, 255, true, METHOD_AGAIN, "Equivalent to base**exp, or base**exp % mod."},
    {"round", builtin_round, 0, 255, true, METHOD_AGAIN, "Round a number to a given precision in decimal digits."},
    {"bin", builtin_bin, 1, 1, false, METHOD_AGAIN, "Return the binary representation of an integer."},
    {"oct", builtin_oct, 1, 1, false, METHOD_AGAIN, "Return the octal representation of an integer."},
    {"hex", builtin_hex, 1, 1, false, METHOD_AGAIN, "Return the hexadecimal representation of an integer."},
    {"chr", builtin_chr, 1, 1, false, METHOD_AGAIN, "Return a Unicode string of one character."},
    {"ord", builtin_ord, 1, 1, false, METHOD_PLAIN, "Return the ordinal value of a character."},
    {"sum", builtin_sum, 0, 255, true, METHOD_AGAIN_TAKES,
     "Return the sum of a start value and an iterable of numbers."},
    {"min", builtin_min, 0, 255, true, METHOD_AGAIN_TAKES, "Return the smallest item."},
    {"max", builtin_max, 0, 255, true, METHOD_AGAIN_TAKES, "Return the biggest item."},
    {0},
};
