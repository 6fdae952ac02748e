/* gc.c: the cycle collector: frees groups of objects that hold only each other, by trial deletion.
 *
 * Every object of a TYPE_GC type gets its reference count as a number; each reference from another such object is taken
 * off; who has some left is held from outside, and so is all that it reaches. The rest is garbage: its weak references
 * are cleared, its finalizers run (which may bring objects back, so the same sum is done once more), then it is taken
 * apart.
 *
 * A program sees in which order garbage is finalized. CPython keeps its containers in a list, the newest at its end;
 * here each has a number, taken when it was made. A collection that the program asks for does with the numbers what
 * CPython's move_unreachable does with its list: it looks at the objects in their order, and who is found to be held
 * only after it was passed moves behind all others. Collections that come by themselves come at other moments than
 * CPython's, so they only put the garbage in order.
 */
#include "types_private.h"

#define THRESHOLD_MIN 10000u

/* The scratch number of an object: 0 no candidate, REACHED, BROKEN (visited more often than its count: kept), PASSED
 * (nobody before it in the order holds it), else 1 + references not accounted for. */
#define REACHED UINT32_MAX
#define BROKEN (UINT32_MAX - 1)
#define PASSED (UINT32_MAX - 2)

typedef struct Pile {
    Obj **items;
    size_t count, capacity;
} Pile;

typedef struct Collection {
    Vm *vm;
    Pile order; /* all candidates, the oldest first; empty when their order does not matter */
    Pile work;  /* reached, still to be traversed; in order: those that move behind all others */
    Pile late;  /* of TYPE_HOLDS_LATE, to be traversed when the others are */
    Pile garbage;
    uint64_t live;
    bool ordered;
    bool failed;
} Collection;

static bool pile_push(Mem *mem, Pile *pile, Obj *o) {
    if (pile->count == pile->capacity) {
        size_t capacity = pile->capacity * 2 + 256;
        Obj **items = mem_realloc(mem, pile->items, pile->capacity * sizeof *items, capacity * sizeof *items);
        if (items == NULL) return false;
        pile->items = items;
        pile->capacity = capacity;
    }
    pile->items[pile->count++] = o;
    return true;
}

static void pile_free(Mem *mem, Pile *pile) {
    if (pile->items != NULL) mem_free(mem, pile->items, pile->capacity * sizeof *pile->items);
    *pile = (Pile){0};
}

static bool is_tracked(const Obj *o) {
    return o->type != NULL && (o->type->flags & TYPE_GC);
}

/* ---- the sum */

static void mark_candidate(void *context, void *object) {
    Collection *c = context;
    Obj *o = object;
    if (is_tracked(o)) *mem_scratch(c->vm->mem, o) = o->refs + 1;
}

static void take_off(void *context, Value v) {
    Collection *c = context;
    if (!value_is_obj(v) || !is_tracked(value_obj(v))) return;
    uint32_t *n = mem_scratch(c->vm->mem, value_obj(v));
    if (*n == 0 || *n == BROKEN) return;
    *n = *n == 1 ? BROKEN : *n - 1;
}

static void take_off_all(void *context, void *object) {
    if (is_tracked(object)) object_traverse(object, take_off, context);
}

static void reach(void *context, Value v) {
    Collection *c = context;
    if (!value_is_obj(v) || !is_tracked(value_obj(v))) return;
    uint32_t *n = mem_scratch(c->vm->mem, value_obj(v));
    if (*n == 0 || *n == REACHED) return;
    bool has_its_turn = c->ordered && *n != PASSED;
    *n = REACHED;
    if (!has_its_turn && !pile_push(c->vm->mem, &c->work, value_obj(v))) c->failed = true;
}

static void reach_if_held(void *context, void *object) {
    Collection *c = context;
    if (!is_tracked(object)) return;
    uint32_t n = *mem_scratch(c->vm->mem, object);
    if (n > 1 && n != REACHED) reach(c, obj_value(object));
}

static void reach_all(Collection *c) {
    while (c->work.count > 0 && !c->failed) object_traverse(c->work.items[--c->work.count], reach, c);
}

