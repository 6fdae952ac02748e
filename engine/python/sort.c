/* sort.c: list.sort: a stable merge sort over natural runs, with a comparison chosen once by the kind of the keys.
 *
 * The list is empty while it is sorted, so that key functions and comparisons that look at it cannot break it. Keys are
 * computed once; keys and items move together. Runs come from the data and are merged by the rule of powersort, as
 * CPython's do; before a merge, what is in place already at both ends is skipped by galloping.
 */
#include "list.h"
#include "type_defs.h"

#define RUNS_MAX 64

typedef struct Sort Sort;
typedef int (*LessFn)(Sort *s, Value a, Value b);

typedef struct Run {
    uint32_t start, length;
    int power; /* of the boundary with the next run */
} Run;

struct Sort {
    Vm *vm;
    LessFn less; /* 1, 0, -1 error */
    Value *keys;
    Value *items;                /* moved along with the keys; NULL when the keys are the items */
    Value *key_room, *item_room; /* half of the length each */
    uint32_t length, room;
    Run runs[RUNS_MAX];
    int nruns;
};

static int less_any(Sort *s, Value a, Value b) {
    return object_less(s->vm, a, b);
}
static int less_int(Sort *s, Value a, Value b) {
    (void)s;
    return (int64_t)a < (int64_t)b;
}
static int less_float(Sort *s, Value a, Value b) {
    (void)s;
    return float_value(a) < float_value(b);
}
static int less_str(Sort *s, Value a, Value b) {
    (void)s;
    return str_compare(AS(Str, a), AS(Str, b)) < 0;
}
static int less_tuple(Sort *s, Value a, Value b) { /* decides at the first items when these are ints or strings */
    Tuple *x = AS(Tuple, a), *y = AS(Tuple, b);
    if (x->length > 0 && y->length > 0 && values_are_ints(x->items[0], y->items[0]) && x->items[0] != y->items[0])
        return (int64_t)x->items[0] < (int64_t)y->items[0];
    return object_less(s->vm, a, b);
}

static LessFn less_for(Vm *vm, const Value *keys, uint32_t n) {
    bool ints = true, floats = true, strs = true, tuples = true;
    for (uint32_t i = 0; i < n; i++) {
        Type *type = type_of(vm, keys[i]);
        ints = ints && value_is_int(keys[i]);
        floats = floats && type == TYPE(vm, float);
        strs = strs && type == TYPE(vm, str);
        tuples = tuples && type == TYPE(vm, tuple);
        if (!ints && !floats && !strs && !tuples) return less_any;
    }
    return ints ? less_int : floats ? less_float : strs ? less_str : less_tuple;
}

static void swap_range(Value *v, uint32_t from, uint32_t to) {
    for (; from + 1 < to; from++) {
        Value x = v[from];
        v[from] = v[--to];
        v[to] = x;
    }
}

static void reverse_range(Sort *s, uint32_t from, uint32_t to) {
    swap_range(s->keys, from, to);
    if (s->items != NULL) swap_range(s->items, from, to);
}

/* Where what does not descend ends, from `i` on: the first that is less than the one before it. 0: error. */
static uint32_t skip_ascending(Sort *s, uint32_t i) {
    for (; i < s->length; i++) {
        int less = s->less(s, s->keys[i], s->keys[i - 1]);
        if (less < 0) return 0;
        if (less) break;
    }
    return i;
}

/* Where what does not ascend ends. Equal ones in a row are turned round, as the whole will be once more. 0: error. */
static uint32_t skip_descending(Sort *s, uint32_t i) {
    uint32_t equal = 0; /* how many before i are equal to the one before them */
    for (; i < s->length; i++) {
        int less = s->less(s, s->keys[i], s->keys[i - 1]);
        int greater = less ? 0 : s->less(s, s->keys[i - 1], s->keys[i]);
        if (less < 0 || greater < 0) return 0;
        if (greater) break;
        if (less && equal > 0) reverse_range(s, i - equal - 1, i);
        equal = less ? 0 : equal + 1;
    }
    if (equal > 0) reverse_range(s, i - equal - 1, i);
    return i;
}

/* Length of the run that begins at `from`; a descending one is turned round. 0: error. What is compared with what, and
 * in which order, is seen by programs: it is that of CPython's count_run since 3.13. */
