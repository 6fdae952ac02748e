/* descriptor.c: the descriptors of builtin types: methods, computed attributes, __slots__ members, slots as methods;
 * and mappingproxy, the read-only view of a class's dict.
 */
#include "shape.h"
#include "types_private.h"

static Value class_or_self(Value self) {
    obj_retain(value_obj(self));
    return self;
}

static bool check_receiver(Vm *vm, Value object, const Type *owner, const char *name) {
    if (type_is_subtype(type_of(vm, object), owner)) return true;
    raise_error(vm, T_TypeError, "descriptor '%s' for '%N' objects doesn't apply to a '%T' object", name, owner,
                object);
    return false;
}

static Value new_str(Vm *vm, const char *text) {
    Str *s = text == NULL ? NULL : str_new(vm, text);
    if (s != NULL) return obj_value(s);
    return text == NULL ? VALUE_NONE : VALUE_NULL;
}

static Value type_value(Type *type) {
    obj_retain(type);
    return obj_value(type);
}

/* "Owner.name" */
static Value qualified(Vm *vm, const Type *owner, const char *name) {
    Str *s = str_format(vm, "%S.%s", owner->qualname, name);
    return s == NULL ? VALUE_NULL : obj_value(s);
}

/* ---- methods */

Value method_descr_new(Vm *vm, Type *owner, const MethodDef *def) {
    if (def->kind != METHOD_STATIC && def->kind != METHOD_CLASS) return method_descriptor_new(vm, owner, def);
    if (def->kind == METHOD_STATIC) {
        Value native = native_new(vm, def, obj_value(owner), NULL);
        Value wrapped = native == VALUE_NULL ? VALUE_NULL : wrapper_new(vm, T_staticmethod, native);
        value_release(vm, native);
        return wrapped;
    }
    ClassDescr *d = object_new(vm, TYPE(vm, classmethod_descriptor), 0);
    if (d == NULL) return VALUE_NULL;
    d->owner = owner; /* in owner's own dict: not counted */
    d->def = def;
    return obj_value(d);
}

static Value class_descr_repr(Vm *vm, Value self) {
    const ClassDescr *d = AS(ClassDescr, self);
    return obj_value(str_format(vm, "<method '%s' of '%N' objects>", d->def->name, d->owner));
}

static bool check_counts(Vm *vm, const Type *owner, const MethodDef *def, uint32_t nargs, const Tuple *kwnames) {
    if (def->keywords) return true;
    if (kwnames != NULL && kwnames->length > 0) {
        raise_error(vm, T_TypeError, "%N.%s() takes no keyword arguments", owner, def->name);
        return false;
    }
    if (nargs >= def->min && (nargs <= def->max || def->max == 255)) return true;
    if (def->min == def->max && def->max == 0) {
        raise_error(vm, T_TypeError, "%N.%s() takes no arguments (%u given)", owner, def->name, nargs);
    } else if (def->min == def->max && def->max == 1) {
        raise_error(vm, T_TypeError, "%N.%s() takes exactly one argument (%u given)", owner, def->name, nargs);
    } else {
        bool few = nargs < def->min;
        uint32_t bound = few ? def->min : def->max;
        raise_error(vm, T_TypeError, "%s expected %s%u argument%s, got %u", def->name,
                    def->min == def->max ? ""
                    : few                ? "at least "
                                         : "at most ",
                    bound, bound == 1 ? "" : "s", nargs);
    }
    return false;
}

static Value class_descr_get(Vm *vm, Value self, Value object, Type *owner) {
    const ClassDescr *d = AS(ClassDescr, self);
    if (owner == NULL) owner = type_of(vm, object);
    if (!type_is_subtype(owner, d->owner)) {
        return raise_error(vm, T_TypeError, "descriptor '%s' requires a subtype of '%N' but received '%N'",
                           d->def->name, d->owner, owner);
    }
    return native_new(vm, d->def, obj_value(owner), NULL);
}

static Value class_descr_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const ClassDescr *d = AS(ClassDescr, self);
    if (nargs == 0 || !is_type(args[0])) {
        return raise_error(vm, T_TypeError, "descriptor '%s' for type '%N' needs a type as its first argument",
                           d->def->name, d->owner);
    }
    if (!check_counts(vm, d->owner, d->def, nargs - 1, kwnames)) return VALUE_NULL;
    return d->def->fn(vm, args[0], args + 1, nargs - 1, kwnames);
}

static Value class_descr_name(Vm *vm, Value self) {
    return new_str(vm, AS(ClassDescr, self)->def->name);
}

