/* object_ops.c: operators and comparisons on any two values: who is asked first, and what is said when nobody knows. */
#include "number.h"
#include "types_private.h"

static const char *const binary_symbols[BINARY_COUNT] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                         "<<", ">>", "&", "|", "^",  "@", "divmod()"};
static const char *const inplace_symbols[BINARY_COUNT] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@=", "divmod()"};

/* ---- binary operators */

typedef Value (*BinaryFn)(Vm *vm, int op, Value a, Value b);

/* ---- sequences, whose + and * come after those of numbers ---- */

static bool is_sequence_op(const Type *type, int op) {
    return type->slots.sequence != NULL && (op == BINARY_ADD || op == BINARY_MUL);
}

/* Whether the method is one that a class has written. */
static bool is_written(Vm *vm, Type *type, Str *name) {
    Value found = type_lookup(vm, type, name);
    return found != VALUE_NULL && !is_exact(vm, found, T_wrapper_descriptor);
}

static bool writes_product(Vm *vm, Type *type) {
    return is_written(vm, type, NAME(vm, __mul__)) || is_written(vm, type, NAME(vm, __rmul__));
}

static BinaryFn number_op(Vm *vm, Type *type, int op) {
    BinaryFn binary = type->slots.binary;
    if (!is_sequence_op(type, op)) return binary;
    if (binary == type->slots.sequence) return NULL;
    bool written = op == BINARY_ADD
                       ? is_written(vm, type, NAME(vm, __add__)) || is_written(vm, type, NAME(vm, __radd__))
                       : writes_product(vm, type);
    return written ? binary : NULL;
}

static BinaryFn sequence_op(Vm *vm, Type *type, int op) {
    if (!is_sequence_op(type, op)) return NULL;
    if (type->slots.binary == type->slots.sequence) return type->slots.sequence;
    /* update_one_slot: both names of a product stand for sq_repeat, of a sum one alone for sq_concat. */
    bool written = op == BINARY_ADD ? is_written(vm, type, NAME(vm, __add__)) : writes_product(vm, type);
    return written ? NULL : type->slots.sequence;
}

static Value sequence_try(Vm *vm, int op, Value a, Value b) {
    BinaryFn of_a = sequence_op(vm, type_of(vm, a), op);
    if (of_a != NULL) return of_a(vm, op, a, b);
    BinaryFn of_b = op == BINARY_MUL ? sequence_op(vm, type_of(vm, b), op) : NULL;
    return of_b != NULL ? of_b(vm, op, b, a) : VALUE_NOT_IMPLEMENTED; /* the sequence comes first */
}

/* ---- two operands ---- */

/* CPython's binary_op1: the left operand's type is asked first, unless the right one's is a subclass with its own way.
 */
static Value binary_try(Vm *vm, int op, Value a, Value b) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    BinaryFn left = number_op(vm, ta, op), right = tb == ta ? NULL : number_op(vm, tb, op);
    if (right == left) right = NULL;
    if (left != NULL) {
        if (right != NULL && type_is_subtype(tb, ta)) {
            Value result = right(vm, op, a, b);
            if (result != VALUE_NOT_IMPLEMENTED) return result;
            right = NULL;
        }
        Value result = left(vm, op, a, b);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    return right != NULL ? right(vm, op, a, b) : VALUE_NOT_IMPLEMENTED;
}

static bool is_print(Vm *vm, Value a) {
    return is_exact(vm, a, T_builtin_function_or_method) && strcmp(AS(Native, a)->def->name, "print") == 0;
}

static Value binary_error(Vm *vm, int op, const char *symbol, Value a, Value b) {
    if (op == BINARY_RSHIFT && is_print(vm, a)) {
        return raise_error(vm, T_TypeError,
                           "unsupported operand type(s) for >>: '%T' and '%T'. Did you mean "
                           "\"print(<message>, file=<output_stream>)\"?",
                           a, b);
    }
    return raise_error(vm, T_TypeError, "unsupported operand type(s) for %s: '%T' and '%T'", symbol, a, b);
}

Value object_binary(Vm *vm, int op, Value a, Value b) {
    Value result = binary_try(vm, op, a, b);
    if (result == VALUE_NOT_IMPLEMENTED) result = sequence_try(vm, op, a, b);
    if (result != VALUE_NOT_IMPLEMENTED) return result;
    return binary_error(vm, op, binary_symbols[op], a, b);
}

/* ---- pow() with three arguments: all three types are asked */

typedef Value (*PowerFn)(Vm *vm, Value base, Value exponent, Value modulus);

static Value power_of_ints(Vm *vm, Value base, Value exponent, Value modulus) {
    bool ints = is_int(base) && is_int(exponent) && is_int(modulus);
    return ints ? int_pow_mod(vm, base, exponent, modulus) : VALUE_NOT_IMPLEMENTED;
}

