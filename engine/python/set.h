/* set.h: the layout of sets and what set.c and set_methods.c share. */
#ifndef LOOPSCOPE_PYTHON_SET_H
#define LOOPSCOPE_PYTHON_SET_H

#include "object.h"

#define SET_SMALL 8u
#define SET_DUMMY_HASH (-1) /* no value hashes to it */

typedef struct SetEntry {
    Value key; /* VALUE_NULL: free (hash 0), or deleted (hash SET_DUMMY_HASH) */
    int64_t hash;
} SetEntry;

typedef struct Set { /* set and frozenset */
    Obj head;
    uint32_t used;    /* items */
    uint32_t fill;    /* items and deleted places */
    uint32_t mask;    /* places - 1; always at least SET_SMALL - 1 once there is a table */
    uint32_t finger;  /* where pop looks next */
    uint32_t changes; /* counts changes of keys */
    int64_t hash;     /* frozenset: cached, -1 not computed */
    SetEntry *table;  /* owned; NULL: an empty set that never had items */
    void *weakrefs;
} Set;

bool set_hash_item(Vm *vm, Value item, int64_t *hash);        /* [py] 3.14's message for items without hash */
int64_t set_find(Vm *vm, Set *set, Value item, int64_t hash); /* [py] place, -1 absent, -2 error */
bool set_insert(Vm *vm, Set *set, Value item, int64_t hash);  /* [py] */
bool set_merge(Vm *vm, Set *set, Set *other);                 /* [py] */
void set_remove_at(Vm *vm, Set *set, uint32_t place);
Value set_pop(Vm *vm, Set *set); /* owned; VALUE_NULL: empty (no exception) */
void set_clear(Vm *vm, Set *set);
void set_swap(Set *a, Set *b);
bool set_next_entry(const Set *set, uint32_t *position, SetEntry *entry); /* borrowed */
Value set_new_of(Vm *vm, Type *type);
static inline bool is_set(Value v) {
    return has_flag(v, TYPE_IS_SET);
}

extern const MethodDef set_methods[], frozenset_methods[];
/* Adding by walking (walk.h): state[0] is the set. */
struct WalkOps;
extern const struct WalkOps set_update_ops;
Value set_binary(Vm *vm, int op, Value a, Value b);
Value set_inplace(Vm *vm, int op, Value a, Value b);
Value set_compare(Vm *vm, Value a, Value b, int op);

#endif