static void pick_garbage(void *context, void *object) {
    Collection *c = context;
    if (!is_tracked(object)) return;
    c->live++;
    if (*mem_scratch(c->vm->mem, object) != 1) return;
    if (!pile_push(c->vm->mem, &c->garbage, object)) c->failed = true;
}

/* ---- the order */

#define DIGIT 11
#define DIGITS 2048u

/* One pass of sorting by digits. */
static void sort_by_digit(Obj **from, Obj **to, size_t count, uint32_t shift) {
    uint32_t starts[DIGITS] = {0};
    for (size_t i = 0; i < count; i++) starts[*mem_number(from[i]) >> shift & (DIGITS - 1)]++;
    for (uint32_t digit = 0, sum = 0; digit < DIGITS; digit++) {
        uint32_t here = starts[digit];
        starts[digit] = sum;
        sum += here;
    }
    for (size_t i = 0; i < count; i++) to[starts[*mem_number(from[i]) >> shift & (DIGITS - 1)]++] = from[i];
}

/* Puts the oldest first; without memory it does nothing. */
static void sort_by_birth(Collection *c, Pile *pile) {
    Mem *mem = c->vm->mem;
    size_t size = pile->capacity * sizeof *pile->items;
    if (pile->count < 2) return;
    Obj **other = mem_alloc(mem, size);
    if (other == NULL) return;
    for (uint32_t shift = 0; shift < 32 && c->vm->state->gc_births >> shift != 0; shift += DIGIT) {
        Obj **from = pile->items;
        sort_by_digit(from, other, pile->count, shift);
        pile->items = other;
        other = from;
    }
    mem_free(mem, other, size);
}

static void take_place(void *context, void *object) {
    Collection *c = context;
    if (is_tracked(object) && !pile_push(c->vm->mem, &c->order, object)) c->failed = true;
}

/* The containers in their order, if they matter and there is memory for them. */
static void line_up(Collection *c) {
    if (!c->ordered) return;
    mem_objects_walk(c->vm->mem, take_place, c);
    if (c->failed) {
        pile_free(c->vm->mem, &c->order);
        c->ordered = c->failed = false;
    }
    sort_by_birth(c, &c->order);
}

static void traverse_late(Collection *c) {
    Pile moved = c->work;
    c->work = (Pile){0};
    for (size_t i = 0; i < c->late.count; i++) object_traverse(c->late.items[i], reach, c);
    sort_by_birth(c, &c->work);
    for (size_t i = 0; i < c->work.count && !c->failed; i++)
        c->failed = !pile_push(c->vm->mem, &moved, c->work.items[i]);
    pile_free(c->vm->mem, &c->work);
    c->work = moved;
}

/* CPython's move_unreachable. What is garbage is PASSED then, what has moved stands in `work`. */
static void reach_in_order(Collection *c) {
    for (size_t i = 0; i < c->order.count && !c->failed; i++) {
        Obj *o = c->order.items[i];
        uint32_t *n = mem_scratch(c->vm->mem, o);
        if (*n == 1) {
            *n = PASSED;
            continue;
        }
        *n = REACHED;
        if (!(o->type->flags & TYPE_HOLDS_LATE)) {
            object_traverse(o, reach, c);
        } else if (!pile_push(c->vm->mem, &c->late, o)) {
            c->failed = true;
        }
    }
    if (c->late.count > 0) traverse_late(c);
    for (size_t i = 0; i < c->work.count && !c->failed; i++) object_traverse(c->work.items[i], reach, c);
}

static void pick_garbage_in_order(Collection *c) {
    for (size_t i = 0; i < c->order.count && !c->failed; i++) {
        Obj *o = c->order.items[i];
        if (*mem_scratch(c->vm->mem, o) == PASSED) c->failed = !pile_push(c->vm->mem, &c->garbage, o);
    }
    for (size_t i = 0; i < c->work.count; i++) *mem_number(c->work.items[i]) = ++c->vm->state->gc_births;
    c->live += c->order.count;
    c->work.count = 0;
}

