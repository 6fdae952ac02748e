/* call.c: calling any value from C code: to its end (call_value) or as one's own last act (call_tail). */
#include "redo.h"
#include "interp.h"

/* self before args in one block: small calls use the C stack. */
#define CALL_SMALL 8u

Value call_with_self(Vm *vm, Value callee, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    uint32_t total = nargs + 1 + (kwnames != NULL ? kwnames->length : 0);
    Value small[CALL_SMALL];
    Value *all = total <= CALL_SMALL ? small : mem_alloc(vm->mem, total * sizeof(Value));
    if (all == NULL) return raise_no_memory(vm);
    all[0] = self;
    if (total > 1) memcpy(all + 1, args, (total - 1) * sizeof(Value));
    Value result = VALUE_NULL;
    if (guard_enter(vm, CALLING)) {
        result = call_tail(vm, callee, all, nargs + 1, kwnames);
        guard_leave(vm);
    }
    if (all != small) mem_free(vm->mem, all, total * sizeof(Value));
    return result;
}

static Value call_method_descriptor(Vm *vm, MethodDescriptor *descriptor, const Value *args, uint32_t nargs,
                                    Tuple *kwnames) {
    if (nargs == 0 && (descriptor->owner->flags & TYPE_WRITTEN))
        return raise_error(vm, T_TypeError, "%s.%s() missing 1 required positional argument: 'self'",
                           written_name(descriptor->owner), descriptor->def->name);
    if (nargs == 0)
        return raise_error(vm, T_TypeError, "unbound method %S.%s() needs an argument", descriptor->owner->qualname,
                           descriptor->def->name);
    if (!type_is_subtype(type_of(vm, args[0]), descriptor->owner))
        return raise_error(vm, T_TypeError, "descriptor '%s' for '%s' objects doesn't apply to a '%T' object",
                           descriptor->def->name, type_name(descriptor->owner), args[0]);
    return native_call(vm, descriptor->def, descriptor->owner, NULL, args[0], args + 1, nargs - 1, kwnames);
}

/* ---- making instances ---- */

/* __init__ runs as a frame; when it is done the call's result is the instance. Takes instance over. */
static Value init_instance(Vm *vm, Value instance, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Type *type = type_of(vm, instance);
    Value init = type->flags & TYPE_HEAP ? type_lookup(vm, type, vm->names[N___init__]) : VALUE_NULL;
    if (is_exact(vm, init, T_function)) {
        Value result = function_call(vm, AS(Function, init), instance, args, nargs, kwnames);
        if (result == SIGNAL_PUSHED) {
            Frame *frame = vm->thread->top;
            frame->on_return = RETURN_DISCARD_INIT;
            frame->extra = instance;
            return result;
        }
        if (result != VALUE_NULL) {
            raise_error(vm, T_TypeError, "__init__() should return None, not '%T'", result);
            value_release(vm, result);
        }
        value_release(vm, instance);
        return VALUE_NULL;
    }
    if (type->slots.init != NULL && type->slots.init(vm, instance, args, nargs, kwnames) < 0) {
        value_release(vm, instance);
        return VALUE_NULL;
    }
    return instance;
}

/* What type.__call__ does, with __init__ as a frame of its own. */
static Value call_class(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (type->slots.new == NULL) return raise_error(vm, T_TypeError, "cannot create '%N' instances", type);
    bool plain = type->slots.new == object_plain_new;
    if (!plain && !guard_enter(vm, CALLING)) return VALUE_NULL;
    Value instance = type->slots.new(vm, type, args, nargs, kwnames);
    if (!plain) guard_leave(vm);
    if (instance == VALUE_NULL || value_is_signal(instance)) return instance;
    if (!type_is_subtype(type_of(vm, instance), type)) return instance;
    return init_instance(vm, instance, args, nargs, kwnames);
}

static bool is_plain_class(Vm *vm, Value callee) { /* type's own __call__, and more than type(x) */
    return value_obj(callee)->type->slots.call == vm->types[T_type]->slots.call &&
           value_obj(callee) != (Obj *)vm->types[T_type];
}

/* ---- any callee ---- */

/* Of a module that has a callable of its own name, that is told (object_is_not_callable). */
static Value not_callable(Vm *vm, Value callee) {
    Dict *names = is_exact(vm, callee, T_module) ? AS(Module, callee)->dict : NULL;
    Value name = names == NULL ? VALUE_NULL : dict_get_str(vm, names, NAME(vm, __name__));
    Value own = is_str(name) ? dict_get_str(vm, names, AS(Str, name)) : VALUE_NULL;
    if (own != VALUE_NULL && object_is_callable(vm, own))
        return raise_error(vm, T_TypeError, "'module' object is not callable. Did you mean: '%V.%V(...)'?", name, name);
    return raise_error(vm, T_TypeError, "'%T' object is not callable", callee);
}

