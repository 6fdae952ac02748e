/* sync.c: lines of waiting futures, and the events, locks, semaphores and conditions made of them (asyncio.locks). */
#include "internal.h"
#include "../include/loopscope/sync.h"

/* ---- lines ---- */

static uint32_t ring(const WaitLine *line, uint32_t index) {
    uint32_t at = line->first + index;
    return at < line->capacity ? at : at - line->capacity;
}

Future *line_at(const WaitLine *line, uint32_t index) {
    return line->items[ring(line, index)];
}

static bool line_grow(WaitLine *line) {
    uint32_t capacity = line->capacity ? line->capacity * 2 : 4;
    Future **items = mem_alloc(line->mem, capacity * sizeof(Future *));
    if (!items) return false;
    for (uint32_t i = 0; i < line->count; i++) items[i] = line_at(line, i);
    if (line->items) mem_free(line->mem, line->items, line->capacity * sizeof(Future *));
    line->items = items;
    line->first = 0;
    line->capacity = capacity;
    return true;
}

static void tell(const WaitLine *line, enum trace_kind kind, const Future *future) {
    const AsyncObject *object = &line->object;
    if (object->trace == NULL || !trace_wants(object->trace, TRACE_SYNC)) return;
    const uint32_t fields[] = {future->id, object->id};
    trace_emit_words(object->trace, kind, fields, 2);
}

enum loop_status line_join(WaitLine *line, Future *future) {
    if (!line->mem) line->mem = future->loop->mem;
    if (line->count == line->capacity && !line_grow(line)) return LOOP_NO_MEMORY;
    future_retain(future);
    line->items[ring(line, line->count++)] = future;
    tell(line, TRACE_KIND_OBJECT_AWAITED, future);
    return LOOP_OK;
}

void line_leave(WaitLine *line, Future *future) {
    for (uint32_t i = 0; i < line->count; i++) {
        if (line_at(line, i) != future) continue;
        if (i == 0) {
            line->first = ring(line, 1);
        } else {
            for (uint32_t next = i + 1; next < line->count; next++)
                line->items[ring(line, next - 1)] = line_at(line, next);
        }
        line->count--;
        tell(line, TRACE_KIND_OBJECT_LEFT, future);
        future_release(future);
        return;
    }
}

void line_close(WaitLine *line) {
    while (line->count > 0) line_leave(line, line_at(line, 0));
    async_object_end(&line->object, ASYNC_GONE);
    if (line->items) mem_free(line->mem, line->items, line->capacity * sizeof(Future *));
    *line = (WaitLine){.mem = NULL};
}

void line_visit(const WaitLine *line, const LoopVisitor *visitor) {
    for (uint32_t i = 0; i < line->count; i++) visitor->future(visitor->context, line_at(line, i));
}

static enum loop_status grant(Future *future) {
    return future_set_result(future, future->loop->ops->granted);
}

/* The first that is not done; NULL: none. */
static Future *first_pending(const WaitLine *line) {
    for (uint32_t i = 0; i < line->count; i++) {
        if (!future_is_done(line_at(line, i))) return line_at(line, i);
    }
    return NULL;
}

static uint32_t pending_up_to(const WaitLine *line, uint32_t most) {
    uint32_t pending = 0;
    for (uint32_t i = 0; i < line->count && pending < most; i++)
        if (!future_is_done(line_at(line, i))) pending++;
    return pending;
}

static bool all_cancelled(const WaitLine *line) {
    for (uint32_t i = 0; i < line->count; i++) {
        if (line_at(line, i)->state != FUTURE_CANCELLED) return false;
    }
    return true;
}

Future *line_stand_in(WaitLine *line, Loop *loop, enum future_kind kind, enum loop_status *status) {
    Future *future = future_new(loop, kind);
    *status = future ? line_join(line, future) : LOOP_NO_MEMORY;
    if (*status == LOOP_OK) return future;
    if (future) future_release(future);
    return NULL;
}

