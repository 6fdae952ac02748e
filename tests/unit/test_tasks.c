/* Tasks: steps, waking, cancellation, and who keeps them alive. What is expected is what CPython does with the same
 * coroutine. */
#include "../../engine/include/loopscope/sync.h"
#include "support.h"

#include <math.h>

/* A coroutine with a few awaits: `place` is where it goes on. */
typedef struct Body {
    Fixture *fixture;
    const char *name;
    int place;
    Future *future; /* what it awaits */
    Sleep *nap;
    bool swallows; /* catches a CancelledError and returns 99 */
} Body;

static void say_resumed(const Body *body, loop_value sent, bool thrown) {
    say(body->fixture, "%s%d%s%d@%g ", body->name, body->place, thrown ? "!" : "<", (int)sent,
        loop_time(body->fixture->loop));
}

/* await future; return what it gave */
static enum task_outcome await_once(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Body *body = task_data(task);
    say_resumed(body, sent, thrown);
    result->value = sent;
    if (thrown && body->swallows) {
        result->value = 99;
        return TASK_DONE;
    }
    if (thrown) return TASK_CANCELLED;
    if (body->place++ > 0) return TASK_DONE;
    result->future = body->future;
    return TASK_AWAIT;
}

static enum task_outcome yield_twice(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Body *body = task_data(task);
    say_resumed(body, sent, thrown);
    if (thrown) return TASK_CANCELLED;
    result->value = 5;
    return body->place++ < 2 ? TASK_YIELD : TASK_DONE;
}

static enum task_outcome sleep_once(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Body *body = task_data(task);
    say_resumed(body, sent, thrown);
    if (body->place++ == 0) {
        body->nap = sleep_new(body->fixture->loop, 1, 7);
        result->future = &body->nap->future;
        return TASK_AWAIT;
    }
    sleep_end(body->nap);
    future_release(&body->nap->future);
    result->value = sent;
    return thrown ? TASK_CANCELLED : TASK_DONE;
}

static void a_bare_yield_takes_one_iteration(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body a = {&f, "a", 0, NULL, NULL, false}, b = {&f, "b", 0, NULL, NULL, false};
    Task *one = task_new(f.loop, yield_twice, &a, "one"), *two = task_new(f.loop, yield_twice, &b, "two");
    run_iterations(f.loop, 1);
    expect_log(&f, "a0<0@0 b0<0@0 ");
    run_iterations(f.loop, 2);
    expect_log(&f, "a1<0@0 b1<0@0 a2<0@0 b2<0@0 ");
    loop_value value;
    assert_int_equal(future_outcome(&one->future, &value), FUTURE_RESULT);
    assert_int_equal(value, 5);
    future_release(&one->future);
    future_release(&two->future);
    support_close(&f);
}

static void a_result_wakes_the_task_in_the_next_iteration(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, false};
    Task *task = task_new(f.loop, await_once, &body, "task");
    run_iterations(f.loop, 2);
    expect_log(&f, "t0<0@0 ");
    future_set_result(future, 6);
    run_iterations(f.loop, 1);
    expect_log(&f, "t1<6@0 ");
    assert_true(future_is_done(&task->future));
    future_release(&task->future);
    future_release(future);
    support_close(&f);
}

static void a_sleeper_wakes_with_the_timers_result(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "s", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, sleep_once, &body, "sleeper");
    assert_int_equal(loop_run_until_complete(f.loop, &task->future), LOOP_OK);
    expect_log(&f, "s0<0@0 s1<7@1 ");
    future_release(&task->future);
    support_close(&f);
}

static void cancel_before_the_first_step_throws_in(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "t", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, yield_twice, &body, "task");
    assert_int_equal(task_cancel(task, 3), LOOP_OK);
    assert_true(task_must_cancel(task));
    assert_int_equal(task_cancelling(task), 1);
    run_iterations(f.loop, 1);
    expect_log(&f, "t0!3@0 ");
    assert_int_equal(task->future.state, FUTURE_CANCELLED);
    assert_int_equal(task_cancel(task, 3), LOOP_INVALID_STATE);
    future_release(&task->future);
    support_close(&f);
}

static void cancelling_a_sleeper_takes_one_iteration_and_its_timer_back(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "s", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, sleep_once, &body, "sleeper");
    run_iterations(f.loop, 1);
    assert_int_equal(task_cancel(task, 4), LOOP_OK);
    assert_false(task_must_cancel(task));
    assert_int_equal(body.nap->future.state, FUTURE_CANCELLED);
    run_iterations(f.loop, 1);
    expect_log(&f, "s0<0@0 s1!4@0 ");
    assert_true(loop_wait_until(f.loop) > 1);
    assert_int_equal(loop_timer_count(f.loop), 0);
    future_release(&task->future);
    support_close(&f);
}

