/* interp_error.c: raising, unwinding to a handler, matching except clauses. */
#include "exceptions.h"
#include "interp.h"

const Handler *interp_handler(const Code *code, const Instr *ip) {
    uint32_t at = code_index(code, ip);
    for (uint32_t i = 0; i < code->nhandlers; i++) {
        const Handler *row = &code->handlers[i];
        if (at >= row->start && at < row->end) return row;
    }
    return NULL;
}

const Instr *interp_handle(Vm *vm, Frame *frame, const Handler *handler) {
    Value exception = error_take(vm);
    for (uint32_t i = handler->depth; i < frame->nregs; i++) value_clear(vm, &frame->regs[i]);
    value_set(vm, &frame->regs[handler->reg], exception);
    return code_place(frame->code, handler->target);
}

void interp_leave_more(Vm *vm, Frame *frame) {
    do { /* what runs for what is released may make it an object again */
        if (frame->object != NULL) frame_outlived(vm, frame);
        for (uint32_t i = frame->nregs; i-- > 0;) value_clear(vm, &frame->regs[i]);
        value_clear(vm, &frame->handled);
        value_clear(vm, &frame->namespace);
    } while (frame->object != NULL);
}

void interp_unbound(Vm *vm, const Code *code, uint32_t reg) {
    Str *name = reg < code->named ? code->varnames[reg] : NULL;
    if (name == NULL) {
        raise_error(vm, T_SystemError, "an operand is missing");
        return;
    }
    raise_error(vm, T_UnboundLocalError, "cannot access local variable '%S' where it is not associated with a value",
                name);
}

/* ---- raise ---- */

/* An instance of what is raised: itself, or the class called. Owned. */
static Value instance_of(Vm *vm, Value v, const char *complaint) {
    if (is_exception(v)) return value_retain(v);
    if (!is_type(v) || !(AS(Type, v)->flags & TYPE_IS_EXCEPTION)) return raise_error(vm, T_TypeError, "%s", complaint);
    Value made = call_value(vm, v, NULL, 0, NULL);
    if (made == VALUE_NULL || is_exception(made)) return made;
    raise_error(vm, T_TypeError, "calling %R should have returned an instance of BaseException, not %R", v,
                obj_value(type_of(vm, made)));
    value_release(vm, made);
    return VALUE_NULL;
}

static bool set_cause(Vm *vm, Value exception, Value cause) {
    Value instance = VALUE_NULL;
    if (cause != VALUE_NONE) {
        instance = instance_of(vm, cause, "exception causes must derive from BaseException");
        if (instance == VALUE_NULL) return false;
    }
    Exception *e = AS(Exception, exception);
    value_set(vm, &e->cause, instance);
    e->suppress_context = true;
    return true;
}

bool interp_raise(Vm *vm, Value exception, Value cause) {
    Value instance = instance_of(vm, exception, "exceptions must derive from BaseException");
    if (instance == VALUE_NULL) return false;
    if (cause == VALUE_NULL || set_cause(vm, instance, cause)) raise_value(vm, instance);
    value_release(vm, instance);
    return false;
}

bool interp_raise_again(Vm *vm) {
    Value handled = frame_handled(vm);
    if (handled == VALUE_NULL) {
        raise_error(vm, T_RuntimeError, "No active exception to reraise");
        return false;
    }
    error_restore(vm, value_retain(handled));
    return true;
}

/* ---- except ---- */

static bool is_exception_class(Value v) {
    return is_type(v) && (AS(Type, v)->flags & TYPE_IS_EXCEPTION) != 0;
}

