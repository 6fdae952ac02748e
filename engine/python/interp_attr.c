/* interp_attr.c: attributes: what the inline caches do not know yet, and what they learn. An attribute is learned when
 * the lookup depends on nothing but the class (its version) and the place of the instance's attributes (its shape).
 */
#include "interp.h"

#include "dict.h"
#include "shape.h"
#include "types_private.h"

static bool result(Vm *vm, Frame *frame, uint32_t reg, Value v) { /* v is owned */
    if (UNLIKELY(v == VALUE_NULL)) return false;
    value_set(vm, &frame->regs[reg], v);
    return true;
}

static bool is_data_descriptor(Vm *vm, Value found) {
    return (type_of(vm, found)->flags & TYPE_DATA_DESCR) != 0;
}

/* The attributes whose shape a cache can compare; NULL: the object has none such. */
static Attrs *shaped(Value v) {
    if (!value_is_obj(v)) return NULL;
    const Type *type = value_obj(v)->type;
    if (!(type->flags & TYPE_ATTRS) || type->attrs_offset == 0) return NULL;
    Attrs *attrs = attrs_at(value_obj(v), type->attrs_offset);
    return attrs->shape != NULL ? attrs : NULL;
}

static void learn(Site *site, enum site_kind kind, uint32_t version, void *shape, uint32_t index, Value value) {
    site->kind = (uint16_t)kind;
    site->version = version;
    site->shape = shape;
    site->index = index;
    site->value = value;
}

/* Whether instances of the class of v cannot have attributes of their own, or v has a shape without `name`: then what
 * the class has is what a lookup finds. */
static bool class_decides(Vm *vm, Value v, Str *name, Attrs **attrs) {
    *attrs = shaped(v);
    if (*attrs != NULL) return shape_find(vm, (*attrs)->shape, name) == SHAPE_ABSENT;
    return value_is_obj(v) && !(value_obj(v)->type->flags & TYPE_ATTRS);
}

static void learn_instance(Vm *vm, Site *site, Value v, Type *type) {
    Value found = type_lookup(vm, type, site->name);
    if ((is_exact(vm, found, T_getset_descriptor) || is_exact(vm, found, T_computed_member)) &&
        type_is_subtype(type, AS(GetSetDescr, found)->owner)) {
        learn(site, SITE_COMPUTED, type->version, NULL, 0, found);
        return;
    }
    if (found != VALUE_NULL && is_data_descriptor(vm, found)) return;
    Attrs *attrs = shaped(v);
    uint32_t index = attrs != NULL ? shape_find(vm, attrs->shape, site->name) : SHAPE_ABSENT;
    if (index != SHAPE_ABSENT)
        learn(site, SITE_SLOT, type->version, attrs->shape, index, VALUE_NULL);
    else if (found != VALUE_NULL && type_of(vm, found)->slots.descr_get == NULL &&
             class_decides(vm, v, site->name, &attrs))
        learn(site, SITE_TYPE_VALUE, type->version, attrs != NULL ? attrs->shape : NULL, 0, found);
}

static void learn_class(Vm *vm, Site *site, Value v) {
    if (type_of(vm, v) != vm->types[T_type] || type_lookup(vm, vm->types[T_type], site->name) != VALUE_NULL) return;
    Value found = type_lookup(vm, AS(Type, v), site->name);
    if (found == VALUE_NULL) return;
    if (type_of(vm, found)->slots.descr_get != NULL && !is_exact(vm, found, T_function)) return;
    learn(site, SITE_CLASS, AS(Type, v)->version, NULL, 0, found);
}

static void learn_module(Vm *vm, Site *site, Value v) {
    Dict *dict = AS(Module, v)->dict;
    uint32_t index = dict_entry_index(dict, site->name);
    if (index == UINT32_MAX) return;
    learn(site, SITE_MODULE, 0, NULL, index, VALUE_NULL);
    site->version2 = dict_keys_version(vm, dict);
}

/* Owned; VALUE_NULL: not known. */
static Value recall(Vm *vm, const Site *site, Value v) {
    if (site->kind == SITE_MODULE && is_exact(vm, v, T_module)) {
        Dict *dict = AS(Module, v)->dict;
        if (dict->version == site->version2) return value_retain(dict->entries[site->index].value);
    } else if (site->kind == SITE_CLASS && is_type(v) && AS(Type, v)->version == site->version) {
        return value_retain(site->value);
    }
    return VALUE_NULL;
}

static Value load(Vm *vm, Site *site, Value v) {
    Type *type = type_of(vm, v);
    if (site->kind == SITE_COMPUTED && type->version == site->version && value_is_obj(v))
        return AS(GetSetDescr, site->value)->def->get(vm, v);
    Value known = recall(vm, site, v);
    if (known != VALUE_NULL) return known;
    if (is_exact(vm, v, T_module))
        learn_module(vm, site, v);
    else if (is_type(v))
        learn_class(vm, site, v);
    else if (type->slots.getattr == NULL && value_is_obj(v))
        learn_instance(vm, site, v, type);
    return object_getattr(vm, v, site->name);
}

bool op_load_attr(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (UNLIKELY(v == VALUE_NULL)) return false;
    Value found = load(vm, &frame->code->sites[ip->c], v);
    if (found == VALUE_NULL) return false;
    operand_done(vm, frame, ip->b);
    return result(vm, frame, ip->a, found);
}

/* ---- methods ---- */

static bool is_method_like(Vm *vm, Value found) {
    return is_exact(vm, found, T_function) ? function_binds(found) : is_exact(vm, found, T_method_descriptor);
}

