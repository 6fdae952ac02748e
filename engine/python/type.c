/* type.c: owns type objects: making builtin ones, inheritance of slots and layout, the method resolution order, lookup
 * with its cache, versions, and the allocation of instances.
 *
 * Builtin types start in two halves, because a type's dict needs strings and strings need their type: types_prepare
 * makes every Type with its slots and layout, types_boot adds names, dicts and methods.
 */
#include "boot.h"
#include "type_defs.h"
#include "types_private.h"

#define CACHE_SIZE 2048u

typedef struct CacheEntry {
    uint32_t version; /* 0: empty */
    Str *name;        /* owned */
    Value found;      /* borrowed from the class that has it; the version tells when that ends */
} CacheEntry;

typedef struct MethodCache {
    CacheEntry entries[CACHE_SIZE];
} MethodCache;

/* ---- slots as an array of function pointers */

#define SLOT_COUNT (sizeof(TypeSlots) / sizeof(SlotFn))

SlotFn slot_read(const TypeSlots *slots, uint32_t offset) {
    SlotFn fn;
    memcpy(&fn, (const char *)slots + offset, sizeof fn);
    return fn;
}

void slot_write(TypeSlots *slots, uint32_t offset, SlotFn fn) {
    memcpy((char *)slots + offset, &fn, sizeof fn);
}

static bool hash_unhashable(Vm *vm, Value self, int64_t *hash) {
    (void)hash;
    raise_error(vm, T_TypeError, "unhashable type: '%T'", self);
    return false;
}

static void inherit_slots(Type *type, const Type *base) {
    bool compares = type->slots.compare != NULL, hashes = type->slots.hash != NULL;
    for (uint32_t i = 0; i < SLOT_COUNT; i++) {
        uint32_t offset = i * (uint32_t)sizeof(SlotFn);
        if (offset == offsetof(TypeSlots, new)) continue;
        if (slot_read(&type->slots, offset) == NULL) slot_write(&type->slots, offset, slot_read(&base->slots, offset));
    }
    /* As in CPython a type that defines equality alone cannot be hashed. */
    if (compares && !hashes && type->def != NULL) type->slots.hash = hash_unhashable;
    bool takes_new = !(type->flags & TYPE_NO_NEW) && (base->base != NULL || (type->flags & TYPE_HEAP));
    if (type->slots.new == NULL && takes_new) type->slots.new = base->slots.new;
}

static void inherit_layout(Type *type, const Type *base) {
    if (type->size < base->size) type->size = base->size;
    if (!(type->flags & TYPE_ATTRS) && (base->flags & TYPE_ATTRS)) {
        type->flags |= TYPE_ATTRS;
        type->attrs_offset = base->attrs_offset;
    }
    if (!(type->flags & TYPE_WEAKREFS) && (base->flags & TYPE_WEAKREFS)) {
        type->flags |= TYPE_WEAKREFS;
        type->weak_offset = base->weak_offset;
    }
    bool own = type->members != 0 || (type->def != NULL && type->size != base->size);
    type->solid = own ? type : base->solid;
}

#define INHERITED_FLAGS                                                                                                \
    (TYPE_GC | TYPE_TAIL | TYPE_FINALIZE | TYPE_MEMBERS | TYPE_DATA_DESCR | TYPE_IS_INT | TYPE_IS_STR |                \
     TYPE_IS_BYTES | TYPE_IS_LIST | TYPE_IS_TUPLE | TYPE_IS_DICT | TYPE_IS_EXCEPTION | TYPE_IS_TYPE | TYPE_IS_FLOAT |  \
     TYPE_IS_SET | TYPE_HOLDS_LATE | TYPE_BUFFER | TYPE_BY_INDEX)

void type_inherit(Type *type) {
    const Type *base = type->base;
    if (base == NULL) {
        type->solid = type;
        return;
    }
    type->flags |= base->flags & INHERITED_FLAGS;
    if (!(type->flags & TYPE_PATTERNS)) type->flags |= base->flags & TYPE_PATTERNS;
    inherit_slots(type, base);
    inherit_layout(type, base);
    if (type->slots.finalize != NULL) type->flags |= TYPE_FINALIZE;
    if (type->slots.descr_set != NULL) type->flags |= TYPE_DATA_DESCR;
}

