/* type_bases.c: classes that change: assigning __bases__ of a class and __class__ of an object, after CPython's rules
 * for which layouts go together (compatible_for_assignment). */
#include "types_private.h"

#include "shape.h"

/* ---- layouts */

/* Classes made by Python code begin what they add at whole words. */
static bool same_size(const Type *a, const Type *b) {
    return (a->size + 7u) / 8 == (b->size + 7u) / 8;
}

/* Whether CPython's collector tracks the instances: of classes made by Python code, those that brought anything. */
static bool is_tracked(const Type *type) {
    for (; type->flags & TYPE_HEAP; type = type->base) {
        if (!same_size(type, type->base) || ((type->flags ^ type->base->flags) & TYPE_TAIL)) return true;
    }
    return (type->flags & TYPE_GC) != 0;
}

/* In CPython the first class of one's own on a builtin exception brings the list of weak references. */
static bool brings_weakrefs(Vm *vm, const Type *type) {
    return (type->flags & type->base->flags & TYPE_IS_EXCEPTION) && (type->flags & TYPE_HEAP) &&
           !(type->base->flags & TYPE_HEAP) && dict_get_str(vm, type->dict, NAME(vm, __slots__)) == VALUE_NULL;
}

static bool adds_nothing(Vm *vm, const Type *type) {
    const Type *base = type->base;
    const uint32_t layout = TYPE_TAIL | TYPE_ATTRS | TYPE_WEAKREFS;
    return base != NULL && type->members == 0 && same_size(type, base) && type->attrs_offset == base->attrs_offset &&
           type->weak_offset == base->weak_offset && ((type->flags ^ base->flags) & layout) == 0 &&
           is_tracked(type) == is_tracked(base) && !brings_weakrefs(vm, type);
}

/* Whether every member of a's own __slots__ stands at the same place in b. */
static bool same_members(Vm *vm, const Type *a, const Type *b) {
    if (a->members != b->members) return false;
    uint32_t position = 0, found = 0;
    Value key, value;
    while (dict_next(a->dict, &position, &key, &value)) {
        if (!is_exact(vm, value, T_member_descriptor) || AS(MemberDescr, value)->owner != a) continue;
        Value other = dict_get_str(vm, b->dict, AS(Str, key));
        if (!is_exact(vm, other, T_member_descriptor) || AS(MemberDescr, other)->owner != b ||
            AS(MemberDescr, other)->index != AS(MemberDescr, value)->index)
            return false;
        found++;
    }
    return found == a->members;
}

static bool same_additions(Vm *vm, const Type *a, const Type *b) {
    const uint32_t layout = TYPE_TAIL | TYPE_ATTRS | TYPE_WEAKREFS;
    return a->base == b->base && (a->flags & b->flags & TYPE_HEAP) && a->size == b->size &&
           a->attrs_offset == b->attrs_offset && a->weak_offset == b->weak_offset &&
           ((a->flags ^ b->flags) & layout) == 0 && a->members_offset == b->members_offset && same_members(vm, a, b);
}

static bool check_compatible(Vm *vm, Type *from, Type *to, const char *attribute) {
    const char *what = "object layout";
    if (is_tracked(from) != is_tracked(to)) {
        what = "deallocator";
    } else {
        const Type *old = from, *new = to;
        while (adds_nothing(vm, old)) old = old->base;
        while (adds_nothing(vm, new)) new = new->base;
        if (old == new || same_additions(vm, old, new)) return true;
    }
    raise_error(vm, T_TypeError, "%s assignment: '%N' %s differs from '%N'", attribute, to, what, from);
    return false;
}

/* ---- object.__class__ */

static bool is_module_class(Vm *vm, const Type *type) {
    return type_is_subtype(type, TYPE(vm, module));
}

