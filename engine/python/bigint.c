/* bigint.c: arithmetic on magnitudes. Schoolbook up to a measured size, Karatsuba above it, Knuth's algorithm D for
 * division. Knows nothing of signs; allocates only scratch space, and reports when there is none.
 */
#include "bigint.h"

/* Below this many digits schoolbook multiplication wins; measured natively, times are flat between 44 and 60. */
enum { KARATSUBA_MIN = 44 };

uint32_t mag_trim(const Digit *a, uint32_t n) {
    while (n > 0 && a[n - 1] == 0) n--;
    return n;
}

int mag_compare(const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    if (na != nb) return na < nb ? -1 : 1;
    for (uint32_t i = na; i-- > 0;) {
        if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
    }
    return 0;
}

uint32_t mag_bits(const Digit *a, uint32_t n) {
    return n == 0 ? 0 : n * 32 - (uint32_t)__builtin_clz(a[n - 1]);
}

bool mag_low_bits(const Digit *a, uint32_t n, uint32_t bits) {
    uint32_t whole = bits / 32;
    for (uint32_t i = 0; i < n && i < whole; i++) {
        if (a[i] != 0) return true;
    }
    return whole < n && bits % 32 != 0 && (a[whole] << (32 - bits % 32)) != 0;
}

void mag_add(Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    Wide carry = 0;
    uint32_t i = 0;
    for (; i < nb; i++) {
        carry += (Wide)a[i] + b[i];
        r[i] = (Digit)carry;
        carry >>= 32;
    }
    for (; i < na; i++) {
        carry += a[i];
        r[i] = (Digit)carry;
        carry >>= 32;
    }
    r[na] = (Digit)carry;
}

void mag_sub(Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    int64_t borrow = 0;
    uint32_t i = 0;
    for (; i < nb; i++) {
        borrow += (int64_t)a[i] - (int64_t)b[i];
        r[i] = (Digit)borrow;
        borrow >>= 32;
    }
    for (; i < na; i++) {
        borrow += (int64_t)a[i];
        r[i] = (Digit)borrow;
        borrow >>= 32;
    }
}

Digit mag_mul1(Digit *r, const Digit *a, uint32_t n, Digit m, Digit carry) {
    Wide acc = carry;
    for (uint32_t i = 0; i < n; i++) {
        acc += (Wide)a[i] * m;
        r[i] = (Digit)acc;
        acc >>= 32;
    }
    return (Digit)acc;
}

Digit mag_div1(Digit *q, const Digit *a, uint32_t n, Digit d) {
    Wide rest = 0;
    for (uint32_t i = n; i-- > 0;) {
        rest = (rest << 32) | a[i];
        q[i] = (Digit)(rest / d);
        rest %= d;
    }
    return (Digit)rest;
}

/* r[0..n) += a * m; returns the carry. */
static Digit mag_addmul1(Digit *r, const Digit *a, uint32_t n, Digit m) {
    Wide acc = 0;
    for (uint32_t i = 0; i < n; i++) {
        acc += (Wide)a[i] * m + r[i];
        r[i] = (Digit)acc;
        acc >>= 32;
    }
    return (Digit)acc;
}

void mag_mul_school(Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    memset(r, 0, (size_t)na * sizeof *r);
    for (uint32_t i = 0; i < nb; i++) r[na + i] = mag_addmul1(r + i, a, na, b[i]);
}

/* r = |a - b| for n digits against nb <= n; true when a < b. */
static bool mag_abs_diff(Digit *r, const Digit *a, uint32_t n, const Digit *b, uint32_t nb) {
    if (mag_compare(a, mag_trim(a, n), b, mag_trim(b, nb)) >= 0) {
        mag_sub(r, a, n, b, nb);
        return false;
    }
    /* a < b: a has nothing above nb */
    mag_sub(r, b, nb, a, nb);
    memset(r + nb, 0, (size_t)(n - nb) * sizeof *r);
    return true;
}

/* r[0..) += a, the carry runs on. */
static void mag_add_into(Digit *r, uint32_t room, const Digit *a, uint32_t n) {
    Wide carry = 0;
    for (uint32_t i = 0; i < room && (i < n || carry != 0); i++) {
        carry += (Wide)r[i] + (i < n ? a[i] : 0);
        r[i] = (Digit)carry;
        carry >>= 32;
    }
}

