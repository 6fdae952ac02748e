/* finalized.c: the live objects whose finalizer has run already: those that it brought back, and those that the
 * collector or the end of the program finalized before they die. A hash table by address, there only while it has
 * members.
 */
#include "types_private.h"

struct FinalizedSet {
    Obj **items; /* NULL: free; a power of two of them, at most half full */
    uint32_t count, capacity;
};

static uint32_t place_of(const struct FinalizedSet *set, const Obj *o) {
    uint32_t at = (uint32_t)(((uint64_t)(uintptr_t)o >> 4) * 0x9E3779B97F4A7C15u >> 32) & (set->capacity - 1);
    while (set->items[at] != NULL && set->items[at] != o) at = (at + 1) & (set->capacity - 1);
    return at;
}

bool object_was_finalized(Vm *vm, Obj *o) {
    const struct FinalizedSet *set = vm->state->finalized;
    return set != NULL && set->items[place_of(set, o)] == o;
}

/* Moves all to a table of so many places. */
static bool resize(Vm *vm, struct FinalizedSet *set, uint32_t capacity) {
    struct FinalizedSet bigger = {mem_zalloc(vm->mem, capacity * sizeof(Obj *)), set->count, capacity};
    if (bigger.items == NULL) return false;
    for (uint32_t i = 0; i < set->capacity; i++)
        if (set->items[i] != NULL) bigger.items[place_of(&bigger, set->items[i])] = set->items[i];
    mem_free(vm->mem, set->items, set->capacity * sizeof(Obj *));
    *set = bigger;
    return true;
}

static struct FinalizedSet *set_with_room(Vm *vm) {
    struct FinalizedSet *set = vm->state->finalized;
    if (set == NULL) {
        set = mem_zalloc(vm->mem, sizeof *set);
        if (set == NULL) return NULL;
        if (!resize(vm, set, 16)) {
            mem_free(vm->mem, set, sizeof *set);
            return NULL;
        }
        vm->state->finalized = set;
    }
    return set->count < set->capacity / 2 || resize(vm, set, set->capacity * 2) ? set : NULL;
}

void object_remember_finalized(Vm *vm, Obj *o) {
    if (object_was_finalized(vm, o)) return;
    struct FinalizedSet *set = set_with_room(vm);
    if (set == NULL) return; /* its finalizer may run twice: better than losing the object */
    set->items[place_of(set, o)] = o;
    set->count++;
}

void object_forget_finalized(Vm *vm, Obj *o) {
    struct FinalizedSet *set = vm->state->finalized;
    if (set == NULL) return;
    uint32_t at = place_of(set, o);
    if (set->items[at] != o) return;
    set->items[at] = NULL;
    set->count--;
    for (uint32_t i = (at + 1) & (set->capacity - 1); set->items[i] != NULL; i = (i + 1) & (set->capacity - 1)) {
        Obj *moved = set->items[i]; /* what stood behind it may have to move up */
        set->items[i] = NULL;
        set->items[place_of(set, moved)] = moved;
    }
    if (set->count != 0) return;
    mem_free(vm->mem, set->items, set->capacity * sizeof(Obj *));
    mem_free(vm->mem, set, sizeof *set);
    vm->state->finalized = NULL;
}
