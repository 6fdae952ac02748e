/* Events, locks, semaphores, conditions, queues, wait, shield, timeout: who is woken, when, and what a cancellation
 * leaves behind. What is expected is what CPython does with the same coroutines. */
#include "../../engine/include/loopscope/sync.h"
#include "support.h"

#include <math.h>

/* ---- a line of futures without tasks ---- */

static void an_event_wakes_all_who_wait_and_nobody_waits_for_one_that_is_set(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncEvent event = {.is_set = false};
    enum loop_status status;
    Future *waits[6];
    for (int i = 0; i < 6; i++) {
        waits[i] = async_event_wait(&event, f.loop, &status);
        assert_non_null(waits[i]);
    }
    assert_int_equal(future_cancel(waits[1], 0), LOOP_OK);
    assert_int_equal(async_event_set(&event), LOOP_OK);
    for (int i = 0; i < 6; i++) assert_int_equal(waits[i]->state, i == 1 ? FUTURE_CANCELLED : FUTURE_RESULT);
    assert_null(async_event_wait(&event, f.loop, &status));
    assert_int_equal(status, LOOP_OK);
    for (int i = 0; i < 6; i++) async_event_waited(&event, waits[(i * 5) % 6]);
    assert_int_equal(event.waiters.count, 0);
    async_event_clear(&event);
    Future *again = async_event_wait(&event, f.loop, &status);
    assert_non_null(again);
    async_event_waited(&event, again);
    line_close(&event.waiters);
    support_close(&f);
}

static void a_lock_goes_to_those_who_wait_in_turn(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncLock lock = {.locked = false};
    enum loop_status status;
    assert_int_equal(async_lock_release(&lock), LOOP_INVALID_STATE);
    assert_null(async_lock_acquire(&lock, f.loop, &status));
    Future *one = async_lock_acquire(&lock, f.loop, &status), *two = async_lock_acquire(&lock, f.loop, &status);
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_int_equal(one->state, FUTURE_RESULT);
    assert_int_equal(two->state, FUTURE_PENDING);
    assert_false(async_lock_try(&lock)); /* it is free, but somebody was woken for it */
    assert_int_equal(async_lock_acquired(&lock, one, ASYNC_WOKEN), LOOP_OK);
    assert_true(lock.locked);
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_int_equal(two->state, FUTURE_RESULT);
    assert_int_equal(async_lock_acquired(&lock, two, ASYNC_WOKEN), LOOP_OK);
    line_close(&lock.waiters);
    support_close(&f);
}

static void a_woken_waiter_that_is_cancelled_passes_the_lock_on(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncLock lock = {.locked = true};
    enum loop_status status;
    Future *one = async_lock_acquire(&lock, f.loop, &status), *two = async_lock_acquire(&lock, f.loop, &status);
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_int_equal(async_lock_acquired(&lock, one, ASYNC_CANCELLED), LOOP_OK);
    assert_int_equal(two->state, FUTURE_RESULT);
    assert_false(lock.locked);
    assert_int_equal(async_lock_acquired(&lock, two, ASYNC_ABANDONED), LOOP_OK);
    assert_false(lock.locked);
    line_close(&lock.waiters);
    support_close(&f);
}

static void a_semaphore_lets_as_many_in_as_it_has_places(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncSemaphore semaphore = {.value = 2};
    enum loop_status status;
    assert_null(async_semaphore_acquire(&semaphore, f.loop, &status));
    assert_null(async_semaphore_acquire(&semaphore, f.loop, &status));
    assert_true(async_semaphore_locked(&semaphore));
    Future *one = async_semaphore_acquire(&semaphore, f.loop, &status),
           *two = async_semaphore_acquire(&semaphore, f.loop, &status);
    assert_int_equal(async_semaphore_release(&semaphore), LOOP_OK);
    assert_int_equal(one->state, FUTURE_RESULT);
    assert_int_equal(semaphore.value, 0); /* the place is the woken one's */
    assert_int_equal(async_semaphore_acquired(&semaphore, one, ASYNC_CANCELLED), LOOP_OK);
    assert_int_equal(two->state, FUTURE_RESULT); /* that gave it back */
    assert_int_equal(async_semaphore_acquired(&semaphore, two, ASYNC_WOKEN), LOOP_OK);
    assert_int_equal(semaphore.value, 0);
    assert_int_equal(async_semaphore_release(&semaphore), LOOP_OK);
    assert_int_equal(semaphore.value, 1);
    assert_false(async_semaphore_locked(&semaphore));
    line_close(&semaphore.waiters);
    support_close(&f);
}