static Value power_of_floats(Vm *vm, Value base, Value exponent, Value modulus) {
    (void)base, (void)exponent, (void)modulus;
    return raise_error(vm, T_TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
}

static bool is_number(Vm *vm, Value v) {
    return is_int(v) || is_float(v) || is_complex(vm, v);
}

static Value power_of_complexes(Vm *vm, Value base, Value exponent, Value modulus) {
    (void)modulus;
    if (!is_number(vm, base) || !is_number(vm, exponent)) return VALUE_NOT_IMPLEMENTED;
    return raise_error(vm, T_ValueError, "complex modulo");
}

static PowerFn number_power_op(Vm *vm, const Type *type) {
    if (type_is_subtype(type, TYPE(vm, int))) return power_of_ints;
    if (type_is_subtype(type, TYPE(vm, float))) return power_of_floats;
    return type_is_subtype(type, TYPE(vm, complex)) ? power_of_complexes : NULL;
}

static PowerFn power_op(Vm *vm, const Type *type) {
    return type->slots.binary == slot_binary ? slot_power : number_power_op(vm, type);
}

Value number_power(Vm *vm, Type *type, Value base, Value exponent, Value modulus) {
    PowerFn power = number_power_op(vm, type);
    return power != NULL ? power(vm, base, exponent, modulus) : VALUE_NOT_IMPLEMENTED;
}

/* A class that CPython has in C looks at all three, where a class of Python's is asked about its own instances only. */
static Value power_of_modulus(Vm *vm, Value base, Value exponent, Value modulus) {
    Type *type = type_of(vm, modulus);
    bool written = (type->flags & TYPE_HEAP) && (type->flags & TYPE_IMMUTABLE);
    Value method = written ? type_lookup(vm, type, NAME(vm, __pow__)) : VALUE_NULL;
    if (method == VALUE_NULL) return VALUE_NOT_IMPLEMENTED;
    Value args[] = {base, exponent, modulus};
    return call_value(vm, method, args, 3, NULL);
}

/* CPython's ternary_op. */
static Value power_try(Vm *vm, Value base, Value exponent, Value modulus) {
    const Type *tb = type_of(vm, base), *te = type_of(vm, exponent);
    PowerFn left = power_op(vm, tb), right = power_op(vm, te), last = power_op(vm, type_of(vm, modulus));
    if (right == left) right = NULL;
    /* The right one that was asked first counts no longer as asked when the modulus's turn comes. */
    bool turned = left != NULL && right != NULL && type_is_subtype(te, tb);
    bool known = last == left || (last == right && !turned);
    PowerFn asked[3] = {turned ? right : left, turned ? left : right, known ? NULL : last};
    for (int i = 0; i < 3; i++) {
        Value result = asked[i] != NULL ? asked[i](vm, base, exponent, modulus) : VALUE_NOT_IMPLEMENTED;
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    return power_of_modulus(vm, base, exponent, modulus);
}

Value object_power(Vm *vm, Value base, Value exponent, Value modulus) {
    Value result = power_try(vm, base, exponent, modulus);
    if (result != VALUE_NOT_IMPLEMENTED) return result;
    return raise_error(vm, T_TypeError, "unsupported operand type(s) for ** or pow(): '%T', '%T', '%T'", base, exponent,
                       modulus);
}

/* Whether CPython asks the object as a sequence too. */
static bool is_sequence_like(const Type *type) {
    return (type->flags & TYPE_HEAP) || type->slots.getitem != NULL || type->slots.contains != NULL;
}

Value object_inplace(Vm *vm, int op, Value a, Value b) {
    Type *type = type_of(vm, a);
    BinaryFn inplace = type->slots.inplace;
    /* A class below list has list's += as a number's, by the rules of update_one_slot; but not its *=. */
    bool late = is_sequence_op(type, op) && !(op == BINARY_ADD && (type->flags & TYPE_HEAP)) &&
                !is_written(vm, type, op == BINARY_ADD ? NAME(vm, __iadd__) : NAME(vm, __imul__));
    Value result = inplace != NULL && !late ? inplace(vm, op, a, b) : VALUE_NOT_IMPLEMENTED;
    if (result == VALUE_NOT_IMPLEMENTED) result = binary_try(vm, op, a, b);
    if (result == VALUE_NOT_IMPLEMENTED && inplace != NULL && late) result = inplace(vm, op, a, b);
    /* s *= 3 where s is like a sequence, but cannot be repeated: not turned round. */
    if (result == VALUE_NOT_IMPLEMENTED && (type->slots.sequence != NULL || !is_sequence_like(type)))
        result = sequence_try(vm, op, a, b);
    return result == VALUE_NOT_IMPLEMENTED ? binary_error(vm, op, inplace_symbols[op], a, b) : result;
}

Value object_unary(Vm *vm, int op, Value v) {
    static const char *const symbols[] = {"-", "+", "~"};
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->unary != NULL) {
        static const uint16_t names[] = {N___neg__, N___pos__, N___invert__, N___abs__};
        Value result =
            slots->unary(vm, op, v); /* a method may return NotImplemented, which is a value like others then */
        if (result != VALUE_NOT_IMPLEMENTED || type_lookup(vm, type_of(vm, v), vm->names[names[op]]) != VALUE_NULL)
            return result;
    }
    if (op == UNARY_ABS) return raise_error(vm, T_TypeError, "bad operand type for abs(): '%T'", v);
    return raise_error(vm, T_TypeError, "bad operand type for unary %s: '%T'", symbols[op], v);
}

/* ---- comparisons */

static const uint8_t swapped_ops[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE};
static const char *const compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};

