/* module_heapq.c: the module _heapq: a list kept as a heap, the smallest item first, or the largest (_max). */
#include "builtins.h"
#include "list.h"
#include "modules.h"
#include "redo.h"
#include "vm_state.h"

/* One operation on a heap, where it stands between two comparisons. */
typedef struct Heap {
    List *list;
    Frame *frame;     /* whose comparisons can be left and done again (redo.h), or NULL */
    uint32_t length;  /* of the list: what compares must not change it */
    uint32_t at, top; /* the item that moves, and how high it may rise */
    bool sinks;       /* it still goes down */
    bool largest;     /* items stand first */
} Heap;

/* Of such a frame. HEAP_A, HEAP_B: the two that are being compared. HEAP_PUSHED: what is compared with the first before
 * it may take its place. */
enum { HEAP_LIST, HEAP_RESULT, HEAP_PUSHED, HEAP_A, HEAP_B, HEAP_AT, HEAP_TOP, HEAP_LENGTH, HEAP_SLOTS };

/* Two tuples of which the first items that are not the same are ints, as in most queues: 1, 0, or -1: they are not. */
static int tuples_by_ints(Vm *vm, Value a, Value b) {
    if (!is_exact(vm, a, T_tuple) || !is_exact(vm, b, T_tuple)) return -1;
    const Tuple *x = AS(Tuple, a), *y = AS(Tuple, b);
    uint32_t length = x->length < y->length ? x->length : y->length, i = 0;
    while (i < length && x->items[i] == y->items[i]) i++;
    if (i == length || !values_are_ints(x->items[i], y->items[i])) return -1;
    return (int64_t)x->items[i] < (int64_t)y->items[i];
}