/* r (2n digits) = a * b, n digits each; scratch: 2n + 128 digits. */
static void mag_karatsuba(Digit *r, const Digit *a, const Digit *b, uint32_t n, Digit *scratch) {
    if (n < KARATSUBA_MIN) {
        mag_mul_school(r, a, n, b, n);
        return;
    }
    uint32_t m = (n + 1) / 2, high = n - m;
    bool negative = mag_abs_diff(r, a, m, a + m, high);
    negative ^= mag_abs_diff(r + m, b, m, b + m, high);
    mag_karatsuba(scratch, r, r + m, m, scratch + 2 * m); /* |a0 - a1| * |b0 - b1| */
    mag_karatsuba(r, a, b, m, scratch + 2 * m);
    mag_karatsuba(r + 2 * m, a + m, b + m, high, scratch + 2 * m);
    int64_t carry = 0; /* scratch = low + high - signed middle */
    for (uint32_t i = 0; i < 2 * m; i++) {
        carry += (int64_t)r[i] + (i < 2 * high ? (int64_t)r[2 * m + i] : 0);
        carry += negative ? (int64_t)scratch[i] : -(int64_t)scratch[i];
        scratch[i] = (Digit)carry;
        carry >>= 32;
    }
    scratch[2 * m] = (Digit)carry;
    mag_add_into(r + m, 2 * n - m, scratch, 2 * m + 1);
}

/* b is the shorter; a is cut into pieces of b's length. */
static void mag_mul_pieces(Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb, Digit *scratch) {
    Digit *product = scratch;
    scratch += 2 * (size_t)nb;
    memset(r, 0, (size_t)(na + nb) * sizeof *r);
    uint32_t at = 0;
    for (; na - at >= nb; at += nb) {
        mag_karatsuba(product, a + at, b, nb, scratch);
        mag_add_into(r + at, na + nb - at, product, 2 * nb);
    }
    if (at < na) {
        mag_mul_school(product, b, nb, a + at, na - at);
        mag_add_into(r + at, na + nb - at, product, nb + na - at);
    }
}

bool mag_mul(Vm *vm, Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    if (na < nb) {
        const Digit *t = a;
        uint32_t nt = na;
        a = b;
        na = nb;
        b = t;
        nb = nt;
    }
    if (nb < KARATSUBA_MIN) {
        mag_mul_school(r, a, na, b, nb);
        return true;
    }
    size_t size = (4 * (size_t)nb + 128) * sizeof(Digit);
    Digit *scratch = mem_alloc(vm->mem, size);
    if (scratch == NULL) {
        raise_no_memory(vm);
        return false;
    }
    if (na == nb) {
        mag_karatsuba(r, a, b, na, scratch);
    } else {
        mag_mul_pieces(r, a, na, b, nb, scratch);
    }
    mem_free(vm->mem, scratch, size);
    return true;
}

/* a[0..nb] -= b * q; true when it went below zero. */
static bool mag_submul1(Digit *a, const Digit *b, uint32_t nb, Digit q) {
    Wide carry = 0;
    int64_t borrow = 0;
    for (uint32_t i = 0; i < nb; i++) {
        carry += (Wide)b[i] * q;
        borrow += (int64_t)a[i] - (int64_t)(Digit)carry;
        a[i] = (Digit)borrow;
        borrow >>= 32;
        carry >>= 32;
    }
    borrow += (int64_t)a[nb] - (int64_t)carry;
    a[nb] = (Digit)borrow;
    return borrow < 0;
}

static void mag_add_back(Digit *a, const Digit *b, uint32_t nb) {
    Wide carry = 0;
    for (uint32_t i = 0; i < nb; i++) {
        carry += (Wide)a[i] + b[i];
        a[i] = (Digit)carry;
        carry >>= 32;
    }
    a[nb] += (Digit)carry;
}

/* One quotient digit, at most 2 too large: step D3 of Knuth's algorithm. */
static Digit mag_guess(Digit a2, Digit a1, Digit a0, Digit b1, Digit b0) {
    Wide top = ((Wide)a2 << 32) | a1;
    Wide q = a2 >= b1 ? 0xFFFFFFFFu : top / b1;
    Wide rest = top - q * b1;
    while (rest <= 0xFFFFFFFFu && q * b0 > ((rest << 32) | a0)) {
        q--;
        rest += b1;
    }
    return (Digit)q;
}

void mag_divrem_core(Digit *q, Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    for (uint32_t j = na - nb + 1; j-- > 0;) {
        Digit guess = mag_guess(a[j + nb], a[j + nb - 1], a[j + nb - 2], b[nb - 1], b[nb - 2]);
        if (mag_submul1(a + j, b, nb, guess)) {
            mag_add_back(a + j, b, nb);
            guess--;
        }
        if (q != NULL) q[j] = guess;
    }
}

