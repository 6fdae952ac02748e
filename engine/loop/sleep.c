/* sleep.c: a future and the timer that resolves it, in one piece of memory.
 *
 * As in asyncio.sleep the timer's handle resolves the future, and the sleeper wakes one iteration later. The timer is
 * taken back when the sleeper has woken, not when the future is cancelled: the count of cancelled timers, which decides
 * when the heap is rebuilt, has to grow at the same moment as CPython's.
 */
#include "internal.h"

static Sleep *owner(const Handle *handle) {
    return (Sleep *)(void *)((char *)(uintptr_t)handle - offsetof(Sleep, timer.handle));
}

static void timer_retain(Handle *handle) {
    future_retain(&owner(handle)->future);
}

static void timer_release(Loop *loop, Handle *handle) {
    (void)loop;
    future_release(&owner(handle)->future);
}

static void timer_clear(Loop *loop, Handle *handle) {
    value_drop(loop, &owner(handle)->result);
}

static void timer_run(Loop *loop, Handle *handle) {
    Sleep *nap = owner(handle);
    if (future_is_done(&nap->future)) return;
    loop_value result = nap->result;
    nap->result = loop->ops->none;
    (void)future_set_result(&nap->future, result);
}

const HandleType sleep_handle_type = {
    .run = timer_run, .retain = timer_retain, .release = timer_release, .clear = timer_clear, .brief = true};

void sleep_handle_visit(const Handle *handle, const LoopVisitor *visitor) {
    visitor->future(visitor->context, &owner(handle)->future);
}

enum loop_status sleep_init(Sleep *nap, Loop *loop, const FutureType *type, double delay, loop_value result) {
    future_init(&nap->future, loop, type, FUTURE_SLEEP);
    nap->future.shape = FUTURE_SHAPE_SLEEP;
    nap->result = result;
    handle_init(&nap->timer.handle, &sleep_handle_type, HANDLE_TIMER, nap->future.id);
    future_retain(&nap->future);
    return loop_enqueue_at(loop, &nap->timer, loop_now(loop) + delay);
}

void sleep_end(Sleep *nap) {
    handle_cancel(nap->future.loop, &nap->timer.handle);
}

static void sleep_clear(Future *future) {
    value_drop(future->loop, &((Sleep *)(void *)future)->result);
}

static void sleep_visit(const Future *future, const LoopVisitor *visitor) {
    visitor->value(visitor->context, ((const Sleep *)(const void *)future)->result);
}

const FutureShape sleep_shape = {.clear = sleep_clear, .visit = sleep_visit};

static void sleep_drop(Future *future) {
    Mem *mem = future->loop->mem;
    future_fini(future);
    mem_free(mem, future, sizeof(Sleep));
}

static const FutureType plain_sleep_type = {.drop = sleep_drop};

Sleep *sleep_new(Loop *loop, double delay, loop_value result) {
    Sleep *nap = mem_alloc(loop->mem, sizeof *nap);
    if (!nap) {
        value_release(loop, result);
        return NULL;
    }
    if (sleep_init(nap, loop, &plain_sleep_type, delay, result) == LOOP_OK) return nap;
    future_release(&nap->future);
    return NULL;
}