static bool has_own(Vm *vm, Value v, Str *name) {
    if (!value_is_obj(v) || !(value_obj(v)->type->flags & TYPE_ATTRS)) return false;
    const Attrs *attrs = attrs_of(value_obj(v));
    return attrs != NULL && attrs_get(vm, attrs, name) != VALUE_NULL;
}

/* The function and the object to call it with, in the two first registers of the run. Takes v over. */
static void bind_unbound(Vm *vm, Frame *frame, uint32_t reg, Value function, Value v) {
    value_set(vm, &frame->regs[reg], value_retain(function));
    value_set(vm, &frame->regs[reg + 1], v);
}

static void store_bound(Vm *vm, Frame *frame, uint32_t reg, Value callee) { /* takes callee over */
    value_set(vm, &frame->regs[reg], callee);
    value_set(vm, &frame->regs[reg + 1], VALUE_NULL);
}

bool op_load_method(Vm *vm, Frame *frame, const Instr *ip) {
    Site *site = &frame->code->sites[ip->c];
    Value v = operand_take(vm, frame, ip->b);
    if (UNLIKELY(v == VALUE_NULL)) return false;
    Type *type = type_of(vm, v);
    if (type->slots.getattr == NULL) {
        Value found = type_lookup(vm, type, site->name);
        if (found != VALUE_NULL && is_method_like(vm, found) && !has_own(vm, v, site->name)) {
            Attrs *attrs;
            if (class_decides(vm, v, site->name, &attrs))
                learn(site, SITE_METHOD, type->version, attrs != NULL ? attrs->shape : NULL, 0, found);
            bind_unbound(vm, frame, ip->a, found, v);
            return true;
        }
    }
    Value callee = load(vm, site, v);
    value_release(vm, v);
    if (callee == VALUE_NULL) return false;
    store_bound(vm, frame, ip->a, callee);
    return true;
}

static const struct {
    uint16_t name, other;
    const char *text, *hint;
} specials[] = {
    {N___enter__, N___aenter__, "'%S' object does not support the context manager protocol (missed __enter__ method)%s",
     " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"},
    {N___exit__, N___aexit__, "'%S' object does not support the context manager protocol (missed __exit__ method)%s",
     " but it supports the asynchronous context manager protocol. Did you mean to use 'async with'?"},
    {N___aenter__, N___enter__,
     "'%S' object does not support the asynchronous context manager protocol (missed __aenter__ method)%s",
     " but it supports the context manager protocol. Did you mean to use 'with'?"},
    {N___aexit__, N___exit__,
     "'%S' object does not support the asynchronous context manager protocol (missed __aexit__ method)%s",
     " but it supports the context manager protocol. Did you mean to use 'with'?"},
};

bool op_load_special(Vm *vm, Frame *frame, const Instr *ip) {
    Value v = operand(vm, frame, ip->b);
    if (UNLIKELY(v == VALUE_NULL)) return false;
    Type *type = type_of(vm, v);
    Value found = type_lookup(vm, type, vm->names[specials[ip->c].name]);
    if (found == VALUE_NULL) {
        bool other = type_lookup(vm, type, vm->names[specials[ip->c].other]) != VALUE_NULL;
        Str *name = type_full_name(vm, type);
        if (name != NULL) raise_error(vm, T_TypeError, specials[ip->c].text, name, other ? specials[ip->c].hint : "");
        obj_release(vm, name);
        return false;
    }
    if (is_method_like(vm, found)) {
        bind_unbound(vm, frame, ip->a, found, operand_take(vm, frame, ip->b));
        return true;
    }
    Value (*get)(Vm *, Value, Value, Type *) = type_of(vm, found)->slots.descr_get;
    Value callee = value_retain(found);
    if (get != NULL) {
        callee = get(vm, found, v, type);
        value_release(vm, found);
        if (callee == VALUE_NULL) return false;
    }
    operand_done(vm, frame, ip->b);
    store_bound(vm, frame, ip->a, callee);
    return true;
}

/* ---- stores ---- */

static bool plain_store(Vm *vm, Value v, Str *name) { /* goes to the instance's own attributes */
    Type *type = type_of(vm, v);
    if (type->slots.setattr != NULL) return false;
    Value found = type_lookup(vm, type, name);
    return found == VALUE_NULL || !is_data_descriptor(vm, found);
}

bool op_store_attr(Vm *vm, Frame *frame, const Instr *ip) {
    Site *site = &frame->code->sites[ip->c];
    Value object = operand(vm, frame, ip->a);
    if (UNLIKELY(object == VALUE_NULL)) return false;
    Value v = operand(vm, frame, ip->b);
    if (UNLIKELY(v == VALUE_NULL)) return false;
    Attrs *attrs = plain_store(vm, object, site->name) ? shaped(object) : NULL;
    Shape *before = attrs != NULL ? attrs->shape : NULL;
    if (!object_setattr(vm, object, site->name, v)) return false;
    if (before != NULL && attrs->shape != NULL) {
        uint32_t version = value_obj(object)->type->version;
        if (attrs->shape == before)
            learn(site, SITE_SLOT, version, before, shape_find(vm, before, site->name), VALUE_NULL);
        else if (attrs->shape->parent == before)
            learn(site, SITE_ADD, version, before, 0, (Value)(uintptr_t)attrs->shape);
    }
    operand_done(vm, frame, ip->b);
    operand_done(vm, frame, ip->a);
    return true;
}

bool op_delete_attr(Vm *vm, Frame *frame, const Instr *ip) {
    Value object = operand(vm, frame, ip->a);
    if (object == VALUE_NULL || !object_setattr(vm, object, frame->code->sites[ip->c].name, VALUE_NULL)) return false;
    operand_done(vm, frame, ip->a);
    return true;
}
