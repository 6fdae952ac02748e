/* Timers: deadlines, cancellation, and when cancelled ones leave the heap. */
#include "support.h"

#include <math.h>

static void deadlines_come_in_order(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line a = {&f, "a"}, b = {&f, "b"}, c = {&f, "c"};
    loop_call_later(f.loop, 2, say_line, &a, NULL);
    loop_call_later(f.loop, 1, say_line, &b, NULL);
    loop_call_at(f.loop, 1.5, say_line, &c, NULL);
    loop_call_later(f.loop, 3, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_forever(f.loop), LOOP_OK);
    expect_log(&f, "b@1 c@1.5 a@2 ");
    assert_true(loop_time(f.loop) == 3);
    support_close(&f);
}

static void a_past_deadline_runs_in_the_next_iteration(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line late = {&f, "late"}, soon = {&f, "soon"};
    loop_call_later(f.loop, -1, say_line, &late, NULL);
    loop_call_soon(f.loop, say_line, &soon, NULL);
    run_iterations(f.loop, 1);
    expect_log(&f, "soon@0 late@0 ");
    support_close(&f);
}

static void a_cancelled_timer_does_not_run(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line a = {&f, "a"}, b = {&f, "b"};
    Handle *handle;
    loop_call_later(f.loop, 1, say_line, &a, &handle);
    loop_call_later(f.loop, 2, say_line, &b, NULL);
    loop_call_later(f.loop, 2.5, stop_loop, NULL, NULL);
    handle_cancel(f.loop, handle);
    handle_release(f.loop, handle);
    assert_true(loop_wait_until(f.loop) == 2);
    assert_int_equal(loop_timer_count(f.loop), 2);
    assert_int_equal(loop_run_forever(f.loop), LOOP_OK);
    expect_log(&f, "b@2 ");
    support_close(&f);
}

static void cancelled_timers_leave_when_they_are_more_than_half(void **state) {
    (void)state;
    enum { COUNT = 200 };
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "x"};
    Handle *handles[COUNT];
    for (int i = 0; i < COUNT; i++) loop_call_later(f.loop, 1 + i, say_line, &line, &handles[i]);
    for (int i = 100; i < COUNT; i++) handle_cancel(f.loop, handles[i]);
    loop_wait_until(f.loop);
    assert_int_equal(loop_timer_count(f.loop), COUNT);
    handle_cancel(f.loop, handles[99]);
    loop_wait_until(f.loop);
    assert_int_equal(loop_timer_count(f.loop), 99);
    for (int i = 0; i < COUNT; i++) handle_release(f.loop, handles[i]);
    support_close(&f);
}

static void the_loop_never_waits_longer_than_a_day(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "x"};
    loop_call_later(f.loop, 100000, say_line, &line, NULL);
    assert_true(loop_wait_until(f.loop) == 86400);
    loop_call_later(f.loop, 100001, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_forever(f.loop), LOOP_OK);
    expect_log(&f, "x@100000 ");
    support_close(&f);
}

static void a_timer_comes_where_doubles_lie_wider_apart_than_the_clock_ticks(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "x"};
    loop_call_later(f.loop, 1e9, say_line, &line, NULL);
    loop_call_later(f.loop, 1e9 + 1, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_forever(f.loop), LOOP_OK);
    expect_log(&f, "x@1e+09 ");
    support_close(&f);
}

static void a_timer_that_fails_for_memory_leaves_nothing(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "x"};
    Handle *handle;
    mem_fail_at(f.mem, 2, true); /* the handle succeeds, the heap fails */
    assert_int_equal(loop_call_later(f.loop, 1, say_line, &line, &handle), LOOP_NO_MEMORY);
    assert_null(handle);
    mem_fail_at(f.mem, 0, false);
    assert_true(isinf(loop_wait_until(f.loop)));
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deadlines_come_in_order),
        cmocka_unit_test(a_past_deadline_runs_in_the_next_iteration),
        cmocka_unit_test(a_cancelled_timer_does_not_run),
        cmocka_unit_test(cancelled_timers_leave_when_they_are_more_than_half),
        cmocka_unit_test(the_loop_never_waits_longer_than_a_day),
        cmocka_unit_test(a_timer_comes_where_doubles_lie_wider_apart_than_the_clock_ticks),
        cmocka_unit_test(a_timer_that_fails_for_memory_leaves_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
