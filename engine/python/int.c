/* int.c: ints as values: small ints, bools and BigInts under one set of operations with CPython's semantics (floor
 * division, two's complement bit operations, exact comparison, correctly rounded true division).
 */
#include "bigint.h"
#include "number.h"

/* ---- views and results */

void int_view(Value i, IntView *view) {
    int64_t small;
    if (value_is_int(i)) {
        small = value_as_small(i);
    } else if (value_is_bool(i)) {
        small = i == VALUE_TRUE;
    } else {
        const BigInt *b = AS(BigInt, i);
        view->digits = b->digits;
        view->count = b->count;
        view->negative = b->negative;
        return;
    }
    uint64_t magnitude = small < 0 ? (uint64_t)0 - (uint64_t)small : (uint64_t)small;
    view->negative = small < 0;
    view->small[0] = (Digit)magnitude;
    view->small[1] = (Digit)(magnitude >> 32);
    view->count = magnitude == 0 ? 0 : magnitude >> 32 == 0 ? 1 : 2;
    view->digits = view->small;
}

static BigInt *bigint_alloc_type(Vm *vm, Type *type, uint32_t count) {
    if (count > INT_DIGITS_MAX) {
        raise_no_memory(vm);
        return NULL;
    }
    BigInt *b = object_new(vm, type, (size_t)count * sizeof(Digit));
    if (b == NULL) return NULL;
    b->count = count;
    return b;
}

BigInt *bigint_alloc(Vm *vm, uint32_t count) {
    return bigint_alloc_type(vm, TYPE(vm, int), count);
}

/* The value when it fits 63 bits. */
static bool mag_as_small(const Digit *digits, uint32_t count, bool negative, Value *out) {
    if (count > 2) return false;
    uint64_t magnitude = count == 0 ? 0 : count == 1 ? digits[0] : ((uint64_t)digits[1] << 32) | digits[0];
    if (magnitude > (uint64_t)INT_SMALL_MAX + negative) return false;
    *out = value_small(negative ? -(int64_t)magnitude : (int64_t)magnitude);
    return true;
}

Value bigint_finish(Vm *vm, BigInt *b, bool negative) {
    if (b == NULL) return VALUE_NULL;
    b->count = mag_trim(b->digits, b->count);
    Value small;
    if (mag_as_small(b->digits, b->count, negative, &small)) {
        obj_release(vm, b);
        return small;
    }
    b->negative = negative;
    return obj_value(b);
}

Value bigint_from(Vm *vm, const Digit *digits, uint32_t count, bool negative) {
    Value small;
    count = mag_trim(digits, count);
    if (mag_as_small(digits, count, negative, &small)) return small;
    BigInt *b = bigint_alloc(vm, count);
    if (b == NULL) return VALUE_NULL;
    memcpy(b->digits, digits, (size_t)count * sizeof(Digit));
    b->negative = negative;
    return obj_value(b);
}

Value int_as_subtype(Vm *vm, Type *type, Value i) {
    IntView view;
    int_view(i, &view);
    BigInt *b = bigint_alloc_type(vm, type, view.count);
    if (b == NULL) return VALUE_NULL;
    memcpy(b->digits, view.digits, (size_t)view.count * sizeof(Digit));
    b->negative = view.negative;
    return obj_value(b);
}

Value int_exact(Vm *vm, Value i) {
    if (value_is_int(i)) return i;
    if (value_is_bool(i)) return value_small(i == VALUE_TRUE);
    if (value_obj(i)->type == TYPE(vm, int)) return value_retain(i);
    return bigint_from(vm, AS(BigInt, i)->digits, AS(BigInt, i)->count, AS(BigInt, i)->negative);
}

Value int_from_uint64(Vm *vm, uint64_t u) {
    Digit digits[2] = {(Digit)u, (Digit)(u >> 32)};
    return bigint_from(vm, digits, 2, false);
}

