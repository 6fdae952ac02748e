/* shape.c: owns the trees of shapes and the attribute arrays of objects. See shape.h.
 *
 * Keys are interned strings, so that they compare by address. A shape of up to LINEAR attributes is searched along its
 * parents; a larger one gets an open-addressed table when it is first searched. Intermediate shapes of a long __init__
 * are hardly ever searched (inline caches follow the transitions), so they never pay for a table.
 */
#include "shape.h"
#include "vm_state.h"

#define LINEAR 8u
#define INDEX_SIZE 128u /* twice SHAPE_MAX */

/* ---- shapes */

/* The index table: INDEX_SIZE keys, then as many bytes with their indices. */
static size_t index_bytes(void) {
    return INDEX_SIZE * (sizeof(Str *) + 1);
}

static uint32_t key_hash(const Str *key) {
    uintptr_t bits = (uintptr_t)key >> 4;
    return (uint32_t)(bits ^ bits >> 7) & (INDEX_SIZE - 1);
}

static uint8_t *index_places(Str **index) {
    return (uint8_t *)(index + INDEX_SIZE);
}

static bool index_make(Vm *vm, Shape *shape) {
    Str **index = mem_zalloc(vm->mem, index_bytes());
    if (index == NULL) return false;
    for (Shape *s = shape; s->key != NULL; s = s->parent) {
        uint32_t at = key_hash(s->key);
        while (index[at] != NULL) at = (at + 1) & (INDEX_SIZE - 1);
        index[at] = s->key;
        index_places(index)[at] = (uint8_t)(s->count - 1);
    }
    shape->index = index;
    return true;
}

static uint32_t find_linear(const Shape *shape, const Str *key) {
    for (; shape->key != NULL; shape = shape->parent) {
        if (shape->key == key) return shape->count - 1;
    }
    return SHAPE_ABSENT;
}

uint32_t shape_find(Vm *vm, Shape *shape, Str *key) {
    if (shape->count <= LINEAR) return find_linear(shape, key);
    if (shape->index == NULL && !index_make(vm, shape)) return find_linear(shape, key);
    for (uint32_t at = key_hash(key); shape->index[at] != NULL; at = (at + 1) & (INDEX_SIZE - 1)) {
        if (shape->index[at] == key) return index_places(shape->index)[at];
    }
    return SHAPE_ABSENT;
}

Shape *shape_add(Vm *vm, Shape *shape, Str *key) {
    for (Shape *child = shape->children; child != NULL; child = child->sibling) {
        if (child->key == key) return child;
    }
    if (shape->count >= SHAPE_MAX) return NULL;
    Shape *child = mem_zalloc(vm->mem, sizeof *child);
    if (child == NULL) return NULL;
    obj_retain(key);
    *child = (Shape){.parent = shape, .key = key, .sibling = shape->children, .count = shape->count + 1};
    shape->children = child;
    return child;
}

Shape *shape_root(Vm *vm, Type *type) {
    if (type->root_shape == NULL) {
        type->root_shape = mem_zalloc(vm->mem, sizeof(Shape));
        if (type->root_shape == NULL) raise_no_memory(vm);
    }
    return type->root_shape;
}

static void shape_free(Vm *vm, Shape *shape) {
    obj_release(vm, shape->key);
    if (shape->index != NULL) mem_free(vm->mem, shape->index, index_bytes());
    mem_free(vm->mem, shape, sizeof *shape);
}

void shapes_free(Vm *vm, Type *type) {
    Shape *shape = type->root_shape;
    type->root_shape = NULL;
    while (shape != NULL) { /* leaves first, without recursion */
        Shape *child = shape->children;
        if (child != NULL) {
            shape->children = child->sibling;
            shape = child;
            continue;
        }
        Shape *parent = shape->parent;
        shape_free(vm, shape);
        shape = parent;
    }
}

/* ---- attribute blocks */

static Tail *tail_of(Obj *o) {
    return (Tail *)(void *)((char *)o + mem_object_size(o) - sizeof(Tail));
}

