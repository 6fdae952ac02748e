/* Futures: outcomes, done callbacks and their order. */
#include "support.h"

static void say_done(Loop *loop, Future *future, void *context) {
    (void)loop;
    const Line *line = context;
    loop_value value;
    enum future_state state = future_outcome(future, &value);
    say(line->fixture, "%s:%d:%d ", line->text, (int)state, (int)value);
}

static void callbacks_run_in_order_one_iteration_later(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    static const char *const names[] = {"a", "b", "c", "d", "e", "f", "g"};
    Line lines[7];
    for (int i = 0; i < 7; i++) {
        lines[i] = (Line){&f, names[i]};
        assert_int_equal(future_add_callback(future, say_done, &lines[i]), LOOP_OK);
    }
    assert_int_equal(future_callback_count(future), 7);
    assert_int_equal(future_set_result(future, 42), LOOP_OK);
    assert_int_equal(future_callback_count(future), 0);
    expect_log(&f, "");
    run_iterations(f.loop, 1);
    expect_log(&f, "a:1:42 b:1:42 c:1:42 d:1:42 e:1:42 f:1:42 g:1:42 ");
    assert_int_equal(future_add_callback(future, say_done, &lines[0]), LOOP_OK);
    run_iterations(f.loop, 1);
    expect_log(&f, "a:1:42 ");
    future_release(future);
    support_close(&f);
}

static void removing_takes_all_equal_ones(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Line a = {&f, "a"}, b = {&f, "b"};
    Line *order[] = {&a, &b, &a, &a, &b, &a};
    for (int i = 0; i < 6; i++) future_add_callback(future, say_done, order[i]);
    assert_int_equal(future_remove_callback(future, say_done, &a), 4);
    assert_int_equal(future_remove_callback(future, say_done, &a), 0);
    assert_int_equal(future_callback_count(future), 2);
    future_add_callback(future, say_done, &a);
    future_set_result(future, 1);
    run_iterations(f.loop, 1);
    expect_log(&f, "b:1:1 b:1:1 a:1:1 ");
    future_release(future);
    support_close(&f);
}

static void a_future_is_resolved_once(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    loop_value value;
    assert_int_equal(future_outcome(future, &value), FUTURE_PENDING);
    assert_int_equal(future_cancel(future, 7), LOOP_OK);
    assert_int_equal(future_cancel(future, 8), LOOP_INVALID_STATE);
    assert_int_equal(future_set_result(future, 1), LOOP_INVALID_STATE);
    assert_int_equal(future_set_exception(future, 1), LOOP_INVALID_STATE);
    assert_int_equal(future_outcome(future, &value), FUTURE_CANCELLED);
    assert_int_equal(future_cancel_message(future), 7);
    future_release(future);
    support_close(&f);
}

static void note_unretrieved(void *context, Future *future) {
    say(context, "unretrieved:%d ", (int)future->value);
}

static void an_exception_that_nobody_saw_is_reported(void **state) {
    (void)state;
    Fixture f;
    LoopOps ops = {.unretrieved = note_unretrieved};
    support_open(&f, &ops);
    Future *seen = future_new(f.loop, FUTURE_PLAIN), *unseen = future_new(f.loop, FUTURE_PLAIN);
    future_set_exception(seen, 1);
    future_set_exception(unseen, 2);
    loop_value value;
    assert_int_equal(future_outcome(seen, &value), FUTURE_EXCEPTION);
    future_release(seen);
    future_release(unseen);
    expect_log(&f, "unretrieved:2 ");
    support_close(&f);
}

/* Values are indices into a table of counts. */
static int counts[8];
static void count_up(void *context, loop_value value) {
    (void)context;
    counts[value]++;
}
static void count_down(void *context, loop_value value) {
    (void)context;
    counts[value]--;
}

static Handle *no_handle(void *context, Loop *loop, loop_value callable, loop_value scope, Future *future) {
    (void)context, (void)loop, (void)callable, (void)scope, (void)future;
    return NULL;
}

static void every_value_is_let_go(void **state) {
    (void)state;
    Fixture f;
    LoopOps ops = {.retain = count_up, .release = count_down, .callback_handle = no_handle};
    support_open(&f, &ops);
    for (int i = 1; i < 8; i++) counts[i] = 1;
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    assert_int_equal(future_add_value(future, 1, 2), LOOP_OK);
    assert_int_equal(future_add_value(future, 3, 2), LOOP_OK);
    assert_int_equal(counts[2], 3);
    assert_int_equal(future_remove_value(future, 1), 1);
    assert_int_equal(counts[1], 1);
    assert_int_equal(future_set_result(future, 4), LOOP_FAILED);
    assert_int_equal(counts[3], 1);
    assert_int_equal(counts[2], 1);
    loop_value value;
    future_outcome(future, &value);
    assert_int_equal(counts[4], 2);
    count_down(NULL, value);
    future_set_result(future, 5);
    assert_int_equal(counts[5], 0);
    future_release(future);
    assert_int_equal(counts[4], 0);
    Future *cancelled = future_new(f.loop, FUTURE_PLAIN);
    future_add_value(cancelled, 6, 0);
    future_cancel(cancelled, 7);
    assert_int_equal(counts[7], 2);
    future_release(cancelled);
    assert_int_equal(counts[7], 1);
    assert_int_equal(counts[6], 1);
    support_close(&f);
}

static void one_callback_without_memory_does_not_stop_the_others(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Line a = {&f, "a"}, b = {&f, "b"};
    future_add_callback(future, say_done, &a);
    future_add_callback(future, say_done, &b);
    mem_fail_at(f.mem, 1, false);
    assert_int_equal(future_set_result(future, 3), LOOP_NO_MEMORY);
    run_iterations(f.loop, 1);
    expect_log(&f, "b:1:3 ");
    future_release(future);
    support_close(&f);
}

static void resolving_on_a_closed_loop_says_so(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Line a = {&f, "a"};
    future_add_callback(future, say_done, &a);
    loop_close(f.loop);
    assert_int_equal(future_set_result(future, 3), LOOP_CLOSED);
    assert_true(future_is_done(future));
    future_release(future);
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(callbacks_run_in_order_one_iteration_later),
        cmocka_unit_test(removing_takes_all_equal_ones),
        cmocka_unit_test(a_future_is_resolved_once),
        cmocka_unit_test(an_exception_that_nobody_saw_is_reported),
        cmocka_unit_test(every_value_is_let_go),
        cmocka_unit_test(one_callback_without_memory_does_not_stop_the_others),
        cmocka_unit_test(resolving_on_a_closed_loop_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