static void a_condition_has_its_lock_again_before_anything_goes_on(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncLock lock = {.locked = false};
    AsyncCondition condition = {.lock = &lock};
    ConditionWait one, two;
    enum loop_status status;
    assert_int_equal(async_condition_wait(&condition, f.loop, &one), LOOP_INVALID_STATE);
    assert_int_equal(async_condition_notify(&condition, 1), LOOP_INVALID_STATE);
    assert_true(async_lock_try(&lock));
    assert_int_equal(async_condition_wait(&condition, f.loop, &one), LOOP_OK);
    assert_true(async_lock_try(&lock));
    assert_int_equal(async_condition_wait(&condition, f.loop, &two), LOOP_OK);
    assert_true(async_lock_try(&lock));
    assert_int_equal(async_condition_notify(&condition, 1), LOOP_OK);
    assert_int_equal(one.future->state, FUTURE_RESULT);
    assert_int_equal(two.future->state, FUTURE_PENDING);
    assert_true(async_condition_goes_on(&condition, &one, false, &status)); /* for the lock */
    assert_true(async_condition_goes_on(&condition, &one, true, &status)); /* cancelled meanwhile: still for the lock */
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_int_equal(one.future->state, FUTURE_RESULT);
    assert_false(async_condition_goes_on(&condition, &one, false, &status));
    assert_true(one.cancelled && lock.locked);
    assert_int_equal(two.future->state, FUTURE_RESULT); /* its notification went on to the other */
    assert_true(async_condition_goes_on(&condition, &two, false, &status));
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_false(async_condition_goes_on(&condition, &two, false, &status));
    assert_false(two.cancelled);
    line_close(&condition.waiters);
    line_close(&lock.waiters);
    support_close(&f);
}

/* ---- barriers ---- */

static void a_barrier_opens_for_its_parties_and_lets_others_in_when_they_have_left(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncBarrier barrier;
    BarrierWait waits[3], late;
    enum loop_status status;
    async_barrier_init(&barrier, 3);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(async_barrier_wait(&barrier, f.loop, &waits[i], &status), i < 2);
        assert_int_equal(status, LOOP_OK);
        assert_int_equal(waits[i].place, i);
    }
    assert_int_equal(barrier.turns.state, BARRIER_DRAINING);
    assert_true(async_barrier_wait(&barrier, f.loop, &late, &status)); /* outside, until the others are gone */
    for (uint32_t i = 0; i < 2; i++) {
        assert_int_equal(waits[i].future->state, FUTURE_RESULT);
        assert_false(async_barrier_goes_on(&barrier, &waits[i], false, &status));
        assert_false(waits[i].is_broken || waits[i].is_cancelled);
    }
    assert_int_equal(barrier.turns.state, BARRIER_FILLING);
    assert_int_equal(late.future->state, FUTURE_RESULT);
    assert_true(async_barrier_goes_on(&barrier, &late, false, &status)); /* inside, and alone */
    assert_int_equal(late.place, 0);
    assert_int_equal(barrier.turns.inside, 1);
    assert_true(async_barrier_goes_on(&barrier, &late, true, &status) == false && late.is_cancelled);
    assert_int_equal(barrier.turns.inside, 0);
    assert_false(barrier.lock.locked);
    async_barrier_close(&barrier);
    support_close(&f);
}