/* A record about the thing whose line it is: its id, what is given, who did it. */
#define TELL(thing, KIND, ...)                                                                                         \
    ASYNC_TELL(&(thing)->waiters.object, KIND, __VA_ARGS__, (thing)->waiters.object.trace->current)
#define TELL_WHO(thing, KIND) ASYNC_TELL(&(thing)->waiters.object, KIND, (thing)->waiters.object.trace->current)

/* ---- events ---- */

enum loop_status async_event_set(AsyncEvent *event) {
    enum loop_status status = LOOP_OK;
    if (event->is_set) return status;
    event->is_set = true;
    TELL(event, EVENT_CHANGED, 1);
    for (uint32_t i = 0; i < event->waiters.count; i++) {
        Future *future = line_at(&event->waiters, i);
        enum loop_status woken = future_is_done(future) ? LOOP_OK : grant(future);
        if (status == LOOP_OK) status = woken;
    }
    return status;
}

void async_event_clear(AsyncEvent *event) {
    if (event->is_set) TELL(event, EVENT_CHANGED, 0);
    event->is_set = false;
}

Future *async_event_wait(AsyncEvent *event, Loop *loop, enum loop_status *status) {
    *status = LOOP_OK;
    return event->is_set ? NULL : line_stand_in(&event->waiters, loop, FUTURE_EVENT, status);
}

void async_event_waited(AsyncEvent *event, Future *future) {
    line_leave(&event->waiters, future);
    future_release(future);
}

/* ---- locks ---- */

/* Only the very first is looked at: when it is done it will take the lock, or has been cancelled and passes it on. */
static enum loop_status wake_first(AsyncLock *lock) {
    Future *future = lock->waiters.count > 0 ? line_at(&lock->waiters, 0) : NULL;
    return future && !future_is_done(future) ? grant(future) : LOOP_OK;
}

static void take(AsyncLock *lock) {
    lock->locked = true;
    TELL_WHO(lock, LOCK_TAKEN);
}

bool async_lock_try(AsyncLock *lock) {
    if (lock->locked || !all_cancelled(&lock->waiters)) return false;
    take(lock);
    return true;
}

enum loop_status async_lock_leave(AsyncLock *lock, Future *future, enum async_end end) {
    line_leave(&lock->waiters, future);
    if (end == ASYNC_WOKEN) take(lock);
    return end == ASYNC_CANCELLED && !lock->locked ? wake_first(lock) : LOOP_OK;
}

enum loop_status async_lock_release(AsyncLock *lock) {
    if (!lock->locked) return LOOP_INVALID_STATE;
    lock->locked = false;
    TELL_WHO(lock, LOCK_FREED);
    return wake_first(lock);
}

Future *async_lock_acquire(AsyncLock *lock, Loop *loop, enum loop_status *status) {
    *status = LOOP_OK;
    return async_lock_try(lock) ? NULL : line_stand_in(&lock->waiters, loop, FUTURE_LOCK, status);
}

enum loop_status async_lock_acquired(AsyncLock *lock, Future *future, enum async_end end) {
    enum loop_status status = async_lock_leave(lock, future, end);
    future_release(future);
    return status;
}

/* ---- semaphores ---- */

bool async_semaphore_locked(const AsyncSemaphore *semaphore) {
    return semaphore->value == 0 || !all_cancelled(&semaphore->waiters);
}

enum permit_change { PERMIT_TAKEN, PERMIT_GIVEN_BACK };

/* Places that are free, less those that go at once to whom waits. */
static uint32_t places_left(const AsyncSemaphore *semaphore) {
    uint32_t free = semaphore->value > 0 ? (uint32_t)semaphore->value : 0;
    return free - pending_up_to(&semaphore->waiters, free);
}

static void tell_permits(const AsyncSemaphore *semaphore, enum permit_change change) {
    TELL(semaphore, SEMAPHORE_CHANGED, (uint32_t)change, places_left(semaphore));
}

bool async_semaphore_try(AsyncSemaphore *semaphore) {
    if (async_semaphore_locked(semaphore)) return false;
    semaphore->value--;
    tell_permits(semaphore, PERMIT_TAKEN);
    return true;
}