/* ---- making builtin types */

static void fill_from_def(Type *type, const TypeDef *def) {
    type->def = def;
    type->slots = def->slots;
    type->flags = def->flags;
    type->size = def->size;
    if (def->flags & TYPE_ATTRS) type->attrs_offset = def->attrs_offset;
    if (def->flags & TYPE_WEAKREFS) type->weak_offset = def->weak_offset;
    if (def->slots.finalize != NULL) type->flags |= TYPE_FINALIZE;
    if (def->slots.descr_set != NULL) type->flags |= TYPE_DATA_DESCR;
    type->flags |= TYPE_IMMUTABLE;
}

Type *type_alloc(Vm *vm, Type *meta) {
    size_t size = meta != NULL && meta->size > sizeof(Type) ? meta->size : sizeof(Type);
    Type *type = meta != NULL ? object_new(vm, meta, 0) : mem_object_alloc(vm->mem, size);
    if (type == NULL) return NULL;
    if (meta == NULL) {
        memset(type, 0, size);
        type->head.refs = 1;
    }
    type->version = ++vm->state->type_version;
    return type;
}

static Type *prepare(Vm *vm, const TypeDef *def, Type *base, enum type_id id) {
    Type *type = type_alloc(vm, NULL);
    if (type == NULL) return NULL;
    type->id = (uint32_t)id;
    fill_from_def(type, def);
    type->base = id == T_object ? NULL : base;
    type_inherit(type);
    return type;
}

bool types_prepare(Vm *vm) {
    for (uint32_t id = 0; id < TYPE_ID_COUNT; id++) {
        if (vm->types[id] != NULL) continue;
        Type *base = id == T_object ? NULL : vm->types[type_table_bases[id]];
        vm->types[id] = prepare(vm, type_table_defs[id], base, (enum type_id)id);
        if (vm->types[id] == NULL) return false;
    }
    for (uint32_t id = 0; id < TYPE_ID_COUNT; id++) vm->types[id]->head.type = vm->types[T_type];
    return true;
}

bool type_add(Vm *vm, Type *type, const char *name, Value value) {
    if (value == VALUE_NULL) return false;
    Str *key = str_intern_c(vm, name);
    bool ok = key != NULL && dict_set_str(vm, type->dict, key, value);
    obj_release(vm, key);
    value_release(vm, value);
    return ok;
}

static bool add_methods(Vm *vm, Type *type, const TypeDef *def) {
    for (const MethodDef *m = def->methods; m != NULL && m->name != NULL; m++) {
        if (!type_add(vm, type, m->name, method_descr_new(vm, type, m))) return false;
    }
    for (const GetSetDef *g = def->getset; g != NULL && g->name != NULL; g++) {
        if (!type_add(vm, type, g->name, getset_descr_new(vm, type, g))) return false;
    }
    return true;
}

/* Types that bring attributes of instances show them as __dict__, unless they have their own way. */
static bool add_dict(Vm *vm, Type *type, const TypeDef *def) {
    if (!(def->flags & TYPE_ATTRS) || dict_get_str(vm, type->dict, NAME(vm, __dict__)) != VALUE_NULL) return true;
    return type_add(vm, type, "__dict__", getset_descr_new(vm, type, &instance_dict_def));
}

static bool add_new(Vm *vm, Type *type, const TypeDef *def) {
    if (def->slots.new == NULL) return true;
    return type_add(vm, type, "__new__", native_new(vm, type_new_method(), obj_value(type), NULL));
}

static bool add_doc(Vm *vm, Type *type, const TypeDef *def) {
    if (dict_get_str(vm, type->dict, NAME(vm, __doc__)) != VALUE_NULL) return true; /* its instances have their own */
    if (def->doc == NULL) return type_add(vm, type, "__doc__", VALUE_NONE);
    Str *doc = str_new(vm, def->doc);
    return doc != NULL && type_add(vm, type, "__doc__", obj_value(doc));
}

