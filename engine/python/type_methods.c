/* type_methods.c: the type `type`: attributes of classes, its methods, calling a class, the death of classes. */
#include "dict.h"
#include "types_private.h"

/* ---- attributes of classes */

static Value bind_to_class(Vm *vm, Value found, Value self) {
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    if (get == NULL) return value_retain(found);
    value_retain(found);
    Value result = get(vm, found, VALUE_NULL, AS(Type, self));
    value_release(vm, found);
    return result;
}

static Value bind_to_meta(Vm *vm, Value found, Value self) {
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    if (get == NULL) return value_retain(found);
    value_retain(found);
    Value result = get(vm, found, self, value_obj(self)->type);
    value_release(vm, found);
    return result;
}

Value type_attr_find(Vm *vm, Value self, Str *name, bool *missing) {
    Type *meta = value_obj(self)->type;
    Value on_meta = type_lookup(vm, meta, name);
    *missing = false;
    if (on_meta != VALUE_NULL && comes_first(vm, on_meta)) return bind_to_meta(vm, on_meta, self);
    Value own = type_lookup(vm, AS(Type, self), name);
    if (own != VALUE_NULL) return bind_to_class(vm, own, self);
    if (on_meta != VALUE_NULL) return bind_to_meta(vm, on_meta, self);
    *missing = true;
    return VALUE_NULL;
}

Value type_getattr(Vm *vm, Value self, Str *name) {
    bool missing;
    Value result = type_attr_find(vm, self, name, &missing);
    return missing ? raise_attribute_error(vm, self, name) : result;
}

/* Stores into the class's own dict. The version changes before the old value may die. */
bool type_set_own(Vm *vm, Type *type, Str *name, Value value) {
    Value old = dict_get_str(vm, type->dict, name);
    if (value == VALUE_NULL && old == VALUE_NULL) {
        raise_attribute_error(vm, obj_value(type), name);
        return false;
    }
    value_retain(old);
    type_modified(vm, type);
    bool ok = value == VALUE_NULL ? dict_delete(vm, type->dict, obj_value(name)) >= 0
                                  : dict_set_str(vm, type->dict, name, value);
    type_modified(vm, type);
    type_name_changed(vm, type, name);
    value_release(vm, old);
    return ok;
}

bool type_setattr(Vm *vm, Value self, Str *name, Value value) {
    Type *type = AS(Type, self);
    if (type->flags & TYPE_IMMUTABLE) {
        raise_error(vm, T_TypeError, "cannot set '%S' attribute of immutable type '%N'", name, type);
        return false;
    }
    Value on_meta = type_lookup(vm, type->head.type, name);
    if (on_meta != VALUE_NULL) {
        bool (*set)(Vm *, Value, Value, Value) = type_of(vm, on_meta)->slots.descr_set;
        if (set != NULL) return set(vm, on_meta, self, value);
    }
    obj_retain(name);
    Str *key = str_intern(vm, name);
    if (key == NULL) return false;
    bool ok = type_set_own(vm, type, key, value);
    obj_release(vm, key);
    return ok;
}

/* ---- computed attributes */

static Value str_value(Str *s) {
    obj_retain(s);
    return obj_value(s);
}

bool type_cannot(Vm *vm, Value self, const char *what, Value value) {
    const char *verb = value == VALUE_NULL ? "delete" : "set";
    raise_error(vm, T_TypeError, "cannot %s '%s' attribute of immutable type '%N'", verb, what, AS(Type, self));
    return false;
}

static Value get_name(Vm *vm, Value self) {
    (void)vm;
    return str_value(AS(Type, self)->name);
}

static bool set_name(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self);
    if (type->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__name__", value);
    if (value == VALUE_NULL || !is_str(value)) {
        if (value == VALUE_NULL) return type_cannot(vm, self, "__name__", value);
        raise_error(vm, T_TypeError, "can only assign string to %N.__name__, not '%T'", type, value);
        return false;
    }
    if (!type_name_fits(vm, AS(Str, value))) return false;
    obj_retain(value_obj(value));
    Str *old = type->name;
    type->name = AS(Str, value);
    obj_release(vm, old);
    return true;
}

static Value get_qualname(Vm *vm, Value self) {
    (void)vm;
    return str_value(AS(Type, self)->qualname);
}

static bool set_qualname(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self);
    if (type->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__qualname__", value);
    if (value == VALUE_NULL || !is_str(value)) {
        raise_error(vm, T_TypeError, "can only assign string to %N.__qualname__, not '%T'", type, value);
        return false;
    }
    obj_retain(value_obj(value));
    Str *old = type->qualname;
    type->qualname = AS(Str, value);
    obj_release(vm, old);
    return true;
}

