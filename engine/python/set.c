/* set.c: the table of sets and frozensets.
 *
 * Table size, probing and growth are CPython's (a run of LINEAR_PROBES places, then a jump), since they decide the
 * order in which a set of ints is printed. Arithmetic is 64 bit everywhere, so that wasm gives the same order.
 */
#include "set.h"
#include "dict.h"
#include "guard.h"
#include "iterators.h"
#include "type_defs.h"
#include "walk.h"

#define LINEAR_PROBES 9u
#define PERTURB_SHIFT 5
#define PLACES_MAX 0x4000000u

enum { FIND_ABSENT = -1, FIND_ERROR = -2 };

Value set_new_of(Vm *vm, Type *type) {
    Set *s = object_new(vm, type, 0);
    if (s != NULL) s->hash = -1;
    return obj_value(s);
}

Value set_new(Vm *vm, bool frozen) {
    return set_new_of(vm, frozen ? TYPE(vm, frozenset) : TYPE(vm, set));
}

uint32_t set_length(Value set) {
    return AS(Set, set)->used;
}

bool set_hash_item(Vm *vm, Value item, int64_t *hash) {
    if (object_hash(vm, item, hash)) return true;
    error_of_hash(vm, item, "a set element");
    return false;
}

/* Places to look at in one go from i on, beyond the first. */
static inline uint32_t probes_at(const Set *s, uint32_t i) {
    return i + LINEAR_PROBES <= s->mask ? LINEAR_PROBES : 0;
}

static inline uint32_t next_place(const Set *s, uint32_t i, uint64_t *perturb) {
    *perturb >>= PERTURB_SHIFT;
    return (uint32_t)(((uint64_t)i * 5 + 1 + *perturb) & s->mask);
}

/* Puts a key that is surely absent into a table without deleted places. Takes the key over. */
static void insert_clean(Set *s, Value key, int64_t hash) {
    uint64_t perturb = (uint64_t)hash;
    uint32_t i = (uint32_t)(perturb & s->mask);
    for (;;) {
        for (uint32_t k = 0, n = probes_at(s, i); k <= n; k++) {
            if (s->table[i + k].key != VALUE_NULL) continue;
            s->table[i + k] = (SetEntry){key, hash};
            return;
        }
        i = next_place(s, i, &perturb);
    }
}

static bool resize(Vm *vm, Set *s, uint64_t minimum) {
    uint64_t places = SET_SMALL;
    while (places <= minimum) places *= 2;
    if (places > PLACES_MAX) return raise_no_memory(vm) != VALUE_NULL;
    SetEntry *table = mem_zalloc(vm->mem, (size_t)places * sizeof(SetEntry));
    if (table == NULL) return raise_no_memory(vm) != VALUE_NULL;
    SetEntry *old = s->table;
    size_t old_places = old == NULL ? 0 : (size_t)s->mask + 1;
    s->table = table;
    s->mask = (uint32_t)places - 1;
    s->fill = s->used;
    s->changes++;
    for (size_t i = 0; i < old_places; i++)
        if (old[i].key != VALUE_NULL) insert_clean(s, old[i].key, old[i].hash);
    if (old != NULL) mem_free(vm->mem, old, old_places * sizeof(SetEntry));
    return true;
}

enum { KEY_OTHER, KEY_SAME, KEY_ERROR, KEY_AGAIN };

static int compare_key(Vm *vm, Set *s, Value mine, Value key) {
    if (mine == key) return KEY_SAME;
    if (values_are_ints(mine, key)) return KEY_OTHER;
    if (is_exact(vm, mine, T_str) && is_exact(vm, key, T_str))
        return str_equal(AS(Str, mine), AS(Str, key)) ? KEY_SAME : KEY_OTHER;
    uint32_t changes = s->changes;
    value_retain(mine);
    int equal = object_equal(vm, mine, key);
    value_release(vm, mine);
    if (equal < 0) return KEY_ERROR;
    if (changes != s->changes) return KEY_AGAIN;
    return equal ? KEY_SAME : KEY_OTHER;
}

/* The place of the key; or absent, with the place where it would go in *free_place (if not NULL): the last deleted
 * place on the way (as CPython takes it), else the free one at its end. */
