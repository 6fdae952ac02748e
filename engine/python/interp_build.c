/* interp_build.c: displays, unpacking and f-strings. */
#include "interp.h"
#include "list.h"
#include "set.h"
#include "walk.h"

static bool result(Vm *vm, Frame *frame, uint32_t reg, Value v) { /* v is owned */
    if (UNLIKELY(v == VALUE_NULL)) return false;
    value_set(vm, &frame->regs[reg], v);
    return true;
}

static void clear_run(Vm *vm, Value *run, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) value_clear(vm, &run[i]);
}

bool op_build_list(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    List *list = list_new(vm, ip->c);
    if (list == NULL) return false;
    for (uint32_t i = 0; i < ip->c; i++) {
        list->items[i] = run[i];
        run[i] = VALUE_NULL;
    }
    list->length = ip->c;
    return result(vm, frame, ip->a, obj_value(list));
}

bool op_build_tuple(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    if (ip->c == 0) {
        obj_retain(vm->empty_tuple);
        return result(vm, frame, ip->a, obj_value(vm->empty_tuple));
    }
    Tuple *tuple = tuple_new(vm, ip->c);
    if (tuple == NULL) return false;
    for (uint32_t i = 0; i < ip->c; i++) {
        tuple->items[i] = run[i];
        run[i] = VALUE_NULL;
    }
    return result(vm, frame, ip->a, obj_value(tuple));
}

bool op_build_set(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    Value set = set_new(vm, false);
    if (set == VALUE_NULL) return false;
    for (uint32_t i = 0; i < ip->c; i++) {
        if (!set_add(vm, set, run[i])) {
            value_release(vm, set);
            return false;
        }
    }
    clear_run(vm, run, ip->c);
    return result(vm, frame, ip->a, set);
}

bool op_build_dict(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    Dict *dict = dict_new(vm);
    if (dict == NULL) return false;
    for (uint32_t i = 0; i < ip->c; i++) {
        if (!dict_set(vm, dict, run[2 * i], run[2 * i + 1])) {
            obj_release(vm, dict);
            return false;
        }
    }
    clear_run(vm, run, 2u * ip->c);
    return result(vm, frame, ip->a, obj_value(dict));
}

bool op_build_string(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->b];
    Str *joined = str_join_pieces(vm, run, ip->c);
    if (joined == NULL) return false;
    clear_run(vm, run, ip->c);
    return result(vm, frame, ip->a, obj_value(joined));
}

bool op_list_append(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand_take(vm, frame, ip->b);
    return v != VALUE_NULL && list_append_take(vm, AS(List, frame->regs[ip->a]), v);
}

bool op_list_extend(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Type *type = type_of(vm, v);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        raise_error(vm, T_TypeError, "Value after * must be an iterable, not %N", type);
        return false;
    }
    Value list = frame->regs[ip->a], iterator, none;
    if (!walk_came(vm, frame, &none)) {
        int walk = list_extend_walks(vm, list, v, &iterator);
        if (walk > 0) return walk_operand_into(vm, &list_extend_ops, iterator, list);
        if (walk < 0 || !list_extend(vm, AS(List, list), v)) return false;
    }
    operand_done(vm, frame, ip->b);
    return true;
}

bool op_list_to_tuple(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Tuple *tuple = tuple_from(vm, AS(List, v)->items, AS(List, v)->length);
    if (tuple == NULL) return false;
    operand_done(vm, frame, ip->b);
    return result(vm, frame, ip->a, obj_value(tuple));
}

bool op_set_add(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value set = frame->regs[ip->a];
    if (!is_set(set)) { /* a program may have put anything into its __conditional_annotations__ */
        raise_error(vm, T_SystemError, "bad argument to internal function");
        return false;
    }
    if (!set_add(vm, set, v)) return false;
    operand_done(vm, frame, ip->b);
    return true;
}

bool op_set_update(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value set = frame->regs[ip->a], iterator, none;
    if (!walk_came(vm, frame, &none)) {
        int walk = is_set(v) ? 0 : walk_wanted(vm, v, &iterator);
        if (walk > 0) return walk_operand_into(vm, &set_update_ops, iterator, set);
        if (walk < 0 || !set_update(vm, set, v)) return false;
    }
    operand_done(vm, frame, ip->b);
    return true;
}

bool op_dict_set(Vm *vm, Frame *frame, const Instr *ip) {
    Value key = operand(vm, frame, ip->b);
    if (key == VALUE_NULL) return false;
    Value v = operand(vm, frame, ip->c);
    if (v == VALUE_NULL || !dict_set(vm, AS(Dict, frame->regs[ip->a]), key, v)) return false;
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->c);
    return true;
}

static bool is_mapping(Vm *vm, Value v) { /* has keys(); errors count as no */
    if (is_dict(v)) return true;
    bool failed;
    Value keys = object_getattr_opt(vm, v, vm->names[N_keys], &failed);
    if (failed) error_clear(vm);
    value_release(vm, keys);
    return keys != VALUE_NULL;
}