static uint32_t count_run(Sort *s, uint32_t from) {
    uint32_t i = skip_ascending(s, from + 1);
    if (i == 0 || i >= s->length) return i == 0 ? 0 : i - from;
    if (i > from + 1) {
        int less = s->less(s, s->keys[from], s->keys[i - 1]);
        if (less != 0) return less < 0 ? 0 : i - from;
        reverse_range(s, from, i); /* all of them equal, before one that is less */
    }
    i = skip_descending(s, i + 1);
    if (i == 0) return 0;
    reverse_range(s, from, i);
    i = skip_ascending(s, i);
    return i == 0 ? 0 : i - from;
}

static void rotate_in(Value *v, uint32_t to, uint32_t from) { /* moves v[from] down to `to` */
    Value x = v[from];
    memmove(v + to + 1, v + to, (from - to) * sizeof(Value));
    v[to] = x;
}

/* Binary insertion of [sorted, to) into [from, sorted). */
static bool insert_sorted(Sort *s, uint32_t from, uint32_t sorted, uint32_t to) {
    for (uint32_t i = sorted; i < to; i++) {
        uint32_t low = from, high = i;
        while (low < high) {
            uint32_t mid = low + (high - low) / 2;
            int less = s->less(s, s->keys[i], s->keys[mid]);
            if (less < 0) return false;
            if (less) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        rotate_in(s->keys, low, i);
        if (s->items != NULL) rotate_in(s->items, low, i);
    }
    return true;
}

/* How many of v[0..n) are not greater than key (from the front, by doubling steps). -1: error. */
static int64_t gallop_not_greater(Sort *s, Value key, const Value *v, uint32_t n) {
    uint32_t low = 0, step = 1;
    while (low + step - 1 < n) {
        int less = s->less(s, key, v[low + step - 1]);
        if (less < 0) return -1;
        if (less) break;
        low += step;
        step *= 2;
    }
    uint32_t high = low + step - 1 < n ? low + step - 1 : n;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int less = s->less(s, key, v[mid]);
        if (less < 0) return -1;
        if (less) {
            high = mid;
        } else {
            low = mid + 1;
        }
    }
    return low;
}

/* How many of v[0..n) are less than key, looked for from the end. -1: error. */
static int64_t gallop_less_from_end(Sort *s, Value key, const Value *v, uint32_t n) {
    uint32_t high = n, step = 1;
    while (high >= step) {
        int less = s->less(s, v[high - step], key);
        if (less < 0) return -1;
        if (less) break;
        high -= step;
        step *= 2;
    }
    uint32_t low = high >= step ? high - step + 1 : 0;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int less = s->less(s, v[mid], key);
        if (less < 0) return -1;
        if (less) {
            low = mid + 1;
        } else {
            high = mid;
        }
    }
    return high;
}

static bool sort_make_room(Sort *s, uint32_t n) {
    if (s->room >= n) return true;
    mem_free(s->vm->mem, s->key_room, s->room * sizeof(Value));
    mem_free(s->vm->mem, s->item_room, s->room * sizeof(Value));
    s->room = 0;
    s->item_room = NULL;
    s->key_room = mem_alloc(s->vm->mem, n * sizeof(Value));
    if (s->key_room != NULL && s->items != NULL) s->item_room = mem_alloc(s->vm->mem, n * sizeof(Value));
    if (s->key_room == NULL || (s->items != NULL && s->item_room == NULL)) {
        mem_free(s->vm->mem, s->key_room, n * sizeof(Value));
        s->key_room = NULL;
        raise_no_memory(s->vm);
        return false;
    }
    s->room = n;
    return true;
}

/* Merges [at, at+na) and [at+na, at+na+nb), the first being copied out. An error leaves a permutation. */
static bool merge_low(Sort *s, uint32_t at, uint32_t na, uint32_t nb) {
    if (!sort_make_room(s, na)) return false;
    Value *keys = s->keys, *items = s->items;
    memcpy(s->key_room, keys + at, na * sizeof(Value));
    if (items != NULL) memcpy(s->item_room, items + at, na * sizeof(Value));
    uint32_t a = 0, b = at + na, end = b + nb, to = at;
    bool ok = true;
    while (a < na && b < end) {
        int less = s->less(s, keys[b], s->key_room[a]);
        if (less < 0) {
            ok = false;
            break;
        }
        if (items != NULL) items[to] = less ? items[b] : s->item_room[a];
        keys[to++] = less ? keys[b++] : s->key_room[a++];
    }
    memmove(keys + to, s->key_room + a, (na - a) * sizeof(Value));
    if (items != NULL) memmove(items + to, s->item_room + a, (na - a) * sizeof(Value));
    return ok;
}