static int64_t look(Vm *vm, Set *s, Value key, int64_t hash, uint32_t *free_place) {
again:;
    uint64_t perturb = (uint64_t)hash;
    uint32_t i = (uint32_t)(perturb & s->mask), deleted = UINT32_MAX;
    for (;;) {
        for (uint32_t k = i, end = i + probes_at(s, i); k <= end; k++) {
            SetEntry *e = &s->table[k];
            if (e->key == VALUE_NULL) {
                if (e->hash == SET_DUMMY_HASH) {
                    deleted = k;
                    continue;
                }
                if (free_place != NULL) *free_place = deleted != UINT32_MAX ? deleted : k;
                return FIND_ABSENT;
            }
            if (e->hash != hash) continue;
            int same = compare_key(vm, s, e->key, key);
            if (same == KEY_SAME) return k;
            if (same == KEY_ERROR) return FIND_ERROR;
            if (same == KEY_AGAIN) {
                if (s->table == NULL) return FIND_ABSENT;
                goto again;
            }
        }
        i = next_place(s, i, &perturb);
    }
}

int64_t set_find(Vm *vm, Set *s, Value item, int64_t hash) {
    return s->used == 0 ? FIND_ABSENT : look(vm, s, item, hash, NULL);
}

bool set_insert(Vm *vm, Set *s, Value item, int64_t hash) {
    if (s->table == NULL && !resize(vm, s, 0)) return false;
    uint32_t place = 0;
    int64_t found = look(vm, s, item, hash, &place);
    if (found >= 0) return true;
    if (found == FIND_ERROR) return false;
    if (s->table == NULL) return set_insert(vm, s, item, hash); /* cleared by an __eq__ */
    bool fresh = s->table[place].hash != SET_DUMMY_HASH;
    s->table[place] = (SetEntry){value_retain(item), hash};
    s->used++;
    s->changes++;
    if (!fresh) return true;
    s->fill++;
    if ((uint64_t)s->fill * 5 < (uint64_t)s->mask * 3) return true;
    return resize(vm, s, s->used > 50000 ? (uint64_t)s->used * 2 : (uint64_t)s->used * 4);
}

bool set_add(Vm *vm, Value set, Value item) {
    int64_t hash;
    return set_hash_item(vm, item, &hash) && set_insert(vm, AS(Set, set), item, hash);
}

/* A set looks for the frozenset equal to it. Owned; VALUE_NULL: item is no set (or an error is set). */
static Value frozen_copy(Vm *vm, Value item) {
    if (!is_set(item) || type_is_subtype(value_obj(item)->type, TYPE(vm, frozenset))) return VALUE_NULL;
    error_clear(vm);
    Value frozen = set_new(vm, true);
    if (frozen == VALUE_NULL || set_merge(vm, AS(Set, frozen), AS(Set, item))) return frozen;
    value_release(vm, frozen);
    return VALUE_NULL;
}

int set_contains(Vm *vm, Value set, Value item) {
    int64_t hash;
    if (set_hash_item(vm, item, &hash)) {
        int64_t place = set_find(vm, AS(Set, set), item, hash);
        return place == FIND_ERROR ? -1 : place >= 0;
    }
    Value frozen = frozen_copy(vm, item);
    if (frozen == VALUE_NULL) return -1;
    int r = set_contains(vm, set, frozen);
    value_release(vm, frozen);
    return r;
}

void set_remove_at(Vm *vm, Set *s, uint32_t place) {
    Value key = s->table[place].key;
    s->table[place] = (SetEntry){VALUE_NULL, SET_DUMMY_HASH};
    s->used--;
    s->changes++;
    value_release(vm, key);
}

int set_discard(Vm *vm, Value set, Value item) {
    int64_t hash;
    if (!set_hash_item(vm, item, &hash)) {
        Value frozen = frozen_copy(vm, item);
        if (frozen == VALUE_NULL) return -1;
        int r = set_discard(vm, set, frozen);
        value_release(vm, frozen);
        return r;
    }
    int64_t place = set_find(vm, AS(Set, set), item, hash);
    if (place == FIND_ERROR) return -1;
    if (place >= 0) set_remove_at(vm, AS(Set, set), (uint32_t)place);
    return place >= 0;
}

Value set_pop(Vm *vm, Set *s) {
    (void)vm;
    if (s->used == 0) return VALUE_NULL;
    uint32_t i = s->finger & s->mask;
    while (s->table[i].key == VALUE_NULL) i = i == s->mask ? 0 : i + 1;
    Value key = s->table[i].key;
    s->table[i] = (SetEntry){VALUE_NULL, SET_DUMMY_HASH};
    s->used--;
    s->changes++;
    s->finger = i + 1;
    return key;
}

