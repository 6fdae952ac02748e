/* type_wrap.c: the slots of builtin types as Python methods: int.__add__, list.__len__, object.__repr__. One row per
 * special name says which slot it is and how to call it; a wrapper descriptor is a row with a type.
 */
#include "number.h"
#include "types_private.h"

#define AT(field) (uint16_t) offsetof(TypeSlots, field)
#define BIN(name, op)                                                                                                  \
    {N___##name##__, AT(binary), WRAP_BINARY, BINARY_##op, NULL}, {                                                    \
        N___r##name##__, AT(binary), WRAP_BINARY_R, BINARY_##op, NULL                                                  \
    }
#define INP(name, op)                                                                                                  \
    { N___##name##__, AT(inplace), WRAP_INPLACE, BINARY_##op, NULL }
#define CMP(name, op)                                                                                                  \
    { N___##name##__, AT(compare), WRAP_COMPARE, COMPARE_##op, NULL }
#define ONE(name, field)                                                                                               \
    { N___##name##__, AT(field), WRAP_VALUE, 0, NULL }

const SlotRow slot_rows[] = {
    ONE(repr, repr),
    ONE(str, str),
    {N___hash__, AT(hash), WRAP_HASH, 0, NULL},
    CMP(lt, LT),
    CMP(le, LE),
    CMP(eq, EQ),
    CMP(ne, NE),
    CMP(gt, GT),
    CMP(ge, GE),
    {N___getattribute__, AT(getattr), WRAP_GETATTR, 0, NULL},
    {N___setattr__, AT(setattr), WRAP_SETATTR, 0, NULL},
    {N___delattr__, AT(setattr), WRAP_DELATTR, 0, NULL},
    {N___call__, AT(call), WRAP_CALL, 0, NULL},
    ONE(iter, iter),
    {N___next__, AT(next), WRAP_NEXT, 0, NULL},
    ONE(await, await),
    ONE(aiter, aiter),
    ONE(anext, anext),
    BIN(add, ADD),
    BIN(sub, SUB),
    BIN(mul, MUL),
    BIN(truediv, TRUEDIV),
    BIN(floordiv, FLOORDIV),
    BIN(mod, MOD),
    BIN(pow, POW),
    BIN(lshift, LSHIFT),
    BIN(rshift, RSHIFT),
    BIN(and, AND),
    BIN(or, OR),
    BIN(xor, XOR),
    BIN(matmul, MATMUL),
    BIN(divmod, DIVMOD),
    INP(iadd, ADD),
    INP(isub, SUB),
    INP(imul, MUL),
    INP(itruediv, TRUEDIV),
    INP(ifloordiv, FLOORDIV),
    INP(imod, MOD),
    INP(ipow, POW),
    INP(ilshift, LSHIFT),
    INP(irshift, RSHIFT),
    INP(iand, AND),
    INP(ior, OR),
    INP(ixor, XOR),
    {N___neg__, AT(unary), WRAP_UNARY, UNARY_NEG, NULL},
    {N___pos__, AT(unary), WRAP_UNARY, UNARY_POS, NULL},
    {N___invert__, AT(unary), WRAP_UNARY, UNARY_INVERT, NULL},
    {N___abs__, AT(unary), WRAP_UNARY, UNARY_ABS, NULL},
    {N___bool__, AT(truth), WRAP_TRUTH, 0, NULL},
    {N___len__, AT(length), WRAP_LENGTH, 0, NULL},
    {N___getitem__, AT(getitem), WRAP_GETITEM, 0, NULL},
    {N___setitem__, AT(setitem), WRAP_SETITEM, 0, NULL},
    {N___delitem__, AT(setitem), WRAP_DELITEM, 0, NULL},
    {N___contains__, AT(contains), WRAP_CONTAINS, 0, NULL},
    {N___get__, AT(descr_get), WRAP_GET, 0, NULL},
    {N___set__, AT(descr_set), WRAP_SET, 0, NULL},
    {N___delete__, AT(descr_set), WRAP_DELETE, 0, NULL},
    {N___init__, AT(init), WRAP_INIT, 0, NULL},
    ONE(index, as_int),
    ONE(float, as_float),
    {N___del__, AT(finalize), WRAP_FINALIZE, 0, NULL},
};
const uint32_t slot_row_count = sizeof slot_rows / sizeof slot_rows[0];

/* ---- which rows a builtin type has */

#define B(op) (1u << BINARY_##op)
#define ARITHMETIC (B(ADD) | B(SUB) | B(MUL) | B(TRUEDIV) | B(POW))
#define REAL_ARITHMETIC (ARITHMETIC | B(FLOORDIV) | B(MOD) | B(DIVMOD))
#define BITS (B(AND) | B(OR) | B(XOR))
#define SET_OPS (B(SUB) | BITS)

typedef struct OpsOfType {
    uint8_t id;
    uint32_t binary, inplace, unary;
} OpsOfType;

static const OpsOfType ops_of_types[] = {
    {T_type, B(OR), 0, 0},
    {T_int, REAL_ARITHMETIC | B(LSHIFT) | B(RSHIFT) | BITS, 0, 15},
    {T_bool, BITS, 0, 1u << UNARY_INVERT},
    {T_float, REAL_ARITHMETIC, 0, 1u << UNARY_NEG | 1u << UNARY_POS | 1u << UNARY_ABS},
    {T_complex, ARITHMETIC, 0, 1u << UNARY_NEG | 1u << UNARY_POS | 1u << UNARY_ABS},
    {T_str, B(ADD) | B(MUL) | B(MOD), 0, 0},
    {T_bytes, B(ADD) | B(MUL) | B(MOD), 0, 0},
    {T_bytearray, B(ADD) | B(MUL) | B(MOD), B(ADD) | B(MUL), 0},
    {T_tuple, B(ADD) | B(MUL), 0, 0},
    {T_list, B(ADD) | B(MUL), B(ADD) | B(MUL), 0},
    {T_dict, B(OR), B(OR), 0},
    {T_set, SET_OPS, SET_OPS, 0},
    {T_frozenset, SET_OPS, 0, 0},
    {T_dict_keys, SET_OPS, 0, 0},
    {T_dict_items, SET_OPS, 0, 0},
    {T_mappingproxy, B(OR), B(OR), 0},
    {T_generic_alias, B(OR), 0, 0},
    {T_union, B(OR), 0, 0},
};

static OpsOfType ops_of(const Type *type) {
    const TypeDef *def = type->def;
    if (def->binary_ops != 0 || def->inplace_ops != 0 || def->unary_ops != 0) {
        return (OpsOfType){0, def->binary_ops, def->inplace_ops, def->unary_ops};
    }
    for (uint32_t i = 0; i < sizeof ops_of_types / sizeof ops_of_types[0]; i++) {
        if (ops_of_types[i].id == type->id) return ops_of_types[i];
    }
    return (OpsOfType){0, 0, 0, 0};
}

bool slot_row_present(const Type *type, const SlotRow *row) {
    if (slot_read(&type->def->slots, row->offset) == NULL) return false;
    if (row->kind == WRAP_FINALIZE) return type->base != NULL && row->name == N___del__ && type->id == 0;
    OpsOfType ops = ops_of(type);
    /* Sequences concatenate and repeat: they have no __radd__, as in CPython, but __rmul__. */
    bool sequence = type->def->slots.sequence != NULL;
    switch ((enum wrap_kind)row->kind) {
    case WRAP_BINARY: return (ops.binary >> row->op & 1) != 0;
    case WRAP_BINARY_R: return (ops.binary >> row->op & 1) != 0 && !(sequence && row->op == BINARY_ADD);
    case WRAP_INPLACE: return (ops.inplace >> row->op & 1) != 0;
    case WRAP_UNARY: return (ops.unary >> row->op & 1) != 0;
    default: return true;
    }
}

static Value wrapper_descr_new(Vm *vm, Type *owner, const SlotRow *row, SlotFn fn) {
    WrapperDescr *d = object_new(vm, TYPE(vm, wrapper_descriptor), 0);
    if (d == NULL) return VALUE_NULL;
    d->owner = owner;
    d->row = row;
    d->fn = fn;
    return obj_value(d);
}

static bool add_row(Vm *vm, Type *type, const SlotRow *row, SlotFn fn) {
    Value descr = wrapper_descr_new(vm, type, row, fn);
    if (descr == VALUE_NULL) return false;
    bool ok = dict_set_str(vm, type->dict, vm->names[row->name], descr);
    value_release(vm, descr);
    return ok;
}

/* object leaves these slots NULL (the usual way is the quickest), but has the methods. */
static SlotFn object_default(const SlotRow *row) {
    switch ((enum wrap_kind)row->kind) {
    case WRAP_GETATTR: return (SlotFn)object_generic_getattr;
    case WRAP_SETATTR:
    case WRAP_DELATTR: return (SlotFn)object_generic_setattr;
    default: return NULL;
    }
}

bool type_add_wrappers(Vm *vm, Type *type) {
    for (uint32_t i = 0; i < slot_row_count; i++) {
        const SlotRow *row = &slot_rows[i];
        SlotFn fn = slot_row_present(type, row) ? slot_read(&type->slots, row->offset) : NULL;
        if (fn == NULL && type->id == T_object && type->base == NULL) fn = object_default(row);
        bool unhashable = row->kind == WRAP_HASH && fn == (SlotFn)hash_not_implemented; /* T.__hash__ is None */
        if (fn != NULL && !(unhashable ? type_add(vm, type, "__hash__", VALUE_NONE) : add_row(vm, type, row, fn)))
            return false;
    }
    return true;
}

/* ---- calling a slot as a method */

static bool check_count(Vm *vm, const SlotRow *row, uint32_t nargs, uint32_t min, uint32_t max, const Tuple *kwnames) {
    const char *name = (const char *)vm->names[row->name]->data;
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "wrapper %s() takes no keyword arguments", name);
        return false;
    }
    if (nargs >= min && nargs <= max) return true;
    uint32_t bound = nargs < min ? min : max;
    if (min == 2) { /* CPython's wrappers have three ways of counting */
        raise_error(vm, T_TypeError, "%s expected 2 arguments, got %u", name, nargs);
    } else if (min == max) {
        raise_error(vm, T_TypeError, "expected %u argument%s, got %u", min, min == 1 ? "" : "s", nargs);
    } else if (row->kind != WRAP_GET) {
        raise_error(vm, T_TypeError, "expected %u or %u arguments, got %u", min, max, nargs);
    } else {
        raise_error(vm, T_TypeError, "%s expected at %s %u argument%s, got %u", name, nargs < min ? "least" : "most",
                    bound, bound == 1 ? "" : "s", nargs);
    }
    return false;
}

static void argument_range(const SlotRow *row, uint32_t *min, uint32_t *max) {
    *min = *max = 1;
    switch ((enum wrap_kind)row->kind) {
    case WRAP_VALUE:
    case WRAP_HASH:
    case WRAP_NEXT:
    case WRAP_UNARY:
    case WRAP_TRUTH:
    case WRAP_FINALIZE:
    case WRAP_LENGTH: *min = *max = 0; break;
    case WRAP_SETATTR:
    case WRAP_SETITEM:
    case WRAP_SET: *min = *max = 2; break;
    case WRAP_GET: *max = 2; break;
    case WRAP_BINARY:
    case WRAP_BINARY_R:
        if (row->op == BINARY_POW) *max = 2;
        break;
    default: break;
    }
}

bool slot_row_fits(Vm *vm, const SlotRow *row, uint32_t nargs, const Tuple *kwnames) {
    uint32_t min, max;
    argument_range(row, &min, &max);
    return check_count(vm, row, nargs, min, max, kwnames);
}

const SlotRow *slot_row_named(Vm *vm, const Str *name) {
    for (uint32_t i = 0; i < slot_row_count; i++)
        if (vm->names[slot_rows[i].name] == name) return &slot_rows[i];
    return NULL;
}

static Value none_if(bool ok) {
    return ok ? VALUE_NONE : VALUE_NULL;
}

static Value attr_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args) {
    if (!is_str(args[0])) {
        return raise_error(vm, T_TypeError, "attribute name must be string, not '%T'", args[0]);
    }
    Str *name = AS(Str, args[0]);
    if (row->kind == WRAP_GETATTR) return ((Value(*)(Vm *, Value, Str *))fn)(vm, self, name);
    bool (*set)(Vm *, Value, Str *, Value) = (bool (*)(Vm *, Value, Str *, Value))fn;
    if (is_type(self) && set == object_generic_setattr)
        return raise_error(vm, T_TypeError, "can't apply this %S to type object", vm->names[row->name]);
    return none_if(set(vm, self, name, row->kind == WRAP_DELATTR ? VALUE_NULL : args[1]));
}