static void pick_garbage_anywhere(Collection *c) {
    Mem *mem = c->vm->mem;
    mem_objects_walk(mem, reach_if_held, c);
    reach_all(c);
    if (!c->failed) mem_objects_walk(mem, pick_garbage, c);
    if (!c->failed) sort_by_birth(c, &c->garbage);
}

static bool find_garbage(Collection *c) {
    Mem *mem = c->vm->mem;
    if (!mem_scratch_begin(mem)) return false;
    mem_objects_walk(mem, mark_candidate, c);
    mem_objects_walk(mem, take_off_all, c);
    line_up(c);
    if (c->ordered) {
        reach_in_order(c);
        if (!c->failed) pick_garbage_in_order(c);
    } else {
        pick_garbage_anywhere(c);
    }
    mem_scratch_end(mem);
    return !c->failed;
}

/* After the finalizers: what is held from outside the garbage again leaves it, and gets the numbers from `place` on.
 * Every object has one extra count: ours. */
static bool drop_revived(Collection *c, uint32_t place) {
    Mem *mem = c->vm->mem;
    Pile *g = &c->garbage;
    pile_free(mem, &c->order);
    pile_free(mem, &c->late);
    if (!mem_scratch_begin(mem)) return false;
    for (size_t i = 0; i < g->count; i++) *mem_scratch(mem, g->items[i]) = g->items[i]->refs - 1 + 1;
    for (size_t i = 0; i < g->count; i++) take_off_all(c, g->items[i]);
    c->order = *g;
    c->ordered = true;
    reach_in_order(c);
    c->order = (Pile){0};
    size_t kept = 0;
    Pile revived = {0}, moved = c->work;
    c->work = (Pile){0};
    for (size_t i = 0; i < g->count; i++) {
        Obj *o = g->items[i];
        if (*mem_scratch(mem, o) == PASSED && !c->failed) {
            g->items[kept++] = o;
        } else if (!pile_push(mem, &revived, o)) {
            o->refs--; /* no memory: it keeps living in any case, as somebody holds it */
        } else {
            *mem_number(o) = place++;
        }
    }
    for (size_t i = 0; i < moved.count; i++) *mem_number(moved.items[i]) = place++;
    mem_scratch_end(mem);
    g->count = kept;
    for (size_t i = 0; i < revived.count; i++) obj_release(c->vm, revived.items[i]);
    pile_free(mem, &revived);
    pile_free(mem, &moved);
    return true;
}

/* ---- taking it apart */

static void clear_weakrefs(Collection *c) {
    Vm *vm = c->vm;
    WeakrefCalls calls = {0};
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        if (type_is_subtype(o->type, TYPE(vm, weakref))) weakref_disarm(o);
    }
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        void **list = o != NULL && (o->type->flags & TYPE_WEAKREFS) ? weakrefs_of(o) : NULL;
        if (list != NULL && *list != NULL) weakrefs_detach(list, &calls);
    }
    weakrefs_call(vm, &calls);
}

static void finalize(Vm *vm, Obj *o) {
    obj_retain(o);
    object_remember_finalized(vm, o);
    o->type->slots.finalize(vm, obj_value(o));
    if (error_is_set(vm)) error_unraisable(vm, NULL, VALUE_NULL);
    obj_release(vm, o);
}

/* What one finalizer lets go of is freed at once, with its own finalizer, and has no turn any more. */
static bool run_finalizers(Collection *c) {
    Vm *vm = c->vm;
    bool any = false;
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        if (o == NULL || o->type->slots.finalize == NULL || object_was_finalized(vm, o)) continue;
        if (vm->state->stopping && (o->type->flags & TYPE_HEAP)) continue; /* no Python code runs any more */
        any = true;
        finalize(vm, o);
    }
    return any;
}

static bool is_garbage_in_hand(const struct VmState *state, Obj *o) {
    uint32_t place = *mem_number(o);
    return state->gc_garbage != NULL && place < state->gc_garbage_count && state->gc_garbage[place] == o;
}

