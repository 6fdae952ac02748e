/* annotations.c: __annotate__ and __annotations__ of functions, classes and modules. Annotations are evaluated when
 * they are first asked for: __annotate__(1) makes the dict, which is kept. */
#include "types_private.h"

/* What `annotate` gives; an empty dict when there is nothing to ask. New reference, or VALUE_NULL with the exception.
 */
static Value evaluate(Vm *vm, Value annotate) {
    if (annotate == VALUE_NULL || !object_is_callable(vm, annotate)) {
        Dict *empty = dict_new(vm);
        return empty == NULL ? VALUE_NULL : obj_value(empty);
    }
    Value format = value_small(1);
    value_retain(annotate);
    Value made = call_value(vm, annotate, &format, 1, NULL);
    value_release(vm, annotate);
    if (made == VALUE_NULL || is_dict(made)) return made;
    raise_error(vm, T_TypeError, "__annotate__ returned non-dict of type '%T'", made);
    value_release(vm, made);
    return VALUE_NULL;
}

static bool check_annotate(Vm *vm, Value value) {
    if (value == VALUE_NONE || object_is_callable(vm, value)) return true;
    raise_error(vm, T_TypeError, "__annotate__ must be callable or None");
    return false;
}

static bool no_deleting(Vm *vm) {
    raise_error(vm, T_TypeError, "cannot delete __annotate__ attribute");
    return false;
}

/* ---- functions */

Value function_annotate(Vm *vm, Value self) {
    (void)vm;
    Value own = AS(Function, self)->annotate;
    return own == VALUE_NULL ? VALUE_NONE : value_retain(own);
}

bool function_set_annotate(Vm *vm, Value self, Value value) {
    Function *fn = AS(Function, self);
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "__annotate__ cannot be deleted");
        return false;
    }
    if (!check_annotate(vm, value)) return false;
    value_set(vm, &fn->annotate, value == VALUE_NONE ? VALUE_NULL : value_retain(value));
    if (value != VALUE_NONE) value_clear(vm, &fn->annotations);
    return true;
}

Value function_annotations(Vm *vm, Value self) {
    Function *fn = AS(Function, self);
    if (fn->annotations == VALUE_NULL) {
        Value made = evaluate(vm, fn->annotate);
        if (made == VALUE_NULL) return VALUE_NULL;
        value_set(vm, &fn->annotations, made);
    }
    return value_retain(fn->annotations);
}

bool function_set_annotations(Vm *vm, Value self, Value value) {
    Function *fn = AS(Function, self);
    if (value == VALUE_NONE) value = VALUE_NULL;
    if (value != VALUE_NULL && !is_dict(value)) {
        raise_error(vm, T_TypeError, "__annotations__ must be set to a dict object");
        return false;
    }
    value_set(vm, &fn->annotations, value_retain(value));
    value_clear(vm, &fn->annotate);
    return true;
}

/* ---- classes: a class statement stores __annotate_func__, and what it makes is kept as __annotations_cache__ */

static Value own(Vm *vm, Value self, Str *name) {
    return dict_get_str(vm, AS(Type, self)->dict, name);
}

static bool drop_own(Vm *vm, Value self, Str *name) {
    return own(vm, self, name) == VALUE_NULL || type_set_own(vm, AS(Type, self), name, VALUE_NULL);
}

static Value bound_to_class(Vm *vm, Value found, Value self) {
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    value_retain(found);
    if (get == NULL) return found;
    Value result = get(vm, found, VALUE_NULL, AS(Type, self));
    value_release(vm, found);
    return result;
}

Value type_annotate(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    if (!(type->flags & TYPE_HEAP)) return raise_attribute_error(vm, self, NAME(vm, __annotate__));
    Value found = own(vm, self, NAME(vm, __annotate_func__));
    if (found == VALUE_NULL) found = own(vm, self, NAME(vm, __annotate__));
    if (found != VALUE_NULL) return bound_to_class(vm, found, self);
    return type_set_own(vm, type, NAME(vm, __annotate_func__), VALUE_NONE) ? VALUE_NONE : VALUE_NULL;
}