static Value number_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args) {
    Value (*binary)(Vm *, int, Value, Value) = (Value(*)(Vm *, int, Value, Value))fn;
    if (row->kind == WRAP_UNARY) return ((Value(*)(Vm *, int, Value))fn)(vm, row->op, self);
    bool repeats = row->op == BINARY_MUL && type_of(vm, self)->slots.sequence != NULL;
    if (repeats && !is_int(args[0]) && type_of(vm, args[0])->slots.as_int == NULL)
        return raise_error(vm, T_TypeError, "'%T' object cannot be interpreted as an integer", args[0]);
    if (row->kind == WRAP_BINARY_R && !repeats) return binary(vm, row->op, args[0], self);
    return binary(vm, row->op, self, args[0]);
}

/* x.__pow__(y, z) and x.__rpow__(y, z) */
static Value pow_row(Vm *vm, const SlotRow *row, Value self, const Value *args) {
    bool reflected = row->kind == WRAP_BINARY_R;
    return number_power(vm, type_of(vm, self), reflected ? args[0] : self, reflected ? self : args[0], args[1]);
}

static Value hash_row(Vm *vm, SlotFn fn, Value self) {
    int64_t hash;
    if (!((bool (*)(Vm *, Value, int64_t *))fn)(vm, self, &hash)) return VALUE_NULL;
    return int_from_int64(vm, hash);
}