static Value get_module(Vm *vm, Value self) {
    Value module = dict_get_str(vm, AS(Type, self)->dict, NAME(vm, __module__));
    /* In a type in C it may be the attribute of its instances. */
    if (module != VALUE_NULL && (is_str(module) || AS(Type, self)->def == NULL)) return value_retain(module);
    return str_value(NAME(vm, builtins));
}

static bool set_module(Vm *vm, Value self, Value value) {
    if (AS(Type, self)->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__module__", value);
    return type_set_own(vm, AS(Type, self), NAME(vm, __module__), value);
}

/* ---- bases, without those that CPython does not have */

static bool has_hidden(const Tuple *types) {
    for (uint32_t i = 0; i < types->length; i++)
        if (AS(Type, types->items[i])->flags & TYPE_HIDDEN) return true;
    return false;
}

/* The bases, with a hidden one's own in its place; `object` only where nothing else is. */
static bool add_bases(Vm *vm, List *list, const Tuple *bases) {
    for (uint32_t i = 0; i < bases->length; i++) {
        const Type *base = AS(Type, bases->items[i]);
        bool ok = base == TYPE(vm, object)    ? true
                  : base->flags & TYPE_HIDDEN ? add_bases(vm, list, base->bases)
                                              : list_append(vm, list, bases->items[i]);
        if (!ok) return false;
    }
    return true;
}

static Value visible_bases(Vm *vm, const Tuple *bases) {
    List *list = list_new(vm, 0);
    bool ok = list != NULL && add_bases(vm, list, bases);
    if (ok && list->length == 0) ok = list_append(vm, list, obj_value(TYPE(vm, object)));
    Value result = ok ? tuple_from_iterable(vm, obj_value(list)) : VALUE_NULL;
    obj_release(vm, list);
    return result;
}

/* A new list. */
static List *visible_mro(Vm *vm, const Tuple *mro) {
    List *list = list_new(vm, 0);
    for (uint32_t i = 0; list != NULL && i < mro->length; i++) {
        if ((AS(Type, mro->items[i])->flags & TYPE_HIDDEN) || list_append(vm, list, mro->items[i])) continue;
        obj_release(vm, list);
        return NULL;
    }
    return list;
}

static Value get_bases(Vm *vm, Value self) {
    Tuple *bases = AS(Type, self)->bases;
    return has_hidden(bases) ? visible_bases(vm, bases) : value_retain(obj_value(bases));
}

static Value get_base(Vm *vm, Value self) {
    Type *base = AS(Type, self)->base;
    if (base == NULL) return VALUE_NONE;
    if (!(base->flags & TYPE_HIDDEN)) return value_retain(obj_value(base));
    Value bases = visible_bases(vm, AS(Type, self)->bases);
    if (bases == VALUE_NULL) return VALUE_NULL;
    Value first = value_retain(AS(Tuple, bases)->items[0]);
    value_release(vm, bases);
    return first;
}

static Value get_mro(Vm *vm, Value self) {
    Tuple *mro = AS(Type, self)->mro;
    if (!has_hidden(mro)) return value_retain(obj_value(mro));
    List *visible = visible_mro(vm, mro);
    Value result = visible == NULL ? VALUE_NULL : tuple_from_iterable(vm, obj_value(visible));
    obj_release(vm, visible);
    return result;
}

/* What stands in the class or in bases that CPython does not have. */
static bool merge_hidden(Vm *vm, Dict *into, const Type *type) {
    for (uint32_t i = type->bases->length; i-- > 0;) {
        const Type *base = AS(Type, type->bases->items[i]);
        if ((base->flags & TYPE_HIDDEN) && !merge_hidden(vm, into, base)) return false;
    }
    return dict_merge(vm, into, type->dict);
}

static Value get_dict(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    if (!has_hidden(type->bases)) return mapping_proxy_new(vm, obj_value(type->dict));
    Dict *all = dict_new(vm);
    bool ok = all != NULL && merge_hidden(vm, all, type);
    Value proxy = ok ? mapping_proxy_new(vm, obj_value(all)) : VALUE_NULL;
    obj_release(vm, all);
    return proxy;
}

static Value get_doc(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    Value doc = dict_get_str(vm, type->dict, NAME(vm, __doc__));
    if (doc == VALUE_NULL) return VALUE_NONE;
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, doc)->slots.descr_get;
    return get == NULL ? value_retain(doc) : get(vm, doc, VALUE_NULL, type);
}