bool op_dict_update(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    if (!is_mapping(vm, v)) {
        raise_error(vm, T_TypeError, "'%T' object is not a mapping", v);
        return false;
    }
    if (!dict_update(vm, AS(Dict, frame->regs[ip->a]), v)) return false;
    operand_done(vm, frame, ip->b);
    return true;
}

/* ---- f(**x) ---- */

/* Methods in C of classes that are Python code in CPython have no module of their own here: it is that of the class
 * which has them for its part in C, the first that was derived. */
static Value module_of_written(Vm *vm, Value callee) {
    if (is_exact(vm, callee, T_method)) callee = AS(BoundMethod, callee)->function;
    if (!is_exact(vm, callee, T_method_descriptor) || !(AS(MethodDescriptor, callee)->owner->flags & TYPE_WRITTEN))
        return VALUE_NULL;
    Str *name = str_intern_c(vm, "__subclasses__");
    Value derived =
        name == NULL ? VALUE_NULL : call_method(vm, obj_value(AS(MethodDescriptor, callee)->owner), name, NULL, 0);
    bool failed, any = derived != VALUE_NULL && AS(List, derived)->length > 0;
    Value module =
        any ? object_getattr_opt(vm, AS(List, derived)->items[0], vm->names[N___module__], &failed) : VALUE_NULL;
    value_release(vm, derived);
    obj_release(vm, name);
    return module;
}

/* The callee as messages show it: "__main__.f()", "print()". */
static Str *callee_text(Vm *vm, Value callee) {
    bool failed;
    Value name = object_getattr_opt(vm, callee, vm->names[N___qualname__], &failed);
    if (failed) error_clear(vm);
    if (name == VALUE_NULL || !is_str(name)) {
        value_release(vm, name);
        return AS(Str, object_str(vm, callee));
    }
    Value module = object_getattr_opt(vm, callee, vm->names[N___module__], &failed);
    if (!failed && module == VALUE_NULL) module = module_of_written(vm, callee);
    if (error_is_set(vm)) error_clear(vm);
    bool plain = module == VALUE_NULL || !is_str(module) || str_equals_c(AS(Str, module), "builtins");
    Str *text = plain ? str_format(vm, "%V()", name) : str_format(vm, "%V.%V()", module, name);
    value_release(vm, module);
    value_release(vm, name);
    return text;
}

bool interp_complain(Vm *vm, Value callee, const char *format, Value v) {
    Str *text = callee_text(vm, callee);
    if (text == NULL) return false;
    raise_error(vm, T_TypeError, format, text, v);
    obj_release(vm, text);
    return false;
}

/* Other keys than strings are the call's error, after those of its positional arguments. */
static bool merge_pair(Vm *vm, Dict *into, Value key, Value value, Value callee) {
    if (dict_get(vm, into, key) != VALUE_NULL)
        return interp_complain(vm, callee, "%S got multiple values for keyword argument '%V'", key);
    return !error_is_set(vm) && dict_set(vm, into, key, value);
}

static bool merge_dict(Vm *vm, Dict *into, Dict *from, Value callee) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(from, &position, &key, &value))
        if (!merge_pair(vm, into, key, value, callee)) return false;
    return true;
}

bool interp_merge_keywords(Vm *vm, Dict *into, Value from, Value callee) {
    if (!is_mapping(vm, from)) {
        return interp_complain(vm, callee, "%S argument after ** must be a mapping, not %T", from);
    }
    if (is_exact(vm, from, T_dict)) return merge_dict(vm, into, AS(Dict, from), callee);
    Dict *copy = dict_new(vm);
    bool ok = copy != NULL && dict_update(vm, copy, from) && merge_dict(vm, into, copy, callee);
    obj_release(vm, copy);
    return ok;
}

bool op_dict_merge(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    if (!interp_merge_keywords(vm, AS(Dict, frame->regs[ip->a]), v, frame->regs[ip->c])) return false;
    operand_done(vm, frame, ip->b);
    return true;
}

/* ---- f-strings ---- */

