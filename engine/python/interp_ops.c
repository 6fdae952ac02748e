/* interp_ops.c: operators, comparisons, items and iteration: what the dispatch loop's fast paths do not cover. */
#include "interp.h"

#include "walk.h"

#include "dict.h"
#include "iterators.h"
#include "list.h"

/* Stores a result in R[a]: false when it is VALUE_NULL. Operands must have been released before: one may be R[a]. */
static inline bool result(Vm *vm, Frame *frame, uint32_t reg, Value v) {
    if (UNLIKELY(v == VALUE_NULL)) return false;
    value_set(vm, &frame->regs[reg], v);
    return true;
}

static bool result_of_two(Vm *vm, Frame *frame, const Instr *ip, Value v) {
    if (UNLIKELY(v == VALUE_NULL)) return false;
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->c);
    value_set(vm, &frame->regs[ip->a], v);
    return true;
}

static bool result_of_one(Vm *vm, Frame *frame, const Instr *ip, Value v) {
    if (UNLIKELY(v == VALUE_NULL)) return false;
    operand_done(vm, frame, ip->b);
    value_set(vm, &frame->regs[ip->a], v);
    return true;
}

/* A number as double: ints up to 2^53 in size, so that the conversion is exact, and floats. */
static inline bool quick_double(Value v, double *d) {
    if (value_is_flonum(v)) {
        *d = flonum_value(v);
        return true;
    }
    if (!value_is_int(v)) return false;
    int64_t i = value_as_small(v);
    *d = (double)i;
    return i <= ((int64_t)1 << 53) && i >= -((int64_t)1 << 53);
}

/* Arithmetic of ints and floats mixed. VALUE_NULL without an exception: not for us. */
static Value quick_arithmetic(Vm *vm, int op, Value a, Value b) {
    double x, y;
    if (!quick_double(a, &x) || !quick_double(b, &y)) return VALUE_NULL;
    if (op == BINARY_TRUEDIV) return y == 0.0 ? VALUE_NULL : float_new(vm, x / y);
    if (values_are_ints(a, b)) return VALUE_NULL;
    switch (op) {
    case BINARY_ADD: return float_new(vm, x + y);
    case BINARY_SUB: return float_new(vm, x - y);
    case BINARY_MUL: return float_new(vm, x * y);
    default: return VALUE_NULL;
    }
}

/* `otherwise` decides what is neither numbers nor strings: object_binary, or object_inplace. */
static inline Value operate(Vm *vm, int op, Value a, Value b, Value (*otherwise)(Vm *, int, Value, Value)) {
    if (!value_is_obj(a) && !value_is_obj(b)) {
        Value v = quick_arithmetic(vm, op, a, b);
        if (v != VALUE_NULL) return v;
        if (UNLIKELY(error_is_set(vm))) return VALUE_NULL;
        if (values_are_ints(a, b) && op != BINARY_MATMUL) return int_binary(vm, op, a, b);
    } else if (op == BINARY_ADD && is_exact(vm, a, T_str) && is_exact(vm, b, T_str)) {
        return obj_value(str_concat(vm, AS(Str, a), AS(Str, b)));
    }
    return otherwise(vm, op, a, b);
}

static Value binary(Vm *vm, int op, Value a, Value b) {
    return operate(vm, op, a, b, object_binary);
}

static Value inplace(Vm *vm, int op, Value a, Value b) {
    return operate(vm, op, a, b, object_inplace);
}

/* s += t and s = s + t where s is the only reference: grows in place, so that building a string in a loop is linear. */
static bool append_str(Vm *vm, Frame *frame, const Instr *ip, Str *a, Str *b) {
    frame->regs[ip->b] = VALUE_NULL;
    Str *joined = str_append_take(vm, a, b);
    if (joined == NULL) return false;
    operand_done(vm, frame, ip->c);
    value_set(vm, &frame->regs[ip->a], obj_value(joined));
    return true;
}