static Value next_row(Vm *vm, SlotFn fn, Value self) {
    if (gen_steps(self) || !(type_of(vm, self)->flags & TYPE_HEAP)) return next_tail(vm, self, VALUE_NULL);
    Value result = ((Value(*)(Vm *, Value))fn)(vm, self);
    if (result == VALUE_NULL && !error_is_set(vm)) return raise_stop_iteration(vm, VALUE_NONE);
    return result;
}

static Value size_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args) {
    if (row->kind == WRAP_LENGTH) {
        int64_t length = ((int64_t(*)(Vm *, Value))fn)(vm, self);
        return length < 0 ? VALUE_NULL : int_from_int64(vm, length);
    }
    int truth = row->kind == WRAP_TRUTH ? ((int (*)(Vm *, Value))fn)(vm, self)
                                        : ((int (*)(Vm *, Value, Value))fn)(vm, self, args[0]);
    return truth < 0 ? VALUE_NULL : value_bool(truth != 0);
}

static Value descr_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args, uint32_t nargs) {
    if (row->kind == WRAP_GET) {
        Value object = args[0] == VALUE_NONE ? VALUE_NULL : args[0];
        Type *owner = nargs > 1 && is_type(args[1]) ? AS(Type, args[1]) : NULL;
        if (object == VALUE_NULL && owner == NULL)
            return raise_error(vm, T_TypeError, "__get__(None, None) is invalid");
        if (owner == NULL) owner = type_of(vm, object);
        return ((Value(*)(Vm *, Value, Value, Type *))fn)(vm, self, object, owner);
    }
    bool (*set)(Vm *, Value, Value, Value) = (bool (*)(Vm *, Value, Value, Value))fn;
    return none_if(set(vm, self, args[0], row->kind == WRAP_DELETE ? VALUE_NULL : args[1]));
}