Value int_from_int64(Vm *vm, int64_t i) {
    if (int_fits_small(i)) return value_small(i);
    uint64_t magnitude = i < 0 ? (uint64_t)0 - (uint64_t)i : (uint64_t)i;
    Digit digits[2] = {(Digit)magnitude, (Digit)(magnitude >> 32)};
    return bigint_from(vm, digits, 2, i < 0);
}

Value int_from_double(Vm *vm, double d) {
    if (d != d) return raise_error(vm, T_ValueError, "cannot convert float NaN to integer");
    if (d - d != 0.0) return raise_error(vm, T_OverflowError, "cannot convert float infinity to integer");
    if (d > -4e18 && d < 4e18) return int_from_int64(vm, (int64_t)d);
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    uint32_t exponent = (uint32_t)(bits >> 52 & 0x7FF) - 1075; /* at least 9 here */
    uint64_t mantissa = (bits & 0xFFFFFFFFFFFFFu) | 0x10000000000000u;
    Digit digits[2] = {(Digit)mantissa, (Digit)(mantissa >> 32)};
    BigInt *b = bigint_alloc(vm, 2 + exponent / 32 + 1);
    if (b == NULL) return VALUE_NULL;
    mag_shl(b->digits, digits, 2, exponent);
    return bigint_finish(vm, b, d < 0);
}

bool int_as_int64(Value i, int64_t *out) {
    if (value_is_int(i)) {
        *out = value_as_small(i);
        return true;
    }
    IntView v;
    int_view(i, &v);
    if (v.count > 2) return false;
    uint64_t magnitude = v.count == 0 ? 0 : v.count == 1 ? v.digits[0] : ((uint64_t)v.digits[1] << 32) | v.digits[0];
    if (magnitude > (uint64_t)INT64_MAX + v.negative) return false;
    *out = v.negative ? (int64_t)((uint64_t)0 - magnitude) : (int64_t)magnitude;
    return true;
}

double int_as_double(Vm *vm, Value i, bool *overflow) {
    (void)vm;
    if (value_is_int(i)) return (double)value_as_small(i);
    IntView v;
    int_view(i, &v);
    double d = mag_to_double(v.digits, v.count, 0, false, overflow);
    return v.negative ? -d : d;
}

int int_sign(Value i) {
    IntView v;
    int_view(i, &v);
    return v.count == 0 ? 0 : v.negative ? -1 : 1;
}

int int_compare(Value a, Value b) {
    if (values_are_ints(a, b)) return (value_as_small(a) > value_as_small(b)) - (value_as_small(a) < value_as_small(b));
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.negative != y.negative) return x.negative ? -1 : 1;
    int order = mag_compare(x.digits, x.count, y.digits, y.count);
    return x.negative ? -order : order;
}

int64_t int_bit_length(Value i) {
    IntView v;
    int_view(i, &v);
    return mag_bits(v.digits, v.count);
}

/* The value modulo 2**61 - 1, with the sign, as sys.hash_info says. */
int64_t int_hash(Value i) {
    const uint64_t modulus = ((uint64_t)1 << 61) - 1;
    IntView v;
    int_view(i, &v);
    uint64_t hash = 0;
    for (uint32_t n = v.count; n-- > 0;) {
        hash = ((hash << 32) & modulus) | (hash >> 29);
        hash += v.digits[n];
        if (hash >= modulus) hash -= modulus;
    }
    int64_t result = v.negative ? -(int64_t)hash : (int64_t)hash;
    return result == -1 ? -2 : result;
}

/* ---- addition, multiplication */

static Value view_add(Vm *vm, const IntView *x, const IntView *y, bool negate_y) {
    bool y_negative = y->negative != negate_y;
    if (x->negative == y_negative) {
        const IntView *a = x->count >= y->count ? x : y, *b = a == x ? y : x;
        BigInt *r = bigint_alloc(vm, a->count + 1);
        if (r == NULL) return VALUE_NULL;
        mag_add(r->digits, a->digits, a->count, b->digits, b->count);
        return bigint_finish(vm, r, x->negative);
    }
    int order = mag_compare(x->digits, x->count, y->digits, y->count);
    if (order == 0) return value_small(0);
    const IntView *a = order > 0 ? x : y, *b = order > 0 ? y : x;
    BigInt *r = bigint_alloc(vm, a->count);
    if (r == NULL) return VALUE_NULL;
    mag_sub(r->digits, a->digits, a->count, b->digits, b->count);
    return bigint_finish(vm, r, order > 0 ? x->negative : y_negative);
}

