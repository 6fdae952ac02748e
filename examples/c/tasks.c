/* Tasks on the loop alone: two that sleep, and a third that awaits both.
 *
 * What to look at: a task is a step function and a place to go on at. Each call runs to the next await and says what it
 * waits for; nothing stays on the C stack in between.
 */
#include "loopscope/host.h"
#include "loopscope/loop.h"

#include <stdio.h>

typedef struct Sleeper {
    const char *name;
    double seconds;
    loop_value result;
    enum { SLEEPER_STARTS, SLEEPER_WAKES } place;
    Sleep *nap;
} Sleeper;

static enum task_outcome sleeper_step(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Sleeper *self = task_data(task);
    Loop *loop = task->future.loop;
    switch (self->place) {
    case SLEEPER_STARTS:
        if (thrown) break;
        printf("%.1f s: %s goes to sleep\n", loop_time(loop), self->name);
        self->nap = sleep_new(loop, self->seconds, self->result);
        if (!self->nap) return TASK_RAISED;
        self->place = SLEEPER_WAKES;
        result->future = &self->nap->future;
        return TASK_AWAIT;
    case SLEEPER_WAKES:
        sleep_end(self->nap);
        future_release(&self->nap->future);
        if (thrown) break;
        printf("%.1f s: %s wakes with %d\n", loop_time(loop), self->name, (int)sent);
        result->value = sent;
        return TASK_DONE;
    }
    result->value = sent;
    return TASK_CANCELLED;
}

typedef struct Waiter {
    Sleeper children[2];
    Gather *both;
} Waiter;

/* Makes the children and a future for the two of them, which holds them. */
static Gather *start_children(Loop *loop, Sleeper *children) {
    Future *futures[2] = {NULL, NULL};
    Gather *both = NULL;
    for (int i = 0; i < 2; i++) {
        Task *task = task_new(loop, sleeper_step, &children[i], children[i].name);
        futures[i] = task ? &task->future : NULL;
    }
    if (futures[0] && futures[1]) both = gather_new(loop, futures, 2, false);
    for (int i = 0; i < 2; i++) {
        if (futures[i]) future_release(futures[i]);
    }
    return both;
}

static enum task_outcome waiter_step(Task *task, loop_value sent, bool thrown, TaskResult *result) {
    Waiter *self = task_data(task);
    Loop *loop = task->future.loop;
    result->value = sent;
    if (!self->both) {
        if (thrown) return TASK_CANCELLED;
        self->both = start_children(loop, self->children);
        if (!self->both) return TASK_RAISED;
        printf("%.1f s: the waiter waits for both\n", loop_time(loop));
        result->future = &self->both->future;
        return TASK_AWAIT;
    }
    if (!thrown) {
        const loop_value *values = self->both->values;
        result->value = values[0] + values[1];
        printf("%.1f s: both are done, their sum is %d\n", loop_time(loop), (int)result->value);
    }
    future_release(&self->both->future);
    return thrown ? TASK_RAISED : TASK_DONE;
}

int main(void) {
    Host real, virtual;
    HostVirtual clock;
    host_posix_init(&real);
    host_virtual_init(&virtual, &clock, &real);
    Loop *loop = loop_new(&(LoopConfig){.host = &virtual});
    if (!loop) return 1;

    Waiter waiter = {
        .children = {{.name = "Ada", .seconds = 2, .result = 40}, {.name = "Bob", .seconds = 1, .result = 2}}};
    Task *task = task_new(loop, waiter_step, &waiter, "waiter");
    enum loop_status status = task ? loop_run_until_complete(loop, &task->future) : LOOP_NO_MEMORY;
    if (task) future_release(&task->future);
    loop_close(loop);
    loop_release(loop);
    if (status != LOOP_OK) fprintf(stderr, "tasks: %s\n", loop_status_text(status));
    return status == LOOP_OK ? 0 : 1;
}