/* Whom it wakes has the place from now on. False: nobody waits. */
static bool hand_on(AsyncSemaphore *semaphore, enum loop_status *status) {
    Future *future = first_pending(&semaphore->waiters);
    if (!future) return false;
    semaphore->value--;
    enum loop_status woken = grant(future);
    if (*status == LOOP_OK) *status = woken;
    return true;
}

enum loop_status async_semaphore_leave(AsyncSemaphore *semaphore, Future *future, enum async_end end) {
    enum loop_status status = LOOP_OK;
    line_leave(&semaphore->waiters, future);
    if (end == ASYNC_WOKEN) tell_permits(semaphore, PERMIT_TAKEN);
    /* It had the place already: it goes back. */
    if (end == ASYNC_CANCELLED && future->state == FUTURE_RESULT) {
        semaphore->value++;
        tell_permits(semaphore, PERMIT_GIVEN_BACK);
    }
    while (semaphore->value > 0 && hand_on(semaphore, &status)) {
    }
    return status;
}

enum loop_status async_semaphore_release(AsyncSemaphore *semaphore) {
    enum loop_status status = LOOP_OK;
    semaphore->value++;
    tell_permits(semaphore, PERMIT_GIVEN_BACK);
    (void)hand_on(semaphore, &status);
    return status;
}

Future *async_semaphore_acquire(AsyncSemaphore *semaphore, Loop *loop, enum loop_status *status) {
    *status = LOOP_OK;
    return async_semaphore_try(semaphore) ? NULL : line_stand_in(&semaphore->waiters, loop, FUTURE_SEMAPHORE, status);
}

enum loop_status async_semaphore_acquired(AsyncSemaphore *semaphore, Future *future, enum async_end end) {
    future_retain(future);
    enum loop_status status = async_semaphore_leave(semaphore, future, end);
    future_release(future);
    future_release(future);
    return status;
}

/* ---- conditions ---- */

enum loop_status async_condition_wake(AsyncCondition *condition, uint32_t count) {
    enum loop_status status = LOOP_OK;
    TELL(condition, CONDITION_NOTIFIED, pending_up_to(&condition->waiters, count));
    for (uint32_t i = 0, woken = 0; i < condition->waiters.count && woken < count && status == LOOP_OK; i++) {
        Future *future = line_at(&condition->waiters, i);
        if (future_is_done(future)) continue;
        woken++;
        status = future_set_result(future, future->loop->ops->notified);
    }
    return status;
}

enum loop_status async_condition_notify(AsyncCondition *condition, uint32_t count) {
    return condition->lock->locked ? async_condition_wake(condition, count) : LOOP_INVALID_STATE;
}

enum loop_status async_condition_wait(AsyncCondition *condition, Loop *loop, ConditionWait *wait) {
    enum loop_status status = LOOP_INVALID_STATE;
    *wait = (ConditionWait){.future = NULL};
    if (!condition->lock->locked) return status;
    wait->future = line_stand_in(&condition->waiters, loop, FUTURE_CONDITION, &status);
    return wait->future ? async_lock_release(condition->lock) : status;
}

/* The lock must be held again before anything goes on, however often the task is cancelled meanwhile. */
bool async_condition_goes_on(AsyncCondition *condition, ConditionWait *wait, bool thrown, enum loop_status *status) {
    Loop *loop = wait->future->loop;
    Future *future = wait->future;
    bool held = false;
    *status = LOOP_OK;
    wait->future = NULL;
    wait->cancelled |= thrown;
    if (wait->notified) {
        *status = async_lock_acquired(condition->lock, future, async_wait_end(thrown));
        held = !thrown;
    } else {
        wait->notified = true;
        line_leave(&condition->waiters, future);
        future_release(future);
    }
    if (!held && *status == LOOP_OK) wait->future = async_lock_acquire(condition->lock, loop, status);
    if (wait->future) return true;
    /* A notification that this waiter can no longer use goes to another one. */
    if (wait->cancelled && *status == LOOP_OK) *status = async_condition_wake(condition, 1);
    return false;
}