static inline bool may_append(Vm *vm, const Frame *frame, const Instr *ip, int op, Value a, Value b) {
    return op == BINARY_ADD && is_exact(vm, a, T_str) && is_exact(vm, b, T_str) &&
           (ip->a == ip->b || ip->b >= frame->code->first_temp) && ip->b != ip->c;
}

bool op_binary(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    if (UNLIKELY(a == VALUE_NULL)) return false;
    Value b = operand(vm, frame, ip->c);
    if (UNLIKELY(b == VALUE_NULL)) return false;
    if (may_append(vm, frame, ip, op, a, b)) return append_str(vm, frame, ip, AS(Str, a), AS(Str, b));
    return result_of_two(vm, frame, ip, binary(vm, op, a, b));
}

/* list += what Python code gives: 1 when that is done, 0 for other lists and values, -1: pushed, or an exception. */
static int extend_by_walk(Vm *vm, Frame *frame, Value list, Value iterable) {
    Value iterator, none;
    if (walk_came(vm, frame, &none)) return 1;
    int walk = list_extend_walks(vm, list, iterable, &iterator);
    if (walk > 0) (void)walk_operand_into(vm, &list_extend_ops, iterator, list);
    return walk == 0 ? 0 : -1;
}

bool op_inplace(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    if (UNLIKELY(a == VALUE_NULL)) return false;
    Value b = operand(vm, frame, ip->c);
    if (UNLIKELY(b == VALUE_NULL)) return false;
    if (may_append(vm, frame, ip, op, a, b)) return append_str(vm, frame, ip, AS(Str, a), AS(Str, b));
    if (op == BINARY_ADD && is_exact(vm, a, T_list)) {
        int walk = extend_by_walk(vm, frame, a, b);
        if (walk != 0) return walk > 0 && result_of_two(vm, frame, ip, value_retain(a));
    }
    return result_of_two(vm, frame, ip, inplace(vm, op, a, b));
}

bool op_arithmetic(Vm *vm, Frame *frame, const Instr *ip, int op, bool plain) {
    return plain ? op_binary(vm, frame, ip, op) : op_inplace(vm, frame, ip, op);
}

static inline Value immediate(const Instr *ip) {
    return value_small((int16_t)ip->c);
}

bool op_binary_int(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    return a != VALUE_NULL && result_of_one(vm, frame, ip, binary(vm, op, a, immediate(ip)));
}

bool op_inplace_int(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    if (UNLIKELY(a == VALUE_NULL)) return false;
    return result_of_one(vm, frame, ip, inplace(vm, op, a, immediate(ip)));
}

bool op_unary(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    if (UNLIKELY(a == VALUE_NULL)) return false;
    if (op == UNARY_NEG && value_is_flonum(a) && flonum_value(a) != 0.0)
        return result_of_one(vm, frame, ip, float_new(vm, -flonum_value(a)));
    return result_of_one(vm, frame, ip, object_unary(vm, op, a));
}

/* ---- comparisons ---- */

static Value compare(Vm *vm, Value a, Value b, int op) {
    if (op <= COMPARE_NE && op >= COMPARE_EQ && is_exact(vm, a, T_str) && is_exact(vm, b, T_str))
        return value_bool((a == b || str_equal(AS(Str, a), AS(Str, b))) == (op == COMPARE_EQ));
    return object_compare(vm, a, b, op);
}

bool op_compare(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->b);
    if (UNLIKELY(a == VALUE_NULL)) return false;
    Value b = operand(vm, frame, ip->c);
    if (UNLIKELY(b == VALUE_NULL)) return false;
    return result_of_two(vm, frame, ip, compare(vm, a, b, op));
}

static int truth_taken(Vm *vm, Value v) {
    if (v == VALUE_NULL) return -1;
    int truth = object_truth(vm, v);
    value_release(vm, v);
    return truth;
}