typedef Value (*CompareFn)(Vm *vm, Value self, Value other, int op);

static Value compare_try(Vm *vm, Value a, Value b, int op) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    CompareFn left = ta->slots.compare, right = tb->slots.compare;
    bool asked = false;
    if (right != NULL && ta != tb && type_is_subtype(tb, ta)) {
        asked = true;
        Value result = right(vm, b, a, swapped_ops[op]);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    if (left != NULL) {
        Value result = left(vm, a, b, op);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    if (right != NULL && !asked) return right(vm, b, a, swapped_ops[op]);
    return VALUE_NOT_IMPLEMENTED;
}

Value object_compare(Vm *vm, Value a, Value b, int op) {
    bool by_method = type_of(vm, a)->slots.compare == slot_compare; /* which guards the C stack itself */
    if (!by_method && !guard_enter(vm, " in comparison")) return VALUE_NULL;
    Value result = compare_try(vm, a, b, op);
    if (!by_method) guard_leave(vm);
    if (result != VALUE_NOT_IMPLEMENTED) return result;
    if (op == COMPARE_EQ) return value_bool(a == b);
    if (op == COMPARE_NE) return value_bool(a != b);
    return raise_error(vm, T_TypeError, "'%s' not supported between instances of '%T' and '%T'", compare_symbols[op], a,
                       b);
}

static int compare_truth(Vm *vm, Value a, Value b, int op) {
    Value result = object_compare(vm, a, b, op);
    if (result == VALUE_NULL) return -1;
    if (value_is_bool(result)) return result == VALUE_TRUE;
    int truth = object_truth(vm, result);
    value_release(vm, result);
    return truth;
}

int object_equal(Vm *vm, Value a, Value b) {
    if (a == b) return 1;
    if (values_are_ints(a, b)) return 0;
    if (is_exact(vm, a, T_str) && is_exact(vm, b, T_str)) return str_equal(AS(Str, a), AS(Str, b));
    return compare_truth(vm, a, b, COMPARE_EQ);
}

int object_less(Vm *vm, Value a, Value b) {
    if (values_are_ints(a, b)) return value_as_small(a) < value_as_small(b);
    return compare_truth(vm, a, b, COMPARE_LT);
}

/* ---- items */

static Value class_getitem(Vm *vm, Value v, Value key) {
    if (v == obj_value(TYPE(vm, type))) return generic_alias_new(vm, v, key); /* its own classes have no such method */
    bool failed;
    Value method = object_getattr_opt(vm, v, NAME(vm, __class_getitem__), &failed);
    if (method == VALUE_NULL) {
        return failed ? VALUE_NULL : raise_error(vm, T_TypeError, "type '%N' is not subscriptable", AS(Type, v));
    }
    Value result = call_value(vm, method, &key, 1, NULL);
    value_release(vm, method);
    return result;
}

Value object_getitem(Vm *vm, Value v, Value key) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->getitem != NULL) return slots->getitem(vm, v, key);
    if (is_type(v)) return class_getitem(vm, v, key);
    return raise_error(vm, T_TypeError, "'%T' object is not subscriptable", v);
}

/* Whether CPython asks the object as a sequence: its words differ there. */
static bool by_position(Vm *vm, Value v, Value key) {
    return is_sequence_like(type_of(vm, v)) &&
           (value_is_int(key) || type_lookup(vm, type_of(vm, key), NAME(vm, __index__)) != VALUE_NULL);
}

bool object_setitem(Vm *vm, Value v, Value key, Value value) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->setitem != NULL) return slots->setitem(vm, v, key, value);
    const char *what = value != VALUE_NULL       ? "does not support item assignment"
                       : by_position(vm, v, key) ? "doesn't support item deletion"
                                                 : "does not support item deletion";
    raise_error(vm, T_TypeError, "'%T' object %s", v, what);
    return false;
}

static int contains_by_search(Vm *vm, Value container, Value item) {
    if (type_of(vm, container)->slots.iter == NULL && type_of(vm, container)->slots.getitem == NULL) {
        raise_error(vm, T_TypeError, "argument of type '%T' is not a container or iterable", container);
        return -1;
    }
    Value iterator = object_iter(vm, container);
    if (iterator == VALUE_NULL) {
        if (!error_matches(vm, T_TypeError)) return -1;
        raise_error(vm, T_TypeError, "argument of type '%T' is not a container or iterable", container);
        return -1;
    }
    int found = 0;
    Value next;
    while (found == 0 && (next = object_next(vm, iterator)) != VALUE_NULL) {
        found = object_equal(vm, next, item);
        value_release(vm, next);
    }
    value_release(vm, iterator);
    return found == 0 && error_is_set(vm) ? -1 : found;
}

int object_contains(Vm *vm, Value container, Value item) {
    const TypeSlots *slots = &type_of(vm, container)->slots;
    if (slots->contains != NULL) return slots->contains(vm, container, item);
    return contains_by_search(vm, container, item);
}