static void a_barrier_that_is_reset_or_aborted_fails_who_waits(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncBarrier barrier;
    BarrierWait one, two;
    enum loop_status status;
    async_barrier_init(&barrier, 3);
    assert_true(async_barrier_wait(&barrier, f.loop, &one, &status));
    assert_int_equal(async_barrier_reset(&barrier), LOOP_OK);
    assert_int_equal(barrier.turns.state, BARRIER_RESETTING);
    assert_false(async_barrier_goes_on(&barrier, &one, false, &status));
    assert_true(one.is_broken);
    assert_int_equal(barrier.turns.state, BARRIER_FILLING);
    assert_true(async_barrier_wait(&barrier, f.loop, &one, &status));
    assert_true(async_barrier_wait(&barrier, f.loop, &two, &status));
    assert_int_equal(async_barrier_abort(&barrier), LOOP_OK);
    assert_false(async_barrier_goes_on(&barrier, &two, false, &status));
    assert_false(async_barrier_goes_on(&barrier, &one, false, &status));
    assert_true(one.is_broken && two.is_broken);
    assert_int_equal(barrier.turns.state, BARRIER_BROKEN);
    assert_false(async_barrier_wait(&barrier, f.loop, &one, &status));
    assert_true(one.is_broken && barrier.turns.inside == 0);
    assert_int_equal(async_barrier_reset(&barrier), LOOP_OK);
    assert_int_equal(barrier.turns.state, BARRIER_FILLING);
    async_barrier_close(&barrier);
    support_close(&f);
}

static void a_wait_at_a_barrier_stands_in_line_for_its_lock(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncBarrier barrier;
    BarrierWait one, two;
    enum loop_status status;
    async_barrier_init(&barrier, 1);
    assert_true(async_lock_try(&barrier.lock));
    assert_true(async_barrier_wait(&barrier, f.loop, &one, &status));
    assert_true(async_barrier_wait(&barrier, f.loop, &two, &status));
    assert_false(async_barrier_goes_on(&barrier, &one, true, &status));
    assert_true(one.is_cancelled);
    assert_int_equal(async_lock_release(&barrier.lock), LOOP_OK);
    assert_false(async_barrier_goes_on(&barrier, &two, false, &status));
    assert_false(two.is_cancelled || two.is_broken || barrier.lock.locked);
    assert_int_equal(barrier.turns.state, BARRIER_FILLING);
    async_barrier_close(&barrier);
    support_close(&f);
}

/* ---- queues ---- */

static void a_queue_keeps_order_and_limit_and_counts_what_is_unfinished(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncQueue queue = {.maxsize = 20};
    enum loop_status status;
    loop_value value;
    assert_int_equal(async_queue_get(&queue, &value), ASYNC_QUEUE_EMPTY);
    assert_null(async_queue_join(&queue, f.loop, &status));
    for (loop_value i = 0; i < 12; i++) assert_int_equal(async_queue_put(&queue, f.loop, i), ASYNC_QUEUE_OK);
    for (loop_value i = 0; i < 12; i++) {
        assert_int_equal(async_queue_get(&queue, &value), ASYNC_QUEUE_OK);
        assert_int_equal(value, i);
        assert_int_equal(async_queue_put(&queue, f.loop, i + 12), ASYNC_QUEUE_OK);
    }
    queue.maxsize = 12;
    assert_int_equal(async_queue_put(&queue, f.loop, 99), ASYNC_QUEUE_FULL);
    Future *join = async_queue_join(&queue, f.loop, &status);
    for (int i = 0; i < 24; i++) {
        assert_false(future_is_done(join));
        assert_int_equal(async_queue_task_done(&queue), LOOP_OK);
    }
    assert_true(future_is_done(join));
    assert_int_equal(async_queue_task_done(&queue), LOOP_INVALID_STATE);
    async_queue_joined(&queue, join);
    async_queue_close(&queue, f.loop);
    support_close(&f);
}

static void a_getter_that_is_cancelled_after_it_was_woken_wakes_the_next(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncQueue queue = {.maxsize = 0};
    Future *one = async_queue_wait_item(&queue, f.loop), *two = async_queue_wait_item(&queue, f.loop);
    assert_int_equal(async_queue_put(&queue, f.loop, 7), ASYNC_QUEUE_OK);
    assert_int_equal(one->state, FUTURE_RESULT);
    assert_int_equal(two->state, FUTURE_PENDING);
    assert_int_equal(async_queue_waited(&queue, one, ASYNC_CANCELLED), LOOP_OK);
    assert_int_equal(two->state, FUTURE_RESULT);
    assert_int_equal(async_queue_waited(&queue, two, ASYNC_WOKEN), LOOP_OK);
    async_queue_close(&queue, f.loop);
    support_close(&f);
}