static Value call_other(Vm *vm, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Type *type = type_of(vm, callee);
    if (type->flags & TYPE_HEAP) {
        Value method = type_lookup(vm, type, vm->names[N___call__]);
        if (is_exact(vm, method, T_function) && function_binds(method))
            return function_call(vm, AS(Function, method), callee, args, nargs, kwnames);
    }
    if (type->slots.call == NULL) return not_callable(vm, callee);
    if (!guard_enter(vm, CALLING)) return VALUE_NULL;
    Value result = type->slots.call(vm, callee, args, nargs, kwnames);
    guard_leave(vm);
    return result;
}

Value call_tail(Vm *vm, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length == 0) kwnames = NULL;
    if (is_exact(vm, callee, T_function))
        return function_call(vm, AS(Function, callee), VALUE_NULL, args, nargs, kwnames);
    if (is_exact(vm, callee, T_method)) {
        BoundMethod *method = AS(BoundMethod, callee);
        if (is_exact(vm, method->function, T_function))
            return function_call(vm, AS(Function, method->function), method->self, args, nargs, kwnames);
        return call_with_self(vm, method->function, method->self, args, nargs, kwnames);
    }
    if (is_exact(vm, callee, T_builtin_function_or_method)) {
        Native *native = AS(Native, callee);
        return native_call(vm, native->def, NULL, native->module, native->self, args, nargs, kwnames);
    }
    if (is_exact(vm, callee, T_method_descriptor))
        return call_method_descriptor(vm, AS(MethodDescriptor, callee), args, nargs, kwnames);
    if (is_type(callee) && is_plain_class(vm, callee)) return call_class(vm, AS(Type, callee), args, nargs, kwnames);
    return call_other(vm, callee, args, nargs, kwnames);
}

/* The frames pushed since `base` was on top: the lowest of them reports to the nested interpreter. */
static Frame *mark_nested(Vm *vm, const Frame *base) {
    Frame *lowest = vm->thread->top;
    while (lowest->caller != base) lowest = lowest->caller;
    if (lowest->on_return == RETURN_VALUE || lowest->on_return == RETURN_NATIVE) lowest->on_return = RETURN_NESTED;
    lowest->caller_dst = DST_NESTED;
    return lowest;
}

/* A call of Python code by C code, as redo.h sees it. */
typedef struct CallMark {
    bool begun, noted, further;
    RedoLevel level;
} CallMark;

/* Whether C code of the same instruction has called before: what that has done must not be done again. Only a loop's
 * end leads to the same instruction again: the one that has called has not ended since. */
static inline bool has_called(const struct VmState *state, const Frame *base) {
    return state->last_call.frame == base && base != NULL && state->last_call.ip == base->ip &&
           state->last_call.budget == state->budget;
}

static inline void note_called(struct VmState *state, const Frame *base) {
    state->last_call.frame = state->redoing ? NULL : base;
    state->last_call.ip = base == NULL ? NULL : base->ip;
    state->last_call.budget = state->budget;
}

static void call_begins(Vm *vm, const Frame *base, CallMark *mark) {
    struct VmState *state = vm->state;
    mark->begun = true;
    mark->further = has_called(state, base);
    mark->noted = vm_has_threads(vm) && state->opaque == 0;
    if (mark->noted) mark->further = redo_call_begins(vm, mark->further, &mark->level);
    state->opaque += mark->further;
}

static void call_ends(Vm *vm, const Frame *base, Value callee, Value result, const CallMark *mark) {
    vm->state->opaque -= mark->further;
    if (mark->noted) redo_call_ends(vm, callee, result, mark->level);
    note_called(vm->state, base);
}

/* The call itself. `through`: one that is a part of what calls it, unless it pushes a frame; else NULL. */
static inline Value call_nested(Vm *vm, const Frame *base, Value callee, const Value *args, uint32_t nargs,
                                Tuple *kwnames, CallMark *through) {
    struct VmState *state = vm->state;
    Value sent = vm->thread->sent; /* may wait for the frame on top */
    vm->thread->sent = VALUE_NULL;
    state->nested++; /* a primitive called here must not park the thread */
    state->through += through != NULL;
    Value result = call_tail(vm, callee, args, nargs, kwnames);
    state->through -= through != NULL;
    state->nested--;
    if (result == SIGNAL_PUSHED) {
        if (through != NULL) call_begins(vm, base, through);
        Frame *lowest = mark_nested(vm, base);
        result = VALUE_NULL;
        if (interp_nested(vm)) {
            result = state->nested_value;
            state->nested_value = VALUE_NULL;
        } else if (UNLIKELY(state->redoing)) {
            redo_leave(vm, base, lowest, callee);
        }
    }
    vm->thread->sent = sent;
    return result;
}

/* The same where what is called may have to wait for another thread, or has waited. */
static NOINLINE Value call_watched(Vm *vm, const Frame *base, Value callee, const Value *args, uint32_t nargs,
                                   Tuple *kwnames) {
    CallMark mark = {0};
    Value known;
    bool through = redo_goes_through(vm, callee, args, nargs, kwnames);
    if (vm->thread->redo != NULL && redo_knows(vm, callee, through, &known)) return known;
    if (!through) call_begins(vm, base, &mark);
    Value result = call_nested(vm, base, callee, args, nargs, kwnames, through ? &mark : NULL);
    if (mark.begun) call_ends(vm, base, callee, result, &mark);
    return result;
}

