/* singletons.c: the types of None, NotImplemented and Ellipsis; and types.SimpleNamespace. */
#include "types_private.h"

static Value text(Vm *vm, const char *ascii) {
    return obj_value(str_intern_c(vm, ascii));
}

static bool takes_nothing(Vm *vm, const Type *type, uint32_t nargs, const Tuple *kwnames) {
    if (nargs == 0 && (kwnames == NULL || kwnames->length == 0)) return true;
    raise_error(vm, T_TypeError, "%N takes no arguments", type);
    return false;
}

/* ---- None */

static Value none_repr(Vm *vm, Value self) {
    (void)self;
    return text(vm, "None");
}

static bool none_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm, (void)self;
    *hash = 0xFCA86420; /* CPython's */
    return true;
}

static int none_truth(Vm *vm, Value self) {
    (void)vm, (void)self;
    return 0;
}

static Value none_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    return takes_nothing(vm, type, nargs, kwnames) ? VALUE_NONE : VALUE_NULL;
}

const TypeDef type_NoneType_def = {
    .size = sizeof(Obj),
    .doc = "The type of the None singleton.",
    .slots = {.repr = none_repr, .hash = none_hash, .truth = none_truth, .new = none_new},
};

/* ---- NotImplemented */

static Value not_implemented_repr(Vm *vm, Value self) {
    (void)self;
    return text(vm, "NotImplemented");
}

static int not_implemented_truth(Vm *vm, Value self) {
    (void)self;
    raise_error(vm, T_TypeError, "NotImplemented should not be used in a boolean context");
    return -1;
}

static Value not_implemented_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    return takes_nothing(vm, type, nargs, kwnames) ? VALUE_NOT_IMPLEMENTED : VALUE_NULL;
}

const TypeDef type_NotImplementedType_def = {
    .size = sizeof(Obj),
    .doc = "The type of the NotImplemented singleton.",
    .slots = {.repr = not_implemented_repr, .truth = not_implemented_truth, .new = not_implemented_new},
};

/* ---- Ellipsis */

static Value ellipsis_repr(Vm *vm, Value self) {
    (void)self;
    return text(vm, "Ellipsis");
}

static Value ellipsis_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    return takes_nothing(vm, type, nargs, kwnames) ? VALUE_ELLIPSIS : VALUE_NULL;
}

const TypeDef type_ellipsis_def = {
    .size = sizeof(Obj),
    .doc = "The type of the Ellipsis singleton.",
    .slots = {.repr = ellipsis_repr, .new = ellipsis_new},
};

/* ---- SimpleNamespace */

/* Adds what the mapping or the pairs hold, once all names are known to be strings. */
static bool namespace_add(Vm *vm, Value self, Value from) {
    Dict *names = dict_new(vm);
    bool ok = names != NULL && dict_update(vm, names, from);
    uint32_t position = 0;
    Value key, value, dict = VALUE_NULL;
    while (ok && dict_next(names, &position, &key, &value)) {
        if (is_str(key)) continue;
        raise_error(vm, T_TypeError, "keywords must be strings");
        ok = false;
    }
    ok = ok && (dict = attrs_as_dict(vm, self)) != VALUE_NULL && dict_update(vm, AS(Dict, dict), obj_value(names));
    value_release(vm, dict);
    obj_release(vm, names);
    return ok;
}

static bool namespace_keywords(Vm *vm, Value self, const Value *values, const Tuple *kwnames) {
    for (uint32_t i = 0; kwnames != NULL && i < kwnames->length; i++) {
        if (!attrs_set(vm, type_of(vm, self), attrs_of(value_obj(self)), AS(Str, kwnames->items[i]), values[i]))
            return false;
    }
    return true;
}

static int namespace_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs > 1) {
        raise_error(vm, T_TypeError, "%S expected at most 1 argument, got %u", type_of(vm, self)->name, nargs);
        return -1;
    }
    if (nargs == 1 && !namespace_add(vm, self, args[0])) return -1;
    return namespace_keywords(vm, self, args + nargs, kwnames) ? 0 : -1;
}