void gc_forget(Vm *vm, Obj *o) {
    struct VmState *state = vm->state;
    if (is_garbage_in_hand(state, o)) state->gc_garbage[*mem_number(o)] = NULL;
}

/* Garbage keeps its number as long as that says where it stands in the pile. */
void gc_is_new(Vm *vm, Obj *o) {
    if (!is_garbage_in_hand(vm->state, o)) *mem_number(o) = ++vm->state->gc_births;
}

/* Weak references and finalizers. Who dies of them leaves the garbage (gc_forget). True: some may live again. */
static bool say_farewell(Collection *c) {
    struct VmState *state = c->vm->state;
    Pile *garbage = &c->garbage;
    for (size_t i = 0; i < garbage->count; i++) *mem_number(garbage->items[i]) = (uint32_t)i;
    state->gc_garbage = garbage->items;
    state->gc_garbage_count = (uint32_t)garbage->count;
    clear_weakrefs(c);
    bool any = run_finalizers(c);
    state->gc_garbage = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < garbage->count; i++) {
        Obj *o = garbage->items[i];
        if (o == NULL) continue;
        garbage->items[kept++] = o;
        obj_retain(o);
    }
    garbage->count = kept;
    return any;
}

static void destroy_garbage(Collection *c) {
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        if (o->refs > 1) object_break(c->vm, o);
    }
    for (size_t i = 0; i < c->garbage.count; i++) obj_release(c->vm, c->garbage.items[i]);
}

static void settle(Collection *c) {
    uint32_t place = c->vm->state->gc_births + 1; /* what lives again comes before what finalizers make */
    c->vm->state->gc_births += (uint32_t)c->garbage.count;
    if (say_farewell(c) && !drop_revived(c, place)) {
        for (size_t i = 0; i < c->garbage.count; i++) obj_release(c->vm, c->garbage.items[i]);
        return;
    }
    destroy_garbage(c);
}

/* The MemoryError kept aside holds on to the frames it passed last; nobody else does when it is not in use. */
static void empty_kept_error(Vm *vm) {
    Value kept = vm->state->no_memory;
    if (kept == VALUE_NULL || value_obj(kept)->refs != 1) return;
    exception_set_traceback(vm, kept, VALUE_NULL);
    value_clear(vm, &AS(Exception, kept)->context);
    value_clear(vm, &AS(Exception, kept)->cause);
}

static int64_t collect(Vm *vm, bool ordered) {
    struct VmState *state = vm->state;
    if (state->gc_running) return 0;
    state->gc_running = true;
    Value error = vm->thread == NULL ? VALUE_NULL : error_take(vm);
    empty_kept_error(vm);
    exception_tracebacks_all(vm);
    Collection c = {.vm = vm, .ordered = ordered};
    int64_t found = 0;
    if (find_garbage(&c)) {
        found = (int64_t)c.garbage.count;
        settle(&c);
    }
    pile_free(vm->mem, &c.order);
    pile_free(vm->mem, &c.work);
    pile_free(vm->mem, &c.late);
    pile_free(vm->mem, &c.garbage);
    state->gc_allocated = 0;
    uint64_t live = c.live - (uint64_t)found;
    state->gc_threshold = live / 2 > THRESHOLD_MIN ? live / 2 : THRESHOLD_MIN;
    if (vm->thread != NULL) {
        if (error_is_set(vm)) error_clear(vm);
        vm->thread->error = error;
    }
    state->gc_running = false;
    return found;
}

int64_t gc_collect(Vm *vm) {
    return collect(vm, !vm->state->stopping); /* nobody sees the order when no code runs any more */
}

static bool is_due(const Vm *vm) {
    const struct VmState *state = vm->state;
    return state->gc_enabled && !state->gc_running && state->gc_allocated > state->gc_threshold;
}

void gc_run(Vm *vm) {
    vm->state->attention &= ~(uint32_t)ATTENTION_GC;
    if (is_due(vm)) collect(vm, false);
}