static Value class_descr_qualname(Vm *vm, Value self) {
    return qualified(vm, AS(ClassDescr, self)->owner, AS(ClassDescr, self)->def->name);
}

static Value class_descr_objclass(Vm *vm, Value self) {
    (void)vm;
    return type_value(AS(ClassDescr, self)->owner);
}

static Value class_descr_doc(Vm *vm, Value self) {
    return new_str(vm, AS(ClassDescr, self)->def->doc);
}

static const GetSetDef class_descr_getset[] = {
    {"__name__", class_descr_name, set_readonly, NULL},         {"__qualname__", class_descr_qualname, NULL, NULL},
    {"__objclass__", class_descr_objclass, set_readonly, NULL}, {"__doc__", class_descr_doc, NULL, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL},  {0},
};

const TypeDef type_classmethod_descriptor_def = {
    .size = sizeof(ClassDescr),
    .slots = {.repr = class_descr_repr, .descr_get = class_descr_get, .call = class_descr_call},
    .getset = class_descr_getset,
};

/* ---- computed attributes */

bool set_readonly(Vm *vm, Value self, Value value) {
    (void)self, (void)value;
    raise_error(vm, T_AttributeError, "readonly attribute");
    return false;
}

Value getset_descr_new(Vm *vm, Type *owner, const GetSetDef *def) {
    Type *type = def->set == set_readonly ? TYPE(vm, computed_member) : TYPE(vm, getset_descriptor);
    GetSetDescr *d = object_new(vm, type, 0);
    if (d == NULL) return VALUE_NULL;
    d->owner = owner; /* in owner's own dict: not counted */
    d->def = def;
    return obj_value(d);
}

static Value getset_repr(Vm *vm, Value self) {
    const GetSetDescr *d = AS(GetSetDescr, self);
    const char *kind = d->def->set == set_readonly ? "member" : "attribute";
    return obj_value(str_format(vm, "<%s '%s' of '%N' objects>", kind, d->def->name, d->owner));
}

static Value getset_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    const GetSetDescr *d = AS(GetSetDescr, self);
    if (object == VALUE_NULL) return class_or_self(self);
    if (!check_receiver(vm, object, d->owner, d->def->name)) return VALUE_NULL;
    return d->def->get(vm, object);
}

static bool getset_set(Vm *vm, Value self, Value object, Value value) {
    const GetSetDescr *d = AS(GetSetDescr, self);
    if (!check_receiver(vm, object, d->owner, d->def->name)) return false;
    if (d->def->set != NULL) return d->def->set(vm, object, value);
    raise_error(vm, T_AttributeError, "attribute '%s' of '%N' objects is not writable", d->def->name, d->owner);
    return false;
}

static Value getset_name(Vm *vm, Value self) {
    return new_str(vm, AS(GetSetDescr, self)->def->name);
}

static Value getset_qualname(Vm *vm, Value self) {
    return qualified(vm, AS(GetSetDescr, self)->owner, AS(GetSetDescr, self)->def->name);
}

static Value getset_objclass(Vm *vm, Value self) {
    (void)vm;
    return type_value(AS(GetSetDescr, self)->owner);
}

static Value getset_doc(Vm *vm, Value self) {
    return new_str(vm, AS(GetSetDescr, self)->def->doc);
}

static const GetSetDef getset_getset[] = {
    {"__name__", getset_name, set_readonly, NULL},
    {"__qualname__", getset_qualname, NULL, NULL},
    {"__objclass__", getset_objclass, set_readonly, NULL},
    {"__doc__", getset_doc, NULL, NULL},
    {0},
};

const TypeDef type_getset_descriptor_def = {
    .size = sizeof(GetSetDescr),
    .slots = {.repr = getset_repr, .descr_get = getset_get, .descr_set = getset_set},
    .getset = getset_getset,
};

/* It owns nothing, other than a member of __slots__. */
static void computed_dealloc(Vm *vm, Obj *self) {
    (void)vm, (void)self;
}

/* A kind of member_descriptor whose value C code computes. */
const TypeDef type_computed_member_def = {
    .name = "member_descriptor",
    .size = sizeof(GetSetDescr),
    .slots = {.dealloc = computed_dealloc, .repr = getset_repr, .descr_get = getset_get, .descr_set = getset_set},
    .getset = getset_getset,
};

/* ---- __slots__ members */

Value member_descr_new(Vm *vm, Type *owner, Str *name, uint32_t index) {
    MemberDescr *d = object_new(vm, TYPE(vm, member_descriptor), 0);
    if (d == NULL) return VALUE_NULL;
    obj_retain(name);
    d->owner = owner;
    d->name = name;
    d->index = index;
    return obj_value(d);
}