bool op_convert(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value text = ip->c == 1 ? object_str(vm, v) : ip->c == 2 ? object_repr(vm, v) : object_ascii(vm, v);
    if (text == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    return result(vm, frame, ip->a, text);
}

bool op_format(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    if (is_exact(vm, v, T_str)) return result(vm, frame, ip->a, operand_take(vm, frame, ip->b));
    Value text = object_format(vm, v, NULL);
    if (text == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    return result(vm, frame, ip->a, text);
}

bool op_format_piece(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = frame->regs[ip->b];
    if (!value_is_int(v)) return op_format(vm, frame, ip);
    if (ip->b >= frame->code->first_temp) frame->regs[ip->b] = VALUE_NULL;
    return result(vm, frame, ip->a, v);
}

bool op_format_spec(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value spec = operand(vm, frame, ip->c);
    if (spec == VALUE_NULL) return false;
    Value text = object_format(vm, v, AS(Str, spec));
    if (text == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->c);
    return result(vm, frame, ip->a, text);
}

/* ---- unpacking ---- */

static Value unpack_iter(Vm *vm, Value v) {
    Type *type = type_of(vm, v);
    if (type->slots.iter == NULL && type->slots.getitem == NULL)
        return raise_error(vm, T_TypeError, "cannot unpack non-iterable %N object", type);
    return object_iter(vm, v);
}

static bool too_few(Vm *vm, uint32_t wanted, bool at_least, uint32_t got) {
    raise_error(vm, T_ValueError, "not enough values to unpack (expected %s%u, got %u)", at_least ? "at least " : "",
                wanted, got);
    return false;
}

/* Takes `count` items; they go to the registers when all are there. */
static bool take_items(Vm *vm, Value iterator, Value *items, uint32_t count, uint32_t wanted, bool at_least) {
    for (uint32_t i = 0; i < count; i++) {
        items[i] = object_next(vm, iterator);
        if (items[i] == VALUE_NULL) return !error_is_set(vm) && too_few(vm, wanted, at_least, i);
    }
    return true;
}

static int64_t known_length(Vm *vm, Value v) {
    if (is_exact(vm, v, T_list)) return AS(List, v)->length;
    if (is_exact(vm, v, T_tuple)) return AS(Tuple, v)->length;
    if (is_exact(vm, v, T_dict)) return dict_length(AS(Dict, v));
    return -1;
}

static bool no_more(Vm *vm, Value v, Value iterator, uint32_t count) {
    Value more = object_next(vm, iterator);
    if (more == VALUE_NULL) return !error_is_set(vm);
    value_release(vm, more);
    int64_t length = known_length(vm, v);
    if (length >= 0)
        raise_error(vm, T_ValueError, "too many values to unpack (expected %u, got %lld)", count, (long long)length);
    else
        raise_error(vm, T_ValueError, "too many values to unpack (expected %u)", count);
    return false;
}

/* Walking for an unpacking. state[0] is a list, state[1] how many items are enough, or VALUE_NONE. */
static enum walk_go unpack_item(Vm *vm, Value *state, Value item) {
    if (walk_append(vm, state, item) == WALK_FAILED) return WALK_FAILED;
    bool on = state[1] == VALUE_NONE || (int64_t)AS(List, state[0])->length < value_as_small(state[1]);
    return on ? WALK_ON : WALK_ENOUGH;
}

static Value unpack_end(Vm *vm, Value *state) {
    return object_iter(vm, state[0]);
}

/* The iterator to unpack [owned]. VALUE_NULL: an exception is set, or a walk was pushed, as walk_operand says; the
 * operand stays. */
static Value unpack_start(Vm *vm, Frame *frame, Value v, Value enough) {
    static const WalkOps ops = {unpack_item, walk_never_quick, unpack_end};
    Value iterator;
    if (walk_came(vm, frame, &iterator)) return iterator;
    int walk = walk_wanted(vm, v, &iterator);
    if (walk == 0) return unpack_iter(vm, v);
    List *list = walk < 0 ? NULL : list_new(vm, 0);
    if (list != NULL) {
        Value state[] = {obj_value(list), enough};
        (void)walk_operand(vm, &ops, iterator, state, 2);
    } else if (walk > 0) {
        value_release(vm, iterator);
    }
    return VALUE_NULL;
}

bool op_unpack(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value iterator = unpack_start(vm, frame, v, value_small(ip->c + 1));
    if (iterator == VALUE_NULL) return false;
    v = operand_take(vm, frame, ip->b);
    Value *run = &frame->regs[ip->a];
    bool ok = take_items(vm, iterator, run, ip->c, ip->c, false) && no_more(vm, v, iterator, ip->c);
    if (!ok) clear_run(vm, run, ip->c);
    value_release(vm, iterator);
    value_release(vm, v);
    return ok;
}

/* Moves the last `after` items of the rest behind it. */
static bool split_rest(Vm *vm, Value *run, uint32_t before, uint32_t after) {
    List *rest = AS(List, run[before]);
    if (rest->length < after) return too_few(vm, before + after, true, before + rest->length);
    rest->length -= after;
    for (uint32_t i = 0; i < after; i++) run[before + 1 + i] = rest->items[rest->length + i];
    return true;
}

bool op_unpack_ex(Vm *vm, Frame *frame, const Instr *ip) {
    uint32_t before = ip->c & 255, after = ip->c >> 8;
    Value v = operand(vm, frame, ip->b);
    if (v == VALUE_NULL) return false;
    Value iterator = unpack_start(vm, frame, v, VALUE_NONE);
    if (iterator == VALUE_NULL) return false;
    v = operand_take(vm, frame, ip->b);
    Value *run = &frame->regs[ip->a];
    bool ok = take_items(vm, iterator, run, before, before + after, true);
    if (ok) {
        run[before] = list_from_iterable(vm, iterator);
        ok = run[before] != VALUE_NULL && split_rest(vm, run, before, after);
    }
    if (!ok) clear_run(vm, run, before + 1);
    value_release(vm, iterator);
    value_release(vm, v);
    return ok;
}