static Value method_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Value dict = attrs_as_dict(vm, self);
    if (dict == VALUE_NULL) return VALUE_NULL;
    Value reduced = obj_value(tuple_pack(vm, 3, obj_value(type_of(vm, self)), obj_value(vm->empty_tuple), dict));
    value_release(vm, dict);
    return reduced;
}

static Value method_replace(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (nargs > 0) return raise_error(vm, T_TypeError, "__replace__() takes no positional arguments");
    Value made = call_value(vm, obj_value(type_of(vm, self)), NULL, 0, NULL);
    if (made != VALUE_NULL && !type_is_subtype(type_of(vm, made), TYPE(vm, simple_namespace))) {
        raise_error(vm, T_TypeError, "expect %N type, but %T() returned '%T' object", TYPE(vm, simple_namespace), self,
                    made);
        value_clear(vm, &made);
    }
    Value dict = made == VALUE_NULL ? VALUE_NULL : attrs_as_dict(vm, self);
    bool ok = dict != VALUE_NULL && namespace_add(vm, made, dict) && namespace_keywords(vm, made, args, kwnames);
    value_release(vm, dict);
    if (!ok) value_clear(vm, &made);
    return made;
}

static const MethodDef namespace_methods[] = {
    {"__reduce__", method_reduce, 0, 0, false, METHOD_PLAIN, "Return state information for pickling"},
    {"__replace__", method_replace, 0, 255, true, METHOD_PLAIN,
     "Return a copy of the namespace object with new values for the specified attributes."},
    {0},
};

static bool repr_entries(Vm *vm, StrBuilder *b, Value self) {
    uint32_t position = 0;
    Value key, value;
    bool first = true;
    (void)vm;
    while (attrs_next(attrs_of(value_obj(self)), &position, &key, &value)) {
        if (!first) builder_ascii(b, ", ", 2);
        first = false;
        if (is_str(key)) builder_str(b, AS(Str, key));
        builder_char(b, '=');
        if (!builder_repr(b, value)) return false;
    }
    return true;
}

static Value namespace_repr(Vm *vm, Value self) {
    Type *type = type_of(vm, self);
    const char *name = type == TYPE(vm, simple_namespace) ? "namespace" : (const char *)type_name(type);
    ReprMark mark;
    int entered = repr_enter(vm, &mark, self);
    if (entered <= 0) return entered < 0 ? VALUE_NULL : obj_value(str_format(vm, "%s(...)", name));
    StrBuilder b;
    builder_init(&b, vm);
    builder_c(&b, name);
    builder_char(&b, '(');
    bool ok = repr_entries(vm, &b, self);
    builder_char(&b, ')');
    repr_leave(vm, &mark);
    if (ok) return obj_value(builder_finish(&b));
    builder_drop(&b);
    return VALUE_NULL;
}

static Value namespace_compare(Vm *vm, Value self, Value other, int op) {
    if (!type_is_subtype(type_of(vm, other), TYPE(vm, simple_namespace))) return VALUE_NOT_IMPLEMENTED;
    Value a = attrs_as_dict(vm, self), b = attrs_as_dict(vm, other);
    Value result = a == VALUE_NULL || b == VALUE_NULL ? VALUE_NULL : object_compare(vm, a, b, op);
    value_release(vm, a);
    value_release(vm, b);
    return result;
}

static Value namespace_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return obj_value(object_new(vm, type, 0));
}

const TypeDef type_simple_namespace_def = {
    .name = "types.SimpleNamespace",
    .size = sizeof(Instance),
    .flags = TYPE_BASE | TYPE_GC | TYPE_ATTRS,
    .attrs_offset = offsetof(Instance, attrs),
    .doc = "A simple attribute-based namespace.",
    .slots = {.repr = namespace_repr, .compare = namespace_compare, .new = namespace_new, .init = namespace_init},
    .methods = namespace_methods,
};