bool type_set_annotate(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self);
    if (value == VALUE_NULL) return no_deleting(vm);
    if (type->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__annotate__", value);
    if (!check_annotate(vm, value) || !type_set_own(vm, type, NAME(vm, __annotate_func__), value)) return false;
    return value == VALUE_NONE || drop_own(vm, self, NAME(vm, __annotations_cache__));
}

Value type_annotations(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    if (!(type->flags & TYPE_HEAP)) return raise_attribute_error(vm, self, NAME(vm, __annotations__));
    Value found = own(vm, self, NAME(vm, __annotations__));
    if (found == VALUE_NULL) found = own(vm, self, NAME(vm, __annotations_cache__));
    if (found != VALUE_NULL) return bound_to_class(vm, found, self);
    Value annotate = type_annotate(vm, self);
    Value made = annotate == VALUE_NULL ? VALUE_NULL : evaluate(vm, annotate);
    value_release(vm, annotate);
    if (made != VALUE_NULL && !type_set_own(vm, type, NAME(vm, __annotations_cache__), made)) value_clear(vm, &made);
    return made;
}

bool type_set_annotations(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self);
    if (type->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__annotations__", value);
    Str *name = NAME(vm, __annotations__);
    if (own(vm, self, name) == VALUE_NULL) name = NAME(vm, __annotations_cache__);
    if (value == VALUE_NULL && own(vm, self, name) == VALUE_NULL) {
        raise_error(vm, T_AttributeError, "__annotations__");
        return false;
    }
    return type_set_own(vm, type, name, value) && drop_own(vm, self, NAME(vm, __annotate_func__)) &&
           drop_own(vm, self, NAME(vm, __annotate__));
}

/* ---- modules */

static Dict *module_names(Vm *vm, Value self) {
    Module *module = AS(Module, self);
    if (module->dict == NULL) module->dict = dict_new(vm);
    return module->dict;
}

Value module_annotate(Vm *vm, Value self) {
    Dict *names = module_names(vm, self);
    if (names == NULL) return VALUE_NULL;
    Value found = dict_get_str(vm, names, NAME(vm, __annotate__));
    if (found != VALUE_NULL) return value_retain(found);
    return dict_set_str(vm, names, NAME(vm, __annotate__), VALUE_NONE) ? VALUE_NONE : VALUE_NULL;
}

bool module_set_annotate(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) return no_deleting(vm);
    Dict *names = check_annotate(vm, value) ? module_names(vm, self) : NULL;
    if (names == NULL || !dict_set_str(vm, names, NAME(vm, __annotate__), value)) return false;
    return value == VALUE_NONE || dict_delete(vm, names, obj_value(NAME(vm, __annotations__))) >= 0;
}

Value module_annotations(Vm *vm, Value self) {
    Dict *names = module_names(vm, self);
    if (names == NULL) return VALUE_NULL;
    Value found = dict_get_str(vm, names, NAME(vm, __annotations__));
    if (found != VALUE_NULL) return value_retain(found);
    Value made = evaluate(vm, dict_get_str(vm, names, NAME(vm, __annotate__)));
    if (made != VALUE_NULL && !dict_set_str(vm, names, NAME(vm, __annotations__), made)) value_clear(vm, &made);
    return made;
}

bool module_set_annotations(Vm *vm, Value self, Value value) {
    Dict *names = module_names(vm, self);
    if (names == NULL) return false;
    Value key = obj_value(NAME(vm, __annotations__));
    int done =
        value == VALUE_NULL ? dict_delete(vm, names, key) : dict_set_str(vm, names, NAME(vm, __annotations__), value);
    if (done <= 0) {
        if (!error_is_set(vm)) raise_error(vm, T_AttributeError, "__annotations__");
        return false;
    }
    return dict_delete(vm, names, obj_value(NAME(vm, __annotate__))) >= 0;
}
