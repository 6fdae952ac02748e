/* The heap gives equal keys out in heapq's order. */
#include "support.h"
#include "../../engine/base/heap.h"

/* Made by CPython's heapq: 48 pushes with these keys, a pop after every fifth; then every item whose number is a
 * multiple of three is taken out, heapify, and pops until it is empty. */
static const double keys[48] = {2, 1, 3, 0, 0, 4, 0, 2, 4, 0, 4, 1, 0, 0, 3, 3, 0, 1, 0, 4, 3, 0, 4, 0,
                                1, 4, 0, 4, 4, 3, 0, 1, 0, 4, 1, 2, 3, 1, 4, 0, 4, 2, 4, 1, 0, 4, 4, 1};
static const int expected[37] = {3,  4,  6,  13, 16, 9, 12, 30, 32, 44, 23, 26, 43, 47, 34, 37, 1, 17, 31,
                                 11, 41, 35, 7,  20, 2, 14, 29, 25, 22, 40, 19, 38, 10, 5,  46, 8, 28};

static int pop_number(Heap *heap, const int *numbers) {
    return (int)((const int *)heap_pop(heap) - numbers);
}

static void equal_keys_leave_in_heapq_order(void **state) {
    (void)state;
    static int numbers[48];
    Mem *mem = mem_new(0);
    Heap heap;
    heap_init(&heap, mem);
    int out = 0;
    for (int i = 0; i < 48; i++) {
        assert_true(heap_push(&heap, keys[i], &numbers[i]));
        if (i % 5 == 4) assert_int_equal(pop_number(&heap, numbers), expected[out++]);
    }
    size_t kept = 0;
    for (size_t i = 0; i < heap.count; i++) {
        if (((const int *)heap.entries[i].item - numbers) % 3) heap.entries[kept++] = heap.entries[i];
    }
    heap.count = kept;
    heap_rebuild(&heap);
    while (heap.count > 0) assert_int_equal(pop_number(&heap, numbers), expected[out++]);
    assert_int_equal(out, 37);
    heap_close(&heap);
    assert_int_equal(mem_used(mem), 0);
    mem_close(mem);
}

static void many_keys_leave_sorted_and_memory_shrinks(void **state) {
    (void)state;
    enum { COUNT = 20000 };
    Mem *mem = mem_new(0);
    Heap heap;
    heap_init(&heap, mem);
    unsigned seed = 1;
    for (int i = 0; i < COUNT; i++) {
        seed = seed * 1103515245u + 12345u;
        assert_true(heap_push(&heap, (double)(seed >> 16), NULL));
    }
    size_t full = heap.capacity;
    double last = -1;
    for (int i = 0; i < COUNT; i++) {
        assert_true(heap.entries[0].key >= last);
        last = heap.entries[0].key;
        heap_pop(&heap);
    }
    assert_true(heap.capacity < full / 4);
    heap_close(&heap);
    mem_close(mem);
}

static void a_failed_push_changes_nothing(void **state) {
    (void)state;
    Mem *mem = mem_new(0);
    Heap heap;
    heap_init(&heap, mem);
    for (int i = 0; i < 16; i++) assert_true(heap_push(&heap, i, NULL));
    mem_fail_at(mem, 1, true);
    assert_false(heap_push(&heap, -1, NULL));
    assert_int_equal(heap.count, 16);
    assert_true(heap.entries[0].key == 0);
    mem_fail_at(mem, 0, false);
    heap_close(&heap);
    mem_close(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_keys_leave_in_heapq_order),
        cmocka_unit_test(many_keys_leave_sorted_and_memory_shrinks),
        cmocka_unit_test(a_failed_push_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