bool object_set_class(Vm *vm, Value self, Value value) {
    if (value == VALUE_NULL) {
        raise_error(vm, T_TypeError, "can't delete __class__ attribute");
        return false;
    }
    if (!is_type(value)) {
        raise_error(vm, T_TypeError, "__class__ must be set to a class, not '%T' object", value);
        return false;
    }
    Type *to = AS(Type, value), *from = type_of(vm, self);
    if (!(to->flags & from->flags & TYPE_HEAP) && !(is_module_class(vm, to) && is_module_class(vm, from))) {
        raise_error(vm, T_TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses");
        return false;
    }
    if (!check_compatible(vm, from, to, "__class__")) return false;
    Attrs *attrs = attrs_of(value_obj(self));
    if (attrs != NULL && !attrs_change_type(vm, attrs, to)) return false;
    if (to->flags & TYPE_HEAP) obj_retain(to);
    value_obj(self)->type = to;
    if (from->flags & TYPE_HEAP) obj_release(vm, from);
    return true;
}

/* ---- type.__bases__ */

/* The bases given, checked, and the one whose layout counts. NULL: TypeError. */
static Type *check_bases(Vm *vm, Type *type, Value value) {
    if (value == VALUE_NULL || (type->flags & TYPE_IMMUTABLE)) {
        type_cannot(vm, obj_value(type), "__bases__", value);
        return NULL;
    }
    if (!is_tuple(value)) {
        raise_error(vm, T_TypeError, "can only assign tuple to %N.__bases__, not %T", type, value);
        return NULL;
    }
    Tuple *bases = AS(Tuple, value);
    if (bases->length == 0) {
        raise_error(vm, T_TypeError, "can only assign non-empty tuple to %N.__bases__, not ()", type);
        return NULL;
    }
    for (uint32_t i = 0; i < bases->length; i++) {
        if (!is_type(bases->items[i])) {
            raise_error(vm, T_TypeError, "%N.__bases__ must be tuple of classes, not '%T'", type, bases->items[i]);
            return NULL;
        }
        if (type_is_subtype(tuple_type(bases, i), type)) {
            raise_error(vm, T_TypeError, "a __bases__ item causes an inheritance cycle");
            return NULL;
        }
    }
    Type *base = type_best_base(vm, bases);
    return base != NULL && check_compatible(vm, type->base, base, "__bases__") ? base : NULL;
}

static List *subclasses_of(Vm *vm, const Type *type) {
    List *list = list_new(vm, 0);
    for (uint32_t i = 0; list != NULL && type->subclasses != NULL && i < type->subclasses->length; i++) {
        if (list_append(vm, list, obj_value((void *)(uintptr_t)value_as_small(type->subclasses->items[i])))) continue;
        obj_release(vm, list);
        return NULL;
    }
    return list;
}

/* Computes the order of the class and of all below it anew. `before` gets each class and the order it had. */
static bool renew_orders(Vm *vm, Type *type, List *before) {
    Tuple *order = type_compute_mro(vm, type);
    if (order == NULL) return false;
    if (!list_append(vm, before, obj_value(type)) || !list_append(vm, before, obj_value(type->mro))) {
        obj_release(vm, order);
        return false;
    }
    Tuple *old = type->mro;
    type->mro = order;
    obj_release(vm, old);
    List *below = type_custom_mro(vm, type) ? subclasses_of(vm, type) : NULL;
    bool ok = below != NULL;
    for (uint32_t i = 0; ok && i < below->length; i++) ok = renew_orders(vm, AS(Type, below->items[i]), before);
    obj_release(vm, below);
    return ok;
}

/* Undoes renew_orders, latest first. */
static void restore_orders(Vm *vm, const List *before) {
    for (uint32_t i = before->length & ~1u; i > 0; i -= 2) {
        Type *type = AS(Type, before->items[i - 2]);
        Tuple *order = AS(Tuple, before->items[i - 1]), *wrong = type->mro;
        obj_retain(order);
        type->mro = order;
        obj_release(vm, wrong);
    }
}

static void fix_below(Vm *vm, Type *type) {
    if (type->solid != type) type->solid = type->base->solid;
    type_fix_slots(vm, type);
    for (uint32_t i = 0; type->subclasses != NULL && i < type->subclasses->length; i++)
        fix_below(vm, (Type *)(uintptr_t)value_as_small(type->subclasses->items[i]));
}

static void swap_bases(Type *type, Tuple **bases, Type **base) {
    Tuple *old_bases = type->bases;
    Type *old_base = type->base;
    type->bases = *bases;
    type->base = *base;
    *bases = old_bases;
    *base = old_base;
}

/* With the new bases in place: everything that follows from them. False: nothing has changed but the bases. */
static bool follow_bases(Vm *vm, Type *type, Tuple *old_bases) {
    List *before = list_new(vm, 0);
    bool ok = before != NULL && renew_orders(vm, type, before);
    if (ok) {
        ok = type_register(vm, type);
        type_unregister(type, ok ? old_bases : type->bases);
    }
    if (!ok && before != NULL) restore_orders(vm, before);
    type_modified(vm, type);
    obj_release(vm, before);
    return ok;
}

bool type_set_bases(Vm *vm, Value self, Value value) {
    Type *type = AS(Type, self), *base = check_bases(vm, type, value);
    if (base == NULL) return false;
    Tuple *bases = AS(Tuple, value);
    obj_retain(bases);
    obj_retain(base);
    obj_retain(type); /* what an mro of its own runs may drop it */
    swap_bases(type, &bases, &base);
    bool ok = follow_bases(vm, type, bases);
    if (ok)
        fix_below(vm, type);
    else
        swap_bases(type, &bases, &base);
    obj_release(vm, bases);
    obj_release(vm, base);
    obj_release(vm, type);
    return ok;
}