static bool mag_divrem_one(Vm *vm, Digit *q, Digit *r, const Digit *a, uint32_t na, Digit d) {
    Digit *quotient = q;
    size_t size = (size_t)na * sizeof(Digit);
    if (q == NULL) quotient = mem_alloc(vm->mem, size);
    if (quotient == NULL) {
        raise_no_memory(vm);
        return false;
    }
    Digit rest = mag_div1(quotient, a, na, d);
    if (r != NULL) r[0] = rest;
    if (q == NULL) mem_free(vm->mem, quotient, size);
    return true;
}

bool mag_divrem(Vm *vm, Digit *q, Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb) {
    if (nb == 1) return mag_divrem_one(vm, q, r, a, na, b[0]);
    size_t size = ((size_t)na + 2 + nb + 1) * sizeof(Digit);
    Digit *work = mem_alloc(vm->mem, size);
    if (work == NULL) {
        raise_no_memory(vm);
        return false;
    }
    Digit *divisor = work + na + 2;
    uint32_t shift = (uint32_t)__builtin_clz(b[nb - 1]);
    mag_shl(work, a, na, shift);
    mag_shl(divisor, b, nb, shift);
    mag_divrem_core(q, work, na, divisor, nb);
    if (r != NULL) mag_shr(r, work, nb, shift);
    mem_free(vm->mem, work, size);
    return true;
}

void mag_shl(Digit *r, const Digit *a, uint32_t n, uint32_t bits) {
    uint32_t whole = bits / 32, part = bits % 32;
    Digit above = 0;
    if (part == 0) {
        memmove(r + whole, a, (size_t)n * sizeof *r);
        r[n + whole] = 0;
    } else {
        for (uint32_t i = n; i-- > 0;) {
            r[i + whole + 1] = above | (a[i] >> (32 - part));
            above = a[i] << part;
        }
        r[whole] = above;
    }
    memset(r, 0, (size_t)whole * sizeof *r);
}

void mag_shr(Digit *r, const Digit *a, uint32_t n, uint32_t bits) {
    uint32_t whole = bits / 32, part = bits % 32, count = n - whole;
    if (part == 0) {
        memmove(r, a + whole, (size_t)count * sizeof *r);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        Digit above = i + 1 < count ? a[whole + i + 1] << (32 - part) : 0;
        r[i] = (a[whole + i] >> part) | above;
    }
}

/* ldexp for 0 <= m < 2**64 without the maths library: the bits are put together by hand. */
static double double_from_parts(Wide mantissa, int64_t exponent) {
    /* mantissa < 2**53 and already rounded for its place */
    if (mantissa == 0) return 0.0;
    uint64_t bits;
    if (mantissa >> 52 == 0) { /* subnormal: exponent is -1074 */
        bits = mantissa;
    } else {
        bits = ((uint64_t)(exponent + 1075) << 52) | (mantissa & 0xFFFFFFFFFFFFFu);
    }
    double d;
    memcpy(&d, &bits, sizeof d);
    return d;
}

/* The top 64 bits of a magnitude (fewer when it is shorter) and whether anything below them is set. */
static Wide mag_top(const Digit *a, uint32_t n, uint32_t *dropped, bool *sticky) {
    uint32_t bits = mag_bits(a, n);
    uint32_t drop = bits > 64 ? bits - 64 : 0;
    Wide top = 0;
    for (uint32_t i = n; i-- > drop / 32;) {
        int64_t place = (int64_t)i * 32 - drop;
        if (place >= 64) continue;
        top |= place >= 0 ? (Wide)a[i] << place : (Wide)a[i] >> -place;
    }
    if (mag_low_bits(a, n, drop)) *sticky = true;
    *dropped = drop;
    return top;
}

double mag_to_double(const Digit *a, uint32_t n, int64_t exponent, bool sticky, bool *overflow) {
    if (n == 0) return 0.0;
    uint32_t dropped;
    Wide top = mag_top(a, n, &dropped, &sticky);
    exponent += dropped;
    int64_t length = 64 - __builtin_clzll(top);
    int64_t drop = length - 53;
    if (exponent + drop < -1074) drop = -1074 - exponent; /* subnormal: fewer bits are kept */
    if (drop > 64) return 0.0;
    if (drop > 0) {
        Wide half = (Wide)1 << (drop - 1);
        Wide low = drop == 64 ? top : top & ((half << 1) - 1);
        top = drop == 64 ? 0 : top >> drop;
        if (low > half || (low == half && (sticky || (top & 1)))) top++;
    } else {
        top <<= -drop;
    }
    exponent += drop;
    if (top >> 53 != 0) {
        top >>= 1;
        exponent++;
    }
    if (exponent > 971) {
        *overflow = true;
        return __builtin_inf();
    }
    return double_from_parts(top, exponent);
}