static Value free_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args, uint32_t nargs,
                      Tuple *kwnames) {
    if (row->kind == WRAP_CALL) {
        return ((Value(*)(Vm *, Value, const Value *, uint32_t, Tuple *))fn)(vm, self, args, nargs, kwnames);
    }
    int failed = ((int (*)(Vm *, Value, const Value *, uint32_t, Tuple *))fn)(vm, self, args, nargs, kwnames);
    return none_if(failed == 0);
}

static Value item_row(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args) {
    if (has_flag(self, TYPE_BY_INDEX) && !is_int(args[0]) && type_of(vm, args[0])->slots.as_int == NULL)
        return object_index(vm, args[0]);
    if (row->kind == WRAP_GETITEM) return ((Value(*)(Vm *, Value, Value))fn)(vm, self, args[0]);
    bool (*set)(Vm *, Value, Value, Value) = (bool (*)(Vm *, Value, Value, Value))fn;
    return none_if(set(vm, self, args[0], row->kind == WRAP_DELITEM ? VALUE_NULL : args[1]));
}

/* What CPython has as a method beside the slot, for speed (METH_COEXIST): it counts like a method. */
static bool is_coexisting_method(Vm *vm, const SlotRow *row, Value self) {
    uint32_t id = type_of(vm, self)->id;
    (void)vm;
    if (row->kind == WRAP_GETITEM) return id == T_list || id == T_dict;
    return row->kind == WRAP_CONTAINS && (id == T_dict || id == T_set || id == T_frozenset);
}