static Value int_add(Vm *vm, Value a, Value b, bool subtract) {
    if (values_are_ints(a, b)) {
        int64_t x = value_as_small(a), y = value_as_small(b);
        return int_from_int64(vm, subtract ? x - y : x + y);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return view_add(vm, &x, &y, subtract);
}

static Value int_multiply(Vm *vm, Value a, Value b) {
    int64_t product;
    if (values_are_ints(a, b) && !__builtin_mul_overflow(value_as_small(a), value_as_small(b), &product)) {
        return int_from_int64(vm, product);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (x.count == 0 || y.count == 0) return value_small(0);
    BigInt *r = bigint_alloc(vm, x.count + y.count);
    if (r == NULL) return VALUE_NULL;
    if (!mag_mul(vm, r->digits, x.digits, x.count, y.digits, y.count)) {
        obj_release(vm, r);
        return VALUE_NULL;
    }
    return bigint_finish(vm, r, x.negative != y.negative);
}

Value int_negate(Vm *vm, Value i) {
    if (value_is_int(i)) return int_from_int64(vm, -value_as_small(i));
    IntView v;
    int_view(i, &v);
    return bigint_from(vm, v.digits, v.count, !v.negative && v.count != 0);
}

/* ---- division */

Value raise_zero_division(Vm *vm) {
    return raise_error(vm, T_ZeroDivisionError, "division by zero");
}

/* Truncating division of magnitudes; either result may be left out. */
static bool view_divide(Vm *vm, const IntView *x, const IntView *y, Value *quotient, Value *rest) {
    if (mag_compare(x->digits, x->count, y->digits, y->count) < 0) {
        if (quotient != NULL) *quotient = value_small(0);
        if (rest != NULL) *rest = bigint_from(vm, x->digits, x->count, x->negative);
        return rest == NULL || *rest != VALUE_NULL;
    }
    BigInt *q = quotient == NULL ? NULL : bigint_alloc(vm, x->count - y->count + 1);
    BigInt *r = rest == NULL ? NULL : bigint_alloc(vm, y->count);
    if ((quotient != NULL && q == NULL) || (rest != NULL && r == NULL) ||
        !mag_divrem(vm, q == NULL ? NULL : q->digits, r == NULL ? NULL : r->digits, x->digits, x->count, y->digits,
                    y->count)) {
        obj_release(vm, q);
        obj_release(vm, r);
        return false;
    }
    if (quotient != NULL) *quotient = bigint_finish(vm, q, x->negative != y->negative);
    if (rest != NULL) *rest = bigint_finish(vm, r, x->negative);
    return true;
}

static Value replace(Vm *vm, Value old, Value new) {
    value_release(vm, old);
    return new;
}

/* Floor division of big ints: the rest takes the divisor's sign. */
static bool big_divmod(Vm *vm, Value a, Value b, Value *quotient, Value *rest) {
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    Value q = VALUE_NULL, r = VALUE_NULL;
    if (!view_divide(vm, &x, &y, quotient == NULL ? NULL : &q, &r)) {
        value_release(vm, q);
        return false;
    }
    if (r != value_small(0) && x.negative != y.negative) {
        if (rest != NULL) r = replace(vm, r, int_add(vm, r, b, false));
        if (quotient != NULL) q = replace(vm, q, int_add(vm, q, value_small(1), true));
    }
    if ((rest != NULL && r == VALUE_NULL) || (quotient != NULL && q == VALUE_NULL)) {
        value_release(vm, q);
        value_release(vm, r);
        return false;
    }
    if (quotient != NULL) *quotient = q;
    if (rest != NULL) {
        *rest = r;
    } else {
        value_release(vm, r);
    }
    return true;
}

bool int_divmod(Vm *vm, Value a, Value b, Value *quotient, Value *rest) {
    if (int_sign(b) == 0) {
        raise_zero_division(vm);
        return false;
    }
    if (!values_are_ints(a, b)) return big_divmod(vm, a, b, quotient, rest);
    int64_t x = value_as_small(a), y = value_as_small(b);
    int64_t q = x / y, r = x % y;
    if (r != 0 && (r < 0) != (y < 0)) {
        q--;
        r += y;
    }
    if (quotient != NULL) *quotient = int_from_int64(vm, q);
    if (rest != NULL) *rest = value_small(r);
    return quotient == NULL || *quotient != VALUE_NULL;
}

static Value int_divmod_tuple(Vm *vm, Value a, Value b) {
    Value q, r;
    if (!int_divmod(vm, a, b, &q, &r)) return VALUE_NULL;
    Tuple *pair = tuple_pack(vm, 2, q, r);
    value_release(vm, q);
    value_release(vm, r);
    return pair == NULL ? VALUE_NULL : obj_value(pair);
}

/* The quotient gets at least 55 bits and a sticky bit, then one rounding. */
static Value big_true_divide(Vm *vm, const IntView *x, const IntView *y) {
    int64_t shift = (int64_t)mag_bits(y->digits, y->count) - (int64_t)mag_bits(x->digits, x->count) + 66;
    bool negative = x->negative != y->negative, overflow = false;
    if (shift > 1300) return float_new(vm, negative ? -0.0 : 0.0); /* far below the smallest subnormal */
    uint32_t up = shift > 0 ? (uint32_t)shift : 0, down = shift < 0 ? (uint32_t)-shift : 0;
    uint32_t count = x->count - down / 32 + up / 32 + 1;
    size_t size = ((size_t)count * 2 + y->count) * sizeof(Digit);
    Digit *work = mem_alloc(vm->mem, size);
    if (work == NULL) return raise_no_memory(vm);
    bool sticky = mag_low_bits(x->digits, x->count, down);
    if (shift > 0) {
        mag_shl(work, x->digits, x->count, up);
    } else {
        mag_shr(work, x->digits, x->count, down);
        work[count - 1] = 0;
    }
    uint32_t n = mag_trim(work, count);
    Digit *q = work + count, *r = q + count;
    memset(q, 0, (size_t)count * sizeof(Digit));
    bool done = mag_divrem(vm, q, r, work, n, y->digits, y->count);
    double d = 0;
    if (done) {
        if (mag_trim(r, y->count) != 0) sticky = true;
        d = mag_to_double(q, mag_trim(q, count), -shift, sticky, &overflow);
    }
    mem_free(vm->mem, work, size);
    if (!done) return VALUE_NULL;
    if (overflow) return raise_error(vm, T_OverflowError, "integer division result too large for a float");
    return float_new(vm, negative ? -d : d);
}

static Value int_true_divide(Vm *vm, Value a, Value b) {
    const int64_t exact = (int64_t)1 << 53;
    if (values_are_ints(a, b)) {
        int64_t x = value_as_small(a), y = value_as_small(b);
        if (y != 0 && x <= exact && x >= -exact && y <= exact && y >= -exact) {
            return float_new(vm, (double)x / (double)y);
        }
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    if (y.count == 0) return raise_zero_division(vm);
    if (x.count == 0) return float_new(vm, y.negative ? -0.0 : 0.0);
    return big_true_divide(vm, &x, &y);
}

/* ---- shifts */

Value int_shift_left(Vm *vm, Value i, uint32_t bits) {
    IntView v;
    int_view(i, &v);
    if (v.count == 0) return value_small(0);
    if (value_is_int(i) && bits < 62 && mag_bits(v.digits, v.count) + bits <= 62) {
        return value_small((int64_t)((uint64_t)value_as_small(i) << bits));
    }
    if (bits / 32 >= INT_DIGITS_MAX) return raise_no_memory(vm);
    BigInt *r = bigint_alloc(vm, v.count + bits / 32 + 1);
    if (r == NULL) return VALUE_NULL;
    mag_shl(r->digits, v.digits, v.count, bits);
    return bigint_finish(vm, r, v.negative);
}

/* Arithmetic shift: floors, so a negative number with lost bits goes one down. */
static Value shift_right(Vm *vm, Value i, uint32_t bits) {
    if (value_is_int(i)) return value_small(value_as_small(i) >> (bits > 63 ? 63 : bits));
    IntView v;
    int_view(i, &v);
    if (bits / 32 >= v.count) return value_small(v.negative ? -1 : 0);
    BigInt *r = bigint_alloc(vm, v.count - bits / 32 + 1);
    if (r == NULL) return VALUE_NULL;
    mag_shr(r->digits, v.digits, v.count, bits);
    r->digits[r->count - 1] = 0;
    if (v.negative && mag_low_bits(v.digits, v.count, bits)) {
        Digit one = 1;
        mag_add(r->digits, r->digits, r->count - 1, &one, 1);
    }
    return bigint_finish(vm, r, v.negative);
}

static Value int_shift(Vm *vm, Value a, Value b, bool left) {
    int64_t bits;
    if (int_sign(b) < 0) return raise_error(vm, T_ValueError, "negative shift count");
    if (int_sign(a) == 0) return value_small(0);
    bool fits = int_as_int64(b, &bits);
    if (!left) return shift_right(vm, a, fits && bits < UINT32_MAX ? (uint32_t)bits : UINT32_MAX);
    if (!fits) return raise_error(vm, T_OverflowError, "too many digits in integer");
    if (bits >= (int64_t)INT_DIGITS_MAX * 32) return raise_no_memory(vm);
    return int_shift_left(vm, a, (uint32_t)bits);
}

/* ---- bit operations, as if two's complement went on for ever */

/* Digit i of the two's complement of a view; *carry starts at 1 for negative ones. */
static Digit complement_digit(const IntView *v, uint32_t i, Digit *carry) {
    Digit digit = i < v->count ? v->digits[i] : 0;
    if (!v->negative) return digit;
    digit = ~digit + *carry;
    if (*carry != 0 && digit != 0) *carry = 0;
    return digit;
}

static Digit bit_apply(int op, Digit x, Digit y) {
    return op == BINARY_AND ? x & y : op == BINARY_OR ? x | y : x ^ y;
}

static Value big_bits(Vm *vm, int op, const IntView *x, const IntView *y) {
    uint32_t n = (x->count > y->count ? x->count : y->count) + 1;
    BigInt *r = bigint_alloc(vm, n);
    if (r == NULL) return VALUE_NULL;
    Digit carry_x = 1, carry_y = 1, carry = 1;
    bool negative = bit_apply(op, x->negative, y->negative) != 0;
    for (uint32_t i = 0; i < n; i++) {
        Digit digit = bit_apply(op, complement_digit(x, i, &carry_x), complement_digit(y, i, &carry_y));
        if (negative) {
            digit = ~digit + carry;
            if (digit != 0) carry = 0;
        }
        r->digits[i] = digit;
    }
    return bigint_finish(vm, r, negative);
}

static Value int_bits(Vm *vm, int op, Value a, Value b) {
    if (values_are_ints(a, b)) {
        int64_t x = value_as_small(a), y = value_as_small(b);
        return value_small(op == BINARY_AND ? x & y : op == BINARY_OR ? x | y : x ^ y);
    }
    if (value_is_bool(a) && value_is_bool(b)) {
        return value_bool(bit_apply(op, a == VALUE_TRUE, b == VALUE_TRUE) != 0);
    }
    IntView x, y;
    int_view(a, &x);
    int_view(b, &y);
    return big_bits(vm, op, &x, &y);
}

/* ---- powers */

static Value take_binary(Vm *vm, int op, Value a, Value b) { /* takes a over */
    Value r = int_binary(vm, op, a, b);
    value_release(vm, a);
    return r;
}

/* Refuses at once what could never fit, before hours of multiplying. */
static bool power_fits(Vm *vm, Value base, uint64_t exponent) {
    uint64_t bits = (uint64_t)int_bit_length(base);
    if (bits <= 1 || exponent == 0) return true;
    if (exponent > (uint64_t)INT_DIGITS_MAX * 32 / (bits - 1)) {
        raise_no_memory(vm);
        return false;
    }
    size_t size = (size_t)((bits - 1) * exponent / 8);
    void *room = mem_alloc(vm->mem, size);
    if (room == NULL) {
        raise_no_memory(vm);
        return false;
    }
    mem_free(vm->mem, room, size);
    return true;
}

static Value int_power_plain(Vm *vm, Value base, uint64_t exponent) {
    if (base == value_small(2) && exponent <= (uint64_t)INT_DIGITS_MAX * 32) {
        return int_shift_left(vm, value_small(1), (uint32_t)exponent);
    }
    Value result = value_small(1);
    for (int bit = 63 - (exponent == 0 ? 63 : __builtin_clzll(exponent)); bit >= 0 && result != VALUE_NULL; bit--) {
        result = replace(vm, result, int_binary(vm, BINARY_MUL, result, result));
        if (result != VALUE_NULL && (exponent >> bit & 1)) result = take_binary(vm, BINARY_MUL, result, base);
    }
    return result;
}

static Value int_power(Vm *vm, Value a, Value b) {
    if (int_sign(b) < 0) {
        bool overflow = false;
        double x = int_as_double(vm, a, &overflow), y = int_as_double(vm, b, &overflow);
        if (overflow) return raise_error(vm, T_OverflowError, "int too large to convert to float");
        return float_power(vm, x, y);
    }
    int64_t exponent;
    if (!int_as_int64(b, &exponent)) {
        bool odd = int_is_odd(b);
        if (int_sign(a) == 0) return value_small(0);
        if (int_bit_length(a) == 1) return value_small(int_sign(a) < 0 && odd ? -1 : 1);
        return raise_no_memory(vm);
    }
    if (!power_fits(vm, a, (uint64_t)exponent)) return VALUE_NULL;
    Value base = int_exact(vm, a);
    if (base == VALUE_NULL) return VALUE_NULL;
    Value result = int_power_plain(vm, base, (uint64_t)exponent);
    value_release(vm, base);
    return result;
}

bool int_is_odd(Value i) {
    IntView v;
    int_view(i, &v);
    return v.count != 0 && (v.digits[0] & 1) != 0;
}

/* The inverse of a modulo m > 0, by Euclid's algorithm. */
static Value int_inverse(Vm *vm, Value a, Value m) {
    Value r0 = int_exact(vm, m), s0 = value_small(0), s1 = value_small(1);
    Value r1 = int_binary(vm, BINARY_MOD, a, m);
    while (r0 != VALUE_NULL && r1 != VALUE_NULL && s1 != VALUE_NULL && int_sign(r1) != 0) {
        Value q = VALUE_NULL, r = VALUE_NULL, product = VALUE_NULL, s = VALUE_NULL;
        if (int_divmod(vm, r0, r1, &q, &r)) product = int_binary(vm, BINARY_MUL, q, s1);
        if (product != VALUE_NULL) s = int_binary(vm, BINARY_SUB, s0, product);
        value_release(vm, q);
        value_release(vm, product);
        value_release(vm, r0);
        value_release(vm, s0);
        r0 = r1;
        r1 = s == VALUE_NULL ? replace(vm, r, VALUE_NULL) : r;
        s0 = s1;
        s1 = s;
    }
    Value result = VALUE_NULL;
    if (r0 != VALUE_NULL && r1 != VALUE_NULL && s1 != VALUE_NULL) {
        if (r0 != value_small(1)) {
            raise_error(vm, T_ValueError, "base is not invertible for the given modulus");
        } else {
            result = int_binary(vm, BINARY_MOD, s0, m);
        }
    }
    value_release(vm, r0);
    value_release(vm, r1);
    value_release(vm, s0);
    value_release(vm, s1);
    return result;
}

/* base ** exponent % m for exponent >= 0, m > 0; base is reduced. Takes base over. */
static Value power_modulo(Vm *vm, Value base, Value exponent, Value m) {
    IntView bits;
    int_view(exponent, &bits);
    Value result = int_binary(vm, BINARY_MOD, value_small(1), m);
    for (uint32_t i = bits.count * 32; i-- > 0 && result != VALUE_NULL;) {
        result = replace(vm, result, int_binary(vm, BINARY_MUL, result, result));
        if (result != VALUE_NULL) result = take_binary(vm, BINARY_MOD, result, m);
        if (result != VALUE_NULL && (bits.digits[i / 32] >> (i % 32) & 1)) {
            result = take_binary(vm, BINARY_MUL, result, base);
            if (result != VALUE_NULL) result = take_binary(vm, BINARY_MOD, result, m);
        }
    }
    value_release(vm, base);
    return result;
}

/* With a positive modulus. */
static Value int_pow_positive(Vm *vm, Value a, Value b, Value m) {
    bool invert = int_sign(b) < 0;
    Value base = invert ? int_inverse(vm, a, m) : int_binary(vm, BINARY_MOD, a, m);
    if (base == VALUE_NULL) return VALUE_NULL;
    if (!invert) return power_modulo(vm, base, b, m);
    Value exponent = int_negate(vm, b);
    Value result = exponent == VALUE_NULL ? replace(vm, base, VALUE_NULL) : power_modulo(vm, base, exponent, m);
    value_release(vm, exponent);
    return result;
}

Value int_pow_mod(Vm *vm, Value a, Value b, Value m) {
    int sign = int_sign(m);
    if (sign == 0) return raise_error(vm, T_ValueError, "pow() 3rd argument cannot be 0");
    if (sign > 0) return int_pow_positive(vm, a, b, m);
    Value positive = int_negate(vm, m);
    if (positive == VALUE_NULL) return VALUE_NULL;
    Value r = int_pow_positive(vm, a, b, positive);
    value_release(vm, positive);
    if (r == VALUE_NULL || int_sign(r) == 0) return r;
    return take_binary(vm, BINARY_ADD, r, m);
}

/* ---- one door for all */

Value int_binary(Vm *vm, int op, Value a, Value b) {
    if (value_is_bool(a) && !value_is_bool(b)) a = value_small(a == VALUE_TRUE);
    if (value_is_bool(b) && !value_is_bool(a)) b = value_small(b == VALUE_TRUE);
    if (value_is_bool(a) && op != BINARY_AND && op != BINARY_OR && op != BINARY_XOR) {
        a = value_small(a == VALUE_TRUE);
        b = value_small(b == VALUE_TRUE);
    }
    Value r;
    switch (op) {
    case BINARY_ADD: return int_add(vm, a, b, false);
    case BINARY_SUB: return int_add(vm, a, b, true);
    case BINARY_MUL: return int_multiply(vm, a, b);
    case BINARY_TRUEDIV: return int_true_divide(vm, a, b);
    case BINARY_FLOORDIV: return int_divmod(vm, a, b, &r, NULL) ? r : VALUE_NULL;
    case BINARY_MOD: return int_divmod(vm, a, b, NULL, &r) ? r : VALUE_NULL;
    case BINARY_DIVMOD: return int_divmod_tuple(vm, a, b);
    case BINARY_POW: return int_power(vm, a, b);
    case BINARY_LSHIFT: return int_shift(vm, a, b, true);
    case BINARY_RSHIFT: return int_shift(vm, a, b, false);
    case BINARY_AND:
    case BINARY_OR:
    case BINARY_XOR: return int_bits(vm, op, a, b);
    default: return VALUE_NOT_IMPLEMENTED;
    }
}