static void cancel_after_the_result_came_wins_over_it(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, false};
    Task *task = task_new(f.loop, await_once, &body, "task");
    run_iterations(f.loop, 1);
    future_set_result(future, 6);
    assert_int_equal(task_cancel(task, 9), LOOP_OK);
    assert_true(task_must_cancel(task));
    run_iterations(f.loop, 1);
    expect_log(&f, "t0<0@0 t1!9@0 ");
    assert_int_equal(task->future.state, FUTURE_CANCELLED);
    future_release(&task->future);
    future_release(future);
    support_close(&f);
}

static void a_swallowed_cancellation_gives_a_result(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, true};
    Task *task = task_new(f.loop, await_once, &body, "task");
    run_iterations(f.loop, 1);
    task_cancel(task, 1);
    task_cancel(task, 2); /* the waiter is cancelled already: the second asks for a throw at the next step */
    assert_int_equal(task_cancelling(task), 2);
    assert_int_equal(task_uncancel(task), 1);
    assert_int_equal(task_uncancel(task), 0);
    assert_false(task_must_cancel(task));
    run_iterations(f.loop, 1);
    loop_value value;
    assert_int_equal(future_outcome(&task->future, &value), FUTURE_RESULT);
    assert_int_equal(value, 99);
    future_release(&task->future);
    future_release(future);
    support_close(&f);
}

static enum task_outcome cancel_itself(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Body *body = task_data(task);
    say_resumed(body, sent, thrown);
    result->value = sent;
    if (thrown) return TASK_CANCELLED;
    task_cancel(task, 8);
    body->place++;
    result->future = body->future;
    return body->future ? TASK_AWAIT : TASK_DONE;
}

static void a_task_that_cancels_itself_is_cancelled_at_its_next_await(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, false};
    Task *task = task_new(f.loop, cancel_itself, &body, "task");
    run_iterations(f.loop, 1);
    assert_int_equal(future->state, FUTURE_CANCELLED);
    assert_false(task_must_cancel(task));
    run_iterations(f.loop, 1);
    expect_log(&f, "t0<0@0 t1!8@0 ");
    assert_int_equal(task->future.state, FUTURE_CANCELLED);
    future_release(&task->future);
    future_release(future);
    support_close(&f);
}

static void a_task_that_cancels_itself_and_returns_is_cancelled(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "t", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, cancel_itself, &body, "task");
    run_iterations(f.loop, 1);
    assert_int_equal(task->future.state, FUTURE_CANCELLED);
    assert_int_equal(future_cancel_message(&task->future), 8);
    future_release(&task->future);
    support_close(&f);
}

static enum task_outcome await_itself(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Body *body = task_data(task);
    say_resumed(body, sent, thrown);
    result->future = &task->future;
    return thrown ? TASK_RAISED : TASK_AWAIT;
}

static void awaiting_itself_throws_in_the_next_iteration(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "t", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, await_itself, &body, "task");
    run_iterations(f.loop, 1);
    expect_log(&f, "t0<0@0 ");
    run_iterations(f.loop, 1);
    expect_log(&f, "t0!0@0 ");
    assert_int_equal(task->future.state, FUTURE_EXCEPTION);
    future_release(&task->future);
    support_close(&f);
}

static void note_lost(void *context, Task *task) {
    say(context, "lost:%s ", ((Body *)task_data(task))->name);
}

static void a_task_that_nobody_keeps_is_lost(void **state) {
    (void)state;
    Fixture f;
    LoopOps ops = {.lost = note_lost};
    support_open(&f, &ops);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, false};
    Task *task = task_new(f.loop, await_once, &body, "task");
    future_release(&task->future);
    assert_ptr_equal(loop_first_task(f.loop), task);
    run_iterations(f.loop, 1);
    expect_log(&f, "t0<0@0 ");
    future_clear(future); /* the task kept the future and the future's callback the task: break the circle */
    expect_log(&f, "lost:t ");
    assert_null(loop_first_task(f.loop));
    future_release(future);
    support_close(&f);
}

static void queued_tasks_go_with_the_loop(void **state) {
    (void)state;
    Fixture f;
    LoopOps ops = {.lost = note_lost};
    support_open(&f, &ops);
    Body body = {&f, "t", 0, NULL, NULL, false};
    future_release(&task_new(f.loop, yield_twice, &body, "task")->future);
    loop_close(f.loop);
    expect_log(&f, "lost:t ");
    assert_null(task_new(f.loop, yield_twice, &body, "task"));
    support_close(&f);
}

static enum task_outcome look_at_current(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    (void)sent, (void)thrown, (void)result;
    Body *body = task_data(task);
    say(body->fixture, "%d ", loop_current_task(body->fixture->loop) == task);
    return TASK_DONE;
}

static void the_current_task_is_the_one_that_steps(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Body body = {&f, "t", 0, NULL, NULL, false};
    Task *task = task_new(f.loop, look_at_current, &body, "task");
    assert_null(loop_current_task(f.loop));
    run_iterations(f.loop, 1);
    expect_log(&f, "1 ");
    assert_null(loop_current_task(f.loop));
    future_release(&task->future);
    support_close(&f);
}

