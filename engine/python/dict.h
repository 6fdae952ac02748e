/* dict.h: the layout of dicts, for the files that look into them: a compact table that keeps insertion order.
 *
 * Entries stand in order of insertion in one array; a deleted entry has key VALUE_NULL. Slots are a hash table over the
 * entries: `entry` is 0 for a free slot, DICT_SLOT_DELETED, or the entry's index + 1. Both live in one block.
 */
#ifndef LOOPSCOPE_PYTHON_DICT_H
#define LOOPSCOPE_PYTHON_DICT_H

#include "object.h"

#define DICT_SLOT_DELETED UINT32_MAX

typedef struct DictEntry {
    Value key, value;
} DictEntry;

typedef struct DictSlot {
    uint32_t hash, entry;
} DictSlot;

struct Dict {
    Obj head;
    uint32_t used;     /* entries alive */
    uint32_t nentries; /* entries in the array, deleted ones too */
    uint32_t fill;     /* slots that are not free; at most `capacity` */
    uint32_t capacity; /* entries that fit; 0: no block yet */
    uint32_t mask;     /* number of slots - 1 */
    uint32_t version;  /* see dict_keys_version; 0: none given out */
    uint32_t changes;  /* counts every change of keys, so that a lookup that called Python sees them */
    uint32_t first;    /* no entry before this one is alive; there may be more of them that are not */
    DictEntry *entries;
    DictSlot *slots;
};

typedef struct DictView { /* dict_keys, dict_values, dict_items, and those of odict.c */
    Obj head;
    Value dict;
    uint8_t part; /* enum dict_part */
} DictView;

typedef struct DictIterator { /* dict_keyiterator, dict_valueiterator, dict_itemiterator, dict_reversekeyiterator */
    Obj head;
    Value dict; /* VALUE_NULL once exhausted */
    uint32_t position;
    uint32_t used;      /* the dict's length at the start; UINT32_MAX after an error, which stays */
    uint32_t remaining; /* items to come */
    uint8_t kind;       /* enum dict_part */
    bool backwards;
    Tuple *pair; /* the last item handed out, used again when nobody kept it */
} DictIterator;

enum dict_part { DICT_KEYS, DICT_VALUES, DICT_ITEMS };

/* dict.c, for dict_methods.c and dict_views.c */
/* After hash() of v raised: a TypeError says what asked for it too, as 3.14 does. */
void error_of_hash(Vm *vm, Value v, const char *use);
bool dict_hash_key(Vm *vm, Value key, uint32_t *hash); /* [py] 3.14's message for keys that have no hash */
/* The value of an int or str key, borrowed, when it is found without a call of Python code; VALUE_NULL: ask dict_get.
 */
Value dict_get_quick(Vm *vm, const Dict *dict, Value key);
static inline uint32_t dict_fold_hash(int64_t hash) { /* what of an object's hash a dict goes by */
    return (uint32_t)((uint64_t)hash ^ (uint64_t)hash >> 32);
}
int64_t dict_find(Vm *vm, Dict *dict, Value key, uint32_t hash); /* [py] entry index, -1 absent, -2 error */
bool dict_merge(Vm *vm, Dict *dict, Dict *other);                /* [py] */
bool dict_is_plain(Value v);                                     /* a dict, or a subclass that iterates as dict does */
void dict_remove_entry(Vm *vm, Dict *dict, uint32_t index);
void dict_traverse(Obj *self, VisitFn visit, void *context);
Value dict_repr(Vm *vm, Value self);
/* Moves the entry to the end, or before all others, in constant time on average. [py] 1, 0: no such key, -1. */
int dict_move(Vm *vm, Dict *dict, Value key, bool last);
/* The same for the entry and its key's hash; false: no memory. */
bool dict_move_entry(Vm *vm, Dict *dict, uint32_t index, uint32_t hash, bool last);
bool dict_set_hashed(Vm *vm, Dict *dict, Value key, uint32_t hash,
                     Value value); /* [py] dict_set with the hash at hand */
/* Takes the first entry out as a pair; VALUE_NULL without an exception: the dict is empty. [py] */
Value dict_pop_first(Vm *vm, Dict *dict);
int dict_equal(Vm *vm, Dict *a, Dict *b); /* [py] 1, 0, -1 */

/* odict.c: adds what OrderedDict stands on to the module _collections. */
bool odict_boot(Vm *vm, Module *module);

/* dict_views.c */
/* dict.update(pairs) by walking (walk.h): whether that is wanted, as walk_wanted; the walk, whose result is None, or
 * the dict that was `made` for it. The iterator is taken over. */
int dict_update_walks(Vm *vm, Value pairs, Value *iterator);
Value dict_update_tail(Vm *vm, Value iterator, Value dict, bool made);
Value dict_view_new(Vm *vm, Value dict, enum dict_part part);
Value dict_iterator_new(Vm *vm, Value dict, enum dict_part part, bool backwards);
Value dict_iter(Vm *vm, Value self);
void dict_iterator_dealloc(Vm *vm, Obj *self);
void dict_iterator_traverse(Obj *self, VisitFn visit, void *context);
Value dict_iterator_reduce(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames);
/* The next entry of an iterator that knows there is one. */
DictEntry *dict_iterator_step(DictIterator *it);

#endif
