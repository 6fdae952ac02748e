/* module_itertools.c: the iterators of itertools that need no Python code between one item and the next: product,
 * permutations, combinations (with replacement or without), count and repeat. All others are guest generators.
 */
#include "builtins.h"
#include "modules.h"
#include "number.h"
#include "text.h"

#include <string.h>

/* ---- choices: tuples of items of pools */

typedef struct Choices {
    Obj head;
    Tuple *pools;     /* product: a tuple for each place; the others: the one tuple for all places */
    uint32_t *places; /* raw block: which item stands at each place, and what the kind keeps besides; NULL: no more */
    uint32_t words;   /* in it */
    uint32_t length;  /* of what it gives */
    bool begun;
} Choices;

/* The next state after one that was given; false: there is none. */
typedef bool Advance(Choices *c);

static const Tuple *pool_at(const Choices *c, uint32_t place) {
    return AS(Tuple, c->pools->items[place]);
}

static void choices_end(Vm *vm, Choices *c) {
    mem_free(vm->mem, c->places, c->words * sizeof *c->places);
    c->places = NULL;
}

static void choices_dealloc(Vm *vm, Obj *self) {
    Choices *c = (Choices *)self;
    Tuple *pools = c->pools;
    c->pools = NULL;
    choices_end(vm, c);
    obj_release(vm, pools);
}

static void choices_traverse(Obj *self, VisitFn visit, void *context) {
    Choices *c = (Choices *)self;
    if (c->pools != NULL) visit(context, obj_value(c->pools));
}

/* A new one with all places 0; takes pools over (NULL: an exception is set). `empty`: it gives nothing at all. */
static Choices *choices_new(Vm *vm, Type *type, Tuple *pools, uint64_t length, uint64_t words, bool empty) {
    if (pools == NULL) return NULL;
    if (!empty && words > UINT32_MAX / sizeof(uint32_t)) {
        obj_release(vm, pools);
        raise_no_memory(vm);
        return NULL;
    }
    Choices *c = object_new(vm, type, 0);
    if (c == NULL) {
        obj_release(vm, pools);
        return NULL;
    }
    c->pools = pools;
    if (empty) return c;
    c->length = (uint32_t)length;
    c->words = (uint32_t)words;
    c->places = mem_zalloc(vm->mem, c->words * sizeof *c->places);
    if (c->places != NULL) return c;
    obj_release(vm, c);
    raise_no_memory(vm);
    return NULL;
}

static Value choices_next(Vm *vm, Choices *c, Advance *advance, bool product) {
    if (c->places == NULL) return VALUE_NULL;
    if (c->begun && !advance(c)) {
        choices_end(vm, c);
        return VALUE_NULL;
    }
    Tuple *chosen = tuple_new(vm, c->length);
    if (chosen == NULL) return VALUE_NULL;
    c->begun = true;
    for (uint32_t i = 0; i < c->length; i++) {
        const Tuple *pool = product ? pool_at(c, i) : c->pools;
        chosen->items[i] = value_retain(pool->items[c->places[i]]);
    }
    return obj_value(chosen);
}

/* ---- product */

static bool product_advance(Choices *c) {
    for (uint32_t i = c->length; i-- > 0;) {
        if (++c->places[i] < pool_at(c, i)->length) return true;
        c->places[i] = 0;
    }
    return false;
}

static Value product_next(Vm *vm, Value self) {
    return choices_next(vm, AS(Choices, self), product_advance, true);
}

/* The arguments as tuples, `repeat` times. */
static Tuple *product_pools(Vm *vm, const Value *args, uint32_t nargs, uint32_t repeat) {
    uint32_t count = repeat == 0 ? 0 : nargs;
    Tuple *pools = tuple_new(vm, count * repeat);
    for (uint32_t i = 0; pools != NULL && i < count; i++) {
        pools->items[i] = tuple_from_iterable(vm, args[i]);
        if (pools->items[i] != VALUE_NULL) continue;
        obj_release(vm, pools);
        return NULL;
    }
    for (uint32_t i = count; pools != NULL && i < pools->length; i++)
        pools->items[i] = value_retain(pools->items[i - count]);
    return pools;
}

