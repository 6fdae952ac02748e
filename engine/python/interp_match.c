/* interp_match.c: the tests of match statements. */
#include "interp.h"

static bool result(Vm *vm, Frame *frame, uint32_t reg, Value v) { /* v is owned */
    if (UNLIKELY(v == VALUE_NULL)) return false;
    value_set(vm, &frame->regs[reg], v);
    return true;
}

bool op_match_sequence(Vm *vm, Frame *frame, const Instr *ip) {
    bool yes = (type_of(vm, frame->regs[ip->b])->flags & TYPE_SEQUENCE) != 0;
    return result(vm, frame, ip->a, value_bool(yes));
}

bool op_match_mapping(Vm *vm, Frame *frame, const Instr *ip) {
    bool yes = (type_of(vm, frame->regs[ip->b])->flags & TYPE_MAPPING) != 0;
    return result(vm, frame, ip->a, value_bool(yes));
}

bool op_get_len(Vm *vm, Frame *frame, const Instr *ip) {
    int64_t length = object_length(vm, frame->regs[ip->b]);
    return length >= 0 && result(vm, frame, ip->a, int_from_int64(vm, length));
}

/* ---- mappings ---- */

static bool key_repeats(Vm *vm, const Tuple *keys, uint32_t i, bool *failed) {
    for (uint32_t k = 0; k < i; k++) {
        int equal = object_equal(vm, keys->items[k], keys->items[i]);
        *failed = equal < 0;
        if (equal != 0) return equal > 0;
    }
    *failed = false;
    return false;
}

/* Owned; VALUE_NONE by *absent. CPython asks get(key, sentinel), so that defaultdict makes nothing. */
static Value mapping_get(Vm *vm, Value mapping, Value key, bool *absent) {
    *absent = false;
    if (is_exact(vm, mapping, T_dict)) {
        Value v = dict_get(vm, AS(Dict, mapping), key);
        if (v == VALUE_NULL && !error_is_set(vm)) *absent = true;
        return value_retain(v);
    }
    List *sentinel = list_new(vm, 0);
    if (sentinel == NULL) return VALUE_NULL;
    Value args[2] = {key, obj_value(sentinel)};
    Value v = call_method(vm, mapping, vm->names[N_get], args, 2);
    if (v == obj_value(sentinel)) {
        *absent = true;
        value_release(vm, v);
        v = VALUE_NULL;
    }
    obj_release(vm, sentinel);
    return v;
}

static Value match_keys(Vm *vm, Value mapping, const Tuple *keys) {
    Tuple *values = tuple_new(vm, keys->length);
    if (values == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < keys->length; i++) {
        bool failed, absent = false;
        if (key_repeats(vm, keys, i, &failed))
            raise_error(vm, T_ValueError, "mapping pattern checks duplicate key (%R)", keys->items[i]);
        else if (!failed)
            values->items[i] = mapping_get(vm, mapping, keys->items[i], &absent);
        if (values->items[i] == VALUE_NULL) {
            obj_release(vm, values);
            return absent ? VALUE_NONE : VALUE_NULL;
        }
    }
    return obj_value(values);
}

bool op_match_keys(Vm *vm, Frame *frame, const Instr *ip) {
    Value keys = operand(vm, frame, ip->c);
    if (keys == VALUE_NULL) return false;
    Value values = match_keys(vm, frame->regs[ip->b], AS(Tuple, keys));
    if (values == VALUE_NULL) return false;
    operand_done(vm, frame, ip->c);
    return result(vm, frame, ip->a, values);
}

/* ---- classes ---- */

typedef struct ClassMatch {
    Value subject;
    Type *type;
    List *values;
    List *seen; /* names used already */
} ClassMatch;