static void a_shut_down_wakes_all_and_lets_what_is_there_be_taken(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncQueue queue = {.maxsize = 1};
    enum loop_status status;
    loop_value value;
    assert_int_equal(async_queue_put(&queue, f.loop, 1), ASYNC_QUEUE_OK);
    Future *putter = async_queue_wait_room(&queue, f.loop), *join = async_queue_join(&queue, f.loop, &status);
    assert_int_equal(async_queue_shutdown(&queue, false), LOOP_OK);
    assert_true(future_is_done(putter));
    assert_false(future_is_done(join));
    assert_int_equal(async_queue_put(&queue, f.loop, 2), ASYNC_QUEUE_SHUT_DOWN);
    assert_int_equal(async_queue_get(&queue, &value), ASYNC_QUEUE_OK);
    assert_int_equal(async_queue_get(&queue, &value), ASYNC_QUEUE_SHUT_DOWN);
    assert_int_equal(async_queue_task_done(&queue), LOOP_OK);
    assert_true(future_is_done(join));
    assert_int_equal(async_queue_waited(&queue, putter, ASYNC_WOKEN), LOOP_OK);
    async_queue_joined(&queue, join);
    async_queue_close(&queue, f.loop);

    AsyncQueue other = {.maxsize = 0};
    assert_int_equal(async_queue_put(&other, f.loop, 1), ASYNC_QUEUE_OK);
    join = async_queue_join(&other, f.loop, &status);
    assert_int_equal(async_queue_shutdown(&other, true), LOOP_OK);
    assert_true(future_is_done(join));
    assert_int_equal(other.count, 0);
    async_queue_joined(&other, join);
    async_queue_close(&other, f.loop);
    support_close(&f);
}

/* ---- several futures, a shield ---- */

static void wait_once(Fixture *f, enum async_return_when when, double timeout, int ends, bool raises, bool expected) {
    Future *futures[3];
    for (int i = 0; i < 3; i++) futures[i] = future_new(f->loop, FUTURE_PLAIN);
    AsyncWait *wait = async_wait_new(f->loop, futures, 3, timeout, when);
    assert_non_null(wait);
    for (int i = 0; i < ends; i++) {
        if (raises) {
            future_set_exception(futures[i], 5);
        } else {
            future_set_result(futures[i], 5);
        }
    }
    run_iterations(f->loop, 1);
    if (timeout >= 0 && !expected) { /* the timer is all that is left */
        assert_false(future_is_done(&wait->future));
        assert_int_equal(loop_run_until_complete(f->loop, &wait->future), LOOP_OK);
    } else {
        assert_int_equal(future_is_done(&wait->future), expected);
    }
    async_wait_close(wait);
    future_release(&wait->future);
    for (int i = 0; i < 3; i++) {
        loop_value value;
        assert_int_equal(future_callback_count(futures[i]), 0);
        future_outcome(futures[i], &value);
        future_release(futures[i]);
    }
}

static void wait_ends_when_enough_is_done_or_time_is_up(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    wait_once(&f, ASYNC_ALL_COMPLETED, NAN, 2, false, false);
    wait_once(&f, ASYNC_ALL_COMPLETED, NAN, 3, true, true);
    wait_once(&f, ASYNC_FIRST_COMPLETED, NAN, 1, false, true);
    wait_once(&f, ASYNC_FIRST_COMPLETED, NAN, 0, false, false);
    wait_once(&f, ASYNC_FIRST_EXCEPTION, NAN, 2, false, false);
    wait_once(&f, ASYNC_FIRST_EXCEPTION, NAN, 1, true, true);
    double before = loop_time(f.loop);
    wait_once(&f, ASYNC_ALL_COMPLETED, 2, 2, false, false);
    assert_true(loop_time(f.loop) - before == 2);
    wait_once(&f, ASYNC_ALL_COMPLETED, 2, 3, false, true);
    run_iterations(f.loop, 1);
    assert_int_equal(loop_timer_count(f.loop), 0);
    support_close(&f);
}

/* Both end in one iteration: by the callback of the first the wait is over, while that of the second is still queued.
 */
static void a_wait_may_end_before_all_callbacks_have_run(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *futures[2] = {future_new(f.loop, FUTURE_PLAIN), future_new(f.loop, FUTURE_PLAIN)};
    AsyncWait *wait = async_wait_new(f.loop, futures, 2, 1, ASYNC_FIRST_COMPLETED);
    for (int i = 0; i < 2; i++) future_set_result(futures[i], 5);
    async_wait_close(wait);
    future_release(&wait->future);
    run_iterations(f.loop, 2);
    for (int i = 0; i < 2; i++) future_release(futures[i]);
    support_close(&f);
}

