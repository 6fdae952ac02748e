/* types_private.h: what the files of the object model share among themselves. */
#ifndef LOOPSCOPE_PYTHON_TYPES_PRIVATE_H
#define LOOPSCOPE_PYTHON_TYPES_PRIVATE_H

#include "guard.h"
#include "shape.h"
#include "vm_state.h"

/* ---- type.c, type_class.c */

/* Fills what is inherited: slots, flags, layout. type->base and the type's own slots are set. */
void type_inherit(Type *type);
/* Puts `type` among its bases' subclasses; false with MemoryError. */
bool type_register(Vm *vm, Type *type);
void type_unregister(const Type *type, const Tuple *bases); /* NULL: none */
/* Allocates a Type of metatype `meta` (owned reference, count 1), all zero, with a version. */
Type *type_alloc(Vm *vm, Type *meta);
/* C3 linearisation of a type whose bases are set; NULL with TypeError. */
Tuple *type_compute_mro(Vm *vm, Type *type);
/* Adds dict[name] = value, taking value over; false for VALUE_NULL too. */
bool type_add(Vm *vm, Type *type, const char *name, Value value);
/* The metatype for these bases: the most derived one, or NULL with TypeError. */
Type *type_best_metatype(Vm *vm, Type *meta, Tuple *bases);
/* The base whose instances' layout a class with these bases extends; NULL with TypeError. */
Type *type_best_base(Vm *vm, Tuple *bases);
/* Lets a metaclass with an mro() of its own order the bases, once the usual order is there. */
bool type_custom_mro(Vm *vm, Type *type);
/* Whether a class can have that name; else an error is set. Its UTF-8 is there then. */
bool type_name_fits(Vm *vm, const Str *name);
/* type(name, bases, namespace, **keywords) for a metatype that is known to be the right one. */
Value type_new_class(Vm *vm, Type *meta, Str *name, Tuple *bases, Dict *namespace, const Value *kwvalues,
                     Tuple *kwnames);
Value type_slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);
/* The builtin type that a type is or derives from first. */
static inline const Type *type_builtin(const Type *type) {
    while (type->flags & TYPE_HEAP) type = type->base;
    return type;
}
Str *type_module(Vm *vm, Type *type); /* __module__ as a new Str ("builtins" when unknown); NULL on error */
static inline Type *tuple_type(const Tuple *types, uint32_t i) {
    return AS(Type, types->items[i]);
}

/* ---- type_slots.c, type_wrap.c */

/* Sets every slot of a class made by Python code from what its special names find. */
void type_fix_slots(Vm *vm, Type *type);
/* The same after `name` changed, for the class and its subclasses. */
void type_name_changed(Vm *vm, Type *type, Str *name);
/* Adds wrapper descriptors for the slots that a builtin type itself fills. */
bool type_add_wrappers(Vm *vm, Type *type);
/* The special method's name tells which slot. */
typedef struct SlotRow {
    uint16_t name;   /* enum name_id */
    uint16_t offset; /* into TypeSlots */
    uint8_t kind;    /* enum wrap_kind: how the slot is called from Python */
    uint8_t op;      /* binary_op, unary_op or compare_op */
    const char *doc;
} SlotRow;
enum wrap_kind {
    WRAP_VALUE, /* f(self) -> value */
    WRAP_HASH,
    WRAP_COMPARE,
    WRAP_GETATTR,
    WRAP_SETATTR,
    WRAP_DELATTR,
    WRAP_CALL,
    WRAP_NEXT,
    WRAP_BINARY,
    WRAP_BINARY_R,
    WRAP_INPLACE,
    WRAP_UNARY,
    WRAP_TRUTH,
    WRAP_LENGTH,
    WRAP_GETITEM,
    WRAP_SETITEM,
    WRAP_DELITEM,
    WRAP_CONTAINS,
    WRAP_GET,
    WRAP_SET,
    WRAP_DELETE,
    WRAP_INIT,
    WRAP_FINALIZE
};
extern const SlotRow slot_rows[];
extern const uint32_t slot_row_count;
typedef void (*SlotFn)(void); /* any slot, before it is cast back to its own type */
SlotFn slot_read(const TypeSlots *slots, uint32_t offset);
void slot_write(TypeSlots *slots, uint32_t offset, SlotFn fn);
bool slot_row_present(const Type *type, const SlotRow *row); /* the builtin type's own def fills it */
const SlotRow *slot_row_named(Vm *vm, const Str *name);      /* NULL: no slot's name */
/* Whether a call as a method has the right arguments; raises. */
bool slot_row_fits(Vm *vm, const SlotRow *row, uint32_t nargs, const Tuple *kwnames);
Value slot_row_call(Vm *vm, const SlotRow *row, SlotFn fn, Value self, const Value *args, uint32_t nargs,
                    Tuple *kwnames);
/* wrapper_descriptor: a slot of a builtin type as a method. */
typedef struct WrapperDescr {
    Obj head;
    Type *owner;
    const SlotRow *row;
    SlotFn fn;
} WrapperDescr;
typedef struct MethodWrapper { /* method-wrapper: bound to an object */
    Obj head;
    WrapperDescr *descr;
    Value self;
} MethodWrapper;
const MethodDef *type_new_method(void); /* the row of every builtin type's __new__ */
Value slot_binary(Vm *vm, int op, Value a, Value b);
Value slot_power(Vm *vm, Value base, Value exponent, Value modulus); /* NotImplemented: no class of the two knows */
Value slot_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames);

