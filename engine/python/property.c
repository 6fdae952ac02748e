/* property.c: property, staticmethod, classmethod. */
#include "types_private.h"

/* ---- property */

static void property_dealloc(Vm *vm, Obj *self) {
    Property *p = (Property *)self;
    value_clear(vm, &p->get);
    value_clear(vm, &p->set);
    value_clear(vm, &p->del);
    value_clear(vm, &p->doc);
    value_clear(vm, &p->name);
}

static void property_traverse(Obj *self, VisitFn visit, void *context) {
    const Property *p = (Property *)self;
    visit(context, p->get);
    visit(context, p->set);
    visit(context, p->del);
    visit(context, p->doc);
}

static Value or_none(Value v) {
    return v == VALUE_NULL ? VALUE_NONE : value_retain(v);
}

static Value or_null(Value v) { /* None or absent: VALUE_NULL; else a new reference */
    return v == VALUE_NULL || v == VALUE_NONE ? VALUE_NULL : value_retain(v);
}

static bool doc_from_getter(Vm *vm, Property *p) {
    bool failed;
    Value doc = object_getattr_opt(vm, p->get, NAME(vm, __doc__), &failed);
    if (doc == VALUE_NULL || doc == VALUE_NONE) return !failed;
    p->doc_from_getter = true;
    value_set(vm, &p->doc, doc);
    return true;
}

/* A subclass has a __doc__ of its own, which hides property's: what is told of one of its instances is an attribute
 * of that. One that takes none is let pass, as in CPython, unless it is the getter's. */
static bool doc_of_subclass(Vm *vm, Value self, Property *p) {
    Value doc = p->doc == VALUE_NULL ? VALUE_NONE : p->doc;
    p->doc = VALUE_NULL;
    bool ok = object_setattr(vm, self, NAME(vm, __doc__), doc);
    value_release(vm, doc);
    if (ok || p->doc_from_getter || !error_matches(vm, T_AttributeError)) return ok;
    error_clear(vm);
    return true;
}

static int property_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"fget", "fset", "fdel", "doc", NULL};
    static const ArgSpec spec = {"property", names, 0, 4, 0};
    Value out[4];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return -1;
    Property *p = AS(Property, self);
    value_set(vm, &p->get, or_null(out[0]));
    value_set(vm, &p->set, or_null(out[1]));
    value_set(vm, &p->del, or_null(out[2]));
    value_set(vm, &p->doc, or_null(out[3]));
    p->doc_from_getter = false;
    if (p->doc == VALUE_NULL && p->get != VALUE_NULL && !doc_from_getter(vm, p)) return -1;
    return is_exact(vm, self, T_property) || doc_of_subclass(vm, self, p) ? 0 : -1;
}

/* The name it has in its class, or its getter's; VALUE_NULL: none, or *failed. The caller's. */
static Value property_name(Vm *vm, const Property *p, bool *failed) {
    *failed = false;
    if (p->name != VALUE_NULL) return value_retain(p->name);
    return p->get != VALUE_NULL ? object_getattr_opt(vm, p->get, NAME(vm, __name__), failed) : VALUE_NULL;
}

/* The class that has the property, when it is one that CPython has in C (_native.like_c), where there are no
 * properties. */
static const Type *like_c_owner(Vm *vm, const Type *type, const Property *p, Value name) {
    for (uint32_t i = 0; i < type->mro->length; i++) {
        const Type *owner = AS(Type, type->mro->items[i]);
        if (dict_get(vm, owner->dict, name) != obj_value((void *)(uintptr_t)p)) continue;
        return (owner->flags & TYPE_HEAP) && (owner->flags & TYPE_IMMUTABLE) ? owner : NULL;
    }
    return NULL;
}

static bool no_accessor(Vm *vm, const Property *p, Value object, const char *what) {
    bool failed;
    Value name = property_name(vm, p, &failed);
    if (failed) return false;
    Type *type = type_of(vm, object);
    const Type *written = name == VALUE_NULL || *what == 'g' ? NULL : like_c_owner(vm, type, p, name);
    if (written != NULL) {
        raise_error(vm, T_AttributeError, "attribute '%V' of '%N' objects is not writable", name, written);
    } else if (name != VALUE_NULL) {
        raise_error(vm, T_AttributeError, "property %R of '%S' object has no %s", name, type->qualname, what);
    } else {
        raise_error(vm, T_AttributeError, "property of '%S' object has no %s", type->qualname, what);
    }
    value_release(vm, name);
    return false;
}

static Value property_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    const Property *p = AS(Property, self);
    if (object == VALUE_NULL || object == VALUE_NONE) return value_retain(self);
    if (p->get == VALUE_NULL) {
        no_accessor(vm, p, object, "getter");
        return VALUE_NULL;
    }
    return call_value(vm, p->get, &object, 1, NULL);
}