/* The same from the end, the second being copied out. */
static bool merge_high(Sort *s, uint32_t at, uint32_t na, uint32_t nb) {
    if (!sort_make_room(s, nb)) return false;
    Value *keys = s->keys, *items = s->items;
    memcpy(s->key_room, keys + at + na, nb * sizeof(Value));
    if (items != NULL) memcpy(s->item_room, items + at + na, nb * sizeof(Value));
    uint32_t a = at + na, b = nb, to = at + na + nb;
    bool ok = true;
    while (a > at && b > 0) {
        int less = s->less(s, s->key_room[b - 1], keys[a - 1]);
        if (less < 0) {
            ok = false;
            break;
        }
        to--;
        if (items != NULL) items[to] = less ? items[a - 1] : s->item_room[b - 1];
        keys[to] = less ? keys[--a] : s->key_room[--b];
    }
    memmove(keys + to - b, s->key_room, b * sizeof(Value));
    if (items != NULL) memmove(items + to - b, s->item_room, b * sizeof(Value));
    return ok;
}

/* Merges run i with the next one. */
static bool merge_at(Sort *s, int i) {
    Run *x = &s->runs[i], *y = &s->runs[i + 1];
    uint32_t at = x->start, na = x->length, nb = y->length, middle = y->start;
    x->length += nb;
    x->power = y->power;
    for (int k = i + 1; k + 1 < s->nruns; k++) s->runs[k] = s->runs[k + 1];
    s->nruns--;
    int64_t skip = gallop_not_greater(s, s->keys[middle], s->keys + at, na);
    if (skip < 0) return false;
    at += (uint32_t)skip;
    na -= (uint32_t)skip;
    if (na == 0) return true;
    int64_t keep = gallop_less_from_end(s, s->keys[at + na - 1], s->keys + middle, nb);
    if (keep < 0) return false;
    nb = (uint32_t)keep;
    if (nb == 0) return true;
    return na <= nb ? merge_low(s, at, na, nb) : merge_high(s, at, na, nb);
}

