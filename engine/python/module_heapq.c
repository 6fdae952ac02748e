/* module_heapq.c: the module _heapq: a list kept as a heap, the smallest item first, or the largest (_max). */
#include "builtins.h"
#include "list.h"
#include "modules.h"

typedef struct Heap {
    List *list;
    bool largest; /* first */
} Heap;

/* Whether a stands above b: 1, 0, -1. */
static int is_above(Vm *vm, const Heap *heap, Value a, Value b) {
    if (values_are_ints(a, b)) return heap->largest ? (int64_t)b < (int64_t)a : (int64_t)a < (int64_t)b;
    value_retain(a); /* what compares them may take them out */
    value_retain(b);
    int above = heap->largest ? object_less(vm, b, a) : object_less(vm, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return above;
}

/* The same of two places. */
static int stands_above(Vm *vm, const Heap *heap, uint32_t a, uint32_t b) {
    const List *list = heap->list;
    uint32_t length = list->length;
    int above = is_above(vm, heap, list->items[a], list->items[b]);
    if (above < 0 || list->length == length) return above;
    raise_error(vm, T_RuntimeError, "list changed size during iteration");
    return -1;
}

static void swap(const Heap *heap, uint32_t a, uint32_t b) {
    Value *items = heap->list->items, item = items[a];
    items[a] = items[b];
    items[b] = item;
}

/* Moves an item towards `top` until its parent stands above it. */
static bool rise(Vm *vm, const Heap *heap, uint32_t at, uint32_t top) {
    while (at > top) {
        uint32_t parent = (at - 1) / 2;
        int above = stands_above(vm, heap, at, parent);
        if (above <= 0) return above == 0;
        swap(heap, at, parent);
        at = parent;
    }
    return true;
}

/* Follows the better children from `top` down to a leaf, and rises from there: fewer comparisons than to stop on the
 * way. */
static bool sink(Vm *vm, const Heap *heap, uint32_t top) {
    uint32_t at = top, length = heap->list->length;
    for (uint32_t child; (child = 2 * at + 1) < length; at = child) {
        if (child + 1 < length) {
            int above = stands_above(vm, heap, child, child + 1);
            if (above < 0) return false;
            child += above == 0;
        }
        swap(heap, at, child);
    }
    return rise(vm, heap, at, top);
}

/* The best item's place is taken by `item`; the best, owned. */
static Value replace_first(Vm *vm, const Heap *heap, Value item) {
    Value first = heap->list->items[0];
    heap->list->items[0] = value_retain(item);
    if (sink(vm, heap, 0)) return first;
    value_release(vm, first);
    return VALUE_NULL;
}

static bool heap_argument(Vm *vm, Value v, bool largest, const char *place, Heap *heap) {
    bool fits = is_list(v);
    *heap = (Heap){fits ? AS(List, v) : NULL, largest};
    if (!fits) raise_error(vm, T_TypeError, "%s must be list, not %B", place, v);
    return fits;
}

static bool refuse_empty(Vm *vm, const Heap *heap) {
    return heap->list->length == 0 && raise_error(vm, T_IndexError, "index out of range") == VALUE_NULL;
}

static Value push(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap)) return VALUE_NULL;
    if (!list_append(vm, heap.list, args[1]) || !rise(vm, &heap, heap.list->length - 1, 0)) return VALUE_NULL;
    return VALUE_NONE;
}

static Value pop(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap) || refuse_empty(vm, &heap)) return VALUE_NULL;
    Value last = list_remove_at(vm, heap.list, heap.list->length - 1);
    if (last == VALUE_NULL || heap.list->length == 0) return last;
    Value first = replace_first(vm, &heap, last);
    value_release(vm, last);
    return first;
}

static Value replace(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap) || refuse_empty(vm, &heap)) return VALUE_NULL;
    return replace_first(vm, &heap, args[1]);
}

static Value push_pop(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap)) return VALUE_NULL;
    if (heap.list->length == 0) return value_retain(args[1]);
    int above = is_above(vm, &heap, heap.list->items[0], args[1]);
    if (above <= 0) return above == 0 ? value_retain(args[1]) : VALUE_NULL;
    return refuse_empty(vm, &heap) ? VALUE_NULL : replace_first(vm, &heap, args[1]);
}

static Value arrange(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap)) return VALUE_NULL;
    for (uint32_t at = heap.list->length / 2; at-- > 0;)
        if (!sink(vm, &heap, at)) return VALUE_NULL;
    return VALUE_NONE;
}

#define HEAP_FUNCTION(NAME, WORK, PLACE)                                                                               \
    static NATIVE(NAME) {                                                                                              \
        UNUSED_ARGS;                                                                                                   \
        return WORK(vm, args, false, #NAME "() " PLACE);                                                               \
    }                                                                                                                  \
    static NATIVE(NAME##_max) {                                                                                        \
        UNUSED_ARGS;                                                                                                   \
        return WORK(vm, args, true, #NAME "_max() " PLACE);                                                            \
    }
HEAP_FUNCTION(heappush, push, "argument 1")
HEAP_FUNCTION(heappop, pop, "argument")
HEAP_FUNCTION(heapreplace, replace, "argument 1")
HEAP_FUNCTION(heappushpop, push_pop, "argument 1")
HEAP_FUNCTION(heapify, arrange, "argument")

#define HEAP_ROWS(NAME, COUNT)                                                                                         \
    {#NAME, NAME, COUNT, COUNT, false, METHOD_PLAIN, NULL}, {                                                          \
#NAME "_max", NAME##_max, COUNT, COUNT, false, METHOD_PLAIN, NULL                                              \
    }

static const MethodDef heapq_functions[] = {
    HEAP_ROWS(heappush, 2),    HEAP_ROWS(heappop, 1), HEAP_ROWS(heapreplace, 2),
    HEAP_ROWS(heappushpop, 2), HEAP_ROWS(heapify, 1), {0},
};

Value module_init__heapq(Vm *vm) {
    Module *m = module_new(vm, "_heapq");
    if (m != NULL && module_add_functions(vm, m, heapq_functions)) return obj_value(m);
    obj_release(vm, m);
    return VALUE_NULL;
}