Value *members_of(Obj *o, const Type *type) {
    if (type->flags & TYPE_TAIL) return (Value *)(void *)((char *)tail_of(o) - type->members_offset);
    return (Value *)(void *)((char *)o + type->members_offset);
}

Attrs *attrs_of(Obj *o) {
    Type *type = o->type;
    if (type->attrs_offset != 0) return attrs_at(o, type->attrs_offset);
    if ((type->flags & (TYPE_TAIL | TYPE_ATTRS)) != (TYPE_TAIL | TYPE_ATTRS)) return NULL;
    return &tail_of(o)->attrs;
}

void **weakrefs_of(Obj *o) {
    Type *type = o->type;
    if (type->weak_offset != 0) return (void **)(void *)((char *)o + type->weak_offset);
    if ((type->flags & (TYPE_TAIL | TYPE_WEAKREFS)) != (TYPE_TAIL | TYPE_WEAKREFS)) return NULL;
    return &tail_of(o)->weakrefs;
}

static Dict *as_dict(const Attrs *a) {
    return (Dict *)(void *)a->values;
}

static void use_dict(Attrs *a, Dict *dict) { /* takes dict over */
    *a = (Attrs){.values = (Value *)(void *)dict};
}

bool attrs_init(Vm *vm, Type *type, Attrs *a, Value *values, uint32_t room) {
    Shape *root = type->root_shape != NULL ? type->root_shape : shape_root(vm, type);
    if (root == NULL) return false;
    *a = (Attrs){.shape = root, .values = values, .capacity = (uint16_t)room};
    return true;
}

Value attrs_get(Vm *vm, const Attrs *a, Str *name) {
    if (a->shape == NULL) return a->values == NULL ? VALUE_NULL : dict_get_str(vm, as_dict(a), name);
    if (name->interned) {
        uint32_t index = shape_find(vm, a->shape, name);
        return index == SHAPE_ABSENT ? VALUE_NULL : a->values[index];
    }
    for (const Shape *s = a->shape; s->key != NULL; s = s->parent) {
        if (str_equal(s->key, name)) return a->values[s->count - 1];
    }
    return VALUE_NULL;
}

/* Room for `need` values, one more than there are. */
static bool grow(Vm *vm, Attrs *a, uint32_t need) {
    uint32_t capacity = need < 4 ? 4 : need < 16 ? need + need / 2 : SHAPE_MAX;
    Value *values = mem_alloc(vm->mem, capacity * sizeof(Value));
    if (values == NULL) return false;
    if (need > 1) memcpy(values, a->values, (need - 1) * sizeof(Value));
    if (a->owned) mem_free(vm->mem, a->values, a->capacity * sizeof(Value));
    a->values = values;
    a->capacity = (uint16_t)capacity;
    a->owned = 1;
    return true;
}

static bool add_new(Vm *vm, Type *type, Attrs *a, Str *key, Value v) {
    Shape *next = shape_add(vm, a->shape, key);
    if (next == NULL) {
        Dict *dict = attrs_dict(vm, a); /* too many, or no memory, which then comes out here */
        return dict != NULL && dict_set_str(vm, dict, key, v);
    }
    if (type->slot_hint < next->count && next->count <= 32) type->slot_hint = next->count;
    if (next->count > a->capacity && !grow(vm, a, next->count)) {
        raise_no_memory(vm);
        return false;
    }
    a->values[next->count - 1] = value_retain(v);
    a->shape = next;
    return true;
}

static bool set_interned(Vm *vm, Type *type, Attrs *a, Str *key, Value v) {
    uint32_t index = shape_find(vm, a->shape, key);
    if (index == SHAPE_ABSENT) return add_new(vm, type, a, key, v);
    value_set(vm, &a->values[index], value_retain(v));
    return true;
}