static bool property_set(Vm *vm, Value self, Value object, Value value) {
    const Property *p = AS(Property, self);
    Value function = value == VALUE_NULL ? p->del : p->set;
    if (function == VALUE_NULL) return no_accessor(vm, p, object, value == VALUE_NULL ? "deleter" : "setter");
    Value arguments[2] = {object, value};
    Value result = call_value(vm, function, arguments, value == VALUE_NULL ? 1 : 2, NULL);
    value_release(vm, result);
    return result != VALUE_NULL;
}

/* A copy with one accessor replaced, of the same class. */
static Value copy_with(Vm *vm, Value self, int which, Value function) {
    const Property *p = AS(Property, self);
    Value parts[4] = {p->get, p->set, p->del,
                      p->doc_from_getter && (which != 0 || p->get != VALUE_NULL) ? VALUE_NULL : p->doc};
    parts[which] = function;
    Value arguments[4];
    for (int i = 0; i < 4; i++) arguments[i] = parts[i] == VALUE_NULL ? VALUE_NONE : parts[i];
    Value copy = call_value(vm, obj_value(type_of(vm, self)), arguments, 4, NULL);
    if (copy != VALUE_NULL && type_is_subtype(type_of(vm, copy), TYPE(vm, property))) {
        value_set(vm, &AS(Property, copy)->name, p->name == VALUE_NULL ? VALUE_NULL : value_retain(p->name));
    }
    return copy;
}

static Value method_getter(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return copy_with(vm, self, 0, args[0]);
}

static Value method_setter(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return copy_with(vm, self, 1, args[0]);
}

static Value method_deleter(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    return copy_with(vm, self, 2, args[0]);
}

static Value method_set_name(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    if (nargs != 2)
        return raise_error(vm, T_TypeError, "__set_name__() takes 2 positional arguments but %u were given", nargs);
    value_set(vm, &AS(Property, self)->name, value_retain(args[1]));
    return VALUE_NONE;
}

static const MethodDef property_methods[] = {
    {"getter", method_getter, 1, 1, false, METHOD_PLAIN,
     "Descriptor to obtain a copy of the property with a different getter."},
    {"setter", method_setter, 1, 1, false, METHOD_PLAIN,
     "Descriptor to obtain a copy of the property with a different setter."},
    {"deleter", method_deleter, 1, 1, false, METHOD_PLAIN,
     "Descriptor to obtain a copy of the property with a different deleter."},
    {"__set_name__", method_set_name, 0, 255, false, METHOD_PLAIN, NULL},
    {0},
};

static Value get_fget(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Property, self)->get);
}

static Value get_fset(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Property, self)->set);
}

static Value get_fdel(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Property, self)->del);
}

static Value get_doc(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Property, self)->doc);
}

static bool set_doc(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(Property, self)->doc, or_null(value));
    return true;
}

static Value get_abstract(Vm *vm, Value self) {
    const Property *p = AS(Property, self);
    Value parts[] = {p->get, p->set, p->del};
    for (int i = 0; i < 3; i++) {
        bool failed;
        Value flag = parts[i] == VALUE_NULL ? VALUE_NULL
                                            : object_getattr_opt(vm, parts[i], NAME(vm, __isabstractmethod__), &failed);
        if (flag == VALUE_NULL) {
            if (error_is_set(vm)) return VALUE_NULL;
            continue;
        }
        int truth = object_truth(vm, flag);
        value_release(vm, flag);
        if (truth != 0) return truth < 0 ? VALUE_NULL : VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value get_property_name(Vm *vm, Value self) {
    const Property *p = AS(Property, self);
    if (p->name == VALUE_NULL && p->get != VALUE_NULL) return object_getattr(vm, p->get, NAME(vm, __name__));
    return p->name != VALUE_NULL ? value_retain(p->name) : raise_attribute_error(vm, self, NAME(vm, __name__));
}

static bool set_property_name(Vm *vm, Value self, Value value) {
    value_set(vm, &AS(Property, self)->name, value == VALUE_NULL ? VALUE_NULL : value_retain(value));
    return true;
}

static const GetSetDef property_getset[] = {
    {"fget", get_fget, set_readonly, NULL},
    {"fset", get_fset, set_readonly, NULL},
    {"fdel", get_fdel, set_readonly, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__name__", get_property_name, set_property_name, NULL},
    {"__isabstractmethod__", get_abstract, NULL, NULL},
    {0},
};

const TypeDef type_property_def = {
    .size = sizeof(Property),
    .flags = TYPE_BASE | TYPE_GC,
    .doc = "Property attribute.",
    .slots = {.dealloc = property_dealloc,
              .traverse = property_traverse,
              .descr_get = property_get,
              .descr_set = property_set,
              .new = object_plain_new,
              .init = property_init},
    .methods = property_methods,
    .getset = property_getset,
};

/* ---- staticmethod, classmethod */

static void wrapper_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((Wrapper *)self)->callable);
}

static void wrapper_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((Wrapper *)self)->callable);
}