void set_clear(Vm *vm, Set *s) {
    SetEntry *table = s->table;
    if (table == NULL) return;
    size_t places = (size_t)s->mask + 1;
    s->table = NULL;
    s->used = s->fill = s->mask = s->finger = 0;
    s->changes++;
    for (size_t i = 0; i < places; i++) value_release(vm, table[i].key);
    mem_free(vm->mem, table, places * sizeof(SetEntry));
}

/* Exchanges the contents of two sets. */
void set_swap(Set *a, Set *b) {
    Set copy = *a;
    a->used = b->used, a->fill = b->fill, a->mask = b->mask, a->table = b->table;
    b->used = copy.used, b->fill = copy.fill, b->mask = copy.mask, b->table = copy.table;
    a->finger = b->finger = 0;
    a->changes++;
    b->changes++;
    a->hash = b->hash = -1;
}

bool set_next_entry(const Set *s, uint32_t *position, SetEntry *entry) {
    if (s->table == NULL) return false;
    for (uint32_t i = *position; i <= s->mask; i++) {
        if (s->table[i].key == VALUE_NULL) continue;
        *entry = s->table[i];
        *position = i + 1;
        return true;
    }
    return false;
}

bool set_next(Value set, uint32_t *position, Value *item) {
    SetEntry e;
    if (!set_next_entry(AS(Set, set), position, &e)) return false;
    *item = e.key;
    return true;
}

static uint32_t table_mask(const Set *s) {
    return s->table == NULL ? SET_SMALL - 1 : s->mask;
}

/* Copies places or inserts, as CPython's set_merge: which of them it is decides the order. */
bool set_merge(Vm *vm, Set *s, Set *other) {
    if (other == s || other->used == 0) return true;
    if (((uint64_t)s->fill + other->used) * 5 >= (uint64_t)table_mask(s) * 3) {
        if (!resize(vm, s, ((uint64_t)s->used + other->used) * 2)) return false;
    }
    if (s->table == NULL && !resize(vm, s, 0)) return false;
    SetEntry e;
    uint32_t position = 0;
    if (s->fill == 0) {
        bool same = s->mask == other->mask && other->fill == other->used;
        while (set_next_entry(other, &position, &e)) {
            value_retain(e.key);
            if (same) {
                s->table[position - 1] = e;
            } else {
                insert_clean(s, e.key, e.hash);
            }
        }
        s->fill = s->used = other->used;
        s->changes++;
        return true;
    }
    bool ok = true;
    while (ok && set_next_entry(other, &position, &e)) {
        value_retain(e.key);
        ok = set_insert(vm, s, e.key, e.hash);
        value_release(vm, e.key);
    }
    return ok;
}

static bool merge_dict(Vm *vm, Set *s, Value dict) {
    uint64_t more = dict_length(AS(Dict, dict));
    if ((s->fill + more) * 5 >= (uint64_t)table_mask(s) * 3 && !resize(vm, s, (s->used + more) * 2)) return false;
    uint32_t position = 0;
    Value key;
    bool ok = true;
    while (ok && dict_next(AS(Dict, dict), &position, &key, NULL)) {
        value_retain(key);
        ok = set_add(vm, obj_value(s), key);
        value_release(vm, key);
    }
    return ok;
}

static bool add_item(Vm *vm, void *context, Value item) {
    return set_add(vm, obj_value(context), item);
}

bool set_update(Vm *vm, Value set, Value iterable) {
    if (is_set(iterable)) return set_merge(vm, AS(Set, set), AS(Set, iterable));
    if (is_exact(vm, iterable, T_dict)) return merge_dict(vm, AS(Set, set), iterable);
    return object_for_each(vm, iterable, add_item, value_obj(set));
}

/* ---- slots */

static void set_dealloc(Vm *vm, Obj *self) {
    set_clear(vm, (Set *)self);
}

static void set_traverse(Obj *self, VisitFn visit, void *context) {
    uint32_t position = 0;
    SetEntry e;
    while (set_next_entry((Set *)self, &position, &e)) visit(context, e.key);
}

static Str *repr_list(Vm *vm, Value self, Value list) {
    Type *type = value_obj(self)->type;
    Value text = object_repr(vm, list);
    if (text == VALUE_NULL) return NULL;
    Str *inner = str_slice(vm, AS(Str, text), 1, AS(Str, text)->length - 1);
    value_release(vm, text);
    if (inner == NULL) return NULL;
    Str *r = type == TYPE(vm, set) ? str_format(vm, "{%S}", inner) : str_format(vm, "%S({%S})", type->name, inner);
    obj_release(vm, inner);
    return r;
}