static Value product_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"repeat", NULL};
    Value given;
    int64_t repeat = 1;
    if (kwnames != NULL && kwnames->length > 1)
        return raise_error(vm, T_TypeError, "product() takes at most 1 keyword argument (%u given)", kwnames->length);
    if (!keywords_bind(vm, "product", names, args + nargs, kwnames, &given)) return VALUE_NULL;
    if (given != VALUE_NULL && !object_as_index(vm, given, &repeat, INDEX_ARGUMENT)) return VALUE_NULL;
    if (repeat < 0) return raise_error(vm, T_ValueError, "repeat argument cannot be negative");
    if (nargs == 0) repeat = 0;
    if (nargs > 0 && repeat > INT64_MAX / 8 / (int64_t)nargs)
        return raise_error(vm, T_OverflowError, "repeat argument too large");
    if (nargs > 0 && repeat > INT32_MAX / (int64_t)nargs) return raise_no_memory(vm);
    Tuple *pools = product_pools(vm, args, nargs, (uint32_t)repeat);
    bool empty = false;
    for (uint32_t i = 0; pools != NULL && i < pools->length; i++) empty |= AS(Tuple, pools->items[i])->length == 0;
    uint32_t length = pools == NULL ? 0 : pools->length;
    return obj_value(choices_new(vm, type, pools, length, length, empty));
}

/* ---- permutations: behind the order of the whole pool, how often each place is still to be exchanged */

static bool permutations_advance(Choices *c) {
    uint32_t n = c->pools->length, *order = c->places, *turns = order + n;
    for (uint32_t i = c->length; i-- > 0;) {
        if (--turns[i] > 0) {
            uint32_t j = n - turns[i], item = order[i];
            order[i] = order[j];
            order[j] = item;
            return true;
        }
        uint32_t first = order[i];
        memmove(order + i, order + i + 1, (n - i - 1) * sizeof *order);
        order[n - 1] = first;
        turns[i] = n - i;
    }
    return false;
}

static Value permutations_next(Vm *vm, Value self) {
    return choices_next(vm, AS(Choices, self), permutations_advance, false);
}

static bool check_length(Vm *vm, int64_t r) {
    if (r < 0) raise_error(vm, T_ValueError, "r must be non-negative");
    return r >= 0;
}

static Tuple *whole_pool(Vm *vm, Value iterable) {
    Value pool = tuple_from_iterable(vm, iterable);
    return pool == VALUE_NULL ? NULL : AS(Tuple, pool);
}

static Value permutations_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"iterable", "r", NULL};
    static const ArgSpec spec = {"permutations", names, 0, 2, 1};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    Tuple *pool = whole_pool(vm, out[0]);
    if (pool == NULL) return VALUE_NULL;
    uint32_t n = pool->length;
    int64_t r = n;
    bool fine = out[1] == VALUE_NULL || value_is_none(out[1]);
    if (!fine && !is_int(out[1])) {
        raise_error(vm, T_TypeError, "Expected int as r");
    } else {
        fine = (fine || object_as_index(vm, out[1], &r, INDEX_ARGUMENT)) && check_length(vm, r);
    }
    if (!fine) {
        obj_release(vm, pool);
        return VALUE_NULL;
    }
    Choices *c = choices_new(vm, type, pool, (uint64_t)r, n + (uint64_t)r, r > n);
    if (c == NULL || c->places == NULL) return obj_value(c);
    for (uint32_t i = 0; i < n; i++) c->places[i] = i;
    for (uint32_t i = 0; i < c->length; i++) c->places[n + i] = n - i;
    return obj_value(c);
}

/* ---- combinations */

static bool combinations_advance(Choices *c) {
    uint32_t n = c->pools->length, r = c->length, i = r;
    while (i > 0 && c->places[i - 1] == i - 1 + n - r) i--;
    if (i == 0) return false;
    uint32_t place = c->places[i - 1];
    for (i--; i < r; i++) c->places[i] = ++place;
    return true;
}

static bool repeated_advance(Choices *c) {
    uint32_t n = c->pools->length, r = c->length, i = r;
    while (i > 0 && c->places[i - 1] == n - 1) i--;
    if (i == 0) return false;
    uint32_t place = c->places[i - 1] + 1;
    for (i--; i < r; i++) c->places[i] = place;
    return true;
}