static bool set_name(Vm *vm, Type *type, const char *full) {
    const char *dot = strrchr(full, '.');
    type->full_name = full;
    type->name = str_intern_c(vm, dot == NULL ? full : dot + 1);
    if (type->name == NULL) return false;
    obj_retain(type->name);
    type->qualname = type->name;
    if (dot == NULL) return true;
    Str *module = str_intern_utf8(vm, full, (size_t)(dot - full));
    return module != NULL && type_add(vm, type, "__module__", obj_value(module));
}

static Tuple *bases_of(Vm *vm, const Type *type) {
    if (type->base == NULL) return tuple_new(vm, 0);
    if (type->id != T_ExceptionGroup) return tuple_pack(vm, 1, obj_value(type->base));
    return tuple_pack(vm, 2, obj_value(type->base), obj_value(TYPE(vm, Exception)));
}

static bool set_bases(Vm *vm, Type *type) {
    type->bases = bases_of(vm, type);
    if (type->bases == NULL) return false;
    type->mro = type_compute_mro(vm, type);
    return type->mro != NULL && type_register(vm, type);
}

static bool finish(Vm *vm, Type *type, const char *name) {
    const TypeDef *def = type->def;
    type->dict = dict_new(vm);
    if (type->dict == NULL || !set_bases(vm, type) || !set_name(vm, type, def->name != NULL ? def->name : name)) {
        return false;
    }
    if (!type_add_wrappers(vm, type) || !add_methods(vm, type, def) || !add_new(vm, type, def) ||
        !add_dict(vm, type, def))
        return false;
    if (type->slots.hash == hash_unhashable && type->base->slots.hash != hash_unhashable &&
        !type_add(vm, type, "__hash__", VALUE_NONE)) {
        return false;
    }
    return add_doc(vm, type, def);
}

static void adopt_strings(void *context, void *object) {
    Obj *o = object;
    if (o->type == NULL) o->type = context;
}

bool types_boot(Vm *vm) {
    if (!types_prepare(vm)) return false;
    mem_objects_walk(vm->mem, adopt_strings, TYPE(vm, str));
    for (uint32_t id = 0; id < TYPE_ID_COUNT; id++) {
        if (!finish(vm, vm->types[id], type_table_names[id])) return false;
    }
    return true;
}

static void cache_free(Vm *vm) {
    MethodCache *cache = vm->state->method_cache;
    vm->state->method_cache = NULL;
    if (cache == NULL) return;
    for (uint32_t i = 0; i < CACHE_SIZE; i++) obj_release(vm, cache->entries[i].name);
    mem_free(vm->mem, cache, sizeof *cache);
}

static void release_field(Vm *vm, void *field) { /* field: address of a pointer to an object */
    Obj *old;
    memcpy(&old, field, sizeof old);
    memset(field, 0, sizeof old);
    obj_release(vm, old);
}

/* Releases what a builtin type owns; the Type itself stays, so that what is left over can still be deallocated. */
static void strip(Vm *vm, Type *type) {
    release_field(vm, &type->dict);
    release_field(vm, &type->subclasses);
    release_field(vm, &type->mro);
    release_field(vm, &type->bases);
    type->full_name = type->full_name != NULL ? type->full_name : "?";
    release_field(vm, &type->name);
    release_field(vm, &type->qualname);
}

/* What cycles are left (the collector needs memory, and may not have had it) are broken here without any. */
static void break_left_over(void *context, void *object) {
    Vm *vm = context;
    Obj *o = object;
    bool builtin_type = (o->type->flags & TYPE_IS_TYPE) && !(((Type *)(void *)o)->flags & TYPE_HEAP);
    if (!(o->type->flags & TYPE_GC) || builtin_type) return;
    obj_retain(o);
    object_break(vm, o);
    obj_release(vm, o);
}

void types_close(Vm *vm) {
    cache_free(vm);
    mem_objects_walk(vm->mem, break_left_over, vm);
    for (Type *type = vm->state->made_types; type != NULL; type = type->made_before) strip(vm, type);
    for (uint32_t id = TYPE_ID_COUNT; id-- > 0;) {
        if (vm->types[id] != NULL) strip(vm, vm->types[id]);
    }
    for (Type *type = vm->state->made_types; type != NULL; type = type->made_before) shapes_free(vm, type);
    for (uint32_t id = 0; id < TYPE_ID_COUNT; id++) {
        if (vm->types[id] != NULL) shapes_free(vm, vm->types[id]);
    }
}