static int compare(Vm *vm, const Heap *heap, Value a, Value b) {
    int known = heap->largest ? tuples_by_ints(vm, b, a) : tuples_by_ints(vm, a, b);
    if (known >= 0) return known;
    value_retain(a); /* what compares them may take them out */
    value_retain(b);
    int above = heap->largest ? object_less(vm, b, a) : object_less(vm, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return above;
}

static int compare_framed(Vm *vm, const Heap *heap, Value a, Value b) {
    Value *regs = heap->frame->regs;
    regs[HEAP_A] = value_retain(a);
    regs[HEAP_B] = value_retain(b);
    int above = compare(vm, heap, a, b);
    if (vm->state->redoing) return -1;
    redo_step(vm, heap->frame);
    value_clear(vm, &regs[HEAP_A]);
    value_clear(vm, &regs[HEAP_B]);
    return above;
}

/* Whether a stands above b: 1, 0, -1. */
static inline int is_above(Vm *vm, const Heap *heap, Value a, Value b) {
    if (values_are_ints(a, b)) return heap->largest ? (int64_t)b < (int64_t)a : (int64_t)a < (int64_t)b;
    return heap->frame == NULL ? compare(vm, heap, a, b) : compare_framed(vm, heap, a, b);
}

/* The comparison that was left is done again, with the items that it was of. */
static int is_above_again(Vm *vm, const Heap *heap) {
    Value a = heap->frame->regs[HEAP_A], b = heap->frame->regs[HEAP_B];
    heap->frame->regs[HEAP_A] = heap->frame->regs[HEAP_B] = VALUE_NULL;
    int above = is_above(vm, heap, a, b);
    value_release(vm, a);
    value_release(vm, b);
    return above;
}

static inline bool is_left(const Heap *heap) {
    return heap->frame != NULL && heap->frame->regs[HEAP_A] != VALUE_NULL;
}

/* The same of two places. */
static inline int stands_above(Vm *vm, const Heap *heap, uint32_t a, uint32_t b) {
    const List *list = heap->list;
    int above = is_left(heap) ? is_above_again(vm, heap) : is_above(vm, heap, list->items[a], list->items[b]);
    if (above < 0 || list->length == heap->length) return above;
    raise_error(vm, T_RuntimeError, "list changed size during iteration");
    return -1;
}

static void swap(const Heap *heap, uint32_t a, uint32_t b) {
    Value *items = heap->list->items, item = items[a];
    items[a] = items[b];
    items[b] = item;
}

/* Moves an item towards `top` until its parent stands above it. */
static bool rise(Vm *vm, Heap *heap) {
    while (heap->at > heap->top) {
        uint32_t parent = (heap->at - 1) / 2;
        int above = stands_above(vm, heap, heap->at, parent);
        if (above <= 0) return above == 0;
        swap(heap, heap->at, parent);
        heap->at = parent;
    }
    return true;
}

/* Follows the better children from `top` down to a leaf, and rises from there: fewer comparisons than to stop on the
 * way. */
static bool sink(Vm *vm, Heap *heap) {
    for (uint32_t child; heap->sinks && (child = 2 * heap->at + 1) < heap->length; heap->at = child) {
        if (child + 1 < heap->length) {
            int above = stands_above(vm, heap, child, child + 1);
            if (above < 0) return false;
            child += above == 0;
        }
        swap(heap, heap->at, child);
    }
    heap->sinks = false;
    return rise(vm, heap);
}

static void begin_sink(Heap *heap, uint32_t top) {
    heap->at = heap->top = top;
    heap->sinks = true;
}

/* ---- operations: what is done after a list was looked at, and again after each comparison that was left */

typedef bool (*HeapWork)(Vm *vm, Heap *heap, Value *result, Value *pushed);

static bool work_sift(Vm *vm, Heap *heap, Value *result, Value *pushed) {
    (void)result, (void)pushed;
    return sink(vm, heap);
}

static bool work_arrange(Vm *vm, Heap *heap, Value *result, Value *pushed) {
    (void)result, (void)pushed;
    while (sink(vm, heap)) {
        if (heap->top == 0) return true;
        begin_sink(heap, heap->top - 1);
    }
    return false;
}

/* The best item's place is taken by `item` (owned), it becomes the result. */
static void replace_first(Heap *heap, Value *result, Value item) {
    *result = heap->list->items[0];
    heap->list->items[0] = item;
    begin_sink(heap, 0);
}

static bool refuse_empty(Vm *vm, const List *list) {
    return list->length == 0 && raise_error(vm, T_IndexError, "index out of range") == VALUE_NULL;
}

/* Until the one pushed has taken the first's place. */
static bool work_push_pop(Vm *vm, Heap *heap, Value *result, Value *pushed) {
    if (*pushed == VALUE_NULL) return sink(vm, heap);
    int above = is_left(heap) ? is_above_again(vm, heap) : is_above(vm, heap, heap->list->items[0], *pushed);
    if (above < 0 || (above > 0 && refuse_empty(vm, heap->list))) return false;
    Value item = *pushed;
    *pushed = VALUE_NULL;
    heap->length = heap->list->length;
    if (above == 0) {
        *result = item;
        return true;
    }
    replace_first(heap, result, item);
    return sink(vm, heap);
}

static const HeapWork works[] = {work_sift, work_arrange, work_push_pop};
enum heap_work { WORK_SIFT, WORK_ARRANGE, WORK_PUSH_POP };

/* ---- in a frame, where comparing may wait */

static void heap_save(const Heap *heap, enum heap_work work) {
    Frame *frame = heap->frame;
    frame->regs[HEAP_AT] = value_small(heap->at);
    frame->regs[HEAP_TOP] = value_small(heap->top);
    frame->regs[HEAP_LENGTH] = value_small(heap->length);
    frame->state = (int32_t)(work << 2 | (unsigned)heap->sinks << 1 | (unsigned)heap->largest);
}

static Heap heap_restore(Frame *frame, enum heap_work *work) {
    const Value *regs = frame->regs;
    *work = (enum heap_work)(frame->state >> 2);
    return (Heap){.list = AS(List, regs[HEAP_LIST]),
                  .frame = frame,
                  .length = (uint32_t)value_as_small(regs[HEAP_LENGTH]),
                  .at = (uint32_t)value_as_small(regs[HEAP_AT]),
                  .top = (uint32_t)value_as_small(regs[HEAP_TOP]),
                  .sinks = (frame->state & 2) != 0,
                  .largest = (frame->state & 1) != 0};
}

static Value heap_resume(Vm *vm, Frame *frame, Value in) {
    (void)in;
    enum heap_work work;
    Heap heap = heap_restore(frame, &work);
    Value *regs = frame->regs;
    frame->ip = &redo_native;
    bool ok = works[work](vm, &heap, &regs[HEAP_RESULT], &regs[HEAP_PUSHED]);
    if (!ok && vm->state->redoing) {
        heap_save(&heap, work);
        return VALUE_NULL;
    }
    redo_forget(vm, frame);
    return ok ? value_retain(regs[HEAP_RESULT]) : VALUE_NULL;
}

static bool is_of_program(Vm *vm, Value v) {
    return value_is_obj(v) && (type_of(vm, v)->flags & TYPE_HEAP);
}

/* Whether comparing an item may call the program's code, as far as a look tells: queues hold objects, or tuples with
 * one in them; merge() holds lists. */
static bool compares_by_code(Vm *vm, Value item) {
    bool list = is_exact(vm, item, T_list);
    if (!list && !is_exact(vm, item, T_tuple)) return is_of_program(vm, item);
    const Value *items = list ? AS(List, item)->items : AS(Tuple, item)->items;
    uint32_t length = list ? AS(List, item)->length : AS(Tuple, item)->length;
    for (uint32_t i = 0; i < length; i++)
        if (is_of_program(vm, items[i])) return true;
    return false;
}

/* The operation as a primitive's last act. `result` and `pushed` are taken over. */
static Value heap_work(Vm *vm, Heap *heap, enum heap_work work, Value result, Value pushed) {
    const List *list = heap->list;
    heap->length = list->length;
    bool frames = vm_has_threads(vm) && list->length > 0 &&
                  (compares_by_code(vm, list->items[0]) || compares_by_code(vm, pushed));
    heap->frame = frames ? native_push(vm, heap_resume, HEAP_SLOTS) : NULL;
    if (heap->frame != NULL) {
        heap->frame->regs[HEAP_LIST] = value_retain(obj_value(heap->list));
        heap->frame->regs[HEAP_RESULT] = result;
        heap->frame->regs[HEAP_PUSHED] = pushed;
        heap_save(heap, work);
        return SIGNAL_PUSHED;
    }
    bool ok = !frames && works[work](vm, heap, &result, &pushed);
    value_release(vm, pushed);
    if (ok) return result;
    value_release(vm, result);
    return VALUE_NULL;
}

/* ---- the functions */

static bool heap_argument(Vm *vm, Value v, bool largest, const char *place, Heap *heap) {
    bool fits = is_list(v);
    *heap = (Heap){.list = fits ? AS(List, v) : NULL, .largest = largest};
    if (!fits) raise_error(vm, T_TypeError, "%s must be list, not %B", place, v);
    return fits;
}

static Value push(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap) || !list_append(vm, heap.list, args[1])) return VALUE_NULL;
    heap.at = heap.list->length - 1;
    return heap_work(vm, &heap, WORK_SIFT, VALUE_NONE, VALUE_NULL);
}