static Value combinations_next(Vm *vm, Value self) {
    return choices_next(vm, AS(Choices, self), combinations_advance, false);
}

static Value repeated_next(Vm *vm, Value self) {
    return choices_next(vm, AS(Choices, self), repeated_advance, false);
}

static Value some_combinations(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames, bool repeated) {
    static const char *const names[] = {"iterable", "r", NULL};
    const ArgSpec spec = {repeated ? "combinations_with_replacement" : "combinations", names, 0, 2, 2};
    Value out[2];
    int64_t r;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out) || !object_as_index(vm, out[1], &r, INDEX_ARGUMENT))
        return VALUE_NULL;
    Tuple *pool = whole_pool(vm, out[0]);
    if (pool != NULL && !check_length(vm, r)) {
        obj_release(vm, pool);
        return VALUE_NULL;
    }
    bool empty = pool != NULL && (repeated ? pool->length == 0 && r > 0 : r > pool->length);
    Choices *c = choices_new(vm, type, pool, (uint64_t)r, (uint64_t)r, empty);
    if (c == NULL || c->places == NULL || repeated) return obj_value(c);
    for (uint32_t i = 0; i < c->length; i++) c->places[i] = i;
    return obj_value(c);
}

static Value combinations_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return some_combinations(vm, type, args, nargs, kwnames, false);
}

static Value repeated_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    return some_combinations(vm, type, args, nargs, kwnames, true);
}

/* ---- count and repeat */

typedef struct Count {
    Obj head;
    Value next, step;
} Count;

static void count_dealloc(Vm *vm, Obj *self) {
    Count *c = (Count *)self;
    value_clear(vm, &c->next);
    value_clear(vm, &c->step);
}

static void count_traverse(Obj *self, VisitFn visit, void *context) {
    const Count *c = (Count *)self;
    visit(context, c->next);
    visit(context, c->step);
}

static bool check_number(Vm *vm, Value v) {
    if (v == VALUE_NULL || object_is_number(vm, v)) return true;
    raise_error(vm, T_TypeError, "a number is required");
    return false;
}

static Value count_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"start", "step", NULL};
    static const ArgSpec spec = {"count", names, 0, 2, 0};
    Value out[2];
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (!check_number(vm, out[0]) || !check_number(vm, out[1])) return VALUE_NULL;
    Count *c = object_new(vm, type, 0);
    if (c == NULL) return VALUE_NULL;
    c->next = out[0] == VALUE_NULL ? value_small(0) : value_retain(out[0]);
    c->step = out[1] == VALUE_NULL || out[1] == VALUE_TRUE ? value_small(1) : value_retain(out[1]);
    if (c->step == value_small(1) && (c->next == VALUE_FALSE || c->next == VALUE_TRUE))
        c->next = value_small(c->next == VALUE_TRUE);
    return obj_value(c);
}

static Value count_next(Vm *vm, Value self) {
    Count *c = AS(Count, self);
    Value now = value_retain(c->next), step = value_retain(c->step);
    Value next = object_binary(vm, BINARY_ADD, now, step);
    value_release(vm, step);
    if (next == VALUE_NULL) {
        value_release(vm, now);
        return VALUE_NULL;
    }
    value_set(vm, &c->next, next);
    return now;
}

static Value count_repr(Vm *vm, Value self) {
    const Count *c = AS(Count, self);
    const Str *name = type_of(vm, self)->name;
    if (c->step == value_small(1)) return str_value(str_format(vm, "%S(%R)", name, c->next));
    return str_value(str_format(vm, "%S(%R, %R)", name, c->next, c->step));
}

typedef struct Repeat {
    Obj head;
    Value object;
    int64_t left; /* -1: for ever */
} Repeat;

static void repeat_dealloc(Vm *vm, Obj *self) {
    value_clear(vm, &((Repeat *)self)->object);
}

static void repeat_traverse(Obj *self, VisitFn visit, void *context) {
    visit(context, ((Repeat *)self)->object);
}

