/* weakref.c: weak references: a list per object, cleared when it dies. */
#include "modules.h"
#include "builtins.h"
#include "types_private.h"

typedef struct WeakRef {
    Obj head;
    Obj *target;                     /* NULL: dead */
    Value callback;                  /* VALUE_NULL: none */
    struct WeakRef *previous, *next; /* of the same target */
    int64_t hash;                    /* of the target, once asked for; -1: not yet */
} WeakRef;

static void **list_of(Vm *vm, Value object) {
    void **list = value_is_obj(object) && (value_obj(object)->type->flags & TYPE_WEAKREFS)
                      ? weakrefs_of(value_obj(object))
                      : NULL;
    if (list == NULL) raise_error(vm, T_TypeError, "cannot create weak reference to '%T' object", object);
    return list;
}

/* The one reference that all who ask for no callback share. */
static bool is_shared(Vm *vm, const WeakRef *ref) {
    return ref->head.type == TYPE(vm, weakref) && ref->callback == VALUE_NULL;
}

/* The shared reference stands first; behind it the newest comes before the older ones, which is the order in which they
 * are called. */
static void link_in(Vm *vm, WeakRef *ref, void **list) {
    WeakRef *first = *list;
    bool behind = first != NULL && is_shared(vm, first);
    if (!behind) {
        ref->next = first;
        if (first != NULL) first->previous = ref;
        *list = ref;
        return;
    }
    ref->previous = first;
    ref->next = first->next;
    if (first->next != NULL) first->next->previous = ref;
    first->next = ref;
}

static void unlink_ref(WeakRef *ref) {
    if (ref->target == NULL) return;
    if (ref->previous != NULL) {
        ref->previous->next = ref->next;
    } else {
        *weakrefs_of(ref->target) = ref->next;
    }
    if (ref->next != NULL) ref->next->previous = ref->previous;
    ref->previous = ref->next = NULL;
    ref->target = NULL;
}

static Value make(Vm *vm, Type *type, Value object, Value callback) {
    void **list = list_of(vm, object);
    if (list == NULL) return VALUE_NULL;
    bool plain = callback == VALUE_NULL || callback == VALUE_NONE;
    WeakRef *first = *list;
    if (plain && type == TYPE(vm, weakref) && first != NULL && is_shared(vm, first))
        return value_retain(obj_value(first));
    WeakRef *ref = object_new(vm, type, 0);
    if (ref == NULL) return VALUE_NULL;
    ref->target = value_obj(object);
    ref->callback = plain ? VALUE_NULL : value_retain(callback);
    ref->hash = -1;
    link_in(vm, ref, list);
    return obj_value(ref);
}

Value weakref_new(Vm *vm, Value object, Value callback) {
    return make(vm, TYPE(vm, weakref), object, callback);
}

Value weakref_get(Vm *vm, Value weakref) {
    (void)vm;
    Obj *target = AS(WeakRef, weakref)->target;
    if (target == NULL || target->refs == 0) return VALUE_NONE;
    return value_retain(obj_value(target));
}

static void call_back(Vm *vm, WeakRef *ref) {
    Value callback = ref->callback, self = obj_value(ref);
    ref->callback = VALUE_NULL;
    if (!vm->state->stopping) { /* else no Python code runs any more */
        Value result = call_value(vm, callback, &self, 1, NULL);
        if (result == VALUE_NULL) error_unraisable(vm, "while calling weakref callback", callback);
        value_release(vm, result);
    }
    value_release(vm, callback);
}

void weakrefs_detach(void **list, WeakrefCalls *calls) {
    while (*list != NULL) {
        WeakRef *ref = *list;
        unlink_ref(ref);
        if (ref->callback == VALUE_NULL || ref->head.refs == 0) continue; /* one that dies is called no more */
        obj_retain(ref);
        if (calls->last != NULL) {
            ((WeakRef *)calls->last)->next = ref;
        } else {
            calls->first = ref;
        }
        calls->last = ref;
    }
}

void weakrefs_call(Vm *vm, WeakrefCalls *calls) {
    WeakRef *waiting = calls->first;
    *calls = (WeakrefCalls){0};
    if (waiting == NULL) return;
    Value error = vm->thread == NULL ? VALUE_NULL : vm->thread->error;
    if (vm->thread != NULL) vm->thread->error = VALUE_NULL;
    vm->state->opaque++;
    while (waiting != NULL) {
        WeakRef *ref = waiting;
        waiting = ref->next;
        ref->next = NULL;
        if (ref->head.refs > 1 && ref->callback != VALUE_NULL) call_back(vm, ref);
        obj_release(vm, ref);
    }
    vm->state->opaque--;
    if (vm->thread != NULL) vm->thread->error = error;
}

void weakrefs_clear(Vm *vm, void **list) {
    WeakrefCalls calls = {0};
    weakrefs_detach(list, &calls);
    weakrefs_call(vm, &calls);
}

void weakref_disarm(Obj *weakref) {
    unlink_ref((WeakRef *)weakref);
}

void weakrefs_clear_silently(Vm *vm, void **list) {
    (void)vm;
    while (*list != NULL) unlink_ref(*list);
}

/* ---- the type */

static void ref_dealloc(Vm *vm, Obj *self) {
    WeakRef *ref = (WeakRef *)self;
    unlink_ref(ref);
    value_clear(vm, &ref->callback);
}

static void ref_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((WeakRef *)self)->callback);
}

static void ref_clear(Vm *vm, Obj *self) {
    value_clear(vm, &((WeakRef *)self)->callback);
}