static void member_dealloc(Vm *vm, Obj *self) {
    obj_release(vm, ((MemberDescr *)self)->name);
}

static Value member_repr(Vm *vm, Value self) {
    const MemberDescr *d = AS(MemberDescr, self);
    return obj_value(str_format(vm, "<member '%S' of '%N' objects>", d->name, d->owner));
}

static bool member_check(Vm *vm, const MemberDescr *d, Value object) {
    if (type_is_subtype(type_of(vm, object), d->owner)) return true;
    raise_error(vm, T_TypeError, "descriptor '%S' for '%N' objects doesn't apply to a '%T' object", d->name, d->owner,
                object);
    return false;
}

static Value *member_place(const MemberDescr *d, Value object) {
    return members_of(value_obj(object), d->owner) + d->index;
}

static Value member_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    const MemberDescr *d = AS(MemberDescr, self);
    if (object == VALUE_NULL) return class_or_self(self);
    if (!member_check(vm, d, object)) return VALUE_NULL;
    Value value = *member_place(d, object);
    return value == VALUE_NULL ? raise_attribute_error(vm, object, d->name) : value_retain(value);
}

static bool member_set(Vm *vm, Value self, Value object, Value value) {
    const MemberDescr *d = AS(MemberDescr, self);
    if (!member_check(vm, d, object)) return false;
    if (value == VALUE_NULL && *member_place(d, object) == VALUE_NULL) {
        raise_error(vm, T_AttributeError, "%S", d->name);
        return false;
    }
    value_set(vm, member_place(d, object), value_retain(value));
    return true;
}

static Value member_name(Vm *vm, Value self) {
    (void)vm;
    obj_retain(AS(MemberDescr, self)->name);
    return obj_value(AS(MemberDescr, self)->name);
}

static Value member_objclass(Vm *vm, Value self) {
    (void)vm;
    return type_value(AS(MemberDescr, self)->owner);
}

static Value member_qualname(Vm *vm, Value self) {
    const MemberDescr *d = AS(MemberDescr, self);
    return obj_value(str_format(vm, "%S.%S", d->owner->qualname, d->name));
}

static const GetSetDef member_getset[] = {
    {"__name__", member_name, set_readonly, NULL},
    {"__qualname__", member_qualname, NULL, NULL},
    {"__objclass__", member_objclass, set_readonly, NULL},
    {0},
};

const TypeDef type_member_descriptor_def = {
    .size = sizeof(MemberDescr),
    .slots = {.dealloc = member_dealloc, .repr = member_repr, .descr_get = member_get, .descr_set = member_set},
    .getset = member_getset,
};

/* ---- slots as methods */

static const char *wrapper_name(Vm *vm, const WrapperDescr *d) {
    return (const char *)vm->names[d->row->name]->data;
}

static Value wrapper_repr(Vm *vm, Value self) {
    const WrapperDescr *d = AS(WrapperDescr, self);
    return obj_value(str_format(vm, "<slot wrapper '%s' of '%N' objects>", wrapper_name(vm, d), d->owner));
}

static Value wrapper_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    WrapperDescr *d = AS(WrapperDescr, self);
    if (object == VALUE_NULL) return class_or_self(self);
    if (!check_receiver(vm, object, d->owner, wrapper_name(vm, d))) return VALUE_NULL;
    MethodWrapper *bound = object_new(vm, TYPE(vm, method_wrapper), 0);
    if (bound == NULL) return VALUE_NULL;
    obj_retain(d);
    bound->descr = d;
    bound->self = value_retain(object);
    return obj_value(bound);
}

static Value wrapper_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const WrapperDescr *d = AS(WrapperDescr, self);
    const char *name = wrapper_name(vm, d);
    if (nargs == 0)
        return raise_error(vm, T_TypeError, "descriptor '%s' of '%N' object needs an argument", name, d->owner);
    if (!type_is_subtype(type_of(vm, args[0]), d->owner)) {
        return raise_error(vm, T_TypeError, "descriptor '%s' requires a '%N' object but received a '%T'", name,
                           d->owner, args[0]);
    }
    return slot_row_call(vm, d->row, d->fn, args[0], args + 1, nargs - 1, kwnames);
}

static Value wrapper_get_name(Vm *vm, Value self) {
    return new_str(vm, wrapper_name(vm, AS(WrapperDescr, self)));
}

static Value wrapper_qualname(Vm *vm, Value self) {
    return qualified(vm, AS(WrapperDescr, self)->owner, wrapper_name(vm, AS(WrapperDescr, self)));
}

