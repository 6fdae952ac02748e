/* number.h: what the number files share among themselves and with math, builtins and the formatter. */
#ifndef LOOPSCOPE_PYTHON_NUMBER_H
#define LOOPSCOPE_PYTHON_NUMBER_H

#include "object.h"

/* ---- int */
/* What __int__, __float__, ... gave (taken over), which must be a number of the kind: TypeError otherwise, a warning
 * for one of a subclass. `owner`: whose method it is, VALUE_NULL where the message does not say. */
Value number_checked(Vm *vm, Value owner, const char *method, enum type_id kind, Value result);
Value int_exact(Vm *vm, Value i); /* an int (subclass, bool) as a plain int */
bool int_is_odd(Value i);
/* Floor division; either result may be NULL (not wanted). ZeroDivisionError. */
bool int_divmod(Vm *vm, Value a, Value b, Value *quotient, Value *rest);
/* pow(a, b, m) for ints; b may be negative (modular inverse). ValueError for m 0. */
Value int_pow_mod(Vm *vm, Value a, Value b, Value m);
/* pow() of three as the builtin number type says it that `type` is or derives from; NotImplemented: it does not know.
 */
Value number_power(Vm *vm, Type *type, Value base, Value exponent, Value modulus);
Value raise_zero_division(Vm *vm);
/* The characters of an int in a base (2, 8, 10, 16), '-' first when negative, without prefix, in a block of *size bytes
 * to be freed by mem_free. NULL: ValueError (digit limit) or MemoryError. */
char *int_to_text(Vm *vm, Value i, int base, size_t *length, size_t *size);
/* A small int's decimal characters, at most 20, which end before `end`; how many they are. */
size_t int_small_text(int64_t i, char *end);
uint32_t int_small_digits(int64_t i);            /* the same without writing them */
Value int_round(Vm *vm, Value i, Value ndigits); /* round(i, ndigits) */
/* The exact ratio of a finite double. */
bool float_ratio(Vm *vm, double d, Value *numerator, Value *denominator);

/* ---- float */
Value float_power(Vm *vm, double x, double y); /* x ** y: a complex for a negative base with a fractional exponent */
bool float_divmod(Vm *vm, double x, double y, double *quotient, double *rest); /* ZeroDivisionError */
Value float_round(Vm *vm, double d, int64_t ndigits);                          /* round(d, ndigits) */
/* float(x) of anything but a text, a plain float, by __float__ (a subclass may have its own) or __index__; *known
 * false: x is no number. */
Value float_of_number(Vm *vm, Value x, bool *known);
/* d as a double when v is a float or an int: 1; 0: something else; -1: OverflowError set. */
int number_as_double(Vm *vm, Value v, double *d);
/* -1, 0, 1 of an int against a double, exactly; 2 for nan. */
int int_compare_double(Value i, double d);

/* ---- digits of doubles (float_text.c) */
enum digits_mode { DIGITS_SHORTEST, DIGITS_SIGNIFICANT, DIGITS_FIXED };
enum { FLOAT_DIGITS_MAX = 1100 };
/* The digits of |d| (finite), rounded half to even exactly: all that are needed, `count` significant ones or those up
 * to `count` places after the point. No trailing zeros are written (0 gives one "0"). digits has room for
 * FLOAT_DIGITS_MAX. Returns how many; *point: where the decimal point stands (digits[0] is worth 10**(*point - 1)). */
size_t float_digits(double d, enum digits_mode mode, int count, char *digits, int *point);
/* Text of a double by a presentation type: 'e', 'f', 'g', 'r' (repr; precision ignored). alternate: '#'. Always with
 * sign
 * '-' when negative; "inf" and "nan". upper: 'E', 'INF'. In a block of *size bytes to be freed by mem_free; NULL:
 * memory. */
typedef struct FloatStyle {
    char type; /* e f g r */
    int precision;
    bool alternate, add_point_zero, upper;
} FloatStyle;
char *float_to_text(Vm *vm, double d, const FloatStyle *style, size_t *length, size_t *size);
/* Reads a decimal number (no spaces, no underscores) from the start; returns how many bytes it took, 0: malformed. */
size_t float_scan(const char *text, size_t length, double *d);
/* Copies a number's text without its underscores, `*n` characters; `out` may be `text`. False: one stands not between
 * digits. */
bool number_drop_underscores(const char *text, size_t length, char *out, size_t *n);

/* ---- complex (complex.c) */
typedef struct Complex {
    Obj head;
    double real, imag;
} Complex;
Value complex_new(Vm *vm, double real, double imag);
Value complex_power(Vm *vm, double ar, double ai, double br, double bi);
static inline bool is_complex(Vm *vm, Value v) {
    return value_is_obj(v) && type_is_subtype(value_obj(v)->type, TYPE(vm, complex));
}

/* Whether it is a number or becomes one: PyNumber_Check. */
static inline bool object_is_number(Vm *vm, Value v) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    return slots->as_int != NULL || slots->as_float != NULL || is_complex(vm, v);
}

/* The texts of int(x), float(x), complex(x) arguments: ASCII with every Unicode digit made '0'..'9' and every Unicode
 * space made ' '; other characters become '?'. A block of *size bytes for mem_free. NULL: MemoryError. */
char *number_text(Vm *vm, const Str *s, size_t *length, size_t *size);

/* A bytes-like object's bytes, borrowed; false (without exception) when v is none. bytes.c */
bool bytes_view(Vm *vm, Value v, const unsigned char **data, uint32_t *length);

#endif