/* As they lie in the table, whatever __iter__ a subclass has. */
static Value items_of(Vm *vm, Set *s) {
    List *list = list_new(vm, 0);
    uint32_t position = 0;
    SetEntry e;
    bool ok = list != NULL;
    while (ok && set_next_entry(s, &position, &e)) ok = list_append(vm, list, e.key);
    if (ok) return obj_value(list);
    obj_release(vm, list);
    return VALUE_NULL;
}

static Value set_repr(Vm *vm, Value self) {
    Type *type = value_obj(self)->type;
    if (AS(Set, self)->used == 0) return obj_value(str_format(vm, "%S()", type->name));
    ReprMark mark;
    int enter = repr_enter(vm, &mark, self);
    if (enter <= 0) return enter < 0 ? VALUE_NULL : obj_value(str_format(vm, "%S(...)", type->name));
    Value list = items_of(vm, AS(Set, self));
    Str *r = list == VALUE_NULL ? NULL : repr_list(vm, self, list);
    value_release(vm, list);
    repr_leave(vm, &mark);
    return obj_value(r);
}

static uint64_t shuffle_bits(uint64_t h) {
    return ((h ^ 89869747u) ^ (h << 16)) * 3644798167u;
}

/* Independent of order; CPython's numbers, as sets of frozensets are ordered by them. */
static bool frozenset_hash(Vm *vm, Value self, int64_t *hash) {
    (void)vm;
    Set *s = AS(Set, self);
    if (s->hash == -1) {
        uint64_t h = 0;
        uint32_t position = 0;
        SetEntry e;
        while (set_next_entry(s, &position, &e)) h ^= shuffle_bits((uint64_t)e.hash);
        h ^= ((uint64_t)s->used + 1) * 1927868237u;
        h ^= (h >> 11) ^ (h >> 25);
        h = h * 69069u + 907133923u;
        s->hash = h == UINT64_MAX ? 590923713 : (int64_t)h;
    }
    *hash = s->hash;
    return true;
}

static int64_t set_slot_length(Vm *vm, Value self) {
    (void)vm;
    return AS(Set, self)->used;
}

static Value set_iter(Vm *vm, Value self) {
    SetIterator *it = object_new(vm, TYPE(vm, set_iterator), 0);
    if (it == NULL) return VALUE_NULL;
    it->set = value_retain(self);
    it->used = it->remaining = AS(Set, self)->used;
    return obj_value(it);
}

/* Whether to hash it and compare it with its like runs no Python code. */
static bool is_quick(Vm *vm, Value item) {
    return value_is_int(item) || is_exact(vm, item, T_str);
}

/* state[0] is the set, state[1] VALUE_TRUE once it has an item that is not quick, or else VALUE_NULL. */
static enum walk_go walked_item(Vm *vm, Value *state, Value item) {
    if (!is_quick(vm, item)) state[1] = VALUE_TRUE;
    bool added = set_add(vm, state[0], item);
    value_release(vm, item);
    return added ? WALK_ON : WALK_FAILED;
}

static bool walked_quick(Vm *vm, Value *state, Value item) {
    if (state[1] != VALUE_NULL || !is_quick(vm, item)) return false;
    if (!set_add(vm, state[0], item)) { /* without memory: the long way says so */
        error_clear(vm);
        return false;
    }
    value_release(vm, item);
    return true;
}

static Value walked_set(Vm *vm, Value *state) {
    (void)vm;
    return value_retain(state[0]);
}

static Value walked_update(Vm *vm, Value *state) {
    (void)vm, (void)state;
    return VALUE_NONE;
}

const WalkOps set_update_ops = {walked_item, walked_quick, walked_update};

/* A new set or frozenset of what Python code gives; VALUE_NONE: nothing of that kind is asked for. */
static Value set_walk(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const WalkOps ops = {walked_item, walked_quick, walked_set};
    Value iterator;
    bool exact = type == TYPE(vm, set) || type == TYPE(vm, frozenset);
    bool walks = exact && nargs == 1 && kwnames == NULL && !is_set(args[0]); /* a set's own __iter__ is not asked */
    int walk = walks ? walk_wanted(vm, args[0], &iterator) : 0;
    if (walk <= 0) return walk < 0 ? VALUE_NULL : VALUE_NONE;
    Value made = set_new_of(vm, type);
    if (made != VALUE_NULL) return walk_tail(vm, &ops, iterator, &made, 1);
    value_release(vm, iterator);
    return VALUE_NULL;
}