void types_free(Vm *vm) {
    for (Type *type = vm->state->made_types, *next; type != NULL; type = next) {
        next = type->made_before;
        mem_object_free(vm->mem, type);
    }
    for (uint32_t id = 0; id < TYPE_ID_COUNT; id++) {
        if (vm->types[id] != NULL) mem_object_free(vm->mem, vm->types[id]);
    }
}

Type *type_make(Vm *vm, const TypeDef *def, Type *base) {
    Type *type = prepare(vm, def, base == NULL ? TYPE(vm, object) : base, TYPE_ID_COUNT);
    if (type == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    type->id = 0;
    type->head.type = TYPE(vm, type);
    type->made_before = vm->state->made_types;
    vm->state->made_types = type;
    obj_retain(type); /* instances do not count builtin types: they stay until the Vm ends */
    return finish(vm, type, "?") ? type
                                 : NULL; /* a half-made type stays until the Vm ends: builtin types are never freed */
}

const char *type_name(const Type *type) {
    if (type->full_name != NULL && !(type->flags & TYPE_WRITTEN)) return type->full_name;
    if (type->full_name != NULL) return strrchr(type->full_name, '.') + 1;
    if (type->shown != NULL) return (const char *)type->shown->data;
    if (type->name == NULL) return "?";
    if (type->name->ascii) return (const char *)type->name->data;
    return type->name->utf8 != NULL ? type->name->utf8 : "?";
}

Str *type_module(Vm *vm, Type *type) {
    Value module = type->dict == NULL ? VALUE_NULL : dict_get_str(vm, type->dict, NAME(vm, __module__));
    if (is_str(module)) {
        obj_retain(value_obj(module));
        return AS(Str, module);
    }
    obj_retain(NAME(vm, builtins));
    return NAME(vm, builtins);
}

/* ---- subclasses: addresses of types as small ints, so that the list does not keep them alive */

static Value type_word(const Type *type) {
    return value_small((int64_t)(uintptr_t)type);
}

bool type_register(Vm *vm, Type *type) {
    for (uint32_t i = 0; i < type->bases->length; i++) {
        Type *base = tuple_type(type->bases, i);
        if (base->subclasses == NULL) base->subclasses = list_new(vm, 0);
        if (base->subclasses == NULL || !list_append(vm, base->subclasses, type_word(type))) return false;
    }
    return true;
}

void type_unregister(const Type *type, const Tuple *bases) {
    for (uint32_t i = 0; bases != NULL && i < bases->length; i++) {
        List *list = tuple_type(bases, i)->subclasses;
        if (list == NULL) continue;
        for (uint32_t k = 0; k < list->length; k++) {
            if (list->items[k] != type_word(type)) continue;
            memmove(&list->items[k], &list->items[k + 1], (list->length - k - 1) * sizeof(Value));
            list->length--;
            break;
        }
    }
}

void type_modified(Vm *vm, Type *type) {
    type->version = ++vm->state->type_version;
    if (type->subclasses == NULL) return;
    for (uint32_t i = 0; i < type->subclasses->length; i++) {
        type_modified(vm, (Type *)(uintptr_t)value_as_small(type->subclasses->items[i]));
    }
}

/* ---- method resolution order */

static bool in_tail(const Tuple *list, uint32_t from, Value candidate) {
    for (uint32_t i = from + 1; i < list->length; i++) {
        if (list->items[i] == candidate) return true;
    }
    return false;
}

typedef struct Merge {
    const Tuple **lists; /* the bases' orders, then the tuple of bases */
    uint32_t *at;        /* how far each is used up */
    uint32_t count;
} Merge;

static Value merge_candidate(const Merge *m, bool *done) {
    *done = true;
    for (uint32_t i = 0; i < m->count; i++) {
        if (m->at[i] >= m->lists[i]->length) continue;
        *done = false;
        Value candidate = m->lists[i]->items[m->at[i]];
        uint32_t k = 0;
        while (k < m->count && !(m->at[k] < m->lists[k]->length && in_tail(m->lists[k], m->at[k], candidate))) k++;
        if (k == m->count) return candidate;
    }
    return VALUE_NULL;
}

static void raise_mro_conflict(Vm *vm, const Merge *m) {
    StrBuilder text;
    builder_init(&text, vm);
    builder_c(&text, "Cannot create a consistent method resolution order (MRO) for bases ");
    List *seen = list_new(vm, m->count);
    for (uint32_t i = 0; seen != NULL && i < m->count; i++) {
        if (m->at[i] >= m->lists[i]->length) continue;
        Value left = m->lists[i]->items[m->at[i]];
        bool known = false;
        for (uint32_t k = 0; k < seen->length; k++) known = known || seen->items[k] == left;
        if (known || !list_append(vm, seen, left)) continue;
        if (seen->length > 1) builder_c(&text, ", ");
        builder_str(&text, AS(Type, left)->name);
    }
    obj_release(vm, seen);
    Str *message = builder_finish(&text);
    if (message != NULL) raise_error(vm, T_TypeError, "%S", message);
    obj_release(vm, message);
}

static bool merge_all(Vm *vm, Merge *m, List *order) {
    for (;;) {
        bool done;
        Value next = merge_candidate(m, &done);
        if (done) return true;
        if (next == VALUE_NULL) {
            raise_mro_conflict(vm, m);
            return false;
        }
        if (!list_append(vm, order, next)) return false;
        for (uint32_t i = 0; i < m->count; i++) {
            if (m->at[i] < m->lists[i]->length && m->lists[i]->items[m->at[i]] == next) m->at[i]++;
        }
    }
}

static bool check_duplicates(Vm *vm, const Tuple *bases) {
    for (uint32_t i = 0; i < bases->length; i++) {
        if (!in_tail(bases, i, bases->items[i])) continue;
        raise_error(vm, T_TypeError, "duplicate base class %S", tuple_type(bases, i)->name);
        return false;
    }
    return true;
}

static Tuple *mro_merged(Vm *vm, Type *type) {
    uint32_t count = type->bases->length + 1;
    size_t bytes = count * (sizeof(Tuple *) + sizeof(uint32_t));
    const Tuple **lists = mem_zalloc(vm->mem, bytes);
    List *order = list_new(vm, count + 1);
    Tuple *mro = NULL;
    if (lists != NULL && order != NULL) {
        Merge m = {lists, (uint32_t *)(void *)(lists + count), count};
        for (uint32_t i = 0; i + 1 < count; i++) lists[i] = tuple_type(type->bases, i)->mro;
        lists[count - 1] = type->bases;
        if (list_append(vm, order, obj_value(type)) && merge_all(vm, &m, order)) {
            mro = tuple_from(vm, order->items, order->length);
        }
    } else if (lists == NULL) {
        raise_no_memory(vm);
    }
    obj_release(vm, order);
    if (lists != NULL) mem_free(vm->mem, lists, bytes);
    return mro;
}

Tuple *type_compute_mro(Vm *vm, Type *type) {
    if (type->bases->length > 1) return check_duplicates(vm, type->bases) ? mro_merged(vm, type) : NULL;
    const Tuple *rest = type->bases->length == 0 ? NULL : tuple_type(type->bases, 0)->mro;
    uint32_t count = rest == NULL ? 0 : rest->length;
    Tuple *mro = tuple_new(vm, count + 1);
    if (mro == NULL) return NULL;
    obj_retain(type);
    mro->items[0] = obj_value(type);
    for (uint32_t i = 0; i < count; i++) mro->items[i + 1] = value_retain(rest->items[i]);
    return mro;
}

/* ---- lookup */

bool type_is_subtype(const Type *type, const Type *of) {
    if (type == of) return true;
    if (type->mro == NULL) {
        for (type = type->base; type != NULL && type != of;) type = type->base;
        return type != NULL;
    }
    Value wanted = obj_value(of);
    for (uint32_t i = 1; i < type->mro->length; i++) {
        if (type->mro->items[i] == wanted) return true;
    }
    return false;
}

static Value lookup_uncached(Vm *vm, const Type *type, Str *name) {
    if (type->mro == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < type->mro->length; i++) {
        const Dict *dict = tuple_type(type->mro, i)->dict;
        Value found = dict == NULL ? VALUE_NULL : dict_get_str(vm, dict, name);
        if (found != VALUE_NULL) return found;
    }
    return VALUE_NULL;
}

Value type_lookup(Vm *vm, Type *type, Str *name) {
    MethodCache *cache = vm->state->method_cache;
    if (!name->interned || type->version == 0) return lookup_uncached(vm, type, name);
    if (cache == NULL) {
        cache = vm->state->method_cache = mem_zalloc(vm->mem, sizeof *cache);
        if (cache == NULL) return lookup_uncached(vm, type, name);
    }
    uint32_t at = (type->version ^ (uint32_t)((uintptr_t)name >> 4)) & (CACHE_SIZE - 1);
    CacheEntry *entry = &cache->entries[at];
    if (entry->version == type->version && entry->name == name) return entry->found;
    Value found = lookup_uncached(vm, type, name);
    Str *old = entry->name;
    obj_retain(name);
    *entry = (CacheEntry){type->version, name, found};
    obj_release(vm, old);
    return found;
}

/* ---- instances */

static void *tail_new(Vm *vm, Type *type, size_t size) {
    size = ((size + 7) & ~(size_t)7) + type->members_offset + sizeof(Tail);
    size = (size + 7) & ~(size_t)7;
    Obj *o = mem_object_alloc(vm->mem, size);
    if (o == NULL) return NULL;
    mem_clear(o, mem_object_size(o));
    o->type = type;
    return o;
}

static uint32_t room_behind(const Type *type, size_t extra) {
    return (type->flags & TYPE_HEAP) && extra == 0 && type->attrs_offset != 0 ? type->slot_hint : 0;
}

/* An instance of a class that was made in Python, or of a type with a tail. */
static NOINLINE void *instance_new(Vm *vm, Type *type, size_t extra) {
    size_t size = type->size + extra;
    uint32_t room = 0;
    Obj *o;
    if (type->flags & TYPE_TAIL) {
        o = tail_new(vm, type, size);
    } else {
        room = room_behind(type, extra);
        size = (size + room * sizeof(Value) + 7) & ~(size_t)7;
        o = mem_object_alloc(vm->mem, size);
        if (o != NULL) mem_clear(o, size);
    }
    if (o == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    o->refs = 1;
    o->type = type;
    if (type->flags & TYPE_HEAP) type->head.refs++;
    if (type->flags & TYPE_GC) *mem_number(o) = gc_count(vm);
    if (type->flags & TYPE_ATTRS) {
        Attrs *attrs = attrs_in(o);
        Value *values = room == 0 ? NULL : (Value *)(void *)((char *)o + type->size);
        if (attrs != NULL && !attrs_init(vm, type, attrs, values, room)) {
            if (type->flags & TYPE_HEAP) type->head.refs--;
            o->refs = 0;
            mem_object_free(vm->mem, o);
            return NULL;
        }
    }
    return o;
}

void *object_new(Vm *vm, Type *type, size_t extra) {
    uint32_t flags = type->flags;
    if (flags & (TYPE_TAIL | TYPE_HEAP)) return instance_new(vm, type, extra);
    size_t size = (type->size + extra + 7) & ~(size_t)7;
    Obj *o = mem_object_alloc(vm->mem, size);
    if (UNLIKELY(o == NULL)) {
        raise_no_memory(vm);
        return NULL;
    }
    mem_clear(o, size);
    o->refs = 1;
    o->type = type;
    if (flags & TYPE_GC) *mem_number(o) = gc_count(vm);
    Attrs *attrs = flags & TYPE_ATTRS ? attrs_in(o) : NULL;
    if (attrs != NULL && !attrs_init(vm, type, attrs, NULL, 0)) {
        o->refs = 0;
        mem_object_free(vm->mem, o);
        return NULL;
    }
    return o;
}