int op_compare_jump(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->a);
    if (UNLIKELY(a == VALUE_NULL)) return -1;
    Value b = operand(vm, frame, ip->b);
    if (UNLIKELY(b == VALUE_NULL)) return -1;
    int truth = truth_taken(vm, compare(vm, a, b, op));
    if (truth < 0) return -1;
    operand_done(vm, frame, ip->a);
    operand_done(vm, frame, ip->b);
    return truth;
}

int op_compare_int_jump(Vm *vm, Frame *frame, const Instr *ip, int op) {
    Value a = operand(vm, frame, ip->a);
    if (UNLIKELY(a == VALUE_NULL)) return -1;
    int truth = truth_taken(vm, object_compare(vm, a, value_small((int16_t)ip->b), op));
    if (truth < 0) return -1;
    operand_done(vm, frame, ip->a);
    return truth;
}

int op_contains(Vm *vm, Frame *frame, uint32_t item, uint32_t container) {
    Value i = operand(vm, frame, item);
    if (UNLIKELY(i == VALUE_NULL)) return -1;
    Value c = operand(vm, frame, container);
    if (UNLIKELY(c == VALUE_NULL)) return -1;
    int found = object_contains(vm, c, i);
    if (found < 0) return -1;
    operand_done(vm, frame, item);
    operand_done(vm, frame, container);
    return found;
}

int op_truth(Vm *vm, Frame *frame, uint32_t reg) {
    Value v = operand(vm, frame, reg);
    if (UNLIKELY(v == VALUE_NULL)) return -1;
    int truth = object_truth(vm, v);
    if (truth >= 0) operand_done(vm, frame, reg);
    return truth;
}

/* Equal numbers may be two objects in CPython, but nobody should see more distinct ones than there: floats of one bit
 * pattern are the same value here. */
int op_same(Vm *vm, Frame *frame, uint32_t a, uint32_t b) {
    Value x = operand(vm, frame, a);
    if (UNLIKELY(x == VALUE_NULL)) return -1;
    Value y = operand(vm, frame, b);
    if (UNLIKELY(y == VALUE_NULL)) return -1;
    int same = x == y;
    operand_done(vm, frame, a);
    operand_done(vm, frame, b);
    return same;
}

/* ---- items ---- */

static Value getitem(Vm *vm, Value container, Value key) {
    if (is_exact(vm, container, T_str)) return str_getitem(vm, container, key);
    if (is_exact(vm, container, T_dict)) {
        Value v = dict_get(vm, AS(Dict, container), key);
        if (v != VALUE_NULL) return value_retain(v);
        return error_is_set(vm) ? VALUE_NULL : raise_key_error(vm, key);
    }
    return object_getitem(vm, container, key);
}

bool op_getitem(Vm *vm, Frame *frame, const Instr *ip) {
    Value container = operand(vm, frame, ip->b);
    if (UNLIKELY(container == VALUE_NULL)) return false;
    Value key = operand(vm, frame, ip->c);
    if (UNLIKELY(key == VALUE_NULL)) return false;
    return result_of_two(vm, frame, ip, getitem(vm, container, key));
}

bool op_getitem_int(Vm *vm, Frame *frame, const Instr *ip) {
    Value container = operand(vm, frame, ip->b);
    return container != VALUE_NULL && result_of_one(vm, frame, ip, getitem(vm, container, immediate(ip)));
}

/* list[slice] = what Python code gives, as extend_by_walk. */
static int slice_by_walk(Vm *vm, Frame *frame, Value list, Value slice, Value iterable) {
    Value iterator, items;
    if (walk_came(vm, frame, &items)) {
        bool ok = object_setitem(vm, list, slice, items);
        value_release(vm, items);
        return ok ? 1 : -1;
    }
    int walk = iterable == list ? 0 : walk_wanted(vm, iterable, &iterator);
    if (walk < 0 && error_matches(vm, T_TypeError)) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "must assign iterable to extended slice");
    }
    if (walk > 0) (void)walk_operand_list(vm, iterator);
    return walk == 0 ? 0 : -1;
}