static void a_shield_ends_with_the_inner_one_and_takes_its_cancellation_alone(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    Future *inner = future_new(f.loop, FUTURE_PLAIN);
    Future *outer = async_shield(inner), *cancelled = async_shield(inner);
    assert_int_equal(future_cancel(cancelled, 0), LOOP_OK);
    run_iterations(f.loop, 1);
    assert_int_equal(future_callback_count(inner), 2); /* the other shield's, and the one that looks for an error */
    assert_int_equal(inner->state, FUTURE_PENDING);
    future_set_result(inner, 3);
    run_iterations(f.loop, 1);
    assert_int_equal(outer->state, FUTURE_RESULT);
    assert_int_equal(outer->value, 3);
    Future *same = async_shield(inner);
    assert_ptr_equal(same, inner);
    run_iterations(f.loop, 1);
    future_release(same);
    future_release(cancelled);
    future_release(outer);
    future_release(inner);
    support_close(&f);
}

/* ---- a limit ---- */

typedef struct Limited {
    Fixture *fixture;
    AsyncTimeout limit;
    double when, reschedule; /* 0: not */
    Future *future;
    int place;
} Limited;

static enum task_outcome wait_within_limit(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Limited *self = task_data(task);
    result->value = sent;
    if (self->place++ == 0) {
        assert_int_equal(async_timeout_enter(&self->limit, task, self->when), LOOP_OK);
        if (self->reschedule != 0) assert_int_equal(async_timeout_reschedule(&self->limit, self->reschedule), LOOP_OK);
        result->future = self->future;
        return TASK_AWAIT;
    }
    bool own = async_timeout_exit(&self->limit, thrown);
    say(self->fixture, "%s@%g ", own ? "timeout" : thrown ? "cancelled" : "done", loop_time(self->fixture->loop));
    return thrown && !own ? TASK_CANCELLED : TASK_DONE;
}

static void run_limited(Fixture *f, double when, double reschedule, bool cancel) {
    Limited body = {.fixture = f, .when = when, .reschedule = reschedule, .future = future_new(f->loop, FUTURE_PLAIN)};
    Task *task = task_new(f->loop, wait_within_limit, &body, "limited");
    run_iterations(f->loop, 1);
    if (cancel) task_cancel(task, 0);
    if (isinf(when) && !cancel) future_set_result(body.future, 0);
    assert_int_equal(loop_run_until_complete(f->loop, &task->future), LOOP_OK);
    assert_int_equal(task_cancelling(task), cancel);
    future_release(&task->future);
    future_release(body.future);
}

static void hear_unheard(void *context, Future *future) {
    say(context, "unheard:%d ", (int)future->value);
}

static void an_error_behind_cancelled_shields_is_told_once(void **state) {
    static const LoopOps ops = {.unheard = hear_unheard};
    (void)state;
    Fixture f;
    support_open(&f, &ops);
    Future *inner = future_new(f.loop, FUTURE_PLAIN), *shields[] = {async_shield(inner), async_shield(inner)};
    for (int i = 0; i < 2; i++) assert_int_equal(future_cancel(shields[i], 0), LOOP_OK);
    run_iterations(f.loop, 1);
    future_set_exception(inner, 7);
    run_iterations(f.loop, 1);
    expect_log(&f, "unheard:7 ");
    for (int i = 0; i < 2; i++) future_release(shields[i]);
    future_release(inner);
    support_close(&f);
}

/* ---- what the log is told ---- */

static char told[1024];

static void note_kinds(void *context, const uint32_t *words, size_t count) {
    (void)context;
    for (size_t at = 0; at < count; at += words[at] >> 8) {
        const char *name = trace_kind_name((enum trace_kind)(words[at] & 0xff));
        snprintf(told + strlen(told), sizeof told - strlen(told), "%s ", name);
    }
}

