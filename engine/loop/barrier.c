/* barrier.c: barriers (asyncio.Barrier): whose turn it is, and a wait at one from the lock it takes to the lock it
 * gives back.
 */
#include "../include/loopscope/sync.h"

/* ---- whose turn it is ---- */

void barrier_tell(const BarrierTurns *turns, const AsyncObject *object) {
    ASYNC_TELL(object, BARRIER_CHANGED, (uint32_t)turns->state, turns->inside, object->trace->current);
}

bool barrier_lets_in(const BarrierTurns *turns) {
    return turns->state != BARRIER_DRAINING && turns->state != BARRIER_RESETTING;
}

uint32_t barrier_enter(BarrierTurns *turns, const AsyncObject *object) {
    uint32_t place = turns->inside++;
    barrier_tell(turns, object);
    return place;
}

static void change(BarrierTurns *turns, const AsyncObject *object, enum barrier_state state) {
    turns->state = state;
    barrier_tell(turns, object);
}

void barrier_drain(BarrierTurns *turns, const AsyncObject *object) {
    change(turns, object, BARRIER_DRAINING);
}

bool barrier_leave(BarrierTurns *turns) {
    if (--turns->inside > 0) return false;
    if (!barrier_lets_in(turns)) turns->state = BARRIER_FILLING;
    return true;
}

void barrier_reset(BarrierTurns *turns, const AsyncObject *object) {
    change(turns, object, turns->inside > 0 ? BARRIER_RESETTING : BARRIER_FILLING);
}

void barrier_abort(BarrierTurns *turns, const AsyncObject *object) {
    change(turns, object, BARRIER_BROKEN);
}

/* ---- a wait ---- */

enum { FOR_LOCK, TO_ENTER, INSIDE, OVER };

void async_barrier_init(AsyncBarrier *barrier, uint32_t parties) {
    *barrier = (AsyncBarrier){.turns = {.parties = parties}};
    barrier->condition.lock = &barrier->lock;
}

void async_barrier_close(AsyncBarrier *barrier) {
    line_close(&barrier->condition.waiters);
    line_close(&barrier->lock.waiters);
}

static void keep(enum loop_status *status, enum loop_status other) {
    if (*status == LOOP_OK) *status = other;
}

static enum loop_status wake_all(AsyncBarrier *barrier) {
    return async_condition_wake(&barrier->condition, UINT32_MAX);
}

/* Gives the lock back; who was inside leaves first. */
static bool end(AsyncBarrier *barrier, BarrierWait *wait, enum loop_status *status) {
    bool was_inside = wait->stage == INSIDE;
    if (was_inside && barrier_leave(&barrier->turns)) keep(status, wake_all(barrier));
    if (was_inside) barrier_tell(&barrier->turns, &barrier->object);
    wait->stage = OVER;
    keep(status, async_lock_release(&barrier->lock));
    return false;
}

/* At the condition. False: there is no memory for it. */
static bool stand(AsyncBarrier *barrier, BarrierWait *wait, enum loop_status *status) {
    *status = async_condition_wait(&barrier->condition, wait->loop, &wait->inner);
    wait->future = wait->inner.future;
    return *status == LOOP_OK;
}

static bool enter(AsyncBarrier *barrier, BarrierWait *wait) {
    wait->place = barrier_enter(&barrier->turns, &barrier->object);
    wait->stage = INSIDE;
    if (wait->place + 1 < barrier->turns.parties) return false;
    barrier_drain(&barrier->turns, &barrier->object);
    return true;
}

/* With the lock held: as far as it goes without waiting. True: await wait->future. */
static bool go_on(AsyncBarrier *barrier, BarrierWait *wait, enum loop_status *status) {
    const BarrierTurns *turns = &barrier->turns;
    if (wait->stage == TO_ENTER) {
        if (!barrier_lets_in(turns)) return stand(barrier, wait, status) || end(barrier, wait, status);
        wait->is_broken = turns->state == BARRIER_BROKEN;
        if (wait->is_broken) return end(barrier, wait, status);
        if (enter(barrier, wait)) {
            keep(status, wake_all(barrier));
            return end(barrier, wait, status);
        }
    }
    if (turns->state == BARRIER_FILLING) return stand(barrier, wait, status) || end(barrier, wait, status);
    wait->is_broken = turns->state != BARRIER_DRAINING;
    return end(barrier, wait, status);
}

bool async_barrier_wait(AsyncBarrier *barrier, Loop *loop, BarrierWait *wait, enum loop_status *status) {
    *wait = (BarrierWait){.loop = loop, .stage = FOR_LOCK};
    wait->future = async_lock_acquire(&barrier->lock, loop, status);
    if (wait->future || *status != LOOP_OK) return wait->future != NULL;
    wait->stage = TO_ENTER;
    return go_on(barrier, wait, status);
}

bool async_barrier_goes_on(AsyncBarrier *barrier, BarrierWait *wait, bool thrown, enum loop_status *status) {
    *status = LOOP_OK;
    if (wait->stage == FOR_LOCK) {
        *status = async_lock_acquired(&barrier->lock, wait->future, async_wait_end(thrown));
        wait->future = NULL;
        wait->is_cancelled = thrown;
        if (thrown || *status != LOOP_OK) return false;
        wait->stage = TO_ENTER;
        return go_on(barrier, wait, status);
    }
    bool waits = async_condition_goes_on(&barrier->condition, &wait->inner, thrown, status);
    wait->future = wait->inner.future;
    if (waits) return true;
    wait->is_cancelled = wait->inner.cancelled;
    return wait->is_cancelled || *status != LOOP_OK ? end(barrier, wait, status) : go_on(barrier, wait, status);
}

enum loop_status async_barrier_reset(AsyncBarrier *barrier) {
    barrier_reset(&barrier->turns, &barrier->object);
    return wake_all(barrier);
}

enum loop_status async_barrier_abort(AsyncBarrier *barrier) {
    barrier_abort(&barrier->turns, &barrier->object);
    return wake_all(barrier);
}
