/* type_slots.c: the slots of classes made by Python code: C functions that look the special method up on the class and
 * call it, and the rules which slot a class gets.
 *
 * A class gets the generic function for a slot only when its special name finds something written in Python; when it
 * finds the wrapper of a builtin type's own slot, the class gets that slot itself, so that a subclass of list that adds
 * a method is as quick as list.
 */
#include "types_private.h"

/* ---- calling special methods */

static Value call0(Vm *vm, Value self, Str *name) {
    bool found;
    Value result = call_special(vm, self, name, NULL, 0, &found);
    if (result == VALUE_NULL && !found && !error_is_set(vm)) raise_attribute_error(vm, self, name);
    return result;
}

static Value call1(Vm *vm, Value self, Str *name, Value argument) {
    bool found;
    Value result = call_special(vm, self, name, &argument, 1, &found);
    if (result == VALUE_NULL && !found && !error_is_set(vm)) raise_attribute_error(vm, self, name);
    return result;
}

static Value call2(Vm *vm, Value self, Str *name, Value first, Value second) {
    bool found;
    Value arguments[2] = {first, second};
    Value result = call_special(vm, self, name, arguments, 2, &found);
    if (result == VALUE_NULL && !found && !error_is_set(vm)) raise_attribute_error(vm, self, name);
    return result;
}

static bool done(Vm *vm, Value result) {
    if (result == VALUE_NULL) return false;
    value_release(vm, result);
    return true;
}

static bool has_method(Vm *vm, Value v, Str *name) {
    Value found = type_lookup(vm, type_of(vm, v), name);
    return found != VALUE_NULL;
}

Value slot_repr(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __repr__));
}

Value slot_str(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __str__));
}

static bool slot_hash(Vm *vm, Value self, int64_t *hash) {
    Value method = type_lookup(vm, type_of(vm, self), NAME(vm, __hash__));
    if (method == VALUE_NULL || method == VALUE_NONE) {
        raise_error(vm, T_TypeError, "unhashable type: '%T'", self);
        return false;
    }
    Value result = call0(vm, self, NAME(vm, __hash__));
    if (result == VALUE_NULL) return false;
    bool ok = is_int(result);
    if (ok) {
        if (!int_as_int64(result, hash)) *hash = int_hash(result);
        if (*hash == -1) *hash = -2;
    } else {
        raise_error(vm, T_TypeError, "__hash__ method should return an integer");
    }
    value_release(vm, result);
    return ok;
}

static const uint16_t compare_names[] = {N___lt__, N___le__, N___eq__, N___ne__, N___gt__, N___ge__};

Value slot_compare(Vm *vm, Value self, Value other, int op) {
    Str *name = vm->names[compare_names[op]];
    if (!has_method(vm, self, name)) return VALUE_NOT_IMPLEMENTED;
    return call1(vm, self, name, other);
}

static Value slot_getattr(Vm *vm, Value self, Str *name) {
    return call1(vm, self, NAME(vm, __getattribute__), obj_value(name));
}

static bool slot_setattr(Vm *vm, Value self, Str *name, Value value) {
    if (value == VALUE_NULL) return done(vm, call1(vm, self, NAME(vm, __delattr__), obj_value(name)));
    return done(vm, call2(vm, self, NAME(vm, __setattr__), obj_value(name), value));
}

static Value slot_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value method = type_lookup_special(vm, self, NAME(vm, __call__));
    if (method == VALUE_NULL) {
        return error_is_set(vm) ? VALUE_NULL : raise_error(vm, T_TypeError, "'%T' object is not callable", self);
    }
    Value result = call_tail(vm, method, args, nargs, kwnames);
    value_release(vm, method);
    return result;
}

static Value slot_iter(Vm *vm, Value self) {
    if (type_lookup(vm, type_of(vm, self), NAME(vm, __iter__)) == VALUE_NONE) {
        return raise_error(vm, T_TypeError, "'%T' object is not iterable", self);
    }
    return call0(vm, self, NAME(vm, __iter__));
}

static Value slot_next(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __next__));
}

static Value slot_await(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __await__));
}

