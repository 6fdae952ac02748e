/* gather.c: asyncio.gather: turns its arguments into futures and leaves the rest to the core. */
#include "aio.h"

#include "../python/dict.h"

/* What gather collects before the core takes over. The table finds an argument that was given before: the same
 * coroutine must become one task. With one among them that is asked by its methods the core does not. */
typedef struct Children {
    Future **futures; /* each counted */
    uint32_t count;
    uint32_t capacity;
    uint32_t *table; /* index + 1 by the argument's address; 0: free */
    uint32_t mask;
    bool asked;
} Children;

static size_t children_size(const Children *c) {
    return c->capacity * sizeof *c->futures;
}

static bool children_open(Vm *vm, Children *c, uint32_t count) {
    *c = (Children){.capacity = count, .mask = 1};
    while (c->mask < count * 2) c->mask = c->mask * 2 + 1;
    c->futures = mem_alloc(vm->mem, children_size(c));
    c->table = mem_zalloc(vm->mem, (c->mask + 1) * sizeof *c->table);
    if (c->futures != NULL && c->table != NULL) return true;
    raise_no_memory(vm);
    return false;
}

static void children_close(Vm *vm, Children *c) {
    for (uint32_t i = 0; i < c->count; i++) future_release(c->futures[i]);
    if (c->futures != NULL) mem_free(vm->mem, c->futures, children_size(c));
    if (c->table != NULL) mem_free(vm->mem, c->table, (c->mask + 1) * sizeof *c->table);
}

/* The table's place for args[i]: one that holds the same argument, or a free one. */
static uint32_t *place_of(const Children *c, const Value *args, uint32_t i) {
    uint32_t at = (uint32_t)((args[i] >> 4) * 2654435761u) & c->mask;
    while (c->table[at] != 0 && args[c->table[at] - 1] != args[i]) at = (at + 1) & c->mask;
    return &c->table[at];
}

/* The future for one argument, owned; `loop` is the running one, or that of the first. NULL without an exception: it is
 * none of the core's. */
static Future *child_new(Vm *vm, Value given, LoopObj *loop) {
    uint32_t hash; /* CPython keeps the arguments in a dict, and that is what a list given to gather hears of */
    bool known = future_of(vm, given) != NULL || value_is_coroutine(vm, given);
    if (!known && !dict_hash_key(vm, given, &hash)) return NULL;
    Value made = ensure_future(vm, given, loop);
    if (made == VALUE_NULL) return NULL;
    Future *future = future_of(vm, made);
    if (future == NULL) {
        value_release(vm, made);
        return NULL;
    }
    if (made != given) future->flags |= FUTURE_FLAG_QUIET;
    return future;
}

static bool children_collect(Vm *vm, Children *c, const Value *args, uint32_t nargs) {
    LoopObj *loop = running_loop(vm);
    for (uint32_t i = 0; i < nargs; i++) {
        uint32_t *place = place_of(c, args, i);
        if (*place != 0) {
            c->futures[i] = c->futures[*place - 1];
            future_retain(c->futures[i]);
        } else {
            c->futures[i] = child_new(vm, args[i], loop);
            if (c->futures[i] == NULL) {
                c->asked = true;
                return !error_is_set(vm);
            }
            c->asked = c->asked || future_is_asked(vm, obj_value(future_object(c->futures[i])));
            *place = i + 1;
        }
        c->count = i + 1;
        loop = loop_obj(c->futures[i]->loop);
    }
    return true;
}

static Value gathering_new(Vm *vm, const Children *c, bool return_exceptions) {
    GatherObj *self = object_new(vm, aio_of(vm)->gathering, 0);
    if (self == NULL) return VALUE_NULL;
    Loop *loop = c->futures[0]->loop;
    enum loop_status status =
        gather_init(&self->gather, loop, &aio_future_type, c->futures, c->count, return_exceptions);
    if (status != LOOP_OK) {
        obj_release(vm, self);
        return raise_status(vm, status);
    }
    if (!loop_obj(loop)->debug || future_source_note(vm, (FutureObj *)(void *)self, MADE_BY_GATHER))
        return obj_value(self);
    obj_release(vm, self);
    return VALUE_NULL;
}

/* One of the arguments was refused. As in CPython those before it keep gather's callback, which hears of their errors.
 */
static void children_leave(Vm *vm, Children *c) {
    uint32_t pending = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        Future *each = c->futures[i];
        if (future_is_done(each)) continue;
        c->futures[i] = c->futures[pending];
        c->futures[pending++] = each;
    }
    Value error = error_take(vm);
    GatherObj *left = pending > 0 ? object_new(vm, aio_of(vm)->gathering, 0) : NULL;
    if (left != NULL) {
        Loop *loop = c->futures[0]->loop;
        (void)gather_init_refused(&left->gather, loop, &aio_future_type, c->futures, pending);
        obj_release(vm, left);
    }
    error_restore(vm, error);
}

/* gather(*children) where one is asked: in Python, with the futures that stand for the arguments so far. */
static Value gather_asked(Vm *vm, const Children *c, const Value *args, bool return_exceptions) {
    Tuple *all = tuple_new(vm, c->capacity);
    if (all == NULL) return VALUE_NULL;
    for (uint32_t i = 0; i < c->capacity; i++) {
        uint32_t first = i < c->count ? i + 1 : *place_of(c, args, i);
        all->items[i] = value_retain(first == 0 ? args[i] : obj_value(future_object(c->futures[first - 1])));
    }
    Value with[] = {obj_value(all), value_bool(return_exceptions)};
    Value gathered = asked_function(vm, "gather_asked", with, 2);
    obj_release(vm, all);
    return gathered;
}

static Value gather_nothing(Vm *vm) {
    LoopObj *loop = current_event_loop(vm);
    if (loop == NULL) return VALUE_NULL;
    Value asked = obj_value(loop);
    if (loop_makes_futures(vm, loop)) return asked_function(vm, "gather_nothing", &asked, 1);
    Value future = future_new_obj(vm, loop, FUTURE_GATHER);
    List *list = future == VALUE_NULL ? NULL : list_new(vm, 0);
    if (list == NULL) {
        value_release(vm, future);
        return VALUE_NULL;
    }
    (void)future_set_result(&AS(FutureObj, future)->future, obj_value(list));
    return future;
}

Value gather_function(Vm *vm, Value self, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const allowed[] = {"return_exceptions", NULL};
    (void)self;
    if (!keywords_check(vm, kwnames, "gather", allowed)) return VALUE_NULL;
    Value given = keyword_get(args, nargs, kwnames, "return_exceptions");
    int return_exceptions = given == VALUE_NULL ? 0 : object_truth(vm, given);
    if (return_exceptions < 0) return VALUE_NULL;
    if (nargs == 0) return gather_nothing(vm);
    Children children;
    Value made = VALUE_NULL;
    if (children_open(vm, &children, nargs)) {
        if (!children_collect(vm, &children, args, nargs))
            children_leave(vm, &children);
        else
            made = children.asked ? gather_asked(vm, &children, args, return_exceptions)
                                  : gathering_new(vm, &children, return_exceptions);
    }
    children_close(vm, &children);
    return made != VALUE_NULL ? made : error_keeps_arguments(vm, "gather", args, nargs, kwnames);
}
