/* The allocator keeps its limit, fails where it is told to, and finds every object. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../engine/base/alloc.h"

static void a_limit_holds_and_freed_memory_counts_again(void **state) {
    (void)state;
    Mem *mem = mem_new(10000);
    void *first = mem_alloc(mem, 6000);
    assert_non_null(first);
    assert_null(mem_alloc(mem, 6000));
    mem_set_reserve(mem, 5000);
    void *second = mem_alloc(mem, 6000);
    assert_non_null(second);
    mem_free(mem, second, 6000);
    mem_free(mem, first, 6000);
    assert_int_equal(mem_used(mem), 0);
    mem_close(mem);
}

static void the_nth_allocation_fails_once_or_for_ever(void **state) {
    (void)state;
    Mem *mem = mem_new(0);
    mem_fail_at(mem, 2, false);
    void *one = mem_alloc(mem, 8);
    assert_non_null(one);
    assert_null(mem_object_alloc(mem, 32));
    void *three = mem_alloc(mem, 8);
    assert_non_null(three);
    mem_fail_at(mem, 1, true);
    assert_null(mem_alloc(mem, 8));
    assert_null(mem_alloc(mem, 8));
    assert_null(mem_realloc(mem, three, 8, 100));
    mem_free(mem, one, 8);
    mem_free(mem, three, 8);
    assert_int_equal(mem_used(mem), 0);
    mem_close(mem);
}

static void realloc_keeps_the_bytes(void **state) {
    (void)state;
    Mem *mem = mem_new(0);
    char *text = mem_alloc(mem, 10);
    memcpy(text, "123456789", 10);
    size_t size = 10;
    for (size_t next = 20; next < 100000; next *= 3) {
        text = mem_realloc(mem, text, size, next);
        size = next;
        assert_string_equal(text, "123456789");
        assert_int_equal(mem_used(mem), size);
    }
    text = mem_realloc(mem, text, size, 12);
    assert_string_equal(text, "123456789");
    mem_free(mem, text, 12);
    assert_int_equal(mem_used(mem), 0);
    mem_close(mem);
}

static void count_object(void *context, void *object) {
    size_t *sums = context;
    sums[0]++;
    sums[1] += *(uint32_t *)object;
}

static void every_live_object_is_walked_once_and_has_its_own_numbers(void **state) {
    (void)state;
    enum { COUNT = 3000 };
    static uint32_t *objects[COUNT];
    Mem *mem = mem_new(0);
    size_t expected = 0;
    for (uint32_t i = 0; i < COUNT; i++) {
        objects[i] = mem_object_alloc(mem, 16 + i % 700);
        assert_non_null(objects[i]);
        assert_int_equal((uintptr_t)objects[i] % 8, 0);
        *objects[i] = i + 1;
        *mem_number(objects[i]) = i * 3;
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        if (i % 3 == 0) {
            *objects[i] = 0;
            mem_object_free(mem, objects[i]);
        } else {
            expected += i + 1;
        }
    }
    size_t sums[2] = {0, 0};
    mem_objects_walk(mem, count_object, sums);
    assert_int_equal(sums[0], COUNT - COUNT / 3);
    assert_int_equal(sums[1], expected);
    assert_true(mem_scratch_begin(mem));
    for (uint32_t i = 0; i < COUNT; i++) {
        if (i % 3 == 0) continue;
        assert_int_equal(*mem_scratch(mem, objects[i]), 0);
        *mem_scratch(mem, objects[i]) = i;
    }
    for (uint32_t i = 0; i < COUNT; i++) {
        if (i % 3 == 0) continue;
        assert_int_equal(*mem_scratch(mem, objects[i]), i);
        assert_int_equal(*mem_number(objects[i]), i * 3);
        assert_int_equal(*objects[i], i + 1);
    }
    mem_scratch_end(mem);
    for (uint32_t i = 0; i < COUNT; i++) {
        if (i % 3 == 0) continue;
        *objects[i] = 0;
        mem_object_free(mem, objects[i]);
    }
    assert_int_equal(mem_used(mem), 0);
    mem_close(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_limit_holds_and_freed_memory_counts_again),
        cmocka_unit_test(the_nth_allocation_fails_once_or_for_ever),
        cmocka_unit_test(realloc_keeps_the_bytes),
        cmocka_unit_test(every_live_object_is_walked_once_and_has_its_own_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
