/* lru_cache.c: functions with a cache. A call that is not in the cache runs as a native frame, so that recursive
 * functions can be as deep as without it. The cache is a dict, oldest first. */
#include "dict.h"
#include "frame.h"
#include "module_functools.h"
#include "modules.h"
#include "vm_state.h"
#include <stddef.h>

typedef struct Cached {
    Obj head;
    void *attrs_[3]; /* Attrs block, shape.h: __name__, __wrapped__ and so on */
    void *weakrefs;
    Value function;
    Dict *cache;
    int64_t max; /* -1: no limit */
    int64_t hits, misses;
    bool typed;
} Cached;

/* Slots of the native frame. */
enum { SLOT_CACHED, SLOT_KEY, SLOT_HASH, SLOT_ARGS, SLOT_KWNAMES, SLOT_COUNT };

static void cached_dealloc(Vm *vm, Obj *self) {
    Cached *c = (Cached *)self;
    Dict *cache = c->cache;
    c->cache = NULL;
    value_clear(vm, &c->function);
    obj_release(vm, cache);
}

static void cached_traverse(Obj *self, VisitFn visit, void *context) {
    Cached *c = (Cached *)self;
    visit(context, c->function);
    if (c->cache != NULL) visit(context, obj_value(c->cache));
}

static Value cached_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)kwnames;
    int64_t max = -1;
    if (nargs < 3) return raise_error(vm, T_TypeError, "_lru_cache_wrapper needs a function, maxsize and typed");
    if (!object_is_callable(vm, args[0])) return raise_error(vm, T_TypeError, "the first argument must be callable");
    if (args[1] != VALUE_NONE && !object_as_index(vm, args[1], &max, INDEX_CLIPPED)) return VALUE_NULL;
    if (args[1] != VALUE_NONE && max < 0) max = 0;
    int typed = object_truth(vm, args[2]);
    if (typed < 0) return VALUE_NULL;
    Cached *c = object_new(vm, type, 0);
    if (c == NULL) return VALUE_NULL;
    c->cache = dict_new(vm);
    c->function = value_retain(args[0]);
    c->max = max;
    c->typed = typed != 0;
    if (c->cache != NULL) return obj_value(c);
    obj_release(vm, c);
    return VALUE_NULL;
}

/* What the arguments are known by: one int or string itself, else a tuple of all, with names and types as asked. */
static Value make_key(Vm *vm, Cached *c, const Value *args, uint32_t nargs, Tuple *kwnames) {
    uint32_t named = kwnames == NULL ? 0 : kwnames->length, all = nargs + named;
    if (!c->typed && named == 0 && nargs == 1 && (value_is_int(args[0]) || is_exact(vm, args[0], T_str)))
        return value_retain(args[0]);
    Tuple *key = tuple_new(vm, nargs + (named > 0 ? 1 + 2 * named : 0) + (c->typed ? all : 0));
    if (key == NULL) return VALUE_NULL;
    uint32_t n = 0;
    for (uint32_t i = 0; i < nargs; i++) key->items[n++] = value_retain(args[i]);
    if (named > 0) key->items[n++] = value_retain(obj_value(c)); /* no argument can be taken for this mark */
    for (uint32_t i = 0; i < named; i++) {
        key->items[n++] = value_retain(kwnames->items[i]);
        key->items[n++] = value_retain(args[nargs + i]);
    }
    for (uint32_t i = 0; c->typed && i < all; i++) key->items[n++] = value_retain(obj_value(type_of(vm, args[i])));
    return obj_value(key);
}

/* Drops the oldest entries until there is room for one more. */
static void make_room(Vm *vm, Cached *c) {
    while (c->max >= 0 && dict_length(c->cache) >= (uint64_t)c->max) {
        uint32_t position = 0;
        if (!dict_next(c->cache, &position, NULL, NULL)) return;
        dict_remove_entry(vm, c->cache, position - 1);
    }
}

static bool remember(Vm *vm, Cached *c, Value key, uint32_t hash, Value result) {
    if (dict_find(vm, c->cache, key, hash) >= 0) return true; /* a call inside this one was quicker */
    if (error_is_set(vm)) return false;
    make_room(vm, c);
    return dict_set_hashed(vm, c->cache, key, hash, result);
}

static Value run_function(Vm *vm, Frame *frame) {
    Cached *c = AS(Cached, frame->regs[SLOT_CACHED]);
    Tuple *args = AS(Tuple, frame->regs[SLOT_ARGS]);
    Tuple *kwnames = frame->regs[SLOT_KWNAMES] == VALUE_NULL ? NULL : AS(Tuple, frame->regs[SLOT_KWNAMES]);
    return call_tail(vm, c->function, args->items, args->length - (kwnames == NULL ? 0 : kwnames->length), kwnames);
}

