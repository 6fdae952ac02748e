/* shape.h: attributes of instances: hidden classes (shapes) and the Attrs block that uses them.
 *
 * Objects of one type that got the same attributes in the same order share a Shape, which says at which index each
 * attribute stands; the values are in the object's own array. So a lookup that was done once is done for all of them:
 * compare the shape, load the slot. Every type has its own tree of shapes, hence equal shapes mean equal types (as long
 * as that type lives: an inline cache compares the type's version first).
 *
 * An object leaves its shape for a real Dict when its __dict__ is asked for, an attribute is deleted, or there are more
 * than SHAPE_MAX of them: then `shape` is NULL and the Dict is all there is.
 */
#ifndef LOOPSCOPE_PYTHON_SHAPE_H
#define LOOPSCOPE_PYTHON_SHAPE_H

#include "object.h"

#define SHAPE_MAX 64u
#define SHAPE_ABSENT UINT32_MAX

typedef struct Shape {
    struct Shape *parent;             /* without the last attribute; NULL: the root */
    Str *key;                         /* the last attribute, interned, owned; NULL: the root */
    struct Shape *children, *sibling; /* the shapes that come by adding one attribute */
    Str **index;                      /* made on demand for larger shapes: hash table of keys, see shape.c; owned */
    uint32_t count;                   /* attributes; the last one stands at count - 1 */
} Shape;

/* An object's attributes, at type->attrs_offset (exceptions and functions reserve void *attrs_[3] for it). */
typedef struct Attrs {
    Shape *shape; /* NULL: `values` is a Dict, owned */
    Value *values;
    uint16_t capacity;
    uint16_t owned; /* values is a block of its own, not room behind the object */
} Attrs;

_Static_assert(sizeof(Attrs) <= 3 * sizeof(void *), "Exception and Function reserve three words");

/* Instances of classes without a builtin base: head, attrs, weakrefs, then room for the values. */
typedef struct Instance {
    Obj head;
    Attrs attrs;
    void *weakrefs;
    Value room[];
} Instance;

/* Instances of classes derived from variable-sized builtin types (int, str, tuple, bytes) keep theirs at the end of
 * their slot instead; type->attrs_offset is 0 and TYPE_TAIL is set for them, so that no fast path applies. */
typedef struct Tail {
    Attrs attrs;
    void *weakrefs;
} Tail;
_Static_assert(sizeof(Tail) % sizeof(Value) == 0, "the members before it are Values");

/* Where the __slots__ members stand that `type`, the object's own or a base of it, has made. Before the Tail if there
 * is one: members_offset counts from there back, over those of the bases too. */
Value *members_of(Obj *o, const Type *type);
/* The object's Attrs, or NULL when instances of its type have none. */
Attrs *attrs_of(Obj *o);
static inline Attrs *attrs_at(Obj *o, uint32_t offset) { /* offset: type->attrs_offset, not 0 */
    return (Attrs *)(void *)((char *)o + offset);
}
static inline Attrs *attrs_in(Obj *o) { /* attrs_of, where most have theirs at one place */
    return o->type->attrs_offset != 0 ? attrs_at(o, o->type->attrs_offset) : attrs_of(o);
}
/* Where the object's list of weak references begins, or NULL when it cannot have any. */
void **weakrefs_of(Obj *o);

/* ---- for inline caches: name at `index` in every object with this shape */

static inline bool attrs_is(const Attrs *a, const void *shape) { /* shape not NULL */
    return a->shape == shape;
}
static inline Value attrs_load(const Attrs *a, uint32_t index) { /* borrowed, never VALUE_NULL */
    return a->values[index];
}
static inline void attrs_store(Vm *vm, Attrs *a, uint32_t index, Value v) { /* takes v over */
    value_set(vm, &a->values[index], v);
}
/* Adds the attribute that leads from a's shape to `next`. False when there is no room: use attrs_set. Takes v over. */
static inline bool attrs_add_cached(Attrs *a, Shape *next, Value v) {
    if (next->count > a->capacity) return false;
    a->values[next->count - 1] = v;
    a->shape = next;
    return true;
}

/* Index of `key` (interned) in a shape, SHAPE_ABSENT when it has none. */
uint32_t shape_find(Vm *vm, Shape *shape, Str *key);
/* The child of `shape` by `key`, made when needed; NULL when memory ran out (no exception set) or SHAPE_MAX is reached.
 */
Shape *shape_add(Vm *vm, Shape *shape, Str *key);
/* The type's root shape; NULL with MemoryError. */
Shape *shape_root(Vm *vm, Type *type);
/* Frees a type's tree of shapes. */
void shapes_free(Vm *vm, Type *type);

/* ---- attributes in general; `a` belongs to an object of `type` */

/* `room` values follow the object itself at `values` (may be 0). */
bool attrs_init(Vm *vm, Type *type, Attrs *a, Value *values, uint32_t room);
Value attrs_get(Vm *vm, const Attrs *a, Str *name);               /* borrowed; VALUE_NULL: absent. Never fails */
bool attrs_set(Vm *vm, Type *type, Attrs *a, Str *name, Value v); /* retains v */
int attrs_delete(Vm *vm, Attrs *a, Str *name);                    /* 1, 0 absent, -1 error */
Dict *attrs_dict(Vm *vm, Attrs *a); /* the live __dict__, borrowed; the object has no shape from now on */
bool attrs_set_dict(Vm *vm, Attrs *a, Dict *dict);
/* The object gets another class: its attributes move to that type's shapes. */
bool attrs_change_type(Vm *vm, Attrs *a, Type *to);
/* Walks the attributes in order; *position starts at 0. key and value are borrowed. */
bool attrs_next(const Attrs *a, uint32_t *position, Value *key, Value *value);
uint32_t attrs_count(const Attrs *a);
void attrs_traverse(const Attrs *a, VisitFn visit, void *context);
/* The object dies: releases everything, the block is dead. */
void attrs_drop(Vm *vm, Attrs *a);
/* Releases everything; the block stays usable and empty. */
void attrs_clear(Vm *vm, Type *type, Attrs *a);

#endif
