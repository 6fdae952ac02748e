/* A time limit, on the loop alone: a task that waits for a lock, for half a second at most, while another one holds it.
 *
 * What to look at: a limit is a cancellation with a return address. When the time is up the task is cancelled, the wait
 * ends with that, and async_timeout_exit says whose cancellation it was.
 */
#include "loopscope/host.h"
#include "loopscope/sync.h"

#include <math.h>
#include <stdio.h>

typedef struct Visitor {
    const char *name;
    AsyncLock *lock;
    double patience; /* seconds */
    double stays;    /* seconds, with the lock */
    enum { COMES, WAITS, STAYS } place;
    AsyncTimeout limit;
    Future *waits;
    Sleep *nap;
} Visitor;

static enum task_outcome stay(Visitor *self, Loop *loop, TaskResult *result) {
    (void)async_timeout_exit(&self->limit, false);
    printf("%.1f s: %s has the lock\n", loop_time(loop), self->name);
    self->place = STAYS;
    self->nap = sleep_new(loop, self->stays, 0);
    if (!self->nap) return TASK_RAISED;
    result->future = &self->nap->future;
    return TASK_AWAIT;
}

static enum task_outcome leave(Visitor *self, Loop *loop, bool thrown) {
    sleep_end(self->nap);
    future_release(&self->nap->future);
    (void)async_lock_release(self->lock);
    printf("%.1f s: %s gives the lock back\n", loop_time(loop), self->name);
    return thrown ? TASK_CANCELLED : TASK_DONE;
}

static enum task_outcome visit(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Visitor *self = task_data(task);
    Loop *loop = task->future.loop;
    enum loop_status status;
    result->value = sent;
    switch (self->place) {
    case COMES:
        if (thrown) return TASK_CANCELLED;
        status = async_timeout_enter(&self->limit, task, loop_time(loop) + self->patience);
        if (status == LOOP_OK) self->waits = async_lock_acquire(self->lock, loop, &status);
        if (status != LOOP_OK) return TASK_RAISED;
        if (!self->waits) return stay(self, loop, result);
        printf("%.1f s: %s waits\n", loop_time(loop), self->name);
        self->place = WAITS;
        result->future = self->waits;
        return TASK_AWAIT;
    case WAITS:
        status = async_lock_acquired(self->lock, self->waits, async_wait_end(thrown));
        if (status != LOOP_OK) return TASK_RAISED;
        if (!thrown) return stay(self, loop, result);
        if (!async_timeout_exit(&self->limit, true)) return TASK_CANCELLED;
        printf("%.1f s: %s is out of patience\n", loop_time(loop), self->name);
        return TASK_DONE;
    case STAYS: return leave(self, loop, thrown);
    }
    return TASK_RAISED;
}

int main(void) {
    Host real, virtual;
    HostVirtual clock;
    host_posix_init(&real);
    host_virtual_init(&virtual, &clock, &real);
    Loop *loop = loop_new(&(LoopConfig){.host = &virtual});
    if (!loop) return 1;

    AsyncLock lock = {.locked = false};
    Visitor visitors[] = {{.name = "Ada", .lock = &lock, .patience = INFINITY, .stays = 1},
                          {.name = "Bob", .lock = &lock, .patience = 0.5, .stays = 1},
                          {.name = "Cyd", .lock = &lock, .patience = 2, .stays = 0.2}};
    Task *tasks[3];
    enum loop_status status = LOOP_OK;
    for (int i = 0; i < 3; i++) tasks[i] = task_new(loop, visit, &visitors[i], visitors[i].name);
    for (int i = 0; i < 3; i++) {
        if (status == LOOP_OK) status = tasks[i] ? loop_run_until_complete(loop, &tasks[i]->future) : LOOP_NO_MEMORY;
        if (tasks[i]) future_release(&tasks[i]->future);
    }
    line_close(&lock.waiters);
    loop_close(loop);
    loop_release(loop);
    if (status != LOOP_OK) fprintf(stderr, "timeouts: %s\n", loop_status_text(status));
    return status == LOOP_OK ? 0 : 1;
}
