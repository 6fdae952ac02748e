/* interp_call.c: call instructions that are more than pushing a frame with exactly its arguments. */
#include "interp.h"

static void clear_run(Vm *vm, Value *run, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) value_clear(vm, &run[i]);
}

/* Hands the callee's result on; the run of the call is released first, since it may hold the result's register. */
static enum interp_go call_result(Vm *vm, Frame *frame, Value *run, uint32_t count, uint32_t dst, Value result) {
    if (UNLIKELY(result == VALUE_NULL)) return GO_ERROR;
    clear_run(vm, run, count);
    if (result == SIGNAL_PUSHED) return GO_ENTER;
    if (result == SIGNAL_PARKED) {
        frame->flags |= FRAME_PARKED;
        return GO_PARKED;
    }
    value_set(vm, &frame->regs[dst], result);
    return GO_NEXT;
}

static Value call_any(Vm *vm, Value callee, Value *args, uint32_t nargs, bool has_self, Tuple *kwnames) {
    if (is_exact(vm, callee, T_function)) {
        if (has_self) return function_call(vm, AS(Function, callee), args[0], args + 1, nargs - 1, kwnames);
        return function_call(vm, AS(Function, callee), VALUE_NULL, args, nargs, kwnames);
    }
    return call_tail(vm, callee, args, nargs, kwnames);
}

enum interp_go op_call(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->a];
    Value callee = run[0];
    uint32_t has_self = run[1] != VALUE_NULL;
    Value *args = run + 2 - has_self;
    uint32_t nargs = ip->b + has_self;
    Value result;
    if (is_exact(vm, callee, T_method_descriptor) && nargs > 0) {
        MethodDescriptor *descriptor = AS(MethodDescriptor, callee);
        const Type *type = type_of(vm, args[0]);
        if (LIKELY(native_accepts(descriptor->def, nargs - 1) &&
                   (type == descriptor->owner || type_is_subtype(type, descriptor->owner))))
            result = descriptor->def->fn(vm, args[0], args + 1, nargs - 1, NULL);
        else
            result = call_tail(vm, callee, args, nargs, NULL);
    } else if (is_exact(vm, callee, T_builtin_function_or_method)) {
        Native *native = AS(Native, callee);
        if (LIKELY(native_accepts(native->def, nargs)))
            result = native->def->fn(vm, native->self, args, nargs, NULL);
        else
            result = call_tail(vm, callee, args, nargs, NULL);
    } else {
        result = call_any(vm, callee, args, nargs, has_self != 0, NULL);
    }
    return call_result(vm, frame, run, ip->b + 2u, ip->c, result);
}

enum interp_go op_call_kw(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->a];
    uint32_t index = (uint32_t)ip[1].a | (uint32_t)ip[1].b << 16;
    Tuple *kwnames = AS(Tuple, frame->code->consts[index]);
    uint32_t has_self = run[1] != VALUE_NULL;
    uint32_t positional = ip->b - kwnames->length + has_self;
    Value result = call_any(vm, run[0], run + 2 - has_self, positional, has_self != 0, kwnames);
    return call_result(vm, frame, run, ip->b + 2u, ip->c, result);
}

/* R[a+2] becomes a tuple, with a method's object before the other arguments. */
static bool spread_positional(Vm *vm, Value *run) {
    Type *type = type_of(vm, run[2]);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        return interp_complain(vm, run[0], "%S argument after * must be an iterable, not %T", run[2]);
    }
    if (!is_exact(vm, run[2], T_tuple)) {
        Value args = tuple_from_iterable(vm, run[2]);
        if (args == VALUE_NULL) return false;
        value_set(vm, &run[2], args);
    }
    if (run[1] == VALUE_NULL) return true;
    const Tuple *given = AS(Tuple, run[2]);
    Tuple *args = tuple_new(vm, given->length + 1);
    if (args == NULL) return false;
    args->items[0] = value_retain(run[1]);
    for (uint32_t i = 0; i < given->length; i++) args->items[i + 1] = value_retain(given->items[i]);
    value_set(vm, &run[2], obj_value(args));
    value_clear(vm, &run[1]);
    return true;
}

/* R[a+3] becomes a dict with str keys or stays NULL. */
static bool spread_named(Vm *vm, Value *run) {
    if (run[3] == VALUE_NULL || is_exact(vm, run[3], T_dict)) return true;
    Dict *into = dict_new(vm);
    if (into == NULL || !interp_merge_keywords(vm, into, run[3], run[0])) {
        obj_release(vm, into);
        return false;
    }
    value_set(vm, &run[3], obj_value(into));
    return true;
}

enum interp_go op_call_ex(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->a];
    if (!spread_positional(vm, run) || !spread_named(vm, run)) return GO_ERROR;
    return call_result(vm, frame, run, 4, ip->c, call_star(vm, run[0], run[2], run[3], true));
}
