/* object_attr.c: attribute access on any value: descriptors, instance attributes, the classes' hooks.
 *
 * The search itself (attr_find) reports absence without an exception, so that hasattr, getattr with a default and the
 * special methods' lookups make none.
 */
#include "struct_sequence.h"
#include "types_private.h"

static Value bind(Vm *vm, Value found, Value object, Type *owner) {
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    if (get == NULL) return value_retain(found);
    value_retain(found); /* the getter may change the class */
    Value result = get(vm, found, object, owner);
    value_release(vm, found);
    return result;
}

/* A data descriptor that has a say in reading: what only has __set__ leaves that to the instance's own attribute. */
bool comes_first(Vm *vm, Value descriptor) {
    const Type *type = type_of(vm, descriptor);
    return (type->flags & TYPE_DATA_DESCR) && type->slots.descr_get != NULL;
}

static Value generic_find(Vm *vm, Value v, Str *name, bool *missing) {
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    *missing = false;
    if (found != VALUE_NULL && comes_first(vm, found)) return bind(vm, found, v, type);
    const Attrs *attrs = value_is_obj(v) && (type->flags & TYPE_ATTRS) ? attrs_of(value_obj(v)) : NULL;
    if (attrs != NULL) {
        Value own = attrs_get(vm, attrs, name);
        if (own != VALUE_NULL) return value_retain(own);
    }
    if (found != VALUE_NULL) return bind(vm, found, v, type);
    Value own = type_is_subtype(type, TYPE(vm, module)) ? dict_get_str(vm, AS(Module, v)->dict, name) : VALUE_NULL;
    *missing = own == VALUE_NULL;
    return own == VALUE_NULL ? VALUE_NULL : value_retain(own);
}

Value attr_find(Vm *vm, Value v, Str *name, bool *missing) {
    Type *type = type_of(vm, v);
    if (type->slots.getattr == NULL) return generic_find(vm, v, name, missing);
    if (is_type(v) && type->slots.getattr == type_getattr) return type_attr_find(vm, v, name, missing);
    if (type == TYPE(vm, module)) {
        Value found = dict_get_str(vm, AS(Module, v)->dict, name);
        *missing = false;
        if (found != VALUE_NULL && found != VALUE_NONE) return value_retain(found); /* None: it may be made only now */
        if (found == VALUE_NULL) {
            found = generic_find(vm, v, name, missing);
            if (found != VALUE_NULL || !*missing) return found;
        }
    }
    Value result = type->slots.getattr(vm, v, name);
    *missing = false;
    if (result != VALUE_NULL || !error_matches(vm, T_AttributeError)) return result;
    error_clear(vm);
    *missing = true;
    return VALUE_NULL;
}

Value object_generic_getattr(Vm *vm, Value v, Str *name) {
    bool missing;
    Value result = generic_find(vm, v, name, &missing);
    return missing ? raise_attribute_error(vm, v, name) : result;
}

Value object_getattr(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    Value result = type->slots.getattr != NULL ? type->slots.getattr(vm, v, name) : object_generic_getattr(vm, v, name);
    if (result == VALUE_NULL) attribute_error_about(vm, v, name);
    return result;
}

Value object_getattr_opt(Vm *vm, Value v, Str *name, bool *failed) {
    bool missing;
    Value result = attr_find(vm, v, name, &missing);
    *failed = false;
    if (result != VALUE_NULL || missing) return result;
    if (error_matches(vm, T_AttributeError)) {
        error_clear(vm);
    } else {
        *failed = true;
    }
    return VALUE_NULL;
}

/* How a native type above finds attributes, when in a way of its own (modules do). */
static Value (*native_getattr(const Type *type))(Vm *, Value, Str *) {
    for (const Type *base = type->base; base != NULL; base = base->base) {
        if ((base->flags & TYPE_HEAP) == 0) return base->slots.getattr;
    }
    return NULL;
}

static Value find_before_hook(Vm *vm, Value self, Str *name, bool *missing) {
    const Type *type = type_of(vm, self);
    if (type->base != NULL && is_type(self)) return type_attr_find(vm, self, name, missing);
    Value (*native)(Vm *, Value, Str *) = native_getattr(type);
    if (native == NULL) return generic_find(vm, self, name, missing);
    *missing = false;
    return native(vm, self, name);
}

