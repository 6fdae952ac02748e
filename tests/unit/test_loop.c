/* The loop's life and the phases of an iteration. */
#include "support.h"

#include <math.h>

typedef struct Again {
    Line line;
    int left;
} Again;

static void say_and_call_again(Loop *loop, void *context) {
    Again *again = context;
    say_line(loop, &again->line);
    if (--again->left > 0) loop_call_soon(loop, say_and_call_again, again, NULL);
}

static void what_a_batch_adds_waits_for_the_next(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Again again = {{&f, "again"}, 3};
    Line other = {&f, "other"};
    loop_call_soon(f.loop, say_and_call_again, &again, NULL);
    loop_call_soon(f.loop, say_line, &other, NULL);
    run_iterations(f.loop, 1);
    expect_log(&f, "again@0 other@0 ");
    run_iterations(f.loop, 1);
    expect_log(&f, "again@0 ");
    run_iterations(f.loop, 2);
    expect_log(&f, "again@0 ");
    support_close(&f);
}

static void stop_lets_the_batch_finish(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "after"};
    loop_call_soon(f.loop, stop_loop, NULL, NULL);
    loop_call_soon(f.loop, say_line, &line, NULL);
    assert_int_equal(loop_run_forever(f.loop), LOOP_OK);
    expect_log(&f, "after@0 ");
    assert_false(loop_is_stopping(f.loop));
    assert_false(loop_is_running(f.loop));
    support_close(&f);
}

static void cancelled_handles_are_skipped(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line one = {&f, "one"}, two = {&f, "two"};
    Handle *handle;
    assert_int_equal(loop_call_soon(f.loop, say_line, &one, &handle), LOOP_OK);
    loop_call_soon(f.loop, say_line, &two, NULL);
    handle_cancel(f.loop, handle);
    handle_cancel(f.loop, handle);
    assert_true(handle_is_cancelled(handle));
    run_iterations(f.loop, 1);
    expect_log(&f, "two@0 ");
    handle_release(f.loop, handle);
    support_close(&f);
}

static void try_to_run(Loop *loop, void *context) {
    Fixture *f = context;
    say(f, "%d %d", loop_run_forever(loop) == LOOP_RUNNING, loop_close(loop) == LOOP_RUNNING);
}

static void a_running_loop_cannot_be_run_or_closed(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    loop_call_soon(f.loop, try_to_run, &f, NULL);
    run_iterations(f.loop, 1);
    expect_log(&f, "1 1");
    support_close(&f);
}

static void a_closed_loop_takes_nothing(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "never"};
    Handle *handle = NULL;
    loop_call_soon(f.loop, say_line, &line, NULL);
    loop_call_later(f.loop, 1, say_line, &line, NULL);
    assert_int_equal(loop_close(f.loop), LOOP_OK);
    assert_int_equal(loop_close(f.loop), LOOP_OK);
    assert_true(loop_is_closed(f.loop));
    assert_int_equal(loop_ready_count(f.loop), 0);
    assert_int_equal(loop_timer_count(f.loop), 0);
    assert_int_equal(loop_call_soon(f.loop, say_line, &line, &handle), LOOP_CLOSED);
    assert_null(handle);
    assert_int_equal(loop_call_later(f.loop, 1, say_line, &line, NULL), LOOP_CLOSED);
    assert_int_equal(loop_run_forever(f.loop), LOOP_CLOSED);
    expect_log(&f, "");
    support_close(&f);
}

static void closing_drops_what_is_ready_before_the_timers(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "never"};
    loop_call_soon(f.loop, say_line, &line, NULL);
    loop_call_later(f.loop, 1, say_line, &line, NULL);
    assert_int_equal(loop_close_ready(f.loop), LOOP_OK);
    assert_true(loop_is_closed(f.loop));
    assert_int_equal(loop_ready_count(f.loop), 0);
    assert_int_equal(loop_timer_count(f.loop), 1);
    assert_int_equal(loop_close(f.loop), LOOP_OK);
    assert_int_equal(loop_timer_count(f.loop), 0);
    support_close(&f);
}

static void a_batch_left_in_the_middle_goes_on_in_the_next_run(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line one = {&f, "one"}, two = {&f, "two"};
    loop_call_soon(f.loop, say_line, &one, NULL);
    loop_call_soon(f.loop, say_line, &two, NULL);
    assert_int_equal(loop_run_begin(f.loop), LOOP_OK);
    assert_true(loop_wait_until(f.loop) < 0);
    assert_true(loop_begin_batch(f.loop));
    Handle *handle = loop_take(f.loop);
    assert_true(handle_run(f.loop, handle));
    loop_finish(f.loop, handle);
    loop_run_end(f.loop);
    expect_log(&f, "one@0 ");
    run_iterations(f.loop, 1);
    expect_log(&f, "two@0 ");
    support_close(&f);
}

static void waking_ends_the_next_wait(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    assert_true(isinf(loop_wait_until(f.loop)) && loop_wait_until(f.loop) > 0);
    loop_wake(f.loop);
    assert_true(loop_wait_until(f.loop) < 0);
    assert_false(loop_begin_batch(f.loop));
    assert_true(loop_wait_until(f.loop) > 0);
    support_close(&f);
}

static void running_until_complete_says_when_it_was_stopped(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    loop_call_soon(f.loop, stop_loop, NULL, NULL);
    assert_int_equal(loop_run_until_complete(f.loop, future), LOOP_STOPPED);
    assert_int_equal(future_callback_count(future), 0);
    future_set_result(future, 5);
    assert_int_equal(loop_run_until_complete(f.loop, future), LOOP_OK);
    future_release(future);
    support_close(&f);
}

static void running_out_of_memory_is_reported(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Line line = {&f, "line"};
    mem_fail_at(f.mem, 1, true);
    Handle *handle;
    assert_int_equal(loop_call_soon(f.loop, say_line, &line, &handle), LOOP_NO_MEMORY);
    assert_null(handle);
    assert_int_equal(loop_call_later(f.loop, 1, say_line, &line, NULL), LOOP_NO_MEMORY);
    assert_null(future_new(f.loop, FUTURE_PLAIN));
    assert_null(sleep_new(f.loop, 1, 0));
    LoopConfig config = {.mem = f.mem, .host = &f.host};
    assert_null(loop_new(&config));
    mem_fail_at(f.mem, 0, false);
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_batch_adds_waits_for_the_next),
        cmocka_unit_test(stop_lets_the_batch_finish),
        cmocka_unit_test(cancelled_handles_are_skipped),
        cmocka_unit_test(a_running_loop_cannot_be_run_or_closed),
        cmocka_unit_test(a_closed_loop_takes_nothing),
        cmocka_unit_test(closing_drops_what_is_ready_before_the_timers),
        cmocka_unit_test(a_batch_left_in_the_middle_goes_on_in_the_next_run),
        cmocka_unit_test(waking_ends_the_next_wait),
        cmocka_unit_test(running_until_complete_says_when_it_was_stopped),
        cmocka_unit_test(running_out_of_memory_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
