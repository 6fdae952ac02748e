/* interp_call.c: call instructions that are more than pushing a frame with exactly its arguments. */
#include "exceptions.h"
#include "interp.h"
#include "walk.h"

static void clear_run(Vm *vm, Value *run, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) value_clear(vm, &run[i]);
}

/* Hands the callee's result on; the run of the call is released first, since it may hold the result's register. */
enum interp_go interp_call_result(Vm *vm, Frame *frame, Value *run, uint32_t count, uint32_t dst, Value result) {
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
    if (!is_exact(vm, callee, T_function)) return call_tail(vm, callee, args, nargs, kwnames);
    Function *fn = AS(Function, callee);
    Value result = has_self ? function_call(vm, fn, args[0], args + 1, nargs - 1, kwnames)
                            : function_call(vm, fn, VALUE_NULL, args, nargs, kwnames);
    if (UNLIKELY(result == VALUE_NULL) && !(fn->code->flags & (CODE_IN_C | CODE_LIKE_C)))
        function_refused(vm, fn->code, args, nargs, kwnames);
    return result;
}

/* A class whose instances are plain objects with a Python __init__ that takes these arguments: the arguments move into
 * __init__'s frame. False: not that kind, nothing was done. */
static bool instantiate(Vm *vm, Frame *frame, const Instr *ip, Type *type, enum interp_go *go) {
    if (type_of(vm, obj_value(type)) != vm->types[T_type] || type->slots.new != vm->types[T_object]->slots.new ||
        (type->flags & TYPE_ABSTRACT))
        return false;
    Value init = type_lookup(vm, type, vm->names[N___init__]);
    if (!is_exact(vm, init, T_function) || !function_takes(AS(Function, init), ip->b + 1u)) return false;
    *go = GO_ERROR;
    Obj *instance = object_new(vm, type, 0);
    if (instance == NULL) return true;
    Function *fn = AS(Function, init);
    Frame *f = frame_plain(vm, frame, ip->c, fn, ip->b + 1u);
    if (f == NULL) {
        obj_release(vm, instance);
        return true;
    }
    obj_retain(fn);
    obj_retain(instance);
    f->on_return = RETURN_DISCARD_INIT;
    f->extra = obj_value(instance);
    f->regs[0] = obj_value(instance);
    Value *run = &frame->regs[ip->a];
    for (uint32_t i = 0; i < ip->b; i++) {
        f->regs[i + 1] = run[i + 2];
        run[i + 2] = VALUE_NULL;
    }
    value_clear(vm, &run[0]);
    vm->state->budget--;
    *go = GO_ENTER;
    return true;
}

/* A class of exceptions that makes its instances as BaseException does: the arguments move into the instance's tuple.
 * False: not that kind, nothing was done. */
static bool make_exception(Vm *vm, Frame *frame, const Instr *ip, Type *type, enum interp_go *go) {
    if (type->slots.init != exception_slot_init || type->slots.new != exception_slot_new ||
        type_of(vm, obj_value(type)) != vm->types[T_type])
        return false;
    *go = GO_ERROR;
    Exception *e = object_new(vm, type, 0);
    Tuple *args = e == NULL ? NULL : tuple_new(vm, ip->b);
    if (args == NULL) {
        obj_release(vm, e);
        return true;
    }
    Value *run = &frame->regs[ip->a];
    for (uint32_t i = 0; i < ip->b; i++) {
        args->items[i] = run[i + 2];
        run[i + 2] = VALUE_NULL;
    }
    e->args = obj_value(args);
    value_clear(vm, &run[0]);
    value_set(vm, &frame->regs[ip->c], obj_value(e));
    *go = GO_NEXT;
    return true;
}

enum interp_go op_call(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->a];
    uint32_t has_self = run[1] != VALUE_NULL;
    enum interp_go go;
    if (is_type(run[0]) && !has_self) {
        Type *type = AS(Type, run[0]);
        if (type->flags & TYPE_IS_EXCEPTION ? make_exception(vm, frame, ip, type, &go)
                                            : instantiate(vm, frame, ip, type, &go))
            return go;
    }
    Value result = call_any(vm, run[0], run + 2 - has_self, ip->b + has_self, has_self != 0, NULL);
    return interp_call_result(vm, frame, run, ip->b + 2u, ip->c, result);
}

