/* gc.c: the cycle collector: frees groups of objects that hold only each other, by trial deletion.
 *
 * Every object of a TYPE_GC type gets its reference count as a number; each reference from another such object is taken
 * off; who has some left is held from outside, and so is all that it reaches. The rest is garbage: its weak references
 * are cleared, its finalizers run (which may bring objects back, so the same sum is done once more), then it is taken
 * apart.
 */
#include "types_private.h"

#define THRESHOLD_MIN 10000u

/* The scratch number of an object: 0 no candidate, REACHED, BROKEN (visited more often than its count: kept), else
 * 1 + references not accounted for. */
#define REACHED UINT32_MAX
#define BROKEN (UINT32_MAX - 1)

typedef struct Pile {
    Obj **items;
    size_t count, capacity;
} Pile;

typedef struct Collection {
    Vm *vm;
    Pile work; /* reached, still to be traversed */
    Pile garbage;
    uint64_t live;
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
    *n = REACHED;
    if (!pile_push(c->vm->mem, &c->work, value_obj(v))) c->failed = true;
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

static bool find_garbage(Collection *c) {
    Mem *mem = c->vm->mem;
    if (!mem_scratch_begin(mem)) return false;
    mem_objects_walk(mem, mark_candidate, c);
    mem_objects_walk(mem, take_off_all, c);
    mem_objects_walk(mem, reach_if_held, c);
    reach_all(c);
    if (!c->failed) mem_objects_walk(mem, pick_garbage, c);
    mem_scratch_end(mem);
    return !c->failed;
}

/* After the finalizers: what is held from outside the garbage again leaves it. Every object has one extra count: ours.
 */
static bool drop_revived(Collection *c) {
    Mem *mem = c->vm->mem;
    Pile *g = &c->garbage;
    if (!mem_scratch_begin(mem)) return false;
    for (size_t i = 0; i < g->count; i++) *mem_scratch(mem, g->items[i]) = g->items[i]->refs - 1 + 1;
    for (size_t i = 0; i < g->count; i++) take_off_all(c, g->items[i]);
    for (size_t i = 0; i < g->count; i++) reach_if_held(c, g->items[i]);
    reach_all(c);
    size_t kept = 0;
    Pile revived = {0};
    for (size_t i = 0; i < g->count; i++) {
        Obj *o = g->items[i];
        if (*mem_scratch(mem, o) == 1 && !c->failed) {
            g->items[kept++] = o;
        } else if (!pile_push(mem, &revived, o)) {
            o->refs--; /* no memory: it keeps living in any case, as somebody holds it */
        }
    }
    mem_scratch_end(mem);
    g->count = kept;
    for (size_t i = 0; i < revived.count; i++) obj_release(c->vm, revived.items[i]);
    pile_free(mem, &revived);
    return true;
}

/* ---- taking it apart */

static void disarm_weakrefs(Collection *c) {
    Vm *vm = c->vm;
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        if (type_is_subtype(o->type, TYPE(vm, weakref))) weakref_disarm(vm, o);
    }
    for (size_t i = 0; i < c->garbage.count; i++) {
        Obj *o = c->garbage.items[i];
        void **list = (o->type->flags & TYPE_WEAKREFS) ? weakrefs_of(o) : NULL;
        if (list != NULL && *list != NULL) weakrefs_clear(vm, o, list);
    }
}

static uint32_t birth_of(const Obj *o) {
    return o->type->slots.made(o);
}

/* Shell's sort: nothing to allocate, and they are nearly in order. */
static void sort_by_birth(Pile *pile) {
    for (size_t gap = pile->count / 2; gap > 0; gap /= 2) {
        for (size_t i = gap; i < pile->count; i++) {
            Obj *o = pile->items[i];
            size_t at = i;
            for (; at >= gap && birth_of(pile->items[at - gap]) > birth_of(o); at -= gap) {
                pile->items[at] = pile->items[at - gap];
            }
            pile->items[at] = o;
        }
    }
}

static bool push_partner(Collection *c, Pile *order, Obj *o) {
    Obj *partner = o->type->slots.partner == NULL ? NULL : o->type->slots.partner(o);
    if (partner == NULL || *mem_scratch(c->vm->mem, partner) == 0) return true;
    return pile_push(c->vm->mem, order, partner);
}

/* Tasks, each with its coroutine if that goes too. The coroutine was made first; but a collection that both survived
 * put its survivors into the order in which it came to them: the tasks first, then what they hold. */