static bool set_doc(Vm *vm, Value self, Value value) {
    if ((AS(Type, self)->flags & TYPE_IMMUTABLE) || value == VALUE_NULL) return type_cannot(vm, self, "__doc__", value);
    return type_set_own(vm, AS(Type, self), NAME(vm, __doc__), value);
}

static Value get_abstract(Vm *vm, Value self) {
    Value own = dict_get_str(vm, AS(Type, self)->dict, NAME(vm, __abstractmethods__));
    if (own == VALUE_NULL || AS(Type, self) == TYPE(vm, type)) {
        return raise_attribute_error(vm, self, NAME(vm, __abstractmethods__));
    }
    return value_retain(own);
}

static bool set_abstract(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self);
    if (type->flags & TYPE_IMMUTABLE) return type_cannot(vm, self, "__abstractmethods__", value);
    int abstract = value == VALUE_NULL ? 0 : object_truth(vm, value);
    if (abstract < 0 || !type_set_own(vm, type, NAME(vm, __abstractmethods__), value)) return false;
    type->flags = abstract ? type->flags | TYPE_ABSTRACT : type->flags & ~(uint32_t)TYPE_ABSTRACT;
    return true;
}

static Value get_type_params(Vm *vm, Value self) {
    Value own = dict_get_str(vm, AS(Type, self)->dict, NAME(vm, __type_params__));
    if (own != VALUE_NULL && (AS(Type, self)->flags & TYPE_HEAP)) return value_retain(own);
    obj_retain(vm->empty_tuple);
    return obj_value(vm->empty_tuple);
}

static bool set_type_params(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL || (AS(Type, self)->flags & TYPE_IMMUTABLE))
        return type_cannot(vm, self, "__type_params__", value);
    return type_set_own(vm, AS(Type, self), NAME(vm, __type_params__), value);
}

static Value get_basicsize(Vm *vm, Value self) {
    (void)vm;
    return value_small(AS(Type, self)->size);
}

static Value get_flags(Vm *vm, Value self) {
    (void)vm;
    uint32_t flags = AS(Type, self)->flags, result = 0;
    if (flags & TYPE_HEAP) result |= 1u << 9;
    if (flags & TYPE_BASE) result |= 1u << 10;
    if (flags & TYPE_ABSTRACT) result |= 1u << 20;
    return value_small(result);
}

static Value get_text_signature(Vm *vm, Value self) {
    return AS(Type, self)->flags & TYPE_HEAP ? VALUE_NONE : native_text_signature(vm, self);
}

const GetSetDef type_getset[] = {
    {"__name__", get_name, set_name, NULL},
    {"__qualname__", get_qualname, set_qualname, NULL},
    {"__module__", get_module, set_module, NULL},
    {"__bases__", get_bases, type_set_bases, NULL},
    {"__base__", get_base, NULL, NULL},
    {"__mro__", get_mro, NULL, NULL},
    {"__dict__", get_dict, NULL, NULL},
    {"__doc__", get_doc, set_doc, NULL},
    {"__annotate__", type_annotate, type_set_annotate, NULL},
    {"__annotations__", type_annotations, type_set_annotations, NULL},
    {"__abstractmethods__", get_abstract, set_abstract, NULL},
    {"__type_params__", get_type_params, set_type_params, NULL},
    {"__basicsize__", get_basicsize, NULL, NULL},
    {"__flags__", get_flags, NULL, NULL},
    {"__text_signature__", get_text_signature, NULL, NULL},
    {0},
};

/* ---- methods */

static Value method_mro(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Tuple *mro = type_compute_mro(vm, AS(Type, self));
    if (mro == NULL) return VALUE_NULL;
    List *list = visible_mro(vm, mro);
    obj_release(vm, mro);
    return list == NULL ? VALUE_NULL : obj_value(list);
}

/* A program sees no class of a module that it has not imported. -1 with an exception. */
static int is_seen(Vm *vm, Value type) {
    if ((AS(Type, type)->flags & TYPE_HEAP) && vm->state->preloaded == NULL) return 1;
    Str *module = type_module(vm, AS(Type, type));
    const char *name = module == NULL ? NULL : str_utf8(vm, module, NULL);
    bool of_asyncio = name != NULL && strncmp(name, "asyncio.", 8) == 0; /* whose errors are always there */
    int hidden = name == NULL                                                         ? -1
                 : of_asyncio && dict_get_c(vm, vm->modules, "asyncio") == VALUE_NULL ? 1
                                                                                      : module_is_hidden(vm, module);
    obj_release(vm, module);
    return hidden < 0 ? -1 : !hidden;
}