/* ---- descriptor.c */

typedef struct ClassDescr { /* classmethod_descriptor */
    Obj head;
    Type *owner;
    const MethodDef *def;
} ClassDescr;
typedef struct GetSetDescr {
    Obj head;
    Type *owner;
    const GetSetDef *def;
} GetSetDescr;
typedef struct MappingProxy {
    Obj head;
    Value mapping;
} MappingProxy;
Value method_descr_new(Vm *vm, Type *owner,
                       const MethodDef *def); /* by def->kind: descriptor, classmethod, staticmethod */
Value getset_descr_new(Vm *vm, Type *owner, const GetSetDef *def);
Value member_descr_new(Vm *vm, Type *owner, Str *name, uint32_t index);
Value mapping_proxy_new(Vm *vm, Value mapping);
Value wrapper_new(Vm *vm, enum type_id kind, Value callable); /* T_staticmethod or T_classmethod */

/* type_slots.c: the slots that call __repr__, __str__ and __lt__ and so on of a class. The call guards the C stack. */
Value slot_repr(Vm *vm, Value self);
Value slot_str(Vm *vm, Value self);
Value slot_compare(Vm *vm, Value self, Value other, int op);

/* super.c */
Value super_new(Vm *vm, Type *type, Value object); /* super(type, object) */

/* ---- object.c and friends */

/* Attribute lookup that does not raise for absence: VALUE_NULL with *missing true. */
Value attr_find(Vm *vm, Value v, Str *name, bool *missing);
void object_traverse(Obj *o, VisitFn visit, void *context); /* everything o owns that can be in a cycle */
void object_break(Vm *vm, Obj *o);                          /* the collector: releases what o holds on to */
void object_remember_finalized(Vm *vm, Obj *o);
bool object_was_finalized(Vm *vm, Obj *o);
void object_forget_finalized(Vm *vm, Obj *o);
Value attrs_as_dict(Vm *vm, Value v); /* the live __dict__ or VALUE_NULL with AttributeError; new reference */
extern const MethodDef object_methods[];
extern const GetSetDef object_getset[];
extern const GetSetDef instance_dict_def, instance_weakref_def;
bool object_set_class(Vm *vm, Value self, Value type);
Value type_lookup_special(Vm *vm, Value v, Str *name); /* bound as methods are; VALUE_NULL: absent or error */
void weakrefs_clear(Vm *vm, void **list);              /* the object dies: clears its references, calls the callbacks */
/* The same in two steps, as several objects may die together: callbacks see all their references dead. */
typedef struct WeakrefCalls {
    void *first, *last;
} WeakrefCalls;
void weakrefs_detach(void **list, WeakrefCalls *calls);
void weakrefs_call(Vm *vm, WeakrefCalls *calls);
void weakrefs_clear_silently(Vm *vm, void **list);
void weakref_disarm(Obj *weakref); /* it is dead, and its callback will not be called */

/* ---- type_methods.c: attributes of classes */
Value type_getattr(Vm *vm, Value self, Str *name);
bool type_setattr(Vm *vm, Value self, Str *name, Value value);
/* object_attr.c: whether a descriptor found on the class is asked before the instance has its own attribute looked up.
 */
bool comes_first(Vm *vm, Value descriptor);
Value type_attr_find(Vm *vm, Value self, Str *name, bool *missing);
extern const MethodDef type_methods[];
extern const GetSetDef type_getset[];
bool type_set_own(Vm *vm, Type *type, Str *name, Value value);       /* in the class's own dict; VALUE_NULL deletes */
bool type_cannot(Vm *vm, Value self, const char *what, Value value); /* TypeError of an immutable type; false */

/* ---- type_bases.c */
bool type_set_bases(Vm *vm, Value self, Value value);

/* ---- annotations.c: __annotate__ and __annotations__ */
Value function_annotate(Vm *vm, Value self);
bool function_set_annotate(Vm *vm, Value self, Value value);
Value function_annotations(Vm *vm, Value self);
bool function_set_annotations(Vm *vm, Value self, Value value);
Value type_annotate(Vm *vm, Value self);
bool type_set_annotate(Vm *vm, Value self, Value value);
Value type_annotations(Vm *vm, Value self);
bool type_set_annotations(Vm *vm, Value self, Value value);
Value module_annotate(Vm *vm, Value self);
bool module_set_annotate(Vm *vm, Value self, Value value);
Value module_annotations(Vm *vm, Value self);
bool module_set_annotations(Vm *vm, Value self, Value value);

/* ---- gc.c */
/* A container is made: the number that it gets. */
static inline uint32_t gc_count(Vm *vm) {
    struct VmState *state = vm->state;
    if (++state->gc_allocated > state->gc_threshold && state->gc_enabled) state->attention |= ATTENTION_GC;
    return ++state->gc_births;
}

/* ---- errors */
void error_set(Vm *vm, Value exception); /* takes over; no chaining */
Str *str_format_list(Vm *vm, const char *format, void *list /* va_list * */);

/* dir(): whether a name in the dict of a class, or of an instance of exactly that class, is kept to itself: those that
 * a class of Python has and one in C has not, where CPython's is in C (_native.like_c). */
bool type_hides(Vm *vm, const Type *type, Value key);
/* Adds the names of all attributes of a class, its bases' too, as keys. */
bool type_add_names(Vm *vm, Dict *into, const Type *type);

#endif