/* 1: the attribute's value was appended, 0: absent, -1: error. */
static int match_attribute(Vm *vm, ClassMatch *m, Value name) {
    if (!is_str(name)) {
        raise_error(vm, T_TypeError, "__match_args__ elements must be strings (got %T)", name);
        return -1;
    }
    int repeated = object_contains(vm, obj_value(m->seen), name);
    if (repeated != 0) {
        if (repeated > 0)
            raise_error(vm, T_TypeError, "%N() got multiple sub-patterns for attribute %R", m->type, name);
        return -1;
    }
    if (!list_append(vm, m->seen, name)) return -1;
    bool failed;
    Value v = object_getattr_opt(vm, m->subject, AS(Str, name), &failed);
    if (v == VALUE_NULL) return failed ? -1 : 0;
    return list_append_take(vm, m->values, v) ? 1 : -1;
}

/* Builtin types whose one positional sub-pattern is the subject itself. */
static bool matches_itself(Vm *vm, const Type *type) {
    static const uint8_t ids[] = {T_bool, T_bytearray, T_bytes, T_dict, T_float, T_frozenset,
                                  T_int,  T_list,      T_set,   T_str,  T_tuple};
    for (size_t i = 0; i < sizeof ids; i++)
        if (type_is_subtype(type, vm->types[ids[i]])) return true;
    return false;
}

static int match_itself(Vm *vm, ClassMatch *m, uint32_t npositional) {
    if (npositional > 1) {
        raise_error(vm, T_TypeError, "%N() accepts 1 positional sub-pattern (%u given)", m->type, npositional);
        return -1;
    }
    return list_append(vm, m->values, m->subject) ? 1 : -1;
}

static int match_positional(Vm *vm, ClassMatch *m, uint32_t npositional) {
    bool failed;
    Value names = object_getattr_opt(vm, obj_value(m->type), vm->names[N___match_args__], &failed);
    if (failed) return -1;
    if (names == VALUE_NULL && matches_itself(vm, m->type)) return match_itself(vm, m, npositional);
    if (names != VALUE_NULL && !is_tuple(names)) {
        raise_error(vm, T_TypeError, "%N.__match_args__ must be a tuple (got %T)", m->type, names);
        value_release(vm, names);
        return -1;
    }
    uint32_t allowed = names != VALUE_NULL ? AS(Tuple, names)->length : 0;
    int matched = 1;
    if (npositional > allowed) {
        raise_error(vm, T_TypeError, "%N() accepts %u positional sub-pattern%s (%u given)", m->type, allowed,
                    allowed == 1 ? "" : "s", npositional);
        matched = -1;
    }
    for (uint32_t i = 0; matched > 0 && i < npositional; i++)
        matched = match_attribute(vm, m, AS(Tuple, names)->items[i]);
    value_release(vm, names);
    return matched;
}

static int match_class(Vm *vm, ClassMatch *m, const Tuple *keywords, uint32_t npositional) {
    int matched = object_isinstance(vm, m->subject, obj_value(m->type));
    if (matched > 0 && npositional > 0) matched = match_positional(vm, m, npositional);
    for (uint32_t i = 0; matched > 0 && i < keywords->length; i++) matched = match_attribute(vm, m, keywords->items[i]);
    return matched;
}

bool op_match_class(Vm *vm, Frame *frame, const Instr *ip) {
    Value class = frame->regs[ip->a];
    Tuple *keywords = AS(Tuple, frame->regs[ip->a + 1]);
    if (!is_type(class)) {
        raise_error(vm, T_TypeError, "called match pattern must be a class");
        return false;
    }
    ClassMatch m = {frame->regs[ip->b], AS(Type, class), list_new(vm, 0), list_new(vm, 0)};
    int matched = m.values == NULL || m.seen == NULL ? -1 : match_class(vm, &m, keywords, ip->c);
    Value outcome = VALUE_NULL;
    if (matched > 0)
        outcome = obj_value(tuple_from(vm, m.values->items, m.values->length));
    else if (matched == 0)
        outcome = VALUE_NONE;
    obj_release(vm, m.values);
    obj_release(vm, m.seen);
    if (outcome == VALUE_NULL) return false;
    value_clear(vm, &frame->regs[ip->a + 1]);
    value_set(vm, &frame->regs[ip->a], outcome);
    return true;
}