bool attrs_set(Vm *vm, Type *type, Attrs *a, Str *name, Value v) {
    if (a->shape == NULL && (a->values != NULL || !attrs_init(vm, type, a, NULL, 0))) {
        return a->values != NULL && dict_set_str(vm, as_dict(a), name, v);
    }
    if (name->interned) return set_interned(vm, type, a, name, v);
    obj_retain(name);
    Str *key = str_intern(vm, name);
    if (key == NULL) return false;
    bool ok = a->shape != NULL ? set_interned(vm, type, a, key, v) : dict_set_str(vm, as_dict(a), key, v);
    obj_release(vm, key);
    return ok;
}

int attrs_delete(Vm *vm, Attrs *a, Str *name) {
    if (attrs_get(vm, a, name) == VALUE_NULL) return 0;
    Dict *dict = attrs_dict(vm, a);
    if (dict == NULL) return -1;
    return dict_delete(vm, dict, obj_value(name));
}

static bool fill_dict(Vm *vm, Dict *dict, const Attrs *a) {
    uint32_t position = 0;
    Value key, value;
    while (attrs_next(a, &position, &key, &value)) {
        if (!dict_set_str(vm, dict, AS(Str, key), value)) return false;
    }
    return true;
}

/* Releases the values, not the shape. The block must not be looked at by Python code while they die. */
static void drop_values(Vm *vm, Attrs *old) {
    uint32_t count = old->shape->count;
    for (uint32_t i = 0; i < count; i++) value_release(vm, old->values[i]);
    if (old->owned) mem_free(vm->mem, old->values, old->capacity * sizeof(Value));
}

Dict *attrs_dict(Vm *vm, Attrs *a) {
    if (a->shape == NULL && a->values != NULL) return as_dict(a);
    Dict *dict = dict_new(vm);
    if (dict == NULL) return NULL;
    if (a->shape == NULL) {
        use_dict(a, dict);
        return dict;
    }
    if (!fill_dict(vm, dict, a)) {
        obj_release(vm, dict);
        return NULL;
    }
    Attrs old = *a;
    use_dict(a, dict);
    drop_values(vm, &old);
    return dict;
}

bool attrs_set_dict(Vm *vm, Attrs *a, Dict *dict) {
    Attrs old = *a;
    obj_retain(dict);
    use_dict(a, dict);
    if (old.shape != NULL) {
        drop_values(vm, &old);
    } else {
        obj_release(vm, old.values);
    }
    return true;
}

bool attrs_change_type(Vm *vm, Attrs *a, Type *to) {
    if (a->shape == NULL) return true;
    if (a->shape->count == 0) {
        Shape *root = shape_root(vm, to);
        if (root != NULL) a->shape = root;
        return root != NULL;
    }
    return attrs_dict(vm, a) != NULL;
}

static const Shape *shape_at(const Shape *shape, uint32_t index) {
    while (shape->count - 1 > index) shape = shape->parent;
    return shape;
}

bool attrs_next(const Attrs *a, uint32_t *position, Value *key, Value *value) {
    if (a->shape == NULL) return a->values != NULL && dict_next(as_dict(a), position, key, value);
    if (*position >= a->shape->count) return false;
    *key = obj_value(shape_at(a->shape, *position)->key);
    *value = a->values[*position];
    ++*position;
    return true;
}

uint32_t attrs_count(const Attrs *a) {
    if (a->shape != NULL) return a->shape->count;
    return a->values == NULL ? 0 : dict_length(as_dict(a));
}

void attrs_traverse(const Attrs *a, VisitFn visit, void *context) {
    if (a->shape == NULL) {
        if (a->values != NULL) visit(context, obj_value(a->values));
        return;
    }
    for (uint32_t i = 0; i < a->shape->count; i++) visit(context, a->values[i]);
}

void attrs_drop(Vm *vm, Attrs *a) {
    if (a->shape != NULL) {
        drop_values(vm, a);
    } else {
        obj_release(vm, a->values);
    }
}

void attrs_clear(Vm *vm, Type *type, Attrs *a) {
    Attrs old = *a;
    *a = (Attrs){.shape = type->root_shape};
    attrs_drop(vm, &old);
}
