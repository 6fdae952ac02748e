/* bigint.h: magnitudes (arrays of 32-bit digits, least significant first) and the BigInt object. Private to the number
 * files. A magnitude is "trimmed" when its last digit is not zero; zero has no digits.
 */
#ifndef LOOPSCOPE_PYTHON_BIGINT_H
#define LOOPSCOPE_PYTHON_BIGINT_H

#include "object.h"

typedef uint32_t Digit;
typedef uint64_t Wide;

/* An int outside the small range, or an instance of a subclass of int (which may hold any value). */
typedef struct BigInt {
    Obj head;
    uint32_t count; /* digits, trimmed */
    bool negative;
    Digit digits[];
} BigInt;

/* No int may have more digits: its bit length must stay within 32 bits on every machine. */
#define INT_DIGITS_MAX ((uint32_t)1 << 26)

/* Any int (small, bool, BigInt) seen as sign and magnitude. Must not be copied: digits may point into `small`. */
typedef struct IntView {
    const Digit *digits;
    uint32_t count;
    bool negative;
    Digit small[2];
} IntView;
void int_view(Value i, IntView *view);

/* A BigInt of `count` digits, not set; NULL with MemoryError (OverflowError when absurd). */
BigInt *bigint_alloc(Vm *vm, uint32_t count);
/* The value of a filled BigInt: trimmed, and made a small int when it fits. Takes over b (NULL stays VALUE_NULL). */
Value bigint_finish(Vm *vm, BigInt *b, bool negative);
Value bigint_from(Vm *vm, const Digit *digits, uint32_t count, bool negative);

/* ---- magnitudes. r may be the same as a or b only where it says so. */
uint32_t mag_trim(const Digit *a, uint32_t n);
int mag_compare(const Digit *a, uint32_t na, const Digit *b, uint32_t nb); /* trimmed */
uint32_t mag_bits(const Digit *a, uint32_t n);                             /* bit length; trimmed */
void mag_add(Digit *r, const Digit *a, uint32_t na, const Digit *b,
             uint32_t nb); /* na >= nb; r: na + 1 digits, may be a, b */
void mag_sub(Digit *r, const Digit *a, uint32_t na, const Digit *b,
             uint32_t nb); /* a >= b; r: na digits, may be a, b */
Digit mag_mul1(Digit *r, const Digit *a, uint32_t n, Digit m,
               Digit carry);                                   /* r: n digits, may be a; returns the carry */
Digit mag_div1(Digit *q, const Digit *a, uint32_t n, Digit d); /* q: n digits, may be a; returns the rest */
bool mag_mul(Vm *vm, Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb); /* r: na + nb digits */
void mag_mul_school(Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb);  /* the same, never fails */
/* q: na - nb + 1 digits, r: nb digits (either may be NULL); na >= nb >= 1, b trimmed. */
bool mag_divrem(Vm *vm, Digit *q, Digit *r, const Digit *a, uint32_t na, const Digit *b, uint32_t nb);
/* The same in place: a has na + 1 digits with a[na] spare; leaves the rest in a[0..nb); b normalised by `shift` on
 * entry. */
void mag_divrem_core(Digit *q, Digit *a, uint32_t na, const Digit *b, uint32_t nb);
void mag_shl(Digit *r, const Digit *a, uint32_t n,
             uint32_t bits); /* r: n + bits / 32 + 1 digits; may be a when bits < 32 */
void mag_shr(Digit *r, const Digit *a, uint32_t n,
             uint32_t bits);                                  /* r: n - bits / 32 digits (bits / 32 <= n); may be a */
bool mag_low_bits(const Digit *a, uint32_t n, uint32_t bits); /* is any of the lowest `bits` bits set? */

/* int_text.c: decimal digits of a magnitude and back; int_parse_text reads what int("...") reads. */
Value int_from_text(Vm *vm, const char *text, size_t length, int base, Value shown);

/* int.c */
Value int_negate(Vm *vm, Value i);
Value int_shift_left(Vm *vm, Value i, uint32_t bits);
/* A copy of an int as an instance of `type`, a subclass of int. */
Value int_as_subtype(Vm *vm, Type *type, Value i);
/* num / 2**-shift as a double, rounded to even; *overflow set when too large. */
double mag_to_double(const Digit *a, uint32_t n, int64_t exponent, bool sticky, bool *overflow);

#endif
