/* value.h: the 64-bit word that every Python value is.
 *
 *   ...xxx1   int, 63 bits, value = word >> 1 (arithmetic)
 *   ...xx10   float whose exponent is not extreme ("flonum"): the double's bits rotated so that the low two bits are
 * free
 *   ...x100   constants: None, False, True, NotImplemented, Ellipsis, and the signals below
 *   ...x000   pointer to an Obj (8-byte aligned); 0 is VALUE_NULL: no value, or "an exception is set"
 *
 * Ints outside 63 bits are BigInt objects, other floats are Float objects: a value has one representation only, so
 * small ints never appear as BigInt and flonum-encodable doubles never as Float objects.
 */
#ifndef LOOPSCOPE_PYTHON_VALUE_H
#define LOOPSCOPE_PYTHON_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t Value;

typedef struct Vm Vm;
typedef struct Obj Obj;
typedef struct Type Type;
typedef struct Str Str;
typedef struct Tuple Tuple;
typedef struct Dict Dict;
typedef struct List List;

#define VALUE_NULL ((Value)0)
#define VALUE_CONST(n) (((Value)(n) << 3) | 4)
#define VALUE_NONE VALUE_CONST(0)
#define VALUE_FALSE VALUE_CONST(2)
#define VALUE_TRUE VALUE_CONST(3)
#define VALUE_NOT_IMPLEMENTED VALUE_CONST(4)
#define VALUE_ELLIPSIS VALUE_CONST(5)

/* What a primitive may return instead of a value (never stored anywhere):
 * PUSHED   a frame was pushed on the current thread; its result is the result of the call.
 * PARKED   the current thread waits (Thread.wake_at, Thread.parked_on); the call's result comes when it resumes.
 * YIELDED  only from a native frame's resume: the coroutine suspends; what it yields is in Thread.yielded. */
#define SIGNAL_PUSHED VALUE_CONST(8)
#define SIGNAL_PARKED VALUE_CONST(9)
#define SIGNAL_YIELDED VALUE_CONST(10)
#define value_is_signal(v) ((v) == SIGNAL_PUSHED || (v) == SIGNAL_PARKED || (v) == SIGNAL_YIELDED)

#define INT_SMALL_MAX ((int64_t)0x3FFFFFFFFFFFFFFF)
#define INT_SMALL_MIN (-INT_SMALL_MAX - 1)

static inline bool value_is_int(Value v) { /* a small int; BigInt and bool are not */
    return (v & 1) != 0;
}
static inline bool value_is_flonum(Value v) {
    return (v & 3) == 2;
}
static inline bool value_is_const(Value v) {
    return (v & 7) == 4;
}
static inline bool value_is_obj(Value v) {
    return (v & 7) == 0 && v != 0;
}
static inline bool value_is_none(Value v) {
    return v == VALUE_NONE;
}
static inline bool value_is_bool(Value v) {
    return (v | 8) == VALUE_TRUE;
}
static inline Value value_bool(bool b) {
    return b ? VALUE_TRUE : VALUE_FALSE;
}
static inline Value value_small(int64_t i) { /* i must be within INT_SMALL_MIN..MAX */
    return ((Value)i << 1) | 1;
}
static inline int64_t value_as_small(Value v) {
    return (int64_t)v >> 1;
}
static inline bool int_fits_small(int64_t i) {
    return i >= INT_SMALL_MIN && i <= INT_SMALL_MAX;
}
static inline bool values_are_ints(Value a, Value b) {
    return (a & b & 1) != 0;
}

/* Flonums: a double with exponent bits b62..b60 of 011 or 100 (magnitudes 2^-255 .. 2^256) and +0.0. */
static inline bool flonum_fits(double d) {
    uint64_t bits;
    memcpy(&bits, &d, 8);
    unsigned top = (unsigned)(bits >> 60) & 7;
    return (top == 3 || top == 4) ? bits != 0x3000000000000000u : bits == 0;
}
static inline Value flonum_pack(double d) { /* flonum_fits(d) must hold */
    uint64_t bits;
    memcpy(&bits, &d, 8);
    if (bits == 0) return 0x8000000000000002u;
    return (((bits << 3) | (bits >> 61)) & ~(uint64_t)3) | 2;
}
static inline double flonum_value(Value v) {
    if (v == 0x8000000000000002u) return 0.0;
    uint64_t top = v >> 63; /* b60 of the double: 1 for exponent 011, 0 for 100 */
    uint64_t bits = (2 - top) | (v & ~(uint64_t)3);
    bits = (bits >> 3) | (bits << 61);
    double d;
    memcpy(&d, &bits, 8);
    return d;
}

/* Every heap object begins with this. */
struct Obj {
    uint32_t refs; /* reference count; 0 only while the slot is free */
    Type *type;    /* owned reference for heap types (class statements), borrowed for builtin ones */
};

static inline Obj *value_obj(Value v) {
    return (Obj *)(uintptr_t)v;
}
static inline Value obj_value(const void *o) {
    return (Value)(uintptr_t)o;
}

void obj_dealloc(Vm *vm, Obj *obj); /* object.c: the count reached zero */

static inline Value value_retain(Value v) {
    if (value_is_obj(v)) value_obj(v)->refs++;
    return v;
}
static inline void value_release(Vm *vm, Value v) {
    if (value_is_obj(v) && --value_obj(v)->refs == 0) obj_dealloc(vm, value_obj(v));
}
#define obj_retain(o) ((void)(((Obj *)(o))->refs++))
static inline void obj_release(Vm *vm, void *o) { /* o may be NULL */
    if (o != NULL && --((Obj *)o)->refs == 0) obj_dealloc(vm, (Obj *)o);
}
/* Replaces *slot by v (takes over the reference to v), releasing what was there last. */
static inline void value_set(Vm *vm, Value *slot, Value v) {
    Value old = *slot;
    *slot = v;
    value_release(vm, old);
}
static inline void value_clear(Vm *vm, Value *slot) {
    value_set(vm, slot, VALUE_NULL);
}

#endif