static Value method_subclasses(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    const List *known = AS(Type, self)->subclasses;
    List *list = list_new(vm, known == NULL ? 0 : known->length);
    for (uint32_t i = 0; list != NULL && known != NULL && i < known->length; i++) {
        Value type = obj_value((void *)(uintptr_t)value_as_small(known->items[i]));
        int seen = is_seen(vm, type);
        if (seen < 0 || (seen && !list_append(vm, list, type))) {
            obj_release(vm, list);
            return VALUE_NULL;
        }
    }
    return list == NULL ? VALUE_NULL : obj_value(list);
}

static Value method_instancecheck(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int is = type_isinstance(vm, args[0], self);
    return is < 0 ? VALUE_NULL : value_bool(is != 0);
}

static Value method_subclasscheck(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)nargs, (void)kwnames;
    int is = type_issubclass(vm, args[0], self);
    return is < 0 ? VALUE_NULL : value_bool(is != 0);
}

static Value method_prepare(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)nargs, (void)kwnames;
    Dict *dict = dict_new(vm);
    return dict == NULL ? VALUE_NULL : obj_value(dict);
}

/* What the class statement puts into a class, and a class in C has not. */
static bool is_of_statement(Vm *vm, Value key) {
    return key == obj_value(NAME(vm, __slots__)) || key == obj_value(NAME(vm, __dict__)) ||
           key == obj_value(NAME(vm, __weakref__));
}

bool type_hides(Vm *vm, const Type *type, Value key) {
    if ((type->flags & TYPE_HEAP) == 0 || (type->flags & TYPE_IMMUTABLE) == 0 || !is_str(key)) return false;
    const Str *name = AS(Str, key);
    bool is_private = name->length > 1 && str_at(name, 0) == '_' && str_at(name, 1) != '_';
    return is_private || is_of_statement(vm, key);
}

static bool add_own_names(Vm *vm, Dict *into, const Type *type) {
    uint32_t position = 0;
    Value key, value;
    bool ok = true;
    while (ok && type->dict != NULL && dict_next(type->dict, &position, &key, &value))
        ok = type_hides(vm, type, key) || dict_set(vm, into, key, VALUE_NONE);
    return ok;
}

bool type_add_names(Vm *vm, Dict *into, const Type *type) {
    if (!guard_enter(vm, CALLING)) return false;
    bool ok = true;
    for (uint32_t i, last; ok && type != NULL; type = last > 0 ? tuple_type(type->bases, last - 1) : NULL) {
        ok = add_own_names(vm, into, type);
        last = type->bases != NULL ? type->bases->length : 0;
        for (i = 0; ok && i + 1 < last; i++) ok = type_add_names(vm, into, tuple_type(type->bases, i));
    }
    guard_leave(vm);
    return ok;
}

static Value method_dir(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args, (void)nargs, (void)kwnames;
    Dict *names = dict_new(vm);
    if (names == NULL) return VALUE_NULL;
    bool ok = type_add_names(vm, names, AS(Type, self));
    Value list = ok ? list_from_iterable(vm, obj_value(names)) : VALUE_NULL;
    obj_release(vm, names);
    return list;
}

const MethodDef type_methods[] = {
    {"mro", method_mro, 0, 0, false, METHOD_PLAIN, "Return a type's method resolution order."},
    {"__subclasses__", method_subclasses, 0, 0, false, METHOD_PLAIN, "Return a list of immediate subclasses."},
    {"__instancecheck__", method_instancecheck, 1, 1, false, METHOD_PLAIN, "Check if an object is an instance."},
    {"__subclasscheck__", method_subclasscheck, 1, 1, false, METHOD_PLAIN, "Check if a class is a subclass."},
    {"__prepare__", method_prepare, 0, 255, true, METHOD_CLASS, "Create the namespace for the class statement"},
    {"__dir__", method_dir, 0, 0, false, METHOD_PLAIN, "Specialized __dir__ implementation for types."},
    {0},
};

/* ---- calling a class */