static Value repeat_new(Vm *vm, Type *type, const Value *args, uint32_t nargs, Tuple *kwnames) {
    static const char *const names[] = {"object", "times", NULL};
    static const ArgSpec spec = {"repeat", names, 0, 2, 1};
    Value out[2];
    int64_t times = 0;
    if (!args_bind(vm, &spec, args, nargs, kwnames, out)) return VALUE_NULL;
    if (out[1] != VALUE_NULL && !object_as_index(vm, out[1], &times, INDEX_ARGUMENT)) return VALUE_NULL;
    Repeat *r = object_new(vm, type, 0);
    if (r == NULL) return VALUE_NULL;
    r->object = value_retain(out[0]);
    r->left = out[1] == VALUE_NULL ? -1 : times < 0 ? 0 : times;
    return obj_value(r);
}

static Value repeat_next(Vm *vm, Value self) {
    (void)vm;
    Repeat *r = AS(Repeat, self);
    if (r->left == 0) return VALUE_NULL;
    if (r->left > 0) r->left--;
    return value_retain(r->object);
}

static Value repeat_repr(Vm *vm, Value self) {
    const Repeat *r = AS(Repeat, self);
    const Str *name = type_of(vm, self)->name;
    if (r->left < 0) return str_value(str_format(vm, "%S(%R)", name, r->object));
    return str_value(str_format(vm, "%S(%R, %lld)", name, r->object, (long long)r->left));
}

static NATIVE(repeat_length_hint) {
    UNUSED_ARGS;
    const Repeat *r = AS(Repeat, self);
    if (r->left < 0) return raise_error(vm, T_TypeError, "len() of unsized object");
    return int_from_int64(vm, r->left);
}

static const MethodDef repeat_methods[] = {
    {"__length_hint__", repeat_length_hint, 0, 0, false, METHOD_PLAIN, NULL},
    {0},
};

/* ---- the module */

#define CHOICES_DEF(NAME, KIND)                                                                                        \
    {                                                                                                                  \
        .name = "itertools." NAME, .size = sizeof(Choices), .flags = TYPE_GC | TYPE_BASE, .slots = {                   \
            .dealloc = choices_dealloc,                                                                                \
            .traverse = choices_traverse,                                                                              \
            .iter = object_itself,                                                                                     \
            .next = KIND##_next,                                                                                       \
            .new = KIND##_new                                                                                          \
        }                                                                                                              \
    }

static const TypeDef product_def = CHOICES_DEF("product", product);
static const TypeDef permutations_def = CHOICES_DEF("permutations", permutations);
static const TypeDef combinations_def = CHOICES_DEF("combinations", combinations);
static const TypeDef repeated_def = CHOICES_DEF("combinations_with_replacement", repeated);

static const TypeDef count_def = {
    .name = "itertools.count",
    .size = sizeof(Count),
    .flags = TYPE_GC | TYPE_BASE,
    .slots = {.dealloc = count_dealloc,
              .traverse = count_traverse,
              .repr = count_repr,
              .iter = object_itself,
              .next = count_next,
              .new = count_new},
};

static const TypeDef repeat_def = {
    .name = "itertools.repeat",
    .size = sizeof(Repeat),
    .flags = TYPE_GC | TYPE_BASE,
    .slots = {.dealloc = repeat_dealloc,
              .traverse = repeat_traverse,
              .repr = repeat_repr,
              .iter = object_itself,
              .next = repeat_next,
              .new = repeat_new},
    .methods = repeat_methods,
};

Value module_init__itertools(Vm *vm) {
    static const TypeDef *const defs[] = {&product_def,  &permutations_def, &combinations_def,
                                          &repeated_def, &count_def,        &repeat_def};
    Module *m = module_new(vm, "_itertools");
    for (size_t i = 0; m != NULL && i < sizeof defs / sizeof *defs; i++) {
        Type *type = type_make(vm, defs[i], NULL);
        const char *name = defs[i]->name + sizeof "itertools." - 1;
        if (type != NULL && module_add(vm, m, name, value_retain(obj_value(type)))) continue;
        obj_release(vm, m);
        return VALUE_NULL;
    }
    return m == NULL ? VALUE_NULL : obj_value(m);
}