static Value slot_aiter(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __aiter__));
}

static Value slot_anext(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __anext__));
}

static const uint16_t binary_names[BINARY_COUNT] = {N___add__, N___sub__, N___mul__,    N___truediv__, N___floordiv__,
                                                    N___mod__, N___pow__, N___lshift__, N___rshift__,  N___and__,
                                                    N___or__,  N___xor__, N___matmul__, N___divmod__};
static const uint16_t reflected_names[BINARY_COUNT] = {
    N___radd__,    N___rsub__,    N___rmul__, N___rtruediv__, N___rfloordiv__, N___rmod__,    N___rpow__,
    N___rlshift__, N___rrshift__, N___rand__, N___ror__,      N___rxor__,      N___rmatmul__, N___rdivmod__};
static const uint16_t inplace_names[BINARY_COUNT] = {
    N___iadd__,    N___isub__,    N___imul__, N___itruediv__, N___ifloordiv__, N___imod__,   N___ipow__,
    N___ilshift__, N___irshift__, N___iand__, N___ior__,      N___ixor__,      N___imatmul__};

static Value maybe_call1(Vm *vm, Value self, Str *name, Value argument) {
    Value method = type_lookup(vm, type_of(vm, self), name);
    if (method == VALUE_NULL) return VALUE_NOT_IMPLEMENTED;
    return call1(vm, self, name, argument);
}

/* Whether b's class has a reflected method of its own, other than the one a's class would give it. */
static bool overrides(Vm *vm, Value a, Value b, Str *name) {
    Value mine = type_lookup(vm, type_of(vm, b), name);
    return mine != VALUE_NULL && mine != type_lookup(vm, type_of(vm, a), name);
}

/* In one function with who asks: operators nest deeply, and each of them has a frame. */
#define IN_ONE static inline __attribute__((always_inline))

IN_ONE Value ask_operand(Vm *vm, Value self, Str *name, Value other, Value modulus) {
    if (modulus == VALUE_NULL) return maybe_call1(vm, self, name, other);
    if (type_lookup(vm, type_of(vm, self), name) == VALUE_NULL) return VALUE_NOT_IMPLEMENTED;
    return call2(vm, self, name, other, modulus);
}

/* CPython's SLOT1BINFULL, and with a modulus slot_nb_power. */
IN_ONE Value ask_operands(Vm *vm, int op, Value a, Value b, Value modulus) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    Str *name = vm->names[binary_names[op]], *reflected = vm->names[reflected_names[op]];
    bool other = ta != tb && tb->slots.binary == slot_binary;
    if (ta->slots.binary == slot_binary) {
        if (other && type_is_subtype(tb, ta) && overrides(vm, a, b, reflected)) {
            Value result = ask_operand(vm, b, reflected, a, modulus);
            if (result != VALUE_NOT_IMPLEMENTED) return result;
            other = false;
        }
        Value result = ask_operand(vm, a, name, b, modulus);
        if (result != VALUE_NOT_IMPLEMENTED || !other) return result;
    }
    return other ? ask_operand(vm, b, reflected, a, modulus) : VALUE_NOT_IMPLEMENTED;
}

Value slot_binary(Vm *vm, int op, Value a, Value b) {
    return ask_operands(vm, op, a, b, VALUE_NULL);
}

Value slot_power(Vm *vm, Value base, Value exponent, Value modulus) {
    return ask_operands(vm, BINARY_POW, base, exponent, modulus);
}

static Value slot_inplace(Vm *vm, int op, Value a, Value b) {
    if (op == BINARY_DIVMOD) return VALUE_NOT_IMPLEMENTED;
    return maybe_call1(vm, a, vm->names[inplace_names[op]], b);
}

static const uint16_t unary_names[] = {N___neg__, N___pos__, N___invert__, N___abs__};

static Value slot_unary(Vm *vm, int op, Value self) {
    Str *name = vm->names[unary_names[op]];
    return has_method(vm, self, name) ? call0(vm, self, name) : VALUE_NOT_IMPLEMENTED;
}

