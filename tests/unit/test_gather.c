/* gather: results in the order given, errors at once, cancellation of the children. */
#include "support.h"

typedef struct Children {
    Fixture f;
    Future *items[3];
    Gather *gather;
} Children;

static void make_children(Children *c, bool return_exceptions) {
    support_open(&c->f, NULL);
    for (int i = 0; i < 3; i++) c->items[i] = future_new(c->f.loop, FUTURE_PLAIN);
    c->gather = gather_new(c->f.loop, c->items, 3, return_exceptions);
    assert_non_null(c->gather);
}

/* Ends what is still pending first: a child that never ends and its gather hold each other. */
static void drop_children(Children *c) {
    for (int i = 0; i < 3; i++) future_cancel(c->items[i], 0);
    run_iterations(c->f.loop, 1);
    for (int i = 0; i < 3; i++) future_release(c->items[i]);
    future_release(&c->gather->future);
    support_close(&c->f);
}

static void results_stand_in_the_order_given(void **state) {
    (void)state;
    Children c;
    make_children(&c, false);
    future_set_result(c.items[2], 30);
    future_set_result(c.items[0], 10);
    run_iterations(c.f.loop, 2);
    assert_false(future_is_done(&c.gather->future));
    future_set_result(c.items[1], 20);
    assert_false(future_is_done(&c.gather->future));
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.gather->future.state, FUTURE_RESULT);
    for (int i = 0; i < 3; i++) assert_int_equal(c.gather->values[i], 10 * (i + 1));
    drop_children(&c);
}

static void the_first_error_ends_it_and_the_others_go_on(void **state) {
    (void)state;
    Children c;
    make_children(&c, false);
    future_set_exception(c.items[1], 5);
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.gather->future.state, FUTURE_EXCEPTION);
    assert_int_equal(c.gather->future.value, 5);
    assert_false(future_is_done(c.items[0]));
    future_set_exception(c.items[0], 6);
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.items[0]->flags & FUTURE_FLAG_UNRETRIEVED, 0);
    drop_children(&c);
}

static void errors_can_stand_among_the_results(void **state) {
    (void)state;
    Children c;
    make_children(&c, true);
    future_set_exception(c.items[0], 5);
    future_set_result(c.items[1], 6);
    future_cancel(c.items[2], 7);
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.gather->future.state, FUTURE_RESULT);
    for (int i = 0; i < 3; i++) assert_int_equal(c.gather->values[i], 5 + i);
    drop_children(&c);
}

static void cancelling_it_cancels_the_children(void **state) {
    (void)state;
    Children c;
    make_children(&c, false);
    future_set_result(c.items[0], 1);
    assert_int_equal(future_cancel(&c.gather->future, 9), LOOP_OK);
    assert_int_equal(c.items[0]->state, FUTURE_RESULT);
    assert_int_equal(c.items[1]->state, FUTURE_CANCELLED);
    assert_int_equal(c.items[2]->state, FUTURE_CANCELLED);
    assert_false(future_is_done(&c.gather->future));
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.gather->future.state, FUTURE_EXCEPTION);
    assert_int_equal(c.gather->future.value, 9);
    assert_int_equal(future_cancel(&c.gather->future, 9), LOOP_INVALID_STATE);
    drop_children(&c);
}

static void cancelling_waits_for_all_when_errors_are_results(void **state) {
    (void)state;
    Children c;
    make_children(&c, true);
    assert_int_equal(future_cancel(&c.gather->future, 9), LOOP_OK);
    run_iterations(c.f.loop, 1);
    assert_int_equal(c.gather->future.state, FUTURE_EXCEPTION);
    assert_int_equal(c.gather->finished, 3);
    drop_children(&c);
}

static void a_child_given_twice_is_watched_once(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *one = future_new(f.loop, FUTURE_PLAIN), *two = future_new(f.loop, FUTURE_PLAIN);
    Future *children[] = {one, two, one};
    Gather *gather = gather_new(f.loop, children, 3, false);
    assert_int_equal(future_callback_count(one), 1);
    future_set_result(one, 1);
    future_set_result(two, 2);
    run_iterations(f.loop, 1);
    assert_int_equal(gather->future.state, FUTURE_RESULT);
    assert_int_equal(gather->values[0], 1);
    assert_int_equal(gather->values[1], 2);
    assert_int_equal(gather->values[2], 1);
    future_release(one);
    future_release(two);
    future_release(&gather->future);
    support_close(&f);
}