static Value wrapper_objclass(Vm *vm, Value self) {
    (void)vm;
    return type_value(AS(WrapperDescr, self)->owner);
}

static Value wrapper_doc(Vm *vm, Value self) {
    return new_str(vm, AS(WrapperDescr, self)->row->doc);
}

static const GetSetDef wrapper_getset[] = {
    {"__name__", wrapper_get_name, set_readonly, NULL},        {"__qualname__", wrapper_qualname, NULL, NULL},
    {"__objclass__", wrapper_objclass, set_readonly, NULL},    {"__doc__", wrapper_doc, NULL, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL}, {0},
};

const TypeDef type_wrapper_descriptor_def = {
    .size = sizeof(WrapperDescr),
    .slots = {.repr = wrapper_repr, .descr_get = wrapper_get, .call = wrapper_call},
    .getset = wrapper_getset,
};

static void bound_dealloc(Vm *vm, Obj *self) {
    MethodWrapper *bound = (MethodWrapper *)self;
    WrapperDescr *descr = bound->descr;
    bound->descr = NULL;
    value_clear(vm, &bound->self);
    obj_release(vm, descr);
}

static void bound_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((MethodWrapper *)self)->self);
}

static Value bound_repr(Vm *vm, Value self) {
    const MethodWrapper *bound = AS(MethodWrapper, self);
    return obj_value(str_format(vm, "<method-wrapper '%s' of %T object at %p>", wrapper_name(vm, bound->descr),
                                bound->self, value_is_obj(bound->self) ? (void *)value_obj(bound->self) : NULL));
}

static Value bound_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const MethodWrapper *bound = AS(MethodWrapper, self);
    return slot_row_call(vm, bound->descr->row, bound->descr->fn, bound->self, args, nargs, kwnames);
}

static Value bound_compare(Vm *vm, Value self, Value other, int op) {
    if ((op != COMPARE_EQ && op != COMPARE_NE) || !is_exact(vm, other, T_method_wrapper)) return VALUE_NOT_IMPLEMENTED;
    const MethodWrapper *a = AS(MethodWrapper, self), *b = AS(MethodWrapper, other);
    bool same = a->descr == b->descr && a->self == b->self;
    return value_bool(same == (op == COMPARE_EQ));
}

static bool bound_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    const MethodWrapper *bound = AS(MethodWrapper, self);
    *hash = (int64_t)((bound->self ^ (uint64_t)(uintptr_t)bound->descr) >> 4);
    return true;
}

static Value bound_name(Vm *vm, Value self) {
    return new_str(vm, wrapper_name(vm, AS(MethodWrapper, self)->descr));
}

static Value bound_qualname(Vm *vm, Value self) {
    return wrapper_qualname(vm, obj_value(AS(MethodWrapper, self)->descr));
}

static Value bound_objclass(Vm *vm, Value self) {
    return wrapper_objclass(vm, obj_value(AS(MethodWrapper, self)->descr));
}

static Value bound_self(Vm *vm, Value self) {
    (void)vm;
    return value_retain(AS(MethodWrapper, self)->self);
}

static const GetSetDef bound_getset[] = {
    {"__name__", bound_name, NULL, NULL},
    {"__qualname__", bound_qualname, NULL, NULL},
    {"__objclass__", bound_objclass, NULL, NULL},
    {"__self__", bound_self, set_readonly, NULL},
    {"__text_signature__", native_text_signature, NULL, NULL},
    {0},
};

const TypeDef type_method_wrapper_def = {
    .name = "method-wrapper",
    .size = sizeof(MethodWrapper),
    .flags = TYPE_GC,
    .slots = {.dealloc = bound_dealloc,
              .traverse = bound_traverse,
              .clear = NULL,
              .repr = bound_repr,
              .call = bound_call,
              .hash = bound_hash,
              .compare = bound_compare},
    .getset = bound_getset,
};

/* ---- mappingproxy */

Value mapping_proxy_new(Vm *vm, Value mapping) {
    MappingProxy *proxy = object_new(vm, TYPE(vm, mappingproxy), 0);
    if (proxy == NULL) return VALUE_NULL;
    proxy->mapping = value_retain(mapping);
    return obj_value(proxy);
}

/* The mapping that a proxy shows, or a proxy of a proxy. */
static Value inner(Value self) {
    const Type *proxies = value_obj(self)->type;
    while (value_is_obj(self) && value_obj(self)->type == proxies) self = AS(MappingProxy, self)->mapping;
    return self;
}

