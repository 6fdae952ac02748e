/* object_type.c: the type `object`: what every value can do. */
#include "dict.h"
#include "types_private.h"

/* ---- making instances */

static bool has_arguments(uint32_t nargs, const Tuple *kwnames) {
    return nargs > 0 || (kwnames != NULL && kwnames->length > 0);
}

static int object_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);

static Value abstract_error(Vm *vm, Type *type) {
    Value methods = object_getattr(vm, obj_value(type), NAME(vm, __abstractmethods__));
    if (methods == VALUE_NULL) return VALUE_NULL;
    Value list = list_from_iterable(vm, methods);
    value_release(vm, methods);
    if (list == VALUE_NULL) return VALUE_NULL;
    Str *separator = str_new(vm, "', '");
    Str *joined = NULL;
    if (separator != NULL && list_sort(vm, AS(List, list))) {
        joined = str_join(vm, separator, AS(List, list)->items, AS(List, list)->length);
    }
    if (joined != NULL) {
        raise_error(vm, T_TypeError,
                    "Can't instantiate abstract class %S without an implementation for abstract method%s '%S'",
                    type->name, AS(List, list)->length == 1 ? "" : "s", joined);
    }
    obj_release(vm, separator);
    obj_release(vm, joined);
    value_release(vm, list);
    return VALUE_NULL;
}

Value object_plain_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (has_arguments(nargs, kwnames)) {
        if (type->slots.new != object_plain_new) {
            return raise_error(vm, T_TypeError,
                               "object.__new__() takes exactly one argument (the type to instantiate)");
        }
        if (type->slots.init == object_init) return raise_error(vm, T_TypeError, "%N() takes no arguments", type);
    }
    if (type->flags & TYPE_ABSTRACT) return abstract_error(vm, type);
    void *object = object_new(vm, type, 0);
    return object == NULL ? VALUE_NULL : obj_value(object);
}

static int object_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (!has_arguments(nargs, kwnames)) return 0;
    Type *type = type_of(vm, self);
    if (type->slots.init != object_init) {
        raise_error(vm, T_TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
        return -1;
    }
    if (type->slots.new == object_plain_new) {
        raise_error(vm, T_TypeError, "%N.__init__() takes exactly one argument (the instance to initialize)", type);
        return -1;
    }
    return 0;
}

/* ---- text, comparison, hash */

static Value default_repr(Vm *vm, Value self) {
    Type *type = type_of(vm, self);
    Str *module = type_module(vm, type);
    if (module == NULL) return VALUE_NULL;
    const void *address = value_is_obj(self) ? (const void *)value_obj(self) : (const void *)(uintptr_t)self;
    Str *text = str_equals_c(module, "builtins")
                    ? str_format(vm, "<%S object at %p>", type->name, address)
                    : str_format(vm, "<%S.%S object at %p>", module, type->qualname, address);
    obj_release(vm, module);
    return text == NULL ? VALUE_NULL : obj_value(text);
}

static Value default_str(Vm *vm, Value self) {
    return type_of(vm, self)->slots.repr(vm, self); /* object_str checks what comes back */
}

static bool default_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    *hash = value_is_obj(self) ? (int64_t)((uintptr_t)value_obj(self) >> 4) : (int64_t)(self >> 3);
    return true;
}

static Value default_compare(Vm *vm, Value self, Value other, int op) {
    if (op == COMPARE_EQ) return self == other ? VALUE_TRUE : VALUE_NOT_IMPLEMENTED;
    if (op != COMPARE_NE) return VALUE_NOT_IMPLEMENTED;
    Value (*compare)(Vm *, Value, Value, int) = type_of(vm, self)->slots.compare;
    if (compare == NULL) return VALUE_NOT_IMPLEMENTED;
    Value equal = compare(vm, self, other, COMPARE_EQ);
    if (equal == VALUE_NULL || equal == VALUE_NOT_IMPLEMENTED) return equal;
    int truth = object_truth(vm, equal);
    value_release(vm, equal);
    return truth < 0 ? VALUE_NULL : value_bool(!truth);
}

/* ---- methods */

static Value method_format(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    if (!is_str(args[0])) return raise_error(vm, T_TypeError, "__format__() argument must be str, not %B", args[0]);
    if (AS(Str, args[0])->length > 0) {
        return raise_error(vm, T_TypeError, "unsupported format string passed to %T.__format__", self);
    }
    return object_str(vm, self);
}

static Value method_init_subclass(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (kwnames != NULL && kwnames->length > 0) {
        return raise_error(vm, T_TypeError, "%N.__init_subclass__() takes no keyword arguments", AS(Type, self));
    }
    if (nargs > 0) {
        return raise_error(vm, T_TypeError, "object.__init_subclass__() takes no arguments (%u given)", nargs);
    }
    return VALUE_NONE;
}

static Value method_subclasshook(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)self, (void)args, (void)nargs, (void)kwnames;
    return VALUE_NOT_IMPLEMENTED;
}