/* Takes over the names and the docstring of what it wraps, as functools.update_wrapper does. */
static bool copy_names(Vm *vm, Wrapper *w) {
    Str *names[] = {NAME(vm, __module__), NAME(vm, __name__), NAME(vm, __qualname__), NAME(vm, __doc__)};
    for (uint32_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        bool failed;
        Value value = object_getattr_opt(vm, w->callable, names[i], &failed);
        if (failed) return false;
        if (value == VALUE_NULL) continue;
        bool ok = attrs_set(vm, w->head.type, attrs_of(&w->head), names[i], value);
        value_release(vm, value);
        if (!ok) return false;
    }
    return true;
}

Value wrapper_new(Vm *vm, enum type_id kind, Value callable) {
    Wrapper *w = object_new(vm, vm->types[kind], 0);
    if (w == NULL) return VALUE_NULL;
    w->callable = value_retain(callable);
    return obj_value(w);
}

static int wrapper_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Wrapper *w = AS(Wrapper, self);
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%T() takes no keyword arguments", self);
        return -1;
    }
    if (nargs != 1) {
        raise_error(vm, T_TypeError, "%T expected 1 argument, got %u", self, nargs);
        return -1;
    }
    value_set(vm, &w->callable, value_retain(args[0]));
    return copy_names(vm, w) ? 0 : -1;
}

static Value static_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)vm, (void)object, (void)owner;
    return or_none(AS(Wrapper, self)->callable);
}

static Value static_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return call_tail(vm, AS(Wrapper, self)->callable, args, nargs, kwnames);
}

static Value class_get(Vm *vm, Value self, Value object, Type *owner) {
    Value callable = AS(Wrapper, self)->callable;
    if (callable == VALUE_NULL) return raise_error(vm, T_RuntimeError, "uninitialized classmethod object");
    return bound_method_new(vm, callable, obj_value(owner != NULL ? owner : type_of(vm, object)));
}

static Value static_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "<staticmethod(%R)>", AS(Wrapper, self)->callable));
}

static Value class_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "<classmethod(%R)>", AS(Wrapper, self)->callable));
}

static Value get_func(Vm *vm, Value self) {
    (void)vm;
    return or_none(AS(Wrapper, self)->callable);
}

static Value get_wrapper_abstract(Vm *vm, Value self) {
    bool failed;
    Value flag = object_getattr_opt(vm, AS(Wrapper, self)->callable, NAME(vm, __isabstractmethod__), &failed);
    if (flag == VALUE_NULL) return failed ? VALUE_NULL : VALUE_FALSE;
    int truth = object_truth(vm, flag);
    value_release(vm, flag);
    return truth < 0 ? VALUE_NULL : value_bool(truth != 0);
}

static Value get_annotations(Vm *vm, Value self) {
    return object_getattr(vm, AS(Wrapper, self)->callable, NAME(vm, __annotations__));
}

static Value get_annotate(Vm *vm, Value self) {
    return object_getattr(vm, AS(Wrapper, self)->callable, NAME(vm, __annotate__));
}

static const GetSetDef wrapper_getset[] = {
    {"__func__", get_func, set_readonly, NULL},
    {"__wrapped__", get_func, set_readonly, NULL},
    {"__isabstractmethod__", get_wrapper_abstract, NULL, NULL},
    {"__annotations__", get_annotations, NULL, NULL},
    {"__annotate__", get_annotate, NULL, NULL},
    {0},
};

#define WRAPPER_LAYOUT                                                                                                 \
    .size = sizeof(Wrapper), .flags = TYPE_BASE | TYPE_GC | TYPE_ATTRS, .attrs_offset = offsetof(Wrapper, attrs_)

static const MethodDef wrapper_methods[] = {
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeDef type_staticmethod_def = {
    WRAPPER_LAYOUT,
    .doc = "Convert a function to be a static method.",
    .slots = {.dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .repr = static_repr,
              .call = static_call,
              .descr_get = static_get,
              .new = object_plain_new,
              .init = wrapper_init},
    .methods = wrapper_methods,
    .getset = wrapper_getset,
};

const TypeDef type_classmethod_def = {
    WRAPPER_LAYOUT,
    .doc = "Convert a function to be a class method.",
    .slots = {.dealloc = wrapper_dealloc,
              .traverse = wrapper_traverse,
              .repr = class_repr,
              .descr_get = class_get,
              .new = object_plain_new,
              .init = wrapper_init},
    .methods = wrapper_methods,
    .getset = wrapper_getset,
};