static void proxy_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((MappingProxy *)self)->mapping);
}

static void proxy_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((MappingProxy *)self)->mapping);
}

static Value proxy_repr(Vm *vm, Value self) {
    return obj_value(str_format(vm, "mappingproxy(%R)", AS(MappingProxy, self)->mapping));
}

static Value proxy_str(Vm *vm, Value self) {
    return object_str(vm, inner(self));
}

static int64_t proxy_length(Vm *vm, Value self) {
    return object_length(vm, inner(self));
}

static Value proxy_getitem(Vm *vm, Value self, Value key) {
    return object_getitem(vm, inner(self), key);
}

static int proxy_contains(Vm *vm, Value self, Value item) {
    return object_contains(vm, inner(self), item);
}

static Value proxy_iter(Vm *vm, Value self) {
    return object_iter(vm, inner(self));
}

static Value proxy_compare(Vm *vm, Value self, Value other, int op) {
    return object_compare(vm, inner(self), other, op);
}

static bool proxy_hash(Vm *vm, Value self, int64_t *hash) {
    return object_hash(vm, inner(self), hash);
}

static Value proxy_binary(Vm *vm, int op, Value a, Value b) {
    if (is_exact(vm, a, T_mappingproxy)) a = inner(a);
    if (is_exact(vm, b, T_mappingproxy)) b = inner(b);
    return op == BINARY_OR ? object_binary(vm, op, a, b) : VALUE_NOT_IMPLEMENTED;
}

static Value proxy_inplace(Vm *vm, int op, Value a, Value b) {
    (void)a, (void)b;
    if (op != BINARY_OR) return VALUE_NOT_IMPLEMENTED;
    return raise_error(vm, T_TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}

static Value proxy_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)type, (void)kwnames;
    if (nargs == 0) return raise_error(vm, T_TypeError, "mappingproxy() missing required argument 'mapping' (pos 1)");
    if (nargs > 1) return raise_error(vm, T_TypeError, "mappingproxy() takes at most 1 argument (%u given)", nargs);
    if (type_of(vm, args[0])->slots.getitem == NULL || is_list(args[0]) || is_tuple(args[0])) {
        return raise_error(vm, T_TypeError, "mappingproxy() argument must be a mapping, not %T", args[0]);
    }
    return mapping_proxy_new(vm, args[0]);
}

#define FORWARD(method)                                                                                                \
    static Value proxy_##method(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {               \
        (void)kwnames;                                                                                                 \
        return call_method_c(vm, inner(self), #method, args, nargs);                                                   \
    }

static Value call_method_c(Vm *vm, Value self, const char *name, const Value *args, uint32_t nargs) {
    Str *key = str_intern_c(vm, name);
    if (key == NULL) return VALUE_NULL;
    Value result = call_method(vm, self, key, args, nargs);
    obj_release(vm, key);
    return result;
}

FORWARD(get)
FORWARD(keys)
FORWARD(values)
FORWARD(items)
FORWARD(copy)

static Value proxy_reversed(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    return call_method(vm, inner(self), NAME(vm, __reversed__), args, nargs);
}

static const MethodDef proxy_methods[] = {
    {"get", proxy_get, 1, 2, false, METHOD_AGAIN, "Return the value for key if key is in the mapping, else default."},
    {"keys", proxy_keys, 0, 0, false, METHOD_PLAIN, "a set-like object providing a view on D's keys"},
    {"values", proxy_values, 0, 0, false, METHOD_PLAIN, "an object providing a view on D's values"},
    {"items", proxy_items, 0, 0, false, METHOD_PLAIN, "a set-like object providing a view on D's items"},
    {"copy", proxy_copy, 0, 0, false, METHOD_PLAIN, "a shallow copy of D"},
    {"__reversed__", proxy_reversed, 0, 0, false, METHOD_PLAIN, "D.__reversed__() -> reverse iterator"},
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

const TypeDef type_mappingproxy_def = {
    .size = sizeof(MappingProxy),
    .flags = TYPE_GC | TYPE_MAPPING,
    .doc = "Read-only proxy of a mapping.",
    .slots = {.dealloc = proxy_dealloc,
              .traverse = proxy_traverse,
              .repr = proxy_repr,
              .str = proxy_str,
              .hash = proxy_hash,
              .compare = proxy_compare,
              .iter = proxy_iter,
              .binary = proxy_binary,
              .inplace = proxy_inplace,
              .length = proxy_length,
              .getitem = proxy_getitem,
              .contains = proxy_contains,
              .new = proxy_new},
    .methods = proxy_methods,
};