static void a_lock_that_the_log_knows_tells_who_takes_it_and_who_waits(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    told[0] = '\0';
    AsyncLock lock = {.locked = false}, unknown = {.locked = false};
    enum loop_status status;
    AsyncAbout about = {.kind = ASYNC_LOCK, .name = "fork", .name_length = 4};
    async_object_tell(&lock.waiters.object, &f.trace, &about); /* nobody listens yet */
    assert_null(lock.waiters.object.trace);
    assert_true(trace_open(&f.trace, TRACE_SYNC, note_kinds, NULL, f.host.now, f.host.context));
    async_object_tell(&lock.waiters.object, &f.trace, &about);
    assert_true(async_lock_try(&unknown));
    assert_true(async_lock_try(&lock));
    Future *future = async_lock_acquire(&lock, f.loop, &status);
    assert_int_equal(async_lock_release(&lock), LOOP_OK);
    assert_int_equal(async_lock_acquired(&lock, future, ASYNC_WOKEN), LOOP_OK);
    line_close(&lock.waiters);
    trace_flush(&f.trace);
    assert_string_equal(told, "OBJECT_MADE LOCK_TAKEN OBJECT_AWAITED LOCK_FREED OBJECT_LEFT LOCK_TAKEN OBJECT_ENDED ");
    support_close(&f);
}

static void a_limit_takes_back_its_own_cancellation_and_no_other(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    run_limited(&f, 1, 0, false);
    expect_log(&f, "timeout@1 ");
    run_limited(&f, 2, 5, false);
    expect_log(&f, "timeout@5 ");
    run_limited(&f, 0, 0, false); /* long past */
    expect_log(&f, "timeout@5 ");
    run_limited(&f, 9, 0, true);
    expect_log(&f, "cancelled@5 ");
    run_limited(&f, INFINITY, 0, false);
    expect_log(&f, "done@5 ");
    support_close(&f);
}

/* ---- no memory ---- */

static void no_memory_for_a_wait_is_told_and_leaves_nothing_behind(void **state) {
    (void)state;
    Fixture f;
    support_open(&f, NULL);
    AsyncLock lock = {.locked = true};
    AsyncQueue queue = {.maxsize = 0};
    Future *future = future_new(f.loop, FUTURE_PLAIN);
    enum loop_status status;
    mem_fail_at(f.mem, 1, true);
    assert_null(async_lock_acquire(&lock, f.loop, &status));
    assert_int_equal(status, LOOP_NO_MEMORY);
    assert_int_equal(async_queue_put(&queue, f.loop, 1), ASYNC_QUEUE_FAILED);
    assert_null(async_queue_wait_item(&queue, f.loop));
    assert_null(async_wait_new(f.loop, &future, 1, 1, ASYNC_ALL_COMPLETED));
    assert_null(async_shield(future));
    mem_fail_at(f.mem, 0, false);
    future_release(future);
    async_queue_close(&queue, f.loop);
    line_close(&lock.waiters);
    support_close(&f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_wakes_all_who_wait_and_nobody_waits_for_one_that_is_set),
        cmocka_unit_test(a_lock_goes_to_those_who_wait_in_turn),
        cmocka_unit_test(a_woken_waiter_that_is_cancelled_passes_the_lock_on),
        cmocka_unit_test(a_semaphore_lets_as_many_in_as_it_has_places),
        cmocka_unit_test(a_condition_has_its_lock_again_before_anything_goes_on),
        cmocka_unit_test(a_barrier_opens_for_its_parties_and_lets_others_in_when_they_have_left),
        cmocka_unit_test(a_barrier_that_is_reset_or_aborted_fails_who_waits),
        cmocka_unit_test(a_wait_at_a_barrier_stands_in_line_for_its_lock),
        cmocka_unit_test(a_queue_keeps_order_and_limit_and_counts_what_is_unfinished),
        cmocka_unit_test(a_getter_that_is_cancelled_after_it_was_woken_wakes_the_next),
        cmocka_unit_test(a_shut_down_wakes_all_and_lets_what_is_there_be_taken),
        cmocka_unit_test(a_wait_may_end_before_all_callbacks_have_run),
        cmocka_unit_test(wait_ends_when_enough_is_done_or_time_is_up),
        cmocka_unit_test(a_shield_ends_with_the_inner_one_and_takes_its_cancellation_alone),
        cmocka_unit_test(an_error_behind_cancelled_shields_is_told_once),
        cmocka_unit_test(a_lock_that_the_log_knows_tells_who_takes_it_and_who_waits),
        cmocka_unit_test(a_limit_takes_back_its_own_cancellation_and_no_other),
        cmocka_unit_test(no_memory_for_a_wait_is_told_and_leaves_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
