/* timer.c: deadlines. Cancelled timers stay in the heap until they come to its top or make up more than half of it. */
#include "internal.h"

#include <math.h>

/* As CPython's clock: what is due within it counts as due now. */
static const double CLOCK_RESOLUTION = 1e-9;
static const double LONGEST_WAIT = 24 * 3600;
enum { FEWEST_TIMERS_TO_REBUILD = 100 };

static TimerHandle *first_timer(const Loop *loop) {
    return loop->timers.entries[0].item;
}

static void trace_timer_set(Loop *loop, const TimerHandle *timer) {
    char label[LABEL_SIZE];
    size_t length = loop_describe(loop, LOOP_LABEL_HANDLE, &timer->handle, label);
    trace_emit(loop->trace, TRACE_KIND_TIMER_SET, timer->handle.id, trace_moment(loop->trace, timer->when),
               loop->trace->current, label, length);
}

enum loop_status loop_enqueue_at(Loop *loop, TimerHandle *timer, double when) {
    enum loop_status status = loop->closed ? LOOP_CLOSED : LOOP_OK;
    if (status == LOOP_OK && !heap_push(&loop->timers, when, timer)) status = LOOP_NO_MEMORY;
    if (status != LOOP_OK) {
        handle_release(loop, &timer->handle);
        return status;
    }
    timer->when = when;
    timer->handle.id = trace_new_id(loop->trace);
    handle_flag_set(&timer->handle, HANDLE_FLAG_SCHEDULED);
    if (trace_wants(loop->trace, TRACE_TIMER)) trace_timer_set(loop, timer);
    return LOOP_OK;
}

static TimerHandle *pop_timer(Loop *loop) {
    TimerHandle *timer = heap_pop(&loop->timers);
    handle_flag_clear(&timer->handle, HANDLE_FLAG_SCHEDULED);
    return timer;
}

/* Keeps the live ones in the order they stand in, then makes a heap of them; the dead are released last, when the heap
 * is whole again. */
static void rebuild(Loop *loop) {
    HeapEntry *entries = loop->timers.entries;
    Handle *dead = NULL;
    size_t kept = 0;
    for (size_t i = 0; i < loop->timers.count; i++) {
        Handle *handle = &((TimerHandle *)entries[i].item)->handle;
        if (handle_is_cancelled(handle)) {
            handle_flag_clear(handle, HANDLE_FLAG_SCHEDULED);
            handle->next = dead;
            dead = handle;
        } else {
            entries[kept++] = entries[i];
        }
    }
    loop->timers.count = kept;
    heap_rebuild(&loop->timers);
    loop->cancelled_timers = 0;
    while (dead) {
        Handle *next = dead->next;
        dead->next = NULL;
        handle_release(loop, dead);
        dead = next;
    }
}

void timers_clean(Loop *loop) {
    size_t count = loop->timers.count;
    if (count > FEWEST_TIMERS_TO_REBUILD && (double)loop->cancelled_timers / (double)count > 0.5) {
        rebuild(loop);
        return;
    }
    while (loop->timers.count > 0 && handle_is_cancelled(&first_timer(loop)->handle)) {
        loop->cancelled_timers--;
        handle_release(loop, &pop_timer(loop)->handle);
    }
}

static void trace_fired(Loop *loop, const Handle *before, size_t count) {
    TRACE_WORDS(loop->trace, LOOP, TIMERS_FIRE, loop->id, (uint32_t)count);
    const Handle *handle = before ? before->next : loop->ready_first;
    for (; handle; handle = handle->next) {
        TRACE_WORDS(loop->trace, TIMER, TIMER_FIRED, handle->id);
        if (!trace_wants(loop->trace, TRACE_HANDLE)) continue;
        char label[LABEL_SIZE];
        size_t length = loop_describe(loop, LOOP_LABEL_HANDLE, handle, label);
        const uint32_t fields[] = {handle->id, HANDLE_TIMER, handle->subject, loop->trace->current};
        trace_emit_text(loop->trace, TRACE_KIND_HANDLE_QUEUED, fields, 4, label, length);
    }
}

/* Some years on, doubles lie wider apart than the resolution: the deadline itself is due all the same. */
static bool is_due(double deadline, double now) {
    return deadline < now + CLOCK_RESOLUTION || deadline <= now;
}

/* A cancelled timer that comes due goes to the ready queue too and is skipped there: CPython's batch counts it. */
void timers_fire(Loop *loop) {
    if (loop->timers.count == 0) return;
    double now = loop_now(loop);
    Handle *before = loop->ready_last;
    size_t fired = 0;
    while (loop->timers.count > 0 && is_due(loop->timers.entries[0].key, now)) {
        ready_push(loop, &pop_timer(loop)->handle);
        fired++;
    }
    if (fired > 0 && loop->trace->mask) trace_fired(loop, before, fired);
}

void timers_clear(Loop *loop) {
    Heap timers = loop->timers;
    heap_init(&loop->timers, loop->mem);
    loop->cancelled_timers = 0;
    for (size_t i = timers.count; i > 0; i--) { /* the last first, as CPython clears its list */
        TimerHandle *timer = timers.entries[i - 1].item;
        handle_flag_clear(&timer->handle, HANDLE_FLAG_SCHEDULED);
        handle_release(loop, &timer->handle);
    }
    heap_close(&timers);
}

double loop_wait_until(Loop *loop) {
    timers_clean(loop);
    if (loop->ready_count > 0 || loop->stopping || atomic_load_explicit(&loop->woken, memory_order_relaxed)) {
        return -(double)INFINITY;
    }
    double deadline = io_next(loop);
    if (loop->timers.count == 0 && deadline == (double)INFINITY && loop->waiting) return deadline;
    double now = loop_now(loop);
    if (loop->timers.count > 0 && loop->timers.entries[0].key < deadline) deadline = loop->timers.entries[0].key;
    if (deadline <= now) return -(double)INFINITY;
    if (deadline < (double)INFINITY && deadline - now > LONGEST_WAIT) deadline = now + LONGEST_WAIT;
    if (!loop->waiting) {
        loop->waiting = true;
        loop->wait_began = now;
        TRACE(loop->trace, LOOP, WAIT_BEGINS, loop->id, trace_moment(loop->trace, deadline));
    }
    return deadline;
}