static int64_t slot_length(Vm *vm, Value self) {
    Value result = call0(vm, self, NAME(vm, __len__));
    if (result == VALUE_NULL) return -1;
    Value i = object_index(vm, result);
    value_release(vm, result);
    if (i == VALUE_NULL) return -1;
    int64_t length = -1;
    if (int_sign(i) < 0) {
        raise_error(vm, T_ValueError, "__len__() should return >= 0");
    } else if (!int_as_int64(i, &length)) {
        raise_error(vm, T_OverflowError, "cannot fit '%T' into an index-sized integer", i);
        length = -1;
    }
    value_release(vm, i);
    return length;
}

static int slot_truth(Vm *vm, Value self) {
    Value method = type_lookup(vm, type_of(vm, self), NAME(vm, __bool__));
    if (method == VALUE_NONE) {
        raise_error(vm, T_TypeError, "'%T' cannot be interpreted as a boolean", self);
        return -1;
    }
    if (method == VALUE_NULL) {
        if (!has_method(vm, self, NAME(vm, __len__))) return 1;
        int64_t length = slot_length(vm, self);
        return length < 0 ? -1 : length > 0;
    }
    Value result = call0(vm, self, NAME(vm, __bool__));
    if (result == VALUE_NULL) return -1;
    if (value_is_bool(result)) return result == VALUE_TRUE;
    raise_error(vm, T_TypeError, "__bool__ should return bool, returned %T", result);
    value_release(vm, result);
    return -1;
}

static Value slot_getitem(Vm *vm, Value self, Value key) {
    return call1(vm, self, NAME(vm, __getitem__), key);
}

static bool slot_setitem(Vm *vm, Value self, Value key, Value value) {
    Str *name = value == VALUE_NULL ? NAME(vm, __delitem__) : NAME(vm, __setitem__);
    if (!has_method(vm, self, name)) {
        raise_error(vm, T_AttributeError, "%S", name);
        return false;
    }
    if (value == VALUE_NULL) return done(vm, call1(vm, self, name, key));
    return done(vm, call2(vm, self, name, key, value));
}

static int slot_contains(Vm *vm, Value self, Value item) {
    if (type_lookup(vm, type_of(vm, self), NAME(vm, __contains__)) == VALUE_NONE) {
        raise_error(vm, T_TypeError, "'%T' object is not a container", self);
        return -1;
    }
    Value result = call1(vm, self, NAME(vm, __contains__), item);
    if (result == VALUE_NULL) return -1;
    int truth = object_truth(vm, result);
    value_release(vm, result);
    return truth;
}

static Value slot_descr_get(Vm *vm, Value self, Value object, Type *owner) {
    /* As CPython's slot_tp_descr_get: what stands there is called as it is, not bound by a __get__ of its own. */
    Value get = type_lookup(vm, type_of(vm, self), NAME(vm, __get__));
    if (get == VALUE_NULL) return value_retain(self);
    Value args[3] = {self, object == VALUE_NULL ? VALUE_NONE : object, owner == NULL ? VALUE_NONE : obj_value(owner)};
    return call_value(vm, get, args, 3, NULL);
}

static bool slot_descr_set(Vm *vm, Value self, Value object, Value value) {
    Str *name = value == VALUE_NULL ? NAME(vm, __delete__) : NAME(vm, __set__);
    if (!has_method(vm, self, name)) {
        raise_error(vm, T_AttributeError, "%S", name);
        return false;
    }
    if (value == VALUE_NULL) return done(vm, call1(vm, self, name, object));
    return done(vm, call2(vm, self, name, object, value));
}

Value slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value function = object_getattr(vm, obj_value(type), NAME(vm, __new__));
    if (function == VALUE_NULL) return VALUE_NULL;
    uint32_t total = nargs + (kwnames == NULL ? 0 : kwnames->length) + 1;
    Value *all = mem_alloc(vm->mem, total * sizeof *all);
    Value result = VALUE_NULL;
    if (all == NULL) {
        raise_no_memory(vm);
    } else {
        all[0] = obj_value(type);
        if (total > 1) memcpy(all + 1, args, (total - 1) * sizeof *all);
        result = call_value(vm, function, all, nargs + 1, kwnames);
        mem_free(vm->mem, all, total * sizeof *all);
    }
    value_release(vm, function);
    return result;
}

