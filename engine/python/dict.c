/* dict.c: the table of dicts: lookup, insertion, deletion, and the operations that the engine itself uses.
 *
 * A lookup may call __eq__, which may change the dict: then it begins again. Every change of keys counts `changes` up
 * and forgets the version that inline caches compare.
 */
#include "dict.h"
#include "walk.h"
#include "guard.h"
#include "type_defs.h"

#define SLOTS_MIN 8u
#define ENTRIES_MAX 0x8000000u

enum { FIND_ABSENT = -1, FIND_ERROR = -2 };

static inline bool is_plain_str(Vm *vm, Value v) {
    return value_is_obj(v) && value_obj(v)->type == TYPE(vm, str);
}

static inline uint32_t str_fold_hash(Str *s) {
    return dict_fold_hash(s->hash != -1 ? s->hash : str_hash(s));
}

static void note_change(Dict *d) {
    d->changes++;
    d->version = 0;
}

Dict *dict_new(Vm *vm) {
    return object_new(vm, TYPE(vm, dict), 0);
}

uint32_t dict_length(const Dict *dict) {
    return dict->used;
}

static uint32_t entries_for(uint32_t slots) {
    return slots - slots / 3 - 1; /* two thirds, so that a free slot is never far */
}

static size_t block_size(uint32_t capacity, uint32_t slots) {
    return (size_t)capacity * sizeof(DictEntry) + (size_t)slots * sizeof(DictSlot);
}