static Value set_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value walk = set_walk(vm, type, args, nargs, kwnames);
    return walk == VALUE_NONE ? set_new_of(vm, type) : walk;
}

static int set_init(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (!keywords_allowed(vm, TYPE(vm, set), false, kwnames)) return -1;
    if (nargs > 1) {
        raise_error(vm, T_TypeError, "set expected at most 1 argument, got %u", nargs);
        return -1;
    }
    set_clear(vm, AS(Set, self));
    return nargs == 0 || set_update(vm, self, args[0]) ? 0 : -1;
}

static Value frozenset_type_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    bool exact = type == TYPE(vm, frozenset);
    const Type *builtin = TYPE(vm, frozenset);
    if (!keywords_allowed(vm, builtin, type->slots.init != builtin->slots.init, kwnames)) return VALUE_NULL;
    if (nargs > 1) return raise_error(vm, T_TypeError, "frozenset expected at most 1 argument, got %u", nargs);
    if (nargs == 1 && exact && is_exact(vm, args[0], T_frozenset)) return value_retain(args[0]);
    Value walk = set_walk(vm, type, args, nargs, kwnames);
    if (walk != VALUE_NONE) return walk;
    Value s = set_new_of(vm, type);
    if (s == VALUE_NULL || nargs == 0 || set_update(vm, s, args[0])) return s;
    value_release(vm, s);
    return VALUE_NULL;
}

#define SET_SLOTS                                                                                                      \
    .dealloc = set_dealloc, .traverse = set_traverse, .repr = set_repr, .compare = set_compare, .iter = set_iter,      \
    .binary = set_binary, .length = set_slot_length, .contains = set_contains

const TypeDef type_set_def = {
    .name = "set",
    .size = sizeof(Set),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS | TYPE_IS_SET | TYPE_AGAIN,
    .weak_offset = offsetof(Set, weakrefs),
    .doc = "Build an unordered collection of unique elements.",
    .slots = {SET_SLOTS, .hash = hash_not_implemented, .inplace = set_inplace, .new = set_type_new, .init = set_init},
    .methods = set_methods,
};

const TypeDef type_frozenset_def = {
    .name = "frozenset",
    .size = sizeof(Set),
    .flags = TYPE_BASE | TYPE_GC | TYPE_WEAKREFS | TYPE_IS_SET | TYPE_AGAIN,
    .weak_offset = offsetof(Set, weakrefs),
    .doc = "Build an immutable unordered collection of unique elements.",
    .slots = {SET_SLOTS, .hash = frozenset_hash, .new = frozenset_type_new},
    .methods = frozenset_methods,
};

/* ---- the iterator */

static void iterator_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((SetIterator *)self)->set);
}

static void iterator_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((SetIterator *)self)->set);
}

static Value iterator_next(Vm *vm, Value self) {
    SetIterator *it = AS(SetIterator, self);
    if (it->set == VALUE_NULL) return VALUE_NULL;
    Set *s = AS(Set, it->set);
    if (it->used != s->used) {
        it->used = UINT32_MAX;
        return raise_error(vm, T_RuntimeError, "Set changed size during iteration");
    }
    SetEntry e;
    if (set_next_entry(s, &it->position, &e)) {
        it->remaining--;
        return value_retain(e.key);
    }
    value_clear(vm, &it->set);
    return VALUE_NULL;
}

static Value iterator_length_hint(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    (void)vm, (void)args, (void)nargs, (void)kwnames;
    SetIterator *it = AS(SetIterator, self);
    return value_small(it->set != VALUE_NULL && AS(Set, it->set)->used == it->used ? it->remaining : 0);
}

static NATIVE(iterator_reduce_rest) {
    UNUSED_ARGS;
    return iterator_rest(vm, self, NULL);
}

static const MethodDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {"__reduce__", iterator_reduce_rest, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

const TypeDef type_set_iterator_def = {
    .name = "set_iterator",
    .size = sizeof(SetIterator),
    .flags = TYPE_GC | TYPE_NO_NEW,
    .slots = {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = object_itself, .next = iterator_next},
    .methods = iterator_methods,
};