Value call_value(Vm *vm, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames) {
    struct VmState *state = vm->state;
    if (UNLIKELY(!interp_nest_enter(vm))) return VALUE_NULL;
    const Frame *base = vm->thread->top;
    Value result;
    value_retain(callee);
    if (UNLIKELY(vm_has_threads(vm) || vm->thread->redo != NULL)) {
        result = call_watched(vm, base, callee, args, nargs, kwnames);
    } else {
        bool further = has_called(state, base);
        state->opaque += further;
        result = call_nested(vm, base, callee, args, nargs, kwnames, NULL);
        state->opaque -= further;
        note_called(state, base);
    }
    interp_nest_leave(vm);
    value_release(vm, callee);
    return result;
}

Value call_method(Vm *vm, Value self, Str *name, const Value *args, uint32_t nargs) {
    Value method = object_getattr(vm, self, name);
    if (method == VALUE_NULL) return VALUE_NULL;
    Value result = call_value(vm, method, args, nargs, NULL);
    value_release(vm, method);
    return result;
}

static Value bind_special(Vm *vm, Value found, Value v) {
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    return get != NULL ? get(vm, found, v, type_of(vm, v)) : value_retain(found);
}

static Value call_function_with_self(Vm *vm, Value function, Value self, const Value *args, uint32_t nargs) {
    Value all[CALL_SMALL];
    all[0] = self;
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    return call_value(vm, function, all, nargs + 1, NULL);
}

Value call_special(Vm *vm, Value v, Str *name, const Value *args, uint32_t nargs, bool *found) {
    Value method = type_lookup(vm, type_of(vm, v), name);
    *found = method != VALUE_NULL;
    if (method == VALUE_NULL) return VALUE_NULL;
    bool binds = is_exact(vm, method, T_function) ? function_binds(method) : is_exact(vm, method, T_method_descriptor);
    if (nargs < CALL_SMALL && binds) return call_function_with_self(vm, method, v, args, nargs);
    method = bind_special(vm, method, v);
    if (method == VALUE_NULL) return VALUE_NULL;
    Value result = call_value(vm, method, args, nargs, NULL);
    value_release(vm, method);
    return result;
}

/* ---- f(*args, **kwargs) ---- */

/* Positional and keyword values in one block, and the names. False with an exception. */
static bool spread_keywords(Vm *vm, Dict *kwargs, Value *values, Tuple *names) {
    uint32_t position = 0, i = 0;
    Value key, value;
    while (dict_next(kwargs, &position, &key, &value)) {
        if (!is_str(key)) {
            raise_error(vm, T_TypeError, "keywords must be strings");
            return false;
        }
        names->items[i] = value_retain(key);
        values[i++] = value;
    }
    return true;
}

static Value call_spread(Vm *vm, Value callee, const Tuple *args, Dict *kwargs, Value *values, bool tail) {
    Tuple *names = tuple_new(vm, dict_length(kwargs));
    if (names == NULL) return VALUE_NULL;
    Value result = VALUE_NULL;
    if (args->length > 0) memcpy(values, args->items, args->length * sizeof(Value));
    if (spread_keywords(vm, kwargs, values + args->length, names))
        result = (tail ? call_tail : call_value)(vm, callee, values, args->length, names);
    obj_release(vm, names);
    return result;
}

Value call_star(Vm *vm, Value callee, Value args_tuple, Value kwargs_dict, bool tail) {
    const Tuple *args = AS(Tuple, args_tuple);
    if (kwargs_dict == VALUE_NULL || dict_length(AS(Dict, kwargs_dict)) == 0)
        return (tail ? call_tail : call_value)(vm, callee, args->items, args->length, NULL);
    uint32_t total = args->length + dict_length(AS(Dict, kwargs_dict));
    Value small[CALL_SMALL];
    Value *values = total <= CALL_SMALL ? small : mem_alloc(vm->mem, total * sizeof(Value));
    if (values == NULL) return raise_no_memory(vm);
    Value result = call_spread(vm, callee, args, AS(Dict, kwargs_dict), values, tail);
    if (values != small) mem_free(vm->mem, values, total * sizeof(Value));
    return result;
}

bool object_for_each(Vm *vm, Value iterable, bool (*fn)(Vm *vm, void *context, Value item), void *context) {
    Value iterator = object_iter(vm, iterable);
    if (iterator == VALUE_NULL) return false;
    bool ok = true;
    while (ok) {
        Value item = object_next(vm, iterator);
        if (item == VALUE_NULL) {
            ok = !error_is_set(vm);
            break;
        }
        ok = fn(vm, context, item);
        value_release(vm, item);
    }
    value_release(vm, iterator);
    return ok;
}