Value slot_getattr_hook(Vm *vm, Value self, Str *name) {
    Type *type = type_of(vm, self);
    Value getter = type_lookup(vm, type, NAME(vm, __getattribute__));
    bool missing;
    Value result, argument = obj_value(name);
    if (getter == VALUE_NULL || is_exact(vm, getter, T_wrapper_descriptor)) {
        result = find_before_hook(vm, self, name, &missing);
        if (result != VALUE_NULL) return result;
        if (!missing && !error_matches(vm, T_AttributeError)) return VALUE_NULL;
    } else {
        result = call_special(vm, self, NAME(vm, __getattribute__), &argument, 1, &missing);
        if (result != VALUE_NULL || !error_matches(vm, T_AttributeError)) return result;
    }
    error_clear(vm);
    bool found;
    result = call_special(vm, self, NAME(vm, __getattr__), &argument, 1, &found);
    return result != VALUE_NULL || found || error_is_set(vm) ? result : raise_attribute_error(vm, self, name);
}

/* ---- setting */

static bool cannot_set(Vm *vm, Value v, Str *name, bool on_class) {
    Str *text = NULL;
    if (on_class) {
        text = str_format(vm, "'%T' object attribute '%S' is read-only", v, name);
    } else if (type_of(vm, v)->slots.setattr != NULL && type_of(vm, v)->slots.setattr != struct_setattr) {
        raise_attribute_error(vm, v, name);
        return false;
    } else {
        text = str_format(vm, "'%T' object has no attribute '%S' and no __dict__ for setting new attributes", v, name);
    }
    raise_attribute_error_text(vm, v, name, text);
    return false;
}

bool object_generic_setattr(Vm *vm, Value v, Str *name, Value value) {
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    if (found != VALUE_NULL) {
        bool (*set)(Vm *, Value, Value, Value) = type_of(vm, found)->slots.descr_set;
        if (set != NULL) {
            value_retain(found);
            bool ok = set(vm, found, v, value);
            value_release(vm, found);
            return ok;
        }
    }
    Attrs *attrs = value_is_obj(v) && (type->flags & TYPE_ATTRS) ? attrs_of(value_obj(v)) : NULL;
    if (attrs == NULL) return cannot_set(vm, v, name, found != VALUE_NULL);
    if (value != VALUE_NULL) return attrs_set(vm, type, attrs, name, value);
    int deleted = attrs_delete(vm, attrs, name);
    if (deleted == 0) raise_attribute_error(vm, v, name);
    return deleted > 0;
}

bool object_setattr(Vm *vm, Value v, Str *name, Value value) {
    Type *type = type_of(vm, v);
    if (type->slots.setattr != NULL) return type->slots.setattr(vm, v, name, value);
    return object_generic_setattr(vm, v, name, value);
}

/* ---- __dict__, __weakref__, __class__ */

Value attrs_as_dict(Vm *vm, Value v) {
    Attrs *attrs = value_is_obj(v) ? attrs_of(value_obj(v)) : NULL;
    if (attrs == NULL) return raise_attribute_error(vm, v, NAME(vm, __dict__));
    Dict *dict = attrs_dict(vm, attrs);
    if (dict == NULL) return VALUE_NULL;
    obj_retain(dict);
    return obj_value(dict);
}

static bool set_instance_dict(Vm *vm, Value self, Value value) {
    Attrs *attrs = value_is_obj(self) ? attrs_of(value_obj(self)) : NULL;
    if (attrs == NULL) {
        raise_attribute_error(vm, self, NAME(vm, __dict__));
        return false;
    }
    const Type *type = type_builtin(type_of(vm, self));
    if (value == VALUE_NULL && (type->flags & TYPE_ATTRS)) {
        raise_error(vm, T_TypeError, "cannot delete __dict__");
        return false;
    }
    if (value == VALUE_NULL) {
        Dict *empty = dict_new(vm);
        bool ok = empty != NULL && attrs_set_dict(vm, attrs, empty);
        obj_release(vm, empty);
        return ok;
    }
    if (is_dict(value)) return attrs_set_dict(vm, attrs, AS(Dict, value));
    raise_error(vm, T_TypeError, "__dict__ must be set to a dictionary, not a '%T'", value);
    return false;
}

const GetSetDef instance_dict_def = {"__dict__", attrs_as_dict, set_instance_dict, "dictionary for instance variables"};

static Value get_weakref(Vm *vm, Value self) {
    void **list = value_is_obj(self) ? weakrefs_of(value_obj(self)) : NULL;
    (void)vm;
    if (list == NULL || *list == NULL) return VALUE_NONE;
    obj_retain(*list);
    return obj_value(*list);
}

const GetSetDef instance_weakref_def = {"__weakref__", get_weakref, NULL, "list of weak references to the object"};

/* ---- special methods */

Value type_lookup_special(Vm *vm, Value v, Str *name) {
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, name);
    return found == VALUE_NULL ? VALUE_NULL : bind(vm, found, v, type);
}