static bool check_class(Vm *vm, Value v, bool star) {
    if (!is_exception_class(v)) {
        raise_error(vm, T_TypeError, "catching classes that do not inherit from BaseException is not allowed");
        return false;
    }
    if (star && type_is_subtype(AS(Type, v), vm->types[T_BaseExceptionGroup])) {
        raise_error(vm, T_TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
        return false;
    }
    return true;
}

static bool check_classes(Vm *vm, Value types, bool star) {
    if (!is_tuple(types)) return check_class(vm, types, star);
    for (uint32_t i = 0; i < AS(Tuple, types)->length; i++)
        if (!check_class(vm, AS(Tuple, types)->items[i], star)) return false;
    return true;
}

static bool matches(Vm *vm, Value exception, Value types) { /* types were checked */
    const Type *type = type_of(vm, exception);
    if (!is_tuple(types)) return type_is_subtype(type, AS(Type, types));
    for (uint32_t i = 0; i < AS(Tuple, types)->length; i++)
        if (type_is_subtype(type, AS(Type, AS(Tuple, types)->items[i]))) return true;
    return false;
}

int interp_match(Vm *vm, Value exception, Value types) {
    if (is_exception_class(types)) return type_is_subtype(type_of(vm, exception), AS(Type, types));
    if (!check_classes(vm, types, false)) return -1;
    return matches(vm, exception, types);
}

bool op_exc_triple(Vm *vm, Frame *frame, const Instr *ip) {
    Value exception = frame->regs[ip->b];
    Value traceback = exception_traceback(vm, exception);
    Type *type = type_of(vm, exception);
    value_set(vm, &frame->regs[ip->a], value_retain(obj_value(type)));
    value_set(vm, &frame->regs[ip->a + 1], value_retain(exception));
    value_set(vm, &frame->regs[ip->a + 2], traceback == VALUE_NULL ? VALUE_NONE : value_retain(traceback));
    return true;
}

bool op_end_async_for(Vm *vm, Frame *frame, const Instr *ip) {
    Value exception = operand_take(vm, frame, ip->b);
    if (exception == VALUE_NULL) return false;
    if (!type_is_subtype(type_of(vm, exception), vm->types[T_StopAsyncIteration])) {
        error_restore(vm, exception);
        return false;
    }
    value_release(vm, exception);
    value_clear(vm, &frame->regs[ip->a]);
    return true;
}

/* ---- except* ---- */

/* A naked exception that matches is handed to the clause wrapped in a group, whose traceback begins at the clause.
 * Owned.
 */
static Value wrap_naked(Vm *vm, Frame *frame, Value exception) {
    Tuple *members = tuple_pack(vm, 1, exception);
    if (members == NULL) return VALUE_NULL;
    Value args[2] = {obj_value(vm->empty_str), obj_value(members)};
    Value group = call_value(vm, obj_value(vm->types[T_BaseExceptionGroup]), args, 2, NULL);
    obj_release(vm, members);
    if (group == VALUE_NULL) return VALUE_NULL;
    error_restore(vm, group);
    traceback_here(vm, frame);
    return error_take(vm);
}

static Value split_group(Vm *vm, Value exception, Value types) { /* a pair (match, rest), owned */
    Str *name = str_intern_c(vm, "split");
    if (name == NULL) return VALUE_NULL;
    Value pair = call_method(vm, exception, name, &types, 1);
    obj_release(vm, name);
    if (pair == VALUE_NULL || (is_tuple(pair) && AS(Tuple, pair)->length == 2)) return pair;
    raise_error(vm, T_TypeError, "%T.split must return a 2-tuple, got tuple of size %u", exception,
                is_tuple(pair) ? AS(Tuple, pair)->length : 0u);
    value_release(vm, pair);
    return VALUE_NULL;
}

static void set_pair(Vm *vm, Frame *frame, uint32_t reg, Value match, Value rest) { /* both owned */
    value_set(vm, &frame->regs[reg], match);
    value_set(vm, &frame->regs[reg + 1], rest);
}

bool op_check_star_match(Vm *vm, Frame *frame, const Instr *ip) {
    Value exception = frame->regs[ip->b];
    Value types = operand_take(vm, frame, ip->c);
    if (types == VALUE_NULL) return false;
    bool ok = check_classes(vm, types, true);
    if (!ok) {
        value_release(vm, types);
        return false;
    }
    if (exception == VALUE_NONE) {
        set_pair(vm, frame, ip->a, VALUE_NONE, VALUE_NONE);
    } else if (matches(vm, exception, types)) {
        bool group = type_is_subtype(type_of(vm, exception), vm->types[T_BaseExceptionGroup]);
        Value match = group ? value_retain(exception) : wrap_naked(vm, frame, exception);
        ok = match != VALUE_NULL;
        if (ok) set_pair(vm, frame, ip->a, match, VALUE_NONE);
    } else if (type_is_subtype(type_of(vm, exception), vm->types[T_BaseExceptionGroup])) {
        Value pair = split_group(vm, exception, types);
        ok = pair != VALUE_NULL;
        if (ok)
            set_pair(vm, frame, ip->a, value_retain(AS(Tuple, pair)->items[0]),
                     value_retain(AS(Tuple, pair)->items[1]));
        value_release(vm, pair);
    } else {
        set_pair(vm, frame, ip->a, VALUE_NONE, value_retain(exception));
    }
    value_release(vm, types);
    return ok;
}

/* Whether two exceptions are parts of one original: a clause that raises its part again gives it back unchanged. */
static bool same_origin(Vm *vm, Value part, Value original) {
    const Exception *a = AS(Exception, part), *b = AS(Exception, original);
    return exception_traceback(vm, part) == exception_traceback(vm, original) && a->cause == b->cause &&
           a->context == b->context;
}

static bool collect_leaves(Vm *vm, Value exception, List *into) {
    if (!type_is_subtype(type_of(vm, exception), vm->types[T_BaseExceptionGroup]))
        return list_append(vm, into, exception);
    Value members = object_getattr(vm, exception, vm->names[N_exceptions]);
    if (members == VALUE_NULL) return false;
    bool ok = true;
    for (uint32_t i = 0; ok && i < AS(Tuple, members)->length; i++)
        ok = collect_leaves(vm, AS(Tuple, members)->items[i], into);
    value_release(vm, members);
    return ok;
}

/* The part of a group that contains only the leaves listed, in the group's own structure; None: nothing. Owned. */
static Value keep_leaves(Vm *vm, Value exception, const List *leaves) {
    if (!type_is_subtype(type_of(vm, exception), vm->types[T_BaseExceptionGroup])) {
        for (uint32_t i = 0; i < leaves->length; i++)
            if (leaves->items[i] == exception) return value_retain(exception);
        return VALUE_NONE;
    }
    Value members = object_getattr(vm, exception, vm->names[N_exceptions]);
    if (members == VALUE_NULL) return VALUE_NULL;
    List *kept = list_new(vm, 0);
    bool ok = kept != NULL;
    for (uint32_t i = 0; ok && i < AS(Tuple, members)->length; i++) {
        Value part = keep_leaves(vm, AS(Tuple, members)->items[i], leaves);
        ok = part != VALUE_NULL && (part == VALUE_NONE || list_append(vm, kept, part));
        value_release(vm, part);
    }
    Value group = ok ? exception_group_derive(vm, exception, kept) : VALUE_NULL;
    obj_release(vm, kept);
    value_release(vm, members);
    return group;
}

static Value group_of(Vm *vm, List *raised) {
    Value args[2] = {obj_value(vm->empty_str), obj_value(raised)};
    return call_value(vm, obj_value(vm->types[T_BaseExceptionGroup]), args, 2, NULL);
}

/* As CPython's _PyExc_PrepReraiseStar: what was raised anew stands beside what is left of the original. */
static Value star_outcome(Vm *vm, const List *all, Value original) {
    if (all->length == 0) return VALUE_NONE;
    if (!type_is_subtype(type_of(vm, original), vm->types[T_BaseExceptionGroup]))
        return value_retain(all->items[0]); /* a naked exception: at most one clause ran */
    List *raised = list_new(vm, 0), *leaves = list_new(vm, 0);
    Value outcome = VALUE_NULL;
    bool ok = raised != NULL && leaves != NULL;
    for (uint32_t i = 0; ok && i < all->length; i++) {
        Value e = all->items[i];
        if (e == VALUE_NONE) continue;
        ok = same_origin(vm, e, original) ? collect_leaves(vm, e, leaves) : list_append(vm, raised, e);
    }
    Value rest = ok ? keep_leaves(vm, original, leaves) : VALUE_NULL;
    if (rest != VALUE_NULL) {
        if (raised->length == 0)
            outcome = value_retain(rest);
        else if ((rest == VALUE_NONE || list_append(vm, raised, rest)))
            outcome = raised->length == 1 ? value_retain(raised->items[0]) : group_of(vm, raised);
    }
    value_release(vm, rest);
    obj_release(vm, raised);
    obj_release(vm, leaves);
    return outcome;
}

bool op_star_reraise(Vm *vm, Frame *frame, const Instr *ip) {
    Value all = operand(vm, frame, ip->b);
    Value original = operand(vm, frame, ip->c);
    if (all == VALUE_NULL || original == VALUE_NULL) return false;
    Value outcome = star_outcome(vm, AS(List, all), original);
    if (outcome == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->c);
    value_set(vm, &frame->regs[ip->a], outcome);
    return true;
}
