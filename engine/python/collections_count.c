/* collections_count.c: _count_elements of the module _collections: how Counter counts what it is given. */
#include "builtins.h"
#include "deque.h"
#include "dict.h"
#include "walk.h"

/* The entry's count goes up by one. */
static bool raise_count(Vm *vm, Dict *counts, Value item, uint32_t hash, int64_t entry) {
    Value *count = &counts->entries[entry].value;
    if (value_is_int(*count) && int_fits_small(value_as_small(*count) + 1)) {
        *count = value_small(value_as_small(*count) + 1);
        return true;
    }
    Value old = value_retain(*count), sum = object_binary(vm, BINARY_ADD, old, value_small(1));
    bool done = sum != VALUE_NULL && dict_set_hashed(vm, counts, item, hash, sum);
    value_release(vm, sum);
    value_release(vm, old);
    return done;
}

static bool count_one(Vm *vm, void *context, Value item) {
    Dict *counts = context;
    int64_t whole;
    if (!object_hash(vm, item, &whole)) return false;
    uint32_t hash = dict_fold_hash(whole);
    int64_t entry = dict_find(vm, counts, item, hash);
    if (entry >= 0) return raise_count(vm, counts, item, hash, entry);
    return entry == -1 && dict_set_hashed(vm, counts, item, hash, value_small(1));
}

/* The same by walking. state[0] is the dict. */
static enum walk_go count_item(Vm *vm, Value *state, Value item) {
    bool counted = count_one(vm, AS(Dict, state[0]), item);
    value_release(vm, item);
    return counted ? WALK_ON : WALK_FAILED;
}

/* One that was there before, and is a text or small int among its like. */
static bool count_quick(Vm *vm, Value *state, Value item) {
    Dict *counts = AS(Dict, state[0]);
    Value count = dict_get_quick(vm, counts, item);
    if (!value_is_int(count)) return false;
    if (!count_one(vm, counts, item)) { /* without memory: the long way says so */
        error_clear(vm);
        return false;
    }
    value_release(vm, item);
    return true;
}

static Value count_end(Vm *vm, Value *state) {
    (void)vm, (void)state;
    return VALUE_NONE;
}

NATIVE(collections_count_elements) {
    UNUSED_ARGS;
    static const WalkOps ops = {count_item, count_quick, count_end};
    if (!is_dict(args[0])) return raise_error(vm, T_TypeError, "a dict was expected");
    Value iterator, counts = args[0];
    int walk = walk_wanted(vm, args[1], &iterator);
    if (walk < 0) return VALUE_NULL;
    if (walk > 0) {
        value_retain(counts);
        return walk_tail(vm, &ops, iterator, &counts, 1);
    }
    return object_for_each(vm, args[1], count_one, AS(Dict, counts)) ? VALUE_NONE : VALUE_NULL;
}
