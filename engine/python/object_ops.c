/* object_ops.c: operators and comparisons on any two values: who is asked first, and what is said when nobody knows. */
#include "types_private.h"

static const char *const binary_symbols[BINARY_COUNT] = {"+",  "-",  "*", "/", "//", "%", "** or pow()",
                                                         "<<", ">>", "&", "|", "^",  "@", "divmod()"};
static const char *const inplace_symbols[BINARY_COUNT] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "<<=", ">>=", "&=", "|=", "^=", "@=", "divmod()"};

/* ---- binary operators */

typedef Value (*BinaryFn)(Vm *vm, int op, Value a, Value b);

/* CPython's binary_op1: the left operand's type is asked first, unless the right one's is a subclass with its own way.
 */
static Value binary_try(Vm *vm, int op, Value a, Value b) {
    Type *ta = type_of(vm, a), *tb = type_of(vm, b);
    BinaryFn left = ta->slots.binary, right = tb == ta ? NULL : tb->slots.binary;
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

static bool is_sequence(Value v) {
    return has_flag(v, TYPE_IS_STR | TYPE_IS_LIST | TYPE_IS_TUPLE | TYPE_IS_BYTES);
}

static Value concat_error(Vm *vm, Value a, Value b) {
    const char *kind = is_str(a) ? "str" : is_list(a) ? "list" : is_tuple(a) ? "tuple" : NULL;
    if (kind == NULL) return raise_error(vm, T_TypeError, "can't concat %T to %T", b, a);
    return raise_error(vm, T_TypeError, "can only concatenate %s (not \"%T\") to %s", kind, b, kind);
}

static bool is_print(Vm *vm, Value a) {
    return is_exact(vm, a, T_builtin_function_or_method) && strcmp(AS(Native, a)->def->name, "print") == 0;
}

static Value binary_error(Vm *vm, int op, const char *symbol, Value a, Value b) {
    if (op == BINARY_ADD && is_sequence(a)) return concat_error(vm, a, b);
    if (op == BINARY_MUL && is_sequence(a)) {
        return raise_error(vm, T_TypeError, "can't multiply sequence by non-int of type '%T'", b);
    }
    if (op == BINARY_MUL && is_sequence(b)) {
        return raise_error(vm, T_TypeError, "can't multiply sequence by non-int of type '%T'", a);
    }
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
    if (result != VALUE_NOT_IMPLEMENTED) return result;
    return binary_error(vm, op, binary_symbols[op], a, b);
}

Value object_inplace(Vm *vm, int op, Value a, Value b) {
    BinaryFn inplace = type_of(vm, a)->slots.inplace;
    if (inplace != NULL) {
        Value result = inplace(vm, op, a, b);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
    }
    Value result = binary_try(vm, op, a, b);
    if (result != VALUE_NOT_IMPLEMENTED) return result;
    return binary_error(vm, op, inplace_symbols[op], a, b);
}

Value object_unary(Vm *vm, int op, Value v) {
    static const char *const symbols[] = {"-", "+", "~"};
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->unary != NULL) {
        Value result = slots->unary(vm, op, v);
        if (result != VALUE_NOT_IMPLEMENTED) return result;
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

bool object_setitem(Vm *vm, Value v, Value key, Value value) {
    const TypeSlots *slots = &type_of(vm, v)->slots;
    if (slots->setitem != NULL) return slots->setitem(vm, v, key, value);
    const char *what = value == VALUE_NULL ? "doesn't support item deletion" : "does not support item assignment";
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