/* ---- who waits ---- */

typedef struct Waiter {
    Body body;    /* first: what await_once takes */
    Future *made; /* that it waits by */
} Waiter;

static void say_waiter(void *context, Future *future) {
    const Body *body = task_data((const Task *)(const void *)future);
    say(context, "%s ", body->name);
}

static void expect_waiters(Fixture *fixture, const Future *future, const char *expected) {
    const LoopVisitor visitor = {.context = fixture, .future = say_waiter};
    fixture->log[0] = '\0';
    future_visit_waiters(future, &visitor);
    expect_log(fixture, expected);
}

static enum task_outcome gathers(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Waiter *self = task_data(task);
    result->value = sent;
    if (thrown || self->body.place++ > 0) return thrown ? TASK_RAISED : TASK_DONE;
    self->made = &gather_new(self->body.fixture->loop, &self->body.future, 1, false)->future;
    result->future = self->made;
    return TASK_AWAIT;
}

static enum task_outcome shields(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Waiter *self = task_data(task);
    result->value = sent;
    if (thrown || self->body.place++ > 0) return thrown ? TASK_RAISED : TASK_DONE;
    self->made = async_shield(self->body.future);
    result->future = self->made;
    return TASK_AWAIT;
}

static enum task_outcome waits(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Waiter *self = task_data(task);
    result->value = sent;
    if (self->body.place++ > 0) {
        async_wait_close((AsyncWait *)(void *)self->made);
        return thrown ? TASK_RAISED : TASK_DONE;
    }
    self->made = &async_wait_new(self->body.fixture->loop, &self->body.future, 1, NAN, ASYNC_ALL_COMPLETED)->future;
    result->future = self->made;
    return TASK_AWAIT;
}

/* Each by itself, or through what it made; the future's end changes nothing until they go on. */
static void who_waits_is_known_until_it_goes_on(void **state) {
    (void)state;
    static const TaskStep steps[] = {await_once, gathers, shields, waits};
    static const char *const names[] = {"awaits", "gathers", "shields", "waits"};
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Waiter waiters[4];
    Task *tasks[4];
    expect_waiters(&f, future, "");
    for (int i = 0; i < 4; i++) {
        waiters[i] = (Waiter){.body = {&f, names[i], 0, future, NULL, false}};
        tasks[i] = task_new(f.loop, steps[i], &waiters[i], names[i]);
    }
    run_iterations(f.loop, 1);
    expect_waiters(&f, future, "awaits gathers shields waits ");
    future_set_result(future, 6);
    expect_waiters(&f, future, "awaits gathers shields waits ");
    run_iterations(f.loop, 1);
    expect_waiters(&f, future, "");
    run_iterations(f.loop, 2);
    for (int i = 0; i < 4; i++) {
        assert_true(future_is_done(&tasks[i]->future));
        future_release(&tasks[i]->future);
        if (waiters[i].made) future_release(waiters[i].made);
    }
    future_release(future);
    support_close(&f);
}

static void a_future_that_woke_a_task_lives_until_its_handle_has_run(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    Body body = {&f, "t", 0, future, NULL, false};
    Task *task = task_new(f.loop, await_once, &body, "task");
    run_iterations(f.loop, 1);
    future_set_result(future, 6);
    assert_int_equal(future->refs, 2);
    Handle *handle;
    assert_int_equal(loop_run_begin(f.loop), LOOP_OK);
    loop_begin_batch(f.loop);
    while ((handle = loop_take(f.loop))) {
        handle_run(f.loop, handle);
        assert_true(future_is_done(&task->future));
        assert_int_equal(future->refs, 2);
        loop_finish(f.loop, handle);
        assert_int_equal(future->refs, 1);
    }
    loop_run_end(f.loop);
    future_release(&task->future);
    future_release(future);
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bare_yield_takes_one_iteration),
        cmocka_unit_test(a_result_wakes_the_task_in_the_next_iteration),
        cmocka_unit_test(a_sleeper_wakes_with_the_timers_result),
        cmocka_unit_test(cancel_before_the_first_step_throws_in),
        cmocka_unit_test(cancelling_a_sleeper_takes_one_iteration_and_its_timer_back),
        cmocka_unit_test(cancel_after_the_result_came_wins_over_it),
        cmocka_unit_test(a_swallowed_cancellation_gives_a_result),
        cmocka_unit_test(a_task_that_cancels_itself_is_cancelled_at_its_next_await),
        cmocka_unit_test(a_task_that_cancels_itself_and_returns_is_cancelled),
        cmocka_unit_test(awaiting_itself_throws_in_the_next_iteration),
        cmocka_unit_test(a_task_that_nobody_keeps_is_lost),
        cmocka_unit_test(queued_tasks_go_with_the_loop),
        cmocka_unit_test(the_current_task_is_the_one_that_steps),
        cmocka_unit_test(who_waits_is_known_until_it_goes_on),
        cmocka_unit_test(a_future_that_woke_a_task_lives_until_its_handle_has_run),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