Value type_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Type *type = AS(Type, self);
    if (type == TYPE(vm, type) && (kwnames == NULL || kwnames->length == 0) && nargs == 1) {
        obj_retain(type_of(vm, args[0]));
        return obj_value(type_of(vm, args[0]));
    }
    if (type == TYPE(vm, type) && nargs != 3) {
        if (nargs == 1) return raise_error(vm, T_TypeError, "type() takes no keyword arguments");
        return raise_error(vm, T_TypeError, "type() takes 1 or 3 arguments");
    }
    if (type->slots.new == NULL) return raise_error(vm, T_TypeError, "cannot create '%N' instances", type);
    Value object = type->slots.new(vm, type, args, nargs, kwnames);
    if (object == VALUE_NULL || value_is_signal(object)) return object;
    Type *made = type_of(vm, object);
    if (made->slots.init == NULL || !type_is_subtype(made, type)) return object;
    if (made->slots.init(vm, object, args, nargs, kwnames) == 0) return object;
    value_release(vm, object);
    return VALUE_NULL;
}

/* type's own init does nothing but let keywords of the class statement pass. */
static int type_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)kwnames;
    if (nargs == 1 || nargs == 3) return 0;
    raise_error(vm, T_TypeError, "type.__init__() takes 1 or 3 arguments");
    return -1;
}

/* ---- repr, |, life */

Str *type_full_name(Vm *vm, Type *type) {
    Str *module = type_module(vm, type);
    if (module == NULL) return NULL;
    Str *name;
    if (str_equals_c(module, "builtins") || str_equals_c(module, "__main__")) {
        name = type->qualname;
        obj_retain(name);
    } else {
        name = str_format(vm, "%S.%S", module, type->qualname);
    }
    obj_release(vm, module);
    return name;
}

static Value type_repr(Vm *vm, Value self) {
    Type *type = AS(Type, self);
    Str *module = type_module(vm, type);
    if (module == NULL) return VALUE_NULL;
    Str *text = str_equals_c(module, "builtins") ? str_format(vm, "<class '%S'>", type->name)
                                                 : str_format(vm, "<class '%S.%S'>", module, type->qualname);
    obj_release(vm, module);
    return text == NULL ? VALUE_NULL : obj_value(text);
}

static bool fits_union(Vm *vm, Value v) {
    return v == VALUE_NONE || is_type(v) || is_alias(vm, v) || is_exact(vm, v, T_union);
}

static Value type_binary(Vm *vm, int op, Value a, Value b) {
    if (op != BINARY_OR || !fits_union(vm, a) || !fits_union(vm, b)) return VALUE_NOT_IMPLEMENTED;
    return union_new(vm, a, b);
}

static void type_traverse(Obj *self, VisitFn visit, void *context) {
    Type *type = (Type *)self;
    if (!(type->flags & TYPE_HEAP)) return; /* builtin types are for ever */
    visit(context, obj_value(type->base));
    visit(context, obj_value(type->bases));
    visit(context, obj_value(type->mro));
    visit(context, obj_value(type->dict));
}

static void type_clear(Vm *vm, Obj *self) {
    Type *type = (Type *)self;
    if (!(type->flags & TYPE_HEAP)) return;
    if (type->dict != NULL) dict_clear(vm, type->dict);
    type_modified(vm, type);
    Tuple *mro = type->mro;
    type->mro = NULL;
    obj_release(vm, mro);
}

static void release_object(Vm *vm, void **field) {
    void *old = *field;
    *field = NULL;
    obj_release(vm, old);
}

static void type_dealloc(Vm *vm, Obj *self) {
    Type *type = (Type *)self;
    type_unregister(type, type->bases);
    shapes_free(vm, type);
    release_object(vm, (void **)&type->mro);
    release_object(vm, (void **)&type->dict);
    release_object(vm, (void **)&type->bases);
    release_object(vm, (void **)&type->base);
    release_object(vm, (void **)&type->subclasses);
    release_object(vm, (void **)&type->name);
    release_object(vm, (void **)&type->qualname);
    release_object(vm, (void **)&type->shown);
}

const TypeDef type_type_def = {
    .size = sizeof(Type),
    .flags = TYPE_BASE | TYPE_GC | TYPE_IS_TYPE | TYPE_WEAKREFS,
    .weak_offset = offsetof(Type, weakrefs),
    .doc = "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    .slots =
        {
            .dealloc = type_dealloc,
            .traverse = type_traverse,
            .clear = type_clear,
            .repr = type_repr,
            .getattr = type_getattr,
            .setattr = type_setattr,
            .call = type_call,
            .binary = type_binary,
            .new = type_slot_new,
            .init = type_init,
        },
    .methods = type_methods,
    .getset = type_getset,
};