static NOINLINE bool set_other(Vm *vm, Frame *frame, Value container, Value key, Value v) {
    bool slice = is_exact(vm, container, T_list) && is_exact(vm, key, T_slice);
    int walk = slice ? slice_by_walk(vm, frame, container, key, v) : 0;
    return walk == 0 ? object_setitem(vm, container, key, v) : walk > 0;
}

bool op_setitem(Vm *vm, Frame *frame, const Instr *ip) {
    Value container = operand(vm, frame, ip->a);
    if (UNLIKELY(container == VALUE_NULL)) return false;
    Value key = operand(vm, frame, ip->b);
    if (UNLIKELY(key == VALUE_NULL)) return false;
    Value v = operand(vm, frame, ip->c);
    if (UNLIKELY(v == VALUE_NULL)) return false;
    bool ok = is_exact(vm, container, T_dict) ? dict_set(vm, AS(Dict, container), key, v)
                                              : set_other(vm, frame, container, key, v);
    if (UNLIKELY(!ok)) return false;
    operand_done(vm, frame, ip->c);
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->a);
    return true;
}

bool op_delitem(Vm *vm, Frame *frame, const Instr *ip) {
    Value container = operand(vm, frame, ip->a);
    if (UNLIKELY(container == VALUE_NULL)) return false;
    Value key = operand(vm, frame, ip->b);
    if (UNLIKELY(key == VALUE_NULL)) return false;
    if (!object_setitem(vm, container, key, VALUE_NULL)) return false;
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->a);
    return true;
}

bool op_build_slice(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    Value slice = slice_new(vm, run[0], run[1], run[2]);
    if (slice == VALUE_NULL) return false;
    for (int i = 0; i < 3; i++) value_clear(vm, &run[i]);
    return result(vm, frame, ip->a, slice);
}

/* ---- iteration ---- */

bool op_get_iter(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    return v != VALUE_NULL && result_of_one(vm, frame, ip, object_iter(vm, v));
}

/* The next key of a dict where nothing is in the way, owned; VALUE_NULL: ask its iterator. */
static Value quick_key(DictIterator *it) {
    if (it->dict == VALUE_NULL) return VALUE_NULL;
    const Dict *d = AS(Dict, it->dict);
    if (it->used != d->used || it->position >= d->nentries || it->remaining == 0) return VALUE_NULL;
    Value key = d->entries[it->position].key;
    if (key == VALUE_NULL) return VALUE_NULL;
    it->position++;
    it->remaining--;
    return value_retain(key);
}

static Value next_item(Vm *vm, Value iterator, const Type *type) {
    Value item = type == vm->types[T_dict_keyiterator] ? quick_key(AS(DictIterator, iterator)) : VALUE_NULL;
    if (item != VALUE_NULL) return item;
    bool frame = !gen_steps(iterator) && next_runs_code(vm, iterator); /* a generator that comes here has ended */
    return frame ? next_for(vm, iterator) : type->slots.next(vm, iterator);
}

int op_for_next(Vm *vm, Frame *frame, const Instr *ip) {
    Value iterator = frame->regs[ip->b];
    Type *type = type_of(vm, iterator);
    if (UNLIKELY(type->slots.next == NULL)) {
        raise_error(vm, T_TypeError, "'%N' object is not an iterator", type);
        return -1;
    }
    Value item = next_item(vm, iterator, type);
    if (item == SIGNAL_PUSHED) return 2;
    if (item == VALUE_NULL) {
        if (!error_is_set(vm)) return 0;
        if (!error_matches(vm, T_StopIteration)) return -1;
        error_clear(vm);
        return 0;
    }
    value_set(vm, &frame->regs[ip->a], item);
    return 1;
}