static inline void slot_insert(Dict *d, uint32_t hash, uint32_t entry) {
    uint32_t perturb = hash, i = hash & d->mask;
    while (d->slots[i].entry != 0) {
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
    d->slots[i] = (DictSlot){hash, entry + 1};
}

static void block_free(Vm *vm, DictEntry *entries, uint32_t capacity, uint32_t slots) {
    if (capacity > 0) mem_free(vm->mem, entries, block_size(capacity, slots));
}

/* Fills d's new, empty slots by what was in the old ones. place: where each old entry went; NULL: nothing moved. */
static void fill_slots(Dict *d, const Dict *old, const uint32_t *place) {
    for (uint32_t i = 0; i <= old->mask; i++) {
        DictSlot slot = old->slots[i];
        if (slot.entry == 0 || slot.entry == DICT_SLOT_DELETED) continue;
        slot_insert(d, slot.hash, place != NULL ? place[slot.entry - 1] : slot.entry - 1);
    }
}

/* Copies the entries alive behind a gap, and says in `place` where each went. */
static void pack_entries(DictEntry *to, const Dict *old, uint32_t *place, uint32_t n) {
    for (uint32_t i = 0; i < old->nentries; i++) {
        if (place != NULL) place[i] = n;
        if (old->entries[i].key != VALUE_NULL) to[n++] = old->entries[i];
    }
}

/* Moves what is alive into a new block of so many slots, closing the gaps but for one of `ahead` entries before the
 * first, which count as used up. Hashes stand in the slots, none is asked for. */
static bool resize(Vm *vm, Dict *d, uint32_t slots, uint32_t ahead) {
    Dict old = *d;
    uint32_t capacity = entries_for(slots);
    bool gaps = old.used != old.nentries || ahead > 0;
    uint32_t *place = gaps ? mem_alloc(vm->mem, old.nentries * sizeof *place) : NULL;
    DictEntry *entries = mem_alloc(vm->mem, block_size(capacity, slots));
    if (entries == NULL || (gaps && place == NULL)) {
        if (entries != NULL) mem_free(vm->mem, entries, block_size(capacity, slots));
        if (place != NULL) mem_free(vm->mem, place, old.nentries * sizeof *place);
        return raise_no_memory(vm) != VALUE_NULL;
    }
    d->entries = entries;
    d->slots = (DictSlot *)(void *)(entries + capacity);
    memset(d->slots, 0, slots * sizeof(DictSlot));
    d->capacity = capacity;
    d->mask = slots - 1;
    d->nentries = d->fill = old.used + ahead;
    d->first = ahead;
    memset(entries, 0, ahead * sizeof *entries);
    if (old.capacity > 0) {
        pack_entries(entries, &old, place, ahead);
        fill_slots(d, &old, place);
        block_free(vm, old.entries, old.capacity, old.mask + 1);
    }
    if (place != NULL) mem_free(vm->mem, place, old.nentries * sizeof *place);
    note_change(d);
    return true;
}

/* Room for one entry more. */
static bool grow(Vm *vm, Dict *d) {
    uint32_t slots = SLOTS_MIN;
    if (d->used >= ENTRIES_MAX) return raise_no_memory(vm) != VALUE_NULL;
    while (slots < d->used * 3) slots *= 2;
    while (entries_for(slots) <= d->used) slots *= 2;
    return resize(vm, d, slots, 0);
}

static inline uint32_t int_fold_hash(Value key) {
    int64_t i = value_as_small(key);
    return (uint64_t)i < UINT32_MAX ? (uint32_t)i : dict_fold_hash(int_hash(key));
}

static inline bool hash_key(Vm *vm, Value key, uint32_t *hash) {
    if (value_is_int(key)) {
        *hash = int_fold_hash(key);
        return true;
    }
    if (is_plain_str(vm, key)) {
        *hash = str_fold_hash(AS(Str, key));
        return true;
    }
    return false;
}

void error_of_hash(Vm *vm, Value v, const char *use) {
    if (!error_matches(vm, T_TypeError)) return;
    Value cause = error_take(vm);
    if (value_obj(cause)->type != TYPE(vm, TypeError)) {
        error_restore(vm, cause);
        return;
    }
    Str *name = type_full_name(vm, type_of(vm, v));
    if (name != NULL) raise_error(vm, T_TypeError, "cannot use '%S' as %s (%V)", name, use, cause);
    obj_release(vm, name);
    value_release(vm, cause);
}

bool dict_hash_key(Vm *vm, Value key, uint32_t *hash) {
    if (hash_key(vm, key, hash)) return true;
    int64_t h;
    if (object_hash(vm, key, &h)) {
        *hash = dict_fold_hash(h);
        return true;
    }
    error_of_hash(vm, key, "a dict key");
    return false;
}

enum { KEY_OTHER, KEY_SAME, KEY_ERROR, KEY_AGAIN };

/* Whether the entry's key equals `key` (whose hash it has). */
static int compare_key(Vm *vm, Dict *d, uint32_t index, Value key) {
    Value mine = d->entries[index].key;
    if (mine == key) return KEY_SAME;
    if (values_are_ints(mine, key)) return KEY_OTHER;
    if (is_plain_str(vm, mine) && is_plain_str(vm, key))
        return str_equal(AS(Str, mine), AS(Str, key)) ? KEY_SAME : KEY_OTHER;
    uint32_t changes = d->changes;
    value_retain(mine);
    int equal = object_equal(vm, mine, key);
    value_release(vm, mine);
    if (equal < 0) return KEY_ERROR;
    if (changes != d->changes) return KEY_AGAIN;
    return equal ? KEY_SAME : KEY_OTHER;
}

int64_t dict_find(Vm *vm, Dict *d, Value key, uint32_t hash) {
again:
    if (d->used == 0) return FIND_ABSENT;
    uint32_t perturb = hash, i = hash & d->mask;
    for (;;) {
        DictSlot slot = d->slots[i];
        if (slot.entry == 0) return FIND_ABSENT;
        if (slot.hash == hash && slot.entry != DICT_SLOT_DELETED) {
            switch (compare_key(vm, d, slot.entry - 1, key)) {
            case KEY_SAME: return slot.entry - 1;
            case KEY_ERROR: return FIND_ERROR;
            case KEY_AGAIN: goto again;
            default: break;
            }
        }
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
}

/* The entry of a str key, compared with str keys only: calls nothing. -1: absent. */
static int64_t find_str(Vm *vm, const Dict *d, Str *key) {
    if (d->used == 0) return FIND_ABSENT;
    uint32_t hash = str_fold_hash(key), perturb = hash, i = hash & d->mask;
    for (;;) {
        DictSlot slot = d->slots[i];
        if (slot.entry == 0) return FIND_ABSENT;
        if (slot.hash == hash && slot.entry != DICT_SLOT_DELETED) {
            Value mine = d->entries[slot.entry - 1].key;
            if (mine == obj_value(key)) return slot.entry - 1;
            if (vm != NULL ? is_plain_str(vm, mine) : is_str(mine)) {
                if (str_equal(AS(Str, mine), key)) return slot.entry - 1;
            }
        }
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
}

Value dict_get(Vm *vm, Dict *d, Value key) {
    uint32_t hash;
    if (!dict_hash_key(vm, key, &hash)) return VALUE_NULL;
    int64_t i = dict_find(vm, d, key, hash);
    return i >= 0 ? d->entries[i].value : VALUE_NULL;
}

Value dict_get_quick(Vm *vm, const Dict *d, Value key) {
    if (!value_is_int(key)) return is_plain_str(vm, key) ? dict_get_str(vm, d, AS(Str, key)) : VALUE_NULL;
    if (d->used == 0) return VALUE_NULL;
    uint32_t hash = int_fold_hash(key), perturb = hash, i = hash & d->mask;
    for (;;) {
        DictSlot slot = d->slots[i];
        if (slot.entry == 0) return VALUE_NULL;
        if (slot.hash == hash && slot.entry != DICT_SLOT_DELETED) {
            const DictEntry *e = &d->entries[slot.entry - 1];
            if (e->key == key) return e->value;
            if (!value_is_int(e->key)) return VALUE_NULL; /* 1.0, or an object that says it equals 1 */
        }
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
}

Value dict_get_str(Vm *vm, const Dict *d, Str *key) {
    int64_t i = find_str(vm, d, key);
    return i >= 0 ? d->entries[i].value : VALUE_NULL;
}

Value dict_get_c(Vm *vm, const Dict *d, const char *key) {
    Str *name = str_intern_c(vm, key);
    Value found = name == NULL ? VALUE_NULL : dict_get_str(vm, d, name);
    obj_release(vm, name);
    return found;
}

/* A new key at the end, whose slot was filled; retains both. */
static inline void append_entry(Dict *d, Value key, Value value) {
    d->entries[d->nentries++] = (DictEntry){value_retain(key), value_retain(value)};
    d->fill++;
    d->used++;
    note_change(d);
}

/* The same with its slot. */
static bool insert_new(Vm *vm, Dict *d, Value key, uint32_t hash, Value value) {
    if (d->fill >= d->capacity && !grow(vm, d)) return false;
    slot_insert(d, hash, d->nentries);
    append_entry(d, key, value);
    return true;
}

/* Where a new int key comes to stand in d's slots, or where the search by this way ends: there is another key with the
 * same hash, maybe the same. */
static uint32_t slot_for_int(const Dict *d, uint32_t hash) {
    uint32_t perturb = hash, i = hash & d->mask;
    while (d->slots[i].entry != 0 && d->slots[i].hash != hash) {
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
    return i;
}

/* d[key] = value for an int key that is new or stands where it is looked for first. False: nothing was done. */
static bool set_quick(Vm *vm, Dict *d, Value key, Value value) {
    if (!value_is_int(key) || d->fill >= d->capacity) return false;
    uint32_t hash = int_fold_hash(key);
    DictSlot *slot = &d->slots[slot_for_int(d, hash)];
    if (slot->entry == 0) {
        *slot = (DictSlot){hash, d->nentries + 1};
        append_entry(d, key, value);
        return true;
    }
    if (slot->entry == DICT_SLOT_DELETED || d->entries[slot->entry - 1].key != key) return false;
    value_set(vm, &d->entries[slot->entry - 1].value, value_retain(value));
    return true;
}

bool dict_set(Vm *vm, Dict *d, Value key, Value value) {
    uint32_t hash;
    if (set_quick(vm, d, key, value)) return true;
    return dict_hash_key(vm, key, &hash) && dict_set_hashed(vm, d, key, hash, value);
}

bool dict_set_hashed(Vm *vm, Dict *d, Value key, uint32_t hash, Value value) {
    int64_t i = dict_find(vm, d, key, hash);
    if (i == FIND_ERROR) return false;
    if (i < 0) return insert_new(vm, d, key, hash, value);
    value_set(vm, &d->entries[i].value, value_retain(value));
    return true;
}

bool dict_set_str(Vm *vm, Dict *d, Str *key, Value value) {
    int64_t i = find_str(vm, d, key);
    if (i < 0) return insert_new(vm, d, obj_value(key), str_fold_hash(key), value);
    value_set(vm, &d->entries[i].value, value_retain(value));
    return true;
}

/* Takes the entry out of the table; the caller owns what it held. Its place stays empty, as in CPython: who goes over
 * the entries meanwhile comes to those that are new. */
static DictEntry detach_entry(Vm *vm, Dict *d, uint32_t index, uint32_t hash) {
    (void)vm;
    uint32_t perturb = hash, i = hash & d->mask;
    while (d->slots[i].entry != index + 1) {
        perturb >>= 5;
        i = (i * 5 + perturb + 1) & d->mask;
    }
    d->slots[i].entry = DICT_SLOT_DELETED;
    DictEntry entry = d->entries[index];
    d->entries[index] = (DictEntry){VALUE_NULL, VALUE_NULL};
    d->used--;
    note_change(d);
    return entry;
}

/* The hash of an entry stands in its slot, found by walking all of them: a key's own __hash__ is not asked again. Only
 * for rare callers. */
static uint32_t entry_hash(Vm *vm, Dict *d, uint32_t index) {
    Value key = d->entries[index].key;
    uint32_t hash;
    if ((value_is_int(key) || type_of(vm, key) == TYPE(vm, str)) && hash_key(vm, key, &hash)) return hash;
    for (uint32_t i = 0;; i++)
        if (d->slots[i].entry == index + 1) return d->slots[i].hash;
}

void dict_remove_entry(Vm *vm, Dict *d, uint32_t index) {
    DictEntry e = detach_entry(vm, d, index, entry_hash(vm, d, index));
    value_release(vm, e.key);
    value_release(vm, e.value);
}

/* ---- the order of an OrderedDict */

static uint32_t first_alive(Dict *d) {
    while (d->entries[d->first].key == VALUE_NULL) d->first++;
    return d->first;
}

/* Room for one entry more at that end; `index` follows its entry. */
static bool make_room(Vm *vm, Dict *d, bool last, uint32_t *index) {
    uint32_t before = 0, slots = SLOTS_MIN, ahead = last ? 0 : d->used / 2 + 4;
    if (d->fill < d->capacity && (last || d->first > 0)) return true;
    if (d->used >= ENTRIES_MAX / 2) return raise_no_memory(vm) != VALUE_NULL;
    for (uint32_t i = 0; i < *index; i++) before += d->entries[i].key != VALUE_NULL;
    while (entries_for(slots) < (d->used + ahead) * 2) slots *= 2;
    if (!resize(vm, d, slots, ahead)) return false;
    *index = ahead + before;
    return true;
}

int dict_move(Vm *vm, Dict *d, Value key, bool last) {
    uint32_t hash;
    if (!dict_hash_key(vm, key, &hash)) return -1;
    int64_t found = dict_find(vm, d, key, hash);
    if (found < 0) return found == FIND_ERROR ? -1 : 0;
    return dict_move_entry(vm, d, (uint32_t)found, hash, last) ? 1 : -1;
}

bool dict_move_entry(Vm *vm, Dict *d, uint32_t index, uint32_t hash, bool last) {
    uint32_t end = d->nentries - 1;
    while (d->entries[end].key == VALUE_NULL) end--;
    if (index == (last ? end : first_alive(d))) return true;
    if (!make_room(vm, d, last, &index)) return false;
    DictEntry entry = detach_entry(vm, d, index, hash);
    uint32_t to = last ? d->nentries++ : --d->first;
    slot_insert(d, hash, to);
    d->entries[to] = entry;
    d->fill++;
    d->used++;
    return true;
}

Value dict_pop_first(Vm *vm, Dict *d) {
    if (d->used == 0) return VALUE_NULL;
    uint32_t index = first_alive(d);
    Tuple *pair = tuple_pack(vm, 2, d->entries[index].key, d->entries[index].value);
    if (pair != NULL) dict_remove_entry(vm, d, index);
    return pair == NULL ? VALUE_NULL : obj_value(pair);
}

int dict_delete(Vm *vm, Dict *d, Value key) {
    uint32_t hash;
    if (!dict_hash_key(vm, key, &hash)) return -1;
    int64_t i = dict_find(vm, d, key, hash);
    if (i < 0) return i == FIND_ERROR ? -1 : 0;
    DictEntry e = detach_entry(vm, d, (uint32_t)i, hash);
    value_release(vm, e.key);
    value_release(vm, e.value);
    return 1;
}

Value dict_pop(Vm *vm, Dict *d, Value key) {
    uint32_t hash;
    if (!dict_hash_key(vm, key, &hash)) return VALUE_NULL;
    int64_t i = dict_find(vm, d, key, hash);
    if (i < 0) return VALUE_NULL;
    DictEntry e = detach_entry(vm, d, (uint32_t)i, hash);
    value_release(vm, e.key);
    return e.value;
}

bool dict_next(const Dict *d, uint32_t *position, Value *key, Value *value) {
    uint32_t i = *position;
    while (i < d->nentries && d->entries[i].key == VALUE_NULL) i++;
    if (i >= d->nentries) return false;
    if (key != NULL) *key = d->entries[i].key;
    if (value != NULL) *value = d->entries[i].value;
    *position = i + 1;
    return true;
}

/* The block leaves the dict before anything in it is released. */
void dict_clear(Vm *vm, Dict *d) {
    if (d->capacity == 0) return;
    Dict old = *d;
    d->entries = NULL;
    d->slots = NULL;
    d->used = d->nentries = d->fill = d->capacity = d->mask = d->first = 0;
    note_change(d);
    for (uint32_t i = 0; i < old.nentries; i++) {
        value_release(vm, old.entries[i].key);
        value_release(vm, old.entries[i].value);
    }
    block_free(vm, old.entries, old.capacity, old.mask + 1);
}

/* A copy of a block without gaps is the same block. */
static bool copy_block(Vm *vm, Dict *to, const Dict *from) {
    size_t size = block_size(from->capacity, from->mask + 1);
    DictEntry *entries = mem_alloc(vm->mem, size);
    if (entries == NULL) return raise_no_memory(vm) != VALUE_NULL;
    memcpy(entries, from->entries, size);
    for (uint32_t i = 0; i < from->nentries; i++) {
        value_retain(entries[i].key);
        value_retain(entries[i].value);
    }
    to->entries = entries;
    to->slots = (DictSlot *)(void *)(entries + from->capacity);
    to->capacity = from->capacity;
    to->mask = from->mask;
    to->used = to->nentries = from->used;
    to->fill = from->fill;
    note_change(to);
    return true;
}

bool dict_merge(Vm *vm, Dict *d, Dict *other) {
    if (d == other || other->used == 0) return true;
    if (d->capacity == 0 && other->used == other->nentries && other->fill == other->used)
        return copy_block(vm, d, other);
    obj_retain(other);
    uint32_t position = 0, changes = other->changes;
    Value key, value;
    bool ok = true;
    while (ok && dict_next(other, &position, &key, &value)) {
        value_retain(key);
        value_retain(value);
        ok = dict_set(vm, d, key, value);
        value_release(vm, key);
        value_release(vm, value);
        if (ok && other->changes != changes) {
            raise_error(vm, T_RuntimeError, "dict mutated during update");
            ok = false;
        }
    }
    obj_release(vm, other);
    return ok;
}

Dict *dict_copy(Vm *vm, Dict *dict) {
    Dict *d = dict_new(vm);
    if (d == NULL) return NULL;
    if (dict_merge(vm, d, dict)) return d;
    obj_release(vm, d);
    return NULL;
}

/* Replaces the TypeError set by the one for an element of dict(iterable) that is no sequence; a note tells which. */
static void not_a_pair(Vm *vm, int64_t number) {
    error_clear(vm);
    raise_error(vm, T_TypeError, "object is not iterable");
    exception_note(
        vm, str_format(vm, "Cannot convert dictionary update sequence element #%lld to a sequence", (long long)number));
}

/* One element of dict(iterable): must be a pair. */
static bool add_pair(Vm *vm, Dict *d, Value item, int64_t number) {
    Value pair = tuple_from_iterable(vm, item);
    if (pair == VALUE_NULL) {
        if (error_matches(vm, T_TypeError)) not_a_pair(vm, number);
        return false;
    }
    Tuple *t = AS(Tuple, pair);
    bool ok = t->length == 2;
    if (ok) {
        ok = dict_set(vm, d, t->items[0], t->items[1]);
    } else {
        raise_error(vm, T_ValueError, "dictionary update sequence element #%lld has length %u; 2 is required",
                    (long long)number, t->length);
    }
    value_release(vm, pair);
    return ok;
}

/* The same by walking. state[0] is the dict, state[1] how many there were, state[2] VALUE_TRUE for a new dict. */
static enum walk_go pair_item(Vm *vm, Value *state, Value item) {
    bool added = add_pair(vm, AS(Dict, state[0]), item, value_as_small(state[1]));
    value_release(vm, item);
    state[1] = value_small(value_as_small(state[1]) + 1);
    return added ? WALK_ON : WALK_FAILED;
}

static Value pairs_end(Vm *vm, Value *state) {
    (void)vm;
    return state[2] == VALUE_TRUE ? value_retain(state[0]) : VALUE_NONE;
}

Value dict_update_tail(Vm *vm, Value iterator, Value dict, bool made) {
    static const WalkOps ops = {pair_item, walk_never_quick, pairs_end};
    Value state[] = {value_retain(dict), value_small(0), value_bool(made)};
    return walk_tail(vm, &ops, iterator, state, 3);
}

int dict_update_walks(Vm *vm, Value pairs, Value *iterator) {
    if (!value_is_obj(pairs) || type_lookup(vm, type_of(vm, pairs), NAME(vm, keys)) != VALUE_NULL) return 0;
    return walk_wanted(vm, pairs, iterator);
}

static bool update_from_pairs(Vm *vm, Dict *d, Value iterable) {
    Value iterator = object_iter(vm, iterable), item;
    if (iterator == VALUE_NULL) return false;
    bool ok = true;
    for (int64_t i = 0; ok && (item = object_next(vm, iterator)) != VALUE_NULL; i++) {
        ok = add_pair(vm, d, item, i);
        value_release(vm, item);
    }
    value_release(vm, iterator);
    return ok && !error_is_set(vm);
}

/* The keys as a list: what __getitem__ does may change the mapping's order. */
static Value keys_of_mapping(Vm *vm, Value mapping) {
    Value keys = call_method(vm, mapping, NAME(vm, keys), NULL, 0);
    if (keys == VALUE_NULL) return VALUE_NULL;
    Value iterator = object_iter(vm, keys);
    if (iterator == VALUE_NULL && error_matches(vm, T_TypeError)) {
        error_clear(vm);
        raise_error(vm, T_TypeError, "%T.keys() returned a non-iterable (type %T)", mapping, keys);
    }
    value_release(vm, keys);
    Value list = iterator == VALUE_NULL ? VALUE_NULL : list_from_iterable(vm, iterator);
    value_release(vm, iterator);
    return list;
}

/* Anything with keys() and __getitem__. */
static bool update_from_mapping(Vm *vm, Dict *d, Value mapping) {
    Value keys = keys_of_mapping(vm, mapping);
    bool ok = keys != VALUE_NULL;
    for (uint32_t i = 0; ok && i < AS(List, keys)->length; i++) {
        Value key = AS(List, keys)->items[i], value = object_getitem(vm, mapping, key);
        ok = value != VALUE_NULL && dict_set(vm, d, key, value);
        value_release(vm, value);
    }
    value_release(vm, keys);
    return ok;
}

bool dict_update(Vm *vm, Dict *d, Value other) {
    if (dict_is_plain(other)) return dict_merge(vm, d, AS(Dict, other));
    bool failed = false;
    Value keys = object_getattr_opt(vm, other, NAME(vm, keys), &failed);
    if (failed) return false;
    if (keys == VALUE_NULL) return update_from_pairs(vm, d, other);
    value_release(vm, keys);
    return update_from_mapping(vm, d, other);
}

uint32_t dict_keys_version(Vm *vm, Dict *d) {
    if (d->version == 0) d->version = ++vm->state->dict_version;
    return d->version;
}

uint32_t dict_entry_index(const Dict *d, Str *key) {
    int64_t i = find_str(NULL, d, key);
    return i >= 0 ? (uint32_t)i : UINT32_MAX;
}

Value *dict_entry_value(Dict *d, uint32_t index) {
    return &d->entries[index].value;
}

bool dict_is_plain(Value v) {
    return is_dict(v) && value_obj(v)->type->slots.iter == dict_iter;
}

void dict_traverse(Obj *self, VisitFn visit, void *context) {
    Dict *d = (Dict *)self;
    for (uint32_t i = 0; i < d->nentries; i++) {
        if (d->entries[i].key == VALUE_NULL) continue;
        visit(context, d->entries[i].key);
        visit(context, d->entries[i].value);
    }
}

static bool repr_entry(StrBuilder *b, Value key, Value value) {
    Vm *vm = b->vm;
    value_retain(key);
    value_retain(value);
    bool ok = builder_repr(b, key);
    if (ok) builder_ascii(b, ": ", 2);
    ok = ok && builder_repr(b, value);
    value_release(vm, key);
    value_release(vm, value);
    return ok;
}

static Value repr_entries(Vm *vm, Dict *d) {
    StrBuilder b;
    builder_init(&b, vm);
    builder_char(&b, '{');
    uint32_t position = 0;
    Value key, value;
    for (bool first = true; dict_next(d, &position, &key, &value); first = false) {
        if (!first) builder_ascii(&b, ", ", 2);
        if (repr_entry(&b, key, value)) continue;
        builder_drop(&b);
        return VALUE_NULL;
    }
    builder_char(&b, '}');
    return obj_value(builder_finish(&b));
}

Value dict_repr(Vm *vm, Value self) {
    Dict *d = AS(Dict, self);
    if (d->used == 0) return obj_value(str_from_ascii(vm, "{}", 2));
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_from_ascii(vm, "{...}", 5));
    Value r = repr_entries(vm, d);
    repr_leave(vm, &mark);
    return r;
}

/* a[key] == value for an entry of b, which the caller does not hold. */
static int entry_equal(Vm *vm, Dict *a, Value key, Value value) {
    value_retain(key);
    value_retain(value);
    Value mine = value_retain(dict_get(vm, a, key));
    int equal = mine == VALUE_NULL ? (error_is_set(vm) ? -1 : 0) : object_equal(vm, mine, value);
    value_release(vm, mine);
    value_release(vm, key);
    value_release(vm, value);
    return equal;
}

int dict_equal(Vm *vm, Dict *a, Dict *b) {
    if (a->used != b->used) return 0;
    if (!guard_enter(vm, " in comparison")) return -1;
    uint32_t position = 0;
    Value key, value;
    int equal = 1;
    while (equal > 0 && dict_next(a, &position, &key, &value)) equal = entry_equal(vm, b, key, value);
    guard_leave(vm);
    return equal;
}