static bool push_with_partners(Collection *c, Pile *order, const Pile *born) {
    Mem *mem = c->vm->mem;
    size_t survivors = 0;
    bool fine = true;
    while (survivors < born->count && birth_of(born->items[survivors]) <= c->vm->state->gc_last_birth) survivors++;
    for (size_t i = 0; fine && i < survivors; i++) fine = pile_push(mem, order, born->items[i]);
    for (size_t i = 0; fine && i < survivors; i++) fine = push_partner(c, order, born->items[i]);
    for (size_t i = survivors; fine && i < born->count; i++)
        fine = push_partner(c, order, born->items[i]) && pile_push(mem, order, born->items[i]);
    return fine;
}

/* CPython's collector walks objects in the order in which they were made, of which pages know nothing. This puts those
 * that know when they were made into that order; without memory, it stays empty. */
static void order_by_birth(Collection *c, Pile *order) {
    Mem *mem = c->vm->mem;
    Pile *garbage = &c->garbage, born = {0};
    bool fine = mem_scratch_begin(mem);
    for (size_t i = 0; fine && i < garbage->count; i++) {
        Obj *o = garbage->items[i];
        *mem_scratch(mem, o) = 1;
        if (o->type->slots.made != NULL) fine = pile_push(mem, &born, o);
    }
    if (fine) sort_by_birth(&born);
    if (fine) (void)push_with_partners(c, order, &born);
    mem_scratch_end(mem);
    pile_free(mem, &born);
}

static bool run_finalizers_of(Collection *c, const Pile *pile) {
    Vm *vm = c->vm;
    bool any = false;
    for (size_t i = 0; i < pile->count; i++) {
        Obj *o = pile->items[i];
        if (!(o->type->flags & TYPE_FINALIZE) || object_was_finalized(vm, o)) continue;
        if (vm->state->stopping && (o->type->flags & TYPE_HEAP)) continue; /* no Python code runs any more */
        any = true;
        object_remember_finalized(vm, o);
        o->type->slots.finalize(vm, obj_value(o));
        if (error_is_set(vm)) error_unraisable(vm, NULL, VALUE_NULL);
    }
    return any;
}

static bool run_finalizers(Collection *c) {
    Pile order = {0};
    order_by_birth(c, &order);
    bool any = run_finalizers_of(c, &order);
    any |= run_finalizers_of(c, &c->garbage);
    pile_free(c->vm->mem, &order);
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
    for (size_t i = 0; i < c->garbage.count; i++) obj_retain(c->garbage.items[i]);
    disarm_weakrefs(c);
    if (run_finalizers(c) && !drop_revived(c)) {
        for (size_t i = 0; i < c->garbage.count; i++) obj_release(c->vm, c->garbage.items[i]);
        return;
    }
    destroy_garbage(c);
}

/* The MemoryError kept aside holds on to the frames it passed last; nobody else does when it is not in use. */
static void empty_kept_error(Vm *vm) {
    Value kept = vm->state->no_memory;
    if (kept == VALUE_NULL || value_obj(kept)->refs != 1) return;
    value_clear(vm, &AS(Exception, kept)->traceback);
    value_clear(vm, &AS(Exception, kept)->context);
    value_clear(vm, &AS(Exception, kept)->cause);
}

int64_t gc_collect(Vm *vm) {
    struct VmState *state = vm->state;
    if (state->gc_running) return 0;
    state->gc_running = true;
    Value error = vm->thread == NULL ? VALUE_NULL : error_take(vm);
    empty_kept_error(vm);
    Collection c = {.vm = vm};
    int64_t found = 0;
    if (find_garbage(&c)) {
        found = (int64_t)c.garbage.count;
        settle(&c);
    }
    pile_free(vm->mem, &c.work);
    pile_free(vm->mem, &c.garbage);
    state->gc_allocated = 0;
    state->gc_last_birth = vm->trace->next_id;
    uint64_t live = c.live - (uint64_t)found;
    state->gc_threshold = live / 2 > THRESHOLD_MIN ? live / 2 : THRESHOLD_MIN;
    if (vm->thread != NULL) {
        if (error_is_set(vm)) error_clear(vm);
        vm->thread->error = error;
    }
    state->gc_running = false;
    return found;
}

void gc_run(Vm *vm) {
    vm->state->attention &= ~(uint32_t)ATTENTION_GC;
    if (vm->state->gc_enabled && vm->state->gc_allocated > vm->state->gc_threshold) gc_collect(vm);
}