int slot_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value method = type_lookup_special(vm, self, NAME(vm, __init__));
    if (method == VALUE_NULL) return error_is_set(vm) ? -1 : 0;
    Value result = call_value(vm, method, args, nargs, kwnames);
    value_release(vm, method);
    if (result == VALUE_NULL) return -1;
    if (result == VALUE_NONE) return 0;
    raise_error(vm, T_TypeError, "__init__() should return None, not '%T'", result);
    value_release(vm, result);
    return -1;
}

static Value slot_as_int(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __index__));
}

static Value slot_as_float(Vm *vm, Value self) {
    return call0(vm, self, NAME(vm, __float__));
}

static void slot_finalize(Vm *vm, Value self) {
    Value method = type_lookup_special(vm, self, NAME(vm, __del__));
    if (method == VALUE_NULL) return;
    Value result = call_value(vm, method, NULL, 0, NULL);
    if (result == VALUE_NULL)
        error_unraisable(vm, "while calling deallocator", type_lookup(vm, type_of(vm, self), NAME(vm, __del__)));
    value_release(vm, result);
    value_release(vm, method);
}

/* ---- which slot a class gets */

/* One row per slot that only one kind of name feeds. */
typedef struct FixRow {
    uint32_t offset;
    SlotFn generic;
    uint16_t names[2]; /* enum name_id; the second may be the same */
} FixRow;

#define SLOT(field) (uint32_t) offsetof(TypeSlots, field)
#define ROW(field, one, two)                                                                                           \
    {                                                                                                                  \
        SLOT(field), (SlotFn)slot_##field, {                                                                           \
            N_##one, N_##two                                                                                           \
        }                                                                                                              \
    }

static const FixRow fix_rows[] = {
    ROW(repr, __repr__, __repr__),
    ROW(str, __str__, __str__),
    ROW(hash, __hash__, __hash__),
    ROW(setattr, __setattr__, __delattr__),
    ROW(call, __call__, __call__),
    ROW(iter, __iter__, __iter__),
    ROW(next, __next__, __next__),
    ROW(await, __await__, __await__),
    ROW(aiter, __aiter__, __aiter__),
    ROW(anext, __anext__, __anext__),
    ROW(truth, __bool__, __bool__),
    ROW(length, __len__, __len__),
    ROW(getitem, __getitem__, __getitem__),
    ROW(setitem, __setitem__, __delitem__),
    ROW(contains, __contains__, __contains__),
    ROW(descr_get, __get__, __get__),
    ROW(descr_set, __set__, __delete__),
    ROW(init, __init__, __init__),
    ROW(as_int, __index__, __index__),
    ROW(as_float, __float__, __float__),
    ROW(finalize, __del__, __del__),
};
#define FIX_ROWS (sizeof fix_rows / sizeof fix_rows[0])

typedef struct Choice {
    SlotFn native; /* the builtin slot that all names found so far wrap; NULL: none yet */
    bool generic;  /* something else was found */
    bool any;
} Choice;

/* Looks at what `name` finds and narrows the choice for the slot at `offset`. */
static void choose(Vm *vm, Type *type, Str *name, uint32_t offset, Choice *choice) {
    Value found = type_lookup(vm, type, name);
    if (found == VALUE_NULL) return;
    choice->any = true;
    if (!is_exact(vm, found, T_wrapper_descriptor) || AS(WrapperDescr, found)->row->offset != offset) {
        choice->generic = true;
        return;
    }
    SlotFn fn = AS(WrapperDescr, found)->fn;
    if (choice->native != NULL && choice->native != fn) choice->generic = true;
    choice->native = fn;
}

static void apply(Type *type, uint32_t offset, const Choice *choice, SlotFn generic) {
    slot_write(&type->slots, offset, choice->generic ? generic : choice->native);
}