static Value pop(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap) || refuse_empty(vm, heap.list)) return VALUE_NULL;
    Value first, last = list_remove_at(vm, heap.list, heap.list->length - 1);
    if (last == VALUE_NULL || heap.list->length == 0) return last;
    replace_first(&heap, &first, last);
    return heap_work(vm, &heap, WORK_SIFT, first, VALUE_NULL);
}

static Value replace(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    Value first;
    if (!heap_argument(vm, args[0], largest, place, &heap) || refuse_empty(vm, heap.list)) return VALUE_NULL;
    replace_first(&heap, &first, value_retain(args[1]));
    return heap_work(vm, &heap, WORK_SIFT, first, VALUE_NULL);
}

static Value push_pop(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap)) return VALUE_NULL;
    if (heap.list->length == 0) return value_retain(args[1]);
    return heap_work(vm, &heap, WORK_PUSH_POP, VALUE_NULL, value_retain(args[1]));
}

static Value arrange(Vm *vm, const Value *args, bool largest, const char *place) {
    Heap heap;
    if (!heap_argument(vm, args[0], largest, place, &heap)) return VALUE_NULL;
    if (heap.list->length < 2) return VALUE_NONE;
    begin_sink(&heap, heap.list->length / 2 - 1);
    return heap_work(vm, &heap, WORK_ARRANGE, VALUE_NONE, VALUE_NULL);
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