static Value method_sizeof(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return value_small(value_is_obj(self) ? (int64_t)mem_object_size(value_obj(self)) : type_of(vm, self)->size);
}

static bool add_keys(Vm *vm, Dict *into, Value v) {
    const Attrs *attrs = value_is_obj(v) ? attrs_of(value_obj(v)) : NULL;
    uint32_t position = 0;
    Value key, value;
    bool ok = true;
    while (ok && attrs != NULL && attrs_next(attrs, &position, &key, &value))
        ok = type_hides(vm, type_of(vm, v), key) || dict_set(vm, into, key, VALUE_NONE);
    return ok;
}

/* The same of an object whose class decides itself what its attributes are: it is asked for both, and sees it. */
static bool add_asked_keys(Vm *vm, Dict *into, Value self) {
    bool failed;
    Value attributes = object_getattr_opt(vm, self, NAME(vm, __dict__), &failed);
    bool ok =
        !failed && (attributes == VALUE_NULL || !is_dict(attributes) || dict_merge(vm, into, AS(Dict, attributes)));
    value_release(vm, attributes);
    Value class = ok ? object_getattr_opt(vm, self, NAME(vm, __class__), &failed) : VALUE_NULL;
    ok = ok && !failed && (class == VALUE_NULL || !is_type(class) || type_add_names(vm, into, AS(Type, class)));
    value_release(vm, class);
    return ok;
}

static Value method_dir(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Dict *names = dict_new(vm);
    if (names == NULL) return VALUE_NULL;
    Value reads = type_lookup(vm, type_of(vm, self), NAME(vm, __getattribute__));
    bool ok = is_exact(vm, reads, T_function) || is_exact(vm, self, T_method)
                  ? add_asked_keys(vm, names, self)
                  : add_keys(vm, names, self) && type_add_names(vm, names, type_of(vm, self));
    Value list = ok ? list_from_iterable(vm, obj_value(names)) : VALUE_NULL;
    obj_release(vm, names);
    return list;
}

/* What pickling needs is in Python, in copyreg: calls its function with self and another value. */
static Value by_copyreg(Vm *vm, const char *function, Value self, Value other) {
    Value arguments[] = {self, other};
    return module_call_c(vm, "copyreg", function, arguments, 2, NULL);
}

static Value method_getstate(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return by_copyreg(vm, "_state", self, VALUE_NONE);
}

static Value method_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    return by_copyreg(vm, "_reduce", self, value_small(0));
}

/* Asks __reduce__ when a class has one of its own. */
static Value method_reduce_ex(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int64_t protocol;
    if (!object_as_int64(vm, args[0], &protocol)) return VALUE_NULL;
    Type *type = type_of(vm, self);
    Value own = type_lookup(vm, type, NAME(vm, __reduce__)),
          general = type_lookup(vm, vm->types[T_object], NAME(vm, __reduce__));
    if (own != general) {
        Value method = object_getattr(vm, self, NAME(vm, __reduce__));
        Value reduced = method == VALUE_NULL ? VALUE_NULL : call_tail(vm, method, NULL, 0, NULL);
        value_release(vm, method);
        return reduced;
    }
    return by_copyreg(vm, "_reduce", self, args[0]);
}

const MethodDef object_methods[] = {
    {"__format__", method_format, 1, 1, false, METHOD_AGAIN, "Default object formatter."},
    {"__init_subclass__", method_init_subclass, 0, 255, true, METHOD_CLASS,
     "This method is called when a class is subclassed."},
    {"__subclasshook__", method_subclasshook, 0, 255, false, METHOD_CLASS,
     "Abstract classes can override this to customize issubclass()."},
    {"__sizeof__", method_sizeof, 0, 0, false, METHOD_PLAIN, "Size of object in memory, in bytes."},
    {"__dir__", method_dir, 0, 0, false, METHOD_PLAIN, "Default dir() implementation."},
    {"__getstate__", method_getstate, 0, 0, false, METHOD_PLAIN, "Helper for pickle."},
    {"__reduce__", method_reduce, 0, 0, false, METHOD_PLAIN, "Helper for pickle."},
    {"__reduce_ex__", method_reduce_ex, 1, 1, false, METHOD_PLAIN, "Helper for pickle."},
    {0},
};

static Value get_class(Vm *vm, Value self) {
    Type *type = type_of(vm, self);
    obj_retain(type);
    return obj_value(type);
}

const GetSetDef object_getset[] = {
    {"__class__", get_class, object_set_class, "the object's class"},
    {0},
};

const TypeDef type_object_def = {
    .size = sizeof(Obj),
    .flags = TYPE_BASE,
    .doc =
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\n"
        "instance that has no instance attributes and cannot be given any.\n",
    .slots =
        {
            .repr = default_repr,
            .str = default_str,
            .hash = default_hash,
            .compare = default_compare,
            .new = object_plain_new,
            .init = object_init,
        },
    .methods = object_methods,
    .getset = object_getset,
};