/* Keywords that name parameters of a plain function and leave no gap but defaults: the arguments move. */
static bool call_named(Vm *vm, Frame *frame, const Instr *ip, Function *fn, Value *args, uint32_t positional,
                       const Tuple *kwnames, enum interp_go *go) {
    const Code *code = fn->code;
    uint32_t places[8], defaults = fn->defaults != VALUE_NULL ? AS(Tuple, fn->defaults)->length : 0;
    if ((code->flags & CODE_CALL_SLOW) != 0 || code->kwonly != 0 || kwnames->length > 8 || positional > code->argcount)
        return false;
    uint64_t given = 0;
    for (uint32_t k = 0; k < kwnames->length; k++) {
        uint32_t i = positional > code->posonly ? positional : code->posonly;
        while (i < code->argcount && obj_value(code->varnames[i]) != kwnames->items[k]) i++;
        if (i >= code->argcount || i >= 64 || (given >> i & 1)) return false;
        given |= (uint64_t)1 << i;
        places[k] = i;
    }
    for (uint32_t i = positional; i < code->argcount; i++)
        if (i >= 64 || (!(given >> i & 1) && code->argcount - i > defaults)) return false;
    *go = GO_ERROR;
    Frame *f = frame_plain(vm, frame, ip->c, fn, code->argcount);
    if (f == NULL) return true;
    for (uint32_t i = positional; i < code->argcount; i++) f->regs[i] = VALUE_NULL;
    for (uint32_t i = 0; i < positional; i++) {
        f->regs[i] = args[i];
        args[i] = VALUE_NULL;
    }
    for (uint32_t k = 0; k < kwnames->length; k++) {
        f->regs[places[k]] = args[positional + k];
        args[positional + k] = VALUE_NULL;
    }
    for (uint32_t i = positional; i < code->argcount; i++)
        if (f->regs[i] == VALUE_NULL)
            f->regs[i] = value_retain(AS(Tuple, fn->defaults)->items[defaults - (code->argcount - i)]);
    frame->regs[ip->a] = VALUE_NULL; /* the function moved too */
    vm->state->budget--;
    *go = GO_ENTER;
    return true;
}

enum interp_go op_call_kw(Vm *vm, Frame *frame, const Instr *ip) {
    Value *run = &frame->regs[ip->a];
    uint32_t index = (uint32_t)ip[1].a | (uint32_t)ip[1].b << 16;
    Tuple *kwnames = AS(Tuple, frame->code->consts[index]);
    uint32_t has_self = run[1] != VALUE_NULL;
    uint32_t positional = ip->b - kwnames->length + has_self;
    Value *args = run + 2 - has_self;
    enum interp_go go;
    if (is_exact(vm, run[0], T_function) &&
        call_named(vm, frame, ip, AS(Function, run[0]), args, positional, kwnames, &go))
        return go;
    Value result = call_any(vm, run[0], args, positional, has_self != 0, kwnames);
    return interp_call_result(vm, frame, run, ip->b + 2u, ip->c, result);
}

/* R[a+2] becomes a tuple, with a method's object before the other arguments. */
static bool spread_positional(Vm *vm, const Frame *frame, Value *run) {
    Type *type = type_of(vm, run[2]);
    if (type->slots.iter == NULL && type->slots.getitem == NULL) {
        return interp_complain(vm, run[0], "%S argument after * must be an iterable, not %T", run[2]);
    }
    Value walked, iterator;
    if (walk_came(vm, frame, &walked)) {
        value_set(vm, &run[2], walked);
    } else if (!is_exact(vm, run[2], T_tuple)) {
        int walk = walk_wanted(vm, run[2], &iterator);
        if (walk != 0) return walk > 0 && walk_operand_list(vm, iterator);
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
    if (!spread_positional(vm, frame, run) || !spread_named(vm, run)) return GO_ERROR;
    return interp_call_result(vm, frame, run, 4, ip->c, call_star(vm, run[0], run[2], run[3], true));
}