static void nothing_or_all_done_ends_it_at_once(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Gather *empty = gather_new(f.loop, NULL, 0, false);
    assert_int_equal(empty->future.state, FUTURE_RESULT);
    future_release(&empty->future);
    Future *child = future_new(f.loop, FUTURE_PLAIN);
    future_set_result(child, 4);
    Gather *gather = gather_new(f.loop, &child, 1, false);
    assert_int_equal(gather->future.state, FUTURE_RESULT);
    assert_int_equal(gather->values[0], 4);
    future_release(child);
    future_release(&gather->future);
    support_close(&f);
}

static char told[256];

static void note_kinds(void *context, const uint32_t *words, size_t count) {
    (void)context;
    for (size_t at = 0; at < count; at += words[at] >> 8) {
        const char *name = trace_kind_name((enum trace_kind)(words[at] & 0xff));
        snprintf(told + strlen(told), sizeof told - strlen(told), "%s ", name);
    }
}

/* One that nobody got needs nothing and is not cancelled: the log has the children's own ends alone. */
static void one_that_is_refused_hears_of_the_children_and_the_log_not_of_it(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    told[0] = '\0';
    Future *children[] = {future_new(f.loop, FUTURE_PLAIN), future_new(f.loop, FUTURE_PLAIN)};
    assert_true(trace_open(&f.trace, TRACE_FUTURE, note_kinds, NULL, f.host.now, f.host.context));
    static const FutureType on_the_stack = {.drop = NULL};
    Gather refused;
    assert_int_equal(gather_init_refused(&refused, f.loop, &on_the_stack, children, 2), LOOP_OK);
    assert_true(future_is_done(&refused.future));
    assert_int_equal(future_callback_count(children[0]), 1);
    future_set_exception(children[0], 5);
    future_set_result(children[1], 6);
    run_iterations(f.loop, 1);
    assert_int_equal(refused.finished, 2);
    assert_int_equal(children[0]->flags & FUTURE_FLAG_UNRETRIEVED, 0);
    trace_flush(&f.trace);
    assert_string_equal(told, "FUTURE_RESOLVED FUTURE_RESOLVED ");
    future_fini(&refused.future);
    for (int i = 0; i < 2; i++) future_release(children[i]);
    support_close(&f);
}

static void every_allocation_may_fail(void **state) {
    (void)state;
    for (uint64_t n = 1; n < 12; n++) {
        Children c;
        support_open(&c.f, NULL);
        for (int i = 0; i < 3; i++) {
            c.items[i] = future_new(c.f.loop, FUTURE_PLAIN);
            for (int k = 0; k < 2; k++) future_add_callback(c.items[i], (future_callback)NULL, NULL);
            future_remove_callback(c.items[i], NULL, NULL);
        }
        mem_fail_at(c.f.mem, n, false);
        c.gather = gather_new(c.f.loop, c.items, 3, true);
        for (uint32_t i = 0; i < 3; i++) future_set_result(c.items[i], i);
        run_iterations(c.f.loop, 1);
        mem_fail_at(c.f.mem, 0, false);
        for (int i = 0; i < 3; i++) future_release(c.items[i]);
        if (c.gather) future_release(&c.gather->future);
        support_close(&c.f);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(results_stand_in_the_order_given),
        cmocka_unit_test(the_first_error_ends_it_and_the_others_go_on),
        cmocka_unit_test(errors_can_stand_among_the_results),
        cmocka_unit_test(cancelling_it_cancels_the_children),
        cmocka_unit_test(cancelling_waits_for_all_when_errors_are_results),
        cmocka_unit_test(a_child_given_twice_is_watched_once),
        cmocka_unit_test(nothing_or_all_done_ends_it_at_once),
        cmocka_unit_test(one_that_is_refused_hears_of_the_children_and_the_log_not_of_it),
        cmocka_unit_test(every_allocation_may_fail),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
