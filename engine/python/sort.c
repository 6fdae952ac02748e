/* sort.c: list.sort: a stable merge sort over natural runs, with a comparison chosen once by the kind of the keys.
 *
 * The list is empty while it is sorted, so that key functions and comparisons that look at it cannot break it. Keys are
 * computed once; keys and items move together. Runs come from the data and are merged by the rule of powersort, as
 * CPython's do; before a merge, what is in place already at both ends is skipped by galloping. A comparison of the
 * program's sees which two are compared and when: where it may be one, the order is CPython's to the last.
 */
#include "list.h"
#include "redo.h"
#include "vm_state.h"
#include "type_defs.h"
#include "types_private.h"

#define RUNS_MAX 64
#define MIN_GALLOP                                                                                                     \
    7 /* so many of one side in a row, and finding the next end by galloping is cheaper than one by one */

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
    uint32_t min_gallop; /* moves as the data is seen to gain by galloping or not */
    Run runs[RUNS_MAX];
    int nruns;
};

static int less_any(Sort *s, Value a, Value b) {
    return object_less(s->vm, a, b);
}
/* Keys of one type are asked by its own comparison, and, when that does not know, as any others: unsafe_object_compare.
 */
static int less_same(Sort *s, Value a, Value b) {
    Vm *vm = s->vm;
    Value r = type_of(vm, a)->slots.compare(vm, a, b, COMPARE_LT);
    if (r == VALUE_NOT_IMPLEMENTED) return object_less(vm, a, b);
    if (r == VALUE_NULL) return -1;
    int truth = object_truth(vm, r);
    value_release(vm, r);
    return truth;
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
    bool ints = true, floats = true, strs = true, tuples = true, same = n > 0;
    const Type *first = n > 0 ? type_of(vm, keys[0]) : NULL;
    for (uint32_t i = 0; i < n; i++) {
        Type *type = type_of(vm, keys[i]);
        ints = ints && value_is_int(keys[i]);
        floats = floats && type == TYPE(vm, float);
        strs = strs && type == TYPE(vm, str);
        tuples = tuples && type == TYPE(vm, tuple);
        same = same && type == first;
        if (!ints && !floats && !strs && !tuples && !same) return less_any;
    }
    if (!ints && !floats && !strs && !tuples) return first->slots.compare == slot_compare ? less_same : less_any;
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

/* Which of two equal ones comes first when a key is looked for among sorted ones: the place before or behind its
 * equals. */
typedef enum Side {
    BEFORE_EQUALS,
    BEHIND_EQUALS,
} Side;

/* Whether x stands before the place of key. 1, 0, -1 error. */
static inline int stands_before(Sort *s, Value x, Value key, Side side) {
    if (side == BEFORE_EQUALS) return s->less(s, x, key);
    int less = s->less(s, key, x);
    return less < 0 ? -1 : !less;
}

/* Widens [*low, *high] around the place of key, with steps from `hint` that double each time. */
static bool gallop_range(Sort *s, Value key, const Value *v, uint32_t n, uint32_t hint, Side side, uint32_t *low,
                         uint32_t *high) {
    int before = stands_before(s, v[hint], key, side);
    if (before < 0) return false;
    uint32_t most = before ? n - hint : hint + 1, last = 0, step = 1;
    while (step < most) {
        int still = stands_before(s, before ? v[hint + step] : v[hint - step], key, side);
        if (still < 0) return false;
        if (still != before) break;
        last = step;
        step = step * 2 + 1;
    }
    if (step > most) step = most;
    *low = before ? hint + last + 1 : hint + 1 - step;
    *high = before ? hint + step : hint - last;
    return true;
}

/* How many of v[0..n), n > 0, stand before the place of key, which is looked for from `hint` on. -1: error. */
static int64_t gallop(Sort *s, Value key, const Value *v, uint32_t n, uint32_t hint, Side side) {
    uint32_t low, high;
    if (!gallop_range(s, key, v, n, hint, side, &low, &high)) return -1;
    while (low < high) {
        uint32_t mid = low + (high - low) / 2;
        int before = stands_before(s, v[mid], key, side);
        if (before < 0) return -1;
        if (before) {
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

/* ---- merging: one of two neighbours is copied out, and their items go back one by one while neither side wins long,
 * by galloping when one does. What is compared with what is that of CPython's merge_lo and merge_hi. ---- */

/* A merge from the front: na of the room at `a`, nb of the list at `b`, the next free place is `to`. One from the end:
 * na of the list and nb of the room, the next to be taken is the last of each. */
typedef struct Merge {
    uint32_t a, na;
    uint32_t b, nb;
    uint32_t to;
} Merge;

typedef enum Merged {
    MERGE_FAILED,
    MERGE_GOES_ON,
    MERGE_DONE, /* what is left of the copy fits where it belongs, without another comparison */
} Merged;

static void copy_to_room(Sort *s, uint32_t at, uint32_t n) {
    memcpy(s->key_room, s->keys + at, n * sizeof(Value));
    if (s->items != NULL) memcpy(s->item_room, s->items + at, n * sizeof(Value));
}

static void move_from_room(Sort *s, uint32_t to, uint32_t at, uint32_t n) {
    memcpy(s->keys + to, s->key_room + at, n * sizeof(Value));
    if (s->items != NULL) memcpy(s->items + to, s->item_room + at, n * sizeof(Value));
}

static void move_within(Sort *s, uint32_t to, uint32_t at, uint32_t n) {
    memmove(s->keys + to, s->keys + at, n * sizeof(Value));
    if (s->items != NULL) memmove(s->items + to, s->items + at, n * sizeof(Value));
}

static inline void low_takes_a(Sort *s, Merge *m, uint32_t n) {
    move_from_room(s, m->to, m->a, n);
    m->to += n;
    m->a += n;
    m->na -= n;
}

static inline void low_takes_b(Sort *s, Merge *m, uint32_t n) {
    move_within(s, m->to, m->b, n);
    m->to += n;
    m->b += n;
    m->nb -= n;
}

/* One by one, until one side has won `s->min_gallop` times in a row. */
static Merged low_one_by_one(Sort *s, Merge *m) {
    for (uint32_t a_wins = 0, b_wins = 0; a_wins < s->min_gallop && b_wins < s->min_gallop;) {
        int less = s->less(s, s->keys[m->b], s->key_room[m->a]);
        if (less < 0) return MERGE_FAILED;
        uint32_t from = less ? m->b++ : m->a++;
        if (s->items != NULL) s->items[m->to] = less ? s->items[from] : s->item_room[from];
        s->keys[m->to++] = less ? s->keys[from] : s->key_room[from];
        a_wins = less ? 0 : a_wins + 1;
        b_wins = less ? b_wins + 1 : 0;
        if (less ? --m->nb == 0 : --m->na == 1) return MERGE_DONE;
    }
    return MERGE_GOES_ON;
}

/* One stretch of each side. `*worth`: whether galloping still is. */
static Merged low_gallop(Sort *s, Merge *m, bool *worth) {
    int64_t a_wins = gallop(s, s->keys[m->b], s->key_room + m->a, m->na, 0, BEHIND_EQUALS);
    if (a_wins < 0) return MERGE_FAILED;
    low_takes_a(s, m, (uint32_t)a_wins);
    if (m->na <= 1) return MERGE_DONE; /* none at all: comparisons that contradict each other */
    low_takes_b(s, m, 1);
    if (m->nb == 0) return MERGE_DONE;
    int64_t b_wins = gallop(s, s->key_room[m->a], s->keys + m->b, m->nb, 0, BEFORE_EQUALS);
    if (b_wins < 0) return MERGE_FAILED;
    low_takes_b(s, m, (uint32_t)b_wins);
    if (m->nb == 0) return MERGE_DONE;
    low_takes_a(s, m, 1);
    *worth = a_wins >= MIN_GALLOP || b_wins >= MIN_GALLOP;
    return m->na == 1 ? MERGE_DONE : MERGE_GOES_ON;
}

static inline void high_takes_a(Sort *s, Merge *m, uint32_t n) {
    m->to -= n;
    m->na -= n;
    move_within(s, m->to, m->a + m->na, n);
}

static inline void high_takes_b(Sort *s, Merge *m, uint32_t n) {
    m->to -= n;
    m->nb -= n;
    move_from_room(s, m->to, m->nb, n);
}

static Merged high_one_by_one(Sort *s, Merge *m) {
    for (uint32_t a_wins = 0, b_wins = 0; a_wins < s->min_gallop && b_wins < s->min_gallop;) {
        uint32_t a = m->a + m->na - 1, b = m->nb - 1;
        int less = s->less(s, s->key_room[b], s->keys[a]);
        if (less < 0) return MERGE_FAILED;
        m->to--;
        if (s->items != NULL) s->items[m->to] = less ? s->items[a] : s->item_room[b];
        s->keys[m->to] = less ? s->keys[a] : s->key_room[b];
        a_wins = less ? a_wins + 1 : 0;
        b_wins = less ? 0 : b_wins + 1;
        if (less ? --m->na == 0 : --m->nb == 1) return MERGE_DONE;
    }
    return MERGE_GOES_ON;
}

static Merged high_gallop(Sort *s, Merge *m, bool *worth) {
    int64_t stay = gallop(s, s->key_room[m->nb - 1], s->keys + m->a, m->na, m->na - 1, BEHIND_EQUALS);
    if (stay < 0) return MERGE_FAILED;
    uint32_t a_wins = m->na - (uint32_t)stay;
    high_takes_a(s, m, a_wins);
    if (m->na == 0) return MERGE_DONE;
    high_takes_b(s, m, 1);
    if (m->nb == 1) return MERGE_DONE;
    stay = gallop(s, s->keys[m->a + m->na - 1], s->key_room, m->nb, m->nb - 1, BEFORE_EQUALS);
    if (stay < 0) return MERGE_FAILED;
    uint32_t b_wins = m->nb - (uint32_t)stay;
    high_takes_b(s, m, b_wins);
    if (m->nb <= 1) return MERGE_DONE;
    high_takes_a(s, m, 1);
    *worth = a_wins >= MIN_GALLOP || b_wins >= MIN_GALLOP;
    return m->na == 0 ? MERGE_DONE : MERGE_GOES_ON;
}

typedef Merged (*OneByOneFn)(Sort *s, Merge *m);
typedef Merged (*GallopFn)(Sort *s, Merge *m, bool *worth);

/* How often in a row one side has to win before galloping begins is learnt: less where it pays, more where it does not.
 */
static Merged merge_all(Sort *s, Merge *m, OneByOneFn one_by_one, GallopFn by_gallop) {
    for (;;) {
        Merged merged = one_by_one(s, m);
        if (merged != MERGE_GOES_ON) return merged;
        s->min_gallop++;
        for (bool worth = true; worth;) {
            if (s->min_gallop > 1) s->min_gallop--;
            merged = by_gallop(s, m, &worth);
            if (merged != MERGE_GOES_ON) return merged;
        }
        s->min_gallop++; /* a price for having left it */
    }
}

/* Merges [at, at+na) and [at+na, at+na+nb), of which the first begins with the greater and the second ends with the
 * less. The first is copied out. An error leaves a permutation. */
static bool merge_low(Sort *s, uint32_t at, uint32_t na, uint32_t nb) {
    if (!sort_make_room(s, na)) return false;
    copy_to_room(s, at, na);
    Merge m = {.na = na, .b = at + na, .nb = nb, .to = at};
    low_takes_b(s, &m, 1);
    Merged merged = m.nb == 0 || na == 1 ? MERGE_DONE : merge_all(s, &m, low_one_by_one, low_gallop);
    /* One is left of the copy: it goes to the end. */
    if (merged == MERGE_DONE && m.na == 1) low_takes_b(s, &m, m.nb);
    low_takes_a(s, &m, m.na);
    return merged != MERGE_FAILED;
}

/* The same from the end, the second being copied out. */
static bool merge_high(Sort *s, uint32_t at, uint32_t na, uint32_t nb) {
    if (!sort_make_room(s, nb)) return false;
    copy_to_room(s, at + na, nb);
    Merge m = {.a = at, .na = na, .nb = nb, .to = at + na + nb};
    high_takes_a(s, &m, 1);
    Merged merged = m.na == 0 || nb == 1 ? MERGE_DONE : merge_all(s, &m, high_one_by_one, high_gallop);
    if (merged == MERGE_DONE && m.nb == 1) high_takes_a(s, &m, m.na);
    high_takes_b(s, &m, m.nb);
    return merged != MERGE_FAILED;
}

/* Merges run i with the next one. */
static bool merge_at(Sort *s, int i) {
    Run *x = &s->runs[i], *y = &s->runs[i + 1];
    uint32_t at = x->start, na = x->length, nb = y->length, middle = y->start;
    x->length += nb;
    x->power = y->power;
    for (int k = i + 1; k + 1 < s->nruns; k++) s->runs[k] = s->runs[k + 1];
    s->nruns--;
    int64_t skip = gallop(s, s->keys[middle], s->keys + at, na, 0, BEHIND_EQUALS);
    if (skip < 0) return false;
    at += (uint32_t)skip;
    na -= (uint32_t)skip;
    if (na == 0) return true;
    int64_t keep = gallop(s, s->keys[at + na - 1], s->keys + middle, nb, nb - 1, BEFORE_EQUALS);
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

/* When no run is to come, the last two become one, or those before it where the last is the longest of three. */
static bool merge_rest(Sort *s) {
    while (s->nruns > 1) {
        int at = s->nruns - 2;
        if (at > 0 && s->runs[at - 1].length < s->runs[at + 1].length) at--;
        if (!merge_at(s, at)) return false;
    }
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
    return merge_rest(s);
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

/* Sorts `items` by `keys`, or by themselves where that is NULL. */
static bool sort_arrays(Vm *vm, Value *items, Value *keys, uint32_t n, bool reverse) {
    Sort s = {.vm = vm, .length = n, .keys = items, .min_gallop = MIN_GALLOP};
    if (keys != NULL) {
        s.items = items;
        s.keys = keys;
    }
    s.less = less_for(vm, s.keys, n);
    if (reverse) reverse_range(&s, 0, n); /* reversed before and after: equal ones keep their order */
    bool ok = sort_by_digits(&s) || (!error_is_set(vm) && sort_keys(&s));
    if (reverse) reverse_range(&s, 0, n);
    mem_free(vm->mem, s.key_room, s.room * sizeof(Value));
    mem_free(vm->mem, s.item_room, s.room * sizeof(Value));
    return ok;
}

/* The items leave the list for `held`, or come back from it. */
static void swap_items(List *l, List *held) {
    List old = *l;
    l->items = held->items;
    l->length = held->length;
    l->capacity = held->capacity;
    held->items = old.items;
    held->length = old.length;
    held->capacity = old.capacity;
}

bool list_sort(Vm *vm, List *l) {
    if (l->length < 2) return true;
    List *held = list_new(vm, 0);
    if (held == NULL) return false;
    obj_retain(l);
    swap_items(l, held);
    bool ok = sort_arrays(vm, held->items, NULL, held->length, false);
    swap_items(l, held);
    obj_release(vm, held);
    obj_release(vm, l);
    return ok;
}

/* ---- sorting with functions and comparisons of the program's: a native frame, which calls for one key after the other
 * and then compares. What comparing has done is not seen before it is over, so it can be done again (redo.h), as the
 * call for one key can ---- */

enum { SORT_LIST, SORT_HELD, SORT_KEY, SORT_KEYS, SORT_RESULT, SORT_SLOTS };

/* The keys that are not there yet. Each is called for by a nested interpreter, which is quicker than a frame that goes
 * back and forth; one that waits is left and asked again. */
static bool sort_keys_get(Vm *vm, Frame *frame) {
    const List *held = AS(List, frame->regs[SORT_HELD]);
    List *keys = AS(List, frame->regs[SORT_KEYS]);
    Value function = frame->regs[SORT_KEY];
    while (keys->length < held->length) {
        Value key = call_value(vm, function, &held->items[keys->length], 1, NULL);
        if (key == VALUE_NULL) return false;
        keys->items[keys->length++] = key; /* it was made with room for all */
        redo_step(vm, frame);
    }
    return true;
}

/* On copies. Where it fails the items stay as far as they have come, unless it is to be done again. */
static bool sort_held(Vm *vm, const Frame *frame, bool reverse) {
    const List *held = AS(List, frame->regs[SORT_HELD]);
    bool keyed = frame->regs[SORT_KEYS] != VALUE_NULL;
    size_t size = held->length * sizeof(Value);
    Value *items = mem_alloc(vm->mem, size), *keys = keyed && items != NULL ? mem_alloc(vm->mem, size) : NULL;
    bool ok = items != NULL && (!keyed || keys != NULL);
    if (ok) {
        memcpy(items, held->items, size);
        if (keyed) memcpy(keys, AS(List, frame->regs[SORT_KEYS])->items, size);
        ok = sort_arrays(vm, items, keys, held->length, reverse);
        if (ok || !vm->state->redoing) memcpy(held->items, items, size);
    } else {
        raise_no_memory(vm);
    }
    if (keys != NULL) mem_free(vm->mem, keys, size);
    if (items != NULL) mem_free(vm->mem, items, size);
    return ok;
}

static Value sort_end(Vm *vm, Frame *frame, bool ok) {
    List *l = AS(List, frame->regs[SORT_LIST]), *held = AS(List, frame->regs[SORT_HELD]);
    bool changed = l->items != NULL;
    redo_forget(vm, frame);
    swap_items(l, held);
    value_clear(vm, &frame->regs[SORT_HELD]);
    if (ok && changed) return raise_error(vm, T_ValueError, "list modified during sort");
    return ok ? value_retain(frame->regs[SORT_RESULT]) : VALUE_NULL;
}

static Value sort_resume(Vm *vm, Frame *frame, Value in) {
    (void)in;
    frame->ip = &redo_native;
    bool ok =
        (frame->regs[SORT_KEYS] == VALUE_NULL || sort_keys_get(vm, frame)) && sort_held(vm, frame, frame->state != 0);
    return !ok && vm->state->redoing ? VALUE_NULL : sort_end(vm, frame, ok);
}

static Value sort_push(Vm *vm, List *l, Value key, bool reverse, Value result) {
    List *held = list_new(vm, 0), *keys = held != NULL && key != VALUE_NULL ? list_new(vm, l->length) : NULL;
    bool made = held != NULL && (key == VALUE_NULL || keys != NULL);
    Frame *frame = made ? native_push(vm, sort_resume, SORT_SLOTS) : NULL;
    if (frame == NULL) {
        obj_release(vm, held);
        obj_release(vm, keys);
        return VALUE_NULL;
    }
    swap_items(l, held);
    frame->regs[SORT_LIST] = value_retain(obj_value(l));
    frame->regs[SORT_HELD] = obj_value(held);
    frame->regs[SORT_KEY] = value_retain(key);
    frame->regs[SORT_KEYS] = obj_value(keys);
    frame->regs[SORT_RESULT] = value_retain(result);
    frame->state = reverse;
    return SIGNAL_PUSHED;
}

Value list_sort_tail(Vm *vm, Value list, Value key, bool reverse, Value result) {
    List *l = AS(List, list);
    bool keyed = key != VALUE_NULL && key != VALUE_NONE;
    if (l->length < (keyed ? 1 : 2)) return value_retain(result);
    if (keyed) return sort_push(vm, l, key, reverse, result);
    LessFn less = less_for(vm, l->items, l->length);
    bool quick = less == less_int || less == less_float || less == less_str; /* others may call the program's code */
    if (!quick) return sort_push(vm, l, VALUE_NULL, reverse, result);
    return sort_arrays(vm, l->items, NULL, l->length, reverse) ? value_retain(result) : VALUE_NULL;
}