/* Powersort's number for the boundary between two adjacent runs: how deep it lies in a balanced merge tree. */
static int run_power(uint32_t start, uint32_t na, uint32_t nb, uint32_t n) {
    uint64_t a = 2 * (uint64_t)start + na, b = a + na + nb;
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static bool push_run(Sort *s, uint32_t start, uint32_t length) {
    if (s->nruns > 0) {
        Run *top = &s->runs[s->nruns - 1];
        int power = run_power(top->start, top->length, length, s->length);
        while (s->nruns > 1 && s->runs[s->nruns - 2].power > power)
            if (!merge_at(s, s->nruns - 2)) return false;
        s->runs[s->nruns - 1].power = power;
    }
    s->runs[s->nruns++] = (Run){start, length, 0};
    return true;
}

static uint32_t least_run(uint32_t n) {
    uint32_t odd = 0;
    while (n >= 64) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

static bool sort_keys(Sort *s) {
    uint32_t minimum = least_run(s->length);
    for (uint32_t at = 0; at < s->length;) {
        uint32_t run = count_run(s, at);
        if (run == 0) return false;
        if (run < minimum) {
            uint32_t forced = s->length - at < minimum ? s->length - at : minimum;
            if (!insert_sorted(s, at, at + run, at + forced)) return false;
            run = forced;
        }
        if (!push_run(s, at, run)) return false;
        at += run;
    }
    while (s->nruns > 1)
        if (!merge_at(s, s->nruns - 2)) return false;
    return true;
}

/* ---- ints, by their digits ---- */

#define DIGIT_BITS 11u
#define DIGITS (1u << DIGIT_BITS)

/* How many digits tell the keys apart. */
static uint32_t digits_of(const Value *keys, uint32_t n, int64_t *least) {
    int64_t low = value_as_small(keys[0]), high = low;
    for (uint32_t i = 1; i < n; i++) {
        int64_t key = value_as_small(keys[i]);
        if (key < low) low = key;
        if (key > high) high = key;
    }
    *least = low;
    uint32_t digits = 0;
    for (uint64_t range = (uint64_t)high - (uint64_t)low; range != 0; range >>= DIGIT_BITS) digits++;
    return digits;
}

static inline uint32_t digit_at(Value key, int64_t least, uint32_t shift) {
    return (uint32_t)(((uint64_t)value_as_small(key) - (uint64_t)least) >> shift) & (DIGITS - 1);
}

/* One stable pass from the keys (and items) to the room for them. False: they all have the same digit. `starts` is not
 * on the C stack: a key function may sort again, however deep. */
static bool distribute(Sort *s, uint32_t *starts, int64_t least, uint32_t shift) {
    uint32_t n = s->length, at = 0;
    memset(starts, 0, DIGITS * sizeof *starts);
    for (uint32_t i = 0; i < n; i++) starts[digit_at(s->keys[i], least, shift)]++;
    if (starts[digit_at(s->keys[0], least, shift)] == n) return false;
    for (uint32_t d = 0; d < DIGITS; d++) {
        uint32_t count = starts[d];
        starts[d] = at;
        at += count;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t to = starts[digit_at(s->keys[i], least, shift)]++;
        s->key_room[to] = s->keys[i];
        if (s->items != NULL) s->item_room[to] = s->items[i];
    }
    return true;
}

static void swap_values(Value **a, Value **b) {
    Value *v = *a;
    *a = *b;
    *b = v;
}

/* Sorts int keys with a few passes over their digits, where merging would take more of them. False: not done. Any
 * stable sort gives the same order, and comparing ints calls nothing that could tell. */
static bool sort_by_digits(Sort *s) {
    uint32_t n = s->length, log = 0;
    int64_t least;
    if (s->less != less_int || n < 512 || count_run(s, 0) > n / 8) return false;
    while (n >> log > 1) log++;
    uint32_t digits = digits_of(s->keys, n, &least);
    if (digits * 3 > log || !sort_make_room(s, n)) return false;
    uint32_t *starts = mem_alloc(s->vm->mem, DIGITS * sizeof *starts);
    if (starts == NULL) return false;
    Value *keys = s->keys, *items = s->items;
    for (uint32_t d = 0; d < digits; d++) {
        if (!distribute(s, starts, least, d * DIGIT_BITS)) continue;
        swap_values(&s->keys, &s->key_room);
        if (items != NULL) swap_values(&s->items, &s->item_room);
    }
    mem_free(s->vm->mem, starts, DIGITS * sizeof *starts);
    if (s->keys == keys) return true;
    memcpy(keys, s->keys, n * sizeof(Value));
    swap_values(&s->keys, &s->key_room);
    if (items == NULL) return true;
    memcpy(items, s->items, n * sizeof(Value));
    swap_values(&s->items, &s->item_room);
    return true;
}

static Value *keys_make(Vm *vm, const Value *items, uint32_t n, Value key) {
    Value *keys = mem_alloc(vm->mem, n * sizeof(Value));
    if (keys == NULL) {
        raise_no_memory(vm);
        return NULL;
    }
    for (uint32_t i = 0; i < n; i++) {
        keys[i] = call_value(vm, key, &items[i], 1, NULL);
        if (keys[i] != VALUE_NULL) continue;
        while (i > 0) value_release(vm, keys[--i]);
        mem_free(vm->mem, keys, n * sizeof(Value));
        return NULL;
    }
    return keys;
}

static bool sort_items(Vm *vm, Value *items, uint32_t n, Value key, bool reverse) {
    Sort s = {.vm = vm, .length = n, .keys = items};
    bool keyed = key != VALUE_NULL && key != VALUE_NONE;
    if (keyed) {
        s.items = items;
        s.keys = keys_make(vm, items, n, key);
        if (s.keys == NULL) return false;
    }
    s.less = less_for(vm, s.keys, n);
    if (reverse) reverse_range(&s, 0, n); /* reversed before and after: equal ones keep their order */
    bool ok = sort_by_digits(&s) || (!error_is_set(vm) && sort_keys(&s));
    if (reverse) reverse_range(&s, 0, n);
    if (keyed) {
        for (uint32_t i = 0; i < n; i++) value_release(vm, s.keys[i]);
        mem_free(vm->mem, s.keys, n * sizeof(Value));
    }
    mem_free(vm->mem, s.key_room, s.room * sizeof(Value));
    mem_free(vm->mem, s.item_room, s.room * sizeof(Value));
    return ok;
}

bool list_sort(Vm *vm, List *l, Value key, bool reverse) {
    if (l->length < 2 && (key == VALUE_NULL || key == VALUE_NONE)) return true;
    Value *items = l->items;
    uint32_t length = l->length, capacity = l->capacity;
    if (length == 0) return true;
    l->items = NULL;
    l->length = l->capacity = 0;
    obj_retain(l);
    bool ok = sort_items(vm, items, length, key, reverse);
    if (l->items != NULL && ok) {
        raise_error(vm, T_ValueError, "list modified during sort");
        ok = false;
    }
    Value *intruders = l->items;
    uint32_t count = l->length, room = l->capacity;
    l->items = items;
    l->length = length;
    l->capacity = capacity;
    for (uint32_t i = 0; i < count; i++) value_release(vm, intruders[i]);
    mem_free(vm->mem, intruders, room * sizeof(Value));
    obj_release(vm, l);
    return ok;
}