static void fix_simple(Vm *vm, Type *type, const FixRow *row) {
    Choice choice = {0};
    choose(vm, type, vm->names[row->names[0]], row->offset, &choice);
    if (row->names[1] != row->names[0]) choose(vm, type, vm->names[row->names[1]], row->offset, &choice);
    if (!choice.any) {
        /* Slots without a Python name of their own (a builtin base's private next, finalize) stay as inherited. */
        SlotFn inherited = type->base == NULL ? NULL : slot_read(&type->base->slots, row->offset);
        slot_write(&type->slots, row->offset, inherited != row->generic ? inherited : NULL);
        return;
    }
    apply(type, row->offset, &choice, row->generic);
}

static void fix_family(Vm *vm, Type *type, uint32_t offset, const uint16_t *names, uint32_t count, const uint16_t *more,
                       SlotFn generic) {
    Choice choice = {0};
    for (uint32_t i = 0; i < count; i++) {
        choose(vm, type, vm->names[names[i]], offset, &choice);
        if (more != NULL) choose(vm, type, vm->names[more[i]], offset, &choice);
    }
    apply(type, offset, &choice, generic);
}

static void fix_getattr(Vm *vm, Type *type) {
    Choice choice = {0};
    choose(vm, type, NAME(vm, __getattribute__), SLOT(getattr), &choice);
    if (type_lookup(vm, type, NAME(vm, __getattr__)) != VALUE_NULL) {
        type->slots.getattr = slot_getattr_hook;
    } else {
        apply(type, SLOT(getattr), &choice, (SlotFn)slot_getattr);
        if (type->slots.getattr == object_generic_getattr) type->slots.getattr = NULL;
    }
    if (type->slots.setattr == object_generic_setattr) type->slots.setattr = NULL;
}

static void fix_new(Vm *vm, Type *type) {
    Value found = type_lookup(vm, type, NAME(vm, __new__));
    if (found == VALUE_NULL) return;
    if (is_exact(vm, found, T_builtin_function_or_method) && AS(Native, found)->def == type_new_method()) {
        type->slots.new = AS(Type, AS(Native, found)->self)->slots.new;
    } else {
        type->slots.new = slot_new;
    }
}

static void fix_hash(Vm *vm, Type *type) {
    if (type_lookup(vm, type, NAME(vm, __hash__)) == VALUE_NONE) type->slots.hash = slot_hash;
}

void type_fix_slots(Vm *vm, Type *type) {
    for (uint32_t i = 0; i < FIX_ROWS; i++) fix_simple(vm, type, &fix_rows[i]);
    fix_family(vm, type, SLOT(compare), compare_names, 6, NULL, (SlotFn)slot_compare);
    fix_family(vm, type, SLOT(binary), binary_names, BINARY_COUNT, reflected_names, (SlotFn)slot_binary);
    fix_family(vm, type, SLOT(inplace), inplace_names, BINARY_DIVMOD, NULL, (SlotFn)slot_inplace);
    fix_family(vm, type, SLOT(unary), unary_names, 4, NULL, (SlotFn)slot_unary);
    fix_getattr(vm, type);
    fix_new(vm, type);
    fix_hash(vm, type);
    /* Objects whose finalizer has run are forgotten when they die, even where the class has none any more. */
    bool had_finalizer = (type->flags & TYPE_FINALIZE) && vm->state->finalized != NULL;
    type->flags &= ~(uint32_t)((had_finalizer ? 0u : (uint32_t)TYPE_FINALIZE) | TYPE_DATA_DESCR);
    if (type->slots.finalize != NULL) type->flags |= TYPE_FINALIZE;
    if (type->slots.descr_set != NULL) type->flags |= TYPE_DATA_DESCR;
}

void type_name_changed(Vm *vm, Type *type, Str *name) {
    const unsigned char *text = name->data;
    if (name->kind != 1 || name->length < 5 || text[0] != '_' || text[1] != '_') return;
    if (type->flags & TYPE_HEAP) type_fix_slots(vm, type);
    if (type->subclasses == NULL) return;
    for (uint32_t i = 0; i < type->subclasses->length; i++) {
        type_name_changed(vm, (Type *)(uintptr_t)value_as_small(type->subclasses->items[i]), name);
    }
}