static Value cached_resume(Vm *vm, Frame *frame, Value in) {
    if (frame->state == 0) {
        frame->state = 1;
        in = run_function(vm, frame);
        if (value_is_signal(in)) return in;
    }
    if (in == VALUE_NULL) return VALUE_NULL;
    uint32_t hash = (uint32_t)value_as_small(frame->regs[SLOT_HASH]);
    if (remember(vm, AS(Cached, frame->regs[SLOT_CACHED]), frame->regs[SLOT_KEY], hash, in)) return in;
    value_release(vm, in);
    return VALUE_NULL;
}

/* Takes key over. */
static Value call_and_remember(Vm *vm, Value self, Value key, uint32_t hash, const Value *args, uint32_t nargs,
                               Tuple *kwnames) {
    Tuple *all = tuple_from(vm, args, nargs + (kwnames == NULL ? 0 : kwnames->length));
    Frame *frame = all == NULL ? NULL : native_push(vm, cached_resume, SLOT_COUNT);
    if (frame == NULL) {
        obj_release(vm, all);
        value_release(vm, key);
        return VALUE_NULL;
    }
    frame->regs[SLOT_CACHED] = value_retain(self);
    frame->regs[SLOT_KEY] = key;
    frame->regs[SLOT_HASH] = value_small(hash);
    frame->regs[SLOT_ARGS] = obj_value(all);
    frame->regs[SLOT_KWNAMES] = kwnames == NULL ? VALUE_NULL : value_retain(obj_value(kwnames));
    return SIGNAL_PUSHED;
}

static Value cached_call(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Cached *c = AS(Cached, self);
    if (c->max == 0) { /* keeps nothing, so no argument needs a hash */
        c->misses++;
        return call_tail(vm, c->function, args, nargs, kwnames);
    }
    Value key = make_key(vm, c, args, nargs, kwnames);
    if (key == VALUE_NULL) return VALUE_NULL;
    int64_t whole; /* asked for by itself: the TypeError names the argument, not a dict key */
    if (!object_hash(vm, key, &whole)) {
        value_release(vm, key);
        return VALUE_NULL;
    }
    uint32_t hash = dict_fold_hash(whole);
    int64_t index = dict_find(vm, c->cache, key, hash);
    if (index < 0 && !error_is_set(vm)) {
        c->misses++;
        return call_and_remember(vm, self, key, hash, args, nargs, kwnames);
    }
    Value found = VALUE_NULL;
    if (index >= 0) {
        c->hits++;
        Value kept = c->cache->entries[index].value;
        if (c->max < 0 || dict_move_entry(vm, c->cache, (uint32_t)index, hash, true)) found = value_retain(kept);
    }
    value_release(vm, key);
    return found;
}

static Value cached_get(Vm *vm, Value self, Value object, Type *owner) {
    (void)owner;
    if (object == VALUE_NULL || object == VALUE_NONE) return value_retain(self);
    return bound_method_new(vm, self, object);
}

static NATIVE(cached_info) {
    UNUSED_ARGS;
    Cached *c = AS(Cached, self);
    Value v[] = {value_small(c->hits), value_small(c->misses), c->max < 0 ? VALUE_NONE : int_from_int64(vm, c->max),
                 value_small(dict_length(c->cache))};
    Value info = v[2] == VALUE_NULL ? VALUE_NULL : module_call_c(vm, "functools", "_cache_info", v, 4, NULL);
    value_release(vm, v[2]);
    return info;
}

static NATIVE(cached_clear) {
    UNUSED_ARGS;
    Cached *c = AS(Cached, self);
    c->hits = c->misses = 0;
    dict_clear(vm, c->cache);
    return VALUE_NONE;
}

static NATIVE(cached_reduce) { /* it is found again by its name */
    UNUSED_ARGS;
    return object_getattr(vm, self, NAME(vm, __qualname__));
}

static NATIVE(cached_self) {
    UNUSED_ARGS;
    (void)vm;
    return value_retain(self);
}

static const MethodDef cached_methods[] = {
    {"cache_info", cached_info, 0, 0, false, METHOD_PLAIN, "Report cache statistics"},
    {"cache_clear", cached_clear, 0, 0, false, METHOD_PLAIN, "Clear the cache and cache statistics"},
    {"__reduce__", cached_reduce, 0, 0, false, METHOD_PLAIN, NULL},
    {"__copy__", cached_self, 0, 0, false, METHOD_PLAIN, NULL},
    {"__deepcopy__", cached_self, 1, 1, false, METHOD_PLAIN, NULL},
    {0},
};

static const TypeDef cached_def = {
    .name = "functools._lru_cache_wrapper",
    .size = sizeof(Cached),
    .flags = TYPE_GC | TYPE_ATTRS | TYPE_WEAKREFS,
    .attrs_offset = offsetof(Cached, attrs_),
    .weak_offset = offsetof(Cached, weakrefs),
    .slots = {.dealloc = cached_dealloc,
              .traverse = cached_traverse,
              .call = cached_call,
              .descr_get = cached_get,
              .new = cached_new},
    .methods = cached_methods,
};

bool lru_cache_add(Vm *vm, Module *m) {
    Type *cached = type_make(vm, &cached_def, NULL);
    return cached != NULL && module_add(vm, m, "_lru_cache_wrapper", value_retain(obj_value(cached)));
}