static Value ref_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames != NULL && kwnames->length > 0 && type == TYPE(vm, weakref)) {
        return raise_error(vm, T_TypeError, "ref() takes no keyword arguments");
    }
    if (nargs < 1 || nargs > 2) {
        return raise_error(vm, T_TypeError, "__new__ expected at %s argument%s, got %u",
                           nargs < 1 ? "least 1" : "most 2", nargs < 1 ? "" : "s", nargs);
    }
    return make(vm, type, args[0], nargs == 2 ? args[1] : VALUE_NULL);
}

static int ref_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)args, (void)kwnames;
    if (nargs <= 2) return 0;
    raise_error(vm, T_TypeError, "__init__ expected at most 2 arguments, got %u", nargs);
    return -1;
}

static Value ref_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)args;
    if (nargs > 0 || (kwnames != NULL && kwnames->length > 0)) {
        return raise_error(vm, T_TypeError, "weakref.__call__() takes no arguments (%u given)", nargs);
    }
    return weakref_get(vm, self);
}

static bool ref_hash(Vm *vm, Value self, int64_t *hash) {
    WeakRef *ref = AS(WeakRef, self);
    if (ref->hash == -1) {
        Value target = weakref_get(vm, self);
        if (target == VALUE_NONE) {
            raise_error(vm, T_TypeError, "weak object has gone away");
            return false;
        }
        bool ok = object_hash(vm, target, &ref->hash);
        value_release(vm, target);
        if (!ok) {
            ref->hash = -1;
            return false;
        }
    }
    *hash = ref->hash;
    return true;
}

static Value ref_compare(Vm *vm, Value self, Value other, int op) {
    bool comparable = (op == COMPARE_EQ || op == COMPARE_NE) && type_is_subtype(type_of(vm, other), TYPE(vm, weakref));
    if (!comparable) return VALUE_NOT_IMPLEMENTED;
    Value a = weakref_get(vm, self), b = weakref_get(vm, other);
    Value result = a == VALUE_NONE || b == VALUE_NONE ? value_bool((self == other) == (op == COMPARE_EQ))
                                                      : object_compare(vm, a, b, op);
    value_release(vm, a);
    value_release(vm, b);
    return result;
}

static Value ref_repr(Vm *vm, Value self) {
    Value target = weakref_get(vm, self);
    if (target == VALUE_NONE) return obj_value(str_format(vm, "<weakref at %p; dead>", (void *)value_obj(self)));
    bool failed;
    Value name = object_getattr_opt(vm, target, NAME(vm, __name__), &failed);
    if (failed) error_clear(vm);
    void *address = value_obj(self), *object = value_obj(target);
    Str *type = type_full_name(vm, type_of(vm, target)), *text = NULL;
    if (type != NULL && name != VALUE_NULL && is_str(name))
        text = str_format(vm, "<weakref at %p; to '%S' at %p (%S)>", address, type, object, AS(Str, name));
    else if (type != NULL)
        text = str_format(vm, "<weakref at %p; to '%S' at %p>", address, type, object);
    obj_release(vm, type);
    value_release(vm, name);
    value_release(vm, target);
    return obj_value(text);
}

static Value get_callback(Vm *vm, Value self) {
    (void)vm;
    Value callback = AS(WeakRef, self)->callback;
    return callback == VALUE_NULL ? VALUE_NONE : value_retain(callback);
}

static const MethodDef ref_methods[] = {
    {"__class_getitem__", generic_alias_method, 1, 1, false, METHOD_CLASS, "See PEP 585"},
    {0},
};

static const GetSetDef ref_getset[] = {{"__callback__", get_callback, set_readonly, NULL}, {0}};

const TypeDef type_weakref_def = {
    .name = "weakref.ReferenceType",
    .size = sizeof(WeakRef),
    .flags = TYPE_BASE | TYPE_GC,
    .slots = {.dealloc = ref_dealloc,
              .traverse = ref_traverse,
              .clear = ref_clear,
              .repr = ref_repr,
              .hash = ref_hash,
              .compare = ref_compare,
              .call = ref_call,
              .new = ref_new,
              .init = ref_init},
    .methods = ref_methods,
    .getset = ref_getset,
};

/* ---- the module _weakref, for weakref.py */

static Value module_count(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)self, (void)nargs, (void)kwnames;
    int64_t count = 0;
    if (value_is_obj(args[0]) && (value_obj(args[0])->type->flags & TYPE_WEAKREFS)) {
        void **list = weakrefs_of(value_obj(args[0]));
        for (const WeakRef *ref = list == NULL ? NULL : *list; ref != NULL; ref = ref->next) count++;
    }
    (void)vm;
    return value_small(count);
}

static NATIVE(module_refs) {
    UNUSED_ARGS;
    List *list = list_new(vm, 0);
    bool has_any = list != NULL && value_is_obj(args[0]) && (value_obj(args[0])->type->flags & TYPE_WEAKREFS);
    void **first = has_any ? weakrefs_of(value_obj(args[0])) : NULL;
    for (WeakRef *ref = first == NULL ? NULL : *first; ref != NULL; ref = ref->next) {
        if (list_append(vm, list, obj_value(ref))) continue;
        obj_release(vm, list);
        return VALUE_NULL;
    }
    return obj_value(list);
}

static const MethodDef functions[] = {
    {"getweakrefs", module_refs, 1, 1, false, METHOD_PLAIN,
     "Return a list of all weak reference objects pointing to 'object'."},
    {"getweakrefcount", module_count, 1, 1, false, METHOD_PLAIN, "Return the number of weak references to 'object'."},
    {0},
};

Value module_init__weakref(Vm *vm) {
    Module *module = module_new(vm, "_weakref");
    if (module != NULL && module_add(vm, module, "ref", value_retain(obj_value(TYPE(vm, weakref)))) &&
        module_add_functions(vm, module, functions))
        return obj_value(module);
    obj_release(vm, module);
    return VALUE_NULL;
}