Value slot_row_call(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args, uint32_t nargs,
                    Tuple *kwnames) {
    if (row->kind == WRAP_CALL || row->kind == WRAP_INIT) return free_row(vm, row, fn, self, args, nargs, kwnames);
    uint32_t min, max;
    argument_range(row, &min, &max);
    if (min == 1 && max == 1 && nargs != 1 && is_coexisting_method(vm, row, self)) {
        return raise_error(vm, T_TypeError, "%S.%S() takes exactly one argument (%u given)", type_of(vm, self)->name,
                           vm->names[row->name], nargs);
    }
    if (!slot_row_fits(vm, row, nargs, kwnames)) return VALUE_NULL;
    switch ((enum wrap_kind)row->kind) {
    case WRAP_VALUE: return ((Value(*)(Vm *, Value))fn)(vm, self);
    case WRAP_HASH: return hash_row(vm, fn, self);
    case WRAP_COMPARE: return ((Value(*)(Vm *, Value, Value, int))fn)(vm, self, args[0], row->op);
    case WRAP_GETATTR:
    case WRAP_SETATTR:
    case WRAP_DELATTR: return attr_row(vm, row, fn, self, args);
    case WRAP_NEXT: return next_row(vm, fn, self);
    case WRAP_BINARY:
    case WRAP_BINARY_R:
        if (row->op == BINARY_POW && nargs == 2 && args[1] != VALUE_NONE) return pow_row(vm, row, self, args);
        return number_row(vm, row, fn, self, args);
    case WRAP_INPLACE:
    case WRAP_UNARY: return number_row(vm, row, fn, self, args);
    case WRAP_TRUTH:
    case WRAP_LENGTH:
    case WRAP_CONTAINS: return size_row(vm, row, fn, self, args);
    case WRAP_GETITEM:
    case WRAP_SETITEM:
    case WRAP_DELITEM: return item_row(vm, row, fn, self, args);
    case WRAP_GET:
    case WRAP_SET:
    case WRAP_DELETE: return descr_row(vm, row, fn, self, args, nargs);
    case WRAP_FINALIZE: ((void (*)(Vm *, Value))fn)(vm, self); return VALUE_NONE;
    case WRAP_CALL:
    case WRAP_INIT: break;
    }
    return VALUE_NULL;
}

/* ---- __new__ of builtin types */

static Value call_new(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Type *owner = AS(Type, self);
    if (nargs == 0) return raise_error(vm, T_TypeError, "%N.__new__(): not enough arguments", owner);
    if (!is_type(args[0])) {
        return raise_error(vm, T_TypeError, "%N.__new__(X): X is not a type object (%T)", owner, args[0]);
    }
    Type *type = AS(Type, args[0]);
    if (!type_is_subtype(type, owner)) {
        return raise_error(vm, T_TypeError, "%N.__new__(%N): %N is not a subtype of %N", owner, type, type, owner);
    }
    const Type *native = type;
    while (native != NULL && native->slots.new == slot_new) native = native->base;
    if (native != NULL && native->slots.new == NULL)
        return raise_error(vm, T_TypeError, "cannot create '%N' instances", native);
    if (native != NULL && native->slots.new != owner->slots.new) {
        return raise_error(vm, T_TypeError, "%N.__new__(%N) is not safe, use %N.__new__()", owner, type, native);
    }
    return owner->slots.new(vm, type, args + 1, nargs - 1, kwnames);
}

const MethodDef *type_new_method(void) {
    static const MethodDef def = {"__new__",
                                  call_new,
                                  0,
                                  255,
                                  true,
                                  METHOD_PLAIN,
                                  "Create and return a new object.  See help(type) for accurate signature."};
    return &def;
}
